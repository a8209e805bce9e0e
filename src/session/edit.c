/* edit.c - one action brought to what a person says it should be. */
#include "session/edit.h"

#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "session/reports.h"
#include "session/stages.h"

struct facet
edit_facet(const struct action *action, int64_t unit, int64_t area)
{
	return (struct facet){ .action = action->id,
		.unit = unit,
		.area = area,
		.kind = action->kind,
		.counts = action->counts };
}

/* What one target line of the edit comes to. */
struct wanted {
	const struct target_edit *edit;
	int64_t unit;
	int64_t line; /* 0: not there yet */
	struct amount before;
};

/* Two amounts for one line and year would leave it to chance which is kept. */
static bool
refuse_double(const struct wanted *wanted, size_t n, GError **error)
{
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < i; k++)
			if (wanted[i].unit == wanted[k].unit &&
			    wanted[i].edit->year >= 0 &&
			    wanted[i].edit->year == wanted[k].edit->year &&
			    wanted[i].edit->cost_kind == wanted[k].edit->cost_kind) {
				g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT,
				    "åtgärden har två belopp för samma år, mottagare och "
				    "kostnadsslag; slå ihop dem");
				return false;
			}
	return true;
}

static bool
resolve_targets(struct names *names, const struct action_edit *edit, int64_t own_unit,
    const GArray *lines, const GArray *targets, struct wanted *wanted, GError **error)
{
	for (size_t i = 0; i < edit->n_targets; i++) {
		const struct target_edit *t = &edit->targets[i];
		struct wanted *w = &wanted[i];

		*w = (struct wanted){ .edit = t, .unit = own_unit };
		if (t->recipient && names_unallocated(t->recipient))
			w->unit = 0;
		else if (t->recipient &&
		         !names_unit(names, t->recipient, &w->unit, error))
			return false;
		for (guint k = 0; k < lines->len; k++) {
			const struct line *line = &g_array_index(lines, struct line, k);

			if (line->unit == w->unit && line->cost_kind == t->cost_kind)
				w->line = line->id;
		}
		for (guint k = 0; w->line && k < targets->len; k++) {
			const struct target *have =
			    &g_array_index(targets, struct target, k);

			if (have->line == w->line && have->year == t->year)
				w->before = amount_of(have->ore);
		}
	}
	return true;
}

static bool
targets_differ(const struct wanted *wanted, size_t n, bool lines)
{
	for (size_t i = 0; i < n; i++)
		if (!amount_equal(wanted[i].before, wanted[i].edit->amount) ||
		    (lines && !wanted[i].line))
			return true;
	return false;
}

static bool
write_targets(struct session *s, const struct facet *own, struct wanted *wanted, size_t n,
    bool lines, int64_t *written, GError **error)
{
	g_autofree struct new_target *rows = g_new0(struct new_target, n + 1);
	size_t n_rows = 0;

	for (size_t i = 0; i < n; i++) {
		struct wanted *w = &wanted[i];
		bool same = amount_equal(w->before, w->edit->amount);

		if (same && !(lines && !w->line))
			continue;
		for (size_t k = 0; k < i && !w->line; k++) /* made a moment ago? */
			if (wanted[k].unit == w->unit &&
			    wanted[k].edit->cost_kind == w->edit->cost_kind)
				w->line = wanted[k].line;
		if (!w->line && !store_need_line(s->store, own->action, w->unit,
		                    w->edit->cost_kind, &w->line, error))
			return false;
		if (same)
			continue;
		rows[n_rows] = (struct new_target){ w->line, w->edit->year,
			w->edit->amount, w->before, *own };
		rows[n_rows].facet.recipient = w->unit;
		rows[n_rows++].facet.cost_kind = w->edit->cost_kind;
	}
	*written += (int64_t)n_rows;
	return store_add_targets(s->store, s->programme.id, rows, n_rows, error);
}

