/*
 * sheet_book.c - the parts of a workbook found by their relations, and the module's
 * symbol.
 */
#include "config.h"

#include <string.h>

#include "base/error.h"
#include "exchange/module.h"
#include "exchange/sheet_parts.h"

#define MAX_SHEETS     1000
#define MAX_PROPERTIES 1000

const char module_version[] = PACKAGE_VERSION;

/* ---- relations -----------------------------------------------------------------------
 */

struct relation {
	char *id, *type, *part;
};

static void
relation_free(void *data)
{
	struct relation *relation = data;

	g_free(relation->id);
	g_free(relation->type);
	g_free(relation->part);
	g_free(relation);
}

struct relations_reader {
	GPtrArray *relations;
	const char *folder; /* of the part they are of: "xl/" */
};

static void
relations_start(
    struct sheet_xml *xml, void *user, const char *name, const char **attributes)
{
	struct relations_reader *r = user;
	const char *id = sheet_xml_get(attributes, "Id");
	const char *type = sheet_xml_get(attributes, "Type");
	const char *target = sheet_xml_get(attributes, "Target");
	const char *mode = sheet_xml_get(attributes, "TargetMode");
	struct relation *relation;

	if (strcmp(name, "Relationship") != 0 || !id || !type || !target ||
	    g_strcmp0(mode, "External") == 0)
		return;
	if (r->relations->len > 10 * MAX_SHEETS) {
		sheet_xml_stop(xml, NULL);
		return;
	}
	relation = g_new0(struct relation, 1);
	relation->id = g_strdup(id);
	/* the last word: the rest differs between the standard's two forms */
	relation->type = g_strdup(strrchr(type, '/') ? strrchr(type, '/') + 1 : type);
	relation->part = target[0] == '/' ? g_strdup(target + 1)
	                                  : g_strconcat(r->folder, target, NULL);
	g_ptr_array_add(r->relations, relation);
}

/* The relations of a part, by its folder and name; none when it has none. */
static GPtrArray *
read_relations(
    struct sheet_zip *zip, const char *folder, const char *name, GError **error)
{
	static const struct sheet_xml_events events = { relations_start, NULL, NULL };
	struct relations_reader reader = { .folder = folder };
	g_autofree char *part = g_strconcat(folder, "_rels/", name, ".rels", NULL);

	reader.relations = g_ptr_array_new_with_free_func(relation_free);
	if (sheet_zip_has(zip, part) &&
	    !sheet_xml_read(zip, part, &events, &reader, error)) {
		g_ptr_array_unref(reader.relations);
		return NULL;
	}
	return reader.relations;
}

static const char *
part_of_type(const GPtrArray *relations, const char *type)
{
	for (guint i = 0; i < relations->len; i++) {
		const struct relation *r = g_ptr_array_index(relations, i);

		if (strcmp(r->type, type) == 0)
			return r->part;
	}
	return NULL;
}

static const char *
part_of_id(const GPtrArray *relations, const char *id)
{
	for (guint i = 0; i < relations->len; i++) {
		const struct relation *r = g_ptr_array_index(relations, i);

		if (strcmp(r->id, id) == 0 && strcmp(r->type, "worksheet") == 0)
			return r->part;
	}
	return NULL;
}

/* ---- the workbook --------------------------------------------------------------------
 */

struct book_reader {
	struct sheet_book *book;
	const GPtrArray *relations;
};

static void
info_free(void *data)
{
	struct sheet_info *info = data;

	g_free(info->name);
	g_free(info->part);
	g_free(info);
}

static void
book_start(struct sheet_xml *xml, void *user, const char *name, const char **attributes)
{
	struct book_reader *r = user;
	const char *flag = sheet_xml_get(attributes, "date1904");
	const char *title = sheet_xml_get(attributes, "name");
	const char *state = sheet_xml_get(attributes, "state");
	const char *part = NULL;
	struct sheet_info *info;

	if (strcmp(name, "workbookPr") == 0 && flag)
		r->book->parts->from_1904 =
		    strcmp(flag, "1") == 0 || strcmp(flag, "true") == 0;
	if (strcmp(name, "sheet") != 0 || !title)
		return;
	/* r:id is told from sheetId by its name without prefix */
	for (const char **a = attributes; *a; a += 2)
		if (g_str_has_suffix(*a, ":id"))
			part = part_of_id(r->relations, a[1]);
	if (!part) /* a chart or a dialog */
		return;
	if (r->book->sheets->len >= MAX_SHEETS) {
		sheet_xml_stop(xml, "arbetsboken har fler än 1 000 blad; kopiera det som "
		                    "ska läsas in till en ny arbetsbok");
		return;
	}
	info = g_new0(struct sheet_info, 1);
	info->name = g_strdup(title);
	info->part = g_strdup(part);
	info->hidden = state && strcmp(state, "visible") != 0;
	g_ptr_array_add(r->book->sheets, info);
}

