/*
 * draft_open.c - from screens to a draft, and back: asked at the start, then typed anew
 * into the same form.
 */
#include <glib/gstdio.h>
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "calendar/month.h"
#include "tui/dialog.h"
#include "tui/draft.h"
#include "tui/screen.h"
#include "tui/verbs.h"

/* ---- keeping ----------------------------------------------------------------------- */

static void
keep_screen(struct drafts *drafts, const struct screen *screen)
{
	struct draft *draft;

	if (screen->ops->draft == NULL)
		return;
	draft = g_new0(struct draft, 1);
	draft_init(draft);
	if (screen->ops->draft(screen, draft)) {
		g_ptr_array_add(drafts->items, draft);
		return;
	}
	draft_clear(draft);
	g_free(draft);
}

static int
shown_month(struct app *app)
{
	int cutoff;

	return app_cutoff(app, &cutoff, NULL) ? cutoff : 0;
}

bool
draft_keep(struct app *app, GError **error)
{
	struct drafts *drafts = drafts_new();
	g_autofree char *path =
	    draft_path(session_path(app->session), session_who(app->session));
	bool ok = true;

	for (guint i = 0; i < app->screens->len; i++)
		keep_screen(drafts, g_ptr_array_index(app->screens, i));
	g_free(drafts->programme);
	drafts->programme = g_strdup(session_programme(app->session)->code);
	drafts->at_ms = session_now_ms(app->session);
	drafts->cutoff = shown_month(app);
	drafts->unit = (int)app->unit;
	if (path == NULL) {
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_FILE,
		    "Det finns ingen mapp för det; sätt XDG_STATE_HOME.");
		ok = false;
	} else if (drafts->items->len > 0) {
		ok = drafts_write(drafts, path, error);
	}
	drafts_free(drafts);
	return ok;
}

/* ---- opening again ----------------------------------------------------------------- */

static void
open_action(struct app *app, const char *subject)
{
	screen_action_open(app, subject[0] != '\0' ? subject : NULL);
}

static void
open_post(struct app *app, const char *subject)
{
	int cutoff = shown_month(app);

	if (cutoff != 0)
		verb_post(app, subject, cutoff);
}

/* The part after the tab is a month or a round; none is the one at hand. */
static void
open_report(struct app *app, const char *subject)
{
	g_auto(GStrv) parts = g_strsplit(subject, "\t", 2);
	int month;

	if (parts[0] != NULL && parts[1] != NULL && month_parse(parts[1], &month, NULL))
		screen_report_open(app, NULL, parts[0], month);
}

static void
open_comment(struct app *app, const char *subject)
{
	g_auto(GStrv) parts = g_strsplit(subject, "\t", 2);

	if (parts[0] != NULL)
		verb_comment_in(app, parts[0], parts[1]);
}

/* How the screens that have drafts are opened; what is not here is shown to be read. */
static const struct {
	const char *verb;
	void (*open)(struct app *app, const char *subject);
} ways[] = {
	{ "åtgärd", open_action },
	{ "utfall", open_post },
	{ "kommentar", open_comment },
	{ "rutnät", open_report },
};

static void
open_again(struct app *app, const struct draft *draft)
{
	const struct screen *before = app_top(app);
	struct screen *top;

	for (size_t i = 0; i < G_N_ELEMENTS(ways); i++)
		if (strcmp(ways[i].verb, draft->verb) == 0)
			ways[i].open(app, draft->subject);
	top = app_top(app);
	/* it is gone, or refused: a dialog over the screen says why */
	if (top == before || top->ops->restore == NULL)
		draft_show(app, draft, "Det som var skrivet och inte sparat");
	else
		top->ops->restore(app, top, draft);
}

/* ---- the offer --------------------------------------------------------------------- */

struct offer {
	struct drafts *drafts;
	char *path;
};

static void
offer_free(gpointer data)
{
	struct offer *offer = data;

	drafts_free(offer->drafts);
	g_free(offer->path);
	g_free(offer);
}

/* The programme, month and unit it was typed in: 7,5 mkr is not to become 7,5 tkr. */
static bool
go_where_it_was(struct app *app, const struct drafts *drafts)
{
	GError *error = NULL;

	if (strcmp(drafts->programme, session_programme(app->session)->code) != 0) {
		if (!session_choose(app->session, drafts->programme, &error)) {
			app_fail(app, NULL, error);
			return false;
		}
		app->cutoff = 0;
	}
	if (month_valid(drafts->cutoff) && shown_month(app) != drafts->cutoff)
		app->cutoff = drafts->cutoff;
	app->unit = drafts->unit == MONEY_TKR ? MONEY_TKR : MONEY_MKR;
	app_refresh(app);
	return true;
}

static void
offer_done(struct app *app, void *user, int index)
{
	const struct offer *offer = user;

	if (index < 0) {
		app_say(app, MESSAGE_NOTE,
		    g_strdup("Utkastet ligger kvar till nästa start."));
		return;
	}
	if (index == 0 && !go_where_it_was(app, offer->drafts))
		return;
	g_unlink(offer->path);
	if (index == 1) {
		app_say(app, MESSAGE_OK, g_strdup("Utkastet är kastat."));
		return;
	}
	app_say(app, MESSAGE_NOTE,
	    g_strdup("Utkastet är återställt. Det är inte sparat än."));
	for (guint i = 0; i < offer->drafts->items->len; i++)
		open_again(app, g_ptr_array_index(offer->drafts->items, i));
}

/* "09:16" of today, else with its date. */
static char *
when_text(struct app *app, int64_t at_ms)
{
	g_autofree char *at = instant_text(at_ms, session_zone(app->session));
	g_autofree char *now =
	    instant_text(session_now_ms(app->session), session_zone(app->session));

	return g_strndup(strncmp(at, now, 10) == 0 && strlen(at) > 11 ? at + 11 : at,
	    strncmp(at, now, 10) == 0 ? 5 : 16);
}

static char *
offer_text(const struct drafts *drafts)
{
	GString *out = g_string_new(NULL);

	for (guint i = 0; i < drafts->items->len; i++) {
		const struct draft *draft = g_ptr_array_index(drafts->items, i);

		g_string_append_printf(
		    out, "%s%s", out->len > 0 ? "\n" : "", draft->title);
		for (guint j = 0; j < draft->fields->len; j++) {
			const struct draft_field *field =
			    &g_array_index(draft->fields, struct draft_field, j);
			g_autofree char *flat = text_display(field->text);

			g_string_append_printf(
			    out, "\n  %s: %s", field->label, style_or_empty(flat));
		}
	}
	g_string_append(out, "\n\nInget av det är sparat.");
	return g_string_free(out, FALSE);
}

void
draft_offer(struct app *app)
{
	static const struct answer answers[] = { { "j", "Återställ" }, { "n", "Kasta" },
		{ NULL, NULL } };
	g_autofree char *path = NULL, *when = NULL, *title = NULL, *body = NULL;
	struct offer *offer;
	struct drafts *drafts;

	if (app->options.read_only)
		return;
	path = draft_path(session_path(app->session), session_who(app->session));
	drafts = path != NULL ? drafts_read(path) : NULL;
	if (drafts == NULL || drafts->items->len == 0) {
		drafts_free(drafts);
		return;
	}
	when = when_text(app, drafts->at_ms);
	title = g_strdup_printf("Utkast från %s", when);
	body = offer_text(drafts);
	offer = g_new0(struct offer, 1);
	offer->drafts = drafts;
	offer->path = g_steal_pointer(&path);
	dialog_ask(app, title, body, answers, offer_done, offer, offer_free);
}
