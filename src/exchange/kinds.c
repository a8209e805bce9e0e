/*
 * kinds.c - the kinds of files and their columns, as one table each.
 */
#include "exchange/kinds.h"

#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "calendar/month.h"
#include "exchange/kinds_goals.h"
#include "money/money_parse.h"

static const struct column_info plan_columns[] = {
	[PLAN_ID] = { "id", COLUMN_CODE, COLUMN_REQUIRED },
	[PLAN_NAME] = { "åtgärd", COLUMN_TEXT, COLUMN_OPTIONAL },
	[PLAN_UNIT] = { "förvaltning", COLUMN_TEXT, COLUMN_OPTIONAL },
	[PLAN_RECIPIENT] = { "mottagare", COLUMN_TEXT, COLUMN_OPTIONAL },
	[PLAN_AREA] = { "område", COLUMN_TEXT, COLUMN_OPTIONAL },
	[PLAN_KIND] = { "typ", COLUMN_TEXT, COLUMN_OPTIONAL },
	[PLAN_COUNTS] = { "räknas", COLUMN_TEXT, COLUMN_OPTIONAL },
	[PLAN_OWNER] = { "ansvarig", COLUMN_TEXT, COLUMN_OPTIONAL },
	[PLAN_STATUS] = { "status", COLUMN_TEXT, COLUMN_OPTIONAL },
	[PLAN_STAGE] = { "grad", COLUMN_TEXT, COLUMN_OPTIONAL },
	[PLAN_BASIS] = { "bas", COLUMN_TEXT, COLUMN_OPTIONAL },
	[PLAN_COST_KIND] = { "kostnadsslag", COLUMN_TEXT, COLUMN_OPTIONAL },
	[PLAN_WHOLE] = { "hela perioden", COLUMN_AMOUNT, COLUMN_OPTIONAL },
	[PLAN_CHECKSUM] = { "kontrollsumma", COLUMN_AMOUNT, COLUMN_READ_ONLY },
	[PLAN_PLAN_READY] = { "plan klar", COLUMN_TEXT, COLUMN_OPTIONAL },
	[PLAN_START] = { "start", COLUMN_TEXT, COLUMN_OPTIONAL },
	[PLAN_FINISH] = { "slut", COLUMN_TEXT, COLUMN_OPTIONAL },
	[PLAN_INDICATOR] = { "uppföljningsmått", COLUMN_TEXT, COLUMN_OPTIONAL },
	[PLAN_DESCRIPTION] = { "beskrivning", COLUMN_TEXT, COLUMN_OPTIONAL },
	{ NULL, COLUMN_TEXT, COLUMN_OPTIONAL },
};
static const struct column_info saving_columns[] = {
	[SAVING_ID] = { "id", COLUMN_CODE, COLUMN_REQUIRED },
	[SAVING_PERIOD] = { "period", COLUMN_MONTH, COLUMN_REQUIRED },
	[SAVING_AMOUNT] = { "belopp", COLUMN_AMOUNT, COLUMN_PRESENT },
	[SAVING_UNIT] = { "förvaltning", COLUMN_TEXT, COLUMN_OPTIONAL },
	[SAVING_COST_KIND] = { "kostnadsslag", COLUMN_TEXT, COLUMN_OPTIONAL },
	[SAVING_DOCUMENT] = { "underlag", COLUMN_TEXT, COLUMN_OPTIONAL },
	[SAVING_COMMENT] = { "kommentar", COLUMN_TEXT, COLUMN_OPTIONAL },
	[SAVING_REF] = { "ref", COLUMN_CODE, COLUMN_OPTIONAL },
	{ NULL, COLUMN_TEXT, COLUMN_OPTIONAL },
};
static const struct column_info report_columns[] = {
	[REPORT_ID] = { "id", COLUMN_CODE, COLUMN_REQUIRED },
	[REPORT_ROUND] = { "omgång", COLUMN_ROUND, COLUMN_REQUIRED },
	[REPORT_STATUS] = { "status", COLUMN_TEXT, COLUMN_OPTIONAL },
	[REPORT_LIGHT] = { "ljus", COLUMN_TEXT, COLUMN_OPTIONAL },
	[REPORT_COMMENT] = { "kommentar", COLUMN_TEXT, COLUMN_OPTIONAL },
	[REPORT_NOTHING_NEW] = { "inget nytt", COLUMN_TEXT, COLUMN_OPTIONAL },
	[REPORT_FORECAST] = { "prognos", COLUMN_AMOUNT, COLUMN_OPTIONAL },
	[REPORT_RESULT] = { "resultat", COLUMN_TEXT, COLUMN_OPTIONAL },
	{ NULL, COLUMN_TEXT, COLUMN_OPTIONAL },
};
static const struct column_info requirement_columns[] = {
	[REQUIREMENT_YEAR] = { "år", COLUMN_YEAR, COLUMN_OPTIONAL },
	[REQUIREMENT_KIND] = { "typ", COLUMN_TEXT, COLUMN_OPTIONAL },
	[REQUIREMENT_AMOUNT] = { "belopp", COLUMN_AMOUNT, COLUMN_REQUIRED },
	[REQUIREMENT_DIFFERENCE] = { "skillnad", COLUMN_AMOUNT, COLUMN_OPTIONAL },
	[REQUIREMENT_REASON] = { "skäl", COLUMN_TEXT, COLUMN_OPTIONAL },
	{ NULL, COLUMN_TEXT, COLUMN_OPTIONAL },
};
static const struct column_info reallocation_columns[] = {
	[REALLOCATION_ID] = { "id", COLUMN_CODE, COLUMN_REQUIRED },
	[REALLOCATION_YEAR] = { "år", COLUMN_YEAR, COLUMN_REQUIRED },
	[REALLOCATION_PURPOSE] = { "ändamål", COLUMN_TEXT, COLUMN_OPTIONAL },
	[REALLOCATION_AMOUNT] = { "belopp", COLUMN_AMOUNT, COLUMN_REQUIRED },
	[REALLOCATION_TERMS] = { "villkor", COLUMN_TEXT, COLUMN_OPTIONAL },
	[REALLOCATION_FUNDING] = { "finansiering", COLUMN_TEXT, COLUMN_OPTIONAL },
	{ NULL, COLUMN_TEXT, COLUMN_OPTIONAL },
};
static const struct column_info benchmark_columns[] = {
	[BENCHMARK_CODE] = { "kod", COLUMN_CODE, COLUMN_REQUIRED },
	[BENCHMARK_NAME] = { "namn", COLUMN_TEXT, COLUMN_OPTIONAL },
	[BENCHMARK_PERIOD] = { "period", COLUMN_TEXT, COLUMN_OPTIONAL },
	[BENCHMARK_PROMISED] = { "utlovat", COLUMN_AMOUNT, COLUMN_OPTIONAL },
	[BENCHMARK_REALISED] = { "realiserat", COLUMN_AMOUNT, COLUMN_OPTIONAL },
	[BENCHMARK_SOURCE] = { "källa", COLUMN_TEXT, COLUMN_OPTIONAL },
	{ NULL, COLUMN_TEXT, COLUMN_OPTIONAL },
};
static const struct column_info overlap_columns[] = {
	[OVERLAP_ID] = { "id", COLUMN_CODE, COLUMN_REQUIRED },
	[OVERLAP_OTHER] = { "med", COLUMN_CODE, COLUMN_REQUIRED },
	[OVERLAP_YEAR] = { "år", COLUMN_YEAR, COLUMN_OPTIONAL },
	[OVERLAP_AMOUNT] = { "belopp", COLUMN_AMOUNT, COLUMN_OPTIONAL },
	[OVERLAP_YIELDS] = { "viker", COLUMN_CODE, COLUMN_OPTIONAL },
	[OVERLAP_REASON] = { "skäl", COLUMN_TEXT, COLUMN_OPTIONAL },
	{ NULL, COLUMN_TEXT, COLUMN_OPTIONAL },
};
static const struct column_info calculation_columns[] = {
	[CALCULATION_AREA] = { "område", COLUMN_TEXT, COLUMN_REQUIRED },
	[CALCULATION_PERIOD] = { "period", COLUMN_TEXT, COLUMN_OPTIONAL },
	[CALCULATION_GROSS] = { "brutto", COLUMN_AMOUNT, COLUMN_REQUIRED },
	[CALCULATION_COST] = { "kostnad", COLUMN_AMOUNT, COLUMN_REQUIRED },
	[CALCULATION_NET] = { "netto", COLUMN_AMOUNT, COLUMN_REQUIRED },
	[CALCULATION_SUMS] = { "summa av området", COLUMN_TEXT, COLUMN_OPTIONAL },
	[CALCULATION_SOURCE] = { "källa", COLUMN_TEXT, COLUMN_OPTIONAL },
	{ NULL, COLUMN_TEXT, COLUMN_OPTIONAL },
};
static const struct column_info decision_columns[] = {
	[DECISION_CODE] = { "nr", COLUMN_CODE, COLUMN_REQUIRED },
	[DECISION_ACTION] = { "id", COLUMN_CODE, COLUMN_OPTIONAL },
	[DECISION_DAY] = { "datum", COLUMN_TEXT, COLUMN_OPTIONAL },
	[DECISION_BODY] = { "instans", COLUMN_TEXT, COLUMN_OPTIONAL },
	[DECISION_PARAGRAPH] = { "paragraf", COLUMN_TEXT, COLUMN_OPTIONAL },
	[DECISION_JOURNAL] = { "diarienummer", COLUMN_TEXT, COLUMN_OPTIONAL },
	[DECISION_OUTCOME] = { "utfall", COLUMN_TEXT, COLUMN_OPTIONAL },
	[DECISION_SUBJECT] = { "beslut", COLUMN_TEXT, COLUMN_OPTIONAL },
	[DECISION_PHASE] = { "fas", COLUMN_TEXT, COLUMN_OPTIONAL },
	[DECISION_AMOUNT] = { "belopp", COLUMN_AMOUNT, COLUMN_OPTIONAL },
	[DECISION_NOTE] = { "anmärkning", COLUMN_TEXT, COLUMN_OPTIONAL },
	[DECISION_EVENT] = { "händelse", COLUMN_TEXT, COLUMN_READ_ONLY },
	{ NULL, COLUMN_TEXT, COLUMN_OPTIONAL },
};
static const struct column_info assessment_columns[] = {
	[ASSESSMENT_ID] = { "id", COLUMN_CODE, COLUMN_REQUIRED },
	[ASSESSMENT_DAY] = { "datum", COLUMN_TEXT, COLUMN_OPTIONAL },
	[ASSESSMENT_REFERENCE] = { "underlag", COLUMN_TEXT, COLUMN_OPTIONAL },
	[ASSESSMENT_CONCLUSION] = { "slutsats", COLUMN_TEXT, COLUMN_OPTIONAL },
	{ NULL, COLUMN_TEXT, COLUMN_OPTIONAL },
};
static const struct column_info milestone_columns[] = {
	[MILESTONE_ID] = { "id", COLUMN_CODE, COLUMN_OPTIONAL },
	[MILESTONE_NAME] = { "milstolpe", COLUMN_TEXT, COLUMN_REQUIRED },
	[MILESTONE_DUE] = { "datum", COLUMN_TEXT, COLUMN_REQUIRED },
	[MILESTONE_REACHED] = { "klar", COLUMN_TEXT, COLUMN_OPTIONAL },
	[MILESTONE_GOAL] = { "mål", COLUMN_CODE, COLUMN_OPTIONAL },
	{ NULL, COLUMN_TEXT, COLUMN_OPTIONAL },
};
static const struct column_info forecast_columns[] = {
	[FORECAST_ID] = { "id", COLUMN_CODE, COLUMN_REQUIRED },
	[FORECAST_ROUND] = { "omgång", COLUMN_ROUND, COLUMN_REQUIRED },
	[FORECAST_YEAR] = { "år", COLUMN_YEAR, COLUMN_OPTIONAL },
	[FORECAST_AMOUNT] = { "prognos", COLUMN_AMOUNT, COLUMN_PRESENT },
	{ NULL, COLUMN_TEXT, COLUMN_OPTIONAL },
};

