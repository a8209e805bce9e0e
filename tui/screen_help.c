/*
 * screen_help.c - help made from the command list: what works here first, then the rest.
 */
#include "base/text.h"
#include "tui/dialog.h"

#define KEYS_WIDTH 22 /* longer ones, which own keys may be, push the text aside */

/* The scope whose heading a command stands under: the first that is live, else the first;
 * so the keys of a screen stand together. */
static unsigned
home_of(enum command command, unsigned live)
{
	unsigned scopes = command_info[command].scopes;

	if ((scopes & live) != 0)
		scopes &= live;
	return scopes & (~scopes + 1);
}

static void
add_commands(GPtrArray *lines, unsigned scope, unsigned live)
{
	bool headed = false;

	for (int c = CMD_NONE + 1; c < CMD__N; c++) {
		g_autoptr(GString) keys = g_string_new(NULL);
		g_autoptr(GString) line = g_string_new(" ");

		if (home_of((enum command)c, live) != scope)
			continue;
		if (!headed)
			g_ptr_array_add(
			    lines, g_strdup_printf("#%s",
			               command_scope_heading((enum command_scope)scope)));
		headed = true;
		command_append_keys((enum command)c, keys);
		g_string_append(line, keys->str);
		for (int n = text_width(keys->str); n < KEYS_WIDTH; n++)
			g_string_append_c(line, ' ');
		if (text_width(keys->str) >= KEYS_WIDTH)
			g_string_append(line, "  ");
		g_string_append(line, command_info[c].text);
		g_ptr_array_add(lines, g_string_free(g_steal_pointer(&line), FALSE));
	}
	if (headed)
		g_ptr_array_add(lines, g_strdup(""));
}

void
screen_help_open(struct app *app, unsigned scopes)
{
	static const char *const notes[] = { "#Bra att veta",
		" Allt i listan sparas genast, med ditt namn. Formuläret sparas med F2.",
		" Belopp: 7,5  7.5  1 250  −3. Enheten står bredvid (m växlar mkr och "
		"tkr).",
		" K: B budgetreducering, U underskottshantering, – ingen typ.",
		" Avvik: utfall minus plan till och med månaden.",
		" Kurva: 0 seriens lägsta värde, 9 dess högsta, · saknas.",
		" ○ ej påbörjad, planerad  ● pågående  ▲ försenad, pausad",
		" ■ återremitterad  √ genomförd  × avbruten, struken, flyttad", NULL };
	const unsigned common = SCOPE_MOVE | SCOPE_PERIOD | SCOPE_UNDO | SCOPE_ROOT |
	                        SCOPE_SUB | SCOPE_HELP | SCOPE_ANY;
	GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);

	scopes |= SCOPE_ANY;
	/* the screen's own, then what several have */
	for (unsigned scope = SCOPE_LOCKED; scope > 0; scope >>= 1)
		if ((scopes & ~common & scope) != 0)
			add_commands(lines, scope, scopes);
	for (unsigned scope = SCOPE_MOVE; scope < SCOPE__ALL; scope <<= 1)
		if ((scopes & common & scope) != 0)
			add_commands(lines, scope, scopes);
	add_commands(lines, SCOPE_ANY, scopes);
	for (int i = 0; notes[i] != NULL; i++)
		g_ptr_array_add(lines, g_strdup(notes[i]));
	g_ptr_array_add(lines, g_strdup(""));
	for (unsigned scope = SCOPE_MOVE; scope < SCOPE__ALL; scope <<= 1)
		if ((scopes & scope) == 0)
			add_commands(lines, scope, scopes);
	dialog_read(app, "Hjälp", lines);
}
