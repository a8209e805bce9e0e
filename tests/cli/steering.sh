#!/bin/sh
# steering.sh - installning, omgang and verifiera: how a programme is steered.
. "${SRCDIR:-.}/tests/cli/lib.sh"
example

# installning
ok 'all settings' sp installning
expect out 'all settings' 'NAMN' 'BETYDELSE' 'vikt.grad3' '60 %' 'effekt.grön' '95 %'
ok 'set two' sp installning effekt.gul=70 'Effekt.Grön=90,5 %'
expect out 'set two' ok
ok 'what differs from its default' sp installning
expect out 'what differs from its default' 'effekt.gul          70 %     80 % ' 'verifiering         nej                  bara '
ok 'the same again' sp installning effekt.gul=70
expect out 'the same again' 'oförändrad'
ok 'one and its history' sp installning effekt.gul
expect out 'one and its history' 'effekt.gul = 70 %' 'Testare  80 % → 70 %' '2021-07-05 09:00'
ok 'one as JSON' sp installning effekt.gul --format json
expect out 'one as JSON' '"varde" : "70 %"' '"standard" : "80 %"' '"ar_standard" : false' \
	'"fran" : "80 %"'
ok 'all as JSON' sp installning --format json
expect out 'all as JSON' '"namn" : "verifiering"' '"varde" : null' '"ar_standard" : true'
dump "$T/before"
fails 3 'gult above grönt' sp installning effekt.gul=91
fails 3 'an unknown setting' sp installning effekt.guld
expect err 'an unknown setting' '"effekt.gul"'
fails 3 'an unknown setting set' sp installning vikt.blå=10
fails 3 'a value that is none' sp installning vikt.gul=mycket
fails 3 'an unknown programme' sp installning program=XX
expect err 'an unknown programme' 'VB2020'
fails 2 'two without a value' sp installning vikt.gul vikt.röd
fails 2 'the same twice' sp installning vikt.gul=1 vikt.gul=2
fails 2 'unknown --format' sp installning --format xml
dump "$T/after"
same 'nothing of that was written' "$T/before" "$T/after"
ok 'back to the default' sp installning effekt.gul=
ok 'the log tells of it' sp logg
expect out 'the log tells of it' 'inställning effekt.gul: 70 % → 80 %'

# omgang: 17 of the example's actions count
ok 'no round yet' sp omgang
expect out 'no round yet' 'ingen omgång'
ok 'a new round' sp omgang 'då04 2021' --senast 2021-05-14
expect out 'a new round' 'Omgången DÅ04-2021 är skapad.' 'senast 2021-05-14, öppen' '0 av 17'
ok 'reports' sp lage HS-01 --omgang DÅ04-2021 --kommentar Klart --ljus grön
ok 'reports of what does not count' sp lage RF-D1 --omgang DÅ04-2021 --kommentar Klart
ok 'who is missing' sp omgang DÅ04-2021
expect out 'who is missing' '1 av 17 åtgärder' 'Utan rapport:' '  HS-02  '
refute out 'who is missing' '  HS-01  '
refute out 'who is missing' '  RF-D1  '
refute out 'who is missing' 'skapad'
ok 'closing' sp omgang DÅ04-2021 --stang
expect out 'closing' 'är nu stängd' '16 av 17'
ok 'closing again' sp omgang DÅ04-2021 --stang
expect out 'closing again' 'var redan stängd'
ok 'the list' sp omgang
expect out 'the list' 'DÅ04-2021    2021-04        2021-05-14   stängd   1 av 17'
ok 'the list as JSON' sp omgang --format json
expect out 'the list as JSON' '"namn" : "DÅ04-2021"' '"stangd" : true' '"rapporterat" : 1' \
	'"raknas" : 17'
ok 'one as JSON' sp omgang DÅ04-2021 --format json
expect out 'one as JSON' '"saknas"' '"HS-02"' '"senast" : "2021-05-14"'
dump "$T/before"
fails 3 'a report in a closed round' sp lage HS-02 --omgang DÅ04-2021 --kommentar Sent
expect err 'a report in a closed round' 'Omgången DÅ04-2021 är stängd' \
	'"sparplan omgang DÅ04-2021 --oppna"' 'i 2021-05;' '--sent'
printf 'id;omgång;kommentar\nHS-02;DÅ04-2021;Sent\n' >late.csv
fails 3 'a file in a closed round' sp import lage late.csv
expect err 'a file in a closed round' 'late.csv:2: kolumn "omgång": Omgången DÅ04-2021 är stängd'
fails 2 'late savings' sp import utfall late.csv --sent
fails 3 'no round' sp omgang XX-2021
fails 3 'no day' sp omgang DÅ04-2021 --senast 2021-05
fails 2 'both ways' sp omgang DÅ04-2021 --stang --oppna
fails 2 'nothing named' sp omgang --stang
dump "$T/after"
same 'nothing of that was written' "$T/before" "$T/after"
ok 'a late change' sp lage HS-01 --omgang DÅ04-2021 --kommentar Rättat --sent
ok 'a late file' sp import lage late.csv --sent
ok 'it shows' sp visa HS-01
expect out 'it shows' 'Rättat (sen ändring) (Testare'
ok 'it shows in JSON' sp visa HS-02 --format json
expect out 'it shows in JSON' '"sen" : true'
ok 'it shows in the log' sp logg HS-01
expect out 'it shows in the log' 'läge DÅ04-2021 (sen ändring)' 'läge DÅ04-2021: '
sp utfall HS-02 2021-06 1 mkr >/dev/null
ok 'the closed round is what overviews show' sp visa HS-02 --format json
expect out 'the closed round is what overviews show' '"realiserat_kr" : null'
ok 'opening' sp omgang DÅ04-2021 --oppna
expect out 'opening' 'är nu öppen'
ok 'then the latest saving is' sp visa HS-02 --format json
expect out 'then the latest saving is' '"realiserat_kr" : 1000000'
ok 'a report in it again' sp lage HS-03 --omgang DÅ04-2021 --kommentar Hann
ok 'the log tells of rounds' sp logg
expect out 'the log tells of rounds' 'omgång DÅ04-2021: stängd, senast 2021-05-14 → öppen'

