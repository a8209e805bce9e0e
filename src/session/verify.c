/* verify.c - a second person's attest of what was posted. */
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "calendar/month.h"
#include "session/edit.h"

/* What is asked for, and what came of it so far. */
struct attest {
	struct session *session;
	const char *comment;
	bool withdraw;
	bool leave_own; /* count own rows; else refuse them */
	GStringChunk *pool;
	int found; /* rows of the ledger, verified or not */
	struct verified done;
};

static bool
refuse_own(const char *who, GError **error)
{
	g_autofree char *shown = text_display(who);

	g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT,
	    "Utfallet är bokfört av %s och kan inte verifieras av samma person. Be någon "
	    "annan verifiera det.",
	    shown);
	return false;
}

/* "EA01" is "ea01". */
static bool
is_same_person(const char *a, const char *b)
{
	g_autofree char *one = text_fold(a);
	g_autofree char *other = text_fold(b);

	return strcmp(one, other) == 0;
}

/* The rows of one line and month. */
static bool
attest_cell(struct attest *a, int64_t line, int month, GError **error)
{
	struct session *s = a->session;
	g_autoptr(GArray) rows = NULL;

	if (!store_read_attested(s->store, line, month, a->pool, &rows, error))
		return false;
	a->found += (int)rows->len;
	for (guint i = 0; i < rows->len; i++) {
		const struct attested_row *row =
		    &g_array_index(rows, struct attested_row, i);
		bool own = is_same_person(row->who, s->who);

		if (row->verified != a->withdraw)
			continue; /* as it should be already */
		if (own && !a->withdraw && a->leave_own) {
			a->done.own++;
			continue;
		}
		if (own && !a->withdraw)
			return refuse_own(row->who, error);
		if (!store_add_verification(
		        s->store, row->saving, !a->withdraw, a->comment, error))
			return false;
		a->done.rows++;
	}
	return true;
}

/* The recipient asked for; -1: any. */
static bool
find_recipient(const struct plan *plan, const char *name, int64_t *ret, GError **error)
{
	g_autofree char *shown = text_display(name);
	const struct unit *unit;

	*ret = -1;
	if (text_is_blank(name))
		return true;
	*ret = 0;
	if (names_unallocated(name))
		return true;
	unit = plan_unit(plan, name);
	if (unit)
		*ret = unit->id;
	else
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_NOT_FOUND,
		    "Förvaltningen \"%s\" finns inte i planen. Skriv den som i planen.",
		    shown);
	return unit != NULL;
}

static bool
refuse_none(const struct verify_entry *entry, GError **error)
{
	g_autofree char *month = month_text(entry->month);

	g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_NOT_FOUND,
	    "%s har inget sådant utfall för %s. \"sparplan visa %s\" visar vad som är "
	    "bokfört.",
	    entry->action, month, entry->action);
	return false;
}

static bool
attest_action(struct attest *a, const struct plan *plan, const struct verify_entry *entry,
    GError **error)
{
	const struct action *action = plan_action(plan, entry->action);
	int64_t unit;

	if (!action) {
		session_no_action(plan, entry->action, error);
		return false;
	}
	if (!find_recipient(plan, entry->unit, &unit, error))
		return false;
	for (guint i = 0; i < plan->lines->len; i++) {
		const struct line *line = &g_array_index(plan->lines, struct line, i);

		if (line->action != action->id || (unit >= 0 && line->unit != unit) ||
		    (entry->cost_kind >= 0 && (int)line->cost_kind != entry->cost_kind))
			continue;
		if (!attest_cell(a, line->id, entry->month, error))
			return false;
	}
	return a->found > 0 || refuse_none(entry, error);
}

static bool
attest_until(struct attest *a, int until, GError **error)
{
	struct session *s = a->session;
	g_autoptr(GArray) cells = NULL;

	if (!store_read_unverified(s->store, s->programme.id, STORE_NOW, INT64_MAX,
	        month_make(YEAR_MIN, 1), until, &cells, error))
		return false;
	for (guint i = 0; i < cells->len; i++) {
		const struct cube_cell *cell = &g_array_index(cells, struct cube_cell, i);

		if (!attest_cell(a, cell->line, cell->month, error))
			return false;
	}
	return true;
}

/* One transaction: `entry`, or everything up to a month. */
static bool
attest(struct attest *a, const struct verify_entry *entry, int until, const char *comment,
    const char *note, struct verified *ret, GError **error)
{
	struct session *s = a->session;
	const char *verb = a->withdraw ? "ta tillbaka verifiering" : "verifiera";
	const struct plan *plan;
	bool ok;

	if (!session_begin_on(
	        s, entry ? STORE_ACTIONS | STORE_LINES : STORE_BASE, &plan, error))
		return false;
	a->pool = g_string_chunk_new(256);
	g_ptr_array_add(s->texts, a->pool);
	ok = session_text(s, comment, &a->comment, error) &&
	     (entry ? attest_action(a, plan, entry, error)
	            : attest_until(a, until, error));
	if (!ok)
		session_sentence("kommentar", error);
	if (!session_end(s, ok, a->done.rows > 0, verb, note, &a->done.change, error))
		return false;
	*ret = a->done;
	return true;
}

