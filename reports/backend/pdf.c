/*
 * pdf.c - a document as pages of A4: what stands on each, drawn in the order it is read.
 */
#include "config.h"

#include <cairo-pdf.h>
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "reports/backend/backend_module.h"
#include "reports/backend/pdf_asked.h"
#include "reports/backend/pdf_cards.h"
#include "reports/backend/pdf_frame.h"
#include "reports/backend/pdf_pages.h"

const char module_version[] = PACKAGE_VERSION;

enum { LEVELS = 7 };

struct drawing {
	struct pdf_draw draw;
	struct pdf_pages *pages;
	struct pdf_frame *frame;
	cairo_surface_t *surface;
	guint page; /* being drawn */
	const struct render_options *options;
	bool stopped; /* what is drawn is thrown away */
	GError **error;
	int parents[LEVELS]; /* the latest bookmark of each level; 0 is the root */
};

static const struct pdf_piece *
piece_at(const struct drawing *drawing, guint index)
{
	return &g_array_index(drawing->pages->pieces, struct pdf_piece, index);
}

static const struct pdf_sheet *
sheet_of_page(const struct drawing *drawing, guint page)
{
	return &drawing->pages
	            ->sheets[g_array_index(drawing->pages->landscape, bool, page)];
}

static void
begin_page(struct drawing *drawing, guint page)
{
	const struct pdf_sheet *sheet = sheet_of_page(drawing, page);

	cairo_pdf_surface_set_size(drawing->surface, sheet->width / (double)CANVAS_POINT,
	    sheet->height / (double)CANVAS_POINT);
	drawing->page = page;
	pdf_frame_draw(drawing->frame, &drawing->draw, sheet, page + 1,
	    drawing->pages->landscape->len);
}

static void
go_to(struct drawing *drawing, const struct pdf_piece *piece)
{
	guint at = (guint)(piece - piece_at(drawing, 0));

	drawing->stopped =
	    drawing->stopped || !pdf_goes_on(drawing->options, PDF_CUT, PDF_DRAWN, at,
	                            drawing->pages->pieces->len, drawing->error);
	while (drawing->page < piece->page) {
		cairo_show_page(drawing->draw.cr);
		begin_page(drawing, drawing->page + 1);
	}
}

/* ---- texts ---- */

static void
bookmark(
    struct drawing *drawing, const struct pdf_part *part, const struct pdf_piece *piece)
{
	g_autofree char *to = NULL;
	int level = MIN(part->level, LEVELS - 1);

	if (level == 0)
		return;
	to = g_strdup_printf(
	    "page=%u pos=[0 %d]", piece->page + 1, MAX(piece->y / CANVAS_POINT - 6, 0));
	drawing->parents[level] = cairo_pdf_surface_add_outline(drawing->surface,
	    drawing->parents[level - 1], part->text, to, CAIRO_PDF_OUTLINE_FLAG_OPEN);
	for (int i = level + 1; i < LEVELS; i++)
		drawing->parents[i] = drawing->parents[level];
}

static void
draw_bar(struct drawing *drawing, const struct pdf_part *part,
    const struct pdf_piece *piece, int left)
{
	if (part->indent > 0)
		pdf_fill(&drawing->draw, left, piece->y, 2 * CANVAS_POINT,
		    part->style.leading, 0xc8d5df);
}

/* The lines from..to, which are on one page, of one element. */
static void
draw_stretch(struct drawing *drawing, const struct pdf_part *part, guint from, guint to,
    const char *tag)
{
	int left = sheet_of_page(drawing, drawing->page)->left;

	for (guint i = from; i < to; i++)
		draw_bar(drawing, part, piece_at(drawing, i), left);
	pdf_begin(&drawing->draw, (struct pdf_tag){ .name = tag });
	for (guint i = from; i < to; i++) {
		const struct pdf_piece *piece = piece_at(drawing, i);

		pdf_lines(&drawing->draw, &part->style, left + part->indent, piece->y,
		    &g_array_index(part->lines, struct pdf_line, piece->index), 1,
		    piece->index + 1 == part->lines->len);
	}
	pdf_end(&drawing->draw, tag);
}

/* A text on several pages is one element with a part on each: cairo ends the marks of an
 * element with the page. */
