/*
 * check_sums.c - what kontroll says of sums: printed against computed, and calculations.
 */
#include <string.h>

#include "base/text.h"
#include "money/money_format.h"
#include "rollup/adjust.h"
#include "rollup/check.h"

/* Counted targets per year and kind, added up in one pass over the plan. */
struct target_table {
	int first, last;      /* years; both 0 when no year is known */
	struct amount *cells; /* [year - first, then ej årsfördelat][kind] */
	struct amount all;    /* any known: the plan has a counted amount */
};

static struct amount *
table_cell(const struct target_table *table, int year, int kind)
{
	int row = year == 0 ? table->last - table->first + 1 : year - table->first;

	return &table->cells[row * KIND__N + kind];
}

/* False when a sum leaves int64. */
static bool
table_fill(struct target_table *table, const struct plan *plan)
{
	bool ok = true;

	plan_years(plan, &table->first, &table->last);
	table->cells = g_new0(
	    struct amount, (gsize)(table->last - table->first + 2) * (gsize)KIND__N);
	table->all = AMOUNT_NONE;
	for (guint i = 0; ok && i < plan->targets->len; i++) {
		const struct target *t = &g_array_index(plan->targets, struct target, i);
		const struct line *line = plan_line(plan, t->line);
		const struct action *action =
		    line == NULL ? NULL : plan_action_by_id(plan, line->action);

		if (action == NULL || !action->counts)
			continue;
		ok = amount_add(table_cell(table, t->year, (int)action->kind),
		         amount_of(t->ore)) &&
		     amount_add(&table->all, amount_of(t->ore));
	}
	return ok;
}

/* Of a year (0: all of them and ej årsfördelat) and a kind (KIND_NONE: all). */
static bool
table_sum(const struct target_table *table, int year, enum kind kind, struct amount *sum)
{
	bool ok = true;

	for (int y = table->first; y <= table->last; y++)
		for (int k = 0; k < KIND__N; k++)
			if ((year == 0 || year == y) &&
			    (kind == KIND_NONE || (int)kind == k))
				ok = ok && amount_add(sum, *table_cell(table, y, k));
	for (int k = 0; year == 0 && table->first != 0 && k < KIND__N; k++)
		if (kind == KIND_NONE || (int)kind == k)
			ok = ok && amount_add(sum, *table_cell(table, 0, k));
	return ok;
}

/*
 * A programme without any counted amount has nothing to hold against what is printed; in
 * any other a sum without amounts is held as 0, so that it cannot vanish unnoticed.
 */
static struct printed_sum
printed_sum_of(const struct target_table *table, bool summed, const struct requirement *r)
{
	struct printed_sum sum = {
		.year = r->year,
		.kind = r->kind,
		.printed_ore = r->ore,
		.computed = AMOUNT_NONE,
		.explained_ore = r->difference_ore,
		.reason = r->reason == NULL ? "" : r->reason,
		.holds = summed && !table->all.known,
	};
	struct amount computed = AMOUNT_NONE;
	struct amount difference;

	if (sum.holds || !summed || !table_sum(table, r->year, r->kind, &computed))
		return sum;
	sum.computed = computed;
	difference = amount_minus(amount_of(computed.ore), amount_of(r->ore));
	if (!difference.known)
		return sum;
	sum.difference_ore = difference.ore;
	sum.holds = sum.difference_ore == sum.explained_ore &&
	            (sum.difference_ore == 0 || !text_is_blank(sum.reason));
	return sum;
}

GArray *
printed_sums_make(const struct plan *plan)
{
	GArray *out = g_array_new(FALSE, FALSE, sizeof(struct printed_sum));
	struct target_table table;
	bool summed = table_fill(&table, plan);

	for (guint i = 0; i < plan->requirements->len; i++) {
		struct printed_sum sum = printed_sum_of(&table, summed,
		    &g_array_index(plan->requirements, struct requirement, i));

		g_array_append_val(out, sum);
	}
	g_free(table.cells);
	return out;
}

/* "Kravet för 2021 (budgetreducering)" */
static char *
requirement_name(const struct printed_sum *sum)
{
	g_autofree char *of_year = sum->year == 0 ? g_strdup("hela programmet")
	                                          : g_strdup_printf("%d", sum->year);

	if (sum->kind == KIND_NONE)
		return g_strdup_printf("Kravet för %s", of_year);
	return g_strdup_printf(
	    "Kravet för %s (%s)", of_year, word_text(kind_words, (int)sum->kind));
}

static char *
reason_text(const struct printed_sum *sum, bool exact)
{
	g_autofree char *explained = remark_amount(sum->explained_ore, exact);

	if (sum->explained_ore == 0 && text_is_blank(sum->reason))
		return g_strdup("och inget skäl är angivet");
	if (text_is_blank(sum->reason))
		return g_strdup_printf("och de %s som är angivna saknar skäl", explained);
	return g_strdup_printf("men skälet \"%s\" täcker %s", sum->reason, explained);
}

