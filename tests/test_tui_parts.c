/*
 * test_tui_parts.c - what screens are made of: commands and their keys, escape sequences,
 * the field editor, the grid.
 */
#include "tests/t.h"
#include "tui/chart.h"
#include "tui/command.h"
#include "tui/event.h"
#include "tui/field.h"
#include "tui/paste.h"

static const unsigned screens[] = { SCOPE_LIST | SCOPE_MOVE | SCOPE_PERIOD | SCOPE_UNDO |
	                                SCOPE_ROOT | SCOPE_HELP,
	SCOPE_EMPTY | SCOPE_UNDO | SCOPE_ROOT | SCOPE_HELP,
	SCOPE_OVERVIEW | SCOPE_MOVE | SCOPE_PERIOD | SCOPE_UNDO | SCOPE_SUB | SCOPE_HELP,
	SCOPE_FORM | SCOPE_HELP, SCOPE_PROMPT | SCOPE_HELP,
	SCOPE_CHOICE | SCOPE_MOVE | SCOPE_HELP, SCOPE_CONFLICT | SCOPE_MOVE | SCOPE_HELP,
	SCOPE_MOVE | SCOPE_SUB, SCOPE_EXPORT | SCOPE_HELP,
	SCOPE_READ | SCOPE_MOVE | SCOPE_HELP,
	SCOPE_GOALS | SCOPE_MOVE | SCOPE_UNDO | SCOPE_SUB | SCOPE_HELP,
	SCOPE_ASSIGN | SCOPE_MOVE | SCOPE_UNDO | SCOPE_SUB | SCOPE_HELP };

static void
test_keys(void)
{
	for (size_t i = 0; i < G_N_ELEMENTS(screens); i++) {
		enum command a = CMD_NONE, b = CMD_NONE;

		if (command_clash(screens[i], &a, &b))
			g_printerr("screen %zu: %s and %s share a key\n", i,
			    command_info[a].name, command_info[b].name);
		CU_ASSERT_EQUAL(a, b);
	}
	CU_ASSERT_EQUAL(command_for_key("o", screens[0]), CMD_OVERVIEW);
	CU_ASSERT_EQUAL(command_for_key("i", screens[0]), CMD_NOTHING_NEW);
	CU_ASSERT_EQUAL(command_for_key("i", screens[1]), CMD_IMPORT);
	CU_ASSERT_EQUAL(command_for_key("Ctrl-L", screens[4]), CMD_REDRAW);
	/* no part of a name is a key */
	CU_ASSERT_EQUAL(command_for_key("Ctrl", screens[0]), CMD_NONE);
	CU_ASSERT_EQUAL(command_for_key("", screens[0]), CMD_NONE);
	/* a clash is seen: i means two things when both were live */
	{
		enum command a, b;

		CU_ASSERT_TRUE(command_clash(SCOPE_LIST | SCOPE_EMPTY, &a, &b));
	}
}

static void
test_key_bar(void)
{
	static const int widths[] = { 58, 78, 118 };

	for (size_t i = 0; i < G_N_ELEMENTS(screens); i++)
		for (size_t w = 0; w < G_N_ELEMENTS(widths); w++) {
			g_autoptr(GString) bar = g_string_new(NULL);

			command_bar(screens[i], widths[w], bar);
			CU_ASSERT_TRUE(g_utf8_strlen(bar->str, -1) <= widths[w]);
			CU_ASSERT_TRUE(strstr(bar->str, "Tillbaka") != NULL ||
			               strstr(bar->str, "q Ut") != NULL);
			if ((screens[i] & SCOPE_HELP) != 0)
				CU_ASSERT_PTR_NOT_NULL(strstr(bar->str, "Hjälp"));
		}
	{
		/* where letters are text, the key shown is not a letter */
		g_autoptr(GString) bar = g_string_new(NULL);

		command_bar(SCOPE_FORM | SCOPE_HELP, 118, bar);
		CU_ASSERT_PTR_NOT_NULL(strstr(bar->str, "F1 Hjälp"));
	}
}

