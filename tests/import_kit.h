/*
 * import_kit.h - what an import did and what a kind then holds, for the tests of goals,
 * indicators, assignments and what stands beside them.
 */
#ifndef IMPORT_KIT_H
#define IMPORT_KIT_H

#include "session_kit.h"

static inline void
expect_at(const char *file, int line, struct import_result r, int64_t added,
    int64_t changed, int64_t same)
{
	kit_int_at(file, line, r.added, added);
	kit_int_at(file, line, r.changed, changed);
	kit_int_at(file, line, r.same, same);
}
#define EXPECT(r, added, changed, same)                                                  \
	expect_at(__FILE__, __LINE__, (r), (added), (changed), (same))

/* What a kind exports, without mark and header. */
static inline void
holds_at(const char *file, int line, struct session *s, enum exchange_kind kind,
    const char *want)
{
	g_autofree char *all = kit_export(s, kind);
	const char *rows = strstr(all, "\r\n");

	t_text_at(file, line, rows ? rows + 2 : all, want);
}
#define HOLDS(s, kind, want) holds_at(__FILE__, __LINE__, (s), (kind), (want))

static inline const struct plan *
whole(struct session *s)
{
	const struct plan *plan = NULL;
	GError *error = NULL;

	T_OK(session_whole(s, NULL, &plan, &error), error);
	return plan;
}

#define MATT                                                                             \
	"perspektiv;framgångsfaktor;styrmått;mål;mål_K;periodens_utfall;utfall_K;"   \
	"utfall_totalt;enhet;jämförelseperiod;jämförelse_totalt;måluppfyllelse;"    \
	"anmärkning;period\n"

#endif
