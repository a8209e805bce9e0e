/* export.c - everything of a kind, which import reads back to the same content. */
#include <string.h>

#include "calendar/month.h"
#include "session/export.h"
#include "session/post.h"
#include "session/reports.h"

void
export_number(struct row_writer *w, int value)
{
	if (value)
		row_number(w, value);
	else
		row_word(w, "");
}

static void
year_header(
    struct row_writer *w, const struct kind_info *info, int first_year, int last_year)
{
	for (int i = 0; i < info->n_columns; i++) {
		const struct column_info *column = &info->columns[i];
		g_autofree char *amount = g_strconcat(column->name, " kr", NULL);

		if (!column_is_written(column))
			continue;
		row_column(w, column->type == COLUMN_AMOUNT ? amount : column->name,
		    column->type);
		for (int y = first_year;
		     i == info->first_year_after && y && y <= last_year; y++) {
			g_autofree char *year = g_strdup_printf("%d kr", y);

			row_column(w, year, COLUMN_AMOUNT);
		}
	}
	row_end(w);
}

void
export_header(struct row_writer *w, enum exchange_kind kind)
{
	year_header(w, &exchange_kinds[kind], 0, 0);
}

/* One line of an action (NULL: an action without lines). */
static void
plan_row(struct row_writer *w, const struct plan *plan, const struct action *a,
    const struct line *line, GHashTable *amounts, int first_year, int last_year)
{
	row_text(w, a->code);
	row_text(w, a->name);
	row_text(w, a->unit);
	row_text(w, line ? plan_unit_name(plan, line->unit) : "");
	row_text(w, a->area);
	row_word(w, action_get(a, ACTION_KIND));
	row_word(w, action_get(a, ACTION_COUNTS));
	row_text(w, a->owner);
	row_word(w, action_get(a, ACTION_STATUS));
	row_word(w, action_get(a, ACTION_STAGE));
	row_word(w, action_get(a, ACTION_BASIS));
	row_word(w, line ? word_text(cost_kind_words, (int)line->cost_kind) : "");
	for (int y = first_year; y <= last_year + 1;
	     y++) { /* the last is ej årsfördelat */
		gint64 key = (line ? line->id : 0) * 10000 + (y > last_year ? 0 : y);
		const int64_t *ore = line ? g_hash_table_lookup(amounts, &key) : NULL;

		row_amount(w, ore ? amount_of(*ore) : AMOUNT_NONE);
	}
	row_text(w, a->plan_ready);
	row_text(w, a->start);
	row_text(w, a->finish);
	row_text(w, a->indicator);
	row_text(w, a->description);
	row_end(w);
}

static void
target_years(const struct plan *plan, int *first, int *last)
{
	*first = *last = 0;
	for (guint i = 0; i < plan->targets->len; i++) {
		int year = g_array_index(plan->targets, struct target, i).year;

		if (!year)
			continue;
		*first = *first ? MIN(*first, year) : year;
		*last = MAX(*last, year);
	}
}

