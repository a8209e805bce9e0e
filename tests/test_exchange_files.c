/*
 * test_exchange_files.c - CSV out and back, and whole files in and out.
 */
#include "t.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/text.h"
#include "exchange/csv_read.h"
#include "exchange/csv_split.h"
#include "exchange/csv_write.h"
#include "exchange/encoding.h"
#include "exchange/file_read.h"
#include "exchange/outfile.h"

#define SAVINGS "id;period;belopp mkr;kommentar\n"

static void
test_guard(void)
{
	static const char *const formulas[] = { "=1+1", "+46", "-5", "@x", "\tx", "\rx",
		"\nx", " =x", "\"=x", "'-x", "\u200b=x", "\u00a0+x", "＝x", "＋x", "－x",
		"＠x", "\ufeff@" };
	static const char *const plain[] = { "", "Åtgärd", "a=b", "5-6", "−5", "–5", " x",
		"'90" };

	for (size_t i = 0; i < G_N_ELEMENTS(formulas); i++)
		CU_ASSERT_TRUE(csv_is_formula(formulas[i]));
	for (size_t i = 0; i < G_N_ELEMENTS(plain); i++)
		CU_ASSERT_FALSE(csv_is_formula(plain[i]));
	T_TEXT(csv_unguard("'=1"), "=1");
	T_TEXT(csv_unguard("''90-talet"), "'90-talet");
	T_TEXT(csv_unguard("'90-talet"), "'90-talet");
	T_TEXT(csv_unguard("="), "=");
}

static void
test_write(void)
{
	GString *out = g_string_new(NULL);
	struct csv_writer writer;

	csv_writer_init(&writer, out);
	csv_plain(&writer, "id");
	csv_text(&writer, "=1;2");
	csv_text(&writer, "'a");
	csv_text(&writer, "5\" rör\n");
	csv_end_row(&writer);
	csv_amount(&writer, amount_of(-22500000050));
	csv_amount(&writer, AMOUNT_NONE);
	csv_plain(&writer, "-");
	csv_int(&writer, -7);
	csv_end_row(&writer);
	T_TEXT(out->str,
	    "\xef\xbb\xbfid;\"'=1;2\";''a;\"5\"\" rör\n\"\r\n-225000000,50;;-;-7\r\n");
	g_string_free(out, TRUE);
}

static bool
keep_texts(void *user, const struct row *row, struct rejects *rejects, GError **error)
{
	(void)rejects;
	(void)error;
	g_ptr_array_add(user, g_strdup(row->values[SAVING_ID].text));
	g_ptr_array_add(user, g_strdup(row->values[SAVING_COMMENT].text));
	return true;
}

static char *
nasty_text(GRand *rand)
{
	static const char *const bits[] = { "\"", "\"\"", ";", "\r\n", "\n", "\r", "=",
		"+", "-", "@", "'", "''", "\t", "＝", "å", "x", "1", " ", "\u200b",
		"\u00a0", ",", "sep=" };
	GString *text = g_string_new(NULL);

	for (int n = g_rand_int_range(rand, 0, 7); n >= 0; n--)
		g_string_append(
		    text, bits[g_rand_int_range(rand, 0, G_N_ELEMENTS(bits))]);
	g_string_append_c(text, '.'); /* never blank */
	return g_string_free(text, FALSE);
}

/* What is written comes back: ids exactly, texts but for the blanks around them. */
static void
test_round_trip(void)
{
	guint32 seed = (guint32)g_get_real_time();
	GRand *rand = g_rand_new_with_seed(seed);
	g_autoptr(GPtrArray) put = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GPtrArray) got = g_ptr_array_new_with_free_func(g_free);
	struct rejects *rejects = rejects_new();
	GString *out = g_string_new(NULL);
	struct csv_writer writer;
	GError *error = NULL;

	g_print("(seed %u) ", seed);
	csv_writer_init(&writer, out);
	g_string_append(out, "id;period;belopp kr;kommentar\r\n");
	for (int i = 0; i < 3000; i++) {
		char *text = nasty_text(rand);

		g_ptr_array_add(put, text);
		csv_text(&writer, text);
		if (i % 2 == 0) {
			csv_plain(&writer, "2020-01");
			csv_amount(&writer, amount_of(i));
		} else
			csv_end_row(&writer);
	}
	T_OK(csv_read_data(out->str, out->len, "x", &exchange_kinds[EXCHANGE_SAVINGS],
	         NULL, keep_texts, got, rejects, NULL, &error),
	    error);
	CU_ASSERT_EQUAL(rejects_count(rejects), 0);
	CU_ASSERT_EQUAL_FATAL(got->len, put->len);
	for (guint i = 0; i < put->len; i++) {
		size_t bytes;
		const char *start = text_trim(g_ptr_array_index(put, i), &bytes);
		g_autofree char *trimmed = g_strndup(start, bytes);

		text_newlines(trimmed);
		T_TEXT(g_ptr_array_index(got, i),
		    i % 2 ? trimmed : (const char *)g_ptr_array_index(put, i));
	}
	g_string_free(out, TRUE);
	rejects_free(rejects);
	g_rand_free(rand);
}

