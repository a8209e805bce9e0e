/*
 * list_columns.c - the columns of the action list.
 */
#include "tui/list_columns.h"

#include <string.h>

#include "base/text.h"
#include "calendar/date.h"
#include "calendar/month.h"

#define STATUS_COLUMN 17

const struct list_column_info list_columns[LIST_COLUMN__N] = {
	[LIST_KIND] = { "typ", "Typ (B, U)", "K", LIST_CELL_SIGN, 2, false, false },
	[LIST_YEARS] = { "mål-per-år", "Mål, varje år", NULL, LIST_CELL_AMOUNT, 0, true,
	    false },
	[LIST_SUM] = { "summa", "Mål, summa", "Summa", LIST_CELL_AMOUNT, 0, true, false },
	[LIST_TARGET] = { "mål", "Mål i år", NULL, LIST_CELL_AMOUNT, 0, false, false },
	[LIST_PLAN] = { "plan", "Plan till och med månaden", "Plan", LIST_CELL_AMOUNT, 0,
	    false, false },
	[LIST_REALISED] = { "utfall", "Utfall i år", "Utfall", LIST_CELL_AMOUNT, 0, false,
	    false },
	[LIST_FORECAST] = { "prognos", "Prognos för året", "Prog", LIST_CELL_AMOUNT, 0,
	    false, false },
	[LIST_DEVIATION] = { "avvikelse", "Avvikelse mot plan", "Avvik", LIST_CELL_AMOUNT,
	    0, false, false },
	[LIST_SHORTFALL] = { "prognosavvikelse", "Prognos minus mål", "P−mål",
	    LIST_CELL_AMOUNT, 0, false, false },
	[LIST_LIGHT] = { "ljus", "Ljus, det som gäller", "L", LIST_CELL_SIGN, 2, false,
	    true },
	[LIST_EFFECT] = { "effekt", "Ljus för effekt", "E", LIST_CELL_SIGN, 2, false,
	    true },
	[LIST_DELIVERY] = { "genomförande", "Ljus för genomförande", "G", LIST_CELL_SIGN,
	    2, false, true },
	[LIST_STATUS] = { "status", "Status", "Status", LIST_CELL_TEXT, STATUS_COLUMN,
	    false, false },
	[LIST_REPORTED] = { "rapporterad", "Rapporterad för månaden", "Rapp",
	    LIST_CELL_SIGN, 5, true, false },
	[LIST_STAGE] = { "grad", "Genomförandegrad", "Grad", LIST_CELL_TEXT, 16, false,
	    false },
	[LIST_OWNER] = { "ansvarig", "Ansvarig", "Ansvarig", LIST_CELL_TEXT, 20, false,
	    false },
	[LIST_UNIT] = { "förvaltning", "Förvaltning", "Förvaltning", LIST_CELL_TEXT, 20,
	    false, false },
	[LIST_AREA] = { "område", "Område", "Område", LIST_CELL_TEXT, 20, false, false },
	[LIST_READY] = { "plan-klar", "Plan klar", "Klar", LIST_CELL_TEXT, 12, false,
	    false },
	[LIST_START] = { "start", "Start", "Start", LIST_CELL_TEXT, 12, false, false },
	[LIST_FINISH] = { "slut", "Slut", "Slut", LIST_CELL_TEXT, 12, false, false },
	[LIST_INDICATOR] = { "uppföljningsmått", "Uppföljningsmått", "Uppföljningsmått",
	    LIST_CELL_TEXT, 24, false, false },
	[LIST_COMMENT] = { "kommentar", "Kommentar i senaste rapporten", "Kommentar",
	    LIST_CELL_TEXT, 30, true, false },
	[LIST_CODE] = { "nr", "Nr", "Nr", LIST_CELL_TEXT, 0, false, false },
	[LIST_NAME] = { "åtgärd", "Åtgärd", "Åtgärd", LIST_CELL_TEXT, 0, false, false },
};

enum list_column
list_column_find(const char *name)
{
	for (int i = 0; i < LIST_COLUMN__N; i++)
		if (strcmp(list_columns[i].name, name) == 0)
			return (enum list_column)i;
	return LIST_COLUMN__N;
}

static struct amount
shortfall(const struct figure *figure)
{
	struct amount missed = AMOUNT_NONE;

	/* of amounts that are known, and each far below what a sum can hold */
	if (figure->forecast.known && figure->target.known)
		missed = amount_of(figure->forecast.ore - figure->target.ore);
	return missed;
}

struct amount
list_column_amount(const struct listing *view, const struct figure *cells,
    enum list_column column, int year)
{
	int at = month_year(view->cutoff) - view->units->query.first_year;
	const struct figure *now =
	    cells != NULL && at >= 0 && at < view->units->n_years ? &cells[at] : NULL;

	if (cells != NULL && column == LIST_YEARS)
		return cells[year].target;
	if (cells != NULL && column == LIST_SUM)
		return cells[ROLLUP_TOTAL(view->units)].target;
	if (now == NULL)
		return AMOUNT_NONE;
	switch (column) {
	case LIST_TARGET:
		return now->target;
	case LIST_PLAN:
		return now->plan;
	case LIST_REALISED:
		return now->realised;
	case LIST_FORECAST:
		return now->forecast;
	case LIST_DEVIATION:
		return figure_deviation(now);
	case LIST_SHORTFALL:
		return shortfall(now);
	default:
		return AMOUNT_NONE;
	}
}

