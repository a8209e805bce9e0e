/*
 * screen_import.c - what a file would change, an action a row; all, some or none is read
 * in.
 */
#include <string.h>

#include "base/error.h"
#include "tui/dialog.h"
#include "tui/import.h"
#include "tui/steer.h"

#define IMPORT_SCOPES (SCOPE_IMPORT | SCOPE_MOVE | SCOPE_SUB | SCOPE_HELP)

enum { AT_CHOSEN, AT_CODE, AT_WHAT };
static const struct table_column columns[] = {
	[AT_CHOSEN] = { "Läs in", 6, -1, 0 },
	[AT_CODE] = { "Åtgärd", 12, -1, 0 },
	[AT_WHAT] = { "Vad filen gör", 0, -1, 0 },
};

struct import_screen {
	struct table table;
	struct import_trial *trial;
};

/* ---- what stands in it ------------------------------------------------------------- */

static const struct {
	const char *one, *many; /* "1 nytt", "2 nya" */
	const char *word;       /* beside a field */
} fates[] = {
	[IMPORT_CHANGED] = { "ändras", "ändras", "ändras" },
	[IMPORT_NEW] = { "nytt", "nya", "nytt" },
	[IMPORT_LATER] = { "skrivet av någon annan", "skrivna av någon annan",
	    "någon annan har skrivit sedan mallen gjordes" },
	[IMPORT_SINCE] = { "ändrat sedan mallen", "ändrade sedan mallen",
	    "ändrat sedan mallen gjordes, av" },
	[IMPORT_SAME] = { "oförändrat", "oförändrade", "oförändrat" },
};

static int
count_fate(const struct import_group *group, enum import_fate fate)
{
	int n = 0;

	for (guint i = 0; i < group->changes->len; i++)
		n += g_array_index(group->changes, struct import_change, i).fate == fate;
	return n;
}

static int
count_doubts(const struct import_group *group)
{
	int n = 0;

	for (guint i = 0; i < group->changes->len; i++)
		n += g_array_index(group->changes, struct import_change, i).doubt[0] !=
		     '\0';
	return n;
}

/* "OBS 1 ovanligt, 2 ändras, 1 nytt" */
static char *
group_text(const struct import_group *group)
{
	GString *text = g_string_new(NULL);
	int doubts = count_doubts(group);

	if (doubts > 0)
		g_string_append_printf(
		    text, "OBS %d %s", doubts, doubts == 1 ? "ovanligt" : "ovanliga");
	for (int f = 0; f < (int)G_N_ELEMENTS(fates); f++) {
		int n = count_fate(group, (enum import_fate)f);

		if (n > 0)
			g_string_append_printf(text, "%s%d %s", text->len > 0 ? ", " : "",
			    n, n == 1 ? fates[f].one : fates[f].many);
	}
	return g_string_free(text, FALSE);
}

/* Without any value of its own there is nothing to choose. */
static bool
group_writes(const struct import_group *group)
{
	return count_fate(group, IMPORT_NEW) + count_fate(group, IMPORT_CHANGED) +
	           count_fate(group, IMPORT_LATER) >
	       0;
}

static const char *
mark_of(const struct import_group *group)
{
	if (!group_writes(group))
		return "–";
	return group->left ? "[ ]" : "[x]";
}

static void
fill(struct import_screen *self)
{
	const struct import_trial *trial = self->trial;

	table_begin(&self->table);
	for (guint i = 0; i < trial->groups->len; i++) {
		const struct import_group *group = g_ptr_array_index(trial->groups, i);
		const char *code = group->code[0] != '\0' ? group->code : "Programmet";
		struct table_row *row = table_add(&self->table, code, i);

		row->role =
		    group->later || count_doubts(group) > 0 ? ROLE_WARNING : ROLE_TEXT;
		table_cell(row, AT_CHOSEN, g_strdup(mark_of(group)));
		table_cell(row, AT_CODE, g_strdup(code));
		table_cell(row, AT_WHAT, group_text(group));
	}
	/* after the actions, and never selected as one */
	for (guint i = 0; i < trial->wrong->len; i++) {
		g_autofree char *key = g_strdup_printf("fel %u", i);
		struct table_row *row =
		    table_add(&self->table, key, trial->groups->len + i);

		row->role = ROLE_ERROR;
		table_cell(row, AT_CHOSEN, g_strdup("×"));
		table_cell(row, AT_CODE, g_strdup("Fel"));
		table_cell(row, AT_WHAT, g_strdup(g_ptr_array_index(trial->wrong, i)));
	}
	table_end(&self->table);
}

static struct import_group *
selected(const struct import_screen *self)
{
	const struct table_row *row = table_selected(&self->table);

	return row != NULL && row->index < self->trial->groups->len
	           ? g_ptr_array_index(self->trial->groups, row->index)
	           : NULL;
}

