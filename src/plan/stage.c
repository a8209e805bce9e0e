/*
 * stage.c - the rules of the stages, and how a broken one is told.
 */
#include "plan/stage.h"

#include "base/error.h"
#include "base/text.h"
#include "money/money_format.h"
#include "money/share.h"

/* What there is of one action. */
struct ground {
	bool dated, decided, approved, assessed;
	struct amount target;
	int open;               /* milestones */
	const char *first_open; /* name of the first of them */
};

struct stage_grounds {
	GHashTable *by_action; /* id -> struct ground */
	struct ground none;    /* an action without anything, and what holds for all */
};

int
stage_rule_opens(enum stage_rule rule)
{
	switch (rule) {
	case STAGE_RULE_OWNER:
	case STAGE_RULE_YEARS:
	case STAGE_RULE_INDICATOR:
		return 2;
	case STAGE_RULE_DECISION:
	case STAGE_RULE_ASSESSMENT:
		return 3;
	case STAGE_RULE_MILESTONES:
		return 4;
	case STAGE_RULE_REALISED:
	case STAGE_RULE__N:
		break;
	}
	return STAGE_MAX;
}

/* ---- gathering ------------------------------------------------------------------------
 */

static struct ground *
need(struct stage_grounds *grounds, int64_t action)
{
	struct ground *g = g_hash_table_lookup(grounds->by_action, &action);

	if (!g) {
		g = g_new0(struct ground, 1);
		g_hash_table_insert(
		    grounds->by_action, g_memdup2(&action, sizeof(action)), g);
	}
	return g;
}

static void
take_targets(struct stage_grounds *grounds, const struct plan *plan)
{
	for (guint i = 0; i < plan->targets->len; i++) {
		const struct target *t = &g_array_index(plan->targets, struct target, i);
		const struct line *line = plan_line(plan, t->line);
		struct ground *g;

		if (!line)
			continue;
		g = need(grounds, line->action);
		g->dated |= t->year != 0;
		amount_total(&g->target, amount_of(t->ore));
	}
}

static void
take_decisions(struct stage_grounds *grounds, const struct plan *plan)
{
	for (guint i = 0; i < plan->decisions->len; i++) {
		const struct decision *d =
		    &g_array_index(plan->decisions, struct decision, i);
		struct ground *g = d->action ? need(grounds, d->action) : &grounds->none;
		int outcome;

		if (text_is_blank(d->day) && text_is_blank(d->outcome))
			continue; /* on its way, not made */
		g->decided = true;
		if (word_parse(outcome_words, d->outcome, &outcome, NULL))
			g->approved |=
			    outcome == OUTCOME_NONE || outcome == OUTCOME_APPROVED;
	}
}

static void
take_steps(struct stage_grounds *grounds, const struct plan *plan)
{
	for (guint i = 0; i < plan->assessments->len; i++) {
		const struct assessment *a =
		    &g_array_index(plan->assessments, struct assessment, i);

		if (!text_is_blank(a->day) || !text_is_blank(a->reference) ||
		    !text_is_blank(a->conclusion))
			need(grounds, a->action)->assessed = true;
	}
	for (guint i = 0; i < plan->milestones->len; i++) {
		const struct milestone *m =
		    &g_array_index(plan->milestones, struct milestone, i);
		struct ground *g = need(grounds, m->action);

		if (!text_is_blank(m->reached))
			continue;
		if (g->open++ == 0)
			g->first_open = m->name;
	}
}

struct stage_grounds *
stage_grounds_new(const struct plan *plan)
{
	struct stage_grounds *grounds = g_new0(struct stage_grounds, 1);

	grounds->by_action =
	    g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
	take_targets(grounds, plan);
	take_decisions(grounds, plan);
	take_steps(grounds, plan);
	return grounds;
}

void
stage_grounds_free(struct stage_grounds *grounds)
{
	if (!grounds)
		return;
	g_hash_table_unref(grounds->by_action);
	g_free(grounds);
}

static struct ground
ground_of(const struct stage_case *c)
{
	const struct ground *own =
	    g_hash_table_lookup(c->grounds->by_action, &c->action->id);
	struct ground g = own ? *own : c->grounds->none;

	/* its own decisions outrank those of the whole programme */
	if (!g.decided) {
		g.decided = c->grounds->none.decided;
		g.approved = c->grounds->none.approved;
	}
	return g;
}

/* ---- the rules ------------------------------------------------------------------------
 */

#define WHOLE INT64_C(10000) /* 100 % of a setting */

static bool
is_realised(const struct stage_case *c, const struct ground *g)
{
	struct amount needed = amount_scale(
	    g->target, amount_of(c->settings->number[SETTING_AGREED]), amount_of(WHOLE));

	return c->realised.known && needed.known && c->realised.ore >= needed.ore;
}

static bool
holds(const struct stage_case *c, const struct ground *g, enum stage_rule rule)
{
	switch (rule) {
	case STAGE_RULE_OWNER:
		return !text_is_blank(c->action->owner);
	case STAGE_RULE_YEARS:
		return g->dated;
	case STAGE_RULE_INDICATOR:
		return !text_is_blank(c->action->indicator);
	case STAGE_RULE_DECISION:
		return g->approved;
	case STAGE_RULE_ASSESSMENT:
		return g->assessed;
	case STAGE_RULE_MILESTONES:
		return g->open == 0;
	case STAGE_RULE_REALISED:
		return is_realised(c, g);
	case STAGE_RULE__N:
		break;
	}
	return true;
}

