/*
 * batch.h - rows in memory as virtual tables, so that one INSERT ... SELECT stores them.
 *
 * A statement per row opens and closes its cursors per row; one statement for a batch is
 * a third cheaper.  For src/store only.
 */
#ifndef STORE_BATCH_H
#define STORE_BATCH_H

#include "store/statement.h"

enum batch_kind {
	BATCH_TARGETS,  /* target_batch: struct new_target */
	BATCH_SAVINGS,  /* saving_batch: struct new_saving */
	BATCH_BALANCES, /* balance_batch: struct balance * */
	BATCH__N
};

/* The rows a virtual table shows; borrowed while a statement runs. */
struct batch {
	const void *rows;
	size_t n;
};

/* Register the tables on the connection; batches[BATCH__N] must outlive it. */
bool batch_register(sqlite3 *db, struct batch *batches, GError **error);

/* Run a bound statement that reads the table, over these rows. */
bool batch_run(struct store *store, enum batch_kind kind, const void *rows, size_t n,
    sqlite3_stmt *st, GError **error);

#endif
