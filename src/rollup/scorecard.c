/*
 * scorecard.c - scores of indicators, one pass over the measurements, and goals' lights.
 */
#include "rollup/scorecard.h"

#include <string.h>

#include "base/text.h"
#include "calendar/month.h"
#include "rollup/lights.h"

/* ---- when it is followed up ----------------------------------------------------------
 */

static const struct {
	const char *word;
	unsigned months; /* the last ones, bit 1..12 */
} due_words[] = {
	{ "da04", 1u << 4 },
	{ "da08", 1u << 8 },
	{ "04", 1u << 4 }, /* "DÅ04,08" */
	{ "08", 1u << 8 },
	{ "t1", 1u << 4 },
	{ "t2", 1u << 8 },
	{ "t3", 1u << 12 },
	{ "k1", 1u << 3 },
	{ "k2", 1u << 6 },
	{ "k3", 1u << 9 },
	{ "k4", 1u << 12 },
	{ "ar", 1u << 12 },
};

static unsigned
due_months(const char *word)
{
	for (size_t i = 0; i < G_N_ELEMENTS(due_words); i++)
		if (strcmp(due_words[i].word, word) == 0)
			return due_words[i].months;
	return 0;
}

bool
scorecard_is_due(const char *periods, struct period period)
{
	g_autofree char *key = text_fold(periods);
	g_auto(GStrv) words = g_strsplit_set(key, ", ", -1);
	unsigned due = 0;

	for (guint i = 0; words[i]; i++) {
		unsigned months = due_months(words[i]);

		/* one word not understood may mean any month */
		if (words[i][0] != '\0' && months == 0)
			return true;
		due |= months;
	}
	return due == 0 || (due & 1u << month_of_year(period.month)) != 0;
}

/* ---- measurements --------------------------------------------------------------------
 */

static bool
same_period(struct period a, struct period b)
{
	return period_compare(a, b) == 0;
}

/* The last of what the cut-off lets through. */
static void
take_now(struct score *score, const struct measurement *m, int cutoff)
{
	if (m->period.month <= cutoff &&
	    (score->now == NULL || period_compare(m->period, score->now->period) > 0))
		score->now = m;
}

static void
take_before(struct score *score, const struct measurement *m)
{
	if (score->now == NULL)
		return;
	if (same_period(m->period, period_last_year(score->now->period)))
		score->before = m;
	if (m->period.month < score->now->period.month && measures_known(&m->value) &&
	    (score->compared == NULL ||
	        period_compare(m->period, score->compared->period) > 0))
		score->compared = m;
}

/* Which of women, men and total have a value. */
static unsigned
kinds_of(const struct measures *m)
{
	return (unsigned)m->women.known | (unsigned)m->men.known << 1 |
	       (unsigned)m->total.known << 2;
}

/* ---- attainment ----------------------------------------------------------------------
 */

static bool
is_count(const char *unit)
{
	g_autofree char *key = text_fold(unit);

	return strcmp(key, "antal") == 0 || strcmp(key, "st") == 0;
}

static struct attainment
attain(const struct indicator *indicator, struct measure value, struct measure before,
    struct measure target)
{
	const struct attain_input input = {
		.direction = (enum direction)indicator->direction,
		.count = is_count(indicator->unit),
		.value = value,
		.before = before,
		.target = target.known ? target : indicator->target.total,
	};
	struct attainment ret = attain_of(&input);

	/* Up and down are seen; which way is right nobody has said. */
	if (indicator->direction == DIRECTION__N)
		ret.light = LIGHT_GREY;
	return ret;
}

static void
settle(struct score *score)
{
	static const struct attainment nothing = { LIGHT_GREY, TREND_NONE, false };
	const struct indicator *indicator = score->indicator;
	const struct measures *target = &indicator->target;
	const struct measures none = { MEASURE_NONE, MEASURE_NONE, MEASURE_NONE };
	const struct measures *now = score->now ? &score->now->value : &none;
	const struct measures *before = score->before ? &score->before->value : &none;

	score->women = score->men = nothing;
	score->split = now->women.known || now->men.known;
	if (score->before)
		score->compared = score->before;
	if (score->now)
		score->off_period =
		    !scorecard_is_due(indicator->periods, score->now->period);
	if (score->compared && measures_known(now) &&
	    measures_known(&score->compared->value))
		score->other_kind =
		    (kinds_of(now) & kinds_of(&score->compared->value)) == 0;
	if (!score->split) {
		score->total = attain(indicator, now->total, before->total, MEASURE_NONE);
		return;
	}
	score->women = attain(indicator, now->women, before->women, target->women);
	score->men = attain(indicator, now->men, before->men, target->men);
	score->total = attain_total(score->women, score->men);
}

/* An indicator's; NULL when there is no such one.  Scores stand as indicators do. */
static struct score *
score_of(const struct plan *plan, GArray *scores, const char *code)
{
	const struct indicator *indicator = plan_indicator(plan, code);

	return indicator ? &g_array_index(scores, struct score,
	                       indicator -
	                           &g_array_index(plan->indicators, struct indicator, 0))
	                 : NULL;
}

