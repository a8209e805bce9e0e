/*
 * spoken.c - sentences from the pieces of a grid.
 */
#include "tui/spoken.h"

#include <string.h>

#include "base/text.h"

#define FOOT_ROWS 2 /* the message and the key bar, as screens are drawn */

/* ---- the pieces of a row ----------------------------------------------------------- */

static gint
by_column(gconstpointer a, gconstpointer b)
{
	const struct grid_piece *x = a, *y = b;

	return x->x - y->x;
}

/* Frames, bars, lights, marks: a word beside them says the same. */
static bool
is_sign(gunichar sign)
{
	return (sign >= 0x2500 && sign <= 0x25FF) || sign == 0x221A || sign == 0x00D7 ||
	       (sign >= 0x2800 && sign <= 0x28FF);
}

static void
append_plain(GString *out, const char *text)
{
	gsize start = out->len;
	bool gap = false;

	for (const char *p = text; *p != '\0'; p = text_next(p)) {
		gunichar sign = g_utf8_get_char(p);

		if (is_sign(sign) || g_unichar_isspace(sign)) {
			gap = true;
			continue;
		}
		if (gap && out->len > start)
			g_string_append_c(out, ' ');
		gap = false;
		g_string_append_unichar(out, sign);
	}
}

/* Letters that were put one by one are one piece. */
static bool
joins(const struct grid_piece *before, const struct grid_piece *piece)
{
	return before->role == piece->role && before->x + before->width == piece->x &&
	       piece->width == 1 && before->width == text_width(before->text);
}

/* The row's pieces from the left; their texts are owned. */
static GArray *
pieces_of(const struct grid *drawn, int y)
{
	GArray *row = g_array_new(FALSE, FALSE, sizeof(struct grid_piece));
	GArray *out = g_array_new(FALSE, FALSE, sizeof(struct grid_piece));

	for (guint i = 0; i < drawn->pieces->len; i++) {
		const struct grid_piece *piece =
		    &g_array_index(drawn->pieces, struct grid_piece, i);

		if (piece->y == y)
			g_array_append_val(row, *piece);
	}
	g_array_sort(row, by_column);
	for (guint i = 0; i < row->len; i++) {
		struct grid_piece piece = g_array_index(row, struct grid_piece, i);
		struct grid_piece *last =
		    out->len > 0 ? &g_array_index(out, struct grid_piece, out->len - 1)
		                 : NULL;
		char *both;

		if (last == NULL || !joins(last, &piece)) {
			piece.text = g_strdup(piece.text);
			g_array_append_val(out, piece);
			continue;
		}
		both = g_strconcat(last->text, piece.text, NULL);
		g_free(last->text);
		last->text = both;
		last->width += piece.width;
	}
	g_array_unref(row);
	return out;
}

static void
pieces_free(GArray *pieces)
{
	for (guint i = 0; i < pieces->len; i++)
		g_free(g_array_index(pieces, struct grid_piece, i).text);
	g_array_unref(pieces);
}

/* ---- headings ---------------------------------------------------------------------- */

/* A row of three headings or more stands over columns. */
static bool
is_heading_row(const GArray *pieces)
{
	guint headings = 0;

	for (guint i = 0; i < pieces->len; i++) {
		const struct grid_piece *piece =
		    &g_array_index(pieces, struct grid_piece, i);

		if (text_is_blank(piece->text))
			continue;
		/* sums of a group are headings to look at, and stand under words */
		if (piece->role != ROLE_HEADING || strcmp(piece->text, "–") == 0 ||
		    strchr(piece->text, ',') != NULL)
			return false;
		headings++;
	}
	return headings >= 3;
}

/* The headings that hold for row y: the nearest above it. */
static GArray *
headings_over(const struct grid *drawn, int y)
{
	if (y >= drawn->rows - FOOT_ROWS)
		return NULL;
	for (int above = y - 1; above > 0; above--) {
		GArray *pieces = pieces_of(drawn, above);

		if (is_heading_row(pieces))
			return pieces;
		pieces_free(pieces);
	}
	return NULL;
}

/* What a column is called in a sentence; NULL: nothing need be said. */
static char *
spoken_heading(const char *heading)
{
	static const struct {
		const char *written, *spoken; /* NULL: said by what stands there */
	} words[] = { { "Nr", NULL }, { "Åtgärd", NULL }, { "Mått", NULL },
		{ "Uppdrag", NULL }, { "Fält", NULL }, { "K", "slag" }, { "S", "status" },
		{ "Prog", "prognos" }, { "Avvik", "avvikelse" }, { "Utf", "utfall" },
		{ "Avv", "avvikelse" } };

	g_autofree char *word = g_strstrip(g_strdup(heading));

	if (word[0] == '\0')
		return NULL;
	for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
		if (strcmp(words[i].written, word) == 0)
			return g_strdup(words[i].spoken);
	return g_utf8_strdown(word, -1);
}

/* The heading whose columns the piece shares most. */
static char *
heading_of(const GArray *headings, const struct grid_piece *piece)
{
	const struct grid_piece *best = NULL;
	int most = 0;

	for (guint i = 0; headings != NULL && i < headings->len; i++) {
		const struct grid_piece *heading =
		    &g_array_index(headings, struct grid_piece, i);
		int from = MAX(heading->x, piece->x);
		int to = MIN(heading->x + heading->width, piece->x + piece->width);

		/* what runs over several columns stands in none of them */
		if (to - from > most && piece->width <= heading->width + 4) {
			most = to - from;
			best = heading;
		}
	}
	if (best == NULL || best == &g_array_index(headings, struct grid_piece, 0))
		return NULL; /* the first column says itself what the row is about */
	return spoken_heading(best->text);
}

