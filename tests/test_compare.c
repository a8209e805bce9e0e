/*
 * test_compare.c - two states of a small programme, made by hand, and what differs.
 *
 * Before: A-1 (target 2021: 10 mkr, 2 posted, planned) and A-2.  After: A-1 has owner and
 * status and 12,5 mkr, of which 3 are posted; A-2 is gone; A-3 is new with 1 mkr.
 */
#include "t.h"

#include "rollup/compare.h"

struct state {
	struct plan *plan;
	struct overview overview;
};

static void
add_action(struct plan *plan, int64_t id, const char *code, const char *name)
{
	struct line line = { .id = id * 10, .action = id, .unit = 1 };
	struct action action;

	action_init(&action, code);
	action.id = id;
	action.name = name;
	action.unit = "Hälsa";
	g_array_append_val(plan->actions, action);
	g_array_append_val(plan->lines, line);
}

static void
add_target(struct plan *plan, int64_t line, int year, int64_t ore)
{
	struct target target = { line, year, ore };

	g_array_append_val(plan->targets, target);
}

/* One column, 2021, and the totals of what counts. */
static struct rollup *
sums(int64_t action, struct amount realised, struct figure total)
{
	const struct rollup_label label = { action, "A-1", true };
	struct rollup_query query = { GROUPING_ACTION, SELECT_ALL, 202106, 2021, 2021,
		true };
	g_autoptr(GArray) labels = g_array_new(FALSE, FALSE, sizeof(label));
	g_autoptr(GError) error = NULL;
	struct rollup *rollup = NULL;

	g_array_append_val(labels, label);
	T_OK(rollup_build(&query, labels, NULL, 0, &rollup, &error), error);
	g_array_index(rollup->rows, struct rollup_row, 0).cells[0].realised = realised;
	rollup->total.cells[ROLLUP_TOTAL(rollup)] = total;
	return rollup;
}

static void
state_init(struct state *s)
{
	const struct unit unit = { 1, 0, "Hälsa" };

	memset(s, 0, sizeof(*s));
	s->plan = plan_new();
	s->plan->programme = (struct programme){ 1, "P", "Program" };
	g_array_append_val(s->plan->units, unit);
	s->overview.plan = s->plan;
	s->overview.cutoff = 202106;
	settings_init(&s->overview.settings);
	s->overview.followup = followup_new();
}

static void
state_end(struct state *s, struct amount realised, struct figure total)
{
	plan_index(s->plan);
	s->overview.all_actions = sums(1, realised, total);
	s->overview.by[GROUPING_ACTION] = sums(1, realised, total);
}

static void
state_clear(struct state *s)
{
	rollup_free(s->overview.all_actions);
	rollup_free(s->overview.by[GROUPING_ACTION]);
	followup_free(s->overview.followup);
	plan_free(s->plan);
}

#define MKR(n) ((n)*ORE_PER_MKR)

static void
make_before(struct state *s)
{
	state_init(s);
	add_action(s->plan, 1, "A-1", "Ett");
	add_action(s->plan, 2, "A-2", "Två");
	add_target(s->plan, 10, 2021, MKR(10));
	state_end(s, amount_of(MKR(2)),
	    (struct figure){ .target = amount_of(MKR(10)),
	        .realised = amount_of(MKR(2)),
	        .forecast = amount_of(MKR(8)) });
}

