/* steps.c - beslut and milstolpar written one at a time, by a person. */
#include "session/steps.h"

#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "calendar/date.h"
#include "session/state.h"

bool
decision_same(const struct decision *a, const struct decision *b)
{
	return strcmp(a->day, b->day) == 0 && strcmp(a->body, b->body) == 0 &&
	       strcmp(a->paragraph, b->paragraph) == 0 &&
	       strcmp(a->journal, b->journal) == 0 &&
	       strcmp(a->outcome, b->outcome) == 0 &&
	       strcmp(a->subject, b->subject) == 0 && strcmp(a->phase, b->phase) == 0 &&
	       amount_equal(a->amount, b->amount) && strcmp(a->note, b->note) == 0;
}

bool
milestone_same(const struct milestone *a, const struct milestone *b)
{
	return strcmp(a->due, b->due) == 0 && strcmp(a->reached, b->reached) == 0;
}

/* A text kept until the session forgets, as long as what is made of it. */
static const char *
keep(struct session *s, const char *text)
{
	GStringChunk *pool = g_string_chunk_new(strlen(text) + 1);

	g_ptr_array_add(s->texts, pool);
	return g_string_chunk_insert(pool, text);
}

/* A date as plans write it, in its canonical writing. */
static bool
take_date(struct session *s, const char *what, const char *text, const char **ret,
    GError **error)
{
	struct date date;
	g_autofree char *written = NULL;

	if (!session_text(s, text, ret, error) || !date_parse(*ret, &date, error)) {
		session_sentence(what, error);
		return false;
	}
	written = date_text(date);
	*ret = keep(s, written);
	return true;
}

/* NULL and "": the programme.  Errors: NOT_FOUND. */
static bool
take_action(const struct plan *plan, const char *code, int64_t *ret, GError **error)
{
	const struct action *action = NULL;

	*ret = 0;
	if (text_is_blank(code))
		return true;
	action = plan_action(plan, code);
	if (!action) {
		session_no_action(plan, code, error);
		return false;
	}
	*ret = action->id;
	return true;
}

/* ---- beslut -------------------------------------------------------------------------
 */

static const struct decision *
find_decision(const struct plan *plan, const char *code, int64_t action)
{
	for (guint i = 0; i < plan->decisions->len; i++) {
		const struct decision *d =
		    &g_array_index(plan->decisions, struct decision, i);

		if (d->action == action && strcmp(d->code, code) == 0)
			return d;
	}
	return NULL;
}

/* The decision as it will be stored: blanks at the ends off, date and outcome in their
 * own writing. */
static bool
take_decision(struct session *s, const struct plan *plan,
    const struct decision_edit *edit, struct decision *ret, GError **error)
{
	const struct decision *from = edit->decision;
	const struct {
		const char *name, *from, **to;
	} texts[] = { { "nummer", from->code, &ret->code },
		{ "instans", from->body, &ret->body },
		{ "paragraf", from->paragraph, &ret->paragraph },
		{ "diarienummer", from->journal, &ret->journal },
		{ "utfall", from->outcome, &ret->outcome },
		{ "beslut", from->subject, &ret->subject },
		{ "fas", from->phase, &ret->phase },
		{ "anmärkning", from->note, &ret->note } };
	int outcome;

	*ret = (struct decision){ .amount = from->amount };
	for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
		if (!session_text(s, texts[i].from, texts[i].to, error)) {
			session_sentence(texts[i].name, error);
			return false;
		}
	if (!word_parse(outcome_words, ret->outcome, &outcome, error)) {
		session_sentence("utfall", error);
		return false;
	}
	ret->outcome = word_text(outcome_words, outcome);
	return take_date(s, "datum", from->day, &ret->day, error) &&
	       take_action(plan, edit->action, &ret->action, error);
}

static bool
check_said(const struct decision *d, GError **error)
{
	if (!*d->code)
		g_set_error_literal(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT,
		    "Beslutets nummer saknas. Skriv det, till exempel 7 eller RS-12.");
	else if (!*d->subject && !*d->day)
		g_set_error_literal(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT,
		    "Beslutet säger inget. Skriv vad som beslutades, eller dagen.");
	else
		return true;
	return false;
}

