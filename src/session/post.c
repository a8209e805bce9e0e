/* post.c - one realised saving posted to the line it falls on. */
#include "session/post.h"

#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "calendar/month.h"
#include "money/money_format.h"

struct account *
account_new(const struct plan *plan, const struct action *action)
{
	struct account *account = g_new0(struct account, 1);
	const struct unit *unit = plan_unit(plan, action->unit);
	const struct area *area = action->area[0] ? plan_area(plan, action->area) : NULL;

	account->unit = unit ? unit->id : 0;
	account->facet = edit_facet(action, account->unit, area ? area->id : 0);
	account->lines = g_array_new(FALSE, FALSE, sizeof(struct line));
	return account;
}

void
account_free(struct account *account)
{
	g_array_unref(account->lines);
	g_free(account);
}

/* The recipient all lines share; `otherwise` when they differ or there are none. */
static int64_t
only_unit(const GArray *lines, int64_t otherwise)
{
	for (guint i = 1; i < lines->len; i++)
		if (g_array_index(lines, struct line, i).unit !=
		    g_array_index(lines, struct line, 0).unit)
			return otherwise;
	return lines->len ? g_array_index(lines, struct line, 0).unit : otherwise;
}

static enum cost_kind
only_cost_kind(const GArray *lines)
{
	for (guint i = 1; i < lines->len; i++)
		if (g_array_index(lines, struct line, i).cost_kind !=
		    g_array_index(lines, struct line, 0).cost_kind)
			return COST_UNSPECIFIED;
	return lines->len ? g_array_index(lines, struct line, 0).cost_kind
	                  : COST_UNSPECIFIED;
}

/* The units an action belongs to: its own and its recipients. */
static bool
belongs(const struct account *account, int64_t unit)
{
	if (unit == account->unit)
		return true;
	for (guint i = 0; i < account->lines->len; i++)
		if (g_array_index(account->lines, struct line, i).unit == unit)
			return true;
	return false;
}

/* A unit of the action by name. */
static bool
find_unit(const struct account *account, const struct plan *plan, const char *name,
    int64_t *ret)
{
	bool unallocated = names_unallocated(name);
	const struct unit *unit = unallocated ? NULL : plan_unit(plan, name);

	*ret = unit ? unit->id : 0;
	return (unit || unallocated) && belongs(account, *ret);
}

static char *
units_of(const struct account *account, const struct plan *plan)
{
	g_autoptr(GPtrArray) names = g_ptr_array_new();
	GString *out = g_string_new(NULL);

	g_ptr_array_add(names, (gpointer)(uintptr_t)plan_unit_name(plan, account->unit));
	for (guint i = 0; i < account->lines->len; i++) {
		const char *name = plan_unit_name(
		    plan, g_array_index(account->lines, struct line, i).unit);

		if (!g_ptr_array_find_with_equal_func(names, name, g_str_equal, NULL))
			g_ptr_array_add(names, (gpointer)(uintptr_t)name);
	}
	for (guint i = 0; i < names->len; i++)
		g_string_append_printf(
		    out, "%s\"%s\"", i ? ", " : "", (char *)names->pdata[i]);
	return g_string_free(out, FALSE);
}

bool
account_place(const struct account *account, const struct plan *plan, const char *unit,
    int cost_kind, struct line *ret, GError **error)
{
	*ret = (struct line){ .action = account->facet.action, .unit = account->unit };
	if (text_is_blank(unit))
		ret->unit = only_unit(account->lines, account->unit);
	else if (!find_unit(account, plan, unit, &ret->unit)) {
		g_autofree char *known = units_of(account, plan);
		g_autofree char *shown = text_quote(unit, strlen(unit));

		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT,
		    "åtgärden hör inte till förvaltningen %s; skriv någon av %s, eller "
		    "lägg "
		    "först in en mållinje dit i planen",
		    shown, known);
		return false;
	}
	ret->cost_kind =
	    cost_kind >= 0 ? (enum cost_kind)cost_kind : only_cost_kind(account->lines);
	for (guint i = 0; i < account->lines->len; i++) {
		const struct line *line = &g_array_index(account->lines, struct line, i);

		if (line->unit == ret->unit && line->cost_kind == ret->cost_kind)
			ret->id = line->id;
	}
	return true;
}

char *
post_own_ref(
    const struct plan *plan, const char *code, const struct line *line, int month)
{
	g_autofree char *period = month_text(month);

	return g_strjoin("|", code, period, plan_unit_name(plan, line->unit),
	    word_text(cost_kind_words, (int)line->cost_kind), NULL);
}

static bool
refuse_known(const struct session *s, const struct known_saving *known,
    const struct new_saving *saving, GError **error)
{
	g_autofree char *have = amount_text(amount_of(known->ore), MONEY_KR, 2);
	g_autofree char *month = month_text(known->month);

	if (known->in_this_change)
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT,
		    "samma utfall står två gånger i inläsningen (samma åtgärd, period, "
		    "förvaltning "
		    "och kostnadsslag, eller samma ref); slå ihop raderna eller ge dem "
		    "olika ref");
	else if (known->line != saving->line || known->month != saving->month)
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT,
		    "ref är redan använd för ett annat utfall (period %s, id "
		    "%" G_GINT64_FORMAT "); ge raden en egen ref",
		    month, known->id);
	else
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_EXISTS,
		    s->screen
		        ? "utfallet finns redan med %s kr; bokför det för sig, så kan "
		          "skillnaden bli en rättelse"
		        : "utfallet finns redan med %s kr; använd \"sparplan utfall "
		          "--ratta\" för att bokföra skillnaden som en rättelse",
		    have);
	return false;
}

