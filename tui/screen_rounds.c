/*
 * screen_rounds.c - the reporting rounds: which are open, until when, who has reported
 * and who has not; opening, closing and moving the last day.
 */
#include <string.h>

#include "base/text.h"
#include "calendar/month.h"
#include "calendar/round.h"
#include "tui/steer.h"

#define ROUNDS_SCOPES (STEER_SCOPES | SCOPE_ROUNDS)

enum { AT_NAME, AT_CUTOFF, AT_DUE, AT_STATE, AT_REPORTED };
static const struct table_column columns[] = {
	[AT_NAME] = { "Omgång", 13, -1, 0 },
	[AT_CUTOFF] = { "Avser t.o.m.", 15, -1, 80 },
	[AT_DUE] = { "Senast", 11, -1, 0 },
	[AT_STATE] = { "Läge", 13, -1, 0 },
	[AT_REPORTED] = { "Rapporterat", 0, -1, 0 },
};

struct rounds_screen {
	struct table table;
	struct rounds *rounds; /* NULL: could not be read */
};

static const struct round_row *
selected(const struct rounds_screen *self)
{
	const struct table_row *row = table_selected(&self->table);

	return row != NULL
	           ? &g_array_index(self->rounds->rows, struct round_row, row->index)
	           : NULL;
}

/* Open after its last day, while somebody is missing. */
static bool
is_late(struct app *app, const struct round_row *row)
{
	g_autofree char *now =
	    instant_text(session_now_ms(app->session), session_zone(app->session));

	return !row->round.closed && row->round.due[0] != '\0' &&
	       strncmp(row->round.due, now, strlen(row->round.due)) < 0 &&
	       row->reported < row->awaited;
}

static const char *
state_text(struct app *app, const struct round_row *row)
{
	if (row->round.closed)
		return "√ stängd";
	return is_late(app, row) ? "▲ öppen, sen" : "● öppen";
}

static void
fill(struct app *app, struct rounds_screen *self)
{
	const struct rounds *rounds = self->rounds;

	table_begin(&self->table);
	/* the latest first: that is the one that is worked with */
	for (guint i = rounds->rows->len; i-- > 0;) {
		const struct round_row *row =
		    &g_array_index(rounds->rows, struct round_row, i);
		struct table_row *line = table_add(&self->table, row->round.label, i);

		table_cell(line, AT_NAME, g_strdup(row->round.label));
		table_cell(line, AT_CUTOFF, month_words(row->round.cutoff));
		table_cell(line, AT_DUE, g_strdup(style_or_dash(row->round.due)));
		table_cell(line, AT_STATE, g_strdup(state_text(app, row)));
		table_cell(line, AT_REPORTED,
		    g_strdup_printf("%d av %d", row->reported, row->awaited));
	}
	table_end(&self->table);
}

static bool
refresh(struct app *app, struct screen *screen, GError **error)
{
	struct rounds_screen *self = screen->state;
	struct rounds *rounds = NULL;

	if (!session_rounds(app->session, &rounds, error)) {
		g_clear_pointer(&self->rounds, rounds_free);
		table_begin(&self->table);
		return false;
	}
	rounds_free(self->rounds);
	self->rounds = rounds;
	fill(app, self);
	return true;
}

/* ---- drawing ----------------------------------------------------------------------- */

static char *
missing_text(const struct rounds_screen *self, const struct round_row *row)
{
	g_autoptr(GPtrArray) missing = rounds_missing(self->rounds, row->round.id);
	GString *text = g_string_new(NULL);

	for (guint i = 0; i < missing->len; i++) {
		const struct action *action = g_ptr_array_index(missing, i);

		g_string_append_printf(text, "%s%s (%s)",
		    i > 0 ? ", " : "Utan rapport: ", action->code,
		    action->owner[0] != '\0' ? action->owner : "ansvarig saknas");
	}
	g_string_append(
	    text, missing->len > 0 ? "." : "Alla som räknas har rapporterat.");
	return g_string_free(text, FALSE);
}

