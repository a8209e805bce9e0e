/*
 * conflict_fields.c - two people changed what one prompt is about: the fields that differ
 * are shown from both, and the person says which are to stand.
 */
#include <string.h>

#include "tui/conflict.h"

struct settling {
	struct prompt *prompt;
	GPtrArray *theirs; /* char *, by the prompt's index */
	conflict_adopt adopt;
	void *user;
};

static void
settling_free(gpointer data)
{
	struct settling *settling = data;

	g_ptr_array_unref(settling->theirs);
	g_free(settling);
}

static const char *
theirs_at(const struct settling *settling, int index)
{
	return g_ptr_array_index(settling->theirs, (guint)index);
}

static bool
is_mine(const struct prompt *prompt, int index)
{
	return strcmp(prompt_text(prompt, index), prompt_before(prompt, index)) != 0;
}

enum { ANSWER_MINE, ANSWER_THEIRS };

static void
settle(struct app *app, void *user, int index)
{
	struct settling *settling = user;
	struct prompt *prompt = settling->prompt;

	if (index < 0) {
		app_say(app, MESSAGE_NOTE,
		    g_strdup("Inget är sparat. Det du skrev står kvar."));
		return;
	}
	for (int i = 0; i < (int)settling->theirs->len; i++) {
		if (index == ANSWER_THEIRS || !is_mine(prompt, i))
			prompt_set_text(prompt, i, theirs_at(settling, i));
		prompt_set_before(prompt, i, theirs_at(settling, i));
	}
	settling->adopt(settling->user);
	prompt_save(app, prompt);
}

static const char *
or_empty(const char *text)
{
	return text[0] != '\0' ? text : "(tomt)";
}

/* "Dag, före: …", "Sparat: …", "Ditt: …"; without the last when it is as before. */
static void
append_field(const struct settling *settling, int index, GString *body)
{
	const struct prompt *prompt = settling->prompt;
	const char *before = prompt_before(prompt, index);

	if (strcmp(theirs_at(settling, index), before) == 0 && !is_mine(prompt, index))
		return;
	g_string_append_printf(body, "\n\n%s, före: %s\nSparat: %s",
	    prompt_label(prompt, index), or_empty(before),
	    or_empty(theirs_at(settling, index)));
	if (is_mine(prompt, index))
		g_string_append_printf(
		    body, "\nDitt: %s", or_empty(prompt_text(prompt, index)));
}

void
conflict_ask_fields(struct app *app, struct prompt *prompt, const char *what,
    GPtrArray *theirs, conflict_adopt adopt, void *user)
{
	static const struct answer answers[] = { { "d", "Ditt" }, { "s", "Det sparade" },
		{ NULL, NULL } };
	struct settling *settling = g_new0(struct settling, 1);
	g_autofree char *title = g_strdup_printf("Ändrad av annan: %s", what);
	g_autoptr(GString) body =
	    g_string_new("Inget av ditt är borttappat. Vad ska sparas? Det du inte har "
	                 "ändrat blir som det är sparat.");

	*settling = (struct settling){ prompt, theirs, adopt, user };
	for (int i = 0; i < (int)theirs->len; i++)
		append_field(settling, i, body);
	dialog_ask(app, title, body->str, answers, settle, settling, settling_free);
}
