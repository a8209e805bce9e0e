/*
 * check_rings.c - overlaps in which nobody is left to keep the krona.
 *
 * Within a year, "A yields to B" is an edge from A to B.  Edges into actions that yield
 * to nobody lie on no ring and are dropped until none is left to drop; what is left leads
 * into rings, each of which is named and dropped.  Every edge is dropped once.
 */
#include "rollup/check.h"

/* Lists of edges are indices + 1; 0 ends them. */
struct edge {
	guint from, to; /* nodes */
	guint next_out, next_in;
	bool live;
};

/* An action in a year. */
struct node {
	int64_t action;
	int year;
	guint out, in; /* in the overlaps' order */
	guint n_live;  /* of those out */
	guint seen;    /* the last walk that came by */
};

struct graph {
	GArray *nodes; /* struct node */
	GArray *edges; /* struct edge, in the overlaps' order */
	GArray *ends;  /* guint: nodes without live edges out, still to be looked at */
	GHashTable *by_key; /* "action year" -> node + 1 */
	guint walks;
};

static struct node *
node_at(const struct graph *graph, guint i)
{
	return &g_array_index(graph->nodes, struct node, i);
}

static struct edge *
edge_at(const struct graph *graph, guint i)
{
	return &g_array_index(graph->edges, struct edge, i);
}

static guint
find_node(struct graph *graph, int64_t action, int year)
{
	char *key = g_strdup_printf("%" G_GINT64_FORMAT " %d", action, year);
	guint known = GPOINTER_TO_UINT(g_hash_table_lookup(graph->by_key, key));
	struct node node = { .action = action, .year = year };

	if (known) {
		g_free(key);
		return known - 1;
	}
	g_array_append_val(graph->nodes, node);
	g_hash_table_insert(graph->by_key, key, GUINT_TO_POINTER(graph->nodes->len));
	return graph->nodes->len - 1;
}

static void
graph_init(struct graph *graph, const struct plan *plan)
{
	*graph = (struct graph){
		.nodes = g_array_new(FALSE, FALSE, sizeof(struct node)),
		.edges = g_array_new(FALSE, FALSE, sizeof(struct edge)),
		.ends = g_array_new(FALSE, FALSE, sizeof(guint)),
		.by_key = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
	};
	for (guint i = 0; i < plan->overlaps->len; i++) {
		const struct overlap *o =
		    &g_array_index(plan->overlaps, struct overlap, i);
		int64_t to = o->yields == o->action ? o->other : o->action;
		struct edge edge = { .live = true };

		if (o->yields == 0)
			continue;
		edge.from = find_node(graph, o->yields, o->year);
		edge.to = find_node(graph, to, o->year);
		g_array_append_val(graph->edges, edge);
	}
	/* from the last, so that the lists are in the overlaps' order */
	for (guint i = graph->edges->len; i > 0; i--) {
		struct edge *edge = edge_at(graph, i - 1);
		struct node *from = node_at(graph, edge->from);
		struct node *to = node_at(graph, edge->to);

		edge->next_out = from->out;
		from->out = i;
		from->n_live++;
		edge->next_in = to->in;
		to->in = i;
	}
	for (guint i = 0; i < graph->nodes->len; i++)
		if (node_at(graph, i)->n_live == 0)
			g_array_append_val(graph->ends, i);
}

static void
graph_clear(struct graph *graph)
{
	g_array_unref(graph->nodes);
	g_array_unref(graph->edges);
	g_array_unref(graph->ends);
	g_hash_table_unref(graph->by_key);
}

static void
drop_edge(struct graph *graph, struct edge *edge)
{
	guint from = edge->from;

	edge->live = false;
	if (--node_at(graph, from)->n_live == 0)
		g_array_append_val(graph->ends, from);
}

static void
drop_ends(struct graph *graph)
{
	while (graph->ends->len > 0) {
		guint end = g_array_index(graph->ends, guint, graph->ends->len - 1);

		g_array_set_size(graph->ends, graph->ends->len - 1);
		for (guint i = node_at(graph, end)->in; i > 0;
		     i = edge_at(graph, i - 1)->next_in)
			if (edge_at(graph, i - 1)->live)
				drop_edge(graph, edge_at(graph, i - 1));
	}
}

/* The first live edge out; NULL when there is none.  Dead ones are passed only once. */
static struct edge *
first_out(struct graph *graph, guint node)
{
	guint *out = &node_at(graph, node)->out;

	while (*out > 0 && !edge_at(graph, *out - 1)->live)
		*out = edge_at(graph, *out - 1)->next_out;
	return *out > 0 ? edge_at(graph, *out - 1) : NULL;
}

/* Where the ring that is reached from a node was recorded first. */
static guint
ring_start(struct graph *graph, guint node)
{
	const struct edge *edge, *lowest;
	guint walk = ++graph->walks;

	while (node_at(graph, node)->seen != walk) {
		node_at(graph, node)->seen = walk;
		node = first_out(graph, node)->to;
	}
	lowest = edge = first_out(graph, node);
	while (edge->to != node) {
		edge = first_out(graph, edge->to);
		if (edge < lowest)
			lowest = edge;
	}
	return lowest->from;
}

/* Name the ring that is reached from a node, and drop its edges. */
static void
add_ring(const struct plan *plan, struct graph *graph, guint from, GPtrArray *remarks)
{
	const guint start = ring_start(graph, from);
	const int64_t first = node_at(graph, start)->action;
	g_autofree char *year = remark_year(node_at(graph, start)->year);
	g_autoptr(GString) ring = g_string_new(remark_action(plan, first));
	guint at = start;

	do {
		struct edge *edge = first_out(graph, at);

		at = edge->to;
		drop_edge(graph, edge);
		g_string_append_printf(
		    ring, " → %s", remark_action(plan, node_at(graph, at)->action));
	} while (at != start);
	remark_add(remarks, REMARK_FEL, "OVERLAPP-CYKEL", remark_action(plan, first),
	    g_strdup_printf("Överlappen går i cirkel (%s): %s.", year, ring->str),
	    g_strdup("Ändra vilken åtgärd som viker i ett av överlappen, så att någon "
	             "behåller beloppet."));
}

void
check_rings(const struct plan *plan, GPtrArray *remarks)
{
	struct graph graph;

	graph_init(&graph, plan);
	drop_ends(&graph);
	for (guint i = 0; i < graph.edges->len; i++) {
		if (!edge_at(&graph, i)->live)
			continue;
		add_ring(plan, &graph, edge_at(&graph, i)->from, remarks);
		drop_ends(&graph);
	}
	graph_clear(&graph);
}
