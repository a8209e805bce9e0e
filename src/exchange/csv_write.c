/*
 * csv_write.c - rows of CSV into a string.
 */
#include "exchange/csv_write.h"

#include <csv.h>
#include <string.h>

#include "money/money_format.h"

void
csv_writer_init(struct csv_writer *writer, GString *out)
{
	writer->out = out;
	writer->row_started = false;
	g_string_append(out, "\xef\xbb\xbf");
}

static void
begin_cell(struct csv_writer *writer)
{
	if (writer->row_started)
		g_string_append_c(writer->out, ';');
	writer->row_started = true;
}

/* A cell that needs quotes; `guard` puts the "'" first. */
static void
append_quoted(GString *out, const char *text, bool guard)
{
	g_autofree char *guarded = guard ? g_strconcat("'", text, NULL) : NULL;
	const char *cell = guarded ? guarded : text;
	size_t size = strlen(cell);
	size_t start = out->len;
	size_t wrote;

	g_string_set_size(out, start + 2 * size + 2);
	wrote = csv_write2(out->str + start, 2 * size + 2, cell, size, '"');
	g_string_set_size(out, start + wrote);
}

static void
append_cell(GString *out, const char *text, bool guard)
{
	if (strpbrk(text, ";\"\r\n"))
		append_quoted(out, text, guard);
	else {
		if (guard)
			g_string_append_c(out, '\'');
		g_string_append(out, text);
	}
}

void
csv_text(struct csv_writer *writer, const char *text)
{
	begin_cell(writer);
	append_cell(writer->out, text, text[0] == '\'' || csv_is_formula(text));
}

void
csv_plain(struct csv_writer *writer, const char *text)
{
	begin_cell(writer);
	append_cell(writer->out, text, false);
}

void
csv_amount(struct csv_writer *writer, struct amount amount)
{
	begin_cell(writer);
	amount_append_plain(writer->out, amount, ',');
}

void
csv_measure(struct csv_writer *writer, struct amount hundredths)
{
	GString *out = writer->out;
	gsize start;

	begin_cell(writer);
	start = out->len;
	amount_append_plain(out, hundredths, ',');
	while (out->len > start && out->str[out->len - 1] == '0')
		g_string_truncate(out, out->len - 1);
	if (out->len > start && out->str[out->len - 1] == ',')
		g_string_truncate(out, out->len - 1);
}

void
csv_int(struct csv_writer *writer, int64_t number)
{
	begin_cell(writer);
	g_string_append_printf(writer->out, "%" G_GINT64_FORMAT, number);
}

void
csv_end_row(struct csv_writer *writer)
{
	g_string_append(writer->out, "\r\n");
	writer->row_started = false;
}

/* Signs that a spreadsheet may drop before it looks for a formula. */
static bool
is_dropped(gunichar c)
{
	if (c == '"' || c == '\'' || c == ' ' || c == 0xad || c == 0x180e || c == 0xfeff)
		return true;
	if ((c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) ||
	    (c >= 0x2060 && c <= 0x206f))
		return true;
	return g_unichar_isspace(c) && c != '\t' && c != '\r' && c != '\n';
}

bool
csv_is_formula(const char *text)
{
	const char *p = text;

	/* nearly every cell begins with an ASCII letter or digit */
	if (g_ascii_isalnum(*p) || *p == '\0')
		return false;
	while (*p && is_dropped(g_utf8_get_char(p)))
		p = g_utf8_find_next_char(p, NULL);
	switch (g_utf8_get_char(p)) {
	case '=':
	case '+':
	case '-':
	case '@':
	case '\t':
	case '\r':
	case '\n':
	case 0xff1d: /* full-width = + - @ */
	case 0xff0b:
	case 0xff0d:
	case 0xff20:
		return true;
	default:
		return false;
	}
}

const char *
csv_unguard(const char *text)
{
	return text[0] == '\'' && (text[1] == '\'' || csv_is_formula(text + 1)) ? text + 1
	                                                                        : text;
}
