/*
 * empty.c - a screen with nothing in it.
 */
#include "tui/empty.h"

#define KEY_WIDTH 4 /* "Del " */

static void
draw_step(
    struct app *app, struct grid *grid, int y, enum command command, const char *text)
{
	g_autoptr(GString) key = g_string_new(NULL);
	int x = 3;

	if (command != CMD_NONE) {
		command_append_key(command, app_top(app)->scopes, key);
		x += MAX(grid_put(grid, y, x, key->str, ROLE_TEXT) + 1 - x, KEY_WIDTH);
	}
	grid_text(grid, y, x, grid->cols - x - 1, -1, text, ROLE_TEXT);
}

void
empty_draw(struct app *app, struct grid *grid, const struct empty_line *lines)
{
	g_autofree char *whom = app_whom_to_ask(app);
	bool told = false;
	int y = 3;

	grid_text(grid, y, 3, grid->cols - 4, -1, lines[0].text, ROLE_HEADING);
	y += 2;
	for (int i = 1; lines[i].text != NULL; i++) {
		if (!app->options.read_only || !command_info[lines[i].command].writes) {
			draw_step(app, grid, y++, lines[i].command, lines[i].text);
		} else if (!told) {
			g_autofree char *ask = g_strdup_printf(
			    "Läsläge: be %s lägga in det som saknas.", whom);

			draw_step(app, grid, y++, CMD_NONE, ask);
			told = true;
		}
	}
	grid_cursor(grid, 3, 3);
}

void
empty_draw_unread(struct app *app, struct grid *grid)
{
	static const struct empty_line lines[] = { { CMD_NONE,
		                                       "Planen kunde inte läsas." },
		{ CMD_RELOAD, "Försök igen" }, { CMD_NONE, NULL } };

	empty_draw(app, grid, lines);
}
