/*
 * import_choose.c - which rows of an import are taken, and telling what it does.
 */
#include <string.h>

#include "base/error.h"
#include "session/import.h"

/* The column that rows are chosen by is the first one of a kind. */
#define ID_COLUMN 0

static bool
has_id(const struct kind_info *kind)
{
	return kind->columns[ID_COLUMN].type == COLUMN_CODE &&
	       strcmp(kind->columns[ID_COLUMN].name, "id") == 0;
}

bool
import_check_kind(
    const struct import_choice *choice, const struct kind_info *kind, GError **error)
{
	if ((!choice->only && !choice->except) || has_id(kind))
		return true;
	g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT,
	    "Raderna i %s hör inte till åtgärder, så de kan inte väljas med åtgärdernas "
	    "id. "
	    "Läs in hela filen, eller ta bort de rader som inte ska med.",
	    kind->title);
	return false;
}

static bool
stands_in(struct importer *im, const char *const *codes, const char *code)
{
	if (!codes || !g_strv_contains(codes, code))
		return false;
	g_hash_table_add(im->chosen, g_strdup(code));
	return true;
}

bool
import_choose(void *user, const struct row *row, struct rejects *rejects, GError **error)
{
	struct importer *im = user;
	const struct import_choice *choice = im->choice;

	if (choice->only || choice->except) {
		const char *code = row->values[ID_COLUMN].text;
		bool only = !choice->only || stands_in(im, choice->only, code);
		bool except = stands_in(im, choice->except, code);

		if (!only || except) {
			/* what is wrong with a row that is left is nobody's hindrance */
			rejects_forget(rejects, row->file, row->line);
			im->result->left++;
			return true;
		}
	}
	return im->row(user, row, rejects, error);
}

bool
import_check_chosen(struct importer *im, GError **error)
{
	const char *const *lists[] = { im->choice->only, im->choice->except };

	for (size_t i = 0; i < G_N_ELEMENTS(lists); i++)
		for (size_t k = 0; lists[i] && lists[i][k]; k++) {
			if (g_hash_table_contains(im->chosen, lists[i][k]))
				continue;
			g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_NOT_FOUND,
			    "%s står inte i det som läses in, så ingenting är inläst. "
			    "Rätta --%s.",
			    lists[i][k], i ? "utom" : "bara");
			return false;
		}
	return true;
}

static bool
tell_fact(void *user, const struct fact *fact, GError **error)
{
	const struct import_choice *choice = user;
	const struct import_told told = { *fact->before ? IMPORT_CHANGED : IMPORT_NEW, "",
		fact->code, fact->field, fact->before, fact->after, 0, "", "" };

	(void)error;
	choice->tell(choice->user, &told);
	return true;
}

bool
import_tell(struct importer *im, GError **error)
{
	struct store *store = im->session->store;

	/* templates have told field by field */
	if (!im->choice->tell || im->template)
		return true;
	return store_facts(store, im->session->programme.id, store_change_number(store),
	    0, IMPORT_FACTS_TOLD + 1, tell_fact, (gpointer)(uintptr_t)im->choice, NULL,
	    error);
}
