/*
 * csv_read.c - a file through libcsv, a row at a time.
 *
 * Two passes: encoding.h finds the encoding, then each block is decoded, split by libcsv
 * into one row buffer that is used again, and parsed by its columns.
 */
#include "exchange/csv_read.h"

#include "exchange/csv_split.h"
#include "exchange/decoder.h"
#include "exchange/row_reader.h"

struct reader {
	struct row_reader rows;
	struct source *source;
	struct csv_split *split;
	struct csv_layout layout;
};

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
	int want = (int)reader->rows.header->cells->len;
	bool extra = cells->extra_content;

	for (int i = want; i < cells->n && !extra; i++)
		extra = !cell_is_blank(csv_cell(cells, i));
	if (cells->all < want)
		rejects_add(reader->rows.rejects, reader->rows.file, line, NULL,
		    "raden har %d celler men rubriken %d; fyll på med tomma celler",
		    cells->all, want);
	else if (extra)
		rejects_add(reader->rows.rejects, reader->rows.file, line, NULL,
		    "raden har %d celler men rubriken %d; text med %s i ska stå inom "
		    "citattecken",
		    cells->all, want, separator_name(reader->layout.separator));
	return cells->all >= want && !extra;
}

/* A mark (BOM) is at the start of a file and nowhere else; an id would keep it, unseen.
 */
static bool
check_mark(struct reader *reader, const struct csv_cells *cells, int line)
{
	if (cells->n == 0 || !g_str_has_prefix(csv_cell(cells, 0), "\xef\xbb\xbf"))
		return true;
	rejects_add(reader->rows.rejects, reader->rows.file, line, NULL,
	    "raden börjar med ett filmärke (BOM), som när två filer har lagts ihop; läs "
	    "in dem var för sig");
	return false;
}

static bool
on_row(void *user, const struct csv_cells *cells, int line)
{
	struct reader *reader = user;
	struct row_reader *rows = &reader->rows;

	if (!cells->too_long && row_is_empty(cells)) {
		rows->stats.empty++;
		return true;
	}
	if (rows->header && !row_reader_count(rows, line))
		return false;
	if (cells->too_long) {
		rejects_add(rows->rejects, rows->file, line, NULL,
		    "en cell är större än 1 MiB eller raden större än 16 MiB; korta "
		    "texten");
		return rows->header != NULL;
	}
	if (!check_mark(reader, cells, line))
		return rows->header != NULL;
	if (!rows->header)
		return row_reader_header(rows, cells, line,
		    reader->layout.separator == ',' ? DECIMAL_POINT : DECIMAL_COMMA);
	return !check_arity(reader, cells, line) ||
	       row_reader_take(rows, cells, line, false);
}

static bool
on_bad_quote(void *user, int line, int cell, const char *text)
{
	struct reader *reader = user;
	struct row_reader *rows = &reader->rows;
	const char *column = NULL;

	if (rows->header && !row_reader_count(rows, line))
		return false;
	if (rows->header && cell < (int)rows->header->cells->len)
		column =
		    g_array_index(rows->header->cells, struct header_cell, cell).name;
	rejects_add(rows->rejects, rows->file, line, column && *column ? column : NULL,
	    "%s", text);
	return rows->header != NULL;
}

/* The separator, from the first piece of text, and the rest of that piece.  False when
 * reading stops here. */
static bool
begin(struct reader *reader, const char *text, size_t size)
{
	const struct split_events events = { on_row, on_bad_quote, reader };
	g_autofree char *bad = NULL;

	if (!csv_layout_find(text, size, &reader->layout, &bad)) {
		rejects_add(reader->rows.rejects, reader->rows.file, 1, NULL,
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

/* False with reader->rows.error. */
static bool
read_blocks(struct reader *reader, struct decoder *decoder, int64_t offset)
{
	const char *data, *text;
	size_t size, n_text;
	bool more = true;

	do {
		if (!row_reader_progress(&reader->rows, offset, reader->source->size) ||
		    !source_read(
		        reader->source, offset, &data, &size, &reader->rows.error))
			return false;
		offset += (int64_t)size;
		/* the encoding was found to hold, so the file is not what it was */
		if (!decoder_next(decoder, data, size, offset >= reader->source->size,
		        &text, &n_text))
			return source_fail_changed(reader->source, &reader->rows.error);
		more = reader->split ? csv_split_add(reader->split, text, n_text)
		                     : begin(reader, text, n_text);
	} while (more && offset < reader->source->size);
	if (more && csv_split_end(reader->split) && !reader->rows.header)
		rejects_add(reader->rows.rejects, reader->rows.file, 0, NULL,
		    "filen har inga rader; den ska börja med en rubrikrad");
	return reader->rows.error == NULL;
}

static bool
read_source(struct reader *reader, struct read_stats *stats, GError **error)
{
	enum encoding encoding = ENCODING_UTF8;
	int bom = 0;
	bool refused;
	bool ok;

	ok = encoding_find(reader->source, reader->rows.rejects, &encoding, &bom,
	    &refused, &reader->rows.error);
	if (ok && !refused) {
		struct decoder *decoder = decoder_new(encoding);

		ok = read_blocks(reader, decoder, bom) &&
		     source_check(reader->source, &reader->rows.error);
		decoder_free(decoder);
		csv_split_free(reader->split);
		row_reader_clear(&reader->rows);
	}
	if (ok && stats)
		*stats = reader->rows.stats;
	if (reader->rows.error)
		g_propagate_error(error, reader->rows.error);
	return ok;
}

bool
csv_read_source(struct source *source, const struct kind_info *kind,
    const struct read_options *options, row_func func, void *user,
    struct rejects *rejects, struct read_stats *stats, GError **error)
{
	struct reader reader = { .rows = { .file = source->name,
		                     .kind = kind,
		                     .options = options,
		                     .func = func,
		                     .user = user,
		                     .rejects = rejects },
		.source = source };

	return read_source(&reader, stats, error);
}

bool
csv_read_data(const char *data, size_t size, const char *name,
    const struct kind_info *kind, const struct read_options *options, row_func func,
    void *user, struct rejects *rejects, struct read_stats *stats, GError **error)
{
	struct source source;

	source_memory(&source, data, size, name);
	return csv_read_source(&source, kind, options, func, user, rejects, stats, error);
}
