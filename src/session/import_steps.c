/* import_steps.c - what stages rest on (beslut, riskanalys, milstolpar), and forecasts.
 */
#include <string.h>

#include "base/error.h"
#include "calendar/date.h"
#include "calendar/month.h"
#include "session/import.h"
#include "session/report.h"

/* A date as plans write it, in its canonical writing; "" when it is blank.  False after a
 * reject. */
static bool
date_cell(struct importer *im, const struct row *row, const struct kind_info *info,
    int column, const char **ret)
{
	g_autofree char *written = NULL;
	GError *error = NULL;
	struct date date;

	*ret = "";
	if (!date_parse(import_text(&row->values[column]), &date, &error)) {
		import_refuse(im, row, import_column(row, info, column), &error);
		return false;
	}
	written = date_text(date);
	*ret = g_string_chunk_insert_const(im->text, written);
	return true;
}

/* What makes two rows the same thing: the action, and its name in the kind. */
static char *
key_of(int64_t action, const char *name)
{
	return g_strdup_printf("%" G_GINT64_FORMAT " %s", action, name);
}

/* What the plan holds already is looked up by key: files may have a row for each of many
 * thousand. */
static GHashTable *
known_table(struct importer *im)
{
	im->state = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	return im->state;
}

static void
known_end(struct importer *im)
{
	g_hash_table_unref(im->state);
}

/* ---- beslut ---------------------------------------------------------------------------
 */

static void
decisions_start(struct importer *im)
{
	GHashTable *known = known_table(im);

	for (guint i = 0; i < im->plan->decisions->len; i++) {
		struct decision *d =
		    &g_array_index(im->plan->decisions, struct decision, i);

		g_hash_table_insert(known, key_of(d->action, d->code), d);
	}
}

static bool
same_decision(const struct decision *a, const struct decision *b)
{
	return strcmp(a->day, b->day) == 0 && strcmp(a->body, b->body) == 0 &&
	       strcmp(a->paragraph, b->paragraph) == 0 &&
	       strcmp(a->journal, b->journal) == 0 &&
	       strcmp(a->outcome, b->outcome) == 0 && strcmp(a->subject, b->subject) == 0;
}

static bool
decision_row(void *user, const struct row *row, struct rejects *rejects, GError **error)
{
	static const struct kind_info *const info = &exchange_kinds[EXCHANGE_DECISIONS];
	struct importer *im = user;
	const struct value *v = row->values;
	const struct action *action = import_action(im, row, info, DECISION_ACTION);
	struct decision d = { .code = v[DECISION_CODE].text,
		.action = action ? action->id : 0,
		.body = import_text(&v[DECISION_BODY]),
		.paragraph = import_text(&v[DECISION_PARAGRAPH]),
		.journal = import_text(&v[DECISION_JOURNAL]),
		.subject = import_text(&v[DECISION_SUBJECT]) };
	const struct decision *have;
	int outcome = OUTCOME_NONE;
	bool ok = date_cell(im, row, info, DECISION_DAY, &d.day), same;
	char *key;

	(void)rejects;
	ok &= import_word(im, row, info, DECISION_OUTCOME, outcome_words, &outcome);
	ok &= action || !v[DECISION_ACTION].given;
	if (!ok || row->refused)
		return true;
	d.outcome = word_text(outcome_words, outcome);
	key = key_of(d.action, d.code);
	have = g_hash_table_lookup(im->state, key);
	if (!import_once(im, row, info, DECISION_CODE, key))
		return true;
	same = have && same_decision(have, &d);
	import_count(im, have != NULL, same);
	return same || store_add_decision(
	                   im->session->store, im->session->programme.id, &d, error);
}

/* ---- riskanalys -----------------------------------------------------------------------
 */

static void
assessments_start(struct importer *im)
{
	GHashTable *known = known_table(im);

	for (guint i = 0; i < im->plan->assessments->len; i++) {
		struct assessment *a =
		    &g_array_index(im->plan->assessments, struct assessment, i);

		g_hash_table_insert(known, key_of(a->action, ""), a);
	}
}