GArray *
scorecard_make(const struct plan *plan, int cutoff)
{
	GArray *scores =
	    g_array_sized_new(FALSE, TRUE, sizeof(struct score), plan->indicators->len);

	g_array_set_size(scores, plan->indicators->len);
	for (guint i = 0; i < scores->len; i++)
		g_array_index(scores, struct score, i).indicator =
		    &g_array_index(plan->indicators, struct indicator, i);
	for (int pass = 0; pass < 2; pass++)
		for (guint i = 0; i < plan->measurements->len; i++) {
			const struct measurement *m =
			    &g_array_index(plan->measurements, struct measurement, i);
			struct score *score = m->place[0] == '\0'
			                          ? score_of(plan, scores, m->indicator)
			                          : NULL;

			if (score && pass == 0)
				take_now(score, m, cutoff);
			else if (score)
				take_before(score, m);
		}
	for (guint i = 0; i < scores->len; i++)
		settle(&g_array_index(scores, struct score, i));
	return scores;
}

const struct score *
scorecard_find(const GArray *scores, const char *code)
{
	for (guint i = 0; i < scores->len; i++) {
		const struct score *score = &g_array_index(scores, struct score, i);

		if (strcmp(score->indicator->code, code) == 0)
			return score;
	}
	return NULL;
}

/* The first reason in the order in which somebody would mend it. */
static const char *
why_missing(const struct score *score)
{
	const struct indicator *indicator = score->indicator;
	bool change = indicator->direction == DIRECTION_INCREASE ||
	              indicator->direction == DIRECTION_DECREASE;

	if (score->now == NULL)
		return "inget mätvärde finns";
	if (!measures_known(&score->now->value))
		return "data saknas";
	if (indicator->direction == DIRECTION__N)
		return "riktningen är inte angiven";
	if (score->split && !score->now->value.men.known)
		return "värdet för män saknas";
	if (score->split && !score->now->value.women.known)
		return "värdet för kvinnor saknas";
	if (change && score->before == NULL)
		return "mätvärde för samma period förra året saknas";
	if (change && score->other_kind)
		return "jämförelsetalet är av ett annat slag";
	if (change)
		return "data för samma period förra året saknas";
	return "målet är inte angivet i tal";
}

const char *
scorecard_why(const struct score *score)
{
	return score->total.light == LIGHT_GREY ? why_missing(score) : "";
}

/* ---- goals ---------------------------------------------------------------------------
 */

bool
scorecard_is_under(const struct plan *plan, const char *goal, const char *code)
{
	/* a chain that bites its own tail ends when it is as long as there are goals */
	for (guint step = 0; step <= plan->goals->len && goal[0] != '\0'; step++) {
		const struct goal *at = plan_goal(plan, goal);

		if (at == NULL)
			return false;
		if (strcmp(goal, code) == 0)
			return true;
		goal = at->parent;
	}
	return false;
}

/* The place of a goal in the plan; -1 when there is no such goal. */
static int
goal_index(const struct plan *plan, const char *code)
{
	const struct goal *goal = plan_goal(plan, code);

	return goal ? (int)(goal - &g_array_index(plan->goals, struct goal, 0)) : -1;
}

/* One light for a goal and all that is above it. */
static void
light_up(GArray *lights, const int *parents, int at, enum light light)
{
	/* a ring of goals ends when it is as long as there are goals */
	for (guint step = 0; at >= 0 && step <= lights->len; step++) {
		enum light *own = &g_array_index(lights, enum light, at);

		*own = *own == LIGHT_NONE ? light : light_worse(*own, light);
		at = parents[at];
	}
}

GArray *
scorecard_goal_lights(const struct plan *plan, const GArray *scores)
{
	guint n = plan->goals->len;
	GArray *lights = g_array_sized_new(FALSE, TRUE, sizeof(enum light), n);
	g_autofree int *parents = g_new(int, MAX(n, 1));
	g_autofree bool *told = g_new0(bool, MAX(n, 1));

	g_array_set_size(lights, n); /* LIGHT_NONE */
	for (guint i = 0; i < n; i++) {
		parents[i] =
		    goal_index(plan, g_array_index(plan->goals, struct goal, i).parent);
		if (parents[i] >= 0)
			told[parents[i]] = true;
	}
	for (guint i = 0; i < scores->len; i++) {
		const struct score *score = &g_array_index(scores, struct score, i);
		int at = goal_index(plan, score->indicator->goal);

		light_up(lights, parents, at, score->total.light);
		if (at >= 0)
			told[at] = true;
	}
	/* A goal that nothing is known of hides behind none of its siblings. */
	for (guint i = 0; i < n; i++)
		if (!told[i])
			light_up(lights, parents, (int)i, LIGHT_GREY);
	for (guint i = 0; i < n; i++)
		if (g_array_index(lights, enum light, i) == LIGHT_NONE)
			g_array_index(lights, enum light, i) = LIGHT_GREY;
	return lights;
}

enum light
scorecard_goal_light(const struct plan *plan, const GArray *scores, const char *goal)
{
	g_autoptr(GArray) lights = scorecard_goal_lights(plan, scores);
	int at = goal_index(plan, goal);

	return at >= 0 ? g_array_index(lights, enum light, at) : LIGHT_GREY;
}
