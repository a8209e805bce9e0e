/*
 * screen_export.c - the export screen (S5): an appendix chosen at the left, seen at the
 * right, and written to a file.
 */
#include <glib/gstdio.h>
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "calendar/month.h"
#include "tui/dialog.h"
#include "tui/export.h"
#include "tui/typed.h"
#include "tui/wait.h"

#define FORM_Y       1
#define SIDE_STEP    8 /* columns at a time */
#define FORM_SCOPES  (SCOPE_EXPORT | SCOPE_HELP)
#define WHOLE_SCOPES (SCOPE_READ | SCOPE_MOVE | SCOPE_HELP)

/* Columns of the form; the preview has the rest. */
static int
form_width(int cols)
{
	return cols >= WIDE_COLS ? 38 : cols >= 80 ? 31 : 26;
}

static int
preview_width(int cols)
{
	return cols - form_width(cols) - 4;
}

/* ---- drawing ----------------------------------------------------------------------- */

static int
widest(const GPtrArray *lines)
{
	int width = 0;

	for (guint i = 0; i < lines->len; i++)
		width = MAX(width, text_width(g_ptr_array_index(lines, i)));
	return width;
}

static void
prepare(struct app *app, struct screen *screen, int rows, int cols)
{
	struct export *export = screen->state;
	int width = export->whole ? cols - 2 : preview_width(cols);

	export_preview(export, app, width);
	export->height = rows - 4;
	export->top =
	    CLAMP(export->top, 0, MAX((int)export->lines->len - export->height, 0));
	if (!export->whole)
		export->left = 0;
	if (export->left > 0)
		export->left = MIN(export->left, MAX(widest(export->lines) - width, 0));
}

static void
draw_preview(const struct export *export, struct grid *grid, int x)
{
	int width = grid->cols - x - 1, n = (int)export->lines->len;
	g_autofree char *head =
	    export->failure
	        ? g_strdup("Ingen bilaga")
	        : g_strdup_printf("%sad %d–%d av %d",
	              width >= 40 ? "Förhandsvisning  r" : "R", MIN(export->top + 1, n),
	              MIN(export->top + export->height, n), n);

	grid_text(grid, 1, x, width, -1, head, ROLE_HEADING);
	for (int i = 0; i < export->height && export->top + i < n; i++)
		grid_text(grid, 2 + i, x - export->left, width + export->left, -1,
		    g_ptr_array_index(export->lines, export->top + i),
		    export->failure ? ROLE_ERROR : ROLE_TEXT);
}

static void
draw_whole(const struct export *export, struct grid *grid)
{
	draw_preview(export, grid, 1);
	/* what was passed over ended there */
	grid_fill(grid, 2, 0, export->height, 1, " ", ROLE_TEXT);
	grid_cursor(grid, 2, 0);
}

static void
draw_form(struct export *export, struct grid *grid)
{
	int height = grid->rows - 3, width = form_width(grid->cols);

	form_draw(&export->form, grid, FORM_Y, 1, height, width - 1);
	grid_fill(grid, FORM_Y, width + 1, height, 1, "│", ROLE_TEXT);
	draw_preview(export, grid, width + 3);
}

static void
draw(struct app *app, struct screen *screen, struct grid *grid)
{
	struct export *export = screen->state;
	const struct overview *overview = export->edition.overview;
	g_autofree char *title = app_heading(app, "Exportera bilaga", grid->cols);
	g_autoptr(GString) status = g_string_new(NULL);

	app_draw_title(app, grid, title, "");
	if (export->whole)
		draw_whole(export, grid);
	else
		draw_form(export, grid);
	if (overview != NULL) {
		g_autofree char *month = month_words(overview->cutoff);

		g_string_append_printf(status, "%d av %d rapporterade för %s · ",
		    overview->reported, overview->awaited, month);
	}
	g_string_append(status, "F2 skriver filen");
	app_draw_status(app, grid, status->str);
}

/* ---- writing ----------------------------------------------------------------------- */

/* The file as it is named, whole: "-" is a file too.  g_free. */
static char *
target_path(const struct export *export)
{
	g_autofree char *folder = g_get_current_dir();
	g_autofree char *name =
	    typed_path(form_text(form_find(&export->form, EXPORT_FILE)));

	if (name[0] == '\0' || g_path_is_absolute(name))
		return g_steal_pointer(&name);
	return g_build_filename(folder, name, NULL);
}

