/*
 * test_property.c - what must hold whatever people do: sums follow the ledger, exports
 * carry everything, many writers lose nothing, and a killed import leaves nothing.
 *
 * SEED in the environment repeats a run, PROGRAMMES says how many random ones there are.
 */
#include <signal.h>
#include <sys/wait.h>

#include "figures_kit.h"
#include "view_kit.h"

#define PROGRAMMES 200
#define STEPS      10
#define ROWS       20000

static const char *const nasty[] = { "=SUM(A1:A9)", "'", "''två", "'=1", "a;b,c",
	"rad 1\nrad 2", "\"citat\"", "– 5", "+46 90", "-", "@alla", "åäö 日本 👍",
	"e\xcc\x81", "ej fördelad", "0,5", " kant ", "rad\n", "#N/A", "a\r\nb",
	"\xe2\x80\xae omvänt", "NULL",
	"\xef\xbc\x9d"
	"1",
	"sep=;", "ja", "\\", "\xef\xbb\xbfx", "a\tb", "ﬁ", "ÅÄÖ", "a'b", "\"", "\"\"",
	";", "id" };
static const char *const codes[] = { "A-1", "a 1", "=1", "Å;1", "'x", "B\"2" };
static const char *const units[] = { "Vård", "=Service", "'Folk;tand", "Kultur" };
static const char *const dates[] = { "Q4 2019", "2021-03", "våren 2020", "2022-12-31",
	"" };
static const char *const rounds[] = { "2021-03", "DÅ04-2021", "2021-06", "ÅR-2021" };

#define PICK(r, list) ((list)[g_rand_int_range((r), 0, (gint32)G_N_ELEMENTS(list))])

static int64_t
ore(GRand *r)
{
	return g_rand_int_range(r, -2000000, 9000000) *
	       (int64_t)g_rand_int_range(r, 1, 2000);
}

static bool
step_edit(struct session *s, GRand *r, struct saved *ret, GError **error)
{
	static const char *const fields[] = { "åtgärd", "område", "ansvarig",
		"uppföljningsmått", "beskrivning" };
	const char *code = PICK(r, codes);
	struct target_edit target = { g_rand_boolean(r) ? NULL : PICK(r, units),
		(enum cost_kind)g_rand_int_range(r, 0, COST_KIND__N),
		g_rand_int_range(r, 0, 4) ? g_rand_int_range(r, 2020, 2023) : 0,
		g_rand_int_range(r, 0, 4) ? amount_of(ore(r)) : AMOUNT_NONE };
	const struct plan *plan = NULL;
	const char *set[13] = { PICK(r, fields), PICK(r, nasty), "räknas",
		g_rand_boolean(r) ? "ja" : "nej", "start", PICK(r, dates), "åtgärd",
		PICK(r, nasty), "förvaltning", PICK(r, units), NULL };

	if (!session_plan(s, &plan, error))
		return false;
	if (plan_action(plan, code) && g_rand_boolean(r))
		set[6] = NULL; /* name and unit stay */
	if (g_rand_int_range(r, 0, 5) == 0)
		target.recipient = "ej fördelad";
	if (plan_action(plan, code) && g_rand_int_range(r, 0, 3) == 0) {
		set[0] = "status";
		set[1] = g_rand_boolean(r) ? "pausad" : "";
	}
	if (g_rand_int_range(r, 0, 4) == 0) {
		set[2] = "grad";
		set[3] = stage_words[g_rand_int_range(r, 0, STAGE_MAX + 1)].text;
	}
	return kit_edit(
	    s, code, set, &target, (size_t)g_rand_int_range(r, 0, 2), 0, ret, error);
}

static bool
step_post(struct session *s, GRand *r, struct saved *ret, GError **error)
{
	const struct saving_entry entry = { PICK(r, codes),
		202000 + g_rand_int_range(r, 0, 2) * 100 + g_rand_int_range(r, 1, 13),
		ore(r), NULL, g_rand_int_range(r, -1, COST_KIND__N),
		g_rand_boolean(r) ? NULL : PICK(r, nasty),
		g_rand_boolean(r) ? NULL : PICK(r, nasty), PICK(r, nasty) };

	return session_post(s, &entry, g_rand_int_range(r, 0, 3) == 0, ret, error);
}

