/*
 * session.h - what a person can do with a plan: one verb, one transaction, one reload.
 *
 * The only place that writes.  Command line, terminal and importers call these verbs, so
 * permission, conflicts and the log live here once.  A verb that fails has changed
 * nothing. Everything returned is owned by the caller unless it says borrowed.
 */
#ifndef SESSION_SESSION_H
#define SESSION_SESSION_H

#include "calendar/instant.h"
#include "exchange/csv_read.h"
#include "exchange/row_write.h"
#include "ledger/saving.h"
#include "plan/followup.h"
#include "plan/issued.h"
#include "plan/settings.h"
#include "rollup/detail.h"
#include "rollup/overview.h"
#include "session/imported.h"

struct session;

struct session_options {
	const char *path;
	const char *who;       /* --som; NULL: the login name */
	const char *programme; /* --program; NULL: as the settings say, else the first */
	const char *now;       /* SPARPLAN_NOW; NULL: the clock */
	bool write;            /* the verbs below may be used */
};

/* Errors: FILE (missing, damaged, newer, foreign), BUSY, NOT_FOUND (programme). */
bool session_open(
    const struct session_options *options, struct session **ret, GError **error);
/* A new file with one empty programme.  Errors: FILE when the file exists. */
bool session_create(const struct session_options *options, const char *code,
    const char *name, struct session **ret, GError **error);
void session_free(struct session *session);

const char *session_path(const struct session *session);
/* For whoever helps: the file, and the database's own words behind an error.  g_free. */
char *session_technics(const struct session *session, const GError *error);
const char *session_who(const struct session *session);
bool session_read_only(const struct session *session);
/* The programme that is worked with; borrowed. */
const struct programme *session_programme(const struct session *session);
GTimeZone *session_zone(struct session *session); /* borrowed */
int64_t session_now_ms(const struct session *session);

/* ---- reading ---------------------------------------------------------------------- */

/* An action thought N months late, in a view. */
struct view_delay {
	const char *action;
	int months;
};
/* What is asked for.  All zero: now, counted, the default cut-off. */
struct view {
	int cutoff;                  /* --avser; 0: the default */
	const struct instant *as_of; /* --per; NULL: now */
	/* a scenario: what is thought away and what is thought late; nothing is changed
	 */
	const char *const *without; /* codes, NULL-ended; NULL: none */
	const struct view_delay *delays;
	size_t n_delays;
	/* session_overview: only the actions of this förvaltning, by name; NULL: all */
	const char *unit;
	bool weighted;    /* session_rollup: risk-adjusted forecasts too */
	bool year_only;   /* session_list: the cut-off's year and no other, and rows when
	                     asked for */
	bool lights;      /* session_list: each row's lights too, and every row at once */
	bool within_plan; /* no later than the plan's last year, when the default is only
	                     the last full month: an old plan is shown where it is */
};

/* The month a view shows, now for NULL: its own, else the cut-off of the latest closed
 * round, else the latest month with a saving, else the last full month. */
bool session_cutoff(
    struct session *session, const struct view *view, int *ret, GError **error);

/* The number of the last change at an instant; 0 before the first.  Errors: NOT_FOUND, no
 * such change. */
bool session_change_at(
    struct session *session, const struct instant *instant, int64_t *ret, GError **error);

/*
 * The register: programme, units, areas, actions, requirements and the other adjustments,
 * without lines and targets.  Borrowed, until the next verb that changes something, or
 * session_poll that says changed: so it is with all that is borrowed.  A verb that is
 * refused leaves it.
 */
bool session_plan(struct session *session, const struct plan **ret, GError **error);

/* The same with everything there is, as of a view (NULL: now); borrowed likewise. */
bool session_whole(struct session *session, const struct view *view,
    const struct plan **ret, GError **error);

struct programme_row {
	const char *code, *name; /* borrowed, until the next verb or poll */
	int actions;
	bool current;
};
/* The programmes of the file, in order of creation: GArray of struct programme_row. */
bool session_programmes(struct session *session, GArray **ret, GError **error);
/* Work with another programme from now on; what was borrowed is gone.  Errors: NOT_FOUND,
 * which names those there are. */
bool session_choose(struct session *session, const char *code, GError **error);

/* One grouping, cheap at any size: labels are borrowed from the session. */
bool session_rollup(struct session *session, const struct view *view,
    enum grouping grouping, enum selection selection, struct rollup **ret,
    GError **error);

/* Everything an overview shows.  Its plan is borrowed from the session for a view of now,
 * owned by the overview's session cache for as-of views; valid until the next verb or
 * poll. */
bool session_overview(struct session *session, const struct view *view,
    struct overview **ret, GError **error);

