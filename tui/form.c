/*
 * form.c - moving between fields, typing in them, drawing them.
 */
#include "tui/form.h"

#include <string.h>

#include "base/text.h"
#include "tui/dialog.h"

static void
item_free(gpointer data)
{
	struct form_item *item = data;

	field_clear(&item->field);
	g_free(item->before);
	if (item->options != NULL)
		g_ptr_array_unref(item->options);
	g_free(item);
}

void
form_init(struct form *form)
{
	memset(form, 0, sizeof(*form));
	form->items = g_ptr_array_new_with_free_func(item_free);
	form->focus = -1;
}

void
form_clear(struct form *form)
{
	if (form->items != NULL)
		g_ptr_array_unref(form->items);
	memset(form, 0, sizeof(*form));
}

static struct form_item *
item_at(const struct form *form, int index)
{
	return g_ptr_array_index(form->items, index);
}

struct form_item *
form_add(struct form *form, enum form_kind kind, int id, int y, int x, int width,
    const char *text)
{
	struct form_item *item = g_new0(struct form_item, 1);

	item->kind = kind;
	item->id = id;
	item->y = y;
	item->x = x;
	item->width = item->shown = width;
	item->height = 1;
	field_init(&item->field, text, kind == FORM_LINES);
	item->field.fresh = kind == FORM_AMOUNT;
	item->before = g_strdup(item->field.text->str);
	g_ptr_array_add(form->items, item);
	if (form->focus < 0 && kind != FORM_LABEL)
		form->focus = (int)form->items->len - 1;
	return item;
}

struct form_item *
form_add_choice(struct form *form, int id, int y, int x, int width, GPtrArray *options,
    const char *text)
{
	struct form_item *item = form_add(form, FORM_CHOICE, id, y, x, width, text);

	item->options = options;
	return item;
}

struct form_item *
form_find(const struct form *form, int id)
{
	for (guint i = 0; i < form->items->len; i++) {
		struct form_item *item = item_at(form, (int)i);

		if (item->kind != FORM_LABEL && item->id == id)
			return item;
	}
	return NULL;
}

void
form_focus(struct form *form, int id)
{
	for (guint i = 0; i < form->items->len; i++) {
		const struct form_item *item = item_at(form, (int)i);

		if (item->kind != FORM_LABEL && item->id == id)
			form->focus = (int)i;
	}
}

const char *
form_text(const struct form_item *item)
{
	return item->field.text->str;
}

bool
form_item_changed(const struct form_item *item)
{
	return item->kind != FORM_LABEL && strcmp(form_text(item), item->before) != 0;
}

bool
form_changed(const struct form *form)
{
	for (guint i = 0; i < form->items->len; i++)
		if (form_item_changed(item_at(form, (int)i)))
			return true;
	return false;
}

int
form_chosen(const struct form_item *item)
{
	for (guint i = 0; item->options != NULL && i < item->options->len; i++)
		if (strcmp(g_ptr_array_index(item->options, i), form_text(item)) == 0)
			return (int)i;
	return -1;
}

/* A text that does not fit is read from its start. */
static void
enter(struct form_item *item)
{
	bool fits = text_width(form_text(item)) < item->shown && !item->field.lines;

	item->field.cursor = fits ? item->field.text->len : 0;
	item->field.fresh = item->kind == FORM_AMOUNT;
	item->field.typing = false;
}

static bool
move_focus(struct form *form, int by)
{
	for (int i = form->focus + by; i >= 0 && i < (int)form->items->len; i += by) {
		struct form_item *item = item_at(form, i);

		if (item->kind == FORM_LABEL)
			continue;
		form->focus = i;
		enter(item);
		return true;
	}
	return false;
}

/* How many options are values: an `open` choice keeps its last one for the list. */
static int
count_values(const struct form_item *item)
{
	return (int)item->options->len - (item->open ? 1 : 0);
}

/* ← → in a choice. */
static void
turn(struct form_item *item, int by)
{
	int n = count_values(item);
	int at = form_chosen(item) + by;

	if (n > 0)
		field_set(
		    &item->field, g_ptr_array_index(item->options, CLAMP(at, 0, n - 1)));
}

/* A letter goes to the next option that begins with it; false: none does. */
static bool
turn_to(struct form_item *item, const char *letter)
{
	g_autofree char *wanted = text_fold(letter);
	int n = count_values(item), at = form_chosen(item);

	if (g_utf8_strlen(letter, -1) != 1 || !g_unichar_isalnum(g_utf8_get_char(letter)))
		return false;
	for (int i = 1; i <= n; i++) {
		const char *option = g_ptr_array_index(item->options, (at + i) % n);
		g_autofree char *folded = text_fold(option);

		if (!g_str_has_prefix(folded, wanted))
			continue;
		field_set(&item->field, option);
		return true;
	}
	return false;
}

static enum form_use
choice_event(struct form *form, struct form_item *item, const char *key)
{
	if (form->locked)
		return FORM_NOT_USED;
	if (strcmp(key, "Space") == 0)
		return FORM_PICK;
	if (strcmp(key, "Left") == 0)
		turn(item, -1);
	else if (strcmp(key, "Right") == 0)
		turn(item, 1);
	else
		return turn_to(item, key) ? FORM_USED : FORM_NOT_USED;
	return FORM_USED;
}

/* Keys that would change a locked field do nothing; those that move still do. */
static bool
is_locked(const struct form *form, const struct event *event)
{
	static const char *const moves[] = { "Left", "Right", "Home", "End", NULL };

	return form->locked &&
	       (event->kind != EVENT_KEY || !g_strv_contains(moves, event->key));
}

