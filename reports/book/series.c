/*
 * series.c - the values of indicators month by month and place by place.
 *
 * Source  Region Norrbotten's RD-uppdrag of 2017: medelvårdtid per month for three
 * places.
 */
#include "reports/book/series.h"

#include <string.h>

#include "base/text.h"
#include "calendar/month.h"
#include "reports/book/parts.h"
#include "reports/doc/chart.h"

enum { MONTHS = 12 };

struct series {
	const struct overview *overview;
	const struct indicator *indicator;
	const char *name; /* its name as a heading begins: "Medelvårdtid" */
	const char *place;
	int decimals;            /* as many as some value of the indicator needs */
	GArray *years;           /* int, of all places of the indicator */
	const GPtrArray *values; /* struct measurement, of the indicator */
	GHashTable *months;      /* month_key -> struct measurement that is shown */
};

/* One number for a whole month, and nothing beside it. */
static bool
is_monthly(const struct measurement *m)
{
	return m->period.span == 1 && !m->value.women.known && !m->value.men.known &&
	       !*m->text && !*m->attained && !*m->trend && !*m->note;
}

static bool
is_later(const struct overview *overview, const struct measurement *m)
{
	return m->period.month > overview->cutoff && measures_known(&m->value);
}

static struct amount
hundredths_of(struct measure m)
{
	return m.known ? amount_of(m.hundredths) : AMOUNT_NONE;
}

static const struct measurement *
value_at(const struct series *s, guint i)
{
	return s->values->pdata[i];
}

/* Of a month in a place; g_free. */
static char *
month_key(const char *place, int month)
{
	return g_strdup_printf("%d %s", month, place);
}

/* ---- a place, month by month --------------------------------------------------------
 */

/* Missing when it is not measured, not known, or of a month after the cut-off. */
static struct amount
month_value(const struct series *s, int year, int month)
{
	g_autofree char *key = month_key(s->place, month_make(year, month));
	const struct measurement *m = g_hash_table_lookup(s->months, key);

	if (!m || !is_monthly(m) || is_later(s->overview, m))
		return AMOUNT_NONE;
	return hundredths_of(m->value.total);
}

static void
add_months(struct doc *doc, const struct series *s)
{
	g_autoptr(GArray) columns = g_array_new(FALSE, TRUE, sizeof(struct column));
	g_autoptr(GStringChunk) texts = g_string_chunk_new(128);
	g_autofree char *caption =
	    *s->place ? g_strdup_printf("%s, %s", s->name, s->place) : g_strdup(s->name);
	struct column first = part_column_text("manad", "Månad");
	g_autofree struct cell *cells = g_new0(struct cell, s->years->len + 1);
	struct table *table;

	g_array_append_val(columns, first);
	for (guint y = 0; y < s->years->len; y++) {
		int year = g_array_index(s->years, int, y);
		g_autofree char *key = g_strdup_printf("ar_%d", year);
		g_autofree char *head = g_strdup_printf("%d", year);
		struct column column = { .key = g_string_chunk_insert(texts, key),
			.head = g_string_chunk_insert(texts, head),
			.type = CELL_MEASURE,
			.decimals = s->decimals };

		g_array_append_val(columns, column);
	}
	table = doc_table(
	    doc, caption, (const struct column *)(void *)columns->data, columns->len);
	for (int m = 1; m <= MONTHS; m++) {
		cells[0] = cell_text(month_name(month_make(YEAR_MIN, m)));
		for (guint y = 0; y < s->years->len; y++)
			cells[y + 1] = cell_measure(
			    month_value(s, g_array_index(s->years, int, y), m));
		table_row(table, ROW_BODY, cells);
	}
}

/* "2017: 5,8 i januari, 5,8 i februari." */
static void
append_year_words(GString *words, const struct series *s, int year)
{
	int n = 0;

	for (int m = 1; m <= MONTHS; m++) {
		struct amount value = month_value(s, year, m);
		g_autofree char *text = amount_text(value, MONEY_KR, s->decimals);

		if (!value.known)
			continue;
		if (n++ == 0)
			g_string_append_printf(
			    words, "%s%d: ", words->len ? " " : "", year);
		else
			g_string_append(words, ", ");
		g_string_append_printf(
		    words, "%s i %s", text, month_name(month_make(YEAR_MIN, m)));
	}
	if (n)
		g_string_append_c(words, '.');
}