/* An action in the list: whole, with its sums. */
struct listing_row {
	struct action action;
	const struct figure *cells; /* columns as listing.units */
};
/*
 * The action list.  Places and subtotals are all there.  A row is whole or not
 * read: with view.year_only it is read when session_list_rows asks for it, because a
 * window shows twenty rows of five hundred; without, every row is there from the start.
 * Valid until the next verb, or poll that says changed.
 */
struct listing {
	const struct plan *plan; /* borrowed; ask it for no actions, lines or targets */
	int cutoff;
	struct rollup *units; /* counted, by förvaltning */
	GArray *places; /* struct action_place, in order of creation, none removed */
	const struct listing_row **rows; /* one per place; NULL: not read yet */
	struct latest_report *reports; /* one per place; NULL with view.year_only, now */
	struct lights *lights;         /* one per place; NULL unless view.lights */
	int counted;                   /* actions that count */
	int reported; /* counted actions with a report for the cut-off month */
	int awaited;  /* those, and the counted ones its rounds wait for */
	/* what the rows are made of, for session_list_rows */
	GStringChunk *text;
	GPtrArray *blocks;  /* arrays of struct listing_row */
	GPtrArray *rollups; /* that own their cells */
	int64_t version;    /* of the file, when it was read */
};
bool session_list(struct session *session, const struct view *view, struct listing **ret,
    GError **error);
/* Read the rows at these indexes (NULL: all n places) that are not read yet.  Errors:
 * CONFLICT when another process has changed the file since: list anew. */
bool session_list_rows(struct session *session, struct listing *listing,
    const int *indexes, size_t n, GError **error);
void listing_free(struct listing *listing);

/* Errors: NOT_FOUND with the nearest id. */
bool session_detail(struct session *session, const char *code, const struct view *view,
    struct detail **ret, GError **error);

struct log_entry {
	int64_t change;
	int64_t at_ms;
	const char *who, *verb, *note;
	const char *action; /* code; "" when not about one */
	const char
	    *field; /* "status", "2021 drift", "utfall 2021-04"; "" for a summary */
	const char *old_text, *new_text;
};
struct log {
	GArray *entries; /* struct log_entry, newest change first */
	GStringChunk *text;
};
/* One action's history, or (NULL) the programme's, where a change of more than 20 facts
 * is one summary entry. */
bool session_log(
    struct session *session, const char *code, struct log **ret, GError **error);
/* What one change did in the programme, at most `max` facts; `ret_facts` is how many
 * there are.  Errors: NOT_FOUND, no such change. */
bool session_log_change(struct session *session, int64_t change, int max,
    struct log **ret, int64_t *ret_facts, GError **error);
void log_free(struct log *log);

/* Who made the last change of the file; "" before the first; g_free. */
bool session_last_writer(struct session *session, char **ret, GError **error);

struct round_row {
	struct round round;
	int reported; /* counted actions with a report in it */
	int awaited;  /* those, and the counted ones it waits for (plan/followup.h) */
};
struct rounds {
	GArray *rows; /* struct round_row, by cut-off */
	int counted;  /* actions that count */
	struct followup *followup;
	const struct plan *plan; /* borrowed, until the next verb or poll */
};
bool session_rounds(struct session *session, struct rounds **ret, GError **error);
void rounds_free(struct rounds *rounds);
/* The row of a label (round.h of the calendar); NULL when there is none. */
const struct round_row *rounds_find(const struct rounds *rounds, const char *label);
/* The counted actions that a round waits for, by plan_order: const struct action *,
 * borrowed. */
GPtrArray *rounds_missing(const struct rounds *rounds, int64_t round);

/* The programme's settings as of a view, now for NULL; texts live until the next verb or
 * poll. */
bool session_settings(struct session *session, const struct view *view,
    struct settings *ret, GError **error);

struct setting_change {
	int64_t change, at_ms;
	const char *who;
	const char *old_text, *new_text; /* the default where it was in force */
};
/* When a setting was changed, by whom, from what to what: GArray of struct
 * setting_change, the latest first; texts live until the next verb or poll. */
bool session_setting_history(
    struct session *session, enum setting setting, GArray **ret, GError **error);

/* Appendices in force as of a view (NULL: now), by number: GArray of struct issued; texts
 * live until the next verb or poll. */
bool session_issued(
    struct session *session, const struct view *view, GArray **ret, GError **error);

/* Has another process changed the file since the last read or verb?  Reloads if so. */
bool session_poll(struct session *session, bool *ret_changed, GError **error);

/* The latest change in the file, whatever its programme; number 0 before the first. */
struct last_change {
	int64_t number, at_ms;
	char *who; /* owned */
};
bool session_last_change(
    struct session *session, struct last_change *ret, GError **error);
void last_change_clear(struct last_change *last);

/* From now on errors say what to do on the screen, and name neither options nor
 * subcommands where there is something to do there. */
void session_set_screen(struct session *session);

