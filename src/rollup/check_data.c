/*
 * check_data.c - what kontroll says of suspicious data: remarks to look into, never
 * faults.
 */
#include <string.h>

#include "calendar/date.h"
#include "ledger/saving.h"
#include "rollup/check.h"

/* Counted actions without an owner: one remark that names them all. */
static void
check_owners(const struct plan *plan, GPtrArray *remarks)
{
	g_autoptr(GString) codes = g_string_new(NULL);
	int n = 0;

	for (guint i = 0; i < plan->actions->len; i++) {
		const struct action *a = &g_array_index(plan->actions, struct action, i);

		if (!a->counts || a->owner[0])
			continue;
		g_string_append_printf(codes, "%s%s", n ? ", " : "", a->code);
		n++;
	}
	if (n)
		remark_add(remarks, REMARK_OBS, "ANSVARIG", NULL,
		    g_strdup_printf("%d %s mot kravet saknar ansvarig: %s.", n,
		        n == 1 ? "åtgärd som räknas" : "åtgärder som räknas", codes->str),
		    g_strdup(
		        "Skriv vem som ansvarar, till exempel med \"sparplan andra ID "
		        "ansvarig=NAMN\"."));
}

static void
check_dates(const struct plan *plan, GPtrArray *remarks)
{
	for (guint i = 0; i < plan->actions->len; i++) {
		const struct action *a = &g_array_index(plan->actions, struct action, i);
		int start = date_first_month(date_kept(a->start));
		int finish = date_last_month(date_kept(a->finish));

		if (start && finish && start > finish)
			remark_add(remarks, REMARK_OBS, "DATUM", a->code,
			    g_strdup_printf("%s börjar %s men slutar %s.", a->code,
			        a->start, a->finish),
			    g_strdup("Rätta start eller slut."));
	}
}

/* One year of a line whose sign differs from all its others: a minus that was lost or
 * added. With two years it cannot be told which of them is wrong, and it is said of the
 * line. */
static void
check_signs(const struct plan *plan, GPtrArray *remarks)
{
	g_autofree guint *plus = g_new0(guint, plan->lines->len + 1);
	g_autofree guint *minus = g_new0(guint, plan->lines->len + 1);

	for (guint i = 0; i < plan->targets->len; i++) {
		const struct target *t = &g_array_index(plan->targets, struct target, i);
		const struct line *line = plan_line(plan, t->line);
		gsize at =
		    line ? (gsize)(line - &g_array_index(plan->lines, struct line, 0))
		         : 0;

		plus[at] += line && t->ore > 0;
		minus[at] += line && t->ore < 0;
	}
	for (guint i = 0; i < plan->lines->len; i++) {
		const struct line *line = &g_array_index(plan->lines, struct line, i);
		const struct action *a = plan_action_by_id(plan, line->action);

		if (!a || plus[i] == 0 || minus[i] == 0 || MIN(plus[i], minus[i]) > 1)
			continue;
		remark_add(remarks, REMARK_OBS, "TECKEN", a->code,
		    g_strdup_printf(
		        "%s har mål med olika tecken på samma mållinje (%s, %s): ett "
		        "minustecken kan ha fallit bort.",
		        a->code, plan_unit_name(plan, line->unit),
		        word_text(cost_kind_words, (int)line->cost_kind)),
		    g_strdup("Jämför årens belopp med planen och rätta det som är fel."));
	}
}

void
check_data(const struct plan *plan, GPtrArray *remarks)
{
	check_owners(plan, remarks);
	check_dates(plan, remarks);
	check_signs(plan, remarks);
}

/* ---- the same series twice ----------------------------------------------------------
 */

#define SERIES_MIN 6 /* shorter ones are alike by chance */

/* A line's months and amounts as one text, to be compared. */
static char *
series_text(const GArray *cube, guint from, guint to)
{
	GString *out = g_string_new(NULL);

	for (guint i = from; i < to; i++) {
		const struct cube_cell *c = &g_array_index(cube, struct cube_cell, i);

		g_string_append_printf(out, "%d:%" G_GINT64_FORMAT " ", c->month, c->ore);
	}
	return g_string_free(out, FALSE);
}

static void
add_twin(const struct plan *plan, int64_t one, int64_t other, GPtrArray *remarks)
{
	const struct line *x = plan_line(plan, one), *y = plan_line(plan, other);
	const struct action *a = x ? plan_action_by_id(plan, x->action) : NULL;
	const struct action *b = y ? plan_action_by_id(plan, y->action) : NULL;

	if (a && b)
		remark_add(remarks, REMARK_OBS, "SERIE", b->code,
		    g_strdup_printf(
		        "%s (%s) har samma utfall som %s (%s) månad för månad: trolig "
		        "kopia.",
		        b->code, plan_unit_name(plan, y->unit), a->code,
		        plan_unit_name(plan, x->unit)),
		    g_strdup(
		        "Ta reda på vilken av dem serien hör till och rätta den andra."));
}

void
check_series(const struct plan *plan, const GArray *cube, GPtrArray *remarks)
{
	g_autoptr(GHashTable) seen =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	guint from = 0;

	for (guint i = 0; i < cube->len; i++) {
		const struct cube_cell *c = &g_array_index(cube, struct cube_cell, i);
		bool last = i + 1 == cube->len ||
		            g_array_index(cube, struct cube_cell, i + 1).line != c->line;
		char *text;
		gpointer first;

		if (!last)
			continue;
		if (i + 1 - from >= SERIES_MIN && plan_line(plan, c->line)) {
			text = series_text(cube, from, i + 1);
			first = g_hash_table_lookup(seen, text);
			if (first) {
				add_twin(plan,
				    g_array_index(cube, struct cube_cell,
				        GPOINTER_TO_UINT(first) - 1)
				        .line,
				    c->line, remarks);
				g_free(text);
			} else
				g_hash_table_insert(
				    seen, text, GUINT_TO_POINTER(from + 1));
		}
		from = i + 1;
	}
}
