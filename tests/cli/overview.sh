#!/bin/sh
# overview.sh - the golden figures of the example, to the öre, in every grouping.
# Expected values are product.md section 4 and the table in the data's own README, worked
# out by hand per grouping; rows without a target are left out of the comparison.
. "${SRCDIR:-.}/tests/cli/lib.sh"
example

figures() { # NAME ARGUMENTS...: grupp;år;mål compared with stdin
	name=$1
	shift
	cat >"$T/want"
	ok "$name" sp oversikt --format csv --avser 2022-12 "$@"
	tr -d '\r' <"$T/out" | sed 1d | cut -d';' -f1-3 | grep -v ';$' >"$T/got"
	same "$name" "$T/want" "$T/got"
}
figures förvaltning <<'.'
Hälso- och sjukvårdsförvaltningen;2020;213000000,00
Hälso- och sjukvårdsförvaltningen;2021;163000000,00
Hälso- och sjukvårdsförvaltningen;2022;152000000,00
Hälso- och sjukvårdsförvaltningen;totalt;528000000,00
Regionförvaltningen;2020;12000000,00
Regionförvaltningen;2021;12500000,00
Regionförvaltningen;2022;12500000,00
Regionförvaltningen;totalt;37000000,00
Totalt;2020;225000000,00
Totalt;2021;175500000,00
Totalt;2022;164500000,00
Totalt;totalt;565000000,00
.
# RF-03 and RF-04 have no recipient for 2021 and 2022; RF-04 gives 0,5 mkr of 2020 away.
# The order of the groups is the program's own, so both sides are sorted.
sp oversikt --efter mottagare --format csv --avser 2022-12 | tr -d '\r' | sed 1d |
	cut -d';' -f1-3 | grep -v ';$' | sort >"$T/got"
sort >"$T/want" <<'.'
Hälso- och sjukvårdsförvaltningen;2020;213000000,00
Hälso- och sjukvårdsförvaltningen;2021;163000000,00
Hälso- och sjukvårdsförvaltningen;2022;152000000,00
Hälso- och sjukvårdsförvaltningen;totalt;528000000,00
Regionförvaltningen;2020;11500000,00
Regionförvaltningen;2021;7500000,00
Regionförvaltningen;2022;7500000,00
Regionförvaltningen;totalt;26500000,00
Regionala utvecklingsförvaltningen;2020;500000,00
Regionala utvecklingsförvaltningen;totalt;500000,00
ej fördelad;2021;5000000,00
ej fördelad;2022;5000000,00
ej fördelad;totalt;10000000,00
Totalt;2020;225000000,00
Totalt;2021;175500000,00
Totalt;2022;164500000,00
Totalt;totalt;565000000,00
.
same mottagare "$T/want" "$T/got"
figures typ --efter typ <<'.'
Budgetreducering;2020;100000000,00
Budgetreducering;2021;50000000,00
Budgetreducering;2022;50000000,00
Budgetreducering;totalt;200000000,00
Underskottshantering;2020;125000000,00
Underskottshantering;2021;125500000,00
Underskottshantering;2022;114500000,00
Underskottshantering;totalt;365000000,00
Totalt;2020;225000000,00
Totalt;2021;175500000,00
Totalt;2022;164500000,00
Totalt;totalt;565000000,00
.
# drift: HS-12..15, RF-01 without its ALF part, RF-03
figures kostnadsslag --efter kostnadsslag <<'.'
ospecificerat;2020;202000000,00
ospecificerat;2021;151500000,00
ospecificerat;2022;136500000,00
ospecificerat;totalt;490000000,00
drift;2020;23000000,00
drift;2021;22500000,00
drift;2022;26500000,00
drift;totalt;72000000,00
intäkt;2021;1500000,00
intäkt;2022;1500000,00
intäkt;totalt;3000000,00
Totalt;2020;225000000,00
Totalt;2021;175500000,00
Totalt;2022;164500000,00
Totalt;totalt;565000000,00
.
figures 'utanför, per område' --efter omrade --urval utanfor <<'.'
Inköp och upphandling;2020;10000000,00
Inköp och upphandling;2021;18000000,00
Inköp och upphandling;2022;22000000,00
Inköp och upphandling;totalt;50000000,00
Utveckla digitala lösningar;ej årsfördelat;80000000,00
Utveckla digitala lösningar;totalt;80000000,00
Totalt;2020;10000000,00
Totalt;2021;18000000,00
Totalt;2022;22000000,00
Totalt;ej årsfördelat;80000000,00
Totalt;totalt;130000000,00
.
ok 'område' sp oversikt --efter omrade --format csv
expect out 'område' 'Ett sjukhus på tre orter;totalt;10000000,00' \
	'Omstrukturering av vården;totalt;173000000,00' 'Effektiviseringar;totalt;35000000,00' \
	'Totalt;totalt;565000000,00'