static void
draw_selected(struct grid *grid, const struct rounds_screen *self)
{
	const struct round_row *row = selected(self);
	GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);
	g_autofree char *month = NULL;

	if (row != NULL) {
		month = month_words(row->round.cutoff);
		g_ptr_array_add(
		    lines, g_strdup_printf("#Omgång %s, avser till och med %s",
		               row->round.label, month));
		g_ptr_array_add(
		    lines, g_strdup(row->round.closed
		                        ? "Stängd: den tar inte emot fler rapporter."
		                        : "Öppen: rapporter tas emot."));
		g_ptr_array_add(lines, missing_text(self, row));
	}
	table_draw_pane(grid, lines);
}

static void
draw(struct app *app, struct screen *screen, struct grid *grid)
{
	static const struct empty_line empty[] = { { CMD_NONE,
		                                       "Det finns ingen omgång än." },
		{ CMD_ROUND_NEW, "Lägg upp den första, till exempel DÅ04-2021" },
		{ CMD_GRID, "Rapportera en månad: då skapas månadens omgång" },
		{ CMD_BACK, "Tillbaka" }, { CMD_NONE, NULL } };
	const struct rounds_screen *self = screen->state;
	g_autofree char *heading = app_heading(app, "Omgångar", grid->cols);
	g_autofree char *status = NULL;

	if (self->rounds == NULL) {
		steer_draw_unread(app, grid, heading);
		return;
	}
	app_draw_title(app, grid, heading, "");
	if (self->rounds->rows->len == 0) {
		empty_draw(app, grid, empty);
		app_draw_status(app, grid, "Inga omgångar");
		return;
	}
	table_draw(&self->table, grid);
	draw_selected(grid, self);
	status = g_strdup_printf("%u %s · %d %s räknas", self->rounds->rows->len,
	    self->rounds->rows->len == 1 ? "omgång" : "omgångar", self->rounds->counted,
	    self->rounds->counted == 1 ? "åtgärd" : "åtgärder");
	app_draw_status(app, grid, status);
}

/* ---- commands ---------------------------------------------------------------------- */

static void
show_missing(struct app *app, const struct rounds_screen *self)
{
	const struct round_row *row = selected(self);
	g_autoptr(GArray) ids = g_array_new(FALSE, FALSE, sizeof(int64_t));
	g_autoptr(GPtrArray) missing = NULL;
	g_autofree char *what = NULL;
	int cutoff;

	if (row == NULL)
		return;
	missing = rounds_missing(self->rounds, row->round.id);
	for (guint i = 0; i < missing->len; i++)
		g_array_append_val(
		    ids, ((struct action *)g_ptr_array_index(missing, i))->id);
	if (ids->len == 0) {
		app_say(app, MESSAGE_OK,
		    g_strdup_printf(
		        "Alla som räknas har rapporterat i %s.", row->round.label));
		return;
	}
	what = g_strdup_printf("utan rapport i %s", row->round.label);
	/* reports written in the list go to the round of the month it shows */
	cutoff = row->round.cutoff;
	app->cutoff = cutoff;
	screen_list_only(app, ids, what);
}

static void
set_round(struct app *app, const struct round_edit *edit, const char *done)
{
	struct saved saved = { 0 };
	GError *error = NULL;

	if (session_set_round(app->session, edit, &saved, &error))
		app_did(app, &saved,
		    g_strdup_printf("Omgången %s är %s. u ångrar.", edit->name, done));
	else
		app_fail_fresh(app, "Omgången är INTE ändrad.", error);
}

static void
close_round(struct app *app, const char *key)
{
	const struct round_edit edit = { key, NULL, 1 };

	set_round(app, &edit, "stängd");
}

static void
open_round(struct app *app, const char *key)
{
	const struct round_edit edit = { key, NULL, 0 };

	set_round(app, &edit, "öppen igen");
}

static void
ask_close(struct app *app, const struct rounds_screen *self)
{
	const struct round_row *row = selected(self);
	g_autofree char *missing = NULL, *body = NULL;

	if (row == NULL)
		return;
	missing = missing_text(self, row);
	if (row->round.closed)
		body = g_strdup_printf("Öppna omgången %s igen? Den tar då emot "
		                       "rapporter. u stänger den igen.",
		    row->round.label);
	else
		body = g_strdup_printf("Stänga omgången %s? %d av %d har rapporterat. %s "
		                       "En stängd omgång tar inte emot fler rapporter. u "
		                       "öppnar den igen.",
		    row->round.label, row->reported, row->awaited, missing);
	steer_ask(app, row->round.closed ? "Öppna omgången" : "Stäng omgången", body,
	    row->round.label, row->round.closed ? open_round : close_round);
}

