/*
 * test_charts.c - where a chart's marks stand, on a canvas that writes down what it is
 * told.  A character is half its size wide, so that room can be worked out by hand.
 *
 * Sizes on a wide chart: labels 900 (450 per character), the axis 800 (400).
 */
#include "t.h"

#include "reports/backend/chart_plot.h"

#define MKR(n) amount_of((n)*ORE_PER_MKR)
#define NO     AMOUNT_NONE

/* ---- the canvas ---- */

static void
note_points(GString *log, const struct canvas_point *points, int n)
{
	for (int i = 0; i < n; i++)
		g_string_append_printf(log, " %d,%d", points[i].x, points[i].y);
	g_string_append_c(log, '\n');
}

static void
note_rect(
    void *user, int x, int y, int w, int h, enum ink ink, enum fill fill, enum ink border)
{
	g_string_append_printf(
	    user, "rect %d %d %d %d %d %d %d\n", x, y, w, h, ink, fill, border);
}

static void
note_line(void *user, const struct canvas_point *points, int n, enum ink ink, int width,
    int dash)
{
	(void)width;
	g_string_append_printf(user, "line %d %s", ink, dash ? "dash" : "solid");
	note_points(user, points, n);
}

static void
note_area(
    void *user, const struct canvas_point *points, int n, enum ink ink, enum fill fill)
{
	(void)fill;
	g_string_append_printf(user, "area %d", ink);
	note_points(user, points, n);
}

static void
note_text(void *user, int x, int y, int size, bool bold, enum anchor anchor, enum ink ink,
    const char *text)
{
	(void)bold;
	(void)ink;
	g_string_append_printf(
	    user, "text %d %c %d %s @%d\n", x, "<|>"[anchor], size, text, y);
}

static int
half_width(void *user, int size, bool bold, const char *text)
{
	(void)user;
	(void)bold;
	return (int)g_utf8_strlen(text, -1) * size / 2;
}

static char *
draw(const struct chart *chart, int width, int height, bool narrow)
{
	GString *log = g_string_new(NULL);
	const struct canvas canvas = { log, note_rect, note_line, note_area, note_text,
		half_width };

	chart_draw(chart, &canvas, width, height, narrow);
	return g_string_free(log, FALSE);
}

static struct chart *
new_chart(struct doc **ret, enum chart_kind kind)
{
	struct chart *chart;

	*ret = doc_new("", "");
	chart = doc_chart(*ret, kind, "", "", "", MONEY_MKR);
	chart_series(chart, kind == CHART_STEPS ? "Krav" : "Mål", SERIES_PLAN);
	chart_series(chart, "Realiserat", SERIES_REALISED);
	chart_series(chart, "Prognos", SERIES_FORECAST);
	chart_series(chart, "Gap", SERIES_GAP);
	return chart;
}

/* ---- scales ---- */

static void
check_scale(int64_t low, int64_t high, int steps, int64_t want_low, int64_t want_high,
    int64_t want_step)
{
	struct scale scale;

	scale_make(&scale, low, high, steps, 0, 1000);
	CU_ASSERT_EQUAL(scale.low, want_low);
	CU_ASSERT_EQUAL(scale.high, want_high);
	CU_ASSERT_EQUAL(scale.step, want_step);
}

static void
test_scale(void)
{
	struct scale scale;

	/* 565 in steps of 50 is eleven of them, in steps of 100 five and a bit */
	check_scale(0, 565, 6, 0, 600, 100);
	/* 0 belongs to every scale, and both ends are whole steps */
	check_scale(30, 40, 6, 0, 40, 10);
	check_scale(-50, 30, 4, -50, 50, 50);
	check_scale(-51, -50, 4, -60, 0, 20);
	check_scale(0, 0, 6, 0, 1, 1);
	/* 250 of 0..1000 on 100..900 is a quarter of 800; beyond the ends is the end */
	scale_make(&scale, 0, 1000, 6, 100, 900);
	CU_ASSERT_EQUAL(scale_at(&scale, 250), 300);
	CU_ASSERT_EQUAL(scale_at(&scale, -1), 100);
	CU_ASSERT_EQUAL(scale_at(&scale, 5000), 900);
	/* downwards */
	scale_make(&scale, 0, 1000, 6, 900, 100);
	CU_ASSERT_EQUAL(scale_at(&scale, 250), 700);
	/* as large as sums can be: nothing overflows, the middle is the middle */
	scale_make(&scale, INT64_MIN, INT64_MAX, 6, 0, 100000);
	CU_ASSERT(scale.low < 0 && scale.high > 0);
	CU_ASSERT_EQUAL(scale_at(&scale, INT64_MAX), 100000);
	CU_ASSERT_EQUAL(scale_at(&scale, INT64_MIN), 0);
	CU_ASSERT(abs(scale_at(&scale, 0) - 50000) <= 1);
}

