#!/bin/sh
# mall.sh - the follow-up template made, filled in and read: what would change, who wrote
# what meanwhile, and taking all, some or none of it.
. "${SRCDIR:-.}/tests/cli/lib.sh"
HS='Hälso- och sjukvårdsförvaltningen'
example
sp import utfall "$SRCDIR/data/exempel_utfall/utfall.csv" >/dev/null || exit 99
sp import lage "$SRCDIR/data/exempel_utfall/lage.csv" >/dev/null || exit 99

# ---- making it ---------------------------------------------------------------------------
ok 'one förvaltning as CSV' sp mall --omgang DÅ08-2021 --forvaltning "$HS" --ut mall.csv
expect out 'what was made' 'mall.csv: mall för DÅ08-2021, 15 åtgärder.'
tr -d '\r' <mall.csv >rows
head -1 rows | grep -qxF "$(printf '\357\273\277')id;åtgärd;mål mkr;utfall förra omgången mkr;utfall nu mkr;prognos mkr;status;ljus;kommentar;inget nytt;omgång;program;förvaltning;mall"
verdict $? 'the header' "$(head -1 rows)"
# 3 mkr is HS-01's target of 2021; to 2021-06, the round before, 0.28 + 0.30 + 0.24 + 0.22 +
# 0.27 + 0.21 are posted; the number is that of the last change
last=$(sp logg | sed -n '1s/^\(#[0-9]*\) .*/\1/p')
grep -qxF "HS-01;Ett sjukhus på tre orter;3;1,52;;;;;;;DÅ08-2021;VB2020;$HS;$last" rows
verdict $? 'a row' "$(grep '^HS-01' rows)"
ok 'all of them' sp mall --omgang DÅ08-2021 --alla ut
expect out 'each is told of' "ut/mall-DÅ08-2021-Regionförvaltningen.xlsx: Regionförvaltningen, 15 åtgärder" \
	"ut/mall-DÅ08-2021-Hälso-och-sjukvårdsförvaltningen.xlsx: $HS, 15 åtgärder"
fails 4 'and never replaced unasked' sp mall --omgang DÅ08-2021 --alla ut
ok 'but when asked' sp mall --omgang DÅ08-2021 --alla ut --skriv-over
ok 'as a workbook' sp mall --omgang DÅ08-2021 --forvaltning "$HS" --ut mall.xlsx
ok 'again' sp mall --omgang DÅ08-2021 --forvaltning "$HS" --ut again.xlsx
same 'the same bytes each time' mall.xlsx again.xlsx
same 'in every way' mall.xlsx ut/mall-DÅ08-2021-Hälso-och-sjukvårdsförvaltningen.xlsx
fails 2 'it must go somewhere' sp mall
fails 2 'in one way' sp mall --ut a.xlsx --alla ut
fails 2 'as one of two formats' sp mall --ut a.pdf
fails 4 'and a folder is no file' sp mall --alla mall.csv
expect err 'told in Swedish' 'Katalogen "mall.csv" kan inte skapas: en del av sökvägen är ingen mapp'
fails 3 'of a förvaltning that there is' sp mall --forvaltning Hälsan --ut a.xlsx
fails 3 'of a round that can be read' sp mall --omgang våren --ut a.xlsx
sp omgang DÅ04-2021 --stang >/dev/null || exit 99
fails 3 'and open' sp mall --omgang DÅ04-2021 --ut a.xlsx
expect err 'what to do' '"sparplan omgang DÅ04-2021 --oppna"'
sp omgang DÅ04-2021 --oppna >/dev/null || exit 99
ok 'an empty one says nothing' sp import lage mall.xlsx
expect out 'so nothing is written' '15 rader sade ingenting.' \
	'Det fanns inget att läsa in, så ingenting är skrivet.'
rm mall.csv
ok 'made anew' sp mall --omgang DÅ08-2021 --forvaltning "$HS" --ut mall.csv

