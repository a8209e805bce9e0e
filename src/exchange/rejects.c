/*
 * rejects.c - the list of refused cells.
 */
#include "exchange/rejects.h"

#include <stdarg.h>
#include <stdbool.h>

#include "base/text.h"

struct sheet_place {
	char *name;
	GHashTable *columns; /* name -> number, from 1 */
};

struct rejects {
	GPtrArray *kept;
	GHashTable *sheets; /* file -> struct sheet_place *; NULL until there is one */
	int count;
	int row_line, row_count, row_kept; /* of the row that was refused last */
};

static void
reject_free(void *data)
{
	struct reject *reject = data;

	g_free(reject->file);
	g_free(reject->cell);
	g_free(reject->column);
	g_free(reject->text);
	g_free(reject);
}

struct rejects *
rejects_new(void)
{
	struct rejects *rejects = g_new0(struct rejects, 1);

	rejects->kept = g_ptr_array_new_with_free_func(reject_free);
	return rejects;
}

void
rejects_free(struct rejects *rejects)
{
	if (!rejects)
		return;
	g_ptr_array_unref(rejects->kept);
	g_clear_pointer(&rejects->sheets, g_hash_table_unref);
	g_free(rejects);
}

static void
sheet_place_free(void *data)
{
	struct sheet_place *place = data;

	g_free(place->name);
	g_hash_table_destroy(place->columns);
	g_free(place);
}

/* A sheet's name as Excel writes it before '!'. */
static char *
quoted_name(const char *name)
{
	bool plain = *name != '\0';
	g_auto(GStrv) parts = g_strsplit(name, "'", -1);
	g_autofree char *doubled = g_strjoinv("''", parts);

	for (const char *p = name; *p; p = text_next(p))
		plain &= g_unichar_isalnum(g_utf8_get_char(p)) || *p == '_';
	return plain ? g_strdup(name) : g_strdup_printf("'%s'", doubled);
}

void
rejects_sheet(struct rejects *rejects, const char *file, const char *sheet,
    const char *const *columns, int n)
{
	struct sheet_place *place = g_new0(struct sheet_place, 1);

	place->name = quoted_name(sheet);
	place->columns = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	for (int i = 0; i < n; i++)
		if (columns[i] && *columns[i] &&
		    !g_hash_table_contains(place->columns, columns[i]))
			g_hash_table_insert(
			    place->columns, g_strdup(columns[i]), GINT_TO_POINTER(i + 1));
	if (!rejects->sheets)
		rejects->sheets = g_hash_table_new_full(
		    g_str_hash, g_str_equal, g_free, sheet_place_free);
	g_hash_table_replace(rejects->sheets, g_strdup(file), place);
}

/* "Blad1!D14"; NULL for what is of no row of a workbook. */
static char *
cell_place(const struct rejects *rejects, const char *file, int line, const char *column)
{
	const struct sheet_place *place =
	    rejects->sheets && file ? g_hash_table_lookup(rejects->sheets, file) : NULL;
	int number = 0;
	char letters[8];
	char *p = letters + sizeof(letters) - 1;

	if (!place || line <= 0)
		return NULL;
	if (column)
		number = GPOINTER_TO_INT(g_hash_table_lookup(place->columns, column));
	*p = '\0';
	for (; number > 0; number = (number - 1) / 26)
		*--p = (char)('A' + (number - 1) % 26);
	return g_strdup_printf("%s!%s%d", place->name, p, line);
}

void
rejects_add(struct rejects *rejects, const char *file, int line, const char *column,
    const char *format, ...)
{
	struct reject *reject;
	va_list args;

	if (line != rejects->row_line) {
		rejects->row_line = line;
		rejects->row_count = rejects->row_kept = 0;
	}
	if (rejects->count < G_MAXINT) {
		rejects->count++;
		rejects->row_count++;
	}
	if (rejects->kept->len >= REJECTS_KEPT)
		return;
	rejects->row_kept++;
	reject = g_new0(struct reject, 1);
	reject->file = g_strdup(file ? file : "");
	reject->line = line;
	reject->column = g_strdup(column);
	reject->cell = cell_place(rejects, file, line, column);
	va_start(args, format);
	reject->text = g_strdup_vprintf(format, args);
	va_end(args);
	g_ptr_array_add(rejects->kept, reject);
}

void
rejects_forget(struct rejects *rejects, const char *file, int line)
{
	guint left = rejects->kept->len - (guint)rejects->row_kept;
	const struct reject *last =
	    rejects->row_kept ? g_ptr_array_index(rejects->kept, left) : NULL;

	if (line != rejects->row_line || (last && g_strcmp0(last->file, file) != 0))
		return;
	rejects->count -= rejects->row_count;
	g_ptr_array_set_size(rejects->kept, (gint)left);
	rejects->row_count = rejects->row_kept = 0;
}

int
rejects_count(const struct rejects *rejects)
{
	return rejects->count;
}

const GPtrArray *
rejects_kept(const struct rejects *rejects)
{
	return rejects->kept;
}

/* `: kolumn "NAMN": text` */
static void
append_what(GString *out, const struct reject *reject)
{
	if (reject->column) {
		g_string_append(out, ": kolumn \"");
		text_append_display(out, reject->column);
		g_string_append_c(out, '"');
	}
	g_string_append(out, ": ");
	text_append_display(out, reject->text);
}

char *
reject_text(const struct reject *reject)
{
	GString *out = g_string_new(NULL);
	g_autofree char *base = g_path_get_basename(reject->file);

	if (reject->cell)
		text_append_display(out, reject->cell);
	else if (reject->line > 0)
		g_string_append_printf(out, "rad %d", reject->line);
	else
		text_append_display(out, base);
	append_what(out, reject);
	return g_string_free(out, FALSE);
}

void
rejects_print(const struct rejects *rejects, GString *out)
{
	for (guint i = 0; i < rejects->kept->len; i++) {
		const struct reject *reject = g_ptr_array_index(rejects->kept, i);

		g_string_append(out, "sparplan: ");
		text_append_display(out, reject->file);
		if (reject->cell) {
			g_string_append(out, ": ");
			text_append_display(out, reject->cell);
		} else if (reject->line > 0)
			g_string_append_printf(out, ":%d", reject->line);
		append_what(out, reject);
		g_string_append_c(out, '\n');
	}
	if (rejects->count > REJECTS_KEPT)
		g_string_append_printf(out,
		    "sparplan: %d fel i allt; de %d första visas.\n", rejects->count,
		    REJECTS_KEPT);
}
