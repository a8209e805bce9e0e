/*
 * field.c - the text editor of every field.
 */
#include "tui/field.h"

#include <string.h>

#include "base/text.h"

struct field_state {
	char *text;
	gsize cursor;
};

static void
state_free(gpointer data)
{
	struct field_state *state = data;

	g_free(state->text);
	g_free(state);
}

void
field_init(struct field *field, const char *text, bool lines)
{
	memset(field, 0, sizeof(*field));
	field->text = g_string_new(NULL);
	field->lines = lines;
	field->undo = g_ptr_array_new_with_free_func(state_free);
	field->redo = g_ptr_array_new_with_free_func(state_free);
	field_set(field, text);
}

void
field_clear(struct field *field)
{
	if (field->text == NULL)
		return;
	g_string_free(field->text, TRUE);
	g_ptr_array_free(field->undo, TRUE);
	g_ptr_array_free(field->redo, TRUE);
	memset(field, 0, sizeof(*field));
}

/* NFC, and only what a field may hold; g_free. */
static char *
clean(const char *text, bool lines)
{
	g_autofree char *safe = lines ? text_display_lines(text) : text_display(text);
	char *normal = g_utf8_normalize(safe, -1, G_NORMALIZE_NFC);

	return normal != NULL ? normal : g_strdup("");
}

void
field_set(struct field *field, const char *text)
{
	g_autofree char *safe = clean(text, field->lines);

	g_string_assign(field->text, safe);
	field->cursor = field->text->len;
	field->first = 0;
	field->typing = false;
	g_ptr_array_set_size(field->undo, 0);
	g_ptr_array_set_size(field->redo, 0);
}

static struct field_state *
state_of(const struct field *field)
{
	struct field_state *state = g_new(struct field_state, 1);

	state->text = g_strdup(field->text->str);
	state->cursor = field->cursor;
	return state;
}

static void
remember(struct field *field, bool typing)
{
	if (!(typing && field->typing))
		g_ptr_array_add(field->undo, state_of(field));
	field->typing = typing;
	g_ptr_array_set_size(field->redo, 0);
}

static bool
go_back(struct field *field, GPtrArray *from, GPtrArray *to)
{
	struct field_state *state;

	if (from->len == 0)
		return false;
	g_ptr_array_add(to, state_of(field));
	state = g_ptr_array_index(from, from->len - 1);
	g_string_assign(field->text, state->text);
	field->cursor = state->cursor;
	g_ptr_array_set_size(from, (int)from->len - 1);
	field->typing = false;
	return true;
}

static bool
is_mark(const char *p)
{
	gunichar sign = g_utf8_get_char(p);

	return sign >= 0x300 && g_unichar_iszerowidth(sign);
}

/* Start of the letter before `at`; 0 at the start. */
static gsize
before(const struct field *field, gsize at)
{
	const char *start = field->text->str, *p = start + at;

	while (p > start) {
		p = g_utf8_prev_char(p);
		if (!is_mark(p))
			break;
	}
	return (gsize)(p - start);
}

static gsize
after(const struct field *field, gsize at)
{
	const char *p = field->text->str + at;

	if (*p == '\0')
		return at;
	p = text_next(p);
	while (*p != '\0' && is_mark(p))
		p = text_next(p);
	return (gsize)(p - field->text->str);
}

/* A combining mark that is typed belongs to the letter before the cursor, so what stands
 * before it is composed anew. */
void
field_insert(struct field *field, const char *text)
{
	g_autofree char *safe = clean(text, field->lines);
	g_autoptr(GString) joined =
	    g_string_new_len(field->text->str, (gssize)field->cursor);
	g_autofree char *head = NULL;

	g_string_append(joined, safe);
	head = g_utf8_normalize(joined->str, -1, G_NORMALIZE_NFC);
	g_string_assign(joined, head);
	g_string_append(joined, field->text->str + field->cursor);
	field->cursor = strlen(head);
	g_string_assign(field->text, joined->str);
}

