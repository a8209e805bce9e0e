/*
 * pty_drive.c - a child on a pseudo-terminal.
 */
#include "tests/pty_drive.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <linux/securebits.h>
#include <locale.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#define PROGRAM "sparplan"

static bool plain, silent;

static void
run_child(const char *arguments, const char *const *settings)
{
	g_autofree char *path = g_build_filename(g_getenv("BUILDDIR"), PROGRAM, NULL);
	g_autofree char *line =
	    g_strconcat(path, arguments[0] != '\0' ? " " : "", arguments, NULL);
	g_auto(GStrv) words = g_strsplit(line, " ", -1);

	/* root may write what is read-only, unless being root gives no rights */
	if (plain && prctl(PR_SET_SECUREBITS, SECBIT_NOROOT, 0, 0, 0) != 0)
		_exit(126);
	if (silent) { /* giving the terminal up is itself told by a signal */
		signal(SIGHUP, SIG_IGN);
		ioctl(STDIN_FILENO, TIOCNOTTY);
		signal(SIGHUP, SIG_DFL);
	}
	g_setenv("TERM", "xterm-256color", TRUE);
	g_unsetenv("NO_COLOR");
	for (int i = 0; settings != NULL && settings[i] != NULL; i++) {
		g_auto(GStrv) parts = g_strsplit(settings[i], "=", 2);

		g_setenv(parts[0], parts[1], TRUE);
	}
	execv(words[0], words);
	_exit(127);
}

void
pty_be_plain(bool on)
{
	plain = on && geteuid() == 0;
}

void
pty_lose_silently(bool on)
{
	silent = on;
}

/* What a terminal answers when it is asked. */
static void
answer(const char *bytes, size_t length, void *user)
{
	const struct pty *pty = user;

	while (length > 0) {
		ssize_t n = write(pty->master, bytes, length);

		if (n <= 0)
			return;
		bytes += n;
		length -= (size_t)n;
	}
}

void
pty_start(struct pty *pty, const char *arguments, const char *const *settings)
{
	struct winsize size = { .ws_row = 24, .ws_col = 80 };

	*pty = (struct pty){ .rows = 24, .cols = 80, .sent = g_string_new(NULL) };
	pty->tallest = pty->rows;
	pty->widest = pty->cols;
	pty->vterm = vterm_new(pty->rows, pty->cols);
	vterm_set_utf8(pty->vterm, 1);
	vterm_output_set_callback(pty->vterm, answer, pty);
	pty->screen = vterm_obtain_screen(pty->vterm);
	vterm_screen_reset(pty->screen, 1);
	pty->child = forkpty(&pty->master, NULL, NULL, &size);
	if (pty->child == 0)
		run_child(arguments, settings);
	if (pty->child < 0)
		g_error("no pseudo-terminal: %s", g_strerror(errno));
	/* a second program must not hold the first one's line open */
	fcntl(pty->master, F_SETFD, FD_CLOEXEC);
}

/* Takes what the program has written, waiting at most so long for something; false when
 * nothing came. */
static bool
pump(struct pty *pty, int wait_ms)
{
	struct pollfd ready = { .fd = pty->master, .events = POLLIN };
	char bytes[4096];
	ssize_t n;

	if (pty->master < 0 || poll(&ready, 1, wait_ms) <= 0)
		return false;
	n = read(pty->master, bytes, sizeof(bytes));
	if (n <= 0)
		return false;
	g_string_append_len(pty->sent, bytes, n);
	vterm_input_write(pty->vterm, bytes, (size_t)n);
	return true;
}

void
pty_send(struct pty *pty, const char *bytes)
{
	answer(bytes, strlen(bytes), pty);
}

void
pty_resize(struct pty *pty, int cols, int rows)
{
	struct winsize size = { .ws_row = (unsigned short)rows,
		.ws_col = (unsigned short)cols };

	pty->rows = rows;
	pty->cols = cols;
	pty->tallest = MAX(pty->tallest, rows);
	pty->widest = MAX(pty->widest, cols);
	vterm_set_size(pty->vterm, pty->tallest, pty->widest);
	ioctl(pty->master, TIOCSWINSZ, &size);
}

void
pty_hang_up(struct pty *pty)
{
	close(pty->master);
	pty->master = -1;
}

char *
pty_text(struct pty *pty)
{
	GString *out = g_string_new(NULL);
	VTermScreenCell cell;
	VTermPos at;

	for (at.row = 0; at.row < pty->rows; at.row++) {
		for (at.col = 0; at.col < pty->cols; at.col += MAX(cell.width, 1)) {
			vterm_screen_get_cell(pty->screen, at, &cell);
			if (cell.chars[0] == 0)
				g_string_append_c(out, ' ');
			for (int i = 0;
			     i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i] != 0; i++)
				g_string_append_unichar(out, cell.chars[i]);
		}
		g_string_append_c(out, '\n');
	}
	return g_string_free(out, FALSE);
}

/* What follows a failure fails too, and need not be waited for. */
static int patience_ms = PTY_PATIENCE_MS;

static bool
becomes(struct pty *pty, const char *text, bool want, int wait_ms)
{
	gint64 end = g_get_monotonic_time() + (gint64)wait_ms * 1000;

	for (;;) {
		g_autofree char *screen = NULL;

		while (pump(pty, 0))
			;
		screen = pty_text(pty);
		if ((strstr(screen, text) != NULL) == want)
			return true;
		if (g_get_monotonic_time() > end) {
			g_printerr("%s on the screen: \"%s\"\n%s", want ? "not" : "still",
			    text, screen);
			patience_ms = 500;
			return false;
		}
		pump(pty, 100);
	}
}

