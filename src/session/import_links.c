/*
 * import_links.c - what actions have to do with goals, indicators and decisions, and the
 * preconditions of a programme.
 */
#include <string.h>

#include "base/error.h"
#include "exchange/kinds_goals.h"
#include "session/import.h"
#include "session/link.h"

/* ---- koppling ------------------------------------------------------------------------
 */

static bool
link_row(void *user, const struct row *row, struct rejects *rejects, GError **error)
{
	static const struct kind_info *const info = &exchange_kinds[EXCHANGE_LINKS];
	struct importer *im = user;
	const struct value *v = row->values;
	const struct action *action = import_action(im, row, info, LINK_ID);
	struct link_edit edit = { .code = v[LINK_CODE].text,
		.year = v[LINK_YEAR].given ? v[LINK_YEAR].number : 0 };
	struct link link;
	int relation = RELATION__N;
	GError *refusal = NULL;
	bool same;

	if (!import_word(im, row, info, LINK_RELATION, relation_words, &relation) ||
	    row->refused || !action)
		return true;
	if (edit.year && relation != RELATION_TARGET) {
		rejects_add(rejects, row->file, row->line,
		    import_column(row, info, LINK_YEAR),
		    "bara ett målbelopp har år; töm cellen");
		return true;
	}
	edit.action = action->code;
	edit.relation = (enum relation)relation;
	link = (struct link){ action->id, edit.relation, edit.code, edit.year };
	if (!import_once(im, row, info, LINK_CODE,
	        g_strdup_printf("%" G_GINT64_FORMAT " %d %d %s", link.action, relation,
	            link.year, link.code)))
		return true;
	same = link_exists(im->plan, &link);
	if (!same && !link_check(im->plan, action, &edit, &refusal)) {
		import_refuse(im, row, import_column(row, info, LINK_CODE), &refusal);
		return true;
	}
	import_count(im, same, same);
	return same || store_add_link(im->session->store, &link, false, error);
}

/* ---- forutsattningar -----------------------------------------------------------------
 */

static const struct word required_words[] = { { "ja", 0 }, { "grundförutsättning", 1 },
	{ "nej", 2 }, { NULL, 0 } };
static const struct word met_words[] = { { "ja", 0 }, { "delvis", 1 }, { "nej", 2 },
	{ NULL, 0 } };

static const struct precondition *
find_precondition(const struct plan *plan, const char *name)
{
	for (guint i = 0; i < plan->preconditions->len; i++) {
		const struct precondition *p =
		    &g_array_index(plan->preconditions, struct precondition, i);

		if (strcmp(p->name, name) == 0)
			return p;
	}
	return NULL;
}

/* One of `words` into *field; a blank cell says nothing.  False after a reject. */
static bool
say_word(struct importer *im, const struct row *row, const struct kind_info *info,
    int column, const struct word *words, const char **field)
{
	int value = -1;

	if (!import_word(im, row, info, column, words, &value))
		return false;
	if (value >= 0)
		*field = word_text(words, value);
	return true;
}

static bool
precondition_row(
    void *user, const struct row *row, struct rejects *rejects, GError **error)
{
	static const struct kind_info *const info =
	    &exchange_kinds[EXCHANGE_PRECONDITIONS];
	struct importer *im = user;
	const struct value *v = row->values;
	const struct precondition *have =
	    find_precondition(im->plan, v[PRECONDITION_NAME].text);
	struct precondition p =
	    have ? *have : (struct precondition){ v[PRECONDITION_NAME].text, "", "", "" };
	bool ok =
	    say_word(im, row, info, PRECONDITION_REQUIRED, required_words, &p.required);
	bool same;

	(void)rejects;
	ok &= say_word(im, row, info, PRECONDITION_MET, met_words, &p.met);
	if (!ok || row->refused ||
	    !import_once(im, row, info, PRECONDITION_NAME, g_strdup(p.name)))
		return true;
	if (v[PRECONDITION_EXPLANATION].given)
		p.explanation = v[PRECONDITION_EXPLANATION].text;
	same = have && strcmp(have->required, p.required) == 0 &&
	       strcmp(have->met, p.met) == 0 &&
	       strcmp(have->explanation, p.explanation) == 0;
	import_count(im, have != NULL, same);
	return same || store_add_precondition(im->session->store,
	                   im->session->programme.id, &p, false, error);
}

const struct import_kind import_links_kind = { STORE_ALL, NULL, link_row, NULL, NULL };
const struct import_kind import_preconditions_kind = { STORE_GOALS, NULL,
	precondition_row, NULL, NULL };