# a light that one judges oneself
fails 3 'a light without why' sp lage HS-04 --omgang DÅ08-2021 --ljus röd
expect err 'a light without why' 'behöver en motivering. Skriv den med --kommentar.'
ok 'no data needs no why' sp lage HS-04 --omgang DÅ08-2021 --ljus grå
ok 'a light with why' sp lage HS-04 --omgang DÅ08-2021 --ljus röd --kommentar 'Ingen bemanning'

# verifiera: Testare posts, Granskare attests
granska() {
	"$SPARPLAN" --databas "$DB" --som Granskare "$@"
}
sp utfall HS-05 2021-04 1 mkr >/dev/null
sp utfall HS-05 2021-05 2 mkr >/dev/null
granska utfall HS-06 2021-05 3 mkr >/dev/null
fails 3 'what one posted oneself' sp verifiera HS-05 2021-04
expect err 'what one posted oneself' 'bokfört av Testare'
ok 'attested' granska verifiera HS-05 2021-04 --kommentar 'Mot bokslut'
expect out 'attested' ok
ok 'attested already' granska verifiera HS-05 2021-04
expect out 'attested already' 'redan verifierat'
fails 3 'no saving' granska verifiera HS-05 2021-01
fails 3 'no saving of that kind' granska verifiera HS-05 2021-04 --kostnadsslag intäkt
fails 3 'no such action' granska verifiera HS-55 2021-04
fails 3 'no month' granska verifiera HS-05 2021-13
fails 2 'no month at all' granska verifiera HS-05
fails 2 'all without a month' granska verifiera --alla
fails 2 'all and one' granska verifiera HS-05 2021-04 --alla --till 2021-04
fails 2 'a month without all' granska verifiera HS-05 2021-04 --till 2021-04
ok 'the action does not tell when it is not demanded' sp visa HS-05
refute out 'the action does not tell when it is not demanded' verifierat
sp installning verifiering=ja >/dev/null
ok 'the action tells' sp visa HS-05
expect out 'the action tells' '; verifierat' '; ej verifierat' \
	'Realiserat                1,0 mkr' 'Ej verifierat             2,0 mkr'
ok 'in JSON too' sp visa HS-05 --format json
expect out 'in JSON too' '"verifierat" : true' '"verifierat" : false'
# HS-05: 22 mkr are 1 833 333,33 kr a month and 4 öre more, which the first four months get:
# 9 166 666,69 kr to May.  1,0 of it is verified, so that the rest comes at that rate:
# 1 000 000 + 12 833 333,31 x 1 000 000 / 9 166 666,69 = 2 399 999,99 kr.  HS-06 has no plan.
ok 'the overview tells' sp oversikt --efter atgard --urval alla --avser 2021-05 --format csv
expect out 'the overview tells' 'grupp;år;mål_kr;realiserat_kr;ej_verifierat_kr;plan_tom_kr;prognos_kr' \
	'HS-05;2021;22000000,00;1000000,00;2000000,00;9166666,69;2399999,99' \
	'HS-06;2021;;;3000000,00;;' 'Totalt;2021;193500000,00;1000000,00;5000000,00;' \
	'HS-04;2021;36000000,00;;;15000000,00;'
ok 'the overview tells in JSON' sp oversikt --avser 2021-05 --format json
expect out 'the overview tells in JSON' '"ej_verifierat_kr" : 2000000'
# up to May: HS-05 of May; HS-06 is Granskare's own; HS-02 of June comes after
ok 'all' granska verifiera --alla --till 2021-05
expect out 'all' '1 bokförd rad är verifierad.' '1 rad lämnades, för du har bokfört den själv.'
ok 'withdrawn' sp verifiera HS-05 2021-05 --ta-tillbaka
ok 'withdrawn already' sp verifiera HS-05 2021-05 --ta-tillbaka
expect out 'withdrawn already' 'inte verifierat'
ok 'the log tells of attests' sp logg HS-05
expect out 'the log tells of attests' 'verifiering av utfall 2021-05: verifierat → –'

chmod a-w "$DB" "$T"
ok 'shown from a file that is not ours to write' sp installning vikt.gul
ok 'a round shown from it' sp omgang DÅ04-2021
if [ ! -w "$DB" ]; then
	fails 4 'not changed there' sp installning vikt.gul=1
	fails 4 'no round made there' sp omgang ÅR-2021
fi
chmod u+w "$DB" "$T"
finish
