/*
 * check_assignments.c - what kontroll says of uppdrag and strategiska åtgärder, and of
 * comments that are copied between actions: remarks to look into, never faults.
 */
#include <string.h>

#include "base/text.h"
#include "rollup/check.h"

/* What is missing of an assignment, by its form. */
static const struct {
	const char *status_one, *status_many, *owner_one, *owner_many;
} forms[ASSIGNMENT_FORM__N] = {
	[ASSIGNMENT_ERRAND] = { "uppdrag saknar status", "uppdrag saknar status",
	    "uppdrag saknar ansvarig", "uppdrag saknar ansvarig" },
	[ASSIGNMENT_STRATEGIC] = { "strategisk åtgärd saknar status",
	    "strategiska åtgärder saknar status", "strategisk åtgärd saknar ansvarig",
	    "strategiska åtgärder saknar ansvarig" },
};

static void
check_form(const struct plan *plan, enum assignment_form form, GPtrArray *remarks)
{
	struct remark_names statuses = { 0 }, owners = { 0 };

	for (guint i = 0; i < plan->assignments->len; i++) {
		const struct assignment *one =
		    &g_array_index(plan->assignments, struct assignment, i);
		const struct action *a = plan_action_by_id(plan, one->action);

		if (!a || one->form != form)
			continue;
		if (a->status == STATUS_NONE)
			remark_names_add(&statuses, a->code, NULL);
		if (text_is_blank(a->owner))
			remark_names_add(&owners, a->code, NULL);
	}
	remark_names_say(&statuses, remarks, "STATUS", forms[form].status_one,
	    forms[form].status_many,
	    "Rapportera var arbetet står med \"sparplan lage ID --status STATUS\".");
	remark_names_say(&owners, remarks, "ANSVARIG", forms[form].owner_one,
	    forms[form].owner_many,
	    "Skriv vem som ansvarar, till exempel med \"sparplan andra ID "
	    "ansvarig=NAMN\".");
}

/* ---- the same comment of several actions ------------------------------------------- */

/* "Pågår i divisionen." many may say of themselves, a longer sentence hardly. */
#define COMMENT_WORDS 5

static int
words_in(const char *text)
{
	g_auto(GStrv) words = g_strsplit_set(text, " \t\n", -1);
	int n = 0;

	for (guint i = 0; words[i]; i++)
		n += words[i][0] != '\0';
	return n;
}

/* The latest round that anybody has reported in; NULL when nobody has. */
static const struct report *
latest_report(const struct followup *f)
{
	const struct report *latest = NULL;

	for (guint i = 0; i < f->reports->len; i++) {
		const struct report *r = &g_array_index(f->reports, struct report, i);

		if (!latest || r->cutoff > latest->cutoff ||
		    (r->cutoff == latest->cutoff && strcmp(r->label, latest->label) > 0))
			latest = r;
	}
	return latest;
}

/* comment -> GString of the codes, in the order they were met: `groups`. */
static GPtrArray *
group_comments(const struct plan *plan, const struct followup *f, int64_t round,
    GHashTable *by_comment)
{
	GPtrArray *groups = g_ptr_array_new();

	for (guint i = 0; i < f->reports->len; i++) {
		const struct report *r = &g_array_index(f->reports, struct report, i);
		const struct action *a = plan_action_by_id(plan, r->action);
		g_autofree char *key = NULL;
		GPtrArray *codes;

		if (!a || r->round != round || r->nothing_new ||
		    words_in(r->comment) < COMMENT_WORDS)
			continue;
		key = text_fold(r->comment);
		codes = g_hash_table_lookup(by_comment, key);
		if (!codes) {
			codes = g_ptr_array_new();
			g_hash_table_insert(by_comment, g_steal_pointer(&key), codes);
			g_ptr_array_add(groups, codes);
		}
		g_ptr_array_add(codes, (gpointer)(guintptr)a->code);
	}
	return groups;
}

static char *
group_text(const GPtrArray *codes)
{
	GString *out = g_string_new(NULL);

	for (guint i = 0; i < codes->len; i++)
		g_string_append_printf(out, "%s%s",
		    i == 0                ? ""
		    : i + 1 == codes->len ? " och "
		                          : ", ",
		    (const char *)codes->pdata[i]);
	return g_string_free(out, FALSE);
}

static void
check_copies(const struct plan *plan, const struct followup *f, GPtrArray *remarks)
{
	const struct report *latest = latest_report(f);
	g_autoptr(GHashTable) by_comment = g_hash_table_new_full(
	    g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
	g_autoptr(GPtrArray) groups = NULL;
	g_autofree char *one = NULL;
	g_autofree char *many = NULL;
	struct remark_names names = { 0 };

	if (!latest)
		return;
	groups = group_comments(plan, f, latest->round, by_comment);
	for (guint i = 0; i < groups->len; i++) {
		const GPtrArray *codes = groups->pdata[i];

		if (codes->len > 1)
			remark_names_add(&names, NULL, group_text(codes));
	}
	one = g_strdup_printf(
	    "kommentar i %s står ordagrant hos flera åtgärder, trolig kopia",
	    latest->label);
	many = g_strdup_printf(
	    "kommentarer i %s står ordagrant hos flera åtgärder, troliga kopior",
	    latest->label);
	remark_names_say(&names, remarks, "KOMMENTAR", one, many,
	    "Ta reda på vilken åtgärd kommentaren gäller och skriv den andras med "
	    "\"sparplan lage ID --kommentar TEXT\".");
}

void
check_assignments(
    const struct plan *plan, const struct followup *followup, GPtrArray *remarks)
{
	for (int form = 0; form < ASSIGNMENT_FORM__N; form++)
		check_form(plan, (enum assignment_form)form, remarks);
	check_copies(plan, followup, remarks);
}
