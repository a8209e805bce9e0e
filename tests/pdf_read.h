/*
 * pdf_read.h - a PDF as a reader of the structure hears it: each element with its text
 * and the attributes that PDF/UA asks for, page by page.  By qpdf, not by what wrote it.
 */
#ifndef PDF_READ_H
#define PDF_READ_H

#include <qpdf/qpdf-c.h>
#include <stdlib.h>
#include <string.h>

#include "t.h"

struct pdf_page {
	GHashTable *marked; /* MCID to GString: the text */
	GHashTable *tags;   /* MCID to the tag's name in the content */
	GPtrArray *order;   /* names of tags as they are drawn */
	GString *artifacts; /* the text of what is decoration */
	GString *unmarked;  /* text that is neither: must be empty */
	int x_max, y_max;   /* of texts' starts, points */
	int width, height;
};

struct pdf_read {
	GString *data; /* qpdf reads in it as it goes */
	qpdf_data qpdf;
	GPtrArray *pages; /* struct pdf_page */
	GString *tree;    /* the elements, one per line, a row's cells in one */
	int shown_page;
	gssize row_at; /* where the row's line begins in the tree; -1: no row */
	guint elements, without_alt, without_scope;
};

/* ---- fonts: codes to text ---- */

struct pdf_font {
	GHashTable *unicode; /* code to sign */
	int bytes;           /* of a code */
};

static void
pdf_font_free(gpointer data)
{
	struct pdf_font *font = data;

	g_hash_table_destroy(font->unicode);
	g_free(font);
}

/* Lines "<52> <0052>" of the bfchar parts of a font's ToUnicode. */
static struct pdf_font *
pdf_font_read(qpdf_data qpdf, qpdf_oh object)
{
	struct pdf_font *font = g_new0(struct pdf_font, 1);
	unsigned char *data = NULL;
	size_t size = 0;
	g_autofree char *text = NULL;
	g_auto(GStrv) lines = NULL;

	font->unicode = g_hash_table_new(NULL, NULL);
	qpdf_oh_get_stream_data(qpdf, qpdf_oh_get_key(qpdf, object, "/ToUnicode"),
	    qpdf_dl_all, NULL, &data, &size);
	text = g_strndup((const char *)data, size);
	free(data);
	lines = g_strsplit(text, "\n", -1);
	for (char **line = lines; *line; line++) {
		char *middle = strstr(*line, "> <");

		if (**line != '<' || !middle || strstr(middle + 3, "> <"))
			continue;
		font->bytes = (int)(middle - *line - 1) / 2;
		g_hash_table_insert(font->unicode,
		    GUINT_TO_POINTER(strtoul(*line + 1, NULL, 16)),
		    GUINT_TO_POINTER(strtoul(middle + 3, NULL, 16)));
	}
	return font;
}

static GHashTable *
pdf_fonts_of(qpdf_data qpdf, qpdf_oh page)
{
	GHashTable *fonts =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, pdf_font_free);
	qpdf_oh resources = qpdf_oh_get_key(qpdf, page, "/Resources");
	qpdf_oh dict = qpdf_oh_get_key_if_dict(qpdf, resources, "/Font");

	if (!qpdf_oh_is_dictionary(qpdf, dict))
		return fonts;
	qpdf_oh_begin_dict_key_iter(qpdf, dict);
	while (qpdf_oh_dict_more_keys(qpdf)) {
		char *name = g_strdup(qpdf_oh_dict_next_key(qpdf));

		g_hash_table_insert(
		    fonts, name, pdf_font_read(qpdf, qpdf_oh_get_key(qpdf, dict, name)));
	}
	return fonts;
}

/* ---- content ---- */

/* A token of the content as qpdf unparses it is not offered in C, so: the bytes of a
 * string, "(a\051)" or "<6162>"; where it ends into *at. */
static GByteArray *
pdf_string(const char **at)
{
	GByteArray *out = g_byte_array_new();
	const char *p = *at + 1;
	bool hex = **at == '<';
	int depth = 1;

	while (hex && *p != '>') {
		char pair[3] = { p[0], p[1], 0 };
		guint8 byte = (guint8)strtoul(pair, NULL, 16);

		g_byte_array_append(out, &byte, 1);
		p += 2;
	}
	while (!hex) {
		guint8 byte = (guint8)*p++;

		if (byte == '\\' && *p >= '0' && *p <= '7') {
			byte =
			    (guint8)((p[0] - '0') * 64 + (p[1] - '0') * 8 + p[2] - '0');
			p += 3;
		} else if (byte == '\\') {
			byte = (guint8)*p++;
		} else if (byte == '(') {
			depth++;
		} else if (byte == ')' && --depth == 0) {
			break;
		}
		g_byte_array_append(out, &byte, 1);
	}
	*at = hex ? p + 1 : p;
	return out;
}

