/*
 * term_curses.c - the terminal through ncursesw: the only file that draws and reads by
 * it.
 *
 * Wide functions only; no boxes or line characters of curses, which show as letters on
 * PuTTY.  One ESC is a key after 35 ms; sequences curses does not know are decoded or
 * swallowed whole by event.c.
 */
#include "tui/term.h"

#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "base/text.h"
#include "tui/paste.h"

#define ESC_WAIT_MS      35   /* after ESC, for the rest of a sequence */
#define SEQUENCE_WAIT_MS 1000 /* inside one: a slow link may split it anywhere */
#define PASTE_WAIT_MS    5000 /* inside a paste */
#define ERRORS_MAX       20   /* failed reads in a row: the terminal is gone */

static volatile sig_atomic_t caught;

struct curses {
	struct term term;
	SCREEN *screen;
	struct grid *shown; /* what the terminal has, to send only rows that differ */
	attr_t attributes[ROLE__N];
	short pairs[ROLE__N];
	int errors;
	int64_t lone_esc_ms;
	bool asking;   /* how wide å is has not been answered */
	gunichar held; /* read but not yet handed over */
	cchar_t *row;
	int row_size;
	struct sigaction old_hup, old_term;
};

static void
on_signal(int number)
{
	caught = number;
}

static int64_t
now_ms(void)
{
	return g_get_monotonic_time() / 1000;
}

static void
curses_size(struct term *term, int *ret_rows, int *ret_cols)
{
	(void)term;
	*ret_rows = LINES;
	*ret_cols = COLS;
}

static void
set_cell(struct curses *self, cchar_t *ret, const struct grid_cell *cell)
{
	wchar_t wide[CCHARW_MAX + 1];
	int n = 0;

	if (cell->text[1] == '\0') /* one byte: most cells */
		wide[n++] = (wchar_t)cell->text[0];
	else
		for (const char *p = cell->text; *p != '\0' && n < CCHARW_MAX;
		     p = text_next(p))
			wide[n++] = (wchar_t)g_utf8_get_char(p);
	wide[n] = L'\0';
	setcchar(ret, wide, self->attributes[cell->role], self->pairs[cell->role], NULL);
}

static bool
is_blank(const struct grid_cell *cell)
{
	return cell->text[0] == ' ' && cell->text[1] == '\0';
}

/* Blanks between two signs of one role take it where it does not show on them: each turn
 * of attributes costs bytes on the line. */
static void
bridge_blanks(struct curses *self, const struct grid_cell *cell, int from, int to)
{
	struct grid_cell blank = { .text = " ", .role = cell->role };

	if (from >= to || (self->attributes[cell->role] & (A_REVERSE | A_UNDERLINE)) != 0)
		return;
	set_cell(self, &self->row[from], &blank);
	for (int i = from + 1; i < to; i++)
		self->row[i] = self->row[from];
}

/* Cells from..to-1 of a row; `from` begins a sign. */
static void
put_cells(struct curses *self, const struct grid *grid, int y, int from, int to)
{
	const struct grid_cell *cells = &grid->cells[(gsize)y * (gsize)grid->cols];
	int n = 0, role = ROLE_TEXT, after = 0; /* of the last sign, and where it ended */

	if (self->row_size < grid->cols) {
		self->row_size = grid->cols;
		self->row = g_renew(cchar_t, self->row, (gsize)self->row_size);
	}
	for (int x = from; x < to; x++) {
		if (cells[x].text[0] == '\0')
			continue;
		/* blanks and lines: many cells are as the one before */
		if (n > 0 && memcmp(&cells[x], &cells[x - 1], sizeof(cells[x])) == 0)
			self->row[n] = self->row[n - 1];
		else
			set_cell(self, &self->row[n], &cells[x]);
		n++;
		if (cells[x].role == ROLE_TEXT && is_blank(&cells[x]))
			continue;
		if (cells[x].role == role && role != ROLE_TEXT)
			bridge_blanks(self, &cells[x], after, n - 1);
		role = cells[x].role;
		after = n;
	}
	mvadd_wchnstr(y, from, self->row, n);
}

