/*
 * test_progress.c - realised so far this year reported: the difference in the ledger, the
 * round, which line, other people, closed rounds, taking back.
 */
#include "session/progress.h"
#include "steering_kit.h"

/* A-1 has one line, A-2 two (own unit, and another recipient), A-3 two of other cost
 * kinds than ospecificerat. */
static const char plan_csv[] = "id;åtgärd;förvaltning;mottagare;kostnadsslag;2021 kr\n"
                               "A-1;Ett;Vård;;;1200\n"
                               "A-2;Två;Vård;;;1000\n"
                               "A-2;Två;Vård;Stab;;2000\n"
                               "A-3;Tre;Vård;;drift;300\n"
                               "A-3;Tre;Vård;;intäkt;300\n";

static struct session *
small(const char *name)
{
	struct session *s = kit_create(name);

	T_INT(kit_import(s, EXCHANGE_PLAN, plan_csv).added, 3);
	return s;
}

static struct progress_entry
entry(const char *code, int64_t ore)
{
	return (struct progress_entry){ .report = { .action = code, .round = "2021-04" },
		.realised = amount_of(ore) };
}

static struct saved
report_at(const char *file, int line, struct session *s, struct progress_entry e)
{
	struct saved saved = { 0 };
	GError *error = NULL;

	t_ok_at(file, line, session_report_progress(s, 202104, &e, 1, &saved, &error),
	    &error);
	return saved;
}
#define report(s, ...) report_at(__FILE__, __LINE__, (s), __VA_ARGS__)

/* "202103 500, 202104 200": the savings in force, in kr. */
static char *
savings(struct session *s, const char *code)
{
	struct detail *d = kit_detail(s, code);
	GString *out = g_string_new(NULL);

	for (guint i = 0; i < d->savings->len; i++) {
		const struct saving *one =
		    &g_array_index(d->savings, struct detail_saving, i).saving;

		g_string_append_printf(out, "%s%d %" G_GINT64_FORMAT, i ? ", " : "",
		    one->month, one->ore / 100);
	}
	detail_free(d);
	return g_string_free(out, FALSE);
}

/* How many rows the ledger has for the month, corrections too. */
static struct progress *
look_at(struct session *s, int month)
{
	struct progress *p = NULL;
	GError *error = NULL;

	T_OK(session_progress(s, month, &p, &error), error);
	return p;
}

static const struct progress_row *
row_of(const struct progress *p, int index)
{
	return &g_array_index(p->rows, struct progress_row, index);
}

/* 500 in March; 700 so far in April is 200 more; 650 is a correction of -50. */
static void
difference(void)
{
	struct session *s = small("difference.db");
	struct saved saved;
	int64_t first;
	struct progress *p;

	kit_post(s, "A-1", 202103, KR(500));
	saved = report(s, entry("A-1", KR(700)));
	CU_ASSERT(saved.change > 0);
	first = saved.change;
	T_TAKE(savings(s, "A-1"), "202103 500, 202104 200");
	T_INT(kit_reports(s, "A-1"), 1);
	/* the same again says nothing new */
	saved = report(s, entry("A-1", KR(700)));
	T_INT(saved.known, true);
	T_INT(saved.change, 0);
	saved = report(s, entry("A-1", KR(650)));
	T_TAKE(savings(s, "A-1"), "202103 500, 202104 150");
	kit_undo(s, saved.change);
	T_TAKE(savings(s, "A-1"), "202103 500, 202104 200");
	/* one step takes saving and report */
	kit_undo(s, first);
	T_TAKE(savings(s, "A-1"), "202103 500");
	T_INT(kit_reports(s, "A-1"), 0);
	/* no change is an amount too: zero for the month */
	report(s, entry("A-1", KR(500)));
	T_TAKE(savings(s, "A-1"), "202103 500, 202104 0");
	p = look_at(s, 202104);
	T_INT(row_of(p, 0)->posted, true);
	T_INT(progress_now(p, row_of(p, 0)).ore, KR(500));
	T_INT(progress_before(p, row_of(p, 0)).ore, KR(500));
	T_INT(row_of(p, 0)->target.ore, KR(1200));
	T_INT(row_of(p, 0)->plan.ore, KR(400)); /* four months of twelve */
	progress_free(p);
	kit_sound(s);
	session_free(s);
}

/* A saving with a ref of its own in the month stays; the difference is beside it. */
static void
own_refs(void)
{
	struct session *s = small("refs.db");
	struct saving_entry e = { "A-1", 202104, KR(100), NULL, -1, "F 7", "dok", NULL };
	struct saved saved = { 0 };
	GError *error = NULL;

	T_OK(session_post(s, &e, false, &saved, &error), error);
	report(s, entry("A-1", KR(180)));
	T_TAKE(savings(s, "A-1"), "202104 100, 202104 80");
	report(s, entry("A-1", KR(90)));
	T_TAKE(savings(s, "A-1"), "202104 100, 202104 -10");
	kit_sound(s);
	session_free(s);
}