enum form_use
form_event(struct form *form, const struct event *event)
{
	struct form_item *item;
	enum form_use use = FORM_NOT_USED;

	if (form->focus < 0)
		return FORM_NOT_USED;
	item = item_at(form, form->focus);
	if (item->kind == FORM_ROW)
		use = !form->locked && event->kind == EVENT_KEY &&
		              strcmp(event->key, "Space") == 0
		          ? FORM_PICK
		          : FORM_NOT_USED;
	else if (item->kind == FORM_CHOICE)
		use = event->kind == EVENT_KEY ? choice_event(form, item, event->key)
		                               : FORM_NOT_USED;
	else if (!is_locked(form, event) && field_event(&item->field, event, item->shown))
		use = FORM_USED;
	if (use != FORM_NOT_USED || event->kind != EVENT_KEY)
		return use;
	if (strcmp(event->key, "Enter") == 0)
		return move_focus(form, 1) ? FORM_USED : FORM_LAST;
	if (strcmp(event->key, "Tab") == 0 || strcmp(event->key, "Down") == 0)
		move_focus(form, 1);
	else if (strcmp(event->key, "Shift-Tab") == 0 || strcmp(event->key, "Up") == 0)
		move_focus(form, -1);
	else
		return FORM_NOT_USED;
	return FORM_USED;
}

/* ---- the list of a choice ---------------------------------------------------------- */

static bool
new_text_done(struct app *app, struct prompt *prompt, void *user)
{
	struct form_item *item = user;

	(void)app;
	if (text_is_blank(prompt_text(prompt, 0))) {
		prompt_refuse(
		    prompt, 0, g_strdup("Namnet saknas. Skriv det, eller tryck Esc."));
		return false;
	}
	field_set(&item->field, prompt_text(prompt, 0));
	return true;
}

static void
pick_done(struct app *app, void *user, int index)
{
	struct form_item *item = user;

	if (item->open && index == (int)item->options->len - 1) {
		struct prompt *prompt =
		    prompt_new("Nytt namn", NULL, new_text_done, item, NULL);

		prompt_add_text(prompt, "Namn", "");
		prompt_open(app, prompt);
		return;
	}
	field_set(&item->field, g_ptr_array_index(item->options, index));
}

void
form_pick(struct app *app, struct form *form, const char *title)
{
	struct form_item *item = item_at(form, form->focus);
	GPtrArray *items = g_ptr_array_new_with_free_func(g_free);

	for (guint i = 0; i < item->options->len; i++) {
		const char *text = g_ptr_array_index(item->options, i);

		g_ptr_array_add(items, g_strdup(text[0] == '\0' ? "(inget)" : text));
	}
	dialog_choose(
	    app, title, items, MAX(form_chosen(item), 0), pick_done, item, NULL);
}

/* ---- drawing ----------------------------------------------------------------------- */

static void
draw_item(struct form *form, struct form_item *item, struct grid *grid, int y, int x,
    bool focus, int width, int height)
{
	int w = MIN(item->width, width - item->x - 2);
	enum role role = focus ? ROLE_FOCUS : form->locked ? ROLE_TEXT : ROLE_FIELD;

	item->shown = MAX(w, 1);
	if (item->kind == FORM_LABEL) {
		grid_text(grid, y, x, MIN(item->width, width - item->x), -1,
		    form_text(item), item->role);
		return;
	}
	if (item->kind == FORM_ROW) {
		grid_put(grid, y, x, focus ? "►" : " ", ROLE_TEXT);
		grid_text(grid, y, x + 1, w, -1, form_text(item),
		    focus ? ROLE_SELECTED : ROLE_TEXT);
		if (focus)
			grid_cursor(grid, y, x);
		return;
	}
	for (int i = 0; i < height; i++) {
		grid_put(grid, y + i, x, "[", ROLE_TEXT);
		grid_put(grid, y + i, x + 1 + w, "]", ROLE_TEXT);
	}
	if (item->kind == FORM_CHOICE) {
		grid_text(grid, y, x + 1, w - 2, -1, form_text(item), role);
		grid_put(grid, y, x + w - 1, " ▼", role);
		if (focus)
			grid_cursor(grid, y, x + 1);
	} else if (item->kind == FORM_AMOUNT && (!focus || item->field.fresh)) {
		grid_text(grid, y, x + 1, w, 1, form_text(item), role);
		if (focus)
			grid_cursor(grid, y, x + w);
	} else {
		field_draw(&item->field, grid, y, x + 1, w, height, focus, role);
	}
}

/* The focus shows, with a row of what stands before and after it; and in a higher window
 * no row is left empty that an item could have. */
static void
scroll(struct form *form, int height)
{
	int bottom = 0;

	for (guint i = 0; i < form->items->len; i++) {
		const struct form_item *item = item_at(form, (int)i);

		bottom = MAX(bottom, item->y + item->height);
	}
	if (form->focus >= 0) {
		const struct form_item *item = item_at(form, form->focus);
		int end = MIN(item->y + item->height + 1, bottom);

		if (end > form->top + height)
			form->top = end - height;
		if (item->y < form->top + (form->focus > 0 ? 1 : 0))
			form->top = MAX(item->y - 1, 0);
	}
	form->top = CLAMP(bottom - height, 0, form->top);
}

void
form_draw(struct form *form, struct grid *grid, int y, int x, int height, int width)
{
	scroll(form, height);
	for (guint i = 0; i < form->items->len; i++) {
		struct form_item *item = item_at(form, (int)i);
		int at = item->y - form->top;

		if (at >= 0 && at < height)
			draw_item(form, item, grid, y + at, x + item->x,
			    (int)i == form->focus, width, MIN(item->height, height - at));
	}
}
