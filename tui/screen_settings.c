/*
 * screen_settings.c - the settings: what each is, what it would be by default, who
 * changed it and when; changing one.
 */
#include <string.h>

#include "base/text.h"
#include "tui/steer.h"

#define SETTINGS_SCOPES (STEER_SCOPES | SCOPE_SETTINGS)

enum { AT_NAME, AT_VALUE, AT_DEFAULT, AT_MEANING };
static const struct table_column columns[] = {
	[AT_NAME] = { "Inställning", 23, -1, 0 },
	[AT_VALUE] = { "Värde", 14, -1, 0 },
	[AT_DEFAULT] = { "Standard", 10, -1, 0 },
	[AT_MEANING] = { "Vad den gör", 0, -1, 80 },
};

/* In the order of enum setting, every one of them. */
static const struct {
	const char *heading;
	enum setting last;
} groups[] = {
	{ "Vad som räknas", SETTING_VERIFY },
	{ "Riskvikt efter grad", SETTING_STAGE_5 },
	{ "Riskvikten gånger ljuset", SETTING_WEIGHT_GREY },
	{ "Gränser för ljuset effekt", SETTING_EFFECT_YELLOW },
	{ "Gränser för ljuset genomförande", SETTING_EMPTY },
	{ "Krav för grad 5", SETTING_AGREED },
	{ "Vad kontroll anmärker på", SETTING_SAME_COMMENT },
	{ "Måluppfyllelse", SETTING_SYMBOLS },
	{ "Bilagornas huvud", SETTING_JOURNAL },
	{ "Hela databasen", (enum setting)(SETTING__N - 1) },
};

struct settings_screen {
	struct table table;
	struct settings settings; /* texts until the next verb or poll */
	bool read;
	GArray *history; /* struct setting_change of the one that is shown */
	int history_of;  /* enum setting; -1: none has been read */
};

static bool
selected(const struct settings_screen *self, enum setting *ret)
{
	const struct table_row *row = table_selected(&self->table);

	if (row == NULL)
		return false;
	*ret = (enum setting)row->index;
	return true;
}

static void
fill(struct settings_screen *self)
{
	int i = 0;

	table_begin(&self->table);
	for (size_t g = 0; g < G_N_ELEMENTS(groups); g++) {
		table_add_heading(&self->table, groups[g].heading);
		for (; i <= (int)groups[g].last; i++) {
			const struct setting_info *info = &setting_infos[i];
			struct table_row *row =
			    table_add(&self->table, info->name, (guint)i);

			table_cell(row, AT_NAME, g_strdup(info->name));
			table_cell(row, AT_VALUE,
			    g_strdup_printf("%s%s", style_or_dash(self->settings.text[i]),
			        setting_is_default(&self->settings, (enum setting)i)
			            ? ""
			            : " *"));
			table_cell(
			    row, AT_DEFAULT, g_strdup(style_or_dash(info->otherwise)));
			table_cell(row, AT_MEANING, g_strdup(info->meaning));
		}
	}
	table_end(&self->table);
}

static bool
refresh(struct app *app, struct screen *screen, GError **error)
{
	struct settings_screen *self = screen->state;

	self->history_of = -1;
	self->read = session_settings(app->session, NULL, &self->settings, error);
	if (self->read)
		fill(self);
	else
		table_begin(&self->table);
	return self->read;
}

/* ---- drawing ----------------------------------------------------------------------- */

/* The latest change first; without any it stands as it was born. */
static void
add_history(struct app *app, const struct settings_screen *self, GPtrArray *lines)
{
	for (guint i = 0; self->history != NULL && i < self->history->len; i++) {
		const struct setting_change *change =
		    &g_array_index(self->history, struct setting_change, i);
		g_autofree char *when =
		    instant_text(change->at_ms, session_zone(app->session));

		g_ptr_array_add(lines, g_strdup_printf("%s  %s  %s → %s", when,
		                           change->who, style_or_dash(change->old_text),
		                           style_or_dash(change->new_text)));
	}
	if (self->history != NULL && self->history->len == 0)
		g_ptr_array_add(lines, g_strdup("Ingen har ändrat den."));
}

static void
draw_selected(struct app *app, struct grid *grid, const struct settings_screen *self)
{
	GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);
	enum setting setting;

	if (selected(self, &setting)) {
		const struct setting_info *info = &setting_infos[setting];

		g_ptr_array_add(lines, g_strdup_printf("#%s = %s", info->name,
		                           style_or_dash(self->settings.text[setting])));
		g_ptr_array_add(
		    lines, g_strdup_printf("%s%s.", info->meaning,
		               info->shared ? " (gäller alla program i databasen)" : ""));
		add_history(app, self, lines);
	}
	table_draw_pane(grid, lines);
}

