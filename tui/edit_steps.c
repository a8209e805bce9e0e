/*
 * edit_steps.c - the milestones of an action, as rows of its form: ticked, moved and
 * added, each saved at once.
 */
#include <string.h>

#include "base/error.h"
#include "plan/plan.h"
#include "tui/conflict.h"
#include "tui/edit.h"

#define STEP_WIDTH 200

static void
step_clear(gpointer data)
{
	struct edit_step *step = data;

	g_free(step->name);
	g_free(step->due);
	g_free(step->reached);
}

/* ---- the section ------------------------------------------------------------------- */

/* "√ 2020-03  två avdelningar omställda (plan 2020-06)" */
static char *
step_text(const struct edit_step *step)
{
	const char *due = step->due[0] != '\0' ? step->due : "utan datum";

	if (step->reached[0] != '\0')
		return g_strdup_printf(
		    "√ nådd %s  %s (plan %s)", step->reached, step->name, due);
	return g_strdup_printf("○ plan %s  %s", due, step->name);
}

void
edit_clear_steps(struct edit *edit)
{
	g_clear_pointer(&edit->steps, g_array_unref);
}

int
edit_add_steps(struct edit *edit, const struct plan *plan, int y)
{
	int64_t id = edit->detail->action.id;

	edit_clear_steps(edit);
	edit->steps = g_array_new(FALSE, FALSE, sizeof(struct edit_step));
	g_array_set_clear_func(edit->steps, step_clear);
	edit_add_label(&edit->form, y++,
	    "Milstolpar (Blanksteg bockar av eller ändrar; sparas genast)", ROLE_HEADING);
	for (guint i = plan_first_milestone(plan, id); i < plan->milestones->len; i++) {
		const struct milestone *m =
		    &g_array_index(plan->milestones, struct milestone, i);
		struct edit_step step = { g_strdup(m->name), g_strdup(m->due),
			g_strdup(m->reached) };
		g_autofree char *text = NULL;

		if (m->action != id) {
			step_clear(&step);
			break;
		}
		text = step_text(&step);
		form_add(&edit->form, FORM_ROW, STEP_ID(edit->steps->len), y++, 0,
		    STEP_WIDTH, text);
		g_array_append_val(edit->steps, step);
	}
	if (!edit->form.locked)
		form_add(&edit->form, FORM_ROW, STEP_ID(edit->steps->len), y++, 0,
		    STEP_WIDTH, "Ny milstolpe …");
	return y;
}

/* ---- changing them ----------------------------------------------------------------- */

/* What is being changed, by its own copy: the form's rows may be made anew. */
struct stepping {
	struct edit_step was; /* NULLs: a new one */
	struct edit_step now; /* as another has made it since */
	char *code;           /* of the action */
};

static void
stepping_free(gpointer data)
{
	struct stepping *stepping = data;

	step_clear(&stepping->was);
	step_clear(&stepping->now);
	g_free(stepping->code);
	g_free(stepping);
}

static struct stepping *
stepping_new(const char *code, const struct edit_step *was)
{
	struct stepping *stepping = g_new0(struct stepping, 1);

	stepping->code = g_strdup(code);
	if (was != NULL)
		stepping->was = (struct edit_step){ g_strdup(was->name),
			g_strdup(was->due), g_strdup(was->reached) };
	return stepping;
}

static bool
save(struct app *app, const struct stepping *stepping, const char *name, const char *due,
    const char *reached, GError **error)
{
	const struct milestone seen = { .goal = "",
		.name = stepping->was.name,
		.due = stepping->was.due,
		.reached = stepping->was.reached };
	const struct milestone_edit edit = { stepping->code, name, due, reached,
		stepping->was.name != NULL ? &seen : NULL };
	struct saved saved = { 0 };

	if (!session_set_milestone(app->session, &edit, &saved, error))
		return false;
	app_did(app, &saved,
	    saved.change != 0
	        ? g_strdup_printf(
	              "%s: milstolpen är sparad. u i listan ångrar.", stepping->code)
	        : g_strdup("Inget är ändrat."));
	return true;
}

static void
adopt(void *user)
{
	struct stepping *stepping = user;

	step_clear(&stepping->was);
	stepping->was = stepping->now;
	memset(&stepping->now, 0, sizeof(stepping->now));
}

