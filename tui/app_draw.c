/*
 * app_draw.c - one whole frame: the screens, the message and the key bar; or one sentence
 * where the window is too small.
 */
#include <string.h>

#include "base/text.h"
#include "tui/screen.h"
#include "tui/spoken.h"

#define MESSAGE_LINES 3u /* at most; they stand over what is above the key bar */

void
app_note_programme(struct app *app, const char *name)
{
	app->example = app->options.demo || strstr(name, "Exempeldata") != NULL;
}

const char *
app_example(const struct app *app)
{
	return app->example ? "Exempeldata" : "";
}

char *
app_heading(const struct app *app, const char *what, int cols)
{
	const struct programme *programme = session_programme(app->session);
	const char *example = app_example(app);

	const char *name = cols >= WIDE_COLS ? programme->name : programme->code;
	bool told = strstr(name, example) != NULL; /* as "" always is */

	return g_strdup_printf(
	    "%s · %s%s%s", what, name, told ? "" : " · ", told ? "" : example);
}

static void
prepend_news(const struct app *app, GString *state)
{
	g_autofree char *text = NULL;

	if (app->news <= 0)
		return;
	if (app->news == 1 && app->last.number == app->seen && app->last.who != NULL)
		text = g_strdup_printf("1 ny ändring av %s   ", app->last.who);
	else
		text = g_strdup_printf("%d ny%s ändring%s   ", app->news,
		    app->news == 1 ? "" : "a", app->news == 1 ? "" : "ar");
	g_string_prepend(state, text);
}

void
app_draw_title(struct app *app, struct grid *grid, const char *left, const char *right)
{
	g_autoptr(GString) state = g_string_new(right);
	const char *who = session_who(app->session);
	int read_only = app->options.read_only ? 10 : 0, width;

	prepend_news(app, state);
	/* who is the first to give way to what is shown */
	if (grid->cols >= 80 && who != NULL && who[0] != '\0' &&
	    text_width(left) + text_width(state->str) + text_width(who) + read_only + 7 <=
	        grid->cols)
		g_string_append_printf(state, "%s%s", state->len > 0 ? "   " : "", who);
	if (app->options.read_only)
		g_string_append_printf(state, "%sLÄSLÄGE", state->len > 0 ? "   " : "");
	width = MIN(text_width(state->str), grid->cols - 2);
	grid_fill(grid, 0, 0, 1, grid->cols, " ", ROLE_TITLE);
	grid_text(grid, 0, 1, grid->cols - width - 4, -1, left, ROLE_TITLE);
	grid_text(grid, 0, grid->cols - width - 1, width, 1, state->str, ROLE_TITLE);
}

void
app_draw_status(struct app *app, struct grid *grid, const char *text)
{
	(void)app;
	grid_text(grid, grid->rows - 2, 1, grid->cols - 2, -1, text, ROLE_TEXT);
}

static void
draw_message(const struct app *app, struct grid *grid)
{
	static const struct {
		const char *word;
		enum role role;
	} levels[] = { [MESSAGE_NONE] = { "", ROLE_TEXT },
		[MESSAGE_OK] = { "OK", ROLE_OK },
		[MESSAGE_NOTE] = { "OBS", ROLE_WARNING },
		[MESSAGE_ERROR] = { "FEL", ROLE_ERROR } };
	int x = text_width(levels[app->level].word) + 2, y;
	g_autoptr(GPtrArray) lines = NULL;

	if (app->message == NULL)
		return;
	lines = text_wrap(app->message, grid->cols - x - 1);
	/* one that is too long for the line takes the ones above it */
	y = grid->rows - 1 - (int)MIN(lines->len, MESSAGE_LINES);
	grid_fill(grid, y, 0, grid->rows - 1 - y, grid->cols, " ", ROLE_TEXT);
	grid_put(grid, y, 1, levels[app->level].word, levels[app->level].role);
	for (guint i = 0; i < MIN(lines->len, MESSAGE_LINES); i++) {
		const char *line = g_ptr_array_index(lines, i);
		bool cut = i + 1 == MESSAGE_LINES && lines->len > MESSAGE_LINES;
		g_autofree char *text = g_strconcat(line, cut ? " …" : "", NULL);

		grid_text(grid, y + (int)i, x, grid->cols - x - 1, -1, text, ROLE_TEXT);
	}
}

static void
draw_keys(struct app *app, struct grid *grid)
{
	unsigned scopes = app_top(app)->scopes;
	g_autoptr(GString) bar = g_string_new(NULL);

	grid_fill(grid, grid->rows - 1, 0, 1, grid->cols, " ", ROLE_TEXT);
	/* a question shows its own answers */
	if (scopes == 0)
		return;
	if (app->options.read_only)
		scopes |= SCOPE_LOCKED;
	command_bar(scopes, grid->cols - 2, bar);
	grid_text(grid, grid->rows - 1, 1, grid->cols - 2, -1, bar->str, ROLE_KEYS);
}

static void
draw_small(struct app *app, struct grid *grid)
{
	bool open = app_top(app)->ops->unsaved != NULL &&
	            app_top(app)->ops->unsaved(app_top(app));
	/* in ASCII the sign would be a minus */
	const char *times = grid->glyphs == GLYPHS_ASCII ? "x" : "×";
	g_autofree char *size = g_strdup_printf("%d %s %d, minst %d %s %d behövs.",
	    grid->cols, times, grid->rows, SCREEN_MIN_COLS, times, SCREEN_MIN_ROWS);
	g_autofree char *text = g_strdup_printf("sparplan: fönstret är för litet. %s "
	                                        "Förstora det: inget går förlorat.%s",
	    size, open ? " Det du har skrivit väntar." : " q avslutar.");
	g_autoptr(GPtrArray) lines = text_wrap(text, MAX(grid->cols, 1));

	for (guint i = 0; i < lines->len && (int)i < grid->rows; i++)
		grid_put(grid, (int)i, 0, g_ptr_array_index(lines, i), ROLE_TEXT);
}

/* Overlays are drawn over the screen below them. */
static guint
first_shown(const struct app *app)
{
	guint first = app->screens->len - 1;

	/* what lies behind a question is not read out with it */
	while (first > 0 && app->spoken == NULL &&
	       ((struct screen *)g_ptr_array_index(app->screens, first))->ops->overlay)
		first--;
	return first;
}

/* What could not be read is told in a dialog, which then is the last of the screens. */
static void
prepare(struct app *app, int rows, int cols)
{
	for (guint i = first_shown(app); i < app->screens->len; i++) {
		struct screen *screen = g_ptr_array_index(app->screens, i);

		if (screen->ops->prepare != NULL)
			screen->ops->prepare(app, screen, rows, cols);
	}
}

static void
draw_screens(struct app *app, struct grid *grid, int rows, int cols)
{
	prepare(app, rows, cols);
	for (guint i = first_shown(app); i < app->screens->len; i++) {
		struct screen *screen = g_ptr_array_index(app->screens, i);

		screen->ops->draw(app, screen, grid);
	}
	draw_message(app, grid);
	draw_keys(app, grid);
}

void
app_draw(struct app *app, struct grid *grid, int rows, int cols)
{
	grid_reset(grid, rows, cols);
	app->small = rows < SCREEN_MIN_ROWS || cols < SCREEN_MIN_COLS;
	if (app->small) {
		draw_small(app, grid);
		return;
	}
	if (app->spoken == NULL) {
		draw_screens(app, grid, rows, cols);
		return;
	}
	grid_reset(app->spoken, rows, cols);
	draw_screens(app, app->spoken, rows, cols);
	spoken_draw(app->spoken, grid);
}
