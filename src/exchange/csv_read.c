/*
 * csv_read.c - a file through libcsv, a row at a time.
 *
 * Two passes: encoding.h finds the encoding, then each block is decoded, split by libcsv
 * into one row buffer that is used again, and parsed by its columns.
 */
#include "exchange/csv_read.h"

#include "base/error.h"
#include "exchange/csv_cells.h"
#include "exchange/csv_header.h"
#include "exchange/csv_split.h"
#include "exchange/decoder.h"
#include "exchange/source.h"

#define MAX_ROWS INT64_C(5000000)

struct reader {
	struct source *source;
	const struct kind_info *kind;
	const struct read_options *options;
	row_func func;
	void *user;
	struct rejects *rejects;
	struct read_stats stats;
	GError *error; /* why reading failed; `stopped` too */
	bool refused;  /* a cell of the row under way was */

	struct csv_split *split;
	struct csv_layout layout;
	struct header *header;    /* NULL until the header row */
	struct row_values values; /* from then on */
};

static bool
is_empty_row(const struct csv_cells *cells)
{
	for (int i = 0; i < cells->n; i++)
		if (!cell_is_blank(csv_cell(cells, i)))
			return false;
	return !cells->extra_content;
}

static bool
take_header(struct reader *reader, const struct csv_cells *cells, int line)
{
	enum decimal_mark decimal =
	    reader->layout.separator == ',' ? DECIMAL_POINT : DECIMAL_COMMA;

	if (reader->options && reader->options->has_decimal)
		decimal = reader->options->decimal;
	reader->header = header_new(reader->kind);
	if (!header_read(reader->header, reader->kind, reader->options, cells,
	        reader->source->name, line, reader->rejects))
		return false;
	row_values_init(
	    &reader->values, reader->kind, reader->header, decimal, reader->source->name);
	return true;
}

static const char *
separator_name(char separator)
{
	if (separator == '\t')
		return "tabb";
	return separator == ';' ? "semikolon" : "komma";
}

/* The row has as many cells as the header; more only when they are empty. */
static bool
check_arity(struct reader *reader, const struct csv_cells *cells, int line)
{
	int want = (int)reader->header->cells->len;
	bool extra = cells->extra_content;

	for (int i = want; i < cells->n && !extra; i++)
		extra = !cell_is_blank(csv_cell(cells, i));
	if (cells->all < want)
		rejects_add(reader->rejects, reader->source->name, line, NULL,
		    "raden har %d celler men rubriken %d; fyll på med tomma celler",
		    cells->all, want);
	else if (extra)
		rejects_add(reader->rejects, reader->source->name, line, NULL,
		    "raden har %d celler men rubriken %d; text med %s i ska stå inom "
		    "citattecken",
		    cells->all, want, separator_name(reader->layout.separator));
	return cells->all >= want && !extra;
}

/* One more row; false when there are too many. */
static bool
count_row(struct reader *reader, int line)
{
	if (reader->stats.rows < MAX_ROWS) {
		reader->stats.rows++;
		return true;
	}
	rejects_add(reader->rejects, reader->source->name, line, NULL,
	    "filen har fler än %d rader; dela den i flera filer", (int)MAX_ROWS);
	return false;
}

static bool
hand_over(struct reader *reader, int line)
{
	const GArray *years = reader->header->years;
	struct row row = { reader->source->name, line, reader->values.values,
		reader->header->headers, (const struct year_amount *)(void *)years->data,
		(int)years->len, reader->refused };

	return reader->func(reader->user, &row, reader->rejects, &reader->error);
}

static bool
on_row(void *user, const struct csv_cells *cells, int line)
{
	struct reader *reader = user;

	if (!cells->too_long && is_empty_row(cells)) {
		reader->stats.empty++;
		return true;
	}
	if (reader->header && !count_row(reader, line))
		return false;
	if (cells->too_long) {
		rejects_add(reader->rejects, reader->source->name, line, NULL,
		    "en cell är större än 1 MiB eller raden större än 16 MiB; korta "
		    "texten");
		return reader->header != NULL;
	}
	if (!reader->header)
		return take_header(reader, cells, line);
	if (!check_arity(reader, cells, line))
		return true;
	reader->refused =
	    !row_values_parse(&reader->values, cells, line, reader->rejects);
	return hand_over(reader, line);
}

