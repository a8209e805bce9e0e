/*
 * xlsx_read.c - the sheet that fits, and its rows.
 */
#include "exchange/xlsx_read.h"

#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "exchange/module.h"
#include "exchange/template.h"
#include "exchange/xlsx_cells.h"

#define SEARCHED_ROWS 200
#define NOTHING_FITS  1 /* a row with one known name is no header */

struct reader {
	struct row_reader rows;
	struct source *source;
	const struct sheet_module *sheets;
	struct sheet_book *book;
	int64_t block_at; /* what source_read gave last */
	const char *block;
	size_t block_size;

	/* the search for the header */
	const struct sheet_info *looked_at; /* the sheet under way */
	int looked;                         /* rows of it */
	int best;                       /* most columns of a row so far, in any sheet */
	bool fits;                      /* this sheet has the header */
	int header;                     /* row of it in this sheet */
	const struct sheet_info *sheet; /* chosen, and the row of its header */
	int sheet_header;

	struct xlsx_cells cells; /* one row */
	int last_row;            /* with content */
};

bool
xlsx_is(const char *data, size_t size)
{
	return size >= 4 && memcmp(data, "PK\3\4", 4) == 0;
}

/* ---- the bytes -----------------------------------------------------------------------
 */

static bool
read_bytes(void *user, int64_t offset, void *data, size_t size)
{
	struct reader *r = user;
	char *to = data;

	while (size > 0) {
		size_t from, take;

		if (offset < r->block_at || !r->block ||
		    offset >= r->block_at + (int64_t)r->block_size) {
			r->block = NULL;
			if (r->rows.error ||
			    !source_read(r->source, offset, &r->block, &r->block_size,
			        &r->rows.error) ||
			    r->block_size == 0) {
				r->block = NULL;
				return false;
			}
			r->block_at = offset;
		}
		from = (size_t)(offset - r->block_at);
		take = MIN(size, r->block_size - from);
		memcpy(to, r->block + from, take);
		to += take;
		offset += (int64_t)take;
		size -= take;
	}
	return true;
}

/* ---- which sheet ---------------------------------------------------------------------
 */

static bool
look_at_row(void *user, const struct sheet_row *row)
{
	struct reader *r = user;
	struct csv_cells cells = xlsx_cells_of(&r->cells, &r->rows, row);
	bool whole;
	int found;

	if (row->n == 0 || row->too_long)
		return ++r->looked < SEARCHED_ROWS;
	found = header_match(template_kind_of(r->rows.kind, &cells), &cells, &whole);
	if (whole) {
		r->fits = true;
		r->header = row->number;
		return false;
	}
	if (found > r->best) {
		r->best = found;
		r->sheet = r->looked_at;
		r->sheet_header = row->number;
	}
	return ++r->looked < SEARCHED_ROWS;
}

static bool
refuse_two(struct reader *r, const struct sheet_info *a, const struct sheet_info *b)
{
	g_autofree char *first = text_quote(a->name, strlen(a->name));
	g_autofree char *second = text_quote(b->name, strlen(b->name));

	rejects_add(r->rows.rejects, r->rows.file, 0, NULL,
	    "bladen %s%s och %s%s har båda rubriker för slaget %s; ta bort det ena, "
	    "eller "
	    "spara det som ska läsas in i en egen arbetsbok",
	    first, a->hidden ? " (dolt)" : "", second, b->hidden ? " (dolt)" : "",
	    r->rows.kind->name);
	return false;
}

/* What a header must have: "id, period och belopp". */
static char *
demanded(const struct kind_info *kind)
{
	GString *list = g_string_new(NULL);

	for (int i = 0; i < kind->n_columns; i++)
		if (kind->columns[i].rule == COLUMN_REQUIRED ||
		    kind->columns[i].rule == COLUMN_PRESENT)
			g_string_append_printf(list, "%s\"%s\"", list->len ? ", " : "",
			    kind->columns[i].name);
	return g_string_free(list, FALSE);
}

/* False, after rejects or with rows.error. */
static bool
choose_sheet(struct reader *r, GError **error)
{
	const struct sheet_info *fitting = NULL;
	int header = 0;

	r->best = NOTHING_FITS;
	for (guint i = 0; i < r->book->sheets->len; i++) {
		r->looked_at = g_ptr_array_index(r->book->sheets, i);
		r->looked = 0;
		r->fits = false;
		if (!r->sheets->read(r->book, r->looked_at, look_at_row, r, error))
			return false;
		if (!r->fits)
			continue;
		if (fitting)
			return refuse_two(r, fitting, r->looked_at);
		fitting = r->looked_at;
		header = r->header;
	}
	if (fitting) {
		r->sheet = fitting;
		r->sheet_header = header;
	}
	if (!r->sheet) {
		g_autofree char *columns = demanded(r->rows.kind);

		rejects_add(r->rows.rejects, r->rows.file, 0, NULL,
		    "inget blad har en rubrikrad för slaget %s bland de %d första "
		    "raderna; "
		    "den ska ha kolumnerna %s",
		    r->rows.kind->name, SEARCHED_ROWS, columns);
	}
	return r->sheet != NULL;
}

