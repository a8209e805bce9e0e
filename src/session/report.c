/* report.c - one status report, and the status of the register that follows it. */
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "calendar/month.h"
#include "calendar/round.h"
#include "session/report.h"
#include "session/rounds.h"

/* The round asked for; else the one to report in for the month that overviews show, or,
 * of a late change, the one that ends with it. */
static bool
find_round(struct session *s, const struct report_entry *entry, char **ret_label,
    int *ret_cutoff, GError **error)
{
	g_autofree char *label = NULL;

	if (!text_is_blank(entry->round))
		return round_parse(entry->round, ret_label, ret_cutoff, error);
	return session_cutoff(s, NULL, ret_cutoff, error) &&
	       round_of_month(s, *ret_cutoff, !entry->late, &label, error) &&
	       round_parse(label, ret_label, ret_cutoff, error);
}

/* The report in force for (action, round); found false when there is none. */
static bool
report_in_force(struct session *s, int64_t action, int64_t round,
    struct stored_report *ret, bool *ret_found, GError **error)
{
	GStringChunk *pool = g_string_chunk_new(1024);
	g_autoptr(GArray) all = NULL;

	g_ptr_array_add(s->texts, pool);
	if (!store_read_reports(
	        s->store, s->programme.id, action, STORE_NOW, pool, &all, error))
		return false;
	*ret_found = false;
	for (guint i = 0; i < all->len; i++) {
		const struct stored_report *r =
		    &g_array_index(all, struct stored_report, i);

		if (r->round != round)
			continue;
		*ret = *r;
		*ret_found = !r->removed;
	}
	return true;
}

/* What is not said stays as the round's report has it; news takes "inget nytt" away. */
static void
merge(struct stored_report *r, const struct report_entry *entry)
{
	bool news = entry->status != STATUS_NONE || entry->light != LIGHT_NONE ||
	            !text_is_blank(entry->comment);

	if (entry->status != STATUS_NONE)
		r->status = entry->status;
	if (entry->light != LIGHT_NONE)
		r->light = entry->light;
	if (!text_is_blank(entry->comment))
		r->comment = entry->comment;
	if (!text_is_blank(entry->result))
		r->result = entry->result;
	if (entry->nothing_new)
		r->nothing_new = true;
	else if (news || entry->not_nothing)
		r->nothing_new = false;
}

static bool
same_report(const struct stored_report *a, const struct stored_report *b)
{
	return a->status == b->status && a->light == b->light &&
	       a->nothing_new == b->nothing_new && strcmp(a->comment, b->comment) == 0 &&
	       strcmp(a->result, b->result) == 0;
}

/* The register's status follows the latest round that says one. */
static bool
follow_status(struct names *names, struct action *action,
    const struct stored_report *report, GError **error)
{
	struct stored_report latest;
	bool found;

	if (report->status == STATUS_NONE || report->status == action->status)
		return true;
	if (!edit_latest_status(names->session, action->id, &latest, &found, error))
		return false;
	if (found && latest.round != report->round)
		return true; /* a later round has spoken */
	if (!edit_status(names, action, report->status, &action->version, error))
		return false;
	/* the next report of the same transaction builds on it */
	action->status = report->status;
	return true;
}

/* A year's forecast in a round that may be written to. */
static bool
forecast_differs(struct session *s, int64_t action, int64_t round, int year,
    struct amount forecast, enum edit_outcome *ret, GError **error)
{
	struct amount have;

	if (!store_read_forecast(s->store, action, round, year, STORE_NOW, &have, error))
		return false;
	*ret = amount_equal(have, forecast) ? EDIT_SAME
	       : have.known                 ? EDIT_CHANGED
	                                    : EDIT_ADDED;
	return true;
}

/* A closed round takes only what is said to be late. */
bool
report_check_open(
    const struct names *names, const char *label, int cutoff, bool late, GError **error)
{
	g_autofree char *next = NULL;

	if (late || !names_round_closed(names, label))
		return true;
	if (!round_of_month(names->session, cutoff, true, &next, error))
		return false;
	if (names->session->screen) {
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT,
		    "Omgången %s är stängd och tar inte emot fler rapporter. Öppna den "
		    "bland omgångarna, eller lämna rapporten i %s.",
		    label, next);
		return false;
	}
	g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT,
	    "Omgången %s är stängd och tar inte emot fler rapporter. Öppna den med "
	    "\"sparplan omgang %s --oppna\", eller lämna rapporten i %s; en rättelse "
	    "lämnas med --sent.",
	    label, label, next);
	return false;
}

bool
forecast_apply(struct names *names, int64_t action, const char *label, int cutoff,
    int year, struct amount forecast, bool late, enum edit_outcome *ret, GError **error)
{
	struct session *s = names->session;
	int64_t round;

	return names_round(names, label, cutoff, &round, error) &&
	       forecast_differs(s, action, round, year, forecast, ret, error) &&
	       (*ret == EDIT_SAME ||
	           (report_check_open(names, label, cutoff, late, error) &&
	               store_add_forecast(
	                   s->store, action, round, year, forecast, error)));
}

static bool
refuse_unseen(const char *what, const char *text, const char *label, GError **error)
{
	g_autofree char *theirs = text_display(text);

	g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_CONFLICT,
	    "Någon annan har skrivit %s för %s under tiden: \"%s\". Spara igen "
	    "för att ersätta den med din.",
	    what, label, theirs);
	return false;
}

