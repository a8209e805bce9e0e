/*
 * verbs.c - status, comment, "inget nytt" and reading a plan.
 */
#include "tui/verbs.h"

#include "base/text.h"
#include "tui/dialog.h"

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

	app_refresh(app);
	app_fail(app, what, error);
}

static void
status_done(struct app *app, void *user, int index)
{
	struct report_entry entry = { .action = user,
		.status = (enum status)(index + 1) };
	struct saved saved = { 0 };
	GError *error = NULL;
	g_autofree char *what =
	    g_strdup_printf("status %s", word_text(status_words, (int)entry.status));

	if (session_report(app->session, &entry, &saved, &error))
		reported(app, &saved, entry.action, what);
	else
		report_failed(app, entry.action, error);
}

void
verb_status(struct app *app, const char *code, enum status now)
{
	GPtrArray *items = g_ptr_array_new_with_free_func(g_free);
	g_autofree char *title = g_strdup_printf("Status för %s", code);

	for (int i = STATUS_NONE + 1; i < STATUS__N; i++) {
		enum role role;

		g_ptr_array_add(
		    items, g_strdup_printf("%s %s", status_glyph((enum status)i, &role),
		               word_text(status_words, i)));
	}
	dialog_choose(
	    app, title, items, MAX((int)now - 1, 0), status_done, g_strdup(code), g_free);
}

static bool
comment_done(struct app *app, struct prompt *prompt, void *user)
{
	struct report_entry entry = { .action = user,
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
		prompt_refuse(prompt, 0,
		    g_strdup_printf("Rapporten är INTE sparad. %s", error->message));
		g_error_free(error);
		app_refresh(app);
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
	g_autofree char *title = g_strdup_printf("Lägesrapport för %s", code);
	struct prompt *prompt =
	    prompt_new(title, NULL, comment_done, g_strdup(code), g_free);

	prompt_add_lines(prompt, "Kommentar", "");
	prompt_add_choice(
	    prompt, "Status", word_options(status_words, STATUS__N, "som förut"), 0);
	prompt_add_choice(
	    prompt, "Trafikljus", word_options(light_words, LIGHT__N, "inget"), 0);
	prompt_open(app, prompt);
}

void
verb_nothing_new(struct app *app, const char *code)
{
	struct report_entry entry = { .action = code, .nothing_new = true };
	/* the plan that owns the code may be replaced by the verb */
	g_autofree char *kept = g_strdup(code);
	struct saved saved = { 0 };
	GError *error = NULL;

	entry.action = kept;
	if (session_report(app->session, &entry, &saved, &error))
		reported(app, &saved, kept, "inget nytt att redovisa");
	else
		report_failed(app, kept, error);
}

/* ---- reading a plan ---------------------------------------------------------------- */

static void
show_rejects(struct app *app, const struct rejects *rejects)
{
	g_autoptr(GString) text = g_string_new(NULL);
	GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);
	g_auto(GStrv) parts = NULL;

	rejects_print(rejects, text);
	parts = g_strsplit(text->str, "\n", -1);
	g_ptr_array_add(lines, g_strdup("#Ingenting är inläst. Rätta detta i filen:"));
	for (int i = 0; parts[i] != NULL; i++)
		if (parts[i][0] != '\0')
			g_ptr_array_add(lines, text_display(parts[i]));
	dialog_read(app, "Inläsningen stoppades", lines);
}

static bool
import_done(struct app *app, struct prompt *prompt, void *user)
{
	const char *path = prompt_text(prompt, 0);
	struct read_options options = { 0 };
	struct rejects *rejects = rejects_new();
	struct import_result result = { 0 };
	struct saved saved = { 0 };
	GError *error = NULL;
	bool ok;

	(void)user;
	ok = session_import(app->session, EXCHANGE_PLAN, &path, 1, &options, false,
	    rejects, &result, &error);
	if (ok) {
		saved.change = result.change;
		app_did(app, &saved,
		    g_strdup_printf("%" G_GINT64_FORMAT " rader lästa: %" G_GINT64_FORMAT
		                    " nya åtgärder. u ångrar.",
		        result.rows, result.added));
	} else {
		app_refresh(app);
		prompt_refuse(prompt, 0, g_strdup(error->message));
		if (rejects_count(rejects) > 0)
			show_rejects(app, rejects);
		g_error_free(error);
	}
	rejects_free(rejects);
	return ok;
}

void
verb_import(struct app *app)
{
	struct prompt *prompt = prompt_new("Läs in en plan",
	    "CSV som Excel sparar den, med rubrikerna id, åtgärd, förvaltning och "
	    "belopp per år (till exempel \"2020 mkr\").",
	    import_done, NULL, NULL);

	prompt_add_text(prompt, "Fil", "");
	prompt_open(app, prompt);
}
