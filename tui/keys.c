/*
 * keys.c - reading a person's own keys, and writing the table of them.
 */
#include "tui/keys.h"

#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "tui/key_names.h"

#define FILE_MAX 65536 /* bytes: some forty times the whole table */

/* Scopes that are live beside every other, beside every screen, and dialogs: what screens
 * have is not live in those. */
#define BESIDE_ALL     (SCOPE_ANY | SCOPE_MOVE | SCOPE_HELP)
#define BESIDE_SCREENS (SCOPE_PERIOD | SCOPE_UNDO | SCOPE_ROOT | SCOPE_SUB)
#define DIALOGS                                                                          \
	(SCOPE_FORM | SCOPE_PROMPT | SCOPE_QUERY | SCOPE_EXPORT | SCOPE_READ |           \
	    SCOPE_CHOICE | SCOPE_CHOOSER | SCOPE_CONFLICT | SCOPE_CELL)
/* Where a sign that is typed is text. */
#define TEXTUAL (SCOPE_FORM | SCOPE_PROMPT | SCOPE_QUERY | SCOPE_EXPORT | SCOPE_CELL)

static const struct {
	const char *word, *key;
} key_words[] = { { "blanksteg", "Space" }, { "upp", "Up" }, { "ned", "Down" },
	{ "vänster", "Left" }, { "höger", "Right" }, { "backsteg", "Back" },
	{ "enter", "Enter" }, { "esc", "Esc" }, { "tab", "Tab" },
	{ "shift-tab", "Shift-Tab" }, { "del", "Del" }, { "insert", "Insert" },
	{ "home", "Home" }, { "end", "End" }, { "pgup", "PgUp" }, { "pgdn", "PgDn" },
	{ "ctrl-home", "Ctrl-Home" }, { "ctrl-end", "Ctrl-End" }, { "↑", "Up" },
	{ "↓", "Down" }, { "←", "Left" }, { "→", "Right" } };

/* A command's own line, and the key that it is about to have. */
struct own {
	char *keys; /* NULL: the default */
	int line;
};

struct reading {
	struct own own[CMD__N];
	const char *file;
	GHashTable *names; /* key_names_new */
	GPtrArray *problems;
};

char *
keys_path(void)
{
	const char *config = g_getenv("XDG_CONFIG_HOME");
	const char *home = g_get_home_dir();

	if (config != NULL && g_path_is_absolute(config))
		return g_build_filename(config, "sparplan", "tangenter", NULL);
	if (home == NULL || !g_path_is_absolute(home))
		return NULL;
	return g_build_filename(home, ".config", "sparplan", "tangenter", NULL);
}

/* ---- one line ---------------------------------------------------------------------- */

static void G_GNUC_PRINTF(3, 4)
    complain(struct reading *reading, int line, const char *format, ...)
{
	g_autofree char *what = NULL;
	va_list args;

	va_start(args, format);
	what = g_strdup_vprintf(format, args);
	va_end(args);
	g_ptr_array_add(
	    reading->problems, g_strdup_printf("%s:%d: %s", reading->file, line, what));
}

static void
unknown_command(struct reading *reading, int line, const char *name)
{
	g_autofree char *safe = text_display(name);
	g_autofree char *near = key_name_nearest(name);

	if (near != NULL)
		complain(reading, line, "kommandot \"%s\" finns inte; menade du \"%s\"?",
		    safe, near);
	else
		complain(reading, line,
		    "kommandot \"%s\" finns inte; sparplan tangenter visar alla.", safe);
}

/* The key's name in the program; NULL when there is no such key.  g_free. */
static char *
key_of(const char *word)
{
	g_autofree char *folded = g_utf8_strdown(word, -1);
	gunichar sign = g_utf8_get_char(word);

	for (size_t i = 0; i < G_N_ELEMENTS(key_words); i++)
		if (strcmp(key_words[i].word, folded) == 0)
			return g_strdup(key_words[i].key);
	if (*text_next(word) == '\0' && g_unichar_isgraph(sign))
		return g_strdup(word);
	if (g_str_has_prefix(folded, "ctrl-") && g_ascii_islower(folded[5]) &&
	    folded[6] == '\0')
		return g_strdup_printf("Ctrl-%c", g_ascii_toupper(folded[5]));
	if (folded[0] == 'f' && g_ascii_isdigit(folded[1])) {
		guint64 number = 0;

		if (g_ascii_string_to_unsigned(folded + 1, 10, 1, 12, &number, NULL) &&
		    folded[1] != '0')
			return g_strdup_printf("F%d", (int)number);
	}
	return NULL;
}

