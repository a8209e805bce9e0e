/*
 * pdf_kit.h - a document as PDF read again, after what holds of every PDF of ours.
 */
#ifndef PDF_KIT_H
#define PDF_KIT_H

#include "pdf_read.h"
#include "reports/backend/backend_module.h"

static inline GString *
render(const struct doc *doc)
{
	GString *out = g_string_new(NULL);
	g_autoptr(GError) error = NULL;

	T_OK(backend_find("pdf")->render(doc, NULL, out, &error), error);
	return out;
}

/* Read `doc` as PDF, after what holds of every PDF of ours; frees the document. */
static inline struct pdf_read *
read_doc(struct doc *doc)
{
	g_autoptr(GString) pdf = render(doc), again = render(doc);
	struct pdf_read *read = pdf_read(pdf);

	CU_ASSERT(g_string_equal(pdf, again));
	CU_ASSERT(g_str_has_prefix(pdf->str, "%PDF-1.7"));
	CU_ASSERT_EQUAL(read->without_alt, 0);
	CU_ASSERT_EQUAL(read->without_scope, 0);
	CU_ASSERT_PTR_NULL(strstr(read->tree->str, "<saknas>"));
	for (guint i = 0; i < read->pages->len; i++) {
		const struct pdf_page *page = read->pages->pdata[i];
		g_autofree char *number =
		    g_strdup_printf("Sida %u (%u)", i + 1, read->pages->len);

		T_TEXT(page->unmarked->str, "");
		CU_ASSERT(strstr(page->artifacts->str, number) != NULL);
		CU_ASSERT(page->x_max < page->width);
		CU_ASSERT(page->y_max < page->height);
	}
	doc_free(doc);
	return read;
}

#endif
