/*
 * store.h - rows to structs and back.  It computes no rule.
 *
 * Reading   every read takes the change as of which: STORE_NOW, or a number.
 * Writing   between store_begin and store_commit, which adds the balances, computes the
 *           chained digest and writes the change.  After a failed write only
 * store_rollback. Errors    SPARPLAN_ERROR_FILE, BUSY; CONFLICT where a version is taken
 * already.
 */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include <glib.h>

#include "ledger/balance.h"
#include "ledger/saving.h"
#include "plan/followup.h"
#include "plan/issued.h"
#include "plan/plan.h"
#include "plan/settings.h"

#define STORE_NOW INT64_MAX

struct store;

bool store_open(const char *path, bool write, struct store **ret, GError **error);
bool store_create(const char *path, struct store **ret, GError **error);
void store_close(struct store *store);
bool store_read_only(const struct store *store);
bool store_backup(struct store *store, const char *path, bool overwrite, GError **error);
/* Make the views for other programs (schema/public.sql) anew, or take them away; how many
 * there are then.  No change of the plan. */
bool store_set_public(struct store *store, bool there, int *ret, GError **error);
/* A number that changes when another process has committed. */
bool store_data_version(struct store *store, int64_t *ret, GError **error);

/* While the file is locked by another process: see db_set_wait. */
void store_set_wait(
    struct store *store, bool (*wait)(void *user, int waited_ms), void *user);

/* One read transaction over several reads; closed by store_end_read. */
bool store_begin_read(struct store *store, GError **error);
void store_end_read(struct store *store);
/* As db_answer_behind. */
const char *store_answer_behind(const char *message);

/* ---- changes ---------------------------------------------------------------------- */

struct change {
	int64_t number;
	int64_t at_ms;
	char *who, *verb, *note;
	int64_t undoes;
	int64_t last_saving;
};
void change_clear(struct change *change);

/* Number 0 when nothing has been written. */
bool store_last_change(struct store *store, struct change *ret, GError **error);
bool store_change(
    struct store *store, int64_t number, struct change *ret, GError **error);
/* The last change at or before an instant; 0 when there is none. */
bool store_change_at(struct store *store, int64_t at_ms, int64_t *ret, GError **error);
/* GArray of struct change (cleared with it), newest first. */
bool store_changes(struct store *store, GArray **ret, GError **error);

bool store_begin(struct store *store, GError **error);
/* Has the change under way, or the latest, added to what store_read_plan reads? */
bool store_adds_to_plan(const struct store *store);
/* The number the change under way will get. */
int64_t store_change_number(const struct store *store);
/* Writes the change; *ret_number is 0 and nothing is written when no fact was added. */
bool store_commit(struct store *store, int64_t now_ms, const char *who, const char *verb,
    const char *note, int64_t undoes, int64_t *ret_number, GError **error);
void store_rollback(struct store *store);

/* ---- reading ---------------------------------------------------------------------- */

/* GArray of struct programme; texts in `pool`. */
bool store_read_programmes(struct store *store, int64_t change, GStringChunk *pool,
    GArray **ret, GError **error);

/* What of a programme to read: units, areas and adjustments always are. */
#define STORE_BASE        0u
#define STORE_ACTIONS     1u
#define STORE_LINES       2u
#define STORE_TARGETS     4u  /* with their lines */
#define STORE_ADJUSTMENTS 8u  /* overlaps, reallocations, calculations, benchmarks */
#define STORE_STEPS       16u /* decisions, assessments, milestones */
#define STORE_GOALS       32u /* goals, indicators, assignments, preconditions, links */
#define STORE_ALL         63u
/* plan_index is done. */
bool store_read_plan(struct store *store, const struct programme *programme,
    int64_t change, unsigned parts, struct plan **ret, GError **error);

/* What places every action that is not removed, now, in order of creation: GArray of
 * struct action_place, texts in `pool`.  Much cheaper than the actions whole. */
bool store_read_places(struct store *store, int64_t programme, GStringChunk *pool,
    GArray **ret, GError **error);
/* An action of the plan's programme now, whole; its code is the place's own text, unit
 * and area the plan's, the others are in `pool`.  Errors: NOT_FOUND. */
bool store_read_action(struct store *store, const struct plan *plan,
    const struct action_place *place, GStringChunk *pool, struct action *ret,
    GError **error);

struct stored_report {
	int64_t action, round, change;
	const char *label;
	int cutoff;
	bool removed, nothing_new;
	enum status status;
	enum light light;
	const char *comment;
	const char *result; /* of an uppdrag; NULL: none, when written */
};
/* In order of writing: the last of (action, round) is in force.  `action` 0: all. */
bool store_read_reports(struct store *store, int64_t programme, int64_t action,
    int64_t change, GStringChunk *pool, GArray **ret, GError **error);