static void
draw(struct app *app, struct screen *screen, struct grid *grid)
{
	const struct settings_screen *self = screen->state;
	g_autofree char *heading = app_heading(app, "Inställningar", grid->cols);
	g_autoptr(GString) status = g_string_new(NULL);
	int changed = 0;

	if (!self->read) {
		steer_draw_unread(app, grid, heading);
		return;
	}
	for (int i = 0; i < SETTING__N; i++)
		changed += !setting_is_default(&self->settings, (enum setting)i);
	app_draw_title(app, grid, heading, "");
	table_draw(&self->table, grid);
	draw_selected(app, grid, self);
	if (changed > 0)
		g_string_append_printf(status, "* %d är inte standard", changed);
	else
		g_string_append(status, "Alla är standard");
	if (self->table.top + self->table.height < (int)self->table.rows->len)
		g_string_append(status, " · ↓ fler rader");
	app_draw_status(app, grid, status->str);
}

/* ---- commands ---------------------------------------------------------------------- */

/* NULL: saved; else why not. */
static GError *
set(struct app *app, enum setting setting, const char *value)
{
	const struct setting_edit edit = { setting, value };
	const char *name = setting_infos[setting].name;
	struct settings now;
	struct saved saved = { 0 };
	GError *error = NULL;

	if (!session_set(app->session, &edit, 1, &saved, &error) ||
	    !session_settings(app->session, NULL, &now, &error))
		return error;
	app_did(app, &saved,
	    saved.change != 0 ? g_strdup_printf("%s är nu %s. u ångrar.", name,
	                            style_or_dash(now.text[setting]))
	                      : g_strdup_printf("%s var redan %s.", name,
	                            style_or_dash(now.text[setting])));
	return NULL;
}

static bool
set_done(struct app *app, struct prompt *prompt, void *user)
{
	GError *error =
	    set(app, (enum setting)GPOINTER_TO_INT(user), prompt_text(prompt, 0));

	if (error == NULL)
		return true;
	prompt_fail(app, prompt, 0, "Inställningen är INTE ändrad.", error);
	return false;
}

static void
ask_value(struct app *app, const struct settings_screen *self)
{
	const struct setting_info *info;
	struct prompt *prompt;
	enum setting setting;
	g_autofree char *intro = NULL;

	if (!selected(self, &setting))
		return;
	info = &setting_infos[setting];
	intro = g_strdup_printf("%s. Tomt ger standardvärdet%s%s.", info->meaning,
	    info->otherwise[0] != '\0' ? ", " : "", info->otherwise);
	prompt =
	    prompt_new(info->name, intro, set_done, GINT_TO_POINTER((int)setting), NULL);
	if (info->type == SETTING_YES_NO) {
		GPtrArray *options = g_ptr_array_new_with_free_func(g_free);

		g_ptr_array_add(options, g_strdup("nej"));
		g_ptr_array_add(options, g_strdup("ja"));
		prompt_add_choice(
		    prompt, "Värde", options, self->settings.number[setting]);
	} else {
		prompt_add_text(prompt, "Värde", self->settings.text[setting]);
	}
	prompt_open(app, prompt);
}

static void
run(struct app *app, struct screen *screen, enum command command)
{
	struct settings_screen *self = screen->state;
	enum setting setting;
	GError *error;

	if (steer_run(app, command) || !self->read || table_run(&self->table, command))
		return;
	if (command == CMD_SET) {
		ask_value(app, self);
	} else if (command == CMD_SET_DEFAULT && selected(self, &setting)) {
		error = set(app, setting, "");
		if (error != NULL)
			app_fail_fresh(app, "Inställningen är INTE ändrad.", error);
	}
}

/* What is selected is read before it is drawn, once. */
static void
prepare(struct app *app, struct screen *screen, int rows, int cols)
{
	struct settings_screen *self = screen->state;
	GArray *history = NULL;
	enum setting setting;

	(void)cols;
	table_scroll(&self->table, rows);
	if (!selected(self, &setting) || self->history_of == (int)setting)
		return;
	g_clear_pointer(&self->history, g_array_unref);
	/* a failure is told by what else is read */
	if (session_setting_history(app->session, setting, &history, NULL))
		self->history = history;
	self->history_of = (int)setting;
}

static void
close_settings(void *state)
{
	struct settings_screen *self = state;

	if (self->history != NULL)
		g_array_unref(self->history);
	table_clear(&self->table);
	g_free(self);
}

void
screen_settings_open(struct app *app)
{
	static const struct screen_ops ops = { .prepare = prepare,
		.draw = draw,
		.run = run,
		.refresh = refresh,
		.close = close_settings };
	struct settings_screen *self = g_new0(struct settings_screen, 1);

	table_init(&self->table, columns, G_N_ELEMENTS(columns));
	app_open(app, &ops, SETTINGS_SCOPES, self);
}
