#!/bin/sh
# nothing_lost.sh - appendices show all that was read in, also where a source is built in
# another way than the five documents.
. "${SRCDIR:-.}/tests/cli/lib.sh"
sp init >/dev/null || exit 99

# Without phases too, what a decision was about in kronor and what is remarked on it.
cat >beslut.csv <<'CSV'
nr;datum;instans;paragraf;händelse;belopp mkr;anmärkning
1;2020-03-01;RS;73;Ramen sätts;12,5;Gäller från maj
CSV
ok 'a decision with an amount' sp import beslut beslut.csv
ok 'the final report' sp rapport slutredovisning --format csv
expect out 'the final report' \
	'datum;instans;paragraf;diarienummer;utfall;arende;belopp_kr;anmarkning;galler' \
	'2020-03-01;RS;73;–;–;Ramen sätts;12500000,00;Gäller från maj;programmet'

# A "varav" that has a "varav" of its own: 50 of 100, and 20 of the 50.
cat >matt.csv <<'CSV'
kod;styrmått;tabell;varav av;period;utfall totalt
A;Besök;Produktion;;T1 2021;100
B;Läkarbesök;Produktion;A;T1 2021;50
C;Telefonbesök;Produktion;B;T1 2021;20
CSV
ok 'a part of a part' sp import matt matt.csv
ok 'production' sp rapport strategiska --format csv
expect out 'production' 'Besök;T1 2021;100;;;Läkarbesök;50;;;50,0' \
	'Läkarbesök;T1 2021;50;;;Telefonbesök;20;;;40,0'
finish
