/*
 * json_scan.c - the pass over JSON before it is parsed.
 */
#include "exchange/json_scan.h"

#include <string.h>

struct state {
	const char *p, *end;
	struct json_scan *to;
	GString *out;          /* where tokens go: the frame, or the text of the rows */
	char open[JSON_DEPTH]; /* '{' or '[' */
	guint keys[JSON_DEPTH];
	int depth;
	bool any_list, begun, comma; /* comma: the last sign in the list was one */
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
	g_string_append_len(s->out, s->p, (gssize)n);
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
	g_string_append_c(s->out, '"');
	take(s, i);
	g_string_append_c(s->out, '"');
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

/* Within the list, between its rows? */
static bool
in_list(const struct state *s)
{
	return s->depth == 2 && s->open[1] == '[';
}

static bool
begin_row(struct state *s)
{
	struct json_row row = { .start = s->to->rows_text->len, .object = *s->p == '{' };

	if (s->to->rows->len > 0 && !s->comma)
		return refuse(s, "ett komma saknas mellan två rader");
	if (s->to->rows->len == JSON_MAX_ROWS)
		return refuse(
		    s, "filen har fler än 1 000 000 rader; dela den, eller läs in CSV");
	g_array_append_val(s->to->rows, row);
	s->comma = false;
	s->out = s->to->rows_text;
	return true;
}

static bool
end_row(struct state *s, guint keys)
{
	struct json_row *row =
	    &g_array_index(s->to->rows, struct json_row, s->to->rows->len - 1);

	row->size = s->to->rows_text->len - row->start;
	row->keys = keys;
	s->out = s->to->frame;
	return true;
}

static bool
scan_open(struct state *s)
{
	if (s->depth == JSON_DEPTH)
		return refuse(
		    s, "ett värde är en lista eller ett objekt; skriv text eller tal");
	if (s->depth == 1 && *s->p == '[') {
		if (s->any_list)
			return refuse(s, "filen har två listor; ta bort den ena");
		s->any_list = true;
	}
	s->open[s->depth] = *s->p;
	s->keys[s->depth++] = 0;
	return take(s, 1);
}

static bool
scan_close(struct state *s)
{
	guint keys;

	if (s->depth == 0 || s->open[s->depth - 1] != (*s->p == '}' ? '{' : '['))
		return refuse(s, "en parentes stängs som inte är öppnad");
	if (in_list(s) && s->comma)
		return refuse(s, "ett komma står efter den sista raden");
	keys = s->keys[--s->depth];
	if (s->depth == 0)
		s->to->keys = keys;
	take(s, 1);
	return !in_list(s) || end_row(s, keys);
}

static bool
scan_colon(struct state *s)
{
	if (s->depth == 0)
		return refuse(s, "ett kolon står utanför ett objekt");
	if (s->keys[s->depth - 1]++ == JSON_MAX_KEYS)
		return refuse(s, "ett objekt har fler än 512 nycklar");
	return take(s, 1);
}

static bool
scan_comma(struct state *s)
{
	if (!in_list(s))
		return take(s, 1);
	if (s->comma || s->to->rows->len == 0)
		return refuse(s, "ett komma står där en rad ska vara");
	s->comma = true;
	s->p++;
	return true;
}

/* A text, a number or a word. */
static bool
scan_scalar(struct state *s)
{
	if (*s->p == '"')
		return scan_string(s);
	if (*s->p == '-' || g_ascii_isdigit(*s->p))
		return scan_number(s);
	return scan_word(s);
}

static bool
scan_token(struct state *s)
{
	char c = *s->p;
	bool row = in_list(s) && !strchr(" \t\r\n,]}:", c);

	if (c == '\n')
		s->line++;
	if (strchr(" \t\r\n", c))
		return take(s, 1);
	if (s->depth == 0 && (s->begun || c != '{'))
		return refuse(s, "filen ska vara ett enda objekt med \"slag\" och "
		                 "\"rader\", som sparplan export skriver det");
	s->begun = true;
	if (row && !begin_row(s))
		return false;
	switch (c) {
	case '{':
	case '[':
		return scan_open(s);
	case '}':
	case ']':
		return scan_close(s);
	case ':':
		return scan_colon(s);
	case ',':
		return scan_comma(s);
	default:
		return scan_scalar(s) && (!row || end_row(s, 0));
	}
}

bool
json_scan(const char *text, size_t size, struct json_scan *ret, int *ret_line,
    const char **ret_why)
{
	struct json_scan scan = { .frame = g_string_new(NULL),
		.rows_text = g_string_sized_new(size),
		.rows = g_array_new(FALSE, FALSE, sizeof(struct json_row)) };
	struct state s = {
		.p = text, .end = text + size, .to = &scan, .out = scan.frame, .line = 1
	};

	while (s.p < s.end && scan_token(&s)) {
	}
	if (!s.why && (s.depth > 0 || !s.begun))
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
	g_string_free(scan->frame, TRUE);
	g_string_free(scan->rows_text, TRUE);
	g_array_unref(scan->rows);
}
