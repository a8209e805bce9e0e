#!/bin/sh
# issue.sh - rapport of every book, of one förvaltning and round, issued and printed again;
# jamfor between two instants.
. "${SRCDIR:-.}/tests/cli/lib.sh"
example
O=$SRCDIR/data/exempel_utfall
for file in plan:ansvariga utfall:utfall lage:lage beslut:beslut; do
	sp import "${file%:*}" "$O/${file#*:}.csv" >/dev/null || exit 99
done
last() { # the number of the last change, as "#12"
	sp logg | sed -n '1s/ .*//p'
}

# Every book in every format there is; the same bytes again, also as of then, and later.
then=$(last)
for book in uppfoljning slutredovisning 'atgard HS-02' 'forandringar --sedan #8'; do
	for f in text md csv; do
		# shellcheck disable=SC2086 # a book may have words of its own
		ok "$book as $f" sp rapport $book --format $f
		cp "$T/out" "$T/first"
		ok "$book as $f, as of then" env SPARPLAN_NOW=2024-01-01T00:00 "$SPARPLAN" \
			--databas "$DB" rapport $book --format $f --per "$then"
		same "$book as $f is the same" "$T/first" "$T/out"
	done
done

# promised 565, realised 187,7 (overview.sh): 377,3 left, 66,8 % of the requirement
ok 'slutredovisning' sp rapport slutredovisning --format csv
expect out 'slutredovisning' 'Krav;565000000,00;100,0' 'Realiserat;187700000,00;33,2' \
	'Kvar till kravet;377300000,00;66,8' 'Beslut i tidsordning' 'Kravet gånger'
ok 'atgard' sp rapport atgard HS-02 --format csv
expect out 'atgard' 'Totalt;;;165000000,00' '2021-06;försenad;■ röd;28500000,00;'

# One förvaltning: 37 of the plan's 565, and its own actions only
ok '--forvaltning' sp rapport uppfoljning --forvaltning regionförvaltningen --format csv
expect out '--forvaltning' 'Endast åtgärder i Regionförvaltningen' \
	'Summa Regionförvaltningen;12000000,00;12500000,00;12500000,00;;37000000,00'
refute out '--forvaltning' 'HS-02'
fails 3 '--forvaltning that is not there' sp rapport uppfoljning --forvaltning Regionförvaltnin
expect err '--forvaltning that is not there' 'Menade du "Regionförvaltningen"?'

# A round is its month
ok '--omgang' sp rapport uppfoljning --omgang 'DÅ04 2021' --format csv
cp "$T/out" "$T/first"
ok '--avser' sp rapport uppfoljning --avser 2021-04 --format csv
same '--omgang is the month it ends with' "$T/first" "$T/out"
fails 3 '--omgang that is not there' sp rapport uppfoljning --omgang DÅ08-2021
fails 2 '--omgang that is no round' sp rapport uppfoljning --omgang våren
fails 2 '--omgang and --avser' sp rapport uppfoljning --omgang DÅ04-2021 --avser 2021-04

fails 2 'atgard without an action' sp rapport atgard
expect err 'atgard without an action' 'rapport atgard ID'
fails 3 'atgard of no action' sp rapport atgard HS-99
fails 2 'an action too many' sp rapport uppfoljning HS-01
fails 2 'atgard --forvaltning' sp rapport atgard HS-01 --forvaltning Regionförvaltningen
fails 2 '--sedan of another book' sp rapport uppfoljning --sedan '#8'
fails 2 '--sedan that is no instant' sp rapport forandringar --sedan igår
fails 2 'forandringar since nothing' sp rapport forandringar
expect err 'forandringar since nothing' '--sedan TIDPUNKT'

# Issued: a number, and the same bytes for ever
ok 'rapport lists' sp rapport
expect out 'rapport lists' 'Ingen bilaga är fastställd' 'atgard ID' 'slutredovisning' \
	'forandringar'
fails 3 'without a decision' sp rapport slutredovisning --faststall ' '
ok '--faststall' sp rapport slutredovisning --faststall 'RS 2021-09-14 §123' --ut ett.md \
	--format md
expect out '--faststall' 'Bilaga 1 är fastställd.'
ok '--faststall again' sp rapport slutredovisning --faststall 'RS 2021-09-14 §123' \
	--format md
same 'the same decision gives the same number' ett.md "$T/out"
ok '--faststall atgard' sp rapport atgard HS-02 --faststall 'HSN 2021-09-15 §4' --ut h.md \
	--format md
expect out '--faststall atgard' 'Bilaga 2 är fastställd.'
ok '--faststall forandringar' sp rapport forandringar --sedan '#8' \
	--forvaltning Regionförvaltningen --avser 2021-03 --faststall 'RS §5' --format md
cp "$T/out" f.md
sp andra HS-02 '2021 mkr=4' 'ansvarig=Eva' >/dev/null
sp utfall HS-01 2021-04 5 mkr --ref ny >/dev/null
for pair in 1:ett 2:h 3:f; do
	ok "--nr ${pair%:*}" env SPARPLAN_NOW=2024-01-01T00:00 TZ=America/New_York "$SPARPLAN" \
		--databas "$DB" rapport --nr "${pair%:*}" --ut "ny.md" --skriv-over --format md
	ok "--nr ${pair%:*}, here" sp rapport --nr "${pair%:*}" --format md
	same "--nr ${pair%:*} is as it was" "${pair#*:}.md" "$T/out"
