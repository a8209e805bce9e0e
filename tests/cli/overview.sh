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
finish
