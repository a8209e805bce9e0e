/*
 * json_write.c - JSON as commands and reports write it.
 */
#include "exchange/json_write.h"

#include <string.h>

#include "exchange/json_lib.h"

/* ---- the builder -------------------------------------------------------------------
 */

/* struct json is json-glib's builder by a name of ours. */
static JsonBuilder *
builder(struct json *json)
{
	return (JsonBuilder *)(void *)json;
}

struct json *
json_new(void)
{
	return (struct json *)(void *)json_lib.json_builder_new();
}

void
json_begin_object(struct json *json)
{
	json_lib.json_builder_begin_object(builder(json));
}

void
json_end_object(struct json *json)
{
	json_lib.json_builder_end_object(builder(json));
}

void
json_begin_array(struct json *json)
{
	json_lib.json_builder_begin_array(builder(json));
}

void
json_end_array(struct json *json)
{
	json_lib.json_builder_end_array(builder(json));
}

void
json_add_null(struct json *json)
{
	json_lib.json_builder_add_null_value(builder(json));
}

void
json_name(struct json *json, const char *name)
{
	json_lib.json_builder_set_member_name(builder(json), name);
}

void
json_add_text(struct json *json, const char *text)
{
	json_lib.json_builder_add_string_value(builder(json), text);
}

void
json_add_int(struct json *json, int64_t number)
{
	json_lib.json_builder_add_int_value(builder(json), number);
}

static void
add_double(struct json *json, double number)
{
	json_lib.json_builder_add_double_value(builder(json), number);
}

void
json_add_bool(struct json *json, bool value)
{
	json_lib.json_builder_add_boolean_value(builder(json), value);
}

/* ---- members -----------------------------------------------------------------------
 */

void
json_text(struct json *json, const char *name, const char *text)
{
	json_name(json, name);
	json_add_text(json, text);
}

void
json_text_or_null(struct json *json, const char *name, const char *text)
{
	json_name(json, name);
	if (text && *text)
		json_add_text(json, text);
	else
		json_add_null(json);
}

void
json_int(struct json *json, const char *name, int64_t number)
{
	json_name(json, name);
	json_add_int(json, number);
}

void
json_bool(struct json *json, const char *name, bool value)
{
	json_name(json, name);
	json_add_bool(json, value);
}

void
json_kr(struct json *json, const char *name, struct amount amount)
{
	json_name(json, name);
	if (!amount.known)
		json_add_null(json);
	else if (amount.ore % ORE_PER_KR == 0)
		json_add_int(json, amount.ore / ORE_PER_KR);
	else
		add_double(json, (double)amount.ore / (double)ORE_PER_KR);
}

void
json_percent(struct json *json, const char *name, struct share share)
{
	json_name(json, name);
	if (share.known)
		add_double(json, (double)share.tenths / 10);
	else
		json_add_null(json);
}

/* ---- as text ------------------------------------------------------------------------
 */

/* The shortest text that reads back as the same number. */
static void
append_number(GString *out, const char *text, size_t size)
{
	static const char *const formats[] = { "%.15g", "%.16g", "%.17g" };
	g_autofree char *token = g_strndup(text, size);
	char buffer[G_ASCII_DTOSTR_BUF_SIZE];
	double value = g_ascii_strtod(token, NULL);
	size_t i = 0;

	if (!strchr(token, '.')) {
		g_string_append(out, token);
		return;
	}
	do
		g_ascii_formatd(buffer, sizeof(buffer), formats[i++], value);
	while (i < G_N_ELEMENTS(formats) && g_ascii_strtod(buffer, NULL) != value);
	/* 36.0 stays a number with a decimal */
	g_string_append(out, strpbrk(buffer, ".e") ? buffer : token);
}

/* json-glib writes 55.8 as 55.799999999999997: the same double, and no use to people. */
static void
append_short(GString *out, const char *json)
{
	bool quoted = false;

	while (*json) {
		size_t n = strcspn(json, quoted ? "\"\\" : "\"-0123456789");

		g_string_append_len(out, json, (gssize)n);
		json += n;
		if (quoted && *json == '\\') {
			n = 2;
			g_string_append_len(out, json, 2);
		} else if (*json == '"') {
			n = 1;
			g_string_append_c(out, '"');
			quoted = !quoted;
		} else {
			n = strspn(json, "+-.0123456789eE");
			if (n > 0)
				append_number(out, json, n);
		}
		json += n;
	}
}

static void
finish(struct json *json, bool pretty, GString *out)
{
	JsonNode *root = json_lib.json_builder_get_root(builder(json));
	JsonGenerator *generator = json_lib.json_generator_new();
	g_autofree char *text = NULL;

	json_lib.json_generator_set_pretty(generator, pretty);
	json_lib.json_generator_set_root(generator, root);
	text = json_lib.json_generator_to_data(generator, NULL);
	append_short(out, text);
	json_lib.json_node_unref(root);
	json_lib.g_object_unref(generator);
	json_lib.g_object_unref(json);
}

void
json_finish(struct json *json, GString *out)
{
	finish(json, true, out);
	g_string_append_c(out, '\n');
}

void
json_finish_line(struct json *json, GString *out)
{
	finish(json, false, out);
}
