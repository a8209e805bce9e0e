/*
 * test_issue.c - the view of one förvaltning, and appendices that are issued, found
 * again and taken back.
 *
 * Vård has A-1 (1200 kr) and A-2 (600 kr), Service A-3 (300 kr) and A-4 outside the
 * requirement (30 kr).  The requirement is 2000 kr.
 * Posted: 100 kr on A-1, then 50 kr on A-3.
 */
#include "steering_kit.h"

static struct session *
made(const char *name, int64_t *ret_before)
{
	struct session *s = kit_create(name);

	kit_import(s, EXCHANGE_PLAN,
	    "id;åtgärd;förvaltning;räknas;område;2021 kr\nA-1;Ett;Vård;ja;X;1200\n"
	    "A-2;Två;Vård;ja;Y;600\nA-3;Tre;Service;ja;X;300\nA-4;Fyra;Service;nej;X;"
	    "30\n");
	kit_import(s, EXCHANGE_REQUIREMENTS, "år;belopp kr\n2021;2000\n");
	*ret_before = kit_post(s, "A-1", 202103, KR(100)).change;
	kit_post(s, "A-3", 202104, KR(50));
	return s;
}

static struct overview *
look(struct session *s, const char *unit, int64_t change)
{
	const struct instant at = { .change = change, .is_change = true };
	const struct view view = {
		.cutoff = 202106, .unit = unit, .as_of = change ? &at : NULL
	};
	struct overview *o = NULL;
	GError *error = NULL;

	T_OK(session_overview(s, &view, &o, &error), error);
	if (!o)
		exit(98);
	return o;
}

static struct figure
total(const struct rollup *rollup)
{
	return rollup->total.cells[ROLLUP_TOTAL(rollup)];
}

/* Plan to June: half of 300. */
static void
one_unit(void)
{
	int64_t before;
	struct session *s = made("unit.db", &before);
	struct overview *o = look(s, "service", 0);

	T_TEXT(o->unit, "Service");
	T_INT(o->plan->actions->len, 2);
	T_INT(o->plan->lines->len, 2);
	T_INT(o->plan->targets->len, 2);
	CU_ASSERT_FALSE(o->gap.requirement.known);
	T_INT(o->counted, 1);
	for (int g = 0; g < GROUPING_MONTH; g++) {
		T_INT(total(o->by[g]).target.ore, KR(300));
		T_INT(total(o->by[g]).plan.ore, KR(150));
		T_INT(total(o->by[g]).realised.ore, KR(50));
		T_INT(o->by[g]->rows->len, 1);
	}
	T_INT(total(o->all_actions).target.ore, KR(330));
	T_INT(o->all_actions->rows->len, 2);
	T_INT(o->reports[0].cutoff, 0);
	overview_free(o);

	/* the session's own plan is whole as before */
	o = look(s, NULL, 0);
	CU_ASSERT_PTR_NULL(o->unit);
	T_INT(o->gap.requirement.ore, KR(2000));
	T_INT(total(o->by[GROUPING_UNIT]).target.ore, KR(2100));
	T_INT(total(o->by[GROUPING_UNIT]).realised.ore, KR(150));
	overview_free(o);

	/* as it was before A-3 was posted: A-1's saving is not taken from nothing */
	o = look(s, "Service", before);
	CU_ASSERT_FALSE(total(o->by[GROUPING_UNIT]).realised.known);
	overview_free(o);
	o = look(s, "Vård", before);
	T_INT(total(o->by[GROUPING_UNIT]).realised.ore, KR(100));
	T_INT(total(o->by[GROUPING_UNIT]).target.ore, KR(1800));
	overview_free(o);
	session_free(s);
}

static void
no_such_unit(void)
{
	int64_t before;
	struct session *s = made("nounit.db", &before);
	struct view view = { .unit = "Servise" };
	struct overview *o = NULL;
	GError *error = NULL;

	T_REFUSED(session_overview(s, &view, &o, &error), error, NOT_FOUND,
	    "Menade du \"Service\"?");
	view.unit = "Helt annat";
	T_REFUSED(session_overview(s, &view, &o, &error), error, NOT_FOUND, "finns inte");
	CU_ASSERT_PTR_NULL(o);
	session_free(s);
}

#define DIGEST "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

static struct issued
one_issue(const char *book)
{
	return (struct issued){ .book = book,
		.cutoff = 202104,
		.as_of = 4,
		.since = -1,
		.unit = "vård",
		.action = "A-1",
		.decision = " RS 2021-05-18 §1 ",
		.digest = DIGEST };
}

static GArray *
all_issued(struct session *s, int64_t change)
{
	const struct instant at = { .change = change, .is_change = true };
	const struct view view = { .as_of = change ? &at : NULL };
	GArray *all = NULL;
	GError *error = NULL;

	T_OK(session_issued(s, &view, &all, &error), error);
	return all;
}

