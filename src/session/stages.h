/*
 * stages.h - the rules of plan/stage.h asked of what is stored, for src/session only.
 */
#ifndef SESSION_STAGES_H
#define SESSION_STAGES_H

#include "plan/stage.h"
#include "session/state.h"

/*
 * What each action of a plan has realised now, all years: the kept sums, less what nobody
 * has verified where the settings say that only verified savings count.  Actions without
 * savings have no amount.  stages_realised_free.
 */
struct stages_realised;
bool stages_realised_read(struct session *s, const struct plan *plan,
    const struct settings *settings, struct stages_realised **ret, GError **error);
struct amount stages_realised_of(const struct stages_realised *realised, int64_t action);
void stages_realised_free(struct stages_realised *realised);

/* Within a verb that has written the action: may it have come from `from` to the stage
 * it is in?  Errors: INPUT with the rule. */
bool stages_check(struct session *s, const char *code, int from, GError **error);

#endif
