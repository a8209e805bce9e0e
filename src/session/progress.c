/* progress.c - amounts so far this year reported: the difference posted, the round told.
 */
#include <string.h>

#include "base/error.h"
#include "calendar/month.h"
#include "calendar/round.h"
#include "money/money_format.h"
#include "session/post.h"
#include "session/progress.h"
#include "session/report.h"

/* What one transaction works with. */
struct work {
	struct session *session;
	struct names *names;
	const struct plan *plan;
	GArray
	    *made; /* struct line: those it has made, which may be the plan's own array */
	int month;
};

/* An action in it: its lines, what is posted on each, and what that comes to. */
struct standing {
	const struct action *action;
	struct account *account;
	GArray *lines; /* struct progress_line, as account->lines */
	struct amount year;
	bool posted; /* in the month */
};

static void
standing_clear(struct standing *st)
{
	if (st->account)
		account_free(st->account);
	if (st->lines)
		g_array_unref(st->lines);
}

static bool
add_line(
    const struct work *w, struct standing *st, const struct line *line, GError **error)
{
	struct progress_line one = { .line = *line };
	g_autoptr(GArray) cube = NULL;

	if (!store_read_cube(w->session->store, INT64_MAX, line->id,
	        month_make(month_year(w->month), 1), w->month, &cube, error))
		return false;
	for (guint i = 0; i < cube->len; i++) {
		const struct cube_cell *cell = &g_array_index(cube, struct cube_cell, i);

		if (!cube_cell_stands(cell))
			continue;
		amount_total(&one.year, amount_of(cell->ore));
		if (cell->month == w->month)
			amount_total(&one.month, amount_of(cell->ore));
	}
	amount_total(&st->year, one.year);
	st->posted |= one.month.known;
	g_array_append_val(st->lines, one);
	g_array_append_val(st->account->lines, *line);
	return true;
}

static bool
add_lines(const struct work *w, struct standing *st, const GArray *lines, GError **error)
{
	for (guint i = 0; i < lines->len; i++) {
		const struct line *line = &g_array_index(lines, struct line, i);

		if (line->action == st->action->id && !add_line(w, st, line, error))
			return false;
	}
	return true;
}

static bool
standing_read(const struct work *w, const char *code, struct standing *st, GError **error)
{
	st->action = plan_action(w->plan, code);
	if (!st->action) {
		session_no_action(w->plan, code, error);
		return false;
	}
	st->account = account_new(w->plan, st->action);
	st->lines = g_array_new(FALSE, FALSE, sizeof(struct progress_line));
	if (!add_lines(w, st, w->plan->lines, error) ||
	    (w->made != w->plan->lines && !add_lines(w, st, w->made, error)))
		return false;
	return true;
}

/* ---- what was seen ----------------------------------------------------------------- */

static bool
check_seen(const char *code, const char *what, const struct amount *seen,
    struct amount have, GError **error)
{
	g_autofree char *saw = NULL, *now = NULL;

	if (!seen || amount_equal(*seen, have))
		return true;
	saw = amount_text(*seen, MONEY_KR, 2);
	now = amount_text(have, MONEY_KR, 2);
	g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_CONFLICT,
	    "%s: någon annan har ändrat %s under tiden, från %s till %s kr. Spara igen "
	    "för "
	    "att ersätta det med ditt.",
	    code, what, saw, now);
	return false;
}

/* ---- posting ----------------------------------------------------------------------- */

static bool
find_line(const struct work *w, const struct standing *st,
    const struct progress_entry *entry, struct line *ret, GError **error)
{
	const struct progress_line *picked;
	bool ask = false;

	for (guint i = 0; entry->line && i < st->lines->len; i++) {
		const struct line *one =
		    &g_array_index(st->lines, struct progress_line, i).line;

		if (one->unit == entry->line->unit &&
		    one->cost_kind == entry->line->cost_kind) {
			*ret = *one;
			return true;
		}
	}
	picked = progress_pick(w->plan, st->action,
	    (const struct progress_line *)(const void *)st->lines->data, st->lines->len,
	    &ask);
	if (picked) {
		*ret = picked->line;
		return true;
	}
	if (!ask)
		return account_place(st->account, w->plan, NULL, -1, ret, error);
	if (w->session->screen) {
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT,
		    "%s har flera mållinjer, och det går inte att veta på vilken "
		    "beloppet faller. Lämna det tomt i filen och skriv det i "
		    "rapporteringen, som frågar.",
		    st->action->code);
		return false;
	}
	g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT,
	    "%s har flera mållinjer, och det går inte att veta på vilken beloppet "
	    "faller. Lämna det tomt här och skriv det i rapporteringen på skärmen, som "
	    "frågar, eller bokför med \"sparplan utfall %s\" och --forvaltning.",
	    st->action->code, st->action->code);
	return false;
}