static void
draw_lines(struct drawing *drawing, const struct pdf_part *part, guint from, guint to)
{
	bool several;

	if (from == to)
		return;
	go_to(drawing, piece_at(drawing, from));
	several = piece_at(drawing, from)->page != piece_at(drawing, to - 1)->page;
	if (several)
		pdf_begin(&drawing->draw, (struct pdf_tag){ .name = part->tag });
	while (from < to) {
		guint end = from;

		go_to(drawing, piece_at(drawing, from));
		while (end < to && piece_at(drawing, end)->page == drawing->page)
			end++;
		draw_stretch(drawing, part, from, end, several ? "Span" : part->tag);
		from = end;
	}
	if (several)
		pdf_end(&drawing->draw, part->tag);
}

/* ---- tables ---- */

static void
draw_row(
    struct drawing *drawing, const struct pdf_part *part, const struct pdf_piece *piece)
{
	int left;

	go_to(drawing, piece);
	left = sheet_of_page(drawing, drawing->page)->left;
	if (piece->kind == PIECE_HEAD)
		pdf_table_draw_head(&part->table, &drawing->draw, left, piece->y,
		    piece->to, piece->repeated);
	else
		pdf_table_draw_row(&part->table, &drawing->draw, left, piece->y,
		    (struct pdf_row){
		        piece->index, piece->from, piece->to, piece->striped });
}

static void
draw_table(struct drawing *drawing, const struct pdf_part *part, guint from, guint to)
{
	guint head = from;
	/* a head alone is no head of anything */
	bool rows = part->table.table->rows->len > 0;

	while (piece_at(drawing, head)->kind == PIECE_LINE)
		head++;
	go_to(drawing, piece_at(drawing, from));
	pdf_begin(&drawing->draw, (struct pdf_tag){ .name = "Table" });
	draw_lines(drawing, part, from, head);
	go_to(drawing, piece_at(drawing, head));
	if (rows)
		pdf_begin(&drawing->draw, (struct pdf_tag){ .name = "THead" });
	draw_row(drawing, part, piece_at(drawing, head));
	if (rows) {
		pdf_end(&drawing->draw, "THead");
		pdf_begin(&drawing->draw, (struct pdf_tag){ .name = "TBody" });
		for (guint i = head + 1; i < to && !drawing->stopped; i++)
			draw_row(drawing, part, piece_at(drawing, i));
		pdf_end(&drawing->draw, "TBody");
	}
	pdf_end(&drawing->draw, "Table");
}

/* ---- cards and charts ---- */

static void
draw_cards(struct drawing *drawing, const struct pdf_part *part, guint from, guint to)
{
	if (from == to)
		return;
	go_to(drawing, piece_at(drawing, from));
	pdf_begin(&drawing->draw, (struct pdf_tag){ .name = "L" });
	for (guint i = from; i < to; i++) {
		const struct pdf_piece *piece = piece_at(drawing, i);
		const struct pdf_sheet *sheet;

		go_to(drawing, piece);
		sheet = sheet_of_page(drawing, drawing->page);
		pdf_cards_draw(&drawing->draw, part->cards, piece->index, sheet->left,
		    piece->y, sheet->text);
	}
	pdf_end(&drawing->draw, "L");
}

static void
draw_chart(
    struct drawing *drawing, const struct pdf_part *part, const struct pdf_piece *piece)
{
	const struct pdf_sheet *sheet;
	struct pdf_canvas place;
	struct canvas canvas;

	go_to(drawing, piece);
	sheet = sheet_of_page(drawing, drawing->page);
	place = (struct pdf_canvas){ &drawing->draw, sheet->left, piece->y };
	canvas = pdf_canvas(&place);
	pdf_begin(&drawing->draw,
	    (struct pdf_tag){ .name = "Figure",
	        .alt = *part->text ? part->text : part->chart->finding,
	        .box = { sheet->left, sheet->height - piece->y - piece->height,
	            sheet->left + sheet->text, sheet->height - piece->y } });
	chart_draw(part->chart, &canvas, sheet->text, piece->height, false);
	pdf_end(&drawing->draw, "Figure");
}

static void
draw_part(struct drawing *drawing, const struct pdf_part *part, guint from, guint to)
{
	switch (part->kind) {
	case PART_TEXT:
		if (from < to)
			bookmark(drawing, part, piece_at(drawing, from));
		draw_lines(drawing, part, from, to);
		break;
	case PART_TABLE:
		draw_table(drawing, part, from, to);
		break;
	case PART_CARDS:
		draw_cards(drawing, part, from, to);
		break;
	case PART_CHART:
		draw_chart(drawing, part, piece_at(drawing, from));
		break;
	}
}

