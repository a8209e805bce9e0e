/*
 * check_savings.c - what kontroll says of savings that look wrong: remarks to look into,
 * never faults.
 */
#include "calendar/month.h"
#include "ledger/saving.h"
#include "money/share.h"
#include "rollup/action_sums.h"
#include "rollup/check.h"
#include "rollup/series.h"

/* The plan's own cells that say something: a month that was corrected to nothing, or had
 * nothing, is left out. */
static GArray *
own_cells(const struct plan *plan, const GArray *cube)
{
	GArray *own = g_array_new(FALSE, FALSE, sizeof(struct cube_cell));

	for (guint i = 0; i < cube->len; i++) {
		const struct cube_cell *c = &g_array_index(cube, struct cube_cell, i);
		const struct line *line = plan_line(plan, c->line);

		if (c->reports > 0 && c->ore != 0 && line &&
		    plan_action_by_id(plan, line->action))
			g_array_append_val(own, *c);
	}
	return own;
}

/* ---- the same series twice ------------------------------------------------------- */

#define SERIES_MIN 6 /* shorter ones are alike by chance */

static void
add_twin(const struct plan *plan, const GArray *cells, guint first, guint second,
    struct remark_names *names)
{
	const struct line *x =
	    plan_line(plan, g_array_index(cells, struct cube_cell, first).line);
	const struct line *y =
	    plan_line(plan, g_array_index(cells, struct cube_cell, second).line);
	g_autofree char *a = remark_line(plan, x, NULL);
	g_autofree char *b = remark_line(plan, y, NULL);

	remark_names_add(names, plan_action_by_id(plan, y->action)->code,
	    g_strdup_printf("%s och %s", b, a));
}

static void
check_series(const struct plan *plan, const GArray *cells, GPtrArray *remarks)
{
	g_autoptr(GHashTable) seen = series_seen_new();
	g_autofree struct series_point *points =
	    g_new(struct series_point, MAX(cells->len, 1));
	struct remark_names names = { 0 };

	for (guint i = 0, next; i < cells->len; i = next) {
		struct series series = { &points[i], 0, i };
		const struct series *first;

		for (next = i; next < cells->len; next++, series.n++) {
			const struct cube_cell *c =
			    &g_array_index(cells, struct cube_cell, next);

			if (c->line != g_array_index(cells, struct cube_cell, i).line)
				break;
			points[next] = (struct series_point){ c->month, c->ore };
		}
		if (series.n < SERIES_MIN)
			continue;
		first = series_seen(seen, &series);
		if (first)
			add_twin(plan, cells, first->owner, i, &names);
	}
	remark_names_say(&names, remarks, "SERIE",
	    "par av mållinjer har samma utfall månad för månad, trolig kopia",
	    "par av mållinjer har samma utfall månad för månad, troliga kopior",
	    "Ta reda på vilken mållinje serien hör till och rätta den andra med "
	    "\"sparplan utfall ID MÅNAD BELOPP mkr --ratta\".");
}

/* ---- more than was aimed at ------------------------------------------------------ */

static bool
is_above(struct amount target, struct amount realised, const struct settings *settings)
{
	struct amount ceiling = amount_scale(
	    target, amount_of(settings->number[SETTING_CEILING]), amount_of(10000));

	return target.known && target.ore > 0 && realised.known && ceiling.known &&
	       realised.ore > ceiling.ore;
}

static void
append_above(GString *out, const char *when, struct amount realised, struct amount target)
{
	bool exact = remark_needs_exact(realised.ore, target.ore);
	g_autofree char *part = remark_amount(realised.ore, exact);
	g_autofree char *whole = remark_amount(target.ore, exact);

	g_string_append_printf(
	    out, "%s%s %s av %s", out->len > 0 ? "; " : "", when, part, whole);
}

