/*
 * random_files.h - a random programme as the rows of its files, one set per SLAG.
 *
 * No row depends on another's being read first, other than on the plan: what two files or
 * rows could say of one thing (the forecast of a round's own year) only one of them says,
 * and a saving leaves its place blank only where the plan alone decides it.  The same
 * seed makes the same programme.
 */
#ifndef RANDOM_FILES_H
#define RANDOM_FILES_H

#include "calendar/month.h"
#include "calendar/round.h"
#include "session_kit.h"

enum { FILES_ACTIONS = 6, FILES_UNITS = 3, FILES_LINES = 3 };

static const char *const files_units[] = { "Vård", "Service", "Kultur", "ej fördelad" };
static const char *const files_rounds[] = { "ÅR-2020", "2021-03", "DÅ04-2021", "2021-04",
	"2021-06", "DÅ08-2021", "2021-12", "ÅR-2021" };
static const char *const files_comments[] = { "", "", "Klart", "Väntar på beslut",
	"Enligt plan" };
static const char *const files_dates[] = { "", "2020-11-30", "2021-05", "Q2 2021",
	"våren 2022", "2022-12" };

#define FILES_PICK(r, list) ((list)[g_rand_int_range((r), 0, (gint32)G_N_ELEMENTS(list))])

struct files_action {
	char code[8];
	int unit; /* its own; index into files_units */
	int n_lines;
	int recipients[FILES_LINES]; /* FILES_UNITS: ej fördelad */
	int first_kind;              /* its lines are of this cost kind and the next */
	bool plain;                  /* its savings leave their place blank */
};
struct files {
	GRand *r;
	int n_actions;
	struct files_action actions[FILES_ACTIONS];
	GPtrArray *rows[EXCHANGE_KIND__N]; /* CSV rows with their line ends */
	GHashTable *said;                  /* "prognos A-1 2021-04 2021": said once */
	struct csv_writer w;               /* of the row that is being made */
};

/* One in n. */
static inline bool
files_rarely(struct files *f, int n)
{
	return g_rand_int_range(f->r, 0, n) == 0;
}

/* Öre of any odd size, now and then negative. */
static inline struct amount
files_amount(struct files *f)
{
	return amount_of(g_rand_int_range(f->r, -2000000, 9000000) *
	                 (int64_t)g_rand_int_range(f->r, 1, 2000));
}

/* Whether this is said for the first time; takes the key. */
static inline bool
files_once(struct files *f, char *key)
{
	return g_hash_table_add(f->said, key);
}

/* One of n words, or none. */
static inline const char *
files_word(struct files *f, const struct word *words, int n)
{
	int value = g_rand_int_range(f->r, -1, n);

	return value < 0 ? "" : word_text(words, value);
}

/* 0: the whole period. */
static inline void
files_year(struct files *f, int year)
{
	if (year)
		csv_int(&f->w, year);
	else
		csv_plain(&f->w, "");
}

static inline void
files_begin(struct files *f)
{
	f->w = (struct csv_writer){ g_string_new(NULL), false };
}

static inline void
files_end(struct files *f, enum exchange_kind kind)
{
	csv_end_row(&f->w);
	g_ptr_array_add(f->rows[kind], g_string_free(f->w.out, FALSE));
}

