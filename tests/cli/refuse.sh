#!/bin/sh
# refuse.sh - bad input of every kind in product.md section 6: exit 3, file and row, column
# and remedy on stderr, and a database that is exactly as before.
. "${SRCDIR:-.}/tests/cli/lib.sh"
example
ok 'a known saving' sp utfall HS-01 2021-03 1 mkr --ref KÄND
dump "$T/before"

bad() { # NAME KIND LINE COLUMN TEXT FILE-FORMAT ARGUMENTS...: COLUMN, TEXT may be empty
	name=$1 kind=$2 line=$3 column=$4 text=$5
	printf "$6" >fil.csv
	shift 6
	fails 3 "$name" sp import "$kind" fil.csv "$@"
	if [ "$line" -gt 0 ]; then
		expect err "$name: row" "fil.csv:$line: "
	else
		expect err "$name: file" 'fil.csv: '
	fi
	[ -z "$column" ] || expect err "$name: column" "kolumn \"$column\": "
	[ -z "$text" ] || expect err "$name: remedy" "$text"
	expect err "$name: nothing read" 'ngenting är inläst'
	dump "$T/after"
	cmp -s "$T/before" "$T/after"
	verdict $? "$name: unchanged database" 'it was changed'
}
H='id;period;belopp mkr'
bad 'unknown id' utfall 2 id HS-01 "$H\nHS-1;2021-04;1\n"
bad 'point for comma' utfall 2 'belopp mkr' punkt "$H\nHS-01;2021-04;1.5\n"
bad 'comma for point' utfall 2 'belopp mkr' punkt 'id,period,belopp mkr\nHS-01,2021-04,"1,5"\n'
bad 'a word for an amount' utfall 2 'belopp mkr' '' "$H\nHS-01;2021-04;tre\n"
bad 'a question mark in a number' utfall 2 'belopp mkr' '' "$H\nHS-01;2021-04;?3\n"
bad 'a group of two' utfall 2 'belopp mkr' '' "$H\nHS-01;2021-04;61 90\n"
bad 'finer than one öre' utfall 2 'belopp kr' öre 'id;period;belopp kr\nHS-01;2021-04;0,001\n'
bad 'too much' utfall 2 'belopp mkr' '' "$H\nHS-01;2021-04;1000001\n"
bad 'a month 13' utfall 2 period '' "$H\nHS-01;2021-13;1\n"
bad 'a year 1999' utfall 2 period '' "$H\nHS-01;1999-12;1\n"
bad 'an empty period' utfall 2 period '' "$H\nHS-01;;1\n"
bad 'no unit' utfall 1 belopp '--enhet' 'id;period;belopp\nHS-01;2021-04;1\n'
bad 'an unknown column' utfall 1 perod period 'id;perod;belopp mkr\nHS-01;2021-04;1\n'
bad 'a missing column' utfall 1 '' period 'id;belopp mkr\nHS-01;1\n'
bad 'a column twice' utfall 1 id '' 'id;id;period;belopp mkr\nHS-01;HS-01;2021-04;1\n'
bad 'too many cells' utfall 2 '' '' "$H\nHS-01;2021-04;1;2\n"
bad 'an unclosed quote' utfall 2 '' '' "$H\nHS-01;2021-04;\"1\n"
bad 'a known ref, another amount' utfall 2 '' '--ratta' "$H;ref\nHS-01;2021-03;2;KÄND\n"
bad 'the same ref twice in a file' utfall 3 '' '' "$H\nHS-01;2021-04;1\nHS-01;2021-04;1\n"
bad 'an unknown cost kind' utfall 2 kostnadsslag drift "$H;kostnadsslag\nHS-01;2021-04;1;drfit\n"
bad 'broken UTF-8' utfall 3 '' '' "$H;kommentar\nHS-01;2021-04;1;\303\245\nHS-01;2021-05;1;\345\n"
bad 'a NUL byte' utfall 2 '' '' "$H\nHS-01;2021-04;1\0\n"
bad 'an Excel workbook' utfall 0 '' CSV 'PK\003\004xyz'
bad 'a row after a quoted line break' utfall 4 period '' "$H;kommentar\nHS-01;2021-04;1;\"a\nb\"\nHS-01;x;1;\n"

P='id;åtgärd;förvaltning'
bad 'plan: no name' plan 2 åtgärd '' "$P\nX-1;;Test\n"
bad 'plan: an unknown status' plan 2 status pågående "$P;status\nX-1;Ny;Test;pågånde\n"
bad 'plan: an unknown kind' plan 2 typ budgetreducering "$P;typ\nX-1;Ny;Test;budgetreduc\n"
bad 'plan: räknas' plan 2 räknas ja "$P;räknas\nX-1;Ny;Test;kanske\n"
bad 'plan: a stage' plan 2 grad '' "$P;grad\nX-1;Ny;Test;6\n"
bad 'plan: a basis' plan 2 bas '' "$P;bas\nX-1;Ny;Test;alltid\n"
bad 'plan: a checksum' plan 2 'kontrollsumma mkr' '' "$P;2020 mkr;2021 mkr;kontrollsumma mkr\nX-1;Ny;Test;1;2;4\n"
bad 'plan: a date' plan 2 'plan klar' '' "$P;plan klar\nX-1;Ny;Test;Q5 2019\n"
bad 'plan: a year column out of range' plan 1 '1999 mkr' '' "$P;1999 mkr\nX-1;Ny;Test;1\n"