/* The latest years, as many as a chart has lines; the last is drawn as what is, those
 * before as what it is compared with. */
static void
add_chart(struct doc *doc, const struct series *s)
{
	guint from =
	    s->years->len > CHART_SERIES_MAX ? s->years->len - CHART_SERIES_MAX : 0;
	g_autoptr(GString) words = g_string_new(NULL);
	g_autofree char *finding =
	    *s->place ? g_strdup_printf("%s i %s, månad för månad", s->name, s->place)
	              : g_strdup_printf("%s, månad för månad", s->name);
	const char *unit = s->indicator->unit;
	struct chart *chart;

	for (guint y = from; y < s->years->len; y++)
		append_year_words(words, s, g_array_index(s->years, int, y));
	if (words->len == 0)
		return;
	chart = doc_chart(doc, CHART_CURVE, finding,
	    *unit ? unit : "Underlaget säger inte i vilken enhet", words->str, MONEY_KR);
	chart_measure(chart, unit, s->decimals);
	for (guint y = from; y < s->years->len; y++) {
		g_autofree char *year =
		    g_strdup_printf("%d:", g_array_index(s->years, int, y));

		chart_series(chart, year,
		    y + 1 == s->years->len ? SERIES_REALISED : SERIES_BEFORE);
	}
	for (int m = 1; m <= MONTHS; m++) {
		struct amount values[CHART_SERIES_MAX];

		for (guint y = from; y < s->years->len; y++)
			values[y - from] =
			    month_value(s, g_array_index(s->years, int, y), m);
		chart_row(
		    chart, month_short(month_make(YEAR_MIN, m)), STEP_TOTAL, values);
	}
}

/* ---- one by one ---------------------------------------------------------------------
 */

static const char *
said(const char *text)
{
	return *text ? text : "–";
}

static void
value_row(struct table *table, const struct measurement *m)
{
	g_autofree char *period = period_text(m->period);

	table_row(table, ROW_BODY,
	    (const struct cell[]){
	        cell_text(said(period)),
	        cell_text(said(m->place)),
	        cell_measure(hundredths_of(m->value.women)),
	        cell_measure(hundredths_of(m->value.men)),
	        cell_measure(hundredths_of(m->value.total)),
	        cell_text(said(m->text)),
	        cell_text(said(m->attained)),
	        cell_text(said(m->trend)),
	        cell_text(said(m->note)),
	    });
}

static struct column
column_number(const char *key, const char *head, int decimals)
{
	return (struct column){
		.key = key, .head = head, .type = CELL_MEASURE, .decimals = decimals
	};
}

static void
add_values(struct doc *doc, const struct series *s)
{
	const struct column columns[] = {
		part_column_text("period", "Period"),
		part_column_text("ort", "Ort"),
		column_number("kvinnor", "Kvinnor", s->decimals),
		column_number("man", "Män", s->decimals),
		column_number("totalt", "Totalt", s->decimals),
		part_column_text("i_underlaget", "I underlaget"),
		part_column_text("maluppfyllelse", "Måluppfyllelse"),
		part_column_text("utveckling", "Utveckling"),
		part_column_text("kommentar", "Kommentar"),
	};
	struct table *table = NULL;

	for (guint i = 0; i < s->values->len; i++) {
		const struct measurement *m = value_at(s, i);

		if (is_monthly(m) || is_later(s->overview, m))
			continue;
		if (!table)
			table = doc_table(
			    doc, "Värden per period", columns, G_N_ELEMENTS(columns));
		value_row(table, m);
	}
}

/* ---- an indicator -------------------------------------------------------------------
 */

/* 0 for 1200, 1 for 830, 2 for 1725. */
static int
decimals_of(struct measure m)
{
	if (!m.known || m.hundredths % 100 == 0)
		return 0;
	return m.hundredths % 10 == 0 ? 1 : 2;
}

static gint
by_year(gconstpointer a, gconstpointer b)
{
	return *(const int *)a - *(const int *)b;
}

static void
take_year(GArray *years, int year)
{
	for (guint i = 0; i < years->len; i++)
		if (g_array_index(years, int, i) == year)
			return;
	g_array_append_val(years, year);
}