/* ---- a sentence -------------------------------------------------------------------- */

static bool
is_field(const struct grid_piece *piece)
{
	return piece->role == ROLE_FIELD || piece->role == ROLE_FOCUS;
}

/* Brackets stand around fields and say nothing more. */
static bool
is_bracket(const struct grid_piece *piece)
{
	return strcmp(piece->text, "[") == 0 || strcmp(piece->text, "]") == 0;
}

/* `named`: what stands before says what this is. */
static void
append_piece(
    GString *out, const struct grid_piece *piece, const char *heading, bool *named)
{
	g_autoptr(GString) plain = g_string_new(NULL);
	bool field = is_field(piece);

	append_plain(plain, piece->text);
	if (is_bracket(piece) ||
	    (plain->len == 0 && (!field || !text_is_blank(piece->text))))
		return;
	if (plain->len == 0)
		g_string_assign(plain, "tomt");
	else if (strcmp(plain->str, "–") == 0)
		g_string_assign(plain, "saknas");
	if (out->len > 0)
		g_string_append(out, field && *named ? ": " : *named ? " " : ", ");
	if (heading != NULL)
		g_string_append_printf(out, "%s ", heading);
	g_string_append(out, plain->str);
	*named = heading == NULL && !field;
}

/* *ret_at: the byte of the sentence where column `column` is spoken. */
static char *
sentence(const struct grid *drawn, int y, int column, gsize *ret_at)
{
	GArray *pieces = pieces_of(drawn, y), *headings = NULL;
	GString *out = g_string_new(NULL);
	bool named = false;

	*ret_at = 0;
	if (!is_heading_row(pieces))
		headings = headings_over(drawn, y);
	for (guint i = 0; i < pieces->len; i++) {
		const struct grid_piece *piece =
		    &g_array_index(pieces, struct grid_piece, i);
		g_autofree char *heading = heading_of(headings, piece);
		bool here = column >= piece->x && column <= piece->x + piece->width;
		/* headings over the first columns are said by what stands there */
		bool table = headings != NULL && i > 0;

		if (table && heading != NULL)
			named = false;
		append_piece(out, piece, heading, &named);
		if (here && is_field(piece))
			*ret_at = out->len -
			          MIN(out->len, (gsize)MAX(0, text_width(piece->text) -
			                                          (column - piece->x)));
	}
	pieces_free(pieces);
	if (headings != NULL)
		pieces_free(headings);
	return g_string_free(out, FALSE);
}

/* ---- the screen -------------------------------------------------------------------- */

struct spoken {
	GPtrArray *lines;       /* char * */
	int cursor_y, cursor_x; /* in them */
};

/* The lines of row y, broken at blanks; the cursor's when it stands there. */
static void
add_row(struct spoken *spoken, const struct grid *drawn, int y, int cols)
{
	bool here = drawn->cursor_y == y;
	gsize at, passed = 0;
	g_autofree char *text = sentence(drawn, y, here ? drawn->cursor_x : -1, &at);
	g_autoptr(GPtrArray) parts = NULL;

	if ((text[0] == '\0' || strcmp(text, "tomt") == 0) && !here)
		return;
	parts = text_wrap(text, cols);
	for (guint i = 0; i < parts->len; i++) {
		const char *part = g_ptr_array_index(parts, i);
		gsize length = strlen(part);

		while (text[passed] == ' ' && part[0] != ' ')
			passed++;
		if (here && at >= passed &&
		    (at <= passed + length || i + 1 == parts->len)) {
			g_autofree char *head = g_strndup(part, MIN(at - passed, length));

			spoken->cursor_y = (int)spoken->lines->len;
			spoken->cursor_x = text_width(head);
		}
		passed += length;
		g_ptr_array_add(spoken->lines, g_strdup(part));
	}
}

static void
show(const struct spoken *spoken, struct grid *to, int y, int height, int first)
{
	for (int i = 0; i < height && first + i < (int)spoken->lines->len; i++)
		grid_put(to, y + i, 0,
		    g_ptr_array_index(spoken->lines, (guint)(first + i)), ROLE_TEXT);
}

static struct spoken
read_rows(const struct grid *drawn, int from, int to, int cols)
{
	struct spoken spoken = { g_ptr_array_new_with_free_func(g_free), -1, 0 };

	for (int y = from; y < to; y++)
		add_row(&spoken, drawn, y, cols);
	return spoken;
}

void
spoken_draw(const struct grid *drawn, struct grid *to)
{
	int foot = drawn->rows - FOOT_ROWS;
	struct spoken body = read_rows(drawn, 0, foot, to->cols);
	struct spoken feet = read_rows(drawn, foot, drawn->rows, to->cols);
	int room = MAX(to->rows - (int)feet.lines->len, 1), n = (int)body.lines->len;
	int first = 0;

	if (n > room)
		first = CLAMP(body.cursor_y - room / 2, 0, n - room);
	show(&body, to, 0, room, first);
	show(&feet, to, room, to->rows - room, 0);
	if (body.cursor_y >= 0)
		grid_cursor(to, body.cursor_y - first, body.cursor_x);
	else if (feet.cursor_y >= 0)
		grid_cursor(to, room + feet.cursor_y, feet.cursor_x);
	g_ptr_array_unref(body.lines);
	g_ptr_array_unref(feet.lines);
}