/* Is what is stored what the person saw? */
static bool
check_seen(const struct decision *have, const struct decision_edit *edit, GError **error)
{
	g_autofree char *code = text_display(edit->decision->code);

	if (!edit->seen && have) {
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_EXISTS,
		    "Beslut %s finns redan. Välj ett annat nummer, eller ändra det som "
		    "finns.",
		    code);
		return false;
	}
	if (!edit->seen || (have && decision_same(have, edit->seen)))
		return true;
	g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_CONFLICT,
	    "Någon annan har ändrat beslut %s under tiden. Stäng, läs det igen och skriv "
	    "din ändring på nytt.",
	    code);
	return false;
}

static bool
decide(struct session *s, const struct plan *plan, const struct decision_edit *edit,
    struct decision *ret, bool *ret_written, GError **error)
{
	const struct decision *have;

	if (!take_decision(s, plan, edit, ret, error) || !check_said(ret, error))
		return false;
	have = find_decision(plan, ret->code, ret->action);
	if (!check_seen(have, edit, error))
		return false;
	*ret_written = !have || !decision_same(have, ret);
	return !*ret_written || store_add_decision(s->store, s->programme.id, ret, error);
}

bool
session_decide(struct session *s, const struct decision_edit *edit, struct saved *ret,
    GError **error)
{
	struct saved saved = { 0 };
	struct decision decision = { 0 };
	struct plan *plan;
	bool ok, written = false;

	if (!session_begin(s, STORE_ACTIONS | STORE_STEPS, &plan, error))
		return false;
	ok = decide(s, plan, edit, &decision, &written, error);
	if (!session_end(s, ok, written, "beslut", decision.code, &saved.change, error))
		return false;
	saved.known = edit->seen != NULL;
	*ret = saved;
	return true;
}

/* ---- milstolpar ---------------------------------------------------------------------
 */

static const struct milestone *
find_milestone(const struct plan *plan, int64_t action, const char *name)
{
	for (guint i = plan_first_milestone(plan, action); i < plan->milestones->len;
	     i++) {
		const struct milestone *m =
		    &g_array_index(plan->milestones, struct milestone, i);

		if (m->action != action)
			break;
		if (strcmp(m->name, name) == 0)
			return m;
	}
	return NULL;
}

/* A new one (`seen` NULL) must not be there; another's change is not written over. */
static bool
check_milestone(const struct milestone *have, const struct milestone_edit *edit,
    const char *name, GError **error)
{
	g_autofree char *shown = text_display(name);

	if (!*name)
		g_set_error_literal(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT,
		    "Milstolpens namn saknas. Skriv vad som ska vara nått.");
	else if (!edit->seen && have)
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_EXISTS,
		    "Milstolpen \"%s\" finns redan. Ändra den, eller välj ett annat "
		    "namn.",
		    shown);
	else if (edit->seen && (!have || !milestone_same(have, edit->seen)))
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_CONFLICT,
		    "Någon annan har ändrat milstolpen \"%s\" under tiden. Stäng, läs "
		    "den "
		    "igen och skriv din ändring på nytt.",
		    shown);
	else
		return true;
	return false;
}

static bool
set_milestone(struct session *s, const struct plan *plan,
    const struct milestone_edit *edit, bool *ret_written, GError **error)
{
	struct milestone m = { .goal = "" };
	const struct milestone *have;

	if (!take_action(plan, edit->action, &m.action, error))
		return false;
	if (!session_text(s, edit->name, &m.name, error)) {
		session_sentence("milstolpe", error);
		return false;
	}
	if (!take_date(s, "datum", edit->due, &m.due, error) ||
	    !take_date(s, "uppnådd", edit->reached, &m.reached, error))
		return false;
	have = find_milestone(plan, m.action, m.name);
	if (!check_milestone(have, edit, m.name, error))
		return false;
	*ret_written = !have || !milestone_same(have, &m);
	return !*ret_written || store_add_milestone(s->store, s->programme.id, &m, error);
}

bool
session_set_milestone(struct session *s, const struct milestone_edit *edit,
    struct saved *ret, GError **error)
{
	g_autofree char *note = g_strdup_printf("%s %s", edit->action, edit->name);
	struct saved saved = { 0 };
	struct plan *plan;
	bool ok, written = false;

	if (!session_begin(s, STORE_ACTIONS | STORE_STEPS, &plan, error))
		return false;
	ok = set_milestone(s, plan, edit, &written, error);
	if (!session_end(s, ok, written, "milstolpe", note, &saved.change, error))
		return false;
	saved.known = edit->seen != NULL;
	*ret = saved;
	return true;
}
