/*
 * terminal_test.c - the page of terminaltest, and the keys a person tries.
 */
#include "tui/terminal_test.h"

#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "tui/event.h"
#include "tui/term_type.h"

#define ANSWER_MS 500 /* for a terminal to say where its cursor is */
#define KEY_MS    300 /* inside a sequence */

/* ---- the page ---------------------------------------------------------------------- */

static void
append_charset(const struct terminal_facts *facts, GString *out)
{
	g_string_append_printf(out, "Teckenkodning   LC_CTYPE=%s (%s)\n                ",
	    facts->locale, facts->charset);
	if (facts->letter_columns == 1)
		g_string_append(out, "Terminalen svarar UTF-8 (å = 1 kolumn).\n");
	else if (facts->letter_columns > 1)
		g_string_append_printf(out,
		    "Terminalen visar å som %d tecken: ställ in den på UTF-8.\n",
		    facts->letter_columns);
	else
		g_string_append(out, "Terminalen svarade inte på frågan om bredd.\n");
	if (strcmp(facts->charset, "UTF-8") != 0)
		g_string_append(
		    out, "                Sätt LC_CTYPE=C.UTF-8, annars läses å fel.\n");
}

void
terminal_test_page(const struct terminal_facts *facts, GString *out)
{
	g_string_append(out, "sparplan terminaltest\n\n");
	append_charset(facts, out);
	g_string_append_printf(out, "Terminaltyp     TERM=%s",
	    facts->term[0] != '\0' ? facts->term : "(saknas)");
	if (facts->colours < 0)
		g_string_append(out, " · typen är okänd på den här datorn");
	else
		g_string_append_printf(out, " · %d färger", facts->colours);
	if (facts->cols > 0)
		g_string_append_printf(out, " · %d × %d", facts->cols, facts->rows);
	g_string_append(out,
	    "\n"
	    "Tecken          åäö ÅÄÖ é  │ ─ ┌ ┐  █ ▄ ░  ● ▲ ■ ○ √ × → ↓\n"
	    "                Saknas något: kör med --tecken=ascii\n"
	    "Fylliga tecken  ▏▎▍▌▋▊▉ ▁▂▃▅▆▇ ⠁⠃⠇⡇⣷⣿\n"
	    "                Ser du alla: kör med --tecken=full\n");
	g_string_append_printf(out, "Färg            %s · NO_COLOR %s\n",
	    facts->colours > 0 && !facts->no_colour ? "på" : "av",
	    facts->no_colour ? "är satt" : "är inte satt");
}

/* ---- one key ----------------------------------------------------------------------- */

static char *
shown_bytes(const char *bytes, gsize n)
{
	GString *out = g_string_new(NULL);

	for (gsize i = 0; i < n; i++) {
		unsigned char byte = (unsigned char)bytes[i];

		if (byte == 0x1b)
			g_string_append(out, "\\e");
		else if (byte < 0x20 || byte == 0x7f || byte >= 0x80)
			g_string_append_printf(out, "\\x%02x", byte);
		else
			g_string_append_c(out, (char)byte);
	}
	return g_string_free(out, FALSE);
}

static char *
told(const char *name, const char *bytes, gsize n)
{
	g_autofree char *shown = shown_bytes(bytes, n);

	return name[0] != '\0' ? g_strdup_printf("%s √ (%s)", name, shown)
	                       : g_strdup_printf("okänd (%s)", shown);
}

static char *
escape_told(const char *bytes, gsize n)
{
	struct escape escape;
	enum escape_step step = ESCAPE_MORE;

	escape_start(&escape);
	for (gsize i = 1; i < n && step == ESCAPE_MORE; i++)
		step = escape_feed(&escape, (gunichar)(unsigned char)bytes[i]);
	if (n > 1 && step == ESCAPE_MORE)
		return NULL;
	return told(n == 1               ? "Esc"
	            : step == ESCAPE_KEY ? escape_key(&escape)
	                                 : "",
	    bytes, n);
}

char *
terminal_test_key(const char *bytes, gsize n)
{
	struct event event = { 0 };
	gunichar sign;

	if (n > 0 && bytes[0] == 0x1b)
		return escape_told(bytes, n);
	sign = g_utf8_get_char_validated(bytes, (gssize)n);
	if (sign == (gunichar)-2)
		return NULL;
	if (sign != (gunichar)-1)
		event_sign(&event, sign);
	return told(event.key, bytes, n);
}

