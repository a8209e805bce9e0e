/*
 * import_savings.c - the ledger file: gathered in batches, sorted by line, then posted.
 *
 * Sorted rows go into the index by line almost in order, which is three to five times
 * faster than the file's own order by time; a batch keeps memory from growing with the
 * file.
 */
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "session/import.h"

#define BATCH_ROWS 262144

static const struct kind_info *const info = &exchange_kinds[EXCHANGE_SAVINGS];

struct pending {
	struct account *account;
	struct line line; /* id 0: to be made */
	int month;
	int row;
	int64_t ore;
	const char *file, *ref, *document, *comment; /* NULL: none */
};

struct savings_file {
	GHashTable *accounts; /* action code -> struct account * */
	GArray *batch;        /* struct pending */
	GStringChunk *text;   /* of the batch */
};

static void
start(struct importer *im)
{
	struct savings_file *file = g_new0(struct savings_file, 1);
	const struct plan *plan = im->plan;

	file->accounts = g_hash_table_new_full(
	    g_str_hash, g_str_equal, NULL, (GDestroyNotify)account_free);
	file->batch = g_array_new(FALSE, FALSE, sizeof(struct pending));
	file->text = g_string_chunk_new(1 << 20);
	for (guint i = 0; i < plan->actions->len; i++) {
		const struct action *action =
		    &g_array_index(plan->actions, struct action, i);

		g_hash_table_insert(file->accounts, (gpointer)(uintptr_t)action->code,
		    account_new(plan, action));
	}
	for (guint i = 0; i < plan->lines->len; i++) {
		const struct line *line = &g_array_index(plan->lines, struct line, i);
		const struct action *action = plan_action_by_id(plan, line->action);
		struct account *account =
		    action ? g_hash_table_lookup(file->accounts, action->code) : NULL;

		if (account)
			g_array_append_val(account->lines, *line);
	}
	im->state = file;
}

static void
end(struct importer *im)
{
	struct savings_file *file = im->state;

	g_hash_table_destroy(file->accounts);
	g_array_unref(file->batch);
	g_string_chunk_free(file->text);
	g_free(file);
}

static gint
by_line_and_month(gconstpointer a, gconstpointer b)
{
	const struct pending *x = a, *y = b;

	if (x->line.id != y->line.id)
		return x->line.id < y->line.id ? -1 : 1;
	if (x->month != y->month)
		return x->month - y->month;
	return x->row - y->row;
}

/* A ref that says what our own would say is our own: an export read back is known again.
 */
static const char *
given_ref(const struct plan *plan, const char *code, const struct pending *p)
{
	g_autofree char *own = NULL;

	if (!p->ref || !g_str_has_prefix(p->ref, code))
		return p->ref;
	own = post_own_ref(plan, code, &p->line, p->month);
	return strcmp(own, p->ref) == 0 ? NULL : p->ref;
}

static bool
post_pending(struct importer *im, struct pending *p, GError **error)
{
	struct new_saving saving = { .month = p->month,
		.ore = p->ore,
		.ref = p->ref,
		.document = p->document,
		.comment = p->comment };
	GError *refused = NULL;
	int64_t id;
	bool known;

	for (guint i = 0; !p->line.id && i < p->account->lines->len; i++) {
		const struct line *line =
		    &g_array_index(p->account->lines, struct line, i);

		if (line->unit == p->line.unit && line->cost_kind == p->line.cost_kind)
			p->line.id = line->id; /* made by an earlier row */
	}
	if (post_apply(im->session, p->account, &p->line, &saving, false, &id, &known,
	        &refused)) {
		import_count(im, known, known);
		return true;
	}
	if (!g_error_matches(refused, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT) &&
	    !g_error_matches(refused, SPARPLAN_ERROR, SPARPLAN_ERROR_EXISTS)) {
		g_propagate_error(error, refused);
		return false;
	}
	rejects_add(im->rejects, p->file, p->row, NULL, "%s", refused->message);
	g_error_free(refused);
	return true;
}

static bool
flush(struct importer *im, GError **error)
{
	struct savings_file *file = im->state;
	bool ok = true;

	/* with rejects nothing will be kept: the rest is only read to list every fault */
	if (rejects_count(im->rejects) == 0) {
		g_array_sort(file->batch, by_line_and_month);
		for (guint i = 0; ok && i < file->batch->len; i++)
			ok = post_pending(
			    im, &g_array_index(file->batch, struct pending, i), error);
	}
	g_array_set_size(file->batch, 0);
	g_string_chunk_clear(file->text);
	return ok;
}

static const char *
keep(struct savings_file *file, const struct value *value)
{
	return value->given ? g_string_chunk_insert(file->text, value->text) : NULL;
}

static bool
saving_row(void *user, const struct row *row, struct rejects *rejects, GError **error)
{
	struct importer *im = user;
	struct savings_file *file = im->state;
	const struct value *v = row->values;
	struct pending p = { .month = v[SAVING_PERIOD].number,
		.row = row->line,
		.ore = v[SAVING_AMOUNT].amount.ore };
	int cost_kind = -1;
	GError *refused = NULL;

	(void)rejects;
	p.account = g_hash_table_lookup(file->accounts, v[SAVING_ID].text);
	if (!p.account) {
		import_action(
		    im, row, info, SAVING_ID); /* refuses it with the nearest id */
		return true;
	}
	if (!import_word(im, row, info, SAVING_COST_KIND, cost_kind_words, &cost_kind))
		return true;
	if (!account_place(p.account, im->plan,
	        v[SAVING_UNIT].given ? v[SAVING_UNIT].text : NULL, cost_kind, &p.line,
	        &refused)) {
		import_refuse(im, row, import_column(row, info, SAVING_UNIT), &refused);
		return true;
	}
	if (!v[SAVING_AMOUNT].given) {
		im->result->blank++;
		return true;
	}
	p.file = g_string_chunk_insert_const(im->text, row->file);
	p.ref = v[SAVING_REF].given ? v[SAVING_REF].text : NULL;
	p.ref = given_ref(im->plan, v[SAVING_ID].text, &p);
	p.ref = p.ref ? g_string_chunk_insert(file->text, p.ref) : NULL;
	p.document = keep(file, &v[SAVING_DOCUMENT]);
	p.comment = keep(file, &v[SAVING_COMMENT]);
	g_array_append_val(file->batch, p);
	return file->batch->len < BATCH_ROWS || flush(im, error);
}

const struct import_kind import_savings_kind = { STORE_ACTIONS | STORE_LINES, start,
	saving_row, flush, end };
