/*
 * export.c - what is chosen on the export screen, and the appendix it gives.
 */
#include "tui/export.h"

#include <string.h>

#include "base/text.h"
#include "calendar/month.h"

/* ---- the form ---------------------------------------------------------------------- */

/* The books that can be made of what there is. */
static GPtrArray *
book_options(struct export *export)
{
	GPtrArray *options = g_ptr_array_new_with_free_func(g_free);

	for (const struct book *book = books; book->name; book++) {
		if ((book->matter == BOOK_ACTION && !export->action) ||
		    (book->matter == BOOK_CHANGES && export->since < 0))
			continue;
		g_ptr_array_add(export->books, (gpointer)(uintptr_t)book);
		g_ptr_array_add(
		    options, book->matter == BOOK_ACTION
		                 ? g_strdup_printf("%s: %s", book->title, export->action)
		                 : g_strdup(book->title));
	}
	return options;
}

static GPtrArray *
format_options(void)
{
	GPtrArray *options = g_ptr_array_new_with_free_func(g_free);

	for (const struct backend *backend = backends; backend->name; backend++)
		g_ptr_array_add(options, g_strdup(backend->name));
	return options;
}

static const char *const labels[] = {
	[EXPORT_BOOK] = "Bilaga",
	[EXPORT_PERIOD] = "Period, till och med",
	[EXPORT_FORMAT] = "Format",
	[EXPORT_FILE] = "Fil",
};

static void
add_label(struct form *form, enum export_field field, int y)
{
	form_add(form, FORM_LABEL, 0, y, 0, 60, labels[field])->role = ROLE_HEADING;
}

const char *
export_label(const struct export *export)
{
	const struct form_item *item =
	    g_ptr_array_index(export->form.items, (guint) export->form.focus);

	return labels[item->id];
}

bool
export_fill(struct export *export, struct app *app, const char *action, int cutoff,
    GError **error)
{
	struct form *form = &export->form;
	g_autofree char *month = month_text(cutoff);
	GPtrArray *options;

	form_init(form);
	export->books = g_ptr_array_new();
	export->action = g_strdup(action);
	export->backend = backends;
	if (!edition_since_issued(app->session, NULL, &export->since, error))
		return false;
	add_label(form, EXPORT_BOOK, 0);
	options = book_options(export);
	form_add_choice(
	    form, EXPORT_BOOK, 1, 0, 60, options, g_ptr_array_index(options, 0));
	add_label(form, EXPORT_PERIOD, 3);
	form_add(form, FORM_TEXT, EXPORT_PERIOD, 4, 0, 12, month);
	add_label(form, EXPORT_FORMAT, 6);
	form_add_choice(
	    form, EXPORT_FORMAT, 7, 0, 12, format_options(), export->backend->name);
	add_label(form, EXPORT_FILE, 9);
	form_add(form, FORM_TEXT, EXPORT_FILE, 10, 0, 60, "");
	return true;
}

void
export_clear(struct export *export)
{
	export_forget(export);
	form_clear(&export->form);
	if (export->books)
		g_ptr_array_unref(export->books);
	g_free(export->action);
	g_free(export->name);
	g_free(export->period);
}

static const char *
text_of(const struct export *export, enum export_field field)
{
	return form_text(form_find(&export->form, (int)field));
}

static const struct book *
chosen_book(const struct export *export)
{
	int i = form_chosen(form_find(&export->form, EXPORT_BOOK));

	return g_ptr_array_index(export->books, MAX(i, 0));
}

/* ---- the file name ----------------------------------------------------------------- */

/* "uppfoljning-2021-06.pdf"; NULL when the month cannot be read. */
static char *
propose(const struct export *export)
{
	const struct book *book = chosen_book(export);
	g_autofree char *month = NULL, *name = NULL;
	int cutoff;

	if (!month_parse(text_of(export, EXPORT_PERIOD), &cutoff, NULL))
		return NULL;
	month = month_text(cutoff);
	name = book->matter == BOOK_ACTION
	           ? g_strdup_printf("%s-%s-%s.%s", book->name, export->action, month,
	                 export->backend->ext)
	           : g_strdup_printf("%s-%s.%s", book->name, month, export->backend->ext);
	return g_strdelimit(g_steal_pointer(&name), "/", '-');
}