/* What is refused, where such a row is selected; else NULL. */
static const char *
selected_wrong(const struct import_screen *self)
{
	const struct table_row *row = table_selected(&self->table);

	return row != NULL && row->index >= self->trial->groups->len
	           ? g_ptr_array_index(
	                 self->trial->wrong, row->index - self->trial->groups->len)
	           : NULL;
}

/* "status: – → pågående (nytt)" */
static char *
change_line(const struct import_change *change)
{
	const char *word = fates[change->fate].word;
	bool since = change->fate == IMPORT_SINCE;
	g_autofree char *after =
	    change->fate == IMPORT_SAME
	        ? g_strdup("")
	        : g_strconcat(" → ", style_or_dash(change->after), NULL);

	/* a report may be one without saying anything */
	if (change->before[0] == '\0' && change->after[0] == '\0')
		return g_strdup_printf("%s (%s%s%s)", change->field, word,
		    since ? " " : "", since ? change->who : "");
	return g_strdup_printf("%s: %s%s (%s%s%s)", change->field,
	    style_or_dash(change->before), after, word, since ? " " : "",
	    since ? change->who : "");
}

/* One field a line; the first is a heading. */
static GPtrArray *
group_lines(const struct import_group *group)
{
	GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);

	g_ptr_array_add(lines,
	    g_strdup_printf("#%s", group->code[0] != '\0' ? group->code : "Programmet"));
	if (group->later)
		g_ptr_array_add(lines,
		    g_strdup(
		        "Någon annan har skrivit ett annat värde sedan mallen gjordes: "
		        "deras står kvar, om du inte väljer åtgärden med Blanksteg."));
	for (guint i = 0; i < group->changes->len; i++) {
		const struct import_change *change =
		    &g_array_index(group->changes, struct import_change, i);

		g_ptr_array_add(lines, change_line(change));
		if (change->doubt[0] != '\0')
			g_ptr_array_add(lines, g_strdup_printf("OBS %s", change->doubt));
	}
	return lines;
}

static GPtrArray *
wrong_lines(const char *text)
{
	GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);

	g_ptr_array_add(lines, g_strdup("#Fel i filen"));
	g_ptr_array_add(lines, g_strdup(text));
	g_ptr_array_add(lines,
	    g_strdup("Rätta filen och läs in den igen, eller läs in de valda åtgärderna: "
	             "raderna för de andra lämnas."));
	return lines;
}

/* ---- drawing ----------------------------------------------------------------------- */

/* How many actions have something to read in, and how many of them are chosen. */
static int
count_chosen(const struct import_trial *trial, int *ret_all)
{
	int chosen = 0, all = 0;

	for (guint i = 0; i < trial->groups->len; i++) {
		const struct import_group *group = g_ptr_array_index(trial->groups, i);

		if (!group_writes(group))
			continue;
		all++;
		chosen += !group->left;
	}
	*ret_all = all;
	return chosen;
}

static void
draw(struct app *app, struct screen *screen, struct grid *grid)
{
	static const struct empty_line empty[] = {
		{ CMD_NONE, "Filen ändrar ingenting: allt som står i den är redan så." },
		{ CMD_BACK, "Tillbaka" }, { CMD_NONE, NULL }
	};
	const struct import_screen *self = screen->state;
	const struct import_trial *trial = self->trial;
	g_autofree char *name = g_path_get_basename(trial->path);
	g_autofree char *shown =
	    g_strdup_printf("Läs in %s · %s", exchange_kinds[trial->kind].name, name);
	g_autofree char *heading = app_heading(app, shown, grid->cols);
	const struct import_group *group = selected(self);
	g_autofree char *status = NULL, *wrong = NULL;
	int all, chosen = count_chosen(trial, &all);

	app_draw_title(app, grid, heading, "");
	if (trial->groups->len == 0) {
		empty_draw(app, grid, empty);
		app_draw_status(app, grid, "Ingenting att läsa in");
		return;
	}
	table_draw(&self->table, grid);
	if (group != NULL)
		table_draw_pane(grid, group_lines(group));
	else if (selected_wrong(self) != NULL)
		table_draw_pane(grid, wrong_lines(selected_wrong(self)));
	if (trial->wrong->len > 0)
		wrong = g_strdup_printf(" · %u fel", trial->wrong->len);
	status = g_strdup_printf("Ingenting är inläst än · %d av %d valda%s%s", chosen,
	    all, wrong != NULL ? wrong : "",
	    trial->more ? " · fler ändringar än som visas" : "");
	app_draw_status(app, grid, status);
}

/* ---- commands ---------------------------------------------------------------------- */

