/*
 * test_check_view.c - the sums that plain SQL makes of the facts are the ones shown.
 */
#include "view_kit.h"

#define ALL                                                                              \
	"SELECT program, forvaltning, raknas, ar, mal_ore, realiserat_ore "              \
	"FROM v_public_summor"

static void
view_sql(const char *path, const char *sql)
{
	sqlite3 *db = NULL;

	T_INT(sqlite3_open(path, &db), SQLITE_OK);
	T_INT(sqlite3_exec(db, "PRAGMA foreign_keys = ON", NULL, NULL, NULL), SQLITE_OK);
	T_INT(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
}

/* product.md section 4: 213, 163, 152 and 12, 12,5, 12,5 mkr; outside 10, 18, 22, 80. */
static void
example(void)
{
	struct session *s = kit_create("example.db");
	GError *error = NULL;

	T_OK(session_load_example(s, true, &error), error);
	/* 3 and 3 years count; outside 3 years and one of ej årsfördelat. */
	T_INT(view_agrees(s), 10);
	T_TAKE(view_joined(view_public_rows(s,
	           "SELECT forvaltning, raknas, ar, mal_ore FROM v_public_summor "
	           "WHERE program = 'P'")),
	    "Hälso- och sjukvårdsförvaltningen|ja|2020|21300000000\n"
	    "Hälso- och sjukvårdsförvaltningen|ja|2021|16300000000\n"
	    "Hälso- och sjukvårdsförvaltningen|ja|2022|15200000000\n"
	    "Regionförvaltningen|ja|2020|1200000000\n"
	    "Regionförvaltningen|ja|2021|1250000000\n"
	    "Regionförvaltningen|ja|2022|1250000000\n"
	    "Regionförvaltningen|nej|2020|1000000000\n"
	    "Regionförvaltningen|nej|2021|1800000000\n"
	    "Regionförvaltningen|nej|2022|2200000000\n"
	    "Regionförvaltningen|nej|–|8000000000");
	session_free(s);
}

static const char plan_csv[] = "id;åtgärd;förvaltning;mottagare;räknas;kostnadsslag;"
                               "2021 kr;2022 kr\n"
                               "A;Ett;Vård;;ja;;1200;2400\n"
                               "A;Ett;Vård;Service;ja;drift;;50\n"
                               "B;Två;Service;;nej;;100;\n"
                               "C;Tre;Service;;ja;;7;\n";

/*
 * What later rows do to earlier ones.  A: 2022 loses 2400 kr and keeps 50, 9 kr come
 * without a year; 5 kr corrected to 6 and 10 kr make 16 kr of 2 reports.  B: its only
 * saving is taken back: 0 öre of none.  C: made to count no more, 7 kr beside B's 100.
 * D: undone with its 3 kr, so that Ny has no row.  A moves to Klinik, which lies under
 * Vård, and its sums stay.
 */
static void
later_rows(void)
{
	struct session *s = kit_create("later.db");
	const struct saving_entry more = {
		.action = "A", .month = 202101, .ore = KR(6), .cost_kind = -1
	};
	const char *const fields[] = { "åtgärd", "Fyra", "förvaltning", "Ny", NULL };
	const struct target_edit target = { NULL, COST_STAFF, 2021, amount_of(KR(3)) };
	struct saved saved = { 0 };
	GError *error = NULL;

	kit_import(s, EXCHANGE_PLAN, plan_csv);
	kit_target(s, "A", VARD, COST_UNSPECIFIED, 2022, AMOUNT_NONE);
	kit_target(s, "A", VARD, COST_UNSPECIFIED, 0, amount_of(KR(9)));
	kit_post(s, "A", 202101, KR(5));
	T_OK(session_post(s, &more, true, &saved, &error), error);
	kit_post(s, "A", 202112, KR(10));
	kit_undo(s, kit_post(s, "B", 202203, KR(8)).change);
	kit_set(s, "C", "räknas", "nej");
	T_OK(kit_edit(s, "D", fields, &target, 1, 0, &saved, &error), error);
	kit_undo(s, saved.change);
	view_sql(session_path(s),
	    "INSERT INTO unit (change, programme, name, parent) SELECT 1, programme, "
	    "'Klinik', id FROM unit WHERE name = 'Vård'");
	kit_set(s, "A", "förvaltning", "Klinik");
	T_TAKE(view_joined(view_public_rows(s, ALL)), "P|Service|nej|2021|10700|–\n"
	                                              "P|Vård|ja|2021|120000|1600\n"
	                                              "P|Vård|ja|2022|5000|–\n"
	                                              "P|Vård|ja|–|900|–");
	T_INT(view_agrees(s), 4);
	session_free(s);
}

int
main(void)
{
	CU_TestInfo cases[] = { { "example", example }, { "later rows", later_rows },
		CU_TEST_INFO_NULL };

	return kit_run("check view", cases);
}
