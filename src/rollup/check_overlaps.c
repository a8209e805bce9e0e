/*
 * check_overlaps.c - each pair once, no rings, never more than gross.
 */
#include "rollup/action_sums.h"
#include "rollup/check.h"

static void
check_duplicates(const struct plan *plan, GPtrArray *remarks)
{
	g_autoptr(GHashTable) seen =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	for (guint i = 0; i < plan->overlaps->len; i++) {
		const struct overlap *o =
		    &g_array_index(plan->overlaps, struct overlap, i);
		g_autofree char *year = remark_year(o->year);
		char *pair =
		    g_strdup_printf("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %d",
		        MIN(o->action, o->other), MAX(o->action, o->other), o->year);

		if (g_hash_table_add(seen, pair))
			continue;
		remark_add(remarks, REMARK_FEL, "OVERLAPP-DUBBEL",
		    remark_action(plan, o->action),
		    g_strdup_printf("Överlappet mellan %s och %s (%s) finns mer än en "
		                    "gång.",
		        remark_action(plan, o->action), remark_action(plan, o->other),
		        year),
		    g_strdup("Behåll ett av dem och ta bort det andra."));
	}
}

static void
check_unsaid(const struct plan *plan, GPtrArray *remarks)
{
	for (guint i = 0; i < plan->overlaps->len; i++) {
		const struct overlap *o =
		    &g_array_index(plan->overlaps, struct overlap, i);
		const char *action = remark_action(plan, o->action);
		const char *other = remark_action(plan, o->other);
		g_autofree char *year = remark_year(o->year);

		if (!o->amount.known)
			remark_add(remarks, REMARK_OBS, "OVERLAPP-MISSTANKT", action,
			    g_strdup_printf("%s och %s (%s) misstänks räkna samma "
			                    "besparing, men beloppet är inte angivet och "
			                    "dras därför inte av.",
			        action, other, year),
			    g_strdup("Ange överlappets belopp och vilken åtgärd som "
			             "viker, eller ta bort misstanken."));
		else if (o->yields == 0)
			remark_add(remarks, REMARK_OBS, "OVERLAPP-VIKER", action,
			    g_strdup_printf("Överlappet mellan %s och %s (%s) säger inte "
			                    "vem som viker och dras därför inte av.",
			        action, other, year),
			    g_strdup("Ange vilken av de två åtgärderna som viker."));
	}
}

static void
add_over_gross(const struct plan *plan, int64_t action, int year, int64_t yielded,
    int64_t gross, GPtrArray *remarks)
{
	bool exact = remark_needs_exact(yielded, gross);
	g_autofree char *yielded_text = remark_amount(yielded, exact);
	g_autofree char *gross_text = remark_amount(gross, exact);
	g_autofree char *when =
	    year == -1 ? g_strdup("hela programmet") : remark_year(year);

	remark_add(remarks, REMARK_FEL, "OVERLAPP-BRUTTO", remark_action(plan, action),
	    g_strdup_printf("%s viker för överlapp på %s (%s), men målet är bara %s.",
	        remark_action(plan, action), yielded_text, when, gross_text),
	    g_strdup("Minska överlappen eller rätta målet: mer än brutto kan inte "
	             "vika."));
}

/*
 * What an action yields in a year must fit its targets of that year and those that fall
 * on no year.
 */
static bool
check_gross_year(const struct plan *plan, const GArray *sums, int64_t action, int year,
    struct amount yielded, GPtrArray *remarks)
{
	struct amount gross = action_sums_target(sums, action, year);

	if (year > 0 && !amount_add(&gross, action_sums_target(sums, action, 0)))
		return true;
	if (!yielded.known || yielded.ore <= gross.ore)
		return true;
	add_over_gross(plan, action, year, yielded.ore, gross.ore, remarks);
	return false;
}

static gint
yield_compare(gconstpointer pointer_a, gconstpointer pointer_b)
{
	const struct overlap *a = pointer_a;
	const struct overlap *b = pointer_b;

	if (a->yields != b->yields)
		return a->yields < b->yields ? -1 : 1;
	return (a->year > b->year) - (a->year < b->year);
}

/* Year by year, and where every year holds, the whole; year 0 has only the whole. */
static void
check_gross(const struct plan *plan, GPtrArray *remarks)
{
	g_autoptr(GArray) sums = action_sums_make(plan, NULL);
	g_autoptr(GArray) sorted = g_array_copy(plan->overlaps);
	struct amount of_year = AMOUNT_NONE, whole = AMOUNT_NONE;
	bool holds = true;

	g_array_sort(sorted, yield_compare);
	for (guint i = 0; i < sorted->len; i++) {
		const struct overlap *o = &g_array_index(sorted, struct overlap, i);
		const struct overlap *next = i + 1 < sorted->len ? o + 1 : NULL;
		bool last_of_action = next == NULL || next->yields != o->yields;
		bool last_of_year = last_of_action || next->year != o->year;

		if (o->yields == 0)
			continue;
		/* what cannot be added up is more than any target */
		if (!amount_add(&of_year, o->amount))
			of_year = amount_of(INT64_MAX);
		if (!amount_add(&whole, o->amount))
			whole = amount_of(INT64_MAX);
		if (last_of_year) {
			if (o->year != 0)
				holds = check_gross_year(plan, sums, o->yields, o->year,
				            of_year, remarks) &&
				        holds;
			of_year = AMOUNT_NONE;
		}
		if (last_of_action) {
			if (holds)
				check_gross_year(
				    plan, sums, o->yields, -1, whole, remarks);
			holds = true;
			whole = AMOUNT_NONE;
		}
	}
}

void
check_overlaps(const struct plan *plan, GPtrArray *remarks)
{
	check_duplicates(plan, remarks);
	check_gross(plan, remarks);
	check_rings(plan, remarks);
	check_unsaid(plan, remarks);
}
