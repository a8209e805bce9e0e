/* embed.h - a file turned into bytes in the program by embed.sh. */
#ifndef SCHEMA_EMBED_H
#define SCHEMA_EMBED_H

#include <stddef.h>

struct embedded_file {
	const char *name; /* path below its first folder; NULL ends the table */
	const char *data; /* NUL-ended */
	size_t size;      /* without the NUL */
};

#endif
