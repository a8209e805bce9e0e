/*
 * test_keys.c - a person's own keys: what is taken, what is refused and how it is told,
 * and the table that is written for copying.
 */
#include <glib/gstdio.h>
#include <unistd.h>

#include "tests/t.h"
#include "tui/command.h"
#include "tui/key_names.h"
#include "tui/keys.h"

#define LIST_LIVE                                                                        \
	(SCOPE_LIST | SCOPE_MOVE | SCOPE_PERIOD | SCOPE_UNDO | SCOPE_ROOT | SCOPE_HELP)

/* The file's sentences in one text; "" for none.  g_free. */
static char *
problems_of(const char *text)
{
	g_autoptr(GPtrArray) problems = keys_take(text, "tangenter");

	if (problems == NULL)
		return g_strdup("");
	g_ptr_array_add(problems, NULL);
	return g_strjoinv("\n", (char **)(gpointer)problems->pdata);
}

static void
test_own(void)
{
	g_autoptr(GString) bar = g_string_new(NULL);
	g_autoptr(GString) keys = g_string_new(NULL);

	T_TAKE(problems_of("# mina\n\n  Bokför = F7   Ctrl-B\r\nångra=F8\n"
	                   "markera = t\n"
	                   "mal = 5\n"),
	    "");
	CU_ASSERT_EQUAL(command_for_key("F7", LIST_LIVE), CMD_POST);
	CU_ASSERT_EQUAL(command_for_key("Ctrl-B", LIST_LIVE), CMD_POST);
	CU_ASSERT_EQUAL(command_for_key("b", LIST_LIVE), CMD_NONE);
	CU_ASSERT_EQUAL(command_for_key("F8", LIST_LIVE), CMD_UNDO);
	CU_ASSERT_EQUAL(command_for_key("u", LIST_LIVE), CMD_NONE);
	CU_ASSERT_EQUAL(command_for_key("t", LIST_LIVE), CMD_MARK);
	/* the key bar and the help say so */
	command_bar(LIST_LIVE, 118, bar);
	CU_ASSERT_TRUE(strstr(bar->str, "F7 Bokför") != NULL);
	CU_ASSERT_TRUE(strstr(bar->str, "F8 Ångra") != NULL);
	command_append_keys(CMD_POST, keys);
	T_TEXT(keys->str, "F7, Ctrl-B");
	/* and the table can be read back */
	command_set_keys(NULL);
	CU_ASSERT_EQUAL(command_for_key("b", LIST_LIVE), CMD_POST);
}

static void
test_refused(void)
{
	T_TAKE(problems_of("bokförr = b\n"),
	    "tangenter:1: kommandot \"bokförr\" finns inte; menade du \"bokför\"?");
	T_TAKE(problems_of("\nqqqqqqqqqqqqqqqqqqqqqqqq = b\n"),
	    "tangenter:2: kommandot \"qqqqqqqqqqqqqqqqqqqqqqqq\" finns inte; sparplan "
	    "tangenter visar alla.");
	T_TAKE(problems_of("bokför = F13\n"),
	    "tangenter:1: tangenten \"F13\" finns inte; skriv till exempel x, F7, Ctrl-T "
	    "eller Blanksteg.");
	T_TAKE(problems_of("bokför\n"),
	    "tangenter:1: raden saknar likhetstecken; skriv kommando = tangenter.");
	T_TAKE(problems_of("= x\n"),
	    "tangenter:1: raden saknar kommando; skriv kommando = tangenter.");
	T_TAKE(problems_of("bokför =\n"), "tangenter:1: bokför har ingen tangent; skriv "
	                                  "minst en, eller ta bort raden.");
	T_TAKE(problems_of("bokför = F7\nbokför = F8\n"),
	    "tangenter:2: bokför står redan på rad 1; den raden gäller.");
	CU_ASSERT_EQUAL(command_for_key("F7", LIST_LIVE), CMD_POST);
	T_TAKE(problems_of("spara = s\n"),
	    "tangenter:1: tangenten \"s\" är text där spara används; välj till exempel "
	    "F7 eller Ctrl-T.");
	/* an escape in the file does not reach the terminal */
	T_TAKE(problems_of("bok\033[31mför = F7\n"),
	    "tangenter:1: kommandot \"bok¤[31mför\" finns inte; sparplan tangenter visar "
	    "alla.");
	/* nor one in a name that is known in spite of it */
	T_TAKE(problems_of("-\rbokför =\n"),
	    "tangenter:1: bokför har ingen tangent; skriv "
	    "minst en, eller ta bort raden.");
	command_set_keys(NULL);
}

