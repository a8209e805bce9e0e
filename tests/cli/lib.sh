# lib.sh - what every command line test shares: a place of its own and a few checks.
# Each check prints one line; `finish` ends with their outcome.
set -u
: "${BUILDDIR:=$PWD}" "${SRCDIR:=$PWD}"
SPARPLAN=$BUILDDIR/sparplan
if [ ! -x "$SPARPLAN" ]; then
	echo "missing $SPARPLAN"
	exit 99
fi
T=$(mktemp -d) || exit 99
trap 'chmod -R u+rwx "$T"; rm -rf "$T"' EXIT
trap 'exit 1' HUP INT TERM
mkdir "$T/tmp" && cd "$T" || exit 99
HOME=$T XDG_DATA_HOME=$T/data TMPDIR=$T/tmp SPARPLAN_NOW=2021-07-05T09:00
export HOME XDG_DATA_HOME TMPDIR SPARPLAN_NOW
unset SPARPLAN_DB NO_COLOR
EXAMPLE=$SRCDIR/data/vasterbotten_2019
DB=$T/plan.db
cases=0 bad=0

sp() {
	"$SPARPLAN" --databas "$DB" --som Testare "$@"
}

# A fresh database with the example.
example() {
	rm -f "$DB"
	sp init --exempel >/dev/null || exit 99
}

verdict() { # GOOD NAME [why]
	cases=$((cases + 1))
	if [ "$1" -eq 0 ]; then
		echo "ok $cases - $2"
	else
		bad=$((bad + 1))
		echo "NOT OK $cases - $2: ${3-}"
	fi
}

show() {
	sed 's/^/  | /' "$T/out" "$T/err"
}

status() { # STATUS NAME COMMAND...: the exit status, and an error text that fits it
	want=$1 name=$2
	shift 2
	"$@" >"$T/out" 2>"$T/err" </dev/null
	got=$?
	verdict "$((got != want))" "$name" "exit $got, not $want"
	[ "$got" -eq "$want" ] || show
}

ok() { # NAME COMMAND...: exit 0 and nothing on stderr
	name=$1
	shift
	status 0 "$name" "$@"
	if [ -s "$T/err" ]; then
		verdict 1 "$name" "text on stderr"
		show
	fi
}

fails() { # STATUS NAME COMMAND...: that status, nothing on stdout, a sentence on stderr
	status "$@"
	if [ -s "$T/out" ] || ! grep -q '^sparplan: .*[.?]$' "$T/err"; then
		verdict 1 "$2" "not one clear sentence on stderr"
		show
	fi
}

stands() { # TEXT FILE: as it is, also over several lines, of which grep would take any
	TEXT=$1 awk 'BEGIN { RS = "\001" } index($0, ENVIRON["TEXT"]) { found = 1 }
		END { exit !found }' "$2"
}

expect() { # out|err NAME TEXT...: each text stands there
	where=$1 name=$2
	shift 2
	for text; do
		stands "$text" "$T/$where"
		found=$?
		verdict "$found" "$name" "no \"$text\" on std$where"
		[ "$found" -eq 0 ] || show
	done
}

refute() { # out|err NAME TEXT: it does not stand there
	stands "$3" "$T/$1"
	verdict "$(($? == 0))" "$2" "\"$3\" on std$1"
}

same() { # NAME FILE FILE
	cmp -s "$2" "$3"
	good=$?
	verdict "$good" "$1" "the files differ"
	[ "$good" -eq 0 ] || diff "$2" "$3" | head -20
}

# The database's whole content as text, to compare before and after.
dump() { # FILE
	if command -v sqlite3 >/dev/null 2>&1; then
		sqlite3 "$DB" .dump >"$1"
	else
		cksum <"$DB" >"$1"
	fi
}

# Everything of these kinds out in each format, into an empty database, and out again.
there_and_back() { # KINDS
	cp "$DB" whole.db
	for f in csv json xlsx; do
		cp whole.db "$DB"
		mkdir "$f"
		for k in $1; do
			ok "export $k as $f" sp export "$k" --format $f --ut "$f/$k.$f"
		done
		rm "$DB"
		sp init --program VB2020 >/dev/null || exit 99
		for k in $1; do
			ok "import $k of $f" sp import "$k" "$f/$k.$f"
		done
		for k in $1; do
			sp export "$k" >again.csv
			same "$k there and back as $f" "csv/$k.csv" again.csv
		done
	done
}

finish() {
	echo "$cases checks, $bad failed"
	[ "$cases" -gt 0 ] && [ "$bad" -eq 0 ]
	exit
}