/* The month's own saving on the line becomes what makes the year's sum right. */
static bool
post_difference(const struct work *w, struct standing *st,
    const struct progress_entry *entry, bool *ret_written, GError **error)
{
	struct session *s = w->session;
	struct new_saving saving = { .month = w->month };
	struct known_saving known;
	struct line line;
	int64_t difference = 0, id;
	bool same, fresh;

	if (!money_add(entry->realised.ore, -st->year.ore, &difference))
		difference = INT64_MAX;
	if (difference == 0 && st->posted)
		return true;
	if (!find_line(w, st, entry, &line, error))
		return false;
	fresh = line.id == 0;
	memset(&known, 0, sizeof(known));
	if (line.id && !store_find_saving(s->store, s->programme.id, line.id, w->month,
	                   NULL, &known, error))
		return false;
	if (!money_add(difference, known.reports > 0 ? known.ore : 0, &saving.ore) ||
	    saving.ore > MONEY_MAX_ORE || saving.ore < -MONEY_MAX_ORE) {
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_RANGE,
		    "%s: beloppet är större än 1 000 000 mkr. Kontrollera enheten.",
		    st->action->code);
		return false;
	}
	if (!post_apply(s, st->account, &line, &saving, true, &id, &same, error)) {
		session_sentence(st->action->code, error);
		return false;
	}
	if (fresh &&
	    line.id) /* a later entry of the transaction may be the same action's */
		g_array_append_val(w->made, line);
	*ret_written |= !same;
	return true;
}

bool
post_year(struct session *s, struct plan *plan, const char *code, int month,
    struct amount realised, struct amount *ret_before, bool *ret_written, GError **error)
{
	const struct work w = { s, NULL, plan, plan->lines, month };
	const struct progress_entry entry = { .realised = realised };
	struct standing st = { 0 };
	bool written = false;
	bool ok = standing_read(&w, code, &st, error) &&
	          post_difference(&w, &st, &entry, &written, error);

	if (ok) {
		*ret_before = st.year;
		*ret_written = written;
	}
	standing_clear(&st);
	return ok;
}

/* ---- taking back ------------------------------------------------------------------- */

struct taking {
	const struct work *work;
	const struct standing *standing;
	const struct line *line;
	GArray *rows; /* struct new_saving */
};

static bool
take_one(void *user, const struct saving *saving, GError **error)
{
	struct taking *t = user;
	struct new_saving row = { .line = t->line->id,
		.month = saving->month,
		.ore = -saving->ore,
		.reports = -1,
		.corrects = saving->id };

	(void)error;
	if (saving->month == t->work->month)
		g_array_append_val(t->rows, row);
	return true;
}

static bool
take_line_back(const struct work *w, const struct standing *st, const struct line *line,
    bool *ret_written, GError **error)
{
	struct session *s = w->session;
	g_autoptr(GArray) rows = g_array_new(FALSE, FALSE, sizeof(struct new_saving));
	struct taking t = { w, st, line, rows };
	struct facet facet = st->account->facet;
	int64_t id;

	if (!store_read_savings(
	        s->store, s->programme.id, line->id, INT64_MAX, take_one, &t, error))
		return false;
	facet.recipient = line->unit;
	facet.cost_kind = line->cost_kind;
	for (guint i = 0; i < rows->len; i++)
		if (!store_add_saving(s->store, s->programme.id, &facet,
		        &g_array_index(rows, struct new_saving, i), &id, error))
			return false;
	*ret_written |= rows->len > 0;
	return true;
}

