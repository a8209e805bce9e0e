/*
 * action.h - one row of the register (åtgärd), as one version of it says.
 *
 * Shape   every text is borrowed from the plan's chunk and never NULL; "" is "not said".
 *         Dates are kept in the plan's own writing (date.h parses them).
 * Source  product.md section 6, the plan file: action_fields is that file's columns, and
 *         also the names `andra`, `visa --format json`, the log and the form use.
 */
#ifndef PLAN_ACTION_H
#define PLAN_ACTION_H

#include <stdbool.h>
#include <stdint.h>

#include "plan/words.h"

struct action {
	int64_t id;   /* 0: not stored yet */
	int version;  /* 1, 2, ...; 0: not stored yet */
	bool removed; /* its creation was undone */
	enum kind kind;
	bool counts; /* räknas mot kravet */
	enum status status;
	int stage; /* 0..STAGE_MAX */
	enum basis basis;
	const char *code; /* "HS-02"; never changes */
	const char *name;
	const char *unit; /* the action's own förvaltning */
	const char *area;
	const char *owner;
	const char *plan_ready;
	const char *start;
	const char *finish;
	const char *indicator;
	const char *description;
};

/* What places an action in a list, without the rest of it. */
struct action_place {
	int64_t id;
	int64_t unit; /* its own förvaltning */
	bool counts;
	const char *code;
};

enum action_field {
	ACTION_NAME,
	ACTION_UNIT,
	ACTION_AREA,
	ACTION_KIND,
	ACTION_COUNTS,
	ACTION_OWNER,
	ACTION_STATUS,
	ACTION_STAGE,
	ACTION_BASIS,
	ACTION_PLAN_READY,
	ACTION_START,
	ACTION_FINISH,
	ACTION_INDICATOR,
	ACTION_DESCRIPTION,
	ACTION_FIELD__N
};

struct action_field_info {
	const char *name;  /* "åtgärd", "plan klar": the column's name in files */
	const char *key;   /* "atgard", "plan_klar": the name in JSON */
	const char *label; /* "Åtgärd": on screens */
	const struct word *words; /* the values it may take, or NULL */
	bool required;            /* may not be blank */
};
extern const struct action_field_info action_fields[ACTION_FIELD__N];

/* A new action with the defaults of the plan file: counts, BASIS_PERIOD, no status. */
void action_init(struct action *action, const char *code);

/* The field as text; borrowed.  "" when not said. */
const char *action_get(const struct action *action, enum action_field field);

/*
 * Set a field from text; texts are copied into `pool`.  Dates and words come out in their
 * canonical writing; blank text clears the field (räknas, grad, bas and required ones are
 * refused).  Errors: SPARPLAN_ERROR_INPUT, a clause; nothing is changed.
 */
bool action_set(struct action *action, enum action_field field, const char *text,
    GStringChunk *pool, GError **error);

/* Does its code, name, owner or area hold `folded` (text_holds)? */
bool action_mentions(const struct action *action, const char *folded);

/* The fields in which a and b differ, as bits (1u << enum action_field). */
unsigned action_diff(const struct action *a, const struct action *b);

#endif