/* The first row of an action says what it is; each says a line of it. */
static inline void
files_plan_row(struct files *f, const struct files_action *a, int line)
{
	static const char *const starts[] = { "", "", "Q3 2019", "2020-05", "2021-02" };
	static const char *const finishes[] = { "", "", "2021-10", "våren 2022",
		"2022-12-31" };
	static const char *const areas[] = { "", "Drift", "Lokaler" };
	bool any = line < a->n_lines;
	const char *cells[PLAN_COLUMN__N] = { [PLAN_ID] = a->code };

	if (line == 0) {
		cells[PLAN_NAME] = "Åtgärden";
		cells[PLAN_UNIT] = files_units[a->unit];
		cells[PLAN_AREA] = FILES_PICK(f->r, areas);
		cells[PLAN_KIND] = files_word(f, kind_words, KIND__N);
		cells[PLAN_COUNTS] = files_rarely(f, 4) ? "nej" : "";
		cells[PLAN_STATUS] = files_word(f, status_words, STATUS__N);
		cells[PLAN_STAGE] = files_word(f, stage_words, STAGE_MAX + 1);
		cells[PLAN_BASIS] = files_word(f, basis_words, BASIS__N);
		cells[PLAN_PLAN_READY] = FILES_PICK(f->r, files_dates);
		cells[PLAN_START] = FILES_PICK(f->r, starts);
		cells[PLAN_FINISH] = FILES_PICK(f->r, finishes);
	}
	if (any) {
		cells[PLAN_RECIPIENT] = files_units[a->recipients[line]];
		cells[PLAN_COST_KIND] =
		    word_text(cost_kind_words, (a->first_kind + line) % COST_KIND__N);
	}
	files_begin(f);
	for (int c = 0; c < PLAN_COLUMN__N; c++)
		if (c == PLAN_WHOLE)
			csv_amount(&f->w,
			    any && files_rarely(f, 4) ? files_amount(f) : AMOUNT_NONE);
		else
			csv_text(&f->w, cells[c] ? cells[c] : "");
	for (int year = 2020; year < 2023; year++)
		csv_amount(
		    &f->w, any && !files_rarely(f, 3) ? files_amount(f) : AMOUNT_NONE);
	files_end(f, EXCHANGE_PLAN);
}

/* An action and its lines; one without lines has no targets either. */
static inline void
files_add_action(struct files *f)
{
	struct files_action *a = &f->actions[f->n_actions];

	g_snprintf(a->code, sizeof(a->code), "A-%d", ++f->n_actions);
	a->unit = g_rand_int_range(f->r, 0, FILES_UNITS);
	a->n_lines = g_rand_int_range(f->r, 0, FILES_LINES + 1);
	a->first_kind = g_rand_int_range(f->r, 0, COST_KIND__N);
	a->plain = files_rarely(f, 3);
	for (int i = 0; i < a->n_lines; i++)
		a->recipients[i] = files_rarely(f, 2)
		                       ? a->unit
		                       : g_rand_int_range(f->r, 0, FILES_UNITS + 1);
	for (int i = 0; i < MAX(a->n_lines, 1); i++)
		files_plan_row(f, a, i);
}

static inline void
files_add_saving(struct files *f, const struct files_action *a)
{
	int month =
	    202000 + g_rand_int_range(f->r, 0, 3) * 100 + g_rand_int_range(f->r, 1, 13);
	int kind = a->plain ? -1 : g_rand_int_range(f->r, 0, COST_KIND__N);
	int place = a->n_lines ? g_rand_int_range(f->r, -1, a->n_lines) : -1;
	int unit = a->plain ? -1 : place < 0 ? a->unit : a->recipients[place];
	g_autofree char *ref = g_strdup_printf("R%u", f->rows[EXCHANGE_SAVINGS]->len);
	bool own = files_rarely(f, 2) &&
	           files_once(f,
	               g_strdup_printf("utfall %s %d %d %d", a->code, month, unit, kind));

	files_begin(f);
	csv_text(&f->w, a->code);
	csv_int(&f->w, month);
	csv_amount(&f->w, files_rarely(f, 8) ? AMOUNT_NONE : files_amount(f));
	csv_text(&f->w, unit < 0 ? "" : files_units[unit]);
	csv_plain(&f->w, kind < 0 ? "" : word_text(cost_kind_words, kind));
	csv_text(&f->w, "Bokslut");
	csv_text(&f->w, FILES_PICK(f->r, files_comments));
	csv_text(&f->w, own ? "" : ref);
	files_end(f, EXCHANGE_SAVINGS);
}

static inline bool
files_forecast(struct files *f, const char *code, const char *round, int year)
{
	return files_once(f, g_strdup_printf("prognos %s %s %d", code, round, year));
}

