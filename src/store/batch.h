/*
 * batch.h - savings in memory as a virtual table, so that one INSERT ... SELECT stores
 * them.
 *
 * A statement per row opens and closes five cursors per row; one statement for a batch is
 * a third cheaper.  For src/store only.
 */
#ifndef STORE_BATCH_H
#define STORE_BATCH_H

#include "store/statement.h"

/* What the virtual table saving_batch shows; borrowed while a statement runs. */
struct batch {
	const struct new_saving *savings;
	size_t n;
};

/* Register saving_batch on the connection; `batch` must outlive it. */
bool batch_register(sqlite3 *db, struct batch *batch, GError **error);

#endif