static bool
on_bad_quote(void *user, int line, int cell, const char *text)
{
	struct reader *reader = user;
	const char *column = NULL;

	if (reader->header && !count_row(reader, line))
		return false;
	if (reader->header && cell < (int)reader->header->cells->len)
		column =
		    g_array_index(reader->header->cells, struct header_cell, cell).name;
	rejects_add(reader->rejects, reader->source->name, line,
	    column && *column ? column : NULL, "%s", text);
	return reader->header != NULL;
}

/* The separator, from the first piece of text, and the rest of that piece.  False when
 * reading stops here. */
static bool
begin(struct reader *reader, const char *text, size_t size)
{
	const struct split_events events = { on_row, on_bad_quote, reader };
	g_autofree char *bad = NULL;

	if (!csv_layout_find(text, size, &reader->layout, &bad)) {
		rejects_add(reader->rejects, reader->source->name, 1, NULL,
		    "separatorn \"%s\" i sep-raden går inte; skriv sep=; eller spara "
		    "filen med "
		    "semikolon",
		    bad);
		return false;
	}
	reader->split =
	    csv_split_new(reader->layout.separator, 1 + reader->layout.lines, &events);
	return csv_split_add(
	    reader->split, text + reader->layout.skip, size - reader->layout.skip);
}

static bool
report_progress(struct reader *reader, int64_t done)
{
	const struct read_options *options = reader->options;

	if (!options || !options->progress ||
	    options->progress(options->progress_user, done, reader->source->size))
		return true;
	g_set_error_literal(&reader->error, SPARPLAN_ERROR, SPARPLAN_ERROR_FILE,
	    "Inläsningen avbröts och inget är ändrat.");
	return false;
}

/* False with reader->error. */
static bool
read_blocks(struct reader *reader, struct decoder *decoder, int64_t offset)
{
	const char *data, *text;
	size_t size, n_text;
	bool more = true;

	do {
		if (!report_progress(reader, offset) ||
		    !source_read(reader->source, offset, &data, &size, &reader->error))
			return false;
		offset += (int64_t)size;
		/* the encoding was found to hold, so the file is not what it was */
		if (!decoder_next(decoder, data, size, offset >= reader->source->size,
		        &text, &n_text))
			return source_fail_changed(reader->source, &reader->error);
		more = reader->split ? csv_split_add(reader->split, text, n_text)
		                     : begin(reader, text, n_text);
	} while (more && offset < reader->source->size);
	if (more && csv_split_end(reader->split) && !reader->header)
		rejects_add(reader->rejects, reader->source->name, 0, NULL,
		    "filen har inga rader; den ska börja med en rubrikrad");
	return reader->error == NULL;
}

static bool
read_source(struct reader *reader, struct read_stats *stats, GError **error)
{
	enum encoding encoding = ENCODING_UTF8;
	int bom = 0;
	bool refused;
	bool ok;

	ok = encoding_find(
	    reader->source, reader->rejects, &encoding, &bom, &refused, &reader->error);
	if (ok && !refused) {
		struct decoder *decoder = decoder_new(encoding);

		ok = read_blocks(reader, decoder, bom) &&
		     source_check(reader->source, &reader->error);
		decoder_free(decoder);
		csv_split_free(reader->split);
		row_values_clear(&reader->values);
		header_free(reader->header);
	}
	if (ok && stats)
		*stats = reader->stats;
	if (reader->error)
		g_propagate_error(error, reader->error);
	return ok;
}

bool
csv_read(const char *path, const struct kind_info *kind,
    const struct read_options *options, row_func func, void *user,
    struct rejects *rejects, struct read_stats *stats, GError **error)
{
	struct source source;
	struct reader reader = { .source = &source,
		.kind = kind,
		.options = options,
		.func = func,
		.user = user,
		.rejects = rejects };
	bool refused;
	bool ok;

	if (!source_open(&source, path, rejects, &refused, error))
		return false;
	if (refused) {
		if (stats)
			*stats = reader.stats;
		ok = true;
	} else
		ok = read_source(&reader, stats, error);
	source_close(&source);
	return ok;
}

bool
csv_read_data(const char *data, size_t size, const char *name,
    const struct kind_info *kind, const struct read_options *options, row_func func,
    void *user, struct rejects *rejects, struct read_stats *stats, GError **error)
{
	struct source source;
	struct reader reader = { .source = &source,
		.kind = kind,
		.options = options,
		.func = func,
		.user = user,
		.rejects = rejects };

	source_memory(&source, data, size, name);
	return read_source(&reader, stats, error);
}
