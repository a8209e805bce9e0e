/*
 * strategic_actions.c - the strategiska åtgärder: what is to be done, by whom, when and
 * for what, and what was last reported of it.
 */
#include <string.h>

#include "base/rows.h"
#include "reports/book/parts.h"
#include "reports/book/strategic.h"
#include "rollup/lights.h"

const struct report *
strategic_report(const struct overview *overview, const struct action *action)
{
	const struct report *latest = NULL;
	guint n, first;

	if (overview->followup == NULL)
		return NULL;
	first = followup_reports(overview->followup, action->id, &n);
	for (guint i = first; i < first + n; i++) {
		const struct report *report =
		    &g_array_index(overview->followup->reports, struct report, i);

		if (report->cutoff <= overview->cutoff)
			latest = report;
	}
	return latest;
}

/* " Ansvarig: VO-chefer." with one stop however the text ends; "–" when it is blank. */
static void
append_sentence(GString *out, const char *label, const char *text)
{
	const char *shown = *text ? text : "–";

	g_string_append_printf(
	    out, "%s%s%s%s", out->len ? " " : "", label, *label ? ": " : "", shown);
	if (*text && !strchr(".!?", out->str[out->len - 1]))
		g_string_append_c(out, '.');
}

static char *
what_to_do(const struct plan *plan, const struct action *action)
{
	const struct assignment *assignment = plan_assignment(plan, action->id);
	GString *out = g_string_new(NULL);

	append_sentence(out, "", action->name);
	if (*action->description)
		append_sentence(out, "Beskrivning", action->description);
	append_sentence(out, "Ansvarig", action->owner);
	append_sentence(out, "Tidplan", assignment ? assignment->timetable : "");
	append_sentence(out, "Förväntad effekt", assignment ? assignment->effect : "");
	return g_string_free(out, FALSE);
}

/* The names of the goals it serves under `root`. */
static char *
goals_of(const struct plan *plan, const struct action *action, const char *root)
{
	GString *out = g_string_new(NULL);

	for (guint i = rows_from(plan->links, sizeof(struct link), action->id);
	     i < plan->links->len; i++) {
		const struct link *link = &g_array_index(plan->links, struct link, i);
		const struct goal *goal;

		if (link->action != action->id)
			break;
		if (link->relation != RELATION_GOAL ||
		    (root && !scorecard_is_under(plan, link->code, root)))
			continue;
		goal = plan_goal(plan, link->code);
		g_string_append_printf(
		    out, "%s%s", out->len ? "; " : "", goal ? goal->name : link->code);
	}
	return g_string_free(out->len ? out : g_string_append(out, "–"), FALSE);
}

/* What was reported, else what the register says; with the reporter's light. */
static char *
status_of(const struct action *action, const struct report *report)
{
	enum status status =
	    report && report->status != STATUS_NONE ? report->status : action->status;
	const char *word = word_text(status_words, (int)status);
	g_autofree char *light = NULL;

	if (report == NULL || report->light == LIGHT_NONE)
		return g_strdup(*word ? word : "–");
	light = light_text(report->light);
	return *word ? g_strdup_printf("%s · %s", word, light) : g_steal_pointer(&light);
}

/* "Trögt. Resultat: två avdelningar"; of another round than the one shown, it says which.
 */
static char *
comment_of(const struct overview *overview, const struct report *report)
{
	GString *out = g_string_new(NULL);

	if (report && *report->comment)
		g_string_append(out, report->comment);
	else if (report && report->nothing_new)
		g_string_append(out, "Inget nytt att redovisa");
	if (report && *report->result)
		append_sentence(out, "Resultat", report->result);
	if (out->len == 0)
		g_string_append(out, "–");
	else if (report->cutoff != overview->cutoff) {
		g_string_prepend(out, ": ");
		g_string_prepend(out, report->label);
	}
	return g_string_free(out, FALSE);
}

void
strategic_actions(const struct strategic *book, const char *caption,
    const GPtrArray *actions, const char *root)
{
	const struct column columns[] = {
		part_column_text("nr", "Nr"),
		part_column_text("mal", "Mål"),
		part_column_text("atgard", "Åtgärd"),
		part_column_text("status", "Status"),
		part_column_text("kommentar", "Kommentar"),
	};
	struct table *table;

	if (actions->len == 0)
		return;
	table = doc_table(book->doc, caption, columns, G_N_ELEMENTS(columns));
	for (guint i = 0; i < actions->len; i++) {
		const struct action *action = actions->pdata[i];
		const struct report *report = strategic_report(book->overview, action);
		g_autofree char *goals = goals_of(book->plan, action, root);
		g_autofree char *what = what_to_do(book->plan, action);
		g_autofree char *status = status_of(action, report);
		g_autofree char *comment = comment_of(book->overview, report);

		table_row(table, ROW_BODY,
		    (const struct cell[]){
		        cell_text(action->code),
		        cell_text(goals),
		        cell_text(what),
		        cell_text(status),
		        cell_text(comment),
		    });
	}
}
