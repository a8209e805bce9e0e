/*
 * series.h - what indicators have shown, as tables of months and years, and as charts.
 *
 * A place's values that are whole months and one number each (medelvårdtid) make a table
 * of twelve months × years and a chart with a line per year.  All other values are listed
 * one by one, with what the source prints beside them.
 */
#ifndef BOOK_SERIES_H
#define BOOK_SERIES_H

#include "reports/book/book.h"

/* Every indicator of the plan that has values, in the plan's order; nothing without.
 * What is of later months than the cut-off is left out and said to be. */
void series_add(struct doc *doc, const struct overview *overview);

#endif
