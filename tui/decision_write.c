/*
 * decision_write.c - the dialog in which a decision is written.
 */
#include <stdlib.h>

#include "base/text.h"
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

static bool
write_done(struct app *app, struct prompt *prompt, void *user)
{
	const struct writing *writing = user;
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
add_fields(struct prompt *prompt, const struct decision *d)
{
	GPtrArray *outcomes = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GString) amount = g_string_new(NULL);
	int chosen = OUTCOME_NONE;

	for (int i = 0; i < OUTCOME__N; i++) {
		const char *word = word_text(outcome_words, i);

		g_ptr_array_add(outcomes, g_strdup(i == OUTCOME_NONE ? "ej sagt" : word));
		if (i != OUTCOME_NONE && g_str_equal(word, d->outcome))
			chosen = i;
	}
	amount_append_exact(amount, d->amount, MONEY_MKR, 1, ',');
	prompt_add_text(prompt, "Dag", d->day);
	prompt_add_text(prompt, "Instans", d->body);
	prompt_add_text(prompt, "Paragraf", d->paragraph);
	prompt_add_text(prompt, "Diarienummer", d->journal);
	prompt_add_choice(prompt, "Utfall", outcomes, chosen);
	prompt_add_text(prompt, "Beslut", d->subject);
	prompt_add_text(prompt, "Fas", d->phase);
	prompt_add_amount(prompt, "Belopp, mkr", amount->str);
	prompt_add_text(prompt, "Anmärkning", d->note);
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