# ---- filled in ---------------------------------------------------------------------------
# ID;UTFALL NU;PROGNOS;STATUS;LJUS;KOMMENTAR;INGET NYTT per line, into the template
fill() {
	awk -F';' -v OFS=';' 'NR == FNR { said[$1] = $0; next }
		$1 in said { split(said[$1], s, ";"); for (i = 5; i <= 10; i++) $i = s[i - 3] }
		{ print }' "$1" mall.csv
}
cat >ann <<'END'
HS-01;9,75;20;pågående;;Avtalet är omförhandlat;
HS-02;30;;;gul;Upphandlingen är överklagad;
HS-03;;;;;;ja
END
fill ann >ann.csv
dump before
ok 'tried' sp import lage ann.csv --prova
expect out 'per action and field' 'HS-01
  utfall nu: 1,52 mkr → 9,75 mkr (ändras), ann.csv
  OBS HS-01 augusti 9,75 mkr är mer än årets mål 3,0 mkr.
  prognos: – → 20,0 mkr (nytt), ann.csv
  status: – → pågående (nytt), ann.csv
  kommentar: – → Avtalet är omförhandlat (nytt), ann.csv' \
	'  inget nytt: – → ja (nytt), ann.csv' \
	'15 rader ur mallen: 3 åtgärder rapporterade, 0 ändrade och 0 oförändrade.'
dump after
same 'nothing is written' before after
ok 'some of it is taken' sp import lage ann.csv --bara HS-03
expect out 'the rest is left' '1 åtgärd rapporterad, 0 ändrade' '14 rader valdes bort.'
fails 2 'none chosen' sp import lage ann.csv --bara ' , '
expect err 'is no choice' '--bara saknar id.'
ok 'a comma too many' sp import lage ann.csv --bara 'HS-03, ' --prova
ok 'all of it is taken' sp import utfall ann.csv
expect out 'in one change' '2 åtgärder rapporterade, 0 ändrade och 1 oförändrad.' 'Sparat som ändring #'
sp logg >log
expect_log() {
	grep -qF -e "$1" log
	verdict $? "logg: $1" "$(head -12 log)"
}
sed -n '1,/^#/p' log | head -1 | grep -q 'import utfall  ann.csv'
verdict $? 'one step' "$(head -1 log)"
expect_log "HS-01  utfall 2021-08, $HS, ospecificerat: – → 8,23 mkr"
expect_log "HS-02  utfall 2021-08, $HS, ospecificerat: – → 15,57 mkr"
expect_log 'HS-01  läge DÅ08-2021: – → pågående: Avtalet är omförhandlat'
expect_log 'HS-01  prognos 2021, omgång DÅ08-2021: – → 20,0 mkr'
ok 'once more' sp import lage ann.csv
expect out 'adds nothing' '0 åtgärder rapporterade, 0 ändrade och 3 oförändrade.' 'Allt fanns redan'

# ---- two filled in templates -------------------------------------------------------------
cat >bo <<'END'
HS-01;10;20;;;;
HS-02;;;;;Upphandlingen är avbruten;
HS-03;;;;;Nu finns en plan;
HS-04;;;försenad;;Väntar;
END
fill bo >bo.csv
dump before
status 5 'another has written since' "$SPARPLAN" --databas "$DB" --som Bo import lage bo.csv
expect err 'both are shown' 'bo.csv:2: kolumn "utfall nu mkr": HS-01: sedan mallen gjordes' \
	'har "9,75 mkr" skrivits av Testare (#' 'men här står "10,0 mkr"' \
	'har "Upphandlingen är överklagad" skrivits' 'men här står "Upphandlingen är avbruten"' \
	'bo.csv:4: kolumn "inget nytt": HS-03' 'har "ja" skrivits av Testare (#' \
	'men här står en nyhet' 'ange --ersatt' '--utom HS-01'
dump after
same 'none is lost' before after
status 5 'tried it says the same' sp import lage bo.csv --prova
expect out 'and who' '(vägras: skrivet av någon annan sedan mallen gjordes), bo.csv' \
	'Testare: läge DÅ08-2021: – → pågående: Avtalet är omförhandlat' \
	'  prognos: 20,0 mkr (oförändrat), bo.csv' '  status: – → försenad (nytt), bo.csv'