static inline void
files_add_report(struct files *f, const struct files_action *a, const char *round)
{
	g_autofree char *label = NULL;
	int cutoff = 0;

	round_parse(round, &label, &cutoff, NULL);
	files_begin(f);
	csv_text(&f->w, a->code);
	csv_text(&f->w, round);
	csv_plain(&f->w, files_word(f, status_words, STATUS__N));
	csv_plain(&f->w, files_word(f, light_words, LIGHT__N));
	csv_text(&f->w, FILES_PICK(f->r, files_comments));
	csv_plain(&f->w, files_rarely(f, 4) ? "ja" : "");
	csv_amount(&f->w,
	    files_rarely(f, 2) && files_forecast(f, a->code, round, month_year(cutoff))
	        ? files_amount(f)
	        : AMOUNT_NONE);
	csv_text(&f->w, files_rarely(f, 4) ? "Klart i två av tre" : "");
	files_end(f, EXCHANGE_REPORTS);
}

static inline void
files_add_forecast(struct files *f, const struct files_action *a)
{
	const char *round = FILES_PICK(f->r, files_rounds);
	int year = g_rand_int_range(f->r, 2020, 2023);

	if (!files_forecast(f, a->code, round, year))
		return;
	files_begin(f);
	csv_text(&f->w, a->code);
	csv_text(&f->w, round);
	csv_int(&f->w, year);
	csv_amount(&f->w, files_rarely(f, 5) ? AMOUNT_NONE : files_amount(f));
	files_end(f, EXCHANGE_FORECASTS);
}

/* What a stage rests on, and its dates. */
static inline void
files_add_steps(struct files *f, const struct files_action *a, int number)
{
	g_autofree char *name = g_strdup_printf("%d", number);

	files_begin(f);
	csv_text(&f->w, name);
	csv_text(&f->w, files_rarely(f, 3) ? "" : a->code);
	csv_text(&f->w, FILES_PICK(f->r, files_dates));
	for (int i = 0; i < 3; i++)
		csv_text(&f->w, files_rarely(f, 2) ? "" : "§ 12");
	csv_plain(&f->w, files_word(f, outcome_words, OUTCOME__N));
	csv_text(&f->w, "Bifall till förslaget");
	csv_text(&f->w, files_rarely(f, 3) ? "fas 1" : "");
	csv_amount(&f->w, files_rarely(f, 3) ? files_amount(f) : AMOUNT_NONE);
	csv_text(&f->w, files_rarely(f, 3) ? "=anm; \"x\"" : "");
	files_end(f, EXCHANGE_DECISIONS);
	files_begin(f);
	csv_text(&f->w, a->code);
	csv_text(&f->w, files_rarely(f, 2) ? name : "Avtal");
	csv_text(&f->w,
	    files_dates[g_rand_int_range(f->r, 1, (gint32)G_N_ELEMENTS(files_dates))]);
	csv_text(&f->w, FILES_PICK(f->r, files_dates));
	csv_text(&f->w, ""); /* of no goal */
	files_end(f, EXCHANGE_MILESTONES);
	if (files_rarely(f, 3))
		return;
	files_begin(f);
	csv_text(&f->w, a->code);
	csv_text(&f->w, FILES_PICK(f->r, files_dates));
	csv_text(&f->w, "Protokoll");
	csv_text(&f->w, FILES_PICK(f->r, files_comments));
	files_end(f, EXCHANGE_ASSESSMENTS);
}

/* Each pair once a year; the later of the two yields, so that there is no ring. */
static inline void
files_add_overlap(struct files *f, int one, int other, int year)
{
	const struct files_action *a = &f->actions[one], *b = &f->actions[other];
	bool turned = files_rarely(f, 2);

	files_begin(f);
	csv_text(&f->w, turned ? b->code : a->code);
	csv_text(&f->w, turned ? a->code : b->code);
	files_year(f, year);
	csv_amount(&f->w, files_rarely(f, 3)
	                      ? AMOUNT_NONE
	                      : amount_of(g_rand_int_range(f->r, 0, 900000000)));
	csv_text(&f->w, files_rarely(f, 3) ? "" : b->code);
	csv_text(&f->w, "Samma lokaler");
	files_end(f, EXCHANGE_OVERLAPS);
}

