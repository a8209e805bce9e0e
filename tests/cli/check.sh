#!/bin/sh
# check.sh - kontroll of the example, and of data that have been spoilt one way each.
. "${SRCDIR:-.}/tests/cli/lib.sh"
programme=VB2020 # the first of the example; the others have remarks of their own

only() { # NAME CODE TEXT...: exit 0 and one remark, of this code, with these texts
	name=$1 code=$2
	shift 2
	ok "$name" sp --program "$programme" kontroll --bara data --format json
	n=$(grep -c '"kod" : ' "$T/out")
	verdict "$((n != 1))" "$name" "$n remarks"
	expect out "$name" '"niva" : "obs"' "\"kod\" : \"$code\""
	ok "$name, as text" sp --program "$programme" kontroll --bara data
	expect out "$name, as text" "OBS $code" "$@"
}

# The plan as it is: no owners at all, HS-04 and RF-01 without dates, RF-03's amounts pass from
# one board to others.
example
ok 'the example' sp --program "$programme" kontroll
expect out 'the example' '0 fel och 4 anmärkningar att se över.' \
	'OBS OVERLAPP-MISSTANKT HS-12: ' \
	'OBS ANSVARIG: 17 åtgärder som räknas mot kravet saknar ansvarig: HS-01, HS-02, ' \
	'OBS PLANDATUM: 2 åtgärder som räknas mot kravet' ' slut: HS-04, RF-01.' \
	'OBS BAS RF-03: ' 'RF-03 (5,0 mkr 2020, 2,5 mkr 2021).'
for k in plan:ansvariga utfall:utfall lage:lage beslut:beslut riskanalys:riskanalys \
	milstolpar:milstolpar; do
	ok "made-up $k" sp import "${k%:*}" "$SRCDIR/data/exempel_utfall/${k#*:}.csv"
done
ok 'the example with outcomes' sp --program "$programme" kontroll --bara data
expect out 'the example with outcomes' '0 fel och 3 anmärkningar att se över.' 'PLANDATUM' \
	'BAS RF-03' 'OBS GRAD: 2 åtgärder uppfyller inte sin grad' 'RF-D1 (grad 2), RF-D2 (grad 2)'
ok 'a stage that is reached' sp andra RF-D1 grad=1
ok 'a stage that is reached' sp andra RF-D2 grad=1
ok 'a basis that is said' sp andra RF-03 bas=nivå
ok 'dates that are said' sp andra HS-04 'plan klar=våren 2020'
ok 'dates that are said' sp andra RF-01 start=2020-01
ok 'nothing to remark on' sp --program "$programme" kontroll --bara data
expect out 'nothing to remark on' 'Inga anmärkningar.'
cp "$DB" sound.db

spoil() { # NAME COMMAND...: on a sound copy
	name=$1
	shift
	cp sound.db "$DB"
	ok "$name" sp "$@"
}

spoil 'an owner who left' andra HS-02 ansvarig=
only 'an owner who left' ANSVARIG 'saknar ansvarig: HS-02.'
spoil 'no amount' andra RF-06 räknas=ja 'plan klar=2022' ansvarig=Kanslichefen
only 'no amount' BELOPP 'har inget mål: RF-06.' 'räknas=nej'
spoil 'a finish before the start' andra HS-05 slut=2018
only 'a finish before the start' DATUM 'HS-05 (start Q1 2019, slut 2018)'
spoil 'a minus more' andra HS-03 '2021 mkr=-2'
only 'a minus more' TECKEN 'HS-03 (Hälso- och sjukvårdsförvaltningen, ospecificerat, 2021: −2,0 mkr)'
spoil 'done in grad 3' andra HS-04 status=genomförd
only 'done in grad 3' STATUS 'HS-04 (grad 3)'
spoil 'struck, but counted' andra HS-04 status=struken
only 'struck, but counted' STATUS 'HS-04 (struken)'
spoil 'not counted any more' andra HS-04 status=struken räknas=nej
ok 'not counted any more' sp --program "$programme" kontroll --bara data
expect out 'not counted any more' 'Inga anmärkningar.'

