/*
 * pdf_marks.c - reading a content stream just far enough to know its operators.
 */
#include "reports/backend/pdf_marks.h"

#include <string.h>

struct scan {
	const char *at, *end;
};

static bool
is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

static bool
is_delimiter(char c)
{
	return c && strchr("()<>[]{}/%", c) != NULL;
}

/* Past a string in parentheses, which may hold others; false when it does not end. */
static bool
skip_string(struct scan *scan)
{
	int depth = 0;

	for (; scan->at < scan->end; scan->at++) {
		if (*scan->at == '\\')
			scan->at++;
		else if (*scan->at == '(')
			depth++;
		else if (*scan->at == ')' && --depth == 0) {
			scan->at++;
			return true;
		}
	}
	return false;
}

static void
skip_past(struct scan *scan, char sign)
{
	while (scan->at < scan->end && *scan->at != sign)
		scan->at++;
	scan->at += scan->at < scan->end;
}

static void
skip_word(struct scan *scan)
{
	while (scan->at < scan->end && !is_blank(*scan->at) && !is_delimiter(*scan->at))
		scan->at++;
}

/* The next token into `ret`; false at the end.  *ok turns false on a string without
 * end. */
static bool
next_token(struct scan *scan, const char **ret, bool *ok)
{
	while (scan->at < scan->end && is_blank(*scan->at))
		scan->at++;
	if (scan->at >= scan->end)
		return false;
	*ret = scan->at;
	switch (*scan->at) {
	case '(':
		*ok = skip_string(scan);
		return *ok;
	case '<':
		scan->at++;
		if (scan->at < scan->end && *scan->at != '<')
			skip_past(scan, '>');
		else
			scan->at++;
		return true;
	case '%':
		skip_past(scan, '\n');
		return true;
	case '/':
		scan->at++;
		skip_word(scan);
		return true;
	default:
		if (is_delimiter(*scan->at))
			scan->at++;
		else
			skip_word(scan);
		return true;
	}
}

static bool
is_one_of(const char *token, gsize n, const char *const *words)
{
	for (; *words; words++)
		if (strlen(*words) == n && memcmp(token, *words, n) == 0)
			return true;
	return false;
}

static bool
is_operand(const char *token)
{
	return g_ascii_isdigit(*token) || strchr("+-./(<>[]%", *token) != NULL;
}

static void
wrap(GString *out, const char *from, const char *to, bool paints)
{
	if (paints)
		g_string_append(out, "/Artifact BMC\n");
	g_string_append_len(out, from, to - from);
	if (paints)
		g_string_append(out, "\nEMC\n");
}

GString *
pdf_marks_complete(const char *content, gsize size)
{
	static const char *const begins[] = { "BDC", "BMC", NULL };
	static const char *const ends[] = { "EMC", NULL };
	static const char *const paints[] = { "S", "s", "f", "F", "f*", "B", "B*", "b",
		"b*", "sh", "Do", "Tj", "TJ", "'", "\"", NULL };
	struct scan scan = { content, content + size };
	g_autoptr(GString) out = g_string_sized_new(size + size / 8);
	const char *token, *from = content, *operands = NULL;
	bool ok = true, painted = false;
	int depth = 0;

	while (next_token(&scan, &token, &ok)) {
		gsize n = (gsize)(scan.at - token);

		if (is_operand(token)) {
			operands = operands ? operands : token;
			continue;
		}
		if (is_one_of(token, n, begins) && depth++ == 0) {
			const char *to = operands ? operands : token;

			wrap(out, from, to, painted);
			from = to;
		} else if (is_one_of(token, n, ends) && --depth == 0) {
			g_string_append_len(out, from, scan.at - from);
			from = scan.at;
			painted = false;
		}
		painted = painted || (depth == 0 && is_one_of(token, n, paints));
		operands = NULL;
		ok = ok && depth >= 0;
	}
	if (!ok || depth != 0)
		return NULL;
	wrap(out, from, content + size, painted);
	return g_steal_pointer(&out);
}
