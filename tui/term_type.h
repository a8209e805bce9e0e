/*
 * term_type.h - what terminfo knows of a terminal type.
 */
#ifndef TUI_TERM_TYPE_H
#define TUI_TERM_TYPE_H

/* Its colours; -1 when the type is not known.  Not while a terminal is open. */
int term_type_colours(const char *type);

#endif
