#!/bin/sh
# document_files.sh - the appendices uppdrag, malkarta and slutredovisning of Norrbotten's, Skåne's and
# Halland's documents as they stand in the files: every row of the source, and blanks as blanks.
. "${SRCDIR:-.}/tests/cli/lib.sh"
D=$SRCDIR/tests/data
SPARPLAN_NOW=2017-04-20T09:00
export SPARPLAN_NOW

column() { # FILE NUMBER: a column's cells that say something, without their quotes
	tail -n +2 "$D/$1" | sed 's/"\([^"]*\);\([^"]*\)"/\1,,\2/g; s/"//g' | cut -d';' -f"$2" |
		sed 's/,,/;/g' | grep -v '^$'
}
# COUNT NAME: so many names on stdin, each of them in every format.  Not at the end of a pipe: a
# check counts in this shell.
told() {
	n=0 lost=0
	while IFS= read -r name; do
		n=$((n + 1))
		for format in csv html json md; do
			grep -qF -- "$name" "book.$format" || { echo "lost in $format: $name"; lost=1; }
		done
	done
	verdict "$((lost || n != $1))" "$2: nothing lost" "$n, not $1"
}
book() { # NAME MONTH
	for format in csv html json md; do
		ok "rapport $1 $format" sp rapport "$1" --avser "$2" --format $format
		cp "$T/out" book.$format
	done
}
fresh() {
	rm -f "$DB"
	sp init >/dev/null || exit 99
}

# Norrbotten 2017: 23 ärenden in 8 avsnitt, 7 with nothing new; 72 values, 42 of them known
fresh
ok 'import uppdrag' sp import uppdrag "$D/norrbotten_2017_rd_uppdrag.csv"
ok 'import mattvarden' sp import mattvarden "$D/norrbotten_2017_medelvardtid.csv"
book uppdrag 2017-03
column norrbotten_2017_rd_uppdrag.csv 3 >names && told 23 'ärenden' <names
column norrbotten_2017_rd_uppdrag.csv 2 | sort -u >names && told 8 'avsnitt' <names
expect book.csv 'counts' 'Totalt;23;16;7;0'
expect book.csv 'nothing new by itself' \
	'U20;Distansvård – breddinförandearbete;Inget nytt att redovisa;Distansvård finns i östra'
expect book.csv 'a month of each year' 'januari;8,3;5,8' 'februari;7;5,8' 'mars;6,6;'
months='januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december'
grep -E "^($months);[0-9,]*;[0-9,]*.\$" book.csv | cut -d';' -f2,3 | tr -d '\r' | tr ';' '\n' >values
n=$(wc -l <values)
verdict "$((n != 72))" 'months × years × places' "$n, not 72"
n=$(grep -c '[0-9]' values)
verdict "$((n != 42))" 'known values' "$n, not 42"

# Skåne: 7 insatsområden, 18 viljeinriktningar, 21 punkter, 5 + 5; one målbild is missing
fresh
SPARPLAN_NOW=2021-12-01T09:00
for part in insatsomraden viljeinriktningar malbilder forflyttningar begrepp; do
	ok "import mal $part" sp import mal "$D/skane_2021_$part.csv"
done
book malkarta 2021-11
column skane_2021_insatsomraden.csv 3 >names && told 7 'insatsområden' <names
column skane_2021_insatsomraden.csv 5 >names && told 6 'målbilder' <names
column skane_2021_viljeinriktningar.csv 4 >names && told 18 'viljeinriktningar' <names
column skane_2021_malbilder.csv 4 >names && told 21 'målbildspunkter' <names
column skane_2021_forflyttningar.csv 2 >names && told 5 'förflyttningar, från' <names
column skane_2021_forflyttningar.csv 3 >names && told 5 'förflyttningar, till' <names
column skane_2021_begrepp.csv 3 >names && told 5 'begrepp' <names
expect book.csv 'the missing målbild' \
	'Förutsättningar;7 Fysisk infrastruktur;3;Målbild saknas i underlaget;0'

# Halland: 145 of 403, 11 preconditions, 13 steps of the history
fresh
SPARPLAN_NOW=2019-05-01T09:00
printf 'id;åtgärd;förvaltning;hela perioden mkr\nFA;Framtidsarbetet;Region Halland;403\n' >plan.csv
ok 'import plan' sp import plan plan.csv
ok 'utfall' sp utfall FA 2018-12 145 mkr
ok 'import beslut' sp import beslut "$D/halland_2015_2018_historik.csv"
ok 'import forutsattningar' sp import forutsattningar "$D/halland_2015_2018_forutsattningar.csv"
book slutredovisning 2018-12
column halland_2015_2018_historik.csv 5 >names && told 13 'history' <names
column halland_2015_2018_forutsattningar.csv 1 >names && told 11 'förutsättningar' <names
column halland_2015_2018_forutsattningar.csv 4 >names && told 11 'what they held back' <names
expect book.csv 'promised and realised' 'Region Halland;403000000,00;145000000,00;36,0;258000000,00'
expect book.md 'in words' '403,0 mkr av det utlovade är ej årsfördelat.' \
	'Av 11 förutsättningar var 1 uppfylld, 5 delvis uppfyllda och 5 inte uppfyllda.'
finish
