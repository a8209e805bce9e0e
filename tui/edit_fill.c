/*
 * edit_fill.c - an action to the fields of its form.
 */
#include <string.h>

#include "base/text.h"
#include "calendar/month.h"
#include "tui/edit.h"

#define LABEL_X       0
#define LEFT_X        18
#define RIGHT_LABEL_X 42
#define RIGHT_X       52
#define CELL          9

int
edit_columns(const struct edit *edit)
{
	return edit->n_years + (edit->undistributed ? 1 : 0);
}

int
edit_column_year(const struct edit *edit, int column)
{
	return column < edit->n_years ? edit->first_year + column : 0;
}

int
edit_column_x(int column)
{
	return LEFT_X + column * (CELL + 1);
}

static char *
amount_field(struct amount amount)
{
	GString *text = g_string_new(NULL);

	if (amount.known)
		amount_append_exact(text, amount, MONEY_MKR, 1, ',');
	return g_string_free(text, FALSE);
}

char *
edit_value(const struct edit *edit, const struct detail *detail, int id)
{
	const struct edit_line *line;
	struct amount sum = AMOUNT_NONE;
	int year;

	if (id < ACTION_FIELD__N)
		return g_strdup(action_get(&detail->action, (enum action_field)id));
	line = &g_array_index(edit->lines, struct edit_line, (id - 100) / 100);
	year = edit_column_year(edit, (id - 100) % 100);
	for (guint i = 0; i < detail->targets->len; i++) {
		const struct detail_target *target =
		    &g_array_index(detail->targets, struct detail_target, i);

		if (target->year == year && target->cost_kind == line->cost_kind &&
		    g_strcmp0(target->recipient, line->recipient) == 0)
			amount_add(&sum, amount_of(target->ore));
	}
	return amount_field(sum);
}

const char *
edit_label(const struct edit *edit, int id, GString *scratch)
{
	int year;

	if (id < ACTION_FIELD__N)
		return action_fields[id].label;
	if (id == CODE_ID)
		return "Nummer";
	year = edit_column_year(edit, (id - 100) % 100);
	if (year != 0)
		g_string_printf(scratch, "Mål %d", year);
	else
		g_string_assign(scratch, "Mål, ej årsfördelat");
	return scratch->str;
}

/* ---- options ----------------------------------------------------------------------- */

static GPtrArray *
word_options(const struct word *words)
{
	GPtrArray *options = g_ptr_array_new_with_free_func(g_free);
	int last = -1;

	for (; words->text != NULL; words++) {
		if (words->value == last)
			continue;
		last = words->value;
		g_ptr_array_add(options, g_strdup(words->text));
	}
	return options;
}

static GPtrArray *
name_options(struct app *app, enum action_field field)
{
	GPtrArray *options = g_ptr_array_new_with_free_func(g_free);
	const struct plan *plan = NULL;

	if (field == ACTION_AREA)
		g_ptr_array_add(options, g_strdup(""));
	if (session_plan(app->session, &plan, NULL)) {
		if (field == ACTION_UNIT)
			for (guint i = 0; i < plan->units->len; i++)
				g_ptr_array_add(options,
				    g_strdup(
				        g_array_index(plan->units, struct unit, i).name));
		else
			for (guint i = 0; i < plan->areas->len; i++)
				g_ptr_array_add(options,
				    g_strdup(
				        g_array_index(plan->areas, struct area, i).name));
	}
	g_ptr_array_add(options, g_strdup("Annat namn …"));
	return options;
}

/* ---- fields ------------------------------------------------------------------------ */

static const struct {
	enum action_field field;
	int y;
	bool right;
	int width;
} places[] = { { ACTION_NAME, 0, false, 70 }, { ACTION_UNIT, 1, false, 50 },
	{ ACTION_AREA, 2, false, 70 }, { ACTION_OWNER, 3, false, 50 },
	{ ACTION_KIND, 4, false, 21 }, { ACTION_COUNTS, 4, true, 12 },
	{ ACTION_STATUS, 5, false, 21 }, { ACTION_STAGE, 5, true, 12 },
	{ ACTION_BASIS, 6, false, 21 }, { ACTION_PLAN_READY, 6, true, 12 },
	{ ACTION_START, 7, false, 21 }, { ACTION_FINISH, 7, true, 12 },
	{ ACTION_INDICATOR, 8, false, 70 } };
#define FIELD_ROWS 9

static void
add_label(struct form *form, int y, int x, int width, const char *text, enum role role)
{
	form_add(form, FORM_LABEL, 0, y, x, width, text)->role = role;
}