/* Ids (int64) of the actions with a report in force, now, for a round that ends with
 * `cutoff`; ascending. */
bool store_read_reported(
    struct store *store, int64_t programme, int cutoff, GArray **ret, GError **error);
bool store_read_forecast(struct store *store, int64_t action, int64_t round, int year,
    int64_t change, struct amount *ret, GError **error);

struct stored_round {
	int64_t id;
	int cutoff;
	const char *label;
	/* its state, from store_read_round_states only */
	const char *due; /* ÅÅÅÅ-MM-DD or "" */
	bool closed;
};
bool store_read_rounds(struct store *store, int64_t programme, int64_t change,
    GStringChunk *pool, GArray **ret, GError **error);

/* The same with their state, in order of cut-off. */
bool store_read_round_states(struct store *store, int64_t programme, int64_t change,
    GStringChunk *pool, GArray **ret, GError **error);
/* Every opening and closing of rounds, by round and in order of writing: GArray of struct
 * round_step. */
struct round_step {
	int64_t round, change;
	bool closed;
};
bool store_read_round_steps(
    struct store *store, int64_t programme, int64_t change, GArray **ret, GError **error);
/* The id of the last action made by a change; 0 when there is none. */
bool store_last_action(
    struct store *store, int64_t programme, int64_t change, int64_t *ret, GError **error);
/* Cut-off of the latest closed round; 0 when none is. */
bool store_last_closed(
    struct store *store, int64_t programme, int64_t change, int *ret, GError **error);

/* Forecasts in force: GArray of struct forecast, by action, cut-off, round and year. */
bool store_read_forecasts(
    struct store *store, int64_t programme, int64_t change, GArray **ret, GError **error);

/* What versions said of when an action finishes: GArray of struct finish, by action and
 * version. */
bool store_read_finishes(struct store *store, int64_t programme, int64_t change,
    GStringChunk *pool, GArray **ret, GError **error);

/* Settings in force laid over *settings; texts in `pool`. */
bool store_read_settings(struct store *store, int64_t programme, int64_t change,
    GStringChunk *pool, struct settings *settings, GError **error);

/* One of them alone, cheaper. */
bool store_read_setting(struct store *store, int64_t programme, int64_t change,
    const char *name, GStringChunk *pool, struct settings *settings, GError **error);

/* What was ever said of a setting (`programme` 0: of the whole database), in order of
 * writing: GArray of struct setting_row, texts in `pool`. */
struct setting_row {
	int64_t change, at_ms;
	const char *who;
	const char *value;
};
bool store_read_setting_history(struct store *store, int64_t programme, const char *name,
    GStringChunk *pool, GArray **ret, GError **error);

/* Appendices in force, by number: GArray of struct issued, texts in `pool`. */
bool store_read_issued(struct store *store, int64_t programme, int64_t change,
    GStringChunk *pool, GArray **ret, GError **error);

/* Like store_read_cube: rows of the ledger that no attest stands behind, of the
 * programme. */
bool store_read_unverified(struct store *store, int64_t programme, int64_t change,
    int64_t last_saving, int from, int to, GArray **ret, GError **error);

/* The savings of a line of which a row (the first, or a correction) has no attest behind
 * it, and what those rows come to: GArray of struct unverified_saving, by saving. */
struct unverified_saving {
	int64_t saving; /* id of its first row */
	int month;
	int64_t ore;
	int reports;
};
bool store_read_line_unverified(struct store *store, int64_t line, int64_t change,
    int64_t last_saving, GArray **ret, GError **error);

/* The rows of a line and month, corrections too: GArray of struct attested_row. */
struct attested_row {
	int64_t saving;
	int64_t ore;
	bool verified;
	const char *who; /* that posted it */
};
bool store_read_attested(struct store *store, int64_t line, int month, GStringChunk *pool,
    GArray **ret, GError **error);

/* Lines and targets in force of one action, appended to the arrays. */
bool store_read_lines(struct store *store, int64_t action, int64_t change, GArray *lines,
    GArray *targets, GError **error);

/* Savings in force of a line (or, line 0, of the programme), corrections added up; those
 * taken back are left out.  `func` gets each; false stops. */
typedef bool (*saving_func)(void *user, const struct saving *saving, GError **error);
bool store_read_savings(struct store *store, int64_t programme, int64_t line,
    int64_t last_saving, saving_func func, void *user, GError **error);

