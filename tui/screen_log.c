/*
 * screen_log.c - who changed what, and when: one action's history or the programme's,
 * narrowed by who and what, each change whole, and taken back from here.
 */
#include <string.h>

#include "base/text.h"
#include "tui/empty.h"
#include "tui/steer.h"

#define LOG_SCOPES  (SCOPE_LOG | SCOPE_MOVE | SCOPE_UNDO | SCOPE_SUB | SCOPE_HELP)
#define FACTS_SHOWN 2000
#define ALL         "alla"

enum { AT_NUMBER, AT_WHEN, AT_WHO, AT_VERB, AT_WHAT };
static const struct table_column columns[] = {
	[AT_NUMBER] = { "Nr", 6, 1, 0 },
	[AT_WHEN] = { "När", 16, -1, 0 },
	[AT_WHO] = { "Vem", 8, -1, 0 },
	[AT_VERB] = { "Vad", 18, -1, 80 },
	[AT_WHAT] = { "Ändrat", 0, -1, 0 },
};

struct log_screen {
	struct table table;
	char *code;              /* of the action; NULL: the programme */
	struct log *log;         /* NULL: could not be read */
	char *who, *verb, *text; /* what is shown; "" for all */
	int changes;             /* before the filter */
};

static const struct log_entry *
entry_at(const struct log_screen *self, guint index)
{
	return &g_array_index(self->log->entries, struct log_entry, index);
}

/* The first entry after those of a change. */
static guint
next_change(const struct log_screen *self, guint first)
{
	guint i = first;

	while (i < self->log->entries->len &&
	       entry_at(self, i)->change == entry_at(self, first)->change)
		i++;
	return i;
}

/* ---- one entry as text ------------------------------------------------------------- */

/* "HS-02 status: pågående → försenad"; a summary is its note, and what has neither before
 * nor after says itself. */
static char *
fact_text(const char *action, const struct log_entry *entry)
{
	const char *blank = action[0] != '\0' ? " " : "";

	if (entry->old_text[0] == '\0' && entry->new_text[0] == '\0')
		return g_strdup_printf("%s%s%s", action, blank,
		    entry->field[0] != '\0' ? entry->field : entry->note);
	if (entry->field[0] == '\0')
		return g_strdup_printf("%s%s%s%s%s", action, blank, entry->new_text,
		    entry->note[0] != '\0' ? ": " : "", entry->note);
	return g_strdup_printf("%s%s%s: %s → %s", action, blank, entry->field,
	    style_or_empty(entry->old_text), style_or_empty(entry->new_text));
}

static char *
entry_text(const struct log_screen *self, const struct log_entry *entry)
{
	return fact_text(self->code == NULL ? entry->action : "", entry);
}

/* Does the change have the text in any of its entries? */
static bool
passes(const struct log_screen *self, guint first, guint end, const char *folded)
{
	const struct log_entry *entry = entry_at(self, first);

	if ((self->who[0] != '\0' && strcmp(self->who, entry->who) != 0) ||
	    (self->verb[0] != '\0' && strcmp(self->verb, entry->verb) != 0))
		return false;
	for (guint i = first; folded[0] != '\0' && i < end; i++) {
		g_autofree char *text = entry_text(self, entry_at(self, i));

		if (text_holds(text, folded))
			return true;
	}
	return folded[0] == '\0' || text_holds(entry->note, folded);
}

static void
add_change(struct app *app, struct log_screen *self, guint first, guint end)
{
	const struct log_entry *entry = entry_at(self, first);
	g_autofree char *key = g_strdup_printf("%" G_GINT64_FORMAT, entry->change);
	g_autofree char *what = entry_text(self, entry);
	struct table_row *row = table_add(&self->table, key, first);

	table_cell(row, AT_NUMBER, g_strdup(key));
	table_cell(row, AT_WHEN, instant_text(entry->at_ms, session_zone(app->session)));
	table_cell(row, AT_WHO, g_strdup(entry->who));
	table_cell(row, AT_VERB, g_strdup(entry->verb));
	table_cell(row, AT_WHAT,
	    end - first > 1 ? g_strdup_printf("%s (och %u till)", what, end - first - 1)
	                    : g_strdup(what));
}

static void
fill(struct app *app, struct log_screen *self)
{
	g_autofree char *folded = text_fold(self->text);
	guint end;

	self->changes = 0;
	table_begin(&self->table);
	for (guint first = 0; first < self->log->entries->len; first = end) {
		end = next_change(self, first);
		self->changes++;
		if (passes(self, first, end, folded))
			add_change(app, self, first, end);
	}
	table_end(&self->table);
}

