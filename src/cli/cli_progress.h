/*
 * cli_progress.h - a line about what is going on, for whoever waits longer than half a
 * second.
 *
 * It stands on stderr, only when that is a terminal, and is taken away when the work is
 * done.
 */
#ifndef CLI_CLI_PROGRESS_H
#define CLI_CLI_PROGRESS_H

#include <glib.h>

struct progress {
	int64_t start_us;
	int width; /* of the line that stands; 0: none, -1: stderr is no terminal */
};

void progress_init(struct progress *progress);
/* Show `text` (a few words, no control signs) if the half second has gone. */
void progress_say(struct progress *progress, const char *text);
/* Take the line away. */
void progress_clear(struct progress *progress);

/* For work that cannot say how far it has come: "Gör bilagan … 3 s" every second until it
 * ends.  NULL when stderr is no terminal.  `text` is borrowed until then. */
struct progress_clock;
struct progress_clock *progress_clock_start(const char *text);
void progress_clock_end(struct progress_clock *clock); /* NULL is nothing */

#endif
