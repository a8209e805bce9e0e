/*
 * sheet_parts.c - shared strings and cell formats.
 */
#include "exchange/sheet_parts.h"

#include <string.h>

#define MAX_STRINGS_SIZE ((gsize)256 * 1024 * 1024)
#define MAX_STRINGS      4000000
#define MAX_FORMATS      100000

/* ---- text ----------------------------------------------------------------------------
 */

/* The character of "_xHHHH_" at `p`; 0 when it is none that a text may hold. */
static gunichar
escaped(const char *p)
{
	gunichar c = 0;

	if (p[0] != '_' || p[1] != 'x')
		return 0;
	for (int i = 2; i < 6; i++) {
		if (!g_ascii_isxdigit(p[i]))
			return 0;
		c = c * 16 + (gunichar)g_ascii_xdigit_value(p[i]);
	}
	return p[6] == '_' && g_unichar_validate(c) ? c : 0;
}

void
sheet_unescape(GString *text, gsize from)
{
	gsize to = from;
	gunichar c;

	if (!strstr(text->str + from, "_x"))
		return;
	while (from < text->len) {
		c = escaped(text->str + from);
		if (c) {
			/* at most three bytes for seven */
			to += (gsize)g_unichar_to_utf8(c, text->str + to);
			from += 7;
		} else
			text->str[to++] = text->str[from++];
	}
	g_string_truncate(text, to);
}

/* ---- shared strings ------------------------------------------------------------------
 */

struct strings_reader {
	struct sheet_parts *parts;
	gsize start;  /* of the string in hand */
	bool in_text; /* within <t> */
	int phonetic; /* within <rPh>, which is how it is said, not what it says */
};

static void
strings_start(
    struct sheet_xml *xml, void *user, const char *name, const char **attributes)
{
	struct strings_reader *r = user;
	struct sheet_parts *parts = r->parts;

	(void)attributes;
	if (strcmp(name, "si") == 0) {
		r->start = parts->strings->len;
		if (parts->starts->len >= MAX_STRINGS ||
		    parts->strings->len > MAX_STRINGS_SIZE)
			sheet_xml_stop(xml, "arbetsboken har mer text än som kan läsas; "
			                    "kopiera bladet till en ny arbetsbok, eller "
			                    "spara det som CSV");
	} else if (strcmp(name, "rPh") == 0)
		r->phonetic++;
	else if (strcmp(name, "t") == 0)
		r->in_text = r->phonetic == 0;
}

static void
strings_end(struct sheet_xml *xml, void *user, const char *name)
{
	struct strings_reader *r = user;
	GString *strings = r->parts->strings;
	guint32 start = (guint32)r->start;

	(void)xml;
	if (strcmp(name, "si") == 0) {
		sheet_unescape(strings, r->start);
		g_string_append_c(strings, '\0');
		g_array_append_val(r->parts->starts, start);
	} else if (strcmp(name, "rPh") == 0)
		r->phonetic--;
	else if (strcmp(name, "t") == 0)
		r->in_text = false;
}

static void
strings_text(void *user, const char *text, int size)
{
	struct strings_reader *r = user;
	GString *strings = r->parts->strings;

	/* one too long is kept so far that it is seen to be */
	if (r->in_text && strings->len - r->start <= SHEET_MAX_CELL)
		g_string_append_len(strings, text, size);
}

bool
sheet_read_strings(struct sheet_parts *parts, const char *part, GError **error)
{
	static const struct sheet_xml_events events = { strings_start, strings_end,
		strings_text };
	struct strings_reader reader = { .parts = parts };

	return !part || sheet_xml_read(parts->zip, part, &events, &reader, error);
}

/* ---- formats -------------------------------------------------------------------------
 */

struct formats_reader {
	struct sheet_parts *parts;
	GHashTable *codes; /* id -> enum sheet_format */
	bool in_cells;     /* within <cellXfs> */
};

static void
formats_start(
    struct sheet_xml *xml, void *user, const char *name, const char **attributes)
{
	struct formats_reader *r = user;
	const char *code = sheet_xml_get(attributes, "formatCode");
	int number = sheet_xml_get_int(attributes, "numFmtId", 0);
	gpointer known;
	guint8 format;

	if (number < 0) {
		sheet_xml_stop(xml, sheet_damaged);
		return;
	}
	if (strcmp(name, "cellXfs") == 0)
		r->in_cells = true;
	if (strcmp(name, "numFmt") == 0 && code &&
	    g_hash_table_size(r->codes) < MAX_FORMATS)
		g_hash_table_insert(r->codes, GINT_TO_POINTER(number),
		    GINT_TO_POINTER(sheet_format_of_code(code)));
	if (strcmp(name, "xf") != 0 || !r->in_cells ||
	    r->parts->formats->len >= MAX_FORMATS)
		return;
	format =
	    g_hash_table_lookup_extended(r->codes, GINT_TO_POINTER(number), NULL, &known)
	        ? (guint8)GPOINTER_TO_INT(known)
	        : (guint8)sheet_format_of_id(number);
	g_array_append_val(r->parts->formats, format);
}

static void
formats_end(struct sheet_xml *xml, void *user, const char *name)
{
	struct formats_reader *r = user;

	(void)xml;
	if (strcmp(name, "cellXfs") == 0)
		r->in_cells = false;
}

bool
sheet_read_formats(struct sheet_parts *parts, const char *part, GError **error)
{
	static const struct sheet_xml_events events = { formats_start, formats_end,
		NULL };
	struct formats_reader reader = { .parts = parts };
	bool ok;

	if (!part)
		return true;
	reader.codes = g_hash_table_new(NULL, NULL);
	ok = sheet_xml_read(parts->zip, part, &events, &reader, error);
	g_hash_table_destroy(reader.codes);
	return ok;
}
