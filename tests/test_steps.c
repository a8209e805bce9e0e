/*
 * test_steps.c - stages through the session: a step is refused whole, undone, logged, and
 * rests on what is in force.
 */
#include <sqlite3.h>

#include "session_kit.h"

/* A-1 has what stage 2 asks for and aims at 100 kr; A-2 has nothing. */
static struct session *
small(const char *name)
{
	struct session *s = kit_create(name);

	kit_import(s, EXCHANGE_PLAN,
	    "id;åtgärd;förvaltning;ansvarig;uppföljningsmått;2021 kr\n"
	    "A-1;Ett;Vård;Eva;Antal;100\nA-2;Två;Vård;;;\n");
	return s;
}

static int64_t
decide(struct session *s)
{
	return kit_import(s, EXCHANGE_DECISIONS, "nr;id;utfall\n1;A-1;bifall\n").change;
}

static void
assess(struct session *s)
{
	kit_import(s, EXCHANGE_ASSESSMENTS, "id;datum\nA-1;2020-01-15\n");
}

static int
stage_of(struct session *s, const char *code)
{
	struct detail *d = kit_detail(s, code);
	int stage = d->action.stage;

	detail_free(d);
	return stage;
}

/* `andra CODE grad=TEXT` is refused with this word, and the file is as before. */
static void
refuse_at(const char *file, int line, struct session *s, const char *code,
    const char *stage, const char *word)
{
	const char *const fields[] = { "grad", stage, NULL };
	g_autoptr(GBytes) before = kit_read(session_path(s));
	g_autoptr(GBytes) after = NULL;
	struct saved saved = { 0 };
	GError *error = NULL;
	bool ok = kit_edit(s, code, fields, NULL, 0, 0, &saved, &error);

	kit_refused_at(file, line, ok, &error, SPARPLAN_ERROR_INPUT, word);
	after = kit_read(session_path(s));
	CU_assertImplementation(g_bytes_equal(before, after), (unsigned)line, "same file",
	    file, "", CU_FALSE);
}
#define REFUSE(s, code, stage, word)                                                     \
	refuse_at(__FILE__, __LINE__, (s), (code), (stage), (word))

static void
refused_whole(void)
{
	struct session *s = small("refused.db");
	const char *const all[] = { "ansvarig", "Bo", "grad", "2", NULL };
	const char *const made[] = { "åtgärd", "Ny", "förvaltning", "Ny", "ansvarig",
		"Bo", "uppföljningsmått", "Antal", "grad", "2", NULL };
	const struct target_edit year = { NULL, COST_UNSPECIFIED, 2021, amount_of(5) };
	struct saved saved = { 0 };
	GError *error = NULL;

	REFUSE(s, "A-2", "2", "A-2 kan inte få grad 2: ansvarig saknas.");
	REFUSE(s, "A-1", "3", "A-1 kan inte få grad 3: beslut saknas.");
	REFUSE(s, "A-1", "4", "grad 3 är inte uppfylld: beslut saknas.");
	/* the rest of a refused edit is not kept either */
	T_REFUSED(kit_edit(s, "A-2", all, NULL, 0, 0, &saved, &error), error, INPUT,
	    "inget mål");
	T_INT(kit_set(s, "A-2", "ansvarig", "Bo").version, 2);
	/* somebody else's change is told before any rule */
	T_REFUSED(
	    kit_edit(s, "A-2", all, NULL, 0, 7, &saved, &error), error, CONFLICT, "A-2");
	/* a new action is asked from the beginning, with the targets of the same edit */
	T_REFUSED(kit_edit(s, "N-1", made, NULL, 0, 0, &saved, &error), error, INPUT,
	    "N-1 kan inte få grad 2: inget mål");
	T_OK(kit_edit(s, "N-1", made, &year, 1, 0, &saved, &error), error);
	T_INT(stage_of(s, "N-1"), 2);
	kit_sound(s);
	session_free(s);
}

static void
steps_and_back(void)
{
	struct session *s = small("steps.db");
	struct log *log = NULL;
	GError *error = NULL;
	struct saved up, down, undone;

	decide(s);
	assess(s);
	up = kit_set(s, "A-1", "grad", "3");
	/* undo and redo put back what was */
	undone = kit_undo(s, up.change);
	T_INT(stage_of(s, "A-1"), 1);
	kit_undo(s, undone.change);
	T_INT(stage_of(s, "A-1"), 3);
	/* other changes in a stage ask for nothing, nor do states beside */
	kit_set(s, "A-1", "ansvarig", "");
	kit_set(s, "A-1", "status", "återremitterad");
	T_INT(stage_of(s, "A-1"), 3);
	down = kit_set(s, "A-1", "grad", "0");
	T_OK(session_log(s, "A-1", &log, &error), error);
	T_TEXT(g_array_index(log->entries, struct log_entry, 0).field, "grad");
	T_TEXT(g_array_index(log->entries, struct log_entry, 0).old_text, "3");
	T_TEXT(g_array_index(log->entries, struct log_entry, 0).new_text, "0");
	T_INT(g_array_index(log->entries, struct log_entry, 0).change, down.change);
	log_free(log);
	REFUSE(s, "A-1", "2", "ansvarig saknas");
	kit_set(s, "A-1", "grad", "1");
	kit_sound(s);
	session_free(s);
}