static void
pdf_append(GString *out, const struct pdf_font *font, const GByteArray *codes)
{
	guint step = (guint)MAX(font ? font->bytes : 1, 1);

	for (guint i = 0; font && i + step <= codes->len; i += step) {
		guint code = 0;
		gunichar sign;

		for (guint k = 0; k < step; k++)
			code = code << 8 | codes->data[i + k];
		sign = GPOINTER_TO_UINT(
		    g_hash_table_lookup(font->unicode, GUINT_TO_POINTER(code)));
		g_string_append_unichar(out, sign ? sign : '?');
	}
}

static void
pdf_free_string(gpointer string)
{
	g_string_free(string, TRUE);
}

/* Where text goes; marks stand in marks, as /Span does with the text of a sign whose
 * glyph is another's. */
struct pdf_reading {
	struct pdf_page *page;
	GHashTable *fonts;
	const struct pdf_font *font;
	GString *into;
	GPtrArray *outer;  /* GString *, what `into` was before each mark that is open */
	GString *replaced; /* what nobody reads, for ActualText stands in its place */
	char name[64], last[64], before[64]; /* latest name; the latest words */
};

static void
pdf_begin(struct pdf_reading *r, GString *into)
{
	g_ptr_array_add(r->outer, r->into);
	r->into = into;
}

/* "þÿ" and UTF-16 */
static void
pdf_actual_text(struct pdf_reading *r, const GByteArray *codes)
{
	g_autofree char *text = g_convert(
	    (const char *)codes->data, codes->len, "UTF-8", "UTF-16", NULL, NULL, NULL);

	g_string_append(r->into, text ? text : "<ActualText>");
}

static void
pdf_operator(struct pdf_reading *r, const char *word)
{
	if (strcmp(word, "BDC") == 0 && strcmp(r->name, "/ActualText") == 0) {
		pdf_begin(r, r->replaced);
		r->name[0] = '\0';
	} else if (strcmp(word, "BDC") == 0) {
		int id = atoi(r->last);

		pdf_begin(r, g_string_new(NULL));
		g_hash_table_insert(r->page->marked, GINT_TO_POINTER(id), r->into);
		g_hash_table_insert(
		    r->page->tags, GINT_TO_POINTER(id), g_strdup(r->name));
		g_ptr_array_add(r->page->order, g_strdup(r->name));
	} else if (strcmp(word, "BMC") == 0) {
		pdf_begin(r, r->page->artifacts);
	} else if (strcmp(word, "EMC") == 0 && r->outer->len > 0) {
		r->into = g_ptr_array_steal_index(r->outer, r->outer->len - 1);
	} else if (strcmp(word, "Tf") == 0) {
		r->font = g_hash_table_lookup(r->fonts, r->name);
	} else if (strcmp(word, "Tm") == 0) {
		r->page->x_max = MAX(r->page->x_max, atoi(r->before));
		r->page->y_max = MAX(r->page->y_max, atoi(r->last));
	} else if (g_ascii_isdigit(*word) || *word == '-') {
		g_strlcpy(r->before, r->last, sizeof r->before);
		g_strlcpy(r->last, word, sizeof r->last);
	}
}

static void
pdf_content(struct pdf_reading *r, const char *text)
{
	while (*text) {
		size_t n = strcspn(text, " \n\r\t[]()<>/");

		if (*text == '(' || (*text == '<' && text[1] != '<')) {
			GByteArray *codes = pdf_string(&text);

			if (strcmp(r->name, "/ActualText") == 0)
				pdf_actual_text(r, codes);
			else
				pdf_append(r->into, r->font, codes);
			g_byte_array_unref(codes);
		} else if (*text == '/') {
			n = 1 + strcspn(text + 1, " \n\r\t[]()<>/");
			if (!g_str_has_prefix(text, "/MCID"))
				g_snprintf(r->name, sizeof r->name, "%.*s", (int)n, text);
			text += n;
		} else if (n > 0) {
			g_autofree char *word = g_strndup(text, n);

			pdf_operator(r, word);
			text += n;
		} else {
			text += *text == '<' || *text == '>' ? 2 : 1;
		}
	}
}

