/* public.h - the views of a file for tools that read databases: public.sql makes them,
 * public_drop.sql takes them away. */
#ifndef SCHEMA_PUBLIC_H
#define SCHEMA_PUBLIC_H

#include "schema/embed.h"

enum public_file { PUBLIC_MAKE, PUBLIC_DROP };
extern const struct embedded_file public_files[];

#endif
