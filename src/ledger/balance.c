/*
 * balance.c - a book of yearly sums: one row per (grouping, counts, key, year).
 */
#include "ledger/balance.h"

#include "base/error.h"
#include "money/amount.h"

/* The rows are their own keys: a set hashed on the four fields that name a row.  Postings
 * come line by line, month by month: those of one year fall on the same rows. */
struct balance_book {
	GHashTable *rows; /* struct balance *, owned */
	struct {
		struct facet facet;
		int year;
		struct balance *rows[GROUPING_MONTH]; /* the first NULL: of none yet */
	} last;
};

int64_t
facet_key(const struct facet *facet, enum grouping grouping)
{
	switch (grouping) {
	case GROUPING_UNIT:
		return facet->unit;
	case GROUPING_RECIPIENT:
		return facet->recipient;
	case GROUPING_KIND:
		return facet->kind;
	case GROUPING_AREA:
		return facet->area;
	case GROUPING_ACTION:
		return facet->action;
	case GROUPING_COST_KIND:
		return facet->cost_kind;
	case GROUPING_MONTH: /* a saving's, not a line's */
	case GROUPING__N:
		break;
	}
	return 0;
}

static guint
row_hash(gconstpointer pointer)
{
	const struct balance *row = pointer;
	uint64_t h = (uint64_t)row->key * UINT64_C(0x9e3779b97f4a7c15);

	h ^= (uint64_t)row->year * UINT64_C(0xc2b2ae3d27d4eb4f);
	h += (uint64_t)row->grouping * 2 + (row->counts ? 1 : 0);
	h *= UINT64_C(0x9e3779b97f4a7c15);
	return (guint)(h >> 32);
}

static gboolean
row_equal(gconstpointer pointer_a, gconstpointer pointer_b)
{
	const struct balance *a = pointer_a;
	const struct balance *b = pointer_b;

	return a->key == b->key && a->year == b->year && a->grouping == b->grouping &&
	       a->counts == b->counts;
}

struct balance_book *
balance_book_new(void)
{
	struct balance_book *book = g_new0(struct balance_book, 1);

	book->rows = g_hash_table_new_full(row_hash, row_equal, g_free, NULL);
	return book;
}

void
balance_book_free(struct balance_book *book)
{
	if (book == NULL)
		return;
	g_hash_table_unref(book->rows);
	g_free(book);
}

void
balance_book_clear(struct balance_book *book)
{
	g_hash_table_remove_all(book->rows);
	book->last.rows[0] = NULL;
}

guint
balance_book_size(const struct balance_book *book)
{
	return g_hash_table_size(book->rows);
}

static bool
add_count(int *count, int more)
{
	int64_t sum = (int64_t)*count + more;

	if (sum < INT32_MIN || sum > INT32_MAX)
		return false;
	*count = (int)sum;
	return true;
}

/* The row that `posting` names, made when there is none. */
static struct balance *
row_of(struct balance_book *book, const struct balance *posting)
{
	struct balance *row = g_hash_table_lookup(book->rows, posting);

	if (row == NULL) {
		row = g_new0(struct balance, 1);
		row->grouping = posting->grouping;
		row->counts = posting->counts;
		row->key = posting->key;
		row->year = posting->year;
		g_hash_table_add(book->rows, row);
	}
	return row;
}

/* Add what `posting` holds. */
static bool
row_add(struct balance *row, const struct balance *posting)
{
	return money_add(row->target_ore, posting->target_ore, &row->target_ore) &&
	       money_add(row->plan_ore, posting->plan_ore, &row->plan_ore) &&
	       money_add(row->realised_ore, posting->realised_ore, &row->realised_ore) &&
	       money_add(row->rest_ore, posting->rest_ore, &row->rest_ore) &&
	       money_add(row->weighted_ore, posting->weighted_ore, &row->weighted_ore) &&
	       money_add(
	           row->unverified_ore, posting->unverified_ore, &row->unverified_ore) &&
	       add_count(&row->rests, posting->rests) &&
	       add_count(&row->weighteds, posting->weighteds) &&
	       add_count(&row->unverifieds, posting->unverifieds) &&
	       add_count(&row->targets, posting->targets) &&
	       add_count(&row->assumed, posting->assumed) &&
	       add_count(&row->reports, posting->reports);
}

static bool
set_too_large(GError **error)
{
	g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_RANGE,
	    "Summan blir för stor för att räknas exakt. "
	    "Kontrollera om något belopp är orimligt.");
	return false;
}

static bool
same_facet(const struct facet *a, const struct facet *b)
{
	return a->action == b->action && a->unit == b->unit &&
	       a->recipient == b->recipient && a->area == b->area && a->kind == b->kind &&
	       a->cost_kind == b->cost_kind && a->counts == b->counts;
}

