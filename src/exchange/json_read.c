/*
 * json_read.c - JSON to rows of cells, which are then read as those of any file.
 */
#include "exchange/json_read.h"

#include <string.h>

#include "exchange/csv_write.h"
#include "exchange/json_lib.h"
#include "exchange/json_scan.h"
#include "exchange/json_write.h"
#include "exchange/row_reader.h"
#include "exchange/source.h"

#define BOM "\xef\xbb\xbf"

struct cells {
	GString *text;
	GArray *starts; /* guint32 */
};

static void
cells_start(struct cells *cells)
{
	g_string_truncate(cells->text, 0);
	g_array_set_size(cells->starts, 0);
}

static void
cells_add(struct cells *cells, const char *text)
{
	guint32 start = (guint32)cells->text->len;

	/* what is a guard in CSV is text here */
	if (csv_unguard(text) != text)
		g_string_append_c(cells->text, '\'');
	g_string_append_len(cells->text, text, (gssize)strlen(text) + 1);
	g_array_append_val(cells->starts, start);
}

static struct csv_cells
cells_done(const struct cells *cells)
{
	int n = (int)MIN(cells->starts->len, CSV_MAX_COLUMNS);

	return (struct csv_cells){ .text = cells->text->str,
		.starts = (const guint32 *)(void *)cells->starts->data,
		.n = n,
		.all = (int)cells->starts->len,
		.too_long = cells->text->len > CSV_MAX_ROW };
}

struct json_rows {
	struct row_reader *reader;
	const struct json_scan *scan;
	JsonParser *parser; /* of the row in hand: one tree of all would be gigabytes */
	GPtrArray *keys;    /* in order of appearance */
	GHashTable *known;  /* the same */
	struct cells cells;
	int row; /* 1-based */
};

static bool
reject(struct row_reader *reader, int row, const char *key, const char *text)
{
	rejects_add(reader->rejects, reader->file, row, key, "%s", text);
	return true; /* reading itself did not fail */
}

/* ---- the outermost object -----------------------------------------------------------
 */

static void
check_member(JsonObject *root, const gchar *name, JsonNode *node, gpointer user)
{
	struct row_reader *reader = user;

	(void)root;
	(void)node;
	if (strcmp(name, "slag") != 0 && strcmp(name, "rader") != 0)
		reject(reader, 0, name, "är okänd; filen ska ha \"slag\" och \"rader\"");
}

static const char *
string_of(JsonNode *node)
{
	return node && json_lib.json_node_get_node_type(node) == JSON_NODE_VALUE &&
	               json_lib.json_node_get_value_type(node) == G_TYPE_STRING
	           ? json_lib.json_node_get_string(node)
	           : NULL;
}

/* An object of the scanned text; NULL when a token stands in a wrong place. */
static JsonObject *
parse_object(JsonParser *parser, const char *text, size_t size)
{
	JsonNode *root;

	if (!json_lib.json_parser_load_from_data(parser, text, (gssize)size, NULL))
		return NULL;
	root = json_lib.json_parser_get_root(parser);
	return root && json_lib.json_node_get_node_type(root) == JSON_NODE_OBJECT
	           ? json_lib.json_node_get_object(root)
	           : NULL;
}

/* Is the outermost object that of a file of this kind?  False after rejects. */
static bool
check_frame(struct json_rows *rows)
{
	struct row_reader *reader = rows->reader;
	const GString *frame = rows->scan->frame;
	int before = rejects_count(reader->rejects);
	JsonObject *object = parse_object(rows->parser, frame->str, frame->len);
	JsonNode *slag, *list;

	if (!object) {
		reject(reader, 0, NULL,
		    "JSON är fel skriven utanför raderna; exportera filen på nytt");
		return false;
	}
	slag = json_lib.json_object_get_member(object, "slag");
	list = json_lib.json_object_get_member(object, "rader");
	if (json_lib.json_object_get_size(object) != rows->scan->keys)
		reject(reader, 0, NULL, "en nyckel står två gånger; ta bort den ena");
	json_lib.json_object_foreach_member(object, check_member, reader);
	if (slag && g_strcmp0(string_of(slag), reader->kind->name) != 0)
		rejects_add(reader->rejects, reader->file, 0, "slag",
		    "filen är av ett annat slag än %s; läs in den med rätt slag",
		    reader->kind->name);
	if (!list || json_lib.json_node_get_node_type(list) != JSON_NODE_ARRAY)
		reject(reader, 0, "rader", "saknas eller är ingen lista");
	return rejects_count(reader->rejects) == before;
}