static bool
export_plan(
    struct session *s, const struct plan *plan, struct row_writer *w, GError **error)
{
	g_autoptr(GHashTable) amounts =
	    g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
	g_autoptr(GHashTable) lines = g_hash_table_new_full(
	    g_int64_hash, g_int64_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
	int first, last;

	(void)s;
	(void)error;
	target_years(plan, &first, &last);
	year_header(w, &exchange_kinds[EXCHANGE_PLAN], first, last);
	if (!first)
		last = first - 1;
	for (guint i = 0; i < plan->targets->len; i++) {
		struct target *t = &g_array_index(plan->targets, struct target, i);
		gint64 key = t->line * 10000 + t->year;

		g_hash_table_insert(amounts, g_memdup2(&key, sizeof(key)), &t->ore);
	}
	for (guint i = 0; i < plan->lines->len; i++) {
		struct line *line = &g_array_index(plan->lines, struct line, i);
		GPtrArray *own = g_hash_table_lookup(lines, &line->action);

		if (!own) {
			own = g_ptr_array_new();
			g_hash_table_insert(lines, &line->action, own);
		}
		g_ptr_array_add(own, line);
	}
	for (guint i = 0; i < plan->actions->len; i++) {
		const struct action *a = &g_array_index(plan->actions, struct action, i);
		const GPtrArray *own = g_hash_table_lookup(lines, &a->id);

		if (!own)
			plan_row(w, plan, a, NULL, amounts, first, last);
		for (guint k = 0; own && k < own->len; k++)
			plan_row(w, plan, a, own->pdata[k], amounts, first, last);
	}
	return true;
}

struct savings_export {
	const struct plan *plan;
	struct row_writer *w;
};

static bool
saving_row(void *user, const struct saving *saving, GError **error)
{
	const struct savings_export *e = user;
	const struct line *line = plan_line(e->plan, saving->line);
	const struct action *a = line ? plan_action_by_id(e->plan, line->action) : NULL;
	g_autofree char *month = month_text(saving->month);
	g_autofree char *own = NULL;

	(void)error;
	if (!a)
		return true; /* of an action that was taken away */
	own =
	    saving->own_ref ? NULL : post_own_ref(e->plan, a->code, line, saving->month);
	row_text(e->w, a->code);
	row_word(e->w, month);
	row_amount(e->w, amount_of(saving->ore));
	row_text(e->w, plan_unit_name(e->plan, line->unit));
	row_word(e->w, word_text(cost_kind_words, (int)line->cost_kind));
	row_text(e->w, saving->document);
	row_text(e->w, saving->comment);
	row_text(e->w, own ? own : saving->ref);
	row_end(e->w);
	return true;
}

static bool
export_savings(
    struct session *s, const struct plan *plan, struct row_writer *w, GError **error)
{
	struct savings_export e = { plan, w };

	export_header(w, EXCHANGE_SAVINGS);
	return store_read_savings(
	    s->store, s->programme.id, 0, INT64_MAX, saving_row, &e, error);
}

static bool
export_reports(
    struct session *s, const struct plan *plan, struct row_writer *w, GError **error)
{
	g_autoptr(GStringChunk) pool = g_string_chunk_new(4096);
	g_autoptr(GArray) all = NULL;
	g_autoptr(GArray) kept = NULL;

