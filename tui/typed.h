/*
 * typed.h - a file's name as a person types or pastes it.
 */
#ifndef TUI_TYPED_H
#define TUI_TYPED_H

/*
 * The path that is meant; "" for blanks; g_free.  What is there as it stands is that
 * file. Else blanks around the name go, and the quotation marks that file managers copy
 * with it, and ~/ is the home folder, as in a shell.
 */
char *typed_path(const char *text);

#endif
