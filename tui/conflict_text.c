/*
 * conflict_text.c - two people wrote the same text: both are shown, and the person says
 * which is to stand, or both after each other.
 */
#include "tui/conflict.h"

#include <string.h>

/* ---- what stands now --------------------------------------------------------------- */

void
report_texts_read(
    struct app *app, const char *code, const char *round, struct report_texts *ret)
{
	struct detail *detail = NULL;

	*ret = (struct report_texts){ g_strdup(""), g_strdup(""), g_strdup("") };
	if (!session_detail(app->session, code, NULL, &detail, NULL))
		return;
	for (guint i = 0; i < detail->reports->len; i++) {
		const struct detail_report *report =
		    &g_array_index(detail->reports, struct detail_report, i);
		g_autofree char *at =
		    instant_text(report->at_ms, session_zone(app->session));

		if (strcmp(report->round, round) != 0)
			continue;
		report_texts_clear(ret);
		*ret = (struct report_texts){ g_strdup(report->comment),
			g_strdup(report->result),
			g_strdup_printf("%s %s", report->who, at) };
	}
	detail_free(detail);
}

void
report_texts_clear(struct report_texts *texts)
{
	g_free(texts->comment);
	g_free(texts->result);
	g_free(texts->who);
}

/* ---- the question ------------------------------------------------------------------ */

struct settling {
	struct prompt *prompt;
	int index;
	char **seen, *theirs;
};

static void
settling_free(gpointer data)
{
	struct settling *settling = data;

	g_free(settling->theirs);
	g_free(settling);
}

enum { ANSWER_BOTH, ANSWER_MINE, ANSWER_THEIRS };

static void
settle(struct app *app, void *user, int index)
{
	struct settling *settling = user;
	const char *mine = prompt_text(settling->prompt, settling->index);
	g_autofree char *both = g_strdup_printf("%s\n%s", settling->theirs, mine);

	if (index < 0) {
		app_say(app, MESSAGE_NOTE,
		    g_strdup("Inget är sparat. Det du skrev står kvar."));
		return;
	}
	if (index != ANSWER_MINE)
		prompt_set_text(settling->prompt, settling->index,
		    index == ANSWER_BOTH ? both : settling->theirs);
	g_free(*settling->seen);
	*settling->seen = g_steal_pointer(&settling->theirs);
	prompt_save(app, settling->prompt);
}

static void
ask(struct app *app, struct prompt *prompt, const char *code,
    const struct conflict_field *field, const char *theirs, const char *who)
{
	static const struct answer answers[] = { { "b", "Båda" }, { "d", "Ditt" },
		{ "s", "Det sparade" }, { NULL, NULL } };
	struct settling *settling = g_new0(struct settling, 1);
	g_autofree char *title =
	    g_strdup_printf("Ändrad av annan: %s %s", code, field->label);
	g_autofree char *body = g_strdup_printf(
	    "Inget av ditt är borttappat. Vad ska sparas?\n\n"
	    "Före: %s\nSparat av %s: %s\nDitt: %s",
	    style_or_empty(*field->seen), who[0] != '\0' ? who : "någon annan",
	    style_or_empty(theirs), style_or_empty(prompt_text(prompt, field->index)));

	*settling =
	    (struct settling){ prompt, field->index, field->seen, g_strdup(theirs) };
	dialog_ask(app, title, body, answers, settle, settling, settling_free);
}

bool
conflict_ask_text(struct app *app, struct prompt *prompt, const char *code,
    const char *round, const struct conflict_field *fields, size_t n)
{
	struct report_texts now;
	bool asked = false;

	report_texts_read(app, code, round, &now);
	for (size_t i = 0; i < n && !asked; i++) {
		const char *theirs = fields[i].result ? now.result : now.comment;

		asked = strcmp(theirs, *fields[i].seen) != 0;
		if (asked)
			ask(app, prompt, code, &fields[i], theirs, now.who);
	}
	report_texts_clear(&now);
	return asked;
}
