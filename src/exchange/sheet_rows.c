/*
 * sheet_rows.c - the cells of a sheet, a row at a time.
 */
#include <string.h>

#include "exchange/sheet_parts.h"
#include "money/stored_number.h"

#define MAX_ROW_NUMBER 1048576 /* Excel's own */

enum part { PART_NONE, PART_VALUE, PART_INLINE };

struct rows_reader {
	struct sheet_parts *parts;
	sheet_row_func func;
	void *user;

	GArray *cells;   /* struct sheet_cell; text is set when the row is whole */
	GArray *offsets; /* gsize: where each cell's text begins in `text` */
	GString *text;
	struct sheet_row row;

	/* the cell in hand */
	bool in_row, in_cell, formula, valued;
	int column;
	char kind; /* of its `t` attribute: n s i(nline) t(ext: str) b e d */
	int style;
	gsize start;
	enum part part;
	int phonetic;
};

/* "AB14" to 27; -1 when it does not begin with letters of a column. */
static int
column_of(const char *place)
{
	int column = 0;

	for (; g_ascii_isupper(*place); place++) {
		column = column * 26 + (*place - 'A' + 1);
		if (column > SHEET_MAX_COLUMNS)
			return -1;
	}
	return g_ascii_isdigit(*place) ? column - 1 : -1;
}

static void
start_row(struct sheet_xml *xml, struct rows_reader *r, const char **attributes)
{
	const char *hidden = sheet_xml_get(attributes, "hidden");
	int next = sheet_xml_get_int(attributes, "r", r->row.number + 1);

	if (r->in_row || next <= r->row.number || next > MAX_ROW_NUMBER) {
		sheet_xml_stop(xml, sheet_damaged);
		return;
	}
	r->in_row = true;
	r->in_cell = false;
	r->part = PART_NONE;
	r->row = (struct sheet_row){ .number = next,
		.hidden =
		    hidden && (strcmp(hidden, "1") == 0 || strcmp(hidden, "true") == 0) };
	g_array_set_size(r->cells, 0);
	g_array_set_size(r->offsets, 0);
	g_string_truncate(r->text, 0);
	r->column = -1;
}

static char
kind_of(const char *type)
{
	static const struct {
		const char *type;
		char kind;
	} kinds[] = { { "s", 's' }, { "str", 't' }, { "inlineStr", 'i' }, { "b", 'b' },
		{ "e", 'e' }, { "d", 'd' }, { "n", 'n' } };

	for (size_t i = 0; type && i < G_N_ELEMENTS(kinds); i++)
		if (strcmp(type, kinds[i].type) == 0)
			return kinds[i].kind;
	return type ? '?' : 'n';
}

static void
start_cell(struct sheet_xml *xml, struct rows_reader *r, const char **attributes)
{
	const char *place = sheet_xml_get(attributes, "r");
	int style = sheet_xml_get_int(attributes, "s", 0);
	int column = place ? column_of(place) : r->column + 1;

	if (!r->in_row || r->in_cell || column <= r->column ||
	    column >= SHEET_MAX_COLUMNS || style < 0) {
		sheet_xml_stop(xml, sheet_damaged);
		return;
	}
	r->in_cell = true;
	r->formula = r->valued = false;
	r->phonetic = 0;
	r->column = column;
	r->kind = kind_of(sheet_xml_get(attributes, "t"));
	r->style = style;
	r->start = r->text->len;
}

static void
rows_start(struct sheet_xml *xml, void *user, const char *name, const char **attributes)
{
	struct rows_reader *r = user;

	if (strcmp(name, "row") == 0)
		start_row(xml, r, attributes);
	else if (strcmp(name, "c") == 0)
		start_cell(xml, r, attributes);
	else if (!r->in_cell)
		return;
	else if (strcmp(name, "v") == 0) {
		r->part = PART_VALUE;
		r->valued = true;
	} else if (strcmp(name, "f") == 0)
		r->formula = true;
	else if (strcmp(name, "rPh") == 0)
		r->phonetic++;
	else if (strcmp(name, "t") == 0 && r->kind == 'i' && r->phonetic == 0) {
		r->part = PART_INLINE;
		r->valued = true;
	}
}

