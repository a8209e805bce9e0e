/*
 * style.h - what a cell means (its role), which signs a terminal can show, and what
 * stands for a text that there is none of.
 *
 * Colour never carries meaning alone: a status is a sign and a word.  Screens are drawn
 * in WGL4 signs (Consolas, Courier New and Lucida Console have them); at the ascii level
 * the grid replaces each by one ASCII sign, so layouts never differ.
 */
#ifndef TUI_STYLE_H
#define TUI_STYLE_H

#include <glib.h>

#include "plan/words.h"

enum glyphs {
	GLYPHS_AUTO, /* wgl4, or ascii where the terminal cannot show it */
	GLYPHS_ASCII,
	GLYPHS_WGL4,
	GLYPHS_FULL
};

enum role {
	ROLE_TEXT,
	ROLE_TITLE,    /* row 0: reverse */
	ROLE_HEADING,  /* bold */
	ROLE_SELECTED, /* the marked row: reverse */
	ROLE_FIELD,    /* may be typed in: underlined */
	ROLE_FOCUS,    /* the field that has the cursor: reverse */
	ROLE_KEYS,     /* the key bar */
	ROLE_OK,       /* green */
	ROLE_WARNING,  /* yellow bold */
	ROLE_ERROR,    /* red bold */
	ROLE__N
};

/* The ASCII sign for a sign at the ascii level; the sign itself when it is a letter. */
gunichar style_ascii(gunichar sign);

/* The text, or what stands where there is none: "–" among other values, "(tomt)" where it
 * could be taken for a value.  Borrowed. */
const char *style_or_dash(const char *text);
const char *style_or_empty(const char *text);

/* "●" for a status and the role its colour has; " " for none. */
const char *status_glyph(enum status status, enum role *ret_role);
/* "▲" for a light, "gul" its word is word_text(light_words, light). */
const char *light_glyph(enum light light, enum role *ret_role);

#endif
