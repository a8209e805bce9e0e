/* import_plan.c - the plan file: several rows of one id are several target lines of it.
 */
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "money/money_format.h"
#include "session/import.h"

static const struct kind_info *const info = &exchange_kinds[EXCHANGE_PLAN];

/* One action of the file, gathered from its rows. */
struct entry {
	struct action action;
	const struct action *current;
	int said[ACTION_FIELD__N]; /* the line that said it; 0: nobody */
	GArray *targets;           /* struct target_edit */
	bool any_amount;
	const char *file;
	int line;
};

static void
entry_free(gpointer data)
{
	struct entry *entry = data;

	g_array_unref(entry->targets);
	g_free(entry);
}

/* Entries in the file's order, and where each id is. */
struct plan_file {
	GPtrArray *entries;
	GHashTable *by_code;
};

static void
start(struct importer *im)
{
	struct plan_file *file = g_new0(struct plan_file, 1);

	file->entries = g_ptr_array_new_with_free_func(entry_free);
	file->by_code = g_hash_table_new(g_str_hash, g_str_equal);
	im->state = file;
}

static void
end(struct importer *im)
{
	struct plan_file *file = im->state;

	g_hash_table_destroy(file->by_code);
	g_ptr_array_unref(file->entries);
	g_free(file);
}

static struct entry *
entry_of(struct importer *im, const struct row *row)
{
	struct plan_file *file = im->state;
	const char *code = row->values[PLAN_ID].text;
	struct entry *entry = g_hash_table_lookup(file->by_code, code);

	if (entry)
		return entry;
	entry = g_new0(struct entry, 1);
	entry->current = plan_action(im->plan, code);
	if (entry->current)
		entry->action = *entry->current;
	else
		action_init(&entry->action, g_string_chunk_insert(im->text, code));
	entry->targets = g_array_new(FALSE, FALSE, sizeof(struct target_edit));
	entry->file = g_string_chunk_insert_const(im->text, row->file);
	entry->line = row->line;
	g_ptr_array_add(file->entries, entry);
	g_hash_table_insert(
	    file->by_code, (gpointer)(uintptr_t)entry->action.code, entry);
	return entry;
}

/* A blank cell says nothing; two rows of an id may not say different things. */
static void
take_field(struct importer *im, const struct row *row, struct entry *entry, int column,
    enum action_field field)
{
	const struct value *value = &row->values[column];
	struct action next = entry->action;
	GError *error = NULL;

	if (!value->given)
		return;
	if (!action_set(&next, field, value->text, im->text, &error)) {
		import_refuse(im, row, import_column(row, info, column), &error);
		return;
	}
	if (entry->said[field] &&
	    strcmp(action_get(&next, field), action_get(&entry->action, field)) != 0) {
		g_autofree char *other = text_display(action_get(&entry->action, field));

		rejects_add(im->rejects, row->file, row->line,
		    import_column(row, info, column),
		    "rad %d säger \"%s\" om samma åtgärd; skriv samma sak på alla dess "
		    "rader, eller "
		    "bara på en",
		    entry->said[field], other);
		return;
	}
	entry->action = next;
	entry->said[field] = row->line;
}

static void
add_target(struct importer *im, const struct row *row, struct entry *entry,
    const char *recipient, enum cost_kind kind, int year, struct amount amount,
    const char *column)
{
	struct target_edit edit = { recipient, kind, year, amount };

	for (guint i = 0; i < entry->targets->len; i++) {
		const struct target_edit *t =
		    &g_array_index(entry->targets, struct target_edit, i);

		if (t->year == year && t->cost_kind == kind &&
		    g_strcmp0(t->recipient, recipient) == 0 && year >= 0) {
			rejects_add(im->rejects, row->file, row->line, column,
			    "åtgärden har redan ett belopp för samma år, mottagare och "
			    "kostnadsslag "
			    "på en tidigare rad; slå ihop dem");
			return;
		}
	}
	g_array_append_val(entry->targets, edit);
	entry->any_amount |= amount.known;
}

