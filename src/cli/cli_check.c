/*
 * cli_check.c - kontroll: what is wrong, the bridge, and printed sums against computed.
 */
#include <string.h>

#include "base/text.h"
#include "cli/cli_open.h"
#include "cli/cli_table.h"
#include "exchange/json_write.h"
#include "money/money_format.h"
#include "rollup/check.h"
#include "session/upkeep.h"

static struct {
	char *only, *format;
} given;

const GOptionEntry check_options[] = { { "bara", 0, 0, G_OPTION_ARG_FILENAME, &given.only,
	                                   "bara databas, summor eller data", "DEL" },
	{ "format", 0, 0, G_OPTION_ARG_FILENAME, &given.format, "text eller json",
	    "FORMAT" },
	{ NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL } };

static const char *const levels[] = { [REMARK_OBS] = "OBS", [REMARK_FEL] = "FEL" };

static int
count_level(const GPtrArray *remarks, enum remark_level level)
{
	int n = 0;

	for (guint i = 0; i < remarks->len; i++)
		n += ((const struct remark *)remarks->pdata[i])->level == level;
	return n;
}

/* The bridge's columns as words; the caller frees the vector. */
static char **
column_names(const struct bridge *bridge)
{
	char **names = g_new0(char *, (gsize)bridge->n_years + 3);
	int i;

	for (i = 0; i < bridge->n_years; i++)
		names[i] = g_strdup_printf("%d", bridge->first_year + i);
	names[i++] = g_strdup("ej årsfördelat");
	names[i] = g_strdup("totalt");
	return names;
}

/* ---- text -------------------------------------------------------------------------- */

static void
write_remarks(const GPtrArray *remarks, GString *out)
{
	int wrong = count_level(remarks, REMARK_FEL),
	    notes = count_level(remarks, REMARK_OBS);

	for (guint i = 0; i < remarks->len; i++) {
		const struct remark *r = remarks->pdata[i];
		const char *before =
		    i ? ((const struct remark *)remarks->pdata[i - 1])->programme : NULL;
		g_autofree char *text = text_display(r->text);
		g_autofree char *remedy = text_display(r->remedy);

		if (r->programme && g_strcmp0(r->programme, before) != 0) {
			g_autofree char *programme = text_display(r->programme);

			g_string_append_printf(out, "Program %s\n", programme);
		}
		g_string_append_printf(out, "%s %s", levels[r->level], r->code);
		if (r->action) {
			g_autofree char *action = text_display(r->action);

			g_string_append_printf(out, " %s", action);
		}
		g_string_append_printf(out, ": %s\n", text);
		if (*remedy)
			g_string_append_printf(out, "    %s\n", remedy);
	}
	if (wrong == 0 && notes == 0)
		g_string_append(out, "Inga anmärkningar.\n");
	else
		g_string_append_printf(out, "%d fel och %d %s.\n", wrong, notes,
		    notes == 1 ? "anmärkning att se över" : "anmärkningar att se över");
}

#define TEXT_COLUMN   38
#define AMOUNT_COLUMN 9

static void
append_mkr(GString *out, struct amount amount)
{
	g_autofree char *text = amount_text(amount, MONEY_MKR, 1);

	g_string_append_c(out, ' ');
	text_cell(out, text, AMOUNT_COLUMN, 1, "…");
}

static void
write_bridge(const struct bridge *bridge, GString *out)
{
	g_auto(GStrv) names = column_names(bridge);

	g_string_append(out, "\nBrygga, mkr\n");
	text_cell(out, "", TEXT_COLUMN, -1, "…");
	for (int c = 0; c < bridge->n_years + 2; c++) {
		g_string_append_c(out, ' ');
		text_cell(out, c == bridge->n_years ? "ej år" : names[c], AMOUNT_COLUMN,
		    1, "…");
	}
	g_string_append_c(out, '\n');
	for (guint i = 0; i < bridge->rows->len; i++) {
		const struct bridge_row *row =
		    &g_array_index(bridge->rows, struct bridge_row, i);
		g_autofree char *text = text_display(row->text);

		text_cell(out, text, TEXT_COLUMN, -1, "…");
		for (int c = 0; c < bridge->n_years + 2; c++)
			append_mkr(out, row->cells[c]);
		g_string_append_c(out, '\n');
	}
}

static void
write_printed(const GArray *printed, GString *out)
{
	g_string_append(out, "\nTryckta summor mot beräknade, mkr\n");
	if (printed->len == 0) {
		g_string_append(out, "Inga krav är inlästa.\n");
		return;
	}
	text_cell(out, "", TEXT_COLUMN, -1, "…");
	g_string_append(out, "    tryckt  beräknat  skillnad\n");
	for (guint i = 0; i < printed->len; i++) {
		const struct printed_sum *s =
		    &g_array_index(printed, struct printed_sum, i);
		g_autofree char *year = s->year ? g_strdup_printf("%d", s->year)
		                                : g_strdup("Hela programmet");
		g_autofree char *label =
		    g_strdup_printf("%s%s%s", year, s->kind == KIND_NONE ? "" : ", ",
		        s->kind == KIND_NONE ? "" : word_text(kind_words, (int)s->kind));
		g_autofree char *reason = text_display(s->reason);

		text_cell(out, label, TEXT_COLUMN, -1, "…");
		append_mkr(out, amount_of(s->printed_ore));
		append_mkr(out, s->computed);
		g_string_append(out, "  ");
		if (s->difference_ore != 0) {
			g_string_append(out, s->difference_ore > 0 ? "+" : "−");
			amount_append_exact(
			    out, amount_of(ABS(s->difference_ore)), MONEY_MKR, 1, ',');
			g_string_append(out, s->holds ? "" : " FEL");
			g_string_append_printf(out, "%s%s", *reason ? " " : "", reason);
		} else
			g_string_append(out, s->holds ? "stämmer" : "FEL");
		g_string_append_c(out, '\n');
	}
}

