/*
 * view_kit.h - the sums as SQL alone makes them of the facts (v_public_summor), beside
 * the sums that a session shows.
 */
#ifndef VIEW_KIT_H
#define VIEW_KIT_H

#include <sqlite3.h>

#include "session_kit.h"

/* The rows of a query, read past the program: "a|b|c", NULL as "–", sorted by strcmp. */
static inline GPtrArray *
view_rows(const char *path, const char *sql)
{
	GPtrArray *rows = g_ptr_array_new_with_free_func(g_free);
	sqlite3 *db = NULL;
	sqlite3_stmt *st = NULL;

	T_INT(sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
	T_INT(sqlite3_prepare_v2(db, sql, -1, &st, NULL), SQLITE_OK);
	while (st && sqlite3_step(st) == SQLITE_ROW) {
		GString *row = g_string_new(NULL);

		for (int i = 0; i < sqlite3_column_count(st); i++) {
			const char *text = (const char *)sqlite3_column_text(st, i);

			g_string_append_printf(
			    row, "%s%s", i ? "|" : "", text ? text : "–");
		}
		g_ptr_array_add(rows, g_string_free(row, FALSE));
	}
	sqlite3_finalize(st);
	sqlite3_close(db);
	return rows;
}

/* The same of the views for other programs, which are made first. */
static inline GPtrArray *
view_public_rows(struct session *s, const char *sql)
{
	GError *error = NULL;
	int n = 0;

	T_OK(session_set_public(s, true, &n, &error), error);
	return view_rows(session_path(s), sql);
}

static inline gint
view_by_text(gconstpointer a, gconstpointer b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Sorted and in one piece; the rows go. */
static inline char *
view_joined(GPtrArray *rows)
{
	char *text;

	g_ptr_array_sort(rows, view_by_text);
	g_ptr_array_add(rows, NULL);
	text = g_strjoinv("\n", (char **)rows->pdata);
	g_ptr_array_unref(rows);
	return text;
}

static inline void
view_append_amount(GString *out, struct amount amount)
{
	if (amount.known)
		g_string_append_printf(out, "|%" G_GINT64_FORMAT, amount.ore);
	else
		g_string_append(out, "|–");
}

/* What the session shows of one selection, to the end of time: förvaltning|counts|year|
 * target|realised, for each year in which there is any amount. */
static inline void
view_add_rollup(struct session *s, enum selection selection, GPtrArray *rows)
{
	const struct view everything = { .cutoff = 209912 };
	struct rollup *r = NULL;
	GError *error = NULL;

	T_OK(session_rollup(s, &everything, GROUPING_UNIT, selection, &r, &error), error);
	for (guint i = 0; r && i < r->rows->len; i++) {
		const struct rollup_row *row =
		    &g_array_index(r->rows, struct rollup_row, i);

		for (int c = 0; c <= ROLLUP_UNPHASED(r); c++) {
			const struct figure *f = &row->cells[c];
			/* SQL knows of no attests: it sums what is verified and what is
			 * not */
			struct amount reported = f->realised;
			GString *text;

			T_INT(amount_add(&reported, f->unverified), true);
			if (!f->target.known && !reported.known)
				continue;
			text = g_string_new(row->text);
			g_string_append_printf(text, "|%d|%d",
			    selection == SELECT_COUNTED,
			    c == ROLLUP_UNPHASED(r) ? 0 : r->query.first_year + c);
			view_append_amount(text, f->target);
			view_append_amount(text, reported);
			g_ptr_array_add(rows, g_string_free(text, FALSE));
		}
	}
	rollup_free(r);
}

/* SQL and the session say the same of every förvaltning and year, to the öre; how many
 * of them there are. */
static inline guint
view_agrees_at(const char *file, int line, struct session *s)
{
	char *sql = sqlite3_mprintf(
	    "SELECT forvaltning, raknas = 'ja', coalesce(ar, 0), mal_ore, realiserat_ore "
	    "FROM v_public_summor WHERE program = %Q",
	    session_programme(s)->code);
	GPtrArray *shown = g_ptr_array_new_with_free_func(g_free);
	GPtrArray *made = view_public_rows(s, sql);
	g_autofree char *want = NULL;
	guint n = made->len;

	sqlite3_free(sql);
	view_add_rollup(s, SELECT_COUNTED, shown);
	view_add_rollup(s, SELECT_OUTSIDE, shown);
	want = view_joined(made);
	t_take_at(file, line, view_joined(shown), want);
	return n;
}
#define view_agrees(s) view_agrees_at(__FILE__, __LINE__, (s))

#endif
