/*
 * test_tui_robust.c - what must hold whatever the terminal and the line do: pastes, the
 * mouse, late keys, long work, a terminal that is looked into or read aloud.
 */
#include "tests/tui_drive.h"
#include "tui/term.h"
#include "tui/terminal_test.h"
#include "tui/wait.h"

static void
test_paste(void)
{
	struct drive drive;

	drive_example(&drive);
	/* nothing to paste into */
	drive_paste(&drive, "7,5");
	CU_ASSERT_TRUE(drive_shows(&drive, "OBS Här går det inte att klistra in."));
	/* a line break in a field of one line is a blank */
	drive_press(&drive, "/");
	drive_paste(&drive, "hyr\r\npersonal\t");
	CU_ASSERT_TRUE(drive_shows(&drive, "hyr personal"));
	drive_finish(&drive);
}

/* ---- the mouse --------------------------------------------------------------------- */

static int mouse_told;

static void
hear_mouse(struct term *term, bool on)
{
	(void)term;
	mouse_told = on;
}

static void
point_at(struct drive *drive, int y)
{
	struct event event = { .kind = EVENT_POINT, .y = y };

	drive->app->grid = drive->grid;
	CU_ASSERT_TRUE(app_event(drive->app, &event));
	drive_draw(drive);
}

static void
test_mouse(void)
{
	struct term term = { .mouse = hear_mouse };
	struct drive drive;

	drive_example(&drive);
	drive.app->term = &term;
	mouse_told = -1;
	drive_press(&drive, "M");
	CU_ASSERT_EQUAL(mouse_told, 1);
	CU_ASSERT_TRUE(drive_shows(&drive, "Musen är på. Håll ned skift"));
	/* row 2 is the förvaltning, so row 7 is HS-05; once more opens it */
	point_at(&drive, 7);
	CU_ASSERT_EQUAL(drive.grid->cursor_y, 7);
	CU_ASSERT_TRUE(drive_shows(&drive, "►HS-05"));
	point_at(&drive, 4);
	CU_ASSERT_TRUE(drive_shows(&drive, "►HS-02"));
	point_at(&drive, 4);
	CU_ASSERT_TRUE(drive_shows(&drive, "Åtgärd HS-02"));
	drive_press(&drive, "Esc");
	/* the title is no row: as far as it goes */
	point_at(&drive, 0);
	CU_ASSERT_EQUAL(drive.grid->cursor_y, 2);
	drive_press(&drive, "M");
	CU_ASSERT_EQUAL(mouse_told, 0);
	CU_ASSERT_TRUE(drive_shows(&drive, "Musen är av"));
	drive.app->term = NULL;
	drive_finish(&drive);
}

/* A slow link: F1 comes as an Esc, and then the rest of it.  What is typed stays, the
 * question the Esc led to is none, and the key is help. */
static void
test_late_key(void)
{
	struct event late = { .late = true };
	struct drive drive;

	drive_example(&drive);
	drive_press(&drive, "j b");
	drive_type(&drive, "7");
	drive_press(&drive, "Esc");
	CU_ASSERT_TRUE(drive_shows(&drive, "Det som är skrivet är inte sparat än."));
	event_key(&late, "F1");
	CU_ASSERT_TRUE(app_event(drive.app, &late));
	drive_draw(&drive);
	CU_ASSERT_TRUE(drive_shows(&drive, "Hjälp"));
	CU_ASSERT_TRUE(drive_hides(&drive, "inte sparat än"));
	drive_press(&drive, "q");
	drive_type(&drive, "8");
	CU_ASSERT_TRUE(drive_shows(&drive, "[78 "));
	/* a question that is answered by itself is not taken away by it */
	drive_press(&drive, "Esc Left");
	CU_ASSERT_TRUE(app_event(drive.app, &late));
	drive_draw(&drive);
	CU_ASSERT_TRUE(drive_shows(&drive, "inte sparat än"));
	drive_finish(&drive);
}

/* ---- long work --------------------------------------------------------------------- */

struct screenful {
	struct term term;
	int puts, reads;
	const char *key; /* what is pressed next; NULL: nothing */
};

static void
count_put(struct term *term, const struct grid *grid)
{
	(void)grid;
	((struct screenful *)term)->puts++;
}

static void
read_next(struct term *term, int wait_ms, struct event *ret)
{
	struct screenful *self = (struct screenful *)term;

	CU_ASSERT_EQUAL(wait_ms, 0); /* the work does not wait */
	memset(ret, 0, sizeof(*ret));
	self->reads++;
	if (self->key != NULL)
		event_key(ret, self->key);
}

