/*
 * assignments_write.c - reporting on assignments: nothing new on one or on all that are
 * left, pågående arbete, resultat.
 */
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "tui/assignments.h"
#include "tui/conflict.h"

/* A closed round takes nothing; better said before anything is typed. */
static bool
is_open(struct app *app, const struct assignments *a)
{
	if (!a->closed)
		return true;
	app_say(app, MESSAGE_NOTE,
	    g_strdup_printf(
	        "Omgången %s är stängd för rapporter. > visar nästa omgång.", a->round));
	return false;
}

static void
failed(struct app *app, GError *error)
{
	app_fail_fresh(app, "Rapporten är INTE sparad.", error);
}

bool
assignments_nothing(struct app *app, const struct assignments *a)
{
	const struct assignment_row *row = assignments_selected(a);
	g_autofree char *code = NULL, *round = g_strdup(a->round);
	struct report_entry entry = { .round = round, .nothing_new = true };
	struct saved saved = { 0 };
	GError *error = NULL;

	if (row == NULL || !is_open(app, a))
		return false;
	if (row->report != NULL && !row->report->nothing_new) {
		app_say(app, MESSAGE_NOTE,
		    g_strdup_printf(
		        "Uppdrag %s är redan rapporterat. c och r ändrar texten.",
		        row->action->code));
		return false;
	}
	/* the plan that owns the code is replaced by the verb */
	entry.action = code = g_strdup(row->action->code);
	entry.seen = row->report != NULL ? NULL : "";
	if (!session_report(app->session, &entry, &saved, &error)) {
		failed(app, error);
		return false;
	}
	app_did(app, &saved,
	    saved.change != 0
	        ? g_strdup_printf(
	              "Uppdrag %s: inget nytt att redovisa, %s. u ångrar.", code, round)
	        : g_strdup_printf("Uppdrag %s: det var redan rapporterat.", code));
	return true;
}

/* ---- all that are left ------------------------------------------------------------- */

struct rest {
	GPtrArray *codes;
	char *round;
};

static void
rest_free(gpointer data)
{
	struct rest *rest = data;

	g_ptr_array_unref(rest->codes);
	g_free(rest->round);
	g_free(rest);
}

static void
rest_done(struct app *app, void *user, int index)
{
	const struct rest *rest = user;
	g_autofree struct report_entry *entries =
	    g_new0(struct report_entry, rest->codes->len);
	struct saved saved = { 0 };
	GError *error = NULL;

	if (index != 0)
		return;
	for (guint i = 0; i < rest->codes->len; i++)
		entries[i] =
		    (struct report_entry){ .action = g_ptr_array_index(rest->codes, i),
			    .round = rest->round,
			    .nothing_new = true,
			    .seen = "" };
	if (!session_report_many(
	        app->session, entries, rest->codes->len, &saved, &error)) {
		failed(app, error);
		return;
	}
	app_did(app, &saved,
	    g_strdup_printf("%u uppdrag har inget nytt att redovisa. u ångrar alla.",
	        rest->codes->len));
}

void
assignments_ask_rest(struct app *app, const struct assignments *a)
{
	static const struct answer answers[] = { { "j", "Ja" }, { "n", "Nej" },
		{ NULL, NULL } };
	struct rest *rest;
	g_autofree char *body = NULL;

	if (a->n == 0 || !is_open(app, a))
		return;
	if (a->reported == a->awaited) {
		app_say(app, MESSAGE_NOTE, g_strdup("Alla är redan rapporterade."));
		return;
	}
	rest = g_new0(struct rest, 1);
	rest->codes = g_ptr_array_new_with_free_func(g_free);
	rest->round = g_strdup(a->round);
	for (guint i = 0; i < a->rows->len; i++) {
		const struct assignment_row *row =
		    &g_array_index(a->rows, struct assignment_row, i);

		if (row->action != NULL && row->report == NULL && row->awaited)
			g_ptr_array_add(rest->codes, g_strdup(row->action->code));
	}
	body =
	    g_strdup_printf("Rapportera \"Inget nytt att redovisa\" för %u uppdrag som "
	                    "saknar rapport i omgången %s? u ångrar alla i ett steg.",
	        rest->codes->len, rest->round);
	dialog_ask(
	    app, "Inget nytt att redovisa", body, answers, rest_done, rest, rest_free);
}

