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

#define BATCH_ROWS 131072

static const struct kind_info *const info = &exchange_kinds[EXCHANGE_SAVINGS];

/* What a file calls things, for rejects; by whether a ref is given. */
struct origin {
	const char *file, *amount_column, *ref_columns[2];
};

/* A quarter of a million of these at a time: nothing stands here that can be found. */
struct pending {
	struct account *account;
	const struct line *line;
	const struct origin *origin;
	int64_t ore;
	const char *texts; /* ref, document and comment in a row; NULL: none of them */
	int month;
	int row;
	bool has_ref; /* the file gave one, be it ours */
};

struct savings_file {
	GHashTable
	    *accounts;    /* action code -> struct account *, with the lines there were */
	GHashTable *made; /* struct account * -> GPtrArray of struct line * */
	GArray *batch;    /* struct pending */
	GStringChunk *text; /* of the batch */
	GPtrArray *origins; /* struct origin *, the last is of the file in hand */
	GString *scratch;
	GHashTable *met; /* ids of savings that were known before (int64_t *) */
};

static void
start(struct importer *im)
{
	struct savings_file *file = g_new0(struct savings_file, 1);
	const struct plan *plan = im->plan;

	file->accounts = g_hash_table_new_full(
	    g_str_hash, g_str_equal, NULL, (GDestroyNotify)account_free);
	file->made =
	    g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_ptr_array_unref);
	file->batch = g_array_new(FALSE, FALSE, sizeof(struct pending));
	file->text = g_string_chunk_new(1 << 20);
	file->origins = g_ptr_array_new_with_free_func(g_free);
	file->scratch = g_string_new(NULL);
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

	g_hash_table_destroy(file->made);
	g_hash_table_destroy(file->accounts);
	g_array_unref(file->batch);
	g_string_chunk_free(file->text);
	g_ptr_array_unref(file->origins);
	g_string_free(file->scratch, TRUE);
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
		struct place place = { p->line->id, p->month, i };

		g_array_append_val(places, place);
	}
	g_array_sort(places, by_line_and_month);
	return places;
}

static const struct pending *
pending_at(const GArray *batch, const struct place *place)
{
	return &g_array_index(batch, struct pending, place->row);
}

static struct new_saving
saving_of(const struct pending *p, int64_t line)
{
	struct new_saving saving = {
		.line = line, .month = p->month, .ore = p->ore, .reports = 1
	};

	if (p->texts) {
		saving.ref = p->texts;
		saving.document = saving.ref + strlen(saving.ref) + 1;
		saving.comment = saving.document + strlen(saving.document) + 1;
	}
	return saving;
}

