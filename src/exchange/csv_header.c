/*
 * csv_header.c - separator and columns of a CSV file.
 */
#include "exchange/csv_header.h"

#include <string.h>

#include "base/text.h"

#define MAX_NAME 200

/* Length of the first line, without its end. */
static size_t
line_length(const char *text, size_t size)
{
	size_t i = 0;

	while (i < size && text[i] != '\r' && text[i] != '\n')
		i++;
	return i;
}

static size_t
line_end_length(const char *text, size_t size, size_t at)
{
	if (at + 1 < size && text[at] == '\r' && text[at + 1] == '\n')
		return 2;
	return at < size ? 1 : 0;
}

/* The sign that separates, from what follows "sep="; '\0' when we do not know it.  Some
 * programs end that line with separators as they do the others: "sep=;;;". */
static char
separator_named(const char *sign)
{
	const char again[2] = { sign[0], '\0' };

	if (sign[0] && strchr(";,\t", sign[0]) && sign[strspn(sign, again)] == '\0')
		return sign[0];
	return g_ascii_strcasecmp(sign, "tab") == 0 || strcmp(sign, "\\t") == 0 ? '\t'
	                                                                        : '\0';
}

/* The separator of a header that begins at `text`: its cells may hold line breaks within
 * quotes. */
static char
separator_guess(const char *text, size_t size)
{
	bool quoted = false;
	char found = '\0';
	bool content = false;

	for (size_t i = 0; i < size; i++) {
		char c = text[i];

		if (c == '"')
			quoted = !quoted;
		if (quoted || c == '"')
			content = content || c != '"';
		else if (c == '\r' || c == '\n') {
			if (content)
				break;
			found = '\0';
		} else if (c == ';')
			found = ';';
		else if (c == '\t')
			found = found == ';' ? ';' : '\t';
		else if (c == ',')
			found = found ? found : ',';
		else if (c != ' ')
			content = true;
	}
	return found ? found : ';';
}

bool
csv_layout_find(const char *text, size_t size, struct csv_layout *ret, char **ret_bad)
{
	size_t n = line_length(text, size);
	g_autofree char *line = g_strndup(text, n);
	size_t length = strlen(line);
	const char *word = line;
	struct csv_layout layout = { '\0', 0, 0 };

	if (length > 2 && line[0] == '"' && line[length - 1] == '"') {
		line[length - 1] = '\0';
		word++;
	}
	if (g_ascii_strncasecmp(word, "sep=", 4) == 0) {
		layout.separator = separator_named(word + 4);
		layout.skip = n + line_end_length(text, size, n);
		layout.lines = 1;
		if (!layout.separator) {
			*ret_bad = g_strndup(word + 4, 64);
			return false;
		}
	} else
		layout.separator = separator_guess(text, size);
	*ret = layout;
	return true;
}

struct header *
header_new(const struct kind_info *kind)
{
	struct header *header = g_new0(struct header, 1);

	header->cells = g_array_new(FALSE, TRUE, sizeof(struct header_cell));
	header->years = g_array_new(FALSE, TRUE, sizeof(struct year_amount));
	header->headers = g_new0(const char *, kind->n_columns);
	header->text = g_string_chunk_new(1024);
	return header;
}

void
header_free(struct header *header)
{
	if (!header)
		return;
	g_array_unref(header->cells);
	g_array_unref(header->years);
	g_free(header->headers);
	g_string_chunk_free(header->text);
	g_free(header);
}

/* What a cell names; a long text is no name, and would only take time to fold. */
static bool
match_cell(const struct kind_info *kind, const char *text, struct column_match *ret)
{
	return !cell_is_blank(text) && strlen(text) <= MAX_NAME &&
	       column_match(kind, text, ret, NULL);
}

bool
header_names(const struct kind_info *kind, const struct csv_cells *cells, int column)
{
	struct column_match match;

	for (int i = 0; i < MIN(cells->n, CSV_MAX_COLUMNS); i++)
		if (match_cell(kind, csv_cell(cells, i), &match) &&
		    match.column == column)
			return true;
	return false;
}

int
header_match(const struct kind_info *kind, const struct csv_cells *cells, bool *ret_whole)
{
	g_autofree bool *found = g_new0(bool, kind->n_columns);
	struct column_match match;
	int n = 0;

	for (int i = 0; i < MIN(cells->n, CSV_MAX_COLUMNS); i++) {
		if (!match_cell(kind, csv_cell(cells, i), &match))
			continue;
		n++;
		if (match.column >= 0)
			found[match.column] = true;
	}
	*ret_whole = true;
	for (int i = 0; i < kind->n_columns; i++)
		if ((kind->columns[i].rule == COLUMN_REQUIRED ||
		        kind->columns[i].rule == COLUMN_PRESENT) &&
		    !found[i])
			*ret_whole = false;
	return n;
}

/* Is the column or the year there already? */
static bool
is_twice(const struct header *header, const struct column_match *match)
{
	if (match->column >= 0)
		return header->headers[match->column] != NULL;
	for (guint i = 0; i < header->years->len; i++)
		if (g_array_index(header->years, struct year_amount, i).year ==
		    match->year)
			return true;
	return false;
}

/* What a matched header cell becomes, or why not. */
static bool
take_match(struct header *header, const struct kind_info *kind,
    const struct read_options *options, const struct column_match *match,
    struct header_cell *cell, const char **ret_problem)
{
	bool amount =
	    match->column < 0 || kind->columns[match->column].type == COLUMN_AMOUNT;
	struct year_amount year = { match->year, AMOUNT_NONE, cell->name };