static void
make_after(struct state *s)
{
	const struct report report = { 1, 5, "DÅ04-2021", 202104, STATUS_ONGOING,
		LIGHT_YELLOW, "Går trögt.", false, false, "" };
	const struct round round = { 5, "DÅ04-2021", 202104, "2021-05-10", true, 0 };
	const struct forecast forecast = { 1, 5, 202104, 2021, MKR(9) };
	const struct requirement krav = { 2021, KIND_NONE, MKR(10), 0, "" };
	const struct decision decision = { "7", 1, "2021-05-01", "RS", "12", "", "bifall",
		"", "", AMOUNT_NONE, "" };
	struct action *a;

	state_init(s);
	add_action(s->plan, 1, "A-1", "Ett");
	a = &g_array_index(s->plan->actions, struct action, 0);
	a->owner = "Eva";
	a->status = STATUS_ONGOING;
	add_action(s->plan, 3, "A-3", "Tre");
	add_target(s->plan, 10, 2021, MKR(25) / 2);
	add_target(s->plan, 30, 0, MKR(1));
	g_array_append_val(s->plan->requirements, krav);
	g_array_append_val(s->plan->decisions, decision);
	g_array_append_val(s->overview.followup->reports, report);
	g_array_append_val(s->overview.followup->rounds, round);
	g_array_append_val(s->overview.followup->forecasts, forecast);
	settings_take(&s->overview.settings, "vikt.gul", "70 %");
	s->overview.gap.requirement = amount_of(MKR(10));
	state_end(s, amount_of(MKR(3)),
	    (struct figure){
	        .target = amount_of(MKR(27) / 2), .realised = amount_of(MKR(3)) });
}

static char *
rows_text(const struct comparison *c)
{
	GString *out = g_string_new(NULL);

	for (guint i = 0; i < c->rows->len; i++) {
		const struct difference *d =
		    &g_array_index(c->rows, struct difference, i);

		g_string_append_printf(out, "%s|%s|%s|%s|%s\n", d->action, d->name,
		    d->field, d->before, d->after);
	}
	return g_string_free(out, FALSE);
}

static void
test_rows(void)
{
	struct state before, after;
	struct comparison *c;

	make_before(&before);
	make_after(&after);
	c = compare_overviews(&before.overview, &after.overview);
	T_TAKE(rows_text(c), "||inställning vikt.gul|75 %|70 %\n"
	                     "||omgång DÅ04-2021||stängd, senast 2021-05-10\n"
	                     "||krav 2021||10,0 mkr\n"
	                     "A-1|Ett|ansvarig||Eva\n"
	                     "A-1|Ett|status||pågående\n"
	                     "A-1|Ett|realiserat 2021|2,0 mkr|3,0 mkr\n"
	                     "A-1|Ett|läge DÅ04-2021||pågående, gul: Går trögt.\n"
	                     "A-1|Ett|prognos 2021, omgång DÅ04-2021||9,0 mkr\n"
	                     "A-1|Ett|mål 2021, Hälsa, ospecificerat|10,0 mkr|12,5 mkr\n"
	                     "A-1|Ett|beslut 7||2021-05-01, RS, § 12, bifall\n"
	                     "A-3|Tre|åtgärd||Tre\n"
	                     "A-3|Tre|mål ej årsfördelat, Hälsa, ospecificerat||1,0 mkr\n"
	                     "A-2|Två|åtgärd|Två|\n");
	CU_ASSERT_EQUAL(c->actions, 3);
	comparison_free(c);
	state_clear(&before);
	state_clear(&after);
}

/* ---- what is followed up besides kronor ---------------------------------------------
 */

/* A goal with an indicator of K and M, an uppdrag that serves it, and a precondition. */
static void
make_goals(struct state *s, const char *parent, int64_t men, const char *result,
    const char *timetable, const char *met, const char *phase)
{
	const struct goal goal = { "F1", parent, GOAL_FACTOR, "", "God vård", "", "" };
	const struct indicator indicator = { .code = "SM1",
		.name = "Våld",
		.goal = "F1",
		.direction = DIRECTION_INCREASE,
		.aim = "",
		.unit = "antal",
		.periods = "",
		.table = "",
		.part_of = "",
		.note = "" };
	const struct measurement value = { "SM1", "", { 202104, 4 },
		{ measure_of(1200), measure_of(men), MEASURE_NONE }, "", "", "", "" };
	const struct assignment assignment = { 1, ASSIGNMENT_ERRAND, timetable, "", "",
		"", "" };
	const struct link link = { 1, RELATION_GOAL, "F1", 0 };
	const struct precondition need = { "It-stöd", "ja", met, "" };
	const struct report report = { 1, 5, "2021-04", 202104, STATUS_NONE, LIGHT_NONE,
		"Pågår.", false, false, result };
	const struct decision decision = { "1", 0, "2021", "", "", "", "", "Ram", phase,
		amount_of(MKR(5)), "" };
	const struct milestone step = { 0, "F1", "Pilot", "2021-05", "" };

	state_init(s);
	add_action(s->plan, 1, "A-1", "Ett");
	g_array_append_val(s->plan->goals, goal);
	g_array_append_val(s->plan->indicators, indicator);
	g_array_append_val(s->plan->measurements, value);
	g_array_append_val(s->plan->assignments, assignment);
	if (*met)
		g_array_append_val(s->plan->links, link);
	g_array_append_val(s->plan->preconditions, need);
	g_array_append_val(s->plan->decisions, decision);
	g_array_append_val(s->plan->milestones, step);
	g_array_append_val(s->overview.followup->reports, report);
	state_end(s, AMOUNT_NONE, (struct figure){ .assumed = 0 });
}

