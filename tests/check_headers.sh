#!/bin/sh
# check_headers.sh - every header compiles alone, so include order never matters.
cd "${SRCDIR:-.}" || exit 99
rc=0
for h in $(find schema src reports tui -name '*.h' ! -name '*_list.h'); do
	printf '#include "%s"\n' "${h#src/}" |
	    ${CC:-cc} -std=c11 -D_GNU_SOURCE -Wall -Wextra -Werror $GLIB_CFLAGS $PDF_CFLAGS $JSON_CFLAGS -Isrc -I. \
	        -fsyntax-only -x c - || { echo "$h"; rc=1; }
done
exit $rc
