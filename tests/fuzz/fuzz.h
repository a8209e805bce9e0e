/*
 * fuzz.h - what every fuzz target has: one function that takes any bytes, and looks for
 * more than crashes.
 *
 * With configure --enable-fuzzers (clang) a target is linked with libFuzzer: `make fuzz`.
 * In any other build it is linked with replay.c, and make check runs its corpus.
 */
#ifndef FUZZ_H
#define FUZZ_H

#include <glib.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/error.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What the errors of parsers promise: the code, and a clause; clears it. */
static inline void
fuzz_refused(GError **error, int code)
{
	g_assert_true(*error && (*error)->domain == SPARPLAN_ERROR &&
	              (*error)->code == code && (*error)->message[0]);
	g_clear_error(error);
}

#endif