static void
check_printed(const struct printed_sum *sum, GPtrArray *remarks)
{
	bool exact = remark_needs_exact(sum->printed_ore, sum->computed.ore) ||
	             remark_needs_exact(sum->explained_ore, 0);
	g_autofree char *name = requirement_name(sum);
	g_autofree char *printed = remark_amount(sum->printed_ore, exact);
	g_autofree char *computed = remark_amount(sum->computed.ore, exact);
	g_autofree char *difference = remark_amount(sum->difference_ore, exact);
	g_autofree char *reason = reason_text(sum, exact);

	if (sum->holds)
		return;
	remark_add(remarks, REMARK_FEL, "SUMMA", NULL,
	    g_strdup_printf("%s är %s, men målen som räknas är tillsammans %s. "
	                    "Skillnaden är %s, %s.",
	        name, printed, computed, difference, reason),
	    g_strdup("Rätta målen eller kravet, eller ange hela skillnaden och dess skäl "
	             "i kravet (kolumnerna skillnad och skäl)."));
}

static bool
is_in_area(const struct action *action, const struct area *area, const char *key)
{
	g_autofree char *own = NULL;

	if (strcmp(action->area, area->name) == 0)
		return true;
	if (action->area[0] == '\0')
		return false;
	own = text_fold(action->area);
	return strcmp(own, key) == 0;
}

static struct amount
area_targets(const struct plan *plan, const struct area *area)
{
	g_autofree char *key = text_fold(area->name);
	struct amount sum = AMOUNT_NONE;

	for (guint i = 0; i < plan->targets->len; i++) {
		const struct target *t = &g_array_index(plan->targets, struct target, i);
		const struct line *line = plan_line(plan, t->line);
		const struct action *action =
		    line == NULL ? NULL : plan_action_by_id(plan, line->action);

		if (action == NULL || !is_in_area(action, area, key))
			continue;
		if (!amount_add(&sum, amount_of(t->ore)))
			return AMOUNT_NONE;
	}
	return sum;
}

static void
check_net(const struct calculation *c, const char *name, GPtrArray *remarks)
{
	struct amount net = amount_minus(amount_of(c->gross_ore), amount_of(c->cost_ore));
	bool exact = remark_needs_exact(c->gross_ore, c->cost_ore) ||
	             remark_needs_exact(c->net_ore, 0);
	g_autofree char *gross = remark_amount(c->gross_ore, exact);
	g_autofree char *cost = remark_amount(c->cost_ore, exact);
	g_autofree char *computed = remark_amount(net.ore, exact);
	g_autofree char *stated = remark_amount(c->net_ore, exact);

	if (net.known && net.ore == c->net_ore)
		return;
	remark_add(remarks, REMARK_FEL, "KALKYL", NULL,
	    g_strdup_printf("Kalkylen för %s (%s) går inte ihop: brutto %s minus kostnad "
	                    "%s är %s, men netto är %s.",
	        name, c->period, gross, cost, computed, stated),
	    g_strdup("Rätta kalkylens brutto, kostnad eller netto efter källan."));
}

static void
check_area_sum(const struct plan *plan, const struct calculation *c,
    const struct area *area, GPtrArray *remarks)
{
	struct amount sum = area_targets(plan, area);
	bool exact = remark_needs_exact(sum.ore, c->net_ore);
	g_autofree char *stated = remark_amount(c->net_ore, exact);
	g_autofree char *targets = remark_amount(sum.ore, exact);

	if (sum.known && sum.ore == c->net_ore)
		return;
	remark_add(remarks, REMARK_FEL, "KALKYL", NULL,
	    g_strdup_printf("Kalkylen för %s (%s) har netto %s, men områdets mål är "
	                    "tillsammans %s.",
	        area->name, c->period, stated, sum.known ? targets : "utan belopp"),
	    g_strdup("Rätta målen i området eller kalkylens netto efter källan."));
}

void
check_sums(const struct plan *plan, GPtrArray *remarks)
{
	g_autoptr(GArray) printed = printed_sums_make(plan);

	for (guint i = 0; i < printed->len; i++)
		check_printed(&g_array_index(printed, struct printed_sum, i), remarks);
	for (guint i = 0; i < plan->calculations->len; i++) {
		const struct calculation *c =
		    &g_array_index(plan->calculations, struct calculation, i);
		const struct area *area = plan_area_by_id(plan, c->area);

		check_net(c, area == NULL ? "okänt område" : area->name, remarks);
		if (area != NULL && c->whole_programme)
			check_area_sum(plan, c, area, remarks);
	}
	check_overlaps(plan, remarks);
}
