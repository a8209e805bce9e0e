#!/bin/sh
# edit.sh - andra, and what kontroll says before and after.
. "${SRCDIR:-.}/tests/cli/lib.sh"
example

target() { # NAME ACTION YEAR KR COST RECIPIENT: one line of visa --format json
	sp visa "$2" --format json | tr -d '\n' | tr '{' '\n' >"$T/lines"
	grep -F "\"ar\" : \"$3\"" "$T/lines" | grep -F "\"belopp_kr\" : $4 " |
		grep -F "\"kostnadsslag\" : \"$5\"" | grep -qF "\"mottagare\" : \"$6\""
	verdict $? "$1" "no such target: $(cat "$T/lines")"
}

ok 'kontroll of the example' sp kontroll
expect out 'kontroll of the example' 'Allt som listas' '695,0' '565,0' 'cirka' '+0,5' '−0,5'

# A krona more than the requirement: 3,000001 mkr is 3 000 001 kr.
ok 'one krona' sp andra HS-01 '2020 mkr=3,000001'
expect out 'one krona' 'ok HS-01 version'
status 1 'kontroll finds one krona' sp kontroll
expect out 'kontroll finds one krona' FEL
status 1 'kontroll --bara summor finds it' sp kontroll --bara summor --format json
expect out 'kontroll as JSON' '"niva" : "fel"' '"brygga"' '"gor_sa"'
ok 'kontroll --bara databas does not' sp kontroll --bara databas
ok 'back again, with a point' sp andra HS-01 '2020 mkr=3.0'
ok 'kontroll is content again' sp kontroll

# what stage 3 asks for, beside the fields themselves
printf 'nr;id;utfall\n1;HS-01;bifall\n' >beslut.csv
printf 'id;datum\nHS-01;2020-01-15\n' >riskanalys.csv
ok 'a decision' sp import beslut beslut.csv
ok 'an assessment' sp import riskanalys riskanalys.csv
ok 'fields as in the plan file' sp andra HS-01 status=pågående 'ansvarig=Åsa Öberg' \
	'Plan_Klar=q1 2020' 'uppföljningsmått=Antal' grad=3
ok 'they are there' sp visa HS-01 --format json
expect out 'they are there' '"status" : "pågående"' '"ansvarig" : "Åsa Öberg"' \
	'"plan_klar" : "Q1 2020"' '"grad" : "3"' '"raknas" : "ja"'
version=$(sed -n 's/.*"version" : \([0-9]*\).*/\1/p' "$T/out")
ok 'the same again' sp andra HS-01 status=pågående
expect out 'the same again' 'oförändrad'
ok 'an empty field is cleared' sp andra HS-01 ansvarig=
fails 5 'an old version' sp andra HS-01 status=försenad --om-version "$version"
ok 'the current version' sp andra HS-01 status=försenad --om-version $((version + 1))
expect out 'the current version' "ok HS-01 version $((version + 2))"
fails 2 '--om-version that is no number' sp andra HS-01 status=pågående --om-version x
fails 2 '--om-version 0' sp andra HS-01 status=pågående --om-version 0

dump "$T/before"
fails 2 'an unknown field' sp andra HS-01 ansvarigg=A
expect err 'an unknown field, nearest' 'ansvarig'
fails 2 'no equals sign' sp andra HS-01 status
fails 2 'no unit' sp andra HS-01 2020=3
expect err 'no unit' 'mkr'
fails 2 'a checksum' sp andra HS-01 'kontrollsumma mkr=10'
fails 2 'an id' sp andra HS-01 id=HS-99
fails 2 'a line without an amount' sp andra HS-01 kostnadsslag=drift
fails 2 'a year twice' sp andra HS-01 '2020 mkr=3' '2020 tkr=3000'
fails 3 'an unknown status' sp andra HS-01 status=klart
fails 3 'a stage out of range' sp andra HS-01 grad=6
fails 3 'an amount that is none' sp andra HS-01 '2020 mkr=tre'
fails 3 'finer than one öre' sp andra HS-01 '2020 kr=1,001'
fails 3 'too much' sp andra HS-01 '2020 mkr=1000001'
fails 3 'a name may not be blank' sp andra HS-01 åtgärd=
fails 3 'räknas may not be blank' sp andra HS-01 räknas=
fails 3 'an unknown action' sp andra HS-99 status=pågående
fails 2 'several lines' sp andra RF-03 '2020 mkr=6'
expect err 'several lines are named' Regionförvaltningen 'ej fördelad'
fails 2 'several lines, one word that does not tell them apart' \
	sp andra RF-03 '2020 mkr=6' kostnadsslag=drift
dump "$T/after"
same 'nothing of that was written' "$T/before" "$T/after"

ok 'the line by its recipient' sp andra RF-03 '2020 mkr=6' mottagare=Regionförvaltningen
target 'the line by its recipient' RF-03 2020 6000000 drift Regionförvaltningen
target 'the other line stands' RF-03 2021 2500000 drift 'ej fördelad'
ok 'the line by its cost kind' sp andra RF-01 '2021 tkr=1600' kostnadsslag=intäkt
target 'the line by its cost kind' RF-01 2021 1600000 intäkt Regionförvaltningen
target 'the other line stands' RF-01 2021 6000000 drift Regionförvaltningen
ok 'a new line' sp andra RF-03 '2020 mkr=0,5' 'mottagare=Kultur' kostnadsslag=personal
target 'a new line' RF-03 2020 500000 personal Kultur
ok 'an action without amounts gets its own förvaltning' sp andra RF-05 'hela perioden mkr=2'
target 'ej årsfördelat' RF-05 'ej årsfördelat' 2000000 ospecificerat Regionförvaltningen
ok 'an empty amount takes the target away' sp andra RF-05 'hela perioden mkr='
ok 'and it is gone' sp visa RF-05 --format json
expect out 'and it is gone' '"mal_kr" : null' '"mal" : []'
ok 'several years and a minus' sp andra RF-06 '2020 mkr=-1,5' '2021 mkr=−0,25'
target 'several years and a minus' RF-06 2020 -1500000 ospecificerat Regionförvaltningen
target 'several years and a minus' RF-06 2021 -250000 ospecificerat Regionförvaltningen

ok 'logg of an action' sp logg HS-01
expect out 'logg of an action' Testare försenad →
ok 'logg of the programme' sp logg
expect out 'logg of the programme' '#1 ' RF-06
fails 3 'logg of no action' sp logg HS-99
finish
