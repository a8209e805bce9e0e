/*
 * html.c - a document as one HTML file, for the screen, a phone and paper.
 */
#include "reports/backend/html.h"

#include <string.h>

#include "base/text.h"

/* With fewer headings than this a list of them is in the way. */
#define CONTENTS_MIN 4

/* A document on its way out. */
struct page {
	GString *out;
	const struct doc *doc;
	int level;    /* of the last heading: h1 is 1 */
	bool section; /* one is open */
	bool lead;    /* the first paragraph has been written */
	int headings, tables, charts;
};

void
html_text(GString *out, const char *text)
{
	g_autofree char *safe = text_display(text);

	for (const char *p = safe; *p;) {
		size_t plain = strcspn(p, "&<>\"'");

		g_string_append_len(out, p, (gssize)plain);
		p += plain;
		switch (*p) {
		case '&':
			g_string_append(out, "&amp;");
			break;
		case '<':
			g_string_append(out, "&lt;");
			break;
		case '>':
			g_string_append(out, "&gt;");
			break;
		case '"':
			g_string_append(out, "&quot;");
			break;
		case '\'':
			g_string_append(out, "&#39;");
			break;
		default:
			continue;
		}
		p++;
	}
}

static void
append_element(GString *out, const char *open, const char *text, const char *close)
{
	g_string_append(out, open);
	html_text(out, text);
	g_string_append(out, close);
}

/* ---- head ---- */

/* A string of CSS: every sign that is not a letter, digit or blank by its number. */
static void
append_css_string(GString *out, const char *text)
{
	g_autofree char *safe = text_display(text);

	g_string_append_c(out, '"');
	for (const char *p = safe; *p; p++)
		if (g_ascii_isalnum(*p) || *p == ' ' || (*p & 0x80))
			g_string_append_c(out, *p);
		else
			g_string_append_printf(out, "\\%x ", (guint)(guchar)*p);
	g_string_append_c(out, '"');
}

/* At the foot of every printed page: what the document is, and that data are made up. */
static void
append_page_style(GString *out, const struct doc *doc)
{
	const struct doc_head *head = &doc->head;
	const char *parts[] = { head->example ? "Exempeldata" : "", head->journal,
		head->appendix };
	g_autoptr(GString) foot = g_string_new(NULL);

	for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
		if (*parts[i])
			g_string_append_printf(
			    foot, "%s%s", foot->len ? " · " : "", parts[i]);
	g_string_append(out, "@page{@bottom-left{content:");
	append_css_string(out, foot->str);
	g_string_append(out, "}}\n");
}

static void
append_head(GString *out, const struct doc *doc)
{
	g_string_append(out,
	    "<!DOCTYPE html>\n"
	    "<html lang=\"sv\">\n"
	    "<head>\n"
	    "<meta charset=\"utf-8\">\n"
	    "<meta http-equiv=\"Content-Security-Policy\" "
	    "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
	    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
	    "<meta name=\"color-scheme\" content=\"light dark\">\n");
	append_element(out, "<title>", doc->title, "</title>\n");
	g_string_append(out, "<style>\n");
	g_string_append_len(out, html_files[0].data, (gssize)html_files[0].size);
	append_page_style(out, doc);
	g_string_append(out, "</style>\n</head>\n");
}

/* One or two lines at the head of the page; nothing when both are "". */
static void
append_head_part(GString *out, const char *first, const char *second)
{
	if (!*first && !*second)
		return;
	g_string_append(out, "<div>");
	if (*first)
		append_element(out, "<span>", first, "</span>");
	if (*second)
		append_element(out, "<span>", second, "</span>");
	g_string_append(out, "</div>");
}

static void
append_banner(GString *out, const struct doc *doc)
{
	const struct doc_head *head = &doc->head;

	if (!*head->organisation && !*head->body && !*head->journal && !*head->appendix &&
	    !*head->date)
		return;
	g_string_append(out, "<header class=\"doc\">");
	append_head_part(out, head->organisation, head->body);
	append_head_part(out, head->appendix, "");
	append_head_part(out, *head->journal ? "Diarienummer" : "", head->journal);
	append_head_part(out, *head->date ? "Datum" : "", head->date);
	g_string_append(out, "</header>\n");
}

/* ---- blocks ---- */

static bool
is_section(const struct block *block)
{
	return block->type == BLOCK_HEADING && block->level <= 1;
}

