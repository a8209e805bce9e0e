/*
 * grid_kit.h - what the tests of the report grid do over and over.
 */
#ifndef GRID_KIT_H
#define GRID_KIT_H

#include <glib/gstdio.h>

#include "session/progress.h"
#include "tests/tui_drive.h"

/* Hundredths of mkr as öre. */
#define MKR(x) (INT64_C(x) * 1000000)

/* The grid in July of the example, on an action. */
static inline void
grid_start(struct drive *drive, const char *code)
{
	drive_example(drive);
	drive_press(drive, "2 > /");
	drive_type(drive, code);
	drive_press(drive, "Enter");
	/* it is the first hit already when it is the first row */
	CU_ASSERT_TRUE(drive_shows(drive, code));
}

/* Does the action have this saving in the month (-1: none)? */
static inline bool
grid_says(struct drive *drive, const char *code, int month, int64_t ore)
{
	struct detail *d = NULL;
	GError *error = NULL;
	int64_t sum = 0;
	int n = 0;

	T_OK(session_detail(drive->session, code, NULL, &d, &error), error);
	for (guint i = 0; d != NULL && i < d->savings->len; i++) {
		const struct saving *one =
		    &g_array_index(d->savings, struct detail_saving, i).saving;

		if (one->month != month)
			continue;
		sum += one->ore;
		n++;
	}
	detail_free(d);
	if (n == 0 ? ore == -1 : sum == ore)
		return true;
	g_printerr("%s %d: %d savings, %" G_GINT64_FORMAT " öre\n", code, month, n, sum);
	return false;
}

/* ak17 reports so much to July. */
static inline void
grid_other(struct session *session, const char *code, int64_t ore)
{
	struct session *other = drive_session(session_path(session), "ak17", false, true);
	const struct progress_entry entry = { .report = { .action = code,
		                                  .round = "2021-07" },
		.realised = { ore, true } };
	struct saved saved = { 0 };
	GError *error = NULL;

	T_OK(session_report_progress(other, 202107, &entry, 1, &saved, &error), error);
	session_free(other);
}

/* Presses the keys; how many they were. */
static inline int
grid_count(struct drive *drive, const char *keys)
{
	g_auto(GStrv) names = g_strsplit(keys, " ", -1);

	drive_press(drive, keys);
	return (int)g_strv_length(names);
}

/* A plan of n actions with 1,0 mkr of 12 realised in March 2021, on the first of them in
 * April. */
static inline void
grid_start_many(struct drive *drive, int n)
{
	g_autofree char *path = drive_new_path();
	struct session *session = drive_session(path, "ea01", true, true);
	g_autoptr(GString) plan = g_string_new("id;åtgärd;förvaltning;2021 mkr\n");
	g_autofree char *file = g_build_filename(g_get_tmp_dir(), "grid-plan.csv", NULL);
	const char *files = file;
	const struct read_options options = { 0 };
	const struct round_edit march = { "2021-03", NULL, 1 };
	struct import_result result = { 0 };
	struct rejects *rejects = rejects_new();
	struct saved saved = { 0 };
	GError *error = NULL;

	for (int i = 1; i <= n; i++)
		g_string_append_printf(plan, "A-%02d;Åtgärd %d;Vård;12\n", i, i);
	CU_ASSERT_TRUE(g_file_set_contents(file, plan->str, -1, NULL));
	T_OK(session_import(session, EXCHANGE_PLAN, &files, 1, &options, false, rejects,
	         &result, &error),
	    error);
	rejects_free(rejects);
	g_remove(file);
	for (int i = 1; i <= n; i++) {
		g_autofree char *code = g_strdup_printf("A-%02d", i);
		const struct saving_entry entry = {
			.action = code, .month = 202103, .ore = MKR(100), .cost_kind = -1
		};

		T_OK(session_post(session, &entry, false, &saved, &error), error);
	}
	T_OK(session_set_round(session, &march, &saved, &error), error);
	drive_start(drive, session, true);
	drive_press(drive, "2");
	CU_ASSERT_TRUE(drive_shows(drive, "Rapportera april 2021"));
}

#endif
