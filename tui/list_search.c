/*
 * list_search.c - the search of the action list: a line to type in, and the list shows
 * what has the text at every key.
 */
#include "base/text.h"
#include "tui/field.h"
#include "tui/list.h"

struct search {
	struct list *list;
	struct field field;
	/* where the list stood, for Esc */
	int64_t selected, selected_unit;
	int top;
};

#define PROMPT "Sök: "

static void
draw(struct app *app, struct screen *screen, struct grid *grid)
{
	struct search *search = screen->state;
	int y = grid->rows - 2, x = 1 + text_width(PROMPT), width;
	g_autofree char *hits = g_strdup_printf(
	    "%d %s", search->list->shown, search->list->shown == 1 ? "träff" : "träffar");

	(void)app;
	width = MIN(40, grid->cols - x - text_width(hits) - 3);
	grid_fill(grid, y, 0, 1, grid->cols, " ", ROLE_TEXT);
	grid_put(grid, y, 1, PROMPT, ROLE_HEADING);
	field_draw(&search->field, grid, y, x, width, 1, true, ROLE_FIELD);
	if (search->field.text->len > 0)
		grid_put(grid, y, x + width + 2, hits, ROLE_TEXT);
}

/* Groups stay as they are; the first hit is selected. */
static void
narrow(struct app *app, struct search *search)
{
	struct list *list = search->list;

	if (list->view == NULL)
		return;
	g_free(list->live);
	list->live = g_strdup(search->field.text->str);
	if (list->live[0] != '\0' && !list_read_all(app, list))
		return;
	list_fill(list);
	list_move(list, 0);
	if (list->live[0] != '\0' && !list->mixed)
		list_move(list, 1);
}

static bool
event(struct app *app, struct screen *screen, const struct event *what)
{
	struct search *search = screen->state;
	g_autofree char *before = g_strdup(search->field.text->str);

	if (!field_event(&search->field, what, 40))
		return false;
	if (!g_str_equal(before, search->field.text->str))
		narrow(app, search);
	return true;
}

/* The whole list again, and in it what was selected. */
static void
widen(struct list *list, int64_t selected, int64_t unit)
{
	g_clear_pointer(&list->live, g_free);
	if (list->view == NULL)
		return;
	list_fill(list);
	list_select(list, selected, unit);
}

static void
take(struct app *app, struct search *search)
{
	struct list *list = search->list;
	const struct list_row *row = list_selected(list);
	int64_t selected = search->selected, unit = search->selected_unit;
	bool found = row != NULL && search->field.text->len > 0;

	g_free(list->search);
	list->search = g_strdup(search->field.text->str);
	if (found) {
		selected = row->action >= 0 ? list_place(list, row->action)->id : 0;
		unit = list->selected_unit;
	}
	widen(list, selected, unit);
	if (found && selected != 0)
		list_reveal(list, selected);
	if (found)
		app_say(app, MESSAGE_OK,
		    g_strdup_printf(
		        "Söker \"%s\": n nästa, N föregående.", list->search));
	else if (list->search[0] != '\0')
		app_say(app, MESSAGE_NOTE,
		    g_strdup_printf("Ingen åtgärd har \"%s\".", list->search));
}

static void
run(struct app *app, struct screen *screen, enum command command)
{
	struct search *search = screen->state;
	struct list *list = search->list;
	int page = MAX(list->height - 1, 1);

	switch (command) {
	case CMD_UP:
		list_move(list, list->at - 1);
		break;
	case CMD_DOWN:
		list_move(list, list->at + 1);
		break;
	case CMD_PAGE_UP:
		list_move(list, list->at - page);
		break;
	case CMD_PAGE_DOWN:
		list_move(list, list->at + page);
		break;
	case CMD_TAKE:
		take(app, search);
		app_pop(app);
		break;
	case CMD_LEAVE:
		widen(list, search->selected, search->selected_unit);
		list->top = search->top;
		app_pop(app);
		break;
	default:
		break;
	}
}

static void
close_search(void *state)
{
	struct search *search = state;

	field_clear(&search->field);
	g_free(search);
}

void
list_ask_search(struct app *app, struct list *list)
{
	static const struct screen_ops ops = { .overlay = true,
		.draw = draw,
		.event = event,
		.run = run,
		.close = close_search };
	struct search *search = g_new0(struct search, 1);

	search->list = list;
	search->selected = list->selected;
	search->selected_unit = list->selected_unit;
	search->top = list->top;
	field_init(&search->field, "", false);
	app_push(app, &ops, SCOPE_CHOICE | SCOPE_MOVE, search);
}