/* A new action's id and version; one whose creation was undone comes back. */
static bool
identify(struct session *s, struct action *action, const struct action *current,
    GError **error)
{
	if (current) {
		action->id = current->id;
		action->version = current->version + 1;
		return true;
	}
	action->version = 1;
	if (!store_find_action(
	        s->store, s->programme.id, action->code, &action->id, error))
		return false;
	if (!action->id)
		return store_add_action(
		    s->store, s->programme.id, action->code, &action->id, error);
	if (!store_latest_version(s->store, action->id, &action->version, error))
		return false;
	action->version++;
	return true;
}

bool
edit_latest_status(struct session *s, int64_t action, struct stored_report *ret,
    bool *ret_found, GError **error)
{
	GStringChunk *pool = g_string_chunk_new(1024);
	g_autoptr(GArray) all = NULL;
	g_autoptr(GArray) kept = NULL;

	g_ptr_array_add(s->texts, pool);
	*ret_found = false;
	if (!store_read_reports(
	        s->store, s->programme.id, action, STORE_NOW, pool, &all, error))
		return false;
	kept = reports_in_force(all);
	for (guint i = 0; i < kept->len; i++) { /* in order of rounds */
		const struct stored_report *r =
		    &g_array_index(kept, struct stored_report, i);

		if (r->status == STATUS_NONE)
			continue;
		*ret = *r;
		*ret_found = true;
	}
	return true;
}

/* The register and the latest report say the same status: a change of the one is a late
 * change of the other (docs/design.md, "Status"). */
static bool
amend_report(struct session *s, const struct action *action, GError **error)
{
	struct stored_report latest;
	bool found;

	if (!edit_latest_status(s, action->id, &latest, &found, error))
		return false;
	if (!found || latest.status == action->status)
		return true;
	if (action->status == STATUS_NONE) {
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT,
		    "%s: status kan inte tömmas, för lägesrapporten %s säger \"%s\". "
		    "Välj en annan "
		    "status.",
		    action->code, latest.label,
		    word_text(status_words, (int)latest.status));
		return false;
	}
	latest.status = action->status;
	return store_add_report(s->store, &latest, error);
}

static bool
clean_action(struct session *s, struct action *a, GError **error)
{
	const char **texts[] = { &a->name, &a->unit, &a->area, &a->owner, &a->plan_ready,
		&a->start, &a->finish, &a->indicator, &a->description };

	for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
		if (!session_text(s, *texts[i], texts[i], error))
			return false;
	if (g_utf8_validate(a->code, -1, NULL))
		return true;
	g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT,
	    "id är inte UTF-8; skriv det på nytt");
	return false;
}

/* What every action must have, whoever asks. */
static bool
check_action(const struct action *action, GError **error)
{
	const char *missing =
	    text_is_blank(action->code)   ? "id"
	    : text_is_blank(action->name) ? action_fields[ACTION_NAME].name
	    : text_is_blank(action->unit) ? action_fields[ACTION_UNIT].name
	                                  : NULL;

	if (!missing && !names_unallocated(action->unit))
		return true;
	if (missing)
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT,
		    "åtgärden saknar %s; fyll i det", missing);
	else
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT,
		    "åtgärdens egen förvaltning kan inte vara \"ej fördelad\"; det är "
		    "bara mottagaren "
		    "av ett belopp som kan vara det");
	return false;
}

bool
edit_apply(struct names *names, const struct action *current,
    const struct action_edit *edit, bool lines, enum edit_outcome *ret, int *ret_version,
    int64_t *ret_targets, GError **error)
{
	struct session *s = names->session;
	struct action action = *edit->action;
	g_autoptr(GArray) have = g_array_new(FALSE, FALSE, sizeof(struct line));
	g_autoptr(GArray) targets = g_array_new(FALSE, FALSE, sizeof(struct target));
	g_autofree struct wanted *wanted = g_new0(struct wanted, edit->n_targets + 1);
	struct facet facet;
	int64_t unit, area;

	if (!clean_action(s, &action, error) || !check_action(&action, error) ||
	    !names_unit(names, action.unit, &unit, error) ||
	    !names_area(names, action.area, &area, error) ||
	    (current && !store_read_lines(
	                    s->store, current->id, STORE_NOW, have, targets, error)) ||
	    !resolve_targets(names, edit, unit, have, targets, wanted, error) ||
	    !refuse_double(wanted, edit->n_targets, error))
		return false;
	if (current && action_diff(current, &action) == 0 &&
	    !targets_differ(wanted, edit->n_targets, lines)) {
		*ret = EDIT_SAME;
		*ret_version = current->version;
		return true;
	}
	action.removed = false;
	if (!identify(s, &action, current, error) ||
	    !store_add_version(s->store, s->programme.id, &action, unit, area, error))
		return false;
	facet = edit_facet(&action, unit, area);
	if (!write_targets(
	        s, &facet, wanted, edit->n_targets, lines, ret_targets, error) ||
	    (current && current->status != action.status &&
	        !amend_report(s, &action, error)))
		return false;
	*ret = current ? EDIT_CHANGED : EDIT_ADDED;
	*ret_version = action.version;
	return true;
}

