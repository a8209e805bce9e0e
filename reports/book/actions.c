/*
 * actions.c - action tables: one walk over the groups, two kinds of rows.
 */
#include "reports/book/actions.h"

#include "reports/book/parts.h"

/* One table being made. */
struct listing {
	const struct overview *overview;
	struct table *table;
	bool counts;
	int n_sums; /* money columns that are added up */
	/* the money of a figure row, n_sums of them */
	void (*money)(const struct listing *listing, const struct figure *cells,
	    struct amount *ret);
	/* one row from money and an action; action NULL for sums */
	void (*row)(const struct listing *listing, enum row_role role, const char *text,
	    const struct action *action, const struct amount *money);
};

static const struct figure *
figures_of(const struct listing *listing, const struct action *action)
{
	const struct rollup_row *row =
	    rollup_find(listing->overview->all_actions, action->id);

	return row ? row->cells : NULL;
}

static int64_t
group_of(const struct plan *plan, GHashTable *known, const struct action *action)
{
	gpointer value;
	const struct unit *unit;
	int64_t *key;

	if (g_hash_table_lookup_extended(known, action->unit, NULL, &value))
		return *(int64_t *)value;
	unit = plan_unit(plan, action->unit);
	key = g_new(int64_t, 1);
	*key = unit ? plan_unit_top(plan, unit->id) : 0;
	g_hash_table_insert(known, g_strdup(action->unit), key);
	return *key;
}

/* A sum that leaves its range is no amount: doc_check then tells of it. */
static void
add_money(struct amount *sums, const struct amount *money, int n)
{
	for (int i = 0; i < n; i++)
		amount_total(&sums[i], money[i]);
}

static void
list_group(const struct listing *listing, const int64_t *groups, int64_t group,
    struct amount *total)
{
	const struct plan *plan = listing->overview->plan;
	const char *name = group ? plan_unit_name(plan, group) : "Utan förvaltning";
	g_autofree char *sum_text = g_strdup_printf("Summa %s", name);
	g_autofree struct amount *sums = g_new0(struct amount, (gsize)listing->n_sums);
	g_autofree struct amount *money = g_new0(struct amount, (gsize)listing->n_sums);

	listing->row(listing, ROW_GROUP, name, NULL, sums);
	for (guint i = 0; i < plan->actions->len; i++) {
		const struct action *action =
		    &g_array_index(plan->actions, struct action, i);

		if (action->counts != listing->counts || groups[i] != group)
			continue;
		listing->money(listing, figures_of(listing, action), money);
		add_money(sums, money, listing->n_sums);
		listing->row(listing, ROW_BODY, action->name, action, money);
	}
	add_money(total, sums, listing->n_sums);
	listing->row(listing, ROW_SUBTOTAL, sum_text, NULL, sums);
}

static void
list_all(const struct listing *listing)
{
	const struct plan *plan = listing->overview->plan;
	guint n = plan->actions->len;
	g_autofree int64_t *groups = g_new0(int64_t, (gsize)n + 1);
	g_autofree struct amount *total = g_new0(struct amount, (gsize)listing->n_sums);
	g_autoptr(GHashTable) known =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	g_autoptr(GHashTable) done = g_hash_table_new(g_int64_hash, g_int64_equal);

	for (guint i = 0; i < n; i++)
		groups[i] = group_of(
		    plan, known, &g_array_index(plan->actions, struct action, i));
	for (guint i = 0; i < n; i++)
		if (g_array_index(plan->actions, struct action, i).counts ==
		        listing->counts &&
		    g_hash_table_add(done, &groups[i]))
			list_group(listing, groups, groups[i], total);
	listing->row(listing, ROW_TOTAL, "Totalt", NULL, total);
}

static void
targets_money(
    const struct listing *listing, const struct figure *cells, struct amount *ret)
{
	for (int i = 0; i < listing->n_sums; i++)
		ret[i] = cells ? cells[i].target : AMOUNT_NONE;
}

/* A group row is its name alone. */
static bool
group_row(const struct listing *listing, enum row_role role, const char *text)
{
	g_autofree struct cell *cells = NULL;

	if (role != ROW_GROUP)
		return false;
	cells = g_new0(struct cell, listing->table->columns->len);
	cells[0] = cell_text(text);
	table_row(listing->table, role, cells);
	return true;
}