static bool
step_report(struct session *s, GRand *r, struct saved *ret, GError **error)
{
	const struct report_entry entry = { PICK(r, codes), PICK(r, rounds),
		(enum status)g_rand_int_range(r, 0, STATUS__N),
		(enum light)g_rand_int_range(r, 0, LIGHT__N),
		g_rand_boolean(r) ? NULL : PICK(r, nasty), g_rand_boolean(r),
		g_rand_boolean(r) ? amount_of(ore(r)) : AMOUNT_NONE, NULL,
		g_rand_boolean(r), g_rand_boolean(r) ? NULL : PICK(r, nasty), NULL,
		g_rand_boolean(r) };

	return session_report(s, &entry, ret, error);
}

/* The cells of a row of a kind; an id may be unknown, and a date or amount blank. */
static void
append_row(struct csv_writer *w, GRand *r, enum exchange_kind kind)
{
	const char *date = PICK(r, dates);

	if (kind == EXCHANGE_DECISIONS)
		csv_text(w, PICK(r, nasty));
	csv_text(
	    w, kind == EXCHANGE_DECISIONS && g_rand_boolean(r) ? "" : PICK(r, codes));
	switch (kind) {
	case EXCHANGE_DECISIONS:
		csv_plain(w, date);
		for (int i = 0; i < 3; i++)
			csv_text(w, PICK(r, nasty));
		csv_plain(
		    w, word_text(outcome_words, g_rand_int_range(r, 0, OUTCOME__N)));
		csv_text(w, PICK(r, nasty));
		break;
	case EXCHANGE_ASSESSMENTS:
		csv_plain(w, date);
		csv_text(w, PICK(r, nasty));
		csv_text(w, PICK(r, nasty));
		break;
	case EXCHANGE_MILESTONES:
		csv_text(w, PICK(r, nasty));
		csv_plain(w, date[0] ? date : "2020");
		csv_plain(w, PICK(r, dates));
		break;
	default: /* EXCHANGE_FORECASTS; the years are not the rounds' */
		csv_text(w, PICK(r, rounds));
		csv_int(w, g_rand_int_range(r, 2020, 2024));
		csv_amount(
		    w, g_rand_int_range(r, 0, 4) ? amount_of(ore(r)) : AMOUNT_NONE);
	}
	csv_end_row(w);
}

/* Two rows of a kind that has no verb of its own. */
static bool
step_rows(struct session *s, GRand *r, struct saved *ret, GError **error)
{
	enum exchange_kind kind =
	    (enum exchange_kind)g_rand_int_range(r, EXCHANGE_DECISIONS, EXCHANGE_KIND__N);
	g_autoptr(GString) text = g_string_new(NULL);
	struct import_result result = { 0 };
	struct csv_writer w = { text, false };
	bool ok;

	kit_header(text, kind);
	append_row(&w, r, kind);
	append_row(&w, r, kind);
	ok = kit_try_import(s, kind, text->str, false, &result, NULL, error);
	ret->change = result.change;
	return ok;
}

/* Settings and rounds; and Bo attests what Ann has posted. */
static bool
step_steer(struct session *s, GRand *r, struct saved *ret, GError **error)
{
	const struct setting_edit settings[] = { { SETTING_VERIFY,
		                                     g_rand_boolean(r) ? "ja" : "" },
		{ SETTING_STAGE_0, g_rand_boolean(r) ? "25" : "" },
		{ SETTING_WEIGHT_GREY, g_rand_boolean(r) ? "70" : "" } };
	const struct round_edit round = { PICK(r, rounds),
		g_rand_boolean(r) ? NULL : "2021-05-14", g_rand_int_range(r, -1, 2) };
	const struct session_options options = {
		.path = session_path(s), .who = "Bo", .now = NOW, .write = true
	};
	struct verified verified = { 0 };
	struct session *bo = NULL;
	bool ok;

	if (g_rand_boolean(r))
		return session_set_round(s, &round, ret, error);
	if (g_rand_boolean(r))
		return session_set(s, settings, G_N_ELEMENTS(settings), ret, error);
	ok = session_open(&options, &bo, error) &&
	     session_verify_all(
	         bo, 202100 + g_rand_int_range(r, 1, 13), NULL, &verified, error);
	ret->change = verified.change;
	session_free(bo);
	return ok;
}