/* Its decimals, the years of its months and these, its places in order, and how many
 * values are later than the cut-off. */
static void
look_through(struct series *s, GPtrArray *places, guint *ret_later)
{
	g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);

	for (guint i = 0; i < s->values->len; i++) {
		const struct measurement *m = value_at(s, i);

		s->decimals = MAX(s->decimals, decimals_of(m->value.women));
		s->decimals = MAX(s->decimals, decimals_of(m->value.men));
		s->decimals = MAX(s->decimals, decimals_of(m->value.total));
		*ret_later += is_later(s->overview, m);
		if (!is_monthly(m) || is_later(s->overview, m))
			continue;
		take_year(s->years, month_year(m->period.month));
		g_hash_table_insert(s->months, month_key(m->place, m->period.month),
		    (gpointer)(uintptr_t)m);
		if (g_hash_table_add(seen, (gpointer)(uintptr_t)m->place))
			g_ptr_array_add(places, (gpointer)(uintptr_t)m->place);
	}
	g_array_sort(s->years, by_year);
}

static void
say_later(struct doc *doc, guint later, int cutoff)
{
	g_autofree char *month = part_month(cutoff);
	g_autofree char *text = g_strdup_printf("%u %s efter %s visas inte här.", later,
	    later == 1 ? "värde" : "värden", month);

	if (later > 0)
		doc_note(doc, text);
}

/* A series that is named by the head of its column begins with a small letter. */
static char *
heading_of(const char *name)
{
	GString *text = g_string_new(NULL);

	if (*name)
		g_string_append_unichar(text, g_unichar_toupper(g_utf8_get_char(name)));
	g_string_append(text, *name ? text_next(name) : "");
	return g_string_free(text, FALSE);
}

static void
add_indicator(struct doc *doc, const struct overview *overview,
    const struct indicator *indicator, const GPtrArray *values, bool *headed)
{
	g_autoptr(GArray) years = g_array_new(FALSE, FALSE, sizeof(int));
	g_autoptr(GPtrArray) places = g_ptr_array_new();
	g_autofree char *name = heading_of(indicator->name);
	g_autoptr(GHashTable) months =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	struct series s = { overview, indicator, name, "", 0, years, values, months };
	guint later = 0;

	look_through(&s, places, &later);
	if (!*headed)
		doc_heading(doc, 1, "Mätvärden");
	*headed = true;
	doc_heading(doc, 2, name);
	for (guint i = 0; i < places->len; i++) {
		s.place = places->pdata[i]; /* the chart has room for the latest years */
		add_chart(doc, &s);
		add_months(doc, &s);
	}
	add_values(doc, &s);
	say_later(doc, later, overview->cutoff);
}

static void
list_free(gpointer list)
{
	g_ptr_array_unref(list);
}

/* code of an indicator -> GPtrArray of its measurements, in the plan's order */
static GHashTable *
values_by_indicator(const GArray *measurements)
{
	GHashTable *lists =
	    g_hash_table_new_full(g_str_hash, g_str_equal, NULL, list_free);

	for (guint i = 0; i < measurements->len; i++) {
		struct measurement *m =
		    &g_array_index(measurements, struct measurement, i);
		GPtrArray *list = g_hash_table_lookup(lists, m->indicator);

		if (!list) {
			list = g_ptr_array_new();
			g_hash_table_insert(
			    lists, (gpointer)(uintptr_t)m->indicator, list);
		}
		g_ptr_array_add(list, m);
	}
	return lists;
}

void
series_add(struct doc *doc, const struct overview *overview)
{
	const GArray *indicators = overview->plan->indicators;
	g_autoptr(GHashTable) values = values_by_indicator(overview->plan->measurements);
	bool headed = false;

	for (guint i = 0; i < indicators->len; i++) {
		const struct indicator *indicator =
		    &g_array_index(indicators, struct indicator, i);
		const GPtrArray *own = g_hash_table_lookup(values, indicator->code);

		if (own)
			add_indicator(doc, overview, indicator, own, &headed);
	}
	if (headed)
		doc_note(doc,
		    "Streck (–) betyder att värdet saknas i underlaget; det är inte "
		    "noll.");
}