static void
rows_text(void *user, const char *text, int size)
{
	struct rows_reader *r = user;

	if (r->part == PART_NONE)
		return;
	if (r->text->len - r->start + (gsize)size > SHEET_MAX_CELL ||
	    r->text->len + (gsize)size > SHEET_MAX_ROW)
		r->row.too_long = true;
	else
		g_string_append_len(r->text, text, size);
}

/* ---- what a cell holds ---------------------------------------------------------------
 */

/* The cell's text is to be this. */
static void
set_text(struct rows_reader *r, const char *text)
{
	g_string_truncate(r->text, r->start);
	g_string_append(r->text, text);
}

static enum sheet_type
refuse(struct rows_reader *r, const char *why)
{
	set_text(r, why);
	return SHEET_REFUSED;
}

static enum sheet_type
take_shared(struct rows_reader *r)
{
	const char *digits = r->text->str + r->start;
	char *end;
	guint64 i = g_ascii_strtoull(digits, &end, 10);
	const char *text;

	if (end == digits || *end || i >= r->parts->starts->len)
		return refuse(r,
		    "cellen hör till en text som saknas i arbetsboken; skriv "
		    "in den på nytt");
	text = r->parts->strings->str + g_array_index(r->parts->starts, guint32, i);
	if (strlen(text) > SHEET_MAX_CELL || r->start + strlen(text) > SHEET_MAX_ROW) {
		r->row.too_long = true;
		text = "";
	}
	set_text(r, text);
	return SHEET_TEXT;
}

/* A number that shows as a day. */
static enum sheet_type
take_date(struct rows_reader *r, enum sheet_format format)
{
	g_autoptr(GString) plain = g_string_new(NULL);
	g_autoptr(GString) date = g_string_new(NULL);

	/* nine decimals: a tenth of a millisecond */
	if (!stored_number(r->text->str + r->start, 9, '.', plain) || plain->len > 24 ||
	    plain->str[0] == '-' ||
	    !sheet_format_date(
	        g_ascii_strtoll(plain->str, NULL, 10), r->parts->from_1904, format, date))
		return refuse(r, "cellen visas som ett datum men är inget som går att "
		                 "läsa; skriv datumet som text, till exempel 2021-04-30");
	set_text(r, date->str);
	return SHEET_DATE;
}

static enum sheet_type
take_number(struct rows_reader *r)
{
	enum sheet_format format =
	    r->style >= 0 && (guint)r->style < r->parts->formats->len
	        ? (enum sheet_format)g_array_index(
	              r->parts->formats, guint8, (guint)r->style)
	        : FORMAT_NUMBER;

	switch (format) {
	case FORMAT_YEAR:
	case FORMAT_MONTH:
	case FORMAT_DAY:
		return take_date(r, format);
	case FORMAT_TIME:
		return refuse(r, "cellen visas som ett klockslag; ändra dess format till "
		                 "Tal eller Datum");
	case FORMAT_SHARE:
		return refuse(r, "cellen visas i procent; skriv talet och ändra cellens "
		                 "format till Tal");
	case FORMAT_SCALED:
		return refuse(r, "cellen visas i tusental eller miljoner men innehåller "
		                 "ett större tal; ändra dess format till Tal, så att det "
		                 "som syns är det som läses");
	case FORMAT_NUMBER:
	case FORMAT__N:
		break;
	}
	return SHEET_NUMBER;
}

/* "2021-04-30" or with a time after it. */
static enum sheet_type
take_iso_date(struct rows_reader *r)
{
	const char *text = r->text->str + r->start;

	if (strlen(text) > 10 && text[10] == 'T')
		g_string_truncate(r->text, r->start + 10);
	return SHEET_DATE;
}