const char *
list_column_text(const struct listing *view, int index, enum list_column column)
{
	static const char *const stages[STAGE_MAX + 1] = { "0 idé", "1 identifierad",
		"2 planerad", "3 beslutad", "4 genomförd", "5 verifierad" };
	const struct action *action = &view->rows[index]->action;

	switch (column) {
	case LIST_STAGE:
		return stages[CLAMP(action->stage, 0, STAGE_MAX)];
	case LIST_OWNER:
		return action->owner;
	case LIST_UNIT:
		return action->unit;
	case LIST_AREA:
		return action->area;
	case LIST_READY:
		return action->plan_ready;
	case LIST_START:
		return action->start;
	case LIST_FINISH:
		return action->finish;
	case LIST_INDICATOR:
		return action->indicator;
	case LIST_COMMENT:
		if (view->reports == NULL)
			return "";
		return view->reports[index].nothing_new ? "Inget nytt att redovisa"
		                                        : view->reports[index].comment;
	case LIST_CODE:
		return action->code;
	case LIST_NAME:
		return action->name;
	default:
		return "";
	}
}

enum light
list_column_light(const struct listing *view, int index, enum list_column column)
{
	const struct lights *lights;

	if (view->lights == NULL)
		return LIGHT_NONE;
	lights = &view->lights[index];
	return column == LIST_EFFECT     ? lights->effect
	       : column == LIST_DELIVERY ? lights->delivery
	                                 : lights->light;
}

bool
list_column_reported(const struct listing *view, int index)
{
	return view->reports != NULL && view->reports[index].cutoff != 0 &&
	       view->reports[index].cutoff >= view->cutoff;
}

/* ---- order ------------------------------------------------------------------------- */

/* å, ä, ö are the last letters, in that order; digits come by their value. */
static int
rank(gunichar sign)
{
	switch (sign) {
	case 0xE5:
		return 'z' + 1;
	case 0xE4:
		return 'z' + 2;
	case 0xF6:
		return 'z' + 3;
	default:
		return (int)MIN(sign, (gunichar)G_MAXINT - 4) + (sign > 'z' ? 4 : 0);
	}
}

int
list_text_compare(const char *a, const char *b)
{
	for (;; a = text_next(a), b = text_next(b)) {
		int order;

		if (g_ascii_isdigit(*a) && g_ascii_isdigit(*b)) {
			size_t n = strspn(a, "0123456789"), m = strspn(b, "0123456789");

			order = n != m ? (int)n - (int)m : strncmp(a, b, n);
			if (order != 0)
				return order;
			a += n - 1;
			b += n - 1;
			continue;
		}
		if (*a == '\0' || *b == '\0')
			return (*a != '\0') - (*b != '\0');
		order = rank(g_unichar_tolower(g_utf8_get_char(a))) -
		        rank(g_unichar_tolower(g_utf8_get_char(b)));
		if (order != 0)
			return order;
	}
}

static int
compare_dates(const char *a, const char *b)
{
	int day_a = date_last_day(date_kept(a)), day_b = date_last_day(date_kept(b));

	return day_a != day_b ? (day_a > day_b) - (day_a < day_b)
	                      : list_text_compare(a, b);
}

static bool
is_date(enum list_column column)
{
	return column == LIST_READY || column == LIST_START || column == LIST_FINISH;
}

/* The worse the later: grön, grå, gul, röd. */
static int
light_rank(enum light light)
{
	static const int ranks[LIGHT__N] = {
		[LIGHT_GREEN] = 1, [LIGHT_GREY] = 2, [LIGHT_YELLOW] = 3, [LIGHT_RED] = 4
	};

	return ranks[light];
}

/* What a sign or a word of a list sorts as; 0: nothing. */
static int
sign_rank(const struct listing *view, int index, enum list_column column)
{
	const struct action *action = &view->rows[index]->action;

	switch (column) {
	case LIST_KIND:
		return (int)action->kind;
	case LIST_STATUS:
		return (int)action->status;
	case LIST_STAGE:
		return action->stage + 1;
	case LIST_REPORTED:
		return list_column_reported(view, index) ? 2 : 1;
	default:
		return light_rank(list_column_light(view, index, column));
	}
}

static bool
is_ranked(enum list_column column)
{
	return list_columns[column].kind == LIST_CELL_SIGN || column == LIST_STATUS ||
	       column == LIST_STAGE;
}

/* The year of LIST_YEARS to sort by is the cut-off's. */
static struct amount
amount_at(const struct listing *view, int index, enum list_column column)
{
	return list_column_amount(view, view->rows[index]->cells,
	    column == LIST_YEARS ? LIST_TARGET : column, 0);
}

bool
list_column_missing(const struct listing *view, int index, enum list_column column)
{
	if (list_columns[column].kind == LIST_CELL_AMOUNT)
		return !amount_at(view, index, column).known;
	if (is_ranked(column))
		return sign_rank(view, index, column) == 0;
	return text_is_blank(list_column_text(view, index, column));
}

int
list_column_compare(const struct listing *view, int a, int b, enum list_column column)
{
	if (list_columns[column].kind == LIST_CELL_AMOUNT) {
		int64_t x = amount_at(view, a, column).ore;
		int64_t y = amount_at(view, b, column).ore;

		return (x > y) - (x < y);
	}
	if (is_ranked(column))
		return sign_rank(view, a, column) - sign_rank(view, b, column);
	if (is_date(column))
		return compare_dates(
		    list_column_text(view, a, column), list_column_text(view, b, column));
	return list_text_compare(
	    list_column_text(view, a, column), list_column_text(view, b, column));
}
