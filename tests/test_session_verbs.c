/*
 * test_session_verbs.c - posting, reporting, and every verb with its undo.
 */
#include "session_small.h"

static void
posts(void)
{
	struct session *s = small("post.db");
	struct saving_entry e = { "A-1", 202104, KR(5), NULL, -1, "F 1", "dok", "rad" };
	struct saved saved = { 0 };
	GError *error = NULL;
	int64_t first;
	struct detail *d;

	T_OK(session_post(s, &e, false, &saved, &error), error);
	first = saved.id;
	T_OK(session_post(s, &e, false, &saved, &error), error);
	T_INT(saved.known, true);
	T_INT(saved.id, first);
	T_INT(saved.change, 0);
	e.ore = KR(-3);
	T_REFUSED(session_post(s, &e, false, &saved, &error), error, EXISTS, "--ratta");
	T_OK(session_post(s, &e, true, &saved, &error), error);
	T_INT(saved.id, first);
	kit_unit(s, VARD, KR(3750), KR(-3));
	e.month = 202105;
	T_REFUSED(session_post(s, &e, true, &saved, &error), error, INPUT, "2021-04");
	e = (struct saving_entry){ "A-9", 202104, 1, NULL, -1, NULL, NULL, NULL };
	T_REFUSED(session_post(s, &e, false, &saved, &error), error, NOT_FOUND, "A-");
	e.action = "A-1";
	e.ore = MONEY_MAX_ORE + 1;
	T_REFUSED(session_post(s, &e, false, &saved, &error), error, RANGE, "mkr");
	e.ore = INT64_MIN;
	T_REFUSED(session_post(s, &e, false, &saved, &error), error, RANGE, "mkr");
	e.ore = 1;
	e.month = 202113;
	T_REFUSED(session_post(s, &e, false, &saved, &error), error, INPUT, NULL);
	/* own refs: one per line and month */
	saved = kit_post(s, "A-1", 202104, KR(4));
	CU_ASSERT(saved.id != first);
	kit_undo(s, saved.change);
	kit_unit(s, VARD, KR(3750), KR(-3));
	saved = kit_post(s, "A-1", 202104, KR(6));
	CU_ASSERT(saved.change > 0);
	kit_unit(s, VARD, KR(3750), KR(3));
	d = kit_detail(s, "A-1");
	T_INT(d->savings->len, 2);
	T_INT(d->realised.ore, KR(3));
	T_TEXT(g_array_index(d->savings, struct detail_saving, 1).saving.ref,
	    "A-1|2021-04|Vård|ospecificerat");
	detail_free(d);
	kit_sound(s);
	session_free(s);
}

/* What our own import could not read again never gets in. */
static void
bad_bytes(void)
{
	struct session *s = small("bytes.db");
	const struct saving_entry saving = { "A-1", 202104, KR(5), NULL, -1, NULL, NULL,
		"a\xff" };
	const struct report_entry entry = {
		.action = "A-1", .round = "2021-03", .comment = "a\xff"
	};
	struct saved saved = { 0 };
	GError *error = NULL;

	T_REFUSED(session_post(s, &saving, false, &saved, &error), error, INPUT, NULL);
	T_REFUSED(session_report(s, &entry, &saved, &error), error, INPUT, NULL);
	T_REFUSED(kit_edit(s, "A-1", (const char *const[]){ "ansvarig", "a\xff", NULL },
	              NULL, 0, 0, &saved, &error),
	    error, INPUT, NULL);
	session_free(s);
}

/* Where a saving falls when nobody says: the only recipient, else the action's own unit.
 */
