/*
 * check_stages.c - actions in a stage they have not what it takes to be in.
 */
#include "plan/stage.h"
#include "rollup/check.h"

/* What to do about a rule, the same for every action it names. */
static const char *const remedies[STAGE_RULE__N] = {
	[STAGE_RULE_OWNER] =
	    "Ange ansvarig eller sänk graden med \"sparplan andra ID …\".",
	[STAGE_RULE_YEARS] = "Ange ett belopp för minst ett år, eller sänk graden.",
	[STAGE_RULE_INDICATOR] =
	    "Ange uppföljningsmått eller sänk graden med \"sparplan andra ID …\".",
	[STAGE_RULE_DECISION] =
	    "Läs in beslutet med \"sparplan import beslut FIL\", eller sänk graden.",
	[STAGE_RULE_ASSESSMENT] =
	    "Läs in den med \"sparplan import riskanalys FIL\", eller "
	    "sänk graden.",
	[STAGE_RULE_MILESTONES] = "Skriv när milstolparna blev klara med \"sparplan "
	                          "import milstolpar FIL\", eller "
	                          "sänk graden.",
	[STAGE_RULE_REALISED] = "Sänk graden till 4 tills effekten är realiserad.",
};

static const char *const reasons[STAGE_RULE__N] = {
	[STAGE_RULE_OWNER] = "ansvarig saknas",
	[STAGE_RULE_YEARS] = "inget mål är satt för ett år",
	[STAGE_RULE_INDICATOR] = "uppföljningsmått saknas",
	[STAGE_RULE_DECISION] = "beslut med utfallet bifall saknas",
	[STAGE_RULE_ASSESSMENT] = "risk- och konsekvensanalys saknas",
	[STAGE_RULE_MILESTONES] = "det finns öppna milstolpar",
	[STAGE_RULE_REALISED] = "mindre än den överenskomna andelen är realiserad",
};

void
check_stages(const struct plan *plan, const struct amount *realised,
    const struct settings *settings, GPtrArray *remarks)
{
	struct stage_grounds *grounds = stage_grounds_new(plan);
	struct remark_names names[STAGE_RULE__N] = { 0 };

	for (guint i = 0; i < plan->actions->len; i++) {
		const struct action *a = &g_array_index(plan->actions, struct action, i);
		const struct stage_case c = { grounds, a, realised[i], settings };
		unsigned broken = stage_broken(&c, 0, a->stage);

		if (a->counts) /* ANSVARIG names it already */
			broken &= ~(1u << STAGE_RULE_OWNER);

		for (int rule = 0; rule < STAGE_RULE__N; rule++)
			if (broken & (1u << rule))
				remark_names_add(&names[rule], a->code,
				    g_strdup_printf("%s (grad %d)", a->code, a->stage));
	}
	for (int rule = 0; rule < STAGE_RULE__N; rule++) {
		g_autofree char *one =
		    g_strdup_printf("åtgärd uppfyller inte sin grad (%s)", reasons[rule]);
		g_autofree char *many = g_strdup_printf(
		    "åtgärder uppfyller inte sin grad (%s)", reasons[rule]);

		remark_names_say(
		    &names[rule], remarks, "GRAD", one, many, remedies[rule]);
	}
	stage_grounds_free(grounds);
}
