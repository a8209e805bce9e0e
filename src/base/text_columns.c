/*
 * text_columns.c - text in terminal columns: widths, cells, wrapped lines.
 */
#include <string.h>

#include "base/text.h"

static int
char_width(gunichar c)
{
	if (c < 0x300)
		return 1;
	if (g_unichar_iszerowidth(c))
		return 0;
	return g_unichar_iswide(c) ? 2 : 1;
}

int
text_width(const char *text)
{
	int width = 0;

	while (*text != '\0') {
		/* most signs: no call, and nothing to decode */
		if ((unsigned char)*text < 0x80) {
			width++;
			text++;
			continue;
		}
		width += char_width(g_utf8_get_char(text));
		text = text_next(text);
	}
	return width;
}

/*
 * The longest start of `text` (up to `end`) that takes at most `width` columns, with all
 * the combining marks of its last character; its columns into *ret_width.
 */
static const char *
prefix_end(const char *text, const char *end, int width, int *ret_width)
{
	int used = 0;

	while (text < end) {
		int w = char_width(g_utf8_get_char(text));

		if (used + w > width)
			break;
		used += w;
		text = text_next(text);
	}
	*ret_width = used;
	return text;
}

static void
append_blanks(GString *out, int count)
{
	static const char blanks[] = "                                        ";

	for (; count > 0; count -= (int)sizeof(blanks) - 1)
		g_string_append_len(out, blanks, MIN(count, (int)sizeof(blanks) - 1));
}

static void
append_cut(GString *out, const char *text, int width, const char *ellipsis)
{
	int sign = ellipsis ? text_width(ellipsis) : 0, used;
	const char *end;

	if (sign > width) {
		ellipsis = NULL;
		sign = 0;
	}
	end = prefix_end(text, text + strlen(text), width - sign, &used);
	g_string_append_len(out, text, end - text);
	append_blanks(out, width - sign - used); /* half of a wide character */
	if (ellipsis != NULL)
		g_string_append(out, ellipsis);
}

void
text_cell(GString *out, const char *text, int width, int align, const char *ellipsis)
{
	int room, left;

	if (width <= 0)
		return;
	room = width - text_width(text);
	if (room < 0) {
		append_cut(out, text, width, ellipsis);
		return;
	}
	left = align < 0 ? 0 : align > 0 ? room : room / 2;
	append_blanks(out, left);
	g_string_append(out, text);
	append_blanks(out, room - left);
}

static bool
is_gap(char c)
{
	return c == ' ' || c == '\t';
}

static const char *
skip_gaps(const char *p, const char *end)
{
	while (p < end && is_gap(*p))
		p++;
	return p;
}

/* Where the line that starts at `p` ends: after a whole word, or inside one that is wider
 * than the line. */
static const char *
line_end(const char *p, const char *end, int width)
{
	int used;
	const char *cut = prefix_end(p, end, width, &used), *last;

	if (cut == end || is_gap(*cut))
		return cut;
	for (last = cut; last > p && !is_gap(last[-1]); last--)
		;
	if (last > p)
		return last;
	if (cut > p)
		return cut;
	/* Not even one character has room; one has to go out all the same. */
	cut = text_next(p);
	while (cut < end && char_width(g_utf8_get_char(cut)) == 0)
		cut = text_next(cut);
	return cut;
}

static void
wrap_paragraph(GPtrArray *lines, const char *p, const char *end, int width)
{
	do {
		const char *stop, *next;

		p = skip_gaps(p, end);
		stop = line_end(p, end, width);
		next = skip_gaps(stop, end);
		while (stop > p && is_gap(stop[-1]))
			stop--;
		g_ptr_array_add(lines, g_strndup(p, (gsize)(stop - p)));
		p = next;
	} while (p < end);
}

GPtrArray *
text_wrap(const char *text, int width)
{
	GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);

	for (;;) {
		const char *end = strchr(text, '\n');

		if (end == NULL) {
			wrap_paragraph(lines, text, text + strlen(text), MAX(width, 1));
			return lines;
		}
		wrap_paragraph(lines, text, end, MAX(width, 1));
		text = end + 1;
	}
}
