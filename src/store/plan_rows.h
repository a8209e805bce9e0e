/*
 * plan_rows.h - the parts of reading a plan, for src/store only.
 */
#ifndef STORE_PLAN_ROWS_H
#define STORE_PLAN_ROWS_H

#include "store/statement.h"

typedef void (*plan_row)(struct plan *plan, sqlite3_stmt *st);
/* Every row of a statement of (programme, change) into the plan. */
bool plan_rows(struct store *store, enum statement which, struct plan *plan,
    int64_t change, plan_row func, GError **error);
/* A column's text, kept with the plan. */
const char *plan_keep(struct plan *plan, sqlite3_stmt *st, int column);

bool plan_read_requirements(
    struct store *store, struct plan *plan, int64_t change, GError **error);
bool plan_read_adjustments(
    struct store *store, struct plan *plan, int64_t change, GError **error);
bool plan_read_steps(
    struct store *store, struct plan *plan, int64_t change, GError **error);
bool plan_read_goals(
    struct store *store, struct plan *plan, int64_t change, GError **error);

#endif
