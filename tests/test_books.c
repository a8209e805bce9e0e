/*
 * test_books.c - slutredovisning, atgard and forandringar of an overview made by hand
 * (reports_example.h), against golden files and figures worked out here.
 */
#include "base/error.h"
#include "book_kit.h"
#include "reports_example.h"

static const struct doc_head page = { "Region Exempel", "Regionstyrelsen", "RS 2021-0417",
	"Utkast", "2021-07-01", true };

static struct book_head
head_of(void)
{
	return (struct book_head){
		.as_of = "2021-07-01 08:00 (ändring 12)",
		.digest =
		    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
		.page = &page,
	};
}

/* Entered late: the one of 2019 is the first in time.  Their stages: HS-01 4, HS-02 3,
 * RF-01 0. */
static void
add_facts(struct plan *plan)
{
	const struct decision decisions[] = {
		{ "2", 11, "2020-02-04", "RS <b>", "14", "RS 2020-11", "bifall",
		    "Vårdplatser" },
		{ "1", 0, "hösten 2019", "RF", "", "", "återremiss", "=1+1" },
	};

	g_array_append_vals(plan->decisions, decisions, 2);
	g_array_index(plan->actions, struct action, 0).stage = 4;
	g_array_index(plan->actions, struct action, 1).stage = 3;
}

/*
 * HS-01: 150 promised, 120 realised: 30 missing.  HS-02: 65,5 and nothing: 65,5, the
 * larger, so it comes first.  RF-01 promised nothing and is neither.  Together 215,5 -
 * 120 = 95,5; of the requirement of 215 are 95 left, 44,2 %.
 */
static void
test_final(void)
{
	struct plan *plan = plan_new();
	struct book_head head = head_of();
	struct overview o;
	struct doc *doc;
	g_autofree char *out = NULL;
	const char *first, *second;

	overview_by_hand(&o, plan, true);
	add_facts(plan);
	doc = book_find("slutredovisning")->make(&o, &head);
	out = render(doc, "csv", 0);
	CU_ASSERT(has(out, "Kvar till kravet;95000000,00;44,2"));
	CU_ASSERT(has(out, "Hälso- och sjukvården;215500000,00;120000000,00;55,7;"
	                   "95500000,00"));
	second = strstr(out, "HS-01;Omstrukturering av vården;150000000,00;120000000,00;"
	                     "30000000,00");
	first = strstr(out, ";65500000,00;;65500000,00;");
	CU_ASSERT(first != NULL && second != NULL && first < second);
	CU_ASSERT(has(out, "3 beslutad;1;65500000,00;"));
	CU_ASSERT(has(out, "4 genomförd;1;150000000,00;120000000,00"));
	CU_ASSERT(has(out, "Totalt;3;215500000,00;120000000,00"));
	first = strstr(out, "hösten 2019;RF;");
	second = strstr(out, "2020-02-04;RS <b>;14;RS 2020-11;bifall;Vårdplatser;HS-01");
	CU_ASSERT(first != NULL && second != NULL && first < second);
	check_book(doc, "slutredovisning");
	overview_done(&o);
	plan_free(plan);
}

static void
test_final_of_nothing(void)
{
	struct plan *plan = plan_new();
	struct book_head head = head_of();
	struct overview o;

	overview_by_hand(&o, plan, false);
	check_book(book_find("slutredovisning")->make(&o, &head), "tom_slutredovisning");
	overview_done(&o);
	plan_free(plan);
}

static void
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
		"Eva" };
	const struct detail_year years[] = {
		{ 0, 2020, false, { .target = mkr(10000) }, { .assumed = 0 },
		    { NO, NO } },
		{ 1, 2021, false, { .target = mkr(5000), .realised = mkr(12000) },
		    { .assumed = 0 }, { NO, NO } },
		{ 3, 0, true, { .target = mkr(15000), .realised = mkr(12000) },
		    { .assumed = 0 }, { NO, NO } },
	};
	const struct milestone milestones[] = { { 11, "Avtal <b>klart</b>", "Q1 2021",
		                                    "2021-02-01" },
		{ 11, "Flytt", "våren 2022", "" } };
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

static void
test_action(void)
{
	struct plan *plan = plan_new();
	struct book_head head = head_of();
	struct detail *d = detail_new();
	struct overview o;
	struct doc *doc;
	g_autofree char *out = NULL;

	overview_by_hand(&o, plan, true);
	add_facts(plan);
	fill_detail(d, &o);
	head.detail = d;
	doc = book_find("atgard")->make(&o, &head);
	CU_ASSERT(g_str_has_prefix(doc->title, "HS-01 Omstrukturering av vården – "));
	out = render(doc, "csv", 0);
	/* 100 + 50 = 150; no figure that no year has, so no prognos column */
	CU_ASSERT(has(out, "ar;mal_kr;realiserat_kr\r\n"));
	CU_ASSERT(has(out, "Totalt;150000000,00;120000000,00"));
	CU_ASSERT(has(out, "DÅ04-2021 (sen ändring);pågående;▲ gul;48500000,00;"));
	CU_ASSERT(has(out, "\r\nGrad;4 genomförd\r\n"));
	check_book(doc, "atgard");
	detail_free(d);
	overview_done(&o);
	plan_free(plan);
}

