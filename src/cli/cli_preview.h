/*
 * cli_preview.h - what an import would do, per action and field, for --prova.
 */
#ifndef CLI_CLI_PREVIEW_H
#define CLI_CLI_PREVIEW_H

#include "session/session.h"

struct preview;
struct preview *preview_new(void);
void preview_free(struct preview *preview);

/* As import_choice.tell, `user` a struct preview. */
void preview_tell(void *user, const struct import_told *told);
/* The same as import_choice.doubt: what is unusual, and no more. */
void preview_doubt(void *user, const struct import_told *told);

/* By action in the order they were first told of, old → new; nothing when nothing was. */
void preview_append(const struct preview *preview, GString *out);

#endif