static bool
assessment_row(void *user, const struct row *row, struct rejects *rejects, GError **error)
{
	static const struct kind_info *const info = &exchange_kinds[EXCHANGE_ASSESSMENTS];
	struct importer *im = user;
	const struct value *v = row->values;
	const struct action *action = import_action(im, row, info, ASSESSMENT_ID);
	struct assessment a = { .reference = import_text(&v[ASSESSMENT_REFERENCE]),
		.conclusion = import_text(&v[ASSESSMENT_CONCLUSION]) };
	const struct assessment *have;
	bool ok = date_cell(im, row, info, ASSESSMENT_DAY, &a.day), same;
	char *key;

	(void)rejects;
	if (!action || !ok || row->refused)
		return true;
	a.action = action->id;
	key = key_of(a.action, "");
	have = g_hash_table_lookup(im->state, key);
	if (!import_once(im, row, info, ASSESSMENT_ID, key))
		return true;
	same = have && strcmp(have->day, a.day) == 0 &&
	       strcmp(have->reference, a.reference) == 0 &&
	       strcmp(have->conclusion, a.conclusion) == 0;
	import_count(im, have != NULL, same);
	return same || store_add_assessment(im->session->store, &a, error);
}

/* ---- milstolpar -----------------------------------------------------------------------
 */

static void
milestones_start(struct importer *im)
{
	GHashTable *known = known_table(im);

	for (guint i = 0; i < im->plan->milestones->len; i++) {
		struct milestone *m =
		    &g_array_index(im->plan->milestones, struct milestone, i);

		g_hash_table_insert(known, key_of(m->action, m->name), m);
	}
}

static bool
milestone_row(void *user, const struct row *row, struct rejects *rejects, GError **error)
{
	static const struct kind_info *const info = &exchange_kinds[EXCHANGE_MILESTONES];
	struct importer *im = user;
	const struct action *action = import_action(im, row, info, MILESTONE_ID);
	struct milestone m = { .name = import_text(&row->values[MILESTONE_NAME]) };
	const struct milestone *have;
	bool ok = date_cell(im, row, info, MILESTONE_DUE, &m.due), same;
	char *key;

	(void)rejects;
	ok &= date_cell(im, row, info, MILESTONE_REACHED, &m.reached);
	if (!action || !ok || row->refused)
		return true;
	m.action = action->id;
	key = key_of(m.action, m.name);
	have = g_hash_table_lookup(im->state, key);
	if (!import_once(im, row, info, MILESTONE_NAME, key))
		return true;
	same = have && strcmp(have->due, m.due) == 0 &&
	       strcmp(have->reached, m.reached) == 0;
	import_count(im, have != NULL, same);
	return same || store_add_milestone(
	                   im->session->store, im->session->programme.id, &m, error);
}

/* ---- prognos --------------------------------------------------------------------------
 */

static bool
forecast_row(void *user, const struct row *row, struct rejects *rejects, GError **error)
{
	static const struct kind_info *const info = &exchange_kinds[EXCHANGE_FORECASTS];
	struct importer *im = user;
	const struct value *v = row->values;
	const struct action *action = import_action(im, row, info, FORECAST_ID);
	const char *label = v[FORECAST_ROUND].text;
	int cutoff = v[FORECAST_ROUND].number;
	int year = v[FORECAST_YEAR].given ? v[FORECAST_YEAR].number : month_year(cutoff);
	enum edit_outcome outcome;
	GError *refused = NULL;

	(void)rejects;
	if (!action || row->refused ||
	    !import_once(im, row, info, FORECAST_ROUND,
	        g_strdup_printf("%" G_GINT64_FORMAT " %d %s", action->id, year, label)))
		return true;
	if (forecast_apply(&im->names, action->id, label, cutoff, year,
	        v[FORECAST_AMOUNT].amount, im->late, &outcome, &refused)) {
		import_count(im, outcome != EDIT_ADDED, outcome == EDIT_SAME);
		return true;
	}
	if (!g_error_matches(refused, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT)) {
		g_propagate_error(error, refused);
		return false;
	}
	import_refuse(im, row, import_column(row, info, FORECAST_ROUND), &refused);
	return true;
}

const struct import_kind import_decisions_kind = { STORE_ACTIONS | STORE_STEPS,
	decisions_start, decision_row, NULL, known_end };
const struct import_kind import_assessments_kind = { STORE_ACTIONS | STORE_STEPS,
	assessments_start, assessment_row, NULL, known_end };
const struct import_kind import_milestones_kind = { STORE_ACTIONS | STORE_STEPS,
	milestones_start, milestone_row, NULL, known_end };
const struct import_kind import_forecasts_kind = { STORE_ACTIONS, NULL, forecast_row,
	NULL, NULL };
