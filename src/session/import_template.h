/*
 * import_template.h - a row of the follow-up template while it is read, for src/session
 * only.
 */
#ifndef SESSION_IMPORT_TEMPLATE_H
#define SESSION_IMPORT_TEMPLATE_H

#include "exchange/template.h"
#include "session/import.h"

/* What the templates of one import come to. */
struct template_state {
	GHashTable
	    *changes; /* action's code -> int64_t *: the earliest that it was made at */
	GHashTable *said;     /* a field of an action's round -> struct template_said * */
	GHashTable *years;    /* action's code -> the last month of a year's amount */
	const char *refused;  /* the file that is of another programme */
	const char *unknown;  /* the file that is of a change there is not */
	int later;            /* rejects that are of fields written since */
	struct plan *targets; /* read when the first amount is; NULL: none yet */
};

/* What a file of this import has said in a column of an action's row. */
struct template_said {
	char *text, *file;
};

/* One open column of a row: what the file says, what stands, what stood. */
struct field {
	char *said, *now, *then; /* "" for nothing */
	char *doubt;             /* what is unusual about it; NULL: nothing */
	bool given;
	enum import_fate fate;
};

/* A row under way. */
struct taken {
	struct importer *im;
	const struct row *row;
	const struct action *action;
	int64_t change; /* that the template was made at */
	int status, light, nothing;
	bool reported;
	struct field fields[TEMPLATE_COLUMN__N];
};

/* The column's name as the file writes it. */
static inline const char *
template_column(const struct row *row, int column)
{
	return import_column(row, &template_kind, column);
}

/* That the row is of an action of this programme, once in its file.  False after rejects.
 */
bool template_identify(struct taken *t);
/* What the row says, what stands and what stood when the template was made;
 * template_clear_fields. */
bool template_read_fields(struct taken *t, GError **error);
void template_clear_fields(struct taken *t);
/* What the action had realised in the months `from` to `to` as of a change. */
bool template_realised(const struct taken *t, int64_t change, int from, int to,
    struct amount *ret, GError **error);
/* The last month of which a template before this row, in the same import, has said what
 * the action has realised in a year; 0: none has. */
int template_year_said(const struct taken *t);
/* What a file before has said in the column of the action's round; NULL for none. */
const struct template_said *template_said_before(const struct taken *t, int column);
void template_said_free(gpointer data);
/* What becomes of each field that it says something of. */
void template_judge(struct taken *t);
/* Tell of them.  False, after rejects, when one was given another value since. */
bool template_tell(struct taken *t);

#endif
