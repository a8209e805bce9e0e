/*
 * digest.h - the chain of digests that makes tampering show.
 *
 * A change's digest is SHA-256 over the digest before it, the change's own columns, and
 * every fact it added: table by table (fact_list.h), in order of id, each column with its
 * index and type.  NULL columns are left out, so a column added later changes no old
 * digest.
 */
#ifndef STORE_DIGEST_H
#define STORE_DIGEST_H

#include "store/statement.h"

#define DIGEST_SIZE 32

enum fact_table {
#define FACT(table) FACT_##table,
#include "store/fact_list.h"
#undef FACT
	FACT__N
};

/* As the base of a table: nothing has been added to it. */
#define FACTS_NONE INT64_MAX

/* The table of that name; FACT__N when it holds no facts. */
enum fact_table digest_table(const char *name);

/* The ids that a change gave a fact table: ids grow with changes, so by bisection. Empty:
 * *ret_to < *ret_from. */
bool digest_range(struct store *store, enum fact_table table, int64_t change,
    int64_t *ret_from, int64_t *ret_to, GError **error);

/* The digest of `change` (its number, times, names set) over the facts after `bases`;
 * (the id before the first one, or FACTS_NONE, for each table); counts them.  Without
 * facts *ret_facts is 0. */
bool digest_make(struct store *store, const struct change *change, const guint8 *before,
    const int64_t *bases, guint8 *ret, int64_t *ret_facts, GError **error);

/* Recompute the whole chain; a sentence for the first change that does not agree. */
bool digest_check(struct store *store, GPtrArray *findings, GError **error);

#endif
