#!/bin/sh
# goals.sh - several programmes in one file, links, results, and what kontroll says of them.
. "${SRCDIR:-.}/tests/cli/lib.sh"

# ---- programmes -------------------------------------------------------------------------
ok 'a database' sp init
printf '%s\n' 'id;åtgärd;förvaltning;räknas;2021 mkr;hela perioden mkr' \
	'A-1;Samla lokaler;Vården;nej;2;' 'A-2;Färre avtal;Vården;nej;;403' >plan.csv
ok 'two actions' sp import plan plan.csv
ok 'program' sp program
expect out 'program' 'PROGRAM' ' 2  '
refute out 'one programme is not chosen' används
ok 'another programme' sp program HA2015 'Framtidsarbetet 2015–2018'
expect out 'another programme' 'Programmet HA2015 är skapat' '--program HA2015'
fails 3 'it is there already' sp program HA2015 Framtidsarbetet
fails 3 'a programme without a code' sp program '' Framtidsarbetet
fails 2 'a programme without a name' sp program HA2016
expect err 'a programme without a name' 'program HA2016 NAMN'
fails 2 'program --format foo' sp program --format foo
ok 'both' sp program
expect out 'both' '2  ' 'HA2015             0  Framtidsarbetet 2015–2018' '(används)'
ok 'both as JSON' sp program --format json
expect out 'both as JSON' '"kod" : "HA2015"' '"namn" : "Framtidsarbetet 2015–2018"' \
	'"atgarder" : 2' '"anvands" : true' '"anvands" : false'
ok 'the other one' sp --program HA2015 program
expect out 'the other one' '2015–2018 (används)'
fails 3 'no such programme' sp --program HA2014 oversikt
expect err 'no such programme' '"HA2014" finns inte' HA2015

# ---- links ------------------------------------------------------------------------------
printf '%s\n' 'nr;datum;instans;beslut' '4;2015-04-29;Regionstyrelsen;Fas 1 godkänns' \
	'6;2016-11-09;Regionstyrelsen;Fas 2 godkänns' >beslut.csv
ok 'decisions' sp import beslut beslut.csv
ok 'a decision' sp koppla A-1 beslut 4
expect out 'a decision' ok
ok 'the same again' sp koppla A-1 beslut 4
expect out 'the same again' 'finns redan'
ok 'a target of a year' sp koppla A-1 målbelopp 6 --ar 2021
ok 'a target of no year' sp koppla A-2 malbelopp 6
ok 'visa' sp visa A-1
expect out 'visa' 'Beslut som åtgärden vilar på' '4                 2015-04-29 Regionstyrelsen Fas 1 godkänns' \
	'målet 2021: 2016-11-09 Regionstyrelsen Fas 2 godkänns'
ok 'visa of no year' sp visa A-2
expect out 'visa of no year' 'målet ej årsfördelat: 2016-11-09'
ok 'visa as JSON' sp visa A-1 --format json
expect out 'visa as JSON' '"vilar_pa"' '"slag" : "målbelopp"' '"ar" : "2021"' '"nr" : "4"' \
	'"uppdrag" : null' '"verkar_for" : []' '"matt" : []'
ok 'logg' sp logg
expect out 'logg' koppling
ok 'taken away' sp koppla A-1 beslut 4 --ta-bort
ok 'taken away twice' sp koppla A-1 beslut 4 --ta-bort
expect out 'taken away twice' 'fanns inte'
ok 'visa without it' sp visa A-1
refute out 'visa without it' '4                 2015-04-29'
fails 2 'a relation there is not' sp koppla A-1 målet 4
expect err 'a relation there is not' 'mål, mått, beslut, målbelopp'
fails 2 'a year of a goal' sp koppla A-1 mål F1 --ar 2021
expect err 'a year of a goal' 'målbelopp F1 --ar 2021'
fails 3 'no such goal' sp koppla A-1 mål F1
expect err 'no such goal' '"F1" finns inte' 'export mal'
fails 3 'no such indicator' sp koppla A-1 mått SM1
fails 3 'no such decision' sp koppla A-1 beslut 9
fails 3 'no such action' sp koppla A-9 beslut 4
fails 3 'no target of the year' sp koppla A-1 målbelopp 4 --ar 2022
fails 3 'a year that is none' sp koppla A-1 målbelopp 4 --ar 21
fails 2 'too few words' sp koppla A-1 mål
expect err 'too few words' 'mål|mått|beslut|målbelopp KOD'

# ---- what it serves, and how that goes --------------------------------------------------
ok 'a third programme' sp program NB2022 'Strategiska åtgärder'
nb() {
	sp --program NB2022 "$@"
}
{
	printf 'perspektiv;strategiskt_mål;framgångsfaktor;styrmått;mål;mål_totalt;'
	printf 'uppföljningsperiod;utfall_K;utfall_M;utfall_totalt;enhet;jämförelseperiod;'
	printf 'jämförelse_K;jämförelse_M;jämförelse_totalt;måluppfyllelse;utveckling;period\n'
	printf 'Medborgare;Trygghet;Jämlik hälsa;Fått fråga om våld;Öka;;DÅ04,08, ÅR;29;4;;'
	printf 'antal;T1 2021;12;7;;K: □ M: ▲;↕;T1 2022\n'
	printf 'Verksamhet;Nära vård;En hållbar verksamhet;Vårdskador;Under 6,5%%;6,5;DÅ08, ÅR;'
	printf ';;6,7;procent;;;;;;;T1 2022\n'
	printf 'Verksamhet;Nära vård;En hållbar verksamhet;Läkemedelsberättelse;70%%;70;'
	printf 'DÅ04,08, ÅR;59;63;;procent;2021;;;62;;;T1 2022\n'
} >matt.csv
printf '%s\n' 'nr;perspektiv;mål_framgångsfaktor;åtgärd;ansvarig;tidplan;förväntad_effekt;omgång;kommentar' \
	'1;Medborgare;Jämlik hälsa;Fråga alla;Chefen;T1;Fler frågas;DÅ04-2022;Arbetet med att fråga alla går framåt' \
	'2;Medborgare;Delaktighet;Bjud in;Chefen;T1;Fler är med;DÅ04-2022;Arbetet med att fråga alla går framåt' \
	>atgarder.csv
