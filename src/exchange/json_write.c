/*
 * json_write.c - JSON as commands and reports write it.
 */
#include "exchange/json_write.h"

#include <json-glib/json-glib.h>
#include <string.h>

void
json_text(struct _JsonBuilder *json, const char *name, const char *text)
{
	json_builder_set_member_name(json, name);
	json_builder_add_string_value(json, text);
}

void
json_text_or_null(struct _JsonBuilder *json, const char *name, const char *text)
{
	json_builder_set_member_name(json, name);
	if (text && *text)
		json_builder_add_string_value(json, text);
	else
		json_builder_add_null_value(json);
}

void
json_int(struct _JsonBuilder *json, const char *name, int64_t number)
{
	json_builder_set_member_name(json, name);
	json_builder_add_int_value(json, number);
}

void
json_bool(struct _JsonBuilder *json, const char *name, bool value)
{
	json_builder_set_member_name(json, name);
	json_builder_add_boolean_value(json, value);
}

void
json_kr(struct _JsonBuilder *json, const char *name, struct amount amount)
{
	json_builder_set_member_name(json, name);
	if (!amount.known)
		json_builder_add_null_value(json);
	else if (amount.ore % ORE_PER_KR == 0)
		json_builder_add_int_value(json, amount.ore / ORE_PER_KR);
	else
		json_builder_add_double_value(
		    json, (double)amount.ore / (double)ORE_PER_KR);
}

void
json_percent(struct _JsonBuilder *json, const char *name, struct share share)
{
	json_builder_set_member_name(json, name);
	if (share.known)
		json_builder_add_double_value(json, (double)share.tenths / 10);
	else
		json_builder_add_null_value(json);
}

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

void
json_finish(struct _JsonBuilder *json, GString *out)
{
	g_autoptr(JsonNode) root = json_builder_get_root(json);
	g_autoptr(JsonGenerator) generator = json_generator_new();
	g_autofree char *text = NULL;

	json_generator_set_pretty(generator, TRUE);
	json_generator_set_root(generator, root);
	text = json_generator_to_data(generator, NULL);
	append_short(out, text);
	g_string_append_c(out, '\n');
	g_object_unref(json);
}
