/*
 * dialog.c - the overlays: questions, lists, lines to read.
 */
#include "tui/dialog.h"

#include <string.h>

#include "base/text.h"
#include "tui/move.h"

/* ---- a question -------------------------------------------------------------------- */

struct ask {
	char *title;
	char *body;
	const struct answer *answers;
	dialog_done done;
	void *user;
	GDestroyNotify user_free;
	int top, height, more; /* lines: the first shown, how many, how many below */
};

static void
ask_draw(struct app *app, struct screen *screen, struct grid *grid)
{
	struct ask *ask = screen->state;
	int width = MIN(grid->cols - 4, 72), x = (grid->cols - width) / 2;
	g_autoptr(GPtrArray) lines = text_wrap(ask->body, width - 4);
	g_autoptr(GString) keys = g_string_new(NULL);
	int shown = MIN((int)lines->len, grid->rows - 6);
	int height = shown + 4, y = MAX((grid->rows - height) / 2, 1);

	(void)app;
	ask->top = CLAMP(ask->top, 0, (int)lines->len - shown);
	ask->height = shown;
	ask->more = (int)lines->len - shown - ask->top;
	grid_frame(grid, y, x, height, width, ask->title);
	for (int i = 0; i < shown; i++)
		grid_text(grid, y + 1 + i, x + 2, width - 4, -1,
		    g_ptr_array_index(lines, ask->top + i), ROLE_TEXT);
	if (ask->top > 0)
		grid_put(grid, y, x + width - 3, "↑", ROLE_TEXT);
	if (ask->more > 0)
		grid_put(grid, y + height - 1, x + width - 3, "↓", ROLE_TEXT);
	for (int i = 0; ask->answers[i].key != NULL; i++)
		g_string_append_printf(
		    keys, "%s %s  ", ask->answers[i].key, ask->answers[i].label);
	g_string_append(keys, "Esc Tillbaka");
	if (ask->more > 0)
		g_string_append(keys, "  PgDn Mer");
	grid_text(grid, y + height - 2, x + 2, width - 4, -1, keys->str, ROLE_HEADING);
	grid_cursor(grid, y + height - 2, x + 2);
}

/* A text higher than the screen is read by the line and by the page. */
static bool
ask_scroll(struct ask *ask, const char *key)
{
	int page = MAX(ask->height - 1, 1);
	int by = strcmp(key, "Up") == 0     ? -1
	         : strcmp(key, "Down") == 0 ? 1
	         : strcmp(key, "PgUp") == 0 ? -page
	         : strcmp(key, "PgDn") == 0 ? page
	                                    : 0;

	ask->top = MAX(ask->top + MIN(by, ask->more), 0);
	return by != 0;
}

static bool
ask_event(struct app *app, struct screen *screen, const struct event *event)
{
	struct ask *ask = screen->state;
	int index = -1;

	if (event->kind != EVENT_KEY || ask_scroll(ask, event->key))
		return true;
	for (int i = 0; ask->answers[i].key != NULL; i++)
		if (strcmp(ask->answers[i].key, event->key) == 0)
			index = i;
	if (index < 0 && strcmp(event->key, "Esc") != 0)
		return strncmp(event->key, "Ctrl-", 5) != 0 && event->key[0] != 'F';
	app_pop(app);
	ask->done(app, ask->user, index);
	return true;
}

static void
ask_close(void *state)
{
	struct ask *ask = state;

	if (ask->user_free != NULL)
		ask->user_free(ask->user);
	g_free(ask->title);
	g_free(ask->body);
	g_free(ask);
}

void
dialog_ask(struct app *app, const char *title, const char *body,
    const struct answer *answers, dialog_done done, void *user, GDestroyNotify user_free)
{
	static const struct screen_ops ops = {
		.overlay = true, .draw = ask_draw, .event = ask_event, .close = ask_close
	};
	struct ask *ask = g_new0(struct ask, 1);

	*ask = (struct ask){ .title = g_strdup(title),
		.body = text_display_lines(body),
		.answers = answers,
		.done = done,
		.user = user,
		.user_free = user_free };
	app_push(app, &ops, 0, ask);
}

