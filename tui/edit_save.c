/*
 * edit_save.c - the form's fields back to an action, and saving it with the version it
 * was read at.
 */
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "tui/edit.h"

static bool
set_fields(struct edit *edit, struct action *action, GStringChunk *pool, int *ret_bad,
    GError **error)
{
	for (int f = 0; f < ACTION_FIELD__N; f++) {
		const struct form_item *item = form_find(&edit->form, f);

		if (!form_item_changed(item) &&
		    !(edit->code == NULL && action_fields[f].required))
			continue;
		if (!action_set(
		        action, (enum action_field)f, form_text(item), pool, error)) {
			g_prefix_error(error, "%s: ", action_fields[f].label);
			*ret_bad = f;
			return false;
		}
	}
	return true;
}

static bool
set_targets(struct edit *edit, GArray *targets, int *ret_bad, GError **error)
{
	g_autoptr(GString) scratch = g_string_new(NULL);

	for (guint i = 0; i < edit->lines->len; i++) {
		const struct edit_line *line =
		    &g_array_index(edit->lines, struct edit_line, i);

		for (int c = 0; c < edit_columns(edit); c++) {
			int id = TARGET_ID((int)i, c);
			const struct form_item *item = form_find(&edit->form, id);
			struct target_edit target = { line->recipient, line->cost_kind,
				edit_column_year(edit, c), AMOUNT_NONE };

			if (!form_item_changed(item))
				continue;
			if (!money_parse(form_text(item), MONEY_MKR, DECIMAL_EITHER,
			        &target.amount, error)) {
				g_prefix_error(
				    error, "%s: ", edit_label(edit, id, scratch));
				*ret_bad = id;
				return false;
			}
			g_array_append_val(targets, target);
		}
	}
	return true;
}

static bool
check_code(struct edit *edit, int *ret_bad, GError **error)
{
	if (edit->code != NULL ||
	    !text_is_blank(form_text(form_find(&edit->form, CODE_ID))))
		return true;
	*ret_bad = CODE_ID;
	g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT,
	    "Nummer: skriv åtgärdens nummer, till exempel HS-16");
	return false;
}

static bool
save_fields(
    struct app *app, struct edit *edit, struct saved *ret, int *ret_bad, GError **error)
{
	g_autoptr(GStringChunk) pool = g_string_chunk_new(256);
	g_autoptr(GArray) targets = g_array_new(FALSE, FALSE, sizeof(struct target_edit));
	struct action action;
	struct action_edit what = { .action = &action };

	if (!check_code(edit, ret_bad, error))
		return false;
	if (edit->detail != NULL)
		action = edit->detail->action;
	else
		action_init(&action, g_string_chunk_insert(pool,
		                         form_text(form_find(&edit->form, CODE_ID))));
	if (!set_fields(edit, &action, pool, ret_bad, error) ||
	    !set_targets(edit, targets, ret_bad, error))
		return false;
	what.expected_version = edit->detail != NULL ? edit->detail->action.version : 0;
	what.targets = (const struct target_edit *)(void *)targets->data;
	what.n_targets = targets->len;
	return session_edit(app->session, &what, ret, error);
}

static void
saved_well(struct app *app, struct edit *edit, const struct saved *saved, bool leave)
{
	GError *error = NULL;

	if (edit->code == NULL)
		edit->code = g_strdup(form_text(form_find(&edit->form, CODE_ID)));
	if (leave)
		app_pop(app);
	else if (!edit_reload(app, edit, &error))
		app_fail(app, NULL, error);
	app_did(app, saved,
	    saved->change != 0
	        ? g_strdup_printf("%s är sparad. u i listan ångrar.", edit->code)
	        : g_strdup_printf("%s: inget skilde sig, inget är ändrat.", edit->code));
}

static void
ask_conflict(struct app *app, struct screen *screen, bool leave, GError *error)
{
	struct edit *edit = screen->state;
	struct view view = app_view(app);
	struct detail *theirs = NULL;
	GError *unread = NULL;

	if (edit->code == NULL ||
	    !session_detail(app->session, edit->code, &view, &theirs, &unread)) {
		g_clear_error(&unread);
		app_fail(app, "Åtgärden är INTE sparad.", error);
		return;
	}
	g_error_free(error);
	conflict_open(app, screen, theirs, leave);
}

bool
edit_save(struct app *app, struct screen *screen, bool leave)
{
	struct edit *edit = screen->state;
	struct saved saved = { 0 };
	GError *error = NULL;
	int bad = -1;

	if (edit->code != NULL && !form_changed(&edit->form)) {
		app_say(app, MESSAGE_OK, g_strdup("Allt är sparat."));
		return true;
	}
	if (save_fields(app, edit, &saved, &bad, &error)) {
		saved_well(app, edit, &saved, leave);
		return true;
	}
	app_refresh(app);
	if (bad >= 0)
		form_focus(&edit->form, bad);
	if (g_error_matches(error, SPARPLAN_ERROR, SPARPLAN_ERROR_CONFLICT))
		ask_conflict(app, screen, leave, error);
	else
		app_fail(app, "Åtgärden är INTE sparad.", error);
	return false;
}