/* What stands now, beside what is typed; false when it is no longer there. */
static bool
ask_conflict(struct app *app, struct prompt *prompt, struct stepping *stepping)
{
	const struct plan *plan = NULL;
	const struct action *action = NULL;
	GPtrArray *theirs;

	app_refresh(app);
	if (session_whole(app->session, NULL, &plan, NULL))
		action = plan_action(plan, stepping->code);
	for (guint i = action != NULL ? plan_first_milestone(plan, action->id) : 0;
	     action != NULL && i < plan->milestones->len; i++) {
		const struct milestone *m =
		    &g_array_index(plan->milestones, struct milestone, i);

		if (m->action != action->id || strcmp(m->name, stepping->was.name) != 0)
			continue;
		step_clear(&stepping->now);
		stepping->now = (struct edit_step){ g_strdup(m->name), g_strdup(m->due),
			g_strdup(m->reached) };
		theirs = g_ptr_array_new_with_free_func(g_free);
		g_ptr_array_add(theirs, g_strdup(m->due));
		g_ptr_array_add(theirs, g_strdup(m->reached));
		conflict_ask_fields(app, prompt, m->name, theirs, adopt, stepping);
		return true;
	}
	return false;
}

static bool
write_done(struct app *app, struct prompt *prompt, void *user)
{
	struct stepping *stepping = user;
	bool is_new = stepping->was.name == NULL;
	GError *error = NULL;

	if (save(app, stepping, is_new ? prompt_text(prompt, 0) : stepping->was.name,
	        prompt_text(prompt, is_new ? 1 : 0), prompt_text(prompt, is_new ? 2 : 1),
	        &error))
		return true;
	if (g_error_matches(error, SPARPLAN_ERROR, SPARPLAN_ERROR_CONFLICT) &&
	    ask_conflict(app, prompt, stepping))
		g_error_free(error);
	else
		prompt_fail(app, prompt, 0, "Milstolpen är INTE sparad.", error);
	return false;
}

/* Takes `stepping`. */
static struct prompt *
ask_dates(struct app *app, struct stepping *stepping)
{
	bool is_new = stepping->was.name == NULL;
	struct prompt *prompt = prompt_new("Milstolpe",
	    is_new ? "Datum som 2021-09-14, 2021-09, Q3 2021 eller hösten 2021; tomt är "
	             "inget."
	           : stepping->was.name,
	    write_done, stepping, stepping_free);

	if (is_new)
		prompt_add_text(prompt, "Milstolpe", "");
	prompt_add_text(prompt, "Planerad", is_new ? "" : stepping->was.due);
	prompt_add_text(prompt, "Nådd", is_new ? "" : stepping->was.reached);
	prompt_open(app, prompt);
	return prompt;
}

enum { STEP_TICK, STEP_DATES, STEP_OPEN };

static void
step_chosen(struct app *app, void *user, int index)
{
	const struct stepping *stepping = user;
	g_autofree char *now =
	    instant_text(session_now_ms(app->session), session_zone(app->session));
	g_autofree char *today = g_strndup(now, 10);
	const char *reached = index == STEP_TICK ? today : "";
	struct prompt *prompt;
	GError *error = NULL;

	if (index == STEP_DATES) {
		ask_dates(app, stepping_new(stepping->code, &stepping->was));
		return;
	}
	if (save(app, stepping, stepping->was.name, stepping->was.due, reached, &error))
		return;
	if (!g_error_matches(error, SPARPLAN_ERROR, SPARPLAN_ERROR_CONFLICT)) {
		app_fail_fresh(app, "Milstolpen är INTE sparad.", error);
		return;
	}
	/* as if the date had been written */
	g_error_free(error);
	prompt = ask_dates(app, stepping_new(stepping->code, &stepping->was));
	prompt_set_text(prompt, 1, reached);
	prompt_save(app, prompt);
}

void
edit_ask_step(struct app *app, struct edit *edit, int id)
{
	int at = id - STEP_ID(0);
	const struct edit_step *step;
	GPtrArray *items;
	g_autofree char *now =
	    instant_text(session_now_ms(app->session), session_zone(app->session));

	if (edit->steps == NULL || at < 0 || at > (int)edit->steps->len)
		return;
	if (at == (int)edit->steps->len) {
		ask_dates(app, stepping_new(edit->code, NULL));
		return;
	}
	step = &g_array_index(edit->steps, struct edit_step, at);
	items = g_ptr_array_new_with_free_func(g_free);
	g_ptr_array_add(items, g_strdup_printf("Nådd i dag, %.10s", now));
	g_ptr_array_add(items, g_strdup("Skriv datum …"));
	if (step->reached[0] != '\0')
		g_ptr_array_add(items, g_strdup("Inte nådd än"));
	dialog_choose(app, step->name, items, 0, step_chosen,
	    stepping_new(edit->code, step), stepping_free);
}