/* A row that the ledger has already, or that stands twice: known, or refused. */
static bool
meet_known(struct importer *im, const struct pending *p, GError **error)
{
	struct savings_file *file = im->state;
	const struct origin *origin = p->origin;
	const char *ref_column = origin->ref_columns[p->has_ref];
	struct new_saving saving = saving_of(p, p->line->id);
	struct line line = *p->line;
	GError *refused = NULL;
	int64_t id;
	bool known;

	if (post_apply(
	        im->session, p->account, &line, &saving, false, &id, &known, &refused)) {
		if (known && !g_hash_table_add(file->met, g_memdup2(&id, sizeof(id)))) {
			rejects_add(im->rejects, origin->file, p->row, ref_column,
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
	rejects_add(im->rejects, origin->file, p->row,
	    refused->code == SPARPLAN_ERROR_EXISTS ? origin->amount_column : ref_column,
	    "%s", refused->message);
	g_error_free(refused);
	return true;
}

/* The first of the rows that falls on another line or month, at most `n`. */
static guint
run_end(const struct place *places, guint from, guint n)
{
	guint to = from + 1;

	while (to < n && places[to].line == places[from].line &&
	       places[to].month == places[from].month)
		to++;
	return to;
}

/* Those that were added of the rows on one line and month: one posting. */
static bool
post_run(struct importer *im, const GArray *batch, const struct place *places,
    const bool *added, guint n, GError **error)
{
	const struct pending *first = pending_at(batch, places);
	struct facet facet = first->account->facet;
	int64_t ore = 0;
	int reports = 0;

	for (guint i = 0; i < n; i++)
		if (added[i]) {
			if (!money_add(ore, pending_at(batch, &places[i])->ore, &ore)) {
				g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_RANGE,
				    "Summan av utfallen blir för stor att räkna med.");
				return false;
			}
			reports++;
		}
	facet.recipient = first->line->unit;
	facet.cost_kind = first->line->cost_kind;
	im->result->added += reports;
	return reports == 0 ||
	       store_post_saving(im->session->store, im->session->programme.id, &facet,
	           first->month, ore, reports, error);
}

/* At most STORE_PIECE rows: what is read of them for the ledger is still at hand when
 * they are posted. */
static bool
post_piece(struct importer *im, const GArray *batch, const struct place *places, guint n,
    GError **error)
{
	g_autofree struct new_saving *savings = g_new(struct new_saving, n);
	g_autofree bool *added = g_new0(bool, n);

	for (guint i = 0; i < n; i++)
		savings[i] = saving_of(pending_at(batch, &places[i]), places[i].line);
	if (!store_add_savings(
	        im->session->store, im->session->programme.id, savings, n, added, error))
		return false;
	for (guint from = 0, to; from < n; from = to) {
		to = run_end(places, from, n);
		if (!post_run(im, batch, places + from, added + from, to - from, error))
			return false;
	}
	for (guint i = 0; i < n; i++)
		if (!added[i] && !meet_known(im, pending_at(batch, &places[i]), error))
			return false;
	return true;
}

static bool
post_batch(struct importer *im, const GArray *batch, GError **error)
{
	g_autoptr(GArray) places = sorted_places(batch);
	bool ok = true;

	for (guint at = 0; ok && at < batch->len; at += STORE_PIECE)
		ok = post_piece(im, batch, &g_array_index(places, struct place, at),
		    MIN(batch->len - at, STORE_PIECE), error);
	return ok;
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

static const struct line *
same_line(const struct line *line, const struct line *place)
{
	return line->unit == place->unit && line->cost_kind == place->cost_kind ? line
	                                                                        : NULL;
}

/* The line of a place, made when there is none.  Those that are made are not among the
 * account's, by which rows without a place are placed: or the order of rows would tell.
 */
static bool
find_line(struct importer *im, struct account *account, struct line *place,
    const struct line **ret, GError **error)
{
	struct savings_file *file = im->state;
	GPtrArray *made = g_hash_table_lookup(file->made, account);

	*ret = NULL;
	for (guint i = 0; i < account->lines->len && !*ret; i++)
		*ret = same_line(&g_array_index(account->lines, struct line, i), place);
	for (guint i = 0; made && i < made->len && !*ret; i++)
		*ret = same_line(g_ptr_array_index(made, i), place);
	if (*ret)
		return true;
	if (!store_need_line(im->session->store, place->action, place->unit,
	        place->cost_kind, &place->id, error))
		return false;
	/* a template after this file is to see what is posted on it */
	g_array_append_val(im->plan->lines, *place);
	if (!made) {
		made = g_ptr_array_new_with_free_func(g_free);
		g_hash_table_insert(file->made, account, made);
	}
	*ret = g_memdup2(place, sizeof(*place));
	g_ptr_array_add(made, (gpointer)(uintptr_t)*ret);
	return true;
}

static const struct origin *
origin_of(struct importer *im, const struct row *row)
{
	GPtrArray *origins = ((struct savings_file *)im->state)->origins;
	struct origin *origin =
	    origins->len > 0 ? g_ptr_array_index(origins, origins->len - 1) : NULL;

	if (origin && strcmp(origin->file, row->file) == 0)
		return origin;
	origin = g_new0(struct origin, 1);
	origin->file = g_string_chunk_insert_const(im->text, row->file);
	origin->amount_column = g_string_chunk_insert_const(
	    im->text, import_column(row, info, SAVING_AMOUNT));
	origin->ref_columns[false] =
	    g_string_chunk_insert_const(im->text, import_column(row, info, SAVING_ID));
	origin->ref_columns[true] =
	    g_string_chunk_insert_const(im->text, import_column(row, info, SAVING_REF));
	g_ptr_array_add(origins, origin);
	return origin;
}

/* A ref that says what our own would say is our own: an export read back is known again.
 */
static const char *
given_ref(const struct plan *plan, const struct value *v, const struct pending *p)
{
	const char *ref = import_text(&v[SAVING_REF]);
	g_autofree char *own = NULL;

	if (!g_str_has_prefix(ref, v[SAVING_ID].text))
		return ref;
	own = post_own_ref(plan, v[SAVING_ID].text, p->line, p->month);
	return strcmp(own, ref) == 0 ? "" : ref;
}

/* The row's texts, kept until the batch is posted. */
static const char *
keep_texts(struct importer *im, const struct value *v, const struct pending *p)
{
	struct savings_file *file = im->state;
	GString *to = file->scratch;

	g_string_assign(to, given_ref(im->plan, v, p));
	g_string_append_c(to, '\0');
	g_string_append(to, import_text(&v[SAVING_DOCUMENT]));
	g_string_append_c(to, '\0');
	g_string_append(to, import_text(&v[SAVING_COMMENT]));
	return to->len > 2
	           ? g_string_chunk_insert_len(file->text, to->str, (gssize)to->len)
	           : NULL;
}

static bool
saving_row(void *user, const struct row *row, struct rejects *rejects, GError **error)
{
	struct importer *im = user;
	struct savings_file *file = im->state;
	const struct value *v = row->values;
	struct pending p = { .month = v[SAVING_PERIOD].number,
		.row = row->line,
		.ore = v[SAVING_AMOUNT].amount.ore,
		.has_ref = v[SAVING_REF].given };
	int cost_kind = -1;
	struct line line;
	GError *refused = NULL;

	(void)rejects;
	/* what is posted must be there before a difference from it is made */
	if (row->kind == &template_kind)
		return flush(im, error) && import_template_row(im, row, error);
	/* what it says of the year was right without this row */
	if (v[SAVING_ID].given && import_template_year(im, v[SAVING_ID].text)) {
		rejects_add(im->rejects, row->file, row->line,
		    import_column(row, info, SAVING_ID),
		    "en mall som lästes före den här filen säger vad åtgärden har gett i "
		    "år; läs in dem var för sig, utfallen först");
		return true;
	}
	p.account = g_hash_table_lookup(file->accounts, v[SAVING_ID].text);
	if (!p.account) {
		import_action(
		    im, row, info, SAVING_ID); /* refuses it with the nearest id */
		return true;
	}
	if (!import_word(im, row, info, SAVING_COST_KIND, cost_kind_words, &cost_kind))
		return true;
	if (!account_place(p.account, im->plan,
	        v[SAVING_UNIT].given ? v[SAVING_UNIT].text : NULL, cost_kind, &line,
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
	if (!find_line(im, p.account, &line, &p.line, error))
		return false;
	p.origin = origin_of(im, row);
	p.texts = keep_texts(im, v, &p);
	g_array_append_val(file->batch, p);
	return file->batch->len < BATCH_ROWS || flush(im, error);
}

const struct import_kind import_savings_kind = { STORE_ACTIONS | STORE_LINES, start,
	saving_row, flush, end };
