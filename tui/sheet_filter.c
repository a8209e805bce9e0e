/*
 * sheet_filter.c - which rows and which month the report grid shows, and looking for one.
 */
#include <string.h>

#include "calendar/round.h"
#include "tui/dialog.h"
#include "tui/sheet.h"

void
sheet_find_next(struct app *app, struct sheet *sheet, int direction)
{
	if (sheet->search[0] == '\0')
		app_say(app, MESSAGE_NOTE, g_strdup("Inget att söka efter. / söker."));
	else if (!sheet_find(sheet, direction))
		app_say(app, MESSAGE_NOTE,
		    g_strdup_printf("Ingen åtgärd har \"%s\".", sheet->search));
}

static bool
search_done(struct app *app, struct prompt *prompt, void *user)
{
	struct sheet *sheet = user;

	g_free(sheet->search);
	sheet->search = g_strdup(prompt_text(prompt, 0));
	if (sheet->search[0] != '\0' && sheet->view != NULL)
		sheet_find_next(app, sheet, 1);
	return true;
}

void
sheet_ask_search(struct app *app, struct sheet *sheet)
{
	struct prompt *prompt = prompt_new("Sök", NULL, search_done, sheet, NULL);

	prompt_add_text(prompt, "Text", "");
	prompt_open_query(app, prompt);
}

static bool
filter_done(struct app *app, struct prompt *prompt, void *user)
{
	struct sheet *sheet = user;
	struct sheet_filter *filter = &sheet->filter;
	int64_t selected = sheet->selected;

	(void)app;
	g_free(filter->unit);
	g_free(filter->text);
	filter->unit =
	    g_strdup(prompt_chosen(prompt, 0) > 0 ? prompt_text(prompt, 0) : "");
	filter->text = g_strdup(prompt_text(prompt, 1));
	filter->left = prompt_chosen(prompt, 2) > 0;
	if (sheet->view != NULL)
		sheet_fill(sheet);
	if (sheet->selected != selected)
		sheet_move(sheet, 0);
	return true;
}

void
sheet_ask_filter(struct app *app, struct sheet *sheet)
{
	struct prompt *prompt = prompt_new("Filter", NULL, filter_done, sheet, NULL);
	GPtrArray *units = g_ptr_array_new_with_free_func(g_free);
	GPtrArray *left = g_ptr_array_new_with_free_func(g_free);
	int chosen = 0;

	g_ptr_array_add(units, g_strdup("alla"));
	for (guint i = 0; i < sheet->view->plan->units->len; i++) {
		const char *name =
		    g_array_index(sheet->view->plan->units, struct unit, i).name;

		g_ptr_array_add(units, g_strdup(name));
		if (strcmp(name, sheet->filter.unit) == 0)
			chosen = (int)i + 1;
	}
	g_ptr_array_add(left, g_strdup("alla"));
	g_ptr_array_add(left, g_strdup("bara de som är kvar"));
	prompt_add_choice(prompt, "Förvaltning", units, chosen);
	prompt_add_text(prompt, "Text", sheet->filter.text);
	prompt_add_choice(prompt, "Visa", left, sheet->filter.left);
	prompt_open_query(app, prompt);
}

static bool
month_done(struct app *app, struct prompt *prompt, void *user)
{
	struct sheet *sheet = user;
	g_autofree char *label = NULL;
	GError *error = NULL;

	if (!round_parse(prompt_text(prompt, 0), &label, &sheet->month, &error)) {
		prompt_refuse(prompt, 0, g_strdup_printf("%s.", error->message));
		g_error_free(error);
		return false;
	}
	app_refresh(app);
	return true;
}

void
sheet_ask_month(struct app *app, struct sheet *sheet)
{
	g_autofree char *intro = g_strdup_printf(
	    "Till exempel 2021-04 eller DÅ04-2021. Nu visas %s.", sheet->view->round);
	struct prompt *prompt =
	    prompt_new("Välj månad eller omgång", intro, month_done, sheet, NULL);

	prompt_add_text(prompt, "Månad", "");
	prompt_open_query(app, prompt);
}
