/*
 * cli_words.c - the words of a command line.
 */
#include "cli/cli_words.h"

#include <string.h>

#include "base/error.h"

/* GOption writes where an entry points, so the values of options stand in statics. */
static struct {
	char *database, *who, *programme, *glyphs;
	gboolean no_colour, spoken, mouse, help, version;
	char **words;
} given;

const GOptionEntry global_options[] = {
	{ "databas", 0, 0, G_OPTION_ARG_FILENAME, &given.database,
	    "databasen; annars $SPARPLAN_DB, annars sparplan.db i din datamapp", "FIL" },
	{ "som", 0, 0, G_OPTION_ARG_FILENAME, &given.who,
	    "den som ändringarna tillskrivs; annars ditt inloggningsnamn", "NAMN" },
	{ "program", 0, 0, G_OPTION_ARG_FILENAME, &given.programme,
	    "vilket program i databasen; annars inställningen program, eller det första",
	    "KOD" },
	{ "tecken", 0, 0, G_OPTION_ARG_FILENAME, &given.glyphs,
	    "skärmens tecken: ascii, wgl4 eller full", "NIVÅ" },
	{ "ingen-farg", 0, 0, G_OPTION_ARG_NONE, &given.no_colour,
	    "inga färger på skärmen", NULL },
	{ "linjar", 0, 0, G_OPTION_ARG_NONE, &given.spoken,
	    "skärmarna som meningar, en per rad, för skärmläsare och punktskrift", NULL },
	{ "mus", 0, 0, G_OPTION_ARG_NONE, &given.mouse,
	    "musen flyttar markören; kopiera då med skift nedtryckt", NULL },
	{ "help", 0, 0, G_OPTION_ARG_NONE, &given.help, "visar hjälp", NULL },
	{ "version", 0, 0, G_OPTION_ARG_NONE, &given.version, "visar programmets version",
	    NULL },
	{ NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL }
};

static const GOptionEntry *
find_in(const GOptionEntry *entries, const char *name, size_t length)
{
	for (const GOptionEntry *e = entries; e && e->long_name; e++)
		if (strlen(e->long_name) == length &&
		    strncmp(e->long_name, name, length) == 0)
			return e;
	return NULL;
}

static const GOptionEntry *
find_option(const struct command *command, const char *name, size_t length)
{
	const GOptionEntry *found = find_in(global_options, name, length);

	return found || !command ? found : find_in(command->options, name, length);
}

/* "-3", "-,5": a leading hyphen that a person means as minus. */
static bool
is_negative_number(const char *word)
{
	if (word[0] != '-')
		return false;
	if (word[1] == ',' || word[1] == '.')
		word++;
	return g_ascii_isdigit(word[1]);
}

static bool
is_option(const char *word)
{
	return word[0] == '-' && word[1] != '\0' && !is_negative_number(word);
}

/* An unknown option: does some command have it, and which known one is near? */
static bool
unknown_option(const struct command *command, const char *word, GError **error)
{
	g_autofree char *name = g_strndup(word, strcspn(word, "="));
	g_autoptr(GPtrArray) known = g_ptr_array_new_with_free_func(g_free);
	const GOptionEntry *tables[] = { global_options,
		command ? command->options : NULL };

	for (const struct command *c = commands; !command && c->name; c++)
		if (strncmp(name, "--", 2) == 0 &&
		    find_in(c->options, name + 2, strlen(name + 2)))
			return cli_usage(error,
			    "Flaggan %s hör till ett kommando. Skriv den efter "
			    "kommandot, till "
			    "exempel \"sparplan %s %s\".",
			    name, c->name, name);
	for (size_t t = 0; t < G_N_ELEMENTS(tables); t++)
		for (const GOptionEntry *e = tables[t]; e && e->long_name; e++)
			g_ptr_array_add(known, g_strconcat("--", e->long_name, NULL));
	g_ptr_array_add(known, NULL);
	return cli_unknown(error, "Flaggan", name, (const char *const *)known->pdata);
}

/* Check the option at words[i]; *i ends on its last word. */
static bool
check_option(const struct command *command, char **words, int n, int *i, GError **error)
{
	const char *word = words[*i], *equals = strchr(word, '=');
	size_t length = equals ? (size_t)(equals - word) : strlen(word);
	const GOptionEntry *entry = NULL;

	if (length > 2 && word[1] == '-')
		entry = find_option(command, word + 2, length - 2);
	if (!entry)
		return unknown_option(command, word, error);
	if (entry->arg == G_OPTION_ARG_NONE)
		return !equals ||
		       cli_usage(error, "Flaggan --%s tar inget värde. Skriv bara --%s.",
		           entry->long_name, entry->long_name);
	if (equals)
		return true;
	if (*i + 1 >= n)
		return cli_usage(error, "Flaggan --%s saknar sitt värde. Skriv --%s %s.",
		    entry->long_name, entry->long_name, entry->arg_description);
	*i += 1;
	return true;
}

/* The index of the command word, n when there is none; errors in what stands before. */
static bool
find_command(char **words, int n, int *ret, GError **error)
{
	int i;

	for (i = 0; i < n; i++) {
		if (strcmp(words[i], "--") == 0) {
			i++;
			break;
		}
		if (!is_option(words[i]))
			break;
		if (!check_option(NULL, words, n, &i, error))
			return false;
	}
	*ret = i;
	return true;
}