/* The difference as a row that points at the first one. */
static bool
correct_known(struct session *s, const struct account *account, const struct line *line,
    const struct known_saving *known, const struct new_saving *saving, GError **error)
{
	bool back = known->reports <= 0; /* it was taken back: the saving stands again */
	struct facet facet = account->facet;
	struct new_saving row = *saving;
	int64_t id;

	row.ore = saving->ore - known->ore;
	row.reports = back ? 1 : 0;
	row.corrects = known->id;
	row.ref = NULL;
	facet.recipient = line->unit;
	facet.cost_kind = line->cost_kind;
	return store_add_saving(s->store, s->programme.id, &facet, &row, &id, error);
}

bool
post_apply(struct session *s, const struct account *account, struct line *line,
    const struct new_saving *saving, bool correct, int64_t *ret_id, bool *ret_known,
    GError **error)
{
	struct facet facet = account->facet;
	struct new_saving row = *saving;
	struct known_saving known;

	*ret_known = false;
	if (!line->id) {
		if (!store_need_line(s->store, line->action, line->unit, line->cost_kind,
		        &line->id, error))
			return false;
		g_array_append_val(account->lines, *line);
	}
	row.line = line->id;
	row.reports = 1;
	facet.recipient = line->unit;
	facet.cost_kind = line->cost_kind;
	if (!store_add_saving(s->store, s->programme.id, &facet, &row, ret_id, error))
		return false;
	if (*ret_id)
		return true;
	if (!store_find_saving(
	        s->store, s->programme.id, row.line, row.month, row.ref, &known, error))
		return false;
	*ret_id = known.id;
	if (known.in_this_change || known.line != row.line || known.month != row.month)
		return refuse_known(s, &known, &row, error);
	if (known.reports > 0 && known.ore == row.ore) {
		*ret_known = true;
		return true;
	}
	if (known.reports > 0 && !correct)
		return refuse_known(s, &known, &row, error);
	return correct_known(s, account, line, &known, &row, error);
}

static bool
post_one(struct session *s, const struct plan *plan, const struct saving_entry *entry,
    bool correct, struct saved *ret, GError **error)
{
	const struct action *action = plan_action(plan, entry->action);
	const char *document, *comment;
	struct account *account;
	struct line line;
	bool ok;

	if (!action) {
		session_no_action(plan, entry->action, error);
		return false;
	}
	account = account_new(plan, action);
	for (guint i = 0; i < plan->lines->len; i++)
		if (g_array_index(plan->lines, struct line, i).action == action->id)
			g_array_append_val(
			    account->lines, g_array_index(plan->lines, struct line, i));
	ok = session_text(s, entry->document, &document, error) &&
	     session_text(s, entry->comment, &comment, error) &&
	     account_place(account, plan, entry->unit, entry->cost_kind, &line, error);
	if (ok) {
		g_autofree char *own =
		    post_own_ref(plan, action->code, &line, entry->month);
		struct new_saving saving = { .month = entry->month,
			.ore = entry->ore,
			.ref = g_strcmp0(entry->ref, own) == 0 ? NULL : entry->ref,
			.document = document,
			.comment = comment };

		ok = post_apply(
		    s, account, &line, &saving, correct, &ret->id, &ret->known, error);
	}
	if (!ok)
		session_sentence(action->code, error);
	account_free(account);
	return ok;
}

bool
session_post(struct session *s, const struct saving_entry *entry, bool correct,
    struct saved *ret, GError **error)
{
	const struct plan *plan;
	bool ok;
	struct saved saved = { 0 };
	g_autofree char *month = month_text(entry->month);
	g_autofree char *note = g_strdup_printf("%s %s", entry->action, month);

	if (entry->ref && !g_utf8_validate(entry->ref, -1, NULL)) {
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT,
		    "Ref är inte UTF-8. Skriv den på nytt.");
		return false;
	}
	if (!month_valid(entry->month)) {
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT,
		    "Perioden måste vara en månad 2000-01 till 2099-12.");
		return false;
	}
	if (entry->ore > MONEY_MAX_ORE || entry->ore < -MONEY_MAX_ORE) {
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_RANGE,
		    "Beloppet är större än 1 000 000 mkr. Kontrollera enheten.");
		return false;
	}
	if (!session_begin_on(s, STORE_ACTIONS | STORE_LINES, &plan, error))
		return false;
	ok = post_one(s, plan, entry, correct, &saved, error);
	if (!session_end(s, ok, !saved.known, correct ? "rätta" : "utfall", note,
	        &saved.change, error))
		return false;
	*ret = saved;
	return true;
}
