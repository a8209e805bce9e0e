/*
 * screen.h - what every screen is, and what the program gives it.
 *
 * A screen never sees curses (it draws into a grid), never SQL (it asks the session), and
 * never loops (the app owns the loop and the stack of screens).  An overlay is a screen
 * drawn over the one below: every dialog is one.
 *
 * Borrowed from the session's plan: until the next verb or refresh only.
 */
#ifndef TUI_SCREEN_H
#define TUI_SCREEN_H

#include "tui/app.h"
#include "tui/command.h"
#include "tui/memory.h"

#define SCREEN_MIN_ROWS 16
#define SCREEN_MIN_COLS 60

struct screen;
struct draft;

struct screen_ops {
	bool overlay;
	/* Before draw: scroll to the size, and read what will show.  NULL: nothing to
	 * do. */
	void (*prepare)(struct app *app, struct screen *screen, int rows, int cols);
	/* Same state and size, same cells; what follows the size (scrolling) may be
	 * noted. */
	void (*draw)(struct app *app, struct screen *screen, struct grid *grid);
	/* Before commands: true when the event was taken (text in a field).  NULL: none.
	 */
	bool (*event)(struct app *app, struct screen *screen, const struct event *event);
	void (*run)(struct app *app, struct screen *screen, enum command command);
	/* The data has changed: read it again, keep selection and typed text.  NULL: it
	 * shows none. */
	bool (*refresh)(struct app *app, struct screen *screen, GError **error);
	bool (*unsaved)(const struct screen *screen); /* NULL: never */
	/* What is typed and not saved, for the next start; false: nothing (draft.h).
	 * NULL: never. */
	bool (*draft)(const struct screen *screen, struct draft *ret);
	/* Puts the texts of a draft back, as if they were typed. */
	void (*restore)(
	    struct app *app, struct screen *screen, const struct draft *draft);
	void (*close)(void *state);
};

struct screen {
	const struct screen_ops *ops;
	unsigned scopes; /* which commands are live now */
	void *state;     /* owned; freed by close */
};

enum message_level { MESSAGE_NONE, MESSAGE_OK, MESSAGE_NOTE, MESSAGE_ERROR };

#define WIDE_COLS 100 /* all years, the sum, and a pane when high enough */

/* A change, and the programme it was made in: only there can it be taken back. */
struct app_step {
	int64_t change, programme;
};

struct app {
	struct session *session;
	struct tui_options options;
	GPtrArray *screens; /* struct screen *, the one in front last */
	GPtrArray *closed;  /* popped during this event, freed after it */
	GPtrArray *behind;  /* those that the list was opened from: q goes back to them */
	enum message_level level;
	char *message; /* NULL: none */
	GArray *undo;  /* struct app_step of this sitting, latest last */
	GArray *redo;
	enum money_unit unit;
	struct memory *memory; /* never NULL */
	struct memory *own;    /* the same when it is the app's to free; else NULL */
	int cutoff;            /* chosen by < and >; 0: the default */
	bool example;          /* what is shown is made up */
	int news;              /* changes others have saved since the last key */
	int64_t seen;          /* the latest change that is known */
	struct last_change last;
	int64_t polled_ms;
	bool impatient; /* a database that is busy is not waited for */
	struct grid
	    *spoken;       /* --linjar: what is drawn, to be made sentences; else NULL */
	struct term *term; /* where waiting is shown and ended; NULL: nowhere */
	struct grid *grid; /* what it shows */
	bool poll_failed;  /* told once, not every second */
	bool quit_asked;
	bool redraw;            /* the terminal is to be drawn anew */
	struct event key;       /* the latest one, and the screen it was pressed on */
	struct screen *key_top; /* may be closed since: only to compare with */
	guint esc_asked; /* screens with the question that the last key, Esc, led to */
	bool small;      /* the last size was too small */
	bool quit;
	int status;
	int64_t interrupts[3]; /* when Ctrl-C was last pressed */
};

/* Of struct screen *, which it owns. */
GPtrArray *app_new_stack(void);
/* `state` becomes the screen's. */
struct screen *app_push(
    struct app *app, const struct screen_ops *ops, unsigned scopes, void *state);
/* The same, and reads by ops->refresh; told, and closed again, when it cannot be read. */
void app_open(
    struct app *app, const struct screen_ops *ops, unsigned scopes, void *state);