/* Feeds what follows an ESC; the last step, and how many signs were taken. */
static enum escape_step
feed(struct escape *escape, const char *bytes, int *ret_taken)
{
	enum escape_step step = ESCAPE_MORE;

	escape_start(escape);
	for (*ret_taken = 0; bytes[*ret_taken] != '\0' && step == ESCAPE_MORE;
	     ++*ret_taken)
		step = escape_feed(escape, (gunichar)(unsigned char)bytes[*ret_taken]);
	return step;
}

static void
test_sequences(void)
{
	struct escape escape;
	int n;

	CU_ASSERT_EQUAL(feed(&escape, "[11~8", &n), ESCAPE_KEY); /* PuTTY's F1 */
	T_TEXT(escape_key(&escape), "F1");
	CU_ASSERT_EQUAL(n, 4);
	CU_ASSERT_EQUAL(feed(&escape, "[[A", &n), ESCAPE_KEY); /* the Linux console's */
	T_TEXT(escape_key(&escape), "F1");
	CU_ASSERT_EQUAL(feed(&escape, "OH", &n), ESCAPE_KEY);
	T_TEXT(escape_key(&escape), "Home");
	/* not known: taken whole, no sign of it left over */
	CU_ASSERT_EQUAL(feed(&escape, "[1;5C7", &n), ESCAPE_IGNORE);
	CU_ASSERT_EQUAL(n, 5);
	CU_ASSERT_EQUAL(feed(&escape, "[?62;1;4c", &n), ESCAPE_IGNORE);
	CU_ASSERT_EQUAL(n, 9);
	CU_ASSERT_EQUAL(feed(&escape, "O5P", &n), ESCAPE_IGNORE);
	CU_ASSERT_EQUAL(n, 3);
	CU_ASSERT_EQUAL(feed(&escape, "[200~", &n), ESCAPE_PASTE);
	/* split anywhere it is still inside */
	CU_ASSERT_EQUAL(feed(&escape, "[1", &n), ESCAPE_MORE);
	/* a longer one than is kept ends too */
	CU_ASSERT_EQUAL(feed(&escape, "[1111111111111111111111111111111111111111m", &n),
	    ESCAPE_IGNORE);
	/* ESC and then a letter: two keys */
	CU_ASSERT_EQUAL(feed(&escape, "x", &n), ESCAPE_ALONE);
}

/* What a terminal sent after the start of a paste, as the event it gives. */
static void
read_paste(const char *sent, struct event *ret)
{
	struct paste paste;
	bool ended = false;

	memset(ret, 0, sizeof(*ret));
	paste_start(&paste);
	for (const char *p = sent; *p != '\0' && !ended;
	     p = g_utf8_find_next_char(p, NULL))
		ended = paste_feed(&paste, g_utf8_get_char(p));
	paste_finish(&paste, ended, ret);
	CU_ASSERT_EQUAL(ret->kind, EVENT_PASTE);
}

static void
test_paste(void)
{
	g_autoptr(GString) long_text = g_string_new(NULL);
	struct event event;

	/* a block from Excel: lines and tabs stay, one sign for each end of a line */
	read_paste("7,5\t8\r\n9\t10\r11\n\033[201~", &event);
	CU_ASSERT_EQUAL(event.fault, PASTE_WHOLE);
	T_TEXT(event.paste->str, "7,5\t8\n9\t10\n11\n");
	event_clear(&event);
	/* decomposed letters are composed; controls, an escape sequence's start, C1, bidi
	 * and zero-width signs are dropped */
	read_paste(
	    "A\xCC\x8At\xC2\x9B\a\033[31m\xE2\x80\xAE\xE2\x80\x8Bg\033[201~", &event);
	T_TEXT(event.paste->str, "Åt[31mg");
	event_clear(&event);
	/* the end never came */
	read_paste("7,5\n8", &event);
	CU_ASSERT_EQUAL(event.fault, PASTE_CUT);
	T_TEXT(event.paste->str, "");
	event_clear(&event);
	/* too large: none of it, and its end is still found */
	for (int i = 0; i < PASTE_MAX / 8 + 1; i++)
		g_string_append(long_text, "12345678");
	g_string_append(long_text, "\033[201~");
	read_paste(long_text->str, &event);
	CU_ASSERT_EQUAL(event.fault, PASTE_LARGE);
	T_TEXT(event.paste->str, "");
	event_clear(&event);
	/* exactly as much as may be */
	g_string_assign(long_text, "");
	for (int i = 0; i < (PASTE_MAX - 8) / 8; i++)
		g_string_append(long_text, "12345678");
	g_string_append(long_text, "\033[201~");
	read_paste(long_text->str, &event);
	CU_ASSERT_EQUAL(event.fault, PASTE_WHOLE);
	CU_ASSERT_EQUAL(event.paste->len, PASTE_MAX - 8);
	event_clear(&event);
}

