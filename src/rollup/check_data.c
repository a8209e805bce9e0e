/*
 * check_data.c - what kontroll says of a register that looks wrong: remarks to look into,
 * never faults.
 */
#include "calendar/date.h"
#include "rollup/action_sums.h"
#include "rollup/check.h"

static const struct action *
action_at(const struct plan *plan, guint i)
{
	return &g_array_index(plan->actions, struct action, i);
}

/* A row of the savings plan that counts; what an uppdrag or a strategisk åtgärd lacks is
 * for check_assignments, and it has no amounts and a timetable of its own. */
static bool
is_saving(const struct plan *plan, const struct action *a)
{
	return a->counts && plan_assignment(plan, a->id) == NULL;
}

static void
check_owners(const struct plan *plan, GPtrArray *remarks)
{
	struct remark_names names = { 0 };

	for (guint i = 0; i < plan->actions->len; i++)
		if (is_saving(plan, action_at(plan, i)) && !action_at(plan, i)->owner[0])
			remark_names_add(&names, action_at(plan, i)->code, NULL);
	remark_names_say(&names, remarks, "ANSVARIG",
	    "åtgärd som räknas mot kravet saknar ansvarig",
	    "åtgärder som räknas mot kravet saknar ansvarig",
	    "Skriv vem som ansvarar, till exempel med \"sparplan andra ID "
	    "ansvarig=NAMN\".");
}

static void
check_amounts(const struct plan *plan, const GArray *sums, GPtrArray *remarks)
{
	struct remark_names names = { 0 };

	for (guint i = 0; i < plan->actions->len; i++) {
		const struct action *a = action_at(plan, i);

		if (is_saving(plan, a) && !action_sums_target(sums, a->id, -1).known)
			remark_names_add(&names, a->code, NULL);
	}
	remark_names_say(&names, remarks, "BELOPP",
	    "åtgärd som räknas mot kravet har inget mål",
	    "åtgärder som räknas mot kravet har inget mål",
	    "Skriv målet, till exempel med \"sparplan andra ID '2021 mkr=1,5'\", eller "
	    "låt bli att räkna åtgärden med \"sparplan andra ID räknas=nej\".");
}

static void
check_plan_dates(const struct plan *plan, GPtrArray *remarks)
{
	struct remark_names names = { 0 };

	for (guint i = 0; i < plan->actions->len; i++) {
		const struct action *a = action_at(plan, i);

		if (is_saving(plan, a) && !a->plan_ready[0] && !a->start[0] &&
		    !a->finish[0])
			remark_names_add(&names, a->code, NULL);
	}
	remark_names_say(&names, remarks, "PLANDATUM",
	    "åtgärd som räknas mot kravet har varken plan klar, start eller slut",
	    "åtgärder som räknas mot kravet har varken plan klar, start eller slut",
	    "Skriv när det ska ske, till exempel med \"sparplan andra ID "
	    "slut=2022-06\".");
}

static void
check_dates(const struct plan *plan, GPtrArray *remarks)
{
	struct remark_names names = { 0 };

	for (guint i = 0; i < plan->actions->len; i++) {
		const struct action *a = action_at(plan, i);
		int start = date_first_month(date_kept(a->start));
		int finish = date_last_month(date_kept(a->finish));

		if (start && finish && start > finish)
			remark_names_add(&names, a->code,
			    g_strdup_printf(
			        "%s (start %s, slut %s)", a->code, a->start, a->finish));
	}
	remark_names_say(&names, remarks, "DATUM", "åtgärd slutar innan den har börjat",
	    "åtgärder slutar innan de har börjat",
	    "Rätta det som är fel, till exempel med \"sparplan andra ID slut=2022-06\".");
}

static void
check_status(const struct plan *plan, GPtrArray *remarks)
{
	struct remark_names done = { 0 }, gone = { 0 };

	for (guint i = 0; i < plan->actions->len; i++) {
		const struct action *a = action_at(plan, i);

		if (a->status == STATUS_DONE && a->stage < 4)
			remark_names_add(&done, a->code,
			    g_strdup_printf("%s (grad %d)", a->code, a->stage));
		if (a->counts &&
		    (a->status == STATUS_CANCELLED || a->status == STATUS_STRUCK))
			remark_names_add(&gone, a->code,
			    g_strdup_printf("%s (%s)", a->code,
			        word_text(status_words, (int)a->status)));
	}
	remark_names_say(&done, remarks, "STATUS",
	    "åtgärd är genomförd men har lägre grad än 4",
	    "åtgärder är genomförda men har lägre grad än 4",
	    "Höj graden med \"sparplan andra ID grad=4\", eller rätta statusen.");
	remark_names_say(&gone, remarks, "STATUS",
	    "åtgärd är avbruten eller struken men räknas mot kravet",
	    "åtgärder är avbrutna eller strukna men räknas mot kravet",
	    "Sluta räkna dem med \"sparplan andra ID räknas=nej\", eller rätta "
	    "statusen.");
}

/* ---- a minus that fell away -------------------------------------------------------- */

struct line_signs {
	int plus, minus; /* targets of either sign */
	const struct target *last_plus, *last_minus;
};

static struct line_signs *
signs_make(const struct plan *plan)
{
	struct line_signs *signs = g_new0(struct line_signs, plan->lines->len + 1);

	for (guint i = 0; i < plan->targets->len; i++) {
		const struct target *t = &g_array_index(plan->targets, struct target, i);
		const struct line *line = plan_line(plan, t->line);
		struct line_signs *of;

		if (!line || t->ore == 0)
			continue;
		of = &signs[line - &g_array_index(plan->lines, struct line, 0)];
		if (t->ore > 0) {
			of->plus++;
			of->last_plus = t;
		} else {
			of->minus++;
			of->last_minus = t;
		}
	}
	return signs;
}

static char *
sign_text(const struct plan *plan, const struct line *line, const struct target *odd)
{
	g_autofree char *amount =
	    remark_amount(odd->ore, remark_needs_exact(odd->ore, 0));
	g_autofree char *year = remark_year(odd->year);
	g_autofree char *odd_text = g_strdup_printf("%s: %s", year, amount);

	return remark_line(plan, line, odd_text);
}

/* With one of each it cannot be told which is wrong, and the negative one is shown. */
static void
check_signs(const struct plan *plan, GPtrArray *remarks)
{
	g_autofree struct line_signs *signs = signs_make(plan);
	struct remark_names names = { 0 };

	for (guint i = 0; i < plan->lines->len; i++) {
		const struct line *line = &g_array_index(plan->lines, struct line, i);
		const struct action *a = plan_action_by_id(plan, line->action);
		const struct line_signs *s = &signs[i];

		if (a && MIN(s->plus, s->minus) == 1)
			remark_names_add(&names, a->code,
			    sign_text(plan, line,
			        s->plus < s->minus ? s->last_plus : s->last_minus));
	}
	remark_names_say(&names, remarks, "TECKEN",
	    "mål har annat tecken än de andra åren på samma mållinje, och ett "
	    "minustecken kan ha fallit bort",
	    NULL,
	    "Jämför årens belopp med planen och rätta det som är fel, till exempel med "
	    "\"sparplan andra ID '2021 mkr=1,5'\".");
}

void
check_data(const struct plan *plan, GPtrArray *remarks)
{
	g_autoptr(GArray) sums = action_sums_make(plan, NULL);

	check_owners(plan, remarks);
	check_amounts(plan, sums, remarks);
	check_plan_dates(plan, remarks);
	check_dates(plan, remarks);
	check_status(plan, remarks);
	check_signs(plan, remarks);
	check_basis(plan, remarks);
}
