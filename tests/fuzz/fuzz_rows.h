/*
 * fuzz_rows.h - a file of any kind to a sink that looks at every value.
 */
#ifndef FUZZ_ROWS_H
#define FUZZ_ROWS_H

#include "calendar/month.h"
#include "exchange/csv_read.h"
#include "tests/fuzz/fuzz.h"

/* csv_read_source and its like */
typedef bool (*fuzz_reader)(struct source *source, const struct kind_info *kind,
    const struct read_options *options, row_func func, void *user,
    struct rejects *rejects, struct read_stats *stats, GError **error);

static bool
fuzz_row(void *user, const struct row *row, struct rejects *rejects, GError **error)
{
	int64_t *rows = user;

	(void)rejects;
	(void)error;
	++*rows;
	for (int i = 0; i < row->kind->n_columns; i++) {
		const struct value *value = &row->values[i];

		g_assert_true(value->present || !value->given);
		g_assert_true(g_utf8_validate(value->text, -1, NULL));
		g_assert_true(!value->given || row->headers[i]);
		if (row->kind->columns[i].type == COLUMN_MONTH && value->given)
			g_assert_true(month_valid(value->number));
	}
	for (int i = 0; i < row->n_years; i++)
		g_assert_true(
		    row->years[i].year == 0 ||
		    (row->years[i].year >= YEAR_MIN && row->years[i].year <= YEAR_MAX));
	return true;
}

/* What a terminal is given: whole lines of UTF-8 that cannot steer it. */
static void
fuzz_rejects(const struct rejects *rejects)
{
	g_autoptr(GString) text = g_string_new(NULL);

	rejects_print(rejects, text);
	g_assert_true(g_utf8_validate(text->str, (gssize)text->len, NULL));
	for (const char *p = text->str; *p; p++)
		g_assert_true((unsigned char)*p >= ' ' || *p == '\n');
}

/* The first two bytes choose the kind and what the command line would say. */
static void
fuzz_read(const uint8_t *data, size_t size, fuzz_reader read)
{
	struct rejects *rejects;
	struct read_options options = { 0 };
	struct read_stats stats = { 0 };
	struct source source;
	GError *error = NULL;
	int64_t rows = 0;

	if (size < 2)
		return;
	options.has_unit = data[1] & 1;
	options.has_decimal = data[1] & 2;
	options.decimal = data[1] & 4 ? DECIMAL_POINT : DECIMAL_COMMA;
	rejects = rejects_new();
	source_memory(&source, (const char *)data + 2, size - 2, "fil");
	if (read(&source, &exchange_kinds[data[0] % EXCHANGE_KIND__N], &options, fuzz_row,
	        &rows, rejects, &stats, &error))
		g_assert_true(stats.rows >= rows && (rows > 0 || stats.rows == 0 ||
		                                        rejects_count(rejects) > 0));
	else /* nothing but the file itself can fail */
		g_error("%s", error->message);
	fuzz_rejects(rejects);
	rejects_free(rejects);
}

#endif