/* Nothing before 300 ms, then every tenth, until Esc; no other key ends it. */
static void
test_work(void)
{
	struct screenful shown = { .term = { .put = count_put, .read = read_next } };
	struct drive drive;
	struct work work;

	drive_example(&drive);
	drive.app->term = &shown.term;
	drive.app->grid = drive.grid;
	work_start(&work, drive.app, "Läser in", "plan.csv");
	CU_ASSERT_TRUE(work_on(&work, 1, 100));
	CU_ASSERT_EQUAL(shown.puts, 0);
	CU_ASSERT_EQUAL(shown.reads, 0);
	work.start_ms -= WAIT_SHOWN_MS; /* the time has passed */
	CU_ASSERT_TRUE(work_on(&work, 54, 100));
	CU_ASSERT_TRUE(drive_shows(&drive, "┌ Läser in ─"));
	CU_ASSERT_TRUE(drive_shows(&drive, "plan.csv"));
	CU_ASSERT_TRUE(
	    drive_shows(&drive, "████████████████████░░░░░░░░░░░░░░░░░░░░  50 %"));
	CU_ASSERT_TRUE(drive_shows(&drive, "Esc avbryter; inget blir halvt."));
	CU_ASSERT_TRUE(work_on(&work, 59, 100));
	CU_ASSERT_EQUAL(shown.puts, 1);
	shown.key = "x";
	CU_ASSERT_TRUE(work_on(&work, 60, 100));
	CU_ASSERT_EQUAL(shown.puts, 2);
	CU_ASSERT_TRUE(drive_shows(&drive, "60 %"));
	shown.key = "Esc";
	CU_ASSERT_FALSE(work_on(&work, 61, 100));
	shown.key = NULL;
	CU_ASSERT_FALSE(work_on(&work, 62, 100));
	CU_ASSERT_TRUE(work.cancelled);
	work_end(&work);
	drive.app->term = NULL;
	drive_finish(&drive);
}

/* ---- terminaltest ------------------------------------------------------------------ */

static void
test_terminal_page(void)
{
	struct terminal_facts facts = { .locale = "C.UTF-8",
		.charset = "UTF-8",
		.term = "xterm",
		.colours = 8,
		.letter_columns = 1,
		.rows = 24,
		.cols = 80 };
	g_autoptr(GString) out = g_string_new(NULL);

	terminal_test_page(&facts, out);
	CU_ASSERT_PTR_NOT_NULL(strstr(out->str,
	    "Teckenkodning   LC_CTYPE=C.UTF-8 (UTF-8)\n"
	    "                Terminalen svarar UTF-8 (å = 1 kolumn).\n"));
	CU_ASSERT_PTR_NOT_NULL(
	    strstr(out->str, "Terminaltyp     TERM=xterm · 8 färger · 80 × 24\n"));
	CU_ASSERT_PTR_NOT_NULL(
	    strstr(out->str, "Färg            på · NO_COLOR är inte satt\n"));

	/* what is wrong is said, with what to do */
	facts = (struct terminal_facts){ .locale = "C",
		.charset = "ANSI_X3.4-1968",
		.term = "okänd",
		.colours = -1,
		.letter_columns = 2,
		.no_colour = true };
	g_string_truncate(out, 0);
	terminal_test_page(&facts, out);
	CU_ASSERT_PTR_NOT_NULL(strstr(out->str, "Sätt LC_CTYPE=C.UTF-8"));
	CU_ASSERT_PTR_NOT_NULL(strstr(out->str, "visar å som 2 tecken"));
	CU_ASSERT_PTR_NOT_NULL(strstr(out->str, "typen är okänd på den här datorn"));
	CU_ASSERT_PTR_NOT_NULL(
	    strstr(out->str, "Färg            av · NO_COLOR är satt\n"));
	for (const char *line = out->str; *line != '\0'; line = strchr(line, '\n') + 1)
		CU_ASSERT_TRUE(g_utf8_strlen(line, strchr(line, '\n') - line) <= 80);
}

