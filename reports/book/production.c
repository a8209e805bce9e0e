/*
 * production.c - production against the same period last year, with its "varav", and
 * measured series.
 *
 * A difference is percent of last year's value and a "varav" percent of its whole, both
 * from values that are not rounded.
 */
#include <string.h>

#include "reports/book/parts.h"
#include "reports/book/strategic.h"

/* Hundredths divide and subtract as öre do. */
static struct amount
exact(struct measure measure)
{
	return measure.known ? amount_of(measure.hundredths) : AMOUNT_NONE;
}

static struct share
change_of(struct measure now, struct measure before)
{
	return share_of(amount_minus(exact(now), exact(before)), exact(before));
}

static struct column
column_measure(const char *key, const char *head)
{
	return (struct column){ .key = key, .head = head, .type = CELL_MEASURE };
}

bool
strategic_is_production(const struct plan *plan, const struct indicator *indicator)
{
	const struct indicator *whole =
	    *indicator->part_of ? plan_indicator(plan, indicator->part_of) : NULL;

	return *indicator->table || (whole && *whole->table);
}

/* ---- production ----------------------------------------------------------------------
 */

static const struct score *
score_at(const struct strategic *book, guint index)
{
	return &g_array_index(book->scores, struct score, index);
}

/* The parts of an indicator, in order: the n-th, NULL when there are fewer. */
static const struct score *
part_at(const struct strategic *book, const char *whole, guint n)
{
	const GPtrArray *parts = g_hash_table_lookup(book->parts, whole);

	return parts && n < parts->len ? parts->pdata[n] : NULL;
}

static bool
is_row_of(
    const struct strategic *book, const struct indicator *indicator, const char *table)
{
	const struct indicator *whole =
	    *indicator->part_of ? plan_indicator(book->plan, indicator->part_of) : NULL;

	/* a part stands beside its whole, if that is in a table; with parts of its own
	 * it is a whole too */
	return strcmp(indicator->table, table) == 0 &&
	       (!(whole && *whole->table) || part_at(book, indicator->code, 0));
}

/* Women, men or total, of what was measured then. */
static struct measure
of_kind(const struct measurement *m, guint kind)
{
	if (m == NULL)
		return MEASURE_NONE;
	return kind == 0 ? m->value.total : kind == 1 ? m->value.women : m->value.men;
}

static bool
has_kind(const struct score *score, guint kind)
{
	return score &&
	       (of_kind(score->now, kind).known || of_kind(score->before, kind).known);
}

/* One part of one kind; `score` may be NULL. */
static void
part_cells(
    const struct score *whole, const struct score *score, guint kind, struct cell *cells)
{
	struct measure now = MEASURE_NONE, before = MEASURE_NONE;
	bool same = false;

	if (score) {
		now = of_kind(score->now, kind);
		before = of_kind(score->before, kind);
		same = score->now && whole->now &&
		       period_compare(score->now->period, whole->now->period) == 0;
	}
	cells[0] = cell_text(score ? score->indicator->name : "–");
	cells[1] = cell_measure(exact(now));
	cells[2] = cell_measure(exact(before));
	cells[3] = cell_share(change_of(now, before));
	/* a share of another period's whole would be none */
	cells[4] =
	    cell_share(same ? share_of(exact(now), exact(of_kind(whole->now, kind)))
	                    : share_of(AMOUNT_NONE, AMOUNT_NONE));
}

static void
production_row(const struct strategic *book, struct table *table,
    const struct score *score, guint kind, bool parts)
{
	static const char *const suffixes[] = { "", ", kvinnor", ", män" };
	const char *code = score->indicator->code;
	g_autofree char *name = g_strconcat(score->indicator->name, suffixes[kind], NULL);
	g_autofree char *period =
	    score->now ? period_text(score->now->period) : g_strdup("–");
	struct measure now = of_kind(score->now, kind);
	struct measure before = of_kind(score->before, kind);
	struct cell cells[10];

	cells[0] = cell_text(name);
	cells[1] = cell_text(period);
	cells[2] = cell_measure(exact(now));
	cells[3] = cell_measure(exact(before));
	cells[4] = cell_share(change_of(now, before));
	part_cells(score, part_at(book, code, 0), kind, &cells[5]);
	table_row(table, ROW_BODY, cells);
	for (guint n = 1; parts && part_at(book, code, n); n++) {
		for (int c = 2; c < 5; c++)
			cells[c] = cell_empty();
		part_cells(score, part_at(book, code, n), kind, &cells[5]);
		table_row(table, ROW_BODY, cells);
	}
}