/* What differs of a row from what the terminal has. */
static void
put_row(struct curses *self, const struct grid *grid, int y)
{
	gsize at = (gsize)y * (gsize)grid->cols, size = sizeof(struct grid_cell);
	const struct grid_cell *cells = &grid->cells[at];
	struct grid_cell *shown = &self->shown->cells[at];
	int from = 0, to = grid->cols;

	while (from < to && memcmp(&cells[from], &shown[from], size) == 0)
		from++;
	while (to > from && memcmp(&cells[to - 1], &shown[to - 1], size) == 0)
		to--;
	if (from == to)
		return;
	/* a wide sign is sent whole */
	while (from > 0 && (cells[from].text[0] == '\0' || shown[from].text[0] == '\0'))
		from--;
	while (
	    to < grid->cols && (cells[to].text[0] == '\0' || shown[to].text[0] == '\0'))
		to++;
	memcpy(&shown[from], &cells[from], (gsize)(to - from) * size);
	put_cells(self, grid, y, from, to);
}

static void
curses_put(struct term *term, const struct grid *grid)
{
	struct curses *self = (struct curses *)term;

	if (self->shown->rows != grid->rows || self->shown->cols != grid->cols) {
		erase();
		grid_reset(self->shown, grid->rows, grid->cols);
	}
	for (int y = 0; y < grid->rows; y++)
		put_row(self, grid, y);
	move(grid->cursor_y, grid->cursor_x);
	wnoutrefresh(stdscr);
	doupdate();
}

static void
curses_forget(struct term *term)
{
	(void)term;
	clearok(curscr, TRUE);
}

static const char *
name_of_code(wint_t code)
{
	static const struct {
		wint_t code;
		const char *name;
	} names[] = { { KEY_UP, "Up" }, { KEY_DOWN, "Down" }, { KEY_LEFT, "Left" },
		{ KEY_RIGHT, "Right" }, { KEY_HOME, "Home" }, { KEY_END, "End" },
		{ KEY_PPAGE, "PgUp" }, { KEY_NPAGE, "PgDn" }, { KEY_BTAB, "Shift-Tab" },
		{ KEY_BACKSPACE, "Back" }, { KEY_DC, "Del" }, { KEY_IC, "Insert" },
		{ KEY_ENTER, "Enter" }, { KEY_FIND, "Home" }, { KEY_SELECT, "End" },
		{ KEY_A1, "Home" }, { KEY_C1, "End" }, { KEY_A3, "PgUp" },
		{ KEY_C3, "PgDn" } };
	static const char *const functions[] = { "F1", "F2", "F3", "F4", "F5", "F6", "F7",
		"F8", "F9", "F10" };

	for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
		if (names[i].code == code)
			return names[i].name;
	if (code >= (wint_t)KEY_F(1) && code <= (wint_t)KEY_F(10))
		return functions[code - (wint_t)KEY_F(1)];
	return "";
}

/* One sign or key; false when the time has passed or the read failed. */
static bool
read_sign(struct curses *self, int wait_ms, wint_t *ret, bool *ret_code)
{
	int64_t start = now_ms();
	int rc;

	if (self->held != 0) {
		*ret = self->held;
		*ret_code = false;
		self->held = 0;
		return true;
	}
	timeout(wait_ms);
	errno = 0;
	rc = get_wch(ret);
	if (rc == ERR) {
		/* ending long before its time without a signal is an error */
		bool early = wait_ms < 0 || now_ms() - start < wait_ms / 2;

		self->errors =
		    early && caught == 0 && wait_ms != 0 ? self->errors + 1 : 0;
		return false;
	}
	self->errors = 0;
	*ret_code = rc == KEY_CODE_YES;
	return true;
}

/* A slow link may pause; a terminal that is gone never ends its paste. */
static void
read_paste(struct curses *self, struct event *ret)
{
	struct paste paste;
	bool ended = false, code;
	wint_t sign;

	paste_start(&paste);
	while (!ended && read_sign(self, PASTE_WAIT_MS, &sign, &code))
		ended = !code && paste_feed(&paste, (gunichar)sign);
	paste_finish(&paste, ended, ret);
}