/* Could the key ever reach the command?  Where text is typed a sign is text. */
static bool
reaches(enum command command, const char *key)
{
	unsigned scopes = command_info[command].scopes;
	bool sign = *text_next(key) == '\0' || strcmp(key, "Space") == 0;

	return !sign || command == CMD_FORM_PICK || (scopes & ~(unsigned)TEXTUAL) != 0;
}

static void
take_line(struct reading *reading, int line, const char *name, const char *value)
{
	enum command command = key_names_find(reading->names, name);
	g_auto(GStrv) words = g_strsplit_set(value, " \t", -1);
	g_autoptr(GString) keys = g_string_new(NULL);
	g_autofree char *own = NULL;

	if (command == CMD_NONE) {
		unknown_command(reading, line, name);
		return;
	}
	own = key_name(command); /* as it is typed it may hold what steers a terminal */
	for (int i = 0; words[i] != NULL; i++) {
		g_autofree char *key = words[i][0] != '\0' ? key_of(words[i]) : NULL;
		g_autofree char *safe = text_display(words[i]);

		if (words[i][0] == '\0')
			continue;
		if (key == NULL) {
			complain(reading, line,
			    "tangenten \"%s\" finns inte; skriv till exempel x, F7, "
			    "Ctrl-T eller Blanksteg.",
			    safe);
			return;
		}
		if (!reaches(command, key)) {
			complain(reading, line,
			    "tangenten \"%s\" är text där %s används; välj till exempel "
			    "F7 eller Ctrl-T.",
			    safe, own);
			return;
		}
		g_string_append_printf(keys, "%s%s", keys->len > 0 ? " " : "", key);
	}
	if (keys->len == 0) {
		complain(reading, line,
		    "%s har ingen tangent; skriv minst en, eller ta bort raden.", own);
		return;
	}
	if (reading->own[command].keys != NULL) {
		complain(reading, line, "%s står redan på rad %d; den raden gäller.", own,
		    reading->own[command].line);
		return;
	}
	reading->own[command].keys = g_string_free(g_steal_pointer(&keys), FALSE);
	reading->own[command].line = line;
}

static void
take_lines(struct reading *reading, const char *text)
{
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);

	for (int i = 0; lines[i] != NULL; i++) {
		char *line = g_strstrip(lines[i]);
		char *equals = strchr(line, '=');

		if (line[0] == '\0' || line[0] == '#')
			continue;
		if (equals == NULL || equals == line) {
			complain(reading, i + 1,
			    "raden saknar %s; skriv kommando = tangenter.",
			    equals == NULL ? "likhetstecken" : "kommando");
			continue;
		}
		*equals = '\0';
		take_line(reading, i + 1, g_strchomp(line), equals + 1);
	}
}

/* ---- clashes ----------------------------------------------------------------------- */

static const char *
keys_of(const struct reading *reading, enum command command)
{
	return reading->own[command].keys != NULL ? reading->own[command].keys
	                                          : command_info[command].keys;
}

/* May both be live at once?  What shares a key from the start never is. */
static bool
meet(enum command a, enum command b)
{
	unsigned x = command_info[a].scopes, y = command_info[b].scopes;

	return ((x & y) != 0 || ((x | y) & BESIDE_ALL) != 0 ||
	           ((x & BESIDE_SCREENS) != 0 && (y & ~(unsigned)DIALOGS) != 0) ||
	           ((y & BESIDE_SCREENS) != 0 && (x & ~(unsigned)DIALOGS) != 0)) &&
	       !command_share_key(command_info[a].keys, command_info[b].keys, NULL);
}

/* One bit a key: keys that share no bit are no keys in common, and most share none. */
static uint64_t
bits_of(const char *keys)
{
	uint64_t bits = 0;
	unsigned hash = 0;

	for (const char *p = keys; *p != '\0'; p++) {
		hash = *p == ' ' ? 0 : hash * 31 + (unsigned char)*p;
		if (p[1] == ' ' || p[1] == '\0')
			bits |= UINT64_C(1) << hash % 64;
	}
	return bits;
}

/* The command that has one of these keys at once with `command`; CMD_NONE: none has. */
static enum command
find_clash(const struct reading *reading, const uint64_t *bits, enum command command,
    char **ret_shared)
{
	for (int c = CMD_NONE + 1; c < CMD__N; c++)
		if (c != (int)command && (bits[c] & bits[command]) != 0 &&
		    meet(command, (enum command)c) &&
		    command_share_key(keys_of(reading, command),
		        keys_of(reading, (enum command)c), ret_shared))
			return (enum command)c;
	return CMD_NONE;
}

