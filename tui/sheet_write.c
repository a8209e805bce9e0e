/*
 * sheet_write.c - one key for a row or for many: nothing new, as last month, status.
 */
#include <string.h>

#include "base/text.h"
#include "calendar/month.h"
#include "tui/dialog.h"
#include "tui/sheet.h"

#define NOT_SAVED "Rapporten är INTE sparad."

/* The rows a verb is about: their codes, since the plan is replaced while it is asked. */
struct batch {
	struct sheet *sheet;
	GPtrArray *codes; /* char * */
	guint done;       /* marked rows that needed nothing */
	char *round;
};

static struct batch *
batch_new(struct sheet *sheet)
{
	struct batch *batch = g_new0(struct batch, 1);

	batch->sheet = sheet;
	batch->codes = g_ptr_array_new_with_free_func(g_free);
	batch->round = g_strdup(sheet->view->round);
	return batch;
}

static void
batch_add(struct batch *batch, const struct progress_row *row)
{
	g_ptr_array_add(batch->codes, g_strdup(row->action->code));
}

static void
batch_free(gpointer data)
{
	struct batch *batch = data;

	g_ptr_array_unref(batch->codes);
	g_free(batch->round);
	g_free(batch);
}

/* One report for all of them, in one change.  Takes `done`. */
static bool
report_batch(struct app *app, const struct batch *batch, const struct report_entry *say,
    char *done)
{
	guint n = batch->codes->len;
	g_autofree struct report_entry *entries = g_new0(struct report_entry, MAX(n, 1));
	g_autofree char *text = done;
	struct saved saved = { 0 };
	GError *error = NULL;

	for (guint i = 0; i < n; i++) {
		entries[i] = *say;
		entries[i].action = g_ptr_array_index(batch->codes, i);
		entries[i].round = batch->round;
	}
	if (!session_report_many(app->session, entries, n, &saved, &error)) {
		app_fail_fresh(app, NOT_SAVED, error);
		return false;
	}
	g_hash_table_remove_all(batch->sheet->marked);
	app_did(app, &saved,
	    saved.change != 0 ? g_steal_pointer(&text)
	                      : g_strdup("Det var redan rapporterat. Inget är ändrat."));
	return true;
}

/* "HS-12", or "4 åtgärder". */
static char *
name_batch(const struct batch *batch)
{
	return batch->codes->len == 1 ? g_strdup(g_ptr_array_index(batch->codes, 0))
	                              : g_strdup_printf("%u åtgärder", batch->codes->len);
}

/* ---- inget nytt -------------------------------------------------------------------- */

static void
write_nothing(struct app *app, const struct batch *batch)
{
	const struct report_entry say = { .nothing_new = true, .seen = "" };
	g_autofree char *name = name_batch(batch);
	g_autofree char *rest = batch->done > 0
	                            ? g_strdup_printf(", %u var redan klar%s",
	                                  batch->done, batch->done == 1 ? "" : "a")
	                            : g_strdup("");

	report_batch(app, batch, &say,
	    g_strdup_printf("%s: inget nytt att redovisa för %s%s. u ångrar%s.", name,
	        batch->round, rest, batch->codes->len > 1 ? " alla" : ""));
}

void
sheet_nothing(struct app *app, struct sheet *sheet)
{
	g_autoptr(GPtrArray) rows = NULL;
	struct batch *batch;
	int64_t action = sheet->selected;
	bool one = g_hash_table_size(sheet->marked) == 0;

	if (!sheet_may_write(app, sheet))
		return;
	rows = sheet_chosen(sheet);
	batch = batch_new(sheet);
	for (guint i = 0; i < rows->len; i++) {
		const struct progress_row *row = g_ptr_array_index(rows, i);

		if (row->report == NULL)
			batch_add(batch, row);
	}
	batch->done = rows->len - batch->codes->len;
	if (batch->codes->len > 0) {
		write_nothing(app, batch);
		if (one && sheet->view != NULL && sheet->selected == action)
			sheet_step(sheet, SHEET_DOWN);
	} else if (rows->len > 0) {
		app_say(app, MESSAGE_NOTE,
		    g_strdup_printf("%s i %s.",
		        rows->len == 1 ? "Åtgärden är redan rapporterad"
		                       : "De markerade är alla redan rapporterade",
		        sheet->view->round));
	}
	batch_free(batch);
}

