/*
 * template.c - the template's columns, and the template as CSV.
 */
#include "exchange/template.h"

#include <string.h>

#include "base/error.h"
#include "exchange/csv_write.h"
#include "exchange/module.h"
#include "exchange/template_module.h"
#include "money/money_format.h"

/* What every row of a template has may be blank in one that a person has added: that is
 * told once a row (import_template), not once a cell. */
static const struct column_info columns[] = {
	[TEMPLATE_ID] = { "id", COLUMN_CODE, COLUMN_PRESENT },
	[TEMPLATE_NAME] = { "åtgärd", COLUMN_TEXT, COLUMN_OPTIONAL },
	[TEMPLATE_TARGET] = { "mål", COLUMN_AMOUNT, COLUMN_OPTIONAL },
	[TEMPLATE_BEFORE] = { "utfall förra omgången", COLUMN_AMOUNT, COLUMN_OPTIONAL },
	[TEMPLATE_NOW] = { "utfall nu", COLUMN_AMOUNT, COLUMN_OPTIONAL },
	[TEMPLATE_FORECAST] = { "prognos", COLUMN_AMOUNT, COLUMN_OPTIONAL },
	[TEMPLATE_STATUS] = { "status", COLUMN_TEXT, COLUMN_OPTIONAL },
	[TEMPLATE_LIGHT] = { "ljus", COLUMN_TEXT, COLUMN_OPTIONAL },
	[TEMPLATE_COMMENT] = { "kommentar", COLUMN_TEXT, COLUMN_OPTIONAL },
	[TEMPLATE_NOTHING] = { "inget nytt", COLUMN_TEXT, COLUMN_OPTIONAL },
	[TEMPLATE_ROUND] = { "omgång", COLUMN_ROUND, COLUMN_PRESENT },
	[TEMPLATE_PROGRAMME] = { "program", COLUMN_TEXT, COLUMN_PRESENT },
	[TEMPLATE_UNIT] = { "förvaltning", COLUMN_TEXT, COLUMN_OPTIONAL },
	[TEMPLATE_CHANGE] = { "mall", COLUMN_TEXT, COLUMN_PRESENT },
	{ NULL, COLUMN_TEXT, COLUMN_OPTIONAL },
};

const struct kind_info template_kind = { "mall", "mallen", columns, TEMPLATE_COLUMN__N,
	false, -1 };

static const struct word yes_words[] = { { "ja", 1 }, { NULL, 0 } };

static const struct template_look looks[TEMPLATE_COLUMN__N] = {
	[TEMPLATE_ID] = { "id", NULL, NULL, NULL, 9, false, false },
	[TEMPLATE_NAME] = { "åtgärd", NULL, NULL, NULL, 40, false, false },
	[TEMPLATE_TARGET] = { "mål mkr", NULL, NULL, NULL, 10, true, false },
	[TEMPLATE_BEFORE] = { "utfall förra omgången mkr", NULL, NULL, NULL, 12, true,
	    false },
	[TEMPLATE_NOW] = { "utfall nu mkr", "Utfall nu, i mkr",
	    "Skriv vad åtgärden har gett hittills i år, i miljoner kronor, till exempel "
	    "12,5. Noll skrivs 0. Lämna tomt om du inte vet.",
	    NULL, 12, true, true },
	[TEMPLATE_FORECAST] = { "prognos mkr", "Prognos, i mkr",
	    "Skriv vad åtgärden väntas ge hela året, i miljoner kronor, till exempel "
	    "12,5. "
	    "Lämna tomt om prognosen är som förut.",
	    NULL, 12, true, true },
	[TEMPLATE_STATUS] = { "status", "Status",
	    "Välj ett ord i listan. Lämna tomt om statusen är som förut.", status_words,
	    16, false, true },
	[TEMPLATE_LIGHT] = { "ljus", "Ljus",
	    "Välj grön, gul, röd eller grå om du själv bedömer läget, och skriv varför i "
	    "kommentaren. Lämna annars tomt, så räknas ljuset ut.",
	    light_words, 8, false, true },
	[TEMPLATE_COMMENT] = { "kommentar", "Kommentar",
	    "Skriv vad som har hänt, vad som avviker och vad som görs åt det.", NULL, 50,
	    false, true },
	[TEMPLATE_NOTHING] = { "inget nytt", "Inget nytt",
	    "Välj ja om det inte finns något nytt att redovisa. Lämna annars tomt.",
	    yes_words, 8, false, true },
	[TEMPLATE_ROUND] = { "omgång", NULL, NULL, NULL, 11, false, false },
	[TEMPLATE_PROGRAMME] = { "program", NULL, NULL, NULL, 10, false, false },
	[TEMPLATE_UNIT] = { "förvaltning", NULL, NULL, NULL, 30, false, false },
	[TEMPLATE_CHANGE] = { "mall", NULL, NULL, NULL, 8, false, false },
};