bool
report_apply(struct names *names, const struct plan *plan,
    const struct report_entry *entry, const char *label, int cutoff,
    struct stored_report *ret_report, enum edit_outcome *ret, GError **error)
{
	struct session *s = names->session;
	struct action *action = plan_action(plan, entry->action);
	struct stored_report have = { 0 }, report;
	enum edit_outcome of_forecast = EDIT_SAME;
	bool found = false, differs;
	int64_t round;

	if (!names_round(names, label, cutoff, &round, error) ||
	    !report_in_force(s, action->id, round, &have, &found, error))
		return false;
	if (!found)
		have = (struct stored_report){ .comment = "", .result = "" };
	if (entry->seen && strcmp(entry->seen, have.comment) != 0)
		return refuse_unseen("en kommentar", have.comment, label, error);
	if (entry->seen_result && strcmp(entry->seen_result, have.result) != 0)
		return refuse_unseen("en resultattext", have.result, label, error);
	report = have;
	report.action = action->id;
	report.round = round;
	report.label = label;
	report.cutoff = cutoff;
	merge(&report, entry);
	differs = !found || !same_report(&have, &report);
	if (entry->forecast.known &&
	    !forecast_differs(s, action->id, round, month_year(cutoff), entry->forecast,
	        &of_forecast, error))
		return false;
	/* what is there already is harmless, in a closed round too */
	if ((differs || of_forecast != EDIT_SAME) &&
	    !report_check_open(names, label, cutoff, entry->late, error))
		return false;
	/* a forecast that comes late shows by the report that goes with it */
	differs |= of_forecast != EDIT_SAME && names_round_closed(names, label);
	if ((differs && !store_add_report(s->store, &report, error)) ||
	    (of_forecast != EDIT_SAME &&
	        !store_add_forecast(s->store, action->id, round, month_year(cutoff),
	            entry->forecast, error)) ||
	    !follow_status(names, action, &report, error))
		return false;
	*ret_report = report;
	*ret = !differs && of_forecast == EDIT_SAME ? EDIT_SAME
	       : found                              ? EDIT_CHANGED
	                                            : EDIT_ADDED;
	return true;
}

bool
report_take_back_bare(struct session *s, int64_t action, int64_t round, int year,
    bool *ret_taken, GError **error)
{
	struct stored_report have = { 0 };
	struct amount forecast;
	bool found;

	*ret_taken = false;
	if (!report_in_force(s, action, round, &have, &found, error) ||
	    !store_read_forecast(
	        s->store, action, round, year, STORE_NOW, &forecast, error))
		return false;
	if (!found || forecast.known || have.nothing_new || have.status != STATUS_NONE ||
	    have.light != LIGHT_NONE || !text_is_blank(have.comment) ||
	    !text_is_blank(have.result))
		return true;
	have.removed = true;
	*ret_taken = true;
	return store_add_report(s->store, &have, error);
}

/* Figure 12: a light that a person judges goes with why.  No data needs no reason. */
static bool
check_judged(const struct session *s, const struct report_entry *entry,
    const struct stored_report *report, GError **error)
{
	if (entry->light == LIGHT_NONE || entry->light == LIGHT_GREY ||
	    !text_is_blank(report->comment))
		return true;
	g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT,
	    s->screen ? "Ett ljus som du bedömer själv behöver en motivering. Skriv den "
	                "som kommentar."
	              : "Ett ljus som du bedömer själv behöver en motivering. Skriv den "
	                "med --kommentar.");
	return false;
}

/* One of them, within the transaction: its label and what came of it. */
bool
report_take(struct session *s, struct names *names, const struct plan *plan,
    const struct report_entry *entry, char **ret_label, enum edit_outcome *ret,
    GError **error)
{
	struct report_entry own = *entry;
	struct stored_report report;
	g_autofree char *label = NULL;
	int cutoff;

	if (!find_round(s, entry, &label, &cutoff, error)) {
		session_sentence("omgång", error);
		return false;
	}
	if (!plan_action(plan, entry->action)) {
		session_no_action(plan, entry->action, error);
		return false;
	}
	if (!session_text(s, entry->comment, &own.comment, error) ||
	    !session_text(s, entry->result, &own.result, error) ||
	    !report_apply(names, plan, &own, label, cutoff, &report, ret, error) ||
	    !check_judged(s, &own, &report, error)) {
		session_sentence(entry->action, error);
		return false;
	}
	*ret_label = g_steal_pointer(&label);
	return true;
}

bool
session_report_many(struct session *s, const struct report_entry *entries, size_t n,
    struct saved *ret, GError **error)
{
	g_autofree char *note = NULL;
	struct names names = { 0 };
	const struct plan *plan;
	struct saved saved = { 0 };
	size_t written = 0;
	bool ok;

	if (!session_begin_on(s, STORE_ACTIONS, &plan, error))
		return false;
	ok = names_init(&names, s, plan, error);
	for (size_t i = 0; ok && i < n; i++) {
		enum edit_outcome outcome = EDIT_SAME;
		g_autofree char *label = NULL;

		ok = report_take(s, &names, plan, &entries[i], &label, &outcome, error);
		if (!ok || outcome == EDIT_SAME)
			continue;
		g_free(note);
		note = ++written == 1
		           ? g_strdup_printf("%s %s", entries[i].action, label)
		           : g_strdup_printf("%zu åtgärder %s", written, label);
	}
	names_clear(&names);
	if (!session_end(s, ok, written > 0, "läge", note, &saved.change, error))
		return false;
	saved.known = written == 0;
	*ret = saved;
	return true;
}

bool
session_report(struct session *s, const struct report_entry *entry, struct saved *ret,
    GError **error)
{
	return session_report_many(s, entry, 1, ret, error);
}
