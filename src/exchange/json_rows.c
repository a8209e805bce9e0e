/*
 * json_rows.c - rows of a kind as JSON, each built by itself: a ledger of millions of
 * rows would be a tree of gigabytes.
 */
#include <string.h>

#include "base/text.h"
#include "exchange/json_write.h"
#include "exchange/row_write.h"

struct writer {
	GString *out;
	GPtrArray *keys;  /* owned */
	struct json *row; /* NULL between rows */
	guint column;     /* the next of the row */
	bool headed;      /* the columns are known */
	bool any;         /* a row stands there */
};

static void
put_column(void *to, const char *name, enum column_type type)
{
	struct writer *w = to;
	char *key = text_fold(name);

	(void)type;
	g_strdelimit(key, " ", '_');
	g_ptr_array_add(w->keys, key);
}

/* The object of the row, and the key of its next value. */
static struct json *
next(struct writer *w, const char **ret_key)
{
	if (!w->row) {
		w->row = json_new();
		json_begin_object(w->row);
	}
	*ret_key = w->keys->pdata[w->column++];
	return w->row;
}

static void
put_text(void *to, const char *text)
{
	const char *key;
	struct json *row = next(to, &key);

	json_text_or_null(row, key, text);
}

/* Amounts in öre and measures in hundredths: both are hundredths of what is written. */
static void
put_hundredths(void *to, struct amount amount)
{
	const char *key;
	struct json *row = next(to, &key);

	json_kr(row, key, amount);
}

static void
put_number(void *to, int64_t number)
{
	const char *key;
	struct json *row = next(to, &key);

	json_int(row, key, number);
}

static void
end_row(void *to)
{
	struct writer *w = to;

	if (!w->headed) {
		w->headed = true;
		return;
	}
	g_string_append(w->out, w->any ? ",\n" : "\n");
	json_end_object(w->row);
	json_finish_line(w->row, w->out);
	w->any = true;
	w->row = NULL;
	w->column = 0;
}

static bool
finish(void *to, GError **error)
{
	struct writer *w = to;

	(void)error;
	g_string_append(w->out, "\n]}\n");
	return true;
}

static void
free_writer(void *to)
{
	struct writer *w = to;
	g_autoptr(GString) rest = g_string_new(NULL);

	if (w->row) { /* stopped within a row */
		json_end_object(w->row);
		json_finish_line(w->row, rest);
	}
	g_ptr_array_unref(w->keys);
	g_free(w);
}

static const struct row_format format = { put_column, put_text, put_text, put_hundredths,
	put_hundredths, put_number, end_row, finish, free_writer };

bool
json_rows(enum exchange_kind kind, GString *out, struct row_writer *ret, GError **error)
{
	struct writer *w;

	if (!json_ready(error))
		return false;
	w = g_new0(struct writer, 1);
	w->out = out;
	w->keys = g_ptr_array_new_with_free_func(g_free);
	/* the names of kinds are plain words: nothing in them to escape */
	g_string_append_printf(
	    out, "{\"slag\": \"%s\", \"rader\": [", exchange_kinds[kind].name);
	*ret = (struct row_writer){ &format, w };
	return true;
}
