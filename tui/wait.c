/*
 * wait.c - a frame over the screen while something takes long: a locked database, or work
 * of this program's own.  Keys are looked at for Esc only, and are not kept.
 */
#include "tui/wait.h"

#include <string.h>

#include "base/text.h"

#define LINES_MAX 6

static int64_t
now_ms(void)
{
	return g_get_monotonic_time() / 1000;
}

static void
show(struct app *app, const char *title, const char *text)
{
	struct grid *grid = app->grid;
	int width = MIN(grid->cols - 4, 72), x = (grid->cols - width) / 2;
	g_autoptr(GPtrArray) lines = NULL;
	int n, y;

	if (grid->cols < SCREEN_MIN_COLS || grid->rows < SCREEN_MIN_ROWS)
		return;
	lines = text_wrap(text, width - 4);
	n = MIN((int)lines->len, LINES_MAX);
	y = (grid->rows - n - 2) / 2;
	grid_frame(grid, y, x, n + 2, width, title);
	for (int i = 0; i < n; i++)
		grid_text(grid, y + 1 + i, x + 2, width - 4, -1,
		    g_ptr_array_index(lines, i), ROLE_TEXT);
	grid_cursor(grid, y + n, x + 2);
	app->term->put(app->term, grid);
}

/* False after Esc, Ctrl-C or a signal, which the loop reads again. */
static bool
goes_on(struct app *app, int wait_ms)
{
	struct event event = { 0 };
	bool go_on;

	app->term->read(app->term, wait_ms, &event);
	go_on = event.kind != EVENT_SIGNAL &&
	        (event.kind != EVENT_KEY ||
	            (strcmp(event.key, "Esc") != 0 && strcmp(event.key, "Ctrl-C") != 0));
	event_clear(&event);
	return go_on;
}

/* ---- a locked database ------------------------------------------------------------- */

char *
wait_saved_last(const struct app *app)
{
	g_autofree char *when = NULL;

	if (app->last.number == 0)
		return g_strdup("Ingen har sparat i den än.");
	when = instant_text(app->last.at_ms, session_zone(app->session));
	return g_strdup_printf("Senast sparade %s, %s.", app->last.who, when);
}

bool
wait_locked(void *user, int waited_ms)
{
	struct app *app = user;
	g_autofree char *who = NULL, *text = NULL;

	if (app->impatient)
		return false;
	if (app->term == NULL || waited_ms < WAIT_SHOWN_MS)
		return true;
	who = wait_saved_last(app);
	text = g_strdup_printf(
	    "En annan process håller databasen låst sedan %d s; väntar högst 10 s.\n"
	    "%s\nInget är sparat än. Esc slutar vänta; det du har skrivit står kvar.",
	    waited_ms / 1000, who);
	show(app, "Väntar på databasen", text);
	return goes_on(app, 50);
}

/* ---- work of one's own ------------------------------------------------------------- */

void
work_start(struct work *work, struct app *app, const char *title, const char *what)
{
	*work = (struct work){ .app = app,
		.title = g_strdup(title),
		.what = text_display(what),
		.start_ms = now_ms(),
		.shown = -1 };
}

/* Ten steps of four columns: no more often than a person who listens can follow. */
static char *
work_text(const struct work *work, int tenths, int64_t elapsed_ms)
{
	g_autoptr(GString) bar = g_string_new(NULL);

	for (int i = 0; i < 10; i++)
		g_string_append(bar, i < tenths ? "████" : "░░░░");
	return g_strdup_printf("%s\n%s %3d %%\n%d s har gått. Esc avbryter; inget blir "
	                       "halvt.",
	    work->what, bar->str, tenths * 10, (int)(elapsed_ms / 1000));
}

bool
work_on(void *user, int64_t done, int64_t all)
{
	struct work *work = user;
	int64_t elapsed = now_ms() - work->start_ms;
	int tenths = all > 0 ? (int)CLAMP(done * 10 / all, 0, 10) : 0;
	g_autofree char *text = NULL;

	if (work->cancelled || work->app->term == NULL || elapsed < WAIT_SHOWN_MS)
		return !work->cancelled;
	if (tenths != work->shown) {
		text = work_text(work, tenths, elapsed);
		work->shown = tenths;
		show(work->app, work->title, text);
	}
	work->cancelled = !goes_on(work->app, 0);
	return !work->cancelled;
}

void
work_end(struct work *work)
{
	g_clear_pointer(&work->title, g_free);
	g_clear_pointer(&work->what, g_free);
}
