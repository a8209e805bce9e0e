/*
 * test_link.c - links, results and programmes through the session: refused whole, known
 * again, undone, and each programme for itself.
 */
#include "steering_kit.h"

static struct session *
linked(const char *name)
{
	struct session *s = kit_small(name);

	T_INT(kit_import(s, EXCHANGE_DECISIONS, "nr;datum;utfall\nB1;2020-01-15;bifall\n")
	          .added,
	    1);
	return s;
}

static int
links_now(struct session *s)
{
	const struct plan *plan = NULL;
	GError *error = NULL;

	T_OK(session_whole(s, NULL, &plan, &error), error);
	return plan ? (int)plan->links->len : -1;
}

static void
a_link(void)
{
	struct session *s = linked("link.db");
	struct link_edit edit = { "A-1", RELATION_DECISION, "B1", 0, false };
	struct saved saved = { 0 };
	GError *error = NULL;

	T_OK(session_link(s, &edit, &saved, &error), error);
	CU_ASSERT(saved.change > 0 && !saved.known);
	T_INT(links_now(s), 1);
	T_OK(session_link(s, &edit, &saved, &error), error);
	CU_ASSERT(saved.change == 0 && saved.known);
	edit.remove = true;
	T_OK(session_link(s, &edit, &saved, &error), error);
	T_INT(links_now(s), 0);
	T_OK(session_link(s, &edit, &saved, &error), error);
	CU_ASSERT_TRUE(saved.known);
	/* taking the removal, change 5, back puts the link there again */
	T_OK(session_undo(s, 5, &saved, &error), error);
	T_INT(links_now(s), 1);
	session_free(s);
}

static void
a_target_set(void)
{
	struct session *s = linked("link_target.db");
	struct link_edit edit = { "A-1", RELATION_TARGET, "B1", 2021, false };
	struct saved saved = { 0 };
	GError *error = NULL;

	T_OK(session_link(s, &edit, &saved, &error), error);
	edit.year = 2022; /* A-1 aims at 2021 only */
	T_REFUSED(session_link(s, &edit, &saved, &error), error, NOT_FOUND, "2022");
	edit.year = 0;
	T_REFUSED(session_link(s, &edit, &saved, &error), error, NOT_FOUND, "--ar");
	T_INT(links_now(s), 1);
	session_free(s);
}

static void
refused(void)
{
	struct session *s = linked("link_refused.db");
	static const struct {
		struct link_edit edit;
		const char *word;
	} wrong[] = {
		{ { "A-9", RELATION_DECISION, "B1", 0, false }, "A-1" },
		{ { "A-1", RELATION_DECISION, "B2", 0, false }, "Beslutet \"B2\"" },
		{ { "A-1", RELATION_GOAL, "F1", 0, false }, "Målet \"F1\"" },
		{ { "A-1", RELATION_INDICATOR, "SM1", 0, false }, "Måttet \"SM1\"" },
	};
	struct saved saved = { 0 };
	GError *error = NULL;

	for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++)
		T_REFUSED(session_link(s, &wrong[i].edit, &saved, &error), error,
		    NOT_FOUND, wrong[i].word);
	T_INT(links_now(s), 0);
	session_free(s);
}

/* A result stays when a later word is said of the same round, and is undone with it. */
static void
a_result(void)
{
	struct session *s = kit_small("result.db");
	struct report_entry entry = { .action = "A-1",
		.round = "2021-03",
		.comment = "Pågår",
		.result = "Avtal klart" };
	struct saved saved = { 0 };
	struct detail *d;
	GError *error = NULL;

	T_OK(session_report(s, &entry, &saved, &error), error);
	entry.result = NULL;
	entry.comment = "Pågår än";
	T_OK(session_report(s, &entry, &saved, &error), error);
	d = kit_detail(s, "A-1");
	T_INT(d->reports->len, 1);
	T_TEXT(g_array_index(d->reports, struct detail_report, 0).result, "Avtal klart");
	T_TEXT(g_array_index(d->reports, struct detail_report, 0).comment, "Pågår än");
	detail_free(d);
	T_OK(session_undo(s, saved.change, &saved, &error), error);
	T_OK(session_undo(s, saved.change - 2, &saved, &error), error);
	d = kit_detail(s, "A-1");
	T_INT(d->reports->len, 0);
	detail_free(d);
	session_free(s);
}

