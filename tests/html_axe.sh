#!/bin/sh
# html_axe.sh - the board's appendix as HTML in a browser (html_axe.js says what is looked
# for).  Skipped without Chromium, node or axe-core, which npm fetches when it can;
# AXE_JS names a copy of axe.min.js instead.
. "${SRCDIR:-.}/tests/cli/lib.sh"
VERSION=4.14.1
DIGEST=29348999450cdf2849a8e70b7912fc2da85a849da39c0d0d5394f51d4a9ed95c

skip() {
	echo "skipped: $*"
	exit 77
}

for browser in chromium chromium-browser google-chrome; do
	command -v "$browser" >/dev/null 2>&1 && break
	browser=
done
[ -n "$browser" ] || skip 'no Chromium (Debian: chromium)'
command -v node >/dev/null 2>&1 || skip 'no node (Debian: nodejs)'
# kept in the build directory, so that it is fetched once
kept=$BUILDDIR/tests/axe-core-$VERSION
axe=${AXE_JS:-$kept/node_modules/axe-core/axe.min.js}
if [ ! -f "$axe" ]; then
	command -v npm >/dev/null 2>&1 || skip 'no axe-core, and no npm to fetch it'
	timeout 30 npm install --silent --no-fund --no-audit --ignore-scripts --no-save \
		--fetch-retries=0 --fetch-timeout=10000 \
		--prefix "$kept" "axe-core@$VERSION" >"$T/out" 2>&1
	[ -f "$axe" ] || skip 'npm could not fetch axe-core'
fi
if [ -z "${AXE_JS-}" ] && ! echo "$DIGEST  $axe" | sha256sum -c --status; then
	skip "$axe is not axe-core $VERSION as this test knows it"
fi

in_browser() { # NAME FILE
	name=$1
	timeout 120 node "$SRCDIR/tests/html_axe.js" "$browser" "$axe" "$2" "$T/profile" \
		>"$T/out" 2>"$T/err"
	got=$?
	# a browser that cannot start here says nothing of the page
	case $got in
	99 | 124) skip "the browser did not run: $(cat "$T/err")" ;;
	esac
	verdict "$got" "$name" "exit $got"
	[ "$got" -eq 0 ] || show
}

example
for kind in utfall beslut milstolpar riskanalys lage; do
	sp import $kind "$SRCDIR/data/exempel_utfall/$kind.csv" >/dev/null || exit 99
done
sp installning 'bilaga.region=Region Västerbotten' 'bilaga.diarienummer=RS 2021-0417' \
	>/dev/null || exit 99
ok 'the appendix as HTML' sp rapport uppfoljning --format html --ut bilaga.html
in_browser 'the appendix in a browser' bilaga.html
for book in NB2022:strategiska NB2017:uppdrag HA2015:slutredovisning SK2021:malkarta; do
	ok "$book as HTML" sp --program "${book%:*}" rapport "${book#*:}" --format html \
		--ut "${book#*:}.html"
	in_browser "$book in a browser" "${book#*:}.html"
done
rm -f "$DB"
sp init >/dev/null || exit 99
ok 'the appendix of nothing as HTML' sp rapport uppfoljning --format html --ut tom.html
in_browser 'the appendix of nothing in a browser' tom.html
finish
