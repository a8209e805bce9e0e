/*
 * check_followup.c - what kontroll says of rounds and status reports: remarks to look
 * into, never faults.
 */
#include "rollup/check.h"

#include <string.h>

#include "base/text.h"

static const struct report *
report_at(const struct followup *f, guint i)
{
	return &g_array_index(f->reports, struct report, i);
}

/* The reports are by action: is this the first, the last of its action? */
static bool
is_first(const struct followup *f, guint i)
{
	return i == 0 || report_at(f, i - 1)->action != report_at(f, i)->action;
}

static bool
is_last(const struct followup *f, guint i)
{
	return i + 1 == f->reports->len ||
	       report_at(f, i + 1)->action != report_at(f, i)->action;
}

/* Only a run that still goes on: an earlier one cannot be mended any more. */
static void
check_comments(const struct plan *plan, const struct followup *f,
    const struct settings *settings, GPtrArray *remarks)
{
	struct remark_names names = { 0 };
	int run = 0;

	for (guint i = 0; i < f->reports->len; i++) {
		const struct report *r = report_at(f, i);
		const struct action *a = plan_action_by_id(plan, r->action);
		bool goes_on = !is_first(f, i) &&
		               strcmp(r->comment, report_at(f, i - 1)->comment) == 0;

		run = r->nothing_new || text_is_blank(r->comment) ? 0
		      : goes_on                                   ? run + 1
		                                                  : 1;
		if (a && is_last(f, i) && run >= settings->number[SETTING_SAME_COMMENT])
			remark_names_add(&names, a->code,
			    g_strdup_printf(
			        "%s (%d omgångar till %s)", a->code, run, r->label));
	}
	remark_names_say(&names, remarks, "KOMMENTAR",
	    "åtgärd har samma kommentar omgång efter omgång",
	    "åtgärder har samma kommentar omgång efter omgång",
	    "Skriv vad som har hänt, eller lämna rapporten med \"sparplan lage ID "
	    "--inget-nytt\". Antalet omgångar är inställningen kontroll.kommentar.");
}

/* A light counts only with a motivering; with "inget nytt" it may repeat what stands. */
static void
check_judgements(const struct plan *plan, const struct followup *f, GPtrArray *remarks)
{
	struct remark_names names = { 0 };
	enum light stands = LIGHT_NONE;

	for (guint i = 0; i < f->reports->len; i++) {
		const struct report *r = report_at(f, i);
		const struct action *a = plan_action_by_id(plan, r->action);
		bool lost;

		if (is_first(f, i))
			stands = LIGHT_NONE;
		lost = r->light != LIGHT_NONE && text_is_blank(r->comment) &&
		       !(r->nothing_new && r->light == stands);
		if (r->light != LIGHT_NONE && !text_is_blank(r->comment))
			stands = r->light;
		else if (!r->nothing_new)
			stands = LIGHT_NONE;
		if (a && lost && is_last(f, i))
			remark_names_add(&names, a->code,
			    g_strdup_printf("%s (%s, %s)", a->code,
			        word_text(light_words, (int)r->light), r->label));
	}
	remark_names_say(&names, remarks, "BEDOMNING",
	    "åtgärd har ett rapporterat ljus utan kommentar, och det gäller därför inte",
	    "åtgärder har ett rapporterat ljus utan kommentar, och det gäller därför "
	    "inte",
	    "Motivera ljuset med \"sparplan lage ID --kommentar TEXT\"; annars visas det "
	    "beräknade ljuset.");
}

/* ISO days compare as text. */
static void
check_rounds(const struct followup *f, const char *today, GPtrArray *remarks)
{
	struct remark_names names = { 0 };

	for (guint i = 0; i < f->rounds->len; i++) {
		const struct round *r = &g_array_index(f->rounds, struct round, i);

		if (!r->closed && r->due[0] && strcmp(r->due, today) < 0)
			remark_names_add(&names, NULL,
			    g_strdup_printf("%s (senast %s)", r->label, r->due));
	}
	remark_names_say(&names, remarks, "OMGANG",
	    "omgång är öppen fast sista dagen att rapportera har passerat",
	    "omgångar är öppna fast sista dagen att rapportera har passerat",
	    "Stäng omgången med \"sparplan omgang NAMN --stang\", eller ge den en ny dag "
	    "med --senast.");
}

void
check_followup(const struct plan *plan, const struct followup *followup,
    const struct settings *settings, const char *today, GPtrArray *remarks)
{
	check_comments(plan, followup, settings, remarks);
	check_judgements(plan, followup, remarks);
	check_rounds(followup, today, remarks);
}