/* One random verb; a refusal is an answer, a database error is not. */
static int
step(struct session *s, GRand *r, int64_t *last)
{
	int what = g_rand_int_range(r, 0, 15);
	struct saved saved = { 0 };
	GError *error = NULL;
	bool ok;

	if (what < 4)
		ok = step_edit(s, r, &saved, &error);
	else if (what < 6)
		ok = step_post(s, r, &saved, &error);
	else if (what < 8)
		ok = step_report(s, r, &saved, &error);
	else if (what < 11)
		ok = step_rows(s, r, &saved, &error);
	else if (what < 13)
		ok = step_steer(s, r, &saved, &error);
	else
		ok = session_undo(
		    s, g_rand_int_range(r, 1, (gint32)*last + 2), &saved, &error);
	if (ok && saved.change)
		*last = saved.change;
	if (!ok &&
	    (error->code == SPARPLAN_ERROR_FILE || error->code == SPARPLAN_ERROR_RANGE ||
	        error->code == SPARPLAN_ERROR_BUSY))
		T_OK(ok, error);
	g_clear_error(&error);
	return ok && saved.change;
}

/* Savings have no order of their own. */
static char *
sorted_export(struct session *s, int kind)
{
	return figures_sorted(kit_export(s, (enum exchange_kind)kind), "\r\n");
}

static void
round_trip(struct session *s)
{
	struct session *copy = kit_create("copy.db");

	for (int k = 0; k < EXCHANGE_KIND__N; k++) {
		g_autofree char *csv = kit_export(s, (enum exchange_kind)k);

		kit_import(copy, (enum exchange_kind)k, csv);
	}
	for (int k = 0; k < EXCHANGE_KIND__N; k++) {
		g_autofree char *want = sorted_export(s, k);

		T_TAKE(sorted_export(copy, k), want);
	}
	kit_sound(copy);
	session_free(copy);
}

/* Every third step is looked at again as of then: no figure is another. */
#define LOOKS ((STEPS + 2) / 3)

static char *
look(struct session *s, int step, const struct instant *as_of)
{
	const struct view view = {
		.cutoff = step % 2 ? 202106 : 202112, .as_of = as_of, .weighted = true
	};

	return figures_text(s, &view);
}

/* How many steps were accepted; adds the sums that SQL agrees on. */
static int
one_programme(GRand *r, guint *compared)
{
	struct session *s = kit_create("random.db");
	char *seen[LOOKS];
	int64_t changes[LOOKS], last = 1;
	int accepted = 0;

	for (int k = 0; k < STEPS; k++) {
		accepted += step(s, r, &last);
		if (k % 3 != 0)
			continue;
		seen[k / 3] = look(s, k, NULL);
		changes[k / 3] = last;
	}
	kit_sound(s);
	*compared += view_agrees(s);
	for (int k = 0; k < STEPS; k += 3) {
		const struct instant at = { .change = changes[k / 3], .is_change = true };

		FIGURES_SAME(look(s, k, &at), seen[k / 3]);
		g_free(seen[k / 3]);
	}
	round_trip(s);
	session_free(s);
	return accepted;
}

static void
random_programmes(void)
{
	guint32 seed = kit_number("SEED", g_random_int());
	guint32 programmes = kit_number("PROGRAMMES", PROGRAMMES);
	guint compared = 0, accepted = 0;

	printf("(seed %u) ", seed);
	for (guint32 i = 0; i < programmes && CU_get_number_of_failures() == 0; i++) {
		GRand *r = g_rand_new_with_seed(seed + i);

		accepted += (guint)one_programme(r, &compared);
		if (CU_get_number_of_failures())
			g_printerr("SEED=%u repeats it first\n", seed + i);
		g_rand_free(r);
	}
	printf("(%u accepted, %u sums) ", accepted, compared);
	CU_ASSERT(CU_get_number_of_failures() || programmes < PROGRAMMES ||
	          accepted > programmes * STEPS / 4); /* else this shows little */
}

#define WRITERS  4
#define SESSIONS 5
#define POSTS    3

