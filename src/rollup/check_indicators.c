/*
 * check_indicators.c - what kontroll says of indicators and what they have shown: remarks
 * to look into, never faults.
 */
#include <string.h>

#include "base/text.h"
#include "rollup/check.h"
#include "rollup/scorecard.h"

#define EVER 999912 /* no cut-off */

static const struct score *
score_at(const GArray *scores, guint i)
{
	return &g_array_index(scores, struct score, i);
}

/* 'SM3 "Antal patienter…"', with `more` (NULL or "": none) last within brackets. */
static void
add_indicator(
    struct remark_names *names, const struct indicator *indicator, const char *more)
{
	g_autofree char *name = remark_coded(indicator->code, indicator->name);

	remark_names_add(names, NULL,
	    more && *more ? g_strdup_printf("%s (%s)", name, more) : g_strdup(name));
}

/* The target in words, as a source writes it, may be long. */
static void
add_aim(struct remark_names *names, const struct indicator *indicator)
{
	g_autofree char *aim =
	    *indicator->aim ? text_quote(indicator->aim, strlen(indicator->aim)) : NULL;

	add_indicator(names, indicator, aim);
}

/* ---- what is said of it ------------------------------------------------------------ */

/* A row of a production table is counted, not steered: it need not say which way. */
static bool
lacks_direction(const struct indicator *i)
{
	return i->direction == DIRECTION__N && i->table[0] == '\0';
}

/* Words with a number in them, or a direction that is towards one, and no number. */
static bool
lacks_target(const struct indicator *i)
{
	bool needed = i->direction == DIRECTION_REACH ||
	              i->direction == DIRECTION_AT_LEAST ||
	              i->direction == DIRECTION_AT_MOST;

	return !measures_known(&i->target) &&
	       (needed || strpbrk(i->aim, "0123456789") != NULL);
}

static void
check_definitions(const struct plan *plan, GPtrArray *remarks)
{
	struct remark_names units = { 0 }, directions = { 0 }, targets = { 0 };

	for (guint k = 0; k < plan->indicators->len; k++) {
		const struct indicator *i =
		    &g_array_index(plan->indicators, struct indicator, k);

		if (text_is_blank(i->unit))
			add_indicator(&units, i, NULL);
		if (lacks_direction(i))
			add_aim(&directions, i);
		if (lacks_target(i))
			add_aim(&targets, i);
	}
	remark_names_say(&units, remarks, "ENHET", "mått saknar enhet", NULL,
	    "Skriv vad som mäts, till exempel procent, antal eller dagar, i kolumnen "
	    "enhet och läs in filen med \"sparplan import matt FIL\".");
	remark_names_say(&directions, remarks, "RIKTNING",
	    "mått säger inte åt vilket håll det ska gå, och ljuset är därför grått",
	    "mått säger inte åt vilket håll de ska gå, och deras ljus är därför grått",
	    "Skriv öka, minska, nå, minst eller högst i kolumnen riktning och läs in "
	    "filen med \"sparplan import matt FIL\".");
	remark_names_say(&targets, remarks, "MALTAL",
	    "mått har ett mål som inte är angivet i tal", NULL,
	    "Skriv målet som ett tal i kolumnen mål_totalt, eller mål_K och mål_M, och "
	    "läs in filen med \"sparplan import matt FIL\".");
}

/* ---- what it shows ----------------------------------------------------------------- */

static bool
is_small(const struct score *s)
{
	return s->women.small || s->men.small || s->total.small;
}

static void
check_values(const GArray *scores, GPtrArray *remarks)
{
	struct remark_names missing = { 0 }, periods = { 0 }, small = { 0 };

	for (guint i = 0; i < scores->len; i++) {
		const struct score *s = score_at(scores, i);
		g_autofree char *period =
		    s->now ? period_text(s->now->period) : g_strdup("");

		if (s->now && !measures_known(&s->now->value))
			add_indicator(&missing, s->indicator, period);
		if (s->off_period) {
			g_autofree char *due = g_strdup_printf(
			    "%s, följs upp %s", period, s->indicator->periods);

			add_indicator(&periods, s->indicator, due);
		}
		if (is_small(s))
			add_indicator(&small, s->indicator, period);
	}
	remark_names_say(&missing, remarks, "MATVARDE",
	    "mått saknar värde i den senaste perioden", NULL,
	    "Läs in värdet med \"sparplan import mattvarden FIL\" när det finns; tills "
	    "dess är ljuset grått.");
	remark_names_say(&periods, remarks, "UPPFOLJNING",
	    "mått är mätt i en period då det inte följs upp",
	    "mått är mätta i en period då de inte följs upp",
	    "Se efter att värdet hör till perioden, eller rätta "
	    "uppföljningsperioderna.");
	remark_names_say(&small, remarks, "SMATAL",
	    "mått räknar färre än 10, och en förändring kan vara en slump", NULL,
	    "Läs utvecklingen med försiktighet; bilagan skriver \"små tal\" vid måttet.");
}

/* ---- what it is compared with ------------------------------------------------------ */

static bool
lacks_comparison(const struct score *s)
{
	return (s->indicator->direction == DIRECTION_INCREASE ||
	           s->indicator->direction == DIRECTION_DECREASE) &&
	       s->now && measures_known(&s->now->value) && !s->compared;
}

