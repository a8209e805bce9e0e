/*
 * cli_progress.c - a line about what is going on.
 */
#include "cli/cli_progress.h"

#include <stdio.h>
#include <unistd.h>

#include "base/text.h"

#define PATIENCE_US (G_USEC_PER_SEC / 2)

void
progress_init(struct progress *progress)
{
	progress->start_us = g_get_monotonic_time();
	progress->width = isatty(STDERR_FILENO) ? 0 : -1;
}

void
progress_say(struct progress *progress, const char *text)
{
	int width = text_width(text);

	if (progress->width < 0 ||
	    g_get_monotonic_time() - progress->start_us < PATIENCE_US)
		return;
	/* blanks over what a longer line left */
	(void)fprintf(stderr, "\r%s%*s", text, MAX(progress->width - width, 0), "");
	(void)fflush(stderr);
	progress->width = MAX(progress->width, width);
}

void
progress_clear(struct progress *progress)
{
	if (progress->width > 0)
		(void)fprintf(stderr, "\r%*s\r", progress->width, "");
}

/* ---- work that cannot say how far it has come -------------------------------------- */

struct progress_clock {
	struct progress line;
	const char *text;
	GThread *thread;
	GMutex mutex;
	GCond ended;
	bool end; /* under the mutex */
};

static gpointer
tick(gpointer user)
{
	struct progress_clock *clock = user;
	int64_t next = clock->line.start_us + PATIENCE_US;

	g_mutex_lock(&clock->mutex);
	while (!clock->end) {
		if (g_cond_wait_until(&clock->ended, &clock->mutex, next))
			continue;
		g_autofree char *text = g_strdup_printf("%s … %d s", clock->text,
		    (int)((next - clock->line.start_us) / G_USEC_PER_SEC));

		progress_say(&clock->line, text);
		next += next == clock->line.start_us + PATIENCE_US ? PATIENCE_US
		                                                   : G_USEC_PER_SEC;
	}
	g_mutex_unlock(&clock->mutex);
	return NULL;
}

struct progress_clock *
progress_clock_start(const char *text)
{
	struct progress line;
	struct progress_clock *clock;

	progress_init(&line);
	if (line.width < 0)
		return NULL;
	clock = g_new0(struct progress_clock, 1);
	clock->line = line;
	clock->text = text;
	g_mutex_init(&clock->mutex);
	g_cond_init(&clock->ended);
	clock->thread = g_thread_new("progress", tick, clock);
	return clock;
}

void
progress_clock_end(struct progress_clock *clock)
{
	if (!clock)
		return;
	g_mutex_lock(&clock->mutex);
	clock->end = true;
	g_cond_signal(&clock->ended);
	g_mutex_unlock(&clock->mutex);
	g_thread_join(clock->thread);
	progress_clear(&clock->line);
	g_mutex_clear(&clock->mutex);
	g_cond_clear(&clock->ended);
	g_free(clock);
}
