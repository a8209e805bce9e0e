/* example.h - the bundled example's files (data/), embedded in the program. */
#ifndef SESSION_EXAMPLE_H
#define SESSION_EXAMPLE_H

#include "schema/embed.h"

extern const struct embedded_file example_files[];

#endif
