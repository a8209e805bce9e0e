/*
 * list_ask.c - the dialogs of the action list that ask what to show: filter and order.
 */
#include <string.h>

#include "base/text.h"
#include "tui/dialog.h"
#include "tui/list.h"

enum filter_field {
	FILTER_TEXT,
	FILTER_UNIT,
	FILTER_OWNER,
	FILTER_KIND,
	FILTER_STATUS,
	FILTER_STAGE,
	FILTER_LIGHT,
	FILTER_REPORTED,
	FILTER_COUNTS
};

static GPtrArray *
options_new(const char *first)
{
	GPtrArray *options = g_ptr_array_new_with_free_func(g_free);

	g_ptr_array_add(options, g_strdup(first));
	return options;
}

static GPtrArray *
options_of(const struct word *words, int n, const char *none)
{
	GPtrArray *options = options_new("alla");

	for (int i = 0; i < n; i++) {
		const char *text = word_text(words, i);

		g_ptr_array_add(options, g_strdup(text[0] != '\0' ? text : none));
	}
	return options;
}

static GPtrArray *
yes_or_no(const char *yes, const char *no)
{
	GPtrArray *options = options_new("alla");

	g_ptr_array_add(options, g_strdup(yes));
	g_ptr_array_add(options, g_strdup(no));
	return options;
}

static GPtrArray *
units_of(const struct list *list, int *ret_chosen)
{
	GPtrArray *options = options_new("alla");
	const GArray *units = list->view->plan->units;

	*ret_chosen = 0;
	for (guint i = 0; i < units->len; i++) {
		const char *name = g_array_index(units, struct unit, i).name;

		g_ptr_array_add(options, g_strdup(name));
		if (strcmp(name, list->filter.unit) == 0)
			*ret_chosen = (int)i + 1;
	}
	return options;
}

static gint
by_name(gconstpointer a, gconstpointer b)
{
	return list_text_compare(*(const char *const *)a, *(const char *const *)b);
}

/* Everyone who owns an action, in order of name; all rows have been read. */
static GPtrArray *
owners_of(const struct list *list, int *ret_chosen)
{
	GPtrArray *options = options_new("alla");
	g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
	g_autoptr(GPtrArray) names = g_ptr_array_new();

	g_ptr_array_add(options, g_strdup("ingen ansvarig"));
	for (guint i = 0; i < list->view->places->len; i++) {
		const struct listing_row *row = list_whole(list, (int)i);

		if (row == NULL || text_is_blank(row->action.owner) ||
		    !g_hash_table_add(seen, (gpointer)(uintptr_t)row->action.owner))
			continue;
		g_ptr_array_add(names, (gpointer)(uintptr_t)row->action.owner);
	}
	g_ptr_array_sort(names, by_name);
	*ret_chosen = strcmp(list->filter.owner, LIST_NO_OWNER) == 0 ? 1 : 0;
	for (guint i = 0; i < names->len; i++) {
		const char *name = g_ptr_array_index(names, i);

		if (strcmp(name, list->filter.owner) == 0)
			*ret_chosen = (int)options->len;
		g_ptr_array_add(options, g_strdup(name));
	}
	return options;
}

static int
flag_of(const struct prompt *prompt, int field)
{
	int chosen = prompt_chosen(prompt, field);

	return chosen > 0 ? 2 - chosen : FILTER_ALL;
}

static int
chosen_of_flag(int flag)
{
	return flag == FILTER_ALL ? 0 : 2 - flag;
}

static void
take_text(char **ret, const char *text)
{
	g_free(*ret);
	*ret = g_strdup(text);
}

static bool
filter_done(struct app *app, struct prompt *prompt, void *user)
{
	struct list *list = user;
	struct list_filter *filter = &list->filter;
	int owner = prompt_chosen(prompt, FILTER_OWNER);

	if (list->view == NULL)
		return true;
	list_clear_filter(list);
	take_text(&filter->text, prompt_text(prompt, FILTER_TEXT));
	if (prompt_chosen(prompt, FILTER_UNIT) > 0)
		take_text(&filter->unit, prompt_text(prompt, FILTER_UNIT));
	if (owner > 0)
		take_text(&filter->owner,
		    owner == 1 ? LIST_NO_OWNER : prompt_text(prompt, FILTER_OWNER));
	filter->kind = prompt_chosen(prompt, FILTER_KIND) - 1;
	filter->status = prompt_chosen(prompt, FILTER_STATUS) - 1;
	filter->stage = prompt_chosen(prompt, FILTER_STAGE) - 1;
	/* the first light is the one that is not said */
	filter->light = prompt_chosen(prompt, FILTER_LIGHT);
	if (filter->light == 0)
		filter->light = FILTER_ALL;
	filter->reported = flag_of(prompt, FILTER_REPORTED);
	filter->counts = flag_of(prompt, FILTER_COUNTS);
	list_again(app, list);
	return true;
}