static void
test_clash(void)
{
	enum command a, b;

	/* s is the status's */
	T_TAKE(problems_of("bokför = s\n"),
	    "tangenter:1: tangenten s är redan status; bokför behåller sina vanliga "
	    "tangenter.");
	CU_ASSERT_EQUAL(command_for_key("s", LIST_LIVE), CMD_STATUS);
	CU_ASSERT_EQUAL(command_for_key("b", LIST_LIVE), CMD_POST);
	/* a key of what is live beside every screen */
	T_TAKE(problems_of("bokför = Upp\n"),
	    "tangenter:1: tangenten Upp är redan upp; bokför behåller sina vanliga "
	    "tangenter.");
	/* two that change places do not clash */
	T_TAKE(problems_of("bokför = s\nstatus = b\n"), "");
	CU_ASSERT_EQUAL(command_for_key("s", LIST_LIVE), CMD_POST);
	CU_ASSERT_EQUAL(command_for_key("b", LIST_LIVE), CMD_STATUS);
	CU_ASSERT_FALSE(command_clash(LIST_LIVE, &a, &b));
	/* when one of two that change places is refused, so is the other */
	T_TAKE(problems_of("bokför = s\nstatus = Upp\n"),
	    "tangenter:2: tangenten Upp är redan upp; status behåller sina vanliga "
	    "tangenter.\n"
	    "tangenter:1: tangenten s är redan status; bokför behåller sina vanliga "
	    "tangenter.");
	CU_ASSERT_FALSE(command_clash(LIST_LIVE, &a, &b));
	/* what is never live at once may share: läs in stands in an empty list only */
	T_TAKE(problems_of("läs-in = s\n"), "");
	command_set_keys(NULL);
}

static void
test_table(void)
{
	g_autoptr(GString) out = g_string_new(NULL);
	g_autoptr(GString) again = g_string_new(NULL);
	g_autoptr(GHashTable) names = g_hash_table_new(g_str_hash, g_str_equal);
	g_auto(GStrv) lines = NULL;
	int commands = 0;

	T_TAKE(problems_of("bokför = F7 Blanksteg\nmarkera = Ctrl-B\n"), "");
	keys_print(out);
	CU_ASSERT_TRUE(
	    strstr(out->str, "bokför                 = F7 Blanksteg\n") != NULL);
	CU_ASSERT_TRUE(strstr(out->str, "# Åtgärdslistan\n") != NULL);
	lines = g_strsplit(out->str, "\n", -1);
	for (int i = 0; lines[i] != NULL; i++) {
		if (lines[i][0] == '#' || lines[i][0] == '\0')
			continue;
		commands++;
		lines[i][strcspn(lines[i], " =")] = '\0';
		/* two commands are never called the same */
		CU_ASSERT_TRUE(g_hash_table_add(names, lines[i]));
	}
	CU_ASSERT_EQUAL(commands, CMD__N - 1);
	/* taken as a file it says the same */
	T_TAKE(problems_of(out->str), "");
	keys_print(again);
	T_TEXT(again->str, out->str);
	command_set_keys(NULL);
}

static void
test_file(void)
{
	g_autofree char *path = NULL,
	                *folder = g_dir_make_tmp("sparplan-keys-XXXXXX", NULL);
	GPtrArray *problems;

	path = g_build_filename(folder, "tangenter", NULL);
	CU_ASSERT_PTR_NULL(keys_load(path));
	CU_ASSERT_PTR_NULL(keys_load(NULL));
	CU_ASSERT_TRUE(g_file_set_contents(path,
	    "\xEF\xBB\xBF"
	    "bokför = F7\n",
	    -1, NULL));
	CU_ASSERT_PTR_NULL(keys_load(path));
	CU_ASSERT_EQUAL(command_for_key("F7", LIST_LIVE), CMD_POST);
	CU_ASSERT_TRUE(g_file_set_contents(path, "bokf\xf6r = F7\n", -1, NULL));
	problems = keys_load(path);
	CU_ASSERT_TRUE(problems != NULL && strstr(g_ptr_array_index(problems, 0),
	                                       "är inte UTF-8; de vanliga") != NULL);
	g_ptr_array_unref(problems);
	g_unlink(path);
	CU_ASSERT_EQUAL(g_mkdir(path, 0700), 0);
	problems = keys_load(path);
	CU_ASSERT_TRUE(problems != NULL &&
	               strstr(g_ptr_array_index(problems, 0), "kan inte läsas") != NULL);
	g_ptr_array_unref(problems);
	g_rmdir(path);
	g_rmdir(folder);
	g_setenv("XDG_CONFIG_HOME", "/konf", TRUE);
	T_TAKE(keys_path(), "/konf/sparplan/tangenter");
	command_set_keys(NULL);
}

/* Each name, in capitals too, is its own command's: no two fold alike. */
static void
test_names(void)
{
	g_autoptr(GHashTable) names = key_names_new();

	for (int c = CMD_NONE + 1; c < CMD__N; c++) {
		g_autofree char *name = key_name((enum command)c);
		g_autofree char *loud = g_utf8_strup(name, -1);

		CU_ASSERT_EQUAL(key_names_find(names, name), (enum command)c);
		CU_ASSERT_EQUAL(key_names_find(names, loud), (enum command)c);
	}
	CU_ASSERT_EQUAL(key_names_find(names, "bokfor"), CMD_POST);
	CU_ASSERT_EQUAL(key_names_find(names, ""), CMD_NONE);
	T_TAKE(key_name_nearest("bokförr"), "bokför");
	CU_ASSERT_PTR_NULL(key_name_nearest("qqqqqqqqqqqqqqqqqqqqqqqq"));
}

int
main(void)
{
	CU_TestInfo cases[] = { { "own keys", test_own }, { "refused", test_refused },
		{ "clash", test_clash }, { "table", test_table }, { "file", test_file },
		{ "names", test_names }, CU_TEST_INFO_NULL };

	return t_run("keys", cases);
}
