/* digest.c - SHA-256 over facts, chained from change to change. */
#include "store/digest.h"

#include <string.h>

static const enum statement max_of[FACT__N] = {
#define FACT(table) STATEMENT_MAX_##table,
#include "store/fact_list.h"
#undef FACT
};
static const enum statement from_of[FACT__N] = {
#define FACT(table) STATEMENT_FROM_##table,
#include "store/fact_list.h"
#undef FACT
};
static const enum statement rows_of[FACT__N] = {
#define FACT(table) STATEMENT_ROWS_##table,
#include "store/fact_list.h"
#undef FACT
};

/* Bytes are gathered before they are hashed: a call per column would cost more than SHA.
 */
struct feed {
	GChecksum *sum;
	size_t used;
	guint8 buffer[16384];
};

static void
feed_flush(struct feed *feed)
{
	g_checksum_update(feed->sum, feed->buffer, (gssize)feed->used);
	feed->used = 0;
}

static void
feed_bytes(struct feed *feed, const void *bytes, size_t size)
{
	if (feed->used + size > sizeof(feed->buffer))
		feed_flush(feed);
	if (size > sizeof(feed->buffer)) {
		g_checksum_update(feed->sum, bytes, (gssize)size);
		return;
	}
	memcpy(feed->buffer + feed->used, bytes, size);
	feed->used += size;
}

static void
feed_byte(struct feed *feed, guint8 byte)
{
	if (feed->used == sizeof(feed->buffer))
		feed_flush(feed);
	feed->buffer[feed->used++] = byte;
}

/* An integer in as many bytes as it needs, least first, after their number: what is
 * hashed costs more than anything else here. */
static void
feed_int(struct feed *feed, int64_t value)
{
	guint8 *to;
	guint8 n = 0;

	if (feed->used + 1 + sizeof(value) > sizeof(feed->buffer))
		feed_flush(feed);
	to = feed->buffer + feed->used;
	for (guint64 rest = (guint64)value; rest; rest >>= 8)
		to[++n] = (guint8)rest;
	to[0] = n;
	feed->used += (size_t)n + 1;
}

static void
feed_text(struct feed *feed, const char *text)
{
	feed_int(feed, (int64_t)strlen(text));
	feed_bytes(feed, text, strlen(text));
}

static void
feed_row(struct feed *feed, sqlite3_stmt *st)
{
	int n = sqlite3_column_count(st);

	for (int i = 0; i < n; i++) {
		int type = sqlite3_column_type(st, i);

		if (type == SQLITE_NULL)
			continue;
		feed_byte(feed, (guint8)(i << 3 | type));
		if (type == SQLITE_INTEGER) {
			feed_int(feed, sqlite3_column_int64(st, i));
		} else {
			const void *bytes = sqlite3_column_blob(st, i);
			int size = sqlite3_column_bytes(st, i);

			feed_int(feed, size);
			feed_bytes(feed, bytes ? bytes : "", (size_t)size);
		}
	}
}

static void
feed_change(struct feed *feed, const struct change *change, const guint8 *before)
{
	feed_bytes(feed, before, DIGEST_SIZE);
	feed_int(feed, change->number);
	feed_int(feed, change->at_ms);
	feed_text(feed, change->who);
	feed_text(feed, change->verb);
	feed_text(feed, change->note);
	feed_int(feed, change->undoes);
	feed_int(feed, change->last_saving);
}

static void
feed_end(struct feed *feed, guint8 *ret)
{
	gsize size = DIGEST_SIZE;

	feed_flush(feed);
	g_checksum_get_digest(feed->sum, ret, &size);
}

enum fact_table
digest_table(const char *name)
{
	static const char *const names[FACT__N] = {
#define FACT(table) #table,
#include "store/fact_list.h"
#undef FACT
	};
	int t = 0;

	while (t < FACT__N && strcmp(names[t], name) != 0)
		t++;
	return (enum fact_table)t;
}

/* The first id whose change is at least `change`; past the end when there is none. */
static bool
first_of(struct store *store, enum fact_table table, int64_t change, int64_t end,
    int64_t *ret, GError **error)
{
	int64_t low = 1, high = end + 1;

	while (low < high) {
		sqlite3_stmt *st = statement_get(store, from_of[table], error);
		int64_t mid = low + (high - low) / 2;
		int rc;

		if (!st)
			return false;
		sqlite3_bind_int64(st, 1, mid);
		rc = statement_step(store, st, error);
		if (!rc)
			return false;
		if (rc == SQLITE_ROW && sqlite3_column_int64(st, 1) < change)
			low = sqlite3_column_int64(st, 0) + 1;
		else
			high = mid;
		sqlite3_reset(st);
	}
	*ret = low;
	return true;
}