static void
places(void)
{
	struct session *s = small("place.db");
	struct saving_entry e = { "A-2", 202104, KR(5), NULL, -1, NULL, NULL, NULL };
	struct saved saved = { 0 };
	struct detail *d;
	const struct detail_saving *one;
	GError *error = NULL;

	T_OK(session_post(s, &e, false, &saved, &error), error);
	d = kit_detail(s, "A-2");
	one = &g_array_index(d->savings, struct detail_saving, 0);
	T_TEXT(one->unit, VARD);
	T_INT(one->cost_kind, COST_UNSPECIFIED);
	detail_free(d);
	e.unit = "SERVICE";
	e.cost_kind = COST_OPERATIONS;
	e.month = 202105;
	T_OK(session_post(s, &e, false, &saved, &error), error);
	d = kit_detail(s, "A-2");
	T_TEXT(g_array_index(d->savings, struct detail_saving, 1).unit, "Service");
	detail_free(d);
	e.unit = "ej fördelad"; /* no such line */
	T_REFUSED(
	    session_post(s, &e, false, &saved, &error), error, INPUT, "hör inte till");
	e.unit = "Hittepå";
	T_REFUSED(
	    session_post(s, &e, false, &saved, &error), error, INPUT, "hör inte till");
	e = (struct saving_entry){ "A-3", 202104, KR(5), NULL, -1, NULL, NULL, NULL };
	T_OK(session_post(s, &e, false, &saved, &error), error);
	d = kit_detail(s, "A-3");
	T_TEXT(g_array_index(d->savings, struct detail_saving, 0).unit, "Service");
	detail_free(d);
	kit_sound(s);
	session_free(s);
}

static struct saved
report(struct session *s, const char *round, enum status status, enum light light,
    const char *comment, bool nothing_new, struct amount forecast)
{
	const struct report_entry e = { "A-1", round, status, light, comment, nothing_new,
		forecast, NULL, false, NULL, NULL, false };
	struct saved saved = { 0 };
	GError *error = NULL;

	T_OK(session_report(s, &e, &saved, &error), error);
	return saved;
}

static void
expect_status(struct session *s, enum status status)
{
	struct detail *d = kit_detail(s, "A-1");

	T_INT(d->action.status, status);
	detail_free(d);
}

static void
reports(void)
{
	struct session *s = small("report.db");
	struct report_entry e = { .action = "A-1", .round = "någon gång" };
	struct saved saved = { 0 };
	const struct detail_report *r;
	struct detail *d;
	GError *error = NULL;

	T_REFUSED(session_report(s, &e, &saved, &error), error, INPUT, NULL);
	e = (struct report_entry){ .action = "A-7", .status = STATUS_DONE };
	T_REFUSED(session_report(s, &e, &saved, &error), error, NOT_FOUND, "A-1");
	/* no round yet: the default cut-off's month, June */
	report(s, NULL, STATUS_ONGOING, LIGHT_YELLOW, "Går trögt", false,
	    amount_of(KR(700)));
	saved = report(s, "", STATUS_NONE, LIGHT_NONE, NULL, true, AMOUNT_NONE);
	CU_ASSERT(saved.change > 0);
	d = kit_detail(s, "A-1");
	CU_ASSERT_FATAL(d->reports->len == 1);
	r = &g_array_index(d->reports, struct detail_report, 0);
	T_TEXT(r->round, "2021-06");
	T_INT(r->status, STATUS_ONGOING);
	T_INT(r->light, LIGHT_YELLOW);
	T_TEXT(r->comment, "Går trögt");
	T_INT(r->nothing_new, true);
	T_INT(r->forecast.ore, KR(700));
	detail_free(d);
	/* news takes "inget nytt" away; the same once more adds nothing */
	report(s, "2021-06", STATUS_NONE, LIGHT_RED, NULL, false, AMOUNT_NONE);
	saved = report(s, "2021-06", STATUS_ONGOING, LIGHT_RED, "Går trögt", false,
	    amount_of(KR(700)));
	T_INT(saved.known, true);
	T_INT(saved.change, 0);
	d = kit_detail(s, "A-1");
	T_INT(g_array_index(d->reports, struct detail_report, 0).nothing_new, false);
	detail_free(d);
	expect_status(s, STATUS_ONGOING);
	kit_sound(s);
	session_free(s);
}

/* The list shows the last round's report that stands. */
static void
latest_report(void)
{
	struct session *s = small("latest.db");
	struct listing *o = NULL;
	GError *error = NULL;
	int64_t second;

	report(s, "2021-03", STATUS_NONE, LIGHT_GREEN, "mars", false, AMOUNT_NONE);
	second = report(s, "2021-06", STATUS_NONE, LIGHT_RED, "juni", false, AMOUNT_NONE)
	             .change;
	report(s, "2021-05", STATUS_NONE, LIGHT_YELLOW, "maj", false, AMOUNT_NONE);
	T_OK(session_list(s, NULL, &o, &error), error);
	T_TEXT(o->reports[0].comment, "juni");
	T_TEXT(o->reports[1].round, "");
	T_INT(o->counted, 2);
	T_INT(o->reported, 1);
	listing_free(o);
	kit_undo(s, second);
	T_OK(session_list(s, NULL, &o, &error), error);
	T_TEXT(o->reports[0].comment, "maj");
	T_INT(o->reports[0].light, LIGHT_YELLOW);
	T_INT(o->reported, 0);
	listing_free(o);
	session_free(s);
}

