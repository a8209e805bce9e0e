/* check.c - kontroll: is the file whole, do the kept sums agree, does the plan add up? */
#include "rollup/check.h"
#include "calendar/month.h"
#include "session/stages.h"
#include "session/upkeep.h"

static void
add_fel(GPtrArray *remarks, const char *code, char *text, const char *remedy)
{
	remark_add(remarks, REMARK_FEL, code, NULL, text, g_strdup(remedy));
}

static bool
check_file(struct session *s, GPtrArray *remarks, GError **error)
{
	g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func(g_free);

	if (!store_check(s->store, findings, error))
		return false;
	for (guint i = 0; i < findings->len; i++)
		add_fel(remarks, "DATABAS", g_strdup(findings->pdata[i]),
		    "Återställ en säkerhetskopia från före skadan.");
	return true;
}

static gint
by_key(gconstpointer a, gconstpointer b)
{
	const struct balance *x = a, *y = b;

	if (x->grouping != y->grouping)
		return x->grouping < y->grouping ? -1 : 1;
	if (x->counts != y->counts)
		return x->counts ? 1 : -1;
	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	return x->year - y->year;
}

static bool
same_sums(const struct balance *a, const struct balance *b)
{
	return by_key(a, b) == 0 && a->target_ore == b->target_ore &&
	       a->targets == b->targets && a->realised_ore == b->realised_ore &&
	       a->reports == b->reports;
}

/* The kept sums against the ledger added up anew. */
static bool
check_balances(struct session *s, const struct programme *programme, GPtrArray *remarks,
    GError **error)
{
	g_autoptr(GArray) kept = g_array_new(FALSE, FALSE, sizeof(struct balance));
	g_autoptr(GArray) made = NULL;
	struct balance_book *book;
	bool same;

	if (!store_read_balances(s->store, programme->id, GROUPING__N, kept, error) ||
	    !store_make_book(s->store, programme->id, STORE_NOW, 0, &book, error))
		return false;
	made = balance_book_rows(book);
	balance_book_free(book);
	g_array_sort(kept, by_key);
	g_array_sort(made, by_key);
	same = kept->len == made->len;
	for (guint i = 0; same && i < kept->len; i++)
		same = same_sums(&g_array_index(kept, struct balance, i),
		    &g_array_index(made, struct balance, i));
	if (!same)
		add_fel(remarks, "SALDO",
		    g_strdup_printf(
		        "De sparade summorna i %s stämmer inte med huvudboken.",
		        programme->code),
		    "Återställ en säkerhetskopia; alla belopp i huvudboken finns kvar.");
	return true;
}

/* What the checks of data see besides the plan. */
struct surroundings {
	GArray *cube; /* of every programme */
	char *today;  /* ÅÅÅÅ-MM-DD */
	int this_month;
};

static bool
read_surroundings(struct session *s, struct surroundings *ret, GError **error)
{
	g_autoptr(GDateTime) utc =
	    g_date_time_new_from_unix_utc(session_now_ms(s) / 1000);
	g_autoptr(GDateTime) now = g_date_time_to_timezone(utc, session_zone(s));

	if (!store_read_cube(s->store, INT64_MAX, 0, 0, 999999, &ret->cube, error))
		return false;
	ret->today = g_date_time_format(now, "%Y-%m-%d");
	ret->this_month =
	    month_make(g_date_time_get_year(now), g_date_time_get_month(now));
	return true;
}

static bool
check_plan_stages(struct session *s, const struct plan *plan,
    const struct settings *settings, GPtrArray *remarks, GError **error)
{
	guint n = plan->actions->len;
	g_autofree struct amount *realised = g_new0(struct amount, MAX(n, 1));
	struct stages_realised *all;

	if (!stages_realised_read(s, plan, settings, &all, error))
		return false;
	for (guint i = 0; i < n; i++)
		realised[i] = stages_realised_of(
		    all, g_array_index(plan->actions, struct action, i).id);
	check_stages(plan, realised, settings, remarks);
	stages_realised_free(all);
	return true;
}

static bool
check_plan_data(struct session *s, const struct plan *plan,
    const struct surroundings *around, GPtrArray *remarks, GError **error)
{
	struct settings settings;
	struct followup *followup;

	if (!session_settings_of(s, plan->programme.id, STORE_NOW, &settings, error) ||
	    !session_followup_of(s, plan->programme.id, STORE_NOW, &followup, error))
		return false;
	check_data(plan, remarks);
	check_savings(plan, around->cube, &settings, around->this_month, remarks);
	check_followup(plan, followup, &settings, around->today, remarks);
	check_goals(plan, followup, remarks);
	followup_free(followup);
	return check_plan_stages(s, plan, &settings, remarks, error);
}

static bool
check_programme(struct session *s, const struct programme *programme, unsigned what,
    const struct surroundings *around, GPtrArray *remarks, GError **error)
{
	struct plan *plan;
	bool ok = true;

	if ((what & CHECK_DATABASE) && !check_balances(s, programme, remarks, error))
		return false;
	if (!(what & (CHECK_SUMS | CHECK_DATA)))
		return true;
	if (!store_read_plan(s->store, programme, STORE_NOW, STORE_ALL, &plan, error))
		return false;
	if (what & CHECK_SUMS)
		check_sums(plan, remarks);
	if (what & CHECK_DATA)
		ok = check_plan_data(s, plan, around, remarks, error);
	plan_free(plan);
	return ok;
}

/* Of several programmes each remark says which it is about. */
static void
name_programme(const struct session *s, const struct programme *programme,
    GPtrArray *remarks, guint from)
{
	for (guint i = from; s->programmes->len > 1 && i < remarks->len; i++)
		((struct remark *)remarks->pdata[i])->programme =
		    g_strdup(programme->code);
}

bool
session_check(struct session *s, unsigned what, GPtrArray *remarks, GError **error)
{
	struct surroundings around = { 0 };
	bool ok;

	if (!session_begin_read(s, error))
		return false;
	ok = (!(what & CHECK_DATABASE) || check_file(s, remarks, error)) &&
	     (!(what & CHECK_DATA) || read_surroundings(s, &around, error));
	for (guint i = 0; ok && i < s->programmes->len; i++) {
		const struct programme *p =
		    &g_array_index(s->programmes, struct programme, i);

		guint from = remarks->len;

		if (s->named && p->id != s->programme.id)
			continue;
		ok = check_programme(s, p, what, &around, remarks, error);
		if (!s->named)
			name_programme(s, p, remarks, from);
	}
	g_clear_pointer(&around.cube, g_array_unref);
	g_free(around.today);
	session_end_read(s);
	return ok;
}