static void
test_goals(void)
{
	struct state before, after, same;
	struct comparison *c;

	make_goals(&before, "P1", 700, "Ett", "T1", "", "fas 1");
	make_goals(&after, "P2", 400, "Två", "T2", "nej", "fas 2");
	make_goals(&same, "P2", 400, "Två", "T2", "nej", "fas 2");
	c = compare_overviews(&before.overview, &after.overview);
	T_TAKE(rows_text(c),
	    "||beslut 1|2021, Ram, fas 1, 5,0 mkr|2021, Ram, fas 2, 5,0 mkr\n"
	    "||mål F1|framgångsfaktor, God vård, under P1|framgångsfaktor, God vård, "
	    "under P2\n"
	    "||mätvärde SM1 T1 2021|K 12 M 7|K 12 M 4\n"
	    "||förutsättning It-stöd|krävs: ja|krävs: ja, uppfylld: nej\n"
	    "A-1|Ett|resultat 2021-04|Ett|Två\n"
	    "A-1|Ett|uppdrag|uppdrag, T1|uppdrag, T2\n"
	    "A-1|Ett|koppling mål F1||ja\n");
	comparison_free(c);
	c = compare_overviews(&after.overview, &same.overview);
	CU_ASSERT_EQUAL(c->rows->len, 0);
	comparison_free(c);
	state_clear(&before);
	state_clear(&after);
	state_clear(&same);
}

/* 10 -> 13,5: +3,5; 2 -> 3: +1; a forecast that is gone: -8; a new krav of 10; no weight
 * on either side is no change. */
static void
test_totals(void)
{
	struct state before, after;
	struct comparison *c;

	make_before(&before);
	make_after(&after);
	c = compare_overviews(&before.overview, &after.overview);
	CU_ASSERT_EQUAL(compared_change(c, COMPARED_TARGET).ore, MKR(7) / 2);
	CU_ASSERT_EQUAL(compared_change(c, COMPARED_REALISED).ore, MKR(1));
	CU_ASSERT_EQUAL(compared_change(c, COMPARED_FORECAST).ore, MKR(-8));
	CU_ASSERT_EQUAL(compared_change(c, COMPARED_REQUIREMENT).ore, MKR(10));
	CU_ASSERT_FALSE(compared_change(c, COMPARED_WEIGHTED).known);
	CU_ASSERT_EQUAL(c->totals[COMPARED_TARGET][0].ore, MKR(10));
	CU_ASSERT_EQUAL(c->totals[COMPARED_TARGET][1].ore, MKR(27) / 2);
	comparison_free(c);
	state_clear(&before);
	state_clear(&after);
}

/* A state does not differ from itself. */
static void
test_same(void)
{
	struct state one;
	struct comparison *c;

	make_after(&one);
	c = compare_overviews(&one.overview, &one.overview);
	CU_ASSERT_EQUAL(c->rows->len, 0);
	CU_ASSERT_EQUAL(c->actions, 0);
	CU_ASSERT_EQUAL(compared_change(c, COMPARED_TARGET).ore, 0);
	comparison_free(c);
	state_clear(&one);
}

int
main(void)
{
	CU_TestInfo cases[] = {
		{ "rows", test_rows },
		{ "goals", test_goals },
		{ "totals", test_totals },
		{ "the same", test_same },
		CU_TEST_INFO_NULL,
	};

	return t_run("compare", cases);
}
