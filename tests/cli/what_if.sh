#!/bin/sh
# what_if.sh - scenarios, and what is counted of a programme where savings need an attest:
# small programmes with sums made by hand.
. "${SRCDIR:-.}/tests/cli/lib.sh"

as() { # NAME COMMAND...
	name=$1
	shift
	"$SPARPLAN" --databas "$DB" --som "$name" "$@"
}

# A programme of its own; the rest of the arguments is the plan file.
programme() {
	rm -f "$DB"
	sp init >/dev/null || exit 99
	printf '%s\n' "$@" >plan.csv
	sp import plan plan.csv >/dev/null || exit 99
}

# As of a change, --utan takes away what was booked by then and nothing later.
programme 'id;åtgärd;förvaltning;2021 mkr' 'B1;Ett;Vård;20' 'B2;Två;Vård;20'
sp utfall B1 2021-06 10 mkr >/dev/null
sp utfall B2 2021-06 10 mkr >/dev/null
last=$(sp logg | sed -n 's/^ *#*\([0-9][0-9]*\).*/\1/p' | sort -n | tail -1)
sp utfall B1 2021-05 7 mkr >/dev/null
ok 'as of a change' sp oversikt --avser 2021-06 --per "#$last" --utan B1 --format csv
expect out 'as of a change' 'Totalt;2021;20000000,00;10000000,00;'

# What is thought away overlaps with nothing: B1 yields 5 to B2.
printf 'id;med;år;belopp mkr;viker\nB1;B2;2021;5;B1\n' >overlapp.csv
ok 'an overlap' sp import overlapp overlapp.csv
ok 'net' sp oversikt --nyckeltal --avser 2021-06 --format csv
expect out 'net' 'netto_mal;2021;35000000,00'
ok 'net without the other' sp oversikt --nyckeltal --avser 2021-06 --utan B2 --format csv
expect out 'net without the other' 'netto_mal;2021;20000000,00'
ok 'the text says so' sp oversikt --nyckeltal --avser 2021-06 --utan B2
expect out 'the text says so' 'scenario: om B2 tas bort' 'Scenariot ändrar ingenting.'
refute out 'the text says so' 'Två'
fails 2 'a late action that is gone' sp oversikt --utan B1 --forsena B1=3
fails 2 'late twice' sp oversikt --forsena B1=3 --forsena B1=6
fails 2 'grouped key figures' sp oversikt --nyckeltal --efter typ
fails 2 'selected key figures' sp oversikt --nyckeltal --urval utanfor

# A correction counts when what it corrects does: 100 by Per, corrected to 80 by Eva.
programme 'id;åtgärd;förvaltning;2021 mkr' 'V1;Ett;Vård;100'
ok 'attests are demanded' sp installning verifiering=ja
as Per utfall V1 2021-06 100 mkr >/dev/null
as Eva utfall V1 2021-06 80 mkr --ratta >/dev/null
ok 'Per attests what Eva posted' as Per verifiera --alla --till 2021-06
ok 'a correction alone' sp oversikt --avser 2021-06 --format csv
expect out 'a correction alone' 'Totalt;2021;100000000,00;;80000000,00;'
ok 'Eva attests what Per posted' as Eva verifiera --alla --till 2021-06
ok 'both' sp oversikt --avser 2021-06 --format csv
expect out 'both' 'Totalt;2021;100000000,00;80000000,00;'
programme 'id;åtgärd;förvaltning;2021 mkr' 'V1;Ett;Vård;100'
as Per utfall V1 2021-06 100 mkr >/dev/null
fails 3 'one hand in two spellings' as ' PER ' verifiera V1 2021-06

# Rounds: a month that is not over cannot be closed, nor reported in before it begins.
fails 3 'too early to close' sp omgang 2021-07 --stang
fails 3 'due too early' sp omgang 2021-06 --senast 2021-05-31
ok 'closed' sp omgang 2021-05 --stang
ok 'closed too' sp omgang 2021-06 --stang
fails 3 'a closed round' sp lage V1 --omgang 2021-05 --kommentar Ja
expect err 'a closed round' 'lämna rapporten i 2021-07'
finish
