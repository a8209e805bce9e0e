/* names.c - names turned into ids during a transaction, each looked up or added once. */
#include "session/edit.h"

#include <string.h>

#include "base/error.h"
#include "base/text.h"

static GHashTable *
table_new(void)
{
	return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
}

static void
table_put(GHashTable *table, char *key, int64_t id)
{
	g_hash_table_insert(table, key, g_memdup2(&id, sizeof(id)));
}

bool
names_init(
    struct names *names, struct session *s, const struct plan *plan, GError **error)
{
	g_autoptr(GStringChunk) pool = g_string_chunk_new(256);
	g_autoptr(GArray) rounds = NULL;

	names->session = s;
	names->units = table_new();
	names->as_written = table_new();
	names->areas = table_new();
	names->rounds = table_new();
	names->closed = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	for (guint i = 0; i < plan->units->len; i++) {
		const struct unit *unit = &g_array_index(plan->units, struct unit, i);

		table_put(names->units, text_fold(unit->name), unit->id);
	}
	for (guint i = 0; i < plan->areas->len; i++) {
		const struct area *area = &g_array_index(plan->areas, struct area, i);

		table_put(names->areas, g_strdup(area->name), area->id);
	}
	if (!store_read_round_states(
	        s->store, s->programme.id, STORE_NOW, pool, &rounds, error)) {
		names_clear(names);
		return false;
	}
	for (guint i = 0; i < rounds->len; i++) {
		const struct stored_round *r =
		    &g_array_index(rounds, struct stored_round, i);

		table_put(names->rounds, g_strdup(r->label), r->id);
		if (r->closed)
			g_hash_table_add(names->closed, g_strdup(r->label));
	}
	return true;
}

void
names_clear(struct names *names)
{
	g_clear_pointer(&names->units, g_hash_table_destroy);
	g_clear_pointer(&names->as_written, g_hash_table_destroy);
	g_clear_pointer(&names->areas, g_hash_table_destroy);
	g_clear_pointer(&names->rounds, g_hash_table_destroy);
	g_clear_pointer(&names->closed, g_hash_table_destroy);
}

bool
names_unit(struct names *names, const char *name, int64_t *ret, GError **error)
{
	struct session *s = names->session;
	const int64_t *known = g_hash_table_lookup(names->as_written, name);
	g_autofree char *key = NULL;

	if (known) {
		*ret = *known;
		return true;
	}
	key = text_fold(name);
	known = g_hash_table_lookup(names->units, key);
	if (known)
		*ret = *known;
	else if (!store_add_unit(s->store, s->programme.id, name, ret, error))
		return false;
	else
		table_put(names->units, g_steal_pointer(&key), *ret);
	table_put(names->as_written, g_strdup(name), *ret);
	return true;
}

bool
names_area(struct names *names, const char *name, int64_t *ret, GError **error)
{
	struct session *s = names->session;
	const int64_t *known = g_hash_table_lookup(names->areas, name);

	*ret = known ? *known : 0;
	if (known || text_is_blank(name))
		return true;
	if (!store_add_area(s->store, s->programme.id, name, ret, error))
		return false;
	table_put(names->areas, g_strdup(name), *ret);
	return true;
}

bool
names_round(
    struct names *names, const char *label, int cutoff, int64_t *ret, GError **error)
{
	struct session *s = names->session;
	const int64_t *known = g_hash_table_lookup(names->rounds, label);

	if (known) {
		*ret = *known;
		return true;
	}
	if (!store_add_round(s->store, s->programme.id, label, cutoff, ret, error))
		return false;
	table_put(names->rounds, g_strdup(label), *ret);
	return true;
}

bool
names_round_closed(const struct names *names, const char *label)
{
	return g_hash_table_contains(names->closed, label);
}

bool
names_unallocated(const char *recipient)
{
	g_autofree char *key = NULL;

	/* nearly every name is a unit's: only what can be folded to the words is */
	if (recipient[0] && !strchr("eE \t\xc2\xe2", recipient[0]))
		return false;
	key = text_fold(recipient);
	return key[0] == '\0' || g_str_equal(key, "ej fordelad");
}