const struct kind_info exchange_kinds[EXCHANGE_KIND__N] = {
	[EXCHANGE_PLAN] = { "plan", "planen", plan_columns, PLAN_COLUMN__N, true,
	    PLAN_COST_KIND },
	[EXCHANGE_SAVINGS] = { "utfall", "utfallet", saving_columns, SAVING_COLUMN__N,
	    false, -1 },
	[EXCHANGE_REPORTS] = { "lage", "lägesrapporterna", report_columns,
	    REPORT_COLUMN__N, false, -1 },
	[EXCHANGE_REQUIREMENTS] = { "krav", "kraven", requirement_columns,
	    REQUIREMENT_COLUMN__N, false, -1 },
	[EXCHANGE_REALLOCATIONS] = { "omfordelning", "omfördelningarna",
	    reallocation_columns, REALLOCATION_COLUMN__N, false, -1 },
	[EXCHANGE_BENCHMARKS] = { "referens", "referensprogrammen", benchmark_columns,
	    BENCHMARK_COLUMN__N, false, -1 },
	[EXCHANGE_OVERLAPS] = { "overlapp", "överlappen", overlap_columns,
	    OVERLAP_COLUMN__N, false, -1 },
	[EXCHANGE_CALCULATIONS] = { "kalkyl", "kalkylerna", calculation_columns,
	    CALCULATION_COLUMN__N, false, -1 },
	[EXCHANGE_DECISIONS] = { "beslut", "besluten", decision_columns,
	    DECISION_COLUMN__N, false, -1 },
	[EXCHANGE_ASSESSMENTS] = { "riskanalys", "risk- och konsekvensanalyserna",
	    assessment_columns, ASSESSMENT_COLUMN__N, false, -1 },
	[EXCHANGE_MILESTONES] = { "milstolpar", "milstolparna", milestone_columns,
	    MILESTONE_COLUMN__N, false, -1 },
	[EXCHANGE_FORECASTS] = { "prognos", "prognoserna", forecast_columns,
	    FORECAST_COLUMN__N, false, -1 },
	[EXCHANGE_GOALS] = { "mal", "målen", goal_columns, GOAL_COLUMN__N, false, -1 },
	[EXCHANGE_INDICATORS] = { "matt", "måtten", indicator_columns,
	    INDICATOR_COLUMN__N, false, -1 },
	[EXCHANGE_MEASUREMENTS] = { "mattvarden", "mätvärdena", measurement_columns,
	    MEASUREMENT_COLUMN__N, false, -1 },
	[EXCHANGE_ASSIGNMENTS] = { "uppdrag", "uppdragen", assignment_columns,
	    ASSIGNMENT_COLUMN__N, false, -1 },
	[EXCHANGE_PRECONDITIONS] = { "forutsattningar", "förutsättningarna",
	    precondition_columns, PRECONDITION_COLUMN__N, false, -1 },
	[EXCHANGE_LINKS] = { "koppling", "kopplingarna", link_columns, LINK_COLUMN__N,
	    false, -1 },
};