static bool
check_utf8(const struct cli *cli, GError **error)
{
	int first = cli->command ? cli->command->first_path : -1;

	for (int i = 0; i < cli->n_words && (first < 0 || i < first); i++)
		if (!g_utf8_validate(cli->words[i], -1, NULL))
			return cli_usage(error,
			    "Argumentet \"%s\" är inte UTF-8. Ställ in terminalen på "
			    "UTF-8.",
			    cli->words[i]);
	return true;
}

/* The values given to an option, one or several; paths may be any bytes. */
static bool
check_option_values(const GOptionEntry *e, GError **error)
{
	bool many = e->arg == G_OPTION_ARG_FILENAME_ARRAY;
	bool path = e->arg_description && strcmp(e->arg_description, "FIL") == 0;
	char *const one[] = {
		e->arg == G_OPTION_ARG_FILENAME ? *(char **)e->arg_data : NULL, NULL
	};
	char *const *values = many ? *(char ***)e->arg_data : one;

	for (; values && *values && !path; values++)
		if (!g_utf8_validate(*values, -1, NULL))
			return cli_usage(error,
			    "Värdet för --%s är inte UTF-8. Ställ in terminalen på "
			    "UTF-8.",
			    e->long_name);
	return true;
}

static bool
check_values(const struct cli *cli, GError **error)
{
	static const char *const levels[] = { "ascii", "wgl4", "full", NULL };
	const GOptionEntry *own = cli->command ? cli->command->options : NULL;
	const GOptionEntry *tables[] = { global_options, own };

	for (size_t t = 0; t < G_N_ELEMENTS(tables); t++)
		for (const GOptionEntry *e = tables[t]; e && e->long_name; e++)
			if (!check_option_values(e, error))
				return false;
	if (cli->glyphs && !g_strv_contains(levels, cli->glyphs))
		return cli_unknown(error, "Värdet för --tecken", cli->glyphs, levels);
	return true;
}

/* Let GOption take the checked words. */
static bool
take_words(const struct command *command, GPtrArray *words, GError **error)
{
	static const GOptionEntry rest[] = { { G_OPTION_REMAINING, 0, 0,
		                                 G_OPTION_ARG_FILENAME_ARRAY,
		                                 &given.words, NULL, NULL },
		{ NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL } };
	g_autoptr(GOptionContext) context = g_option_context_new(NULL);
	g_auto(GStrv) vector = g_new0(char *, words->len + 2);
	g_autoptr(GError) cause = NULL;

	vector[0] = g_strdup("sparplan");
	for (guint i = 0; i < words->len; i++)
		vector[i + 1] = g_strdup(words->pdata[i]);
	g_option_context_set_help_enabled(context, FALSE);
	g_option_context_add_main_entries(context, global_options, NULL);
	if (command && command->options)
		g_option_context_add_main_entries(context, command->options, NULL);
	g_option_context_add_main_entries(context, rest, NULL);
	if (!g_option_context_parse_strv(context, &vector, &cause))
		return cli_usage(error,
		    "Kommandoraden kan inte läsas. Skriv \"sparplan --help\" för hjälp.");
	return true;
}

/* The words without the command word, options checked, minus signs written as such. */
static bool
prepare(const struct command *command, char **words, int n, int skip, GPtrArray *ret,
    GError **error)
{
	bool options = true;

	for (int i = 0; i < n; i++) {
		int first = i;

		if (i == skip)
			continue;
		if (options && strcmp(words[i], "--") == 0)
			options = false;
		else if (options && is_option(words[i])) {
			if (!check_option(command, words, n, &i, error))
				return false;
		} else if (options && is_negative_number(words[i])) {
			g_ptr_array_add(ret, g_strconcat("\u2212", words[i] + 1, NULL));
			continue;
		}
		for (int k = first; k <= i; k++)
			g_ptr_array_add(ret, g_strdup(words[k]));
	}
	return true;
}

bool
words_parse(struct cli *cli, int argc, char **argv, struct words *ret, GError **error)
{
	static char *none[] = { NULL };
	char **words = argc > 0 ? argv + 1 : argv;
	int n = argc > 0 ? argc - 1 : 0, at;
	g_autoptr(GPtrArray) prepared = g_ptr_array_new_with_free_func(g_free);

	if (!find_command(words, n, &at, error))
		return false;
	if (at < n) {
		cli->command = command_find(words[at]);
		if (!cli->command) {
			g_autofree const char **names = command_names();

			return cli_unknown(error, "Kommandot", words[at], names);
		}
	}
	if (!prepare(cli->command, words, n, at, prepared, error) ||
	    !take_words(cli->command, prepared, error))
		return false;
	cli->database = given.database;
	cli->who = given.who;
	cli->programme = given.programme;
	cli->glyphs = given.glyphs;
	cli->no_colour = given.no_colour;
	cli->spoken = given.spoken;
	cli->mouse = given.mouse;
	cli->words = given.words ? given.words : none;
	cli->n_words = (int)g_strv_length(cli->words);
	ret->help = given.help;
	ret->version = given.version;
	return check_values(cli, error) && check_utf8(cli, error);
}

bool
words_check_count(const struct cli *cli, GError **error)
{
	const struct command *c = cli->command;

	if (cli->n_words < c->min_words)
		return cli_usage(error,
		    "Kommandot %s saknar argument. Skriv \"sparplan %s %s\".", c->name,
		    c->name, c->arguments);
	if (c->max_words >= 0 && cli->n_words > c->max_words)
		return cli_usage(error,
		    "Kommandot %s har ett argument för mycket: \"%s\". Skriv \"sparplan "
		    "%s%s%s\".",
		    c->name, cli->words[c->max_words], c->name, *c->arguments ? " " : "",
		    c->arguments);
	return true;
}
