/* import_rows.c - the short kinds: status reports, requirements and the other
 * adjustments. */
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "exchange/template.h"
#include "session/import.h"
#include "session/report.h"

const struct word import_yes_words[] = { { "nej", 0 }, { "ja", 1 }, { "x", 1 },
	{ NULL, 0 } };

/* ---- lage -----------------------------------------------------------------------------
 */

static bool
take_report(void *user, const struct row *row, struct rejects *rejects, GError **error)
{
	static const struct kind_info *const info = &exchange_kinds[EXCHANGE_REPORTS];
	struct importer *im = user;
	const struct value *v = row->values;
	struct action *action = import_action(im, row, info, REPORT_ID);
	int status = STATUS_NONE, light = LIGHT_NONE, nothing = -1;
	bool ok = import_word(im, row, info, REPORT_STATUS, status_words, &status);
	struct report_entry entry;
	struct stored_report report;
	enum edit_outcome outcome;
	const char *round = v[REPORT_ROUND].text;
	GError *refused = NULL;

	ok &= import_word(im, row, info, REPORT_LIGHT, light_words, &light);
	ok &= import_word(im, row, info, REPORT_NOTHING_NEW, import_yes_words, &nothing);
	if (!action || !ok || row->refused ||
	    !import_once(
	        im, row, info, REPORT_ROUND, g_strjoin("\n", action->code, round, NULL)))
		return true;
	/* nothing is kept after a reject, but every closed round is to be told of */
	if (rejects_count(rejects) && !names_round_closed(&im->names, round))
		return true;
	entry = (struct report_entry){ .action = action->code,
		.status = (enum status)status,
		.light = (enum light)light,
		.comment = v[REPORT_COMMENT].given ? v[REPORT_COMMENT].text : "",
		.nothing_new = nothing == 1,
		.not_nothing = nothing == 0,
		.forecast = v[REPORT_FORECAST].amount,
		.result = import_text(&v[REPORT_RESULT]),
		.late = im->late };
	if (!report_apply(&im->names, im->plan, &entry, round, v[REPORT_ROUND].number,
	        &report, &outcome, &refused)) {
		if (!g_error_matches(refused, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT)) {
			g_propagate_error(error, refused);
			return false;
		}
		import_refuse(im, row, import_column(row, info, REPORT_ROUND), &refused);
		return true;
	}
	import_count(im, outcome != EDIT_ADDED, outcome == EDIT_SAME);
	return true;
}

static bool
report_row(void *user, const struct row *row, struct rejects *rejects, GError **error)
{
	if (row->kind == &template_kind)
		return import_template_row(user, row, error);
	return take_report(user, row, rejects, error);
}

/* ---- krav -----------------------------------------------------------------------------
 */

static bool
requirement_row(
    void *user, const struct row *row, struct rejects *rejects, GError **error)
{
	static const struct kind_info *const info =
	    &exchange_kinds[EXCHANGE_REQUIREMENTS];
	struct importer *im = user;
	const struct value *v = row->values;
	struct requirement r = {
		.year = v[REQUIREMENT_YEAR].given ? v[REQUIREMENT_YEAR].number : 0,
		.ore = v[REQUIREMENT_AMOUNT].amount.ore,
		.difference_ore = v[REQUIREMENT_DIFFERENCE].amount.ore,
		.reason = v[REQUIREMENT_REASON].given ? v[REQUIREMENT_REASON].text : ""
	};
	const struct requirement *have = NULL;
	int kind = KIND_NONE;
	bool same;

	if (!import_word(im, row, info, REQUIREMENT_KIND, kind_words, &kind) ||
	    row->refused ||
	    !import_once(
	        im, row, info, REQUIREMENT_YEAR, g_strdup_printf("%d %d", r.year, kind)))
		return true;
	r.kind = (enum kind)kind;
	for (guint i = 0; i < im->plan->requirements->len; i++) {
		const struct requirement *q =
		    &g_array_index(im->plan->requirements, struct requirement, i);

		if (q->year == r.year && q->kind == r.kind)
			have = q;
	}
	same = have && have->ore == r.ore && have->difference_ore == r.difference_ore &&
	       strcmp(have->reason, r.reason) == 0;
	import_count(im, have != NULL, same);
	(void)rejects;
	return same || store_add_requirement(
	                   im->session->store, im->session->programme.id, &r, error);
}

/* ---- omfordelning ---------------------------------------------------------------------
 */