bool
exchange_kind_find(const char *name, enum exchange_kind *ret)
{
	g_autofree char *key = text_fold(name);

	for (int i = 0; i < EXCHANGE_KIND__N; i++) {
		g_autofree char *own = text_fold(exchange_kinds[i].name);

		if (strcmp(key, own) == 0) {
			*ret = (enum exchange_kind)i;
			return true;
		}
	}
	return false;
}

/* Take a unit off the end or the start of a folded key; the key is cut in place. */
static char *
strip_unit(char *key, struct column_match *match)
{
	enum money_unit unit;
	char *blank = strrchr(key, ' ');

	if (blank && money_unit_from_name(blank + 1, &unit)) {
		*blank = '\0';
		match->has_unit = true;
		match->unit = (int)unit;
		return key;
	}
	blank = strchr(key, ' ');
	if (!blank)
		return key;
	*blank = '\0';
	if (money_unit_from_name(key, &unit)) {
		match->has_unit = true;
		match->unit = (int)unit;
		return blank + 1;
	}
	*blank = ' ';
	return key;
}

static bool
is_year(const char *key)
{
	return strlen(key) == 4 && strspn(key, "0123456789") == 4;
}

static bool
match_year(const char *key, struct column_match *match, GError **error)
{
	int year = (int)g_ascii_strtoll(key, NULL, 10);

	if (year < YEAR_MIN || year > YEAR_MAX) {
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT,
		    "året ligger utanför %d–%d; rätta året", YEAR_MIN, YEAR_MAX);
		return false;
	}
	match->year = year;
	return true;
}

