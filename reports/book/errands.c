/*
 * errands.c - the part of `uppdrag` that lists errands: per section, as the round shown
 * reported them.
 */
#include "reports/book/errands.h"

#include <string.h>

#include "reports/book/parts.h"

#define NOTHING_NEW  "Inget nytt att redovisa"
#define NOT_REPORTED "Ej rapporterat"

/* One row: the action, what makes it an errand, and its report of the round or NULL. */
struct errand {
	const struct action *action;
	const struct assignment *assignment;
	const struct report *report;
};

struct section {
	const char *name;
	int n, nothing_new, silent;
	bool amounts; /* some source tells of an amount */
};

/* The latest round that ends with the cut-off or before; NULL for none. */
static const struct round *
latest_round(const struct overview *overview)
{
	const GArray *rounds = overview->followup ? overview->followup->rounds : NULL;

	for (guint i = rounds ? rounds->len : 0; i > 0; i--) {
		const struct round *r = &g_array_index(rounds, struct round, i - 1);

		if (r->cutoff <= overview->cutoff)
			return r;
	}
	return NULL;
}

/* Rounds that end with one month are one round; the last of their reports holds. */
static const struct report *
report_of(const struct overview *overview, const struct round *round, int64_t action)
{
	guint n = 0;
	guint first = round ? followup_reports(overview->followup, action, &n) : 0;

	for (guint i = n; i > 0; i--) {
		const struct report *r = &g_array_index(
		    overview->followup->reports, struct report, first + i - 1);

		if (r->cutoff == round->cutoff)
			return r;
	}
	return NULL;
}

static const char *
said(const char *text)
{
	return text && *text ? text : "–";
}

/* "Inget nytt att redovisa" by itself; what somebody wrote beside it is still shown, but
 * not the same words twice. */
static char *
ongoing_words(const struct report *report)
{
	g_autofree char *comment = NULL;

	if (!report)
		return g_strdup(NOT_REPORTED);
	comment = g_strstrip(g_strdup(report->comment ? report->comment : ""));
	if (!report->nothing_new)
		return g_strdup(said(comment));
	if (!*comment || g_str_has_prefix(comment, NOTHING_NEW))
		return g_strdup(*comment ? comment : NOTHING_NEW);
	return g_strdup_printf("%s. %s", NOTHING_NEW, comment);
}

static GArray *
collect(const struct overview *overview, const struct round *round)
{
	GArray *all = g_array_new(FALSE, TRUE, sizeof(struct errand));
	const GArray *actions = overview->plan->actions;

	for (guint i = 0; i < actions->len; i++) {
		const struct action *a = &g_array_index(actions, struct action, i);
		struct errand one = { a, plan_assignment(overview->plan, a->id), NULL };

		if (!one.assignment || one.assignment->form != ASSIGNMENT_ERRAND)
			continue;
		one.report = report_of(overview, round, a->id);
		g_array_append_val(all, one);
	}
	return all;
}

static struct section *
section_of(GArray *sections, const char *name)
{
	struct section fresh = { .name = name };

	for (guint i = 0; i < sections->len; i++) {
		struct section *s = &g_array_index(sections, struct section, i);

		if (strcmp(s->name, name) == 0)
			return s;
	}
	g_array_append_val(sections, fresh);
	return &g_array_index(sections, struct section, sections->len - 1);
}

/* In the order in which the plan's errands first name them. */
static GArray *
collect_sections(const GArray *errands)
{
	GArray *sections = g_array_new(FALSE, TRUE, sizeof(struct section));

	for (guint i = 0; i < errands->len; i++) {
		const struct errand *e = &g_array_index(errands, struct errand, i);
		struct section *s = section_of(sections, e->action->area);

		s->n++;
		s->nothing_new += e->report && e->report->nothing_new;
		s->silent += !e->report;
		s->amounts = s->amounts || *e->assignment->amount_text;
	}
	return sections;
}

static const char *
section_name(const struct section *section)
{
	return *section->name ? section->name : "Utan avsnitt";
}

