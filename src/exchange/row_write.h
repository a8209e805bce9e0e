/*
 * row_write.h - rows of a kind going out, whatever the format.
 *
 * Order   row_column for each column, row_end; then, for each row, one value per column
 *         and row_end; then row_finish.  What a kind writes is said once, to any format.
 * Formats csv_rows, json_rows, and xlsx_rows by the module of reports/backend.
 */
#ifndef EXCHANGE_ROW_WRITE_H
#define EXCHANGE_ROW_WRITE_H

#include "exchange/csv_write.h"
#include "exchange/kinds.h"

struct row_format {
	/* "plan klar", "2020 kr"; the type says what its cells hold */
	void (*column)(void *to, const char *name, enum column_type type);
	void (*text)(void *to, const char *text); /* said by somebody, so untrusted */
	void (*word)(void *to, const char *word); /* of our own tables */
	void (*amount)(void *to, struct amount amount);
	void (*measure)(void *to, struct amount hundredths);
	void (*number)(void *to, int64_t number);
	void (*end)(void *to);
	/* Errors: FILE, or RANGE when the format cannot hold the rows. */
	bool (*finish)(void *to, GError **error);
	void (*free)(void *to); /* finished or not */
};
struct row_writer {
	const struct row_format *format;
	void *to;
};

static inline void
row_column(struct row_writer *w, const char *name, enum column_type type)
{
	w->format->column(w->to, name, type);
}

static inline void
row_text(struct row_writer *w, const char *text)
{
	w->format->text(w->to, text);
}

static inline void
row_word(struct row_writer *w, const char *word)
{
	w->format->word(w->to, word);
}

static inline void
row_amount(struct row_writer *w, struct amount amount)
{
	w->format->amount(w->to, amount);
}

static inline void
row_measure(struct row_writer *w, struct amount hundredths)
{
	w->format->measure(w->to, hundredths);
}

static inline void
row_number(struct row_writer *w, int64_t number)
{
	w->format->number(w->to, number);
}

static inline void
row_end(struct row_writer *w)
{
	w->format->end(w->to);
}

static inline bool
row_finish(struct row_writer *w, GError **error)
{
	return w->format->finish(w->to, error);
}

/* Frees what the format holds, not the string it wrote to. */
static inline void
row_writer_clear(struct row_writer *w)
{
	if (w->format)
		w->format->free(w->to);
	w->format = NULL;
}

/* Makes a writer that appends to `out`, which must live as long; row_writer_clear.
 * Errors: FILE when the format's library is missing. */
typedef bool (*row_writer_func)(
    enum exchange_kind kind, GString *out, struct row_writer *ret, GError **error);

bool csv_rows(
    enum exchange_kind kind, GString *out, struct row_writer *ret, GError **error);

/*
 * {"slag": "plan", "rader": [{"id": "A-1", "atgard": "…", "2020_kr": 12.5}, …]}, a row a
 * line.  A key is the column's name as text_fold has it, with '_' for a blank.  Amounts
 * and measures are numbers, blank cells and missing amounts null.
 */
bool json_rows(
    enum exchange_kind kind, GString *out, struct row_writer *ret, GError **error);

/* A workbook of one sheet named as the kind, its header frozen; amounts and measures are
 * numbers, all else text and never a formula.  At most 1 048 575 rows. */
bool xlsx_rows(
    enum exchange_kind kind, GString *out, struct row_writer *ret, GError **error);

#endif