static bool
reallocation_row(
    void *user, const struct row *row, struct rejects *rejects, GError **error)
{
	struct importer *im = user;
	const struct value *v = row->values;
	struct reallocation r = { .code = v[REALLOCATION_ID].text,
		.year = v[REALLOCATION_YEAR].number,
		.purpose = import_text(&v[REALLOCATION_PURPOSE]),
		.ore = v[REALLOCATION_AMOUNT].amount.ore,
		.terms = import_text(&v[REALLOCATION_TERMS]),
		.funding = import_text(&v[REALLOCATION_FUNDING]) };
	const struct reallocation *have = NULL;
	bool same;

	(void)rejects;
	if (row->refused ||
	    !import_once(im, row, &exchange_kinds[EXCHANGE_REALLOCATIONS],
	        REALLOCATION_ID, g_strdup_printf("%d %s", r.year, r.code)))
		return true;
	for (guint i = 0; i < im->plan->reallocations->len; i++) {
		const struct reallocation *q =
		    &g_array_index(im->plan->reallocations, struct reallocation, i);

		if (q->year == r.year && strcmp(q->code, r.code) == 0)
			have = q;
	}
	same = have && have->ore == r.ore && strcmp(have->purpose, r.purpose) == 0 &&
	       strcmp(have->terms, r.terms) == 0 && strcmp(have->funding, r.funding) == 0;
	import_count(im, have != NULL, same);
	return same || store_add_reallocation(
	                   im->session->store, im->session->programme.id, &r, error);
}

/* ---- referens -------------------------------------------------------------------------
 */

static bool
benchmark_row(void *user, const struct row *row, struct rejects *rejects, GError **error)
{
	struct importer *im = user;
	const struct value *v = row->values;
	struct benchmark b = { .code = v[BENCHMARK_CODE].text,
		.name = import_text(&v[BENCHMARK_NAME]),
		.period = import_text(&v[BENCHMARK_PERIOD]),
		.promised = v[BENCHMARK_PROMISED].amount,
		.realised = v[BENCHMARK_REALISED].amount,
		.source = import_text(&v[BENCHMARK_SOURCE]) };
	const struct benchmark *have = NULL;
	bool same;

	(void)rejects;
	if (row->refused || !import_once(im, row, &exchange_kinds[EXCHANGE_BENCHMARKS],
	                        BENCHMARK_CODE, g_strdup(b.code)))
		return true;
	for (guint i = 0; i < im->plan->benchmarks->len; i++) {
		const struct benchmark *q =
		    &g_array_index(im->plan->benchmarks, struct benchmark, i);

		if (strcmp(q->code, b.code) == 0)
			have = q;
	}
	same = have && amount_equal(have->promised, b.promised) &&
	       amount_equal(have->realised, b.realised) &&
	       strcmp(have->name, b.name) == 0 && strcmp(have->period, b.period) == 0 &&
	       strcmp(have->source, b.source) == 0;
	import_count(im, have != NULL, same);
	return same || store_add_benchmark(
	                   im->session->store, im->session->programme.id, &b, error);
}

/* ---- overlapp -------------------------------------------------------------------------
 */

/* The actions of an overlap; false after a reject. */
static bool
overlap_actions(struct importer *im, const struct row *row, struct overlap *o)
{
	static const struct kind_info *const info = &exchange_kinds[EXCHANGE_OVERLAPS];
	const struct value *v = row->values;
	const struct action *a = import_action(im, row, info, OVERLAP_ID);
	const struct action *b = import_action(im, row, info, OVERLAP_OTHER);

	if (!a || !b)
		return false;
	o->action = a->id;
	o->other = b->id;
	if (a == b) {
		rejects_add(im->rejects, row->file, row->line,
		    import_column(row, info, OVERLAP_OTHER),
		    "en åtgärd kan inte överlappa sig själv; skriv den andra åtgärdens "
		    "id");
		return false;
	}
	if (v[OVERLAP_YIELDS].given && strcmp(v[OVERLAP_YIELDS].text, a->code) != 0 &&
	    strcmp(v[OVERLAP_YIELDS].text, b->code) != 0) {
		rejects_add(im->rejects, row->file, row->line,
		    import_column(row, info, OVERLAP_YIELDS),
		    "den som viker måste vara en av de två; skriv %s eller %s", a->code,
		    b->code);
		return false;
	}
	if (v[OVERLAP_YIELDS].given)
		o->yields = strcmp(v[OVERLAP_YIELDS].text, a->code) == 0 ? a->id : b->id;
	if (v[OVERLAP_AMOUNT].given && v[OVERLAP_AMOUNT].amount.ore < 0) {
		rejects_add(im->rejects, row->file, row->line,
		    import_column(row, info, OVERLAP_AMOUNT),
		    "ett överlapp kan inte vara negativt; skriv beloppet utan minus");
		return false;
	}
	return true;
}