/* ---- texts ------------------------------------------------------------------------- */

enum { FIELD_WORK, FIELD_RESULT };

struct writing {
	char *code, *round;
	char *work, *result; /* as they were when they were shown */
};

static void
writing_free(gpointer data)
{
	struct writing *writing = data;

	g_free(writing->code);
	g_free(writing->round);
	g_free(writing->work);
	g_free(writing->result);
	g_free(writing);
}

/* An emptied text would be kept as it was: that must be said. */
static bool
check_kept(struct prompt *prompt, const struct writing *writing)
{
	const char *const was[] = { writing->work, writing->result };

	for (int i = FIELD_WORK; i <= FIELD_RESULT; i++)
		if (was[i][0] != '\0' && text_is_blank(prompt_text(prompt, i))) {
			prompt_refuse(prompt, i,
			    g_strdup(
			        "Texten kan inte tömmas. Skriv vad som gäller, eller "
			        "ångra rapporten med u."));
			return false;
		}
	if (!text_is_blank(prompt_text(prompt, FIELD_WORK)) ||
	    !text_is_blank(prompt_text(prompt, FIELD_RESULT)))
		return true;
	prompt_refuse(
	    prompt, FIELD_WORK, g_strdup("Båda är tomma. Skriv något, eller tryck Esc."));
	return false;
}

static void
writing_failed(
    struct app *app, struct prompt *prompt, struct writing *writing, GError *error)
{
	const struct conflict_field fields[] = {
		{ FIELD_WORK, "Pågående arbete", false, &writing->work },
		{ FIELD_RESULT, "Resultat", true, &writing->result },
	};
	bool conflict = g_error_matches(error, SPARPLAN_ERROR, SPARPLAN_ERROR_CONFLICT);

	if (conflict)
		app_refresh(app);
	if (conflict && conflict_ask_text(app, prompt, writing->code, writing->round,
	                    fields, G_N_ELEMENTS(fields)))
		g_error_free(error);
	else
		prompt_fail(app, prompt, FIELD_WORK, "Rapporten är INTE sparad.", error);
}

static bool
writing_done(struct app *app, struct prompt *prompt, void *user)
{
	struct writing *writing = user;
	const char *work = prompt_text(prompt, FIELD_WORK);
	const char *result = prompt_text(prompt, FIELD_RESULT);
	struct report_entry entry = { .action = writing->code,
		.round = writing->round,
		.comment = strcmp(work, writing->work) != 0 ? work : NULL,
		.result = strcmp(result, writing->result) != 0 ? result : NULL,
		.seen = writing->work,
		.seen_result = writing->result };
	struct saved saved = { 0 };
	GError *error = NULL;

	if (!check_kept(prompt, writing))
		return false;
	if (entry.comment == NULL && entry.result == NULL) {
		app_say(app, MESSAGE_OK, g_strdup("Inget är ändrat."));
		return true;
	}
	if (!session_report(app->session, &entry, &saved, &error)) {
		writing_failed(app, prompt, writing, error);
		return false;
	}
	app_did(app, &saved,
	    g_strdup_printf("Uppdrag %s: rapporten för %s är sparad. u ångrar.",
	        writing->code, writing->round));
	return true;
}

void
assignments_write(struct app *app, const struct assignments *a, bool result)
{
	const struct assignment_row *row = assignments_selected(a);
	struct writing *writing;
	struct prompt *prompt;
	g_autofree char *title = NULL;

	if (row == NULL || !is_open(app, a))
		return;
	writing = g_new0(struct writing, 1);
	writing->code = g_strdup(row->action->code);
	writing->round = g_strdup(a->round);
	writing->work = g_strdup(row->report != NULL ? row->report->comment : "");
	writing->result = g_strdup(row->report != NULL && row->report->result != NULL
	                               ? row->report->result
	                               : "");
	title = g_strdup_printf("Uppdrag %s, omgång %s", writing->code, writing->round);
	prompt =
	    prompt_new(title, row->action->name, writing_done, writing, writing_free);
	prompt_add_lines(prompt, "Pågående arbete", writing->work);
	prompt_add_lines(prompt, "Resultat", writing->result);
	prompt_focus(prompt, result ? FIELD_RESULT : FIELD_WORK);
	prompt_open(app, prompt);
}
