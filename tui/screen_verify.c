/*
 * screen_verify.c - what has been posted and nobody else has attested yet: attesting a
 * row or all of them, and taking an attest back.
 */
#include "base/text.h"
#include "calendar/month.h"
#include "tui/steer.h"

#define VERIFY_SCOPES (STEER_SCOPES | SCOPE_VERIFY)

enum { AT_MONTH, AT_CODE, AT_NAME, AT_UNIT, AT_KIND, AT_AMOUNT, AT_WHO, AT_STATE };
static const struct table_column columns[] = {
	[AT_MONTH] = { "Månad", 8, -1, 0 },
	[AT_CODE] = { "Nr", 8, -1, 0 },
	[AT_NAME] = { "Åtgärd", 0, -1, 0 },
	[AT_UNIT] = { "Mottagare", 20, -1, 110 },
	[AT_KIND] = { "Kostnadsslag", 14, -1, 110 },
	[AT_AMOUNT] = { "Belopp", 10, 1, 0 },
	[AT_WHO] = { "Bokfört av", 10, -1, 0 },
	[AT_STATE] = { "Läge", 12, -1, 80 },
};

struct verify_screen {
	struct table table;
	GArray *rows; /* struct posted_row; NULL: could not be read */
	bool verified;
	bool posted;   /* anything at all */
	bool demanded; /* only what is attested counts */
};

static const char *
rows_noun(int n)
{
	return n == 1 ? "rad" : "rader";
}

static const char *
posted_word(int n)
{
	return n == 1 ? "bokförd" : "bokförda";
}

static const struct posted_row *
selected(const struct verify_screen *self)
{
	const struct table_row *row = table_selected(&self->table);

	return row != NULL ? &g_array_index(self->rows, struct posted_row, row->index)
	                   : NULL;
}

static const char *
state_text(const struct verify_screen *self, const struct posted_row *row)
{
	if (self->verified)
		return "√ verifierat";
	return row->own ? "× eget" : "○ väntar";
}

static void
fill(struct app *app, struct verify_screen *self)
{
	table_begin(&self->table);
	for (guint i = 0; i < self->rows->len; i++) {
		const struct posted_row *row =
		    &g_array_index(self->rows, struct posted_row, i);
		g_autofree char *month = month_text(row->month);
		g_autofree char *key = g_strdup_printf(
		    "%s %s %d %s", row->action, month, (int)row->cost_kind, row->unit);
		struct table_row *line = table_add(&self->table, key, i);

		table_cell(line, AT_MONTH, g_strdup(month));
		table_cell(line, AT_CODE, g_strdup(row->action));
		table_cell(line, AT_NAME, g_strdup(row->name));
		table_cell(line, AT_UNIT, g_strdup(row->unit));
		table_cell(line, AT_KIND,
		    g_strdup(word_text(cost_kind_words, (int)row->cost_kind)));
		table_cell(line, AT_AMOUNT,
		    amount_text(
		        amount_of(row->ore), app->unit, money_unit_decimals(app->unit)));
		table_cell(line, AT_WHO, g_strdup(row->who));
		table_cell(line, AT_STATE, g_strdup(state_text(self, row)));
	}
	table_end(&self->table);
}

/* Nothing of this kind: is there of the other? */
static bool
note_posted(struct app *app, struct verify_screen *self, GError **error)
{
	g_autoptr(GArray) others = NULL;

	if (!session_posted(app->session, !self->verified, &others, error))
		return false;
	self->posted = others->len > 0;
	return true;
}

static bool
refresh(struct app *app, struct screen *screen, GError **error)
{
	struct verify_screen *self = screen->state;
	struct settings settings;
	GArray *rows = NULL;

	g_clear_pointer(&self->rows, g_array_unref);
	table_begin(&self->table);
	if (!session_settings(app->session, NULL, &settings, error))
		return false;
	self->demanded = settings.number[SETTING_VERIFY] != 0;
	if (!session_posted(app->session, self->verified, &rows, error))
		return false;
	self->rows = rows;
	self->posted = true;
	fill(app, self);
	return rows->len > 0 || note_posted(app, self, error);
}

/* ---- drawing ----------------------------------------------------------------------- */

static void
add_why(struct app *app, const struct verify_screen *self, const struct posted_row *row,
    GPtrArray *lines)
{
	if (self->verified)
		g_ptr_array_add(lines, g_strdup("Verifierat. b tar tillbaka det."));
	else if (row->own_rows > 0 && row->own_rows < row->rows)
		g_ptr_array_add(lines,
		    g_strdup("Du har bokfört en del av det, som en annan person ska "
		             "verifiera. V verifierar resten."));
	else if (row->own)
		g_ptr_array_add(lines,
		    g_strdup_printf("Kan inte verifieras av dig: %s har bokfört det, och "
		                    "en annan person ska verifiera.",
		        session_who(app->session)));
	else
		g_ptr_array_add(lines, g_strdup("v verifierar raden. u ångrar."));
	g_ptr_array_add(lines,
	    g_strdup(self->demanded
	                 ? "Inställningen verifiering är ja: bara det som är verifierat "
	                   "räknas som realiserat."
	                 : "Inställningen verifiering är nej: allt bokfört räknas, "
	                   "verifierat eller inte."));
}

