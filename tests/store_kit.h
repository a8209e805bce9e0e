/*
 * store_kit.h - databases for the tests of the store: made, filled, and attacked past it.
 *
 * The SQL that attacks a database goes through SQLite itself, as a stranger's would.
 */
#ifndef STORE_KIT_H
#define STORE_KIT_H

#include <sqlite3.h>

#include "kit.h"
#include "store/store.h"

/* SQL past the store; the primary result code. */
static inline int
raw(const char *path, const char *sql)
{
	sqlite3 *db = NULL;
	int rc = sqlite3_open(path, &db);

	if (rc == SQLITE_OK)
		rc = sqlite3_exec(db, sql, NULL, NULL, NULL);
	sqlite3_close(db);
	return rc & 0xff;
}

static inline int64_t
raw_int(const char *path, const char *sql)
{
	sqlite3 *db = NULL;
	sqlite3_stmt *st = NULL;
	int64_t value = -1;

	if (sqlite3_open(path, &db) == SQLITE_OK &&
	    sqlite3_prepare_v2(db, sql, -1, &st, NULL) == SQLITE_OK &&
	    sqlite3_step(st) == SQLITE_ROW)
		value = sqlite3_column_int64(st, 0);
	sqlite3_finalize(st);
	sqlite3_close(db);
	return value;
}

static inline struct store *
create(const char *name)
{
	struct store *store = NULL;
	GError *error = NULL;

	T_OK(store_create(kit_fresh(name), &store, &error), error);
	return store;
}

static inline int64_t
commit(struct store *store, int64_t now)
{
	int64_t number = 0;
	GError *error = NULL;

	T_OK(store_commit(store, now, "Ann", "prov", "", 0, &number, &error), error);
	return number;
}

/* One change with a row in every fact table: programme 1, units 1 and 2, area 1, actions
 * 1 and 2 in unit 1, line 1 (unit 1, drift) with 2021: 100 kr and one saving of 7 kr. */
static inline void
fill(struct store *store)
{
	struct action action;
	const struct facet facet = { .action = 1,
		.unit = 1,
		.recipient = 1,
		.area = 1,
		.cost_kind = COST_OPERATIONS,
		.counts = true };
	const struct new_saving saving = {
		.line = 1, .month = 202104, .ore = 700, .reports = 1
	};
	const struct stored_report report = {
		.action = 1, .round = 1, .comment = "ja", .label = ""
	};
	const struct requirement requirement = { 2021, KIND_NONE, 5, 0, "" };
	const struct overlap overlap = { .action = 1, .other = 2, .reason = "" };
	const struct reallocation reallocation = { "OM", 2021, "", 5, "", "" };
	const struct calculation calculation = { 1, "2021", 3, 1, 2, false, "" };
	const struct benchmark benchmark = { "B", "", "", amount_of(4), amount_of(1),
		"" };
	const struct decision decision = { "1", 1, "2019-06-12", "RS", "98", "", "bifall",
		"", "fas 1", amount_of(40300), "hypotetisk" };
	const struct assessment assessment = { 1, "2019-05-02", "RS 55-2019", "" };
	const struct milestone milestone = { 1, "", "Avtal", "2020-03", "" };
	const struct goal goal = { "F1", "", GOAL_FACTOR, "1", "Nära vård", "", "" };
	const struct indicator indicator = { "M1", "Besök", "F1", DIRECTION_DECREASE,
		"Minska", { MEASURE_NONE, MEASURE_NONE, measure_of(650) }, "procent",
		"DÅ08, ÅR", "", "", "" };
	const struct measurement measurement = { "M1", "Kalix", { 202204, 4 },
		{ measure_of(1700), measure_of(-50), MEASURE_NONE }, "K:17%", "□", "↑",
		"" };
	const struct assignment assignment = { 1, ASSIGNMENT_STRATEGIC, "Start T1",
		"start", "T1", "Färre resor", "" };
	const struct precondition precondition = { "It-stöd", "ja", "delvis", "" };
	const struct link link = { 1, RELATION_GOAL, "F1", 0 };
	const struct issued issued = { .book = "uppfoljning",
		.cutoff = 202104,
		.since = -1,
		.decision = "RS 2021-05-18 §1",
		.digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f2001"
		          "5ad" };
	GError *error = NULL;
	int64_t id;
	int n;
	const struct new_target target = { 1, 2021, amount_of(10000), AMOUNT_NONE,
		facet };

	action_init(&action, "");
	action.name = "Åtgärd";
	action.version = 1;
	T_OK(store_begin(store, &error), error);
	T_OK(store_add_programme(store, "P", "Programmet", &id, &error), error);
	T_OK(store_add_unit(store, 1, "Vård", &id, &error), error);
	T_OK(store_add_unit(store, 1, "Service", &id, &error), error);
	T_OK(store_add_area(store, 1, "Område", &id, &error), error);
	for (int i = 0; i < 2; i++) {
		action.code = i ? "A-2" : "A-1";
		T_OK(store_add_action(store, 1, action.code, &action.id, &error), error);
		T_OK(store_add_version(store, 1, &action, 1, 1, &error), error);
	}
	T_OK(store_need_line(store, 1, 1, COST_OPERATIONS, &id, &error), error);
	T_OK(store_add_targets(store, 1, &target, 1, &error), error);
	T_OK(store_add_saving(store, 1, &facet, &saving, &id, &error), error);
	T_OK(store_add_round(store, 1, "2021-04", 202104, &id, &error), error);
	T_OK(store_add_report(store, &report, &error), error);
	T_OK(store_add_forecast(store, 1, 1, 2021, amount_of(9), &error), error);
	T_OK(store_add_requirement(store, 1, &requirement, &error), error);
	T_OK(store_add_overlap(store, &overlap, &error), error);
	T_OK(store_add_reallocation(store, 1, &reallocation, &error), error);
	T_OK(store_add_calculation(store, &calculation, &error), error);
	T_OK(store_add_benchmark(store, 1, &benchmark, &error), error);
	T_OK(store_add_setting(store, 1, "verifiering", "ja", &error), error);
	T_OK(store_add_round_state(store, 1, "2021-05-15", true, &error), error);
	T_OK(store_add_verification(store, 1, true, "", &error), error);
	T_OK(store_add_decision(store, 1, &decision, &error), error);
	T_OK(store_add_assessment(store, &assessment, &error), error);
	T_OK(store_add_milestone(store, 1, &milestone, &error), error);
	T_OK(store_add_goal(store, 1, &goal, false, &error), error);
	T_OK(store_add_indicator(store, 1, &indicator, false, &error), error);
	T_OK(store_add_measurement(store, 1, &measurement, false, &error), error);
	T_OK(store_add_assignment(store, &assignment, false, &error), error);
	T_OK(store_add_precondition(store, 1, &precondition, false, &error), error);
	T_OK(store_add_link(store, &link, false, &error), error);
	T_OK(store_add_issued(store, 1, &issued, 1, 2, &n, &error), error);
	T_INT(n, 1);
	T_INT(commit(store, 1000), 1);
}

static inline const char *
made(const char *name)
{
	struct store *store = create(name);

	fill(store);
	store_close(store);
	return kit_path(name);
}

#endif