/* What follows an ESC (or the '[' that came late after one). */
static void
read_escape(struct curses *self, gunichar first, struct event *ret)
{
	struct escape escape;
	enum escape_step step = ESCAPE_MORE;
	wint_t sign;
	bool code;

	escape_start(&escape);
	if (first != 0)
		step = escape_feed(&escape, first);
	while (step == ESCAPE_MORE) {
		int wait = escape.n == 0 ? ESC_WAIT_MS : SEQUENCE_WAIT_MS;

		if (!read_sign(self, wait, &sign, &code) || code) {
			if (escape.n == 0) {
				self->lone_esc_ms = now_ms();
				event_key(ret, "Esc");
			}
			return;
		}
		step = escape_feed(&escape, (gunichar)sign);
		if (step == ESCAPE_ALONE) {
			self->held = (gunichar)sign;
			event_key(ret, "Esc");
			return;
		}
	}
	if (self->asking && escape_width(&escape) > 0) {
		self->asking = false;
		ret->y = escape_width(&escape);
		ret->kind = ret->y > 1 ? EVENT_WIDTH : EVENT_IDLE;
	} else if (step == ESCAPE_KEY)
		event_key(ret, escape_key(&escape));
	else if (step == ESCAPE_PASTE)
		read_paste(self, ret);
}

/* The wheel and the left button; a grab makes copying in PuTTY need Shift. */
static void
curses_mouse(struct term *term, bool on)
{
	(void)term;
	mouseinterval(0);
	mousemask(on ? BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED : 0, NULL);
}

/* The wheel is an arrow; the button points at a row. */
static void
read_mouse(struct event *ret)
{
	MEVENT mouse;

	if (getmouse(&mouse) != OK)
		return;
	if ((mouse.bstate & BUTTON4_PRESSED) != 0)
		event_key(ret, "Up");
	else if ((mouse.bstate & BUTTON5_PRESSED) != 0)
		event_key(ret, "Down");
	else if ((mouse.bstate & BUTTON1_PRESSED) != 0) {
		ret->kind = EVENT_POINT;
		ret->y = mouse.y;
	}
}

static void
curses_read(struct term *term, int wait_ms, struct event *ret)
{
	struct curses *self = (struct curses *)term;
	wint_t sign = 0;
	bool code = false, got;

	memset(ret, 0, sizeof(*ret));
	ret->kind = EVENT_IDLE;
	got = caught == 0 && read_sign(self, wait_ms, &sign, &code);
	ret->at_ms = now_ms();
	if (caught != 0 || self->errors >= ERRORS_MAX) {
		ret->kind = EVENT_SIGNAL;
		ret->signal = caught != 0 ? (int)caught : SIGHUP;
	} else if (!got) {
		return;
	} else if (code && sign == KEY_RESIZE) {
		ret->kind = EVENT_RESIZE;
	} else if (code && sign == KEY_MOUSE) {
		read_mouse(ret);
	} else if (code) {
		event_key(ret, name_of_code(sign));
	} else if (sign == 0x1b) {
		read_escape(self, 0, ret);
	} else if (sign == '[' && ret->at_ms - self->lone_esc_ms < SEQUENCE_WAIT_MS) {
		/* a slow link: the ESC has gone as a key, its sequence comes now */
		read_escape(self, '[', ret);
		ret->late = true;
	} else {
		event_sign(ret, (gunichar)sign);
	}
	if (ret->kind == EVENT_KEY && strcmp(ret->key, "Esc") != 0)
		self->lone_esc_ms = -SEQUENCE_WAIT_MS;
}

static void
curses_free(struct term *term)
{
	struct curses *self = (struct curses *)term;

	fputs("\033[?2004l", stdout);
	fflush(stdout);
	endwin();
	delscreen(self->screen);
	sigaction(SIGHUP, &self->old_hup, NULL);
	sigaction(SIGTERM, &self->old_term, NULL);
	grid_free(self->shown);
	g_free(self->row);
	g_free(self);
}

static void
set_styles(struct curses *self, bool color)
{
	static const attr_t plain[ROLE__N] = { [ROLE_TITLE] = A_REVERSE,
		[ROLE_HEADING] = A_BOLD,
		[ROLE_SELECTED] = A_REVERSE,
		[ROLE_FIELD] = A_UNDERLINE,
		[ROLE_FOCUS] = A_REVERSE,
		[ROLE_WARNING] = A_BOLD,
		[ROLE_ERROR] = A_BOLD };

	memcpy(self->attributes, plain, sizeof(plain));
	if (!color || !has_colors() || start_color() == ERR)
		return;
	use_default_colors();
	init_pair(1, COLOR_GREEN, -1);
	init_pair(2, COLOR_YELLOW, -1);
	init_pair(3, COLOR_RED, -1);
	self->pairs[ROLE_OK] = 1;
	self->pairs[ROLE_WARNING] = 2;
	self->pairs[ROLE_ERROR] = 3;
}

