/*
 * row_reader.c - from split cells to rows of values.
 */
#include "exchange/row_reader.h"

#include "base/error.h"
#include "exchange/template.h"

#define MAX_ROWS INT64_C(5000000)

void
row_reader_clear(struct row_reader *reader)
{
	row_values_clear(&reader->values);
	header_free(reader->header);
	reader->header = NULL;
}

bool
row_is_empty(const struct csv_cells *cells)
{
	for (int i = 0; i < cells->n; i++)
		if (!cell_is_blank(csv_cell(cells, i)))
			return false;
	return !cells->extra_content;
}

bool
row_reader_header(struct row_reader *reader, const struct csv_cells *cells, int line,
    enum decimal_mark decimal)
{
	if (reader->options && reader->options->has_decimal)
		decimal = reader->options->decimal;
	if (template_is_stray(reader->kind, cells)) {
		rejects_add(reader->rejects, reader->file, 0, NULL,
		    "filen är en uppföljningsmall; läs in den som slaget %s",
		    exchange_kinds[EXCHANGE_REPORTS].name);
		return false;
	}
	reader->kind = template_kind_of(reader->kind, cells);
	reader->header = header_new(reader->kind);
	if (!header_read(reader->header, reader->kind, reader->options, cells,
	        reader->file, line, reader->rejects))
		return false;
	row_values_init(
	    &reader->values, reader->kind, reader->header, decimal, reader->file);
	reader->values.screen = reader->options && reader->options->screen;
	return true;
}

bool
row_reader_count(struct row_reader *reader, int line)
{
	if (reader->stats.rows < MAX_ROWS) {
		reader->stats.rows++;
		return true;
	}
	rejects_add(reader->rejects, reader->file, line, NULL,
	    "filen har fler än %d rader; dela den i flera filer", (int)MAX_ROWS);
	return false;
}

bool
row_reader_take(
    struct row_reader *reader, const struct csv_cells *cells, int line, bool refused)
{
	const GArray *years = reader->header->years;
	struct row row = { reader->file, line, reader->values.values,
		reader->header->headers, (const struct year_amount *)(void *)years->data,
		(int)years->len, refused, reader->kind };

	if (!row_values_parse(&reader->values, cells, line, reader->rejects))
		row.refused = true;
	return reader->func(reader->user, &row, reader->rejects, &reader->error);
}

bool
row_reader_progress(struct row_reader *reader, int64_t done, int64_t size)
{
	const struct read_options *options = reader->options;

	if (!options || !options->progress ||
	    options->progress(options->progress_user, done, size))
		return true;
	g_set_error_literal(&reader->error, SPARPLAN_ERROR, SPARPLAN_ERROR_FILE,
	    "Inläsningen avbröts och inget är ändrat.");
	return false;
}
