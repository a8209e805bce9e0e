#!/bin/sh
# post.sh - utfall and lage, and reading as of an earlier instant.
. "${SRCDIR:-.}/tests/cli/lib.sh"
# Time only goes forward in a database, so it is made before the first saving.
SPARPLAN_NOW=2021-05-01T08:00
example
SPARPLAN_NOW=2021-07-05T09:00
at() { # NOW COMMAND...
	now=$1
	shift
	env SPARPLAN_NOW="$now" "$SPARPLAN" --databas "$DB" --som Testare "$@"
}

ok 'a saving' at 2021-05-03T10:00 utfall HS-02 2021-04 8,4 mkr --ref F1 --kommentar 'Enligt plan'
expect out 'a saving' 'ok '
id=$(sed 's/ok //' "$T/out")
ok 'the same again' at 2021-05-03T10:01 utfall HS-02 2021-04 8400 tkr --ref F1
expect out 'the same again' "finns redan $id"
dump "$T/before"
fails 3 'the same ref with another amount' sp utfall HS-02 2021-04 9 mkr --ref F1
expect err 'the same ref with another amount' '--ratta'
dump "$T/after"
same 'nothing was written' "$T/before" "$T/after"
ok 'as of before the correction' at 2021-05-10T12:00 utfall HS-02 2021-04 9 mkr --ref F1 --ratta
ok 'the corrected amount' sp visa HS-02 --format json
expect out 'the corrected amount' '"realiserat_kr" : 9000000' '"period" : "2021-04"' \
	'"ref" : "F1"' '"kommentar" : "Enligt plan"'
ok 'without a ref' sp utfall HS-02 2021-05 1 mkr
ok 'without a ref, again' sp utfall HS-02 2021-05 1 mkr
expect out 'without a ref, again' 'finns redan'
ok 'a negative amount' sp utfall HS-03 2021-05 -0,3 mkr
ok 'a negative amount after --' sp utfall -- HS-03 2021-06 -200000 kr
ok 'both are there' sp visa HS-03 --format json
expect out 'both are there' '"realiserat_kr" : -500000' '-300000' '-200000'
ok 'a comment may begin with a minus' sp utfall HS-04 2021-05 1 mkr --kommentar '-3 platser'
ok 'a comment may begin with a minus' sp visa HS-04 --format json
expect out 'a comment may begin with a minus' '"-3 platser"'
ok 'a cost kind' sp utfall RF-01 2021-05 0,1 mkr --kostnadsslag intäkt --underlag Verifikat

dump "$T/before"
fails 2 'an unknown unit' sp utfall HS-02 2021-06 1 euro
fails 3 'an unknown action' sp utfall HS-99 2021-06 1 mkr
fails 3 'a month that is none' sp utfall HS-02 2021-13 1 mkr
fails 3 'a year out of range' sp utfall HS-02 1999-12 1 mkr
fails 3 'an amount that is none' sp utfall HS-02 2021-06 1,2,3 mkr
fails 3 'an empty amount' sp utfall HS-02 2021-06 '' mkr
fails 3 'an unknown cost kind' sp utfall HS-02 2021-06 1 mkr --kostnadsslag hyra
fails 2 'an empty status report' sp lage HS-02
fails 3 'an unknown status' sp lage HS-02 --status klart
fails 3 'an unknown light' sp lage HS-02 --ljus blå
fails 3 'an unknown round' sp lage HS-02 --omgang XY-2021 --ljus gul
fails 3 'a status report of no action' sp lage HS-99 --ljus gul
fails 2 'a forecast without unit' sp lage HS-02 --prognos 3
dump "$T/after"
same 'nothing of that was written' "$T/before" "$T/after"

ok 'a status report' sp lage HS-02 --omgang 'då04 2021' --status pågående --ljus gul \
	--kommentar 'Väntar på beslut' --prognos '38,5 mkr'
expect out 'a status report' ok
ok 'the same report again' sp lage HS-02 --omgang DÅ04-2021 --status pågående --ljus gul \
	--kommentar 'Väntar på beslut' --prognos 38,5 mkr
expect out 'the same report again' 'finns redan'
ok 'nothing new' sp lage HS-03 --omgang 2021-05 --inget-nytt
ok 'the report is there' sp visa HS-02 --format json
expect out 'the report is there' '"omgang" : "DÅ04-2021"' '"ljus" : "gul"' \
	'"kommentar" : "Väntar på beslut"' '"prognos_kr" : 38500000' '"inget_nytt" : false'
ok 'the report in words' sp visa HS-02
expect out 'the report in words' 'Väntar på beslut' '38,5 mkr' 'DÅ04-2021' 'Testare'

# As of: 8,4 mkr before the correction of 10 May, 9,0 after it; nothing before 3 May.
ok 'as of 4 May' sp visa HS-02 --format json --avser 2021-04 --per 2021-05-04
expect out 'as of 4 May' '"realiserat_kr" : 8400000'
ok 'as of 2 May' sp visa HS-02 --format json --avser 2021-04 --per 2021-05-02
expect out 'as of 2 May' '"realiserat_kr" : null'
ok 'overview as of 4 May' sp oversikt --format csv --efter typ --avser 2021-04 --per 2021-05-04
expect out 'overview as of 4 May' 'Budgetreducering;2021;50000000,00;8400000,00;'
ok 'overview to April' sp oversikt --format csv --efter typ --avser 2021-04
expect out 'overview to April' 'Budgetreducering;2021;50000000,00;9000000,00;'
# to June: 9 + 1 (HS-02) - 0,3 - 0,2 (HS-03) = 9,5
ok 'overview to June' sp oversikt --format csv --efter typ
expect out 'overview to June' 'Budgetreducering;2021;50000000,00;9500000,00;'
ok 'as of a change number' sp oversikt --format csv --per '#1'
finish