/* The year before does not count, nor do later months. */
static void
only_this_year(void)
{
	struct session *s = small("year.db");

	kit_post(s, "A-1", 202012, KR(900));
	kit_post(s, "A-1", 202105, KR(50));
	report(s, entry("A-1", KR(30)));
	T_TAKE(savings(s, "A-1"), "202012 900, 202104 30, 202105 50");
	session_free(s);
}

/* Which line: session_post's while nothing is posted, then where this year's stand; where
 * neither tells, it is asked. */
static void
lines(void)
{
	struct session *s = small("lines.db");
	struct saving_entry on_staff = { "A-2", 202101, KR(10), "Stab", -1, NULL, NULL,
		NULL };
	struct line chosen = { .cost_kind = COST_REVENUE };
	struct progress_entry e;
	struct saved saved = { 0 };
	struct progress *p = look_at(s, 202104);
	GError *error = NULL;

	T_INT(row_of(p, 0)->ask_line, false);
	T_INT(row_of(p, 1)->ask_line, false);
	T_INT(row_of(p, 2)->ask_line, true); /* ospecificerat is none of them */
	chosen.unit = plan_unit(p->plan, VARD)->id;
	progress_free(p);
	/* what is posted only on Stab is continued there */
	T_OK(session_post(s, &on_staff, false, &saved, &error), error);
	report(s, entry("A-2", KR(25)));
	T_INT(kit_cell(s, NULL, GROUPING_RECIPIENT, SELECT_ALL, "Stab", 0).realised.ore,
	    KR(25));
	/* on two lines it cannot be known */
	on_staff.unit = VARD;
	T_OK(session_post(s, &on_staff, false, &saved, &error), error);
	e = entry("A-2", KR(60));
	T_REFUSED(session_report_progress(s, 202104, &e, 1, &saved, &error), error, INPUT,
	    "flera mållinjer");
	e = entry("A-3", KR(60));
	T_REFUSED(session_report_progress(s, 202104, &e, 1, &saved, &error), error, INPUT,
	    "flera mållinjer");
	T_TAKE(savings(s, "A-3"), "");
	e.line = &chosen;
	report(s, e);
	T_INT(kit_cell(s, NULL, GROUPING_COST_KIND, SELECT_ALL, "intäkt", 0).realised.ore,
	    KR(60));
	/* and then it is known */
	report(s, entry("A-3", KR(70)));
	T_INT(kit_cell(s, NULL, GROUPING_COST_KIND, SELECT_ALL, "intäkt", 0).realised.ore,
	    KR(70));
	kit_sound(s);
	session_free(s);
}

/* All or none; and somebody who was first is told of. */
static void
together(void)
{
	struct session *s = small("together.db");
	struct amount none = AMOUNT_NONE, ten = amount_of(KR(10));
	struct progress_entry many[] = { entry("A-1", KR(5)), entry("A-9", KR(5)) };
	struct progress_entry e = entry("A-1", KR(7));
	struct saved saved = { 0 };
	GError *error = NULL;

	T_REFUSED(session_report_progress(s, 202104, many, 2, &saved, &error), error,
	    NOT_FOUND, "A-9");
	T_TAKE(savings(s, "A-1"), "");
	many[1] = entry("A-2", KR(6));
	T_OK(session_report_progress(s, 202104, many, 2, &saved, &error), error);
	kit_undo(s, saved.change);
	T_TAKE(savings(s, "A-1"), "");
	T_TAKE(savings(s, "A-2"), "");
	report(s, entry("A-1", KR(10)));
	e.seen_realised = &none;
	T_REFUSED(session_report_progress(s, 202104, &e, 1, &saved, &error), error,
	    CONFLICT, "10,00");
	e.seen_realised = &ten;
	report(s, e);
	T_TAKE(savings(s, "A-1"), "202104 7");
	e = (struct progress_entry){ .report = { .action = "A-1",
		                         .round = "2021-04",
		                         .forecast = amount_of(KR(90)) },
		.seen_forecast = &none };
	report(s, e);
	T_REFUSED(session_report_progress(s, 202104, &e, 1, &saved, &error), error,
	    CONFLICT, "prognosen");
	session_free(s);
}

/* A closed round takes nothing, not even an amount of one that has reported. */
static void
closed(void)
{
	struct session *s = small("closed.db");
	const struct round_edit edit = { "2021-04", NULL, 1 };
	struct progress_entry e = entry("A-1", KR(9));
	struct saved saved = { 0 };
	struct progress *p;
	GError *error = NULL;

	report(s, entry("A-1", KR(8)));
	T_OK(session_set_round(s, &edit, &saved, &error), error);
	T_REFUSED(session_report_progress(s, 202104, &e, 1, &saved, &error), error, INPUT,
	    "stängd");
	T_TAKE(savings(s, "A-1"), "202104 8");
	p = look_at(s, 202104);
	T_INT(p->closed, true);
	progress_free(p);
	/* the one to report in now is the next */
	p = look_at(s, 0);
	T_INT(p->month, 202105);
	T_INT(p->closed, false);
	T_INT(row_of(p, 0)->posted, false);
	progress_free(p);
	session_free(s);
}