/* What was taken back is no ground any more. */
static void
ground_undone(void)
{
	struct session *s = small("ground.db");
	int64_t decision = decide(s);
	struct import_result r;

	assess(s);
	kit_undo(s, decision);
	REFUSE(s, "A-1", "3", "beslut saknas");
	decide(s);
	kit_set(s, "A-1", "grad", "3");
	r = kit_import(
	    s, EXCHANGE_MILESTONES, "id;milstolpe;datum\nA-1;Avtal;2021\nA-2;X;2021\n");
	REFUSE(s, "A-1", "4", "milstolpen \"Avtal\" är inte nådd");
	kit_undo(s, r.change);
	kit_set(s, "A-1", "grad", "4");
	kit_sound(s);
	session_free(s);
}

/* 100 kr aimed at: 60 + 39,99 are not enough, a correction and other actions' savings
 * count as they stand. */
static void
realised(void)
{
	struct session *s = small("realised.db");
	struct saved last;

	decide(s);
	assess(s);
	kit_set(s, "A-1", "grad", "4");
	kit_post(s, "A-2", 202101, KR(500));
	REFUSE(s, "A-1", "5", "inget utfall är bokfört");
	kit_post(s, "A-1", 202101, KR(60));
	last = kit_post(s, "A-1", 202201, 3999);
	REFUSE(s, "A-1", "5", "realiserat är 0,00009999 mkr av målet 0,0001 mkr");
	kit_post(s, "A-1", 202212, 1);
	kit_set(s, "A-1", "grad", "5");
	kit_set(s, "A-1", "grad", "4");
	kit_undo(s, last.change);
	REFUSE(s, "A-1", "5", "realiserat är 0,00006001 mkr");
	kit_sound(s);
	session_free(s);
}

static void
sql(const char *path, const char *text)
{
	sqlite3 *db = NULL;

	T_INT(sqlite3_open(path, &db), SQLITE_OK);
	T_INT(sqlite3_exec(db, text, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
}

/* Where only verified savings count, only they are realised. */
static void
verified(void)
{
	struct session *s = small("verified.db");
	g_autofree char *attest = NULL;
	struct saved saved;

	decide(s);
	assess(s);
	kit_set(s, "A-1", "grad", "4");
	saved = kit_post(s, "A-1", 202101, KR(100));
	sql(session_path(s),
	    "INSERT INTO setting (change, programme, name, value) VALUES "
	    "(1, 1, 'verifiering', 'ja')");
	REFUSE(s, "A-1", "5", "inget utfall är bokfört");
	attest = g_strdup_printf("INSERT INTO verification (change, saving, standing, "
	                         "note) VALUES (1, %" G_GINT64_FORMAT ", 1, '')",
	    saved.id);
	sql(session_path(s), attest);
	kit_set(s, "A-1", "grad", "5");
	session_free(s);
}

/* A file may carry any stage, and a later edit at that stage is no step. */
static void
files_are_free(void)
{
	struct session *s = small("files.db");

	kit_import(s, EXCHANGE_PLAN, "id;grad\nA-2;4\n");
	kit_set(s, "A-2", "ansvarig", "Bo");
	T_INT(stage_of(s, "A-2"), 4);
	/* only the stages of the step itself are asked about */
	REFUSE(s, "A-2", "5", "A-2 kan inte få grad 5: målet är okänt");
	kit_sound(s);
	session_free(s);
}

/* Every action of the made-up outcomes may go all the way from 0 to where it is, but the
 * two whose targets the source gives without years. */
static void
example(void)
{
	struct session *s = kit_create("example.db");
	const struct plan *plan = NULL;
	int stages[30] = { 0 }, counts[STAGE_MAX + 1] = { 0 };
	const char *codes[30];
	GError *error = NULL;

	T_OK(session_load_example(s, true, &error), error);
	T_OK(session_plan(s, &plan, &error), error);
	CU_ASSERT_FATAL(plan->actions->len == G_N_ELEMENTS(codes));
	for (guint i = 0; i < plan->actions->len; i++) {
		const struct action *a = &g_array_index(plan->actions, struct action, i);

		codes[i] = g_intern_string(a->code);
		stages[i] = a->stage;
		counts[a->stage]++;
	}
	/* ansvariga.csv: 8 in grad 4, 8 in 3, 4 in 2 (HS-15, RF-02, RF-D1, RF-D2) */
	T_INT(counts[4], 8);
	T_INT(counts[3], 8);
	T_INT(counts[2], 4);
	for (size_t i = 0; i < G_N_ELEMENTS(codes); i++) {
		const char *stage = word_text(stage_words, stages[i]);

		if (stages[i] < 2)
			continue;
		kit_set(s, codes[i], "grad", "0");
		if (g_str_has_prefix(codes[i], "RF-D"))
			REFUSE(s, codes[i], stage, "inget mål är satt för ett år");
		else
			kit_set(s, codes[i], "grad", stage);
	}
	session_free(s);
}

int
main(void)
{
	CU_TestInfo cases[] = { { "refused whole", refused_whole },
		{ "steps and back", steps_and_back }, { "ground undone", ground_undone },
		{ "realised", realised }, { "verified", verified },
		{ "files are free", files_are_free }, { "example", example },
		CU_TEST_INFO_NULL };

	return kit_run("steps", cases);
}