static void
test_scale_text(void)
{
	struct scale scale = { .step = ORE_PER_MKR / 4 };

	T_TAKE(scale_text(&scale, ORE_PER_MKR / 2, MONEY_MKR), "0,50");
	scale.step = 100 * ORE_PER_MKR;
	T_TAKE(scale_text(&scale, 2000 * ORE_PER_MKR, MONEY_MKR), "2\u00a0000");
	T_TAKE(scale_text(&scale, ORE_PER_MKR, MONEY_TKR), "1\u00a0000");
	scale.step = 1;
	T_TAKE(scale_text(&scale, 5, MONEY_KR), "0,05");
}

/* ---- labels ---- */

static void
test_cut(void)
{
	const struct canvas canvas = { .text_width = half_width };
	const struct plot plot = { .canvas = &canvas };
	g_autofree char *long_text = g_strnfill(10000, 'x');
	g_autofree char *cut = plot_cut(&plot, 100, false, long_text, 100000);

	/* five characters of 50 have room */
	T_TAKE(plot_cut(&plot, 100, false, "abcde", 250), "abcde");
	T_TAKE(plot_cut(&plot, 100, false, "abcdef", 250), "abcd…");
	/* no blank before the sign, no letter without its mark, never nothing */
	T_TAKE(plot_cut(&plot, 100, false, "abc def", 250), "abc…");
	T_TAKE(plot_cut(&plot, 100, false, "abca\u0308f", 250), "abc…");
	T_TAKE(plot_cut(&plot, 100, false, "abc", 0), "…");
	T_TAKE(plot_cut(&plot, 100, false, "a\x1b[1m", 1000), "a¤[1m");
	/* a very long text is cut even where there is room */
	CU_ASSERT(g_str_has_suffix(cut, "x…") && strlen(cut) < 300);
}

/* ---- curve ---- */

/*
 * 40000 × 23000.  The scale is 0..40 in steps of 10 (steps of 5 are eight); it stands
 * from 23000 - 300 - 3 × 800 = 20300 up to 2 × 800 = 1600, 467,5 per mkr.  To the left
 * "40" takes 800 and a gap of 500; to the right "Prognos 35,0" takes 5400 and 1000, so
 * that four months share 1300..33600: 8075 each.
 */
static struct chart *
four_months(struct doc **ret)
{
	struct chart *chart = new_chart(ret, CHART_CURVE);
	const struct amount values[][4] = { { MKR(10), MKR(10), NO, NO },
		{ MKR(20), MKR(15), MKR(15), NO }, { MKR(30), NO, MKR(25), NO },
		{ MKR(40), NO, MKR(35), NO } };
	const char *months[] = { "2021-11", "2021-12", "2022-01", "2022-02" };

	for (int i = 0; i < 4; i++)
		chart_row(chart, months[i], STEP_TOTAL, values[i]);
	return chart;
}

static void
test_curve(void)
{
	struct doc *doc;
	struct chart *chart = four_months(&doc);
	g_autofree char *log = draw(chart, 40000, 23000, false);

	/* the plan: a pale area down to nothing at 20300, and its border */
	CU_ASSERT(has(log, "area 7 5337,15625 13412,10950 21487,6275 29562,1600 "
	                   "29562,20300 5337,20300"));
	CU_ASSERT(has(log, "line 6 solid 5337,15625 13412,10950 21487,6275 29562,1600"));
	/* 15 mkr is 7012 above nothing, 25 is 11687, 35 is 16362 */
	CU_ASSERT(has(log, "line 8 solid 5337,15625 13412,13288"));
	CU_ASSERT(has(log, "line 8 dash 13412,13288 21487,8613 29562,3938"));
	/* the cut-off, where what is realised ends */
	CU_ASSERT(has(log, "line 5 dash 13412,1600 13412,20300"));
	CU_ASSERT(has(log, "text 13412 | 800 t.o.m. december 2021"));
	/* names where the lines end; that of what is realised below the line */
	CU_ASSERT(has(log, "text 34100 < 900 Mål 40,0"));
	CU_ASSERT(has(log, "text 34100 < 900 Prognos 35,0"));
	CU_ASSERT(has(log, "text 13912 < 900 Realiserat 15,0 @14638"));
	/* years in the middle of their months */
	CU_ASSERT(has(log, "text 9375 | 900 2021"));
	CU_ASSERT(has(log, "text 25525 | 900 2022"));
	CU_ASSERT(has(log, "text 800 > 800 40"));
	doc_free(doc);
}

/* Names that would meet are moved apart: both series end at 40 mkr (1600), and a name is
 * 1170 high; it stands a third of 900 below where it is.  "Realiserat 40,0" takes 6750
 * and 1000 to the right, so the only month is in the middle of 1300..32250. */
