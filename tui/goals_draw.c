/*
 * goals_draw.c - the goals screen on a grid: the tree at the left, what each indicator
 * shows at the right, and what is selected below.
 */
#include <string.h>

#include "base/text.h"
#include "calendar/month.h"
#include "rollup/lights.h"
#include "tui/chart.h"
#include "tui/empty.h"
#include "tui/goals.h"
#include "tui/move.h"

#define LIGHT_WIDTH 6 /* "● grön" */
#define PANE_ROWS   22

struct columns {
	int name;                 /* width */
	int target, target_width; /* x; 0: not shown */
	int outcome, outcome_width;
	int parts; /* women, men and total apart, each so wide; 0: together */
	int trend;
	int spark, spark_width; /* 0: not shown */
	int light;
};

static struct columns
plan_columns(int cols)
{
	struct columns c = { .outcome_width = 14 };
	int x = cols - LIGHT_WIDTH - 1;

	c.light = x;
	if (cols >= 80) {
		c.spark_width = cols >= WIDE_COLS ? 12 : 8;
		x -= c.spark_width + 1;
		c.spark = x;
	}
	x -= 5;
	c.trend = x + 1;
	if (cols >= WIDE_COLS) {
		c.parts = 8;
		c.outcome_width = 3 * c.parts;
	}
	x -= c.outcome_width + 1;
	c.outcome = x;
	if (cols >= 80) {
		c.target_width = cols >= WIDE_COLS ? 16 : 9;
		x -= c.target_width + 1;
		c.target = x;
	}
	c.name = x - 2;
	return c;
}

static void
draw_head(struct grid *grid, const struct columns *c)
{
	static const char *const parts[] = { "Kvinnor", "Män", "Totalt" };

	grid_text(grid, 1, 1, c->name, -1, "Mål och mått", ROLE_HEADING);
	if (c->target != 0)
		grid_text(grid, 1, c->target, c->target_width, -1, "Mål", ROLE_HEADING);
	for (int i = 0; c->parts != 0 && i < 3; i++)
		grid_text(grid, 1, c->outcome + i * c->parts, c->parts - 1, 1, parts[i],
		    ROLE_HEADING);
	if (c->parts == 0)
		grid_text(
		    grid, 1, c->outcome, c->outcome_width, 1, "Utfall", ROLE_HEADING);
	grid_text(grid, 1, c->trend, 3, -1, "Utv", ROLE_HEADING);
	/* digits are steps of the line, not values: the heading says so */
	if (c->spark != 0)
		grid_text(grid, 1, c->spark, c->spark_width, -1,
		    grid->glyphs == GLYPHS_FULL ? "Kurva" : "Kurv 0–9", ROLE_HEADING);
	grid_text(grid, 1, c->light, LIGHT_WIDTH, -1, "Ljus", ROLE_HEADING);
}

/* ---- a row ------------------------------------------------------------------------- */

static char *
goal_name(const struct goal *goal)
{
	const char *space = goal->number[0] != '\0' ? " " : "";

	if (goal->level == GOAL_SHIFT && goal->note[0] != '\0')
		return g_strdup_printf(
		    "%s%s%s → %s", goal->number, space, goal->name, goal->note);
	if (goal->level == GOAL_CONCEPT && goal->note[0] != '\0')
		return g_strdup_printf(
		    "%s%s%s: %s", goal->number, space, goal->name, goal->note);
	return g_strdup_printf("%s%s%s", goal->number, space, goal->name);
}

static char *
row_name(const struct goal_row *row)
{
	switch (row->kind) {
	case GOAL_ROW_GOAL:
		return goal_name(row->goal);
	case GOAL_ROW_INDICATOR:
		return g_strdup(row->score->indicator->name);
	case GOAL_ROW_MISSING:
		return g_strdup("Målbild: saknas i källan");
	case GOAL_ROW_MILESTONE:
		return g_strdup_printf("Milstolpe: %s", row->milestone->name);
	case GOAL_ROW_ACTIONS:
		return g_strdup_printf(
		    "%d %s", row->count, row->count == 1 ? "åtgärd" : "åtgärder");
	case GOAL_ROW_ACTION:
		return g_strdup_printf("%s %s", row->action->code, row->action->name);
	case GOAL_ROW_HEADING:
	case GOAL_ROW_PLACE:
		break;
	}
	return g_strdup(row->text);
}

/* Women and men, else the total; what the source says where data are missing. */
static void
draw_outcome(
    struct grid *grid, int y, const struct columns *c, const struct measurement *now)
{
	const struct measures none = { MEASURE_NONE, MEASURE_NONE, MEASURE_NONE };
	const struct measures *m = now != NULL ? &now->value : &none;
	const struct measure parts[] = { m->women, m->men, m->total };
	struct measures shown = *m;
	g_autofree char *text = NULL;