static void
add_section(struct doc *doc, const GArray *errands, const struct section *section)
{
	const struct column columns[] = {
		part_column_text("nr", "Nr"),
		part_column_text("arende", "Ärende"),
		part_column_text("pagaende_arbete", "Pågående arbete"),
		part_column_text("resultat", "Resultat"),
		part_column_text("belopp_i_text", "Belopp enligt underlaget"),
	};
	struct table *table;

	doc_heading(doc, 2, section_name(section));
	table =
	    doc_table(doc, "Ärenden", columns, G_N_ELEMENTS(columns) - !section->amounts);
	for (guint i = 0; i < errands->len; i++) {
		const struct errand *e = &g_array_index(errands, struct errand, i);
		g_autofree char *ongoing = ongoing_words(e->report);

		if (strcmp(e->action->area, section->name) != 0)
			continue;
		table_row(table, ROW_BODY,
		    (const struct cell[]){
		        cell_text(e->action->code),
		        cell_text(e->action->name),
		        cell_text(ongoing),
		        cell_text(said(e->report ? e->report->result : NULL)),
		        cell_text(said(e->assignment->amount_text)),
		    });
	}
}

static struct column
column_count(const char *key, const char *head)
{
	return (struct column){ .key = key, .head = head, .type = CELL_INT };
}

static void
count_row(struct table *table, enum row_role role, const struct section *s)
{
	table_row(table, role,
	    (const struct cell[]){
	        cell_text(role == ROW_TOTAL ? "Totalt" : section_name(s)),
	        cell_int(s->n),
	        cell_int(s->n - s->nothing_new - s->silent),
	        cell_int(s->nothing_new),
	        cell_int(s->silent),
	    });
}

/* "23 ärenden i 8 avsnitt. I omgång 2017-03 redovisas 16 med något nytt, 7 med inget
 * nytt, 0 är inte rapporterade." */
static void
say_counts(struct doc *doc, const struct round *round, const struct section *all,
    guint n_sections)
{
	g_autoptr(GString) text = g_string_new(NULL);

	g_string_append_printf(text, "%d %s i %u avsnitt. ", all->n,
	    all->n == 1 ? "ärende" : "ärenden", n_sections);
	if (round)
		g_string_append_printf(text,
		    "I omgång %s redovisas något om %d, inget nytt om %d, och %d är inte "
		    "rapporterade.",
		    round->label, all->n - all->nothing_new - all->silent,
		    all->nothing_new, all->silent);
	else
		g_string_append(text, "Ingen omgång är rapporterad till dess.");
	doc_paragraph(doc, text->str);
}

static void
add_counts(struct doc *doc, const GArray *sections, const struct round *round)
{
	const struct column columns[] = {
		part_column_text("avsnitt", "Avsnitt"),
		column_count("arenden", "Ärenden"),
		column_count("nagot_nytt", "Något nytt"),
		column_count("inget_nytt", "Inget nytt"),
		column_count("ej_rapporterade", "Ej rapporterade"),
	};
	struct section all = { .name = "" };
	struct table *table;

	for (guint i = 0; i < sections->len; i++) {
		const struct section *s = &g_array_index(sections, struct section, i);

		all.n += s->n;
		all.nothing_new += s->nothing_new;
		all.silent += s->silent;
	}
	say_counts(doc, round, &all, sections->len);
	table =
	    doc_table(doc, "Antal ärenden per avsnitt", columns, G_N_ELEMENTS(columns));
	for (guint i = 0; i < sections->len; i++)
		count_row(table, ROW_BODY, &g_array_index(sections, struct section, i));
	count_row(table, ROW_TOTAL, &all);
}

void
errands_add(struct doc *doc, const struct overview *overview)
{
	const struct round *round = latest_round(overview);
	g_autoptr(GArray) errands = collect(overview, round);
	g_autoptr(GArray) sections = collect_sections(errands);

	doc_heading(doc, 1, "Sammanfattning");
	if (errands->len == 0) {
		doc_paragraph(doc, overview->unit ? "Förvaltningen har inga uppdrag."
		                                  : "Programmet har inga uppdrag.");
		return;
	}
	add_counts(doc, sections, round);
	doc_heading(doc, 1, "Återrapportering");
	for (guint i = 0; i < sections->len; i++)
		add_section(doc, errands, &g_array_index(sections, struct section, i));
}
