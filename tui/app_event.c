/*
 * app_event.c - what comes from the terminal and from other people, handed to the screen
 * in front.
 */
#include <string.h>

#include "base/error.h"
#include "tui/draft.h"
#include "tui/screen.h"

#define POLL_MS 1000 /* how often others' changes are looked for */

/* The changes since the last one that is known here, but for `own` of this program's. */
static void
count_news(struct app *app, int64_t number, int own)
{
	if (number > app->seen)
		app->news += (int)(number - app->seen) - own;
	app->seen = MAX(app->seen, number);
}

/* Who saved last; as before when it cannot be read now. */
void
app_know_last(struct app *app)
{
	struct last_change last = { 0 };

	if (!session_last_change(app->session, &last, NULL))
		return;
	last_change_clear(&app->last);
	app->last = last;
}

void
app_note_own(struct app *app, int64_t change)
{
	if (change == 0)
		return;
	count_news(app, change, 1);
	app_know_last(app);
}

static void
poll_failed(struct app *app, GError *error)
{
	/* busy is only "not now"; anything else is worth a word, but not every second */
	if (app->poll_failed ||
	    g_error_matches(error, SPARPLAN_ERROR, SPARPLAN_ERROR_BUSY)) {
		g_error_free(error);
		return;
	}
	app->poll_failed = true;
	app_fail(app, NULL, error);
}

static void
poll_others(struct app *app)
{
	bool changed = false, ok;
	GError *error = NULL;

	app->impatient = true; /* it can be looked for again */
	ok = session_poll(app->session, &changed, &error);
	if (ok && changed) {
		app_know_last(app);
		count_news(app, app->last.number, 0);
	}
	app->impatient = false;
	if (!ok)
		poll_failed(app, error);
	else
		app->poll_failed = false;
	if (ok && changed)
		app_refresh(app);
}

/* Below the smallest size nothing typed may be lost: only leaving works. */
static void
small_event(struct app *app, const struct event *event)
{
	if (strcmp(event->key, "Ctrl-C") == 0)
		app_interrupt(app, event->at_ms);
	else if (strcmp(event->key, "q") == 0 && !app_unsaved(app))
		app->quit = true;
}

/* A paste that is not whole reaches no screen, and one that nothing takes says so. */
static void
paste_event(struct app *app, struct screen *top, const struct event *event)
{
	static const char *const faults[] = {
		[PASTE_LARGE] = "Det inklistrade är större än 1 MB; inget är inklistrat.",
		[PASTE_CUT] = "Inklistringen kom inte hela vägen; inget är inklistrat.",
	};

	if (event->fault != PASTE_WHOLE)
		app_say(app, MESSAGE_ERROR, g_strdup(faults[event->fault]));
	else if (top->ops->event == NULL || !top->ops->event(app, top, event))
		app_say(app, MESSAGE_NOTE, g_strdup("Här går det inte att klistra in."));
}

void
app_hand_key(struct app *app, const struct event *event)
{
	struct screen *top = app_top(app);

	if (top->ops->event == NULL || !top->ops->event(app, top, event))
		app_run(app, event);
}

/* A slow link can make one key an Esc and, too late, the rest of itself: what the Esc
 * asked is then no question. */
static void
key_event(struct app *app, const struct event *event)
{
	guint before;

	if (event->late && app->esc_asked == app->screens->len)
		app_pop(app);
	app->key = *event;
	app->key_top = app_top(app);
	before = app->screens->len;
	app_hand_key(app, event);
	app->esc_asked = strcmp(event->key, "Esc") == 0 && app->screens->len > before
	                     ? app->screens->len
	                     : 0;
}

/* The terminal is gone, or the machine stops: what is typed is kept for the next start.
 */
static void
end_by_signal(struct app *app, int number)
{
	app->impatient = true; /* the program has a second to end in */
	/* there is no one left to tell that it went wrong */
	draft_keep(app, NULL);
	app->quit = true;
	app->status = 128 + number;
}

/* A row that is pointed at is gone to, as with the arrows; once more opens it. */
static void
point_event(struct app *app, int y)
{
	struct grid *grid = app->grid;
	unsigned scopes = app_top(app)->scopes;
	/* Enter in the report grid goes down */
	const char *open = scopes & SCOPE_SHEET ? "F2" : "Enter";
	struct event key = { 0 };
	int from, at;

	if (grid == NULL || app->small || app->spoken != NULL ||
	    (scopes & (SCOPE_MOVE | SCOPE_SHEET)) == 0)
		return;
	g_clear_pointer(&app->message, g_free);
	from = grid->cursor_y;
	event_key(&key, y == from ? open : y > from ? "Down" : "Up");
	do { /* until it is there, or goes no further */
		at = grid->cursor_y;
		app_hand_key(app, &key);
		app_draw(app, grid, grid->rows, grid->cols);
	} while (at != y && grid->cursor_y != at && grid->cursor_y != y &&
	         (grid->cursor_y < y) == (from < y));
}

/* Frames would be noise; letters are the terminal's to set right. */
static void
width_event(struct app *app, int columns)
{
	if (app->options.glyphs == GLYPHS_AUTO && app->grid != NULL)
		app->grid->glyphs = GLYPHS_ASCII;
	app->redraw = true;
	app_say(app, MESSAGE_NOTE,
	    g_strdup_printf("Terminalen visar å som %d tecken. Ställ in den på UTF-8; "
	                    "sparplan terminaltest visar mer.",
	        columns));
}

static void
typed_event(struct app *app, const struct event *event)
{
	if (event->kind == EVENT_KEY && event->key[0] == '\0')
		return;
	if (app->small) {
		small_event(app, event);
		return;
	}
	g_clear_pointer(&app->message, g_free);
	app->news = 0;
	if (event->kind == EVENT_KEY)
		key_event(app, event);
	else
		paste_event(app, app_top(app), event);
}

bool
app_event(struct app *app, const struct event *event)
{
	switch (event->kind) {
	case EVENT_IDLE:
	case EVENT_RESIZE:
		break;
	case EVENT_SIGNAL:
		end_by_signal(app, event->signal);
		return false;
	case EVENT_KEY:
	case EVENT_PASTE:
		typed_event(app, event);
		break;
	case EVENT_WIDTH:
		width_event(app, event->y);
		break;
	case EVENT_POINT:
		point_event(app, event->y);
		break;
	}
	if (!app->quit &&
	    (event->kind == EVENT_IDLE || event->at_ms - app->polled_ms >= POLL_MS)) {
		app->polled_ms = event->at_ms;
		poll_others(app);
	}
	g_ptr_array_set_size(app->closed, 0);
	return !app->quit;
}
