/* test_base.c - error statuses and Swedish text. */
#include "base/error.h"
#include "base/text.h"
#include "t.h"

#define NBSP   "\u00A0"
#define THIN   "\u2009"
#define NARROW "\u202F"

static void
test_exit_status(void)
{
	static const struct {
		int code, status;
	} table[] = { { SPARPLAN_ERROR_USAGE, 2 }, { SPARPLAN_ERROR_INPUT, 3 },
		{ SPARPLAN_ERROR_NOT_FOUND, 3 }, { SPARPLAN_ERROR_RANGE, 3 },
		{ SPARPLAN_ERROR_EXISTS, 3 }, { SPARPLAN_ERROR_FILE, 4 },
		{ SPARPLAN_ERROR_BUSY, 4 }, { SPARPLAN_ERROR_CONFLICT, 5 } };
	g_autoptr(GError) foreign =
	    g_error_new_literal(G_FILE_ERROR, SPARPLAN_ERROR_CONFLICT, "another domain");

	for (size_t i = 0; i < G_N_ELEMENTS(table); i++) {
		g_autoptr(GError) error =
		    g_error_new_literal(SPARPLAN_ERROR, table[i].code, "");

		CU_ASSERT_EQUAL(error_exit_status(error), table[i].status);
	}
	CU_ASSERT_EQUAL(error_exit_status(foreign), 4);
	CU_ASSERT_EQUAL(error_exit_status(NULL), 0);
}

static void
test_fold(void)
{
	static const char *const table[][2] = {
		{ "Plan_Klar", "plan klar" },
		{ "plan  klar", "plan klar" },
		{ "  Plan" NBSP "-_\tKLAR \r\n", "plan klar" },
		{ "Åtgärd", "atgard" },
		{ "A\u030Atga\u0308rd", "atgard" }, /* the same, decomposed */
		{ "FÖRVALTNING", "forvaltning" },
		{ "Idé für À", "ide fur à" }, /* other letters keep their marks */
		{ "räknas" THIN "mot" NARROW "kravet", "raknas mot kravet" },
		{ "", "" },
		{ " -_- ", "" },
		{ "2020 mkr", "2020 mkr" },
		{ "a\xFF", "a¤" },
	};

	for (size_t i = 0; i < G_N_ELEMENTS(table); i++)
		T_TAKE(text_fold(table[i][0]), table[i][1]);
	T_TAKE(text_fold(NULL), "");
	CU_ASSERT_TRUE(text_holds("Vård_och-OMSORG", "d och om"));
	CU_ASSERT_FALSE(text_holds("Vård", "vardo"));
	CU_ASSERT_TRUE(text_holds(NULL, ""));
}

static void
test_blank(void)
{
	size_t bytes;
	const char *text = " \t" NBSP "åå b" NARROW "\n";

	CU_ASSERT_TRUE(text_is_blank(NULL));
	CU_ASSERT_TRUE(text_is_blank(""));
	CU_ASSERT_TRUE(text_is_blank(" \t" NBSP THIN NARROW "\r\n"));
	CU_ASSERT_FALSE(text_is_blank(" \u200B"));
	CU_ASSERT_FALSE(text_is_blank("  0"));
	CU_ASSERT_FALSE(text_is_blank("\xC2"));
	CU_ASSERT_EQUAL(text_blank_bytes(NBSP), 2);
	CU_ASSERT_EQUAL(text_blank_bytes(THIN), 3);
	CU_ASSERT_EQUAL(text_blank_bytes("å"), 0);
	CU_ASSERT_PTR_EQUAL(text_trim(text, &bytes), text + 4);
	CU_ASSERT_EQUAL(bytes, strlen("åå b"));
	text_trim("  ", &bytes);
	CU_ASSERT_EQUAL(bytes, 0);
	text_trim("à", &bytes); /* ends in the byte that ends an NBSP */
	CU_ASSERT_EQUAL(bytes, 2);
}

static void
test_newlines(void)
{
	static const char *const table[][2] = { { "ett\r\ntvå\rtre\nfyra",
		                                    "ett\ntvå\ntre\nfyra" },
		{ "\r\r\n\n", "\n\n\n" }, { "å", "å" }, { "", "" }, { "\r", "\n" } };

	for (size_t i = 0; i < G_N_ELEMENTS(table); i++) {
		g_autofree char *text = g_strdup(table[i][0]);

		text_newlines(text);
		CU_ASSERT_STRING_EQUAL(text, table[i][1]);
	}
}

static void
test_width(void)
{
	static const struct {
		const char *text;
		int width;
	} table[] = { { "", 0 }, { "Åtgärd", 6 }, { "A\u030Atga\u0308rd", 6 },
		{ "日本", 4 }, { "a\u200Bb", 2 }, { "–−…●▲", 5 } };

	for (size_t i = 0; i < G_N_ELEMENTS(table); i++)
		CU_ASSERT_EQUAL(text_width(table[i].text), table[i].width);
}