/*
 * Called about every tenth of a second while another process keeps the file locked, with
 * how long that has been; false gives up (BUSY).  It must not use the session.  Without
 * it the wait lasts ten seconds.  NULL: none.
 */
typedef bool session_wait(void *user, int waited_ms);
void session_set_wait(struct session *session, session_wait *wait, void *user);

/* ---- verbs ------------------------------------------------------------------------ */

struct saved {
	int64_t change; /* 0: nothing differed, nothing was written */
	int64_t id;     /* of a saving */
	int version;    /* of an action */
	bool known;     /* the saving or report was there already */
};

struct target_edit {
	const char *recipient; /* unit name; "" or "ej fördelad": not allocated; NULL: the
	                          action's unit */
	enum cost_kind cost_kind;
	int year;             /* 0: ej årsfördelat */
	struct amount amount; /* missing: withdraw the target */
};
struct action_edit {
	const struct action *action; /* as it should be; id 0 makes a new one */
	int expected_version; /* CONFLICT unless it is the current one; 0: whatever it is
	                       */
	const struct target_edit *targets;
	size_t n_targets;
};
/* Save an action and its targets.  Unknown units and areas are created.  A step to a
 * higher stage must satisfy the rules of plan/stage.h (INPUT with the first it breaks);
 * going back is always allowed. */
bool session_edit(struct session *session, const struct action_edit *edit,
    struct saved *ret, GError **error);
/* Several in one change, all or none; an action that already is so is left alone.
 * Each action once; saved.version is the last one's. */
bool session_edit_many(struct session *session, const struct action_edit *edits, size_t n,
    struct saved *ret, GError **error);

struct saving_entry {
	const char *action;
	int month;
	int64_t ore;
	const char
	    *unit; /* NULL or "": the line's only recipient, else the action's own unit */
	int cost_kind;   /* -1: the action's only one, else ospecificerat */
	const char *ref; /* NULL or "": id|period|förvaltning|kostnadsslag */
	const char *document, *comment; /* NULL or "" */
};
/* Post one saving.  A known ref with the same amount: saved.known, nothing written.  With
 * another amount: EXISTS, unless `correct`, which posts the difference as a correction.
 */
bool session_post(struct session *session, const struct saving_entry *entry, bool correct,
    struct saved *ret, GError **error);

/* What has been posted of a line and month, as far as it is attested, or is not. */
struct posted_row {
	const char *action, *name, *unit; /* unit: who receives the saving */
	enum cost_kind cost_kind;
	int month;
	int64_t ore;
	int rows;        /* of the ledger, corrections too */
	const char *who; /* that posted them: "ea01, ak17" */
	int own_rows;    /* those of the one who asks, who may not attest them */
	int64_t own_ore;
	bool own; /* there are any */
};
/* GArray of struct posted_row: not attested by month and action, or (`verified`) attested
 * with the latest month first.  Texts live until the next verb or poll. */
bool session_posted(struct session *session, bool verified, GArray **ret, GError **error);

struct verify_entry {
	const char *action;
	int month;
	const char *unit;    /* only the lines of this recipient; NULL or "": all */
	int cost_kind;       /* only those of this kind; -1: all */
	bool withdraw;       /* take attests back */
	const char *comment; /* NULL or "" */
};
struct verified {
	int64_t change; /* 0: nothing was written */
	int rows; /* of the ledger that were attested, or whose attest was withdrawn */
	int own;  /* rows left, because the one who asks posted them */
};
/* Attest every row of an action and month that is not yet.  Errors: NOT_FOUND, no such
 * action, or no saving; INPUT, the one who asks posted a row of them. */
bool session_verify(struct session *session, const struct verify_entry *entry,
    struct verified *ret, GError **error);
/* Attest every row of the programme up to a month that somebody else posted. */
bool session_verify_all(struct session *session, int until, const char *comment,
    struct verified *ret, GError **error);

struct report_entry {
	const char *action;
	const char *round;  /* NULL or "": session_round of the default cut-off */
	enum status status; /* STATUS_NONE: as before */
	enum light light;
	const char *comment; /* NULL or "": none */
	bool nothing_new;
	struct amount forecast; /* for the cut-off's year */
	/* the round's comment as the person saw it: CONFLICT when it is another now;
	 * NULL: any */
	const char *seen;
	bool late;               /* a correction: a closed round takes it too */
	const char *result;      /* of an uppdrag; NULL or "": as before */
	const char *seen_result; /* as `seen`, of the result */
	bool not_nothing;        /* takes "inget nytt" away, as what is new does */
};
/* The round to report in when a month is shown: the one that ends with it, else the month
 * itself; when that is closed, the first open one after it, else the month after; g_free.
 */
