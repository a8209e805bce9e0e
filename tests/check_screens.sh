#!/bin/sh
# check_screens.sh - what a screen may not be made with, because PuTTY, a narrow font or a
# reader would lose it: padding by bytes, line characters of curses, dim and italics, and
# curses' own forms.
cd "${SRCDIR:-.}" || exit 99
found=$(grep -nE '%-?([0-9]+|\*)s|\<(wbox|box|whline|wvline|hline|vline)[[:space:]]*\(|\<ACS_|printw|\<A_(DIM|ITALIC)\>|<(form|menu|panel)\.h>' tui/*.[ch])
[ -z "$found" ] && exit 0
printf '%s\nuse grid_text, grid_frame and a role of style.h instead\n' "$found"
exit 1