static void
test_curve_names(void)
{
	struct doc *doc;
	struct chart *chart = new_chart(&doc, CHART_CURVE);
	g_autofree char *log = NULL;

	chart_row(chart, "2021-11", STEP_TOTAL,
	    (const struct amount[]){ MKR(40), MKR(40), NO, NO });
	log = draw(chart, 40000, 23000, false);
	/* one month is a mark without a line; a lone year names its months too */
	CU_ASSERT_PTR_NULL(strstr(log, "line 8"));
	CU_ASSERT_PTR_NULL(strstr(log, "t.o.m."));
	CU_ASSERT(has(log, "text 16775 | 800 nov"));
	CU_ASSERT(has(log, "text 16775 | 900 2021"));
	CU_ASSERT(has(log, "text 32750 < 900 Mål 40,0 @1900"));
	CU_ASSERT(has(log, "text 32750 < 900 Realiserat 40,0 @3070"));
	doc_free(doc);
}

static void
test_curve_breaks(void)
{
	struct doc *doc;
	struct chart *chart = four_months(&doc);
	g_autofree char *log = NULL;

	/* nothing known in the second month: two points, and no line between them */
	g_array_index(chart->rows, struct chart_row, 1).values[1] = NO;
	g_array_index(chart->rows, struct chart_row, 2).values[1] = MKR(25);
	g_array_index(chart->rows, struct chart_row, 0).label = "januari";
	log = draw(chart, 40000, 23000, false);
	CU_ASSERT_PTR_NULL(strstr(log, "line 8 solid"));
	/* rows that are not months are labelled as they are */
	CU_ASSERT(strstr(log, "800 januari @") != NULL);
	CU_ASSERT(has(log, "text 21487 | 800 t.o.m. januari 2022"));
	doc_free(doc);
}

/* ---- bars ---- */

/*
 * 40000 wide.  "Realiserat 50,0 · Prognos 80,0 · Gap –" is 38 characters: 17100, and two
 * gaps of 500, so the bars end at 40000 - 18100 = 21900.  The scale is 0..100 in steps of
 * 20 from 100 to 21900: 218 per mkr.  A bar is 990 high; the first begins 1350 down.
 */
static void
test_bars(void)
{
	struct doc *doc;
	struct chart *chart = new_chart(&doc, CHART_BARS);
	g_autofree char *log = NULL;

	chart_row(chart, "Alfa", STEP_TOTAL,
	    (const struct amount[]){ MKR(100), MKR(50), MKR(80), NO });
	log = draw(chart, 40000, chart_height(chart, 40000), false);
	CU_ASSERT(has(log, "rect 100 1350 21800 990 7 1 6"));
	CU_ASSERT(has(log, "rect 100 2340 10900 990 8 1 8"));
	CU_ASSERT(has(log, "rect 100 2340 17440 990 9 2 8"));
	/* each once, what is realised on what is forecast */
	CU_ASSERT_PTR_NULL(strstr(strstr(log, "990 9 2 8") + 1, "990 9 2 8"));
	CU_ASSERT(strstr(log, "10900 990 8") > strstr(log, "17440 990 9"));
	CU_ASSERT(has(log, "text 22400 < 900 Mål 100,0"));
	CU_ASSERT(has(log, "text 18040 < 900 Realiserat 50,0 · Prognos 80,0 · Gap –"));
	CU_ASSERT(has(log, "text 200 < 900 Alfa"));
	doc_free(doc);
}

static void
test_bars_many(void)
{
	struct doc *doc;
	struct chart *chart = new_chart(&doc, CHART_BARS);
	g_autofree char *log = NULL;

	for (int i = 0; i < 15; i++)
		chart_row(chart, "Alfa", STEP_TOTAL,
		    (const struct amount[]){ MKR(100), NO, MKR(-80), NO });
	log = draw(chart, 26400, chart_height(chart, 26400), true);
	/* twelve have room on a page */
	CU_ASSERT(strstr(log, "… och 3 till: de står i tabellen.") != NULL);
	/* on a phone the amounts have a line of their own, cut where it ends: 26400 has
	 * room for 52 characters of 500 */
	CU_ASSERT(
	    strstr(log, "Mål 100,0 · Realiserat – · Prognos −80,0 · Gap –") != NULL);
	doc_free(doc);
}

/* ---- steps ---- */

/*
 * 40000 × 22000, three steps of 13333, bars from an eighth of it, three quarters wide.
 * The scale stands from 22000 - 2400 = 19600 up to 1800: 178 per mkr.
 */