static void
add_field(struct app *app, struct edit *edit, const struct action *action,
    enum action_field field, int y, int x, int width)
{
	const struct action_field_info *info = &action_fields[field];
	const char *text = action_get(action, field);
	struct form_item *item;

	if (field == ACTION_UNIT || field == ACTION_AREA) {
		item = form_add_choice(
		    &edit->form, (int)field, y, x, width, name_options(app, field), text);
		item->open = true;
	} else if (info->words != NULL) {
		form_add_choice(&edit->form, (int)field, y, x, width,
		    word_options(info->words), text);
	} else {
		form_add(&edit->form, FORM_TEXT, (int)field, y, x, width, text);
	}
}

static void
add_fields(struct app *app, struct edit *edit, const struct action *action, int y)
{
	for (size_t i = 0; i < G_N_ELEMENTS(places); i++) {
		bool right = places[i].right;

		add_label(&edit->form, y + places[i].y, right ? RIGHT_LABEL_X : LABEL_X,
		    right ? RIGHT_X - RIGHT_LABEL_X : LEFT_X,
		    action_fields[places[i].field].label, ROLE_TEXT);
		add_field(app, edit, action, places[i].field, y + places[i].y,
		    right ? RIGHT_X : LEFT_X, places[i].width);
	}
}

/* ---- targets ----------------------------------------------------------------------- */

static void
line_clear(gpointer data)
{
	struct edit_line *line = data;

	g_free(line->recipient);
}

static void
find_lines(struct edit *edit)
{
	struct edit_line own = { NULL, COST_UNSPECIFIED, 0 };

	if (edit->lines != NULL)
		g_array_unref(edit->lines);
	edit->lines = g_array_new(FALSE, FALSE, sizeof(struct edit_line));
	g_array_set_clear_func(edit->lines, line_clear);
	for (guint i = 0; edit->detail != NULL && i < edit->detail->targets->len; i++) {
		const struct detail_target *target =
		    &g_array_index(edit->detail->targets, struct detail_target, i);
		struct edit_line line = { NULL, target->cost_kind, 0 };
		bool known = false;

		edit->undistributed = edit->undistributed || target->year == 0;
		for (guint j = 0; j < edit->lines->len; j++) {
			const struct edit_line *old =
			    &g_array_index(edit->lines, struct edit_line, j);

			known = known ||
			        (old->cost_kind == line.cost_kind &&
			            g_strcmp0(old->recipient, target->recipient) == 0);
		}
		if (known)
			continue;
		line.recipient = g_strdup(target->recipient);
		g_array_append_val(edit->lines, line);
	}
	if (edit->lines->len == 0)
		g_array_append_val(edit->lines, own);
}

static void
find_years(struct app *app, struct edit *edit)
{
	const struct plan *plan = NULL;
	int first = 0, last = 0;

	edit->undistributed = false;
	if (session_plan(app->session, &plan, NULL))
		plan_years(plan, &first, &last);
	/* the session's plan may be without targets; then the rollup knows the years */
	if (first == 0) {
		struct view view = app_view(app);
		struct rollup *units = NULL;

		if (session_rollup(
		        app->session, &view, GROUPING_UNIT, SELECT_ALL, &units, NULL)) {
			first = units->query.first_year;
			last = units->query.last_year;
			rollup_free(units);
		}
	}
	for (guint i = 0; edit->detail != NULL && i < edit->detail->targets->len; i++) {
		int year =
		    g_array_index(edit->detail->targets, struct detail_target, i).year;

		if (year != 0 && (first == 0 || year < first))
			first = year;
		last = MAX(last, year);
	}
	for (guint i = 0; edit->detail != NULL && i < edit->detail->savings->len; i++) {
		int year = month_year(
		    g_array_index(edit->detail->savings, struct detail_saving, i)
		        .saving.month);

		if (first == 0 || year < first)
			first = year;
		last = MAX(last, year);
	}
	if (first == 0) {
		g_autoptr(GDateTime) now =
		    g_date_time_new_from_unix_utc(session_now_ms(app->session) / 1000);

		first = g_date_time_get_year(now);
		last = first + 2;
	}
	last = MAX(last, first + 2); /* room to plan ahead */
	edit->first_year = first;
	edit->n_years = CLAMP(last - first + 1, 1, EDIT_YEARS_MAX);
}