bool session_round(struct session *session, int cutoff, char **ret, GError **error);
/* Errors: INPUT, also for a light that is judged (not grå) in a report without a comment,
 * and for a closed round unless the entry is late; NOT_FOUND; CONFLICT. */
bool session_report(struct session *session, const struct report_entry *entry,
    struct saved *ret, GError **error);

/* Several in one change, all or none.  saved.known: none of them said anything new. */
bool session_report_many(struct session *session, const struct report_entry *entries,
    size_t n, struct saved *ret, GError **error);

struct link_edit {
	const char *action;
	enum relation relation;
	const char *code; /* of the goal, indicator or decision */
	int year;         /* RELATION_TARGET: 0 is ej årsfördelat; else 0 */
	bool remove;
};
/* Link an action to a goal, an indicator or a decision, or take a link away.
 * saved.known: it was so already.  Errors: NOT_FOUND, no such action, goal, indicator,
 * decision or target of the year. */
bool session_link(struct session *session, const struct link_edit *edit,
    struct saved *ret, GError **error);

struct round_edit {
	const char *name; /* as a person writes it; made when it is not there */
	const char *due;  /* ÅÅÅÅ-MM-DD; "": none; NULL: as it is */
	int closed;       /* 1, 0; -1: as it is */
};
/* saved.known: it was there.  Errors: INPUT. */
bool session_set_round(struct session *session, const struct round_edit *edit,
    struct saved *ret, GError **error);

struct decision_edit {
	const struct decision *decision; /* as it should be; its action is not read */
	const char *action;              /* NULL or "": about the programme */
	/* as the person saw it: CONFLICT when it is another now; NULL: a new one, EXISTS
	 * when there is one of that code */
	const struct decision *seen;
};
/* Write a decision of the programme or of an action.  saved.change 0: nothing differed.
 * Errors: INPUT; NOT_FOUND, no such action. */
bool session_decide(struct session *session, const struct decision_edit *edit,
    struct saved *ret, GError **error);

struct milestone_edit {
	const char *action, *name;
	const char *due, *reached;    /* as plans write dates; "": none */
	const struct milestone *seen; /* as in struct decision_edit */
};
/* Write a milestone of an action, or when it was reached.  Errors: as session_decide. */
bool session_set_milestone(struct session *session, const struct milestone_edit *edit,
    struct saved *ret, GError **error);

struct setting_edit {
	enum setting setting;
	const char *value; /* as a person writes it; blank: the default */
};
/* Set several in one change.  Errors: INPUT, a value that cannot be read or thresholds
 * that contradict each other; NOT_FOUND, a default programme that is not there. */
bool session_set(struct session *session, const struct setting_edit *edits, size_t n,
    struct saved *ret, GError **error);

/* Issue an appendix: number, change, time and who are given here, and saved.id is the
 * number.  The same book, decision and digest again: saved.known, nothing
 * is written.  Errors: INPUT, no decision; NOT_FOUND, no such förvaltning or action. */
bool session_issue(struct session *session, const struct issued *issue, struct saved *ret,
    GError **error);

/* Take back one change by new facts (a removal, the values before, a correction).
 * CONFLICT when something later has touched the same thing.  Undoing an undo is redo. */
bool session_undo(
    struct session *session, int64_t change, struct saved *ret, GError **error);

/*
 * Import files of one kind in one transaction.  With rejects nothing is written and the
 * call fails with INPUT ("...ingenting är inläst").  With `dry_run` nothing is written.
 */
bool session_import(struct session *session, enum exchange_kind kind,
    const char *const *files, size_t n_files, const struct read_options *options,
    bool dry_run, struct rejects *rejects, struct import_result *ret, GError **error);
/*
 * The same of the rows that are chosen.  A filled in template (exchange/template.h),
 * which utfall and lage take, is read whole: its amounts so far this year and its reports
 * are one change.  Errors: CONFLICT too, when every reject is an IMPORT_LATER; NOT_FOUND,
 * a chosen action stands in no file; INPUT, the kind's rows have no id to choose by.
 */
bool session_import_chosen(struct session *session, enum exchange_kind kind,
    const char *const *files, size_t n_files, const struct read_options *options,
    const struct import_choice *choice, bool dry_run, struct rejects *rejects,
    struct import_result *ret, GError **error);

/* Another programme in the same file, which is chosen.  Errors: EXISTS; INPUT, no code or
 * name. */
bool session_add_programme(struct session *session, const char *code, const char *name,
    struct saved *ret, GError **error);

/* The bundled example: the plan with its adjustments; `outcomes` adds the invented
 * outcomes, owners and reports, and "Exempeldata" to the programme's name. */
bool session_load_example(struct session *session, bool outcomes, GError **error);

/* All rows of a kind, to a writer made for it (row_write.h), which is finished. */
bool session_export(struct session *session, enum exchange_kind kind,
    struct row_writer *writer, GError **error);

#endif
