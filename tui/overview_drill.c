/*
 * overview_drill.c - from a figure on the overview down to the actions behind it.
 */
#include "tui/overview.h"

#include "calendar/month.h"
#include "tui/dialog.h"

/* The figures of an action over the programme, or in a column; NULL: it has none. */
static const struct figure *
figure_of(const struct overview *view, const struct action *action, int column)
{
	const struct rollup *rollup = view->by[GROUPING_ACTION];
	const struct rollup_row *row = rollup_find(rollup, action->id);

	return row != NULL ? &row->cells[column] : NULL;
}

static bool
is_behind(const struct overview *view, const struct action *action)
{
	for (guint i = 0; i < view->deviations->len; i++)
		if (g_array_index(view->deviations, struct deviation, i).action->id ==
		    action->id)
			return true;
	return false;
}

static bool
is_of_unit(const struct overview *view, const struct action *action, int64_t id)
{
	const struct unit *unit = plan_unit(view->plan, action->unit);

	return plan_unit_top(view->plan, unit != NULL ? unit->id : 0) == id;
}

/* Is it behind the figure, once it counts? */
static bool
is_counted_behind(const struct overview *view, guint index, const struct drill *drill)
{
	const struct action *action =
	    &g_array_index(view->plan->actions, struct action, index);
	const struct rollup *rollup = view->by[GROUPING_ACTION];
	const struct figure *total = figure_of(view, action, ROLLUP_TOTAL(rollup));
	const struct figure *figure;

	switch (drill->kind) {
	case DRILL_COUNTED:
		return true;
	case DRILL_YEAR:
		figure = figure_of(view, action, drill->value);
		return figure != NULL && (figure->target.known || figure->realised.known);
	case DRILL_UNIT:
		return is_of_unit(view, action, drill->id);
	case DRILL_TYPE:
		return (int)action->kind == drill->value;
	case DRILL_LIGHT:
		return (int)view->outlooks[index].lights.light == drill->value;
	case DRILL_TARGET:
		return total != NULL && total->target.known;
	case DRILL_BLANK:
		return total == NULL || !total->target.known;
	case DRILL_DECIDED:
		return action->stage >= 3;
	case DRILL_FORECAST:
		return total != NULL && total->forecast.known;
	case DRILL_REALISED:
		return total != NULL && total->realised.known;
	case DRILL_BEHIND:
		return is_behind(view, action);
	case DRILL_MISSING:
		return view->reports[index].awaited && !view->reports[index].reported;
	case DRILL_NONE:
	case DRILL_OUTSIDE:
	case DRILL_ACTION:
	case DRILL_ATTEST:
	case DRILL_SETTINGS:
		break;
	}
	return false;
}

static void
show_actions(struct app *app, const struct overview *view, const struct drill *drill)
{
	g_autoptr(GArray) ids = g_array_new(FALSE, FALSE, sizeof(int64_t));
	g_autoptr(GString) what = g_string_new(NULL);

	for (guint i = 0; i < view->plan->actions->len; i++) {
		const struct action *action =
		    &g_array_index(view->plan->actions, struct action, i);

		if (drill->kind == DRILL_OUTSIDE
		        ? !action->counts
		        : action->counts && is_counted_behind(view, i, drill))
			g_array_append_val(ids, action->id);
	}
	/* the screen and its texts go when the list comes */
	if (drill->kind == DRILL_YEAR &&
	    drill->value < view->by[GROUPING_ACTION]->n_years)
		g_string_printf(what, "mål eller utfall %d",
		    view->by[GROUPING_ACTION]->query.first_year + drill->value);
	else
		g_string_assign(what, drill->what);
	screen_list_only(app, ids, what->str);
}

void
overview_drill(struct app *app, const struct overview *view, const struct drill *drill)
{
	const struct action *action;

	switch (drill->kind) {
	case DRILL_NONE:
		break;
	case DRILL_ACTION:
		action = plan_action_by_id(view->plan, drill->id);
		if (action != NULL)
			screen_action_open(app, action->code);
		break;
	case DRILL_ATTEST:
		screen_verify_open(app);
		break;
	case DRILL_SETTINGS:
		screen_settings_open(app);
		break;
	default:
		show_actions(app, view, drill);
		break;
	}
}

/* ---- all risks, to read ------------------------------------------------------------ */

static void
add_risk(struct app *app, GPtrArray *lines, const struct overview *view, guint index)
{
	const struct action *action =
	    &g_array_index(view->plan->actions, struct action, index);
	const struct outlook *look = &view->outlooks[index];
	const struct latest_report *report = &view->reports[index];
	g_autofree char *why = overview_why(app, look);
	g_autofree char *light = light_text(look->lights.light);

	if (lines->len > 0)
		g_ptr_array_add(lines, g_strdup(""));
	g_ptr_array_add(
	    lines, g_strdup_printf("#%s  %s %s", light, action->code, action->name));
	g_ptr_array_add(lines, g_strdup_printf(" Ansvarig: %s",
	                           action->owner[0] != '\0' ? action->owner : "saknas"));
	g_ptr_array_add(lines, g_strdup_printf(" Varför: %s", why));
	if (report->round[0] == '\0')
		g_ptr_array_add(lines, g_strdup(" Ingen rapport än."));
	else if (report->nothing_new && report->comment[0] == '\0')
		g_ptr_array_add(lines,
		    g_strdup_printf(" %s: inget nytt att redovisa", report->round));
	else
		g_ptr_array_add(lines,
		    g_strdup_printf(" %s: %s", report->round,
		        report->comment[0] != '\0' ? report->comment : "utan kommentar"));
}

void
overview_read_risks(struct app *app, const struct overview *view)
{
	static const enum light order[] = { LIGHT_RED, LIGHT_YELLOW };
	g_autofree char *month = month_words(view->cutoff);
	g_autofree char *title = g_strdup_printf(
	    "Röda och gula · %s · %s", session_programme(app->session)->code, month);
	GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GArray) places = plan_order(view->plan);

	for (size_t l = 0; l < G_N_ELEMENTS(order); l++)
		for (guint n = 0; n < places->len; n++) {
			guint i = g_array_index(places, guint, n);

			if (overview_is_risk(view, i, order[l]))
				add_risk(app, lines, view, i);
		}
	if (lines->len == 0)
		g_ptr_array_add(lines, g_strdup("Ingen åtgärd är röd eller gul."));
	dialog_read(app, title, lines);
}