static void
check_comparisons(const GArray *scores, GPtrArray *remarks)
{
	struct remark_names kinds = { 0 }, periods = { 0 }, none = { 0 };

	for (guint i = 0; i < scores->len; i++) {
		const struct score *s = score_at(scores, i);
		g_autofree char *now = NULL;
		g_autofree char *then = NULL;
		g_autofree char *both = NULL;

		if (lacks_comparison(s))
			add_indicator(&none, s->indicator, NULL);
		if (!s->now || !s->compared)
			continue;
		now = period_text(s->now->period);
		then = period_text(s->compared->period);
		both = g_strdup_printf("%s mot %s", now, then);
		if (s->other_kind)
			add_indicator(&kinds, s->indicator, both);
		if (s->now->period.span != s->compared->period.span)
			add_indicator(&periods, s->indicator, both);
	}
	remark_names_say(&kinds, remarks, "JAMFORELSE",
	    "mått jämförs med ett tal av annat slag: det ena är totalt, det andra delat "
	    "på kvinnor och män",
	    "mått jämförs med tal av annat slag: det ena är totalt, det andra delat på "
	    "kvinnor och män",
	    "Läs in jämförelsetalet delat på samma sätt med \"sparplan import mattvarden "
	    "FIL\".");
	remark_names_say(&none, remarks, "JAMFORELSE",
	    "mått ska öka eller minska men har inget tidigare värde att jämföra med",
	    NULL,
	    "Läs in värdet för samma period förra året med \"sparplan import mattvarden "
	    "FIL\"; tills dess är ljuset grått.");
	remark_names_say(&periods, remarks, "JAMFORELSE",
	    "mått jämförs med en period av annan längd", NULL,
	    "Läs in värdet för samma period förra året med \"sparplan import mattvarden "
	    "FIL\".");
}

/* ---- what the source prints of it -------------------------------------------------- */

/* The signs in what a source prints: without blanks, K: and M:.  g_free. */
static char *
signs_in(const char *printed)
{
	GString *out = g_string_new(NULL);

	for (const char *at = printed; *at; at = text_next(at)) {
		const char *end = text_next(at);

		if (text_blank_bytes(at) > 0 || *at == ':')
			continue;
		if ((*at == 'K' || *at == 'M') && strchr(": ", *end) != NULL)
			continue;
		g_string_append_len(out, at, end - at);
	}
	return g_string_free(out, FALSE);
}

static bool
are_among(const char *signs, const char *const *known)
{
	while (*signs) {
		size_t bytes = 0;

		for (guint i = 0; known[i] && bytes == 0; i++)
			if (g_str_has_prefix(signs, known[i]))
				bytes = strlen(known[i]);
		if (bytes == 0)
			return false;
		signs += bytes;
	}
	return true;
}

/* The last period in which any indicator prints a sign. */
static struct period
last_printed(const GArray *scores)
{
	struct period last = { 0, 0 };

	for (guint i = 0; i < scores->len; i++) {
		const struct measurement *m = score_at(scores, i)->now;
		g_autofree char *attained = signs_in(m ? m->attained : "");
		g_autofree char *trend = signs_in(m ? m->trend : "");

		if ((attained[0] || trend[0]) && period_compare(m->period, last) > 0)
			last = m->period;
	}
	return last;
}

static void
check_signs(const GArray *scores, GPtrArray *remarks)
{
	static const char *const attained_known[] = { "▲", "□", "●", "◆", NULL };
	static const char *const trend_known[] = { "↑", "→", "↓", NULL };
	struct period last = last_printed(scores);
	struct remark_names strange = { 0 }, lost = { 0 };

	for (guint i = 0; i < scores->len; i++) {
		const struct score *s = score_at(scores, i);
		g_autofree char *attained = signs_in(s->now ? s->now->attained : "");
		g_autofree char *trend = signs_in(s->now ? s->now->trend : "");

		if (!are_among(attained, attained_known))
			add_indicator(&strange, s->indicator, attained);
		if (!are_among(trend, trend_known))
			add_indicator(&strange, s->indicator, trend);
		if (last.month != 0 && s->now && !attained[0] && !trend[0] &&
		    period_compare(s->now->period, last) == 0)
			add_indicator(&lost, s->indicator, NULL);
	}
	remark_names_say(&strange, remarks, "SYMBOL",
	    "mått har en tryckt symbol som inte finns i skalan ▲ □ ● ◆ eller ↑ → ↓", NULL,
	    "Jämför med källan och rätta måluppfyllelse eller utveckling med \"sparplan "
	    "import mattvarden FIL\".");
	remark_names_say(&lost, remarks, "SYMBOL",
	    "mått saknar tryckt måluppfyllelse och utveckling, fast andra mått i samma "
	    "period har dem",
	    NULL,
	    "Symbolerna kan ha gått förlorade när källan gjordes om till text: se efter "
	    "i "
	    "originalet.");
}

void
check_indicators(const struct plan *plan, GPtrArray *remarks)
{
	g_autoptr(GArray) scores = scorecard_make(plan, EVER);

	check_definitions(plan, remarks);
	check_values(scores, remarks);
	check_comparisons(scores, remarks);
	check_signs(scores, remarks);
	check_places(plan, remarks);
}
