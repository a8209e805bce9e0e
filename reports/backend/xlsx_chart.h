/*
 * xlsx_chart.h - a chart as a sheet: its figures as a table, and beside them a chart of
 * Excel's own that follows them.
 */
#ifndef BACKEND_XLSX_CHART_H
#define BACKEND_XLSX_CHART_H

#include "reports/backend/xlsx_style.h"
#include "reports/doc/chart.h"

/* `name`: the sheet's. */
void xlsx_chart(struct xlsx_book *book, lxw_worksheet *sheet, const char *name,
    const struct doc *doc, const struct chart *chart);

#endif
