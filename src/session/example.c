/* example.c - the bundled example: five programmes, each as its document has it. */
#include <string.h>

#include "base/error.h"
#include "session/example.h"
#include "session/import.h"

/* In the order in which each finds what it needs. */
struct part {
	const char *file; /* below data/ */
	enum exchange_kind kind;
	bool outcomes; /* invented */
};
struct document {
	const char *code, *name; /* NULL: the programme that is there already */
	const char *closed;      /* the round that is handed in; NULL: none */
	const struct part *parts;
	size_t n_parts;
};

static const struct part vasterbotten[] = {
	{ "vasterbotten_2019/plan.csv", EXCHANGE_PLAN, false },
	{ "vasterbotten_2019/krav.csv", EXCHANGE_REQUIREMENTS, false },
	{ "vasterbotten_2019/omfordelning.csv", EXCHANGE_REALLOCATIONS, false },
	{ "vasterbotten_2019/referens.csv", EXCHANGE_BENCHMARKS, false },
	{ "vasterbotten_2019/overlapp.csv", EXCHANGE_OVERLAPS, false },
	{ "vasterbotten_2019/kalkyl.csv", EXCHANGE_CALCULATIONS, false },
	{ "exempel_utfall/ansvariga.csv", EXCHANGE_PLAN, true },
	{ "exempel_utfall/utfall.csv", EXCHANGE_SAVINGS, true },
	{ "exempel_utfall/lage.csv", EXCHANGE_REPORTS, true },
	{ "exempel_utfall/beslut.csv", EXCHANGE_DECISIONS, true },
	{ "exempel_utfall/riskanalys.csv", EXCHANGE_ASSESSMENTS, true },
	{ "exempel_utfall/milstolpar.csv", EXCHANGE_MILESTONES, true },
};
static const struct part halland[] = {
	{ "halland_2015/plan.csv", EXCHANGE_PLAN, false },
	{ "halland_2015/utfall.csv", EXCHANGE_SAVINGS, false },
	{ "halland_2015/beslut.csv", EXCHANGE_DECISIONS, false },
	{ "halland_2015/forutsattningar.csv", EXCHANGE_PRECONDITIONS, false },
};
static const struct part norrbotten_errands[] = {
	{ "norrbotten_2017/uppdrag.csv", EXCHANGE_ASSIGNMENTS, false },
	{ "norrbotten_2017/matt.csv", EXCHANGE_INDICATORS, false },
	{ "norrbotten_2017/mattvarden.csv", EXCHANGE_MEASUREMENTS, false },
	{ "norrbotten_2017/koppling.csv", EXCHANGE_LINKS, false },
};
static const struct part norrbotten_strategic[] = {
	{ "norrbotten_2022/matt.csv", EXCHANGE_INDICATORS, false },
	{ "norrbotten_2022/produktion.csv", EXCHANGE_INDICATORS, false },
	{ "norrbotten_2022/uppdrag.csv", EXCHANGE_ASSIGNMENTS, false },
};
static const struct part skane[] = {
	{ "skane_2021/mal.csv", EXCHANGE_GOALS, false },
};

static const struct document documents[] = {
	{ NULL, NULL, NULL, vasterbotten, G_N_ELEMENTS(vasterbotten) },
	{ "HA2015", "Framtidsarbetet 2015–2018", NULL, halland, G_N_ELEMENTS(halland) },
	{ "NB2017", "Regiondirektörens uppdrag våren 2017", "2017-03", norrbotten_errands,
	    G_N_ELEMENTS(norrbotten_errands) },
	{ "NB2022", "Division Länssjukvård 2, delårsrapport april 2022", "DÅ04-2022",
	    norrbotten_strategic, G_N_ELEMENTS(norrbotten_strategic) },
	{ "SK2021", "Framtidens hälsosystem", NULL, skane, G_N_ELEMENTS(skane) },
};

static const struct embedded_file *
find_file(const char *name)
{
	for (const struct embedded_file *f = example_files; f->name; f++)
		if (strcmp(f->name, name) == 0)
			return f;
	return NULL;
}

/* A name that every title carries. */
static bool
mark_example(struct session *s, GError **error)
{
	g_autofree char *name = g_strconcat(s->programme.name, " – Exempeldata", NULL);
	struct plan *plan;
	int64_t change;
	bool ok;

	if (g_str_has_suffix(s->programme.name, "Exempeldata"))
		return true;
	if (!session_begin(s, STORE_BASE, &plan, error))
		return false;
	ok = store_name_programme(s->store, s->programme.id, name, error);
	if (!session_end(s, ok, true, "namn", name, &change, error))
		return false;
	s->programme.name = g_string_chunk_insert(s->text, name);
	return true;
}

/* The round was handed in long ago, whatever time it is for whoever looks at it. */
static bool
close_round(struct session *s, const char *label, GError **error)
{
	g_autoptr(GStringChunk) pool = g_string_chunk_new(256);
	g_autoptr(GArray) rounds = NULL;
	struct plan *plan;
	int64_t change;
	bool ok;

	if (!session_begin(s, STORE_BASE, &plan, error))
		return false;
	ok =
	    store_read_rounds(s->store, s->programme.id, STORE_NOW, pool, &rounds, error);
	for (guint i = 0; ok && i < rounds->len; i++) {
		const struct stored_round *r =
		    &g_array_index(rounds, struct stored_round, i);

		if (strcmp(r->label, label) == 0)
			ok = store_add_round_state(s->store, r->id, "", true, error);
	}
	return session_end(s, ok, true, "omgång", label, &change, error);
}

static bool
load_document(
    struct session *s, const struct document *document, bool outcomes, GError **error)
{
	struct saved saved;

	if (document->code &&
	    !session_add_programme(s, document->code, document->name, &saved, error))
		return false;
	for (size_t i = 0; i < document->n_parts; i++) {
		const struct part *part = &document->parts[i];

		if ((outcomes || !part->outcomes) &&
		    !import_embedded(s, part->kind, find_file(part->file), error))
			return false;
	}
	return !document->closed || close_round(s, document->closed, error);
}

bool
session_load_example(struct session *s, bool outcomes, GError **error)
{
	g_autofree char *first = g_strdup(s->programme.code);

	for (size_t i = 0; i < G_N_ELEMENTS(documents); i++)
		if (!load_document(s, &documents[i], outcomes, error) ||
		    (i == 0 && outcomes && !mark_example(s, error)))
			return false;
	return session_choose(s, first, error);
}
