/*
 * sheet_paste.c - a column or a block of Excel into the report grid: looked at first,
 * then saved in one change or not at all.
 */
#include <string.h>

#include "base/text.h"
#include "exchange/csv_split.h"
#include "tui/dialog.h"
#include "tui/sheet.h"

#define SHOWN 40 /* lines of the preview of either kind */

struct pasting {
	struct app *app;
	struct sheet *sheet;
	int at; /* row of the next line */
	int cells, blank, skipped, doubts, faults;
	char *round;
	GPtrArray *texts;      /* char *: what entries point at */
	GArray *entries;       /* struct progress_entry */
	GArray *realised;      /* struct amount, seen: one per entry */
	GArray *forecasts;     /* the same */
	GString *told, *wrong; /* lines of the preview */
	int told_lines, wrong_lines;
};

static void
pasting_free(gpointer data)
{
	struct pasting *p = data;

	g_free(p->round);
	g_ptr_array_unref(p->texts);
	g_array_unref(p->entries);
	g_array_unref(p->realised);
	g_array_unref(p->forecasts);
	g_string_free(p->told, TRUE);
	g_string_free(p->wrong, TRUE);
	g_free(p);
}

static void G_GNUC_PRINTF(2, 3) remark(struct pasting *p, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	if (p->wrong_lines++ < SHOWN)
		g_string_append_vprintf(p->wrong, format, args);
	va_end(args);
}

/* A cell that cannot be saved, and why.  Takes `why`. */
static void
refuse(struct pasting *p, const char *code, char *why)
{
	p->faults++;
	remark(p, "FEL %s: %s\n", code, why);
	g_free(why);
}

static const char *
keep(struct pasting *p, const char *text)
{
	char *copy = g_strdup(text);

	g_ptr_array_add(p->texts, copy);
	return copy;
}

/* ---- a cell ------------------------------------------------------------------------ */

static void
take_amount(struct pasting *p, const struct progress_row *row, enum sheet_column column,
    const char *text, struct progress_entry *entry)
{
	struct amount amount;
	g_autofree char *doubt = NULL;
	GError *error = NULL;

	if (!money_parse(text, p->app->unit, DECIMAL_EITHER, &amount, &error)) {
		refuse(p, row->action->code, g_strdup(error->message));
		g_error_free(error);
		return;
	}
	if (column == SHEET_MONTH && row->ask_line &&
	    !amount_equal(amount, progress_now(p->sheet->view, row))) {
		/* the rest of the column is not to wait for it */
		p->cells--;
		p->skipped++;
		remark(p,
		    "OBS %s hoppas över: har flera mållinjer, skriv den för hand.\n",
		    row->action->code);
		return;
	}
	doubt = sheet_doubt(p->sheet->view, row, column, amount, p->app->unit);
	if (doubt != NULL) {
		p->doubts++;
		remark(p, "OBS %s\n", doubt);
	}
	if (column == SHEET_MONTH)
		entry->realised = amount;
	else
		entry->report.forecast = amount;
}

static void
take_status(struct pasting *p, const struct progress_row *row, const char *text,
    struct progress_entry *entry)
{
	GError *error = NULL;
	int status;

	if (word_parse(status_words, text, &status, &error)) {
		entry->report.status = (enum status)status;
		return;
	}
	refuse(p, row->action->code, g_strdup(error->message));
	g_error_free(error);
}

static void
take_cell(struct pasting *p, const struct progress_row *row, int column, const char *text,
    struct progress_entry *entry)
{
	p->cells++;
	switch (column) {
	case SHEET_MONTH:
	case SHEET_FORECAST:
		take_amount(p, row, (enum sheet_column)column, text, entry);
		break;
	case SHEET_STATUS:
		take_status(p, row, text, entry);
		break;
	case SHEET_COMMENT:
		entry->report.comment = keep(p, text);
		entry->report.seen =
		    keep(p, row->report != NULL ? row->report->comment : "");
		break;
	default:
		refuse(p, row->action->code,
		    g_strdup("fler kolumner än det finns till höger om cellen"));
		break;
	}
}

/* ---- a line ------------------------------------------------------------------------ */

static void
tell(
    struct pasting *p, const struct progress_row *row, const struct progress_entry *entry)
{
	enum money_unit unit = p->app->unit;
	int decimals = money_unit_decimals(unit);

	if (p->told_lines++ >= SHOWN)
		return;
	g_string_append(p->told, row->action->code);
	if (entry->realised.known) {
		g_string_append_printf(p->told, "  %s ", sheet_month_name(p->sheet));
		amount_append_full(p->told, entry->realised, unit, decimals);
	}
	if (entry->report.forecast.known) {
		g_string_append(p->told, "  prognos ");
		amount_append_full(p->told, entry->report.forecast, unit, decimals);
	}
	if (entry->report.status != STATUS_NONE)
		g_string_append_printf(
		    p->told, "  %s", word_text(status_words, (int)entry->report.status));
	if (entry->report.comment != NULL)
		g_string_append_printf(p->told, "  %s", entry->report.comment);
	g_string_append_c(p->told, '\n');
}

static bool
is_blank(const struct csv_cells *cells)
{
	for (int i = 0; i < cells->n; i++)
		if (!cell_is_blank(csv_cell(cells, i)))
			return false;
	return true;
}