static void
issued_and_found(void)
{
	int64_t before;
	struct session *s = made("issued.db", &before);
	struct issued issue = one_issue("atgard");
	struct saved saved = { 0 };
	GError *error = NULL;
	g_autoptr(GArray) all = NULL;
	const struct issued *one;

	T_OK(session_issue(s, &issue, &saved, &error), error);
	T_INT(saved.id, 1);
	CU_ASSERT(saved.change > 0 && !saved.known);
	all = all_issued(s, 0);
	T_INT(all->len, 1);
	one = &g_array_index(all, struct issued, 0);
	T_INT(one->number, 1);
	T_TEXT(one->book, "atgard");
	T_INT(one->cutoff, 202104);
	T_INT(one->as_of, 4);
	T_INT(one->since, -1);
	T_TEXT(one->unit, "Vård");
	T_TEXT(one->action, "A-1");
	T_TEXT(one->decision, "RS 2021-05-18 §1");
	T_TEXT(one->digest, DIGEST);
	T_TEXT(one->who, "Ann");

	/* the same again is the same; another book has the next number */
	T_OK(session_issue(s, &issue, &saved, &error), error);
	T_INT(saved.id, 1);
	CU_ASSERT(saved.known && saved.change == 0);
	issue = one_issue("uppfoljning");
	issue.unit = issue.action = NULL;
	T_OK(session_issue(s, &issue, &saved, &error), error);
	T_INT(saved.id, 2);
	kit_sound(s);
	session_free(s);
}

static void
refused(void)
{
	int64_t before;
	struct session *s = made("refused.db", &before);
	struct issued issue = one_issue("atgard");
	struct saved saved = { 0 };
	GError *error = NULL;
	g_autoptr(GArray) all = NULL;

	issue.decision = "  ";
	T_REFUSED(session_issue(s, &issue, &saved, &error), error, INPUT, "Beslutet");
	issue = one_issue("atgard");
	issue.unit = "Vårt";
	T_REFUSED(session_issue(s, &issue, &saved, &error), error, NOT_FOUND, "Vård");
	issue = one_issue("atgard");
	issue.action = "A-9";
	T_REFUSED(session_issue(s, &issue, &saved, &error), error, NOT_FOUND, "A-9");
	all = all_issued(s, 0);
	T_INT(all->len, 0);
	session_free(s);
}

/* Taken back it is gone from now on, not from then; its number is not given again. */
static void
undone(void)
{
	int64_t before;
	struct session *s = made("undone.db", &before);
	struct issued issue = one_issue("atgard");
	struct saved first, back, again;
	GError *error = NULL;
	g_autoptr(GArray) now = NULL;
	g_autoptr(GArray) then = NULL;
	g_autoptr(GArray) redone = NULL;

	T_OK(session_issue(s, &issue, &first, &error), error);
	back = kit_undo(s, first.change);
	now = all_issued(s, 0);
	T_INT(now->len, 0);
	then = all_issued(s, first.change);
	T_INT(then->len, 1);
	T_OK(session_issue(s, &issue, &again, &error), error);
	T_INT(again.id, 2);
	kit_undo(s, back.change);
	redone = all_issued(s, 0);
	T_INT(redone->len, 2);
	T_TEXT(g_array_index(redone, struct issued, 0).decision, "RS 2021-05-18 §1");
	kit_sound(s);
	session_free(s);
}

/* The log of the programme and of the action tell of it. */
static void
logged(void)
{
	int64_t before;
	struct session *s = made("logged.db", &before);
	struct issued issue = one_issue("atgard");
	const char *const codes[] = { NULL, "A-1" };
	struct saved saved;
	GError *error = NULL;

	T_OK(session_issue(s, &issue, &saved, &error), error);
	for (size_t i = 0; i < G_N_ELEMENTS(codes); i++) {
		struct log *log = NULL;
		const struct log_entry *e;

		T_OK(session_log(s, codes[i], &log, &error), error);
		e = &g_array_index(log->entries, struct log_entry, 0);
		T_TEXT(e->verb, "fastställ");
		T_TEXT(e->note, "bilaga 1 atgard");
		T_TEXT(e->action, "A-1");
		T_TEXT(e->field, "bilaga 1 atgard");
		T_TEXT(e->old_text, "");
		T_TEXT(e->new_text, "RS 2021-05-18 §1");
		log_free(log);
	}
	session_free(s);
}

int
main(void)
{
	CU_TestInfo cases[] = {
		{ "one unit", one_unit },
		{ "no such unit", no_such_unit },
		{ "issued and found", issued_and_found },
		{ "refused", refused },
		{ "undone", undone },
		{ "logged", logged },
		CU_TEST_INFO_NULL,
	};

	return kit_run("issue", cases);
}