/* The years that are above, or else the whole.  What falls on no year may fall on any. */
static char *
above_text(const struct action_sum *rows, guint n, const struct settings *settings)
{
	struct amount anytime = rows->year == 0 ? rows->target : AMOUNT_NONE;
	struct amount target = AMOUNT_NONE, realised = AMOUNT_NONE;
	g_autoptr(GString) out = g_string_new(NULL);

	for (guint i = 0; i < n; i++) {
		struct amount of_year = rows[i].target;
		g_autofree char *year = g_strdup_printf("%d", rows[i].year);

		if (!amount_add(&target, rows[i].target) ||
		    !amount_add(&realised, rows[i].realised))
			return NULL;
		if (rows[i].year != 0 && of_year.known && amount_add(&of_year, anytime) &&
		    is_above(of_year, rows[i].realised, settings))
			append_above(out, year, rows[i].realised, of_year);
	}
	if (out->len == 0 && is_above(target, realised, settings))
		append_above(out, "hela programmet", realised, target);
	return out->len > 0 ? g_strdup(out->str) : NULL;
}

static void
check_ceiling(const struct plan *plan, const GArray *cells,
    const struct settings *settings, GPtrArray *remarks)
{
	g_autoptr(GArray) sums = action_sums_make(plan, cells);
	g_autofree char *one = g_strdup_printf(
	    "åtgärd har ett utfall över %s av målet", settings->text[SETTING_CEILING]);
	g_autofree char *many = g_strdup_printf(
	    "åtgärder har ett utfall över %s av målet", settings->text[SETTING_CEILING]);
	struct remark_names names = { 0 };

	for (guint i = 0; i < plan->actions->len; i++) {
		const struct action *a = &g_array_index(plan->actions, struct action, i);
		guint n, first = action_sums_of(sums, a->id, &n);
		g_autofree char *above =
		    n == 0 ? NULL
		           : above_text(&g_array_index(sums, struct action_sum, first), n,
		                 settings);

		if (above)
			remark_names_add(
			    &names, a->code, g_strdup_printf("%s (%s)", a->code, above));
	}
	remark_names_say(&names, remarks, "TAK", one, many,
	    "Se efter att utfallen har rätt enhet och inte är bokförda två gånger; rätta "
	    "med \"sparplan utfall ID MÅNAD BELOPP mkr --ratta\". Gränsen är "
	    "inställningen kontroll.tak.");
}

/* ---- months that cannot be meant ------------------------------------------------- */

#define MONTHS_AHEAD 12 /* a month further ahead is probably mistyped */

static void
check_months(
    const struct plan *plan, const GArray *cells, int this_month, GPtrArray *remarks)
{
	struct remark_names ahead = { 0 }, outside = { 0 };
	g_autofree char *one = NULL;
	g_autofree char *many = NULL;
	int first, last;

	plan_years(plan, &first, &last);
	one = g_strdup_printf(
	    "månad med utfall ligger utanför programmets år %d–%d", first, last);
	many = g_strdup_printf(
	    "månader med utfall ligger utanför programmets år %d–%d", first, last);
	for (guint i = 0; i < cells->len; i++) {
		const struct cube_cell *c = &g_array_index(cells, struct cube_cell, i);
		const struct line *line = plan_line(plan, c->line);
		int year = month_year(c->month);
		bool far = month_between(this_month, c->month) > MONTHS_AHEAD;
		g_autofree char *month = NULL;

		if (!far && (first == 0 || (year >= first && year <= last)))
			continue;
		month = month_text(c->month);
		remark_names_add(far ? &ahead : &outside,
		    plan_action_by_id(plan, line->action)->code,
		    remark_line(plan, line, month));
	}
	remark_names_say(&ahead, remarks, "PERIOD",
	    "månad med utfall ligger mer än ett år fram och är troligen felskriven",
	    "månader med utfall ligger mer än ett år fram och är troligen felskrivna",
	    "Ta bort utfallet med \"sparplan utfall ID MÅNAD 0 kr --ratta\" och bokför "
	    "det på rätt månad.");
	remark_names_say(&outside, remarks, "PERIOD", one, many,
	    "Är månaden fel, ta bort utfallet med \"sparplan utfall ID MÅNAD 0 kr "
	    "--ratta\" och bokför det på rätt månad. Är den rätt, ge programmet ett mål "
	    "eller krav det året.");
}

void
check_savings(const struct plan *plan, const GArray *cube,
    const struct settings *settings, int this_month, GPtrArray *remarks)
{
	g_autoptr(GArray) cells = own_cells(plan, cube);

	check_series(plan, cells, remarks);
	check_ceiling(plan, cells, settings, remarks);
	check_months(plan, cells, this_month, remarks);
}