static void
write_file(struct app *app, struct export *export, bool overwrite)
{
	g_autofree char *path = target_path(export);
	struct work work;
	const struct edition_target to = { export->backend, path, overwrite, work_on,
		&work };
	GError *error = NULL;
	bool written;

	/* another's change may have come while a question stood */
	if (!export_make(export, app)) {
		app_fail(app, NULL,
		    g_error_new_literal(
		        SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT, export->failure));
		return;
	}
	work_start(&work, app, "Exporterar", path);
	written = edition_write(&export->edition, EXPORT_APPENDIX, &to, &error);
	work_end(&work);
	if (written) {
		app_say(
		    app, MESSAGE_OK, g_strdup_printf("Bilagan är skriven till %s", path));
	} else if (work.cancelled) {
		g_error_free(error);
		app_say(app, MESSAGE_NOTE,
		    g_strdup("Exporten är avbruten. Ingen fil är skriven."));
	} else {
		app_fail(app, NULL, error);
	}
}

static void
replace_done(struct app *app, void *user, int index)
{
	if (index == 0)
		write_file(app, user, true);
}

/* Only a file can be replaced; what else has the name is refused when it is written. */
static void
ask_and_write(struct app *app, struct export *export)
{
	static const struct answer answers[] = { { "e", "Ersätt filen" },
		{ NULL, NULL } };
	bool made = export_make(export, app);
	g_autofree char *path = target_path(export);
	g_autofree char *body = NULL;
	GStatBuf there;

	if (!made || g_lstat(path, &there) != 0 || !S_ISREG(there.st_mode)) {
		write_file(app, export, false);
		return;
	}
	body = g_strdup_printf(
	    "Filen \"%s\" finns redan. Om den ersätts går det som står i den förlorat.",
	    form_text(form_find(&export->form, EXPORT_FILE)));
	dialog_ask(app, "Filen finns", body, answers, replace_done, export, NULL);
}

/* ---- commands ---------------------------------------------------------------------- */

static void
show_whole(struct screen *screen, bool whole)
{
	struct export *export = screen->state;

	export->whole = whole;
	screen->scopes = whole ? WHOLE_SCOPES : FORM_SCOPES;
}

static bool
event(struct app *app, struct screen *screen, const struct event *what)
{
	struct export *export = screen->state;

	if (export->whole)
		return false;
	switch (form_event(&export->form, what)) {
	case FORM_NOT_USED:
		return false;
	case FORM_USED:
		break;
	case FORM_PICK:
		form_pick(app, &export->form, export_label(export));
		break;
	case FORM_LAST:
		ask_and_write(app, export);
		break;
	}
	return true;
}

static bool
run_move(struct export *export, enum command command)
{
	int page = MAX(export->height - 1, 1);

	switch (command) {
	case CMD_UP:
		export->top--;
		return true;
	case CMD_DOWN:
		export->top++;
		return true;
	case CMD_READ_UP:
	case CMD_PAGE_UP:
		export->top -= page;
		return true;
	case CMD_READ_DOWN:
	case CMD_PAGE_DOWN:
		export->top += page;
		return true;
	case CMD_FIRST:
		export->top = export->left = 0;
		return true;
	case CMD_LAST:
		export->top = export->lines != NULL ? (int)export->lines->len : 0;
		return true;
	case CMD_LEFT:
		export->left = MAX(export->left - SIDE_STEP, 0);
		return true;
	case CMD_RIGHT:
		export->left += SIDE_STEP;
		return true;
	default:
		return false;
	}
}

static void
run(struct app *app, struct screen *screen, enum command command)
{
	struct export *export = screen->state;

	if (run_move(export, command))
		return;
	if (command == CMD_WRITE)
		ask_and_write(app, export);
	else if (command == CMD_WIDE || (command == CMD_LEAVE && export->whole))
		show_whole(screen, !export->whole);
	else if (command == CMD_LEAVE)
		app_pop(app);
}

/* What is typed stays; the preview is made when it next shows. */
static bool
refresh(struct app *app, struct screen *screen, GError **error)
{
	(void)app;
	(void)error;
	export_forget(screen->state);
	return true;
}

static void
close_export(void *state)
{
	export_clear(state);
	g_free(state);
}

void
screen_export_open(struct app *app, const char *code)
{
	static const struct screen_ops ops = { .prepare = prepare,
		.draw = draw,
		.event = event,
		.run = run,
		.refresh = refresh,
		.close = close_export };
	struct export *export = g_new0(struct export, 1);
	GError *error = NULL;
	int cutoff;

	if (!app_cutoff(app, &cutoff, &error) ||
	    !export_fill(export, app, code, cutoff, &error)) {
		close_export(export);
		app_fail(app, NULL, error);
		return;
	}
	app_push(app, &ops, FORM_SCOPES, export);
}