static GPtrArray *
stages(void)
{
	GPtrArray *options = options_new("alla");

	for (int i = 0; i <= STAGE_MAX; i++)
		g_ptr_array_add(options, g_strdup_printf("%d %s", i, stage_name(i)));
	return options;
}

static GPtrArray *
lights(void)
{
	GPtrArray *options = options_new("alla");

	for (int i = LIGHT_NONE + 1; i < LIGHT__N; i++) {
		enum role role;

		g_ptr_array_add(
		    options, g_strdup_printf("%s %s", light_glyph((enum light)i, &role),
		                 word_text(light_words, i)));
	}
	return options;
}

void
list_ask_filter(struct app *app, struct list *list)
{
	const struct list_filter *filter = &list->filter;
	struct prompt *prompt;
	GPtrArray *units, *owners;
	int unit, owner;

	if (!list_read_all(app, list))
		return;
	prompt = prompt_new("Filter", NULL, filter_done, list, NULL);
	units = units_of(list, &unit);
	owners = owners_of(list, &owner);
	prompt_add_text(prompt, "Text", filter->text);
	prompt_add_choice(prompt, "Förvaltning", units, unit);
	prompt_add_choice(prompt, "Ansvarig", owners, owner);
	prompt_add_choice(prompt, "Typ", options_of(kind_words, KIND__N, "ingen typ"),
	    filter->kind + 1);
	prompt_add_choice(prompt, "Status",
	    options_of(status_words, STATUS__N, "ingen status"), filter->status + 1);
	prompt_add_choice(prompt, "Grad", stages(), filter->stage + 1);
	prompt_add_choice(prompt, "Ljus", lights(), MAX(filter->light, 0));
	prompt_add_choice(prompt, "Månadens rapport",
	    yes_or_no("har rapport", "utan rapport"), chosen_of_flag(filter->reported));
	prompt_add_choice(
	    prompt, "Räknas", yes_or_no("ja", "nej"), chosen_of_flag(filter->counts));
	prompt_open_query(app, prompt);
}

/* ---- order ------------------------------------------------------------------------- */

/* What can be sorted by, as the dialog lists it: nothing, number, name, the columns. */
static enum list_column
sort_at(int chosen)
{
	return chosen == 1   ? LIST_CODE
	       : chosen == 2 ? LIST_NAME
	                     : (enum list_column)(chosen - 3);
}

static bool
sort_done(struct app *app, struct prompt *prompt, void *user)
{
	struct memory *memory = app->memory;
	int chosen = prompt_chosen(prompt, 0);

	memory->sorted = chosen > 0;
	if (memory->sorted)
		memory->sort = sort_at(chosen);
	memory->descending = prompt_chosen(prompt, 1) == 1;
	memory->mixed = prompt_chosen(prompt, 2) == 1;
	app_remember(app);
	list_again(app, user);
	return true;
}

void
list_ask_sort(struct app *app, struct list *list)
{
	const struct memory *memory = app->memory;
	struct prompt *prompt = prompt_new("Sortera", NULL, sort_done, list, NULL);
	GPtrArray *columns = options_new("som åtgärderna lades in");
	GPtrArray *ways = options_new("stigande (a–ö, lägst först)");
	GPtrArray *groups = options_new("hålls ihop");
	int chosen = 0;

	for (int i = 1; i < LIST_CHOICES + 3; i++) {
		g_ptr_array_add(columns, g_strdup(list_columns[sort_at(i)].label));
		if (memory->sorted && memory->sort == sort_at(i))
			chosen = i;
	}
	g_ptr_array_add(ways, g_strdup("fallande (ö–a, högst först)"));
	g_ptr_array_add(groups, g_strdup("blandas i en lista"));
	prompt_add_choice(prompt, "Efter", columns, chosen);
	prompt_add_choice(prompt, "Ordning", ways, memory->descending ? 1 : 0);
	prompt_add_choice(prompt, "Förvaltningar", groups, memory->mixed ? 1 : 0);
	prompt_open_query(app, prompt);
}