/* Who saved the action last as of a change. */
bool store_action_changed(struct store *store, int64_t action, int64_t change,
    int64_t *ret_ms, GStringChunk *pool, const char **ret_who, GError **error);

/* ---- balances --------------------------------------------------------------------- */

/* The kept sums of one grouping (GROUPING__N: all of them), appended as struct balance.
 */
bool store_read_balances(struct store *store, int64_t programme, enum grouping grouping,
    GArray *rows, GError **error);
/* Those of one year, of what counts or does not, with keys from..to: appended. */
bool store_read_year_balances(struct store *store, int64_t programme,
    enum grouping grouping, bool counts, int year, int64_t from, int64_t to, GArray *rows,
    GError **error);
/* Latest month in which savings in force sum to something, so that one corrected to
 * nothing does not count; 0 when there is none. */
bool store_last_month(struct store *store, int64_t programme, int *ret, GError **error);
/* The last year that the plan has amounts for; 0 when there is none. */
bool store_last_year(struct store *store, int64_t programme, int *ret, GError **error);
/* Latest month with any row of the ledger. */
bool store_last_posted(struct store *store, int64_t programme, int *ret, GError **error);

/* A line's classification, as of a change. */
struct line_facet {
	int64_t line;
	bool removed; /* its action is */
	struct facet facet;
};
/* The one of a line, by bisection; NULL when there is none. */
const struct line_facet *line_facet_find(const GArray *facets, int64_t line);
bool store_read_facets(
    struct store *store, int64_t programme, int64_t change, GArray **ret, GError **error);

/* Realised per line and month, months within from..to: GArray of struct cube_cell, by
 * line (ascending) and month.  `line` 0: every line of every programme. */
bool store_read_cube(struct store *store, int64_t last_saving, int64_t line, int from,
    int to, GArray **ret, GError **error);

/* Everything added up anew from targets and ledger as of a change, savings up to `until`
 * (YYYYMM; 0: all).  What store_read_balances must equal now. */
bool store_make_book(struct store *store, int64_t programme, int64_t change, int until,
    struct balance_book **ret, GError **error);

/* ---- writing (between store_begin and store_commit) -------------------------------- */

bool store_add_programme(struct store *store, const char *code, const char *name,
    int64_t *ret, GError **error);
bool store_name_programme(
    struct store *store, int64_t programme, const char *name, GError **error);
bool store_add_unit(struct store *store, int64_t programme, const char *name,
    int64_t *ret, GError **error);
bool store_add_area(struct store *store, int64_t programme, const char *name,
    int64_t *ret, GError **error);
/* The id of an action by code, removed ones too; 0 when there is none. */
bool store_find_action(struct store *store, int64_t programme, const char *code,
    int64_t *ret, GError **error);
/* Its newest version's number. */
bool store_latest_version(struct store *store, int64_t action, int *ret, GError **error);
bool store_add_action(struct store *store, int64_t programme, const char *code,
    int64_t *ret, GError **error);
/* Version `action->version` of action->id.  CONFLICT when it is taken.  When the
 * classification differs from the version before, the sums of its lines move. */
bool store_add_version(struct store *store, int64_t programme,
    const struct action *action, int64_t unit, int64_t area, GError **error);
/* The line of (action, recipient, cost kind), added when there is none. */
bool store_need_line(struct store *store, int64_t action, int64_t unit,
    enum cost_kind kind, int64_t *ret, GError **error);
struct new_target {
	int64_t line;
	int year;
	struct amount amount; /* missing: withdrawn */
	struct amount before; /* in force until now, for the balance */
	struct facet facet;
};
/* All in one statement; balances follow. */
bool store_add_targets(struct store *store, int64_t programme,
    const struct new_target *targets, size_t n, GError **error);

struct new_saving {
	int64_t line;
	int month;
	int64_t ore;
	int reports;
	int64_t corrects;
	const char *ref, *document, *comment; /* NULL or "": none */
};
/* *ret is the new id, or 0 when its ref (or, without ref, its line and month) is known.
 */
bool store_add_saving(struct store *store, int64_t programme, const struct facet *facet,
    const struct new_saving *saving, int64_t *ret, GError **error);
/* Rows that one statement should be given: SQLite keeps in memory what it may have to
 * take back of one. */
#define STORE_PIECE 8192
/*
 * Many at once: ret_added[i] says whether row i was new.  Their balances are left to
 * store_post_saving, so that a run of rows on one line and month is posted once.
 */
bool store_add_savings(struct store *store, int64_t programme,
    const struct new_saving *savings, size_t n, bool *ret_added, GError **error);
