/*
 * rejects.c - the list of refused cells.
 */
#include "exchange/rejects.h"

#include <stdarg.h>

#include "base/text.h"

struct rejects {
	GPtrArray *kept;
	int count;
};

static void
reject_free(void *data)
{
	struct reject *reject = data;

	g_free(reject->file);
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
	g_free(rejects);
}

void
rejects_add(struct rejects *rejects, const char *file, int line, const char *column,
    const char *format, ...)
{
	struct reject *reject;
	va_list args;

	if (rejects->count < G_MAXINT)
		rejects->count++;
	if (rejects->kept->len >= REJECTS_KEPT)
		return;
	reject = g_new0(struct reject, 1);
	reject->file = g_strdup(file ? file : "");
	reject->line = line;
	reject->column = g_strdup(column);
	va_start(args, format);
	reject->text = g_strdup_vprintf(format, args);
	va_end(args);
	g_ptr_array_add(rejects->kept, reject);
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

static void
append_safe(GString *out, const char *text)
{
	g_autofree char *safe = text_display(text);

	g_string_append(out, safe);
}

void
rejects_print(const struct rejects *rejects, GString *out)
{
	for (guint i = 0; i < rejects->kept->len; i++) {
		const struct reject *reject = g_ptr_array_index(rejects->kept, i);

		g_string_append(out, "sparplan: ");
		append_safe(out, reject->file);
		if (reject->line > 0)
			g_string_append_printf(out, ":%d", reject->line);
		if (reject->column) {
			g_string_append(out, ": kolumn \"");
			append_safe(out, reject->column);
			g_string_append_c(out, '"');
		}
		g_string_append(out, ": ");
		append_safe(out, reject->text);
		g_string_append_c(out, '\n');
	}
	if (rejects->count > REJECTS_KEPT)
		g_string_append_printf(out,
		    "sparplan: %d fel i allt; de %d första visas.\n", rejects->count,
		    REJECTS_KEPT);
}
