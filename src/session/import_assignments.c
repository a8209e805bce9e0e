/*
 * import_assignments.c - uppdrag and strategiska åtgärder: actions with what makes them
 * so, the goal they serve, and what the round says of them.
 */
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "calendar/round.h"
#include "exchange/kinds_goals.h"
#include "session/goal_set.h"
#include "session/link.h"
#include "session/report.h"
#include "session/rounds.h"

static const struct kind_info *const info = &exchange_kinds[EXCHANGE_ASSIGNMENTS];

/* Of an action whose source names none. */
#define NO_UNIT "ej angiven"

/* What the flag "inget nytt" says, folded. */
#define NOTHING_NEW "inget nytt att redovisa"

/* One row, kept until every row has been read. */
struct entry {
	struct action action;
	const struct action *current;
	struct assignment assignment;
	const struct assignment *had;
	const struct goal_entry *goal; /* NULL: none is said */
	bool reported;
	struct report_entry report;
	const char *round;
	int cutoff;
	const char *file;
	int line;
	const char *column; /* the round's */
	/* what came of it */
	bool is_new, changed;
};

struct assignments_file {
	struct goal_set *goals;
	GArray *entries;
	const char *round; /* of rows that name none; NULL: not looked up yet */
	int cutoff;
};

static void
start(struct importer *im)
{
	struct assignments_file *file = g_new0(struct assignments_file, 1);

	file->goals = goal_set_new(im);
	file->entries = g_array_new(FALSE, FALSE, sizeof(struct entry));
	im->state = file;
}

static void
end(struct importer *im)
{
	struct assignments_file *file = im->state;

	g_array_unref(file->entries);
	goal_set_free(file->goals);
	g_free(file);
}

static void
refuse(struct importer *im, const struct row *row, int column, const char *why)
{
	rejects_add(im->rejects, row->file, row->line, import_column(row, info, column),
	    "%s", why);
}

/* ---- reading a row ------------------------------------------------------------------
 */

/* As the row says, else as its columns show, else as it is: what its number means. */
static bool
read_form(struct importer *im, const struct row *row, enum assignment_form had,
    enum assignment_form *ret)
{
	int form = (int)had;

	if (!row->values[ASSIGNMENT_FORM].given &&
	    (row->values[ASSIGNMENT_FACTOR].present ||
	        row->values[ASSIGNMENT_EFFECT].present))
		form = ASSIGNMENT_STRATEGIC;
	if (!import_word(im, row, info, ASSIGNMENT_FORM, assignment_form_words, &form))
		return false;
	*ret = (enum assignment_form)form;
	return true;
}

/* The row's id; "" after a reject. */
static const char *
code_of(struct importer *im, const struct row *row, enum assignment_form form)
{
	const char *number = import_text(&row->values[ASSIGNMENT_NUMBER]);
	g_autofree char *code = NULL;

	if (row->values[ASSIGNMENT_ID].given)
		return import_keep(im, &row->values[ASSIGNMENT_ID]);
	if (!*number) {
		refuse(im, row, ASSIGNMENT_ID,
		    "raden har varken id eller nr; fyll i ett av dem");
		return "";
	}
	code = g_strconcat(form == ASSIGNMENT_STRATEGIC ? "SÅ" : "U", number, NULL);
	return g_string_chunk_insert_const(im->text, code);
}

/* Two columns that say the same thing; false after a reject when both do. */
static bool
say_either(
    struct importer *im, const struct row *row, int one, int other, const char **field)
{
	if (row->values[one].given && row->values[other].given) {
		refuse(
		    im, row, other, "raden säger samma sak i två kolumner; töm den ena");
		return false;
	}
	import_say(im, row, one, field);
	import_say(im, row, other, field);
	return true;
}

static bool
read_action(struct importer *im, const struct row *row, struct entry *e)
{
	struct action *a = &e->action;

	if (!say_either(im, row, ASSIGNMENT_NAME, ASSIGNMENT_ACTION, &a->name))
		return false;
	import_say(im, row, ASSIGNMENT_AREA, &a->area);
	import_say(im, row, ASSIGNMENT_UNIT, &a->unit);
	import_say(im, row, ASSIGNMENT_OWNER, &a->owner);
	if (!*a->unit)
		a->unit = NO_UNIT;
	if (*a->name)
		return true;
	refuse(im, row,
	    e->assignment.form == ASSIGNMENT_STRATEGIC ? ASSIGNMENT_ACTION
	                                               : ASSIGNMENT_NAME,
	    "ett nytt uppdrag måste ha en benämning; fyll i cellen");
	return false;
}

