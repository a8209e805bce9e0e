/*
 * test_pty.c - end to end: the program itself on a pseudo-terminal, as ssh gives it.
 *
 * Skipped (77) where libvterm was not there to build with.
 */
#ifndef HAVE_VTERM

#include <stdio.h>

int
main(void)
{
	puts("skipped: libvterm (libvterm-dev) was not found by configure");
	return 77;
}

#else

#include <signal.h>
#include <stdio.h>
#include <sys/resource.h>

#include "tests/pty_drive.h"
#include "tests/t.h"

static void
test_start(void)
{
	struct pty pty;
	g_autofree char *path = pty_start_example(&pty);

	/* ask the terminal to mark pastes; no mouse, which would take copying away */
	CU_ASSERT_PTR_NOT_NULL(strstr(pty.sent->str, ESC "[?2004h"));
	CU_ASSERT_PTR_NULL(strstr(pty.sent->str, "1000h"));
	pty_send(&pty, "/");
	CU_ASSERT_TRUE(pty_shows(&pty, "Sök"));
	/* composed and not: the same letters */
	pty_send(&pty, "a\xCC\x8Atgärd");
	CU_ASSERT_TRUE(pty_shows(&pty, "åtgärd"));
	pty_send(&pty, ESC);
	CU_ASSERT_TRUE(pty_shows(&pty, "q Ut"));
	/* Ctrl-C, Ctrl-Z, Ctrl-S and Ctrl-Q neither end, stop nor freeze it */
	pty_send(&pty, "\003");
	CU_ASSERT_TRUE(pty_shows(&pty, "Ctrl-C avslutar inte"));
	pty_send(&pty, "\032");
	CU_ASSERT_TRUE(pty_shows(&pty, "inget att ångra"));
	pty_send(&pty, "\023");
	CU_ASSERT_TRUE(pty_shows(&pty, "Allt är sparat"));
	pty_send(&pty, "\021");
	CU_ASSERT_TRUE(pty_hides(&pty, "Allt är sparat"));
	CU_ASSERT_EQUAL(pty_leave(&pty), 0);
	CU_ASSERT_PTR_NOT_NULL(strstr(pty.sent->str, ESC "[?2004l"));
	pty_finish(&pty);
}

static void
test_interrupts(void)
{
	struct pty pty;
	g_autofree char *path = pty_start_example(&pty);

	pty_send(&pty, "\003\003\003");
	CU_ASSERT_EQUAL(pty_ends(&pty, PTY_PATIENCE_MS), 0);
	pty_finish(&pty);
}

/* PuTTY's F1 in an amount is help, never "11"; split by a slow link too. */
static void
test_putty(void)
{
	static const char *const f1[][3] = { { ESC "[11~", "", "" }, { ESC, "[11~", "" },
		{ ESC "[1", "1~", "" }, { ESC "[", "1", "1~" } };
	struct pty pty;
	g_autofree char *path = pty_start_example(&pty);

	pty_send(&pty, "jb");
	CU_ASSERT_TRUE(pty_shows(&pty, "Bokför utfall"));
	for (size_t i = 0; i < G_N_ELEMENTS(f1); i++) {
		pty_send(&pty, "7");
		CU_ASSERT_TRUE(pty_shows(&pty, "[7 "));
		for (int part = 0; part < 3; part++) {
			pty_send(&pty, f1[i][part]);
			g_usleep(200 * 1000); /* longer than ESC is waited for */
		}
		CU_ASSERT_TRUE(pty_shows(&pty, "Hjälp"));
		pty_send(&pty, "q");
		CU_ASSERT_TRUE(pty_shows(&pty, "Bokför utfall"));
		pty_send(&pty, "8");
		CU_ASSERT_TRUE(pty_shows(&pty, "[78 "));
		pty_send(&pty, "\177\177");
		CU_ASSERT_TRUE(pty_hides(&pty, "[7"));
	}
	pty_finish(&pty);
}