bool
digest_range(struct store *store, enum fact_table table, int64_t change,
    int64_t *ret_from, int64_t *ret_to, GError **error)
{
	sqlite3_stmt *st = statement_get(store, max_of[table], error);
	int64_t end;

	if (!st || !statement_step(store, st, error))
		return false;
	end = sqlite3_column_int64(st, 0);
	sqlite3_reset(st);
	if (!first_of(store, table, change, end, ret_from, error) ||
	    !first_of(store, table, change + 1, end, ret_to, error))
		return false;
	(*ret_to)--;
	return true;
}

bool
digest_make(struct store *store, const struct change *change, const guint8 *before,
    const int64_t *bases, guint8 *ret, int64_t *ret_facts, GError **error)
{
	g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
	struct feed feed = { .sum = sum };
	int64_t facts = 0;

	feed_change(&feed, change, before);
	for (int t = 0; t < FACT__N; t++) {
		sqlite3_stmt *st;
		int rc;

		if (bases[t] == FACTS_NONE)
			continue;
		st = statement_get(store, rows_of[t], error);
		if (!st)
			return false;
		sqlite3_bind_int64(st, 1, bases[t]);
		while ((rc = statement_step(store, st, error)) == SQLITE_ROW) {
			feed_row(&feed, st);
			facts++;
		}
		if (!rc)
			return false;
		sqlite3_reset(st);
	}
	feed_end(&feed, ret);
	*ret_facts = facts;
	return true;
}

/* All fact tables read in parallel, each standing on the first row not yet taken. */
struct cursors {
	sqlite3_stmt *rows[FACT__N];
	bool more[FACT__N];
};

static bool
cursors_open(struct store *store, struct cursors *c, GError **error)
{
	for (int t = 0; t < FACT__N; t++) {
		int rc;

		c->rows[t] = statement_get(store, rows_of[t], error);
		if (!c->rows[t])
			return false;
		sqlite3_bind_int64(c->rows[t], 1, 0);
		rc = statement_step(store, c->rows[t], error);
		if (!rc)
			return false;
		c->more[t] = rc == SQLITE_ROW;
	}
	return true;
}

static void
cursors_close(struct cursors *c)
{
	for (int t = 0; t < FACT__N; t++)
		if (c->rows[t])
			sqlite3_reset(c->rows[t]);
}

/* Feed the rows of one change; column 1 of every fact table is its change. */
static bool
feed_facts(struct store *store, struct cursors *c, int64_t change, struct feed *feed,
    GError **error)
{
	for (int t = 0; t < FACT__N; t++)
		while (c->more[t] && sqlite3_column_int64(c->rows[t], 1) == change) {
			int rc;

			feed_row(feed, c->rows[t]);
			rc = statement_step(store, c->rows[t], error);
			if (!rc)
				return false;
			c->more[t] = rc == SQLITE_ROW;
		}
	return true;
}

static bool
check_chain(struct store *store, struct cursors *c, GPtrArray *findings, GError **error)
{
	sqlite3_stmt *st = statement_get(store, STATEMENT_CHANGES, error);
	guint8 before[DIGEST_SIZE] = { 0 };
	int64_t expected = 1;
	int rc;

	if (!st)
		return false;
	while ((rc = statement_step(store, st, error)) == SQLITE_ROW) {
		g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
		struct feed feed = { .sum = sum };
		struct change change = { .number = sqlite3_column_int64(st, 0),
			.at_ms = sqlite3_column_int64(st, 1),
			.undoes = sqlite3_column_int64(st, 5),
			.last_saving = sqlite3_column_int64(st, 6) };
		g_autofree char *who = g_strdup(column_text(st, 2));
		g_autofree char *verb = g_strdup(column_text(st, 3));
		g_autofree char *note = g_strdup(column_text(st, 4));

		change.who = who;
		change.verb = verb;
		change.note = note;
		feed_change(&feed, &change, before);
		if (!feed_facts(store, c, change.number, &feed, error))
			return false;
		feed_end(&feed, before);
		if (change.number != expected++ ||
		    sqlite3_column_bytes(st, 7) != DIGEST_SIZE ||
		    memcmp(sqlite3_column_blob(st, 7), before, DIGEST_SIZE) != 0) {
			g_ptr_array_add(findings,
			    g_strdup_printf(
			        "Ändring %d har inte det innehåll som sparades: "
			        "kontrollsumman stämmer inte.",
			        (int)change.number));
			break;
		}
	}
	sqlite3_reset(st);
	return rc != 0;
}

bool
digest_check(struct store *store, GPtrArray *findings, GError **error)
{
	struct cursors c = { 0 };
	bool ok;

	ok = cursors_open(store, &c, error) && check_chain(store, &c, findings, error);
	if (ok && findings->len == 0)
		for (int t = 0; t < FACT__N; t++)
			if (c.more[t]) {
				g_ptr_array_add(findings,
				    g_strdup("Databasen innehåller uppgifter som ingen "
				             "ändring har skrivit."));
				break;
			}
	cursors_close(&c);
	return ok;
}
