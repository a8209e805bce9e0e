/*
 * xlsx_text.c - names and lengths as Excel has them.
 */
#include "reports/backend/xlsx_text.h"

#include <stdbool.h>
#include <string.h>

#include "base/text.h"
#include "exchange/csv_write.h"

#define NAME_UNITS 31 /* Excel's limit */
#define WORD_LEAST 16 /* a cut at a blank keeps at least so much */

const char *
xlsx_text_cut(const char *text, glong units)
{
	glong n = 0;

	while (*text) {
		n += g_utf8_get_char(text) > 0xFFFF ? 2 : 1;
		if (n > units)
			break;
		text = g_utf8_find_next_char(text, NULL);
	}
	return text;
}

static bool
is_escape(const char *text)
{
	bool found = text[0] == '_' && text[1] == 'x';

	for (int i = 2; found && i < 6; i++)
		found = g_ascii_isxdigit(text[i]);
	return found && text[6] == '_';
}

/* What stands in no XML as it is; a pasted text's CR is the common one. */
static bool
is_control(char c)
{
	return (unsigned char)c < ' ' && c != '\t' && c != '\n';
}

char *
xlsx_text_escape(const char *text)
{
	GString *out = g_string_new(NULL);

	for (; *text; text++) {
		if (is_control(*text)) {
			g_string_append_printf(
			    out, "_x%04X_", (unsigned)(unsigned char)*text);
			continue;
		}
		if (is_escape(text))
			g_string_append(out, "_x005F");
		g_string_append_c(out, *text);
	}
	return g_string_free(out, FALSE);
}

char *
xlsx_text_guard(const char *text)
{
	g_autofree char *guarded =
	    csv_unguard(text) != text ? g_strconcat("'", text, NULL) : NULL;

	return xlsx_text_escape(guarded ? guarded : text);
}

/* What Excel refuses is left out; an apostrophe may stand inside but not at an end. */
static char *
legal(const char *text)
{
	g_autofree char *safe = text_display(text);
	g_auto(GStrv) parts = g_strsplit_set(safe, "[]:*?/\\", -1);
	char *name = g_strjoinv("", parts);

	for (char *p = name; *p == '\'' || *p == ' '; p++)
		*p = ' ';
	g_strstrip(name);
	for (size_t n = strlen(name);
	     n > 0 && (name[n - 1] == '\'' || name[n - 1] == ' ');)
		name[--n] = '\0';
	return name;
}

/* At most `limit` units of the name. */
static char *
shorten(const char *name, glong limit)
{
	const char *end = xlsx_text_cut(name, limit - 1), *blank;
	g_autofree char *kept = NULL;

	if (!*xlsx_text_cut(name, limit))
		return g_strdup(name);
	blank = g_strrstr_len(name, end - name, " ");
	if (*end != ' ' && blank && blank >= xlsx_text_cut(name, WORD_LEAST))
		end = blank;
	kept = g_strndup(name, (gsize)(end - name));
	return g_strconcat(g_strchomp(kept), "…", NULL);
}

char *
xlsx_sheet_name(GHashTable *taken, const char *text)
{
	g_autofree char *whole = legal(text);
	char *name = shorten(*whole ? whole : "Tabell", NAME_UNITS);

	for (int i = 2; !g_hash_table_add(taken, g_utf8_casefold(name, -1)); i++) {
		g_autofree char *number = g_strdup_printf(" (%d)", i);
		g_autofree char *start = shorten(
		    *whole ? whole : "Tabell", NAME_UNITS - (glong)strlen(number));

		g_free(name);
		name = g_strconcat(start, number, NULL);
	}
	return name;
}
