/*
 * action.c - an action's fields as text: one table for files, log, forms and JSON.
 */
#include "plan/action.h"

#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "calendar/date.h"

const struct action_field_info action_fields[ACTION_FIELD__N] = {
	[ACTION_NAME] = { "åtgärd", "atgard", "Åtgärd", NULL, true },
	[ACTION_UNIT] = { "förvaltning", "forvaltning", "Förvaltning", NULL, true },
	[ACTION_AREA] = { "område", "omrade", "Område", NULL, false },
	[ACTION_KIND] = { "typ", "typ", "Typ", kind_words, false },
	[ACTION_COUNTS] = { "räknas", "raknas", "Räknas", counts_words, false },
	[ACTION_OWNER] = { "ansvarig", "ansvarig", "Ansvarig", NULL, false },
	[ACTION_STATUS] = { "status", "status", "Status", status_words, false },
	[ACTION_STAGE] = { "grad", "grad", "Grad", stage_words, false },
	[ACTION_BASIS] = { "bas", "bas", "Bas", basis_words, false },
	[ACTION_PLAN_READY] = { "plan klar", "plan_klar", "Plan klar", NULL, false },
	[ACTION_START] = { "start", "start", "Start", NULL, false },
	[ACTION_FINISH] = { "slut", "slut", "Slut", NULL, false },
	[ACTION_INDICATOR] = { "uppföljningsmått", "uppfoljningsmatt", "Uppföljningsmått",
	    NULL, false },
	[ACTION_DESCRIPTION] = { "beskrivning", "beskrivning", "Beskrivning", NULL,
	    false },
};

void
action_init(struct action *action, const char *code)
{
	*action = (struct action){
		.kind = KIND_NONE,
		.counts = true,
		.status = STATUS_NONE,
		.basis = BASIS_PERIOD,
		.code = code,
		.name = "",
		.unit = "",
		.area = "",
		.owner = "",
		.plan_ready = "",
		.start = "",
		.finish = "",
		.indicator = "",
		.description = "",
	};
}

/* Where a field's text is kept; NULL for those kept as words. */
static const char **
text_slot(struct action *action, enum action_field field)
{
	switch (field) {
	case ACTION_NAME:
		return &action->name;
	case ACTION_UNIT:
		return &action->unit;
	case ACTION_AREA:
		return &action->area;
	case ACTION_OWNER:
		return &action->owner;
	case ACTION_PLAN_READY:
		return &action->plan_ready;
	case ACTION_START:
		return &action->start;
	case ACTION_FINISH:
		return &action->finish;
	case ACTION_INDICATOR:
		return &action->indicator;
	case ACTION_DESCRIPTION:
		return &action->description;
	case ACTION_KIND:
	case ACTION_COUNTS:
	case ACTION_STATUS:
	case ACTION_STAGE:
	case ACTION_BASIS:
	case ACTION_FIELD__N:
		break;
	}
	return NULL;
}

static int
word_value(const struct action *action, enum action_field field)
{
	switch (field) {
	case ACTION_KIND:
		return (int)action->kind;
	case ACTION_COUNTS:
		return action->counts;
	case ACTION_STATUS:
		return (int)action->status;
	case ACTION_STAGE:
		return action->stage;
	case ACTION_BASIS:
		return (int)action->basis;
	default:
		return 0;
	}
}

const char *
action_get(const struct action *action, enum action_field field)
{
	struct action copy;

	if (action_fields[field].words != NULL)
		return word_text(action_fields[field].words, word_value(action, field));
	copy = *action;
	return *text_slot(&copy, field);
}

static bool
set_word(struct action *action, enum action_field field, const char *text, GError **error)
{
	int value;

	if (!word_parse(action_fields[field].words, text, &value, error))
		return false;
	switch (field) {
	case ACTION_KIND:
		action->kind = (enum kind)value;
		break;
	case ACTION_COUNTS:
		action->counts = value != 0;
		break;
	case ACTION_STATUS:
		action->status = (enum status)value;
		break;
	case ACTION_STAGE:
		action->stage = value;
		break;
	case ACTION_BASIS:
		action->basis = (enum basis)value;
		break;
	default:
		break;
	}
	return true;
}

static bool
set_date(const char **slot, const char *text, GStringChunk *pool, GError **error)
{
	g_autofree char *written = NULL;
	struct date date;

	if (!date_parse(text, &date, error))
		return false;
	written = date_text(date);
	*slot = g_string_chunk_insert(pool, written);
	return true;
}

bool
action_set(struct action *action, enum action_field field, const char *text,
    GStringChunk *pool, GError **error)
{
	const char **slot;

	if (action_fields[field].words != NULL)
		return set_word(action, field, text, error);
	slot = text_slot(action, field);
	if (text_is_blank(text)) {
		if (action_fields[field].required) {
			g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT,
			    "värdet saknas; skriv en text");
			return false;
		}
		*slot = "";
		return true;
	}
	if (field == ACTION_PLAN_READY || field == ACTION_START || field == ACTION_FINISH)
		return set_date(slot, text, pool, error);
	/* Most rows of a file share the unit, area and owner of a few others. */
	if (field == ACTION_UNIT || field == ACTION_AREA || field == ACTION_OWNER)
		*slot = g_string_chunk_insert_const(pool, text);
	else
		*slot = g_string_chunk_insert(pool, text);
	return true;
}

bool
action_mentions(const struct action *action, const char *folded)
{
	return text_holds(action->code, folded) || text_holds(action->name, folded) ||
	       text_holds(action->owner, folded) || text_holds(action->area, folded);
}

unsigned
action_diff(const struct action *a, const struct action *b)
{
	unsigned differing = 0;

	for (int f = 0; f < ACTION_FIELD__N; f++) {
		enum action_field field = (enum action_field)f;

		if (strcmp(action_get(a, field), action_get(b, field)) != 0)
			differing |= 1u << f;
	}
	return differing;
}
