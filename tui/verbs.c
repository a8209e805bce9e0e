/*
 * verbs.c - status, comment, "inget nytt" and reading a plan.
 */
#include "tui/verbs.h"

#include "base/error.h"
#include "base/text.h"
#include "tui/conflict.h"
#include "tui/wait.h"

/* "HS-02: ..." when the report was new, else that it was there. */
static void
reported(struct app *app, const struct saved *saved, const char *code, const char *what)
{
	app_did(app, saved,
	    saved->change != 0
	        ? g_strdup_printf("%s: %s. u ångrar.", code, what)
	        : g_strdup_printf(
	              "%s: det var redan rapporterat. Inget är ändrat.", code));
}

static void
report_failed(struct app *app, const char *code, GError *error)
{
	g_autofree char *what = g_strdup_printf("%s är INTE sparad.", code);

	app_fail_fresh(app, what, error);
}

/* What a report is about: it goes to the round of the month that is shown. */
struct subject {
	char *code;
	char *round;
	char *seen; /* the comment the round has */
};

static void
subject_free(gpointer data)
{
	struct subject *subject = data;

	g_free(subject->code);
	g_free(subject->round);
	g_free(subject->seen);
	g_free(subject);
}

/* `round` NULL: the one to report in for the month that is shown. */
static struct subject *
subject_new(struct app *app, const char *code, const char *round)
{
	struct subject *subject = g_new0(struct subject, 1);
	struct report_texts now;
	int cutoff;

	subject->code = g_strdup(code);
	if (round != NULL)
		subject->round = g_strdup(round);
	else if (!app_cutoff(app, &cutoff, NULL) ||
	         !session_round(app->session, cutoff, &subject->round, NULL))
		subject->round = g_strdup("");
	report_texts_read(app, code, subject->round, &now);
	subject->seen = g_steal_pointer(&now.comment);
	report_texts_clear(&now);
	return subject;
}

static void
status_done(struct app *app, void *user, int index)
{
	const struct subject *subject = user;
	struct report_entry entry = { .action = subject->code,
		.round = subject->round,
		.status = (enum status)(index + 1) };
	struct saved saved = { 0 };
	GError *error = NULL;
	g_autofree char *what = g_strdup_printf("status %s, omgång %s",
	    word_text(status_words, (int)entry.status), subject->round);

	if (session_report(app->session, &entry, &saved, &error))
		reported(app, &saved, entry.action, what);
	else
		report_failed(app, entry.action, error);
}

void
verb_status(struct app *app, const char *code, enum status now)
{
	struct subject *subject = subject_new(app, code, NULL);
	g_autofree char *title =
	    g_strdup_printf("Status för %s, omgång %s", code, subject->round);

	dialog_choose_status(app, title, now, status_done, subject, subject_free);
}

static void
comment_failed(
    struct app *app, struct prompt *prompt, struct subject *subject, GError *error)
{
	const struct conflict_field field = { 0, "Kommentar", false, &subject->seen };
	bool conflict = g_error_matches(error, SPARPLAN_ERROR, SPARPLAN_ERROR_CONFLICT);

	if (conflict)
		app_refresh(app);
	if (conflict &&
	    conflict_ask_text(app, prompt, subject->code, subject->round, &field, 1))
		g_error_free(error);
	else
		prompt_fail(app, prompt, 0, "Rapporten är INTE sparad.", error);
}

static bool
comment_done(struct app *app, struct prompt *prompt, void *user)
{
	struct subject *subject = user;
	struct report_entry entry = { .action = subject->code,
		.round = subject->round,
		.seen = subject->seen,
		.comment = prompt_text(prompt, 0),
		.status = (enum status)MAX(prompt_chosen(prompt, 1), 0),
		.light = (enum light)MAX(prompt_chosen(prompt, 2), 0) };
	struct saved saved = { 0 };
	GError *error = NULL;

	if (text_is_blank(entry.comment) && entry.status == STATUS_NONE &&
	    entry.light == LIGHT_NONE) {
		prompt_refuse(prompt, 0,
		    g_strdup("Kommentaren är tom. Skriv den, eller tryck Esc."));
		return false;
	}
	if (!session_report(app->session, &entry, &saved, &error)) {
		comment_failed(app, prompt, subject, error);
		return false;
	}
	reported(app, &saved, entry.action, "lägesrapporten är sparad");
	return true;
}

static GPtrArray *
word_options(const struct word *words, int n, const char *none)
{
	GPtrArray *options = g_ptr_array_new_with_free_func(g_free);

	g_ptr_array_add(options, g_strdup(none));
	for (int i = 1; i < n; i++)
		g_ptr_array_add(options, g_strdup(word_text(words, i)));
	return options;
}

void
verb_comment(struct app *app, const char *code)
{
	verb_comment_in(app, code, NULL);
}

void
verb_comment_in(struct app *app, const char *code, const char *round)
{
	struct subject *subject = subject_new(app, code, round);
	g_autofree char *title =
	    g_strdup_printf("Lägesrapport för %s, omgång %s", code, subject->round);
	/* a draft is to come back in the round it was written for */
	g_autofree char *kept = g_strjoin("\t", code, subject->round, NULL);
	struct prompt *prompt =
	    prompt_new(title, NULL, comment_done, subject, subject_free);

	prompt_add_lines(prompt, "Kommentar", subject->seen);
	prompt_add_choice(
	    prompt, "Status", word_options(status_words, STATUS__N, "som förut"), 0);
	prompt_add_choice(
	    prompt, "Trafikljus", word_options(light_words, LIGHT__N, "inget"), 0);
	prompt_keep(prompt, "kommentar", kept);
	prompt_open(app, prompt);
}

void
verb_nothing_new(struct app *app, const char *code)
{
	/* the plan that owns the code may be replaced by the verb */
	struct subject *subject = subject_new(app, code, NULL);
	struct report_entry entry = {
		.action = subject->code, .round = subject->round, .nothing_new = true
	};
	struct saved saved = { 0 };
	GError *error = NULL;
	g_autofree char *what =
	    g_strdup_printf("inget nytt att redovisa för %s", subject->round);

	if (session_report(app->session, &entry, &saved, &error))
		reported(app, &saved, subject->code, what);
	else
		report_failed(app, subject->code, error);
	subject_free(subject);
}
