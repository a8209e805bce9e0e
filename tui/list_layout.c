/*
 * list_layout.c - where the columns of the action list stand, and which of them show.
 */
#include "calendar/month.h"
#include "tui/list.h"

#define NAME_MIN      16 /* columns of a name below which the others are moved sideways */
#define NAME_OF_YEARS 24 /* what every year must leave a name by default */

int
list_default_columns(int cols, int n_years, enum list_column *ret)
{
	int n = 0;

	if (cols >= 80)
		ret[n++] = LIST_KIND;
	if (cols >= WIDE_COLS && n_years > 0) {
		ret[n++] = LIST_YEARS;
		ret[n++] = LIST_SUM;
	} else {
		ret[n++] = LIST_TARGET;
	}
	ret[n++] = LIST_REALISED;
	if (cols >= 80)
		ret[n++] = LIST_FORECAST;
	ret[n++] = LIST_DEVIATION;
	if (cols >= WIDE_COLS)
		ret[n++] = LIST_LIGHT;
	ret[n++] = LIST_STATUS;
	if (cols >= WIDE_COLS)
		ret[n++] = LIST_REPORTED;
	return n;
}

static int
width_of(const struct list_layout *layout, enum list_column column)
{
	if (column == LIST_STATUS && !layout->words)
		return 2;
	return list_columns[column].width > 0 ? list_columns[column].width
	                                      : layout->amount;
}

static int
total_width(const struct list_layout *layout)
{
	int width = 0;

	for (int i = 0; i < layout->n; i++)
		width += layout->cells[i].width;
	return width;
}

static void
add_cells(struct list_layout *layout, enum list_column column, int n_years)
{
	int n = column == LIST_YEARS ? n_years : 1;

	for (int i = 0; i < n && layout->n < LAYOUT_MAX; i++)
		layout->cells[layout->n++] =
		    (struct list_place_cell){ column, i, 0, width_of(layout, column) };
}

static void
add_columns(
    struct list_layout *layout, const enum list_column *columns, int n, int n_years)
{
	layout->n = 0;
	for (int i = 0; i < n; i++)
		add_cells(layout, columns[i], n_years);
}

/* The first of them out of sight, and those that then have no room. */
static void
fit(struct list_layout *layout, int room, int shift)
{
	int used = 0, n = 0, width = total_width(layout);

	layout->shift_max = 0;
	for (int i = 0; width > room && i < layout->n - 1; i++) {
		width -= layout->cells[i].width;
		layout->shift_max++;
	}
	layout->shift = CLAMP(shift, 0, layout->shift_max);
	for (int i = layout->shift; i < layout->n; i++) {
		if (n > 0 && used + layout->cells[i].width > room)
			break;
		layout->cells[n] = layout->cells[i];
		/* one that is wider than all the room is cut */
		layout->cells[n].width = MIN(layout->cells[n].width, MAX(room, 2));
		used += layout->cells[n++].width;
	}
	layout->n = n;
}

static void
place(struct list_layout *layout, int cols)
{
	int x = cols - 1;

	for (int i = layout->n - 1; i >= 0; i--) {
		x -= layout->cells[i].width;
		layout->cells[i].x = x;
	}
	layout->name_width = x - layout->name;
}

void
list_layout(
    const struct app *app, const struct list *list, int cols, struct list_layout *ret)
{
	const struct memory *memory = app->memory;
	int n_years = list->view->units->n_years, n = memory->n_columns;
	enum list_column own[LIST_CHOICES];
	int room;

	*ret = (struct list_layout){ .name = list->code_width + 2,
		.amount = app->unit == MONEY_MKR ? 7 : 9,
		.words = cols >= 80 };
	room = cols - 1 - ret->name - NAME_MIN;
	if (n > 0) {
		add_columns(ret, memory->columns, n, n_years);
	} else {
		n = list_default_columns(cols, n_years, own);
		add_columns(ret, own, n, n_years);
		/* many years: the cut-off's alone */
		if (cols >= WIDE_COLS &&
		    total_width(ret) > room + NAME_MIN - NAME_OF_YEARS) {
			n = list_default_columns(cols, 0, own);
			add_columns(ret, own, n, n_years);
		}
	}
	fit(ret, room, list->shift);
	place(ret, cols);
}
