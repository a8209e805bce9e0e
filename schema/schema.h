/* schema.h - the embedded SQL files, in the order they are applied. */
#ifndef SCHEMA_SCHEMA_H
#define SCHEMA_SCHEMA_H

#include "schema/embed.h"

/* Numbered files, "001_core.sql" first; the n:th takes a database from version n-1 to n.
 */
extern const struct embedded_file schema_files[];

#endif
