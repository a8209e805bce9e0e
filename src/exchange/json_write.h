/*
 * json_write.h - JSON as commands and reports write it: kronor as numbers, missing as
 * null.
 *
 * The builder is json-glib's, which stays out of this header and is opened on demand.
 */
#ifndef EXCHANGE_JSON_WRITE_H
#define EXCHANGE_JSON_WRITE_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

#include "money/amount.h"
#include "money/share.h"

struct json;

/* To be asked before anything else here.  Errors: FILE when the library is missing. */
bool json_ready(GError **error);
struct json *json_new(void);
void json_begin_object(struct json *json);
void json_end_object(struct json *json);
void json_begin_array(struct json *json);
void json_end_array(struct json *json);
/* The name of the next value of the open object. */
void json_name(struct json *json, const char *name);
void json_add_text(struct json *json, const char *text);
void json_add_int(struct json *json, int64_t number);
void json_add_bool(struct json *json, bool value);
void json_add_null(struct json *json);

/* A member of the open object. */
void json_text(struct json *json, const char *name, const char *text);
/* NULL and "" are null. */
void json_text_or_null(struct json *json, const char *name, const char *text);
void json_int(struct json *json, const char *name, int64_t number);
void json_bool(struct json *json, const char *name, bool value);
/* kr; a double only when there are öre (exact below 2^53 öre). */
void json_kr(struct json *json, const char *name, struct amount amount);
/* percent, one decimal */
void json_percent(struct json *json, const char *name, struct share share);
/* Append what was built, pretty, with a last line end; frees the builder. */
void json_finish(struct json *json, GString *out);
/* The same on one line, without its end. */
void json_finish_line(struct json *json, GString *out);

#endif
