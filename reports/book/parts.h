/*
 * parts.h - the tables and sentences that several books share.
 *
 * Each part adds its blocks to the document; headings are the book's own, so that a part
 * can stand on its own or under another.
 */
#ifndef BOOK_PARTS_H
#define BOOK_PARTS_H

#include "reports/book/book.h"

/* Columns: text, mkr with one decimal, difference in mkr, percent.  Borrowed texts. */
struct column part_column_text(const char *key, const char *head);
struct column part_column_mkr(const char *key, const char *head);
struct column part_column_difference(const char *key, const char *head);
struct column part_column_share(const char *key, const char *head);

/* "Översikt – Omställning 2020–2022": the programme's name is in every title, and with
 * it the word Exempeldata where the data are made up.  g_free. */
char *part_title(const char *what, const char *programme);
/* "Räknas mot kravet · avser t.o.m. juni 2021 · data per 2021-06-30 12:00".  `selection`
 * may be NULL.  g_free. */
char *part_subtitle(const char *selection, int cutoff, const struct book_head *head);
/* "juni 2021", or "okänd månad" for 0.  g_free. */
char *part_month(int cutoff);
/* "2021", or "hela programmet" for 0; g_free. */
char *part_year(int year);
/* "565,0 mkr" or "–"; g_free. */
char *part_mkr(struct amount amount);

/* Append "mal_2020_kr"/"2020" ... "mal_totalt_kr"/"Totalt" to `columns`; keys and heads
 * live in `texts`. */
void part_year_columns(GArray *columns, GStringChunk *texts, const struct rollup *rollup);

/* Targets per group and year. */
void part_targets(struct doc *doc, const struct rollup *rollup, const char *caption);
/* Target, plan to date, realised, R/P, R/T, forecast and R - P per group. */
void part_state(struct doc *doc, const struct rollup *rollup, const char *caption);
/* A note when plan to date stands on an assumed profile anywhere in the rollup. */
void part_assumed_note(struct doc *doc, const struct rollup *rollup);

/* How far the programme has come, in sentences. */
void part_finding(struct doc *doc, const struct overview *overview);
/* Is it of the whole programme?  Where it is of one förvaltning, a sentence says which
 * parts are not here. */
bool part_of_programme(struct doc *doc, const struct overview *overview);
void part_gap_ladder(struct doc *doc, const struct overview *overview);
/* Charts: plan, realised and forecast added up; groups against their targets; from the
 * requirement to what is realised. */
void part_curve_chart(struct doc *doc, const struct overview *overview);
void part_bars_chart(struct doc *doc, const struct rollup *rollup);
void part_steps_chart(struct doc *doc, const struct overview *overview);
/* Plan and realised added up, at the end of each quarter. */
void part_curve(struct doc *doc, const struct overview *overview);
void part_reallocations(struct doc *doc, const struct overview *overview, bool terms);
/* Every overlap, with those that are not netted; nothing when there are none. */
void part_overlaps(struct doc *doc, const struct plan *plan);
void part_printed_sums(struct doc *doc, const struct overview *overview);
void part_bridge(struct doc *doc, const struct overview *overview);
/* Sentences; with `table` the figures too. */
void part_reality(struct doc *doc, const struct overview *overview, bool table);
void part_calculation_sentences(struct doc *doc, const struct overview *overview);
void part_calculation_table(struct doc *doc, const struct overview *overview);
/* At most `limit` (0: all), with the latest comment if `comments`. */
void part_deviations(
    struct doc *doc, const struct overview *overview, guint limit, bool comments);

/* The latest report of an action of the plan; borrowed, NULL if there is none. */
const struct latest_report *part_report(
    const struct overview *overview, const struct action *action);
/* "DÅ04-2021: Rekryteringen går trögt.", "" without a report; g_free. */
char *part_comment(const struct latest_report *report);
/* The key figures per year, each with what it rests on. */
void part_key_figures(struct doc *doc, const struct overview *overview);
/* How many counted actions of each förvaltning have which light and have reported. */
void part_lights(struct doc *doc, const struct overview *overview);
/* Both lights of each action, its forecast, weight and delay. */
void part_action_lights(struct doc *doc, const struct overview *overview, bool counts);
/* Nothing when no year with a forecast is over. */
void part_forecast_errors(struct doc *doc, const struct overview *overview);
/* Thresholds and weights; nothing when they were not read. */
void part_settings(struct doc *doc, const struct settings *settings);
/* The same in one note. */
void part_settings_note(struct doc *doc, const struct settings *settings);
/* How many counted actions nothing can be forecast of; nothing when there are none. */
void part_unfounded_note(struct doc *doc, const struct overview *overview);
/* Totals as they are against those of a scenario; `what`: "HS-02 tas bort". */
void part_scenario(struct doc *doc, const char *what, const struct rollup *as_is,
    const struct rollup *thought);
/* What a scenario is, and that it changes nothing. */
void part_scenario_note(struct doc *doc);

/* One figure of the first page, and what the figures are shares of. */
struct part_card {
	const char *text;
	struct amount amount;
};
struct part_whole {
	const char *key, *head; /* "av_krav_procent", "Av kravet" */
	struct amount amount;
};
struct part_whole part_whole_required(struct amount requirement);
void part_cards(struct doc *doc, const struct part_card *cards, size_t n,
    const struct part_whole *whole);

/* By day, each with the action it is about. */
void part_decisions(struct doc *doc, const GArray *decisions, const struct plan *plan);
/* Is any of a phase? */
bool part_has_phases(const GArray *decisions);
/* Phase by phase in the order in which the phases begin, each in order of time. */
void part_phases(struct doc *doc, const GArray *decisions, const struct plan *plan);
/* A sentence of the programme's latest decision that says an outcome; nothing without. */
void part_last_outcome(struct doc *doc, const GArray *decisions);
/* Heading, how many were met, and each; nothing when there are none. */
void part_preconditions(struct doc *doc, const GArray *preconditions);
/* A table of facts: what, and a value, "–" where it is blank. */
struct table *part_facts(struct doc *doc, const char *caption);
void part_fact(struct table *table, const char *name, const char *value);
/* The same; frees the value. */
void part_fact_take(struct table *table, const char *name, char *value);
/* What the appendix rests on: programme, month, instant, how many rows of each kind, and
 * the digest. */
void part_basis(
    struct doc *doc, const struct overview *overview, const struct book_head *head);
/* A new document with a book's title, subtitle and page head; one of a single förvaltning
 * says so first. */
struct doc *part_document(
    const char *title, const struct overview *overview, const struct book_head *head);

/* The outlook of an action of the plan; borrowed, NULL if there is none. */
const struct outlook *part_outlook(
    const struct overview *overview, const struct action *action);

#endif