/* The default comes back for a command whose own keys are another's. */
static bool
give_back(struct reading *reading, uint64_t *bits, enum command command)
{
	g_autofree char *shared = NULL, *name = NULL, *other = NULL;
	g_autoptr(GString) shown = NULL;
	enum command taken = find_clash(reading, bits, command, &shared);

	if (taken == CMD_NONE)
		return false;
	name = key_name(command);
	other = key_name(taken);
	shown = g_string_new(NULL);
	command_append_word(shared, shown);
	complain(reading, reading->own[command].line,
	    "tangenten %s är redan %s; %s behåller sina vanliga tangenter.", shown->str,
	    other, name);
	g_clear_pointer(&reading->own[command].keys, g_free);
	bits[command] = bits_of(keys_of(reading, command));
	return true;
}

/* Each round takes at least one line away; the defaults alone never clash. */
static void
solve(struct reading *reading)
{
	uint64_t bits[CMD__N];

	for (int c = 0; c < CMD__N; c++)
		bits[c] = c == CMD_NONE ? 0 : bits_of(keys_of(reading, (enum command)c));
	for (bool changed = true; changed;) {
		changed = false;
		for (int c = CMD__N - 1; c > CMD_NONE; c--)
			if (reading->own[c].keys != NULL)
				changed |= give_back(reading, bits, (enum command)c);
	}
}

/* ---- the file ---------------------------------------------------------------------- */

GPtrArray *
keys_take(const char *text, const char *name)
{
	struct reading reading = { .file = name };
	const char *keys[CMD__N];
	g_autoptr(GPtrArray) problems = g_ptr_array_new_with_free_func(g_free);

	reading.problems = problems;
	reading.names = key_names_new();
	take_lines(&reading, text);
	g_hash_table_unref(reading.names);
	solve(&reading);
	for (int c = 0; c < CMD__N; c++)
		keys[c] = reading.own[c].keys;
	command_set_keys(keys);
	for (int c = 0; c < CMD__N; c++)
		g_free(reading.own[c].keys);
	return problems->len > 0 ? g_steal_pointer(&problems) : NULL;
}

static GPtrArray *
refuse_file(const char *name, const char *why)
{
	GPtrArray *problems = g_ptr_array_new_with_free_func(g_free);

	g_ptr_array_add(problems,
	    g_strdup_printf("%s %s; de vanliga tangenterna gäller.", name, why));
	return problems;
}

GPtrArray *
keys_load(const char *path)
{
	g_autofree char *text = NULL, *name = NULL;
	gsize size = 0;

	/* mostly there is none: no more than a look */
	if (path == NULL || access(path, F_OK) != 0) {
		command_set_keys(NULL);
		return NULL;
	}
	name = text_display(path);
	if (!g_file_test(path, G_FILE_TEST_IS_REGULAR) ||
	    !g_file_get_contents(path, &text, &size, NULL))
		return refuse_file(name, "kan inte läsas");
	if (size > FILE_MAX)
		return refuse_file(name, "är för stor för en fil med tangenter");
	if (!g_utf8_validate(text, (gssize)size, NULL))
		return refuse_file(name, "är inte UTF-8");
	return keys_take(g_str_has_prefix(text, "\xEF\xBB\xBF") ? text + 3 : text, name);
}

/* ---- the table --------------------------------------------------------------------- */

static void
print_scope(unsigned scope, GString *out)
{
	bool headed = false;

	for (int c = CMD_NONE + 1; c < CMD__N; c++) {
		g_autofree char *name = NULL;
		g_autoptr(GString) keys = g_string_new(NULL);

		/* a command of several scopes stands under the first of them */
		if ((command_info[c].scopes & (~command_info[c].scopes + 1)) != scope)
			continue;
		if (!headed)
			g_string_append_printf(out, "%s# %s\n", out->len > 0 ? "\n" : "",
			    command_scope_heading((enum command_scope)scope));
		headed = true;
		name = key_name((enum command)c);
		command_append_written((enum command)c, keys);
		text_cell(out, name, MAX(22, text_width(name)), -1, NULL);
		g_string_append(out, " = ");
		g_string_append(out, keys->str);
		g_string_append_printf(out, "\n#     %s\n", command_info[c].text);
	}
}

void
keys_print(GString *out)
{
	for (unsigned scope = 1; scope < SCOPE__ALL; scope <<= 1)
		print_scope(scope, out);
}
