/*
 * json_scan.c - the pass over JSON before it is parsed.
 */
#include "exchange/json_scan.h"

#include <string.h>

struct state {
	const char *p, *end;
	struct json_scan *to;
	char open[JSON_DEPTH]; /* '{' or '[' */
	guint keys[JSON_DEPTH];
	int depth;
	int line;
	const char *why; /* NULL while all is well */
};

static bool
refuse(struct state *s, const char *why)
{
	s->why = why;
	return false;
}

/* The sign at p + i; '\0' beyond the end. */
static char
at(const struct state *s, size_t i)
{
	return i < (size_t)(s->end - s->p) ? s->p[i] : '\0';
}

static bool
take(struct state *s, size_t n)
{
	g_string_append_len(s->to->text, s->p, (gssize)n);
	s->p += n;
	return true;
}

/* After a backslash: how many signs there are, 0 for none that JSON knows. */
static size_t
escape_length(const struct state *s, size_t i)
{
	if (at(s, i) && strchr("\"\\/bfnrt", at(s, i)))
		return 1;
	if (at(s, i) != 'u')
		return 0;
	for (size_t k = 1; k <= 4; k++)
		if (!g_ascii_isxdigit(at(s, i + k)))
			return 0;
	return 5;
}

static bool
scan_string(struct state *s)
{
	size_t i = 1;

	while (at(s, i) != '"') {
		unsigned char c = (unsigned char)at(s, i);
		size_t n = 1;

		if (s->p + i >= s->end)
			return refuse(s, "en text inom citattecken tar aldrig slut");
		if (c < ' ')
			return refuse(s, "ett styrtecken står i en text; skriv det som "
			                 "\\n eller \\u000a");
		if (c == '\\') {
			n = escape_length(s, i + 1);
			if (n == 0)
				return refuse(s, "efter \\ i en text står inget som JSON "
				                 "känner");
			if (n == 5 && memcmp(s->p + i + 2, "0000", 4) == 0)
				return refuse(s, "en text har tecknet \\u0000; ta bort "
				                 "det");
			n++;
		}
		i += n;
	}
	return take(s, i + 1);
}

static size_t
digits(const struct state *s, size_t i)
{
	size_t n = 0;

	while (g_ascii_isdigit(at(s, i + n)))
		n++;
	return n;
}

/* -?(0|[1-9][0-9]*)(.[0-9]+)? */
static bool
scan_number(struct state *s)
{
	size_t i = at(s, 0) == '-';
	size_t whole = digits(s, i);

	if (whole == 0 || (whole > 1 && at(s, i) == '0'))
		return refuse(s, "ett tal är fel skrivet; skriv det som 1250.50");
	i += whole;
	if (at(s, i) == '.') {
		size_t part = digits(s, i + 1);

		if (part == 0)
			return refuse(s, "ett tal är fel skrivet; skriv det som 1250.50");
		i += 1 + part;
	}
	if (at(s, i) == 'e' || at(s, i) == 'E')
		return refuse(
		    s, "ett tal är skrivet med exponent; skriv ut alla siffror");
	g_string_append_c(s->to->text, '"');
	take(s, i);
	g_string_append_c(s->to->text, '"');
	return true;
}

static bool
scan_word(struct state *s)
{
	static const char *const words[] = { "true", "false", "null" };
	size_t n = 0;

	while (g_ascii_isalnum(at(s, n)))
		n++;
	for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
		if (n == strlen(words[i]) && memcmp(s->p, words[i], n) == 0)
			return take(s, n);
	return refuse(s, "ett ord står utan citattecken");
}

static bool
scan_open(struct state *s)
{
	if (s->depth == JSON_DEPTH)
		return refuse(
		    s, "ett värde är en lista eller ett objekt; skriv text eller tal");
	s->open[s->depth] = *s->p;
	s->keys[s->depth++] = 0;
	return take(s, 1);
}

static bool
scan_close(struct state *s)
{
	if (s->depth == 0 || s->open[s->depth - 1] != (*s->p == '}' ? '{' : '['))
		return refuse(s, "en parentes stängs som inte är öppnad");
	s->depth--;
	if (*s->p == '}')
		g_array_append_val(s->to->keys, s->keys[s->depth]);
	return take(s, 1);
}

static bool
scan_token(struct state *s)
{
	switch (*s->p) {
	case '"':
		return scan_string(s);
	case '{':
	case '[':
		return scan_open(s);
	case '}':
	case ']':
		return scan_close(s);
	case ':':
		if (s->depth == 0)
			return refuse(s, "ett kolon står utanför ett objekt");
		s->keys[s->depth - 1]++;
		return take(s, 1);
	case '\n':
		s->line++;
		return take(s, 1);
	case ',':
	case ' ':
	case '\t':
	case '\r':
		return take(s, 1);
	default:
		if (*s->p == '-' || g_ascii_isdigit(*s->p))
			return scan_number(s);
		return scan_word(s);
	}
}

bool
json_scan(const char *text, size_t size, struct json_scan *ret, int *ret_line,
    const char **ret_why)
{
	struct json_scan scan = { g_string_sized_new(size),
		g_array_new(FALSE, FALSE, sizeof(guint)) };
	struct state s = { .p = text, .end = text + size, .to = &scan, .line = 1 };

	while (s.p < s.end && scan_token(&s)) {
	}
	if (!s.why && s.depth > 0)
		s.why = "filen slutar mitt i; hämta den igen";
	if (s.why) {
		*ret_line = s.line;
		*ret_why = s.why;
		json_scan_clear(&scan);
		return false;
	}
	*ret = scan;
	return true;
}

void
json_scan_clear(struct json_scan *scan)
{
	g_string_free(scan->text, TRUE);
	g_array_unref(scan->keys);
}