bool store_post_saving(struct store *store, int64_t programme, const struct facet *facet,
    int month, int64_t ore, int reports, GError **error);
/* The row that made a saving known: id, line, month, and its sum with corrections. */
struct known_saving {
	int64_t id, line;
	int month;
	int64_t ore;
	int reports;
	bool in_this_change;
};
bool store_find_saving(struct store *store, int64_t programme, int64_t line, int month,
    const char *ref, struct known_saving *ret, GError **error);

bool store_add_round(struct store *store, int64_t programme, const char *label,
    int cutoff, int64_t *ret, GError **error);
bool store_add_report(
    struct store *store, const struct stored_report *report, GError **error);
bool store_add_forecast(struct store *store, int64_t action, int64_t round, int year,
    struct amount amount, GError **error);
bool store_add_requirement(struct store *store, int64_t programme,
    const struct requirement *requirement, GError **error);
bool store_add_overlap(
    struct store *store, const struct overlap *overlap, GError **error);
bool store_add_reallocation(struct store *store, int64_t programme,
    const struct reallocation *reallocation, GError **error);
bool store_add_calculation(
    struct store *store, const struct calculation *calculation, GError **error);
bool store_add_benchmark(struct store *store, int64_t programme,
    const struct benchmark *benchmark, GError **error);

/* `programme` 0: of the whole database. */
bool store_add_setting(struct store *store, int64_t programme, const char *name,
    const char *value, GError **error);
bool store_add_round_state(
    struct store *store, int64_t round, const char *due, bool closed, GError **error);
bool store_add_verification(
    struct store *store, int64_t saving, bool standing, const char *note, GError **error);
bool store_add_decision(struct store *store, int64_t programme,
    const struct decision *decision, GError **error);
bool store_add_assessment(
    struct store *store, const struct assessment *assessment, GError **error);
bool store_add_milestone(struct store *store, int64_t programme,
    const struct milestone *milestone, GError **error);

/* `removed` takes away what has the same key (schema/008_goals.sql). */
bool store_add_goal(struct store *store, int64_t programme, const struct goal *goal,
    bool removed, GError **error);
bool store_add_indicator(struct store *store, int64_t programme,
    const struct indicator *indicator, bool removed, GError **error);
bool store_add_measurement(struct store *store, int64_t programme,
    const struct measurement *measurement, bool removed, GError **error);
bool store_add_assignment(struct store *store, const struct assignment *assignment,
    bool removed, GError **error);
bool store_add_precondition(struct store *store, int64_t programme,
    const struct precondition *precondition, bool removed, GError **error);
bool store_add_link(
    struct store *store, const struct link *link, bool removed, GError **error);

/* Has the change that is being written attested anything that `who` has posted? */
bool store_attested_own(struct store *store, const char *who, bool *ret, GError **error);
/* Under the programme's next number, into *ret; number, names, time and who are not read.
 * `unit` and `action` 0: none. */
bool store_add_issued(struct store *store, int64_t programme, const struct issued *issue,
    int64_t unit, int64_t action, int *ret, GError **error);

/* New facts that take back those of a change.  CONFLICT when something later has touched
 * the same thing.  Balances follow. */
bool store_undo(struct store *store, int64_t change, GError **error);

/* Ids of the actions whose versions or reports a change wrote: GArray of int64_t. */
bool store_actions_of_change(
    struct store *store, int64_t change, GArray **ret, GError **error);

/* ---- checks and history ------------------------------------------------------------ */

/* Each finding is a sentence appended to `findings` (char *): integrity, foreign keys,
 * the chain of digests. */
bool store_check(struct store *store, GPtrArray *findings, GError **error);

/* What a change did, one at a time, in order of writing. */
struct fact {
	int64_t change;
	int64_t action; /* 0: not about one */
	const char *code;
	const char *field;  /* "status", "mål 2021 drift", "utfall 2021-04" */
	const char *before; /* "" for nothing */
	const char *after;
};
typedef bool (*fact_func)(void *user, const struct fact *fact, GError **error);
/*
 * `action` 0: the facts of `change` about `programme`; else those about one action, of
 * all changes (change 0).  Stops after `limit` facts (0: none); *ret_told is how many
 * func got.
 */
bool store_facts(struct store *store, int64_t programme, int64_t change, int64_t action,
    int64_t limit, fact_func func, void *user, int64_t *ret_told, GError **error);
/* How many facts a change wrote, lines and names not counted. */
bool store_count_facts(struct store *store, int64_t change, int64_t *ret, GError **error);

#endif