/* "1" and "true" are the same to XML Schema; nothing else is a truth value. */
static enum sheet_type
take_bool(struct rows_reader *r)
{
	const char *text = r->text->str + r->start;
	bool yes = strcmp(text, "1") == 0 || strcmp(text, "true") == 0;

	if (!yes && strcmp(text, "0") != 0 && strcmp(text, "false") != 0)
		return refuse(r, "cellen ska vara sant eller falskt men är inget av dem; "
		                 "skriv in den på nytt");
	set_text(r, yes ? "ja" : "nej");
	return SHEET_BOOL;
}

static enum sheet_type
take_error(struct rows_reader *r)
{
	g_autofree char *name = g_strdup(r->text->str + r->start);
	g_autofree char *text = NULL;

	if (strlen(name) > 20)
		name[20] = '\0';
	text = g_strdup_printf(
	    "cellen visar felet %s; rätta formeln eller skriv värdet", name);
	return refuse(r, text);
}

static enum sheet_type
type_of(struct rows_reader *r)
{
	const char *text = r->text->str + r->start;

	if (!r->valued || (*text == '\0' && r->kind != 't' && r->kind != 'i')) {
		if (r->formula)
			return refuse(r, "formeln har inget sparat värde; öppna filen i "
			                 "Excel eller LibreOffice och spara den på nytt");
		return SHEET_BLANK;
	}
	switch (r->kind) {
	case 's':
		return take_shared(r);
	case 'i':
	case 't':
		sheet_unescape(r->text, r->start);
		return SHEET_TEXT;
	case 'b':
		return take_bool(r);
	case 'd':
		return take_iso_date(r);
	case 'e':
		return take_error(r);
	case 'n':
		return take_number(r);
	default:
		return refuse(r, "cellen är av en sort som inte går att läsa; skriv in "
		                 "värdet på nytt");
	}
}

static void
end_cell(struct rows_reader *r)
{
	struct sheet_cell cell = { .column = r->column, .text = "" };

	r->in_cell = false;
	cell.type = type_of(r);
	if (cell.type == SHEET_BLANK)
		return;
	g_array_append_val(r->cells, cell);
	g_array_append_val(r->offsets, r->start);
	g_string_append_c(r->text, '\0');
}

static bool
end_row(struct rows_reader *r)
{
	for (guint i = 0; i < r->cells->len; i++)
		g_array_index(r->cells, struct sheet_cell, i).text =
		    r->text->str + g_array_index(r->offsets, gsize, i);
	r->row.cells = (const struct sheet_cell *)(void *)r->cells->data;
	r->row.n = (int)r->cells->len;
	return r->func(r->user, &r->row);
}

static void
rows_end(struct sheet_xml *xml, void *user, const char *name)
{
	struct rows_reader *r = user;

	if (strcmp(name, "v") == 0 || strcmp(name, "t") == 0)
		r->part = PART_NONE;
	else if (strcmp(name, "rPh") == 0)
		r->phonetic--;
	else if (strcmp(name, "c") == 0 && r->in_cell)
		end_cell(r);
	else if (strcmp(name, "row") == 0) {
		r->in_row = false;
		if (!end_row(r))
			sheet_xml_stop(xml, NULL);
	}
}

bool
sheet_read_rows(struct sheet_book *book, const struct sheet_info *sheet,
    sheet_row_func func, void *user, GError **error)
{
	static const struct sheet_xml_events events = { rows_start, rows_end, rows_text };
	struct rows_reader reader = { .parts = book->parts, .func = func, .user = user };
	bool ok;

	reader.cells = g_array_new(FALSE, TRUE, sizeof(struct sheet_cell));
	reader.offsets = g_array_new(FALSE, FALSE, sizeof(gsize));
	reader.text = g_string_sized_new(4096);
	ok = sheet_xml_read(book->parts->zip, sheet->part, &events, &reader, error);
	g_array_unref(reader.cells);
	g_array_unref(reader.offsets);
	g_string_free(reader.text, TRUE);
	return ok;
}
