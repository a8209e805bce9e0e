/*
 * screen_decisions.c - the decisions of the programme and of its actions, and which
 * actions rest on each.
 */
#include <string.h>

#include "base/text.h"
#include "tui/decisions.h"
#include "tui/steer.h"

#define DECISIONS_SCOPES (STEER_SCOPES | SCOPE_DECIDE)

enum {
	AT_CODE,
	AT_DAY,
	AT_BODY,
	AT_PARAGRAPH,
	AT_JOURNAL,
	AT_SUBJECT,
	AT_OUTCOME,
	AT_AMOUNT
};
static const struct table_column columns[] = {
	[AT_CODE] = { "Nr", 6, -1, 0 },
	[AT_DAY] = { "Dag", 10, -1, 0 },
	[AT_BODY] = { "Instans", 20, -1, 80 },
	[AT_PARAGRAPH] = { "§", 6, -1, 100 },
	[AT_JOURNAL] = { "Diarienr", 13, -1, 110 },
	[AT_SUBJECT] = { "Beslut", 0, -1, 0 },
	[AT_OUTCOME] = { "Utfall", 12, -1, 0 },
	[AT_AMOUNT] = { "Belopp", 9, 1, 80 },
};

struct decisions_screen {
	struct table table;
	const struct plan *plan; /* borrowed; NULL: could not be read */
};

static const struct decision *
selected(const struct decisions_screen *self)
{
	const struct table_row *row = table_selected(&self->table);

	return row != NULL
	           ? &g_array_index(self->plan->decisions, struct decision, row->index)
	           : NULL;
}

static void
fill(struct app *app, struct decisions_screen *self)
{
	const GArray *all = self->plan->decisions;

	table_begin(&self->table);
	for (guint i = 0; i < all->len; i++) {
		const struct decision *d = &g_array_index(all, struct decision, i);
		const struct action *action = plan_action_by_id(self->plan, d->action);
		g_autofree char *key =
		    g_strdup_printf("%s %" G_GINT64_FORMAT, d->code, d->action);
		struct table_row *row = table_add(&self->table, key, i);

		table_cell(row, AT_CODE, g_strdup(d->code));
		table_cell(row, AT_DAY, g_strdup(style_or_dash(d->day)));
		table_cell(row, AT_BODY, g_strdup(style_or_dash(d->body)));
		table_cell(row, AT_PARAGRAPH, g_strdup(style_or_dash(d->paragraph)));
		table_cell(row, AT_JOURNAL, g_strdup(style_or_dash(d->journal)));
		table_cell(row, AT_SUBJECT,
		    g_strdup_printf("%s%s%s", action != NULL ? action->code : "",
		        action != NULL ? ": " : "", style_or_dash(d->subject)));
		table_cell(row, AT_OUTCOME, g_strdup(style_or_dash(d->outcome)));
		table_cell(row, AT_AMOUNT,
		    amount_text(d->amount, app->unit, money_unit_decimals(app->unit)));
	}
	table_end(&self->table);
}

static bool
refresh(struct app *app, struct screen *screen, GError **error)
{
	struct decisions_screen *self = screen->state;

	self->plan = NULL;
	table_begin(&self->table);
	if (!session_whole(app->session, NULL, &self->plan, error))
		return false;
	fill(app, self);
	return true;
}

/* ---- the actions behind one -------------------------------------------------------- */

/* One decision may stand once for each action it is about. */
static bool
is_same(const struct decision *a, const struct decision *b)
{
	return strcmp(a->code, b->code) == 0 && strcmp(a->day, b->day) == 0 &&
	       strcmp(a->body, b->body) == 0 && strcmp(a->paragraph, b->paragraph) == 0 &&
	       strcmp(a->journal, b->journal) == 0;
}

/* Is the action of the decision, or linked to it?  In *ret_why what it has to do with
 * it. */
static bool
rests(const struct plan *plan, const struct decision *d, const struct action *action,
    GString *ret_why)
{
	bool found = false;

	for (guint i = 0; i < plan->decisions->len && !found; i++) {
		const struct decision *other =
		    &g_array_index(plan->decisions, struct decision, i);

		found = other->action == action->id && is_same(other, d);
	}
	for (guint i = 0; i < plan->links->len; i++) {
		const struct link *link = &g_array_index(plan->links, struct link, i);

		if (link->action != action->id || strcmp(link->code, d->code) != 0 ||
		    (link->relation != RELATION_DECISION &&
		        link->relation != RELATION_TARGET))
			continue;
		found = true;
		if (link->relation == RELATION_TARGET && link->year != 0)
			g_string_append_printf(ret_why, " (målet %d)", link->year);
		else if (link->relation == RELATION_TARGET)
			g_string_append(ret_why, " (målet)");
	}
	return found;
}

/* Their ids, and told in a line. */
static GArray *
resting(const struct plan *plan, const struct decision *d, GString *text)
{
	GArray *ids = g_array_new(FALSE, FALSE, sizeof(int64_t));
	g_autoptr(GArray) order = plan_order(plan);

	for (guint i = 0; i < order->len; i++) {
		const struct action *action = &g_array_index(
		    plan->actions, struct action, g_array_index(order, guint, i));
		g_autoptr(GString) why = g_string_new(NULL);

		if (!rests(plan, d, action, why))
			continue;
		g_array_append_val(ids, action->id);
		g_string_append_printf(text, "%s%s%s",
		    text->len > 0 ? ", " : "Åtgärder: ", action->code, why->str);
	}
	if (ids->len == 0)
		g_string_append(text,
		    "Ingen åtgärd är kopplad till beslutet. Ctrl-K i en "
		    "åtgärds formulär kopplar.");
	return ids;
}