/* Taken back, the month has nothing; the report that said nothing else goes with it. */
static void
taking_back(void)
{
	struct session *s = small("back.db");
	struct progress_entry back = { .report = { .action = "A-1", .round = "2021-04" },
		.take_back = true };
	struct saved saved = { 0 };
	struct progress *p;
	GError *error = NULL;

	T_REFUSED(session_report_progress(s, 202104, &back, 1, &saved, &error), error,
	    INPUT, "inget utfall");
	kit_post(s, "A-1", 202103, KR(5));
	report(s, entry("A-1", KR(8)));
	saved = report(s, back);
	T_TAKE(savings(s, "A-1"), "202103 5");
	p = look_at(s, 202104);
	T_INT(row_of(p, 0)->posted, false);
	CU_ASSERT_PTR_NULL(row_of(p, 0)->report);
	progress_free(p);
	kit_undo(s, saved.change);
	T_TAKE(savings(s, "A-1"), "202103 5, 202104 3");
	T_INT(kit_reports(s, "A-1"), 1);
	/* posted anew it stands again */
	report(s, back);
	report(s, entry("A-1", KR(9)));
	T_TAKE(savings(s, "A-1"), "202103 5, 202104 4");
	/* a report with a word in it stays */
	saved = report(s, (struct progress_entry){ .report = { .action = "A-1",
	                                               .round = "2021-04",
	                                               .comment = "Avtal klart." } });
	report(s, back);
	T_INT(kit_reports(s, "A-1"), 1);
	kit_sound(s);
	session_free(s);
}

/* A forecast is the round's own; inget nytt leaves the one before standing. */
static void
forecasts(void)
{
	struct session *s = small("forecast.db");
	struct progress_entry e = { .report = { .action = "A-1",
		                        .round = "2021-03",
		                        .forecast = amount_of(KR(800)) } };
	const struct report_entry nothing = {
		.action = "A-1", .round = "2021-04", .nothing_new = true
	};
	struct saved saved = { 0 };
	struct progress *p;
	GError *error = NULL;

	T_OK(session_report_progress(s, 202103, &e, 1, &saved, &error), error);
	p = look_at(s, 202104);
	T_INT(row_of(p, 0)->forecast.known, false);
	T_INT(row_of(p, 0)->standing.ore, KR(800));
	progress_free(p);
	T_OK(session_report(s, &nothing, &saved, &error), error);
	p = look_at(s, 202104);
	T_INT(row_of(p, 0)->said.known, false);
	T_INT(row_of(p, 0)->forecast.ore, KR(800));
	progress_free(p);
	e.report.round = "2021-04";
	e.report.forecast = amount_of(KR(700));
	report(s, e);
	e = (struct progress_entry){ .report = { .action = "A-1", .round = "2021-04" },
		.forecast_back = true };
	report(s, e);
	p = look_at(s, 202104);
	T_INT(row_of(p, 0)->said.known, false);
	progress_free(p);
	kit_sound(s);
	session_free(s);
}

/* A correction of what is attested is not attested itself. */
static void
attested(void)
{
	struct session *s = small("attested.db");
	const struct verify_entry verify = {
		.action = "A-1", .month = 202104, .cost_kind = -1
	};
	struct session *bo = kit_open_as(s, "Bo", NULL);
	struct verified done = { 0 };
	struct detail *d;
	GError *error = NULL;

	report(s, entry("A-1", KR(8)));
	T_OK(session_verify(bo, &verify, &done, &error), error);
	T_INT(done.rows, 1);
	session_free(bo);
	d = kit_detail(s, "A-1");
	T_INT(g_array_index(d->savings, struct detail_saving, 0).verified, true);
	detail_free(d);
	report(s, entry("A-1", KR(6)));
	d = kit_detail(s, "A-1");
	T_INT(d->savings->len, 1);
	T_INT(g_array_index(d->savings, struct detail_saving, 0).verified, false);
	T_INT(g_array_index(d->savings, struct detail_saving, 0).saving.ore, KR(6));
	detail_free(d);
	kit_sound(s);
	session_free(s);
}

/* It is 5 July 2021.  A saving that was posted ahead does not make its month the one to
 * report in, and a month that has not begun says so. */
static void
ahead(void)
{
	struct session *s = small("ahead.db");
	struct progress *p;

	kit_post(s, "A-1", 202105, KR(5));
	p = look_at(s, 0);
	T_INT(p->month, 202105);
	T_INT(p->ahead, false);
	progress_free(p);
	kit_post(s, "A-1", 202112, KR(5));
	p = look_at(s, 0);
	T_INT(p->month, 202107);
	T_INT(p->ahead, false);
	progress_free(p);
	p = look_at(s, 202108);
	T_INT(p->ahead, true);
	progress_free(p);
	session_free(s);
}

int
main(void)
{
	CU_TestInfo cases[] = { { "difference", difference }, { "own refs", own_refs },
		{ "only this year", only_this_year }, { "lines", lines },
		{ "together", together }, { "closed", closed },
		{ "taking back", taking_back }, { "forecasts", forecasts },
		{ "attested", attested }, { "ahead", ahead }, CU_TEST_INFO_NULL };

	return kit_run("progress", cases);
}