static void
rest_done(struct app *app, void *user, int index)
{
	if (index == 0)
		write_nothing(app, user);
}

static void
append_cell(GString *body, const struct app *app, struct amount amount)
{
	g_autofree char *text =
	    amount_text(amount, app->unit, money_unit_decimals(app->unit));

	text_cell(body, text, 7, 1, "…");
}

/* "HS-12 Följa inköpsrut… mar     0,9  prognos     4,0" */
static void
append_left(GString *body, const struct app *app, const struct sheet *sheet,
    const struct progress_row *row)
{
	g_autofree char *name =
	    g_strdup_printf("%s %s", row->action->code, row->action->name);

	text_cell(body, name, 23, -1, "…");
	if (month_of_year(sheet->view->month) > 1) {
		g_string_append_printf(
		    body, " %s ", month_short(month_add(sheet->view->month, -1)));
		append_cell(body, app, progress_before(sheet->view, row));
	}
	g_string_append(body, "  prognos ");
	append_cell(body, app, row->standing);
	g_string_append_c(body, '\n');
}

#define REST_NAMED 10

static char *
rest_text(const struct batch *batch, const char *named)
{
	guint n = batch->codes->len;
	g_autofree char *more =
	    n > REST_NAMED ? g_strdup_printf("… och %u till\n", n - REST_NAMED) : NULL;
	char *text =
	    g_strdup_printf("Sätta \"Inget nytt att redovisa\" på %u %s som saknar "
	                    "rapport för %s? Utfall "
	                    "och prognos behålls. u ångrar allt i ett steg.\n\n%s%s",
	        n, n == 1 ? "åtgärd" : "åtgärder", batch->round, named,
	        more != NULL ? more : "");

	return g_strchomp(text);
}

void
sheet_ask_rest(struct app *app, struct sheet *sheet)
{
	static const struct answer answers[] = { { "j", "Ja" }, { "n", "Nej" },
		{ NULL, NULL } };
	g_autoptr(GString) named = g_string_new(NULL);
	g_autofree char *body = NULL;
	struct batch *batch;

	if (!sheet_may_write(app, sheet))
		return;
	batch = batch_new(sheet);
	for (guint i = 0; i < sheet->rows->len; i++) {
		const struct progress_row *row = sheet_row_at(sheet, (int)i);

		if (!sheet_awaits(sheet, row) || row->report != NULL)
			continue;
		batch_add(batch, row);
		if (batch->codes->len <= REST_NAMED)
			append_left(named, app, sheet, row);
	}
	if (batch->codes->len == 0) {
		app_say(app, MESSAGE_NOTE,
		    sheet->rows->len == 0
		        ? g_strdup("Det finns inga rader att rapportera.")
		    : sheet->awaited > 0 ? g_strdup("Alla som visas är redan klara.")
		                         : g_strconcat(sheet_why_none(sheet), ".", NULL));
		batch_free(batch);
		return;
	}
	body = rest_text(batch, named->str);
	dialog_ask(
	    app, "Inget nytt att redovisa", body, answers, rest_done, batch, batch_free);
}

/* ---- som förra månaden ------------------------------------------------------------- */

/* The entry of a row and what it was seen to hold, or false when there is nothing to
 * repeat or something is said. */
static bool
same_entry(const struct sheet *sheet, const struct progress_row *row,
    struct progress_entry *ret, struct amount *seen)
{
	bool month = sheet->column == SHEET_MONTH;
	struct amount from = month ? progress_before(sheet->view, row) : row->standing;

	*ret = (struct progress_entry){ .report = { .action = row->action->code,
		                            .round = sheet->view->round } };
	if (month) {
		*seen = progress_now(sheet->view, row);
		ret->realised = from;
		ret->seen_realised = seen;
	} else {
		*seen = row->said;
		ret->report.forecast = from;
		ret->seen_forecast = seen;
	}
	return from.known && !(month ? row->posted : row->said.known);
}

