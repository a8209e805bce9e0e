/*
 * edit_links.c - what the action has to do with goals, indicators and decisions, as rows
 * of its form: picked from the programme's, removed, each saved at once.
 */
#include <string.h>

#include "base/rows.h"
#include "rollup/lights.h"
#include "rollup/scorecard.h"
#include "tui/dialog.h"
#include "tui/edit.h"

#define LINK_WIDTH 200

static void
link_clear(gpointer data)
{
	struct edit_link *link = data;

	g_free(link->code);
}

/* ---- one link as text -------------------------------------------------------------- */

static char *
goal_text(const struct plan *plan, const GArray *scores, const char *code)
{
	const struct goal *goal = plan_goal(plan, code);
	g_autofree char *light = light_text(scorecard_goal_light(plan, scores, code));

	return g_strdup_printf("%s  %s %s", light, code, goal != NULL ? goal->name : "");
}

static char *
indicator_text(const GArray *scores, const char *code)
{
	const struct score *score = scorecard_find(scores, code);
	g_autofree char *light =
	    light_text(score != NULL ? score->total.light : LIGHT_GREY);

	return g_strdup_printf(
	    "%s  %s %s", light, code, score != NULL ? score->indicator->name : "");
}

static char *
decision_text(const struct plan *plan, const char *code)
{
	const struct decision *d = plan_decision(plan, code);
	g_autofree char *paragraph = d != NULL ? decision_paragraph(d) : NULL;

	if (d == NULL)
		return g_strdup(code);
	return g_strdup_printf("%s  %s %s%s%s %s", code, d->day, d->body,
	    paragraph[0] != '\0' ? " " : "", paragraph,
	    d->outcome[0] != '\0' ? d->outcome : d->subject);
}

static char *
thing_text(const struct plan *plan, const GArray *scores, enum relation relation,
    const char *code)
{
	switch (relation) {
	case RELATION_GOAL:
		return goal_text(plan, scores, code);
	case RELATION_INDICATOR:
		return indicator_text(scores, code);
	case RELATION_DECISION:
	case RELATION_TARGET:
	case RELATION__N:
		break;
	}
	return decision_text(plan, code);
}

static const char *
relation_heading(enum relation relation)
{
	static const char *const headings[RELATION__N] = {
		[RELATION_GOAL] = "Mål",
		[RELATION_INDICATOR] = "Mått",
		[RELATION_DECISION] = "Beslut",
		[RELATION_TARGET] = "Målbelopp",
	};

	return headings[relation];
}

/* ---- the section ------------------------------------------------------------------- */

/* The programme with its lights; false, and NULLs, when it cannot be read. */
static bool
read_plan(struct app *app, const struct plan **ret, GArray **ret_scores, GError **error)
{
	int cutoff;

	if (!app_cutoff(app, &cutoff, error) ||
	    !session_whole(app->session, NULL, ret, error))
		return false;
	*ret_scores = scorecard_make(*ret, cutoff);
	return true;
}

static void
add_link(struct edit *edit, const struct plan *plan, const GArray *scores,
    const struct link *link, int y)
{
	struct edit_link own = { link->relation, g_strdup(link->code), link->year };
	g_autofree char *thing = thing_text(plan, scores, link->relation, link->code);
	g_autofree char *year =
	    link->year != 0 ? g_strdup_printf(" %d", link->year) : NULL;
	g_autofree char *text = g_strdup_printf("%s%s  %s",
	    relation_heading(link->relation), year != NULL ? year : "", thing);

	form_add(
	    &edit->form, FORM_ROW, LINK_ID(edit->links->len), y, 0, LINK_WIDTH, text);
	g_array_append_val(edit->links, own);
}