static void
test_steps(void)
{
	struct doc *doc;
	struct chart *chart = new_chart(&doc, CHART_STEPS);
	g_autofree char *log = NULL;

	chart_row(
	    chart, "Krav", STEP_TOTAL, (const struct amount[]){ MKR(100), NO, NO, NO });
	chart_row(chart, "Väntas inte", STEP_CHANGE,
	    (const struct amount[]){ NO, NO, NO, MKR(-40) });
	chart_row(
	    chart, "Prognos", STEP_TOTAL, (const struct amount[]){ NO, NO, MKR(60), NO });
	CU_ASSERT_EQUAL(chart_height(chart, 40000), 22000);
	log = draw(chart, 40000, 22000, false);
	CU_ASSERT(has(log, "rect 1666 1800 9999 17800 7 1 6"));
	/* from 100 down to 60: 178 × 40 = 7120 */
	CU_ASSERT(has(log, "rect 14999 1800 9999 7120 3 1 10"));
	CU_ASSERT(has(log, "rect 28332 8920 9999 10680 9 2 8"));
	CU_ASSERT(has(log, "text 6665 | 900 100,0"));
	CU_ASSERT(has(log, "text 19998 | 900 −40,0"));
	CU_ASSERT(has(log, "text 19998 | 800 Väntas inte"));
	/* each goes on where the last one ended, up to its edge */
	CU_ASSERT(has(log, "line 5 dash 11665,1800 14999,1800"));
	CU_ASSERT(has(log, "line 5 dash 24998,8920 28332,8920"));
	doc_free(doc);
}

/* On a phone a waterfall lies: 26400 by three would be 8800 each, by eight 3300. */
static void
test_steps_lying(void)
{
	struct doc *doc;
	struct chart *chart = new_chart(&doc, CHART_STEPS);
	g_autofree char *log = NULL;

	for (int i = 0; i < 8; i++)
		chart_row(chart, "Krav", i ? STEP_CHANGE : STEP_TOTAL,
		    (const struct amount[]){ MKR(i ? -10 : 100), NO, NO, NO });
	/* labels are 1100: four lines of it each, and a gap */
	CU_ASSERT_EQUAL(chart_height(chart, 26400), 8 * 4400 + 500);
	log = draw(chart, 26400, chart_height(chart, 26400), true);
	/* 0..100 from 100 to 26300: 262 per mkr; a bar is 1375 high, 1650 down */
	CU_ASSERT(has(log, "rect 100 1650 26200 1375 7 1 6"));
	CU_ASSERT(has(log, "rect 23680 6050 2620 1375 7 1 6"));
	CU_ASSERT(has(log, "text 26300 > 1100 −10,0"));
	doc_free(doc);
}

/* ---- nothing ---- */

static void
test_nothing(void)
{
	for (int kind = CHART_CURVE; kind <= CHART_STEPS; kind++) {
		struct doc *doc;
		struct chart *chart = new_chart(&doc, (enum chart_kind)kind);
		g_autofree char *log = draw(chart, 40000, 4000, false);

		T_TEXT(log, "text 20000 | 900 Det finns inga belopp att visa. @2450\n");
		CU_ASSERT_EQUAL(chart_height(chart, 40000), 4000);
		chart_row(
		    chart, "Alfa", STEP_TOTAL, (const struct amount[]){ NO, NO, NO, NO });
		CU_ASSERT_EQUAL(chart_height(chart, 40000), 4000);
		doc_free(doc);
	}
}

/* The largest amounts, and sums of them, are drawn somewhere on the canvas. */
static void
test_extremes(void)
{
	for (int kind = CHART_CURVE; kind <= CHART_STEPS; kind++) {
		struct doc *doc;
		struct chart *chart = new_chart(&doc, (enum chart_kind)kind);
		g_autofree char *log = NULL;

		for (int i = 0; i < 3; i++)
			chart_row(chart, "2021-01", STEP_CHANGE,
			    (const struct amount[]){ amount_of(INT64_MAX),
			        amount_of(INT64_MIN), amount_of(0), NO });
		log = draw(chart, 40000, chart_height(chart, 40000), false);
		CU_ASSERT(strlen(log) > 0);
		doc_free(doc);
	}
}

int
main(void)
{
	CU_TestInfo cases[] = {
		{ "scale", test_scale },
		{ "figures of a scale", test_scale_text },
		{ "labels are cut", test_cut },
		{ "curve", test_curve },
		{ "a curve of one month", test_curve_names },
		{ "a broken curve", test_curve_breaks },
		{ "bars", test_bars },
		{ "many bars", test_bars_many },
		{ "steps", test_steps },
		{ "lying steps", test_steps_lying },
		{ "nothing to show", test_nothing },
		{ "extremes", test_extremes },
		CU_TEST_INFO_NULL,
	};

	return t_run("charts", cases);
}
