/*
 * json_write.h - JSON as commands and reports write it: kronor as numbers, missing as
 * null.
 *
 * The builder is json-glib's, which stays out of this header.
 */
#ifndef EXCHANGE_JSON_WRITE_H
#define EXCHANGE_JSON_WRITE_H

#include <glib.h>
#include <stdint.h>

#include "money/amount.h"
#include "money/share.h"

struct _JsonBuilder;

/* A member of the open object. */
void json_text(struct _JsonBuilder *json, const char *name, const char *text);
/* NULL and "" are null. */
void json_text_or_null(struct _JsonBuilder *json, const char *name, const char *text);
void json_int(struct _JsonBuilder *json, const char *name, int64_t number);
void json_bool(struct _JsonBuilder *json, const char *name, bool value);
/* kr; a double only when there are öre (exact below 2^53 öre). */
void json_kr(struct _JsonBuilder *json, const char *name, struct amount amount);
/* percent, one decimal */
void json_percent(struct _JsonBuilder *json, const char *name, struct share share);
/* Append what was built, pretty, with a last line end; frees the builder. */
void json_finish(struct _JsonBuilder *json, GString *out);

#endif
