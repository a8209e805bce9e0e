/*
 * terminal_test.h - what this terminal can do (S18): for whoever helps a person whose
 * screen looks wrong.  Outside curses, so that it shows what is sent and not what curses
 * makes of it.
 */
#ifndef TUI_TERMINAL_TEST_H
#define TUI_TERMINAL_TEST_H

#include <glib.h>
#include <stdbool.h>

struct terminal_facts {
	const char *locale;  /* of LC_CTYPE */
	const char *charset; /* "UTF-8" */
	const char *term;    /* $TERM; "" for none */
	int colours;         /* -1: the terminal type is not known */
	int letter_columns;  /* that "å" took; 0: the terminal did not answer */
	bool no_colour;      /* NO_COLOR */
	int rows, cols;
};

/* The page, in lines that end with '\n'. */
void terminal_test_page(const struct terminal_facts *facts, GString *out);

/* The name and the bytes of what one key sent: "F1 √ (\e[11~)".  NULL when it is only
 * the beginning of a sequence.  g_free. */
char *terminal_test_key(const char *bytes, gsize n);

/* Writes the page to the terminal of this process and names keys until q; without a
 * terminal only the page, to `out`. */
void terminal_test_run(GString *out);

#endif