/* What the dialog is about. */
struct due {
	char *label;         /* NULL: a new round, whose name is the first field */
	struct table *table; /* of the screen below */
};

static void
due_free(gpointer data)
{
	struct due *due = data;

	g_free(due->label);
	g_free(due);
}

static struct due *
due_new(struct rounds_screen *self, const char *label)
{
	struct due *due = g_new0(struct due, 1);

	due->label = g_strdup(label);
	due->table = &self->table;
	return due;
}

/* By the round's own name, however it was typed. */
static char *
saved_text(const char *typed)
{
	g_autofree char *label = NULL;
	int cutoff;

	return g_strdup_printf("Omgången %s är sparad. u ångrar.",
	    round_parse(typed, &label, &cutoff, NULL) ? label : typed);
}

static bool
due_done(struct app *app, struct prompt *prompt, void *user)
{
	const struct due *due = user;
	const char *label = due->label;
	int field = label != NULL ? 0 : 1;
	const struct round_edit edit = { label != NULL ? label : prompt_text(prompt, 0),
		prompt_text(prompt, field), -1 };
	struct saved saved = { 0 };
	GError *error = NULL;

	if (!session_set_round(app->session, &edit, &saved, &error)) {
		prompt_fail(app, prompt, 0, "Omgången är INTE sparad.", error);
		return false;
	}
	if (label == NULL && saved.known && saved.change == 0) {
		prompt_refuse(prompt, 0, g_strdup("Omgången finns redan."));
		return false;
	}
	if (label == NULL)
		table_take_new(due->table);
	app_did(app, &saved,
	    saved.change != 0 ? saved_text(edit.name) : g_strdup("Inget är ändrat."));
	return true;
}

static void
ask_due(struct app *app, struct rounds_screen *self)
{
	const struct round_row *row = selected(self);
	g_autofree char *title = NULL;
	struct prompt *prompt;

	if (row == NULL)
		return;
	title = g_strdup_printf("Omgång %s", row->round.label);
	prompt = prompt_new(title,
	    "Sista dagen att rapportera, som ÅÅÅÅ-MM-DD. Tomt tar bort den.", due_done,
	    due_new(self, row->round.label), due_free);
	prompt_add_text(prompt, "Senast", row->round.due);
	prompt_open(app, prompt);
}

static void
ask_new(struct app *app, struct rounds_screen *self)
{
	struct prompt *prompt = prompt_new("Ny omgång",
	    "Namnet säger vilken månad den avser till och med: DÅ04-2021, ÅR-2021 eller "
	    "2021-03. Senaste dag kan vara tom.",
	    due_done, due_new(self, NULL), due_free);

	prompt_add_text(prompt, "Omgång", "");
	prompt_add_text(prompt, "Senast", "");
	prompt_open(app, prompt);
}

static void
run(struct app *app, struct screen *screen, enum command command)
{
	struct rounds_screen *self = screen->state;

	if (steer_run(app, command) || self->rounds == NULL ||
	    table_run(&self->table, command))
		return;
	if (command == CMD_ROUND_MISSING)
		show_missing(app, self);
	else if (command == CMD_ROUND_CLOSE)
		ask_close(app, self);
	else if (command == CMD_ROUND_DUE)
		ask_due(app, self);
	else if (command == CMD_ROUND_NEW)
		ask_new(app, self);
}

static void
prepare(struct app *app, struct screen *screen, int rows, int cols)
{
	(void)app;
	(void)cols;
	table_scroll(&((struct rounds_screen *)screen->state)->table, rows);
}

static void
close_rounds(void *state)
{
	struct rounds_screen *self = state;

	rounds_free(self->rounds);
	table_clear(&self->table);
	g_free(self);
}

void
screen_rounds_open(struct app *app)
{
	static const struct screen_ops ops = { .prepare = prepare,
		.draw = draw,
		.run = run,
		.refresh = refresh,
		.close = close_rounds };
	struct rounds_screen *self = g_new0(struct rounds_screen, 1);

	table_init(&self->table, columns, G_N_ELEMENTS(columns));
	app_open(app, &ops, ROUNDS_SCOPES, self);
}