static void
add_rows(struct app *app, struct edit *edit)
{
	const struct plan *plan = NULL;
	g_autoptr(GArray) scores = NULL;
	int64_t id = edit->detail->action.id;
	int y = edit->links_y;

	/* said when the form itself cannot be read */
	if (!read_plan(app, &plan, &scores, NULL))
		return;
	y = edit_add_steps(edit, plan, y) + 1;
	edit_add_label(&edit->form, y++,
	    "Kopplingar (Ctrl-K kopplar, Del tar bort; sparas genast)", ROLE_HEADING);
	for (guint i = rows_from(plan->links, sizeof(struct link), id);
	     i < plan->links->len; i++) {
		const struct link *link = &g_array_index(plan->links, struct link, i);

		if (link->action != id)
			break;
		add_link(edit, plan, scores, link, y++);
	}
	if (!edit->form.locked)
		form_add(&edit->form, FORM_ROW, LINK_ID(edit->links->len), y, 0,
		    LINK_WIDTH, "Ny koppling till mål, mått eller beslut …");
}

void
edit_add_links(struct app *app, struct edit *edit, int y)
{
	if (edit->links == NULL) {
		edit->links = g_array_new(FALSE, FALSE, sizeof(struct edit_link));
		g_array_set_clear_func(edit->links, link_clear);
	}
	g_array_set_size(edit->links, 0);
	edit->links_y = y;
	edit->links_first = edit->form.items->len;
	add_rows(app, edit);
}

void
edit_renew_links(struct app *app, struct edit *edit)
{
	struct form *form = &edit->form;

	if (edit->links == NULL)
		return;
	g_ptr_array_set_size(form->items, (int)edit->links_first);
	g_array_set_size(edit->links, 0);
	add_rows(app, edit);
	form->focus = MIN(form->focus, (int)form->items->len - 1);
	/* never on a heading that has come where a row was */
	while (form->focus > 0 &&
	       ((struct form_item *)g_ptr_array_index(form->items, (guint)form->focus))
	               ->kind == FORM_LABEL)
		form->focus--;
}

/* ---- changing them ----------------------------------------------------------------- */

static void
save(struct app *app, struct edit *edit, const struct link_edit *what)
{
	struct saved saved = { 0 };
	GError *error = NULL;
	g_autofree char *name = g_strdup_printf(
	    "%s %s", word_text(relation_words, (int)what->relation), what->code);

	if (!session_link(app->session, what, &saved, &error)) {
		app_fail_fresh(app, "Kopplingen är INTE ändrad.", error);
		return;
	}
	app_did(app, &saved,
	    g_strdup_printf("%s: kopplingen till %s är %s. u i listan ångrar.",
	        edit->code, name, what->remove ? "borttagen" : "sparad"));
}

void
edit_unlink(struct app *app, struct edit *edit)
{
	const struct form_item *item =
	    g_ptr_array_index(edit->form.items, (guint)edit->form.focus);
	int at = item->id - LINK_ID(0);
	const struct edit_link *link;
	g_autofree char *code = NULL;
	struct link_edit what = { .action = edit->code, .remove = true };

	if (edit->links == NULL || item->kind != FORM_ROW || at < 0 ||
	    at >= (int)edit->links->len)
		return;
	link = &g_array_index(edit->links, struct edit_link, at);
	/* the row goes with the next reading */
	what.code = code = g_strdup(link->code);
	what.relation = link->relation;
	what.year = link->year;
	save(app, edit, &what);
}

struct picking {
	struct edit *edit;
	enum relation relation;
	GPtrArray *codes;
};

static void
picking_free(gpointer data)
{
	struct picking *picking = data;

	g_ptr_array_unref(picking->codes);
	g_free(picking);
}

static void
picked(struct app *app, void *user, int index)
{
	const struct picking *picking = user;
	struct link_edit what = { .action = picking->edit->code,
		.relation = picking->relation,
		.code = g_ptr_array_index(picking->codes, index) };

	save(app, picking->edit, &what);
}

static bool
is_linked(const struct edit *edit, enum relation relation, const char *code)
{
	for (guint i = 0; i < edit->links->len; i++) {
		const struct edit_link *link =
		    &g_array_index(edit->links, struct edit_link, i);

		if (link->relation == relation && strcmp(link->code, code) == 0)
			return true;
	}
	return false;
}