ok 'åtgärd, alla' sp oversikt --efter atgard --urval alla --format csv
expect out 'åtgärd, alla' 'HS-02;2020;86000000,00' 'RF-01;2021;7500000,00' \
	'RF-D1;ej årsfördelat;42500000,00' 'Totalt;totalt;695000000,00'
# 30 actions and the total, each with three years, ej årsfördelat and totalt; and a header
[ "$(wc -l <"$T/out")" -eq $((31 * 5 + 1)) ]
verdict $? 'åtgärd, alla: one row per group and column' "$(wc -l <"$T/out") rows"
ok 'åtgärd, räknas' sp oversikt --efter atgard --format csv
[ "$(grep -c ';totalt;' "$T/out")" -eq 18 ]
verdict $? '17 actions count' "$(grep -c ';totalt;' "$T/out") rows with a total"

# The bytes: BOM, the header exactly, CRLF, empty where there is nothing.
printf '\357\273\277grupp;år;mål_kr;realiserat_kr;ej_verifierat_kr;plan_tom_kr;prognos_kr\r\n' \
	>"$T/want"
head -n 1 "$T/out" >"$T/got"
same 'the CSV header' "$T/want" "$T/got"
expect out 'no amount is empty' 'HS-11;2020;;;;;'
[ "$(grep -vc "$(printf '\r')\$" "$T/out")" -eq 0 ]
verdict $? 'every line ends with CRLF' 'some do not'

# Plan to date: 2021 half way, 175,5 / 2 = 87,75 mkr; 2022 has not begun.  Twelve of the
# targets of 2021 are no multiple of 12 öre; the remainder goes to the earliest months, so
# each is 2 öre ahead in June (2 500 000 kr: 4 months of 208 333,34 kr and 2 of 208 333,33).
ok '--avser' sp oversikt --format csv --avser 2021-06
expect out '--avser' 'Totalt;2020;225000000,00;;;225000000,00;' \
	'Totalt;2021;175500000,00;;;87750000,24;' 'Totalt;2022;164500000,00;;;;'

ok 'json' sp oversikt --efter typ --format json
expect out 'json' '"grupp" : "Budgetreducering"' '"ar" : "2020"' '"mal_kr" : 100000000' \
	'"realiserat_kr" : null' '"prognos_kr" : null'
ok 'text' sp oversikt
expect out 'text' '565,0' '528,0' '37,0' '225,0' '175,5' '164,5'

ok '--ut' sp oversikt --format csv --ut ut.csv
sp oversikt --format csv >ut2.csv
same '--ut writes what stdout gets' ut.csv ut2.csv
fails 4 '--ut does not replace a file' sp oversikt --efter typ --format csv --ut ut.csv
expect err '--ut does not replace a file' '--skriv-over'
same '--ut left the file alone' ut.csv ut2.csv
ok '--skriv-over' sp oversikt --efter typ --format csv --ut ut.csv --skriv-over
grep -q Budgetreducering ut.csv
verdict $? '--skriv-over replaces it' 'the old file stands'
fails 4 '--ut in a missing folder' sp oversikt --ut saknas/ut.txt

# Forecasts, risk and scenarios, on the made-up outcomes to June 2021, in mkr.
# R is the sum of utfall.csv; F is the owner's in lage.csv ("inget nytt" leaves the one
# before standing); the weight is grad (ansvariga.csv) x the latest light with its comment.
#         T     R      F     grad light  weight  R + weight x (F - R)
# HS-01   3     1,52   3,1   4    grön   90   %   2,942
# HS-02  40    14,43  28,5   3    röd    24   %  17,8068
# HS-03   2     0,9    2     3    grön   60   %   1,56
# HS-04  36    10,39  22     3    röd    24   %  13,1764
# HS-05  22    10,91  21,5   4    grön   90   %  20,441
# HS-07  35     9,45  18     3    röd    24   %  11,502
# HS-08   1     0,45   *     4    gul    67,5 %   0,45 + 0,30374997: three empty reports
# HS-09   1     0,45   0,8   3    gul    45   %   0,6075
# HS-10   6     2,59   5,6   4    grön   90   %   5,299
# HS-11   3     0,84   2,2   3    gul    45   %   1,452
# HS-12   4     2,3    4,6   4    grön   90   %   4,37
# HS-13   5     1,86   4     3    gul    45   %   2,823
# HS-14   1     0,55   1,1   4    grön   90   %   1,045
# HS-15   4     –      0,5   2    röd    12   %   0,06
# RF-01   7,5   3,66   7,5   4    grön   90   %   7,116
# RF-03   2,5   1,02   2     4    gul    67,5 %   1,6815
# RF-04   2,5   0,82   2     3    gul    45   %   1,351
# sum   175,5  62,14 126,29999996                93,98694997
# * nobody's forecast: 0,45 + 0,49999998 x 0,45 / 0,50000002 = 0,89999996
# 2020: 125,56 realised.  2022: 164,5 to come, of which 67,9575 by weight:
# 90 % of 4 + 8 + 11 + 4 + 3 + 7,5; 67,5 % of 1 + 2,5; 60 % of 2; 45 % of 1 + 2 + 5 + 2,5;
# 24 % of 39 + 41 + 25; 12 % of 6.  Årstakt: 4 x (9,86 + 9,52 + 11,6) = 123,92.
O=$SRCDIR/data/exempel_utfall
for file in plan:ansvariga utfall:utfall lage:lage beslut:beslut riskanalys:riskanalys \
	milstolpar:milstolpar; do
	ok "import ${file#*:}" sp import "${file%:*}" "$O/${file#*:}.csv"
