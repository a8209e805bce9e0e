/*
 * pdf_pages.c - filling page after page with the pieces of a document.
 */
#include "reports/backend/pdf_pages.h"

#include "reports/backend/pdf_cut.h"

struct placing {
	struct pdf_pages *pages;
	const GArray *pieces;
	const struct pdf_sheet *sheet;
	bool landscape;
	bool empty; /* nothing is on the page yet */
	int y;
	guint head; /* piece: of the latest table that was begun */
};

static void
new_page(struct placing *placing, bool landscape)
{
	g_array_append_val(placing->pages->landscape, landscape);
	placing->landscape = landscape;
	placing->sheet = &placing->pages->sheets[landscape ? 1 : 0];
	placing->y = placing->sheet->top;
	placing->empty = true;
}

static const struct pdf_part *
part_of(const struct placing *placing, const struct pdf_piece *piece)
{
	return &g_array_index(placing->pages->parts, struct pdf_part, piece->part);
}

/* The head of the table that rows are placed of, on a later page. */
static struct pdf_piece
head_again(const struct placing *placing)
{
	struct pdf_piece head =
	    g_array_index(placing->pieces, struct pdf_piece, placing->head);

	head.repeated = true;
	head.before = 0;
	return head;
}

/* A row's next lines below those that are on the page already. */
static bool
put_below(struct placing *placing, const struct pdf_piece *piece)
{
	GArray *placed = placing->pages->pieces;
	struct pdf_piece *last;
	int more;

	if (piece->kind != PIECE_ROW || piece->from == 0 || placing->empty)
		return false;
	last = &g_array_index(placed, struct pdf_piece, placed->len - 1);
	if (last->kind != PIECE_ROW)
		return false;
	more = piece->height - 2 * part_of(placing, piece)->table.pad_y;
	last->to = piece->to;
	last->height += more;
	placing->y += more;
	return true;
}

static void
put(struct placing *placing, struct pdf_piece piece)
{
	if (put_below(placing, &piece))
		return;
	placing->y += placing->empty ? 0 : piece.before;
	piece.page = placing->pages->landscape->len - 1;
	piece.y = placing->y;
	placing->y += piece.height;
	placing->empty = false;
	g_array_append_val(placing->pages->pieces, piece);
}

/* How high the pieces from..to are together, without what stands above the first. */
static int
height_of(const struct placing *placing, guint from, guint to)
{
	int height = 0;

	for (guint i = from; i <= to; i++) {
		const struct pdf_piece *piece =
		    &g_array_index(placing->pieces, struct pdf_piece, i);

		height += piece->height + (i > from ? piece->before : 0);
	}
	return height;
}

/* The room on a page that is new, below the head of a table that goes on. */
static int
full_room(const struct placing *placing, guint index)
{
	const struct pdf_piece *piece =
	    &g_array_index(placing->pieces, struct pdf_piece, index);
	const struct pdf_part *part = part_of(placing, piece);
	const struct pdf_sheet *sheet = &placing->pages->sheets[part->landscape ? 1 : 0];
	int head = piece->kind == PIECE_ROW ? head_again(placing).height : 0;

	return sheet->bottom - sheet->top - head;
}

static void
place_piece(struct placing *placing, guint index, int need)
{
	const struct pdf_piece *piece =
	    &g_array_index(placing->pieces, struct pdf_piece, index);
	bool landscape = part_of(placing, piece)->landscape;
	int before = placing->empty ? 0 : piece->before;
	bool full = placing->y + before + need > placing->sheet->bottom;

	if (landscape != placing->landscape || (full && !placing->empty)) {
		new_page(placing, landscape);
		if (piece->kind == PIECE_ROW)
			put(placing, head_again(placing));
	}
	if (piece->kind == PIECE_HEAD)
		placing->head = index;
	put(placing, *piece);
}

/* Pieces that keep together go to a new page together, if one holds them. */
static void
place_all(struct placing *placing)
{
	for (guint i = 0; i < placing->pieces->len; i++) {
		guint to = i;
		int need;

		while (to + 1 < placing->pieces->len &&
		       g_array_index(placing->pieces, struct pdf_piece, to).keep)
			to++;
		need = height_of(placing, i, to);
		if (need > full_room(placing, i))
			need = height_of(placing, i, i);
		place_piece(placing, i, need);
		for (; i < to; i++)
			place_piece(placing, i + 1, height_of(placing, i + 1, i + 1));
	}
}

void
pdf_pages_make(struct pdf_pages *ret, const struct doc *doc, struct pdf_fonts *fonts,
    const struct pdf_sheet sheets[2])
{
	struct placing placing = { .pages = ret };
	g_autoptr(GArray) pieces = NULL;

	*ret = (struct pdf_pages){ doc, { sheets[0], sheets[1] },
		g_array_new(FALSE, FALSE, sizeof(struct pdf_part)),
		g_array_new(FALSE, FALSE, sizeof(struct pdf_piece)),
		g_array_new(FALSE, FALSE, sizeof(bool)) };
	placing.pieces = pieces = pdf_cut(ret, doc, fonts);
	new_page(&placing, ret->parts->len > 0 &&
	                       g_array_index(ret->parts, struct pdf_part, 0).landscape);
	place_all(&placing);
}

void
pdf_pages_clear(struct pdf_pages *pages)
{
	for (guint i = 0; i < pages->parts->len; i++) {
		struct pdf_part *part = &g_array_index(pages->parts, struct pdf_part, i);

		g_free(part->text);
		g_array_free(part->lines, TRUE);
		if (part->kind == PART_TABLE)
			pdf_table_clear(&part->table);
	}
	g_array_free(pages->parts, TRUE);
	g_array_free(pages->pieces, TRUE);
	g_array_free(pages->landscape, TRUE);
}
