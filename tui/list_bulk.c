/*
 * list_bulk.c - one change of several actions: status, owner, "inget nytt".  Each says
 * first how many it is about and which, and is one step to undo.
 */
#include "base/error.h"
#include "base/text.h"
#include "tui/dialog.h"
#include "tui/list.h"

#define NAMED_MAX 8 /* actions that a question names */

/* The actions asked about, by code: the plan may be replaced before the answer. */
struct bulk {
	GPtrArray *codes; /* char * */
	char *round;
	enum status status;
};

static void
bulk_free(gpointer data)
{
	struct bulk *bulk = data;

	g_ptr_array_unref(bulk->codes);
	g_free(bulk->round);
	g_free(bulk);
}

/* "HS-01, HS-02 … och 5 till" */
static char *
named(const GPtrArray *codes)
{
	GString *out = g_string_new(NULL);

	for (guint i = 0; i < codes->len && i < NAMED_MAX; i++)
		g_string_append_printf(out, "%s%s", i > 0 ? ", " : "",
		    (const char *)g_ptr_array_index(codes, i));
	if (codes->len > NAMED_MAX)
		g_string_append_printf(out, " och %u till", codes->len - NAMED_MAX);
	return g_string_free(out, FALSE);
}

static char *
counted(guint n)
{
	return g_strdup_printf("%u %s", n, n == 1 ? "åtgärd" : "åtgärder");
}

/* NULL, after an answer, when there is nothing to do it to. */
static struct bulk *
bulk_new(struct app *app, struct list *list)
{
	g_autoptr(GArray) chosen = NULL;
	struct bulk *bulk;
	int cutoff;

	if (!list_read_all(app, list))
		return NULL;
	/* after a reload, which may have taken marks away */
	chosen = list_chosen(list);
	if (chosen == NULL) {
		app_say(app, MESSAGE_NOTE,
		    g_strdup("Raden är en grupp. Gå till en åtgärd, eller markera med "
		             "Blanksteg."));
		return NULL;
	}
	bulk = g_new0(struct bulk, 1);
	bulk->codes = g_ptr_array_new_with_free_func(g_free);
	for (guint i = 0; i < chosen->len; i++)
		g_ptr_array_add(bulk->codes,
		    g_strdup(list_place(list, g_array_index(chosen, int, i))->code));
	cutoff = list->view->cutoff;
	if (!session_round(app->session, cutoff, &bulk->round, NULL))
		bulk->round = g_strdup("");
	return bulk;
}

static void
tell(
    struct app *app, const struct saved *saved, const struct bulk *bulk, const char *what)
{
	g_autofree char *count = counted(bulk->codes->len);

	app_did(app, saved,
	    saved->change != 0
	        ? g_strdup_printf("%s: %s. u ångrar alla i ett steg.", count, what)
	        : g_strdup_printf("%s: det var så redan. Inget är ändrat.", count));
}

static void
fail(struct app *app, GError *error)
{
	app_fail_fresh(app, "Inget är ändrat.", error);
}

/* ---- reports ----------------------------------------------------------------------- */

static void
report(struct app *app, const struct bulk *bulk, bool nothing_new, const char *what)
{
	guint n = bulk->codes->len;
	g_autofree struct report_entry *entries = g_new0(struct report_entry, n);
	struct saved saved = { 0 };
	GError *error = NULL;

	for (guint i = 0; i < n; i++)
		entries[i] =
		    (struct report_entry){ .action = g_ptr_array_index(bulk->codes, i),
			    .round = bulk->round,
			    .status = bulk->status,
			    .nothing_new = nothing_new };
	if (session_report_many(app->session, entries, n, &saved, &error))
		tell(app, &saved, bulk, what);
	else
		fail(app, error);
}

static void
status_sure(struct app *app, void *user, int index)
{
	const struct bulk *bulk = user;
	g_autofree char *what = g_strdup_printf("status %s, omgång %s",
	    word_text(status_words, (int)bulk->status), bulk->round);

	if (index == 0)
		report(app, bulk, false, what);
}

static const struct answer yes[] = { { "j", "Ja" }, { NULL, NULL } };

static void
status_done(struct app *app, void *user, int index)
{
	const struct bulk *asked = user;
	struct bulk *bulk = g_new0(struct bulk, 1);
	g_autofree char *names = named(asked->codes);
	g_autofree char *count = counted(asked->codes->len);
	g_autofree char *text = NULL;

	bulk->codes = g_ptr_array_ref(asked->codes);
	bulk->round = g_strdup(asked->round);
	bulk->status = (enum status)(index + 1);
	text = g_strdup_printf(
	    "Sätta status %s på %s i omgång %s?\n\n%s\n\nu ångrar alla i ett steg.",
	    word_text(status_words, (int)bulk->status), count, bulk->round, names);
	dialog_ask(app, "Status", text, yes, status_sure, bulk, bulk_free);
}