/* ---- a list to pick from ----------------------------------------------------------- */

struct choose {
	char *title;
	GPtrArray *items;
	int at, top, height;
	dialog_done done;
	void *user;
	GDestroyNotify user_free;
};

static void
choose_draw(struct app *app, struct screen *screen, struct grid *grid)
{
	struct choose *choose = screen->state;
	int widest = text_width(choose->title) + 4, width, x, y;

	(void)app;
	for (guint i = 0; i < choose->items->len; i++)
		widest = MAX(widest, text_width(g_ptr_array_index(choose->items, i)));
	width = MIN(MAX(widest + 5, 24), grid->cols - 4);
	choose->height = MIN((int)choose->items->len, grid->rows - 6);
	x = (grid->cols - width) / 2;
	y = MAX((grid->rows - choose->height - 2) / 2, 1);
	choose->top =
	    move_scroll(choose->top, choose->at, choose->height, (int)choose->items->len);
	grid_frame(grid, y, x, choose->height + 2, width, choose->title);
	for (int i = 0; i < choose->height; i++) {
		int item = choose->top + i;
		bool here = item == choose->at;

		if (item >= (int)choose->items->len)
			break;
		grid_put(grid, y + 1 + i, x + 1, here ? "►" : " ", ROLE_TEXT);
		grid_text(grid, y + 1 + i, x + 2, width - 4, -1,
		    g_ptr_array_index(choose->items, item),
		    here ? ROLE_SELECTED : ROLE_TEXT);
		if (here)
			grid_cursor(grid, y + 1 + i, x + 1);
	}
	if (choose->top > 0)
		grid_put(grid, y, x + width - 3, "↑", ROLE_TEXT);
	if (choose->top + choose->height < (int)choose->items->len)
		grid_put(grid, y + choose->height + 1, x + width - 3, "↓", ROLE_TEXT);
}

static void
choose_run(struct app *app, struct screen *screen, enum command command)
{
	struct choose *choose = screen->state;
	int n = (int)choose->items->len, at = choose->at;

	if (move_follow(command, choose->height, n, &at)) {
		choose->at = CLAMP(at, 0, n - 1);
	} else if (command == CMD_LEAVE) {
		app_pop(app);
	} else if (command == CMD_TAKE) {
		app_pop(app);
		choose->done(app, choose->user, choose->at);
	}
}

/* Space, which opened the list, picks too. */
static bool
choose_event(struct app *app, struct screen *screen, const struct event *event)
{
	if (event->kind != EVENT_KEY)
		return true;
	if (strcmp(event->key, "Space") == 0) {
		choose_run(app, screen, CMD_TAKE);
		return true;
	}
	return false;
}

static void
choose_close(void *state)
{
	struct choose *choose = state;

	if (choose->user_free != NULL)
		choose->user_free(choose->user);
	g_ptr_array_unref(choose->items);
	g_free(choose->title);
	g_free(choose);
}

void
dialog_choose(struct app *app, const char *title, GPtrArray *items, int selected,
    dialog_done done, void *user, GDestroyNotify user_free)
{
	static const struct screen_ops ops = { .overlay = true,
		.draw = choose_draw,
		.event = choose_event,
		.run = choose_run,
		.close = choose_close };
	struct choose *choose = g_new0(struct choose, 1);

	choose->title = text_display(title);
	choose->items = items;
	choose->at = CLAMP(selected, 0, MAX((int)items->len - 1, 0));
	choose->done = done;
	choose->user = user;
	choose->user_free = user_free;
	app_push(app, &ops, SCOPE_CHOICE | SCOPE_MOVE | SCOPE_HELP, choose);
}

