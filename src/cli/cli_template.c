/*
 * cli_template.c - mall: the template that a förvaltning fills in, one or one for each.
 */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "base/text.h"
#include "cli/cli_open.h"
#include "cli/cli_table.h"
#include "exchange/file_reason.h"
#include "exchange/outfile.h"
#include "session/template.h"

static struct {
	char *round, *unit, *path, *folder, *format;
	gboolean overwrite;
} given;

const GOptionEntry template_options[] = {
	{ "omgang", 0, 0, G_OPTION_ARG_FILENAME, &given.round,
	    "omgången som mallen gäller; annars den som nu ska rapporteras", "OMGÅNG" },
	{ "forvaltning", 0, 0, G_OPTION_ARG_FILENAME, &given.unit,
	    "bara förvaltningens egna åtgärder", "NAMN" },
	{ "alla", 0, 0, G_OPTION_ARG_FILENAME, &given.folder,
	    "en fil per förvaltning i katalogen, som skapas om den saknas", "KATALOG" },
	{ "format", 0, 0, G_OPTION_ARG_FILENAME, &given.format,
	    "xlsx eller csv; annars efter filnamnet i --ut, eller xlsx", "FORMAT" },
	{ "ut", 0, 0, G_OPTION_ARG_FILENAME, &given.path, HELP_OUT, "FIL" },
	{ "skriv-over", 0, 0, G_OPTION_ARG_NONE, &given.overwrite,
	    "ersätt filer som finns", NULL },
	{ NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL }
};

/* ---- what is asked for ----------------------------------------------------------- */

static bool
check_asked(GError **error)
{
	if (given.folder && given.path)
		return cli_usage(
		    error, "Både --ut och --alla säger vart mallen ska. Ange en av dem.");
	if (given.folder && given.unit)
		return cli_usage(error,
		    "--alla gör en fil för varje förvaltning. Ta bort --forvaltning, "
		    "eller byt --alla mot --ut.");
	if (!given.folder && !given.path)
		return cli_usage(error,
		    "Säg vart mallen ska: --ut mall.xlsx för en fil, eller --alla "
		    "KATALOG för en fil per förvaltning.");
	return true;
}

/* --format, else what the file is called, else xlsx. */
static bool
find_format(bool *ret_csv, GError **error)
{
	static const char *const formats[] = { "xlsx", "csv", NULL };
	g_autofree char *base = g_path_get_basename(given.path ? given.path : "");
	const char *dot = strrchr(base, '.');
	const char *name = given.format;
	int format;

	if (!name && dot && dot != base && dot[1])
		name = dot + 1;
	if (!given.format && name && !g_strv_contains(formats, name))
		return cli_unknown(
		    error, "Formatet som filnamnet slutar på", name, formats);
	if (!open_format(name, formats, &format, error))
		return false;
	*ret_csv = format == 1;
	if (!*ret_csv && g_strcmp0(given.path, "-") == 0 && isatty(STDOUT_FILENO))
		return cli_usage(error,
		    "Formatet xlsx kan inte visas i en terminal. Ange en fil: --ut "
		    "mall.xlsx");
	return true;
}

/* ---- files ----------------------------------------------------------------------- */

static bool
draw(const struct template_file *form, bool csv, GString *out, GError **error)
{
	if (!csv)
		return template_xlsx(form, out, error);
	template_csv(form, out);
	return true;
}

/* A förvaltning's name as part of a file's: letters, digits and hyphens. */
static void
append_name(GString *out, const char *text)
{
	for (const char *p = text; *p; p = text_next(p)) {
		gunichar c = g_utf8_get_char(p);

		if (g_unichar_isalnum(c))
			g_string_append_unichar(out, c);
		else if (out->len && out->str[out->len - 1] != '-')
			g_string_append_c(out, '-');
	}
	while (out->len && out->str[out->len - 1] == '-')
		g_string_truncate(out, out->len - 1);
}

/* "KATALOG/mall-DÅ04-2021-Regionförvaltningen.xlsx", unlike those in `taken` (lower case:
 * some file systems do not tell cases apart); g_free. */