	if (is_twice(header, match)) {
		*ret_problem = "står två gånger i rubriken; ta bort den ena kolumnen";
		return false;
	}
	cell->column = match->column;
	if (match->has_unit)
		cell->unit = (enum money_unit)match->unit;
	else if (options && options->has_unit)
		cell->unit = options->unit;
	else if (amount)
		*ret_problem =
		    options && options->screen
		        ? "enheten saknas; skriv den i rubriken, till exempel "
		          "\"2020 mkr\" eller \"belopp tkr\""
		        : "enheten saknas; skriv den i rubriken, till exempel "
		          "\"2020 mkr\" eller \"belopp tkr\", eller ange --enhet kr, "
		          "tkr eller mkr";
	if (match->column >= 0)
		header->headers[match->column] = cell->name;
	else {
		cell->year = (int)header->years->len;
		g_array_append_val(header->years, year);
	}
	return *ret_problem == NULL;
}

static bool
check_required(const struct header *header, const struct kind_info *kind,
    const char *file, int line, struct rejects *rejects)
{
	bool ok = true;

	for (int i = 0; i < kind->n_columns; i++) {
		if ((kind->columns[i].rule != COLUMN_REQUIRED &&
		        kind->columns[i].rule != COLUMN_PRESENT) ||
		    header->headers[i])
			continue;
		rejects_add(rejects, file, line, kind->columns[i].name,
		    "saknas; lägg till kolumnen \"%s%s\" i rubrikraden",
		    kind->columns[i].name,
		    kind->columns[i].type == COLUMN_AMOUNT ? " mkr" : "");
		ok = false;
	}
	return ok;
}

/* The column that may take a header no column has; -1 when the kind has none. */
static int
open_column(const struct kind_info *kind)
{
	for (int i = 0; i < kind->n_columns; i++)
		if (kind->columns[i].rule == COLUMN_OPEN)
			return i;
	return -1;
}

/* Does the file say in another way what the open column would? */
static bool
is_closed(const struct header *header, const struct kind_info *kind)
{
	for (int i = 0; i < kind->n_columns; i++)
		if (header->headers[i] && (kind->columns[i].rule == COLUMN_CLOSING ||
		                              kind->columns[i].rule == COLUMN_OPEN))
			return true;
	return false;
}

/* A header so like a column's name that it is likely meant. */
static bool
is_misspelt(const struct kind_info *kind, const char *name)
{
	g_autofree const char **names = g_new0(const char *, kind->n_columns + 1);

	for (int i = 0; i < kind->n_columns; i++)
		names[i] = kind->columns[i].name;
	return text_nearest(name, names) != NULL;
}

static void
refuse_unknown(struct rejects *rejects, const char *file, int line, const char *name,
    const GError *why)
{
	rejects_add(rejects, file, line, name,
	    "%s; rätta rubriken, eller ta bort kolumnen", why->message);
}

/* Headers that no column of a kind with an open one has: the only one may be what that
 * takes.  False after rejects. */
static bool
take_unknown(struct header *header, const struct kind_info *kind, const GArray *unknown,
    const char *file, int line, struct rejects *rejects)
{
	bool may_take = unknown->len == 1 && !is_closed(header, kind);
	int open = open_column(kind);

	for (guint i = 0; i < unknown->len; i++) {
		struct header_cell *cell = &g_array_index(
		    header->cells, struct header_cell, g_array_index(unknown, guint, i));
		struct column_match match;
		g_autoptr(GError) why = NULL;

		if (may_take && !is_misspelt(kind, cell->name)) {
			cell->column = open;
			header->headers[open] = cell->name;
			return true;
		}
		column_match(kind, cell->name, &match, &why);
		refuse_unknown(rejects, file, line, cell->name, why);
	}
	return unknown->len == 0;
}

bool
header_read(struct header *header, const struct kind_info *kind,
    const struct read_options *options, const struct csv_cells *cells, const char *file,
    int line, struct rejects *rejects)
{
	g_autoptr(GArray) unknown = g_array_new(FALSE, FALSE, sizeof(guint));
	bool ok = true;
	int n = cells->n;

	if (cells->all > CSV_MAX_COLUMNS) {
		rejects_add(rejects, file, line, NULL,
		    "rubriken har %d kolumner men högst %d får finnas; ta bort de tomma",
		    cells->all, CSV_MAX_COLUMNS);
		return false;
	}
	while (n > 0 && text_is_blank(csv_cell(cells, n - 1)))
		n--;
	for (guint i = 0; i < (guint)n; i++) {
		struct header_cell cell = { -2, 0, MONEY_KR, "" };
		struct column_match match;
		const char *problem = NULL;
		g_autoptr(GError) why = NULL;

		if (!text_is_blank(csv_cell(cells, (int)i))) {
			cell.name =
			    g_string_chunk_insert(header->text, csv_cell(cells, (int)i));
			if (column_match(kind, cell.name, &match, &why))
				take_match(
				    header, kind, options, &match, &cell, &problem);
			else if (open_column(kind) >= 0)
				g_array_append_val(unknown, i);
			else {
				refuse_unknown(rejects, file, line, cell.name, why);
				ok = false;
			}
		}
		if (problem) {
			rejects_add(rejects, file, line, cell.name, "%s", problem);
			ok = false;
		}
		g_array_append_val(header->cells, cell);
	}
	ok &= take_unknown(header, kind, unknown, file, line, rejects);
	return check_required(header, kind, file, line, rejects) && ok;
}