static bool
take_back(const struct work *w, const struct standing *st,
    const struct progress_entry *entry, bool *ret_written, GError **error)
{
	int64_t round;
	bool taken, written = false;
	int cutoff;
	g_autofree char *label = NULL;

	for (guint i = 0; i < st->lines->len; i++)
		if (!take_line_back(w, st,
		        &g_array_index(st->lines, struct progress_line, i).line, &written,
		        error))
			return false;
	if (!written) {
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT,
		    "%s har inget utfall i månaden att ta tillbaka.", st->action->code);
		return false;
	}
	*ret_written = true;
	return round_parse(entry->report.round, &label, &cutoff, error) &&
	       names_round(w->names, label, cutoff, &round, error) &&
	       report_take_back_bare(w->session, st->action->id, round,
	           month_year(w->month), &taken, error);
}

/* ---- forecast and report ----------------------------------------------------------- */

static bool
check_forecast(const struct work *w, const struct standing *st,
    const struct progress_entry *entry, int64_t round, GError **error)
{
	struct amount have;

	if (!entry->seen_forecast)
		return true;
	return store_read_forecast(w->session->store, st->action->id, round,
	           month_year(w->month), STORE_NOW, &have, error) &&
	       check_seen(
	           st->action->code, "prognosen", entry->seen_forecast, have, error);
}

/* Everything but the posting. */
static bool
tell_round(const struct work *w, const struct standing *st,
    const struct progress_entry *entry, bool *ret_written, GError **error)
{
	enum edit_outcome outcome = EDIT_SAME, back = EDIT_SAME;
	g_autofree char *label = NULL;
	struct report_entry report = entry->report;

	if (entry->take_back)
		return take_back(w, st, entry, ret_written, error);
	report.action = st->action->code;
	if (!report_take(w->session, w->names, w->plan, &report, &label, &outcome, error))
		return false;
	if (entry->forecast_back &&
	    !forecast_apply(w->names, st->action->id, label, w->month,
	        month_year(w->month), AMOUNT_NONE, false, &back, error))
		return false;
	*ret_written |= outcome != EDIT_SAME || back != EDIT_SAME;
	return true;
}

static bool
report_one(const struct work *w, const struct progress_entry *entry, bool *ret_written,
    GError **error)
{
	struct standing st = { 0 };
	g_autofree char *label = NULL;
	int64_t round;
	int cutoff;
	bool ok;

	ok = round_parse(entry->report.round, &label, &cutoff, error) &&
	     names_round(w->names, label, cutoff, &round, error) &&
	     report_check_open(w->names, label, cutoff, false, error) &&
	     standing_read(w, entry->report.action, &st, error) &&
	     check_seen(
	         st.action->code, "utfallet", entry->seen_realised, st.year, error) &&
	     check_forecast(w, &st, entry, round, error) &&
	     (!entry->realised.known ||
	         post_difference(w, &st, entry, ret_written, error)) &&
	     tell_round(w, &st, entry, ret_written, error);
	standing_clear(&st);
	return ok;
}

static char *
note_of(const struct progress_entry *entries, size_t n)
{
	return n == 1 ? g_strdup_printf(
	                    "%s %s", entries[0].report.action, entries[0].report.round)
	              : g_strdup_printf("%zu åtgärder %s", n, entries[0].report.round);
}

bool
session_report_progress(struct session *s, int month,
    const struct progress_entry *entries, size_t n, struct saved *ret, GError **error)
{
	struct names names = { 0 };
	g_autoptr(GArray) made = g_array_new(FALSE, FALSE, sizeof(struct line));
	struct work w = { s, &names, NULL, made, month };
	struct saved saved = { 0 };
	g_autofree char *note = n > 0 ? note_of(entries, n) : NULL;
	bool ok, written = false;

	if (!session_begin_on(s, STORE_ACTIONS | STORE_LINES, &w.plan, error))
		return false;
	ok = names_init(&names, s, w.plan, error);
	for (size_t i = 0; ok && i < n; i++)
		ok = report_one(&w, &entries[i], &written, error);
	names_clear(&names);
	if (!session_end(s, ok, written, "rapport", note, &saved.change, error))
		return false;
	saved.known = !written;
	*ret = saved;
	return true;
}