static void
targets_row(const struct listing *listing, enum row_role role, const char *text,
    const struct action *action, const struct amount *money)
{
	g_autofree struct cell *cells = NULL;

	if (group_row(listing, role, text))
		return;
	cells = g_new0(struct cell, listing->table->columns->len);
	cells[0] = action ? cell_text(action->code) : cell_empty();
	cells[1] = cell_text(text);
	for (int i = 0; i < listing->n_sums; i++)
		cells[i + 2] = cell_money(money[i]);
	table_row(listing->table, role, cells);
}

void
actions_targets(
    struct doc *doc, const struct overview *overview, bool counts, const char *caption)
{
	g_autoptr(GArray) columns = g_array_new(FALSE, TRUE, sizeof(struct column));
	g_autoptr(GStringChunk) texts = g_string_chunk_new(256);
	struct column id = part_column_text("id", "Id");
	struct column name = part_column_text("atgard", "Åtgärd");
	struct listing listing = {
		.overview = overview,
		.counts = counts,
		.n_sums = rollup_columns(overview->all_actions),
		.money = targets_money,
		.row = targets_row,
	};

	g_array_append_val(columns, id);
	g_array_append_val(columns, name);
	part_year_columns(columns, texts, overview->all_actions);
	listing.table = doc_table(
	    doc, caption, (const struct column *)(void *)columns->data, columns->len);
	list_all(&listing);
}

static void
state_money(const struct listing *listing, const struct figure *cells, struct amount *ret)
{
	const struct figure *figure =
	    cells ? &cells[ROLLUP_TOTAL(listing->overview->all_actions)] : NULL;

	ret[0] = figure ? figure->target : AMOUNT_NONE;
	ret[1] = figure ? figure->plan : AMOUNT_NONE;
	ret[2] = figure ? figure->realised : AMOUNT_NONE;
	ret[3] = figure ? figure->forecast : AMOUNT_NONE;
}

/* What nobody has looked at is grey. */
static char *
action_light(const struct overview *overview, const struct action *action)
{
	const struct outlook *outlook = part_outlook(overview, action);

	return outlook ? lights_text(&outlook->lights) : light_text(LIGHT_GREY);
}

static void
state_row(const struct listing *listing, enum row_role role, const char *text,
    const struct action *action, const struct amount *money)
{
	const struct latest_report *report =
	    action ? part_report(listing->overview, action) : NULL;
	g_autofree char *light = action ? action_light(listing->overview, action) : NULL;
	g_autofree char *comment = action ? part_comment(report) : NULL;
	const char *status = action ? word_text(status_words, action->status) : "";

	if (group_row(listing, role, text))
		return;
	table_row(listing->table, role,
	    (const struct cell[]){
	        action ? cell_text(action->code) : cell_empty(),
	        cell_text(text),
	        cell_money(money[0]),
	        cell_money(money[1]),
	        cell_money(money[2]),
	        cell_money(money[3]),
	        action ? cell_text(*status ? status : "–") : cell_empty(),
	        action ? cell_text(light) : cell_empty(),
	        action ? cell_text(*comment ? comment : "–") : cell_empty(),
	    });
}

void
actions_state(
    struct doc *doc, const struct overview *overview, bool counts, const char *caption)
{
	const struct column columns[] = {
		part_column_text("id", "Id"),
		part_column_text("atgard", "Åtgärd"),
		part_column_mkr("mal_kr", "Mål"),
		part_column_mkr("plan_tom_kr", "Plan t.o.m."),
		part_column_mkr("realiserat_kr", "Realiserat"),
		part_column_mkr("prognos_kr", "Prognos"),
		part_column_text("status", "Status"),
		part_column_text("ljus", "Ljus"),
		part_column_text("kommentar", "Senaste kommentar"),
	};
	struct listing listing = {
		.overview = overview,
		.counts = counts,
		.n_sums = 4,
		.money = state_money,
		.row = state_row,
	};

	listing.table = doc_table(doc, caption, columns, G_N_ELEMENTS(columns));
	list_all(&listing);
}

guint
actions_count(const struct overview *overview, bool counts, guint *ret_no_amount)
{
	const struct rollup *rollup = overview->all_actions;
	const GArray *actions = overview->plan->actions;
	guint n = 0, none = 0;

	for (guint i = 0; i < actions->len; i++) {
		const struct action *action = &g_array_index(actions, struct action, i);
		const struct rollup_row *row;

		if (action->counts != counts)
			continue;
		row = rollup_find(rollup, action->id);
		n++;
		if (!row || !row->cells[ROLLUP_TOTAL(rollup)].target.known)
			none++;
	}
	if (ret_no_amount)
		*ret_no_amount = none;
	return n;
}