	if (now != NULL && !measures_known(m)) {
		grid_text(grid, y, c->outcome, c->outcome_width - (c->parts != 0), 1,
		    "data saknas", ROLE_TEXT);
		return;
	}
	for (int i = 0; c->parts != 0 && i < 3; i++) {
		g_autofree char *part = measure_text(parts[i]);

		grid_text(
		    grid, y, c->outcome + i * c->parts, c->parts - 1, 1, part, ROLE_TEXT);
	}
	if (c->parts != 0)
		return;
	if (m->women.known || m->men.known)
		shown.total = MEASURE_NONE;
	text = goals_measures(&shown);
	grid_text(grid, y, c->outcome, c->outcome_width, 1, text, ROLE_TEXT);
}

/* To the last value and one more: a long row of what is missing would hide the rest. */
static int
known_length(const struct goal_series *series)
{
	int n = series->n;

	while (n > 1 && !series->women[n - 2].known && !series->men[n - 2].known &&
	       !series->total[n - 2].known && !series->women[n - 1].known &&
	       !series->men[n - 1].known && !series->total[n - 1].known)
		n--;
	return n;
}

/* One line, or one for women and one for men on the same scale. */
static void
draw_spark(struct grid *grid, int y, const struct columns *c, const struct goals *goals,
    const struct goal_row *row)
{
	struct goal_series series;
	int64_t low, high, low_men, high_men;
	int half = (c->spark_width - 1) / 2;

	goals_series(goals, row, &series);
	series.n = known_length(&series);
	if (chart_range(series.total, series.n, &low, &high)) {
		chart_spark(
		    grid, y, c->spark, c->spark_width, series.total, series.n, low, high);
	} else if (chart_range(series.women, series.n, &low, &high) &&
	           chart_range(series.men, series.n, &low_men, &high_men)) {
		low = MIN(low, low_men);
		high = MAX(high, high_men);
		chart_spark(grid, y, c->spark, half, series.women, series.n, low, high);
		grid_put(grid, y, c->spark + MIN(series.n, half), "/", ROLE_TEXT);
		chart_spark(grid, y, c->spark + MIN(series.n, half) + 1, half, series.men,
		    series.n, low, high);
	}
	goals_series_clear(&series);
}

static void
draw_trend(struct grid *grid, int y, const struct columns *c, const struct score *score)
{
	g_autofree char *apart = g_strdup_printf(
	    "%s%s", trend_symbol(score->women.trend), trend_symbol(score->men.trend));

	grid_put(grid, y, c->trend,
	    score->total.trend != TREND_NONE ? trend_symbol(score->total.trend)
	    : score->split                   ? apart
	                                     : "",
	    ROLE_TEXT);
}

static void
draw_light(struct grid *grid, int y, const struct columns *c, enum light light)
{
	g_autofree char *text = light_text(light);
	enum role role;

	light_glyph(light, &role);
	grid_text(grid, y, c->light, LIGHT_WIDTH, -1, text, role);
}

static void
draw_target(struct grid *grid, int y, const struct columns *c, const struct indicator *i)
{
	g_autofree char *numbers = goals_measures(&i->target);

	grid_text(grid, y, c->target, c->target_width, -1,
	    i->aim[0] != '\0' ? i->aim : numbers, ROLE_TEXT);
}

static void
draw_indicator(struct grid *grid, int y, const struct columns *c,
    const struct goals *goals, const struct goal_row *row)
{
	bool place = row->kind == GOAL_ROW_PLACE;

	draw_outcome(grid, y, c, goals_latest(goals, row));
	if (c->spark != 0)
		draw_spark(grid, y, c, goals, row);
	if (place)
		return;
	if (c->target != 0)
		draw_target(grid, y, c, row->score->indicator);
	draw_trend(grid, y, c, row->score);
	draw_light(grid, y, c, row->score->total.light);
}

static void
draw_status_of(struct grid *grid, int y, const struct columns *c, enum status status)
{
	enum role role;
	const char *sign = status_glyph(status, &role);

	if (status == STATUS_NONE)
		return;
	grid_put(grid, y, c->outcome, sign, role);
	grid_text(grid, y, c->outcome + 2, c->outcome_width - 2, -1,
	    word_text(status_words, (int)status), role);
}

static void
draw_row(struct grid *grid, int y, const struct columns *c, const struct goals *goals,
    const struct goal_row *row)
{
	g_autofree char *name = row_name(row);
	int x = 1 + (grid->cols >= WIDE_COLS ? 2 : 1) * MIN(row->depth, 6);
	bool whole = row->kind == GOAL_ROW_GOAL || row->kind == GOAL_ROW_HEADING;
	/* a goal has no values of its own: its name may go on over their columns */
	int width = (whole ? c->light - 2 : c->name) - x - 1;

	if (row->parent)
		grid_put(grid, y, x, row->folded ? "►" : "▼", ROLE_HEADING);
	grid_text(grid, y, x + 2, width, -1, name, whole ? ROLE_HEADING : ROLE_TEXT);
	if (row->kind == GOAL_ROW_GOAL && goals_has_light(row->goal))
		draw_light(grid, y, c, goals_light(goals, row->goal));
	else if (row->kind == GOAL_ROW_INDICATOR || row->kind == GOAL_ROW_PLACE)
		draw_indicator(grid, y, c, goals, row);
	else if (row->kind == GOAL_ROW_ACTION)
		draw_status_of(grid, y, c, row->action->status);
	else if (row->kind == GOAL_ROW_MILESTONE)
		grid_text(grid, y, c->outcome, c->outcome_width, -1,
		    row->milestone->reached[0] != '\0' ? row->milestone->reached
		                                       : row->milestone->due,
		    ROLE_TEXT);
}