static inline void
files_add_requirement(struct files *f, int year, int kind)
{
	struct amount difference = files_rarely(f, 3) ? files_amount(f) : AMOUNT_NONE;

	if (!files_once(f, g_strdup_printf("krav %d %d", year, kind)))
		return;
	files_begin(f);
	files_year(f, year);
	csv_plain(&f->w, word_text(kind_words, kind));
	csv_amount(&f->w, files_amount(f));
	csv_amount(&f->w, difference);
	csv_text(&f->w, difference.known ? "Cirka i källan" : "");
	files_end(f, EXCHANGE_REQUIREMENTS);
}

/* What stands beside the actions; an area may be named here first. */
static inline void
files_add_beside(struct files *f, int number)
{
	static const char *const areas[] = { "Drift", "Lokaler", "Inköp" };
	g_autofree char *code = g_strdup_printf("X-%d", number);

	files_begin(f);
	csv_text(&f->w, code);
	csv_int(&f->w, g_rand_int_range(f->r, 2020, 2023));
	csv_text(&f->w, "Sjukresor");
	csv_amount(&f->w, files_amount(f));
	csv_text(&f->w, "Tillfällig");
	csv_text(&f->w, "Statsbidrag");
	files_end(f, EXCHANGE_REALLOCATIONS);
	files_begin(f);
	csv_text(&f->w, code);
	csv_text(&f->w, "Framtiden");
	csv_text(&f->w, "2015–2018");
	csv_amount(&f->w, files_rarely(f, 3) ? AMOUNT_NONE : files_amount(f));
	csv_amount(&f->w, files_rarely(f, 3) ? AMOUNT_NONE : files_amount(f));
	csv_text(&f->w, "Slutrapport");
	files_end(f, EXCHANGE_BENCHMARKS);
	files_begin(f);
	csv_text(&f->w, FILES_PICK(f->r, areas));
	csv_text(&f->w, code);
	for (int i = 0; i < 3; i++)
		csv_amount(&f->w, files_amount(f));
	csv_plain(&f->w, files_rarely(f, 2) ? "ja" : "nej");
	csv_text(&f->w, "Kalkylen");
	files_end(f, EXCHANGE_CALCULATIONS);
}

static inline void
files_add_of_action(struct files *f, int index)
{
	const struct files_action *a = &f->actions[index];

	for (int i = g_rand_int_range(f->r, 0, 9); i > 0; i--)
		files_add_saving(f, a);
	for (size_t i = 0; i < G_N_ELEMENTS(files_rounds); i++)
		if (files_rarely(f, 2))
			files_add_report(f, a, files_rounds[i]);
	for (int i = g_rand_int_range(f->r, 0, 3); i > 0; i--)
		files_add_forecast(f, a);
	if (files_rarely(f, 2))
		files_add_steps(f, a, index);
	for (int other = index + 1; other < f->n_actions; other++)
		if (files_rarely(f, 4))
			files_add_overlap(f, index, other, files_rarely(f, 2) ? 0 : 2021);
}

static inline struct files *
files_new(GRand *r)
{
	struct files *f = g_new0(struct files, 1);
	int n = g_rand_int_range(r, 2, FILES_ACTIONS + 1);

	f->r = r;
	f->said = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	for (int k = 0; k < EXCHANGE_KIND__N; k++)
		f->rows[k] = g_ptr_array_new_with_free_func(g_free);
	while (f->n_actions < n)
		files_add_action(f);
	for (int i = 0; i < n; i++)
		files_add_of_action(f, i);
	for (int year = 2020; year < 2023; year++)
		for (int kind = 0; kind < KIND__N; kind++)
			if (files_rarely(f, 2))
				files_add_requirement(
				    f, files_rarely(f, 5) ? 0 : year, kind);
	for (int i = g_rand_int_range(r, 0, 3); i > 0; i--)
		files_add_beside(f, i);
	return f;
}

static inline void
files_free(struct files *f)
{
	for (int k = 0; k < EXCHANGE_KIND__N; k++)
		g_ptr_array_unref(f->rows[k]);
	g_hash_table_unref(f->said);
	g_free(f);
}

#endif
