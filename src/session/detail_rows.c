/* detail_rows.c - the figures of an action that visa and the form show, as one list. */
#include "session/session.h"

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
	[DETAIL_TARGET] = { "Mål", of_target },
	[DETAIL_NET] = { "Mål efter överlapp", of_net },
	[DETAIL_PLAN] = { "Plan t.o.m.", of_plan },
	[DETAIL_REALISED] = { "Realiserat", of_realised },
	[DETAIL_UNVERIFIED] = { "Ej verifierat", of_unverified },
	[DETAIL_BEHIND] = { "Eftersläpning", of_behind },
	[DETAIL_FORECAST] = { "Helårsprognos", of_forecast },
	[DETAIL_WEIGHTED] = { "Riskjusterat", of_weighted },
	[DETAIL_EFFECT] = { "Effekt i året", of_effect },
	[DETAIL_FULL_YEAR] = { "Helårseffekt", of_full_year },
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