unsigned
stage_broken(const struct stage_case *c, int from, int to)
{
	struct ground g = ground_of(c);
	unsigned broken = 0;

	for (int r = 0; r < STAGE_RULE__N; r++) {
		int opens = stage_rule_opens((enum stage_rule)r);

		if (opens > from && opens <= to && !holds(c, &g, (enum stage_rule)r))
			broken |= 1u << r;
	}
	return broken;
}

/* ---- telling --------------------------------------------------------------------------
 */

static char *
milestones_reason(const struct ground *g)
{
	g_autofree char *shown = text_display(g->first_open ? g->first_open : "");

	if (g->open == 1)
		return g_strdup_printf("milstolpen \"%s\" är inte nådd", shown);
	return g_strdup_printf(
	    "%d milstolpar är inte nådda, den första är \"%s\"", g->open, shown);
}

/* Exact: rounded, what is missing could vanish. */
static void
append_mkr(GString *out, struct amount amount)
{
	amount_append_full(out, amount, MONEY_MKR, 1);
	g_string_append(out, " mkr");
}

static char *
realised_reason(const struct stage_case *c, const struct ground *g)
{
	GString *out;

	if (!g->target.known)
		return g_strdup(
		    "målet är okänt, så det går inte att säga om det är nått");
	if (!c->realised.known)
		return g_strdup("inget utfall är bokfört");
	out = g_string_new("realiserat är ");
	append_mkr(out, c->realised);
	g_string_append(out, " av målet ");
	append_mkr(out, g->target);
	g_string_append_printf(
	    out, ", och %s av målet krävs", c->settings->text[SETTING_AGREED]);
	return g_string_free(out, FALSE);
}

/* What is wrong when a rule is broken, a clause. */
static char *
reason_of(const struct stage_case *c, enum stage_rule rule)
{
	struct ground g = ground_of(c);

	switch (rule) {
	case STAGE_RULE_OWNER:
		return g_strdup("ansvarig saknas");
	case STAGE_RULE_YEARS:
		return g_strdup("inget mål är satt för ett år");
	case STAGE_RULE_INDICATOR:
		return g_strdup("uppföljningsmått saknas");
	case STAGE_RULE_DECISION:
		return g_strdup(g.decided ? "inget beslut om den har utfallet bifall"
		                          : "beslut saknas");
	case STAGE_RULE_ASSESSMENT:
		return g_strdup("risk- och konsekvensanalys saknas");
	case STAGE_RULE_MILESTONES:
		return milestones_reason(&g);
	case STAGE_RULE_REALISED:
		return realised_reason(c, &g);
	case STAGE_RULE__N:
		break;
	}
	return g_strdup("");
}

/* What to do, a sentence. */
static char *
remedy_of(const struct stage_case *c, enum stage_rule rule)
{
	switch (rule) {
	case STAGE_RULE_OWNER:
		return g_strdup_printf(
		    "Ange den med \"sparplan andra %s ansvarig=NAMN\".", c->action->code);
	case STAGE_RULE_YEARS:
		return g_strdup(
		    "Ange ett belopp för minst ett år, till exempel \"2021 mkr=1,5\".");
	case STAGE_RULE_INDICATOR:
		return g_strdup_printf(
		    "Ange det med \"sparplan andra %s uppföljningsmått=TEXT\".",
		    c->action->code);
	case STAGE_RULE_DECISION:
		return g_strdup(
		    "Skriv in beslutet på skärmen (0 Beslut), eller läs in det med "
		    "\"sparplan import beslut FIL\".");
	case STAGE_RULE_ASSESSMENT:
		return g_strdup("Läs in den med \"sparplan import riskanalys FIL\".");
	case STAGE_RULE_MILESTONES:
		return g_strdup(
		    "Säg i åtgärdens formulär på skärmen när det skedde, eller "
		    "skriv det i kolumnen klar och läs in den med \"sparplan "
		    "import milstolpar FIL\".");
	case STAGE_RULE_REALISED:
		return g_strdup("Bokför utfallen med \"sparplan utfall\"; hur stor del "
		                "som krävs är inställningen grad5.andel.");
	case STAGE_RULE__N:
		break;
	}
	return g_strdup("");
}

bool
stage_allows(const struct stage_case *c, int from, int to, GError **error)
{
	unsigned broken = stage_broken(c, from, to);
	enum stage_rule rule = STAGE_RULE_OWNER;
	g_autofree char *reason = NULL;
	g_autofree char *remedy = NULL;
	g_autofree char *below = NULL;

	if (!broken)
		return true;
	while (!(broken & (1u << rule)))
		rule++;
	reason = reason_of(c, rule);
	remedy = remedy_of(c, rule);
	if (stage_rule_opens(rule) < to)
		below = g_strdup_printf(
		    ", för grad %d är inte uppfylld", stage_rule_opens(rule));
	g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT,
	    "%s kan inte få grad %d%s: %s. %s", c->action->code, to, below ? below : "",
	    reason, remedy);
	return false;
}