static char *
path_of(const struct template_file *form, bool csv, GHashTable *taken)
{
	g_autoptr(GString) name = g_string_new("mall-");
	g_autofree char *file = NULL;
	char *key = NULL;

	append_name(name, form->round);
	g_string_append_c(name, '-');
	append_name(name, form->unit);
	for (int i = 2;; i++) {
		key = g_utf8_strdown(name->str, -1);
		if (g_hash_table_add(taken, key))
			break;
		g_string_append_printf(name, "-%d", i);
	}
	file = g_strconcat(name->str, csv ? ".csv" : ".xlsx", NULL);
	return g_build_filename(given.folder, file, NULL);
}

struct one_file {
	char *path;
	const char *unit;
	guint rows;
	GString *text;
};

static void
one_file_free(void *data)
{
	struct one_file *file = data;

	g_free(file->path);
	g_string_free(file->text, TRUE);
	g_free(file);
}

/* All drawn before any is written. */
static bool
draw_all(const struct template_file *form, bool csv, GPtrArray *files, GError **error)
{
	g_autoptr(GPtrArray) units = template_units(form);
	g_autoptr(GHashTable) taken =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	bool ok = true;

	for (guint i = 0; ok && i < units->len; i++) {
		struct template_file part =
		    template_of_unit(form, g_ptr_array_index(units, i));
		struct one_file *file = g_new0(struct one_file, 1);

		file->path = path_of(&part, csv, taken);
		file->unit = part.unit;
		file->rows = part.rows->len;
		file->text = g_string_new(NULL);
		g_ptr_array_add(files, file);
		ok = draw(&part, csv, file->text, error);
		g_array_unref(part.rows);
	}
	return ok;
}

/* A file in the way is told of before any is written. */
static bool
check_free(const GPtrArray *files, GError **error)
{
	for (guint i = 0; i < files->len && !given.overwrite; i++) {
		const struct one_file *file = g_ptr_array_index(files, i);
		g_autofree char *shown = text_display(file->path);

		if (!g_file_test(file->path, G_FILE_TEST_EXISTS))
			continue;
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_FILE,
		    "%s finns redan och ingen mall är skriven. Ange --skriv-over för att "
		    "ersätta filerna, eller en annan katalog.",
		    shown);
		return false;
	}
	return true;
}

static bool
make_folder(GError **error)
{
	g_autofree char *shown = text_display(given.folder);
	g_autofree char *reason = NULL;

	if (g_mkdir_with_parents(given.folder, 0777) == 0)
		return true;
	reason = file_reason(errno);
	g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_FILE,
	    "Katalogen \"%s\" kan inte skapas: %s.", shown, reason);
	return false;
}

static bool
write_all(struct cli *cli, const struct template_file *form, bool csv, GError **error)
{
	g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func(one_file_free);
	bool ok = draw_all(form, csv, files, error) && check_free(files, error) &&
	          make_folder(error);

	for (guint i = 0; ok && i < files->len; i++) {
		const struct one_file *file = g_ptr_array_index(files, i);
		g_autofree char *shown = text_display(file->path);

		ok = outfile_write(file->path, file->text->str, file->text->len,
		    given.overwrite, !csv, error);
		if (ok)
			g_string_append_printf(cli->out, "%s: %s, %u %s\n", shown,
			    file->unit, file->rows,
			    file->rows == 1 ? "åtgärd" : "åtgärder");
	}
	return ok;
}

static bool
write_one(struct cli *cli, const struct template_file *form, bool csv, GError **error)
{
	g_autoptr(GString) text = g_string_new(NULL);
	g_autofree char *shown = text_display(given.path);

	cli->binary = !csv;
	if (!draw(form, csv, text, error) ||
	    !open_write(cli, text, given.path, given.overwrite, error))
		return false;
	if (strcmp(given.path, "-") != 0) {
		cli->binary = false;
		g_string_append_printf(cli->out, "%s: mall för %s, %u %s.\n", shown,
		    form->round, form->rows->len,
		    form->rows->len == 1 ? "åtgärd" : "åtgärder");
	}
	return true;
}

bool
template_run(struct cli *cli, GError **error)
{
	const struct template_query query = { given.round, given.unit };
	struct session *session = NULL;
	struct template_file *form = NULL;
	bool csv = false, ok;

	if (!check_asked(error) || !find_format(&csv, error) ||
	    !open_session(cli, false, &session, error))
		return false;
	ok = session_template(session, &query, &form, error) &&
	     (given.folder ? write_all : write_one)(cli, form, csv, error);
	template_free(form);
	session_free(session);
	return ok;
}