static bool
refresh(struct app *app, struct screen *screen, GError **error)
{
	struct log_screen *self = screen->state;
	struct log *log = NULL;

	if (!session_log(app->session, self->code, &log, error)) {
		g_clear_pointer(&self->log, log_free);
		table_begin(&self->table);
		return false;
	}
	log_free(self->log);
	self->log = log;
	fill(app, self);
	return true;
}

static bool
is_filtered(const struct log_screen *self)
{
	return self->who[0] != '\0' || self->verb[0] != '\0' || self->text[0] != '\0';
}

/* ---- drawing ----------------------------------------------------------------------- */

static void
draw_selected(struct grid *grid, const struct log_screen *self)
{
	const struct table_row *row = table_selected(&self->table);
	GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);

	if (row != NULL) {
		const struct log_entry *entry = entry_at(self, row->index);

		g_ptr_array_add(
		    lines, g_strdup_printf("#Ändring %s: %s%s%s", row->key, entry->verb,
		               entry->note[0] != '\0' ? " " : "", entry->note));
		for (guint i = row->index; i < next_change(self, row->index); i++)
			g_ptr_array_add(lines, entry_text(self, entry_at(self, i)));
	}
	table_draw_pane(grid, lines);
}

static void
draw_none(struct app *app, struct grid *grid, const struct log_screen *self)
{
	static const struct empty_line none[] = { { CMD_NONE,
		                                      "Ingenting har ändrats än." },
		{ CMD_BACK, "Tillbaka" }, { CMD_NONE, NULL } };
	static const struct empty_line hidden[] = { { CMD_NONE,
		                                        "Ingen ändring passar filtret." },
		{ CMD_LOG_ALL, "Visa alla ändringar" },
		{ CMD_LOG_FILTER, "Ändra filtret" }, { CMD_NONE, NULL } };

	empty_draw(app, grid, is_filtered(self) ? hidden : none);
	app_draw_status(app, grid, "0 ändringar");
}

static void
draw(struct app *app, struct screen *screen, struct grid *grid)
{
	const struct log_screen *self = screen->state;
	g_autofree char *what = g_strdup_printf("Historik%s%s",
	    self->code != NULL ? " för " : "", self->code != NULL ? self->code : "");
	g_autofree char *heading = app_heading(app, what, grid->cols);
	g_autoptr(GString) status = g_string_new(NULL);

	if (self->log == NULL) {
		steer_draw_unread(app, grid, heading);
		return;
	}
	app_draw_title(app, grid, heading, "");
	if (self->table.rows->len == 0) {
		draw_none(app, grid, self);
		return;
	}
	table_draw(&self->table, grid);
	draw_selected(grid, self);
	g_string_append_printf(status, "%u av %d ändringar, den senaste först",
	    self->table.rows->len, self->changes);
	if (is_filtered(self))
		g_string_append(status, " · filter på, Del rensar");
	app_draw_status(app, grid, status->str);
}

/* ---- a change whole ---------------------------------------------------------------- */

static void
look(struct app *app, const struct log_screen *self)
{
	const struct table_row *row = table_selected(&self->table);
	struct log *log = NULL;
	int64_t facts = 0;
	GError *error = NULL;
	GPtrArray *lines;
	g_autofree char *title = NULL;

	if (row == NULL)
		return;
	if (!session_log_change(app->session, entry_at(self, row->index)->change,
	        FACTS_SHOWN, &log, &facts, &error)) {
		app_fail(app, NULL, error);
		return;
	}
	lines = g_ptr_array_new_with_free_func(g_free);
	g_ptr_array_add(lines,
	    g_strdup_printf("#%s  %s  %s  %s", row->cells[AT_WHEN], row->cells[AT_WHO],
	        row->cells[AT_VERB], entry_at(self, row->index)->note));
	for (guint i = 0; i < log->entries->len; i++) {
		const struct log_entry *entry =
		    &g_array_index(log->entries, struct log_entry, i);

		g_autofree char *text = fact_text(entry->action, entry);

		g_ptr_array_add(lines, g_strdup_printf("  %s", text));
	}
	if (log->entries->len == 0)
		g_ptr_array_add(lines, g_strdup("  Inget i det här programmet."));
	if (log->entries->len == FACTS_SHOWN && facts > FACTS_SHOWN)
		g_ptr_array_add(lines,
		    g_strdup_printf("  … av %" G_GINT64_FORMAT " uppgifter.", facts));
	log_free(log);
	title = g_strdup_printf("Ändring %s", row->key);
	dialog_read(app, title, lines);
}

/* ---- taking one back --------------------------------------------------------------- */

