/*
 * check_decisions.c - what kontroll says of decisions and preconditions: remarks to look
 * into, never faults.
 */
#include <string.h>

#include "base/text.h"
#include "calendar/date.h"
#include "rollup/check.h"

static const struct decision *
decision_at(const struct plan *plan, guint i)
{
	return &g_array_index(plan->decisions, struct decision, i);
}

/* An action's decision with neither day nor outcome is not made yet. */
static bool
lacks_day(const struct decision *d)
{
	return text_is_blank(d->day) && (d->action == 0 || !text_is_blank(d->outcome));
}

/* One decision may stand with several actions. */
static void
check_days(const struct plan *plan, GPtrArray *remarks)
{
	g_autoptr(GHashTable) told = g_hash_table_new(g_str_hash, g_str_equal);
	struct remark_names names = { 0 };

	for (guint i = 0; i < plan->decisions->len; i++) {
		const struct decision *d = decision_at(plan, i);

		if (!lacks_day(d) || g_hash_table_contains(told, d->code))
			continue;
		remark_remember(told, d->code);
		remark_names_add(&names, NULL, remark_coded(d->code, d->subject));
	}
	remark_names_say(&names, remarks, "BESLUT", "beslut saknar datum", NULL,
	    "Skriv dagen i kolumnen datum, så noga som den är känd, och läs in filen med "
	    "\"sparplan import beslut FIL\".");
}

/* ---- numbers against days ---------------------------------------------------------- */

struct numbered {
	const struct decision *decision;
	struct date date;
	guint64 number;
	guint at; /* keeps those of one number as they came */
};

static gint
by_number(gconstpointer a, gconstpointer b)
{
	const struct numbered *x = a, *y = b;

	if (x->decision->action != y->decision->action)
		return x->decision->action < y->decision->action ? -1 : 1;
	if (x->number != y->number)
		return x->number < y->number ? -1 : 1;
	return (x->at > y->at) - (x->at < y->at);
}

/* Decisions with a number of their own and a date. */
static GArray *
numbered_make(const struct plan *plan)
{
	GArray *out = g_array_new(FALSE, FALSE, sizeof(struct numbered));

	for (guint i = 0; i < plan->decisions->len; i++) {
		const struct decision *d = decision_at(plan, i);
		struct numbered one = { d, date_kept(d->day), 0, i };

		if (one.date.precision != DATE_NONE &&
		    g_ascii_string_to_unsigned(
		        d->code, 10, 0, G_MAXUINT32, &one.number, NULL))
			g_array_append_val(out, one);
	}
	g_array_sort(out, by_number);
	return out;
}

/* Is all of `a` before all of `b`? */
static bool
is_before(struct date a, struct date b)
{
	if (b.precision == DATE_DAY)
		return date_last_day(a) < date_last_day(b);
	return date_last_month(a) < date_first_month(b);
}

static void
check_order(const struct plan *plan, GPtrArray *remarks)
{
	g_autoptr(GArray) all = numbered_make(plan);
	struct remark_names names = { 0 };

	for (guint i = 1; i < all->len; i++) {
		const struct numbered *x = &g_array_index(all, struct numbered, i - 1);
		const struct numbered *y = &g_array_index(all, struct numbered, i);

		if (x->decision->action == y->decision->action && x->number < y->number &&
		    is_before(y->date, x->date))
			remark_names_add(&names, NULL,
			    g_strdup_printf("%s (%s) efter %s (%s)", y->decision->code,
			        y->decision->day, x->decision->code, x->decision->day));
	}
	remark_names_say(&names, remarks, "BESLUT",
	    "beslut har ett tidigare datum än det med numret före", NULL,
	    "Jämför datum och nummer med protokollen och läs in det rätta med \"sparplan "
	    "import beslut FIL\".");
}

/* ---- preconditions ----------------------------------------------------------------- */

static bool
says(const char *text, const char *word)
{
	g_autofree char *key = text_fold(text);

	return strcmp(key, word) == 0;
}

/* Blank `required` is not said, and what is not said is not missing. */
static bool
is_required(const struct precondition *p)
{
	return !text_is_blank(p->required) && !says(p->required, "nej");
}

static void
check_preconditions(const struct plan *plan, GPtrArray *remarks)
{
	static const struct {
		const char *met, *one, *many;
	} kinds[] = {
		{ "nej", "förutsättning krävdes för effekt men är inte uppfylld",
		    "förutsättningar krävdes för effekt men är inte uppfyllda" },
		{ "delvis",
		    "förutsättning krävdes för effekt men är bara delvis uppfylld",
		    "förutsättningar krävdes för effekt men är bara delvis uppfyllda" },
		{ "",
		    "förutsättning krävdes för effekt, men det är inte sagt om den är "
		    "uppfylld",
		    "förutsättningar krävdes för effekt, men det är inte sagt om de är "
		    "uppfyllda" },
	};

	for (size_t k = 0; k < G_N_ELEMENTS(kinds); k++) {
		struct remark_names names = { 0 };

		for (guint i = 0; i < plan->preconditions->len; i++) {
			const struct precondition *p =
			    &g_array_index(plan->preconditions, struct precondition, i);

			if (is_required(p) && says(p->met, kinds[k].met))
				remark_names_add(&names, NULL, g_strdup(p->name));
		}
		remark_names_say(&names, remarks, "FORUTSATTNING", kinds[k].one,
		    kinds[k].many,
		    "Räkna inte med hela effekten förrän den är på plats; skriv hur det "
		    "står till i kolumnen uppfylld och läs in filen med \"sparplan "
		    "import forutsattningar FIL\".");
	}
}

void
check_decisions(const struct plan *plan, GPtrArray *remarks)
{
	check_days(plan, remarks);
	check_order(plan, remarks);
	check_preconditions(plan, remarks);
}