static void
say_no_same(struct app *app, const struct sheet *sheet)
{
	app_say(app, MESSAGE_NOTE,
	    g_strdup(
	        sheet->column == SHEET_MONTH
	            ? "Inget att upprepa: månaden är redan bokförd, eller året har inget "
	              "utfall än."
	            : "Inget att upprepa: prognosen är redan lämnad, eller det finns "
	              "ingen förut."));
}

/* "2 prognoser som förra månaden, 1 rad hade inget att upprepa. u ångrar." */
static char *
same_done(const struct sheet *sheet, guint n, guint skipped)
{
	const char *what = sheet->column == SHEET_MONTH ? "utfall"
	                   : n == 1                     ? "prognos"
	                                                : "prognoser";
	g_autofree char *rest =
	    skipped > 0 ? g_strdup_printf(", %u %s inget att upprepa", skipped,
	                      skipped == 1 ? "rad hade" : "rader hade")
	                : g_strdup("");

	return g_strdup_printf("%u %s som förra månaden%s. u ångrar.", n, what, rest);
}

void
sheet_same(struct app *app, struct sheet *sheet)
{
	g_autoptr(GPtrArray) rows = NULL;
	g_autofree struct progress_entry *entries = NULL;
	g_autofree struct amount *seen = NULL;
	struct saved saved = { 0 };
	GError *error = NULL;
	int64_t action = sheet->selected;
	bool one = g_hash_table_size(sheet->marked) == 0;
	guint n = 0;

	if (!sheet_may_write(app, sheet))
		return;
	if (sheet->column != SHEET_MONTH && sheet->column != SHEET_FORECAST) {
		app_say(app, MESSAGE_NOTE,
		    g_strdup("p upprepar månadens utfall eller prognosen: gå till den "
		             "kolumnen."));
		return;
	}
	rows = sheet_chosen(sheet);
	entries = g_new0(struct progress_entry, MAX(rows->len, 1));
	seen = g_new0(struct amount, MAX(rows->len, 1));
	for (guint i = 0; i < rows->len; i++)
		n += same_entry(sheet, g_ptr_array_index(rows, i), &entries[n], &seen[n]);
	if (n == 0) {
		say_no_same(app, sheet);
		return;
	}
	if (!session_report_progress(
	        app->session, sheet->view->month, entries, n, &saved, &error)) {
		app_fail_fresh(app, NOT_SAVED, error);
		return;
	}
	g_hash_table_remove_all(sheet->marked);
	app_did(app, &saved, same_done(sheet, n, rows->len - n));
	if (one && sheet->selected == action)
		sheet_step(sheet, SHEET_DOWN);
}

/* ---- status ------------------------------------------------------------------------ */

static void
status_done(struct app *app, void *user, int index)
{
	const struct batch *batch = user;
	const struct report_entry say = { .status = (enum status)(index + 1) };
	g_autofree char *name = name_batch(batch);

	if (index >= 0)
		report_batch(app, batch, &say,
		    g_strdup_printf("%s: status %s, omgång %s. u ångrar.", name,
		        word_text(status_words, (int)say.status), batch->round));
}

void
sheet_status(struct app *app, struct sheet *sheet)
{
	g_autoptr(GPtrArray) rows = NULL;
	struct batch *batch;
	g_autofree char *name = NULL, *title = NULL;
	enum status now;

	if (!sheet_may_write(app, sheet) || sheet_row(sheet) == NULL)
		return;
	rows = sheet_chosen(sheet);
	batch = batch_new(sheet);
	for (guint i = 0; i < rows->len; i++)
		batch_add(batch, g_ptr_array_index(rows, i));
	name = name_batch(batch);
	title = g_strdup_printf("Status för %s, omgång %s", name, batch->round);
	now = ((const struct progress_row *)g_ptr_array_index(rows, 0))->action->status;
	dialog_choose_status(app, title, now, status_done, batch, batch_free);
}
