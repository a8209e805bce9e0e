/*
 * decision_write.c - the dialog in which a decision is written.
 */
#include <stdlib.h>

#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "tui/conflict.h"
#include "tui/decisions.h"

/* Fields by index; a new one has its number and action first. */
enum { FIELD_CODE, FIELD_ACTION, FIELDS_NEW };
enum {
	FIELD_DAY,
	FIELD_BODY,
	FIELD_PARAGRAPH,
	FIELD_JOURNAL,
	FIELD_OUTCOME,
	FIELD_SUBJECT,
	FIELD_PHASE,
	FIELD_AMOUNT,
	FIELD_NOTE
};

struct writing {
	GStringChunk *text;
	struct decision seen; /* as it was when it was shown */
	struct decision now;  /* as another has made it since */
	char *action;         /* code; NULL: the programme */
	bool is_new;
	struct table *table;
};

static void
writing_free(gpointer data)
{
	struct writing *writing = data;

	g_string_chunk_free(writing->text);
	g_free(writing->action);
	g_free(writing);
}

/* What is shown lives only until the next verb. */
static struct decision
copy(GStringChunk *text, const struct decision *from)
{
	struct decision to = *from;
	const char **const texts[] = { &to.code, &to.day, &to.body, &to.paragraph,
		&to.journal, &to.outcome, &to.subject, &to.phase, &to.note };

	for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
		*texts[i] = g_string_chunk_insert(text, *texts[i]);
	return to;
}

static const char *
outcome_text(int outcome)
{
	return outcome == OUTCOME_NONE ? "ej sagt" : word_text(outcome_words, outcome);
}

/* The texts of its fields, from FIELD_DAY on. */
static GPtrArray *
field_texts(const struct decision *d)
{
	GPtrArray *texts = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GString) amount = g_string_new(NULL);
	int outcome = OUTCOME_NONE;

	for (int i = OUTCOME_NONE + 1; i < OUTCOME__N; i++)
		if (strcmp(word_text(outcome_words, i), d->outcome) == 0)
			outcome = i;
	amount_append_exact(amount, d->amount, MONEY_MKR, 1, ',');
	g_ptr_array_add(texts, g_strdup(d->day));
	g_ptr_array_add(texts, g_strdup(d->body));
	g_ptr_array_add(texts, g_strdup(d->paragraph));
	g_ptr_array_add(texts, g_strdup(d->journal));
	g_ptr_array_add(texts, g_strdup(outcome_text(outcome)));
	g_ptr_array_add(texts, g_strdup(d->subject));
	g_ptr_array_add(texts, g_strdup(d->phase));
	g_ptr_array_add(texts, g_strdup(amount->str));
	g_ptr_array_add(texts, g_strdup(d->note));
	return texts;
}

static void
adopt(void *user)
{
	struct writing *writing = user;

	writing->seen = writing->now;
}

/* What stands now, beside what is typed; false when it is no longer there. */
static bool
ask_conflict(struct app *app, struct prompt *prompt, struct writing *writing)
{
	const struct plan *plan = NULL;
	const struct action *action;
	g_autofree char *what = g_strdup_printf("beslut %s", writing->seen.code);

	app_refresh(app);
	if (!session_whole(app->session, NULL, &plan, NULL))
		return false;
	action = writing->action != NULL ? plan_action(plan, writing->action) : NULL;
	for (guint i = 0; i < plan->decisions->len; i++) {
		const struct decision *d =
		    &g_array_index(plan->decisions, struct decision, i);

		if (d->action != (action != NULL ? action->id : 0) ||
		    strcmp(d->code, writing->seen.code) != 0)
			continue;
		writing->now = copy(writing->text, d);
		conflict_ask_fields(app, prompt, what, field_texts(d), adopt, writing);
		return true;
	}
	return false;
}

