/*
 * list_pane.c - below and instead of the rows: the selected action's pane, an empty
 * database, a filter without hits.
 */
#include "base/text.h"
#include "tui/empty.h"
#include "tui/list.h"

static void
append_years(
    struct app *app, const struct rollup *all, const struct figure *cells, GString *out)
{
	for (int i = 0; i < all->n_years; i++) {
		g_autofree char *year = NULL;

		if (!cells[i].realised.known)
			continue;
		year = rollup_column_name(all, i);
		g_string_append_printf(out, "%s%s ", out->len > 0 ? " · " : "", year);
		amount_append(
		    out, cells[i].realised, app->unit, money_unit_decimals(app->unit));
		g_string_append(out, " av ");
		amount_append(
		    out, cells[i].target, app->unit, money_unit_decimals(app->unit));
	}
	if (out->len == 0)
		g_string_append(out, "Inget utfall än");
}

static const char *
or_missing(const char *text)
{
	return text[0] != '\0' ? text : "saknas";
}

static void
draw_pane_left(struct app *app, struct grid *grid, int y, int width,
    const struct list *list, const struct listing_row *row)
{
	const struct action *action = &row->action;
	g_autoptr(GString) years = g_string_new(NULL);
	g_autofree char *title = g_strdup_printf("%s %s", action->code, action->name);
	g_autofree char *owner = g_strdup_printf(
	    "Ansvarig %s · %s", or_missing(action->owner), kind_heading(action->kind));
	g_autofree char *stage = g_strdup_printf("Plan klar %s · grad %d %s",
	    or_missing(action->plan_ready), action->stage, stage_name(action->stage));
	g_autofree char *counts = g_strdup_printf("%s · område %s",
	    action->counts ? "Räknas mot kravet" : "Utanför kravet",
	    or_missing(action->area));
	g_autofree char *measure =
	    g_strdup_printf("Uppföljning: %s", or_missing(action->indicator));

	append_years(app, list->view->units, row->cells, years);
	grid_text(grid, y, 1, width, -1, title, ROLE_HEADING);
	grid_text(grid, y + 1, 1, width, -1, owner, ROLE_TEXT);
	grid_text(grid, y + 2, 1, width, -1, counts, ROLE_TEXT);
	grid_text(grid, y + 3, 1, width, -1, stage, ROLE_TEXT);
	grid_text(grid, y + 4, 1, width, -1, years->str, ROLE_TEXT);
	grid_text(grid, y + 5, 1, width, -1, measure, ROLE_TEXT);
}

/* "Ljus: effekt ● grön · genomförande ■ röd" */
static void
draw_lights(struct grid *grid, int y, int x, int width, const struct lights *lights)
{
	g_autofree char *effect = light_text(lights->effect);
	g_autofree char *delivery = light_text(lights->delivery);
	g_autofree char *text =
	    g_strdup_printf("Ljus: effekt %s · genomförande %s", effect, delivery);

	grid_text(grid, y, x, width, -1, text, ROLE_TEXT);
}

static void
draw_pane_right(
    struct grid *grid, int y, int x, int width, const struct latest_report *report)
{
	enum role role;
	const char *sign = light_glyph(report->light, &role);
	g_autofree char *head = g_strdup_printf("Senast: %s", report->round);
	g_autoptr(GPtrArray) lines = NULL;
	int used;

	if (report->round[0] == '\0') {
		grid_text(grid, y, x, width, -1, "Ingen lägesrapport än", ROLE_TEXT);
		return;
	}
	grid_text(grid, y, x, width, -1, head, ROLE_TEXT);
	used = text_width(head) + 2;
	if (report->light != LIGHT_NONE) {
		grid_put(grid, y, x + used, sign, role);
		grid_text(grid, y, x + used + 2, width - used - 2, -1,
		    word_text(light_words, (int)report->light), role);
	}
	lines = text_wrap(
	    report->nothing_new ? "Inget nytt att redovisa" : report->comment, width);
	for (int i = 0; i < (int)lines->len && i < LIST_PANE_HEIGHT - 4; i++)
		grid_text(grid, y + 1 + i, x, width, -1, g_ptr_array_index(lines, i),
		    ROLE_TEXT);
}

void
list_draw_pane(struct app *app, struct grid *grid, int y, const struct list *list)
{
	const struct list_row *at = list_selected(list);
	const struct listing_row *row;
	int half = grid->cols / 2;

	grid_fill(grid, y, half, LIST_PANE_HEIGHT - 2, 1, "│", ROLE_TEXT);
	row = at != NULL && at->action >= 0 ? list_whole(list, at->action) : NULL;
	if (row == NULL)
		return;
	draw_pane_left(app, grid, y, half - 3, list, row);
	draw_pane_right(
	    grid, y, half + 2, grid->cols - half - 3, &list->view->reports[at->action]);
	if (list->view->lights != NULL)
		draw_lights(grid, y + LIST_PANE_HEIGHT - 3, half + 2,
		    grid->cols - half - 3, &list->view->lights[at->action]);
}

/* ---- states without rows ----------------------------------------------------------- */

void
list_draw_empty(struct app *app, struct grid *grid)
{
	static const struct empty_line lines[] = { { CMD_NONE,
		                                       "Här finns inga åtgärder än." },
		{ CMD_IMPORT, "Läs in planen från en CSV-fil" },
		{ CMD_NEW, "Lägg till en åtgärd för hand" },
		{ CMD_NONE, "Prova med exempeldata på kommandoraden: sparplan demo" },
		{ CMD_GOALS, "Mål och mått" }, { CMD_PROGRAMME, "Byt program" },
		{ CMD_QUIT, "Avsluta" }, { CMD_NONE, NULL } };
	g_autofree char *title = app_heading(app, "Åtgärder", grid->cols);
	g_autofree char *path =
	    g_strdup_printf("Databas: %s", session_path(app->session));
	g_autofree char *who =
	    g_strdup_printf("Du är inloggad som %s.", session_who(app->session));

	app_draw_title(app, grid, title, "");
	empty_draw(app, grid, lines);
	grid_text(grid, 12, 3, grid->cols - 4, -1, path, ROLE_TEXT);
	grid_text(grid, 13, 3, grid->cols - 4, -1, who, ROLE_TEXT);
	app_draw_status(app, grid, "Inga åtgärder i programmet");
}

void
list_draw_no_hits(struct app *app, struct grid *grid, const struct list *list)
{
	const struct action *nearest = list_nearest(list);
	g_autofree char *text =
	    list->filter.text[0] != '\0'
	        ? g_strdup_printf("Inga åtgärder matchar \"%s\".", list->filter.text)
	        : g_strdup("Inga åtgärder matchar filtret.");

	grid_text(grid, 4, 3, grid->cols - 4, -1, text, ROLE_HEADING);
	grid_text(grid, 6, 3, grid->cols - 4, -1,
	    "Del   rensa filtret      f   ändra filtret", ROLE_TEXT);
	if (nearest != NULL) {
		g_autofree char *hint =
		    g_strdup_printf("Närmast: %s %s", nearest->code, nearest->name);

		grid_text(grid, 7, 3, grid->cols - 4, -1, hint, ROLE_TEXT);
	}
	app_draw_status(app, grid, "0 träffar");
	grid_cursor(grid, 4, 0);
}