/* Links to the sections, numbered as append_heading numbers them. */
static void
append_contents(GString *out, const struct doc *doc)
{
	int n = 0, heading = 0;

	for (guint i = 0; i < doc->blocks->len; i++)
		n += is_section(&g_array_index(doc->blocks, struct block, i));
	if (n < CONTENTS_MIN)
		return;
	g_string_append(out, "<nav aria-label=\"Innehåll\"><ul>\n");
	for (guint i = 0; i < doc->blocks->len; i++) {
		const struct block *block = &g_array_index(doc->blocks, struct block, i);

		heading += block->type == BLOCK_HEADING;
		if (!is_section(block))
			continue;
		g_string_append_printf(out, "<li><a href=\"#rubrik-%d\">", heading);
		append_element(out, "", block->text, "</a></li>\n");
	}
	g_string_append(out, "</ul></nav>\n");
}

static void
close_section(struct page *page)
{
	if (page->section)
		g_string_append(page->out, "</section>\n");
	page->section = false;
}

/* A section with a table too wide for an upright page: all of it is laid across, so that
 * no heading is left alone on the page before. */
static bool
is_wide_section(const struct doc *doc, const struct block *block)
{
	const struct block *end =
	    &g_array_index(doc->blocks, struct block, doc->blocks->len);

	for (block++; block < end && !is_section(block); block++)
		if (block->type == BLOCK_TABLE && html_table_is_wide(block->table))
			return true;
	return false;
}

/* A heading is never more than one level below the one before it. */
static void
append_heading(struct page *page, const struct block *block)
{
	int number = ++page->headings;
	g_autofree char *open = NULL, *close = NULL;

	if (is_section(block)) {
		close_section(page);
		g_string_append_printf(page->out,
		    "<section%s aria-labelledby=\"rubrik-%d\">\n",
		    is_wide_section(page->doc, block) ? " class=\"across\"" : "", number);
		page->section = true;
	}
	page->level = CLAMP(block->level + 1, 2, MIN(page->level + 1, 6));
	open = g_strdup_printf("<h%d id=\"rubrik-%d\">", page->level, number);
	close = g_strdup_printf("</h%d>\n", page->level);
	append_element(page->out, open, block->text, close);
}

static void
append_block(struct page *page, const struct block *block)
{
	switch (block->type) {
	case BLOCK_HEADING:
		append_heading(page, block);
		break;
	case BLOCK_PARAGRAPH:
		append_element(page->out, page->lead ? "<p>" : "<p class=\"lead\">",
		    block->text, "</p>\n");
		page->lead = true;
		break;
	case BLOCK_NOTE:
		append_element(page->out, "<p class=\"not\">", block->text, "</p>\n");
		break;
	case BLOCK_TABLE:
		if (block->table->look == LOOK_CARDS)
			html_cards(page->out, block->table, ++page->tables);
		else
			html_table(page->out, block->table, ++page->tables);
		break;
	case BLOCK_CHART:
		svg_chart(
		    page->out, block->chart, MIN(page->level + 1, 6), ++page->charts);
		break;
	}
}

static bool
has_chart(const struct doc *doc)
{
	for (guint i = 0; i < doc->blocks->len; i++)
		if (g_array_index(doc->blocks, struct block, i).type == BLOCK_CHART)
			return true;
	return false;
}

static void
append_main(struct page *page)
{
	const struct doc *doc = page->doc;
	GString *out = page->out;

	g_string_append(out, "<main id=\"innehall\" tabindex=\"-1\">\n");
	append_element(out, "<h1>", doc->title, "</h1>\n");
	if (*doc->subtitle)
		append_element(out, "<p class=\"sub\">", doc->subtitle, "</p>\n");
	if (doc->head.example)
		g_string_append(out,
		    "<p class=\"note\"><strong>Exempeldata.</strong> Delar av "
		    "uppgifterna "
		    "är påhittade för att visa hur programmet används.</p>\n");
	append_contents(out, doc);
	for (guint i = 0; i < doc->blocks->len; i++)
		append_block(page, &g_array_index(doc->blocks, struct block, i));
	close_section(page);
	g_string_append(out, "</main>\n");
}

bool
render_html(const struct doc *doc, const struct render_options *options, GString *out,
    GError **error)
{
	struct page page = { .out = out, .doc = doc, .level = 1 };

	(void)options;
	(void)error;
	append_head(out, doc);
	g_string_append(out,
	    "<body>\n<a class=\"skip\" href=\"#innehall\">Hoppa till innehållet</a>\n");
	if (has_chart(doc))
		svg_defs(out);
	append_banner(out, doc);
	append_main(&page);
	g_string_append(out, "<footer><p>Framställd med sparplan.");
	if (doc->head.example)
		g_string_append(out, " Exempeldata.");
	g_string_append(out, "</p></footer>\n</body>\n</html>\n");
	return true;
}