static bool
write_done(struct app *app, struct prompt *prompt, void *user)
{
	struct writing *writing = user;
	int at = writing->is_new ? FIELDS_NEW : 0;
	struct decision decision = { .code = writing->is_new
		                                 ? prompt_text(prompt, FIELD_CODE)
		                                 : writing->seen.code,
		.day = prompt_text(prompt, at + FIELD_DAY),
		.body = prompt_text(prompt, at + FIELD_BODY),
		.paragraph = prompt_text(prompt, at + FIELD_PARAGRAPH),
		.journal = prompt_text(prompt, at + FIELD_JOURNAL),
		.outcome = word_text(
		    outcome_words, MAX(prompt_chosen(prompt, at + FIELD_OUTCOME), 0)),
		.subject = prompt_text(prompt, at + FIELD_SUBJECT),
		.phase = prompt_text(prompt, at + FIELD_PHASE),
		.note = prompt_text(prompt, at + FIELD_NOTE) };
	const struct decision_edit edit = { &decision,
		writing->is_new ? prompt_text(prompt, FIELD_ACTION) : writing->action,
		writing->is_new ? NULL : &writing->seen };
	struct saved saved = { 0 };
	GError *error = NULL;

	if (!money_parse(prompt_text(prompt, at + FIELD_AMOUNT), MONEY_MKR,
	        DECIMAL_EITHER, &decision.amount, &error)) {
		prompt_refuse(prompt, at + FIELD_AMOUNT,
		    g_strdup_printf(
		        "Beslutet är INTE sparat. Belopp: %s.", error->message));
		g_error_free(error);
		return false;
	}
	if (!session_decide(app->session, &edit, &saved, &error)) {
		if (g_error_matches(error, SPARPLAN_ERROR, SPARPLAN_ERROR_CONFLICT) &&
		    ask_conflict(app, prompt, writing))
			g_error_free(error);
		else
			prompt_fail(app, prompt, 0, "Beslutet är INTE sparat.", error);
		return false;
	}
	if (writing->is_new)
		table_take_new(writing->table);
	app_did(app, &saved,
	    saved.change != 0
	        ? g_strdup_printf("Beslut %s är sparat. u ångrar.", decision.code)
	        : g_strdup("Inget är ändrat."));
	return true;
}

/* One more than the highest number that is a code. */
static char *
next_code(const struct plan *plan)
{
	long highest = 0;

	for (guint i = 0; i < plan->decisions->len; i++) {
		const char *code =
		    g_array_index(plan->decisions, struct decision, i).code;
		char *end;
		long number = strtol(code, &end, 10);

		if (*end == '\0' && number > highest && number < 1000000)
			highest = number;
	}
	return g_strdup_printf("%ld", highest + 1);
}

static void
add_outcome(struct prompt *prompt, const char *label, const char *text)
{
	GPtrArray *outcomes = g_ptr_array_new_with_free_func(g_free);
	int chosen = OUTCOME_NONE;

	for (int i = 0; i < OUTCOME__N; i++) {
		g_ptr_array_add(outcomes, g_strdup(outcome_text(i)));
		if (strcmp(outcome_text(i), text) == 0)
			chosen = i;
	}
	prompt_add_choice(prompt, label, outcomes, chosen);
}

static void
add_fields(struct prompt *prompt, const struct decision *d)
{
	static const char *const labels[] = { "Dag", "Instans", "Paragraf",
		"Diarienummer", "Utfall", "Beslut", "Fas", "Belopp, mkr", "Anmärkning" };
	g_autoptr(GPtrArray) texts = field_texts(d);

	for (int i = 0; i < (int)G_N_ELEMENTS(labels); i++) {
		const char *text = g_ptr_array_index(texts, (guint)i);

		if (i == FIELD_OUTCOME)
			add_outcome(prompt, labels[i], text);
		else if (i == FIELD_AMOUNT)
			prompt_add_amount(prompt, labels[i], text);
		else
			prompt_add_text(prompt, labels[i], text);
	}
}

void
decision_write(struct app *app, const struct plan *plan, const struct decision *decision,
    const char *action, struct table *table)
{
	static const struct decision none = { .code = "",
		.day = "",
		.body = "",
		.paragraph = "",
		.journal = "",
		.outcome = "",
		.subject = "",
		.phase = "",
		.note = "" };
	struct writing *writing = g_new0(struct writing, 1);
	g_autofree char *title = NULL, *code = next_code(plan);
	struct prompt *prompt;

	writing->text = g_string_chunk_new(256);
	writing->seen = copy(writing->text, decision != NULL ? decision : &none);
	writing->is_new = decision == NULL;
	writing->table = table;
	writing->action = g_strdup(action);
	title = writing->is_new
	            ? g_strdup("Nytt beslut (utan åtgärd gäller det programmet)")
	            : g_strdup_printf("Beslut %s%s%s", decision->code,
	                  action != NULL ? " om " : "", action != NULL ? action : "");
	prompt = prompt_new(title, NULL, write_done, writing, writing_free);
	if (writing->is_new) {
		prompt_add_text(prompt, "Nummer", code);
		prompt_add_text(prompt, "Åtgärd", "");
	}
	add_fields(prompt, &writing->seen);
	prompt_open(app, prompt);
}