void app_pop(struct app *app);
/* Only the first screen is left; the others come back as they were with app_return(). */
void app_set_aside(struct app *app);
void app_return(struct app *app);
/* Nothing to come back to. */
void app_forget_behind(struct app *app);
/* The scope of the first screen's way out: ROOT, or SUB when there is a way back. */
unsigned app_way_out(const struct app *app);
/* The commands that go from any of the main screens to another; false: none of them. */
bool app_go(struct app *app, enum command command);
struct screen *app_top(const struct app *app);

struct view app_view(const struct app *app);
/* The month that is shown, chosen or not. */
bool app_cutoff(const struct app *app, int *ret, GError **error);
/* Shows the figures up to a month `by` months from `cutoff`. */
void app_move_cutoff(struct app *app, int cutoff, int by);
/* Every screen reads its data again. */
void app_refresh(struct app *app);

/* One message until the next key.  Takes `text`. */
void app_say(struct app *app, enum message_level level, char *text);
/* "FEL": in the message line when it fits, else in a dialog.  `what` is not saved; NULL
 * when nothing was to be: "Cellen är INTE sparad.".  Takes `error`. */
void app_fail(struct app *app, const char *what, GError *error);
/* The same after reading what stands now, which may be why; not when the database itself
 * failed, which would only be waited for once more. */
void app_fail_fresh(struct app *app, const char *what, GError *error);
/* Is it the file or the database that failed, and not what was asked of it? */
bool app_failed_outside(const GError *error);
/* To the screen in front, as if it were pressed. */
void app_hand_key(struct app *app, const struct event *event);
/* After a verb: screens read again; a change can be undone and is told.  Takes `text`. */
void app_did(struct app *app, const struct saved *saved, char *text);
/* The number of a change of this program's own; 0 is none. */
void app_note_own(struct app *app, int64_t change);
/* Reads who saved last into app->last. */
void app_know_last(struct app *app);
/* Takes back, or does again, the latest step in the programme that is shown. */
void app_undo(struct app *app);
void app_redo(struct app *app);
/* Does any screen hold text that is not saved? */
bool app_unsaved(const struct app *app);
/* Ctrl-C, pressed then. */
void app_interrupt(struct app *app, int64_t at_ms);
/* The command of a key, where it is one. */
void app_run(struct app *app, const struct event *event);
/* What was chosen is kept to the next time; says so, once, when it cannot be. */
void app_remember(struct app *app);
/* "ea01, som ändrade senast," or "den som äger filen".  g_free. */
char *app_whom_to_ask(struct app *app);
/* False, and says so, when the database is open for reading only. */
bool app_may_write(struct app *app);

/* Row 0: what is shown, and the state at the right ("mkr", who, LÄSLÄGE). */
void app_draw_title(
    struct app *app, struct grid *grid, const char *left, const char *right);
/* Row n-2, when there is no message. */
void app_draw_status(struct app *app, struct grid *grid, const char *text);
/* "Exempeldata" when what is shown is made up, else "". */
const char *app_example(const struct app *app);
/* "Åtgärd HS-02 · VB2020 · Exempeldata": what is shown, and of which programme; where
 * there is room by its name, which says itself when it is made up.  g_free. */
char *app_heading(const struct app *app, const char *what, int cols);
/* The name of the programme that was read says whether it is. */
void app_note_programme(struct app *app, const char *name);

/* The screens.  Each pushes itself. */
bool screen_list_open(struct app *app, GError **error);
void screen_overview_open(struct app *app);
/* Goals and indicators; the assignments of a round.  In place of the screen that is
 * shown, unless that is the first. */
void screen_goals_open(struct app *app);
void screen_assignments_open(struct app *app);
/* Reporting rounds; what is posted and not attested; the settings; the decisions. */
void screen_rounds_open(struct app *app);
void screen_verify_open(struct app *app);
void screen_settings_open(struct app *app);
void screen_decisions_open(struct app *app);
/* The action list with only the actions of these ids (int64_t), told as `what`; false,
 * and says so, when there are none. */
bool screen_list_only(struct app *app, const GArray *ids, const char *what);
/* code NULL: a new action */
void screen_action_open(struct app *app, const char *code);
/* The report grid of a förvaltning (NULL: all), on an action (NULL: the first), in a
 * month (0: the one to report in now). */
void screen_report_open(struct app *app, const char *unit, const char *code, int month);
/* code: the selected action; NULL: none */
void screen_export_open(struct app *app, const char *code);
void screen_help_open(struct app *app, unsigned scopes);
/* code NULL: the programme's */
void screen_log_open(struct app *app, const char *code);

#endif