/* All or none, one change, and one undo takes them all back. */
static void
several_reports(void)
{
	struct session *s = kit_small("several.db");
	struct report_entry entries[] = {
		{ .action = "A-1", .round = "2021-03", .nothing_new = true, .seen = "" },
		{ .action = "A-2", .round = "2021-03", .nothing_new = true, .seen = "" },
		{ .action = "A-9", .round = "2021-03", .nothing_new = true, .seen = "" },
	};
	struct saved saved = { 0 };
	GError *error = NULL;

	T_REFUSED(
	    session_report_many(s, entries, 3, &saved, &error), error, NOT_FOUND, "A-9");
	T_INT(kit_reports(s, "A-1"), 0);
	T_OK(session_report_many(s, entries, 2, &saved, &error), error);
	CU_ASSERT(saved.change > 0 && !saved.known);
	T_INT(kit_reports(s, "A-1"), 1);
	T_INT(kit_reports(s, "A-2"), 1);
	T_OK(session_undo(s, saved.change, &saved, &error), error);
	T_INT(kit_reports(s, "A-1"), 0);
	T_INT(kit_reports(s, "A-2"), 0);
	/* another's words are not answered for */
	entries[2] = (struct report_entry){
		.action = "A-2", .round = "2021-03", .comment = "Mitt"
	};
	T_OK(session_report(s, &entries[2], &saved, &error), error);
	T_REFUSED(
	    session_report_many(s, entries, 2, &saved, &error), error, CONFLICT, "Mitt");
	T_INT(kit_reports(s, "A-1"), 0);
	/* known already is no change; nothing at all is not either */
	T_OK(session_report_many(s, entries, 1, &saved, &error), error);
	T_OK(session_report_many(s, entries, 1, &saved, &error), error);
	CU_ASSERT(saved.change == 0 && saved.known);
	T_OK(session_report_many(s, NULL, 0, &saved, &error), error);
	CU_ASSERT_TRUE(saved.known);
	session_free(s);
}

static void
a_result_unseen(void)
{
	struct session *s = kit_small("unseen.db");
	struct report_entry entry = {
		.action = "A-1", .round = "2021-03", .result = "Mitt", .seen_result = ""
	};
	struct saved saved = { 0 };
	GError *error = NULL;

	T_OK(session_report(s, &entry, &saved, &error), error);
	entry.result = "Ditt";
	T_REFUSED(session_report(s, &entry, &saved, &error), error, CONFLICT, "Mitt");
	entry.seen_result = "Mitt";
	T_OK(session_report(s, &entry, &saved, &error), error);
	session_free(s);
}

static void
programmes(void)
{
	struct session *s = kit_small("programmes.db");
	GArray *rows = NULL;
	struct saved saved = { 0 };
	GError *error = NULL;

	T_OK(session_add_programme(s, "Q", "Annat", &saved, &error), error);
	T_TEXT(session_programme(s)->code, "Q");
	T_REFUSED(session_add_programme(s, "P", "Igen", &saved, &error), error, EXISTS,
	    "finns redan");
	T_REFUSED(
	    session_add_programme(s, " ", "Igen", &saved, &error), error, INPUT, "kod");
	T_OK(session_programmes(s, &rows, &error), error);
	T_INT(rows->len, 2);
	T_INT(g_array_index(rows, struct programme_row, 0).actions, 3);
	CU_ASSERT_FALSE(g_array_index(rows, struct programme_row, 0).current);
	T_INT(g_array_index(rows, struct programme_row, 1).actions, 0);
	CU_ASSERT_TRUE(g_array_index(rows, struct programme_row, 1).current);
	g_array_unref(rows);
	T_REFUSED(session_choose(s, "R", &error), error, NOT_FOUND, "P, Q");
	T_TEXT(session_programme(s)->code, "Q");
	T_OK(session_choose(s, "P", &error), error);
	T_TEXT(session_programme(s)->name, "Programmet");
	T_INT(links_now(s), 0);
	session_free(s);
}

int
main(void)
{
	CU_TestInfo cases[] = { { "a link", a_link }, { "a target set", a_target_set },
		{ "refused", refused }, { "a result", a_result },
		{ "several reports", several_reports },
		{ "a result unseen", a_result_unseen }, { "programmes", programmes },
		CU_TEST_INFO_NULL };

	return kit_run("link", cases);
}
