/*
 * template.h - the follow-up template (mallen): what a förvaltning fills in for a round
 * and sends back.
 *
 * Shape   a row per action.  The last columns say what the template is of (omgång,
 *         program, förvaltning, mall) on every row, so that rows may be sorted, moved
 *         between files and saved as CSV; a workbook says it in its properties too.
 * Units   amounts in mkr.
 * Source  product.md section 5.
 */
#ifndef EXCHANGE_TEMPLATE_H
#define EXCHANGE_TEMPLATE_H

#include "exchange/csv_cells.h"

enum template_column {
	TEMPLATE_ID,
	TEMPLATE_NAME,   /* "åtgärd"; this and the next two are for the reader's eye */
	TEMPLATE_TARGET, /* "mål": the year's */
	TEMPLATE_BEFORE, /* "utfall förra omgången": so far that year */
	TEMPLATE_NOW,    /* "utfall nu": realised so far this year */
	TEMPLATE_FORECAST, /* "prognos": of the year */
	TEMPLATE_STATUS,
	TEMPLATE_LIGHT,
	TEMPLATE_COMMENT,
	TEMPLATE_NOTHING, /* "inget nytt" */
	TEMPLATE_ROUND,
	TEMPLATE_PROGRAMME,
	TEMPLATE_UNIT,   /* "förvaltning": the action's own */
	TEMPLATE_CHANGE, /* "mall": "#14", the last change that it shows */
	TEMPLATE_COLUMN__N
};

extern const struct kind_info template_kind;

/* The kind a header row is of: the template's when the importer of `kind` takes it
 * (utfall and lage) and the row has a column that only the template has, "utfall nu" or
 * "mall"; else `kind`. */
const struct kind_info *template_kind_of(
    const struct kind_info *kind, const struct csv_cells *cells);
/* Is it the template's header, where the importer of `kind` does not take it? */
bool template_is_stray(const struct kind_info *kind, const struct csv_cells *cells);

struct template_row {
	const char *text[TEMPLATE_COLUMN__N]; /* "" in open and amount columns */
	struct amount amount[TEMPLATE_COLUMN__N];
};

struct template_file {
	const char *programme; /* its code */
	const char *unit;      /* "" for all */
	const char *round;     /* its label */
	const char *before; /* label of the round before it the same year; "" for none */
	const char *change; /* "#14" */
	int64_t at_ms;      /* when that was made */
	GArray *rows;       /* struct template_row */
	GStringChunk *text;
};

void template_free(struct template_file *form);

/* As CSV, appended to `out`. */
void template_csv(const struct template_file *form, GString *out);

/* As a workbook, by the module of XLSX, which has module_template.  Errors: FILE. */
bool template_xlsx(const struct template_file *form, GString *out, GError **error);

#endif