bool
session_verify(struct session *s, const struct verify_entry *entry, struct verified *ret,
    GError **error)
{
	struct attest a = { .session = s, .withdraw = entry->withdraw };
	g_autofree char *month = month_text(entry->month);
	g_autofree char *note = g_strdup_printf("%s %s", entry->action, month);

	return attest(&a, entry, 0, entry->comment, note, ret, error);
}

bool
session_verify_all(struct session *s, int until, const char *comment,
    struct verified *ret, GError **error)
{
	struct attest a = { .session = s, .leave_own = true };
	g_autofree char *month = month_text(until);
	g_autofree char *note = g_strdup_printf("alla till och med %s", month);

	return attest(&a, NULL, until, comment, note, ret, error);
}

/* ---- what there is to attest --------------------------------------------------------
 */

struct posted {
	struct session *session;
	const struct plan *plan;
	GStringChunk *pool;
	bool verified;
	GArray *rows; /* struct posted_row */
};

/* The rows of a line and month that are attested, or are not; none: nothing is added. */
static bool
add_posted(struct posted *p, const struct line *line, int month, GError **error)
{
	const struct action *action = plan_action_by_id(p->plan, line->action);
	struct posted_row row = { .unit = plan_unit_name(p->plan, line->unit),
		.cost_kind = line->cost_kind,
		.month = month };
	g_autoptr(GPtrArray) who = g_ptr_array_new();
	g_autofree char *all = NULL;
	g_autoptr(GArray) rows = NULL;

	if (!action)
		return true;
	if (!store_read_attested(
	        p->session->store, line->id, month, p->pool, &rows, error))
		return false;
	for (guint i = 0; i < rows->len; i++) {
		const struct attested_row *r =
		    &g_array_index(rows, struct attested_row, i);

		if (r->verified != p->verified)
			continue;
		row.ore += r->ore;
		row.rows++;
		if (is_same_person(r->who, p->session->who)) {
			row.own = true;
			row.own_rows++;
			row.own_ore += r->ore;
		}
		if (!g_ptr_array_find_with_equal_func(who, r->who, g_str_equal, NULL))
			g_ptr_array_add(who, (gpointer)(uintptr_t)r->who);
	}
	if (row.rows == 0)
		return true;
	g_ptr_array_add(who, NULL);
	all = g_strjoinv(", ", (char **)who->pdata);
	row.who = g_string_chunk_insert_const(p->pool, all);
	row.action = action->code;
	row.name = action->name;
	g_array_append_val(p->rows, row);
	return true;
}

/* In order of month, then as the lines of the plan are. */
static gint
by_month(gconstpointer a, gconstpointer b)
{
	const struct cube_cell *x = a, *y = b;

	if (x->month != y->month)
		return x->month < y->month ? -1 : 1;
	return x->line < y->line ? -1 : x->line > y->line;
}

static bool
read_posted(struct posted *p, GError **error)
{
	struct session *s = p->session;
	g_autoptr(GArray) cells = NULL;
	bool ok =
	    p->verified
	        ? store_read_cube(s->store, INT64_MAX, 0, month_make(YEAR_MIN, 1),
	              month_make(YEAR_MAX, 12), &cells, error)
	        : store_read_unverified(s->store, s->programme.id, STORE_NOW, INT64_MAX,
	              month_make(YEAR_MIN, 1), month_make(YEAR_MAX, 12), &cells, error);

	if (!ok)
		return false;
	g_array_sort(cells, by_month);
	for (guint i = 0; ok && i < cells->len; i++) {
		guint at = p->verified ? cells->len - 1 - i : i;
		const struct cube_cell *cell =
		    &g_array_index(cells, struct cube_cell, at);
		const struct line *line = plan_line(p->plan, cell->line);

		/* unverified cells are one a row: the others of a line and month come
		 * next */
		if (i > 0 && by_month(cell, cell + (p->verified ? 1 : -1)) == 0)
			continue;
		ok = !line || add_posted(p, line, cell->month, error);
	}
	return ok;
}

bool
session_posted(struct session *s, bool verified, GArray **ret, GError **error)
{
	struct posted p = { .session = s, .verified = verified };
	struct plan *plan = NULL;
	bool ok;

	if (!session_begin_read(s, error))
		return false;
	p.pool = g_string_chunk_new(256);
	g_ptr_array_add(s->texts, p.pool);
	p.rows = g_array_new(FALSE, FALSE, sizeof(struct posted_row));
	ok = session_need_plan(s, STORE_ACTIONS | STORE_LINES, &plan, error);
	p.plan = plan;
	ok = ok && read_posted(&p, error);
	session_end_read(s);
	if (ok)
		*ret = p.rows;
	else
		g_array_unref(p.rows);
	return ok;
}
