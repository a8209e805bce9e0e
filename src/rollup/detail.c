/*
 * detail.c - an action's details, and the figures of them that are shown, as one list.
 */
#include "rollup/detail.h"

#include "base/rows.h"
#include "rollup/netting.h"

struct detail *
detail_new(void)
{
	struct detail *d = g_new0(struct detail, 1);

	d->text = g_string_chunk_new(1024);
	d->targets = g_array_new(FALSE, FALSE, sizeof(struct detail_target));
	d->savings = g_array_new(FALSE, FALSE, sizeof(struct detail_saving));
	d->reports = g_array_new(FALSE, FALSE, sizeof(struct detail_report));
	d->years = g_array_new(FALSE, FALSE, sizeof(struct detail_year));
	d->decisions = g_array_new(FALSE, FALSE, sizeof(struct decision));
	d->assessments = g_array_new(FALSE, FALSE, sizeof(struct assessment));
	d->milestones = g_array_new(FALSE, FALSE, sizeof(struct milestone));
	d->goals = g_array_new(FALSE, FALSE, sizeof(struct detail_goal));
	d->scores = g_array_new(FALSE, FALSE, sizeof(struct score));
	d->rests = g_array_new(FALSE, FALSE, sizeof(struct detail_rest));
	return d;
}

void
detail_free(struct detail *d)
{
	if (!d)
		return;
	g_array_unref(d->targets);
	g_array_unref(d->savings);
	g_array_unref(d->reports);
	g_array_unref(d->years);
	g_array_unref(d->decisions);
	g_array_unref(d->assessments);
	g_array_unref(d->milestones);
	g_array_unref(d->goals);
	g_array_unref(d->scores);
	g_array_unref(d->rests);
	g_string_chunk_free(d->text);
	g_free(d);
}

static void
take_link(struct detail *d, const struct plan *plan, const struct link *link,
    const GArray *scores)
{
	struct detail_goal goal = { plan_goal(plan, link->code), LIGHT_GREY };
	struct detail_rest rest = { plan_decision(plan, link->code), link->relation,
		link->year };
	const struct score *score = scorecard_find(scores, link->code);

	switch (link->relation) {
	case RELATION_GOAL:
		goal.light = scorecard_goal_light(plan, scores, link->code);
		if (goal.goal)
			g_array_append_val(d->goals, goal);
		break;
	case RELATION_INDICATOR:
		if (score)
			g_array_append_vals(d->scores, score, 1);
		break;
	case RELATION_DECISION:
	case RELATION_TARGET:
		if (rest.decision)
			g_array_append_val(d->rests, rest);
		break;
	case RELATION__N:
		break;
	}
}

void
detail_take_links(struct detail *d, const struct plan *plan, int cutoff)
{
	g_autoptr(GArray) scores = NULL;

	d->assignment = plan_assignment(plan, d->action.id);
	for (guint i = rows_from(plan->links, sizeof(struct link), d->action.id);
	     i < plan->links->len; i++) {
		const struct link *link = &g_array_index(plan->links, struct link, i);

		if (link->action != d->action.id)
			break;
		if (!scores)
			scores = scorecard_make(plan, cutoff);
		take_link(d, plan, link, scores);
	}
}

static struct amount
of_target(const struct detail_year *y)
{
	return y->figure.target;
}

static struct amount
of_plan(const struct detail_year *y)
{
	return y->figure.plan;
}

static struct amount
of_realised(const struct detail_year *y)
{
	return y->figure.realised;
}

static struct amount
of_unverified(const struct detail_year *y)
{
	return y->figure.unverified;
}

static struct amount
of_behind(const struct detail_year *y)
{
	return figure_behind(&y->figure);
}

static struct amount
of_forecast(const struct detail_year *y)
{
	return y->figure.forecast;
}

static struct amount
of_weighted(const struct detail_year *y)
{
	return y->figure.weighted;
}

static struct amount
of_effect(const struct detail_year *y)
{
	return y->effect.in_year;
}

static struct amount
of_full_year(const struct detail_year *y)
{
	return y->effect.full_year;
}

static struct amount
of_net(const struct detail_year *y)
{
	return netting_net(y->figure.target, y->taken.target);
}

const struct detail_row detail_rows[DETAIL_ROW__N] = {
	[DETAIL_TARGET] = { "mal_kr", "Mål", of_target },
	[DETAIL_NET] = { "netto_mal_kr", "Mål efter överlapp", of_net },
	[DETAIL_PLAN] = { "plan_tom_kr", "Plan t.o.m.", of_plan },
	[DETAIL_REALISED] = { "realiserat_kr", "Realiserat", of_realised },
	[DETAIL_UNVERIFIED] = { "ej_verifierat_kr", "Ej verifierat", of_unverified },
	[DETAIL_BEHIND] = { "efterslapning_kr", "Eftersläpning", of_behind },
	[DETAIL_FORECAST] = { "prognos_kr", "Helårsprognos", of_forecast },
	[DETAIL_WEIGHTED] = { "riskjusterat_kr", "Riskjusterat", of_weighted },
	[DETAIL_EFFECT] = { "effekt_kr", "Effekt i året", of_effect },
	[DETAIL_FULL_YEAR] = { "helarseffekt_kr", "Helårseffekt", of_full_year },
};

bool
detail_row_said(const struct detail *detail, const struct detail_row *row)
{
	for (guint i = 0; i < detail->years->len; i++) {
		const struct detail_year *y =
		    &g_array_index(detail->years, struct detail_year, i);

		/* a net that is the gross says nothing */
		if (row->of == of_net ? y->taken.target.known : row->of(y).known)
			return true;
	}
	return false;
}
