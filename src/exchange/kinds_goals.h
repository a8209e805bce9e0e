/*
 * kinds_goals.h - the columns of the kinds about goals, indicators and assignments.
 *
 * Several documents say the same thing in different columns; each kind therefore has the
 * columns of its own export first and then those that are only read.  Source: the tables
 * of Norrbotten 2017 and 2022, Halland 2015-2018 and Skåne 2021.
 */
#ifndef EXCHANGE_KINDS_GOALS_H
#define EXCHANGE_KINDS_GOALS_H

#include "exchange/kinds.h"

enum goal_column {
	GOAL_CODE,   /* "kod" */
	GOAL_PARENT, /* "överordnad": a code */
	GOAL_LEVEL,  /* "nivå"; the number of a begrepp */
	GOAL_NUMBER, /* "nr" */
	GOAL_NAME,   /* "namn" */
	GOAL_GROUP,
	GOAL_NOTE, /* "anmärkning" */
	/* perspektiv › strategiskt mål › framgångsfaktor */
	GOAL_COLUMN_PERSPECTIVE,
	GOAL_COLUMN_STRATEGIC,
	GOAL_COLUMN_FACTOR,
	/* insatsområde › viljeinriktning, målbild › målbildspunkt */
	GOAL_FOCUS_NUMBER, /* "insatsområde nr": the insatsområde a row is under */
	GOAL_COLUMN_FOCUS,
	GOAL_COLUMN_DIRECTION,
	GOAL_DIRECTIONS, /* "antal viljeinriktningar": a check */
	GOAL_COLUMN_VISION,
	GOAL_COLUMN_POINT,
	GOAL_POINTS, /* "antal målbildspunkter": a check */
	/* förflyttning */
	GOAL_FROM,
	GOAL_TO,
	/* begrepp */
	GOAL_COLUMN_CONCEPT,
	GOAL_MEANING, /* "innebörd" */
	GOAL_HORIZON, /* "tidshorisont" */
	GOAL_COLUMN__N
};
enum indicator_column {
	INDICATOR_CODE, /* "kod" */
	INDICATOR_NAME, /* "styrmått" */
	INDICATOR_GOAL, /* "målkod" */
	INDICATOR_DIRECTION,
	INDICATOR_AIM, /* "mål": in words */
	INDICATOR_AIM_WOMEN,
	INDICATOR_AIM_MEN,
	INDICATOR_AIM_TOTAL,
	INDICATOR_UNIT,
	INDICATOR_PERIODS, /* "uppföljningsperiod" */
	INDICATOR_TABLE,
	INDICATOR_PART_OF, /* "varav av" */
	INDICATOR_NOTE, /* "anmärkning": of the period's value where the row has one */
	/* the goal by name */
	INDICATOR_PERSPECTIVE,
	INDICATOR_STRATEGIC,
	INDICATOR_FACTOR,
	/* what it showed */
	INDICATOR_PERIOD,
	INDICATOR_TEXT, /* "periodens utfall" */
	INDICATOR_WOMEN,
	INDICATOR_MEN,
	INDICATOR_TOTAL,
	INDICATOR_BEFORE, /* "jämförelseperiod" */
	INDICATOR_BEFORE_WOMEN,
	INDICATOR_BEFORE_MEN,
	INDICATOR_BEFORE_TOTAL,
	INDICATOR_ATTAINED, /* "måluppfyllelse" */
	INDICATOR_TREND,    /* "utveckling" */
	INDICATOR_COLUMN__N
};
enum measurement_column {
	MEASUREMENT_CODE, /* "kod" */
	MEASUREMENT_NAME, /* "mått" */
	MEASUREMENT_PLACE,
	MEASUREMENT_PERIOD,
	MEASUREMENT_WOMEN,
	MEASUREMENT_MEN,
	MEASUREMENT_TOTAL,
	MEASUREMENT_TEXT,
	MEASUREMENT_ATTAINED,
	MEASUREMENT_TREND,
	MEASUREMENT_NOTE,
	MEASUREMENT_YEAR,
	MEASUREMENT_MONTH,
	MEASUREMENT_VALUE, /* "värde", or a header that is the measure's name */
	MEASUREMENT_COLUMN__N
};
enum assignment_column {
	ASSIGNMENT_ID,
	ASSIGNMENT_FORM, /* "uppdragsform" */
	ASSIGNMENT_AREA, /* "avsnitt" */
	ASSIGNMENT_NAME, /* "ärende" */
	ASSIGNMENT_UNIT,
	ASSIGNMENT_OWNER,
	ASSIGNMENT_TIMETABLE,
	ASSIGNMENT_TIMETABLE_KIND,
	ASSIGNMENT_TIMETABLE_PERIOD,
	ASSIGNMENT_EFFECT,
	ASSIGNMENT_AMOUNT_TEXT,
	ASSIGNMENT_NUMBER, /* "nr": the id without its prefix */
	ASSIGNMENT_ACTION, /* "åtgärd": another name of ASSIGNMENT_NAME */
	ASSIGNMENT_PERSPECTIVE,
	ASSIGNMENT_FACTOR, /* "mål framgångsfaktor" */
	/* the round's report */
	ASSIGNMENT_ROUND,
	ASSIGNMENT_STATUS,
	ASSIGNMENT_WORK, /* "pågående arbete" */
	ASSIGNMENT_RESULT,
	ASSIGNMENT_NOTHING_NEW,
	ASSIGNMENT_COMMENT, /* another name of ASSIGNMENT_WORK */
	ASSIGNMENT_COLUMN__N
};
enum precondition_column {
	PRECONDITION_NAME,
	PRECONDITION_REQUIRED, /* "krävdes för effekt" */
	PRECONDITION_MET,      /* "uppfylld" */
	PRECONDITION_EXPLANATION,
	PRECONDITION_COLUMN__N
};
enum link_column {
	LINK_ID,
	LINK_RELATION, /* "slag" */
	LINK_CODE,     /* "kod" */
	LINK_YEAR,     /* of RELATION_TARGET; blank: ej årsfördelat */
	LINK_COLUMN__N
};

extern const struct column_info goal_columns[];
extern const struct column_info indicator_columns[];
extern const struct column_info measurement_columns[];
extern const struct column_info assignment_columns[];
extern const struct column_info precondition_columns[];
extern const struct column_info link_columns[];

#endif