/* The same in a cell of the report grid, where mkr are typed. */
static void
test_putty_cell(void)
{
	struct pty pty;
	g_autofree char *path = pty_start_example(&pty);

	pty_send(&pty, "2>");
	CU_ASSERT_TRUE(pty_shows(&pty, "Rapportera juli 2021"));
	pty_send(&pty, "7" ESC "[11~");
	CU_ASSERT_TRUE(pty_shows(&pty, "Hjälp"));
	pty_send(&pty, "q");
	CU_ASSERT_TRUE(pty_shows(&pty, "[      7]"));
	pty_send(&pty, "8");
	CU_ASSERT_TRUE(pty_shows(&pty, "[     78]"));
	/* one that nobody knows is swallowed, whole */
	pty_send(&pty, ESC "[99;5~" ESC "[?1;2c9");
	CU_ASSERT_TRUE(pty_shows(&pty, "[    789]"));
	pty_finish(&pty);
}

/* A month of 25 actions with digits and Enter, and nothing else. */
static void
test_digits(void)
{
	g_autofree char *path = pty_make_plan(25);
	struct pty pty;

	pty_start_as(&pty, path, "ea01", "", NULL);
	CU_ASSERT_TRUE(pty_shows(&pty, "Åtgärd nummer 1"));
	pty_send(&pty, "2");
	CU_ASSERT_TRUE(pty_shows(&pty, "0 av 25 klara"));
	for (int i = 0; i < 25; i++)
		pty_send(&pty, i % 2 == 0 ? "1\r" : "2\r");
	CU_ASSERT_TRUE(pty_shows(&pty, "25 av 25 klara"));
	/* thirteen of 1 and twelve of 2 mkr */
	CU_ASSERT_TRUE(pty_shows(&pty, "37,0"));
	pty_finish(&pty);
}

/* The processor time of all children that have ended, in ms. */
static int
children_ms(void)
{
	struct rusage usage;

	getrusage(RUSAGE_CHILDREN, &usage);
	return (int)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000 +
	       (int)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000;
}

/* 500 actions: from the start to the first screen, and out again. */
static void
test_first_paint(void)
{
	g_autofree char *path = pty_make_plan(500);
	int least = G_MAXINT;

	for (int i = 0; i < 3; i++) { /* the machine has others to serve */
		int before = children_ms();
		struct pty pty;

		pty_start_as(&pty, path, "ea01", "", NULL);
		CU_ASSERT_TRUE(pty_shows(&pty, "Åtgärd nummer 12"));
		CU_ASSERT_EQUAL(pty_leave(&pty), 0);
		pty_finish(&pty);
		least = MIN(least, children_ms() - before);
	}
	g_print("%d ms ", least);
	CU_ASSERT_TRUE(least <= 50);
}

/* "å" as the terminal shows it, and keys by the bytes they are. */
static void
test_terminal(void)
{
	struct pty pty;

	pty_start(&pty, "terminaltest", NULL);
	CU_ASSERT_TRUE(pty_shows(&pty, "Terminalen svarar UTF-8 (å = 1 kolumn)"));
	CU_ASSERT_TRUE(pty_shows(&pty, "TERM=xterm-256color · 256 färger · 80 × 24"));
	CU_ASSERT_TRUE(pty_shows(&pty, "(q slutar)"));
	pty_send(&pty, ESC "[11~");
	CU_ASSERT_TRUE(pty_shows(&pty, "F1 √ (\\e[11~)"));
	pty_send(&pty, ESC);
	CU_ASSERT_TRUE(pty_shows(&pty, "Esc √ (\\e)"));
	/* a terminal that is set to Latin 1 */
	pty_send(&pty, "\xE5");
	CU_ASSERT_TRUE(pty_shows(&pty, "ofullständig (\\xe5)"));
	pty_send(&pty, "q");
	CU_ASSERT_EQUAL(pty_ends(&pty, PTY_PATIENCE_MS), 0);
	pty_finish(&pty);
}