static struct pdf_page *
pdf_page_read(qpdf_data qpdf, qpdf_oh object)
{
	struct pdf_page *page = g_new0(struct pdf_page, 1);
	struct pdf_reading reading = { .page = page };
	qpdf_oh box = qpdf_oh_get_key(qpdf, object, "/MediaBox");
	g_autofree char *text = NULL;
	unsigned char *data = NULL;
	size_t size = 0;

	page->marked = g_hash_table_new_full(NULL, NULL, NULL, pdf_free_string);
	page->tags = g_hash_table_new_full(NULL, NULL, NULL, g_free);
	page->order = g_ptr_array_new_with_free_func(g_free);
	page->artifacts = g_string_new(NULL);
	page->unmarked = g_string_new(NULL);
	page->width =
	    (int)qpdf_oh_get_numeric_value(qpdf, qpdf_oh_get_array_item(qpdf, box, 2));
	page->height =
	    (int)qpdf_oh_get_numeric_value(qpdf, qpdf_oh_get_array_item(qpdf, box, 3));
	reading.fonts = pdf_fonts_of(qpdf, object);
	reading.into = page->unmarked;
	reading.outer = g_ptr_array_new();
	reading.replaced = g_string_new(NULL);
	qpdf_oh_get_page_content_data(qpdf, object, &data, &size);
	text = g_strndup((const char *)data, size);
	free(data);
	pdf_content(&reading, text);
	g_hash_table_destroy(reading.fonts);
	g_ptr_array_free(reading.outer, TRUE);
	g_string_free(reading.replaced, TRUE);
	return page;
}

static void
pdf_page_free(gpointer data)
{
	struct pdf_page *page = data;

	g_hash_table_destroy(page->marked);
	g_hash_table_destroy(page->tags);
	g_ptr_array_free(page->order, TRUE);
	g_string_free(page->artifacts, TRUE);
	g_string_free(page->unmarked, TRUE);
	g_free(page);
}

/* ---- the tree ---- */

/* The text of a mark on the page of an element. */
static void
pdf_mark(struct pdf_read *read, qpdf_oh page, int id, GString *out)
{
	int n = qpdf_find_page_by_oh(read->qpdf, page);
	GString *text = NULL;

	if (n >= 0)
		text = g_hash_table_lookup(
		    ((struct pdf_page *)read->pages->pdata[n])->marked,
		    GINT_TO_POINTER(id));
	g_string_append(out, text ? text->str : "<saknas>");
	if (n + 1 > read->shown_page) {
		g_autofree char *mark = g_strdup_printf("---- sida %d\n", n + 1);

		read->shown_page = n + 1;
		g_string_insert(read->tree, read->row_at, mark);
		if (read->row_at >= 0)
			read->row_at += (gssize)strlen(mark);
	}
}

static void
pdf_attributes(struct pdf_read *read, qpdf_oh element, const char *name, GString *out)
{
	qpdf_oh attributes = qpdf_oh_get_key(read->qpdf, element, "/A");
	qpdf_oh scope = qpdf_oh_get_key_if_dict(read->qpdf, attributes, "/Scope");
	qpdf_oh span = qpdf_oh_get_key_if_dict(read->qpdf, attributes, "/ColSpan");
	qpdf_oh alt = qpdf_oh_get_key(read->qpdf, element, "/Alt");

	if (qpdf_oh_is_name(read->qpdf, scope))
		g_string_append_printf(
		    out, "(%s)", qpdf_oh_get_name(read->qpdf, scope) + 1);
	else if (strcmp(name, "/TH") == 0)
		read->without_scope++;
	if (qpdf_oh_is_integer(read->qpdf, span))
		g_string_append_printf(
		    out, "(×%d)", qpdf_oh_get_int_value_as_int(read->qpdf, span));
	if (qpdf_oh_is_string(read->qpdf, alt) &&
	    qpdf_oh_has_key(read->qpdf, attributes, "/BBox"))
		g_string_append_printf(
		    out, " [%s]", qpdf_oh_get_utf8_value(read->qpdf, alt));
	else if (strcmp(name, "/Figure") == 0)
		read->without_alt++;
}

static void pdf_element(struct pdf_read *read, qpdf_oh element, int depth, bool row);

