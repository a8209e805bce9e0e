/*
 * overview.c - letting go of an overview.
 */
#include "rollup/overview.h"

static void
unref_array(GArray *array)
{
	if (array != NULL)
		g_array_unref(array);
}

void
overview_free(struct overview *overview)
{
	if (overview == NULL)
		return;
	for (int g = 0; g < GROUPING_MONTH; g++)
		rollup_free(overview->by[g]);
	rollup_free(overview->outside);
	rollup_free(overview->all_actions);
	bridge_free(overview->bridge);
	unref_array(overview->printed);
	unref_array(overview->reality);
	unref_array(overview->deviations);
	unref_array(overview->curve);
	unref_array(overview->errors);
	followup_free(overview->followup);
	key_figures_clear(&overview->figures);
	g_free(overview->outlooks);
	g_free(overview->slippages);
	g_free(overview->reports);
	g_free(overview);
}
