/* measure_set.c - indicators and measurements found, changed and added while files are
 * read. */
#include "session/measure_set.h"

#include <string.h>

#include "base/text.h"

struct measure_set {
	struct importer *im;
	GPtrArray *indicators;   /* struct indicator_entry */
	GPtrArray *measurements; /* struct measurement_entry */
	GHashTable *by_code;
	GHashTable *by_name; /* folded name -> GPtrArray of indicator_entry */
	GHashTable *by_key;  /* of a measurement */
	guint made;          /* the numbers up to this are taken */
};

static char *
value_key(const char *indicator, const char *place, struct period period)
{
	return g_strdup_printf(
	    "%s\n%s\n%d %d", indicator, place, period.month, period.span);
}

static void
put_indicator(struct measure_set *set, struct indicator_entry *entry)
{
	char *key = text_fold(entry->indicator.name);
	GPtrArray *same = g_hash_table_lookup(set->by_name, key);

	g_ptr_array_add(set->indicators, entry);
	g_hash_table_insert(
	    set->by_code, (gpointer)(uintptr_t)entry->indicator.code, entry);
	if (same)
		g_free(key);
	else {
		same = g_ptr_array_new();
		g_hash_table_insert(set->by_name, key, same);
	}
	g_ptr_array_add(same, entry);
}

static void
put_measurement(struct measure_set *set, struct measurement_entry *entry)
{
	const struct measurement *m = &entry->measurement;

	g_ptr_array_add(set->measurements, entry);
	g_hash_table_insert(
	    set->by_key, value_key(m->indicator, m->place, m->period), entry);
}