done
dump "$T/before"
ok 'nyckeltal, csv' sp oversikt --nyckeltal --avser 2021-06 --format csv
printf '\357\273\277mått;år;belopp_kr;procent;underlag\r\n' >"$T/want"
head -n 1 "$T/out" >"$T/got"
same 'nyckeltal, csv: the header' "$T/want" "$T/got"
# decided: all but HS-15, which is in grad 2 (4 of 2021, 6 of 2022)
expect out 'nyckeltal, csv' 'krav;2021;175000000,00;;' 'krav;totalt;565000000,00;;' \
	'identifierat;2021;175500000,00;;' 'ej_identifierat;2021;-500000,00;;' \
	'beslutat;2021;171500000,00;;' 'beslutat;totalt;555000000,00;;' \
	'mal;totalt;565000000,00;;' 'plan_tom;2021;87750000,24;;' \
	'realiserat;2020;125560000,00;;' 'realiserat;2021;62140000,00;;' \
	'realiserat;totalt;187700000,00;;' 'av_plan;2021;;70,8;' 'av_mal;2021;;35,4;' \
	'efterslapning;2021;25610000,24;;' 'prognos;2021;126299999,96;;' \
	'prognos;2022;164500000,00;;' 'prognos;totalt;416359999,96;;' \
	'riskjusterat;2020;125560000,00;;' 'riskjusterat;2021;93986949,97;;' \
	'riskjusterat;2022;67957500,00;;' 'riskjusterat;totalt;287504449,97;;' \
	'arstakt;totalt;123920000,00;;'
refute out 'nyckeltal, csv: nothing to verify' ej_verifierat
ok 'nyckeltal, json' sp oversikt --nyckeltal --avser 2021-06 --format json
expect out 'nyckeltal, json' '"matt" : "riskjusterat"' '"belopp_kr" : 62140000' \
	'"belopp_kr" : 67957500' '"procent" : null' '"underlag" : "realiserat mot mål"'
ok 'nyckeltal, text' sp oversikt --nyckeltal --avser 2021-06
row() { # NAME PATTERN: a row of the text, whatever its columns' widths
	tr -s ' ' <"$T/out" | grep -q "^$2"
	verdict $? "$1" "no row $2"
}
row 'nyckeltal, text: realised' 'Realiserat 125,6 62,1 – – 187,7 '
row 'nyckeltal, text: forecast' 'Helårsprognos 125,6 126,3 164,5 – 416,4 '
row 'nyckeltal, text: risk' 'Riskjusterad prognos 125,6 94,0 68,0 – 287,5 '
row 'nyckeltal, text: lights' 'Totalt 17 7 6 4 0 17 1$'
row 'nyckeltal, text: HS-02' 'HS-02 .* 28,5 24,0[^0-9]*% '
row 'nyckeltal, text: HS-08' 'HS-08 .* 0,9 67,5[^0-9]*% '
ok 'what the rest is: the forecast' sp oversikt --efter atgard --avser 2021-06 --format csv
expect out 'what the rest is: the forecast' \
	'HS-02;2021;40000000,00;14430000,00;;20000000,02;28500000,00' \
	'HS-08;2021;1000000,00;450000,00;;500000,02;899999,96' \
	'HS-15;2021;4000000,00;;;2000000,02;500000,00' \
	'Totalt;2021;175500000,00;62140000,00;;87750000,24;126299999,96'

# Without HS-02: 86, 40, 39 of target, 36,33 + 14,43 realised; by weight 17,8068 of 2021
# and 24 % of 39 = 9,36 of 2022, with 2020 63,4968 in all.  HS-04 takes 36, 10,39 and 22.
ok '--utan' sp oversikt --utan HS-02 --avser 2021-06 --format csv
expect out '--utan' 'Totalt;2020;139000000,00;89230000,00;;139000000,00;89230000,00' \
	'Totalt;2021;135500000,00;47710000,00;;67750000,22;97799999,96' \
	'Totalt;2022;125500000,00;;;;125500000,00'
