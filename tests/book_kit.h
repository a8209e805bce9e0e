/*
 * book_kit.h - documents in every format, against golden files.
 */
#ifndef BOOK_KIT_H
#define BOOK_KIT_H

#include "golden_kit.h"

#include "reports/backend/backend.h"
#include "reports/book/book.h"

static inline char *
render(const struct doc *doc, const char *format, int width)
{
	const struct render_options options = { .width = width };
	GString *out = g_string_new(NULL);
	g_autoptr(GError) error = NULL;

	T_OK(backend_find(format)->render(doc, &options, out, &error), error);
	return g_string_free(out, FALSE);
}

/* No control sign but line ends, no bidi override: from a text that has them all. */
static inline void
check_no_controls(const char *text, bool csv)
{
	bool clean = true;

	CU_ASSERT(g_utf8_validate(text, -1, NULL));
	CU_ASSERT_PTR_NULL(strstr(text, "\u202e"));
	while (*text && clean) {
		size_t n = strcspn(text, "\r\n");

		for (size_t k = 0; k < n; k++)
			clean =
			    clean && (unsigned char)text[k] >= 0x20 && text[k] != 0x7f;
		text += n;
		if (*text == '\r' && csv)
			text++;
		clean = clean && (*text == '\n' || !*text);
		text += *text == '\n';
	}
	CU_ASSERT(clean);
}

/* A row in JSON is named by its columns: two of one name would hide each other. */
static inline void
check_keys(const struct doc *doc)
{
	for (guint i = 0; i < doc->blocks->len; i++) {
		const struct table *table =
		    g_array_index(doc->blocks, struct block, i).table;
		g_autoptr(GHashTable) keys = g_hash_table_new(g_str_hash, g_str_equal);

		for (guint c = 0; table && c < table->columns->len; c++)
			CU_ASSERT(
			    g_hash_table_add(keys, (gpointer)(uintptr_t)g_array_index(
			                               table->columns, struct column, c)
			                               .key));
	}
}

static inline void
check_book(struct doc *doc, const char *name)
{
	g_autoptr(GError) error = NULL;

	T_OK(doc_check(doc, &error), error);
	check_keys(doc);
	for (const struct backend *b = backends; b->name; b++) {
		g_autofree char *out = NULL;

		if (b->binary) /* its own test reads it */
			continue;
		out = render(doc, b->name, 100);
		check_no_controls(out, g_strcmp0(b->name, "csv") == 0);
		golden(name, b->ext, out);
	}
	doc_free(doc);
}

#endif