/* ---- rows ---------------------------------------------------------------------------
 */

/* The object of a row; NULL after a reject. */
static JsonObject *
row_object(struct json_rows *rows, guint i)
{
	const struct json_row *row = &g_array_index(rows->scan->rows, struct json_row, i);
	JsonObject *object = NULL;

	rows->row = (int)i + 1;
	if (!row->object) {
		reject(rows->reader, rows->row, NULL, "raden är inget objekt");
		return NULL;
	}
	object = parse_object(
	    rows->parser, rows->scan->rows_text->str + row->start, row->size);
	if (!object)
		reject(rows->reader, rows->row, NULL,
		    "JSON är fel skriven i raden; exportera filen på nytt");
	else if (json_lib.json_object_get_size(object) != row->keys) {
		reject(rows->reader, rows->row, NULL,
		    "en nyckel står två gånger; ta bort den ena");
		object = NULL;
	}
	return object;
}

static void
note_key(JsonObject *row, const gchar *name, JsonNode *node, gpointer user)
{
	struct json_rows *rows = user;

	(void)row;
	(void)node;
	if (rows->keys->len <= CSV_MAX_COLUMNS &&
	    !g_hash_table_contains(rows->known, name)) {
		char *key = g_strdup(name);

		g_hash_table_add(rows->known, key);
		g_ptr_array_add(rows->keys, key);
		if (!g_utf8_validate(name, -1, NULL) || cell_is_blank(name))
			reject(rows->reader, rows->row, NULL,
			    "en nyckel är tom eller ingen text");
	}
}

/* The keys of all rows are the header.  False after rejects. */
static bool
read_keys(struct json_rows *rows)
{
	struct row_reader *reader = rows->reader;
	int before = rejects_count(reader->rejects);
	struct csv_cells cells;

	for (guint i = 0; i < rows->scan->rows->len; i++) {
		JsonObject *row = row_object(rows, i);

		if (row)
			json_lib.json_object_foreach_member(row, note_key, rows);
	}
	if (rejects_count(reader->rejects) > before)
		return false;
	cells_start(&rows->cells);
	for (guint i = 0; i < rows->keys->len; i++)
		cells_add(&rows->cells, rows->keys->pdata[i]);
	cells = cells_done(&rows->cells);
	return row_reader_header(reader, &cells, 0, DECIMAL_POINT);
}

static const char *
cell_text(JsonNode *node)
{
	const char *text = string_of(node);

	if (text)
		return text;
	if (!node || json_lib.json_node_get_node_type(node) != JSON_NODE_VALUE)
		return "";
	return json_lib.json_node_get_boolean(node) ? "ja" : "nej";
}

/* The cells of a row; false after a reject. */
static bool
fill_cells(struct json_rows *rows, JsonObject *row)
{
	cells_start(&rows->cells);
	for (guint i = 0; i < rows->keys->len; i++) {
		const char *key = rows->keys->pdata[i];
		const char *text = cell_text(json_lib.json_object_get_member(row, key));

		if (!g_utf8_validate(text, -1, NULL) || strlen(text) > CSV_MAX_CELL) {
			reject(rows->reader, rows->row, key,
			    "texten är större än 1 MiB eller har ett tecken som inte "
			    "finns; korta eller rätta den");
			return false;
		}
		cells_add(&rows->cells, text);
	}
	return true;
}