ok '--utan by action' sp oversikt --utan HS-02 --efter atgard --avser 2021-06 --format csv
refute out '--utan by action' 'HS-02;'
ok '--utan two' sp oversikt --utan HS-02,HS-04 --avser 2021-06 --format csv
expect out '--utan two' 'Totalt;2021;99500000,00;37320000,00;;49750000,22;75799999,96'
sp oversikt --utan HS-02 --utan HS-04 --avser 2021-06 --format csv >"$T/got"
same '--utan twice is the same' "$T/out" "$T/got"
ok '--utan, nyckeltal' sp oversikt --utan HS-02 --nyckeltal --avser 2021-06 --format csv
expect out '--utan, nyckeltal' 'riskjusterat;2021;76180149,97;;' \
	'riskjusterat;totalt;224007649,97;;' 'krav;2021;175000000,00;;' \
	'ej_identifierat;2021;39500000,00;;'
ok '--utan, json' sp oversikt --utan HS-02 --avser 2021-06 --format json
expect out '--utan, json' '"mal_kr" : 135500000' '"realiserat_kr" : 47710000'
ok '--utan, text' sp oversikt --utan HS-02 --avser 2021-06
expect out '--utan, text' 'Om HS-02 tas bort'
row '--utan, text: target' 'Mål totalt 565,0 400,0 −165,0$'
row '--utan, text: forecast' 'Helårsprognos 2021 126,3 97,8 −28,5$'
row '--utan, text: risk of the year' 'Riskjusterad prognos 2021 94,0 76,2 −17,8$'
row '--utan, text: risk' 'Riskjusterad prognos totalt 287,5 224,0 −63,5$'

# HS-02 three months late: the 14,07 to come are 2,345 a month from July; three months of
# them fall in 2021 and three in 2022, whose own 3,25 a month begin in April: 7,035 + 29,25.
# By weight 2021 loses 0,24 x 7,035 = 1,6884 and 2022 0,24 x (39 - 36,285) = 0,6516.
ok '--forsena' sp oversikt --forsena HS-02=3 --efter atgard --avser 2021-06 --format csv
expect out '--forsena' 'HS-02;2021;40000000,00;14430000,00;;20000000,02;21465000,00' \
	'HS-02;2022;39000000,00;;;;36285000,00' 'HS-02;totalt;165000000,00;50760000,00;;106000000,02;94080000,00' \
	'HS-05;2021;22000000,00;10910000,00;;11000000,02;21500000,00' \
	'Totalt;2021;175500000,00;62140000,00;;87750000,24;119264999,96'
ok '--forsena, json' sp oversikt --forsena HS-02=3 --efter atgard --avser 2021-06 --format json
expect out '--forsena, json' '"prognos_kr" : 21465000' '"prognos_kr" : 36285000'
ok '--forsena, text' sp oversikt --forsena HS-02=3 --avser 2021-06
expect out '--forsena, text' 'Om HS-02 kommer 3 månader senare'
row '--forsena, text: target' 'Mål totalt 565,0 565,0 0,0$'
row '--forsena, text: forecast' 'Helårsprognos 2021 126,3 119,3 −7,0$'
row '--forsena, text: risk' 'Riskjusterad prognos totalt 287,5 285,2 −2,3$'
ok '--forsena, nyckeltal' sp oversikt --forsena HS-02=3 --nyckeltal --avser 2021-06 --format csv
expect out '--forsena, nyckeltal' 'riskjusterat;2021;92298549,97;;' \
	'riskjusterat;2022;67305900,00;;'

fails 3 '--utan an unknown action' sp oversikt --utan HS-2
expect err '--utan an unknown action' 'HS-02'
fails 3 '--utan one known, one not' sp oversikt --utan HS-02,RF-0 --format csv
fails 3 '--forsena an unknown action' sp oversikt --forsena HS-2=3
expect err '--forsena an unknown action' 'HS-02'
for n in '' =0 =-1 =121 =x =1.5 =3x =; do
	fails 2 "--forsena HS-02$n" sp oversikt --forsena "HS-02$n"
	expect err "--forsena HS-02$n" '1 till 120'
done
fails 2 '--forsena no action' sp oversikt --forsena =3
dump "$T/after"
same 'thinking changes nothing' "$T/before" "$T/after"

# A scenario of an earlier instant takes away what was posted then: HS-02's 5 mkr stand,
# and HS-01's 3 mkr, posted later, are not there to be taken.
example
sp utfall HS-02 2020-02 5 mkr >/dev/null
then=$(sp logg | sed -n '1s/ .*//p')
sp utfall HS-01 2020-02 3 mkr >/dev/null
ok '--utan --per' sp oversikt --utan HS-01 --per "$then" --avser 2020-06 --format csv
expect out '--utan --per' 'Totalt;totalt;555000000,00;5000000,00;'
finish
