/*
 * cli_help.c - --help, made from the table of commands.
 */
#include "cli/cli_help.h"

#include "base/text.h"
#include "cli/cli_words.h"

#define HELP_WIDTH 80
#define NAME_WIDTH 22

static void
append_wrapped(GString *out, const char *text, int indent)
{
	g_autoptr(GPtrArray) lines = text_wrap(text, HELP_WIDTH - indent);

	for (guint i = 0; i < lines->len; i++)
		g_string_append_printf(
		    out, "%*s%s\n", i ? indent : 0, "", (const char *)lines->pdata[i]);
}

/* "  name    text", the text wrapped in its own column. */
static void
append_item(GString *out, const char *name, const char *text)
{
	g_string_append(out, "  ");
	g_string_append(out, name);
	if (text_width(name) >= NAME_WIDTH - 2)
		g_string_append_printf(out, "\n%*s", NAME_WIDTH + 2, "");
	else
		g_string_append_printf(out, "%*s", NAME_WIDTH - text_width(name), "");
	append_wrapped(out, text, NAME_WIDTH + 2);
}

static void
append_options(GString *out, const char *heading, const GOptionEntry *entries)
{
	g_string_append_printf(out, "\n%s\n", heading);
	for (const GOptionEntry *e = entries; e->long_name; e++) {
		g_autofree char *name =
		    e->arg_description
		        ? g_strdup_printf("--%s %s", e->long_name, e->arg_description)
		        : g_strdup_printf("--%s", e->long_name);

		append_item(out, name, e->description);
	}
}

static void
append_command(GString *out, const struct command *command)
{
	g_string_append_printf(out, "sparplan %s%s%s – %s\n\n", command->name,
	    *command->arguments ? " " : "", command->arguments, command->summary);
	append_wrapped(out, command->text, 0);
	if (command->options)
		append_options(out, "Kommandots flaggor", command->options);
	append_options(out, "Flaggor som alla kommandon tar", global_options);
}

void
help_append(GString *out, const struct command *command)
{
	if (command) {
		append_command(out, command);
		return;
	}
	g_string_append(out, "sparplan – följer upp en regions sparplan\n\n"
	                     "  sparplan [FLAGGOR] [KOMMANDO …]\n\n"
	                     "Utan kommando öppnas planen på skärmen.\n\nKommandon\n");
	for (const struct command *c = commands; c->name; c++)
		append_item(out, c->name, c->summary);
	append_options(out, "Flaggor", global_options);
	g_string_append(out,
	    "\nSlutkoder\n"
	    "  0 klart · 1 kontroll fann fel · 2 fel skriven kommandorad\n"
	    "  3 uppgifterna togs inte emot · 4 databasen eller en fil kan inte "
	    "användas\n"
	    "  5 någon annan hann ändra först\n\n"
	    "\"sparplan KOMMANDO --help\" visar mer om ett kommando.\n");
}