static void
edit(struct field *field, const char *keys)
{
	g_auto(GStrv) names = g_strsplit(keys, " ", -1);

	for (int i = 0; names[i] != NULL; i++) {
		struct event event = { 0 };

		event_key(&event, names[i]);
		field_event(field, &event, 10);
	}
}

static void
test_field(void)
{
	struct field field;

	field_init(&field, "vård", false);
	edit(&field, "Left Left x");
	T_TEXT(field.text->str, "våxrd");
	edit(&field, "Back Back");
	T_TEXT(field.text->str, "vrd");
	/* a combining ring joins the letter before it: one letter, deleted as one */
	edit(&field, "a");
	field_insert(&field, "\xcc\x8a");
	T_TEXT(field.text->str, "vård");
	CU_ASSERT_EQUAL(field.cursor, 3); /* v and the two bytes of å */
	edit(&field, "Home Del End Back");
	T_TEXT(field.text->str, "år");
	/* letters in a row are one step; then the deletions */
	edit(&field, "b c");
	T_TEXT(field.text->str, "årbc");
	edit(&field, "Ctrl-Z");
	T_TEXT(field.text->str, "år");
	edit(&field, "Ctrl-Z");
	T_TEXT(field.text->str, "ård");
	edit(&field, "Ctrl-Y Ctrl-Y");
	T_TEXT(field.text->str, "årbc");
	field_clear(&field);

	/* a mark that has no composed form still goes with its letter */
	field_init(&field, "x\xcc\x8ay", false);
	edit(&field, "Left Back");
	T_TEXT(field.text->str, "y");
	field_clear(&field);

	/* nothing raw gets in; a line break is a blank where there is one line */
	field_init(&field, "", false);
	field_insert(&field, "a\033[31mb\nc");
	T_TEXT(field.text->str, "a¤[31mb c");
	field_clear(&field);

	/* an amount is replaced by what is typed, edited after a move */
	field_init(&field, "31,0", false);
	field.fresh = true;
	edit(&field, "7");
	T_TEXT(field.text->str, "7");
	field_clear(&field);
}

static void
test_field_lines(void)
{
	struct field field;
	struct grid *grid = grid_new(GLYPHS_WGL4);
	g_autofree char *dump = NULL;

	/* ten columns: "abcdefghij" fills a line, "kl" goes to the next */
	field_init(&field, "abcdefghijkl\nmno", true);
	edit(&field, "Up");
	CU_ASSERT_EQUAL(field.cursor, 12); /* column 3 of "kl" is its end */
	edit(&field, "Up");
	CU_ASSERT_EQUAL(field.cursor, 2);
	edit(&field, "End Enter x");
	T_TEXT(field.text->str, "abcdefghijkl\nx\nmno");
	grid_reset(grid, 4, 10);
	field_draw(&field, grid, 0, 0, 10, 4, true, ROLE_TEXT);
	dump = grid_dump(grid);
	T_TEXT(dump, "|abcdefghij|\n|kl        |\n|x         |\n|mno       |\n"
	             "markör: rad 2, kolumn 1\n");
	field_clear(&field);
	grid_free(grid);
}

