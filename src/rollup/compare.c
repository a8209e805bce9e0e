/*
 * compare.c - two states laid side by side.
 */
#include "rollup/compare.h"

#include "rollup/compare_facts.h"

const struct compared_info compared_infos[COMPARED__N] = {
	[COMPARED_REQUIREMENT] = { "krav", "Krav" },
	[COMPARED_TARGET] = { "mal", "Mål" },
	[COMPARED_REALISED] = { "realiserat", "Realiserat" },
	[COMPARED_FORECAST] = { "prognos", "Prognos" },
	[COMPARED_WEIGHTED] = { "riskjusterat", "Riskjusterat" },
};

/* A row on its way, with what it is sorted by. */
struct found {
	guint order;
	struct difference row;
};

static guint
said_hash(gconstpointer key)
{
	const struct said *s = key;

	return g_int64_hash(&s->action) ^ g_str_hash(s->field);
}

static gboolean
said_equal(gconstpointer a, gconstpointer b)
{
	const struct said *x = a, *y = b;

	return x->action == y->action && g_str_equal(x->field, y->field);
}

static GHashTable *
index_of(GArray *facts)
{
	GHashTable *index = g_hash_table_new(said_hash, said_equal);

	for (guint i = 0; i < facts->len; i++)
		g_hash_table_add(index, &g_array_index(facts, struct said, i));
	return index;
}

/* 0 for the programme, then the later plan's actions, then those that only were. */
static guint
order_of(const struct comparison *c, int64_t id, const struct action **ret)
{
	const GArray *now = c->after->plan->actions, *then = c->before->plan->actions;

	*ret = id ? plan_action_by_id(c->after->plan, id) : NULL;
	if (*ret)
		return 1 + (guint)(*ret - &g_array_index(now, struct action, 0));
	*ret = id ? plan_action_by_id(c->before->plan, id) : NULL;
	if (*ret)
		return 1 + now->len +
		       (guint)(*ret - &g_array_index(then, struct action, 0));
	return 0;
}

static void
take(const struct comparison *c, GArray *found, const struct said *said,
    const char *before, const char *after)
{
	const struct action *action;
	struct found one = { .order = order_of(c, said->action, &action) };

	one.row = (struct difference){
		.action =
		    action ? g_string_chunk_insert_const(c->text, action->code) : "",
		.name = action ? g_string_chunk_insert_const(c->text, action->name) : "",
		.field = said->field,
		.before = before,
		.after = after,
	};
	g_array_append_val(found, one);
}

static gint
by_order(gconstpointer a, gconstpointer b)
{
	const struct found *x = a, *y = b;

	return x->order < y->order ? -1 : x->order > y->order;
}

static void
lay_side_by_side(struct comparison *c, GArray *before, GArray *after)
{
	g_autoptr(GHashTable) then = index_of(before);
	g_autoptr(GHashTable) now = index_of(after);
	g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(struct found));
	guint last = 0;

	for (guint i = 0; i < after->len; i++) {
		const struct said *s = &g_array_index(after, struct said, i);
		const struct said *was = g_hash_table_lookup(then, s);

		if (!was || !g_str_equal(was->value, s->value))
			take(c, found, s, was ? was->value : "", s->value);
	}
	for (guint i = 0; i < before->len; i++) {
		const struct said *s = &g_array_index(before, struct said, i);

		if (!g_hash_table_contains(now, s))
			take(c, found, s, s->value, "");
	}
	g_array_sort(found, by_order); /* stable */
	for (guint i = 0; i < found->len; i++) {
		const struct found *f = &g_array_index(found, struct found, i);

		c->actions += f->order > 0 && f->order != last;
		last = f->order;
		g_array_append_val(c->rows, f->row);
	}
}

static void
take_totals(struct comparison *c, int side, const struct overview *overview)
{
	const struct rollup *counted = overview->by[GROUPING_ACTION];
	const struct figure *total = &counted->total.cells[ROLLUP_TOTAL(counted)];

	c->totals[COMPARED_REQUIREMENT][side] = overview->gap.requirement;
	c->totals[COMPARED_TARGET][side] = total->target;
	c->totals[COMPARED_REALISED][side] = total->realised;
	c->totals[COMPARED_FORECAST][side] = total->forecast;
	c->totals[COMPARED_WEIGHTED][side] = total->weighted;
}

struct comparison *
compare_overviews(const struct overview *before, const struct overview *after)
{
	struct comparison *c = g_new0(struct comparison, 1);
	g_autoptr(GArray) then = g_array_new(FALSE, FALSE, sizeof(struct said));
	g_autoptr(GArray) now = g_array_new(FALSE, FALSE, sizeof(struct said));

	c->before = before;
	c->after = after;
	c->text = g_string_chunk_new(4096);
	c->rows = g_array_new(FALSE, FALSE, sizeof(struct difference));
	facts_said(before, after->plan, c->text, then);
	facts_said(after, before->plan, c->text, now);
	lay_side_by_side(c, then, now);
	take_totals(c, 0, before);
	take_totals(c, 1, after);
	return c;
}

void
comparison_free(struct comparison *comparison)
{
	if (!comparison)
		return;
	g_array_unref(comparison->rows);
	g_string_chunk_free(comparison->text);
	g_free(comparison);
}

struct amount
compared_change(const struct comparison *comparison, enum compared which)
{
	struct amount change = comparison->totals[which][1];
	struct amount before = comparison->totals[which][0];

	if (before.known && !amount_add(&change, amount_of(-before.ore)))
		return AMOUNT_NONE;
	return change;
}