/* Nothing is known of the action but its name. */
static void
test_action_of_nothing(void)
{
	struct plan *plan = plan_new();
	struct book_head head = head_of();
	struct detail *d = detail_new();
	struct overview o;

	overview_by_hand(&o, plan, false);
	action_init(&d->action, "T-1");
	d->action.name = "Tom";
	d->cutoff = o.cutoff;
	settings_init(&d->settings);
	head.detail = d;
	check_book(book_find("atgard")->make(&o, &head), "tom_atgard");
	detail_free(d);
	overview_done(&o);
	plan_free(plan);
}

/* HS-02 gets an owner with marks in the name, HS-01 another target (100 -> 110). */
static void
test_changes(void)
{
	struct plan *then = plan_new(), *now = plan_new();
	struct book_head head = head_of();
	struct overview before, after;
	struct comparison *c;
	struct doc *doc;
	g_autofree char *out = NULL;

	overview_by_hand(&before, then, true);
	overview_by_hand(&after, now, true);
	before.cutoff = 202104;
	g_array_index(now->actions, struct action, 1).owner = "=Eva <b>|";
	g_array_index(now->targets, struct target, 0).ore = mkr(11000).ore;
	after.by[GROUPING_ACTION]->total.cells[3].target = mkr(22550);
	settings_take(&after.settings, "vikt.röd", "30 %");
	c = compare_overviews(&before, &after);
	head.since = "2021-05-03 08:00 (ändring 7)";
	head.changes = c;
	doc = book_find("forandringar")->make(&after, &head);
	out = render(doc, "csv", 0);
	CU_ASSERT(has(out, "Mål;215500000,00;225500000,00;10000000,00"));
	CU_ASSERT(has(out, "inställning vikt.röd;40 %;30 %"));
	CU_ASSERT(has(out, "HS-01;mål 2020, Hälso- och sjukvården, ospecificerat;"
	                   "100,0 mkr;110,0 mkr"));
	CU_ASSERT(has(out, "HS-02;ansvarig;–;'=Eva <b>|"));
	check_book(doc, "forandringar");
	comparison_free(c);
	overview_done(&before);
	overview_done(&after);
	plan_free(then);
	plan_free(now);
}

static void
test_no_changes(void)
{
	struct plan *plan = plan_new();
	struct book_head head = head_of();
	struct overview o;
	struct comparison *c;

	overview_by_hand(&o, plan, false);
	c = compare_overviews(&o, &o);
	head.since = "2021-05-03 08:00 (ändring 7)";
	head.changes = c;
	check_book(book_find("forandringar")->make(&o, &head), "tom_forandringar");
	comparison_free(c);
	overview_done(&o);
	plan_free(plan);
}

/* An appendix of one förvaltning says so first. */
static void
test_one_unit(void)
{
	struct plan *plan = plan_new();
	struct book_head head = { .digest = "" };
	struct overview o;

	overview_by_hand(&o, plan, true);
	o.unit = "Regionförvaltningen";
	o.gap.requirement = NO;
	for (const struct book *b = books; b->name; b++) {
		struct doc *doc;
		char *out;

		if (b->matter != BOOK_PROGRAMME)
			continue;
		doc = b->make(&o, &head);
		T_TEXT(doc->subtitle, "Endast åtgärder i Regionförvaltningen · avser "
		                      "t.o.m. juni 2021");
		out = render(doc, "text", 100);
		CU_ASSERT(has(out, "Kravet är ställt på hela programmet."));
		CU_ASSERT(has(out, "Förvaltning                   Regionförvaltningen"));
		CU_ASSERT_PTR_NULL(strstr(out, "Inga omfördelningar"));
		CU_ASSERT_PTR_NULL(strstr(out, "Framtidsarbetet nådde"));
		g_free(out);
		doc_free(doc);
	}
	overview_done(&o);
	plan_free(plan);
}

int
main(void)
{
	CU_TestInfo cases[] = {
		{ "final report", test_final },
		{ "final report of nothing", test_final_of_nothing },
		{ "one action", test_action },
		{ "an action of nothing", test_action_of_nothing },
		{ "changes", test_changes },
		{ "no changes", test_no_changes },
		{ "one unit", test_one_unit },
		CU_TEST_INFO_NULL,
	};

	return t_run("books", cases);
}