/* Else says why not. */
static bool
may_choose(struct app *app, const struct import_trial *trial)
{
	if (import_choosable(trial))
		return true;
	app_say(app, MESSAGE_NOTE,
	    g_strdup_printf(
	        trial->more
	            ? "Filen ändrar mer än som visas här: %s läses in hela, eller "
	              "inte alls."
	            : "Alla rader hör inte till en åtgärd: %s läses in hela, "
	              "eller inte alls.",
	        exchange_kinds[trial->kind].title));
	return false;
}

static void
pick(struct app *app, struct import_screen *self)
{
	struct import_group *group = selected(self);

	if (selected_wrong(self) != NULL)
		app_say(app, MESSAGE_NOTE, g_strdup("Ett fel kan inte läsas in."));
	if (group == NULL || !may_choose(app, self->trial))
		return;
	if (!group_writes(group)) {
		app_say(app, MESSAGE_NOTE,
		    g_strdup_printf("%s har inget att läsa in.", group->code));
		return;
	}
	group->left = !group->left;
	fill(self);
	(void)table_run(&self->table, CMD_DOWN);
}

/* All; when all are chosen already, none. */
static void
pick_all(struct app *app, struct import_screen *self)
{
	int all, chosen = count_chosen(self->trial, &all);

	if (!may_choose(app, self->trial))
		return;
	for (guint i = 0; i < self->trial->groups->len; i++)
		((struct import_group *)g_ptr_array_index(self->trial->groups, i))->left =
		    chosen == all;
	fill(self);
}

/* Something was written meanwhile: the trial is made again, and looked at again. */
static void
try_again(struct app *app, struct import_screen *self, const char *why)
{
	GError *error = NULL;
	struct import_trial *trial =
	    import_try(app, self->trial->kind, self->trial->path, &error);

	if (trial == NULL) {
		g_autofree char *because = g_strdup_printf("%s.", why);

		app_fail(app, because, error);
		return;
	}
	import_trial_free(self->trial);
	self->trial = trial;
	fill(self);
	app_say(app, MESSAGE_NOTE,
	    g_strdup_printf("%s: se vad filen ändrar nu. Ingenting är inläst.", why));
}

static void
take(struct app *app, struct import_screen *self)
{
	struct import_result result = { 0 };
	struct saved saved = { 0 };
	GError *error = NULL;
	int all, chosen = count_chosen(self->trial, &all);

	if (chosen == 0) {
		app_say(app, MESSAGE_NOTE,
		    g_strdup("Inget är valt. Blanksteg väljer en åtgärd, q lämnar utan "
		             "att läsa "
		             "in."));
		return;
	}
	if (!import_is_same(self->trial)) {
		try_again(app, self, "Filen är en annan än nyss");
		return;
	}
	if (!import_take(app, self->trial, &result, &error)) {
		if (g_error_matches(error, SPARPLAN_ERROR, SPARPLAN_ERROR_CONFLICT)) {
			g_error_free(error);
			try_again(app, self, "Någon annan hann spara");
		} else if (error != NULL)
			app_fail(app, "Ingenting är inläst.", error);
		return;
	}
	app_pop(app);
	saved.change = result.change;
	app_did(app, &saved,
	    g_strdup_printf("Inläst: %" G_GINT64_FORMAT " nya, %" G_GINT64_FORMAT
	                    " ändrade, %" G_GINT64_FORMAT " oförändrade%s. u ångrar.",
	        result.added, result.changed, result.same,
	        chosen < all ? "; resten lämnat" : ""));
}

static void
run(struct app *app, struct screen *screen, enum command command)
{
	struct import_screen *self = screen->state;

	if (table_run(&self->table, command))
		return;
	switch (command) {
	case CMD_IMPORT_TAKE:
		take(app, self);
		break;
	case CMD_IMPORT_PICK:
		pick(app, self);
		break;
	case CMD_IMPORT_ALL:
		pick_all(app, self);
		break;
	case CMD_IMPORT_LOOK:
		if (selected(self) != NULL)
			dialog_read(app, "Vad filen gör", group_lines(selected(self)));
		else if (selected_wrong(self) != NULL)
			dialog_read(
			    app, "Fel i filen", wrong_lines(selected_wrong(self)));
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
	table_scroll(&((struct import_screen *)screen->state)->table, rows);
}

static void
close_import(void *state)
{
	struct import_screen *self = state;

	import_trial_free(self->trial);
	table_clear(&self->table);
	g_free(self);
}

void
screen_import_open(struct app *app, struct import_trial *trial)
{
	static const struct screen_ops ops = {
		.prepare = prepare, .draw = draw, .run = run, .close = close_import
	};
	struct import_screen *self = g_new0(struct import_screen, 1);

	table_init(&self->table, columns, G_N_ELEMENTS(columns));
	self->trial = trial;
	fill(self);
	app_push(app, &ops, IMPORT_SCOPES, self);
}