/* kontrollsumma: the row's years, or hela perioden where no year has an amount. */
static void
check_sum(struct importer *im, const struct row *row)
{
	struct amount sum = AMOUNT_NONE;
	struct amount said = row->values[PLAN_CHECKSUM].amount;

	if (!row->values[PLAN_CHECKSUM].given || row->refused)
		return;
	for (int i = 0; i < row->n_years; i++)
		amount_total(&sum, row->years[i].amount);
	if (!sum.known)
		sum = row->values[PLAN_WHOLE].amount;
	if (!amount_equal(sum, said)) {
		g_autoptr(GString) is = g_string_new(NULL);

		amount_append_exact(is, sum, MONEY_MKR, 1, ',');
		if (sum.known)
			g_string_append(is, " mkr");
		rejects_add(im->rejects, row->file, row->line,
		    import_column(row, info, PLAN_CHECKSUM),
		    "radens år summerar till %s; rätta kontrollsumman eller beloppen",
		    sum.known ? is->str : "inget belopp alls");
	}
}

static void
take_amounts(struct importer *im, const struct row *row, struct entry *entry)
{
	const struct value *to = &row->values[PLAN_RECIPIENT];
	const char *recipient =
	    to->given ? g_string_chunk_insert_const(im->text, to->text) : NULL;
	int kind = COST_UNSPECIFIED;
	bool any = false;

	if (!import_word(im, row, info, PLAN_COST_KIND, cost_kind_words, &kind))
		return;
	for (int i = 0; i < row->n_years; i++)
		if (row->years[i].amount.known) {
			any = true;
			add_target(im, row, entry, recipient, (enum cost_kind)kind,
			    row->years[i].year, row->years[i].amount,
			    row->years[i].header);
		}
	if (row->values[PLAN_WHOLE].given) {
		any = true;
		add_target(im, row, entry, recipient, (enum cost_kind)kind, 0,
		    row->values[PLAN_WHOLE].amount, import_column(row, info, PLAN_WHOLE));
	}
	/* a line that is named but has no amount is still a line: savings may fall on it
	 */
	if (!any && (to->given || row->values[PLAN_COST_KIND].given))
		add_target(im, row, entry, recipient, (enum cost_kind)kind, -1,
		    AMOUNT_NONE, NULL);
}

static bool
plan_row(void *user, const struct row *row, struct rejects *rejects, GError **error)
{
	struct importer *im = user;
	struct entry *entry;

	(void)rejects;
	(void)error;
	if (!row->values[PLAN_ID].given)
		return true; /* refused already */
	entry = entry_of(im, row);
	for (int c = 0; c < PLAN_COLUMN__N; c++) {
		enum action_field field;

		if (row->values[c].given && plan_column_field(c, &field))
			take_field(im, row, entry, c, field);
	}
	check_sum(im, row);
	take_amounts(im, row, entry);
	return true;
}

static void
check_entry(struct importer *im, const struct entry *entry)
{
	if (entry->current)
		return;
	for (int f = 0; f < ACTION_FIELD__N; f++)
		if (action_fields[f].required &&
		    !action_get(&entry->action, (enum action_field)f)[0])
			rejects_add(im->rejects, entry->file, entry->line,
			    action_fields[f].name,
			    f == ACTION_NAME
			        ? "en ny åtgärd måste ha en benämning; fyll i cellen"
			        : "en ny åtgärd måste ha en förvaltning; fyll i cellen");
}

static bool
apply_entry(struct importer *im, struct entry *entry, GError **error)
{
	struct action_edit edit = { .action = &entry->action,
		.targets = (const struct target_edit *)(const void *)entry->targets->data,
		.n_targets = entry->targets->len };
	enum edit_outcome outcome;
	GError *refused = NULL;
	int version;

	if (!entry->current && !entry->said[ACTION_STAGE])
		entry->action.stage = entry->any_amount ? 1 : 0;
	if (!edit_apply(&im->names, entry->current, &edit, true, &outcome, &version,
	        &im->result->targets, &refused)) {
		if (!g_error_matches(refused, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT)) {
			g_propagate_error(error, refused);
			return false;
		}
		rejects_add(
		    im->rejects, entry->file, entry->line, NULL, "%s", refused->message);
		g_error_free(refused);
		return true;
	}
	import_count(im, outcome != EDIT_ADDED, outcome == EDIT_SAME);
	return true;
}

static bool
finish(struct importer *im, GError **error)
{
	struct plan_file *file = im->state;

	for (guint i = 0; i < file->entries->len; i++)
		check_entry(im, file->entries->pdata[i]);
	if (rejects_count(im->rejects))
		return true;
	for (guint i = 0; i < file->entries->len; i++)
		if (!apply_entry(im, file->entries->pdata[i], error))
			return false;
	return true;
}

const struct import_kind import_plan_kind = { STORE_ACTIONS, start, plan_row, finish,
	end };