ok 'indicators' nb import matt matt.csv
ok 'strategic actions' nb import uppdrag atgarder.csv
ok 'an indicator' nb koppla SÅ1 mått SM1
ok 'what it serves' nb visa SÅ1 --avser 2022-04
# K 12 to 29, M 7 to 4: to rise, and one of them falls; there are few men.
expect out 'what it serves' 'Strategisk åtgärd' 'Fler frågas' 'Mål som åtgärden verkar för' \
	'Jämlik hälsa (framgångsfaktor); ■ röd' 'T1 2022: K 29, M 4 antal' 'T1 2021: K' \
	'K ↑, M ↓' 'små tal'
ok 'what it serves as JSON' nb visa SÅ1 --avser 2022-04 --format json
expect out 'what it serves as JSON' '"form" : "strategisk åtgärd"' '"forvantad_effekt" : "Fler frågas"' \
	'"kod" : "SM1"' '"kvinnor" : 29' '"man" : 4' '"totalt" : null' '"utveckling_man" : "↓"' \
	'"ljus" : "röd"' '"niva" : "framgångsfaktor"'
ok 'before the period' nb visa SÅ1 --avser 2022-03
expect out 'before the period' 'T1 2021: K 12, M 7 antal' '○ grå'
ok 'what is odd in it' nb kontroll --bara data
expect out 'what is odd in it' 'STATUS: 2 strategiska åtgärder saknar status: SÅ1, SÅ2.' \
	'OBS MAL: 1 framgångsfaktor har åtgärder men inget mått: ' '"Delaktighet".' \
	'OBS MAL: 1 framgångsfaktor har mått men ingen åtgärd: ' '"En hållbar verksamhet".' \
	'UPPFOLJNING: 1 mått' 'SM2 "Vårdskador" (T1 2022, följs upp DÅ08, ÅR).' \
	'SMATAL: 1 mått' 'JAMFORELSE: 1 mått jämförs med ett tal av annat slag' \
	'SM3 "Läkemedelsberättelse" (T1 2022 mot 2021).' \
	'SM1 "Fått fråga om våld" (↕).' 'SYMBOL: 2 mått saknar tryckt' \
	'KOMMENTAR: 1 kommentar i DÅ04-2022' 'SÅ1 och SÅ2.'
refute out 'what is odd in it' BELOPP
refute out 'what is odd in it' 'NAMN'
printf 'ort;år;månad;medelvårdtid\n' >serie.csv
for place in Kalix Kiruna; do
	printf "$place;2016;11;7,1\n$place;2016;12;6,2\n$place;2017;1;5,8\n$place;2017;2;5,8\n"
done >>serie.csv
printf 'Piteå;2016;11;6,2\nPiteå;2016;12;6,1\nPiteå;2017;1;6,0\nPiteå;2017;2;6,0\nPiteå;2017;3;\n' >>serie.csv
ok 'a series of places' nb import mattvarden serie.csv
ok 'Kiruna is Kalix' nb kontroll --bara data
expect out 'Kiruna is Kalix' 'SERIE: 1 par av orter' 'medelvårdtid i Kiruna och Kalix (4 värden).' \
	'OFORANDRAT: 1 period' 'medelvårdtid 2017-02 (Kalix 5,8; Kiruna 5,8; Piteå 6).'

# ---- results ----------------------------------------------------------------------------
fails 2 'an empty report' sp lage A-1
expect err 'an empty report' '--resultat'
ok 'a result' sp lage A-1 --omgang 2021-06 --inget-nytt --resultat 'Avtalet är skrivet'
ok 'visa of a result' sp visa A-1
expect out 'visa of a result' 'inget nytt att redovisa; resultat: Avtalet är skrivet'
ok 'visa of a result as JSON' sp visa A-1 --format json
expect out 'visa of a result as JSON' '"resultat" : "Avtalet är skrivet"' '"inget_nytt" : true'
ok 'work goes on' sp lage A-1 --omgang 2021-06 --kommentar 'Flytten pågår'
ok 'the result stands' sp visa A-1
expect out 'the result stands' 'Flytten pågår; resultat: Avtalet är skrivet'

# ---- kontroll ---------------------------------------------------------------------------
ok 'nothing to remark on' sp --program PLAN kontroll --bara data
expect out 'nothing to remark on' 'Inga anmärkningar.'
printf '%s\n' 'nr;datum;instans;beslut' '11;;Regionstyrelsen;Återremiss' \
	'12;2019-04-15;Regionstyrelsen;Protokollet justerat' \
	'13;2019-04-14;Regionstyrelsen;Protokollet anslaget' >halland.csv
ok 'Halland' sp --program HA2015 import beslut halland.csv
ok 'every programme' sp kontroll --bara data
expect out 'every programme' 'Program HA2015' 'OBS BESLUT: 1 beslut saknar datum: 11 "Återremiss".' \
	'13 (2019-04-14) efter 12 (2019-04-15).' 'Program NB2022' '0 fel och '
ok 'as JSON' sp kontroll --bara data --format json
expect out 'as JSON' '"program" : "HA2015"'
ok 'one programme' sp --program HA2015 kontroll --bara data
expect out 'one programme' 'OBS BESLUT: 1 beslut saknar datum'
refute out 'one programme' 'Program HA2015'
finish
