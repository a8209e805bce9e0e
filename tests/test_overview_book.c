/*
 * test_overview_book.c - the books of an overview, against golden files and by what they
 * say; and books by name.
 *
 * The overview is made by hand from literals (reports_example.h); golden files are
 * book_kit.h's.
 */
#include "book_kit.h"
#include "reports_example.h"

/* The same rollup is as it is and as it is thought: every difference is 0. */
static void
check_scenario(const struct overview *o, const struct book_head *head)
{
	const struct rollup *r = o->by[GROUPING_UNIT];
	const struct rollup_beside beside = { NULL, NULL, "HS-02 <b>tas</b> bort", r };

	if (r->rows->len > 0)
		check_book(
		    book_rollup(r, "Programmet", head, &beside), "oversikt_scenario");
}

static void
check_books(bool filled)
{
	static const struct doc_head page = { "Region Exempel", "Regionstyrelsen",
		"RS 2021-0417 <b>", "Utkast", "2021-07-01", true };
	const struct book_head head = {
		.as_of = "2021-07-01 08:00 (ändring 12)",
		.digest =
		    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
		.page = &page,
	};
	struct plan *plan = plan_new();
	struct overview o;
	const struct rollup_beside beside = { &o, &o.settings, NULL, NULL };

	overview_by_hand(&o, plan, filled);
	check_book(book_rollup(o.by[GROUPING_UNIT], plan->programme.name, &head, &beside),
	    filled ? "oversikt_forvaltning" : "tom_oversikt_forvaltning");
	check_book(
	    book_key_figures(&o, &head, ""), filled ? "nyckeltal" : "tom_nyckeltal");
	check_scenario(&o, &head);
	check_book(book_overview(&o, &head), filled ? "oversikt" : "tom_oversikt");
	check_book(book_find("uppfoljning")->make(&o, &head),
	    filled ? "uppfoljning" : "tom_uppfoljning");
	overview_done(&o);
	plan_free(plan);
}

static void
test_books(void)
{
	check_books(true);
}

static void
test_books_of_nothing(void)
{
	check_books(false);
}

static void
test_book_find(void)
{
	T_TEXT(book_find("uppfoljning")->title, "Uppföljning av omställningsplanen");
	CU_ASSERT_PTR_NULL(book_find("saknas"));
}

/* A book without an instant or digest says nothing of them. */
static void
test_no_head(void)
{
	struct plan *plan = plan_new();
	struct overview o;
	struct doc *doc;

	overview_by_hand(&o, plan, true);
	doc = book_overview(&o, NULL);
	T_TEXT(doc->title, "Översikt – Exempeldata: Omställning 2020–2021");
	T_TEXT(doc->subtitle, "Avser t.o.m. juni 2021");
	doc_free(doc);
	overview_done(&o);
	plan_free(plan);
}

/* Figures that must stand in the overview, worked out above. */
static void
test_overview_says(void)
{
	struct plan *plan = plan_new();
	g_autofree char *out = NULL;
	struct overview o;
	struct doc *doc;

	overview_by_hand(&o, plan, true);
	doc = book_overview(&o, NULL);
	out = render(doc, "text", 100);
	CU_ASSERT(has(out, "Exempeldata"));
	CU_ASSERT(has(out, "215,5 mkr mot kravet 215,0 mkr"));
	CU_ASSERT(has(out, "2020–2022: 130,0 − 50,0 = 80,0"));
	CU_ASSERT(has(out, "från 2023, per år: 60,0 − 10,0 = 50,0"));
	CU_ASSERT(has(out, "145,0 av 403,0 mkr (36,0\u00a0%)"));
	CU_ASSERT(has(out, "77,4 mkr"));
	CU_ASSERT(has(out, "överplanering"));
	CU_ASSERT(has(out, "cirka"));
	CU_ASSERT(has(out, "Skäl saknas"));
	CU_ASSERT(has(out, "Antagen profil: 2 målbelopp"));
	doc_free(doc);
	overview_done(&o);
	plan_free(plan);
}

/* Without amounts the sentences say so instead of dividing by nothing. */
static void
test_overview_without_amounts(void)
{
	struct plan *plan = plan_new();
	g_autofree char *out = NULL;
	struct overview o;
	struct figure *total;
	struct doc *doc;

	overview_by_hand(&o, plan, true);
	total = &o.by[GROUPING_UNIT]->total.cells[3];
	total->target = total->plan = total->realised = NO;
	o.gap.requirement = NO;
	doc = book_overview(&o, NULL);
	out = render(doc, "md", 0);
	CU_ASSERT(has(out, "saknar målbelopp; inget krav är angivet. Till och med juni "
	                   "2021 är inget utfall rapporterat. 1 av 3"));
	doc_free(doc);
	overview_done(&o);
	plan_free(plan);
}

int
main(void)
{
	CU_TestInfo cases[] = {
		{ "books", test_books },
		{ "books of an empty programme", test_books_of_nothing },
		{ "books by name", test_book_find },
		{ "no head", test_no_head },
		{ "overview says", test_overview_says },
		{ "overview without amounts", test_overview_without_amounts },
		CU_TEST_INFO_NULL,
	};

	return t_run("overview book", cases);
}