static bool
note_row(void *user, const struct csv_cells *cells, int line)
{
	g_string_append_printf(user, "%d:", line);
	for (int i = 0; i < cells->n; i++)
		g_string_append_printf(user, "<%s>", csv_cell(cells, i));
	return true;
}

static bool
note_bad(void *user, int line, int cell, const char *text)
{
	(void)text;
	g_string_append_printf(user, "%d:!%d", line, cell);
	return true;
}

static char *
split_text(const char *text, size_t piece)
{
	GString *out = g_string_new(NULL);
	const struct split_events events = { note_row, note_bad, out };
	struct csv_split *split = csv_split_new(';', 1, &events);
	size_t size = strlen(text);

	for (size_t at = 0; at < size; at += piece)
		csv_split_add(split, text + at, MIN(piece, size - at));
	csv_split_end(split);
	csv_split_free(split);
	return g_string_free(out, FALSE);
}

static int64_t
first_bad(const char *text, size_t size, size_t piece)
{
	struct utf8_scan scan = UTF8_SCAN;

	for (size_t at = 0; at < size; at += piece)
		utf8_scan_add(&scan, text + at, MIN(piece, size - at));
	utf8_scan_end(&scan);
	return scan.first_bad;
}

/* However the text is cut, the same rows, lines and bad bytes come out. */
static void
test_pieces(void)
{
	guint32 seed = (guint32)g_get_real_time();
	GRand *rand = g_rand_new_with_seed(seed);

	g_print("(seed %u) ", seed);
	/* CR ends line 2; the bad row takes 3 and 4, 5 is blank, 6 is never closed */
	T_TAKE(split_text("a;\"b\"\r\nc\r\"d\r\ne\"f;\r\n\n\"g", 1),
	    "1:<a><b>2:<c>3:!05:6:!0");
	for (int i = 0; i < 3000; i++) {
		g_autofree char *text = nasty_text(rand);
		size_t size = strlen(text);
		g_autofree char *whole = split_text(text, size);
		const char *end;

		T_TAKE(split_text(text, 1), whole);
		for (int n = g_rand_int_range(rand, 0, 3); n > 0; n--)
			text[g_rand_int_range(rand, 0, (gint32)size)] =
			    (char)g_rand_int_range(rand, 0x80, 0x100);
		/* GLib judges the whole */
		g_utf8_validate(text, (gssize)size, &end);
		for (size_t piece = 1; piece <= 4; piece++)
			CU_ASSERT_EQUAL(first_bad(text, size, piece),
			    end == text + size ? -1 : end - text);
	}
	g_rand_free(rand);
}

static bool
cancel(void *user, int64_t done, int64_t size)
{
	(void)user;
	return done == 0 && size < 0;
}

static void
expect_file_error(bool ok, GError **error, int code, const char *says)
{
	CU_ASSERT_FALSE(ok);
	CU_ASSERT_TRUE(g_error_matches(*error, SPARPLAN_ERROR, code));
	if (!*error || !strstr((*error)->message, says)) {
		g_printerr("%s lacks %s\n", *error ? (*error)->message : "", says);
		CU_FAIL("another message");
	}
	g_clear_error(error);
}

