/*
 * books_example.h - every book's document of an overview made by hand
 * (reports_example.h), filled or of nothing.
 */
#ifndef BOOKS_EXAMPLE_H
#define BOOKS_EXAMPLE_H

#include "documents_example.h"
#include "goals_example.h"
#include "reports/book/book.h"
#include "reports_example.h"

static const struct doc_head example_page = { "Region Exempel", "Regionstyrelsen",
	"RS 2021-0417", "Utkast", "2021-07-01", true };

static inline struct book_head
head_of(void)
{
	return (struct book_head){
		.as_of = "2021-07-01 08:00 (ändring 12)",
		.digest =
		    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
		.page = &example_page,
	};
}

/* Entered late: the one of 2019 is the first in time.  Their stages: HS-01 4, HS-02 3,
 * RF-01 0. */
static inline void
add_facts(struct plan *plan)
{
	const struct decision decisions[] = {
		{ "2", 11, "2020-02-04", "RS <b>", "14", "RS 2020-11", "bifall",
		    "Vårdplatser", "", AMOUNT_NONE, "" },
		{ "1", 0, "hösten 2019", "RF", "", "", "återremiss", "=1+1", "",
		    AMOUNT_NONE, "" },
	};

	g_array_append_vals(plan->decisions, decisions, 2);
	g_array_index(plan->actions, struct action, 0).stage = 4;
	g_array_index(plan->actions, struct action, 1).stage = 3;
}

static inline void
fill_detail(struct detail *d, const struct overview *o)
{
	const struct detail_target targets[] = {
		{ "Hälso- och sjukvården", COST_UNSPECIFIED, 2020, mkr(10000).ore },
		{ "ej fördelad", COST_STAFF, 2021, mkr(5000).ore },
	};
	const struct detail_saving saving = { { 1, 1, 202103, mkr(12000).ore, "r", true,
		                                  "=A1 <i>", "" },
		"Hälso- och sjukvården", COST_UNSPECIFIED, false };
	const struct detail_report report = { "DÅ04-2021", 202104, STATUS_ONGOING,
		LIGHT_YELLOW, "Rekryteringen\u202e går trögt.", true, true, mkr(4850), 0,
		"Eva", "" };
	const struct detail_year years[] = {
		{ 0, 2020, false, { .target = mkr(10000) }, { .assumed = 0 },
		    { NO, NO } },
		{ 1, 2021, false, { .target = mkr(5000), .realised = mkr(12000) },
		    { .assumed = 0 }, { NO, NO } },
		{ 3, 0, true, { .target = mkr(15000), .realised = mkr(12000) },
		    { .assumed = 0 }, { NO, NO } },
	};
	const struct milestone milestones[] = { { 11, "", "Avtal <b>klart</b>", "Q1 2021",
		                                    "2021-02-01" },
		{ 11, "", "Flytt", "våren 2022", "" } };
	const struct assessment assessment = { 11, "2020-01-10", "RS 2020-10",
		"godtagbar" };

	d->action = g_array_index(o->plan->actions, struct action, 0);
	d->target = mkr(15000);
	d->realised = mkr(12000);
	d->cutoff = o->cutoff;
	d->settings = o->settings;
	d->outlook = o->outlooks[0];
	d->slippage = o->slippages[0];
	d->pace = (struct pace){ mkr(24000), 2 };
	d->verify = true;
	g_array_append_vals(d->targets, targets, 2);
	g_array_append_vals(d->savings, &saving, 1);
	g_array_append_vals(d->reports, &report, 1);
	g_array_append_vals(d->years, years, 3);
	g_array_append_vals(d->milestones, milestones, 2);
	g_array_append_vals(d->assessments, &assessment, 1);
	g_array_append_vals(d->decisions, o->plan->decisions->data, 2);
}

/* All about HS-01; of nothing: an action of which only the name is known. */
static inline struct doc *
action_example(const struct overview *o, struct book_head head, bool filled)
{
	struct detail *d = detail_new();
	struct doc *doc;

	if (filled)
		fill_detail(d, o);
	else {
		action_init(&d->action, "T-1");
		d->action.name = "Tom";
		d->cutoff = o->cutoff;
		settings_init(&d->settings);
	}
	head.detail = d;
	doc = book_find("atgard")->make(o, &head);
	detail_free(d);
	return doc;
}

/* HS-02 gets an owner with marks in the name, HS-01 another target (100 -> 110). */
static inline struct doc *
changes_example(
    struct overview *after, struct plan *now, struct book_head head, bool filled)
{
	struct plan *then = plan_new();
	struct overview before;
	struct comparison *c;
	struct doc *doc;

	overview_by_hand(&before, then, filled);
	if (filled) {
		before.cutoff = 202104;
		g_array_index(now->actions, struct action, 1).owner = "=Eva <b>|";
		g_array_index(now->targets, struct target, 0).ore = mkr(11000).ore;
		after->by[GROUPING_ACTION]->total.cells[3].target = mkr(22550);
		settings_take(&after->settings, "vikt.röd", "30 %");
	}
	c = compare_overviews(&before, after);
	head.since = "2021-05-03 08:00 (ändring 7)";
	head.changes = c;
	doc = book_find("forandringar")->make(after, &head);
	comparison_free(c);
	overview_done(&before);
	plan_free(then);
	return doc;
}

/* Any book by its name; doc_free. */
static inline struct doc *
book_example(const char *name, bool filled)
{
	const struct book *book = book_find(name);
	const struct book_head head = head_of();
	struct doc *doc = document_example(name, filled, &head);
	struct plan *plan;
	struct overview o;

	if (doc)
		return doc;
	plan = plan_new();
	overview_by_hand(&o, plan, filled);
	if (filled &&
	    (book->matter == BOOK_ACTION || strcmp(name, "slutredovisning") == 0))
		add_facts(plan);
	if (filled && strcmp(name, "strategiska") == 0)
		goals_by_hand(&o, plan);
	switch (book->matter) {
	case BOOK_ACTION:
		doc = action_example(&o, head, filled);
		break;
	case BOOK_CHANGES:
		doc = changes_example(&o, plan, head, filled);
		break;
	case BOOK_PROGRAMME:
	default:
		doc = book->make(&o, &head);
		break;
	}
	g_clear_pointer(&o.followup, followup_free);
	overview_done(&o);
	plan_free(plan);
	return doc;
}

#endif