static void
test_mouse(void)
{
	g_autofree char *path = pty_example();
	struct pty pty;

	pty_start_as(&pty, path, "ea01", " --mus", NULL);
	CU_ASSERT_TRUE(pty_shows(&pty, "Ett sjukhus på tre orter"));
	CU_ASSERT_PTR_NOT_NULL(strstr(pty.sent->str, "1000h"));
	/* the button, in the ninth row */
	pty_send(&pty, ESC "[<0;5;9M" ESC "[<0;5;9m");
	CU_ASSERT_TRUE(pty_shows(&pty, "►HS-06"));
	pty_send(&pty, "M");
	CU_ASSERT_TRUE(pty_shows(&pty, "Musen är av"));
	CU_ASSERT_EQUAL(pty_leave(&pty), 0);
	CU_ASSERT_PTR_NOT_NULL(strstr(pty.sent->str, "1000l"));
	pty_finish(&pty);
}

/* The signs a screen is drawn with, by choice and by terminal type. */
static void
test_glyphs(void)
{
	static const char *const vt100[] = { "TERM=vt100", NULL };
	static const struct {
		const char *more;
		const char *const *settings;
		const char *shows, *hides;
	} cases[] = { { "", NULL, "►HS-01", ">HS-01" },
		{ " --tecken ascii", NULL, ">HS-01", "►" },
		{ " --tecken=ascii", NULL, "---------", "─" },
		{ "", vt100, ">HS-01", "►" },
		{ " --tecken wgl4", vt100, "►HS-01", ">HS-01" } };
	g_autofree char *path = pty_example();

	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		struct pty pty;

		pty_start_as(&pty, path, "ea01", cases[i].more, cases[i].settings);
		CU_ASSERT_TRUE(pty_shows(&pty, "Ett sjukhus på tre orter"));
		CU_ASSERT_TRUE(pty_shows(&pty, cases[i].shows));
		CU_ASSERT_TRUE(pty_hides(&pty, cases[i].hides));
		CU_ASSERT_EQUAL(pty_leave(&pty), 0);
		pty_finish(&pty);
	}
}

/* A terminal that is set to Latin 1 says so by the width of å. */
static void
test_latin(void)
{
	g_autofree char *path = pty_example();
	struct pty pty;

	pty_start_as(&pty, path, "ea01", "", NULL);
	vterm_set_utf8(pty.vterm, 0);
	vterm_screen_reset(pty.screen, 1);
	CU_ASSERT_TRUE(pty_shows(&pty, "som 2 tecken."));
	CU_ASSERT_TRUE(pty_shows(&pty, "terminaltest visar mer."));
	CU_ASSERT_TRUE(pty_shows(&pty, ">HS-01"));
	pty_send(&pty, "qq");
	CU_ASSERT_EQUAL(pty_ends(&pty, PTY_PATIENCE_MS), 0);
	pty_finish(&pty);
}

/* A terminal that cannot place its cursor is refused in one sentence. */
static void
test_dumb(void)
{
	static const char *const dumb[] = { "TERM=dumb", NULL };
	g_autofree char *path = pty_example();
	struct pty pty;

	pty_start_as(&pty, path, "ea01", "", dumb);
	CU_ASSERT_TRUE(pty_shows(&pty, "Terminalen (TERM=dumb) kan inte visa skärmar."));
	CU_ASSERT_EQUAL(pty_ends(&pty, PTY_PATIENCE_MS), 4);
	pty_finish(&pty);
}

static void
test_paste(void)
{
	struct pty pty;
	g_autofree char *path = pty_start_example(&pty);

	/* pasted keys are no commands */
	pty_send(&pty, ESC "[200~qq" ESC "[201~");
	CU_ASSERT_TRUE(pty_shows(&pty, "Här går det inte att klistra in"));
	pty_send(&pty, "/");
	CU_ASSERT_TRUE(pty_shows(&pty, "Sök:"));
	pty_send(&pty, ESC "[200~hyr\rA\xCC\x8A\a" ESC "[201~!");
	CU_ASSERT_TRUE(pty_shows(&pty, "hyr Å!"));
	pty_finish(&pty);
}

