/*
 * import.h - the frame of an import and one importer per kind, for src/session only.
 */
#ifndef SESSION_IMPORT_H
#define SESSION_IMPORT_H

#include "schema/embed.h"
#include "session/post.h"

struct importer {
	struct session *session;
	struct names names;
	struct plan *plan; /* fresh, under the lock */
	struct rejects *rejects;
	struct import_result *result;
	GStringChunk *text;
	bool late;        /* read_options.late */
	GHashTable *seen; /* keys of rows, to refuse what stands twice */
	const struct import_choice *choice;
	GHashTable *chosen; /* codes of choice->only and except that stood in a file */
	row_func row;       /* the kind's, for import_choose */
	struct template_state *template; /* NULL until there is one */
	void *state;                     /* the kind's own */
};

/* One row per kind: what it needs of the plan, and its three steps. */
struct import_kind {
	unsigned parts;
	void (*start)(struct importer *im);                  /* may be NULL */
	row_func row;                                        /* user is the importer */
	bool (*finish)(struct importer *im, GError **error); /* may be NULL */
	void (*end)(struct importer *im); /* frees state; may be NULL */
};

/* The column's name as the file writes it, or as we do. */
const char *import_column(
    const struct row *row, const struct kind_info *kind, int column);
/* Refuse a cell with the message of *error, which is cleared. */
void import_refuse(
    struct importer *im, const struct row *row, const char *column, GError **error);
/* The action of a row, or NULL after a reject that names the nearest id. */
struct action *import_action(
    struct importer *im, const struct row *row, const struct kind_info *kind, int column);
/* A cell's text; "" when it is not given. */
const char *import_text(const struct value *value);
/* The same, kept to the end of the import: a row's texts are borrowed for its call. */
const char *import_keep(struct importer *im, const struct value *value);
/* A cell's text into a field, kept too; a blank cell says nothing. */
void import_say(
    struct importer *im, const struct row *row, int column, const char **field);
/* A word cell; false after a reject. */
bool import_word(struct importer *im, const struct row *row, const struct kind_info *kind,
    int column, const struct word *words, int *ret);
/* False after a reject of `column` when the key stood in an earlier row; takes `key`. */
bool import_once(struct importer *im, const struct row *row, const struct kind_info *kind,
    int column, char *key);
/* The words ja and x, nej. */
extern const struct word import_yes_words[];
/* Count one row's outcome. */
void import_count(struct importer *im, bool known, bool same);

/* A row to the kind's importer, unless it is not chosen. */
bool import_choose(
    void *user, const struct row *row, struct rejects *rejects, GError **error);
/* Does the choice hold for the kind, and (when all is read) did all of it stand there? */
bool import_check_kind(
    const struct import_choice *choice, const struct kind_info *kind, GError **error);
bool import_check_chosen(struct importer *im, GError **error);
/* Tell what the change that is being written does, of files that are no templates. */
bool import_tell(struct importer *im, GError **error);

/* A row of the follow-up template, for the importers that take it. */
bool import_template_row(struct importer *im, const struct row *row, GError **error);
/* When all is read: tell what others have changed of its actions since it was made. */
bool import_template_since(struct importer *im, GError **error);
/* How many rejects are what somebody else has written since. */
int import_template_later(const struct importer *im);
/* Has a template of this import said what the action has realised in a year? */
bool import_template_year(const struct importer *im, const char *code);
void import_template_clear(struct importer *im);

/* A file that is part of the program, in one change of its own. */
bool import_embedded(struct session *s, enum exchange_kind kind,
    const struct embedded_file *file, GError **error);

/* The importers. */
extern const struct import_kind import_plan_kind;
extern const struct import_kind import_savings_kind;
extern const struct import_kind import_reports_kind;
extern const struct import_kind import_requirements_kind;
extern const struct import_kind import_reallocations_kind;
extern const struct import_kind import_benchmarks_kind;
extern const struct import_kind import_overlaps_kind;
extern const struct import_kind import_calculations_kind;
extern const struct import_kind import_decisions_kind;
extern const struct import_kind import_assessments_kind;
extern const struct import_kind import_milestones_kind;
extern const struct import_kind import_forecasts_kind;
extern const struct import_kind import_goals_kind;
extern const struct import_kind import_indicators_kind;
extern const struct import_kind import_measurements_kind;
extern const struct import_kind import_assignments_kind;
extern const struct import_kind import_preconditions_kind;
extern const struct import_kind import_links_kind;

#endif