void
dialog_choose_status(struct app *app, const char *title, enum status now,
    dialog_done done, void *user, GDestroyNotify user_free)
{
	GPtrArray *items = g_ptr_array_new_with_free_func(g_free);

	for (int i = STATUS_NONE + 1; i < STATUS__N; i++) {
		enum role role;

		g_ptr_array_add(
		    items, g_strdup_printf("%s %s", status_glyph((enum status)i, &role),
		               word_text(status_words, i)));
	}
	dialog_choose(app, title, items, MAX((int)now - 1, 0), done, user, user_free);
}

/* ---- lines to read ----------------------------------------------------------------- */

struct reader {
	char *title;
	GPtrArray *lines;
	GPtrArray *wrapped; /* for `width`; a heading keeps its '#' */
	int width, top, height;
};

static void
wrap(struct reader *reader, int width)
{
	if (reader->wrapped != NULL && reader->width == width)
		return;
	if (reader->wrapped != NULL)
		g_ptr_array_unref(reader->wrapped);
	reader->width = width;
	reader->wrapped = g_ptr_array_new_with_free_func(g_free);
	for (guint i = 0; i < reader->lines->len; i++) {
		const char *line = g_ptr_array_index(reader->lines, i);
		size_t indent = strspn(line, " ");
		g_autoptr(GPtrArray) parts = NULL;

		if (text_is_blank(line) || text_width(line) <= width) {
			g_ptr_array_add(reader->wrapped, g_strdup(line));
			continue;
		}
		parts = text_wrap(line + indent, width - (int)indent - 2);
		for (guint j = 0; j < parts->len; j++)
			g_ptr_array_add(reader->wrapped,
			    g_strdup_printf("%.*s%s%s", (int)indent, line,
			        j == 0 ? "" : "  ",
			        (const char *)g_ptr_array_index(parts, j)));
	}
}

static void
reader_draw(struct app *app, struct screen *screen, struct grid *grid)
{
	struct reader *reader = screen->state;
	g_autofree char *where = NULL;
	int n;

	wrap(reader, grid->cols - 2);
	n = (int)reader->wrapped->len;
	reader->height = grid->rows - 3;
	reader->top = CLAMP(reader->top, 0, MAX(n - reader->height, 0));
	app_draw_title(app, grid, reader->title, "");
	for (int i = 0; i < reader->height && reader->top + i < n; i++) {
		const char *line = g_ptr_array_index(reader->wrapped, reader->top + i);
		bool heading = line[0] == '#';

		grid_text(grid, 1 + i, 1, grid->cols - 2, -1, line + (heading ? 1 : 0),
		    heading ? ROLE_HEADING : ROLE_TEXT);
	}
	where = g_strdup_printf("Rad %d–%d av %d", MIN(reader->top + 1, n),
	    MIN(reader->top + reader->height, n), n);
	app_draw_status(app, grid, where);
	grid_cursor(grid, 1, 0);
}

static void
reader_run(struct app *app, struct screen *screen, enum command command)
{
	struct reader *reader = screen->state;

	(void)app;
	switch (command) {
	case CMD_UP:
		reader->top--;
		break;
	case CMD_DOWN:
		reader->top++;
		break;
	case CMD_PAGE_UP:
		reader->top -= reader->height;
		break;
	case CMD_PAGE_DOWN:
		reader->top += reader->height;
		break;
	case CMD_FIRST:
		reader->top = 0;
		break;
	case CMD_LAST:
		reader->top = (int)reader->lines->len * 4;
		break;
	default:
		break;
	}
	reader->top = MAX(reader->top, 0);
}

static void
reader_close(void *state)
{
	struct reader *reader = state;

	g_ptr_array_unref(reader->lines);
	if (reader->wrapped != NULL)
		g_ptr_array_unref(reader->wrapped);
	g_free(reader->title);
	g_free(reader);
}

void
dialog_read(struct app *app, const char *title, GPtrArray *lines)
{
	static const struct screen_ops ops = {
		.draw = reader_draw, .run = reader_run, .close = reader_close
	};
	struct reader *reader = g_new0(struct reader, 1);

	reader->title = text_display(title);
	reader->lines = lines;
	reader->height = 1;
	app_push(app, &ops, SCOPE_MOVE | SCOPE_SUB, reader);
}