static int
find_column(const struct kind_info *kind, const char *key)
{
	for (int i = 0; i < kind->n_columns; i++) {
		g_autofree char *own = text_fold(kind->columns[i].name);

		if (strcmp(key, own) == 0)
			return i;
	}
	return -1;
}

/* A header that is only a unit says the kind's only amount, where it has just one. */
static bool
match_bare_unit(const struct kind_info *kind, const char *key, struct column_match *match)
{
	enum money_unit unit;
	int found = -1;

	if (kind->years || !money_unit_from_name(key, &unit))
		return false;
	for (int i = 0; i < kind->n_columns; i++) {
		if (kind->columns[i].type != COLUMN_AMOUNT)
			continue;
		if (found >= 0)
			return false;
		found = i;
	}
	match->column = found;
	match->has_unit = true;
	match->unit = (int)unit;
	return found >= 0;
}

/* A year within a header that is not understood: "2020mkr", "2020 (mkr)"; 0 for none. */
static int
year_within(const char *key)
{
	for (const char *p = strstr(key, "20"); p; p = strstr(p + 1, "20"))
		if (g_ascii_isdigit(p[2]) && g_ascii_isdigit(p[3]))
			return 2000 + g_ascii_digit_value(p[2]) * 10 +
			       g_ascii_digit_value(p[3]);
	return 0;
}