/* A name of the user's own keeps all but the suffix of the format before. */
static void
change_suffix(struct field *field, const struct backend *from, const struct backend *to)
{
	g_autofree char *suffix = g_strconcat(".", from->ext, NULL);
	g_autofree char *name = NULL;

	if (!g_str_has_suffix(field->text->str, suffix))
		return;
	name = g_strdup_printf("%.*s.%s", (int)(field->text->len - strlen(suffix)),
	    field->text->str, to->ext);
	field_set(field, name);
}

/* The file name follows what is chosen. */
static void
follow(struct export *export)
{
	const struct backend *backend = backend_find(text_of(export, EXPORT_FORMAT));
	const struct backend *before = export->backend;
	struct field *file = &form_find(&export->form, EXPORT_FILE)->field;
	bool own = export->name && strcmp(file->text->str, export->name) != 0;
	g_autofree char *name = NULL;

	export->backend = backend;
	name = propose(export);
	if (own && backend != before)
		change_suffix(file, before, backend);
	if (!name)
		return;
	if (!own && g_strcmp0(name, export->name) != 0)
		field_set(file, name);
	g_free(export->name);
	export->name = g_steal_pointer(&name);
}

/* ---- the edition ------------------------------------------------------------------- */

void
export_forget(struct export *export)
{
	edition_clear(&export->edition);
	g_clear_pointer(&export->failure, g_free);
	g_clear_pointer(&export->lines, g_ptr_array_unref);
}

static char *
make(struct export *export, struct app *app)
{
	struct edition_query query = {
		.book = export->book, .since = export->since, .action = export->action
	};
	GError *error = NULL;
	char *failure = NULL;

	if (!month_parse(export->period, &query.view.cutoff, &error))
		failure = g_strdup_printf("Perioden: %s.", error->message);
	else if (!edition_make(app->session, &query, &export->edition, &error)) {
		failure = g_strdup(error->message);
		edition_clear(&export->edition);
	}
	g_clear_error(&error);
	return failure;
}

bool
export_make(struct export *export, struct app *app)
{
	const char *period = text_of(export, EXPORT_PERIOD);
	const struct book *book = chosen_book(export);

	follow(export);
	if (book != export->book || g_strcmp0(period, export->period) != 0) {
		export_forget(export);
		export->top = export->left = 0;
		export->book = book;
		g_free(export->period);
		export->period = g_strdup(period);
	}
	if (!export->edition.overview && !export->failure)
		export->failure = make(export, app);
	return export->failure == NULL;
}

/* The text ends with a line break, after which there is no line. */
static GPtrArray *
split_lines(const char *text)
{
	GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);

	for (const char *end; (end = strchr(text, '\n')) != NULL; text = end + 1)
		g_ptr_array_add(lines, g_strndup(text, (gsize)(end - text)));
	return lines;
}

void
export_preview(struct export *export, struct app *app, int width)
{
	g_autoptr(GString) text = g_string_new(NULL);
	GError *error = NULL;
	bool made = export_make(export, app);
	int before = export->lines ? MAX((int)export->lines->len, 1) : 0;

	if (export->lines && export->width == width)
		return;
	g_clear_pointer(&export->lines, g_ptr_array_unref);
	export->width = width;
	if (made &&
	    !edition_preview(&export->edition, EXPORT_APPENDIX, width, text, &error)) {
		export->failure = g_strdup(error->message);
		g_error_free(error);
	}
	export->lines =
	    export->failure ? text_wrap(export->failure, width) : split_lines(text->str);
	/* about the same place in other columns */
	if (before > 0)
		export->top =
		    (int)((int64_t) export->top * (int64_t) export->lines->len / before);
}