static void
draw_selected(struct app *app, struct grid *grid, const struct verify_screen *self)
{
	const struct posted_row *row = selected(self);
	GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);

	if (row != NULL) {
		g_autofree char *month = month_words(row->month);
		g_autofree char *kr = amount_text(amount_of(row->ore), MONEY_KR, 2);

		g_ptr_array_add(
		    lines, g_strdup_printf("#%s %s, %s", row->action, row->name, month));
		g_ptr_array_add(
		    lines, g_strdup_printf("%s kr, %s, %s. Bokfört av %s%s.", kr,
		               row->unit, word_text(cost_kind_words, (int)row->cost_kind),
		               row->who, row->rows > 1 ? " i flera rader" : ""));
		add_why(app, self, row, lines);
	}
	table_draw_pane(grid, lines);
}

static void
draw_empty(struct app *app, struct grid *grid, const struct verify_screen *self)
{
	static const struct empty_line blank[] = { { CMD_NONE, "Inget är bokfört än." },
		{ CMD_ACTIONS, "Åtgärderna, där utfall bokförs" },
		{ CMD_GRID, "Rapportera en månad" }, { CMD_BACK, "Tillbaka" },
		{ CMD_NONE, NULL } };
	static const struct empty_line none[] = {
		{ CMD_NONE, "Allt som är bokfört är verifierat." },
		{ CMD_ATTESTED, "Visa det som är verifierat" },
		{ CMD_ACTIONS, "Åtgärderna" }, { CMD_BACK, "Tillbaka" },
		{ CMD_NONE, NULL }
	};
	static const struct empty_line nothing[] = { { CMD_NONE,
		                                         "Inget är verifierat än." },
		{ CMD_ATTESTED, "Visa det som väntar på att verifieras" },
		{ CMD_BACK, "Tillbaka" }, { CMD_NONE, NULL } };

	empty_draw(app, grid, !self->posted ? blank : self->verified ? nothing : none);
	app_draw_status(app, grid, self->verified ? "Inget verifierat" : "Inget väntar");
}

static void
draw_status(struct app *app, struct grid *grid, const struct verify_screen *self)
{
	g_autoptr(GString) text = g_string_new(NULL);
	int own = 0;

	for (guint i = 0; i < self->rows->len; i++)
		own += g_array_index(self->rows, struct posted_row, i).own;
	if (self->verified)
		g_string_append_printf(text, "%u %s verifierade", self->rows->len,
		    self->rows->len == 1 ? "rad är" : "rader är");
	else
		g_string_append_printf(text, "%u %s väntar", self->rows->len,
		    rows_noun((int)self->rows->len));
	if (own > 0 && !self->verified)
		g_string_append_printf(text, " · %d har du bokfört själv", own);
	if (self->table.top + self->table.height < (int)self->rows->len)
		g_string_append(text, " · ↓ fler rader");
	app_draw_status(app, grid, text->str);
}

static void
draw(struct app *app, struct screen *screen, struct grid *grid)
{
	const struct verify_screen *self = screen->state;
	g_autofree char *heading = app_heading(app, "Verifiering", grid->cols);
	g_autofree char *left = g_strdup_printf(
	    "%s · %s", heading, self->verified ? "verifierat" : "att verifiera");

	if (self->rows == NULL) {
		steer_draw_unread(app, grid, heading);
		return;
	}
	app_draw_title(app, grid, left, money_unit_name(app->unit));
	if (self->rows->len == 0) {
		draw_empty(app, grid, self);
		return;
	}
	table_draw(&self->table, grid);
	draw_selected(app, grid, self);
	draw_status(app, grid, self);
}

/* ---- commands ---------------------------------------------------------------------- */

/* The verb on the selected row; its texts are the session's until the verb. */
static bool
verify_row(struct app *app, const struct posted_row *row, bool withdraw)
{
	g_autofree char *action = g_strdup(row->action), *unit = g_strdup(row->unit);
	g_autofree char *month = month_text(row->month);
	const struct verify_entry entry = { .action = action,
		.month = row->month,
		.unit = unit,
		.cost_kind = (int)row->cost_kind,
		.withdraw = withdraw };
	struct verified done = { 0 };
	struct saved saved = { 0 };
	GError *error = NULL;

	if (!session_verify(app->session, &entry, &done, &error)) {
		app_fail_fresh(app,
		    withdraw ? "Verifieringen är INTE borttagen."
		             : "Raden är INTE verifierad.",
		    error);
		return false;
	}
	saved.change = done.change;
	app_did(app, &saved,
	    g_strdup_printf("%s %s är %s. u ångrar.", action, month,
	        withdraw ? "inte verifierat längre" : "verifierat"));
	return true;
}