static void
test_files_in(void)
{
	const struct kind_info *kind = &exchange_kinds[EXCHANGE_SAVINGS];
	g_autofree char *dir = g_dir_make_tmp("sparplan-XXXXXX", NULL);
	g_autofree char *path = g_build_filename(dir, "a.csv", NULL);
	g_autofree char *fifo = g_build_filename(dir, "fifo", NULL);
	const char *const special[] = { dir, fifo, "/dev/null" };
	struct read_options options = { .progress = cancel };
	struct rejects *rejects = rejects_new();
	g_autoptr(GPtrArray) got = g_ptr_array_new_with_free_func(g_free);
	GString *out = g_string_new(NULL);
	GError *error = NULL;

	expect_file_error(
	    file_read(path, kind, NULL, keep_texts, got, rejects, NULL, &error), &error,
	    SPARPLAN_ERROR_FILE, "finns inte");
	CU_ASSERT_EQUAL(mkfifo(fifo, 0600), 0);
	for (size_t i = 0; i < G_N_ELEMENTS(special); i++) {
		T_OK(file_read(
		         special[i], kind, NULL, keep_texts, got, rejects, NULL, &error),
		    error);
		CU_ASSERT_EQUAL(rejects_count(rejects), (int)i + 1);
	}
	T_OK(g_file_set_contents(path, SAVINGS "A;2020-01;1;\n", -1, &error), error);
	T_OK(file_read(path, kind, NULL, keep_texts, got, rejects, NULL, &error), error);
	CU_ASSERT_EQUAL(got->len, 2);
	T_TEXT(g_ptr_array_index(got, 0), "A");
	expect_file_error(
	    file_read(path, kind, &options, keep_texts, got, rejects, NULL, &error),
	    &error, SPARPLAN_ERROR_FILE, "avbröts");
	CU_ASSERT_EQUAL(truncate(path, INT64_C(2147483649)), 0);
	T_OK(file_read(path, kind, NULL, keep_texts, got, rejects, NULL, &error), error);
	rejects_print(rejects, out);
	CU_ASSERT_PTR_NOT_NULL(strstr(out->str, "är en mapp"));
	CU_ASSERT_PTR_NOT_NULL(strstr(
	    out->str, "fifo: är ingen vanlig fil; ange en CSV-, XLSX- eller JSON-fil\n"));
	CU_ASSERT_PTR_NOT_NULL(strstr(out->str, "a.csv: filen är större än 2 GiB"));
	CU_ASSERT_EQUAL(rejects_count(rejects), 4);
	g_string_free(out, TRUE);
	rejects_free(rejects);
	g_unlink(path);
	g_unlink(fifo);
	g_rmdir(dir);
}

static int
count_files(const char *dir)
{
	GDir *open = g_dir_open(dir, 0, NULL);
	int n = 0;

	while (g_dir_read_name(open))
		n++;
	g_dir_close(open);
	return n;
}

static void
test_outfile(void)
{
	g_autofree char *dir = g_dir_make_tmp("sparplan-XXXXXX", NULL);
	g_autofree char *path = g_build_filename(dir, "a.csv", NULL);
	g_autofree char *link = g_build_filename(dir, "länk", NULL);
	g_autofree char *lost = g_build_filename(dir, "ingen", "a.csv", NULL);
	g_autofree char *text = NULL;
	mode_t mask = umask(027);
	struct stat st;
	GError *error = NULL;

	T_OK(outfile_write(path, "ett", 3, false, false, &error), error);
	CU_ASSERT_EQUAL(g_stat(path, &st), 0);
	CU_ASSERT_EQUAL(st.st_mode & 0777, 0640);
	expect_file_error(outfile_write(path, "två", 4, false, false, &error), &error,
	    SPARPLAN_ERROR_FILE,
	    "finns redan; välj ett annat namn eller ange --skriv-over.");
	CU_ASSERT_TRUE(g_file_get_contents(path, &text, NULL, NULL));
	T_TEXT(text, "ett");
	CU_ASSERT_EQUAL(symlink("a.csv", link), 0);
	expect_file_error(outfile_write(link, "x", 1, true, false, &error), &error,
	    SPARPLAN_ERROR_FILE, "symbolisk länk");
	expect_file_error(outfile_write(dir, "x", 1, true, false, &error), &error,
	    SPARPLAN_ERROR_FILE, "en mapp");
	expect_file_error(outfile_write(lost, "x", 1, true, false, &error), &error,
	    SPARPLAN_ERROR_FILE, "mappen finns inte");
	T_OK(outfile_write(path, "tre\0!", 5, true, true, &error), error);
	g_clear_pointer(&text, g_free);
	CU_ASSERT_TRUE(g_file_get_contents(path, &text, NULL, NULL));
	CU_ASSERT_EQUAL(memcmp(text, "tre\0!", 6), 0);
	CU_ASSERT_EQUAL(count_files(dir), 2); /* no temporary left */
	umask(mask);
	g_unlink(link);
	g_unlink(path);
	g_rmdir(dir);
}

