#!/bin/sh
# nothing_lost.sh - appendices and the log show all that was read in, also where a source
# is built in another way than the five documents.
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

# Points of an insatsområde without målbild are its own, and so are those of a second one.
cat >mal.csv <<'CSV'
kod;överordnad;nivå;nr;namn
I1;;insatsområde;1;Nära vård
P1;I1;målbildspunkt;1;Lätt att nå
P2;I1;målbildspunkt;2;Trygghet
I2;;insatsområde;2;Lokaler
MA;I2;målbild;;Ljust
PA;MA;målbildspunkt;1;Fönster
MB;I2;målbild;;Rent
PB;MB;målbildspunkt;1;Golv
CSV
ok 'points without målbild' sp import mal mal.csv
ok 'the goal map' sp rapport malkarta --format csv
expect out 'the goal map' '–;1 Nära vård;0;Målbild saknas i underlaget;2' \
	'–;2 Lokaler;0;Ljust;2'
ok 'the goal map as text' sp rapport malkarta
refute out 'the goal map' 'Mål utanför insatsområdena'

# The log tells what became of each field, not that something did.
change() { # KIND HEADER ROW
	printf '%s\n' "$2" "$3" >change.csv
	ok "change $1" sp import "$1" change.csv
}
change mal 'kod;överordnad' 'PA;MB'
change matt 'kod;mål totalt;uppföljningsperiod' 'A;6,5;T2'
change mattvarden 'kod;period;totalt' 'A;2021-04;8'
change uppdrag 'id;ärende;resultat;omgång;tidplan typ' 'U1;Bisyssla;Ett;2021-04;klart'
change uppdrag 'id;resultat;omgång;tidplan typ' 'U1;Två;2021-04;start'
change beslut 'nr;datum;instans;paragraf;händelse;fas;belopp mkr' \
	'1;2020-03-01;RS;73;Ramen sätts;fas 2;-0,5'
ok 'the log' sp logg
expect out 'the log' \
	'mål PA: målbildspunkt, 1, Fönster, under MA → målbildspunkt, 1, Fönster, under MB' \
	'mått A: Besök, Produktion → Besök, totalt 6,50, T2, Produktion' \
	'mätvärde A T1 2021: – → 100,00' 'mätvärde A 2021-04: – → 8,00' \
	'läge 2021-04: resultat: Ett → resultat: Två' \
	'uppdrag: uppdrag, klart → uppdrag, start' \
	'beslut 1: 2020-03-01, RS, 73, Ramen sätts, 12,5 mkr, Gäller från maj → ' \
	'→ 2020-03-01, RS, 73, Ramen sätts, fas 2, −0,5 mkr'
ok 'jamfor' sp jamfor '#7' '#8' --format csv
expect out 'jamfor' 'U1;Bisyssla;resultat 2021-04;;Ett' 'U1;Bisyssla;uppdrag;;uppdrag, klart'
finish