bool
edit_status(struct names *names, const struct action *current, enum status status,
    int *ret_version, GError **error)
{
	struct action next = *current;
	struct action_edit edit = { .action = &next };
	enum edit_outcome outcome;
	int64_t targets = 0;

	next.status = status;
	return edit_apply(
	    names, current, &edit, false, &outcome, ret_version, &targets, error);
}

static bool
check_version(
    const struct action_edit *edit, const struct action *current, GError **error)
{
	if (!current && edit->action->id) {
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_CONFLICT,
		    "%s har tagits bort av någon annan under tiden.", edit->action->code);
		return false;
	}
	if (current && !edit->action->id) {
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_CONFLICT,
		    "Det finns redan en åtgärd med id %s. Välj ett annat id.",
		    edit->action->code);
		return false;
	}
	if (current && edit->expected_version &&
	    edit->expected_version != current->version) {
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_CONFLICT,
		    "%s har ändrats av någon annan: den är nu version %d och inte %d. "
		    "Läs om och "
		    "gör ändringen igen.",
		    current->code, current->version, edit->expected_version);
		return false;
	}
	return true;
}

/* One of them, within the transaction. */
static bool
edit_one(struct session *s, struct names *names, const struct plan *plan,
    const struct action_edit *edit, struct saved *ret, enum edit_outcome *ret_outcome,
    GError **error)
{
	const char *code = edit->action->code;
	const struct action *current = plan_action(plan, code);
	int from = current ? current->stage : 0;
	int64_t targets = 0;

	if (check_version(edit, current, error) &&
	    edit_apply(names, current, edit, false, ret_outcome, &ret->version, &targets,
	        error) &&
	    (edit->action->stage <= from || stages_check(s, code, from, error)))
		return true;
	/* before the plan goes, in which the code may stand */
	session_sentence(code, error);
	return false;
}

bool
session_edit_many(struct session *s, const struct action_edit *edits, size_t n,
    struct saved *ret, GError **error)
{
	struct names names = { 0 };
	struct plan *plan;
	struct saved saved = { 0 };
	g_autofree char *note = NULL;
	const char *verb = "ändra";
	size_t written = 0;
	bool ok;

	if (!session_begin(s, STORE_ACTIONS, &plan, error))
		return false;
	ok = names_init(&names, s, plan, error);
	for (size_t i = 0; ok && i < n; i++) {
		enum edit_outcome outcome = EDIT_SAME;

		ok = edit_one(s, &names, plan, &edits[i], &saved, &outcome, error);
		if (!ok || outcome == EDIT_SAME)
			continue;
		if (outcome == EDIT_ADDED && n == 1)
			verb = "ny åtgärd";
		g_free(note);
		note = ++written == 1 ? g_strdup(edits[i].action->code)
		                      : g_strdup_printf("%zu åtgärder", written);
	}
	names_clear(&names);
	if (!session_end(s, ok, written > 0, verb, note, &saved.change, error))
		return false;
	*ret = saved;
	return true;
}

bool
session_edit(
    struct session *s, const struct action_edit *edit, struct saved *ret, GError **error)
{
	return session_edit_many(s, edit, 1, ret, error);
}
