/*
 * command.c - look-up in the command table, and the key bar made from it.
 */
#include "tui/command.h"

#include <string.h>

#include "base/text.h"

/* The list writes scopes by their short names. */
enum {
	ANY = SCOPE_ANY,
	MOVE = SCOPE_MOVE,
	LIST = SCOPE_LIST,
	EMPTY = SCOPE_EMPTY,
	PERIOD = SCOPE_PERIOD,
	UNDO = SCOPE_UNDO,
	OVERVIEW = SCOPE_OVERVIEW,
	FORM = SCOPE_FORM,
	PROMPT = SCOPE_PROMPT,
	QUERY = SCOPE_QUERY,
	EXPORT = SCOPE_EXPORT,
	READ = SCOPE_READ,
	GOALS = SCOPE_GOALS,
	ASSIGN = SCOPE_ASSIGN,
	STEER = SCOPE_STEER,
	ROUNDS = SCOPE_ROUNDS,
	VERIFY = SCOPE_VERIFY,
	SETTINGS = SCOPE_SETTINGS,
	DECIDE = SCOPE_DECIDE,
	LOG = SCOPE_LOG,
	SHEET = SCOPE_SHEET,
	CELL = SCOPE_CELL,
	CHOOSER = SCOPE_CHOOSER,
	IMPORT = SCOPE_IMPORT,
	CHOICE = SCOPE_CHOICE,
	CONFLICT = SCOPE_CONFLICT,
	ROOT = SCOPE_ROOT,
	SUB = SCOPE_SUB,
	HELP = SCOPE_HELP
};