static void
type(struct field *field, const char *text, bool typing)
{
	remember(field, typing);
	if (field->fresh) {
		g_string_truncate(field->text, 0);
		field->cursor = 0;
	}
	field_insert(field, text);
}

static void
erase_range(struct field *field, gsize from, gsize to)
{
	if (from == to)
		return;
	remember(field, false);
	g_string_erase(field->text, (gssize)from, (gssize)(to - from));
	field->cursor = from;
}

/* Walking through lines broken at `width` columns. */
struct walk {
	gsize at; /* the byte of the letter that stands at line, column */
	int line, column;
};

static int
letter_width(const struct field *field, gsize at, gsize next)
{
	g_autofree char *letter = g_strndup(field->text->str + at, next - at);

	return text_width(letter);
}

/* Columns of the word that starts at `at`. */
static int
word_width(const struct field *field, gsize at)
{
	gsize length = strcspn(field->text->str + at, " \n");
	g_autofree char *word = g_strndup(field->text->str + at, length);

	return text_width(word);
}

/* Puts the letter at `at` where it stands: on the next line when its word does not fit,
 * or when it does not fit itself.  Blanks at the end of a line hang outside. */
static void
walk_settle(const struct field *field, struct walk *walk, int width)
{
	const char *text = field->text->str;
	bool starts = walk->at > 0 && text[walk->at - 1] == ' ';
	int need;

	if (walk->column == 0 || text[walk->at] == '\n' || text[walk->at] == ' ')
		return;
	need = MAX(letter_width(field, walk->at, after(field, walk->at)), 1);
	if (starts)
		need = MAX(need, MIN(word_width(field, walk->at), width));
	if (walk->column + need > width) {
		walk->line++;
		walk->column = 0;
	}
}

static void
walk_step(const struct field *field, struct walk *walk, int width)
{
	gsize next = after(field, walk->at);

	if (field->text->str[walk->at] == '\n') {
		walk->line++;
		walk->column = 0;
	} else {
		walk->column += letter_width(field, walk->at, next);
	}
	walk->at = next;
	walk_settle(field, walk, width);
}

static struct walk
walk_to(const struct field *field, gsize at, int width)
{
	struct walk walk = { 0, 0, 0 };

	while (walk.at < at)
		walk_step(field, &walk, width);
	return walk;
}

/* The byte nearest to a line and column. */
static gsize
find_place(const struct field *field, int line, int column, int width)
{
	struct walk walk = { 0, 0, 0 };
	gsize best = 0;

	for (;; walk_step(field, &walk, width)) {
		if (walk.line > line || (walk.line == line && walk.column > column))
			break;
		best = walk.at;
		if (walk.at == field->text->len)
			break;
	}
	return best;
}

static bool
move_line(struct field *field, int by, int width)
{
	struct walk here = walk_to(field, field->cursor, width);
	struct walk last = walk_to(field, field->text->len, width);

	if (here.line + by < 0 || here.line + by > last.line)
		return false;
	field->cursor = find_place(field, here.line + by, here.column, width);
	return true;
}

static void
move_to_edge(struct field *field, bool end)
{
	gsize i = field->cursor;

	if (end)
		i += strcspn(field->text->str + i, "\n");
	else
		while (i > 0 && field->text->str[i - 1] != '\n')
			i--;
	field->cursor = i;
}

static bool
move_event(struct field *field, const char *key, int width)
{
	if (strcmp(key, "Left") == 0)
		field->cursor = before(field, field->cursor);
	else if (strcmp(key, "Right") == 0)
		field->cursor = after(field, field->cursor);
	else if (strcmp(key, "Home") == 0)
		move_to_edge(field, false);
	else if (strcmp(key, "End") == 0)
		move_to_edge(field, true);
	else if (field->lines && strcmp(key, "Up") == 0)
		return move_line(field, -1, width);
	else if (field->lines && strcmp(key, "Down") == 0)
		return move_line(field, 1, width);
	else
		return false;
	field->typing = false;
	return true;
}

