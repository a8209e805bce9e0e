/*
 * chart.c - building a chart.
 */
#include "reports/doc/chart.h"

static const char *
keep(struct doc *doc, const char *text)
{
	return g_string_chunk_insert(doc->text, text ? text : "");
}

struct chart *
doc_chart(struct doc *doc, enum chart_kind kind, const char *finding, const char *measure,
    const char *alt, enum money_unit unit)
{
	struct chart *chart = g_new0(struct chart, 1);
	struct block block = { .type = BLOCK_CHART, .text = "", .chart = chart };

	chart->kind = kind;
	chart->finding = keep(doc, finding);
	chart->measure = keep(doc, measure);
	chart->alt = keep(doc, alt);
	chart->unit = unit;
	chart->decimals = money_unit_decimals(unit);
	chart->rows = g_array_new(FALSE, TRUE, sizeof(struct chart_row));
	chart->doc = doc;
	g_array_append_val(doc->blocks, block);
	return chart;
}

void
chart_measure(struct chart *chart, const char *measured, int decimals)
{
	chart->unit = MONEY_KR; /* hundredths are to a whole as öre are to a krona */
	chart->measured = keep(chart->doc, measured);
	chart->decimals = decimals;
}

const char *
chart_unit_name(const struct chart *chart)
{
	return chart->measured ? chart->measured : money_unit_name(chart->unit);
}

void
chart_series(struct chart *chart, const char *name, enum series_role role)
{
	g_return_if_fail(chart->n_series < CHART_SERIES_MAX);
	chart->series[chart->n_series++] =
	    (struct chart_series){ keep(chart->doc, name), role };
}

void
chart_row(struct chart *chart, const char *label, enum step_kind step,
    const struct amount *values)
{
	struct chart_row row = { .label = keep(chart->doc, label), .step = step };

	for (guint i = 0; i < chart->n_series; i++)
		row.values[i] = values[i];
	g_array_append_val(chart->rows, row);
}

void
chart_free(struct chart *chart)
{
	if (!chart)
		return;
	g_array_free(chart->rows, TRUE);
	g_free(chart);
}
