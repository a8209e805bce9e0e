/*
 * cli_show.c - visa: one action and everything about it.
 */

#include "base/text.h"
#include "calendar/month.h"
#include "cli/cli_open.h"
#include "cli/cli_show_figures.h"
#include "cli/cli_show_links.h"
#include "cli/cli_table.h"
#include "exchange/json_write.h"
#include "money/money_format.h"

static struct {
	char *cutoff, *as_of, *format;
} given;

const GOptionEntry show_options[] = { { "format", 0, 0, G_OPTION_ARG_FILENAME,
	                                  &given.format, "text eller json", "FORMAT" },
	{ "avser", 0, 0, G_OPTION_ARG_FILENAME, &given.cutoff, HELP_CUTOFF, "ÅÅÅÅ-MM" },
	{ "per", 0, 0, G_OPTION_ARG_FILENAME, &given.as_of, HELP_AS_OF, "TIDPUNKT" },
	{ NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL } };

static char *
year_name(int year)
{
	return year ? g_strdup_printf("%d", year) : g_strdup("ej årsfördelat");
}

/* ---- JSON -------------------------------------------------------------------------- */

static void
json_targets(const struct detail *detail, struct json *json)
{
	json_name(json, "mal");
	json_begin_array(json);
	for (guint i = 0; i < detail->targets->len; i++) {
		const struct detail_target *t =
		    &g_array_index(detail->targets, struct detail_target, i);
		g_autofree char *year = year_name(t->year);

		json_begin_object(json);
		json_text(json, "mottagare", t->recipient);
		json_text(
		    json, "kostnadsslag", word_text(cost_kind_words, (int)t->cost_kind));
		json_text(json, "ar", year);
		json_kr(json, "belopp_kr", amount_of(t->ore));
		json_end_object(json);
	}
	json_end_array(json);
}

static void
json_savings(const struct detail *detail, struct json *json)
{
	json_name(json, "utfall");
	json_begin_array(json);
	for (guint i = 0; i < detail->savings->len; i++) {
		const struct detail_saving *s =
		    &g_array_index(detail->savings, struct detail_saving, i);
		g_autofree char *period = month_text(s->saving.month);

		json_begin_object(json);
		json_int(json, "id", s->saving.id);
		json_text(json, "period", period);
		json_kr(json, "belopp_kr", amount_of(s->saving.ore));
		json_text(json, "forvaltning", s->unit);
		json_text(
		    json, "kostnadsslag", word_text(cost_kind_words, (int)s->cost_kind));
		json_text_or_null(json, "underlag", s->saving.document);
		json_text_or_null(json, "kommentar", s->saving.comment);
		json_text(json, "ref", s->saving.ref);
		json_bool(json, "verifierat", s->verified);
		json_end_object(json);
	}
	json_end_array(json);
}

static void
json_reports(const struct detail *detail, struct json *json)
{
	json_name(json, "lagen");
	json_begin_array(json);
	for (guint i = 0; i < detail->reports->len; i++) {
		const struct detail_report *r =
		    &g_array_index(detail->reports, struct detail_report, i);
		g_autofree char *at = instant_iso(r->at_ms);

		json_begin_object(json);
		json_text(json, "omgang", r->round);
		json_text_or_null(
		    json, "status", word_text(status_words, (int)r->status));
		json_text_or_null(json, "ljus", word_text(light_words, (int)r->light));
		json_text_or_null(json, "kommentar", r->comment);
		json_text_or_null(json, "resultat", r->result);
		json_bool(json, "inget_nytt", r->nothing_new);
		json_bool(json, "sen", r->late);
		json_kr(json, "prognos_kr", r->forecast);
		json_text(json, "nar", at);
		json_text(json, "vem", r->who);
		json_end_object(json);
	}
	json_end_array(json);
}

static void
write_json(const struct detail *detail, GString *out)
{
	struct json *json = json_new();

	json_begin_object(json);
	json_text(json, "id", detail->action.code);
	json_int(json, "version", detail->action.version);
	for (int f = 0; f < ACTION_FIELD__N; f++)
		json_text(json, action_fields[f].key,
		    action_get(&detail->action, (enum action_field)f));
	json_kr(json, "mal_kr", detail->target);
	json_kr(json, "realiserat_kr", detail->realised);
	json_kr(json, "ej_verifierat_kr", detail->unverified);
	json_targets(detail, json);
	json_savings(detail, json);
	json_reports(detail, json);
	show_figures_json(detail, json);
	show_links_json(detail, json);
	json_end_object(json);
	json_finish(json, out);
}

/* ---- text -------------------------------------------------------------------------- */

#define LABEL_WIDTH 20
#define TEXT_WIDTH  78

void
show_field(GString *out, const char *label, const char *value)
{
	g_autofree char *safe = text_display(value);
	g_autofree char *safe_label = text_display(label);
	g_autoptr(GPtrArray) lines = text_wrap(safe, TEXT_WIDTH - LABEL_WIDTH);

	for (guint i = 0; i < lines->len; i++) {
		g_string_append(out, "  ");
		text_cell(out, i ? "" : safe_label, LABEL_WIDTH - 2, -1, "…");
		g_string_append_printf(out, "%s\n", (const char *)lines->pdata[i]);
	}
}

static void
append_mkr(GString *out, struct amount amount)
{
	g_autoptr(GString) cell = g_string_new(NULL);

	if (amount.known)
		amount_append_full(cell, amount, MONEY_MKR, 1);
	else
		g_string_append(cell, "–");
	text_cell(out, cell->str, 14, 1, "…");
	g_string_append(out, " mkr");
}

