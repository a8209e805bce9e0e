/*
 * json_lib.h - what we call of json-glib, for json_write.c and json_read.c only.
 *
 * It is opened when JSON is asked for: with GIO and all that it brings it is half of what
 * a start of the program costs, and most starts see no JSON.
 */
#ifndef EXCHANGE_JSON_LIB_H
#define EXCHANGE_JSON_LIB_H

#include <json-glib/json-glib.h>

/* FUNCTION(of json-glib and what it stands on) */
#define JSON_FUNCTIONS                                                                   \
	FUNCTION(json_builder_new)                                                       \
	FUNCTION(json_builder_begin_object)                                              \
	FUNCTION(json_builder_end_object)                                                \
	FUNCTION(json_builder_begin_array)                                               \
	FUNCTION(json_builder_end_array)                                                 \
	FUNCTION(json_builder_set_member_name)                                           \
	FUNCTION(json_builder_add_string_value)                                          \
	FUNCTION(json_builder_add_int_value)                                             \
	FUNCTION(json_builder_add_double_value)                                          \
	FUNCTION(json_builder_add_boolean_value)                                         \
	FUNCTION(json_builder_add_null_value)                                            \
	FUNCTION(json_builder_get_root)                                                  \
	FUNCTION(json_generator_new)                                                     \
	FUNCTION(json_generator_set_pretty)                                              \
	FUNCTION(json_generator_set_root)                                                \
	FUNCTION(json_generator_to_data)                                                 \
	FUNCTION(json_node_unref)                                                        \
	FUNCTION(json_parser_new)                                                        \
	FUNCTION(json_parser_load_from_data)                                             \
	FUNCTION(json_parser_get_root)                                                   \
	FUNCTION(json_node_get_node_type)                                                \
	FUNCTION(json_node_get_value_type)                                               \
	FUNCTION(json_node_get_object)                                                   \
	FUNCTION(json_node_get_string)                                                   \
	FUNCTION(json_node_get_boolean)                                                  \
	FUNCTION(json_object_get_size)                                                   \
	FUNCTION(json_object_get_member)                                                 \
	FUNCTION(json_object_foreach_member)                                             \
	FUNCTION(g_object_unref)

struct json_lib {
	void *library;
#define FUNCTION(name) __typeof__(name) *name;
	JSON_FUNCTIONS
#undef FUNCTION
};
/* Filled by json_ready (json_write.h). */
extern struct json_lib json_lib;

#endif
