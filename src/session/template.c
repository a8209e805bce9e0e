/*
 * template.c - what the follow-up template shows: the actions, the year's targets and
 * what was realised at the round before.
 */
#include "session/template.h"

#include <string.h>

#include "base/error.h"
#include "calendar/month.h"
#include "calendar/round.h"
#include "session/narrow.h"
#include "session/progress.h"
#include "session/state.h"

static const char *
keep(struct template_file *form, const char *text)
{
	return g_string_chunk_insert_const(form->text, text);
}

/* The latest round that ends earlier the same year; NULL for none. */
static const struct round *
round_before(const struct progress *p)
{
	const struct round *found = NULL;

	for (guint i = 0; i < p->followup->rounds->len; i++) {
		const struct round *r =
		    &g_array_index(p->followup->rounds, struct round, i);

		if (r->cutoff < p->month &&
		    month_year(r->cutoff) == month_year(p->month) &&
		    (!found || r->cutoff > found->cutoff))
			found = r;
	}
	return found;
}

static void
add_row(struct template_file *form, const struct progress_row *from,
    const struct round *before)
{
	struct template_row row;

	for (int c = 0; c < TEMPLATE_COLUMN__N; c++) {
		row.text[c] = "";
		row.amount[c] = AMOUNT_NONE;
	}
	row.text[TEMPLATE_ID] = keep(form, from->action->code);
	row.text[TEMPLATE_NAME] = keep(form, from->action->name);
	row.text[TEMPLATE_ROUND] = form->round;
	row.text[TEMPLATE_PROGRAMME] = form->programme;
	row.text[TEMPLATE_UNIT] = keep(form, from->action->unit);
	row.text[TEMPLATE_CHANGE] = form->change;
	row.amount[TEMPLATE_TARGET] = from->target;
	if (before)
		row.amount[TEMPLATE_BEFORE] =
		    from->months[month_of_year(before->cutoff) - 1];
	g_array_append_val(form->rows, row);
}

static bool
fill(struct template_file *form, const struct progress *p, const char *unit_name,
    GError **error)
{
	const struct round *before = round_before(p);
	const struct unit *unit = NULL;

	if (unit_name && !narrow_find(p->plan, unit_name, &unit, error))
		return false;
	form->unit = unit ? keep(form, unit->name) : "";
	form->before = before ? keep(form, before->label) : "";
	for (guint i = 0; i < p->rows->len; i++) {
		const struct progress_row *row =
		    &g_array_index(p->rows, struct progress_row, i);

		if (!unit || narrow_has(p->plan, unit, row->action))
			add_row(form, row, before);
	}
	if (form->rows->len > 0)
		return true;
	g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_NOT_FOUND,
	    "%s har inga åtgärder, så det finns inget att fylla i.",
	    unit ? unit->name : "Programmet");
	return false;
}

/* The round's label and month; that of a closed one is refused, as its answers would be.
 */
static bool
find_round(
    struct session *s, const char *text, char **ret, int *ret_month, GError **error)
{
	g_autoptr(GStringChunk) pool = g_string_chunk_new(256);
	g_autoptr(GArray) rounds = NULL;

	*ret = NULL;
	*ret_month = 0;
	if (!text)
		return true;
	if (!round_parse(text, ret, ret_month, error)) {
		session_sentence("omgång", error);
		return false;
	}
	if (!store_read_round_states(
	        s->store, s->programme.id, STORE_NOW, pool, &rounds, error))
		return false;
	for (guint i = 0; i < rounds->len; i++) {
		const struct stored_round *r =
		    &g_array_index(rounds, struct stored_round, i);

		if (!r->closed || strcmp(r->label, *ret) != 0)
			continue;
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT,
		    "Omgången %s är stängd och tar inte emot fler rapporter. Öppna den "
		    "med \"sparplan omgang %s --oppna\", eller gör mallen för en annan "
		    "omgång.",
		    *ret, *ret);
		return false;
	}
	return true;
}

static struct template_file *
form_new(struct session *s, const struct last_change *last, const char *round)
{
	struct template_file *form = g_new0(struct template_file, 1);
	g_autofree char *change = g_strdup_printf("#%" G_GINT64_FORMAT, last->number);

	form->rows = g_array_new(FALSE, FALSE, sizeof(struct template_row));
	form->text = g_string_chunk_new(4096);
	form->programme = keep(form, s->programme.code);
	form->round = keep(form, round);
	form->change = keep(form, change);
	form->at_ms = last->at_ms;
	return form;
}

bool
session_template(struct session *s, const struct template_query *query,
    struct template_file **ret, GError **error)
{
	struct last_change last = { 0 };
	struct progress *p = NULL;
	g_autofree char *label = NULL;
	struct template_file *form = NULL;
	int month;
	bool ok;

	/* the change first: what is written meanwhile is then told as changed since */
	ok = find_round(s, query->round, &label, &month, error) &&
	     session_last_change(s, &last, error) &&
	     session_progress(s, month, &p, error);
	if (ok) {
		form = form_new(s, &last, label ? label : p->round);
		ok = fill(form, p, query->unit, error);
	}
	last_change_clear(&last);
	progress_free(p);
	if (ok)
		*ret = form;
	else
		template_free(form);
	return ok;
}

static const char *
unit_of(const struct template_file *form, guint row)
{
	return g_array_index(form->rows, struct template_row, row).text[TEMPLATE_UNIT];
}

GPtrArray *
template_units(const struct template_file *form)
{
	GPtrArray *units = g_ptr_array_new();

	for (guint i = 0; i < form->rows->len; i++)
		if (!g_ptr_array_find_with_equal_func(
		        units, unit_of(form, i), g_str_equal, NULL))
			g_ptr_array_add(units, (gpointer)(uintptr_t)unit_of(form, i));
	return units;
}

struct template_file
template_of_unit(const struct template_file *form, const char *unit)
{
	struct template_file part = *form;

	part.unit = *unit ? unit : "åtgärder utan förvaltning";
	part.rows = g_array_new(FALSE, FALSE, sizeof(struct template_row));
	for (guint i = 0; i < form->rows->len; i++)
		if (strcmp(unit_of(form, i), unit) == 0)
			g_array_append_vals(part.rows,
			    &g_array_index(form->rows, struct template_row, i), 1);
	return part;
}
