/*
 * text.c - Swedish text: keys for comparing, safe display, near names.
 */
#include "base/text.h"

#include <string.h>

enum { QUOTE_COLUMNS = 40 };

size_t
text_blank_bytes(const char *at)
{
	const unsigned char *p = (const unsigned char *)at;

	switch (p[0]) {
	case ' ':
	case '\t':
	case '\r':
	case '\n':
		return 1;
	case 0xC2: /* U+00A0 */
		return p[1] == 0xA0 ? 2 : 0;
	case 0xE2: /* U+2009, U+202F */
		return p[1] == 0x80 && (p[2] == 0x89 || p[2] == 0xAF) ? 3 : 0;
	default:
		return 0;
	}
}

bool
text_is_blank(const char *text)
{
	size_t n;

	if (text == NULL)
		return true;
	while ((n = text_blank_bytes(text)) > 0)
		text += n;
	return *text == '\0';
}

/* Bytes of the blank that ends just before `end`, not reaching before `start`. */
static size_t
blank_bytes_before(const char *start, const char *end)
{
	for (ptrdiff_t n = 1; n <= 3 && n <= end - start; n++)
		if (text_blank_bytes(end - n) == (size_t)n)
			return (size_t)n;
	return 0;
}

const char *
text_trim(const char *text, size_t *ret_bytes)
{
	const char *start = text ? text : "", *end;
	size_t n;

	while ((n = text_blank_bytes(start)) > 0)
		start += n;
	end = start + strlen(start);
	while ((n = blank_bytes_before(start, end)) > 0)
		end -= n;
	*ret_bytes = (size_t)(end - start);
	return start;
}

void
text_newlines(char *text)
{
	char *to = strchr(text, '\r');
	const char *from = to;

	while (to && *from) {
		bool end = *from == '\r';

		*to++ = end ? '\n' : *from;
		from += end && from[1] == '\n' ? 2 : 1;
	}
	if (to)
		*to = '\0';
}

/* Every code point below U+0300 is in NFC as it stands, and so is text of only those. */
static bool
is_surely_nfc(const char *text)
{
	for (const unsigned char *p = (const unsigned char *)text; *p != '\0'; p++)
		if (*p >= 0xCC)
			return false;
	return true;
}

static gunichar
without_mark(gunichar c)
{
	switch (c) {
	case 0xE5: /* å */
	case 0xE4: /* ä */
		return 'a';
	case 0xF6: /* ö */
		return 'o';
	case 0xE9: /* é */
		return 'e';
	case 0xFC: /* ü */
		return 'u';
	default:
		return c;
	}
}

char *
text_fold(const char *text)
{
	g_autofree char *own = NULL;
	GString *out = g_string_new(NULL);
	bool gap = false;

	if (text == NULL)
		text = "";
	if (!g_utf8_validate(text, -1, NULL))
		text = own = text_display(text);
	else if (!is_surely_nfc(text))
		text = own = g_utf8_normalize(text, -1, G_NORMALIZE_NFC);
	while (*text != '\0') {
		size_t blank = *text == '_' || *text == '-' ? 1 : text_blank_bytes(text);

		if (blank > 0) {
			gap = out->len > 0;
			text += blank;
			continue;
		}
		if (gap)
			g_string_append_c(out, ' ');
		gap = false;
		g_string_append_unichar(
		    out, without_mark(g_unichar_tolower(g_utf8_get_char(text))));
		text = text_next(text);
	}
	return g_string_free(out, FALSE);
}

bool
text_holds(const char *text, const char *folded)
{
	g_autofree char *key = text_fold(text);

	return strstr(key, folded) != NULL;
}

/* Characters that take no column of their own or turn the direction of the text; the
 * combining marks of letters are not among them. */
static bool
is_hidden(gunichar c)
{
	static const struct {
		gunichar first, last;
	} ranges[] = { { 0x00AD, 0x00AD }, { 0x034F, 0x034F }, { 0x061C, 0x061C },
		{ 0x115F, 0x1160 }, { 0x17B4, 0x17B5 }, { 0x180B, 0x180F },
		{ 0x200B, 0x200F }, { 0x202A, 0x202E }, { 0x2060, 0x206F },
		{ 0x3164, 0x3164 }, { 0xFE00, 0xFE0F }, { 0xFEFF, 0xFEFF },
		{ 0xFFA0, 0xFFA0 }, { 0xFFF0, 0xFFFB }, { 0x1BCA0, 0x1BCA3 },
		{ 0x1D173, 0x1D17A }, { 0xE0000, 0xE0FFF } };

	if (c < 0x00AD)
		return false;
	for (size_t i = 0; i < G_N_ELEMENTS(ranges); i++)
		if (c >= ranges[i].first && c <= ranges[i].last)
			return true;
	return g_unichar_type(c) == G_UNICODE_FORMAT;
}

