/*
 * check_overlaps.c - each pair once, no rings, never more than gross.
 */
#include "rollup/action_sums.h"
#include "rollup/check.h"

static const char *
code_of(const struct plan *plan, int64_t action)
{
	const struct action *found = plan_action_by_id(plan, action);

	return found == NULL ? "okänd åtgärd" : found->code;
}

static char *
year_text(int year)
{
	return year == 0 ? g_strdup("ej årsfördelat") : g_strdup_printf("%d", year);
}

static void
check_duplicates(const struct plan *plan, GPtrArray *remarks)
{
	g_autoptr(GHashTable) seen =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	for (guint i = 0; i < plan->overlaps->len; i++) {
		const struct overlap *o =
		    &g_array_index(plan->overlaps, struct overlap, i);
		g_autofree char *year = year_text(o->year);
		char *pair =
		    g_strdup_printf("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %d",
		        MIN(o->action, o->other), MAX(o->action, o->other), o->year);

		if (g_hash_table_add(seen, pair))
			continue;
		remark_add(remarks, REMARK_FEL, "OVERLAPP-DUBBEL",
		    code_of(plan, o->action),
		    g_strdup_printf("Överlappet mellan %s och %s (%s) finns mer än en "
		                    "gång.",
		        code_of(plan, o->action), code_of(plan, o->other), year),
		    g_strdup("Behåll ett av dem och ta bort det andra."));
	}
}

static void
check_unsaid(const struct plan *plan, GPtrArray *remarks)
{
	for (guint i = 0; i < plan->overlaps->len; i++) {
		const struct overlap *o =
		    &g_array_index(plan->overlaps, struct overlap, i);
		const char *action = code_of(plan, o->action);
		const char *other = code_of(plan, o->other);
		g_autofree char *year = year_text(o->year);

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
	    year == -1 ? g_strdup("hela programmet") : year_text(year);

	remark_add(remarks, REMARK_FEL, "OVERLAPP-BRUTTO", code_of(plan, action),
	    g_strdup_printf("%s viker för överlapp på %s (%s), men målet är bara %s.",
	        code_of(plan, action), yielded_text, when, gross_text),
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

/* A yields to B is an edge A -> B; a ring would have nobody keep the krona. */
struct edge {
	int64_t from, to;
	int year;
	bool live;
};

static GArray *
edges_of(const struct plan *plan)
{
	GArray *edges = g_array_new(FALSE, FALSE, sizeof(struct edge));

	for (guint i = 0; i < plan->overlaps->len; i++) {
		const struct overlap *o =
		    &g_array_index(plan->overlaps, struct overlap, i);
		struct edge edge = {
			.from = o->yields,
			.to = o->yields == o->action ? o->other : o->action,
			.year = o->year,
			.live = true,
		};

		if (o->yields != 0)
			g_array_append_val(edges, edge);
	}
	return edges;
}

static struct edge *
live_edge_from(const GArray *edges, int64_t from, int year)
{
	for (guint i = 0; i < edges->len; i++) {
		struct edge *edge = &g_array_index(edges, struct edge, i);

		if (edge->live && edge->from == from && edge->year == year)
			return edge;
	}
	return NULL;
}

/* Edges into actions that yield to nobody lie on no ring: drop them until none is left
 * to drop. */
static void
drop_ends(GArray *edges)
{
	bool dropped = true;

	while (dropped) {
		dropped = false;
		for (guint i = 0; i < edges->len; i++) {
			struct edge *edge = &g_array_index(edges, struct edge, i);

			if (!edge->live || live_edge_from(edges, edge->to, edge->year))
				continue;
			edge->live = false;
			dropped = true;
		}
	}
}

/* The first recorded edge of the ring that is reached from an action. */
static const struct edge *
ring_start(const GArray *edges, int64_t from, int year)
{
	const struct edge *edge = live_edge_from(edges, from, year);
	const struct edge *first;

	/* As many steps as there are edges end on the ring for certain. */
	for (guint i = 0; i < edges->len; i++)
		edge = live_edge_from(edges, edge->to, year);
	first = edge;
	for (guint i = 0; i < edges->len; i++) {
		edge = live_edge_from(edges, edge->to, year);
		if (edge < first)
			first = edge;
	}
	return first;
}

/* Name the ring that is reached from an action, and drop its edges. */
static void
add_ring(
    const struct plan *plan, GArray *edges, int64_t from, int in_year, GPtrArray *remarks)
{
	g_autofree char *year = year_text(in_year);
	g_autoptr(GString) ring = g_string_new(NULL);
	const int64_t start = ring_start(edges, from, in_year)->from;
	int64_t at = start;

	g_string_append(ring, code_of(plan, at));
	do {
		struct edge *edge = live_edge_from(edges, at, in_year);

		edge->live = false;
		at = edge->to;
		g_string_append_printf(ring, " → %s", code_of(plan, at));
	} while (at != start);
	remark_add(remarks, REMARK_FEL, "OVERLAPP-CYKEL", code_of(plan, start),
	    g_strdup_printf("Överlappen går i cirkel (%s): %s.", year, ring->str),
	    g_strdup("Ändra vilken åtgärd som viker i ett av överlappen, så att någon "
	             "behåller beloppet."));
}

static void
check_rings(const struct plan *plan, GPtrArray *remarks)
{
	g_autoptr(GArray) edges = edges_of(plan);

	drop_ends(edges);
	for (guint i = 0; i < edges->len; i++) {
		const struct edge *edge = &g_array_index(edges, struct edge, i);

		if (!edge->live)
			continue;
		add_ring(plan, edges, edge->from, edge->year, remarks);
		drop_ends(edges);
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