static void
production_table(const struct strategic *book, const char *name)
{
	const struct column columns[] = {
		part_column_text("matt", "Mått"),
		part_column_text("period", "Period"),
		column_measure("utfall", "Utfall"),
		column_measure("forra_aret", "Samma period förra året"),
		part_column_share("forandring_procent", "Förändring"),
		part_column_text("varav", "Varav"),
		column_measure("varav_utfall", "Utfall, varav"),
		column_measure("varav_forra_aret", "Förra året, varav"),
		part_column_share("varav_forandring_procent", "Förändring, varav"),
		part_column_share("varav_andel_procent", "Andel av totalen"),
	};
	bool parts = false;
	struct table *table;

	for (guint i = 0; i < book->scores->len; i++)
		if (is_row_of(book, score_at(book, i)->indicator, name))
			parts =
			    parts || part_at(book, score_at(book, i)->indicator->code, 0);
	table = doc_table(book->doc, name, columns, parts ? 10 : 5);
	for (guint i = 0; i < book->scores->len; i++) {
		const struct score *score = score_at(book, i);
		bool split = has_kind(score, 1) || has_kind(score, 2);

		if (!is_row_of(book, score->indicator, name))
			continue;
		for (guint kind = 0; kind < 3; kind++)
			if (has_kind(score, kind) || (kind == 0 && !split))
				production_row(book, table, score, kind, parts);
	}
}

void
strategic_production(const struct strategic *book)
{
	g_autoptr(GHashTable) done = g_hash_table_new(g_str_hash, g_str_equal);

	for (guint i = 0; i < book->scores->len; i++) {
		const struct indicator *indicator = score_at(book, i)->indicator;

		if (!*indicator->table || !is_row_of(book, indicator, indicator->table) ||
		    !g_hash_table_add(done, (gpointer)(guintptr)indicator->table))
			continue;
		if (g_hash_table_size(done) == 1)
			doc_heading(book->doc, 1, "Produktion");
		production_table(book, indicator->table);
	}
	if (g_hash_table_size(done) > 0)
		doc_note(book->doc,
		    "Förändring är utfallet minus samma period förra året, i procent av "
		    "förra årets; andel av totalen är delen i procent av helheten. Båda "
		    "är räknade på värden som inte är avrundade.");
}

/* ---- series --------------------------------------------------------------------------
 */

enum { SERIES_PERIODS = 3 };

static bool
is_series(const struct strategic *book, const char *code)
{
	const GPtrArray *values = g_hash_table_lookup(book->values, code);

	for (guint i = 0; values && i < values->len; i++)
		if (*((const struct measurement *)values->pdata[i])->place)
			return true;
	return values && values->len >= SERIES_PERIODS;
}

static void
series_rows(
    const struct strategic *book, struct table *table, const struct indicator *indicator)
{
	const GPtrArray *values = g_hash_table_lookup(book->values, indicator->code);

	for (guint i = 0; values && i < values->len; i++) {
		const struct measurement *m = values->pdata[i];
		g_autofree char *period = period_text(m->period);

		if (m->period.month <= book->overview->cutoff)
			table_row(table, ROW_BODY,
			    (const struct cell[]){
			        cell_text(indicator->name),
			        cell_text(*indicator->unit ? indicator->unit : "–"),
			        cell_text(*m->place ? m->place : "–"),
			        cell_text(period),
			        cell_measure(exact(m->value.women)),
			        cell_measure(exact(m->value.men)),
			        cell_measure(exact(m->value.total)),
			    });
	}
}

void
strategic_series(const struct strategic *book)
{
	const struct column columns[] = {
		part_column_text("matt", "Mått"),
		part_column_text("enhet", "Enhet"),
		part_column_text("ort", "Ort"),
		part_column_text("period", "Period"),
		column_measure("kvinnor", "Kvinnor"),
		column_measure("man", "Män"),
		column_measure("totalt", "Totalt"),
	};
	struct table *table = NULL;

	for (guint i = 0; i < book->scores->len; i++) {
		const struct indicator *indicator = score_at(book, i)->indicator;

		if (!is_series(book, indicator->code))
			continue;
		if (table == NULL) {
			doc_heading(book->doc, 1, "Mått över tid");
			table =
			    doc_table(book->doc, "Alla mätvärden till och med perioden",
			        columns, G_N_ELEMENTS(columns));
		}
		series_rows(book, table, indicator);
	}
}
