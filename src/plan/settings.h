/*
 * settings.h - thresholds, weights and rules that a programme can set: one table for the
 * database, `installning`, the reports that print what they used, and the handbook.
 *
 * Units   percentages in basis points (10 000 is 100 %), the rest whole numbers; ja is 1.
 * Source  product.md section 4, figures 4, 7, 12, 17, and the checks of kontroll.
 */
#ifndef PLAN_SETTINGS_H
#define PLAN_SETTINGS_H

#include <glib.h>
#include <stdbool.h>

#include "plan/words.h"

enum setting {
	SETTING_VERIFY,  /* only verified savings count as realised */
	SETTING_STAGE_0, /* weight of what is yet to come, by stage: STAGE_0 + stage */
	SETTING_STAGE_1,
	SETTING_STAGE_2,
	SETTING_STAGE_3,
	SETTING_STAGE_4,
	SETTING_STAGE_5,
	SETTING_WEIGHT_GREEN, /* times the light's: in the order of enum light from green
	                       */
	SETTING_WEIGHT_YELLOW,
	SETTING_WEIGHT_RED,
	SETTING_WEIGHT_GREY,
	SETTING_EFFECT_GREEN, /* F/T at least */
	SETTING_EFFECT_YELLOW,
	SETTING_LATE_DAYS,    /* overdue at most, for gul */
	SETTING_SILENT,       /* rounds without a report that make röd */
	SETTING_EMPTY,        /* empty rounds after which genomförande cannot be grön */
	SETTING_AGREED,       /* share of the target realised that stage 5 asks for */
	SETTING_CEILING,      /* realised above target times this is remarked on */
	SETTING_SAME_COMMENT, /* rounds with the same comment that are remarked on */
	SETTING_SYMBOLS,      /* of måluppfyllelse, in documents */
	SETTING_REGION,       /* what heads an appendix: the region, */
	SETTING_BODY,         /* the body it is for, */
	SETTING_JOURNAL,      /* and its diarienummer */
	SETTING_PROGRAMME,    /* the default programme's code; of the whole database */
	SETTING__N
};

enum setting_type {
	SETTING_PERCENT,
	SETTING_COUNT,
	SETTING_YES_NO,
	SETTING_MARKS, /* the four marks ● ▲ ◆ □ in some order */
	SETTING_TEXT
};

struct setting_info {
	const char *name; /* "vikt.grad3"; matched folded */
	enum setting_type type;
	const char *otherwise; /* the default, as written */
	int min, max;          /* of the number */
	bool shared;           /* of the whole database, not of a programme */
	const char *meaning;   /* one line, Swedish */
};
extern const struct setting_info setting_infos[SETTING__N];

struct settings {
	int number[SETTING__N];
	const char *text[SETTING__N]; /* as written; borrowed */
};

/* All at their defaults. */
void settings_init(struct settings *settings);

/*
 * Take a value as it is stored; "" is the default.  An unknown name or a value that
 * cannot be read is left out: another version wrote it.  `value` is borrowed.
 */
void settings_take(struct settings *settings, const char *name, const char *value);

/* By folded name.  Errors: SPARPLAN_ERROR_INPUT with the nearest name. */
bool setting_find(const char *name, enum setting *ret, GError **error);

/*
 * A value as a person writes it ("75", "75 %", "67,5", "ja", "30") in its canonical
 * writing; g_free.  Blank is "", the default.  Errors: SPARPLAN_ERROR_INPUT, a clause.
 */
bool setting_parse(enum setting setting, const char *text, char **ret, GError **error);

/* The settings from one to another as a clause: "vikt.grad0 0 %, vikt.grad1 10 %";
 * g_free. For what is printed under figures that used them. */
char *settings_clause(
    const struct settings *settings, enum setting from, enum setting to);

bool setting_is_default(const struct settings *settings, enum setting setting);

/* The mark that means a light of måluppfyllelse: grön is uppnått, gul på väg, röd ej
 * uppnått, grå and none data saknas. */
const char *settings_mark(const struct settings *settings, enum light light);

/* Weight of stage × light (figure 7), in parts of SETTINGS_WEIGHT_WHOLE.  No light weighs
 * as grey. */
#define SETTINGS_WEIGHT_WHOLE INT64_C(100000000)
int64_t settings_weight(const struct settings *settings, int stage, enum light light);

#endif
