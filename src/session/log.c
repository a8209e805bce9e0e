/* log.c - who changed what, when, from what to what. */
#include <string.h>

#include "session/state.h"

#define LOG_FACTS_MAX 20

struct log_reader {
	struct log *log;
	GArray *changes; /* struct change, newest first */
};

static const struct change *
find_change(const GArray *changes, int64_t number)
{
	/* numbers are 1..n without gaps, newest first */
	guint at = changes->len - (guint)number;

	return number >= 1 && at < changes->len
	           ? &g_array_index(changes, struct change, at)
	           : NULL;
}

static void
add_entry(struct log_reader *r, const struct change *change, const char *action,
    const char *field, const char *before, const char *after)
{
	struct log_entry entry = { .change = change->number,
		.at_ms = change->at_ms,
		.who = g_string_chunk_insert_const(r->log->text, change->who),
		.verb = g_string_chunk_insert_const(r->log->text, change->verb),
		.note = g_string_chunk_insert_const(r->log->text, change->note),
		.action = g_string_chunk_insert_const(r->log->text, action),
		.field = g_string_chunk_insert(r->log->text, field),
		.old_text = g_string_chunk_insert(r->log->text, before),
		.new_text = g_string_chunk_insert(r->log->text, after) };

	g_array_append_val(r->log->entries, entry);
}

static bool
take_fact(void *user, const struct fact *fact, GError **error)
{
	struct log_reader *r = user;
	const struct change *change = find_change(r->changes, fact->change);

	(void)error;
	if (change)
		add_entry(r, change, fact->code, fact->field, fact->before, fact->after);
	return true;
}

static gint
newest_first(gconstpointer a, gconstpointer b)
{
	const struct log_entry *x = a, *y = b;

	return x->change < y->change ? 1 : x->change > y->change ? -1 : 0;
}

static bool
read_action(struct session *s, struct log_reader *r, const char *code, GError **error)
{
	const struct plan *plan;
	const struct action *action;

	if (!session_plan(s, &plan, error))
		return false;
	action = plan_action(plan, code);
	if (!action) {
		session_no_action(plan, code, error);
		return false;
	}
	if (!store_facts(
	        s->store, s->programme.id, 0, action->id, 0, take_fact, r, NULL, error))
		return false;
	g_array_sort(r->log->entries,
	    newest_first); /* stable enough: facts of a change stay together */
	return true;
}

/* A change of another programme tells nothing here; a large one is a line with a count.
 */
static bool
read_change(
    struct session *s, struct log_reader *r, const struct change *change, GError **error)
{
	g_autofree char *summary = NULL;
	guint before = r->log->entries->len;
	int64_t told, n;

	if (!store_facts(s->store, s->programme.id, change->number, 0, LOG_FACTS_MAX + 1,
	        take_fact, r, &told, error))
		return false;
	if (told <= LOG_FACTS_MAX)
		return true;
	if (!store_count_facts(s->store, change->number, &n, error))
		return false;
	g_array_set_size(r->log->entries, before);
	summary = g_strdup_printf("%" G_GINT64_FORMAT " uppgifter", n);
	add_entry(r, change, "", "", "", summary);
	return true;
}

/* An empty log to fill, in a transaction that reads; log_end whatever comes of it. */
static bool
log_begin(struct session *s, struct log_reader *r, GError **error)
{
	if (!session_begin_read(s, error))
		return false;
	r->log = g_new0(struct log, 1);
	r->log->text = g_string_chunk_new(4096);
	r->log->entries = g_array_new(FALSE, FALSE, sizeof(struct log_entry));
	return store_changes(s->store, &r->changes, error);
}

static bool
log_end(struct session *s, struct log_reader *r, bool ok, struct log **ret)
{
	if (r->log == NULL)
		return false;
	session_end_read(s);
	g_clear_pointer(&r->changes, g_array_unref);
	if (ok)
		*ret = r->log;
	else
		log_free(r->log);
	return ok;
}

bool
session_log(struct session *s, const char *code, struct log **ret, GError **error)
{
	struct log_reader r = { 0 };
	bool ok = log_begin(s, &r, error);

	if (ok && code)
		ok = read_action(s, &r, code, error);
	for (guint i = 0; ok && !code && i < r.changes->len; i++)
		ok = read_change(
		    s, &r, &g_array_index(r.changes, struct change, i), error);
	return log_end(s, &r, ok, ret);
}

bool
session_log_change(struct session *s, int64_t number, int max, struct log **ret,
    int64_t *ret_facts, GError **error)
{
	struct log_reader r = { 0 };
	struct change change = { 0 };
	int64_t told, n = 0;
	bool ok = log_begin(s, &r, error);

	ok = ok && store_change(s->store, number, &change, error) &&
	     store_facts(s->store, s->programme.id, number, 0, max, take_fact, &r, &told,
	         error) &&
	     store_count_facts(s->store, number, &n, error);
	change_clear(&change);
	if (ok)
		*ret_facts = n;
	return log_end(s, &r, ok, ret);
}

bool
session_last_writer(struct session *s, char **ret, GError **error)
{
	struct change change = { 0 };

	if (!store_last_change(s->store, &change, error))
		return false;
	*ret = g_strdup(change.number > 0 ? change.who : "");
	change_clear(&change);
	return true;
}

void
log_free(struct log *log)
{
	if (!log)
		return;
	g_array_unref(log->entries);
	g_string_chunk_free(log->text);
	g_free(log);
}