# HS-14 aims at 1 mkr in 2021; 1 000 mkr is a wrong unit.
spoil 'tkr as mkr' utfall HS-14 2021-06 1000 mkr --ratta
only 'tkr as mkr' TAK 'HS-14 (2021 ' 'kontroll.tak'
spoil 'a month of the year before' utfall HS-14 2019-12 1 kr
only 'a month of the year before' PERIOD 'programmets år 2020–2022: HS-14' '2019-12'
# Now is July 2021: July 2022 is a year ahead, August is more.
spoil 'a year ahead' utfall HS-14 2022-07 1 kr
ok 'a year ahead' sp --program "$programme" kontroll --bara data
expect out 'a year ahead' 'Inga anmärkningar.'
spoil 'more than a year ahead' utfall HS-14 2022-08 1 kr
only 'more than a year ahead' PERIOD 'troligen felskriven: HS-14' '2022-08'
ok 'the remedy' sp utfall HS-14 2022-08 0 kr --ratta
ok 'the remedy mends it' sp --program "$programme" kontroll --bara data
expect out 'the remedy mends it' 'Inga anmärkningar.'

spoil 'the same words' lage HS-07 --omgang 2021-07 --kommentar 'Arbetet fortgår'
for o in 2021-08 2021-09; do
	ok 'the same words' sp lage HS-07 --omgang $o --kommentar 'Arbetet fortgår'
done
only 'the same words' KOMMENTAR 'HS-07 (3 omgångar till 2021-09)'
ok 'nothing new, honestly' sp lage HS-07 --omgang 2021-10 --inget-nytt
ok 'nothing new, honestly' sp --program "$programme" kontroll --bara data
expect out 'nothing new, honestly' 'Inga anmärkningar.'
printf 'id;omgång;ljus\nRF-05;2021-06;röd\n' >ljus.csv
spoil 'a light without words' import lage ljus.csv
only 'a light without words' BEDOMNING 'RF-05 (röd, 2021-06)'

# Norrbotten 2017: Kiruna's fourteen figures are Kalix's.  Gällivare shares two of them.
rm "$DB"
programme=PLAN
ok 'a programme' sp init
printf '%s\n' 'id;åtgärd;förvaltning;mottagare;ansvarig;2016 mkr;2017 mkr;plan klar' \
	'N-1;Kortare vårdtid;Närsjukvården;Kalix;Chefen;1;1;2016' \
	'N-1;Kortare vårdtid;Närsjukvården;Kiruna;Chefen;1;1;2016' \
	'N-1;Kortare vårdtid;Närsjukvården;Gällivare;Chefen;1;1;2016' >plan.csv
ok 'its plan' sp import plan plan.csv
{
	echo 'id;period;belopp tkr;förvaltning'
	for place in Kalix Kiruna; do
		month=1
		for value in 8,3 7,0 6,6 6,6 6,3 6,5 5,5 6,3 5,4 5,5 7,1 6,2; do
			printf 'N-1;2016%02d;%s;%s\n' $month $value $place
			month=$((month + 1))
		done
		printf 'N-1;2017-01;5,8;%s\nN-1;2017-02;5,8;%s\n' $place $place
	done
	month=1
	for value in 8,3 7,1 6,6 6,6 6,3 6,5 5,5 6,3 5,4 5,5 7,1 6,2; do
		printf 'N-1;2016%02d;%s;Gällivare\n' $month $value
		month=$((month + 1))
	done
	printf 'N-1;2017-01;5,8;Gällivare\nN-1;2017-02;5,8;Gällivare\n'
} >utfall.csv
ok 'its outcomes' sp import utfall utfall.csv
only 'Kiruna is Kalix' SERIE 'OBS SERIE N-1: 1 par av mållinjer' \
	'N-1 (Kiruna, ospecificerat) och N-1 (Kalix, ospecificerat).'
refute out 'one figure that differs is no copy' Gällivare
ok 'one of them was wrong' sp utfall N-1 2016-02 7,2 tkr --forvaltning Kiruna --ratta
ok 'one of them was wrong' sp --program "$programme" kontroll --bara data
expect out 'one of them was wrong' 'Inga anmärkningar.'
finish