struct measure_set *
measure_set_new(struct importer *im)
{
	struct measure_set *set = g_new0(struct measure_set, 1);

	set->im = im;
	set->indicators = g_ptr_array_new_with_free_func(g_free);
	set->measurements = g_ptr_array_new_with_free_func(g_free);
	set->by_code = g_hash_table_new(g_str_hash, g_str_equal);
	set->by_name = g_hash_table_new_full(
	    g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
	set->by_key = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	for (guint i = 0; i < im->plan->indicators->len; i++) {
		struct indicator_entry *entry = g_new0(struct indicator_entry, 1);

		entry->before = &g_array_index(im->plan->indicators, struct indicator, i);
		entry->indicator = *entry->before;
		put_indicator(set, entry);
	}
	for (guint i = 0; i < im->plan->measurements->len; i++) {
		struct measurement_entry *entry = g_new0(struct measurement_entry, 1);

		entry->before =
		    &g_array_index(im->plan->measurements, struct measurement, i);
		entry->measurement = *entry->before;
		put_measurement(set, entry);
	}
	return set;
}

void
measure_set_free(struct measure_set *set)
{
	g_hash_table_destroy(set->by_key);
	g_hash_table_destroy(set->by_name);
	g_hash_table_destroy(set->by_code);
	g_ptr_array_unref(set->measurements);
	g_ptr_array_unref(set->indicators);
	g_free(set);
}

struct indicator_entry *
measure_set_code(const struct measure_set *set, const char *code)
{
	return g_hash_table_lookup(set->by_code, code);
}

struct indicator_entry *
measure_set_name(const struct measure_set *set, const char *name, const char *goal)
{
	g_autofree char *key = text_fold(name);
	const GPtrArray *same = g_hash_table_lookup(set->by_name, key);
	struct indicator_entry *homeless = NULL;

	if (same && !*goal)
		return same->len == 1 ? same->pdata[0] : NULL;
	for (guint i = 0; same && i < same->len; i++) {
		struct indicator_entry *e = same->pdata[i];

		if (strcmp(e->indicator.goal, goal) == 0)
			return e;
		if (!*e->indicator.goal)
			homeless = e;
	}
	return homeless;
}

bool
measure_set_many(const struct measure_set *set, const char *name)
{
	g_autofree char *key = text_fold(name);
	const GPtrArray *same = g_hash_table_lookup(set->by_name, key);

	return same && same->len > 1;
}

static const char *
keep(const struct measure_set *set, const char *text)
{
	return g_string_chunk_insert_const(set->im->text, text);
}

static const char *
made_code(struct measure_set *set)
{
	for (;;) {
		g_autofree char *code = g_strdup_printf("SM%u", ++set->made);

		if (!measure_set_code(set, code))
			return keep(set, code);
	}
}

struct indicator_entry *
measure_set_add(
    struct measure_set *set, const char *name, const char *goal, const char *code)
{
	struct indicator_entry *entry = g_new0(struct indicator_entry, 1);

	entry->indicator =
	    (struct indicator){ .code = code ? keep(set, code) : made_code(set),
		    .name = keep(set, name),
		    .goal = keep(set, goal),
		    .direction = DIRECTION__N,
		    .aim = "",
		    .unit = "",
		    .periods = "",
		    .table = "",
		    .part_of = "",
		    .note = "" };
	put_indicator(set, entry);
	return entry;
}

struct measurement_entry *
measure_set_need(struct measure_set *set, const char *indicator, const char *place,
    struct period period)
{
	g_autofree char *key = value_key(indicator, place, period);
	struct measurement_entry *entry = g_hash_table_lookup(set->by_key, key);

	if (entry)
		return entry;
	entry = g_new0(struct measurement_entry, 1);
	entry->measurement = (struct measurement){ .indicator = keep(set, indicator),
		.place = keep(set, place),
		.period = period,
		.text = "",
		.attained = "",
		.trend = "",
		.note = "" };
	put_measurement(set, entry);
	return entry;
}

void
measure_say(const struct value *value, struct measure *measure)
{
	if (value->given && value->amount.known)
		*measure = measure_of(value->amount.ore);
}

/* Is it a part of itself, through others?  Each step up is taken once. */
static bool
is_ring(const struct measure_set *set, struct indicator_entry *entry)
{
	guint steps = 0;

	for (struct indicator_entry *e = entry; e && !e->whole;
	     e = measure_set_code(set, e->indicator.part_of))
		if (++steps > set->indicators->len)
			return true;
	for (struct indicator_entry *e = entry; e && !e->whole;
	     e = measure_set_code(set, e->indicator.part_of))
		e->whole = true;
	return false;
}

void
measure_set_check(struct measure_set *set)
{
	for (guint i = 0; i < set->indicators->len; i++) {
		struct indicator_entry *e = set->indicators->pdata[i];
		g_autofree char *whole = text_display(e->indicator.part_of);

		if (!e->said || !*e->indicator.part_of)
			continue;
		if (!measure_set_code(set, e->indicator.part_of) ||
		    strcmp(e->indicator.part_of, e->indicator.code) == 0)
			rejects_add(set->im->rejects, e->file, e->line, "varav av",
			    "måttet %s är inget annat mått; skriv koden för det mått som "
			    "detta är en del av",
			    whole);
		else if (is_ring(set, e))
			rejects_add(set->im->rejects, e->file, e->line, "varav av",
			    "måttet är en del av sig självt genom %s; rätta cellen",
			    whole);
	}
}

static bool
same_indicator(const struct indicator *a, const struct indicator *b)
{
	return a->direction == b->direction && measures_equal(&a->target, &b->target) &&
	       strcmp(a->name, b->name) == 0 && strcmp(a->goal, b->goal) == 0 &&
	       strcmp(a->aim, b->aim) == 0 && strcmp(a->unit, b->unit) == 0 &&
	       strcmp(a->periods, b->periods) == 0 && strcmp(a->table, b->table) == 0 &&
	       strcmp(a->part_of, b->part_of) == 0 && strcmp(a->note, b->note) == 0;
}

static bool
same_measurement(const struct measurement *a, const struct measurement *b)
{
	return measures_equal(&a->value, &b->value) && strcmp(a->text, b->text) == 0 &&
	       strcmp(a->attained, b->attained) == 0 && strcmp(a->trend, b->trend) == 0 &&
	       strcmp(a->note, b->note) == 0;
}

static bool
write_indicators(struct measure_set *set, bool count, GError **error)
{
	struct session *s = set->im->session;

	for (guint i = 0; i < set->indicators->len; i++) {
		const struct indicator_entry *e = set->indicators->pdata[i];
		bool same = e->before && same_indicator(e->before, &e->indicator);

		if (count && e->said)
			import_count(set->im, e->before != NULL, same);
		if (!same && !store_add_indicator(
		                 s->store, s->programme.id, &e->indicator, false, error))
			return false;
	}
	return true;
}

bool
measure_set_write(struct measure_set *set, bool count_indicators, bool count_measurements,
    int64_t *ret_values, GError **error)
{
	struct session *s = set->im->session;

	if (!write_indicators(set, count_indicators, error))
		return false;
	for (guint i = 0; i < set->measurements->len; i++) {
		const struct measurement_entry *e = set->measurements->pdata[i];
		bool same = e->before && same_measurement(e->before, &e->measurement);

		if (count_measurements && e->said)
			import_count(set->im, e->before != NULL, same);
		if (same)
			continue;
		if (!store_add_measurement(
		        s->store, s->programme.id, &e->measurement, false, error))
			return false;
		++*ret_values;
	}
	return true;
}