static void
status_follows(void)
{
	struct session *s = small("status.db");
	struct detail *d;
	GError *error = NULL;
	int64_t march;

	kit_set(s, "A-1", "status", "planerad");
	report(s, "2021-03", STATUS_ONGOING, LIGHT_NONE, NULL, false, AMOUNT_NONE);
	expect_status(s, STATUS_ONGOING);
	report(s, "2021-06", STATUS_DELAYED, LIGHT_NONE, NULL, false, AMOUNT_NONE);
	report(
	    s, "2021-05", STATUS_DONE, LIGHT_NONE, NULL, false, AMOUNT_NONE); /* late */
	expect_status(s, STATUS_DELAYED);
	kit_set(s, "A-1", "status", "pausad"); /* amends the latest report */
	d = kit_detail(s, "A-1");
	T_INT(g_array_index(d->reports, struct detail_report, 0).status, STATUS_PAUSED);
	T_INT(g_array_index(d->reports, struct detail_report, 1).status, STATUS_DONE);
	detail_free(d);
	/* the register cannot unsay what the report says */
	T_REFUSED(kit_edit(s, "A-1", (const char *const[]){ "status", "", NULL }, NULL, 0,
	              0, &(struct saved){ 0 }, &error),
	    error, INPUT, "2021-06");
	session_free(s);
	/* the later round says the same: taking the earlier back changes no status */
	s = small("status.db");
	march = report(s, "2021-03", STATUS_ONGOING, LIGHT_NONE, NULL, false, AMOUNT_NONE)
	            .change;
	report(s, "2021-06", STATUS_ONGOING, LIGHT_NONE, NULL, false, AMOUNT_NONE);
	(void)session_undo(s, march, &(struct saved){ 0 }, NULL); /* may be refused */
	expect_status(s, STATUS_ONGOING);
	session_free(s);
}

/* Every verb taken back leaves the exports as they were. */
static void
undo_each(void)
{
	struct session *s = small("undo.db");
	const char *const fields[] = { "åtgärd", "Ny", "förvaltning", "Service", NULL };
	struct saving_entry fix = { "A-1", 202101, KR(9), NULL, -1, NULL, NULL, NULL };
	g_autoptr(GPtrArray) before = g_ptr_array_new_with_free_func(g_free);
	struct saved saved = { 0 };
	GError *error = NULL;

	kit_post(s, "A-1", 202101, KR(4));
	report(s, "2021-03", STATUS_ONGOING, LIGHT_RED, "x", false, amount_of(KR(1)));
	for (int k = 0; k < EXCHANGE_KIND__N; k++)
		g_ptr_array_add(before, kit_export(s, (enum exchange_kind)k));
	for (int verb = 0; verb < 8; verb++) {
		if (verb == 0)
			saved = kit_set(s, "A-1", "förvaltning", "Service");
		else if (verb == 1)
			T_OK(kit_edit(s, "N-1", fields, NULL, 0, 0, &saved, &error),
			    error);
		else if (verb == 2)
			saved = kit_post(s, "A-1", 202102, KR(7));
		else if (verb == 3)
			T_OK(session_post(s, &fix, true, &saved, &error), error);
		else if (verb == 4)
			saved = report(s, "2021-03", STATUS_DONE, LIGHT_GREEN, "y", true,
			    amount_of(3));
		else if (verb == 5)
			saved = report(s, "2021-06", STATUS_DELAYED, LIGHT_GREEN, "y",
			    true, amount_of(3));
		else if (verb == 6)
			saved.change = kit_import(
			    s, EXCHANGE_REQUIREMENTS, "år;belopp mkr\n2021;5\n;7\n")
			                   .change;
		else
			T_OK(kit_edit(s, "A-1",
			         (const char *const[]){ "räknas", "nej", NULL },
			         &(struct target_edit){
			             NULL, COST_UNSPECIFIED, 2021, amount_of(1) },
			         1, 0, &saved, &error),
			    error);
		CU_ASSERT(saved.change > 0);
		CU_ASSERT(kit_undo(s, saved.change).change > saved.change);
		kit_sound(s);
		for (int k = 0; k < EXCHANGE_KIND__N; k++)
			T_TAKE(kit_export(s, (enum exchange_kind)k), before->pdata[k]);
		T_REFUSED(
		    session_undo(s, saved.change, &saved, &error), error, CONFLICT, NULL);
	}
	session_free(s);
}

