/*
 * doc_example.h - small documents: one of everything, and one of hostile texts.
 */
#ifndef DOC_EXAMPLE_H
#define DOC_EXAMPLE_H

#include "reports/doc/doc.h"

#define HUNDREDTH (ORE_PER_MKR / 100)

/* 10.25 mkr is mkr(1025) */
static inline struct amount
mkr(int64_t hundredths)
{
	return amount_of(hundredths * HUNDREDTH);
}

#define NO AMOUNT_NONE

/* ---- small documents ---- */

static inline struct column
column_text(const char *key, const char *head)
{
	return (struct column){ .key = key, .head = head, .type = CELL_TEXT };
}

static inline struct column
column_money(const char *key, const char *head, enum money_unit unit)
{
	return (struct column){ key, head, CELL_MONEY, unit, money_unit_decimals(unit),
		false };
}

static inline struct doc *
small_doc(void)
{
	struct doc *doc = doc_new("Titel", "Under");
	const struct column columns[] = { column_text("namn", "Namn"),
		{ .key = "antal", .head = "Antal", .type = CELL_INT },
		column_money("mal_kr", "Mål", MONEY_MKR),
		{ .key = "andel_procent", .head = "Andel", .type = CELL_SHARE } };
	struct table *table;

	doc_heading(doc, 1, "Rubrik");
	doc_paragraph(doc, "ett två tre fyra fem");
	doc_note(doc, "obs");
	table = doc_table(doc, "Tabell", columns, 4);
	table_row(table, ROW_BODY,
	    (const struct cell[]){ cell_text("lång text här"), cell_int(7),
	        cell_money(mkr(17550)), cell_share((struct share){ -45, true }) });
	table_row(table, ROW_TOTAL,
	    (const struct cell[]){ cell_text("Totalt"), cell_empty(),
	        cell_money(mkr(17550)), cell_share((struct share){ 0, false }) });
	return doc;
}

#define NAUGHTY "=cmd|' /C calc'!A0 \x1b[31m<b>\u202e`*_[x](http://y)\n1. två\x07"

static inline struct doc *
naughty_doc(void)
{
	struct doc *doc = doc_new(NAUGHTY, NAUGHTY);
	const struct column column = column_text("k", NAUGHTY);
	struct table *table;
	const struct cell cell = cell_text(NAUGHTY);

	doc_heading(doc, 2, NAUGHTY);
	doc_paragraph(doc, "1. inte en lista");
	doc_paragraph(doc, "- inte heller");
	doc_note(doc, NAUGHTY);
	table = doc_table(doc, NAUGHTY, &column, 1);
	table_row(table, ROW_GROUP, &cell);
	table_row(table, ROW_BODY, &cell);
	table_row(table, ROW_TOTAL, &cell);
	return doc;
}

#endif