/* The codes of a kind that the action is not linked to yet. */
static GPtrArray *
free_codes(const struct edit *edit, const struct plan *plan, enum relation relation)
{
	const GArray *const arrays[] = { [RELATION_GOAL] = plan->goals,
		[RELATION_INDICATOR] = plan->indicators,
		[RELATION_DECISION] = plan->decisions };
	GPtrArray *codes = g_ptr_array_new_with_free_func(g_free);

	for (guint i = 0; i < arrays[relation]->len; i++) {
		const char *code =
		    relation == RELATION_GOAL
		        ? g_array_index(plan->goals, struct goal, i).code
		    : relation == RELATION_INDICATOR
		        ? g_array_index(plan->indicators, struct indicator, i).code
		        : g_array_index(plan->decisions, struct decision, i).code;

		if (!is_linked(edit, relation, code))
			g_ptr_array_add(codes, g_strdup(code));
	}
	return codes;
}

static void
pick_thing(struct app *app, struct edit *edit, enum relation relation)
{
	const struct plan *plan = NULL;
	g_autoptr(GArray) scores = NULL;
	GPtrArray *items = g_ptr_array_new_with_free_func(g_free);
	struct picking *picking = g_new0(struct picking, 1);
	g_autofree char *title = g_strdup_printf(
	    "Koppla till %s", relation == RELATION_INDICATOR  ? "ett mått"
	                      : relation == RELATION_DECISION ? "ett beslut"
	                                                      : "ett mål");
	GError *error = NULL;

	picking->edit = edit;
	picking->relation = relation;
	if (!read_plan(app, &plan, &scores, &error)) {
		g_ptr_array_unref(items);
		g_free(picking);
		app_fail(app, NULL, error);
		return;
	}
	picking->codes = free_codes(edit, plan, relation);
	for (guint i = 0; i < picking->codes->len; i++)
		g_ptr_array_add(items, thing_text(plan, scores, relation,
		                           g_ptr_array_index(picking->codes, i)));
	dialog_choose(app, title, items, 0, picked, picking, picking_free);
}

struct kinds {
	struct edit *edit;
	enum relation relation[RELATION__N];
};

static void
kind_picked(struct app *app, void *user, int index)
{
	const struct kinds *kinds = user;

	pick_thing(app, kinds->edit, kinds->relation[index]);
}

/* First of what kind, when there is a choice; then which one. */
void
edit_ask_link(struct app *app, struct edit *edit)
{
	const struct plan *plan = NULL;
	GPtrArray *items = g_ptr_array_new_with_free_func(g_free);
	struct kinds *kinds = g_new0(struct kinds, 1);
	GError *error = NULL;

	kinds->edit = edit;
	if (edit->links == NULL) {
		app_say(app, MESSAGE_NOTE,
		    g_strdup("Spara åtgärden först (F2): sedan kan den kopplas."));
	} else if (!session_whole(app->session, NULL, &plan, &error)) {
		app_fail(app, NULL, error);
	} else {
		for (int r = RELATION_GOAL; r <= RELATION_DECISION; r++) {
			g_autoptr(GPtrArray) codes =
			    free_codes(edit, plan, (enum relation)r);

			if (codes->len == 0)
				continue;
			kinds->relation[items->len] = (enum relation)r;
			g_ptr_array_add(
			    items, g_strdup_printf("%s (%u)",
			               relation_heading((enum relation)r), codes->len));
		}
		if (items->len == 0)
			app_say(app, MESSAGE_NOTE,
			    g_strdup("Det finns inget mer mål, mått eller beslut att "
			             "koppla till."));
	}
	if (items->len > 1) {
		dialog_choose(
		    app, "Koppla åtgärden till", items, 0, kind_picked, kinds, g_free);
		return;
	}
	if (items->len == 1)
		pick_thing(app, edit, kinds->relation[0]);
	g_ptr_array_unref(items);
	g_free(kinds);
}