/* Bytes of the line break that `p` starts with: CR LF is one; 0 when it is none. */
static size_t
break_bytes(const char *p, const char *end)
{
	if (p[0] == '\r' && end - p > 1 && p[1] == '\n')
		return 2;
	if (p[0] == '\r' || p[0] == '\n')
		return 1;
	/* U+2028, U+2029 */
	if (end - p > 2 && memcmp(p, "\xE2\x80", 2) == 0 &&
	    (p[2] == '\xA8' || p[2] == '\xA9'))
		return 3;
	return 0;
}

static char *
display(const char *text, size_t bytes, char line_break)
{
	GString *out = g_string_sized_new(bytes + 1);
	const char *end = text + bytes;

	while (text < end && *text != '\0') {
		size_t brk = break_bytes(text, end);
		gunichar c = g_utf8_get_char_validated(text, end - text);

		if (brk > 0) {
			g_string_append_c(out, line_break);
			text += brk;
		} else if (c == (gunichar)-1 || c == (gunichar)-2) {
			g_string_append(out, TEXT_MARK);
			text++;
		} else {
			if (c == '\t')
				g_string_append_c(out, ' ');
			else if (c < 0x20 || (c >= 0x7F && c < 0xA0) || is_hidden(c))
				g_string_append(out, TEXT_MARK);
			else
				g_string_append_unichar(out, c);
			text = text_next(text);
		}
	}
	return g_string_free(out, FALSE);
}

char *
text_display(const char *text)
{
	return text ? display(text, strlen(text), ' ') : g_strdup("");
}

void
text_append_display(GString *out, const char *text)
{
	g_autofree char *safe = text_display(text);

	g_string_append(out, safe);
}

char *
text_display_lines(const char *text)
{
	return text ? display(text, strlen(text), '\n') : g_strdup("");
}

char *
text_quote(const char *text, size_t bytes)
{
	/* A cell can be megabytes; only what may be shown is looked at. */
	g_autofree char *safe = display(text, MIN(bytes, QUOTE_COLUMNS * 16), ' ');
	GString *out = g_string_new("\"");

	text_cell(out, safe, MIN(text_width(safe), QUOTE_COLUMNS), -1, "…");
	g_string_append_c(out, '"');
	return g_string_free(out, FALSE);
}

/* Levenshtein's distance between two texts of code points; `row` has b_len + 1 places. */
static glong
edit_distance(const gunichar *a, glong a_len, const gunichar *b, glong b_len, glong *row)
{
	for (glong j = 0; j <= b_len; j++)
		row[j] = j;
	for (glong i = 1; i <= a_len; i++) {
		glong diagonal = row[0];

		row[0] = i;
		for (glong j = 1; j <= b_len; j++) {
			glong change = diagonal + (a[i - 1] != b[j - 1]);

			diagonal = row[j];
			row[j] = MIN(change, MIN(row[j], row[j - 1]) + 1);
		}
	}
	return row[b_len];
}

static const char *
nearest(const char *word, const char *const *candidates, bool any)
{
	g_autofree char *word_key = text_fold(word);
	glong word_len, best = G_MAXLONG;
	g_autofree gunichar *a = g_utf8_to_ucs4_fast(word_key, -1, &word_len);
	const char *found = NULL;

	for (; *candidates != NULL; candidates++) {
		g_autofree char *key = text_fold(*candidates);
		glong len, limit, distance;
		g_autofree gunichar *b = g_utf8_to_ucs4_fast(key, -1, &len);
		g_autofree glong *row = g_new(glong, (gsize)len + 1);

		limit = any ? G_MAXLONG : MAX(1, MAX(word_len, len) / 3);
		if (ABS(word_len - len) > limit)
			continue;
		distance = edit_distance(a, word_len, b, len, row);
		if (distance <= limit && distance < best) {
			best = distance;
			found = *candidates;
		}
	}
	return found;
}

const char *
text_nearest(const char *word, const char *const *candidates)
{
	return nearest(word, candidates, false);
}

const char *
text_nearest_any(const char *word, const char *const *candidates)
{
	return nearest(word, candidates, true);
}
