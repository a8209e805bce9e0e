/*
 * test_tui_sizes.c - every screen and every dialog through a storm of sizes: nothing is
 * lost, nothing crashes, and what was typed goes on where it was.
 */
#include "tests/tui_drive.h"

/* The way to a state from the list, in keys and then in typed text; what it then shows.
 */
struct state {
	const char *keys, *typed, *shows;
};

static const struct state states[] = {
	/* the list */
	{ "j j", NULL, "HS-03" },
	{ "g Left", NULL, "Hälso- och sjukvårdsförvaltningen" },
	{ "z", NULL, "Regionförvaltningen" },
	{ "m", NULL, "tkr" },
	{ "Space j Space", NULL, "HS-02" },
	{ "*", NULL, "HS-02" },
	{ "<", NULL, "maj 2021" },
	{ "/", "hyrpers", "hyrpers" },
	{ "f", NULL, "Filter" },
	{ "S", NULL, "Sortera" },
	{ "v", NULL, "Kolumner" },
	{ "s", NULL, "Status" },
	{ "A", "Karin", "Karin" },
	{ "q", NULL, "Tryck q en gång till" },
	{ "u", NULL, "inget att ångra" },
	/* the form */
	{ "j e", NULL, "Åtgärd HS-02" },
	{ "j e Tab Tab Tab", "Karin", "Karin" },
	{ "j e Tab Space", NULL, "Regionförvaltningen" },
	{ "j e Ctrl-K", NULL, "Koppla" },
	{ "j e F3", NULL, "HS-02" },
	{ "j e F1", NULL, "Hjälp" },
	{ "j e x Esc", NULL, "inte sparat" },
	{ "j e x F10", NULL, "inte sparat" },
	{ "+", "HS-99", "HS-99" },
	/* prompts */
	{ "j b", "1,3", "1,3" },
	{ "j b 1 Esc", NULL, "inte sparat" },
	{ "j b Tab Tab F2", NULL, "Belopp" },
	{ "j c", "Väntar på Å", "Väntar på Å" },
	{ "j c Tab Space", NULL, "som förut" },
	/* the other screens */
	{ "o", NULL, "Per förvaltning" },
	{ "o Tab j j", NULL, "Per förvaltning" },
	{ "o Enter", NULL, "Nr" },
	{ "5", NULL, "Mål" },
	{ "5 j j Right", NULL, "Mål" },
	{ "6", NULL, "Uppdrag" },
	{ "7", NULL, "Omgångar" },
	{ "7 +", "2021-09", "2021-09" },
	{ "7 Enter", NULL, "2021-06" },
	{ "8", NULL, "Verifiering" },
	{ "8 f", NULL, "Verifiering" },
	{ "9", NULL, "Inställningar" },
	{ "9 j Enter", "73", "73" },
	{ "0", NULL, "Beslut" },
	{ "0 + Tab", "RS-9", "RS-9" },
	{ "0 Enter", NULL, "EX" },
	{ "H", NULL, "Historik" },
	{ "H f Tab Tab", "ea01", "ea01" },
	{ "H Enter", NULL, "Ändring" },
	{ "x", NULL, "Exportera" },
	{ "x Space", NULL, "Målkarta" },
	{ "x Tab Tab Tab", "a", ".txta" },
	{ "x Ctrl-W", NULL, "Uppföljning" },
	{ "p", NULL, "VB2020" },
	{ "?", NULL, "Hjälp" },
	/* the report grid */
	{ "2", NULL, "Rapportera" },
	{ "2 1 , 3", NULL, "1,3" },
	{ "2 1 , 3 Esc", NULL, "Rapportera" },
	{ "2 Tab 7", NULL, "7" },
	{ "2 c", "Avtal", "Avtal" },
	{ "2 s", NULL, "Status" },
	{ "2 I", NULL, "inget nytt" },
	{ "2 L", NULL, "Lämna in" },
	{ "2 f", NULL, "Filter" },
	{ "2 /", "HS-1", "HS-1" },
	{ "2 H", NULL, "Historik" },
};

static void
enter_state(
    struct drive *drive, const struct state *state, bool spoken, enum glyphs glyphs)
{
	const struct tui_options options = { .glyphs = glyphs, .spoken = spoken };
	GError *error = NULL;

	app_free(drive->app);
	grid_free(drive->grid);
	drive->grid = grid_new(glyphs);
	T_OK(app_new(drive->session, &options, &drive->app, &error), error);
	drive->running = true;
	drive_size(drive, 120, 40);
	drive_press(drive, state->keys);
	if (state->typed != NULL)
		drive_type(drive, state->typed);
	drive_draw(drive);
	CU_ASSERT_TRUE(drive_shows(drive, state->shows));
}

static void
test_states(enum glyphs glyphs, bool spoken)
{
	struct drive drive;

	drive_example(&drive);
	for (size_t i = 0; i < G_N_ELEMENTS(states); i++) {
		enter_state(&drive, &states[i], spoken, glyphs);
		drive_storm(&drive, states[i].typed != NULL ? states[i].shows : NULL);
		/* typing goes on where it was */
		if (states[i].typed != NULL) {
			g_autofree char *more = g_strconcat(states[i].typed, "5", NULL);

			drive_type(&drive, "5");
			CU_ASSERT_TRUE(drive_shows(&drive, more));
		}
	}
	drive_finish(&drive);
}

static void
test_drawn(void)
{
	test_states(GLYPHS_WGL4, false);
}

static void
test_ascii(void)
{
	test_states(GLYPHS_ASCII, false);
}

static void
test_full(void)
{
	test_states(GLYPHS_FULL, false);
}

static void
test_spoken(void)
{
	test_states(GLYPHS_WGL4, true);
}

int
main(void)
{
	CU_TestInfo cases[] = { { "drawn", test_drawn }, { "ascii", test_ascii },
		{ "full", test_full }, { "sentences", test_spoken }, CU_TEST_INFO_NULL };
	char *folder = drive_enter_folder();
	int status = t_run("tui sizes", cases);

	drive_leave_folder(folder);
	return status;
}