static void
test_resize_storm(void)
{
	static const int sizes[][2] = { { 200, 60 }, { 60, 16 }, { 20, 5 }, { 1, 1 },
		{ 120, 40 } };
	struct pty pty;
	g_autofree char *path = pty_start_example(&pty);

	pty_send(&pty, "jb1,3");
	CU_ASSERT_TRUE(pty_shows(&pty, "[1,3 "));
	for (int i = 0; i < 20; i++)
		pty_resize(&pty, 30 + i * 7, 8 + i * 2);
	for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++) {
		pty_resize(&pty, sizes[i][0], sizes[i][1]);
		if (sizes[i][0] >= 20)
			CU_ASSERT_TRUE(
			    pty_shows(&pty, sizes[i][0] >= 60 ? "[1,3 " : "litet"));
	}
	pty_send(&pty, "5");
	CU_ASSERT_TRUE(pty_shows(&pty, "[1,35 "));
	pty_finish(&pty);
}

/* The line is lost with an open form: gone within a second, offered at the next start. */
static void
test_hang_up(void)
{
	struct pty pty;
	g_autofree char *path = pty_start_example(&pty);

	pty_send(&pty, "jb1,3");
	CU_ASSERT_TRUE(pty_shows(&pty, "[1,3 "));
	pty_hang_up(&pty);
	CU_ASSERT_EQUAL(pty_ends(&pty, 1000), 128 + SIGHUP);
	pty_finish(&pty);

	/* another person is not offered it */
	pty_start_as(&pty, path, "ak17", "", NULL);
	CU_ASSERT_TRUE(pty_shows(&pty, "Ett sjukhus på tre orter"));
	CU_ASSERT_EQUAL(pty_leave(&pty), 0);
	pty_finish(&pty);

	/* left for later, then restored, as typed text that SIGTERM keeps again */
	pty_start_as(&pty, path, "ea01", "", NULL);
	CU_ASSERT_TRUE(pty_shows(&pty, "Utkast från"));
	CU_ASSERT_TRUE(pty_shows(&pty, "Belopp, mkr: 1,3"));
	pty_send(&pty, ESC);
	CU_ASSERT_TRUE(pty_shows(&pty, "ligger kvar"));
	CU_ASSERT_EQUAL(pty_leave(&pty), 0);
	pty_finish(&pty);
	pty_start_as(&pty, path, "ea01", "", NULL);
	CU_ASSERT_TRUE(pty_shows(&pty, "j Återställ"));
	pty_send(&pty, "j");
	CU_ASSERT_TRUE(pty_shows(&pty, "[1,3 "));
	kill(pty.child, SIGTERM);
	CU_ASSERT_EQUAL(pty_ends(&pty, 1000), 128 + SIGTERM);
	pty_finish(&pty);
	pty_start_as(&pty, path, "ea01", "", NULL);
	CU_ASSERT_TRUE(pty_shows(&pty, "j Återställ"));
	pty_send(&pty, "n");
	CU_ASSERT_TRUE(pty_shows(&pty, "Utkastet är kastat"));
	CU_ASSERT_EQUAL(pty_leave(&pty), 0);
	pty_finish(&pty);
	pty_start_as(&pty, path, "ea01", "", NULL);
	CU_ASSERT_TRUE(pty_shows(&pty, "Ett sjukhus på tre orter"));
	CU_ASSERT_EQUAL(pty_leave(&pty), 0);
	pty_finish(&pty);
}