/* ---- JSON -------------------------------------------------------------------------- */

static void
json_remarks(const GPtrArray *remarks, struct json *json)
{
	json_name(json, "anmarkningar");
	json_begin_array(json);
	for (guint i = 0; i < remarks->len; i++) {
		const struct remark *r = remarks->pdata[i];

		json_begin_object(json);
		json_text(json, "niva", r->level == REMARK_FEL ? "fel" : "obs");
		json_text(json, "kod", r->code);
		json_text_or_null(json, "program", r->programme);
		json_text_or_null(json, "atgard", r->action);
		json_text(json, "mening", r->text);
		json_text_or_null(json, "gor_sa", r->remedy);
		json_end_object(json);
	}
	json_end_array(json);
}

static void
json_bridge(const struct bridge *bridge, struct json *json)
{
	g_auto(GStrv) names = column_names(bridge);

	json_name(json, "brygga");
	json_begin_array(json);
	for (guint i = 0; i < bridge->rows->len; i++) {
		const struct bridge_row *row =
		    &g_array_index(bridge->rows, struct bridge_row, i);

		for (int c = 0; names[c]; c++) {
			json_begin_object(json);
			json_text(json, "rad", row->text);
			json_text(json, "ar", names[c]);
			json_kr(json, "belopp_kr", row->cells[c]);
			json_end_object(json);
		}
	}
	json_end_array(json);
}

static void
json_printed(const GArray *printed, struct json *json)
{
	json_name(json, "tryckta_summor");
	json_begin_array(json);
	for (guint i = 0; i < printed->len; i++) {
		const struct printed_sum *s =
		    &g_array_index(printed, struct printed_sum, i);
		g_autofree char *year =
		    s->year ? g_strdup_printf("%d", s->year) : g_strdup("totalt");

		json_begin_object(json);
		json_text(json, "ar", year);
		json_text_or_null(json, "typ", word_text(kind_words, (int)s->kind));
		json_kr(json, "tryckt_kr", amount_of(s->printed_ore));
		json_kr(json, "beraknat_kr", s->computed);
		json_kr(json, "skillnad_kr", amount_of(s->difference_ore));
		json_kr(json, "forklarat_kr", amount_of(s->explained_ore));
		json_text_or_null(json, "skal", s->reason);
		json_name(json, "haller");
		json_add_bool(json, s->holds);
		json_end_object(json);
	}
	json_end_array(json);
}

/* ---- the command ------------------------------------------------------------------- */

static bool
parse_only(unsigned *ret, GError **error)
{
	static const char *const parts[] = { "databas", "summor", "data", NULL };
	static const unsigned bits[] = { CHECK_DATABASE, CHECK_SUMS, CHECK_DATA };

	*ret = CHECK_ALL;
	if (!given.only)
		return true;
	for (size_t i = 0; parts[i]; i++)
		if (strcmp(given.only, parts[i]) == 0) {
			*ret = bits[i];
			return true;
		}
	return cli_unknown(error, "Värdet för --bara", given.only, parts);
}

static void
write_all(
    const GPtrArray *remarks, const struct overview *overview, bool json, GString *out)
{
	if (json) {
		struct json *builder = json_new();

		json_begin_object(builder);
		json_remarks(remarks, builder);
		if (overview) {
			json_bridge(overview->bridge, builder);
			json_printed(overview->printed, builder);
		}
		json_end_object(builder);
		json_finish(builder, out);
		return;
	}
	write_remarks(remarks, out);
	if (overview) {
		write_bridge(overview->bridge, out);
		write_printed(overview->printed, out);
	}
}

static bool
check_session(
    struct cli *cli, struct session *session, unsigned what, bool json, GError **error)
{
	g_autoptr(GPtrArray) remarks = remarks_new();
	struct overview *overview = NULL;
	struct view view = { 0 };
	GError *cause = NULL;
	bool wrong;

	if (!session_check(session, what, remarks, error))
		return false;
	wrong = count_level(remarks, REMARK_FEL) > 0;
	/* A database that is wrong may not be readable: what was found is what matters.
	 */
	if ((what & CHECK_SUMS) && !session_overview(session, &view, &overview, &cause) &&
	    !wrong) {
		g_propagate_error(error, cause);
		return false;
	}
	g_clear_error(&cause);
	write_all(remarks, overview, json, cli->out);
	if (overview)
		overview_free(overview);
	cli->status = wrong ? 1 : 0;
	return true;
}

bool
check_run(struct cli *cli, GError **error)
{
	static const char *const formats[] = { "text", "json", NULL };
	struct session *session = NULL;
	unsigned what;
	int format;
	bool ok;

	if (!parse_only(&what, error) ||
	    !open_format(given.format, formats, &format, error) ||
	    !open_session(cli, false, &session, error))
		return false;
	ok = check_session(cli, session, what, format == 1, error);
	session_free(session);
	return ok;
}