static void
write_targets(const struct detail *detail, GString *out)
{
	g_string_append(out, "\nMål\n");
	if (detail->targets->len == 0)
		g_string_append(out, "  Inget belopp är angivet.\n");
	for (guint i = 0; i < detail->targets->len; i++) {
		const struct detail_target *t =
		    &g_array_index(detail->targets, struct detail_target, i);
		g_autofree char *year = year_name(t->year);

		g_string_append(out, "  ");
		text_cell(out, year, 15, -1, "…");
		append_mkr(out, amount_of(t->ore));
		g_string_append_printf(
		    out, "  %s, ", word_text(cost_kind_words, (int)t->cost_kind));
		text_append_display(out, t->recipient);
		g_string_append_c(out, '\n');
	}
	g_string_append(out, "  Summa          ");
	append_mkr(out, detail->target);
	g_string_append_c(out, '\n');
}

static void
write_savings(const struct detail *detail, GString *out)
{
	g_string_append(out, "\nUtfall\n");
	if (detail->savings->len == 0)
		g_string_append(out, "  Inget är bokfört.\n");
	for (guint i = 0; i < detail->savings->len; i++) {
		const struct detail_saving *s =
		    &g_array_index(detail->savings, struct detail_saving, i);
		const char *more[] = { s->saving.document, s->saving.comment };
		g_autofree char *period = month_text(s->saving.month);

		g_string_append(out, "  ");
		text_cell(out, period, 15, -1, "…");
		append_mkr(out, amount_of(s->saving.ore));
		g_string_append_printf(
		    out, "  %s, ", word_text(cost_kind_words, (int)s->cost_kind));
		text_append_display(out, s->unit);
		if (detail->verify)
			g_string_append(
			    out, s->verified ? "; verifierat" : "; ej verifierat");
		for (size_t k = 0; k < G_N_ELEMENTS(more); k++)
			if (more[k] && *more[k]) {
				g_string_append(out, "; ");
				text_append_display(out, more[k]);
			}
		g_string_append_c(out, '\n');
	}
	g_string_append(out, "  Realiserat     ");
	append_mkr(out, detail->realised);
	g_string_append_c(out, '\n');
	if (!detail->verify)
		return;
	g_string_append(out, "  Ej verifierat  ");
	append_mkr(out, detail->unverified);
	g_string_append_c(out, '\n');
}

static void
write_reports(const struct detail *detail, GTimeZone *zone, GString *out)
{
	g_string_append(out, "\nLägesrapporter\n");
	if (detail->reports->len == 0)
		g_string_append(out, "  Ingen är lämnad.\n");
	for (guint i = 0; i < detail->reports->len; i++) {
		const struct detail_report *r =
		    &g_array_index(detail->reports, struct detail_report, i);
		g_autofree char *at = instant_text(r->at_ms, zone);
		g_autofree char *round = text_display(r->round);
		g_autoptr(GString) line = g_string_new(NULL);
		const char *words[] = { word_text(status_words, (int)r->status),
			word_text(light_words, (int)r->light),
			r->nothing_new ? "inget nytt att redovisa" : "" };

		for (size_t k = 0; k < G_N_ELEMENTS(words); k++)
			if (*words[k])
				g_string_append_printf(
				    line, "%s%s", line->len ? "; " : "", words[k]);
		if (r->forecast.known) {
			g_string_append(line, line->len ? "; prognos " : "prognos ");
			amount_append_full(line, r->forecast, MONEY_MKR, 1);
			g_string_append(line, " mkr");
		}
		if (*r->comment)
			g_string_append_printf(
			    line, "%s%s", line->len ? "; " : "", r->comment);
		if (*r->result)
			g_string_append_printf(
			    line, "%sresultat: %s", line->len ? "; " : "", r->result);
		if (r->late)
			g_string_append(line, " (sen ändring)");
		g_string_append_printf(line, " (%s, %s)", r->who, at);
		show_field(out, round, line->str);
	}
}

static void
write_text(const struct detail *detail, GTimeZone *zone, GString *out)
{
	const struct action *action = &detail->action;
	g_autofree char *at = instant_text(detail->changed_ms, zone);

	text_append_display(out, action->code);
	g_string_append(out, "  ");
	text_append_display(out, action->name);
	g_string_append_printf(out, "\nVersion %d, sparad %s av ", action->version, at);
	text_append_display(out, detail->changed_by);
	g_string_append(out, "\n\n");
	for (int f = 0; f < ACTION_FIELD__N; f++) {
		const char *value = action_get(action, (enum action_field)f);

		if (f == ACTION_NAME)
			continue;
		if (f == ACTION_STAGE) {
			g_autofree char *stage = g_strdup_printf(
			    "%d %s", action->stage, stage_name(action->stage));

			show_field(out, action_fields[f].label, stage);
		} else
			show_field(out, action_fields[f].label, *value ? value : "–");
	}
	show_links_text(detail, out);
	show_figures_text(detail, out);
	write_targets(detail, out);
	write_savings(detail, out);
	write_reports(detail, zone, out);
}

bool
show_run(struct cli *cli, GError **error)
{
	static const char *const formats[] = { "text", "json", NULL };
	struct session *session = NULL;
	struct detail *detail = NULL;
	struct asked asked;
	int format;
	bool ok;

	if (!open_format(given.format, formats, &format, error) ||
	    !open_session(cli, false, &session, error))
		return false;
	ok = open_view(session, given.cutoff, given.as_of, &asked, error) &&
	     session_detail(session, cli->words[0], &asked.view, &detail, error);
	if (ok && format == 0)
		write_text(detail, session_zone(session), cli->out);
	else if (ok)
		write_json(detail, cli->out);
	if (detail)
		detail_free(detail);
	session_free(session);
	return ok;
}