bool
pty_shows(struct pty *pty, const char *text)
{
	return becomes(pty, text, true, patience_ms);
}

bool
pty_shows_in(struct pty *pty, const char *text, int wait_ms)
{
	return becomes(pty, text, true, wait_ms);
}

bool
pty_hides(struct pty *pty, const char *text)
{
	return becomes(pty, text, false, patience_ms);
}

int
pty_ends(struct pty *pty, int wait_ms)
{
	gint64 end = g_get_monotonic_time() + (gint64)wait_ms * 1000;
	int status;

	while (pty->child > 0) {
		if (waitpid(pty->child, &status, WNOHANG) == pty->child) {
			pty->child = 0;
			/* its last words, which the line may still carry; then the line
			 * is gone */
			while (pump(pty, 500))
				;
			return WIFEXITED(status) ? WEXITSTATUS(status)
			                         : 128 + WTERMSIG(status);
		}
		if (g_get_monotonic_time() > end)
			return -1;
		if (!pump(pty, 10))
			g_usleep(5000);
	}
	return -1;
}

void
pty_finish(struct pty *pty)
{
	if (pty->master >= 0)
		pty_hang_up(pty);
	if (pty->child > 0 && pty_ends(pty, 5000) < 0 && pty->child > 0) {
		kill(pty->child, SIGKILL);
		waitpid(pty->child, NULL, 0);
	}
	vterm_free(pty->vterm);
	g_string_free(pty->sent, TRUE);
}

/* ---- the program ------------------------------------------------------------------- */

static char *folder;

char *
pty_command(const char *words)
{
	g_autofree char *program = g_build_filename(g_getenv("BUILDDIR"), PROGRAM, NULL);
	g_autofree char *line = g_strdup_printf("%s %s", program, words);
	g_auto(GStrv) arguments = g_strsplit(line, " ", -1);
	GError *error = NULL;
	char *out = NULL;
	int status = 0;

	T_OK(g_spawn_sync(NULL, arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &out, NULL,
	         &status, &error),
	    error);
	CU_ASSERT_EQUAL(status, 0);
	return out;
}

char *
pty_make(const char *how)
{
	static int made;
	char *path = g_strdup_printf("%s/plan%d.db", folder, ++made);
	g_autofree char *words = g_strdup_printf("--databas %s %s", path, how);
	g_autofree char *out = pty_command(words);

	(void)out;
	return path;
}

void
pty_write_plan(const char *path, int actions)
{
	g_autoptr(GString) text = g_string_new("id;åtgärd;förvaltning;2021 mkr\n");
	GError *error = NULL;

	for (int i = 1; i <= actions; i++)
		g_string_append_printf(
		    text, "A-%d;Åtgärd nummer %d;Förvaltning %d;12\n", i, i, i % 12);
	T_OK(g_file_set_contents(path, text->str, (gssize)text->len, &error), error);
}

char *
pty_make_plan(int actions)
{
	char *path = pty_make("init");
	g_autofree char *words =
	    g_strdup_printf("--databas %s import plan plan.csv", path);
	g_autofree char *out = NULL;

	pty_write_plan("plan.csv", actions);
	out = pty_command(words);
	return path;
}

char *
pty_example(void)
{
	return pty_make("init --exempel");
}

void
pty_start_as(struct pty *pty, const char *path, const char *who, const char *more,
    const char *const *settings)
{
	g_autofree char *arguments =
	    g_strdup_printf("--databas %s --som %s%s", path, who, more);

	pty_start(pty, arguments, settings);
}

/* The exit status after q q. */
char *
pty_start_example(struct pty *pty)
{
	char *path = pty_example();

	pty_start_as(pty, path, "ea01", "", NULL);
	CU_ASSERT_TRUE(pty_shows(pty, "Ett sjukhus på tre orter"));
	return path;
}

int
pty_leave(struct pty *pty)
{
	pty_send(pty, "q");
	CU_ASSERT_TRUE(pty_shows(pty, "Tryck q en gång till"));
	pty_send(pty, "q");
	return pty_ends(pty, PTY_PATIENCE_MS);
}

static void
remove_all(const char *path)
{
	GDir *dir = g_dir_open(path, 0, NULL);
	const char *name;

	while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
		g_autofree char *whole = g_build_filename(path, name, NULL);

		if (g_file_test(whole, G_FILE_TEST_IS_DIR))
			remove_all(whole);
		else
			g_unlink(whole);
	}
	if (dir != NULL)
		g_dir_close(dir);
	g_rmdir(path);
}

int
pty_run(const char *name, CU_TestInfo *cases)
{
	int status;

	setlocale(LC_CTYPE, ""); /* so that screens can be printed */
	folder = g_dir_make_tmp("sparplan-pty-XXXXXX", NULL);
	g_setenv("XDG_STATE_HOME", folder, TRUE);
	if (g_chmod(folder, 0755) != 0 ||
	    g_chdir(folder) != 0) /* files are written here */
		return 99;
	g_setenv("SPARPLAN_NOW", "2021-07-05T09:00:00Z", TRUE);
	status = t_run(name, cases);
	remove_all(folder);
	g_free(folder);
	return status;
}