ok 'the others are taken' sp import lage bo.csv --utom HS-01,HS-02,HS-03
expect out 'without them' '1 åtgärd rapporterad' '3 rader valdes bort.'
ok 'or all replaced' sp import lage bo.csv --ersatt
expect out 'three are' '0 åtgärder rapporterade, 3 ändrade och 1 oförändrad.'
sp logg HS-02 >log
expect_log 'läge DÅ08-2021: gul: Upphandlingen är överklagad → gul: Upphandlingen är avbruten'
sp logg HS-03 >log
expect_log 'läge DÅ08-2021: inget nytt att redovisa → Nu finns en plan'
printf 'HS-05;;;;;Anns rad;\nHS-06;2;;;;;\n' >c1
printf 'HS-05;;;;;Bos rad;\nHS-06;2;;;;Bos tillägg;\n' >c2
fill c1 >c1.csv && fill c2 >c2.csv
status 5 'two at once that differ' sp import lage c1.csv c2.csv
expect err 'name each other' 'har "Anns rad" skrivits i c1.csv, men här står "Bos rad"'
ok 'and are one where they agree' sp import lage c1.csv c2.csv --utom HS-05
sp logg HS-06 >log
expect_log 'utfall 2021-08'
expect_log 'Bos tillägg'
cat c1.csv >c3.csv && grep '^HS-05' c1.csv >>c3.csv
fails 3 'twice in one file' sp import lage c3.csv
expect err 'is told by row' 'raden upprepar rad 6'

# ---- what is unusual ---------------------------------------------------------------------
# 4 mkr is HS-12's target of 2021, 35 HS-07's; 9.45 of it is realised to 2021-06; HS-13 has
# 1.86.  Kronor for millions, a month less than the one before, a forecast below what is
# realised: all can be so, so they are told and taken.
printf 'HS-12;450000;-5000;;;;\nHS-07;9,4;;;;;\nHS-13;2;1,99;;;;\nHS-14;;;;;Nytt avtal;ja\n' >odd && fill odd >odd.csv
ok 'unusual amounts tried' sp import lage odd.csv --prova
expect out 'are told' '  utfall nu: 2,3 mkr → 450 000,0 mkr (ändras), odd.csv
  OBS HS-12 augusti 450 000,0 mkr är mer än årets mål 4,0 mkr.
  prognos: – → −5 000,0 mkr (nytt), odd.csv
  OBS HS-12 prognos −5 000,0 mkr är mindre än utfallet hittills 450 000,0 mkr.' \
	'  OBS HS-07 augusti 9,4 mkr är mindre än 9,45 mkr i juli.' \
	'  OBS HS-14 säger inget nytt, men raden har också status, ljus eller kommentar.' \
	'  OBS HS-13 prognos 1,99 mkr är mindre än utfallet hittills 2,0 mkr.'
ok 'and are no hindrance' sp import lage odd.csv --bara HS-07
expect out 'but told then too' 'HS-07
  OBS HS-07 augusti 9,4 mkr är mindre än 9,45 mkr i juli.' '1 åtgärd rapporterad'
refute out 'and nothing else is' 'utfall nu:'
ok 'what was reported without a word since' sp import lage odd.csv --prova
expect out 'is told as the log has it' 'Testare: läge DÅ08-2021
'
refute out 'and not from nothing to nothing' '– → –'

# ---- a comment pasted in Windows, with CR --------------------------------------------------
printf 'id;omgång;kommentar\nHS-10;2021-10;"Rad 1\r\nRad 2"\n' >cr.csv
ok 'lines that end as in Windows' sp import lage cr.csv
ok 'go out as a workbook' sp export lage --format xlsx --ut cr.xlsx
ok 'and in again' sp import lage cr.xlsx
expect out 'as the same' '0 nya lägesrapporter, 0 ändrade' 'Allt fanns redan'

# ---- what is refused ---------------------------------------------------------------------
refused() { # NAME SED TEXT...: the template changed so is refused and says so
	name=$1
	sed "$2" c1.csv >bad.csv
	shift 2
	fails 3 "$name" sp import lage bad.csv
	expect err "$name" "$@"
}
refused 'another programme' 's/;VB2020;/;HA2015;/' 'bad.csv:2: kolumn "program": mallen är gjord för programmet HA2015, men här arbetar du med VB2020' \
	'1 fel hittades'
refused 'another förvaltning' "s/^\\(HS-06.*\\);$HS;/\\1;Regionförvaltningen;/" \
	"kolumn \"förvaltning\": mallen är gjord för Regionförvaltningen, men åtgärden HS-06 hör till $HS"