/* Does its importer take the template? */
static bool
takes_template(const struct kind_info *kind)
{
	return kind == &exchange_kinds[EXCHANGE_SAVINGS] ||
	       kind == &exchange_kinds[EXCHANGE_REPORTS];
}

bool
template_is_stray(const struct kind_info *kind, const struct csv_cells *cells)
{
	return !takes_template(kind) &&
	       header_names(&template_kind, cells, TEMPLATE_NOW) &&
	       header_names(&template_kind, cells, TEMPLATE_CHANGE);
}

const struct kind_info *
template_kind_of(const struct kind_info *kind, const struct csv_cells *cells)
{
	if (!takes_template(kind))
		return kind;
	if (header_names(&template_kind, cells, TEMPLATE_NOW) ||
	    header_names(&template_kind, cells, TEMPLATE_CHANGE))
		return &template_kind;
	return kind;
}

void
template_free(struct template_file *form)
{
	if (!form)
		return;
	g_array_unref(form->rows);
	g_string_chunk_free(form->text);
	g_free(form);
}

/* The words of a look as they are written, NULL-ended; g_free the array alone. */
static const char **
words_of(const struct template_look *look)
{
	GPtrArray *words = g_ptr_array_new();

	/* of synonyms the first is the one that is written */
	for (const struct word *w = look->words; w->text; w++)
		if (*w->text && strcmp(word_text(look->words, w->value), w->text) == 0)
			g_ptr_array_add(words, (gpointer)(uintptr_t)w->text);
	g_ptr_array_add(words, NULL);
	return (const char **)g_ptr_array_free(words, FALSE);
}

/* "Uppföljning DÅ04-2021: Regionförvaltningen" */
static char *
title_of(const struct template_file *form)
{
	return g_strdup_printf("Uppföljning %s: %s", form->round,
	    *form->unit ? form->unit : "alla förvaltningar");
}

/* How it is filled in. */
static char *
guide_of(const struct template_file *form)
{
	g_autofree char *before =
	    *form->before ? g_strdup_printf("Förra omgången är %s.", form->before)
	                  : g_strdup("Ingen omgång har rapporterats tidigare i år.");

	return g_strdup_printf("Fyll i de ljusa cellerna och skicka tillbaka filen. Det "
	                       "som lämnas tomt säger "
	                       "ingenting. Rader som inte gäller dig kan tas bort. %s",
	    before);
}

void
template_csv(const struct template_file *form, GString *out)
{
	struct csv_writer w;

	csv_writer_init(&w, out);
	for (int c = 0; c < TEMPLATE_COLUMN__N; c++)
		csv_plain(&w, looks[c].header);
	csv_end_row(&w);
	for (guint i = 0; i < form->rows->len; i++) {
		const struct template_row *row =
		    &g_array_index(form->rows, struct template_row, i);

		for (int c = 0; c < TEMPLATE_COLUMN__N; c++) {
			g_autoptr(GString) amount = g_string_new(NULL);

			amount_append_exact(amount, row->amount[c], MONEY_MKR, 0, ',');
			if (looks[c].amount)
				csv_plain(&w, amount->str);
			else
				csv_text(&w, row->text[c]);
		}
		csv_end_row(&w);
	}
}

bool
template_xlsx(const struct template_file *form, GString *out, GError **error)
{
	__typeof__(module_template) *draw = NULL;
	g_autofree char *title = title_of(form);
	g_autofree char *guide = guide_of(form);
	struct template_drawing drawing = { form, title, guide, looks, { NULL } };
	g_autofree char *why = NULL;
	void *symbol = NULL;
	bool ok;

	if (!module_symbol("xlsx", "module_template", &symbol, &why)) {
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_FILE,
		    "XLSX kan inte skrivas: %s. Installera om sparplan, eller skriv "
		    "mallen som CSV.",
		    why);
		return false;
	}
	for (int c = 0; c < TEMPLATE_COLUMN__N; c++)
		if (looks[c].words)
			drawing.words[c] = (const char *const *)words_of(&looks[c]);
	/* an object's address as a function's: ISO C knows no way, POSIX this */
	*(void **)&draw = symbol;
	ok = draw(&drawing, out, error);
	for (int c = 0; c < TEMPLATE_COLUMN__N; c++)
		g_free((gpointer)(uintptr_t)drawing.words[c]);
	return ok;
}