static void
test_cell(void)
{
	static const struct {
		const char *text;
		int width, align;
		const char *ellipsis, *want;
	} table[] = {
		{ "mål", 5, -1, "…", "mål  " },
		{ "mål", 5, 1, "…", "  mål" },
		{ "mål", 6, 0, "…", " mål  " }, /* the odd blank goes last */
		{ "mål", 3, -1, "…", "mål" },
		{ "målen", 3, -1, "…", "må…" },
		{ "målen", 3, 1, "~", "må~" },
		{ "målen", 1, -1, "…", "…" },
		{ "målen", 0, -1, "…", "" },
		{ "målen", 3, -1, NULL, "mål" },
		{ "målen", 2, -1, "...", "må" }, /* no room for the sign at all */
		/* the ring stays with its A, also where the cut is */
		{ "A\u030AA\u030AA\u030A", 2, -1, "…", "A\u030A…" },
		{ "日本語", 4, -1, "…", "日 …" }, /* 本 would need columns 3 and 4 */
		{ "日本語", 5, -1, "…", "日本…" },
		{ "", 2, 1, "…", "  " },
	};

	for (size_t i = 0; i < G_N_ELEMENTS(table); i++) {
		GString *out = g_string_new("|");

		text_cell(out, table[i].text, table[i].width, table[i].align,
		    table[i].ellipsis);
		T_TEXT(out->str + 1, table[i].want);
		CU_ASSERT_EQUAL(text_width(out->str), table[i].width + 1);
		g_string_free(out, TRUE);
	}
}

static void
test_display(void)
{
	static const char *const table[][3] = {
		/* text, text_display, text_display_lines */
		{ "Åtgärd 7,5", "Åtgärd 7,5", "Åtgärd 7,5" },
		{ "a\tb", "a b", "a b" },
		{ "a\r\nb\nc\rd", "a b c d", "a\nb\nc\nd" },
		{ "a\u2028b", "a b", "a\nb" },
		{ "\x1B[31mröd\x07", "¤[31mröd¤", "¤[31mröd¤" },
		{ "\x7F\xC2\x85\xC2\x9B", "¤¤¤", "¤¤¤" },
		{ "a\u200Bb\uFEFFc\u00ADd", "a¤b¤c¤d", "a¤b¤c¤d" },
		{ "\u202Eabc\u202C\u2066\u200F", "¤abc¤¤¤", "¤abc¤¤¤" },
		{ "\xC5 \xE2\x82", "¤ ¤¤", "¤ ¤¤" },          /* cut short: each byte */
		{ "\xC0\xAF\xED\xA0\x80", "¤¤¤¤¤", "¤¤¤¤¤" }, /* overlong, surrogate */
		{ "A\u030A", "A\u030A", "A\u030A" }, /* a letter's own mark stays */
		{ "", "", "" },
	};

	for (size_t i = 0; i < G_N_ELEMENTS(table); i++) {
		T_TAKE(text_display(table[i][0]), table[i][1]);
		T_TAKE(text_display_lines(table[i][0]), table[i][2]);
	}
	T_TAKE(text_display(NULL), "");
}

static void
test_quote(void)
{
	T_TAKE(text_quote("7.5 mkr", 3), "\"7.5\"");
	T_TAKE(text_quote("a\x1B", 2), "\"a¤\"");
	/* 50 columns become 39 and the sign */
	T_TAKE(text_quote("12345678901234567890123456789012345678901234567890", 50),
	    "\"123456789012345678901234567890123456789…\"");
}

static void
test_nearest(void)
{
	static const char *const names[] = { "id", "åtgärd", "förvaltning", "mottagare",
		"kontrollsumma mkr", NULL };
	static const char *const none[] = { NULL };

	T_TEXT(text_nearest("atgrd", names), "åtgärd");
	T_TEXT(text_nearest("Forvaltnig", names), "förvaltning");
	T_TEXT(text_nearest("KONTROLL_SUMMA mkr", names), "kontrollsumma mkr");
	T_TEXT(text_nearest("mottagaren", names), "mottagare");
	/* 11 letters give at most 3 changes */
	T_TEXT(text_nearest("förvaltnabc", names), "förvaltning");
	T_TEXT(text_nearest("förvalabcde", names), NULL);
	T_TEXT(text_nearest("besparing", names), NULL);
	T_TEXT(text_nearest("id", none), NULL);
}

static void
check_wrap(const char *text, int width, const char *want)
{
	g_autoptr(GPtrArray) lines = text_wrap(text, width);

	g_ptr_array_add(lines, NULL);
	T_TAKE(g_strjoinv("|", (char **)lines->pdata), want);
}

static void
test_wrap(void)
{
	check_wrap(
	    "Effektiviseringar inom service", 18, "Effektiviseringar|inom service");
	check_wrap("Effektiviseringar", 6, "Effekt|iviser|ingar");
	check_wrap("en Effektiviseringar", 6, "en|Effekt|iviser|ingar");
	check_wrap("ab cd", 5, "ab cd");
	check_wrap("ab cd", 4, "ab|cd");
	check_wrap("  ab \t cd  ", 2, "ab|cd");
	check_wrap("", 5, "");
	check_wrap("a\n\nb", 5, "a||b");
	check_wrap("1" NBSP "250 mkr", 6, "1" NBSP "250|mkr"); /* an amount holds */
	check_wrap("日本語", 3, "日|本|語");
	check_wrap("日本", 1, "日|本"); /* too narrow, but nothing is lost */
	check_wrap("A\u030AA\u030A", 1, "A\u030A|A\u030A");
	check_wrap("ab", 0, "a|b");
}

int
main(void)
{
	CU_TestInfo cases[] = { { "exit status", test_exit_status },
		{ "fold", test_fold }, { "blank", test_blank },
		{ "line ends", test_newlines }, { "width", test_width },
		{ "cell", test_cell }, { "display", test_display },
		{ "quote", test_quote }, { "nearest", test_nearest },
		{ "wrap", test_wrap }, CU_TEST_INFO_NULL };

	return t_run("base", cases);
}