static void
attest(struct app *app, const struct verify_screen *self)
{
	const struct posted_row *row = selected(self);

	if (row == NULL)
		return;
	if (self->verified)
		app_say(app, MESSAGE_NOTE, g_strdup("Raden är redan verifierad."));
	else if (row->own)
		app_say(app, MESSAGE_NOTE,
		    g_strdup("Du har bokfört det själv: be någon annan verifiera."));
	else
		verify_row(app, row, false);
}

static void
withdraw(struct app *app, const char *key)
{
	const struct verify_screen *self = app_top(app)->state;
	const struct table_row *row = table_selected(&self->table);

	/* another process may have changed what is selected since it was asked */
	if (row != NULL && g_strcmp0(row->key, key) == 0)
		verify_row(app, selected(self), true);
}

static void
ask_withdraw(struct app *app, const struct verify_screen *self)
{
	const struct posted_row *row = selected(self);
	g_autofree char *month = NULL, *body = NULL;

	if (row == NULL)
		return;
	if (!self->verified) {
		app_say(app, MESSAGE_NOTE,
		    g_strdup("Raden är inte verifierad. f visar dem som är det."));
		return;
	}
	month = month_words(row->month);
	body = g_strdup_printf("Ta tillbaka verifieringen av %s, %s? Det som inte är "
	                       "verifierat räknas inte när inställningen verifiering är "
	                       "ja.",
	    row->action, month);
	steer_ask(app, "Ta tillbaka verifieringen", body,
	    table_selected(&self->table)->key, withdraw);
}

static void
attest_all(struct app *app, const char *key)
{
	struct verified done = { 0 };
	struct saved saved = { 0 };
	GError *error = NULL;
	int month = 0;

	if (!month_parse_strict(key, &month, &error) ||
	    !session_verify_all(app->session, month, NULL, &done, &error)) {
		app_fail_fresh(app, "Ingenting är verifierat.", error);
		return;
	}
	saved.change = done.change;
	app_did(app, &saved,
	    g_strdup_printf("Verifierat: %d %s %s. u ångrar.", done.rows,
	        posted_word(done.rows), rows_noun(done.rows)));
}

static void
ask_all(struct app *app, const struct verify_screen *self)
{
	int others = 0, own = 0, until = 0; /* of the ledger, as the verb counts */
	struct amount sum = AMOUNT_NONE;
	g_autofree char *month = NULL, *kr = NULL, *left = NULL, *body = NULL;

	for (guint i = 0; !self->verified && i < self->rows->len; i++) {
		const struct posted_row *row =
		    &g_array_index(self->rows, struct posted_row, i);

		own += row->own_rows;
		if (row->rows == row->own_rows)
			continue;
		others += row->rows - row->own_rows;
		until = MAX(until, row->month);
		amount_add(&sum, amount_of(row->ore - row->own_ore));
	}
	if (others == 0) {
		app_say(app, MESSAGE_NOTE,
		    g_strdup(own > 0 ? "Allt som väntar har du bokfört själv: be någon "
		                       "annan verifiera."
		                     : "Här finns inget att verifiera."));
		return;
	}
	month = month_text(until);
	kr = amount_text(sum, app->unit, money_unit_decimals(app->unit));
	left = own > 0 ? g_strdup_printf(" %d som du har bokfört själv lämnas.", own)
	               : g_strdup("");
	body = g_strdup_printf("Verifiera det som andra har bokfört till och med %s: %d "
	                       "%s %s, %s %s?%s u ångrar allt i ett steg.",
	    month, others, posted_word(others), rows_noun(others), kr,
	    money_unit_name(app->unit), left);
	steer_ask(app, "Verifiera alla", body, month, attest_all);
}

static void
run(struct app *app, struct screen *screen, enum command command)
{
	struct verify_screen *self = screen->state;

	if (steer_run(app, command) || self->rows == NULL ||
	    table_run(&self->table, command))
		return;
	switch (command) {
	case CMD_ATTEST:
		attest(app, self);
		break;
	case CMD_ATTEST_ALL:
		ask_all(app, self);
		break;
	case CMD_ATTEST_BACK:
		ask_withdraw(app, self);
		break;
	case CMD_ATTESTED:
		self->verified = !self->verified;
		app_refresh(app);
		table_run(&self->table, CMD_FIRST);
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
	table_scroll(&((struct verify_screen *)screen->state)->table, rows);
}

static void
close_verify(void *state)
{
	struct verify_screen *self = state;

	if (self->rows != NULL)
		g_array_unref(self->rows);
	table_clear(&self->table);
	g_free(self);
}

void
screen_verify_open(struct app *app)
{
	static const struct screen_ops ops = { .prepare = prepare,
		.draw = draw,
		.run = run,
		.refresh = refresh,
		.close = close_verify };
	struct verify_screen *self = g_new0(struct verify_screen, 1);

	table_init(&self->table, columns, G_N_ELEMENTS(columns));
	app_open(app, &ops, VERIFY_SCOPES, self);
}