/* Öre 1, 2, 3 ... 60, each from a session of its own process. */
static void
write_some(const char *path, int writer)
{
	for (int i = 0; i < SESSIONS; i++) {
		const struct session_options options = {
			.path = path, .who = "Bo", .now = NOW, .write = true
		};
		struct session *s = NULL;

		if (!session_open(&options, &s, NULL))
			_exit(1);
		for (int k = 0; k < POSTS; k++) {
			int n = (writer * SESSIONS + i) * POSTS + k + 1;
			g_autofree char *ref = g_strdup_printf("R%d", n);
			const struct saving_entry entry = { "A", 202101 + n % 12, n, NULL,
				-1, ref, NULL, NULL };
			struct saved saved;

			if (!session_post(s, &entry, false, &saved, NULL))
				_exit(2);
		}
		session_free(s);
	}
	_exit(0);
}

static void
many_writers(void)
{
	struct session *s = kit_create("many.db");
	int status, n = WRITERS * SESSIONS * POSTS;
	bool changed = false;
	GError *error = NULL;
	struct log *log = NULL;

	kit_import(s, EXCHANGE_PLAN, "id;åtgärd;förvaltning;2021 kr\nA;a;Vård;5\n");
	for (int w = 0; w < WRITERS; w++)
		if (fork() == 0)
			write_some(kit_path("many.db"), w);
	for (int w = 0; w < WRITERS; w++) {
		wait(&status);
		T_INT(status, 0);
	}
	T_OK(session_poll(s, &changed, &error), error);
	T_INT(changed, true);
	kit_unit(s, "Vård", 500, n * (n + 1) / 2);
	T_OK(session_log(s, NULL, &log, &error), error);
	T_INT(g_array_index(log->entries, struct log_entry, 0).change, 2 + n);
	log_free(log);
	kit_sound(s);
	session_free(s);
}

static void
write_rows(const char *file)
{
	GString *csv = g_string_new("id;period;belopp kr;ref\n");

	for (int i = 0; i < ROWS; i++)
		g_string_append_printf(csv, "A;%d;0,01;R%d\n", 202001 + i % 12, i);
	kit_write_text(file, csv->str);
	g_string_free(csv, TRUE);
}

static void
import_and_die(const char *path, const char *file)
{
	const struct session_options options = {
		.path = path, .who = "Bo", .now = NOW, .write = true
	};
	const struct read_options how = { 0 };
	struct import_result result;
	struct session *s = NULL;

	if (!session_open(&options, &s, NULL))
		_exit(1);
	_exit(session_import(s, EXCHANGE_SAVINGS, &file, 1, &how, false, rejects_new(),
	          &result, NULL)
	          ? 0
	          : 2);
}

/* Kill an import after a while; what it left: nothing, or, killed too late, everything.
 */
static bool
kill_one(const char *path, const char *file, gulong microseconds)
{
	struct session *s;
	pid_t pid = fork();
	bool kept;

	if (pid == 0)
		import_and_die(path, file);
	g_usleep(microseconds);
	kill(pid, SIGKILL);
	waitpid(pid, NULL, 0);
	s = kit_open(path, true);
	kept = kit_cell(s, NULL, GROUPING_UNIT, SELECT_ALL, "Vård", 0).realised.known;
	kit_unit(s, "Vård", 500, kept ? ROWS : -1);
	kit_sound(s);
	session_free(s);
	return kept;
}

static void
killed(void)
{
	const char *path = kit_path("killed.db");
	const char *file = kit_path("rows.csv");
	gulong longest = 200000;
	bool fresh = true;
	int died = 0;

	write_rows(file);
	for (int i = 0; i < 20; i++) {
		if (fresh) {
			struct session *s = kit_create("killed.db");

			kit_import(s, EXCHANGE_PLAN,
			    "id;åtgärd;förvaltning;2021 kr\nA;a;Vård;5\n");
			session_free(s);
		}
		fresh = kill_one(
		    path, file, (gulong)g_random_int_range(1000, (gint32)longest));
		died += !fresh;
		if (fresh)
			longest = MAX(longest / 2, 20000); /* a fast machine */
	}
	printf("(%d killed in time) ", died);
	CU_ASSERT(died > 0);
}

int
main(void)
{
	CU_TestInfo cases[] = { { "many writers", many_writers }, { "killed", killed },
		{ "random programmes", random_programmes }, CU_TEST_INFO_NULL };

	return kit_run("property", cases);
}
