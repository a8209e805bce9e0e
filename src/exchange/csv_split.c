/*
 * csv_split.c - libcsv, with line numbers, bounds and a way past bad quotes.
 */
#include "exchange/csv_split.h"

#include <csv.h>
#include <string.h>

#include "base/text.h"

/* libcsv grows its cell by this much */
#define CELL_STEP 16384

struct csv_split {
	struct csv_parser parser;
	struct split_events events;
	char separator;

	GString *row;   /* the cells so far, each with its NUL */
	GArray *starts; /* guint32: where each begins */
	int n_cells;    /* more than starts when some were not kept */
	bool extra_content;
	bool too_long;

	int64_t line;  /* where the row in hand starts */
	int line_end;  /* the sign that ended the last line, 0 when a cell followed it */
	bool skipping; /* to the end of the line, after a bad quote */
	bool stopped;
};

bool
cell_is_blank(const char *text)
{
	unsigned char c = (unsigned char)text[0];

	if (c > ' ' && c < 0x7f)
		return false;
	return c == '\0' || text_is_blank(text);
}

static int
no_space(unsigned char c)
{
	(void)c;
	return 0;
}

/* libcsv asks for more than a cell may take only when a quote is never closed or the
 * cell is too large. */
static void *
bounded_realloc(void *memory, size_t size)
{
	return size > CSV_MAX_CELL + 2 * CELL_STEP ? NULL : realloc(memory, size);
}

static int
line_number(const struct csv_split *split)
{
	return (int)MIN(split->line, G_MAXINT);
}

static void
start_row(struct csv_split *split)
{
	g_string_truncate(split->row, 0);
	g_array_set_size(split->starts, 0);
	split->n_cells = 0;
	split->extra_content = false;
	split->too_long = false;
}

static void
start_parser(struct csv_split *split)
{
	/* CSV_APPEND_NULL: a cell and its NUL are copied in one go */
	csv_init(&split->parser,
	    CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL | CSV_APPEND_NULL);
	csv_set_delim(&split->parser, (unsigned char)split->separator);
	csv_set_space_func(&split->parser, no_space);
	csv_set_realloc_func(&split->parser, bounded_realloc);
	csv_set_blk_size(&split->parser, CELL_STEP);
}

static void
on_cell(void *data, size_t size, void *user)
{
	struct csv_split *split = user;
	guint32 start = (guint32)split->row->len;

	if (split->stopped)
		return;
	split->line_end = 0;
	split->n_cells++;
	if (size > CSV_MAX_CELL || split->row->len + size > CSV_MAX_ROW)
		split->too_long = true;
	else if (split->n_cells > CSV_MAX_COLUMNS)
		split->extra_content = split->extra_content || !cell_is_blank(data);
	else {
		g_string_append_len(split->row, data, (gssize)size + 1);
		g_array_append_val(split->starts, start);
	}
}

/* Line breaks inside quoted cells; CRLF is one. */
static int64_t
count_breaks(const char *text, size_t size)
{
	const char *end = text + size;
	int64_t breaks = 0;

	for (const char *p = text; p < end && (p = memchr(p, '\n', (size_t)(end - p)));
	     p++)
		breaks++;
	for (const char *p = text; p < end && (p = memchr(p, '\r', (size_t)(end - p)));
	     p++)
		if (p + 1 == end || p[1] != '\n')
			breaks++;
	return breaks;
}

/* `end` is the sign that ends the row, -1 for the end of the text. */
static void
on_row(int end, void *user)
{
	struct csv_split *split = user;
	struct csv_cells cells = { .text = split->row->str,
		.starts = (const guint32 *)(void *)split->starts->data,
		.n = (int)split->starts->len,
		.all = split->n_cells,
		.extra_content = split->extra_content,
		.too_long = split->too_long };
	int64_t breaks;

	if (split->stopped)
		return;
	if (end == '\n' && split->line_end == '\r' && split->n_cells == 0) {
		split->line_end = 0; /* the second half of CRLF */
		return;
	}
	/* before the event: it may change the cells */
	breaks = count_breaks(split->row->str, split->row->len);
	if (!split->events.row(split->events.user, &cells, line_number(split)))
		split->stopped = true;
	split->line += breaks + 1;
	split->line_end = end;
	start_row(split);
}

/* libcsv gave up: the row is told, and reading goes on after the line. */
static void
on_bad_quote(struct csv_split *split, const char *what)
{
	struct csv_parser *parser = &split->parser;

	if (!split->events.bad(
	        split->events.user, line_number(split), split->n_cells, what))
		split->stopped = true;
	split->line += count_breaks(split->row->str, split->row->len);
	if (parser->entry_buf)
		split->line +=
		    count_breaks((const char *)parser->entry_buf, parser->entry_pos);
	start_row(split);
	csv_free(parser);
	start_parser(split);
	split->line_end = 0;
	split->skipping = true;
}

/* How much of the rest of a bad line stands here; its end is taken too. */
static size_t
skip_line(struct csv_split *split, const char *text, size_t size)
{
	size_t i = 0;

	while (i < size && text[i] != '\r' && text[i] != '\n')
		i++;
	if (i == size)
		return size;
	split->skipping = false;
	split->line++;
	split->line_end = text[i];
	return i + 1;
}

bool
csv_split_add(struct csv_split *split, const char *text, size_t size)
{
	size_t done = 0;

	while (done < size && !split->stopped) {
		if (split->skipping) {
			done += skip_line(split, text + done, size - done);
			continue;
		}
		done += csv_parse(
		    &split->parser, text + done, size - done, on_cell, on_row, split);
		if (done >= size || split->stopped)
			break;
		if (csv_error(&split->parser) == CSV_EPARSE) {
			on_bad_quote(split, "ett citattecken står fel; skriv hela cellen "
			                    "inom citattecken och "
			                    "dubbla dem inuti: \"5\"\" rör\"");
			continue;
		}
		on_bad_quote(split, "cellen är större än 1 MiB; korta den, eller se "
		                    "efter om ett citattecken "
		                    "aldrig stängs");
		split->stopped = true;
	}
	return !split->stopped;
}

bool
csv_split_end(struct csv_split *split)
{
	if (!split->stopped && !split->skipping &&
	    csv_fini(&split->parser, on_cell, on_row, split) != 0)
		on_bad_quote(split, "ett citattecken öppnas men stängs aldrig; sätt ett "
		                    "\" sist i cellen");
	return !split->stopped;
}

struct csv_split *
csv_split_new(char separator, int line, const struct split_events *events)
{
	struct csv_split *split = g_new0(struct csv_split, 1);

	split->events = *events;
	split->separator = separator;
	split->line = line;
	split->row = g_string_sized_new(4096);
	split->starts = g_array_new(FALSE, FALSE, sizeof(guint32));
	start_parser(split);
	return split;
}

void
csv_split_free(struct csv_split *split)
{
	if (!split)
		return;
	csv_free(&split->parser);
	g_string_free(split->row, TRUE);
	g_array_unref(split->starts);
	g_free(split);
}
