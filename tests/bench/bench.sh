#!/bin/sh
# bench.sh - speed against the targets of docs/design.md; run by "make bench", never by
# "make check".  Data and databases are kept in ./bench-data (about 1 GiB).
# ROUNDS=151 rounds of the interleaved part; BENCH_DATA another folder.
set -eu
src=${SRCDIR:-.}
build=${BUILDDIR:-.}
data=${BENCH_DATA:-$build/bench-data}
for tool in python3 sqlite3; do
	command -v "$tool" >/dev/null 2>&1 || {
		echo "bench: $tool is needed (apt install $tool)" >&2
		exit 2
	}
done
# The same bytes every time, so made once; a newer generator makes them anew.
for size in real region all21; do
	if [ ! -f "$data/$size/rollup.txt" ] ||
	    [ "$src/tests/bench/gen.py" -nt "$data/$size/rollup.txt" ]; then
		echo "bench: making $size" >&2
		python3 "$src/tests/bench/gen.py" "$size" "$data/$size"
	fi
done
${CC:-cc} -std=c11 -D_GNU_SOURCE -O2 -o "$data/rawpass" "$src/tests/bench/rawpass.c"
PYTHONDONTWRITEBYTECODE=1 exec python3 "$src/tests/bench/bench.py" \
	"$build/sparplan" "$data/rawpass" "$data" "${ROUNDS:-151}"
