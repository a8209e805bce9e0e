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
#include "exchange/template.h"
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
	const char *amount_column, *ref_column;      /* as the file names them */
};

struct savings_file {
	GHashTable *accounts; /* action code -> struct account * */
	GArray *batch;        /* struct pending */
	GStringChunk *text;   /* of the batch */
	GHashTable *met;      /* ids of savings that were known before (int64_t *) */
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
	file->met = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
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
	g_hash_table_destroy(file->met);
	g_free(file);
}

/* What rows are sorted by; the rows themselves are too large to move about. */
struct place {
	int64_t line;
	int month;
	guint row; /* in the batch */
};

static gint
by_line_and_month(gconstpointer a, gconstpointer b)
{
	const struct place *x = a, *y = b;

	if (x->line != y->line)
		return x->line < y->line ? -1 : 1;
	if (x->month != y->month)
		return x->month - y->month;
	return x->row < y->row ? -1 : 1;
}

static GArray *
sorted_places(const GArray *batch)
{
	GArray *places =
	    g_array_sized_new(FALSE, FALSE, sizeof(struct place), batch->len);

	for (guint i = 0; i < batch->len; i++) {
		const struct pending *p = &g_array_index(batch, struct pending, i);
		struct place place = { p->line.id, p->month, i };

		g_array_append_val(places, place);
	}
	g_array_sort(places, by_line_and_month);
	return places;
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

/* Make the lines that are named but not there yet, once each. */
static bool
need_lines(struct importer *im, GArray *batch, GError **error)
{
	for (guint i = 0; i < batch->len; i++) {
		struct pending *p = &g_array_index(batch, struct pending, i);

		for (guint k = 0; !p->line.id && k < p->account->lines->len; k++) {
			const struct line *line =
			    &g_array_index(p->account->lines, struct line, k);

			if (line->unit == p->line.unit &&
			    line->cost_kind == p->line.cost_kind)
				p->line.id = line->id;
		}
		if (p->line.id)
			continue;
		if (!store_need_line(im->session->store, p->line.action, p->line.unit,
		        p->line.cost_kind, &p->line.id, error))
			return false;
		g_array_append_val(p->account->lines, p->line);
	}
	return true;
}

static struct new_saving
saving_of(const struct pending *p)
{
	return (struct new_saving){ .line = p->line.id,
		.month = p->month,
		.ore = p->ore,
		.reports = 1,
		.ref = p->ref,
		.document = p->document,
		.comment = p->comment };
}

/* A row that the ledger has already, or that stands twice: known, or refused. */
static bool
meet_known(struct importer *im, struct pending *p, GError **error)
{
	struct savings_file *file = im->state;
	struct new_saving saving = saving_of(p);
	GError *refused = NULL;
	int64_t id;
	bool known;

	if (post_apply(im->session, p->account, &p->line, &saving, false, &id, &known,
	        &refused)) {
		if (known && !g_hash_table_add(file->met, g_memdup2(&id, sizeof(id)))) {
			rejects_add(im->rejects, p->file, p->row, p->ref_column,
			    "samma utfall står två gånger i inläsningen; ta bort den ena "
			    "raden");
			return true;
		}
		import_count(im, known, known);
		return true;
	}
	if (!g_error_matches(refused, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT) &&
	    !g_error_matches(refused, SPARPLAN_ERROR, SPARPLAN_ERROR_EXISTS)) {
		g_propagate_error(error, refused);
		return false;
	}
	rejects_add(im->rejects, p->file, p->row,
	    refused->code == SPARPLAN_ERROR_EXISTS ? p->amount_column : p->ref_column,
	    "%s", refused->message);
	g_error_free(refused);
	return true;
}

/* Savings `from`..`to` fall on the line and month of `p`: one posting. */
static bool
post_run(struct importer *im, const struct pending *p, const struct new_saving *savings,
    const bool *added, guint from, guint to, GError **error)
{
	struct facet facet = p->account->facet;
	int64_t ore = 0;
	int reports = 0;

	for (guint i = from; i < to; i++)
		if (added[i]) {
			if (!money_add(ore, savings[i].ore, &ore)) {
				g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_RANGE,
				    "Summan av utfallen blir för stor att räkna med.");
				return false;
			}
			reports++;
		}
	facet.recipient = p->line.unit;
	facet.cost_kind = p->line.cost_kind;
	im->result->added += reports;
	return reports == 0 ||
	       store_post_saving(im->session->store, im->session->programme.id, &facet,
	           p->month, ore, reports, error);
}

static bool
post_batch(struct importer *im, GArray *batch, GError **error)
{
	g_autofree struct new_saving *savings = g_new(struct new_saving, batch->len + 1);
	g_autofree bool *added = g_new0(bool, batch->len + 1);
	g_autoptr(GArray) places = NULL;
	guint from = 0;

	if (!need_lines(im, batch, error))
		return false;
	places = sorted_places(batch);
	for (guint i = 0; i < batch->len; i++)
		savings[i] = saving_of(&g_array_index(
		    batch, struct pending, g_array_index(places, struct place, i).row));
	if (!store_add_savings(im->session->store, im->session->programme.id, savings,
	        batch->len, added, error))
		return false;
	for (guint i = 0; i < batch->len; i++) {
		struct pending *p = &g_array_index(
		    batch, struct pending, g_array_index(places, struct place, i).row);

		if (i + 1 == batch->len || savings[i + 1].line != savings[i].line ||
		    savings[i + 1].month != savings[i].month) {
			if (!post_run(im, p, savings, added, from, i + 1, error))
				return false;
			from = i + 1;
		}
		if (!added[i] && !meet_known(im, p, error))
			return false;
	}
	return true;
}

static bool
flush(struct importer *im, GError **error)
{
	struct savings_file *file = im->state;
	bool ok = true;

	/* with rejects too, although nothing will be kept: every fault is to be listed */
	if (file->batch->len)
		ok = post_batch(im, file->batch, error);
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
	/* what is posted must be there before a difference from it is made */
	if (row->kind == &template_kind)
		return flush(im, error) && import_template_row(im, row, error);
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
	if (row->refused)
		return true;
	if (!v[SAVING_AMOUNT].given) {
		im->result->blank++;
		return true;
	}
	p.amount_column = g_string_chunk_insert_const(
	    im->text, import_column(row, info, SAVING_AMOUNT));
	p.ref_column = g_string_chunk_insert_const(im->text,
	    import_column(row, info, v[SAVING_REF].given ? SAVING_REF : SAVING_ID));
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