/* ---- the whole --------------------------------------------------------------------- */

static int
pane_height(int rows)
{
	return rows >= 36 ? 10 : rows >= PANE_ROWS ? 6 : 0;
}

void
goals_scroll(struct goals *goals, int rows, int cols)
{
	(void)cols;
	goals->height = rows - 4 - pane_height(rows);
	goals->top =
	    move_scroll(goals->top, goals->at, goals->height, (int)goals->rows->len);
}

static void
draw_pane(struct grid *grid, const struct goals *goals)
{
	const struct goal_row *row = goals_selected(goals);
	int height = pane_height(grid->rows), y = grid->rows - 2 - height;
	g_autoptr(GPtrArray) lines = NULL;
	int used = 1;

	if (height == 0 || row == NULL)
		return;
	lines = goals_describe(goals, row);
	grid_fill(grid, y, 0, 1, grid->cols, "─", ROLE_TEXT);
	for (guint i = 0; i < lines->len; i++) {
		const char *line = g_ptr_array_index(lines, i);
		g_autoptr(GPtrArray) parts = NULL;

		if (line[0] == '\0') /* the rest is for the reader */
			return;
		parts = text_wrap(line, grid->cols - 2);
		for (guint j = 0; j < parts->len && used < height; j++)
			grid_text(grid, y + used++, 1, grid->cols - 2, -1,
			    g_ptr_array_index(parts, j),
			    i == 0 ? ROLE_HEADING : ROLE_TEXT);
	}
}

static void
draw_status(struct app *app, struct grid *grid, const struct goals *goals)
{
	g_autoptr(GString) text = g_string_new(NULL);
	int counts[LIGHT__N] = { 0 };

	for (guint i = 0; i < goals->scores->len; i++)
		counts[g_array_index(goals->scores, struct score, i).total.light]++;
	g_string_append_printf(text, "%u mått:", goals->scores->len);
	for (int light = LIGHT_GREEN; light <= LIGHT_GREY; light++) {
		g_autofree char *said = light_text((enum light)light);

		g_string_append_printf(text, "%s %s %d", light == LIGHT_GREEN ? "" : " ·",
		    said, counts[light]);
	}
	if (goals->top + goals->height < (int)goals->rows->len)
		g_string_append(text, " · ↓ fler rader");
	app_draw_status(app, grid, text->str);
}

static void
draw_empty(struct app *app, struct grid *grid)
{
	static const struct empty_line lines[] = {
		{ CMD_NONE, "Programmet har inga mål och inga mått än." },
		{ CMD_NONE, "Läs in dem från en CSV-fil på kommandoraden:" },
		{ CMD_NONE, "  sparplan import mal FIL         mål i ett träd" },
		{ CMD_NONE, "  sparplan import matt FIL        styrmått" },
		{ CMD_NONE, "  sparplan import mattvarden FIL  vad måtten har visat" },
		{ CMD_NONE, "" }, { CMD_PROGRAMME, "Byt program" },
		{ CMD_BACK, "Tillbaka" }, { CMD_NONE, NULL }
	};

	empty_draw(app, grid, lines);
	app_draw_status(app, grid, "Inga mål");
}

void
goals_draw(struct app *app, struct grid *grid, const struct goals *goals)
{
	struct columns c = plan_columns(grid->cols);
	g_autofree char *heading = app_heading(app, "Mål", grid->cols);
	g_autofree char *month = goals->plan != NULL ? month_words(goals->cutoff) : NULL;
	g_autofree char *left = month != NULL ? g_strdup_printf("%s · %s", heading, month)
	                                      : g_strdup(heading);

	app_draw_title(app, grid, left, "");
	if (goals->plan == NULL) {
		empty_draw_unread(app, grid);
		return;
	}
	if (goals_is_empty(goals)) {
		draw_empty(app, grid);
		return;
	}
	draw_head(grid, &c);
	for (int i = 0; i < goals->height && goals->top + i < (int)goals->rows->len;
	     i++) {
		const struct goal_row *row =
		    &g_array_index(goals->rows, struct goal_row, goals->top + i);

		draw_row(grid, 2 + i, &c, goals, row);
		if (goals->top + i != goals->at)
			continue;
		grid_put(grid, 2 + i, 0, "►", ROLE_TEXT);
		grid_role(grid, 2 + i, 1, c.name, ROLE_SELECTED);
		grid_cursor(grid, 2 + i, 0);
	}
	draw_pane(grid, goals);
	draw_status(app, grid, goals);
}