/* The rows of a line's facet and a year, one in every grouping that it has a key in. */
static struct balance *const *
rows_of(struct balance_book *book, const struct facet *facet, int year)
{
	if (book->last.rows[0] && book->last.year == year &&
	    same_facet(&book->last.facet, facet))
		return book->last.rows;
	book->last.facet = *facet;
	book->last.year = year;
	for (int g = 0; g < GROUPING_MONTH; g++) {
		const struct balance named = { .grouping = (enum grouping)g,
			.counts = facet->counts,
			.key = facet_key(facet, (enum grouping)g),
			.year = year };

		book->last.rows[g] = row_of(book, &named);
	}
	return book->last.rows;
}

/* To every grouping that a line's facet has a key in. */
static bool
add_to_groupings(struct balance_book *book, const struct facet *facet,
    const struct balance *posting, GError **error)
{
	struct balance *const *rows = rows_of(book, facet, posting->year);

	for (int g = 0; g < GROUPING_MONTH; g++)
		if (!row_add(rows[g], posting))
			return set_too_large(error);
	return true;
}

bool
balance_book_target(struct balance_book *book, const struct facet *facet, int year,
    int64_t ore, int targets, GError **error)
{
	struct balance posting = { .year = year, .target_ore = ore, .targets = targets };

	return add_to_groupings(book, facet, &posting, error);
}

/* A posting of a month: to its year in every grouping, and to the month itself. */
static bool
add_month(struct balance_book *book, const struct facet *facet, int month,
    struct balance posting, GError **error)
{
	posting.year = month / 100;
	if (!add_to_groupings(book, facet, &posting, error))
		return false;
	posting.grouping = GROUPING_MONTH;
	posting.counts = facet->counts;
	posting.key = month;
	return row_add(row_of(book, &posting), &posting) || set_too_large(error);
}

bool
balance_book_saving(struct balance_book *book, const struct facet *facet, int month,
    int64_t ore, int reports, GError **error)
{
	struct balance posting = { .realised_ore = ore, .reports = reports };

	return add_month(book, facet, month, posting, error);
}

bool
balance_book_unverified(struct balance_book *book, const struct facet *facet, int month,
    int64_t ore, int reports, GError **error)
{
	struct balance posting = { .realised_ore = -ore,
		.reports = -reports,
		.unverified_ore = ore,
		/* a correction is no report of its own, but it is an amount */
		.unverifieds = ore != 0 || reports != 0 };

	return add_month(book, facet, month, posting, error);
}

bool
balance_book_plan(struct balance_book *book, const struct facet *facet, int year,
    int64_t ore, bool assumed, GError **error)
{
	struct balance posting = { .year = year, .plan_ore = ore, .assumed = assumed };

	return add_to_groupings(book, facet, &posting, error);
}

bool
balance_book_rest(struct balance_book *book, const struct facet *facet, int year,
    struct amount rest, struct amount weighted, GError **error)
{
	struct balance posting = { .year = year,
		.rest_ore = rest.ore,
		.rests = rest.known,
		.weighted_ore = weighted.ore,
		.weighteds = weighted.known };

	return add_to_groupings(book, facet, &posting, error);
}

static bool
row_is_empty(const struct balance *row)
{
	return row->target_ore == 0 && row->targets == 0 && row->plan_ore == 0 &&
	       row->assumed == 0 && row->realised_ore == 0 && row->reports == 0 &&
	       row->rests == 0 && row->weighteds == 0 && row->unverified_ore == 0 &&
	       row->unverifieds == 0;
}

static int
order(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

static gint
row_compare(gconstpointer pointer_a, gconstpointer pointer_b)
{
	const struct balance *a = *(const struct balance *const *)pointer_a;
	const struct balance *b = *(const struct balance *const *)pointer_b;
	int by = order(a->grouping, b->grouping);

	if (by == 0)
		by = order(a->counts, b->counts);
	if (by == 0)
		by = order(a->year, b->year);
	return by != 0 ? by : order(a->key, b->key);
}

GPtrArray *
balance_book_sorted(const struct balance_book *book)
{
	GPtrArray *rows = g_ptr_array_sized_new(g_hash_table_size(book->rows));
	GHashTableIter iter;
	gpointer row;

	g_hash_table_iter_init(&iter, book->rows);
	while (g_hash_table_iter_next(&iter, &row, NULL))
		if (!row_is_empty(row))
			g_ptr_array_add(rows, row);
	g_ptr_array_sort(rows, row_compare);
	return rows;
}

GArray *
balance_book_rows(const struct balance_book *book)
{
	g_autoptr(GPtrArray) sorted = balance_book_sorted(book);
	GArray *rows =
	    g_array_sized_new(FALSE, TRUE, sizeof(struct balance), sorted->len);

	for (guint i = 0; i < sorted->len; i++)
		g_array_append_vals(rows, sorted->pdata[i], 1);
	return rows;
}