done
ok '--nr in another format' sp rapport --nr 1 --format csv
expect out '--nr in another format' 'Kvar till kravet;377300000,00;66,8'
# The head of each page says which it is; what is said beside a binary file is text.
ok 'issued in html' sp rapport --nr 1 --format html
expect out 'issued in html' 'Bilaga 1'
ok 'a draft in html' sp rapport slutredovisning --format html
expect out 'a draft in html' 'Utkast'
refute out 'a draft in html' 'Bilaga 1'
ok 'issued as a workbook' sp rapport slutredovisning --faststall 'RS 2021-09-14 §123' \
	--ut ett.xlsx --per "$then"
expect out 'issued as a workbook' 'Bilaga 1 var redan fastställd.'
ok 'a workbook again' sp rapport --nr 1 --ut igen.xlsx
same 'a workbook is as it was' ett.xlsx igen.xlsx
ok 'rapport lists the issued' sp rapport
expect out 'rapport lists the issued' \
	'Bilaga 1  slutredovisning, avser 2021-06: RS 2021-09-14 §123 (Testare, 2021-07-05 09:00)' \
	'Bilaga 2  atgard HS-02, avser 2021-06: HSN 2021-09-15 §4' \
	'Bilaga 3  forandringar, Regionförvaltningen, avser 2021-03: RS §5'
ok 'logg tells of it' sp logg
expect out 'logg tells of it' 'fastställ  bilaga 2 atgard' 'RS 2021-09-14 §123'
# since the last one: what was changed above
ok 'forandringar since the last issued' sp rapport forandringar --format csv
expect out 'forandringar since the last issued' 'HS-02;ansvarig;' ';Eva' \
	'40,0 mkr;4,0 mkr' 'HS-01;realiserat 2021;1,52 mkr;6,52 mkr'
refute out 'forandringar since the last issued' 'HS-03'

fails 3 '--nr that is not there' sp rapport --nr 9
expect err '--nr that is not there' 'sparplan rapport'
fails 2 '--nr that is no number' sp rapport --nr sju
fails 2 '--nr with a name' sp rapport uppfoljning --nr 1
fails 2 '--nr with --avser' sp rapport --nr 1 --avser 2021-01

# Issued, but the file cannot be written: said, and not lost
fails 4 'a file that exists' sp rapport uppfoljning --faststall 'RS §6' --ut ett.md
expect err 'a file that exists' 'Bilaga 4 är fastställd' '--skriv-over'
ok 'printed then' sp rapport --nr 4

# Taken back: gone from the list, and its number is not given again
ok 'taken back' sp rapport --nr 4 --ta-tillbaka
expect out 'taken back' 'Bilaga 4 är återtagen.'
fails 3 'printed no more' sp rapport --nr 4
fails 3 'taken back twice' sp rapport --nr 4 --ta-tillbaka
ok 'issued anew' sp rapport uppfoljning --faststall 'RS §6' --ut sex.txt
expect out 'issued anew' 'Bilaga 5 är fastställd.'
fails 2 '--ta-tillbaka of no number' sp rapport uppfoljning --ta-tillbaka
ok 'the chain is whole' sp kontroll --bara databas

# Somebody has altered what is kept of it
if command -v sqlite3 >/dev/null 2>&1; then
	trigger=$(sqlite3 "$DB" "SELECT sql FROM sqlite_schema WHERE name = 'issued_no_update'")
	sqlite3 "$DB" "DROP TRIGGER issued_no_update;
		UPDATE issued SET digest = replace(digest, substr(digest, 1, 8), 'abcdef12')
		WHERE number = 1; $trigger"
	fails 1 'a digest that differs' sp rapport --nr 1
	expect err 'a digest that differs' 'Bilaga 1' 'kontrollsumman' 'kontroll --bara databas'
	ok 'the others are whole' sp rapport --nr 2
fi

# jamfor; the example is 25 changes, of which 18 load the other documents
ok 'jamfor' sp jamfor '#26' "$then"
expect out 'jamfor' 'Sedan 2021-07-05 09:00 (ändring 26)' '187,7' '416,4'
ok 'jamfor as CSV' sp jamfor '#27' '#28' --format csv
expect out 'jamfor as CSV' 'id;åtgärd;uppgift;före;efter' \
	';;Realiserat;187700000,00;187700000,00' \
	'HS-01;Ett sjukhus på tre orter;prognos 2021, omgång 2021-06;;3,1 mkr' \
	';;omgång 2021-06;;öppen'
ok 'jamfor as JSON' sp jamfor '#26' '#27' --format json
expect out 'jamfor as JSON' '"andring" : 26' '"matt" : "realiserat"' '"fore_kr" : null' \
	'"efter_kr" : 187700000' '"forandring_kr" : 187700000' '"fore" : null'
ok 'jamfor from the start' sp jamfor '#0' '#2' --format csv
expect out 'jamfor from the start' ';;Mål;;565000000,00' 'HS-01;Ett sjukhus på tre orter;åtgärd;;'
ok 'jamfor with itself' sp jamfor 2021-12-31 2021-12-31
expect out 'jamfor with itself' 'Ingenting skiljer sig'
fails 2 'jamfor backwards' sp jamfor '#9' '#8'
fails 2 'jamfor with one' sp jamfor '#8'
fails 2 'jamfor with no instant' sp jamfor igår 2021-12-31
fails 3 'jamfor beyond the last' sp jamfor '#1' '#999'
finish