bad 'lage: an unknown round' lage 2 omgång '' 'id;omgång;ljus\nHS-01;XY-2021;gul\n'
bad 'lage: an unknown light' lage 2 ljus '' 'id;omgång;ljus\nHS-01;DÅ04-2021;blå\n'
bad 'krav: a year' krav 2 år '' 'år;typ;belopp mkr\n20;;1\n'
bad 'overlapp: an unknown action' overlapp 2 med '' 'id;med;år;belopp mkr;viker;skäl\nHS-01;HS-99;;1;HS-01;x\n'
bad 'omfordelning: an amount' omfordelning 2 'belopp mkr' '' 'id;år;ändamål;belopp mkr;villkor;finansiering\nX;2020;Test;x;;\n'
bad 'referens: an amount' referens 2 'utlovat mkr' '' 'kod;namn;period;utlovat mkr;realiserat mkr;källa\nX;Test;2020;x;1;\n'
bad 'beslut: an unknown outcome' beslut 2 utfall bifall 'nr;id;utfall\n1;HS-01;bifal\n'
bad 'beslut: a date' beslut 2 datum 'Q4 2019' 'nr;id;datum\n1;HS-01;i fjol\n'
bad 'beslut: an unknown action' beslut 2 id HS-01 'nr;id\n1;HS-1\n'
bad 'beslut: no number' beslut 2 nr fyll 'nr;id\n;HS-01\n'
bad 'beslut: the same twice' beslut 3 nr 'rad 2' 'nr;id\n1;HS-01\n1;HS-01\n'
bad 'riskanalys: no action' riskanalys 2 id fyll 'id;slutsats\n;låg\n'
bad 'milstolpar: no date' milstolpar 2 datum fyll 'id;milstolpe;datum\nHS-01;Avtal;\n'
bad 'milstolpar: no name' milstolpar 2 milstolpe fyll 'id;milstolpe;datum\nHS-01;;2020\n'
bad 'milstolpar: an unknown column' milstolpar 1 klart klar 'id;milstolpe;datum;klart\nHS-01;Avtal;2020;\n'
bad 'prognos: an unknown round' prognos 2 omgång '' 'id;omgång;prognos mkr\nHS-01;XY-2021;1\n'
bad 'prognos: an unknown action' prognos 2 id HS-01 'id;omgång;prognos mkr\nHS-1;DÅ04-2021;1\n'
bad 'prognos: a year' prognos 2 år '' 'id;omgång;år;prognos mkr\nHS-01;DÅ04-2021;21;1\n'
bad 'prognos: the same year twice' prognos 3 omgång 'rad 2' 'id;omgång;år;prognos mkr\nHS-01;DÅ04-2021;;1\nHS-01;DÅ04 2021;2021;1\n'
bad 'prognos: no unit' prognos 1 prognos '--enhet' 'id;omgång;prognos\nHS-01;DÅ04-2021;1\n'

bad 'an empty file' utfall 0 '' '' ''
bad 'a mark alone' utfall 0 '' rubrikrad '\357\273\277'
bad 'a mark in the middle' utfall 3 '' 'var för sig' "$H\nHS-01;2021-04;1\n\357\273\277HS-01;2021-05;1\n"
bad 'sep= of nothing' utfall 1 '' 'sep=;' "sep=\n$H\nHS-01;2021-04;1\n"
bad 'content beyond trailing separators' utfall 2 '' citattecken "$H;;\nHS-01;2021-04;1;;x\n"
bad 'a quote inside a field' utfall 2 kommentar dubbla "$H;kommentar\nHS-01;2021-04;1;5\" rör\n"
bad '10 000 columns' utfall 1 '' 512 "$H$(printf '%10000s' | tr ' ' ';')\nHS-01;2021-04;1\n"
bad 'a field of more than 1 MiB' utfall 2 '' 1 "$H;kommentar\nHS-01;2021-04;1;$(printf '%1048577s' | tr ' ' x)\n"
bad 'JSON that is not whole' utfall 0 '' slutar '{"slag": "utfall", "rader": [{"id": "HS-01"'
bad 'JSON in UTF-16' utfall 0 '' UTF-8 '\377\376{\000}\000'
bad 'JSON, a bad row' utfall 2 belopp_kr '' '{"rader": [{"id": "HS-01", "period": "2021-04", "belopp_kr": 1}, {"id": "HS-01", "period": "2021-05", "belopp_kr": "x"}]}'
mkdir mapp
fails 3 'a folder' sp import utfall mapp
mkfifo ror
fails 3 'a pipe' sp import utfall ror
fails 3 'a device' sp import utfall /dev/zero

# Every bad row is listed, a good one among them is not written; more than 50 are counted.
{ echo "$H"; echo 'HS-01;2021-04;1'; yes 'HS-01;x;y' | head -n 60; } >fil.csv
fails 3 'many bad rows' sp import utfall fil.csv
expect err 'many bad rows' 'fil.csv:3: ' 'fil.csv:4: '
[ "$(grep -c 'fil.csv:[0-9]*: ' "$T/err")" -eq 50 ]
verdict $? 'the first 50 are listed' "$(grep -c 'fil.csv:[0-9]*: ' "$T/err")"
# a good file beside a bad one: all or nothing
printf "$H\nHS-01;2021-06;1\n" >god.csv
fails 3 'a good file and a bad one' sp import utfall god.csv fil.csv
dump "$T/after"
same 'all or nothing' "$T/before" "$T/after"
# nothing that a file says reaches the terminal as it is
printf "$H\n\033[31m;2021-04;1\n" >fil.csv
fails 3 'an escape in a cell' sp import utfall fil.csv
refute err 'an escape in a cell' "$(printf '\033')"
finish
