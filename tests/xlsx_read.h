/*
 * xlsx_read.h - a workbook's parts, and all its sheets as text: a line per row with what
 * each cell holds, formulas with the value that is kept for them.
 */
#ifndef XLSX_READ_H
#define XLSX_READ_H

#include "t.h"

#include <glib/gstdio.h>
#include <minizip/unzip.h>

/* The bytes in a file of their own; remove it and g_free. */
static inline char *
file_of(const GString *bytes)
{
	char *path = NULL;
	int fd = g_file_open_tmp("sparplan-XXXXXX.xlsx", &path, NULL);

	CU_ASSERT(fd >= 0 && g_close(fd, NULL));
	CU_ASSERT(g_file_set_contents(path, bytes->str, (gssize)bytes->len, NULL));
	return path;
}

/* One part of a workbook as text; "" when there is none. */
static inline char *
part_of(const GString *bytes, const char *name)
{
	g_autofree char *path = file_of(bytes);
	GString *text = g_string_new(NULL);
	unzFile zip = unzOpen64(path);
	char data[4096];
	int n;

	if (zip && unzLocateFile(zip, name, 1) == UNZ_OK &&
	    unzOpenCurrentFile(zip) == UNZ_OK) {
		while ((n = unzReadCurrentFile(zip, data, sizeof(data))) > 0)
			g_string_append_len(text, data, n);
		unzCloseCurrentFile(zip);
	}
	if (zip)
		unzClose(zip);
	g_remove(path);
	return g_string_free(text, FALSE);
}

struct xlsx_reader {
	GPtrArray *strings; /* char *: the shared ones */
	GPtrArray *sheets;  /* char *: names */
	GString *text;      /* of the element that is read */
	bool shared;        /* the cell's value is the number of a shared string */
	bool first;         /* cell of its row */
	GString *out;
};

static inline void
xlsx_start(GMarkupParseContext *context, const char *element, const char **names,
    const char **values, gpointer user, GError **error)
{
	struct xlsx_reader *r = user;

	(void)context;
	(void)error;
	if (strcmp(element, "row") == 0)
		r->first = true;
	if (strcmp(element, "c") == 0)
		r->shared = false;
	for (; *names; names++, values++) {
		if (strcmp(element, "sheet") == 0 && strcmp(*names, "name") == 0)
			g_ptr_array_add(r->sheets, g_strdup(*values));
		if (strcmp(element, "c") == 0 && strcmp(*names, "r") == 0)
			g_string_append_printf(
			    r->out, "%s%s ", r->first ? "" : " | ", *values);
		if (strcmp(element, "c") == 0 && strcmp(*names, "t") == 0)
			r->shared = strcmp(*values, "s") == 0;
	}
	if (strcmp(element, "c") == 0)
		r->first = false;
	if (strcmp(element, "t") != 0)
		g_string_truncate(r->text, 0);
}

static inline void
xlsx_text(GMarkupParseContext *context, const char *text, gsize size, gpointer user,
    GError **error)
{
	struct xlsx_reader *r = user;

	(void)context;
	(void)error;
	g_string_append_len(r->text, text, (gssize)size);
}

static inline void
xlsx_end(GMarkupParseContext *context, const char *element, gpointer user, GError **error)
{
	struct xlsx_reader *r = user;
	const char *value = r->text->str;

	(void)context;
	(void)error;
	if (strcmp(element, "si") == 0)
		g_ptr_array_add(r->strings, g_strdup(value));
	if (strcmp(element, "f") == 0)
		g_string_append_printf(r->out, "=%s ", value);
	if (strcmp(element, "v") == 0)
		g_string_append(r->out, r->shared ? g_ptr_array_index(r->strings,
		                                        g_ascii_strtoull(value, NULL, 10))
		                                  : value);
	if (strcmp(element, "row") == 0 && !r->first)
		g_string_append_c(r->out, '\n');
	if (strcmp(element, "t") != 0)
		g_string_truncate(r->text, 0);
}

static inline void
xlsx_parse(struct xlsx_reader *r, const GString *bytes, const char *name)
{
	static const GMarkupParser parser = { xlsx_start, xlsx_end, xlsx_text, NULL,
		NULL };
	g_autofree char *part = part_of(bytes, name);
	g_autoptr(GMarkupParseContext) context =
	    g_markup_parse_context_new(&parser, 0, r, NULL);

	CU_ASSERT(g_markup_parse_context_parse(context, part, -1, NULL));
}

/* g_free. */
static inline char *
xlsx_read(const GString *bytes)
{
	struct xlsx_reader r = { g_ptr_array_new_with_free_func(g_free),
		g_ptr_array_new_with_free_func(g_free), g_string_new(NULL), false, false,
		g_string_new(NULL) };

	xlsx_parse(&r, bytes, "xl/sharedStrings.xml");
	xlsx_parse(&r, bytes, "xl/workbook.xml");
	g_string_truncate(r.out, 0);
	for (guint i = 0; i < r.sheets->len; i++) {
		g_autofree char *name =
		    g_strdup_printf("xl/worksheets/sheet%u.xml", i + 1);

		g_string_append_printf(
		    r.out, "==== %s\n", (char *)g_ptr_array_index(r.sheets, i));
		xlsx_parse(&r, bytes, name);
	}
	g_ptr_array_unref(r.strings);
	g_ptr_array_unref(r.sheets);
	g_string_free(r.text, TRUE);
	return g_string_free(r.out, FALSE);
}

#endif
