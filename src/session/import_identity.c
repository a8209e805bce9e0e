/*
 * import_identity.c - what a row of a filled in template is of: programme, förvaltning,
 * action, round and the change that the template was made at.
 */
#include <string.h>

#include "base/text.h"
#include "session/import_template.h"

/* Another programme is told once a file: every row of it says the same. */
static bool
check_programme(struct importer *im, const struct row *row)
{
	const struct value *v = &row->values[TEMPLATE_PROGRAMME];
	const char *own = im->session->programme.code;
	g_autofree char *shown = text_display(v->text);

	if (!v->given)
		return !v->refused; /* told already, or by check_marks */
	if (g_ascii_strcasecmp(v->text, own) == 0)
		return true;
	if (im->template->refused != row->file)
		rejects_add(im->rejects, row->file, row->line,
		    template_column(row, TEMPLATE_PROGRAMME),
		    im->session->screen
		        ? "mallen är gjord för programmet %s, men här arbetar du med %s; "
		          "byt till %s och läs in den där, eller gör en ny mall"
		        : "mallen är gjord för programmet %s, men här arbetar du med %s; "
		          "ange --program %s, eller gör en ny mall",
		    shown, own, shown);
	im->template->refused = row->file;
	return false;
}

/* Does the row say nothing of what it is of?  Then a person has added it. */
static bool
is_added(const struct row *row)
{
	const struct value *v = row->values;

	return !v[TEMPLATE_ROUND].given && !v[TEMPLATE_PROGRAMME].given &&
	       !v[TEMPLATE_CHANGE].given;
}

/* An action of the row; NULL after a reject. */
static const struct action *
find_action(struct importer *im, const struct row *row)
{
	const char *code = row->values[TEMPLATE_ID].text;

	if (!is_added(row) || plan_action(im->plan, code))
		return import_action(im, row, &template_kind, TEMPLATE_ID);
	rejects_add(im->rejects, row->file, row->line, template_column(row, TEMPLATE_ID),
	    "åtgärden \"%s\" finns inte i planen; ta bort raden (en ny åtgärd läggs till "
	    "i "
	    "planen och kommer med i nästa mall)",
	    code);
	return NULL;
}

/* A sum or a note below the table is no action's.  False after a reject. */
static bool
check_id(struct importer *im, const struct row *row)
{
	const struct value *v = &row->values[TEMPLATE_ID];

	if (!v->given && !v->refused)
		rejects_add(im->rejects, row->file, row->line,
		    template_column(row, TEMPLATE_ID),
		    "raden har inget id, så den hör inte till någon åtgärd; ta bort den "
		    "(en ny åtgärd läggs till i planen och kommer med i nästa mall)");
	return v->given;
}

/* Does the row say what it is of?  One that a person has added does not.  False after a
 * reject. */
static bool
check_marks(struct importer *im, const struct row *row)
{
	static const int marks[] = { TEMPLATE_ROUND, TEMPLATE_PROGRAMME,
		TEMPLATE_CHANGE };
	bool told = false;

	for (size_t i = 0; i < G_N_ELEMENTS(marks); i++) {
		const struct value *v = &row->values[marks[i]];

		if (!v->given && !v->refused && !told)
			rejects_add(im->rejects, row->file, row->line,
			    template_column(row, marks[i]),
			    "cellen är tom, så raden säger inte vilken mall den hör "
			    "till; fyll i omgång, program och mall som på de andra "
			    "raderna, eller ta bort raden");
		told |= !v->given;
	}
	return !told;
}

/* The action belongs to the förvaltning that the template's row says. */
static bool
check_unit(struct importer *im, const struct row *row, const struct action *action)
{
	const struct value *v = &row->values[TEMPLATE_UNIT];
	g_autofree char *said = text_fold(v->text);
	g_autofree char *own = text_fold(action->unit);
	g_autofree char *shown = NULL, *shown_own = NULL;

	if (!v->given || strcmp(said, own) == 0)
		return true;
	shown = text_display(v->text);
	shown_own = text_display(*action->unit ? action->unit : "ingen förvaltning");
	rejects_add(im->rejects, row->file, row->line,
	    template_column(row, TEMPLATE_UNIT),
	    "mallen är gjord för %s, men åtgärden %s hör till %s; ta bort raden, eller "
	    "gör "
	    "en ny mall",
	    shown, action->code, shown_own);
	return false;
}

/* "#14": the change the template shows.  One that there is not is told once a file: every
 * row of it says the same. */
static bool
take_change(struct importer *im, const struct row *row, int64_t *ret)
{
	const char *text = row->values[TEMPLATE_CHANGE].text;
	const char *digits = *text == '#' ? text + 1 : text;
	int64_t last = store_change_number(im->session->store) - 1, change;
	char *end;

	change = g_ascii_strtoll(digits, &end, 10);
	if (!g_ascii_isdigit(*digits) || *end || change < 0)
		rejects_add(im->rejects, row->file, row->line,
		    template_column(row, TEMPLATE_CHANGE),
		    "cellen ska ha numret på den ändring som mallen gjordes vid, som på "
		    "de andra raderna");
	else if (change > last && im->template->unknown != row->file) {
		im->template->unknown = row->file;
		rejects_add(im->rejects, row->file, row->line,
		    template_column(row, TEMPLATE_CHANGE),
		    "mallen är gjord vid ändring #%" G_GINT64_FORMAT
		    ", men här är den senaste "
		    "#%" G_GINT64_FORMAT
		    "; den kan höra till en annan databas, så gör en ny mall",
		    change, last);
	} else if (change <= last) {
		*ret = change;
		return true;
	}
	return false;
}

/* What is remembered of an action to the end. */
static void
note_change(struct template_state *state, const char *code, int64_t change)
{
	int64_t *known = g_hash_table_lookup(state->changes, code);

	if (!known)
		g_hash_table_insert(
		    state->changes, g_strdup(code), g_memdup2(&change, sizeof(change)));
	else if (change < *known)
		*known = change;
}

bool
template_identify(struct taken *t)
{
	struct importer *im = t->im;
	const struct row *row = t->row;

	if (!check_id(im, row) || !check_programme(im, row))
		return false;
	t->action = find_action(im, row);
	if (!t->action || !check_marks(im, row) || !check_unit(im, row, t->action) ||
	    !take_change(im, row, &t->change) ||
	    !import_once(im, row, &template_kind, TEMPLATE_ID,
	        g_strjoin("\n", row->file, t->action->code,
	            row->values[TEMPLATE_ROUND].text, NULL)))
		return false;
	note_change(im->template, t->action->code, t->change);
	/* what was looked at may be replaced; what was written after that may not */
	if (im->choice->replace && im->choice->seen > t->change)
		t->change = im->choice->seen;
	return true;
}