/* F1-F4, Home and End as PuTTY, rxvt and the Linux console send them. */
static void
set_keys(void)
{
	static const struct {
		const char *bytes;
		int code;
	} keys[] = { { "\033[11~", KEY_F(1) }, { "\033[12~", KEY_F(2) },
		{ "\033[13~", KEY_F(3) }, { "\033[14~", KEY_F(4) },
		{ "\033OP", KEY_F(1) }, { "\033OQ", KEY_F(2) }, { "\033OR", KEY_F(3) },
		{ "\033OS", KEY_F(4) }, { "\033[[A", KEY_F(1) }, { "\033[[B", KEY_F(2) },
		{ "\033[[C", KEY_F(3) }, { "\033[[D", KEY_F(4) }, { "\033[1~", KEY_HOME },
		{ "\033[4~", KEY_END }, { "\033[7~", KEY_HOME }, { "\033[8~", KEY_END },
		{ "\033[H", KEY_HOME }, { "\033[F", KEY_END }, { "\033OH", KEY_HOME },
		{ "\033OF", KEY_END }, { "\033[A", KEY_UP }, { "\033[B", KEY_DOWN },
		{ "\033[C", KEY_RIGHT }, { "\033[D", KEY_LEFT }, { "\033[Z", KEY_BTAB } };

	for (size_t i = 0; i < G_N_ELEMENTS(keys); i++)
		define_key(keys[i].bytes, keys[i].code);
}

static bool
set_utf8(GError **error)
{
	static const char *const names[] = { "", "C.UTF-8", "sv_SE.UTF-8",
		"en_US.UTF-8" };

	for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
		if (setlocale(LC_CTYPE, names[i]) != NULL &&
		    strcmp(nl_langinfo(CODESET), "UTF-8") == 0)
			return true;
	g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_FILE,
	    "Datorn saknar en teckenmiljö med UTF-8. Sätt LC_CTYPE=C.UTF-8 och försök "
	    "igen.");
	return false;
}

static enum glyphs
choose_glyphs(enum glyphs wanted)
{
	const char *name = g_getenv("TERM");

	if (wanted != GLYPHS_AUTO)
		return wanted;
	if (name == NULL || strcmp(name, "dumb") == 0 || strncmp(name, "vt1", 3) == 0)
		return GLYPHS_ASCII;
	return GLYPHS_WGL4;
}

static void
set_signals(struct curses *self)
{
	struct sigaction action = { .sa_handler = on_signal };

	/* no SA_RESTART: a read that waits must end */
	sigemptyset(&action.sa_mask);
	caught = 0;
	sigaction(SIGHUP, &action, &self->old_hup);
	sigaction(SIGTERM, &action, &self->old_term);
}

struct term *
term_curses_new(const struct term_options *options, GError **error)
{
	const char *no_color = g_getenv("NO_COLOR");
	struct curses *self;
	SCREEN *screen;

	if (!set_utf8(error))
		return NULL;
	screen = isatty(STDIN_FILENO) ? newterm(NULL, stdout, stdin) : NULL;
	if (screen == NULL || tigetstr("cup") == NULL) {
		if (screen != NULL) {
			endwin();
			delscreen(screen);
		}
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_FILE,
		    "Terminalen (TERM=%s) kan inte visa skärmar. Använd ett kommando, "
		    "till "
		    "exempel \"sparplan oversikt\".",
		    g_getenv("TERM") != NULL ? g_getenv("TERM") : "");
		return NULL;
	}
	self = g_new0(struct curses, 1);
	self->term = (struct term){ choose_glyphs(options->glyphs), curses_size,
		curses_put, curses_read, curses_forget, curses_mouse, curses_free };
	self->screen = screen;
	self->shown = grid_new(GLYPHS_WGL4);
	self->lone_esc_ms = -SEQUENCE_WAIT_MS;
	raw();
	noecho();
	nonl();
	keypad(stdscr, TRUE);
	idlok(stdscr, TRUE);
	set_escdelay(25);
	set_keys();
	set_styles(self, !options->no_color && (no_color == NULL || no_color[0] == '\0'));
	set_signals(self);
	if (options->mouse)
		curses_mouse(&self->term, true);
	self->asking = true;
	fputs("\033[?2004h" ESC_ASK_WIDTH, stdout);
	fflush(stdout);
	return &self->term;
}
