/* import_steps.c - what stages rest on (beslut, riskanalys, milstolpar), and forecasts.
 */
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "calendar/date.h"
#include "calendar/month.h"
#include "session/import.h"
#include "session/report.h"
#include "session/steps.h"

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

/* What the file has no column for stays as it is; a blank cell is blank. */
static const char *
kept_text(const struct value *value, const char *have)
{
	return value->present || !have ? import_text(value) : have;
}

/* What was decided or happened, under either name; false after a reject. */
static bool
read_subject(struct importer *im, const struct row *row, const struct kind_info *info,
    const char **ret)
{
	const struct value *v = row->values;

	if (v[DECISION_SUBJECT].given && v[DECISION_EVENT].given) {
		rejects_add(im->rejects, row->file, row->line,
		    import_column(row, info, DECISION_EVENT),
		    "raden har både beslut och händelse; töm den ena cellen");
		return false;
	}
	*ret =
	    import_text(&v[v[DECISION_EVENT].given ? DECISION_EVENT : DECISION_SUBJECT]);
	return true;
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
		.journal = import_text(&v[DECISION_JOURNAL]) };
	const struct decision *have;
	int outcome = OUTCOME_NONE;
	bool ok = date_cell(im, row, info, DECISION_DAY, &d.day), same;
	char *key;

	(void)rejects;
	ok &= import_word(im, row, info, DECISION_OUTCOME, outcome_words, &outcome);
	ok &= action || !v[DECISION_ACTION].given;
	ok &= read_subject(im, row, info, &d.subject);
	if (!ok || row->refused)
		return true;
	d.outcome = word_text(outcome_words, outcome);
	key = key_of(d.action, d.code);
	have = g_hash_table_lookup(im->state, key);
	if (!import_once(im, row, info, DECISION_CODE, key))
		return true;
	d.phase = kept_text(&v[DECISION_PHASE], have ? have->phase : NULL);
	d.note = kept_text(&v[DECISION_NOTE], have ? have->note : NULL);
	d.amount = v[DECISION_AMOUNT].present || !have ? v[DECISION_AMOUNT].amount
	                                               : have->amount;
	same = have && decision_same(have, &d);
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

/* Names are one action's, or one goal's. */
static char *
milestone_key(const struct milestone *m)
{
	return m->action ? key_of(m->action, m->name)
	                 : g_strdup_printf("%s\n%s", m->goal, m->name);
}

static void
milestones_start(struct importer *im)
{
	GHashTable *known = known_table(im);

	for (guint i = 0; i < im->plan->milestones->len; i++) {
		struct milestone *m =
		    &g_array_index(im->plan->milestones, struct milestone, i);

		g_hash_table_insert(known, milestone_key(m), m);
	}
}

/* Whose it is: an action's or a goal's, and not both's.  False after a reject. */
static bool
milestone_owner(struct importer *im, const struct row *row, const struct kind_info *info,
    struct milestone *m)
{
	const struct value *v = row->values;
	const struct action *action;
	g_autofree char *shown = text_display(v[MILESTONE_GOAL].text);

	if (v[MILESTONE_ID].given == v[MILESTONE_GOAL].given) {
		rejects_add(im->rejects, row->file, row->line,
		    import_column(row, info, MILESTONE_ID),
		    v[MILESTONE_ID].given
		        ? "raden har både id och mål; töm den ena cellen"
		        : "cellen är tom; fyll i den, eller ett måls kod i mål");
		return false;
	}
	if (v[MILESTONE_ID].given) {
		action = import_action(im, row, info, MILESTONE_ID);
		m->action = action ? action->id : 0;
		return action != NULL;
	}
	m->goal = v[MILESTONE_GOAL].text;
	if (plan_goal(im->plan, m->goal))
		return true;
	rejects_add(im->rejects, row->file, row->line,
	    import_column(row, info, MILESTONE_GOAL),
	    "målet %s finns inte; läs in det med slaget mal först", shown);
	return false;
}

static bool
milestone_row(void *user, const struct row *row, struct rejects *rejects, GError **error)
{
	static const struct kind_info *const info = &exchange_kinds[EXCHANGE_MILESTONES];
	struct importer *im = user;
	struct milestone m = { .goal = "",
		.name = import_text(&row->values[MILESTONE_NAME]) };
	const struct milestone *have;
	bool ok = date_cell(im, row, info, MILESTONE_DUE, &m.due), same;
	char *key;

	(void)rejects;
	ok &= date_cell(im, row, info, MILESTONE_REACHED, &m.reached);
	ok &= milestone_owner(im, row, info, &m);
	if (!ok || row->refused)
		return true;
	key = milestone_key(&m);
	have = g_hash_table_lookup(im->state, key);
	if (!import_once(im, row, info, MILESTONE_NAME, key))
		return true;
	same = have && milestone_same(have, &m);
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
const struct import_kind import_milestones_kind = { STORE_ACTIONS | STORE_STEPS |
	                                                STORE_GOALS,
	milestones_start, milestone_row, NULL, known_end };
const struct import_kind import_forecasts_kind = { STORE_ACTIONS, NULL, forecast_row,
	NULL, NULL };