/* An open cell of the report grid likewise: in its month, on its row. */
static void
test_hang_up_cell(void)
{
	struct pty pty;
	g_autofree char *path = pty_start_example(&pty);

	pty_send(&pty, "2>jj1,3");
	CU_ASSERT_TRUE(pty_shows(&pty, "[    1,3]"));
	pty_hang_up(&pty);
	CU_ASSERT_EQUAL(pty_ends(&pty, 1000), 128 + SIGHUP);
	pty_finish(&pty);

	pty_start_as(&pty, path, "ea01", "", NULL);
	CU_ASSERT_TRUE(pty_shows(&pty, "Rapportera juli 2021: HS-03"));
	pty_send(&pty, "j");
	CU_ASSERT_TRUE(pty_shows(&pty, "[    1,3]"));
	CU_ASSERT_TRUE(pty_shows(&pty, "►HS-03"));
	CU_ASSERT_TRUE(pty_shows(&pty, "0 av 17 klara"));
	pty_finish(&pty);
}

/* Without a signal a terminal that is gone gives an error at once for every read: the
 * program does not spin, it ends, and keeps what is typed. */
static void
test_silent_loss(void)
{
	g_autofree char *path = pty_example();
	struct pty pty;

	pty_lose_silently(true);
	pty_start_as(&pty, path, "ea01", "", NULL);
	pty_lose_silently(false);
	CU_ASSERT_TRUE(pty_shows(&pty, "Ett sjukhus på tre orter"));
	pty_send(&pty, "jb1,3");
	CU_ASSERT_TRUE(pty_shows(&pty, "[1,3 "));
	pty_hang_up(&pty);
	CU_ASSERT_EQUAL(pty_ends(&pty, 1000), 128 + SIGHUP);
	pty_finish(&pty);
	pty_start_as(&pty, path, "ea01", "", NULL);
	CU_ASSERT_TRUE(pty_shows(&pty, "Belopp, mkr: 1,3"));
	pty_finish(&pty);
}

/* Does an SGR sequence of the output set a colour?  30-37, 38, 39, 40-49, 90-107. */
static bool
has_colour(const char *sent)
{
	for (const char *p = strstr(sent, ESC "["); p != NULL;
	     p = strstr(p + 1, ESC "[")) {
		size_t length = strspn(p + 2, "0123456789;");
		g_autofree char *numbers = g_strndup(p + 2, length);
		g_auto(GStrv) parts = g_strsplit(numbers, ";", -1);

		if (p[2 + length] != 'm')
			continue;
		for (int i = 0; parts[i] != NULL; i++) {
			int code = atoi(parts[i]);

			if (code >= 30 && code <= 107)
				return true;
		}
	}
	return false;
}

static void
test_no_colour(void)
{
	static const char *const no_colour[] = { "NO_COLOR=1", NULL };
	static const struct {
		const char *more;
		const char *const *settings;
		bool colour;
	} cases[] = { { "", NULL, true }, { "", no_colour, false },
		{ " --ingen-farg", NULL, false } };
	g_autofree char *path = pty_example();

	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		struct pty pty;

		pty_start_as(&pty, path, "ea01", cases[i].more, cases[i].settings);
		CU_ASSERT_TRUE(pty_shows(&pty, "Ett sjukhus på tre orter"));
		pty_send(&pty, "\003"); /* a message, which has a colour */
		CU_ASSERT_TRUE(pty_shows(&pty, "OBS"));
		CU_ASSERT_EQUAL(has_colour(pty.sent->str), cases[i].colour);
		pty_finish(&pty);
	}
}

int
main(void)
{
	CU_TestInfo cases[] = { { "start, typing, control keys", test_start },
		{ "three Ctrl-C", test_interrupts }, { "PuTTY's keys", test_putty },
		{ "PuTTY's keys in a cell", test_putty_cell },
		{ "digits and Enter", test_digits }, { "first paint", test_first_paint },
		{ "terminaltest", test_terminal }, { "mouse", test_mouse },
		{ "signs", test_glyphs }, { "Latin 1", test_latin },
		{ "a terminal without cursor", test_dumb }, { "paste", test_paste },
		{ "a storm of sizes", test_resize_storm },
		{ "hang-up and draft", test_hang_up },
		{ "a line lost in silence", test_silent_loss },
		{ "hang-up and draft of a cell", test_hang_up_cell },
		{ "no colour", test_no_colour }, CU_TEST_INFO_NULL };

	return pty_run("pty", cases);
}

#endif