static void
undo_refused(void)
{
	struct session *s = small("refused.db");
	const char *const fields[] = { "åtgärd", "Ny", "förvaltning", "Service", NULL };
	struct saved saved = { 0 };
	GError *error = NULL;
	int64_t made;

	T_REFUSED(session_undo(s, 99, &saved, &error), error, NOT_FOUND, "99");
	T_REFUSED(session_undo(s, 0, &saved, &error), error, NOT_FOUND, NULL);
	T_OK(kit_edit(s, "N-1", fields, NULL, 0, 0, &saved, &error), error);
	made = saved.change;
	kit_post(s, "N-1", 202101, KR(5));
	T_REFUSED(
	    session_undo(s, made, &saved, &error), error, CONFLICT, "ändrats senare");
	made = kit_set(s, "A-1", "ansvarig", "Eva").change;
	kit_set(s, "A-1", "ansvarig", "Bo");
	T_REFUSED(
	    session_undo(s, made, &saved, &error), error, CONFLICT, "ändrats senare");
	made = report(s, "2021-03", STATUS_ONGOING, LIGHT_RED, "x", false, AMOUNT_NONE)
	           .change;
	report(s, "2021-03", STATUS_NONE, LIGHT_GREEN, NULL, false, AMOUNT_NONE);
	T_REFUSED(
	    session_undo(s, made, &saved, &error), error, CONFLICT, "ändrats senare");
	kit_sound(s);
	session_free(s);
}

static void
redo(void)
{
	struct session *s = small("redo.db");
	const char *const fields[] = { "åtgärd", "Ny", "förvaltning", "Service", NULL };
	const struct target_edit target = { NULL, COST_STAFF, 2022, amount_of(KR(8)) };
	struct saved saved = { 0 };
	GError *error = NULL;
	int64_t undone, redone;

	T_OK(kit_edit(s, "N-1", fields, &target, 1, 0, &saved, &error), error);
	kit_unit(s, "Service", KR(8), -1);
	undone = kit_undo(s, saved.change).change;
	kit_unit(s, "Service", -1, -1);
	redone = kit_undo(s, undone).change;
	kit_unit(s, "Service", KR(8), -1);
	kit_post(s, "N-1", 202101, KR(5));
	T_REFUSED(session_undo(s, redone, &saved, &error), error, CONFLICT, NULL);
	kit_unit(s, "Service", KR(8), KR(5));
	/* revived by hand: nothing of the old targets comes back */
	T_OK(kit_edit(s, "N-2", fields, &target, 1, 0, &saved, &error), error);
	kit_undo(s, saved.change);
	T_OK(kit_edit(s, "N-2", fields, NULL, 0, 0, &saved, &error), error);
	T_INT(saved.version, 3);
	kit_unit(s, "Service", KR(8), KR(5));
	redone = saved.change;
	kit_post(s, "N-2", 202101, KR(2));
	T_REFUSED(session_undo(s, redone, &saved, &error), error, CONFLICT, NULL);
	/* a saving: there, back, there */
	undone = kit_undo(s, kit_post(s, "A-3", 202103, KR(1)).change).change;
	kit_undo(s, undone);
	kit_unit(s, "Service", KR(8), KR(8));
	kit_sound(s);
	session_free(s);
}

static void
expect_log(
    const struct log *log, guint at, const char *field, const char *old, const char *now)
{
	const struct log_entry *e;

	CU_ASSERT_FATAL(at < log->entries->len);
	e = &g_array_index(log->entries, struct log_entry, at);
	T_TEXT(e->field, field);
	T_TEXT(e->old_text, old);
	T_TEXT(e->new_text, now);
	T_TEXT(e->who, "Ann");
}