void
list_ask_status(struct app *app, struct list *list)
{
	struct bulk *bulk = bulk_new(app, list);
	g_autofree char *title = NULL;

	if (bulk == NULL)
		return;
	title = g_strdup_printf(
	    "Status för %u markerade, omgång %s", bulk->codes->len, bulk->round);
	dialog_choose_status(app, title, STATUS_NONE, status_done, bulk, bulk_free);
}

static void
nothing_new_sure(struct app *app, void *user, int index)
{
	const struct bulk *bulk = user;
	g_autofree char *what =
	    g_strdup_printf("inget nytt att redovisa, omgång %s", bulk->round);

	if (index == 0)
		report(app, bulk, true, what);
}

void
list_ask_nothing_new(struct app *app, struct list *list)
{
	struct bulk *bulk = bulk_new(app, list);
	g_autofree char *names = NULL, *count = NULL, *text = NULL;

	if (bulk == NULL)
		return;
	names = named(bulk->codes);
	count = counted(bulk->codes->len);
	text = g_strdup_printf("Sätta \"Inget nytt att redovisa\" på %s i omgång "
	                       "%s?\n\n%s\n\nu ångrar alla i ett steg.",
	    count, bulk->round, names);
	dialog_ask(
	    app, "Inget nytt att redovisa", text, yes, nothing_new_sure, bulk, bulk_free);
}

/* ---- owner ------------------------------------------------------------------------- */

/* Every action as it is now, but for its owner. */
static bool
change_owner(struct app *app, const struct bulk *bulk, const char *owner,
    struct saved *ret, GError **error)
{
	guint n = bulk->codes->len;
	g_autofree struct action *actions = g_new0(struct action, n);
	g_autofree struct action_edit *edits = g_new0(struct action_edit, n);
	const struct plan *plan;

	if (!session_whole(app->session, NULL, &plan, error))
		return false;
	for (guint i = 0; i < n; i++) {
		const char *code = g_ptr_array_index(bulk->codes, i);
		const struct action *now = plan_action(plan, code);

		if (now == NULL) {
			g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_CONFLICT,
			    "%s har tagits bort av någon annan under tiden.", code);
			return false;
		}
		actions[i] = *now;
		actions[i].owner = owner;
		edits[i].action = &actions[i];
		edits[i].expected_version = now->version;
	}
	return session_edit_many(app->session, edits, n, ret, error);
}

static bool
owner_done(struct app *app, struct prompt *prompt, void *user)
{
	const struct bulk *bulk = user;
	const char *owner = prompt_text(prompt, 0);
	g_autofree char *what = g_strdup_printf("ansvarig är nu %s", owner);
	struct saved saved = { 0 };
	GError *error = NULL;

	if (text_is_blank(owner)) {
		prompt_refuse(prompt, 0,
		    g_strdup("Ansvarig är tom. Skriv vem det är, eller tryck Esc."));
		return false;
	}
	if (change_owner(app, bulk, owner, &saved, &error)) {
		tell(app, &saved, bulk, what);
		return true;
	}
	prompt_fail(app, prompt, 0, "Inget är ändrat.", error);
	return false;
}

void
list_ask_owner(struct app *app, struct list *list)
{
	struct bulk *bulk = bulk_new(app, list);
	g_autoptr(GArray) chosen = NULL;
	g_autofree char *names = NULL, *count = NULL, *intro = NULL;
	const char *now = NULL;
	struct prompt *prompt;

	if (bulk == NULL)
		return;
	names = named(bulk->codes);
	count = counted(bulk->codes->len);
	intro = g_strdup_printf(
	    "Byter ansvarig på %s: %s. u ångrar alla i ett steg.", count, names);
	chosen = list_chosen(list);
	for (guint i = 0; i < chosen->len; i++) {
		const char *owner =
		    list_whole(list, g_array_index(chosen, int, i))->action.owner;

		/* suggested when they all have the same */
		now = now == NULL || g_str_equal(now, owner) ? owner : "";
	}
	prompt = prompt_new("Ansvarig", intro, owner_done, bulk, bulk_free);
	prompt_add_text(prompt, "Ansvarig", now);
	prompt_open(app, prompt);
}
