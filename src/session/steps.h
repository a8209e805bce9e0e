/*
 * steps.h - what stages rest on, compared; for src/session only.
 */
#ifndef SESSION_STEPS_H
#define SESSION_STEPS_H

#include "plan/plan.h"

/* Do they say the same, whatever they are of? */
bool decision_same(const struct decision *a, const struct decision *b);
bool milestone_same(const struct milestone *a, const struct milestone *b);

#endif