static void
logged(void)
{
	struct session *s = small("log.db");
	struct saving_entry fix = { "A-3", 202101, KR(100000), NULL, -1, NULL, NULL,
		NULL };
	struct log *log = NULL;
	struct saved saved = { 0 };
	GError *error = NULL;

	kit_set(s, "A-3", "ansvarig", "Eva");
	kit_set(s, "A-3", "ansvarig", "Bo");
	kit_post(s, "A-3", 202101, KR(200000));
	T_OK(session_post(s, &fix, true, &saved, &error), error);
	kit_undo(s, saved.change);
	T_OK(session_log(s, "A-3", &log, &error), error);
	expect_log(
	    log, 0, "utfall 2021-01, Service, ospecificerat", "0,1 mkr", "0,2 mkr");
	expect_log(
	    log, 1, "utfall 2021-01, Service, ospecificerat", "0,2 mkr", "0,1 mkr");
	expect_log(log, 2, "utfall 2021-01, Service, ospecificerat", "", "0,2 mkr");
	expect_log(log, 3, "ansvarig", "Eva", "Bo");
	expect_log(log, 4, "ansvarig", "", "Eva");
	expect_log(log, 5, "åtgärd", "", "Tre");
	T_INT(log->entries->len, 6);
	log_free(log);
	T_OK(session_log(s, NULL, &log, &error), error);
	T_INT(g_array_index(log->entries, struct log_entry, 0).change, 7);
	log_free(log);
	T_REFUSED(session_log(s, "A-8", &log, &error), error, NOT_FOUND, "A-");
	session_free(s);
}

static const struct plan *
plan_of(struct session *s)
{
	const struct plan *plan = NULL;
	GError *error = NULL;

	T_OK(session_plan(s, &plan, &error), error);
	CU_ASSERT_PTR_NOT_NULL_FATAL(plan);
	return plan;
}

/* A verb beside the plan keeps it; one that adds to it, and another process, do not. */
static void
plan_between_verbs(void)
{
	struct session *a = small("kept.db");
	struct session *b = kit_open(kit_path("kept.db"), true);
	const char *const fresh[] = { "åtgärd", "Fyra", "förvaltning", "Nytt", NULL };
	const struct saving_entry other = {
		.action = "A-1", .month = 202101, .ore = KR(2), .cost_kind = -1
	};
	const struct saving_entry staff = {
		.action = "A-1", .month = 202101, .ore = KR(2), .cost_kind = COST_MATERIAL
	};
	const struct plan *plan;
	struct saved saved = { 0 };
	GError *error = NULL;
	guint lines;

	kit_post(a, "A-1", 202101, KR(1));
	plan = plan_of(a);
	kit_post(a, "A-1", 202102, KR(1));
	CU_ASSERT_PTR_EQUAL(plan_of(a), plan);
	T_REFUSED(
	    session_post(a, &other, false, &saved, &error), error, EXISTS, "1,00 kr");
	CU_ASSERT_PTR_EQUAL(plan_of(a), plan);
	/* a saving on a line that was not there makes it */
	lines = plan->lines->len;
	T_OK(session_post(a, &staff, false, &saved, &error), error);
	kit_post(a, "A-1", 202103, KR(1));
	T_INT(plan_of(a)->lines->len, lines + 1);
	/* what another has added is there for the next verb, asked for or not */
	T_OK(kit_edit(b, "A-4", fresh, NULL, 0, 0, &saved, &error), error);
	kit_post(a, "A-4", 202101, KR(1));
	kit_set(a, "A-4", "ansvarig", "Eva");
	kit_post(a, "A-4", 202102, KR(1));
	T_TEXT(plan_action(plan_of(a), "A-4")->owner, "Eva");
	kit_sound(a);
	session_free(a);
	session_free(b);
}

int
main(void)
{
	CU_TestInfo cases[] = {
		{ "post", posts },
		{ "plan between verbs", plan_between_verbs },
		{ "bad bytes", bad_bytes },
		{ "place of a saving", places },
		{ "report", reports },
		{ "latest report", latest_report },
		{ "status", status_follows },
		{ "undo", undo_each },
		{ "undo refused", undo_refused },
		{ "redo", redo },
		{ "log", logged },
		CU_TEST_INFO_NULL,
	};

	return kit_run("session_verbs", cases);
}