static void
read_assignment(struct importer *im, const struct row *row, struct assignment *a)
{
	import_say(im, row, ASSIGNMENT_TIMETABLE, &a->timetable);
	import_say(im, row, ASSIGNMENT_TIMETABLE_KIND, &a->timetable_kind);
	import_say(im, row, ASSIGNMENT_TIMETABLE_PERIOD, &a->timetable_period);
	import_say(im, row, ASSIGNMENT_EFFECT, &a->effect);
	import_say(im, row, ASSIGNMENT_AMOUNT_TEXT, &a->amount_text);
}

static bool
read_goal(struct importer *im, const struct row *row, struct entry *e)
{
	struct assignments_file *file = im->state;
	const struct value *v = row->values;

	if (!v[ASSIGNMENT_FACTOR].given && !v[ASSIGNMENT_PERSPECTIVE].given)
		return true;
	e->goal = goal_set_factor(file->goals, row,
	    import_column(row, info, ASSIGNMENT_PERSPECTIVE),
	    import_text(&v[ASSIGNMENT_PERSPECTIVE]), "",
	    import_text(&v[ASSIGNMENT_FACTOR]));
	return e->goal != NULL;
}

/* The round that `lage` reports in when none is said; told in the result. */
static bool
default_round(struct importer *im, GError **error)
{
	struct assignments_file *file = im->state;
	g_autofree char *label = NULL, *written = NULL;
	int cutoff;

	if (!session_cutoff(im->session, NULL, &cutoff, error) ||
	    !round_of_month(im->session, cutoff, true, &label, error) ||
	    !round_parse(label, &written, &file->cutoff, error))
		return false;
	file->round = g_string_chunk_insert_const(im->text, written);
	g_strlcpy(im->result->assumed, written, sizeof(im->result->assumed));
	return true;
}

/* What the round says; *ret_ok false after a reject. */
static bool
read_report(struct importer *im, const struct row *row, struct entry *e, bool *ret_ok,
    GError **error)
{
	struct assignments_file *file = im->state;
	const struct value *v = row->values;
	int status = STATUS_NONE, nothing = -1;
	const char *comment = "";
	g_autofree char *key = NULL;
	bool same_words;

	*ret_ok = import_word(im, row, info, ASSIGNMENT_STATUS, status_words, &status) &
	          import_word(
	              im, row, info, ASSIGNMENT_NOTHING_NEW, import_yes_words, &nothing) &
	          say_either(im, row, ASSIGNMENT_WORK, ASSIGNMENT_COMMENT, &comment);
	if (!*ret_ok)
		return true;
	/* the words of the flag are the flag */
	key = text_fold(comment);
	same_words = strcmp(key, NOTHING_NEW) == 0;
	if (same_words && nothing != 0) {
		nothing = 1;
		comment = "";
	}
	e->report = (struct report_entry){ .action = e->action.code,
		.status = (enum status)status,
		.comment = comment,
		.nothing_new = nothing == 1,
		.not_nothing = nothing == 0,
		.late = im->late,
		.result = import_keep(im, &v[ASSIGNMENT_RESULT]) };
	e->reported =
	    status != STATUS_NONE || *comment || nothing == 1 || *e->report.result;
	if (!e->reported)
		return true;
	if (!v[ASSIGNMENT_ROUND].given && !file->round && !default_round(im, error))
		return false;
	e->round = v[ASSIGNMENT_ROUND].given ? import_keep(im, &v[ASSIGNMENT_ROUND])
	                                     : file->round;
	e->cutoff = v[ASSIGNMENT_ROUND].given ? v[ASSIGNMENT_ROUND].number : file->cutoff;
	e->column = g_string_chunk_insert_const(
	    im->text, import_column(row, info, ASSIGNMENT_ROUND));
	return true;
}

static bool
assignment_row(void *user, const struct row *row, struct rejects *rejects, GError **error)
{
	struct importer *im = user;
	struct assignments_file *file = im->state;
	const struct action *current =
	    row->values[ASSIGNMENT_ID].given
	        ? plan_action(im->plan, row->values[ASSIGNMENT_ID].text)
	        : NULL;
	const struct assignment *had =
	    current ? plan_assignment(im->plan, current->id) : NULL;
	struct entry e = { .file = g_string_chunk_insert_const(im->text, row->file),
		.line = row->line };
	enum assignment_form form;
	const char *code;
	bool ok;

	(void)rejects;
	if (row->refused ||
	    !read_form(im, row, had ? had->form : ASSIGNMENT_ERRAND, &form))
		return true;
	code = code_of(im, row, form);
	if (!*code ||
	    !import_once(im, row, info,
	        row->values[ASSIGNMENT_ID].given ? ASSIGNMENT_ID : ASSIGNMENT_NUMBER,
	        g_strdup(code)))
		return true;
	e.current = plan_action(im->plan, code);
	e.had = e.current ? plan_assignment(im->plan, e.current->id) : NULL;
	e.assignment = e.had ? *e.had
	                     : (struct assignment){ .timetable = "",
		                       .timetable_kind = "",
		                       .timetable_period = "",
		                       .effect = "",
		                       .amount_text = "" };
	/* what the columns show is of rows that are new */
	if (!e.had || row->values[ASSIGNMENT_FORM].given)
		e.assignment.form = form;
	if (e.current)
		e.action = *e.current;
	else
		action_init(&e.action, code);
	read_assignment(im, row, &e.assignment);
	ok = read_action(im, row, &e) & read_goal(im, row, &e);
	if (ok && !read_report(im, row, &e, &ok, error))
		return false;
	if (ok)
		g_array_append_val(file->entries, e);
	return true;
}

