/*
 * cli_scenario.c - reading what is thought away and what is thought late.
 */
#include "cli/cli_scenario.h"

#include <string.h>

#include "cli/cli.h"

void
thought_clear(struct thought *t)
{
	g_ptr_array_unref(t->without);
	g_array_unref(t->delays);
	g_ptr_array_unref(t->clauses);
	g_string_free(t->words, TRUE);
}

/* "A", "A och B", "A, B och C" when all has been thought. */
G_GNUC_PRINTF(2, 3)
static void
think(struct thought *t, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	g_ptr_array_add(t->clauses, g_strdup_vprintf(format, args));
	va_end(args);
}

static void
join_clauses(struct thought *t)
{
	for (guint i = 0; i < t->clauses->len; i++) {
		if (i > 0)
			g_string_append(
			    t->words, i + 1 < t->clauses->len ? ", " : " och ");
		g_string_append(t->words, g_ptr_array_index(t->clauses, i));
	}
}

static void
think_without(struct thought *t, const char *list)
{
	g_auto(GStrv) codes = g_strsplit(list, ",", -1);

	for (char **code = codes; *code; code++) {
		g_strstrip(*code);
		if (!**code)
			continue;
		think(t, "%s tas bort", *code);
		g_ptr_array_add(t->without, g_strdup(*code));
	}
}

static bool
think_delay(struct thought *t, const char *text, GError **error)
{
	const char *equals = strrchr(text, '=');
	struct view_delay delay = { NULL, 0 };
	char *end = NULL;

	if (equals)
		delay.months = (int)CLAMP(g_ascii_strtoll(equals + 1, &end, 10), 0, 1000);
	if (!equals || equals == text || end == equals + 1 || *end || delay.months < 1 ||
	    delay.months > 120)
		return cli_usage(error,
		    "--forsena %s går inte att läsa. Skriv ID=N, där N är 1 till 120 "
		    "månader.",
		    text);
	delay.action = g_strndup(text, (gsize)(equals - text));
	g_array_append_val(t->delays, delay);
	think(t, "%s kommer %d %s senare", delay.action, delay.months,
	    delay.months == 1 ? "månad" : "månader");
	return true;
}

/* The delay just read is the only thought of its action. */
static bool
check_once(const struct thought *t, GError **error)
{
	const GArray *all = t->delays;
	const char *last = g_array_index(all, struct view_delay, all->len - 1).action;
	bool twice = false;

	for (guint i = 0; i + 1 < all->len; i++)
		twice |=
		    strcmp(g_array_index(all, struct view_delay, i).action, last) == 0;
	for (guint i = 0; i < t->without->len; i++)
		twice |= strcmp(g_ptr_array_index(t->without, i), last) == 0;
	return !twice ||
	       cli_usage(error,
	           "%s står två gånger i scenariot. Ange varje åtgärd en gång.", last);
}

static void
delay_clear(gpointer pointer)
{
	struct view_delay *delay = pointer;

	g_free((char *)(uintptr_t)delay->action);
}

bool
thought_parse(
    char *const *without, char *const *delays, struct thought *ret, GError **error)
{
	struct thought t = { g_ptr_array_new_with_free_func(g_free),
		g_array_new(FALSE, FALSE, sizeof(struct view_delay)),
		g_ptr_array_new_with_free_func(g_free), g_string_new(NULL) };
	bool ok = true;

	g_array_set_clear_func(t.delays, delay_clear);
	for (; without && *without; without++)
		think_without(&t, *without);
	for (; ok && delays && *delays; delays++)
		ok = think_delay(&t, *delays, error) && check_once(&t, error);
	if (t.without->len)
		g_ptr_array_add(t.without, NULL);
	join_clauses(&t);
	if (ok)
		*ret = t;
	else
		thought_clear(&t);
	return ok;
}

void
thought_apply(const struct thought *t, struct view *view)
{
	if (t->without->len)
		view->without = (const char *const *)t->without->pdata;
	view->delays = (const struct view_delay *)(const void *)t->delays->data;
	view->n_delays = t->delays->len;
}