static void
take_back(struct app *app, const char *key)
{
	g_autofree char *what = g_strdup_printf("Ändring %s är INTE ångrad.", key);
	struct saved saved = { 0 };
	GError *error = NULL;

	if (!session_undo(app->session, g_ascii_strtoll(key, NULL, 10), &saved, &error)) {
		app_fail_fresh(app, what, error);
		return;
	}
	app_did(app, &saved, g_strdup_printf("Ändring %s är ångrad. u gör om den.", key));
}

static void
ask_back(struct app *app, const struct log_screen *self)
{
	const struct table_row *row = table_selected(&self->table);
	g_autofree char *body = NULL;

	if (row == NULL)
		return;
	body = g_strdup_printf(
	    "Ångra ändring %s (%s av %s %s)? Det skrivs som en ny ändring: inget tas "
	    "bort "
	    "ur historiken. Det går inte om något senare har ändrat samma sak.",
	    row->key, row->cells[AT_VERB], row->cells[AT_WHO], row->cells[AT_WHEN]);
	steer_ask(app, "Ångra en ändring", body, row->key, take_back);
}

/* ---- filter ------------------------------------------------------------------------ */

static void
set_text(char **to, const char *text)
{
	g_free(*to);
	*to = g_strdup(text);
}

static bool
filter_done(struct app *app, struct prompt *prompt, void *user)
{
	struct log_screen *self = user;

	set_text(&self->who, prompt_chosen(prompt, 0) > 0 ? prompt_text(prompt, 0) : "");
	set_text(&self->verb, prompt_chosen(prompt, 1) > 0 ? prompt_text(prompt, 1) : "");
	set_text(&self->text, prompt_text(prompt, 2));
	if (self->log != NULL)
		fill(app, self);
	return true;
}

/* Those there are, the latest first, after "alla"; *ret is where `now` stands. */
static GPtrArray *
options_of(const struct log_screen *self, bool verbs, const char *now, int *ret)
{
	GPtrArray *options = g_ptr_array_new_with_free_func(g_free);

	g_ptr_array_add(options, g_strdup(ALL));
	for (guint i = 0; i < self->log->entries->len; i++) {
		const struct log_entry *entry = entry_at(self, i);
		const char *text = verbs ? entry->verb : entry->who;

		if (!g_ptr_array_find_with_equal_func(options, text, g_str_equal, NULL))
			g_ptr_array_add(options, g_strdup(text));
	}
	*ret = 0;
	for (guint i = 1; i < options->len; i++)
		if (g_str_equal(g_ptr_array_index(options, i), now))
			*ret = (int)i;
	return options;
}

static void
ask_filter(struct app *app, struct log_screen *self)
{
	struct prompt *prompt =
	    prompt_new("Visa ändringar", NULL, filter_done, self, NULL);
	int who, verb;
	GPtrArray *people = options_of(self, false, self->who, &who);
	GPtrArray *verbs = options_of(self, true, self->verb, &verb);

	prompt_add_choice(prompt, "Vem", people, who);
	prompt_add_choice(prompt, "Vad", verbs, verb);
	prompt_add_text(prompt, "Text", self->text);
	prompt_open_query(app, prompt);
}

static void
run(struct app *app, struct screen *screen, enum command command)
{
	struct log_screen *self = screen->state;

	if (self->log == NULL || table_run(&self->table, command))
		return;
	switch (command) {
	case CMD_LOG_LOOK:
		look(app, self);
		break;
	case CMD_LOG_FILTER:
		ask_filter(app, self);
		break;
	case CMD_LOG_ALL:
		set_text(&self->who, "");
		set_text(&self->verb, "");
		set_text(&self->text, "");
		fill(app, self);
		break;
	case CMD_LOG_UNDO:
		ask_back(app, self);
		break;
	default:
		break;
	}
}

static void
prepare(struct app *app, struct screen *screen, int rows, int cols)
{
	(void)app;
	(void)cols;
	table_scroll(&((struct log_screen *)screen->state)->table, rows);
}

static void
close_log(void *state)
{
	struct log_screen *self = state;

	log_free(self->log);
	table_clear(&self->table);
	g_free(self->code);
	g_free(self->who);
	g_free(self->verb);
	g_free(self->text);
	g_free(self);
}

void
screen_log_open(struct app *app, const char *code)
{
	static const struct screen_ops ops = { .prepare = prepare,
		.draw = draw,
		.run = run,
		.refresh = refresh,
		.close = close_log };
	struct log_screen *self = g_new0(struct log_screen, 1);

	self->code = g_strdup(code);
	self->who = g_strdup("");
	self->verb = g_strdup("");
	self->text = g_strdup("");
	table_init(&self->table, columns, G_N_ELEMENTS(columns));
	app_open(app, &ops, LOG_SCOPES, self);
}
