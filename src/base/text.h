/*
 * text.h - Swedish text: keys for comparing, column widths, safe display, near names.
 *
 * Shape   UTF-8, NUL-ended.  A string that is not valid UTF-8 is treated bytewise by
 *         text_display (every bad byte becomes the mark), and text_fold takes it through
 *         that first; it must not reach the others.
 */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

/*
 * The key under which names are looked up: NFC, lower case, å ä ö é ü without their
 * marks, '_', '-', NBSP and runs of blanks as one blank, no blank at the ends.
 * "Plan_Klar" and "plan  klar" are the same.  NULL is as "".  Free with g_free.
 */
char *text_fold(const char *text);

/* Does `text`, folded, hold `folded`, which text_fold has made?  "" is held by every
 * text.
 */
bool text_holds(const char *text, const char *folded);

/* True for NULL, "" and text of blanks only (space, tab, NBSP, U+2009, U+202F, CR, LF).
 */
bool text_is_blank(const char *text);

/* The character after the one at `at`, never beyond the NUL; the const that
 * g_utf8_next_char drops. */
static inline const char *
text_next(const char *at)
{
	for (at++; (*at & 0xC0) == 0x80; at++)
		;
	return at;
}

/* Bytes of the blank (one of those above) that `at` starts with; 0 when it is none. */
size_t text_blank_bytes(const char *at);

/* Where `text` starts and how many bytes it has without blanks at either end.  NULL is
 * as "".  Borrowed. */
const char *text_trim(const char *text, size_t *ret_bytes);

/* Every line ends with '\n', in place: Windows writes "\r\n", and a text that has been
 * through another program is not another text. */
void text_newlines(char *text);

/* The first `bytes` of `text` as an error shows them: in quotes, through text_display, at
 * most 40 columns.  g_free. */
char *text_quote(const char *text, size_t bytes);

/* Columns that `text` takes on a terminal: wide 2, combining and zero-width 0, else 1. */
int text_width(const char *text);

/*
 * Append `text` to `out` in exactly `width` columns: padded with blanks, or cut with "…"
 * as its last column (`ellipsis` gives the sign, "~" in ascii).  Never splits a base
 * character from its combining marks.  align: -1 left, 1 right, 0 centred.
 */
void text_cell(
    GString *out, const char *text, int width, int align, const char *ellipsis);

/*
 * A copy that is safe on a terminal and on paper: C0 (tab and line breaks become one
 * blank), DEL, C1, zero-width, bidi controls and bytes that are not UTF-8 each become
 * TEXT_MARK.  g_free.  Every imported text, error text and file name passes through it.
 */
#define TEXT_MARK "¤"
char *text_display(const char *text);

/* The same, appended to `out`. */
void text_append_display(GString *out, const char *text);

/* Same, but line breaks are kept as '\n' (comments in detail panes, reports). */
char *text_display_lines(const char *text);

/*
 * The candidate nearest to `word` by edit distance over folded keys, or NULL when none is
 * within a third of the longer length (at least 1): a suggestion that is likely meant.
 * text_nearest_any gives the nearest however far (NULL only without candidates).
 * `candidates` ends with NULL; borrowed.
 */
const char *text_nearest_any(const char *word, const char *const *candidates);
const char *text_nearest(const char *word, const char *const *candidates);

/*
 * Break `text` at blanks and tabs into lines of at most `width` columns; words wider are
 * cut hard.  '\n' always ends a line, NBSP and thin spaces never do; "" is one empty
 * line. Returns a GPtrArray of char * that frees its strings.
 */
GPtrArray *text_wrap(const char *text, int width);

#endif