/* ---- writing, when every row is read ------------------------------------------------
 */

/* *error is a refusal of the row: a reject and true; else false. */
static bool
refused(struct importer *im, const struct entry *e, const char *column, GError *refusal,
    GError **error)
{
	if (!g_error_matches(refusal, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT)) {
		g_propagate_error(error, refusal);
		return false;
	}
	rejects_add(im->rejects, e->file, e->line, column, "%s", refusal->message);
	g_error_free(refusal);
	return true;
}

static bool
write_action(struct importer *im, struct entry *e, GError **error)
{
	struct action_edit edit = { .action = &e->action };
	enum edit_outcome outcome = EDIT_SAME;
	GError *refusal = NULL;
	int64_t targets = 0;

	if (!edit_apply(&im->names, e->current, &edit, false, &outcome,
	        &e->action.version, &targets, &refusal))
		return refused(im, e, NULL, refusal, error);
	e->is_new = outcome == EDIT_ADDED;
	e->changed = outcome != EDIT_SAME;
	return e->current ||
	       store_find_action(im->session->store, im->session->programme.id,
	           e->action.code, &e->action.id, error);
}

/* What was written is what reports and links build upon. */
static void
take_in(struct importer *im, const struct assignments_file *file)
{
	for (guint i = 0; i < file->entries->len; i++) {
		struct entry *e = &g_array_index(file->entries, struct entry, i);
		struct action *have = plan_action(im->plan, e->action.code);

		if (have)
			*have = e->action;
		else
			g_array_append_val(im->plan->actions, e->action);
	}
	plan_index(im->plan);
}

static bool
same_assignment(const struct assignment *a, const struct assignment *b)
{
	return a->form == b->form && strcmp(a->timetable, b->timetable) == 0 &&
	       strcmp(a->timetable_kind, b->timetable_kind) == 0 &&
	       strcmp(a->timetable_period, b->timetable_period) == 0 &&
	       strcmp(a->effect, b->effect) == 0 &&
	       strcmp(a->amount_text, b->amount_text) == 0;
}

/* The assignment, its link and its report. */
static bool
write_rest(struct importer *im, struct entry *e, GError **error)
{
	struct store *store = im->session->store;
	struct stored_report report;
	enum edit_outcome outcome = EDIT_SAME;
	GError *refusal = NULL;

	e->assignment.action = e->action.id;
	if (!e->had || !same_assignment(e->had, &e->assignment)) {
		e->is_new |= !e->had;
		e->changed = true;
		if (!store_add_assignment(store, &e->assignment, false, error))
			return false;
	}
	if (e->goal) {
		const struct link link = { e->action.id, RELATION_GOAL,
			e->goal->goal.code, 0 };

		if (!link_exists(im->plan, &link)) {
			e->changed = true;
			if (!store_add_link(store, &link, false, error))
				return false;
		}
	}
	if (e->reported && !report_apply(&im->names, im->plan, &e->report, e->round,
	                       e->cutoff, &report, &outcome, &refusal))
		return refused(im, e, e->column, refusal, error);
	e->changed |= outcome != EDIT_SAME;
	import_count(im, !e->is_new, !e->changed);
	return true;
}

static bool
finish(struct importer *im, GError **error)
{
	struct assignments_file *file = im->state;

	if (rejects_count(im->rejects))
		return true;
	if (!goal_set_write(file->goals, &im->result->goals, error))
		return false;
	for (guint i = 0; i < file->entries->len; i++)
		if (!write_action(
		        im, &g_array_index(file->entries, struct entry, i), error))
			return false;
	if (rejects_count(im->rejects))
		return true;
	take_in(im, file);
	for (guint i = 0; i < file->entries->len; i++)
		if (!write_rest(
		        im, &g_array_index(file->entries, struct entry, i), error))
			return false;
	return true;
}

const struct import_kind import_assignments_kind = { STORE_ACTIONS | STORE_GOALS, start,
	assignment_row, finish, end };