/* A write that fails half way leaves the old file and no temporary. */
static void
test_half_written(void)
{
	g_autofree char *dir = g_dir_make_tmp("sparplan-XXXXXX", NULL);
	g_autofree char *path = g_build_filename(dir, "a.csv", NULL);
	g_autofree char *large = g_strnfill(100000, 'x');
	g_autofree char *text = NULL;
	struct rlimit limit, small;
	GError *error = NULL;
	bool ok;

	T_OK(outfile_write(path, "ett", 3, false, false, &error), error);
	signal(SIGXFSZ, SIG_IGN);
	CU_ASSERT_EQUAL(getrlimit(RLIMIT_FSIZE, &limit), 0);
	small = limit;
	small.rlim_cur = 50000;
	CU_ASSERT_EQUAL(setrlimit(RLIMIT_FSIZE, &small), 0);
	ok = outfile_write(path, large, 100000, true, false, &error);
	CU_ASSERT_EQUAL(setrlimit(RLIMIT_FSIZE, &limit), 0);
	expect_file_error(ok, &error, SPARPLAN_ERROR_FILE, "kan inte skrivas");
	CU_ASSERT_TRUE(g_file_get_contents(path, &text, NULL, NULL));
	T_TEXT(text, "ett");
	CU_ASSERT_EQUAL(count_files(dir), 1);
	g_unlink(path);
	g_rmdir(dir);
}

/* A full disk and a reader that went away are errors, not silence. */
static void
test_stdout(void)
{
	int saved = dup(STDOUT_FILENO);
	int ends[2];
	char buffer[8] = "";
	GError *full = NULL, *gone = NULL, *error = NULL;
	bool ok_full, ok_gone, ok;

	fflush(stdout);
	signal(SIGPIPE, SIG_IGN);
	CU_ASSERT_PTR_NOT_NULL_FATAL(freopen("/dev/full", "w", stdout));
	ok_full = outfile_write("-", "x", 1, false, false, &full);
	CU_ASSERT_EQUAL_FATAL(pipe(ends), 0);
	dup2(ends[1], STDOUT_FILENO);
	ok = outfile_write(NULL, "ett\033", 4, false, true, &error);
	CU_ASSERT_EQUAL(read(ends[0], buffer, sizeof buffer), 4);
	close(ends[0]);
	ok_gone = outfile_write("-", "x", 1, false, false, &gone);
	dup2(saved, STDOUT_FILENO);
	close(ends[1]);
	close(saved);
	expect_file_error(ok_full, &full, SPARPLAN_ERROR_FILE, "disken är full");
	expect_file_error(ok_gone, &gone, SPARPLAN_ERROR_FILE, "slutade läsa");
	T_OK(ok, error);
	T_TEXT(buffer, "ett\033");
}

/* A terminal gets text that cannot steer it, and no BOM; never a binary format. */
static void
test_terminal(void)
{
	int master = posix_openpt(O_RDWR | O_NOCTTY);
	int saved = dup(STDOUT_FILENO);
	const char *text = "\xef\xbb\xbf"
	                   "e\033[2Jå\r\nb\n";
	char buffer[64] = "";
	GError *refused = NULL, *error = NULL;
	bool ok_refused, ok;
	int slave;

	CU_ASSERT_FATAL(master >= 0 && grantpt(master) == 0 && unlockpt(master) == 0);
	slave = open(ptsname(master), O_RDWR | O_NOCTTY);
	CU_ASSERT_FATAL(slave >= 0);
	fflush(stdout);
	dup2(slave, STDOUT_FILENO);
	ok_refused = outfile_write("-", "PK", 2, false, true, &refused);
	ok = outfile_write("-", text, strlen(text), false, false, &error);
	dup2(saved, STDOUT_FILENO);
	close(saved);
	CU_ASSERT_TRUE(read(master, buffer, sizeof buffer - 1) > 0);
	close(slave);
	close(master);
	expect_file_error(ok_refused, &refused, SPARPLAN_ERROR_USAGE, "--ut");
	T_OK(ok, error);
	/* the terminal itself turns each line end into CR LF */
	T_TEXT(buffer, "e¤[2Jå\r\nb\r\n");
}

int
main(void)
{
	CU_TestInfo cases[] = { { "guard", test_guard }, { "write", test_write },
		{ "round trip", test_round_trip }, { "files in", test_files_in },
		{ "outfile", test_outfile }, { "half written", test_half_written },
		{ "pieces", test_pieces }, { "stdout", test_stdout },
		{ "terminal", test_terminal }, CU_TEST_INFO_NULL };

	return t_run("exchange files", cases);
}