static bool
edit_event(struct field *field, const struct event *event)
{
	const char *key = event->key;

	if (event->text[0] != '\0')
		type(field, event->text, true);
	else if (field->lines && strcmp(key, "Enter") == 0)
		type(field, "\n", false);
	else if (strcmp(key, "Back") == 0)
		erase_range(field, before(field, field->cursor), field->cursor);
	else if (strcmp(key, "Del") == 0)
		erase_range(field, field->cursor, after(field, field->cursor));
	else if (strcmp(key, "Ctrl-Z") == 0)
		go_back(field, field->undo, field->redo);
	else if (strcmp(key, "Ctrl-Y") == 0)
		go_back(field, field->redo, field->undo);
	else
		return false;
	return true;
}

bool
field_event(struct field *field, const struct event *event, int width)
{
	bool used;

	if (event->kind == EVENT_PASTE) {
		type(field, event->paste->str, false);
		field->fresh = false;
		return true;
	}
	if (event->kind != EVENT_KEY)
		return false;
	used = move_event(field, event->key, width) || edit_event(field, event);
	if (used)
		field->fresh = false;
	return used;
}

static void
draw_line(struct field *field, struct grid *grid, int y, int x, int width, bool focus,
    enum role role)
{
	g_autofree char *head = g_strndup(field->text->str, field->cursor);
	int at = text_width(head), column = 0;

	if (!focus)
		field->first = 0;
	else if (at < field->first)
		field->first = at;
	else if (at - field->first >= width)
		field->first = at - width + 1;
	/* in a wider window, no room is left empty that text could have */
	field->first = CLAMP(text_width(field->text->str) + 1 - width, 0, field->first);
	grid_fill(grid, y, x, 1, width, " ", role);
	if (!focus) {
		grid_text(grid, y, x, width, -1, field->text->str, role);
		return;
	}
	for (gsize i = 0; i < field->text->len; i = after(field, i)) {
		g_autofree char *letter =
		    g_strndup(field->text->str + i, after(field, i) - i);
		int w = text_width(letter);

		if (column >= field->first && column + w - field->first <= width)
			grid_put(grid, y, x + column - field->first, letter, role);
		column += w;
	}
	grid_cursor(grid, y, x + at - field->first);
}

static void
draw_lines(struct field *field, struct grid *grid, int y, int x, int width, int height,
    enum role role)
{
	struct walk walk = { 0, 0, 0 };

	for (; walk.at < field->text->len; walk_step(field, &walk, width)) {
		g_autofree char *letter = NULL;
		int line = walk.line - field->first;

		if (line < 0 || walk.column >= width || field->text->str[walk.at] == '\n')
			continue;
		if (line >= height)
			break;
		letter = g_strndup(
		    field->text->str + walk.at, after(field, walk.at) - walk.at);
		grid_put(grid, y + line, x + walk.column, letter, role);
	}
}

void
field_draw(struct field *field, struct grid *grid, int y, int x, int width, int height,
    bool focus, enum role role)
{
	struct walk cursor;
	int last;

	if (!field->lines) {
		draw_line(field, grid, y, x, width, focus, role);
		return;
	}
	cursor = walk_to(field, field->cursor, width);
	if (cursor.line < field->first)
		field->first = cursor.line;
	if (cursor.line - field->first >= height)
		field->first = cursor.line - height + 1;
	last = walk_to(field, field->text->len, width).line;
	field->first = CLAMP(last + 1 - height, 0, field->first);
	grid_fill(grid, y, x, height, width, " ", role);
	draw_lines(field, grid, y, x, width, height, role);
	if (focus)
		grid_cursor(
		    grid, y + cursor.line - field->first, x + MIN(cursor.column, width));
}