/* The pair the other way round is the same pair: two rows would be netted twice. */
static bool
check_turned(struct importer *im, const struct row *row, const struct overlap *o)
{
	for (guint i = 0; i < im->plan->overlaps->len; i++) {
		const struct overlap *q =
		    &g_array_index(im->plan->overlaps, struct overlap, i);

		if (q->action != o->other || q->other != o->action || q->year != o->year)
			continue;
		rejects_add(im->rejects, row->file, row->line,
		    import_column(row, &exchange_kinds[EXCHANGE_OVERLAPS], OVERLAP_OTHER),
		    "paret finns redan åt andra hållet; byt plats på id och med");
		return false;
	}
	return true;
}

static bool
overlap_row(void *user, const struct row *row, struct rejects *rejects, GError **error)
{
	struct importer *im = user;
	const struct value *v = row->values;
	struct overlap o = { .year = v[OVERLAP_YEAR].given ? v[OVERLAP_YEAR].number : 0,
		.amount = v[OVERLAP_AMOUNT].amount,
		.reason = import_text(&v[OVERLAP_REASON]) };
	const struct overlap *have = NULL;
	bool same;

	(void)rejects;
	if (!overlap_actions(im, row, &o) || row->refused ||
	    !import_once(im, row, &exchange_kinds[EXCHANGE_OVERLAPS], OVERLAP_OTHER,
	        g_strdup_printf("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %d",
	            MIN(o.action, o.other), MAX(o.action, o.other), o.year)) ||
	    !check_turned(im, row, &o))
		return true;
	for (guint i = 0; i < im->plan->overlaps->len; i++) {
		const struct overlap *q =
		    &g_array_index(im->plan->overlaps, struct overlap, i);

		if (q->action == o.action && q->other == o.other && q->year == o.year)
			have = q;
	}
	same = have && amount_equal(have->amount, o.amount) && have->yields == o.yields &&
	       strcmp(have->reason, o.reason) == 0;
	import_count(im, have != NULL, same);
	return same || store_add_overlap(im->session->store, &o, error);
}

/* ---- kalkyl ---------------------------------------------------------------------------
 */

static bool
calculation_row(
    void *user, const struct row *row, struct rejects *rejects, GError **error)
{
	static const struct kind_info *const info =
	    &exchange_kinds[EXCHANGE_CALCULATIONS];
	struct importer *im = user;
	const struct value *v = row->values;
	struct calculation c = { .period = import_text(&v[CALCULATION_PERIOD]),
		.gross_ore = v[CALCULATION_GROSS].amount.ore,
		.cost_ore = v[CALCULATION_COST].amount.ore,
		.net_ore = v[CALCULATION_NET].amount.ore,
		.source = import_text(&v[CALCULATION_SOURCE]) };
	const struct calculation *have = NULL;
	int sums = 0;
	bool same;

	(void)rejects;
	if (!import_word(im, row, info, CALCULATION_SUMS, import_yes_words, &sums) ||
	    row->refused ||
	    !import_once(im, row, info, CALCULATION_AREA,
	        g_strjoin("\n", v[CALCULATION_AREA].text, c.period, NULL)))
		return true;
	c.whole_programme = sums != 0;
	if (!names_area(&im->names, v[CALCULATION_AREA].text, &c.area, error))
		return false;
	for (guint i = 0; i < im->plan->calculations->len; i++) {
		const struct calculation *q =
		    &g_array_index(im->plan->calculations, struct calculation, i);

		if (q->area == c.area && strcmp(q->period, c.period) == 0)
			have = q;
	}
	same = have && have->gross_ore == c.gross_ore && have->cost_ore == c.cost_ore &&
	       have->net_ore == c.net_ore && have->whole_programme == c.whole_programme &&
	       strcmp(have->source, c.source) == 0;
	import_count(im, have != NULL, same);
	return same || store_add_calculation(im->session->store, &c, error);
}

/* the lines for what templates say of savings */
const struct import_kind import_reports_kind = { STORE_ACTIONS | STORE_LINES, NULL,
	report_row, NULL, NULL };
const struct import_kind import_requirements_kind = { STORE_ADJUSTMENTS, NULL,
	requirement_row, NULL, NULL };
const struct import_kind import_reallocations_kind = { STORE_ADJUSTMENTS, NULL,
	reallocation_row, NULL, NULL };
const struct import_kind import_benchmarks_kind = { STORE_ADJUSTMENTS, NULL,
	benchmark_row, NULL, NULL };
const struct import_kind import_overlaps_kind = { STORE_ACTIONS | STORE_ADJUSTMENTS, NULL,
	overlap_row, NULL, NULL };
const struct import_kind import_calculations_kind = { STORE_ADJUSTMENTS, NULL,
	calculation_row, NULL, NULL };