/* ---- properties ----------------------------------------------------------------------
 */

struct properties_reader {
	GHashTable *properties;
	char *name;
	GString *text;
};

static void
properties_start(
    struct sheet_xml *xml, void *user, const char *name, const char **attributes)
{
	struct properties_reader *r = user;

	(void)xml;
	if (strcmp(name, "property") != 0)
		return;
	g_free(r->name);
	r->name = g_strdup(sheet_xml_get(attributes, "name"));
	g_string_truncate(r->text, 0);
}

static void
properties_end(struct sheet_xml *xml, void *user, const char *name)
{
	struct properties_reader *r = user;

	(void)xml;
	if (strcmp(name, "property") != 0 || !r->name ||
	    g_hash_table_size(r->properties) >= MAX_PROPERTIES)
		return;
	sheet_unescape(r->text, 0);
	g_hash_table_insert(
	    r->properties, g_steal_pointer(&r->name), g_strdup(g_strstrip(r->text->str)));
}

static void
properties_text(void *user, const char *text, int size)
{
	struct properties_reader *r = user;

	if (r->text->len < 4096)
		g_string_append_len(r->text, text, MIN(size, 4096));
}

static bool
read_properties(struct sheet_book *book, const char *part, GError **error)
{
	static const struct sheet_xml_events events = { properties_start, properties_end,
		properties_text };
	struct properties_reader reader = { book->properties, NULL, NULL };
	bool ok;

	if (!part || !sheet_zip_has(book->parts->zip, part))
		return true;
	reader.text = g_string_new(NULL);
	ok = sheet_xml_read(book->parts->zip, part, &events, &reader, error);
	g_string_free(reader.text, TRUE);
	g_free(reader.name);
	return ok;
}

/* ---- opening -------------------------------------------------------------------------
 */

static bool
refuse_content(struct sheet_zip *zip, GError **error)
{
	const char *text = "filen är ingen arbetsbok i Excelformat; spara bladet som "
	                   ".xlsx eller CSV";

	if (sheet_zip_has(zip, "xl/workbook.bin"))
		text = "filen är en binär arbetsbok (.xlsb); spara den som .xlsx";
	else if (sheet_zip_has(zip, "content.xml"))
		text = "filen är ett OpenDocument-kalkylark (.ods); spara den som .xlsx";
	g_set_error_literal(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT, text);
	return false;
}

static bool
read_book(struct sheet_book *book, const char *part, GError **error)
{
	static const struct sheet_xml_events events = { book_start, NULL, NULL };
	struct book_reader reader = { .book = book };
	const char *slash = strrchr(part, '/');
	g_autofree char *folder =
	    slash ? g_strndup(part, (gsize)(slash + 1 - part)) : g_strdup("");
	g_autoptr(GPtrArray) relations =
	    read_relations(book->parts->zip, folder, slash ? slash + 1 : part, error);

	reader.relations = relations;
	return relations &&
	       sheet_xml_read(book->parts->zip, part, &events, &reader, error) &&
	       sheet_read_strings(
	           book->parts, part_of_type(relations, "sharedStrings"), error) &&
	       sheet_read_formats(book->parts, part_of_type(relations, "styles"), error);
}

static bool
read_parts(struct sheet_book *book, GError **error)
{
	g_autoptr(GPtrArray) relations = read_relations(book->parts->zip, "", "", error);
	const char *part;

	if (!relations)
		return false;
	part = part_of_type(relations, "officeDocument");
	if (!part || !sheet_zip_has(book->parts->zip, part) ||
	    g_str_has_suffix(part, ".bin"))
		return refuse_content(book->parts->zip, error);
	return read_book(book, part, error) &&
	       read_properties(book, part_of_type(relations, "custom-properties"), error);
}

static void
book_close(struct sheet_book *book)
{
	g_ptr_array_unref(book->sheets);
	g_hash_table_destroy(book->properties);
	g_string_free(book->parts->strings, TRUE);
	g_array_unref(book->parts->starts);
	g_array_unref(book->parts->formats);
	sheet_zip_close(book->parts->zip);
	g_free(book->parts);
	g_free(book);
}

static struct sheet_book *
book_open(const struct sheet_input *input, GError **error)
{
	struct sheet_zip *zip = sheet_zip_open(input, error);
	struct sheet_book *book;

	if (!zip)
		return NULL;
	book = g_new0(struct sheet_book, 1);
	book->sheets = g_ptr_array_new_with_free_func(info_free);
	book->properties = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	book->parts = g_new0(struct sheet_parts, 1);
	book->parts->zip = zip;
	book->parts->strings = g_string_new(NULL);
	book->parts->starts = g_array_new(FALSE, FALSE, sizeof(guint32));
	book->parts->formats = g_array_new(FALSE, FALSE, sizeof(guint8));
	if (read_parts(book, error))
		return book;
	book_close(book);
	return NULL;
}

const struct sheet_module sheet_module = { book_open, sheet_read_rows, book_close };