static void
test_grid(void)
{
	struct grid *grid = grid_new(GLYPHS_WGL4);

	grid_reset(grid, 3, 8);
	grid_text(grid, 0, 0, 5, -1, "åäöåäö", ROLE_TEXT); /* cut: 4 letters and … */
	grid_text(grid, 0, 5, 3, 1, "7", ROLE_TEXT);
	/* 漢 is two columns wide, the cut sign takes the last: one is left over */
	grid_text(grid, 1, 0, 4, -1, "漢字字", ROLE_TEXT);
	/* decomposed å is one column and one cell */
	grid_text(grid, 1, 4, 4, -1, "a\xcc\x8a\033b", ROLE_TEXT);
	/* half a wide sign is never left */
	grid_put(grid, 2, 0, "漢", ROLE_TEXT);
	grid_put(grid, 2, 1, "x", ROLE_TEXT);
	grid_put(grid, 2, 7, "漢", ROLE_TEXT);
	grid_put(grid, 9, 0, "utanför", ROLE_TEXT);
	T_TAKE(grid_dump(grid), "|åäöå…  7|\n|漢 …a\xcc\x8a¤b |\n| x      |\n"
	                        "markör: rad 0, kolumn 0\n");
	grid_reset(grid, 1, 8);
	grid_amount(
	    grid, 0, 0, 8, amount_of(-50 * ORE_PER_MKR / 100), MONEY_MKR, ROLE_TEXT);
	T_TAKE(grid_dump(grid), "|    −0,5|\nmarkör: rad 0, kolumn 0\n");
	/* too wide is never shown as something smaller */
	grid_amount(grid, 0, 0, 4, amount_of(123456 * ORE_PER_MKR), MONEY_MKR, ROLE_TEXT);
	T_TAKE(grid_dump(grid), "|####−0,5|\nmarkör: rad 0, kolumn 0\n");
	grid_free(grid);

	grid = grid_new(GLYPHS_ASCII);
	grid_reset(grid, 1, 12);
	grid_put(grid, 0, 0, "●▲■√×○─█░…−å", ROLE_TEXT);
	T_TAKE(grid_dump(grid), "|*!#x-o-=.~-å|\nmarkör: rad 0, kolumn 0\n");
	grid_free(grid);
}

/* The line of four or fewer values, drawn in `width` columns. */
static void
check_spark(
    enum glyphs glyphs, int width, const struct measure *values, int n, const char *want)
{
	struct grid *grid = grid_new(glyphs);
	g_autofree char *dump = NULL;
	int64_t low, high;

	grid_reset(grid, 1, 4);
	if (chart_range(values, n, &low, &high))
		chart_spark(grid, 0, 0, width, values, n, low, high);
	dump = grid_dump(grid);
	*strchr(dump, '\n') = '\0';
	T_TEXT(dump, want);
	grid_free(grid);
}

static void
test_spark(void)
{
	const struct measure line[] = { measure_of(-100), measure_of(800), MEASURE_NONE,
		measure_of(350) };
	const struct measure alike[] = { measure_of(5), measure_of(5) };
	const struct measure far[] = { measure_of(INT64_MIN), measure_of(INT64_MAX),
		measure_of(0) };

	/* from -1 to 8 in nine steps: 3,5 is exactly halfway from 4 to 5, rounded up */
	check_spark(GLYPHS_WGL4, 4, line, 4, "|09·5|");
	check_spark(GLYPHS_ASCII, 4, line, 4, "|09-5|");
	check_spark(GLYPHS_FULL, 4, line, 4, "|▁▇·▄|");
	/* the last ones where there is no room for all */
	check_spark(GLYPHS_WGL4, 2, line, 4, "|·5  |");
	check_spark(GLYPHS_WGL4, 4, alike, 2, "|55  |");
	/* one value is no line */
	check_spark(GLYPHS_WGL4, 4, alike, 1, "|    |");
	check_spark(GLYPHS_WGL4, 4, far, 3, "|095 |");
}

int
main(void)
{
	CU_TestInfo cases[] = { { "keys", test_keys }, { "key bar", test_key_bar },
		{ "sequences", test_sequences }, { "paste", test_paste },
		{ "field", test_field }, { "field of lines", test_field_lines },
		{ "grid", test_grid }, { "spark", test_spark }, CU_TEST_INFO_NULL };

	return t_run("tui parts", cases);
}
