/*
 * figures_kit.h - every figure that a session shows, as text that can be compared.
 */
#ifndef FIGURES_KIT_H
#define FIGURES_KIT_H

#include "session_kit.h"

static inline gint
figures_by_text(gconstpointer a, gconstpointer b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The lines of a text, sorted by strcmp; takes the text. */
static inline char *
figures_sorted(char *text, const char *line_end)
{
	g_auto(GStrv) lines = g_strsplit(text, line_end, -1);

	g_free(text);
	qsort(lines, g_strv_length(lines), sizeof(*lines), figures_by_text);
	return g_strjoinv("\n", lines);
}

static inline void
figures_row(GString *out, enum grouping grouping, enum selection selection,
    const struct rollup *r, const struct rollup_row *row)
{
	for (int c = 0; c < rollup_columns(r); c++) {
		const struct figure *f = &row->cells[c];
		const struct amount amounts[] = { f->target, f->plan, f->realised,
			f->unverified, f->forecast, f->weighted };
		g_autofree char *column = rollup_column_name(r, c);

		g_string_append_printf(
		    out, "%d %d %s %s:", grouping, selection, row->text, column);
		for (size_t i = 0; i < G_N_ELEMENTS(amounts); i++)
			if (amounts[i].known)
				g_string_append_printf(
				    out, " %" G_GINT64_FORMAT, amounts[i].ore);
			else
				g_string_append(out, " –");
		g_string_append_printf(out, " %d\n", f->assumed);
	}
}

/* Every grouping and selection, row and column: mål, plan, realiserat, ej verifierat,
 * prognos, riskjusterat and antagen, in öre; one line a cell, sorted. */
static inline char *
figures_text(struct session *s, const struct view *view)
{
	GString *out = g_string_new(NULL);
	GError *error = NULL;

	for (int g = 0; g < GROUPING_MONTH; g++)
		for (int k = 0; k < SELECTION__N; k++) {
			struct rollup *r = NULL;

			T_OK(session_rollup(s, view, (enum grouping)g, (enum selection)k,
			         &r, &error),
			    error);
			for (guint i = 0; r && i < r->rows->len; i++)
				figures_row(out, (enum grouping)g, (enum selection)k, r,
				    &g_array_index(r->rows, struct rollup_row, i));
			if (r)
				figures_row(out, (enum grouping)g, (enum selection)k, r,
				    &r->total);
			rollup_free(r);
		}
	return figures_sorted(g_string_free(out, FALSE), "\n");
}

/* Equal texts; of long ones that differ, the first line that does.  Takes `got`. */
static inline void
figures_same_at(const char *file, int line, char *got, const char *want)
{
	g_auto(GStrv) mine = g_strsplit(got, "\n", -1);
	g_auto(GStrv) theirs = g_strsplit(want, "\n", -1);
	int i = 0;

	while (mine[i] && theirs[i] && strcmp(mine[i], theirs[i]) == 0)
		i++;
	t_text_at(file, line, mine[i], theirs[i]);
	g_free(got);
}
#define FIGURES_SAME(got, want) figures_same_at(__FILE__, __LINE__, (got), (want))

#endif
