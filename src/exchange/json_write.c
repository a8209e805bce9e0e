/*
 * json_write.c - JSON as commands and reports write it.
 */
#include "exchange/json_write.h"

#include <json-glib/json-glib.h>

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

void
json_finish(struct _JsonBuilder *json, GString *out)
{
	g_autoptr(JsonNode) root = json_builder_get_root(json);
	g_autoptr(JsonGenerator) generator = json_generator_new();
	g_autofree char *text = NULL;

	json_generator_set_pretty(generator, TRUE);
	json_generator_set_root(generator, root);
	text = json_generator_to_data(generator, NULL);
	g_string_append(out, text);
	g_string_append_c(out, '\n');
	g_object_unref(json);
}