	export_header(w, EXCHANGE_REPORTS);
	if (!store_read_reports(
	        s->store, s->programme.id, 0, STORE_NOW, pool, &all, error))
		return false;
	kept = reports_in_force(all);
	for (guint i = 0; i < kept->len; i++) {
		const struct stored_report *r =
		    &g_array_index(kept, struct stored_report, i);
		const struct action *a = plan_action_by_id(plan, r->action);
		struct amount forecast;

		if (!a)
			continue;
		if (!store_read_forecast(s->store, r->action, r->round,
		        month_year(r->cutoff), STORE_NOW, &forecast, error))
			return false;
		row_text(w, a->code);
		row_text(w, r->label);
		row_word(w, word_text(status_words, (int)r->status));
		row_word(w, word_text(light_words, (int)r->light));
		row_text(w, r->comment);
		row_word(w, r->nothing_new ? "ja" : "");
		row_amount(w, forecast);
		row_text(w, r->result);
		row_end(w);
	}
	return true;
}

static bool
export_requirements(
    struct session *s, const struct plan *plan, struct row_writer *w, GError **error)
{
	(void)s;
	(void)error;
	export_header(w, EXCHANGE_REQUIREMENTS);
	for (guint i = 0; i < plan->requirements->len; i++) {
		const struct requirement *r =
		    &g_array_index(plan->requirements, struct requirement, i);

		export_number(w, r->year);
		row_word(w, word_text(kind_words, (int)r->kind));
		row_amount(w, amount_of(r->ore));
		row_amount(
		    w, r->difference_ore ? amount_of(r->difference_ore) : AMOUNT_NONE);
		row_text(w, r->reason);
		row_end(w);
	}
	return true;
}

static bool
export_reallocations(
    struct session *s, const struct plan *plan, struct row_writer *w, GError **error)
{
	(void)s;
	(void)error;
	export_header(w, EXCHANGE_REALLOCATIONS);
	for (guint i = 0; i < plan->reallocations->len; i++) {
		const struct reallocation *r =
		    &g_array_index(plan->reallocations, struct reallocation, i);

		row_text(w, r->code);
		export_number(w, r->year);
		row_text(w, r->purpose);
		row_amount(w, amount_of(r->ore));
		row_text(w, r->terms);
		row_text(w, r->funding);
		row_end(w);
	}
	return true;
}

static bool
export_benchmarks(
    struct session *s, const struct plan *plan, struct row_writer *w, GError **error)
{
	(void)s;
	(void)error;
	export_header(w, EXCHANGE_BENCHMARKS);
	for (guint i = 0; i < plan->benchmarks->len; i++) {
		const struct benchmark *b =
		    &g_array_index(plan->benchmarks, struct benchmark, i);

		row_text(w, b->code);
		row_text(w, b->name);
		row_text(w, b->period);
		row_amount(w, b->promised);
		row_amount(w, b->realised);
		row_text(w, b->source);
		row_end(w);
	}
	return true;
}

static bool
export_overlaps(
    struct session *s, const struct plan *plan, struct row_writer *w, GError **error)
{
	(void)s;
	(void)error;
	export_header(w, EXCHANGE_OVERLAPS);
	for (guint i = 0; i < plan->overlaps->len; i++) {
		const struct overlap *o =
		    &g_array_index(plan->overlaps, struct overlap, i);
		const struct action *a = plan_action_by_id(plan, o->action);
		const struct action *b = plan_action_by_id(plan, o->other);
		const struct action *yields = plan_action_by_id(plan, o->yields);

		if (!a || !b)
			continue;
		row_text(w, a->code);
		row_text(w, b->code);
		export_number(w, o->year);
		row_amount(w, o->amount);
		row_text(w, yields ? yields->code : "");
		row_text(w, o->reason);
		row_end(w);
	}
	return true;
}

static bool
export_calculations(
    struct session *s, const struct plan *plan, struct row_writer *w, GError **error)
{
	(void)s;
	(void)error;
	export_header(w, EXCHANGE_CALCULATIONS);
	for (guint i = 0; i < plan->calculations->len; i++) {
		const struct calculation *c =
		    &g_array_index(plan->calculations, struct calculation, i);
		const struct area *area = plan_area_by_id(plan, c->area);

		row_text(w, area ? area->name : "");
		row_text(w, c->period);
		row_amount(w, amount_of(c->gross_ore));
		row_amount(w, amount_of(c->cost_ore));
		row_amount(w, amount_of(c->net_ore));
		row_word(w, c->whole_programme ? "ja" : "nej");
		row_text(w, c->source);
		row_end(w);
	}
	return true;
}

static const export_func exporters[EXCHANGE_KIND__N] = {
	[EXCHANGE_PLAN] = export_plan,
	[EXCHANGE_SAVINGS] = export_savings,
	[EXCHANGE_REPORTS] = export_reports,
	[EXCHANGE_REQUIREMENTS] = export_requirements,
	[EXCHANGE_REALLOCATIONS] = export_reallocations,
	[EXCHANGE_BENCHMARKS] = export_benchmarks,
	[EXCHANGE_OVERLAPS] = export_overlaps,
	[EXCHANGE_CALCULATIONS] = export_calculations,
	[EXCHANGE_DECISIONS] = export_decisions,
	[EXCHANGE_ASSESSMENTS] = export_assessments,
	[EXCHANGE_MILESTONES] = export_milestones,
	[EXCHANGE_FORECASTS] = export_forecasts,
	[EXCHANGE_GOALS] = export_goals,
	[EXCHANGE_INDICATORS] = export_indicators,
	[EXCHANGE_MEASUREMENTS] = export_measurements,
	[EXCHANGE_ASSIGNMENTS] = export_assignments,
	[EXCHANGE_PRECONDITIONS] = export_preconditions,
	[EXCHANGE_LINKS] = export_links,
};

bool
session_export(
    struct session *s, enum exchange_kind kind, struct row_writer *writer, GError **error)
{
	struct plan *plan;
	bool ok;

	if (!session_begin_read(s, error))
		return false;
	ok = session_need_plan(s, STORE_ALL, &plan, error) &&
	     exporters[kind](s, plan, writer, error) && row_finish(writer, error);
	session_end_read(s);
	return ok;
}
