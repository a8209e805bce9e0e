/*
 * goal.c - the words of goals, assignments and links.
 */
#include "plan/goal.h"

const struct word goal_level_words[] = {
	{ "perspektiv", GOAL_PERSPECTIVE },
	{ "strategiskt mål", GOAL_STRATEGIC },
	{ "framgångsfaktor", GOAL_FACTOR },
	{ "insatsområde", GOAL_FOCUS },
	{ "viljeinriktning", GOAL_DIRECTION },
	{ "förflyttning", GOAL_SHIFT },
	{ "målbild", GOAL_VISION },
	{ "målbildspunkt", GOAL_POINT },
	{ "begrepp", GOAL_CONCEPT },
	{ NULL, 0 },
};

const struct word assignment_form_words[] = {
	{ "uppdrag", ASSIGNMENT_ERRAND },
	{ "strategisk åtgärd", ASSIGNMENT_STRATEGIC },
	{ NULL, 0 },
};

const struct word relation_words[] = {
	{ "mål", RELATION_GOAL },
	{ "mått", RELATION_INDICATOR },
	{ "beslut", RELATION_DECISION },
	{ "målbelopp", RELATION_TARGET },
	{ NULL, 0 },
};