static void
pdf_kid(struct pdf_read *read, qpdf_oh element, qpdf_oh kid, int depth, bool row,
    GString *text)
{
	qpdf_data qpdf = read->qpdf;
	qpdf_oh page = qpdf_oh_get_key(qpdf, element, "/Pg");

	if (qpdf_oh_is_integer(qpdf, kid)) {
		pdf_mark(read, page, qpdf_oh_get_int_value_as_int(qpdf, kid), text);
	} else if (qpdf_oh_has_key(qpdf, kid, "/MCID")) {
		if (qpdf_oh_has_key(qpdf, kid, "/Pg"))
			page = qpdf_oh_get_key(qpdf, kid, "/Pg");
		pdf_mark(read, page,
		    qpdf_oh_get_int_value_as_int(
		        qpdf, qpdf_oh_get_key(qpdf, kid, "/MCID")),
		    text);
	} else {
		pdf_element(read, kid, depth, row);
	}
}

static void
pdf_element(struct pdf_read *read, qpdf_oh element, int depth, bool row)
{
	qpdf_data qpdf = read->qpdf;
	const char *name = qpdf_oh_get_name(qpdf, qpdf_oh_get_key(qpdf, element, "/S"));
	g_autoptr(GString) line = g_string_new(NULL), text = g_string_new(NULL);
	qpdf_oh kids = qpdf_oh_get_key(qpdf, element, "/K");
	bool is_row = strcmp(name, "/TR") == 0;
	gsize at;

	read->elements++;
	if (!row)
		g_string_append_printf(line, "%*s", 2 * depth, "");
	g_string_append(line, name + 1);
	pdf_attributes(read, element, name, line);
	/* its line stands before its children's, its text is known after them */
	at = read->tree->len;
	if (is_row)
		read->row_at = (gssize)at;
	if (qpdf_oh_is_array(qpdf, kids))
		for (int i = 0; i < qpdf_oh_get_array_n_items(qpdf, kids); i++)
			pdf_kid(read, element, qpdf_oh_get_array_item(qpdf, kids, i),
			    depth + 1, is_row, text);
	else if (qpdf_oh_has_key(qpdf, element, "/K"))
		pdf_kid(read, element, kids, depth + 1, is_row, text);
	if (text->len > 0)
		g_string_append_printf(line, " %s", g_strstrip(text->str));
	g_string_append(line, row ? " | " : "\n");
	if (text->len > 0) { /* after the mark of a new page */
		g_string_append(read->tree, line->str);
		return;
	}
	if (is_row) {
		line->str[line->len - 1] = ' ';
		g_string_append_c(read->tree, '\n');
		at = (gsize)read->row_at;
		read->row_at = -1;
	}
	g_string_insert(read->tree, (gssize)at, line->str);
}

/* Read what a back end wrote; pdf_read_free. */
static struct pdf_read *
pdf_read(const GString *pdf)
{
	struct pdf_read *read = g_new0(struct pdf_read, 1);
	qpdf_oh tree, kids;

	read->data = g_string_new_len(pdf->str, (gssize)pdf->len);
	read->qpdf = qpdf_init();
	qpdf_silence_errors(read->qpdf);
	qpdf_set_suppress_warnings(read->qpdf, QPDF_TRUE);
	read->pages = g_ptr_array_new_with_free_func(pdf_page_free);
	read->tree = g_string_new(NULL);
	read->row_at = -1;
	CU_ASSERT_EQUAL_FATAL(
	    qpdf_read_memory(read->qpdf, "test", read->data->str, read->data->len, NULL),
	    0);
	for (int i = 0; i < qpdf_get_num_pages(read->qpdf); i++)
		g_ptr_array_add(read->pages,
		    pdf_page_read(read->qpdf, qpdf_get_page_n(read->qpdf, (size_t)i)));
	tree = qpdf_oh_get_key(read->qpdf, qpdf_get_root(read->qpdf), "/StructTreeRoot");
	kids = qpdf_oh_get_key(read->qpdf, tree, "/K");
	if (qpdf_oh_is_array(read->qpdf, kids))
		kids = qpdf_oh_get_array_item(read->qpdf, kids, 0);
	pdf_element(read, kids, 0, false);
	CU_ASSERT_FALSE(qpdf_has_error(read->qpdf));
	CU_ASSERT_FALSE(qpdf_more_warnings(read->qpdf));
	return read;
}

static void
pdf_read_free(struct pdf_read *read)
{
	g_ptr_array_free(read->pages, TRUE);
	g_string_free(read->tree, TRUE);
	qpdf_cleanup(&read->qpdf);
	g_string_free(read->data, TRUE);
	g_free(read);
}

#endif