static void
test_terminal_keys(void)
{
	static const struct {
		const char *bytes, *told; /* NULL: more is to come */
	} cases[] = { { "\033[11~", "F1 √ (\\e[11~)" }, { "\033OP", "F1 √ (\\eOP)" },
		{ "\033[1~", "Home √ (\\e[1~)" }, { "\033[Z", "Shift-Tab √ (\\e[Z)" },
		{ "\033", "Esc √ (\\e)" }, { "\033[1", NULL },
		{ "\033[99~", "okänd (\\e[99~)" }, { "a", "a √ (a)" },
		{ "\xC3\xA5", "å √ (\\xc3\\xa5)" }, { "\xC3", NULL },
		{ "\xE5", NULL }, /* Latin 1: no end of it comes */
		{ "\t", "Tab √ (\\x09)" } };

	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *told =
		    terminal_test_key(cases[i].bytes, strlen(cases[i].bytes));

		T_TEXT(
		    told != NULL ? told : "", cases[i].told != NULL ? cases[i].told : "");
	}
}

/* The example with --linjar. */
static void
start_spoken(struct drive *drive)
{
	const struct tui_options options = { .glyphs = GLYPHS_WGL4, .spoken = true };
	GError *error = NULL;

	drive_example(drive);
	app_free(drive->app);
	T_OK(app_new(drive->session, &options, &drive->app, &error), error);
	drive_draw(drive);
}

static void
test_spoken(void)
{
	struct drive drive;
	g_autofree char *dump = NULL;

	start_spoken(&drive);
	/* targets and outcome as the example's files have them; broken at 80 columns */
	CU_ASSERT_TRUE(drive_shows(&drive, "|HS-01 Ett sjukhus på tre orter, slag B, mål "
	                                   "21 3,0, utfall 1,5, prognos 3,1,"));
	CU_ASSERT_TRUE(drive_shows(&drive, "|HS-06 Förändrad jourorganisation, slag "
	                                   "saknas, mål 21 saknas, utfall saknas,"));
	dump = grid_dump(drive.grid);
	CU_ASSERT_PTR_NULL(strstr(dump, "│"));
	CU_ASSERT_PTR_NULL(strstr(dump, "─"));
	CU_ASSERT_PTR_NULL(strstr(dump, "►"));
	CU_ASSERT_PTR_NULL(strstr(dump, "…"));
	/* the cursor stands on the sentence of what is selected, however far down */
	drive_press(&drive, "G");
	{
		g_autofree char *last = grid_dump(drive.grid);
		g_auto(GStrv) rows = g_strsplit(last, "\n", -1);

		CU_ASSERT_EQUAL(drive.grid->cursor_x, 0);
		CU_ASSERT_TRUE(g_str_has_prefix(rows[drive.grid->cursor_y], "|RF-D9"));
	}
	/* what stands beside it on the overview is not said in the same breath */
	drive_press(&drive, "o Down");
	CU_ASSERT_TRUE(drive_shows(&drive, "|2021 62,1 / 175,5 35,4 %  "));
	CU_ASSERT_TRUE(drive_hides(&drive, "Ackumulerat"));
	drive_press(&drive, "q");
	/* a question is read without what lies behind it; a field with its name */
	drive_press(&drive, "g j b 7 ,");
	CU_ASSERT_TRUE(drive_shows(&drive, "Belopp, mkr: 7,"));
	CU_ASSERT_TRUE(drive_shows(&drive, "Kommentar: tomt"));
	CU_ASSERT_TRUE(drive_hides(&drive, "HS-04"));
	CU_ASSERT_EQUAL(drive.grid->cursor_x, 15); /* after "Belopp, mkr: 7," */
	/* the report grid's signs are words */
	drive_press(&drive, "Esc k 2 > s Down Down Enter");
	CU_ASSERT_TRUE(drive_shows(&drive, "juli tomt"));
	CU_ASSERT_TRUE(drive_shows(&drive, "försenad"));
	CU_ASSERT_TRUE(drive_hides(&drive, "____"));
	/* under their own headings; an open cell is what is typed in it and nothing else
	 */
	CU_ASSERT_TRUE(drive_shows(&drive, "status försenad"));
	CU_ASSERT_TRUE(drive_hides(&drive, "kommentar försenad"));
	drive_press(&drive, "1 , 2");
	CU_ASSERT_TRUE(drive_shows(&drive, "juli 1,2, ±mån"));
	CU_ASSERT_TRUE(drive_hides(&drive, "juli tomt, juli"));
	drive_finish(&drive);
}

int
main(void)
{
	CU_TestInfo cases[] = { { "paste", test_paste }, { "mouse", test_mouse },
		{ "long work", test_work }, { "late key", test_late_key },
		{ "terminaltest", test_terminal_page },
		{ "keys of terminaltest", test_terminal_keys },
		{ "sentences", test_spoken }, CU_TEST_INFO_NULL };
	char *folder = drive_enter_folder();
	int status;

	status = t_run("tui robust", cases);
	drive_leave_folder(folder);
	return status;
}