static bool
take_line(void *user, const struct csv_cells *cells, int line)
{
	struct pasting *p = user;
	const struct progress_row *row = sheet_row_at(p->sheet, p->at++);
	struct progress_entry entry = { .report = { .round = p->round } };
	struct amount now;
	int before = p->cells;

	if (row == NULL && is_blank(cells))
		return true; /* what a column in Excel ends with */
	if (row == NULL) {
		g_autofree char *where = g_strdup_printf("rad %d", line);

		refuse(p, where, g_strdup("fler rader än det finns under cellen"));
		return false;
	}
	p->blank += cells->n == 0;
	for (int i = 0; i < cells->n; i++) {
		size_t bytes;
		const char *start = text_trim(csv_cell(cells, i), &bytes);
		g_autofree char *text = g_strndup(start, bytes);

		if (bytes == 0)
			p->blank++;
		else
			take_cell(p, row, (int)p->sheet->column + i, text, &entry);
	}
	if (p->cells == before)
		return true;
	entry.report.action = keep(p, row->action->code);
	g_array_append_val(p->entries, entry);
	now = progress_now(p->sheet->view, row);
	g_array_append_val(p->realised, now);
	g_array_append_val(p->forecasts, row->said);
	tell(p, row, &entry);
	return true;
}

static bool
take_bad(void *user, int line, int cell, const char *text)
{
	g_autofree char *where = g_strdup_printf("rad %d, cell %d", line, cell + 1);

	refuse(user, where, g_strdup(text));
	return true;
}

/* ---- the preview ------------------------------------------------------------------- */

static void
save(struct app *app, void *user, int index)
{
	struct pasting *p = user;
	struct saved saved = { 0 };
	GError *error = NULL;

	if (index != 0 || p->sheet->view == NULL)
		return;
	/* what was shown when it was pasted */
	for (guint i = 0; i < p->entries->len; i++) {
		struct progress_entry *e =
		    &g_array_index(p->entries, struct progress_entry, i);

		if (e->realised.known)
			e->seen_realised = &g_array_index(p->realised, struct amount, i);
		if (e->report.forecast.known)
			e->seen_forecast = &g_array_index(p->forecasts, struct amount, i);
	}
	if (!session_report_progress(app->session, p->sheet->view->month,
	        (const struct progress_entry *)(const void *)p->entries->data,
	        p->entries->len, &saved, &error)) {
		app_fail_fresh(app, "Inget av det inklistrade är sparat.", error);
		return;
	}
	app_did(app, &saved,
	    saved.change != 0
	        ? g_strdup_printf("%d %s. u ångrar%s.", p->cells,
	              p->cells == 1 ? "cell är inklistrad" : "celler är inklistrade",
	              p->cells == 1 ? "" : " alla")
	        : g_strdup("Det inklistrade fanns redan. Inget är ändrat."));
}

static void
append_lines(GString *body, const GString *lines, int n)
{
	g_string_append(body, lines->str);
	if (n > SHOWN)
		g_string_append_printf(body, "… och %d rader till\n", n - SHOWN);
}

static void
preview(struct app *app, struct pasting *p)
{
	static const struct answer good[] = { { "Enter", "Spara" }, { NULL, NULL } };
	static const struct answer none[] = { { NULL, NULL } };
	g_autoptr(GString) body = g_string_new(NULL);

	g_string_append_printf(body, "%d %s, %d fel", p->cells,
	    p->cells == 1 ? "cell" : "celler", p->faults);
	if (p->doubts > 0)
		g_string_append_printf(
		    body, ", %d %s", p->doubts, p->doubts == 1 ? "ovanlig" : "ovanliga");
	if (p->blank > 0)
		g_string_append_printf(
		    body, ", %d %s", p->blank, p->blank == 1 ? "tom" : "tomma");
	if (p->skipped > 0)
		g_string_append_printf(body, ", %d hoppas över", p->skipped);
	g_string_append(
	    body, p->faults > 0 ? ". Ingenting är sparat. Rätta och klistra in på nytt."
	          : p->cells == 0 ? ". Det finns ingenting att spara."
	                          : " – Enter sparar i ett steg, Esc avbryter.");
	g_string_append(body, "\n\n");
	append_lines(body, p->wrong, p->wrong_lines);
	if (p->faults == 0)
		append_lines(body, p->told, p->told_lines);
	g_strchomp(body->str);
	dialog_ask(app, "Klistra in", body->str,
	    p->faults > 0 || p->cells == 0 ? none : good, save, p, pasting_free);
}

void
sheet_paste(struct app *app, struct sheet *sheet, const char *text)
{
	struct pasting *p;
	struct split_events events = { take_line, take_bad, NULL };
	struct csv_split *split;

	if (sheet_row(sheet) == NULL || !sheet_may_write(app, sheet))
		return;
	p = g_new0(struct pasting, 1);
	p->app = app;
	p->sheet = sheet;
	p->at = sheet->at;
	p->round = g_strdup(sheet->view->round);
	p->texts = g_ptr_array_new_with_free_func(g_free);
	p->entries = g_array_new(FALSE, FALSE, sizeof(struct progress_entry));
	p->realised = g_array_new(FALSE, FALSE, sizeof(struct amount));
	p->forecasts = g_array_new(FALSE, FALSE, sizeof(struct amount));
	p->told = g_string_new(NULL);
	p->wrong = g_string_new(NULL);
	events.user = p;
	split = csv_split_new('\t', 1, &events);
	if (csv_split_add(split, text, strlen(text)))
		csv_split_end(split);
	csv_split_free(split);
	preview(app, p);
}