static void
set_unknown(const struct kind_info *kind, const char *key, bool has_unit, int unit,
    GError **error)
{
	g_autofree const char **names = g_new0(const char *, kind->n_columns + 1);
	const char *mark = money_unit_name(has_unit ? (enum money_unit)unit : MONEY_MKR);
	g_autofree char *bare = g_strdup(key);
	const char *near;
	int column = 0;

	if (kind->years && year_within(key)) {
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT,
		    "finns inte i %s; närmaste namn är \"%d %s\"", kind->name,
		    year_within(key), mark);
		return;
	}
	if (strchr(bare, '('))
		*strchr(bare, '(') = '\0';
	for (int i = 0; i < kind->n_columns; i++)
		names[i] = kind->columns[i].name;
	near = text_nearest_any(bare, names);
	while (names[column] != near)
		column++;
	g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT,
	    "finns inte i %s; närmaste namn är \"%s%s%s\"", kind->name, near,
	    kind->columns[column].type == COLUMN_AMOUNT ? " " : "",
	    kind->columns[column].type == COLUMN_AMOUNT ? mark : "");
}

bool
column_match(const struct kind_info *kind, const char *header, struct column_match *ret,
    GError **error)
{
	struct column_match match = { -1, 0, false, MONEY_KR };
	g_autofree char *whole = text_fold(header);
	char *key = strip_unit(whole, &match);

	if (kind->years && is_year(key)) {
		if (!match_year(key, &match, error))
			return false;
		*ret = match;
		return true;
	}
	if (match_bare_unit(kind, key, &match)) {
		*ret = match;
		return true;
	}
	match.column = find_column(kind, key);
	if (match.column < 0) {
		set_unknown(kind, key, match.has_unit, match.unit, error);
		return false;
	}
	if (match.has_unit && kind->columns[match.column].type != COLUMN_AMOUNT) {
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT,
		    "är inget belopp och har ingen enhet; skriv \"%s\"",
		    kind->columns[match.column].name);
		return false;
	}
	*ret = match;
	return true;
}

bool
plan_column_field(int column, enum action_field *ret)
{
	if (column < 0 || column >= PLAN_COLUMN__N)
		return false;
	for (int f = 0; f < ACTION_FIELD__N; f++)
		if (strcmp(action_fields[f].name, plan_columns[column].name) == 0) {
			*ret = (enum action_field)f;
			return true;
		}
	return false;
}