static bool
read_rows(struct json_rows *rows)
{
	struct row_reader *reader = rows->reader;
	guint n = rows->scan->rows->len;

	if (n == 0 || !read_keys(rows))
		return true;
	for (guint i = 0; i < n; i++) {
		struct csv_cells cells;
		JsonObject *row;

		if (i % 1000 == 0 && !row_reader_progress(reader, i, n))
			return false;
		if (!row_reader_count(reader, (int)i + 1))
			return true;
		row = row_object(rows, i);
		if (!row || !fill_cells(rows, row))
			continue;
		cells = cells_done(&rows->cells);
		if (row_is_empty(&cells)) {
			reader->stats.rows--;
			reader->stats.empty++;
		} else if (cells.too_long)
			reject(reader, rows->row, NULL,
			    "raden är större än 16 MiB; korta texten");
		else if (!row_reader_take(reader, &cells, rows->row, false))
			return false;
	}
	return true;
}

/* ---- the file -----------------------------------------------------------------------
 */

static bool
parse(struct row_reader *reader, const struct json_scan *scan)
{
	struct json_rows rows = { .reader = reader,
		.scan = scan,
		.parser = json_lib.json_parser_new(),
		.keys = g_ptr_array_new_with_free_func(g_free),
		.known = g_hash_table_new(g_str_hash, g_str_equal),
		.cells = {
		    g_string_new(NULL), g_array_new(FALSE, FALSE, sizeof(guint32)) } };
	bool ok = !check_frame(&rows) || read_rows(&rows);

	g_hash_table_unref(rows.known);
	g_ptr_array_unref(rows.keys);
	g_string_free(rows.cells.text, TRUE);
	g_array_unref(rows.cells.starts);
	json_lib.g_object_unref(rows.parser);
	row_reader_clear(reader);
	return ok;
}

static bool
load(struct source *source, GString *text, GError **error)
{
	const char *data;
	size_t size;

	while ((int64_t)text->len < source->size) {
		if (!source_read(source, (int64_t)text->len, &data, &size, error))
			return false;
		g_string_append_len(text, data, (gssize)size);
	}
	return source_check(source, error);
}

static bool
read_source(struct row_reader *reader, struct source *source)
{
	g_autoptr(GString) text = g_string_new(NULL);
	struct json_scan scan;
	const char *why;
	bool ok;
	int line;

	if (!json_ready(&reader->error))
		return false;
	if (source->size > JSON_READ_MAX)
		return reject(reader, 0, NULL,
		    "filen är JSON och större än 32 MiB; dela den, eller exportera som "
		    "CSV");
	if (!load(source, text, &reader->error))
		return false;
	if (g_str_has_prefix(text->str, BOM))
		g_string_erase(text, 0, 3);
	if (!g_utf8_validate(text->str, (gssize)text->len, NULL))
		return reject(reader, 0, NULL,
		    "filen är JSON men inte UTF-8; spara den på nytt som UTF-8");
	if (!json_scan(text->str, text->len, &scan, &line, &why)) {
		rejects_add(reader->rejects, reader->file, 0, NULL,
		    "JSON är fel skriven vid filens rad %d: %s", line, why);
		return true;
	}
	ok = parse(reader, &scan);
	json_scan_clear(&scan);
	return ok;
}

bool
json_read_source(struct source *source, const struct kind_info *kind,
    const struct read_options *options, row_func func, void *user,
    struct rejects *rejects, struct read_stats *stats, GError **error)
{
	struct row_reader reader = { .file = source->name,
		.kind = kind,
		.options = options,
		.func = func,
		.user = user,
		.rejects = rejects };
	bool ok = read_source(&reader, source);

	if (ok && stats)
		*stats = reader.stats;
	if (reader.error)
		g_propagate_error(error, reader.error);
	return ok;
}

bool
json_is(const char *data, size_t size)
{
	size_t i = size >= 3 && memcmp(data, BOM, 3) == 0 ? 3 : 0;

	/* UTF-16 too, to be refused as what it is */
	if (size >= 4 &&
	    (memcmp(data, "\xff\xfe", 2) == 0 || memcmp(data, "\xfe\xff", 2) == 0))
		i = 2 + (data[2] == '\0');
	while (i < size && memchr(" \t\r\n", data[i], 4))
		i++;
	return i < size && (data[i] == '{' || data[i] == '[');
}