static void
draw_all(struct drawing *drawing)
{
	guint from = 0, n = drawing->pages->pieces->len;

	begin_page(drawing, 0);
	pdf_begin(&drawing->draw, (struct pdf_tag){ .name = "Document" });
	for (guint p = 0; p < drawing->pages->parts->len && !drawing->stopped; p++) {
		guint to = from;

		while (to < n && piece_at(drawing, to)->part == p)
			to++;
		draw_part(drawing,
		    &g_array_index(drawing->pages->parts, struct pdf_part, p), from, to);
		from = to;
	}
	pdf_end(&drawing->draw, "Document");
	cairo_show_page(drawing->draw.cr);
}

/* ---- the file ---- */

static cairo_status_t
append_bytes(void *closure, const unsigned char *data, unsigned int size)
{
	g_byte_array_append(closure, data, size);
	return CAIRO_STATUS_SUCCESS;
}

static void
describe(cairo_surface_t *surface, const struct pdf_meta *meta)
{
	g_autofree char *date = g_strdup_printf("%sT00:00:00Z", meta->date);

	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, meta->title);
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "sparplan");
	if (*meta->author)
		cairo_pdf_surface_set_metadata(
		    surface, CAIRO_PDF_METADATA_AUTHOR, meta->author);
	if (*meta->date)
		cairo_pdf_surface_set_metadata(
		    surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
}

/* What cairo makes of the pages. */
static bool
draw_file(struct drawing *drawing, const struct pdf_meta *meta, GByteArray *data,
    GError **error)
{
	const struct pdf_sheet *sheet = sheet_of_page(drawing, 0);
	cairo_status_t status;

	drawing->surface = cairo_pdf_surface_create_for_stream(append_bytes, data,
	    sheet->width / (double)CANVAS_POINT, sheet->height / (double)CANVAS_POINT);
	drawing->draw.cr = cairo_create(drawing->surface);
	drawing->error = error;
	describe(drawing->surface, meta);
	draw_all(drawing);
	status = cairo_status(drawing->draw.cr);
	cairo_destroy(drawing->draw.cr);
	cairo_surface_finish(drawing->surface);
	/* faults in the tags show only here */
	if (status == CAIRO_STATUS_SUCCESS)
		status = cairo_surface_status(drawing->surface);
	cairo_surface_destroy(drawing->surface);
	if (drawing->stopped)
		return false;
	if (status == CAIRO_STATUS_SUCCESS)
		return true;
	g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_FILE,
	    "PDF kan inte skrivas: ritningen misslyckades (%s). Välj ett annat format "
	    "och anmäl felet.",
	    cairo_status_to_string(status));
	return false;
}

static bool
render(const struct doc *doc, const struct render_options *options,
    struct pdf_fonts *fonts, GString *out, GError **error)
{
	g_autofree char *title = text_display(doc->title);
	g_autofree char *author = text_display(doc->head.organisation);
	const struct pdf_meta meta = { title, author, doc->head.date };
	g_autoptr(GArray) tags = g_array_new(FALSE, FALSE, sizeof(struct pdf_tag));
	g_autoptr(GByteArray) data = g_byte_array_new();
	struct pdf_sheet sheets[2];
	struct pdf_frame *frame = pdf_frame_new(doc, fonts, sheets);
	struct pdf_pages pages;
	struct drawing drawing = { .draw = { NULL, fonts, tags },
		.pages = &pages,
		.frame = frame,
		.options = options };
	bool ok;

	pdf_pages_make(&pages, doc, fonts, sheets);
	ok = draw_file(&drawing, &meta, data, error) &&
	     pdf_tags_complete(data, &meta, tags, options, out, error);
	pdf_pages_clear(&pages);
	pdf_frame_free(frame);
	return ok;
}

bool
module_render(const struct doc *doc, const struct render_options *options, GString *out,
    GError **error)
{
	struct pdf_fonts *fonts = NULL;
	bool ok;

	if (!pdf_fonts_new(&fonts, error))
		return false;
	ok = render(doc, options, fonts, out, error);
	pdf_fonts_free(fonts);
	return ok;
}