const struct command_info command_info[CMD__N] = {
#define CMD(id, scopes, writes, keys, label, text)                                       \
	[CMD_##id] = { #id, (unsigned)(scopes), writes, keys, label, text },
#include "tui/command_list.h"
#undef CMD
};

/* A person's own keys (keys.h); NULL: the table's. */
static char *own_keys[CMD__N];

static const char *
keys_now(enum command command)
{
	return own_keys[command] != NULL ? own_keys[command] : command_info[command].keys;
}

void
command_set_keys(const char *const *keys)
{
	for (int c = 0; c < CMD__N; c++) {
		g_free(own_keys[c]);
		own_keys[c] = keys != NULL ? g_strdup(keys[c]) : NULL;
	}
}

static const char *
next_key(const char *keys, size_t *ret_length)
{
	keys += strspn(keys, " ");
	*ret_length = strcspn(keys, " ");
	return *ret_length > 0 ? keys : NULL;
}

static bool
has_key(const char *keys, const char *key, size_t length)
{
	size_t n;

	for (const char *p = next_key(keys, &n); p != NULL; p = next_key(p + n, &n))
		if (n == length && memcmp(p, key, n) == 0)
			return true;
	return false;
}

static bool
is_live(enum command command, unsigned scopes)
{
	return (command_info[command].scopes & (scopes | SCOPE_ANY)) != 0;
}

enum command
command_for_key(const char *key, unsigned scopes)
{
	for (int c = CMD_NONE + 1; c < CMD__N; c++)
		if (is_live((enum command)c, scopes) &&
		    has_key(keys_now((enum command)c), key, strlen(key)))
			return (enum command)c;
	return CMD_NONE;
}

bool
command_share_key(const char *a, const char *b, char **ret_key)
{
	size_t n;

	for (const char *p = next_key(b, &n); p != NULL; p = next_key(p + n, &n)) {
		if (!has_key(a, p, n))
			continue;
		if (ret_key != NULL)
			*ret_key = g_strndup(p, n);
		return true;
	}
	return false;
}

bool
command_clash(unsigned scopes, enum command *ret_a, enum command *ret_b)
{
	for (int a = CMD_NONE + 1; a < CMD__N; a++) {
		if (!is_live((enum command)a, scopes))
			continue;
		for (int b = a + 1; b < CMD__N; b++) {
			if (!is_live((enum command)b, scopes) ||
			    !command_share_key(keys_now((enum command)a),
			        keys_now((enum command)b), NULL))
				continue;
			*ret_a = (enum command)a;
			*ret_b = (enum command)b;
			return true;
		}
	}
	return false;
}

/* As it is called: drawn on a screen, or as a person writes it. */
static void
append_name(const char *key, size_t length, bool written, GString *out)
{
	static const struct {
		const char *key, *shown, *written;
	} names[] = { { "Space", "Blanksteg", "Blanksteg" }, { "Up", "↑", "Upp" },
		{ "Down", "↓", "Ned" }, { "Left", "←", "Vänster" },
		{ "Right", "→", "Höger" }, { "Back", "Backsteg", "Backsteg" } };

	for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
		if (strlen(names[i].key) == length &&
		    memcmp(names[i].key, key, length) == 0) {
			g_string_append(out, written ? names[i].written : names[i].shown);
			return;
		}
	g_string_append_len(out, key, (gssize)length);
}

void
command_append_key(enum command command, unsigned scopes, GString *out)
{
	bool text = (scopes & (SCOPE_FORM | SCOPE_PROMPT | SCOPE_QUERY | SCOPE_EXPORT |
	                          SCOPE_CELL)) != 0;
	const char *keys = keys_now(command);
	const char *first, *p;
	size_t n, n_first;

	first = next_key(keys, &n_first);
	if (first == NULL)
		return;
	for (p = first, n = n_first; text && p != NULL && n == 1;)
		p = next_key(p + n, &n);
	if (p == NULL) {
		p = first;
		n = n_first;
	}
	append_name(p, n, false, out);
}

static void
append_all(enum command command, const char *between, GString *out)
{
	const char *keys = keys_now(command);
	size_t n;

	for (const char *p = next_key(keys, &n); p != NULL; p = next_key(p + n, &n)) {
		if (p != keys)
			g_string_append(out, between);
		append_name(p, n, true, out);
	}
}

void
command_append_keys(enum command command, GString *out)
{
	append_all(command, ", ", out);
}

void
command_append_written(enum command command, GString *out)
{
	append_all(command, " ", out);
}

void
command_append_word(const char *key, GString *out)
{
	append_name(key, strlen(key), true, out);
}

/* Help and the ways out are never dropped from the key bar. */
static bool
is_kept(enum command command)
{
	return command == CMD_HELP || command == CMD_QUIT || command == CMD_BACK ||
	       command == CMD_LEAVE;
}

/* What goes the other way, and is told with it: "< > Månad". */
static enum command
partner_of(enum command command)
{
	return command == CMD_PERIOD_BACK  ? CMD_PERIOD_NEXT
	       : command == CMD_ROUND_BACK ? CMD_ROUND_NEXT
	                                   : CMD_NONE;
}

/* Before the others: nothing is written on the overview, and its months are what it is
 * read by. */
static bool
is_first(enum command command, unsigned scopes)
{
	return (scopes & SCOPE_OVERVIEW) != 0 &&
	       (command == CMD_DRILL || command == CMD_OTHER_SIDE ||
	           command == CMD_RISKS || command == CMD_PERIOD_BACK ||
	           command == CMD_ACTIONS);
}

static void
append_entry(enum command command, unsigned scopes, GString *out)
{
	enum command partner = partner_of(command);

	if (out->len > 0)
		g_string_append(out, "  ");
	command_append_key(command, scopes, out);
	if (partner != CMD_NONE) {
		g_string_append_c(out, ' ');
		command_append_key(partner, scopes, out);
	}
	g_string_append_c(out, ' ');
	g_string_append(out, command_info[command].label);
}

/* Those that are first, or those that are not, as long as there is room. */
static void
append_entries(unsigned scopes, bool first, int *width, GString *all)
{
	for (int c = CMD_NONE + 1; c < CMD__N; c++) {
		gsize before = all->len;
		int more;

		if (!is_live((enum command)c, scopes) || is_kept((enum command)c) ||
		    command_info[c].label[0] == '\0' ||
		    is_first((enum command)c, scopes) != first ||
		    ((scopes & SCOPE_LOCKED) != 0 && command_info[c].writes))
			continue;
		append_entry((enum command)c, scopes, all);
		/* only what is new is measured: this is drawn in every frame */
		more = text_width(all->str + before);
		if (more > *width)
			g_string_truncate(all, before);
		else
			*width -= more;
	}
}

void
command_bar(unsigned scopes, int width, GString *out)
{
	g_autoptr(GString) kept = g_string_new(NULL);
	g_autoptr(GString) all = g_string_new(NULL);

	for (int c = CMD_NONE + 1; c < CMD__N; c++)
		if (is_live((enum command)c, scopes) && is_kept((enum command)c))
			append_entry((enum command)c, scopes, kept);
	width -= text_width(kept->str) + 2;
	if ((scopes & SCOPE_OVERVIEW) != 0)
		append_entries(scopes, true, &width, all);
	append_entries(scopes, false, &width, all);
	g_string_append(out, all->str);
	if (all->len > 0)
		g_string_append(out, "  ");
	g_string_append(out, kept->str);
}

const char *
command_scope_heading(enum command_scope scope)
{
	switch (scope) {
	case SCOPE_ANY:
		return "Överallt";
	case SCOPE_MOVE:
		return "Flytta";
	case SCOPE_LIST:
		return "Åtgärdslistan";
	case SCOPE_EMPTY:
		return "Tom databas";
	case SCOPE_PERIOD:
		return "Period och enhet";
	case SCOPE_UNDO:
		return "Säkert";
	case SCOPE_OVERVIEW:
		return "Översikten";
	case SCOPE_FORM:
		return "Formuläret";
	case SCOPE_QUERY:
		return "Sök och filter";
	case SCOPE_EXPORT:
		return "Exporten";
	case SCOPE_READ:
		return "Bilagan över hela skärmen";
	case SCOPE_GOALS:
		return "Mål och mått";
	case SCOPE_ASSIGN:
		return "Uppdragen";
	case SCOPE_STEER:
		return "Omgångar, verifiering, inställningar, beslut";
	case SCOPE_ROUNDS:
		return "Omgångarna";
	case SCOPE_VERIFY:
		return "Verifieringen";
	case SCOPE_SETTINGS:
		return "Inställningarna";
	case SCOPE_DECIDE:
		return "Besluten";
	case SCOPE_LOG:
		return "Historiken";
	case SCOPE_SHEET:
		return "Rapportera";
	case SCOPE_CELL:
		return "En öppen cell";
	case SCOPE_IMPORT:
		return "Inläsningen";
	case SCOPE_CHOOSER:
		return "Kolumnväljaren";
	case SCOPE_PROMPT:
		return "Frågor med fält";
	case SCOPE_CHOICE:
		return "Listor att välja ur";
	case SCOPE_CONFLICT:
		return "När två har ändrat samma åtgärd";
	case SCOPE_ROOT:
	case SCOPE_SUB:
	case SCOPE_HELP:
	case SCOPE_LOCKED:
	case SCOPE__ALL:
		break;
	}
	return "Hjälp och vägen ut";
}
