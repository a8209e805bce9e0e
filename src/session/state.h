/*
 * state.h - what a session holds, for src/session only.
 */
#ifndef SESSION_STATE_H
#define SESSION_STATE_H

#include "plan/followup.h"
#include "session/session.h"
#include "store/store.h"

struct session {
	struct store *store;
	char *path;
	char *who;
	int64_t fixed_now; /* SPARPLAN_NOW in ms; -1: the clock */
	GTimeZone *zone;
	bool named;  /* --program was given */
	bool screen; /* errors are read on the screen, not on the command line */
	GStringChunk *text;
	GArray *programmes; /* struct programme */
	struct programme programme;
	/* what has been read; thrown away by a verb or another's change */
	struct plan *plan;
	unsigned parts;   /* STORE_ACTIONS ... of plan */
	bool verb_reads;  /* the verb under way leaves plan as it was read */
	GPtrArray *old;   /* plans of as-of views */
	GPtrArray *texts; /* GStringChunks of views */
	int64_t data_version;
};

/* The programme's plan now with at least `parts`; borrowed. */
bool session_need_plan(
    struct session *s, unsigned parts, struct plan **ret, GError **error);
/* Read anew from now on; what was lent out lives until session_forget. */
void session_set_aside(struct session *s);
/* Forget what was read, also what was lent out. */
void session_forget(struct session *s);

/* The change a view asks for: STORE_NOW or a number. */
bool session_view_change(
    struct session *s, const struct view *view, int64_t *ret, GError **error);
/* Number of the last saving that a view as of a change has seen. */
bool session_last_saving(struct session *s, int64_t change, int64_t *ret, GError **error);
/* The programme's settings as of a change; texts live until the session forgets. */
bool session_settings_at(
    struct session *s, int64_t change, struct settings *ret, GError **error);
/* Does only what is attested count as realised? */
bool session_demands_attest(struct session *s, int64_t change, bool *ret, GError **error);
/* Rounds, reports, forecasts and finishes as of a change; followup_free. */
bool session_followup_at(
    struct session *s, int64_t change, struct followup **ret, GError **error);
/* The same of any programme in the file. */
bool session_settings_of(struct session *s, int64_t programme, int64_t change,
    struct settings *ret, GError **error);
bool session_followup_of(struct session *s, int64_t programme, int64_t change,
    struct followup **ret, GError **error);
/* The plan as of a change (owned by the session) with `parts`. */
bool session_plan_at(
    struct session *s, int64_t change, unsigned parts, struct plan **ret, GError **error);
/* The same, read anew for a caller that changes it. */
bool session_own_plan_at(
    struct session *s, int64_t change, unsigned parts, struct plan **ret, GError **error);
/* --avser or the default as of the change. */
bool session_view_cutoff(
    struct session *s, const struct view *view, int64_t change, int *ret, GError **error);

/* Within a read of several parts: all of one instant, and nothing read before another
 * process's change is used any more (what was lent out lives until the next verb or
 * poll). */
bool session_begin_read(struct session *s, GError **error);
void session_end_read(struct session *s);

/* Within a verb: the transaction is open and the plan (with `parts`) is fresh. */
bool session_begin(struct session *s, unsigned parts, struct plan **ret, GError **error);
/* The same for a verb that does not change the plan it is given: what has been read
 * before is taken when nobody has changed it since, and kept when the verb adds nothing
 * to it. */
bool session_begin_on(
    struct session *s, unsigned parts, const struct plan **ret, GError **error);
bool session_commit(struct session *s, const char *verb, const char *note, int64_t undoes,
    int64_t *ret_change, GError **error);
void session_cancel(struct session *s);
/* One of the two: what is `ok` is committed, when anything was `written`. */
bool session_end(struct session *s, bool ok, bool written, const char *verb,
    const char *note, int64_t *ret_change, GError **error);

/*
 * A text a person gave: blanks around it taken off (line breaks too) and its lines ending
 * with '\n', as files are read, so that an export read back is the same.  NULL is "".
 * Kept until the session forgets. Errors: INPUT when it is not UTF-8.
 */
bool session_text(struct session *s, const char *text, const char **ret, GError **error);

/* A message that is a clause, as importers print behind a column, made a sentence. */
void session_sentence(const char *what, GError **error);

/* The programme with that code; borrowed.  NULL with NOT_FOUND, which names those there
 * are. */
const struct programme *session_find_programme(
    const struct session *s, const char *code, GError **error);

/* Read the programmes anew and work with the one of that code, else the default one. */
bool session_read_programmes(struct session *s, const char *code, GError **error);
/* A programme must have code and name.  Errors: INPUT. */
bool session_named(const char *code, const char *name, GError **error);
/* The settings a new programme begins with. */
bool session_start_settings(struct session *s, int64_t programme, GError **error);

/* NOT_FOUND with the nearest id. */
void session_no_action(const struct plan *plan, const char *code, GError **error);
/* The same, for the screen or the command line. */
void session_no_action_on(
    const struct plan *plan, const char *code, bool screen, GError **error);

#endif
