/*
 * edit.h - the action form (S3): one action as fields, and saving it.
 *
 * Shape   a field's id in the form is its enum action_field; a target's is TARGET_ID of
 *         its plan line and year column, where the last column is "ej årsfördelat".
 */
#ifndef TUI_EDIT_H
#define TUI_EDIT_H

#include "tui/form.h"

#define CODE_ID                 90
#define TARGET_ID(line, column) (100 + (line)*100 + (column))
#define STEP_ID(index)          (500000 + (int)(index))  /* last: a new one */
#define LINK_ID(index)          (1000000 + (int)(index)) /* last: a new one */
#define EDIT_YEARS_MAX          12

struct edit_line {
	char *recipient; /* NULL: the action's own förvaltning */
	enum cost_kind cost_kind;
	int y; /* on the form */
};

/* koppling */
struct edit_link {
	enum relation relation;
	char *code;
	int year;
};

/* milstolpe */
struct edit_step {
	char *name, *due, *reached;
};

struct edit {
	struct form form;
	struct detail *detail; /* what the form was filled with; NULL: a new action */
	char *code;            /* NULL: a new action */
	GArray *lines;         /* struct edit_line */
	int first_year, n_years;
	bool undistributed; /* a column more: ej årsfördelat */
	int figures_y;
	GArray *steps; /* struct edit_step, as the form's rows; NULL: a new action */
	GArray *links; /* struct edit_link, likewise */
	int links_y;
	guint links_first; /* the form's item; the rest are milestones and links */
	bool stale;        /* the data changed while a dialog pointed into the form */
};

/* Fill the form from `detail`; the focus stays on the same field. */
void edit_fill(struct app *app, struct edit *edit);
int edit_columns(const struct edit *edit);
int edit_column_year(const struct edit *edit, int column); /* 0: ej årsfördelat */
int edit_column_x(int column);
/* A label from the form's left edge. */
void edit_add_label(struct form *form, int y, const char *text, enum role role);
/* Lay out the rows of figures, or the lights, from y on; the row after them. */
int edit_add_figures(struct edit *edit, int y);
int edit_add_lights(struct edit *edit, int y);
/* Their amounts; the form's rows are `height` from grid row 1. */
void edit_draw_figures(const struct edit *edit, struct grid *grid, int height);
/* The milestones from y on; the row after them. */
int edit_add_steps(struct edit *edit, const struct plan *plan, int y);
void edit_clear_steps(struct edit *edit);
/* Tick the milestone of a form's row, change it, or write a new one; saved at once. */
void edit_ask_step(struct app *app, struct edit *edit, int id);
/* The milestones and links from y on, the form's last rows; and the same read anew beside
 * fields that are being written. */
void edit_add_links(struct app *app, struct edit *edit, int y);
void edit_renew_links(struct app *app, struct edit *edit);
/* Pick what to link to; take away the link in focus.  Each is saved at once. */
void edit_ask_link(struct app *app, struct edit *edit);
void edit_unlink(struct app *app, struct edit *edit);
/* What a field would hold if it were filled from another reading of the action; g_free.
 */
char *edit_value(const struct edit *edit, const struct detail *detail, int id);
const char *edit_label(const struct edit *edit, int id, GString *scratch);

/* Save what differs.  True when it was saved; false when it was not, and the person has
 * been told or asked.  `leave`: close the form after it. */
bool edit_save(struct app *app, struct screen *screen, bool leave);
/* Read the action anew, and fill the form with it. */
bool edit_reload(struct app *app, struct edit *edit, GError **error);

/* Someone else saved first: shows each field before, theirs, yours; saves what is chosen.
 * Takes `theirs`. */
void conflict_open(
    struct app *app, struct screen *form, struct detail *theirs, bool leave);

#endif
