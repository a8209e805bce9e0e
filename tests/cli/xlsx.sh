#!/bin/sh
# xlsx.sh - rapport as a workbook: where it goes, the same again, and a disk that is full.
. "${SRCDIR:-.}/tests/cli/lib.sh"
example
sp import utfall "$SRCDIR/data/exempel_utfall/utfall.csv" >/dev/null || exit 99

ok 'the format follows the file name' sp rapport uppfoljning --ut a.xlsx
[ "$(head -c 2 a.xlsx)" = PK ]
verdict $? 'the format follows the file name' 'no workbook'
ok 'the format to stdout' sp rapport uppfoljning --format xlsx --ut -
same 'stdout and the file are the same' a.xlsx "$T/out"
ok 'the format before the file name' sp rapport uppfoljning --format csv --ut b.xlsx
[ "$(head -c 2 b.xlsx)" != PK ]
verdict $? 'the format before the file name' 'a workbook'
ok 'JSON by file name' sp rapport uppfoljning --ut a.JSON
: >"$T/err"
cp a.JSON "$T/out"
expect out 'JSON by file name' '"titel" : "Uppföljning' '"mal_totalt_kr" : 565000000'
ok 'a name without suffix is text' sp rapport uppfoljning --ut bilaga
cp bilaga "$T/out"
expect out 'a name without suffix is text' '══'
fails 2 'a suffix that is no format' sp rapport uppfoljning --ut a.docx
expect err 'a suffix that is no format' docx xlsx
[ ! -e a.docx ]
verdict $? 'a suffix that is no format' 'a file was made'
fails 4 'an existing workbook' sp rapport uppfoljning --ut a.xlsx
expect err 'an existing workbook' '--skriv-over'

# Every format that there is stands in the list and in the help.
ok 'rapport lists the formats' sp rapport
formats=$(sed -n '/^Format:/,/^Skriv/s/^  \([a-z]*\) .*/\1/p' "$T/out")
ok 'the help of rapport' sp rapport --help
for f in $formats; do
	expect out 'the help names every format' "$f"
done

# The same instant later gives the same bytes; a later change gives others.
change=$(sp logg | sed -n 's/^#\([0-9]*\).*/\1/p' | head -1)
asked() { # FILE
	env SPARPLAN_NOW="$2" "$SPARPLAN" --databas "$DB" rapport uppfoljning --avser 2021-06 \
		--per "#$change" --ut "$1"
}
ok 'an instant' asked nu.xlsx 2021-07-05T09:00
sp andra HS-01 '2020 mkr=4' >/dev/null
ok 'the same instant later' asked sedan.xlsx 2022-01-01T00:00
same 'one instant, the same bytes' nu.xlsx sedan.xlsx
ok 'after a change' sp rapport uppfoljning --avser 2021-06 --ut andrad.xlsx
! cmp -s nu.xlsx andrad.xlsx
verdict $? 'a change shows' 'the same bytes'

# A terminal gets no bytes.
if command -v script >/dev/null 2>&1; then
	script -qec "'$SPARPLAN' --databas '$DB' rapport uppfoljning --format xlsx" /dev/null \
		>"$T/out" 2>"$T/err" </dev/null
	expect out 'no workbook to a terminal' 'sparplan: Formatet xlsx kan inte visas i en terminal.'
	refute out 'no workbook to a terminal' PK
fi

# A full disk leaves the old file, and no half one: neither where the file is written nor
# where the parts of a workbook are put together.
cp a.xlsx old.xlsx
ok 'a text to stand in the way' sp rapport uppfoljning --ut old.csv
cp old.csv kept.csv
for f in xlsx csv; do
	(ulimit -f 4 && trap '' XFSZ && sp rapport uppfoljning --ut old.$f --skriv-over) \
		>"$T/out" 2>"$T/err"
	[ $? -eq 4 ] && grep -q '^sparplan: .*\.$' "$T/err"
	verdict $? "a full disk: $f" "$(cat "$T/err")"
done
same 'a full disk leaves the old workbook' a.xlsx old.xlsx
same 'a full disk leaves the old text' kept.csv old.csv
[ -z "$(find . -name '.sparplan-*')" ]
verdict $? 'a full disk leaves nothing behind' "$(find . -name '.sparplan-*')"
[ -w /dev/full ] && {
	sp rapport uppfoljning --format xlsx >/dev/full 2>"$T/err"
	[ $? -eq 4 ]
	verdict $? 'a workbook to a full pipe' "$(cat "$T/err")"
}
finish
