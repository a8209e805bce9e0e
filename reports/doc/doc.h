/*
 * doc.h - a report before it has a format: headings, paragraphs, tables, notes.
 *
 * A book builds a struct doc; a back end draws it.  Cells keep their type, so that CSV
 * gets exact kronor and text gets "12,5".  Strings given are copied and go with the doc.
 * Ownership  doc_new / doc_free; what doc_table returns is borrowed from the doc.
 */
#ifndef DOC_DOC_H
#define DOC_DOC_H

#include <glib.h>
#include <stdbool.h>

#include "money/money_format.h"
#include "money/share.h"

enum cell_type {
	CELL_EMPTY,
	CELL_TEXT,
	CELL_INT,
	CELL_MONEY,
	CELL_SHARE,
	CELL_MEASURE /* a number of whatever is measured, with the decimals it has */
};
enum row_role { ROW_BODY, ROW_GROUP, ROW_SUBTOTAL, ROW_TOTAL };
enum block_type {
	BLOCK_HEADING,
	BLOCK_PARAGRAPH,
	BLOCK_TABLE,
	BLOCK_NOTE,
	BLOCK_CHART /* chart.h */
};

struct cell {
	enum cell_type type;
	union {
		const char *text;
		int64_t number;
		struct amount money; /* missing prints "–" */
		struct share share;
		struct amount hundredths; /* CELL_MEASURE; missing prints "–" */
	} u;
};

struct column {
	const char *key;  /* ASCII, for CSV headers and tests: "mal_kr" */
	const char *head; /* Swedish, for people */
	enum cell_type type;
	enum money_unit unit; /* how money is shown, never how it is kept */
	int decimals;         /* of a measure: at least */
	/* A difference of other columns: its total is the difference of their totals,
	 * which is not the sum of its rows when some rows have no amount. */
	bool difference;
};

struct doc_row {
	enum row_role role;
	struct cell *cells; /* as many as columns */
};

/* How a table is best seen where there is room to choose; every format may show it plain.
 */
enum table_look {
	LOOK_TABLE,
	LOOK_CARDS /* the few figures of the first page: text, amount, share */
};

struct table {
	char *caption; /* may be "" */
	enum table_look look;
	GArray *columns; /* struct column */
	GArray *rows;    /* struct doc_row */
	struct doc *doc; /* owner */
};

struct block {
	enum block_type type;
	int level;           /* heading 1.. */
	const char *text;    /* heading, paragraph, note */
	struct table *table; /* BLOCK_TABLE */
	struct chart *chart; /* BLOCK_CHART */
};

/* What stands at the head of every page; "" where it is not said. */
struct doc_head {
	const char *organisation; /* "Region Västerbotten" */
	const char *body;         /* "Regionstyrelsen" */
	const char *journal;      /* diarienummer */
	const char *appendix;     /* "Bilaga 7", or "Utkast" */
	const char *date;         /* of the data: "2021-07-01" */
	bool example;             /* some of the data are made up: say so on every page */
};

struct doc {
	struct doc_head head;
	const char *title;
	const char *subtitle; /* "Avser t.o.m. juni 2021 · ..." */
	GArray *blocks;       /* struct block */
	GStringChunk *text;
	GPtrArray *owned;
};

struct doc *doc_new(const char *title, const char *subtitle);
/* Copies the head's texts; NULL is "". */
void doc_set_head(struct doc *doc, const struct doc_head *head);
void doc_free(struct doc *doc);
void doc_heading(struct doc *doc, int level, const char *text);
void doc_paragraph(struct doc *doc, const char *text);
void doc_note(struct doc *doc, const char *text);
struct table *doc_table(
    struct doc *doc, const char *caption, const struct column *columns, size_t n_columns);
/* `cells` are copied (texts too); there must be as many as columns. */
void table_row(struct table *table, enum row_role role, const struct cell *cells);

struct cell cell_text(const char *text);
struct cell cell_int(int64_t number);
struct cell cell_money(struct amount amount);
struct cell cell_share(struct share share);
struct cell cell_measure(struct amount hundredths);
struct cell cell_empty(void);

/* For each money column of each table, differences apart: every ROW_TOTAL equals the sum
 * of the ROW_BODY rows above it (since the last total); an empty total cell claims
 * nothing, and a missing amount is right where the rows cancel out.  The first breach is
 * the error (RANGE). */
bool doc_check(const struct doc *doc, GError **error);

#endif