/* ---- its rows ------------------------------------------------------------------------
 */

static void
name_columns(struct reader *r, const struct csv_cells *cells)
{
	g_autofree const char **names = g_new0(const char *, cells->n + 1);

	for (int i = 0; i < cells->n; i++)
		names[i] = csv_cell(cells, i);
	rejects_sheet(r->rows.rejects, r->rows.file, r->sheet->name, names, cells->n);
}

static bool
take_header(struct reader *r, const struct csv_cells *cells, int line)
{
	bool refused = false;

	name_columns(r, cells);
	for (int i = 0; i < cells->n; i++)
		if (cells->refused[i]) {
			rejects_add(r->rows.rejects, r->rows.file, line, NULL,
			    "rubriken i kolumn %d: %s", i + 1, cells->refused[i]);
			refused = true;
		}
	r->last_row = line;
	return !refused && row_reader_header(&r->rows, cells, line, DECIMAL_COMMA);
}

/* Nothing stands outside the header's columns. */
static bool
check_width(struct reader *r, const struct csv_cells *cells, int line)
{
	bool extra = cells->extra_content;

	for (int i = (int)r->rows.header->cells->len; i < cells->n && !extra; i++)
		extra = cells->refused[i] || !cell_is_blank(csv_cell(cells, i));
	if (extra)
		rejects_add(r->rows.rejects, r->rows.file, line, NULL,
		    "raden har innehåll till höger om rubrikens sista kolumn; ge "
		    "kolumnen en rubrik eller töm den");
	return !extra;
}

static bool
is_empty(const struct csv_cells *cells)
{
	for (int i = 0; i < cells->n; i++)
		if (cells->refused[i])
			return false;
	return !cells->too_long && row_is_empty(cells);
}

static bool
take_row(struct reader *r, const struct sheet_row *row)
{
	struct csv_cells cells = xlsx_cells_of(&r->cells, &r->rows, row);

	if (row->number == r->sheet_header)
		return take_header(r, &cells, row->number);
	if (is_empty(&cells))
		return true;
	/* the empty rows in between, whether the file has them or not */
	r->rows.stats.empty += row->number - r->last_row - 1;
	r->last_row = row->number;
	r->rows.stats.hidden += row->hidden;
	if (!row_reader_count(&r->rows, row->number))
		return false;
	if (row->too_long) {
		rejects_add(r->rows.rejects, r->rows.file, row->number, NULL,
		    "en cell är större än 1 MiB eller raden större än 16 MiB; korta "
		    "texten");
		return true;
	}
	return !check_width(r, &cells, row->number) ||
	       row_reader_take(&r->rows, &cells, row->number, false);
}

static bool
on_row(void *user, const struct sheet_row *row)
{
	struct reader *r = user;

	if (row->number < r->sheet_header)
		return true;
	return (row->number % 256 != 0 ||
	           row_reader_progress(&r->rows, r->block_at, r->source->size)) &&
	       take_row(r, row);
}

static bool
read_book(struct reader *r, GError **error)
{
	if (!choose_sheet(r, error))
		return false;
	r->rows.stats.header = r->sheet_header;
	g_strlcpy(r->rows.stats.sheet, r->sheet->name, sizeof(r->rows.stats.sheet));
	return r->sheets->read(r->book, r->sheet, on_row, r, error);
}

/* What the module says is of the file, and so a reject. */
static void
reject_file(struct reader *r, GError *why)
{
	if (why && !r->rows.error)
		rejects_add(r->rows.rejects, r->rows.file, 0, NULL, "%s", why->message);
}

static bool
read_all(struct reader *r, GError **error)
{
	const struct sheet_input input = { read_bytes, r, r->source->size };
	g_autoptr(GError) why = NULL;

	xlsx_cells_init(&r->cells);
	r->book = r->sheets->open(&input, &why);
	if (r->book) {
		read_book(r, &why);
		r->sheets->close(r->book);
	}
	reject_file(r, why);
	row_reader_clear(&r->rows);
	xlsx_cells_clear(&r->cells);
	if (!r->rows.error)
		return source_check(r->source, error);
	g_propagate_error(error, r->rows.error);
	return false;
}

bool
xlsx_read_source(struct source *source, const struct kind_info *kind,
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
	g_autofree char *why = NULL;
	void *module = NULL;

	if (!module_symbol("sheet", "sheet_module", &module, &why)) {
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_FILE,
		    "XLSX kan inte läsas: %s. Installera om sparplan, eller spara "
		    "bladet som CSV.",
		    why);
		return false;
	}
	reader.sheets = module;
	if (!read_all(&reader, error))
		return false;
	if (stats)
		*stats = reader.rows.stats;
	return true;
}