refused 'another database' 's/;#[0-9]*/;#9999/' 'kolumn "mall"' 'kan höra till en annan databas' '1 fel hittades'
refused 'an unknown word' 's/^\(HS-06;[^;]*;[^;]*;[^;]*;[^;]*;\)[^;]*;[^;]*/\1;försenat/' 'kolumn "status"'
refused 'an action that is not there' 's/^HS-06/HS-99/' 'Åtgärden "HS-99" finns inte'
refused 'a light without a reason' 's/^\(HS-07;\([^;]*;\)\{6\}\)/\1röd/' 'kolumn "ljus"' \
	'motivering; skriv den i kommentaren'
# rows that a person has added: one sentence each
refused 'an action that is not in the plan' '$s/$/\nHS-20;Ny idé;;;1;;;;;;;;;/' \
	'bad.csv:17: kolumn "id": åtgärden "HS-20" finns inte i planen; ta bort raden' '1 fel hittades'
refused 'a sum below the table' '$s/$/\n;Summa;170;60;;;;;;;;;;/' \
	'bad.csv:17: kolumn "id": raden har inget id' 'ta bort den' '1 fel hittades'
refused 'a row that says not what it is of' '$s/$/\nRF-01;;;;1;;;;;;;;;/' \
	'bad.csv:17: kolumn "omgång": cellen är tom, så raden säger inte vilken mall' '1 fel hittades'
sed 's/;2;;;;;;DÅ08/;två;;;;;;DÅ08/' c1.csv >bad.csv
fails 3 'no amount' sp import lage bad.csv
expect err 'is named' 'bad.csv:7: kolumn "utfall nu mkr"'
printf 'HS-08;;;;;Klart snart;\n' >d1 && fill d1 >d.csv
sed 's/^\(HS-06;\([^;]*;\)\{3\}\)/\1två/' d.csv >bad.csv
ok 'what is left out is no hindrance' sp import lage bad.csv --bara HS-08
expect out 'one is taken' '1 åtgärd rapporterad'
fails 3 'a chosen action that stands nowhere' sp import lage c1.csv --bara HS-05,RF-01
expect err 'is named' 'RF-01 står inte i det som läses in'
fails 3 'rows without id cannot be chosen' sp import krav "$EXAMPLE/krav.csv" --utom HS-01
cut -d';' -f1-13 c1.csv >bad.csv
fails 3 'a template without its last column' sp import lage bad.csv
expect err 'is still one' 'kolumn "mall": saknas'
# mallar/*.xlsx while somebody has one of them open
printf '\004Anna' >'~$mall.xlsx'
fails 3 'what Excel keeps beside an open workbook' sp import lage c1.csv '~$mall.xlsx' --bara HS-09
expect err 'says so' '~$mall.xlsx: är ingen arbetsbok, utan finns så länge någon har den öppen i Excel' \
	'1 fel hittades'
# a closed round is one thing to mend, however many rows say it
(SPARPLAN_NOW=2021-09-10T09:00 && sp omgang DÅ08-2021 --stang >/dev/null) || exit 99
refused 'a closed round' 's/^\(HS-09;\([^;]*;\)\{3\}\)/\10,5/;s/^\(HS-15;\([^;]*;\)\{3\}\)/\10,5/' \
	'kolumn "omgång": Omgången DÅ08-2021 är stängd' '--sent' '1 fel hittades'
sp omgang DÅ08-2021 --oppna >/dev/null || exit 99
# an action with several target lines: where the amount falls cannot be known
sp mall --omgang DÅ08-2021 --forvaltning Regionförvaltningen --ut rf.csv >/dev/null || exit 99
sed 's/^\(RF-01;\([^;]*;\)\{3\}\)/\15,25/' rf.csv >bad.csv
fails 3 'several lines' sp import utfall bad.csv
expect err 'are told' 'kolumn "utfall nu mkr": RF-01 har flera mållinjer'
sp omgang DÅ08-2021 >/dev/null
fails 3 'the kinds without template refuse it' sp import plan c1.csv
expect err 'and say which takes it' 'c1.csv: filen är en uppföljningsmall; läs in den som slaget lage' \
	'1 fel hittades'
fails 2 'there is no kind of that name' sp import mall c1.csv
expect err 'but one that is meant' 'läses ifylld in med "sparplan import lage"'
finish
