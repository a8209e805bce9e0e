#!/bin/sh
# bench_insn.sh - what the action list of 500 actions costs to show and to move in; run by
# "make bench-insn".  Instructions come from callgrind, bytes and CPU from a real terminal.
set -eu
src=${SRCDIR:-.}
build=${BUILDDIR:-.}
data=${BENCH_DATA:-$build/bench-data}
for tool in python3 valgrind; do
	command -v "$tool" >/dev/null 2>&1 || {
		echo "bench: $tool is needed (apt install $tool)" >&2
		exit 2
	}
done
if [ ! -f "$data/region/rollup.txt" ] ||
    [ "$src/tests/bench/gen.py" -nt "$data/region/rollup.txt" ]; then
	python3 "$src/tests/bench/gen.py" region "$data/region"
fi
db=$data/screen.db
rm -f "$db" "$db-journal"
"$build/sparplan" --databas "$db" init
"$build/sparplan" --databas "$db" import plan "$data/region/plan.csv" >/dev/null
"$build/sparplan" --databas "$db" import utfall "$data/region/utfall.csv" >/dev/null
PYTHONDONTWRITEBYTECODE=1 exec python3 "$src/tests/bench/screen.py" \
	"$build/sparplan" "$db" "${ROUNDS:-15}"
