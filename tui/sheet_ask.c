/*
 * sheet_ask.c - what is asked before it is written: taking back what a cell has posted,
 * and handing in the month.
 */
#include "calendar/month.h"
#include "tui/dialog.h"
#include "tui/sheet.h"

/* What a question is about: an action's code, or a round. */
struct asked {
	struct sheet *sheet;
	char *text;
	guint missing;      /* actions without a report */
	struct amount seen; /* what the cell held */
};

static struct asked *
asked_new(struct sheet *sheet, const char *text, guint missing)
{
	struct asked *asked = g_new0(struct asked, 1);

	*asked = (struct asked){ sheet, g_strdup(text), missing, AMOUNT_NONE };
	return asked;
}

static void
asked_free(gpointer data)
{
	struct asked *asked = data;

	g_free(asked->text);
	g_free(asked);
}

/* ---- Del --------------------------------------------------------------------------- */

static void
write_back(struct app *app, struct sheet *sheet, const char *code, bool month,
    struct amount seen, char *done)
{
	struct progress_entry entry = { .report = { .action = code,
		                            .round = sheet->view->round },
		.seen_realised = month ? &seen : NULL,
		.seen_forecast = month ? NULL : &seen,
		.take_back = month,
		.forecast_back = !month };
	g_autofree char *text = done;
	struct saved saved = { 0 };
	GError *error = NULL;

	if (!session_report_progress(
	        app->session, sheet->view->month, &entry, 1, &saved, &error))
		app_fail_fresh(app, "Rapporten är INTE sparad.", error);
	else
		app_did(app, &saved, g_steal_pointer(&text));
}

static void
take_back_done(struct app *app, void *user, int index)
{
	const struct asked *asked = user;
	const char *code = asked->text;

	if (index == 0 && asked->sheet->view != NULL)
		write_back(app, asked->sheet, code, true, asked->seen,
		    g_strdup_printf("%s %s: månadens utfall är tillbakataget. u ångrar.",
		        code, sheet_month_name(asked->sheet)));
}

static void
ask_take_back(struct app *app, struct sheet *sheet, const struct progress_row *row)
{
	static const struct answer answers[] = { { "j", "Ta tillbaka" }, { "n", "Nej" },
		{ NULL, NULL } };
	int decimals = money_unit_decimals(app->unit);
	struct amount before = progress_before(sheet->view, row), month = AMOUNT_NONE;
	g_autofree char *was = NULL, *has = NULL, *body = NULL;
	struct asked *asked = asked_new(sheet, row->action->code, 0);

	asked->seen = progress_now(sheet->view, row);
	for (guint i = row->first_line; i < row->first_line + row->n_lines; i++)
		amount_total(&month,
		    g_array_index(sheet->view->lines, struct progress_line, i).month);
	has = amount_text(month, app->unit, decimals);
	was = amount_text(before, app->unit, decimals);
	body = g_strdup_printf(
	    "%s har %s %s bokfört i %s. Ta tillbaka det?\n\nDet bokförda står kvar i "
	    "liggaren med en rättelse, och året är åter %s. u ångrar.",
	    row->action->code, has, money_unit_name(app->unit), sheet_month_name(sheet),
	    was);
	dialog_ask(app, "Töm cellen", body, answers, take_back_done, asked, asked_free);
}

void
sheet_take_back(struct app *app, struct sheet *sheet)
{
	const struct progress_row *row = sheet_row(sheet);

	if (row == NULL || !sheet_may_write(app, sheet))
		return;
	if (sheet->column == SHEET_MONTH && row->posted) {
		ask_take_back(app, sheet, row);
	} else if (sheet->column == SHEET_FORECAST && row->said.known) {
		g_autofree char *code = g_strdup(row->action->code);

		write_back(app, sheet, code, false, row->said,
		    g_strdup_printf(
		        "%s: omgångens prognos är borttagen. u ångrar.", code));
	} else {
		app_say(app, MESSAGE_NOTE,
		    g_strdup(
		        sheet->column == SHEET_MONTH || sheet->column == SHEET_FORECAST
		            ? "Cellen är tom i den här omgången."
		            : "Status ändras med s och kommentaren med c."));
	}
}

/* ---- lämna in ---------------------------------------------------------------------- */

static void
hand_in(struct app *app, const struct asked *asked)
{
	const struct round_edit edit = { asked->text, NULL, 1 };
	struct saved saved = { 0 };
	GError *error = NULL;

	if (!session_set_round(app->session, &edit, &saved, &error)) {
		app_fail_fresh(app, "Månaden är INTE inlämnad.", error);
		return;
	}
	app_did(app, &saved,
	    g_strdup_printf(
	        "Omgången %s är inlämnad och stängd. u öppnar den igen.", asked->text));
}

static void
hand_in_done(struct app *app, void *user, int index)
{
	if (index == 0)
		hand_in(app, user);
}

/* Asked again, because what is missing stays missing in the round. */
static void
hand_in_anyway(struct app *app, void *user, int index)
{
	static const struct answer answers[] = { { "j", "Lämna in utan dem" },
		{ "n", "Nej" }, { NULL, NULL } };
	const struct asked *asked = user;
	g_autofree char *body = NULL;

	if (index != 0)
		return;
	body =
	    g_strdup_printf("Omgången %s stängs utan rapport för %u %s. Det rättas sedan "
	                    "bara med en sen ändring. Är du säker?",
	        asked->text, asked->missing, asked->missing == 1 ? "åtgärd" : "åtgärder");
	dialog_ask(app, "Lämna in", body, answers, hand_in_done,
	    asked_new(asked->sheet, asked->text, asked->missing), asked_free);
}

void
sheet_hand_in(struct app *app, struct sheet *sheet)
{
	static const struct answer answers[] = { { "j", "Lämna in" }, { "n", "Nej" },
		{ NULL, NULL } };
	g_autoptr(GString) body = g_string_new(NULL);
	g_autoptr(GArray) order = NULL;
	const char *round;
	guint missing = 0;

	if (!sheet_may_write(app, sheet))
		return;
	round = sheet->view->round;
	/* a round is the whole programme's, whatever the filter shows */
	order = plan_order(sheet->view->plan);
	for (guint i = 0; i < order->len; i++) {
		const struct progress_row *row = &g_array_index(sheet->view->rows,
		    struct progress_row, g_array_index(order, guint, i));

		if (!sheet_awaits(sheet, row) || row->report != NULL)
			continue;
		g_string_append_printf(
		    body, "%s%s", missing > 0 ? ", " : "", row->action->code);
		missing++;
	}
	if (missing > 0) {
		g_autofree char *lead =
		    g_strdup_printf("%u %s i programmet saknar rapport i %s:\n\n",
		        missing, missing == 1 ? "åtgärd" : "åtgärder", round);

		g_string_prepend(body, lead);
		g_string_append(body, "\n\nLämna in ändå?");
		dialog_ask(app, "Lämna in", body->str, answers, hand_in_anyway,
		    asked_new(sheet, round, missing), asked_free);
		return;
	}
	g_string_printf(body,
	    "Alla har rapporterat. Lämna in %s? Omgången stängs och tar sedan bara emot "
	    "sena ändringar. u öppnar den igen.",
	    round);
	dialog_ask(app, "Lämna in", body->str, answers, hand_in_done,
	    asked_new(sheet, round, 0), asked_free);
}