/* ---- the terminal ------------------------------------------------------------------ */

static void
write_all(const char *text)
{
	gsize n = strlen(text);

	while (n > 0) {
		ssize_t done = write(STDOUT_FILENO, text, n);

		if (done <= 0)
			return;
		text += done;
		n -= (gsize)done;
	}
}

/* A byte, or false when none came in time. */
static bool
read_byte(int wait_ms, char *ret)
{
	struct pollfd ready = { .fd = STDIN_FILENO, .events = POLLIN };

	return poll(&ready, 1, wait_ms) > 0 && read(STDIN_FILENO, ret, 1) == 1;
}

/* The columns "å" takes, by where the cursor then stands; 0 without an answer. */
static int
ask_width(void)
{
	char answer[32] = "", byte;
	gsize n = 0;
	int row, column;

	write_all("\rå\033[6n");
	while (n + 1 < sizeof(answer) && read_byte(ANSWER_MS, &byte)) {
		answer[n++] = byte;
		if (byte == 'R')
			break;
	}
	write_all("\r\033[K");
	answer[n] = '\0';
	return sscanf(answer, "\033[%d;%dR", &row, &column) == 2 && column > 1
	           ? column - 1
	           : 0;
}

/* The bytes of one key; false at the end of input. */
static bool
read_key(GString *ret)
{
	char byte;

	g_string_truncate(ret, 0);
	if (!read_byte(-1, &byte))
		return false;
	for (;;) {
		g_autofree char *known = NULL;

		g_string_append_c(ret, byte);
		known = terminal_test_key(ret->str, ret->len);
		/* one ESC may be the beginning of more */
		if (known != NULL && strcmp(ret->str, "\033") != 0)
			return true;
		if (ret->len > 32 || !read_byte(KEY_MS, &byte))
			return true;
	}
}

static void
try_keys(void)
{
	g_autoptr(GString) key = g_string_new(NULL);

	write_all(
	    "Tangenter       tryck F1, F10, Home, End, Tab, Skift-Tab … (q slutar)\r\n");
	while (read_key(key) && strcmp(key->str, "q") != 0 &&
	       strcmp(key->str, "\003") != 0) {
		g_autofree char *text = terminal_test_key(key->str, key->len);
		g_autofree char *bytes = shown_bytes(key->str, key->len);
		g_autofree char *line =
		    text != NULL ? g_strdup_printf("  %s\r\n", text)
		                 : g_strdup_printf("  ofullständig (%s)\r\n", bytes);

		write_all(line);
	}
}

static void
find_facts(struct terminal_facts *ret)
{
	struct winsize size = { 0 };
	const char *no_colour = g_getenv("NO_COLOR");

	setlocale(LC_CTYPE, "");
	ret->locale = setlocale(LC_CTYPE, NULL);
	ret->charset = nl_langinfo(CODESET);
	ret->term = g_getenv("TERM") != NULL ? g_getenv("TERM") : "";
	ret->colours = term_type_colours(ret->term);
	ret->no_colour = no_colour != NULL && no_colour[0] != '\0';
	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) {
		ret->rows = size.ws_row;
		ret->cols = size.ws_col;
	}
}

void
terminal_test_run(GString *out)
{
	struct terminal_facts facts = { 0 };
	struct termios before, raw;
	g_autoptr(GString) page = g_string_new(NULL);

	find_facts(&facts);
	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO) ||
	    tcgetattr(STDIN_FILENO, &before) != 0) {
		terminal_test_page(&facts, out);
		return;
	}
	raw = before;
	raw.c_lflag &= ~(tcflag_t)(ICANON | ECHO | ISIG | IEXTEN);
	raw.c_iflag &= ~(tcflag_t)(IXON | ICRNL);
	raw.c_cc[VMIN] = 1;
	raw.c_cc[VTIME] = 0;
	tcsetattr(STDIN_FILENO, TCSADRAIN, &raw);
	facts.letter_columns = ask_width();
	terminal_test_page(&facts, page);
	write_all(page->str);
	try_keys();
	tcsetattr(STDIN_FILENO, TCSADRAIN, &before);
}
