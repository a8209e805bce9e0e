/*
 * cli_key_figures.c - oversikt --nyckeltal for machines: one row per figure and column
 * that says something.
 */
#include "cli/cli_key_figures.h"

#include "exchange/csv_write.h"
#include "exchange/json_write.h"
#include "money/money_format.h"

/* Calls `row` for every figure and column that says something. */
static void
each_key_figure(const struct overview *o,
    void (*row)(const struct key_figure_info *info, const char *year,
        const struct key_cell *cell, void *user),
    void *user)
{
	const struct rollup *rollup = o->by[GROUPING_ACTION];

	for (int k = 0; k < KEY_FIGURE__N; k++)
		for (int c = 0; c < o->figures.n_columns; c++) {
			const struct key_cell *cell =
			    key_figure(&o->figures, (enum key_figure_kind)k, c);
			g_autofree char *year = rollup_column_name(rollup, c);

			if (cell->amount.known || cell->share.known)
				row(&key_figure_infos[k], year, cell, user);
		}
}

static void
key_csv_row(const struct key_figure_info *info, const char *year,
    const struct key_cell *cell, void *user)
{
	struct csv_writer *w = user;
	GString *share = g_string_new(NULL);

	csv_text(w, info->key);
	csv_text(w, year);
	csv_amount(w, cell->amount);
	if (cell->share.known)
		amount_append_exact(
		    share, amount_of(cell->share.tenths * 10), MONEY_KR, 1, ',');
	csv_plain(w, share->str);
	csv_text(w, info->basis);
	csv_end_row(w);
	g_string_free(share, TRUE);
}

static void
key_json_row(const struct key_figure_info *info, const char *year,
    const struct key_cell *cell, void *user)
{
	struct json *json = user;

	json_begin_object(json);
	json_text(json, "matt", info->key);
	json_text(json, "ar", year);
	json_kr(json, "belopp_kr", cell->amount);
	json_percent(json, "procent", cell->share);
	json_text(json, "underlag", info->basis);
	json_end_object(json);
}

void
key_figures_csv(const struct overview *overview, GString *out)
{
	struct csv_writer writer;

	csv_writer_init(&writer, out);
	g_string_append(out, "mått;år;belopp_kr;procent;underlag\r\n");
	each_key_figure(overview, key_csv_row, &writer);
}

void
key_figures_json(const struct overview *overview, GString *out)
{
	struct json *json = json_new();

	json_begin_array(json);
	each_key_figure(overview, key_json_row, json);
	json_end_array(json);
	json_finish(json, out);
}