/* ---- drawing ----------------------------------------------------------------------- */

/* "2015-05-26 · Regionstyrelsen · § 74 · dnr RS150274 · återremiss · 403,0 mkr": what is
 * said of it; g_free. */
static char *
said_text(struct app *app, const struct decision *d)
{
	g_autofree char *paragraph = decision_paragraph(d);
	const struct {
		const char *before, *text;
	} parts[] = { { "", d->day }, { "", d->body }, { "", paragraph },
		{ "dnr ", d->journal }, { "", d->outcome }, { "", d->phase } };
	GString *text = g_string_new(NULL);

	for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
		if (parts[i].text[0] != '\0')
			g_string_append_printf(text, "%s%s%s", text->len > 0 ? " · " : "",
			    parts[i].before, parts[i].text);
	if (d->amount.known) {
		g_string_append(text, text->len > 0 ? " · " : "");
		amount_append(text, d->amount, app->unit, money_unit_decimals(app->unit));
		g_string_append_printf(text, " %s", money_unit_name(app->unit));
	}
	return g_string_free(text, FALSE);
}

static void
draw_selected(struct app *app, struct grid *grid, const struct decisions_screen *self)
{
	const struct decision *d = selected(self);
	GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);

	if (d != NULL) {
		g_autoptr(GString) text = g_string_new(NULL);
		g_autoptr(GArray) ids = resting(self->plan, d, text);

		g_ptr_array_add(lines, g_strdup_printf("#Beslut %s: %s", d->code,
		                           style_or_dash(d->subject)));
		g_ptr_array_add(lines, said_text(app, d));
		if (d->note[0] != '\0')
			g_ptr_array_add(
			    lines, g_strdup_printf("Anmärkning: %s", d->note));
		g_ptr_array_add(lines, g_strdup(text->str));
	}
	table_draw_pane(grid, lines);
}

static void
draw(struct app *app, struct screen *screen, struct grid *grid)
{
	static const struct empty_line empty[] = { { CMD_NONE,
		                                       "Programmet har inga beslut än." },
		{ CMD_DECISION_NEW, "Skriv in det första" },
		{ CMD_NONE, "Eller läs in dem på kommandoraden:" },
		{ CMD_NONE, "  sparplan import beslut FIL" }, { CMD_BACK, "Tillbaka" },
		{ CMD_NONE, NULL } };
	const struct decisions_screen *self = screen->state;
	g_autofree char *heading = app_heading(app, "Beslut", grid->cols);
	g_autofree char *status = NULL;

	if (self->plan == NULL) {
		steer_draw_unread(app, grid, heading);
		return;
	}
	app_draw_title(app, grid, heading, money_unit_name(app->unit));
	if (self->plan->decisions->len == 0) {
		empty_draw(app, grid, empty);
		app_draw_status(app, grid, "Inga beslut");
		return;
	}
	table_draw(&self->table, grid);
	draw_selected(app, grid, self);
	status = g_strdup_printf("%u beslut%s", self->plan->decisions->len,
	    self->table.top + self->table.height < (int)self->plan->decisions->len
	        ? " · ↓ fler rader"
	        : "");
	app_draw_status(app, grid, status);
}

/* ---- commands ---------------------------------------------------------------------- */

static void
show_actions(struct app *app, const struct decisions_screen *self)
{
	const struct decision *d = selected(self);
	g_autoptr(GString) text = g_string_new(NULL);
	g_autoptr(GArray) ids = NULL;
	g_autofree char *what = NULL;

	if (d == NULL)
		return;
	what = g_strdup_printf("vilar på beslut %s", d->code);
	ids = resting(self->plan, d, text);
	screen_list_only(app, ids, what);
}

static void
run(struct app *app, struct screen *screen, enum command command)
{
	struct decisions_screen *self = screen->state;
	const struct decision *d;
	const struct action *action;

	if (steer_run(app, command) || self->plan == NULL ||
	    table_run(&self->table, command))
		return;
	if (command == CMD_DECISION_LOOK)
		show_actions(app, self);
	else if (command == CMD_DECISION_NEW)
		decision_write(app, self->plan, NULL, NULL, &self->table);
	else if (command == CMD_DECISION_EDIT && (d = selected(self)) != NULL) {
		action = plan_action_by_id(self->plan, d->action);
		decision_write(app, self->plan, d, action != NULL ? action->code : NULL,
		    &self->table);
	}
}

static void
prepare(struct app *app, struct screen *screen, int rows, int cols)
{
	(void)app;
	(void)cols;
	table_scroll(&((struct decisions_screen *)screen->state)->table, rows);
}

static void
close_decisions(void *state)
{
	struct decisions_screen *self = state;

	table_clear(&self->table);
	g_free(self);
}

void
screen_decisions_open(struct app *app)
{
	static const struct screen_ops ops = { .prepare = prepare,
		.draw = draw,
		.run = run,
		.refresh = refresh,
		.close = close_decisions };
	struct decisions_screen *self = g_new0(struct decisions_screen, 1);

	table_init(&self->table, columns, G_N_ELEMENTS(columns));
	app_open(app, &ops, DECISIONS_SCOPES, self);
}
