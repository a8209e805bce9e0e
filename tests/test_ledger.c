/*
 * test_ledger.c - the book of yearly sums.
 */
#include "base/error.h"
#include "ledger/balance.h"
#include "t.h"

static const struct facet facet_a = {
	.action = 7,
	.unit = 1,
	.recipient = 2,
	.area = 3,
	.kind = KIND_BUDGET,
	.cost_kind = COST_STAFF,
	.counts = true,
};

static const struct balance *
find_row(const GArray *rows, enum grouping grouping, bool counts, int64_t key, int year)
{
	for (guint i = 0; i < rows->len; i++) {
		const struct balance *row = &g_array_index(rows, struct balance, i);

		if (row->grouping == grouping && row->counts == counts &&
		    row->key == key && row->year == year)
			return row;
	}
	return NULL;
}

static void
test_facet_key(void)
{
	CU_ASSERT_EQUAL(facet_key(&facet_a, GROUPING_UNIT), 1);
	CU_ASSERT_EQUAL(facet_key(&facet_a, GROUPING_RECIPIENT), 2);
	CU_ASSERT_EQUAL(facet_key(&facet_a, GROUPING_KIND), KIND_BUDGET);
	CU_ASSERT_EQUAL(facet_key(&facet_a, GROUPING_AREA), 3);
	CU_ASSERT_EQUAL(facet_key(&facet_a, GROUPING_ACTION), 7);
	CU_ASSERT_EQUAL(facet_key(&facet_a, GROUPING_COST_KIND), COST_STAFF);
}

static void
test_postings(void)
{
	struct facet b = facet_a;
	g_autoptr(GError) error = NULL;
	struct balance_book *book = balance_book_new();
	g_autoptr(GArray) rows = NULL;
	const struct balance *row;

	b.action = 8;
	b.cost_kind = COST_REVENUE;
	T_OK(balance_book_target(book, &facet_a, 2020, 500, 1, &error), error);
	T_OK(balance_book_target(book, &b, 2020, -200, 1, &error), error);
	T_OK(balance_book_target(book, &b, 0, 0, 1, &error), error);
	T_OK(balance_book_saving(book, &facet_a, 202003, 70, 1, &error), error);
	T_OK(balance_book_saving(book, &facet_a, 202004, 30, 2, &error), error);
	T_OK(balance_book_plan(book, &facet_a, 2020, 125, true, &error), error);
	rows = balance_book_rows(book);
	/* 2020: unit, recipient, kind, area are one row each, action and cost kind two:
	 * 8; year 0: six; months 2. */
	CU_ASSERT_EQUAL(rows->len, 16);
	row = find_row(rows, GROUPING_UNIT, true, 1, 2020);
	CU_ASSERT_PTR_NOT_NULL_FATAL(row);
	CU_ASSERT_EQUAL(row->target_ore, 300);
	CU_ASSERT_EQUAL(row->targets, 2);
	CU_ASSERT_EQUAL(row->realised_ore, 100);
	CU_ASSERT_EQUAL(row->reports, 3);
	CU_ASSERT_EQUAL(row->plan_ore, 125);
	CU_ASSERT_EQUAL(row->assumed, 1);
	row = find_row(rows, GROUPING_ACTION, true, 8, 2020);
	CU_ASSERT_PTR_NOT_NULL_FATAL(row);
	CU_ASSERT_EQUAL(row->target_ore, -200);
	CU_ASSERT_EQUAL(row->reports, 0);
	/* A target of zero is an amount. */
	row = find_row(rows, GROUPING_RECIPIENT, true, 2, 0);
	CU_ASSERT_PTR_NOT_NULL_FATAL(row);
	CU_ASSERT_EQUAL(row->target_ore, 0);
	CU_ASSERT_EQUAL(row->targets, 1);
	row = find_row(rows, GROUPING_MONTH, true, 202003, 2020);
	CU_ASSERT_PTR_NOT_NULL_FATAL(row);
	CU_ASSERT_EQUAL(row->realised_ore, 70);
	CU_ASSERT_EQUAL(row->targets, 0);
	balance_book_free(book);
}

static void
test_take_back(void)
{
	g_autoptr(GError) error = NULL;
	struct balance_book *book = balance_book_new();
	g_autoptr(GArray) rows = NULL;

	T_OK(balance_book_target(book, &facet_a, 2020, 500, 1, &error), error);
	T_OK(balance_book_saving(book, &facet_a, 202101, 9, 1, &error), error);
	T_OK(balance_book_target(book, &facet_a, 2020, -500, -1, &error), error);
	T_OK(balance_book_saving(book, &facet_a, 202101, -9, -1, &error), error);
	rows = balance_book_rows(book);
	CU_ASSERT_EQUAL(rows->len, 0);
	balance_book_free(book);
	balance_book_free(NULL);
}

/* The same action before and after it was moved outside: two rows, told apart. */
static void
test_sorted(void)
{
	struct facet outside = facet_a;
	g_autoptr(GError) error = NULL;
	struct balance_book *book = balance_book_new();
	g_autoptr(GArray) rows = NULL;

	outside.counts = false;
	for (int year = 2022; year >= 2020; year--) {
		T_OK(balance_book_target(book, &facet_a, year, 1, 1, &error), error);
		T_OK(balance_book_target(book, &outside, year, 1, 1, &error), error);
	}
	rows = balance_book_rows(book);
	CU_ASSERT_EQUAL_FATAL(rows->len, 36); /* 6 groupings × 2 × 3 years */
	for (guint i = 1; i < rows->len; i++) {
		const struct balance *a = &g_array_index(rows, struct balance, i - 1);
		const struct balance *b = a + 1;
		bool sorted = a->grouping != b->grouping ? a->grouping < b->grouping
		              : a->counts != b->counts   ? a->counts < b->counts
		              : a->key != b->key         ? a->key < b->key
		                                         : a->year < b->year;

		CU_ASSERT_TRUE(sorted);
	}
	balance_book_free(book);
}

static void
test_overflow(void)
{
	g_autoptr(GError) error = NULL;
	struct balance_book *book = balance_book_new();

	T_OK(balance_book_target(book, &facet_a, 2020, INT64_MAX, 1, &error), error);
	CU_ASSERT_FALSE(balance_book_target(book, &facet_a, 2020, 1, 1, &error));
	CU_ASSERT_TRUE(g_error_matches(error, SPARPLAN_ERROR, SPARPLAN_ERROR_RANGE));
	g_clear_error(&error);
	balance_book_free(book);
	book = balance_book_new();
	T_OK(balance_book_saving(book, &facet_a, 202001, INT64_MIN, 1, &error), error);
	CU_ASSERT_FALSE(balance_book_saving(book, &facet_a, 202002, -1, 1, &error));
	CU_ASSERT_TRUE(g_error_matches(error, SPARPLAN_ERROR, SPARPLAN_ERROR_RANGE));
	balance_book_free(book);
}

int
main(void)
{
	CU_TestInfo cases[] = {
		{ "facet key", test_facet_key },
		{ "postings", test_postings },
		{ "taken back", test_take_back },
		{ "sorted", test_sorted },
		{ "overflow", test_overflow },
		CU_TEST_INFO_NULL,
	};

	return t_run("ledger", cases);
}