static void
add_targets(struct edit *edit, int *y)
{
	g_autoptr(GString) text = g_string_new(NULL);

	add_label(&edit->form, *y, LABEL_X, LEFT_X, "Mål (mkr)", ROLE_HEADING);
	for (int c = 0; c < edit_columns(edit); c++) {
		int year = edit_column_year(edit, c);

		g_string_assign(text, "  ej år");
		if (year != 0)
			g_string_printf(text, "%7d", year);
		add_label(
		    &edit->form, *y, edit_column_x(c) + 1, CELL, text->str, ROLE_HEADING);
	}
	add_label(&edit->form, *y, edit_column_x(edit_columns(edit)) + 2, CELL, "  Summa",
	    ROLE_HEADING);
	for (guint i = 0; i < edit->lines->len; i++) {
		struct edit_line *line = &g_array_index(edit->lines, struct edit_line, i);

		*y += 1;
		line->y = *y;
		g_string_assign(text, "");
		if (edit->lines->len > 1)
			g_string_printf(text, "%s %s",
			    word_text(cost_kind_words, (int)line->cost_kind),
			    line->recipient != NULL ? line->recipient : "");
		add_label(&edit->form, *y, LABEL_X, LEFT_X - 1, text->str, ROLE_TEXT);
		for (int c = 0; c < edit_columns(edit); c++) {
			g_autofree char *value =
			    edit->detail != NULL
			        ? edit_value(edit, edit->detail, TARGET_ID((int)i, c))
			        : g_strdup("");

			form_add(&edit->form, FORM_AMOUNT, TARGET_ID((int)i, c), *y,
			    edit_column_x(c), CELL - 2, value);
		}
	}
	*y += 1;
	if (edit->detail != NULL)
		*y = edit_add_figures(edit, *y);
	*y += 1;
}

void
edit_add_label(struct form *form, int y, const char *text, enum role role)
{
	add_label(form, y, LABEL_X, 200, text, role);
}

/* ---- reports and history ----------------------------------------------------------- */

#define REPORTS_SHOWN 3

static void
add_reports(struct edit *edit, int *y)
{
	const GArray *reports = edit->detail->reports;

	add_label(&edit->form, *y, LABEL_X, 60,
	    reports->len > 0 ? "Lägesrapporter, senaste först" : "Ingen lägesrapport än",
	    ROLE_HEADING);
	for (guint i = 0; i < reports->len && i < REPORTS_SHOWN; i++) {
		const struct detail_report *report =
		    &g_array_index(reports, struct detail_report, i);
		enum role role;
		const char *sign = light_glyph(report->light, &role);
		g_autofree char *text = g_strdup_printf("%s  %s %s  %s%s%s",
		    report->round, sign, word_text(light_words, (int)report->light),
		    word_text(status_words, (int)report->status),
		    report->status != STATUS_NONE ? "  " : "",
		    report->nothing_new ? "inget nytt att redovisa" : report->comment);

		add_label(&edit->form, ++*y, LABEL_X, 200, text, ROLE_TEXT);
	}
	*y += 2;
}

void
edit_fill(struct app *app, struct edit *edit)
{
	int focus = edit->form.focus, top = edit->form.top, y = 0;
	struct action fresh;
	const struct action *action = &fresh;

	action_init(&fresh, "");
	if (edit->detail != NULL)
		action = &edit->detail->action;
	form_clear(&edit->form);
	form_init(&edit->form);
	edit->form.locked = app->options.read_only;
	find_years(app, edit);
	find_lines(edit);
	if (edit->code == NULL) {
		add_label(&edit->form, 0, LABEL_X, LEFT_X, "Nummer", ROLE_TEXT);
		form_add(&edit->form, FORM_TEXT, CODE_ID, 0, LEFT_X, 12, "");
		y = 1;
	}
	add_fields(app, edit, action, y);
	y += FIELD_ROWS + 1;
	add_targets(edit, &y);
	if (edit->detail != NULL) {
		y = edit_add_lights(edit, y) + 1;
		add_reports(edit, &y);
	}
	add_label(&edit->form, y, LABEL_X, LEFT_X,
	    action_fields[ACTION_DESCRIPTION].label, ROLE_TEXT);
	form_add(&edit->form, FORM_LINES, ACTION_DESCRIPTION, y, LEFT_X, 70,
	    action_get(action, ACTION_DESCRIPTION))
	    ->height = 3;
	if (edit->detail != NULL)
		edit_add_links(app, edit, y + 4);
	if (focus >= 0 && focus < (int)edit->form.items->len) {
		edit->form.focus = focus;
		edit->form.top = top;
	} else {
		/* the first field, read from its start */
		form_find(&edit->form, edit->code == NULL ? CODE_ID : ACTION_NAME)
		    ->field.cursor = 0;
	}
}
