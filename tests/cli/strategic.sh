#!/bin/sh
# strategic.sh - Norrbotten's delårsbilaga of April 2022 as it stands in the files, and the
# appendix strategiska of it: every row of the source, and blanks as blanks.
. "${SRCDIR:-.}/tests/cli/lib.sh"
D=$SRCDIR/tests/data
SPARPLAN_NOW=2022-05-02T09:00
export SPARPLAN_NOW
sp init >/dev/null || exit 99
# the file does not say its period; the document does: tertial 1
sed '1s/$/;period/;2,$s/$/;T1 2022/' "$D/norrbotten_2022_04_styrmatt.csv" >matt.csv
ok 'styrmått' sp import matt matt.csv
ok 'åtgärder' sp import uppdrag "$D/norrbotten_2022_04_atgarder.csv"

# Of 15 styrmått two can be judged: frågor om våld (K 12 -> 29, M 7 -> 4, öka) and
# vårdskador (6,7 of under 6,5); five more have a way but nothing to compare with or no
# data, and eight have none said.
ok 'rapport strategiska' sp rapport strategiska --avser 2022-04 --format csv
cp "$T/out" book.csv
expect book.csv 'the totals' 'Totalt;;;15;0;0;2;13;40'
expect book.csv 'women and men' \
	'K 29 · M 4 (antal, T1 2022);K 12 · M 7 (T1 2021);K ● uppnått · M ◆ ej uppnått (små tal) · totalt ◆ ej uppnått;K ↑ · M ↓' \
	'måluppfyllelse ""K: □ M: ▲"", utveckling ""↕""'
expect book.csv 'measured out of its time' 'Under 6,5%;DÅ08, ÅR;6,7 (procent, T1 2022);–;◆ ej uppnått'
expect book.csv 'no data' 'Data saknas (T1 2022);–;□ data saknas'
expect book.csv 'another period' '62 (2021);□ riktningen är inte angiven'

# Every name of the source; a quoted cell of the file is a quoted cell of the book.
lost=0 n=0
tail -n +2 "$D/norrbotten_2022_04_atgarder.csv" | cut -d';' -f4 >names
[ "$(wc -l <names)" -eq 40 ] || lost=1
tail -n +2 "$D/norrbotten_2022_04_styrmatt.csv" | cut -d';' -f4 >>names
while IFS= read -r name; do
	n=$((n + 1))
	grep -qF -- "$name" book.csv || { echo "lost: $name"; lost=1; }
done <names
verdict "$((lost || n != 55))" 'nothing lost' "$n names"

ok 'other marks' sp installning 'måluppfyllelse.symboler=▲ □ ● ◆'
ok 'with other marks' sp rapport strategiska --avser 2022-04
expect out 'with other marks' 'Måluppfyllelse: ▲ uppnått, □ på väg, ● ej uppnått'
fails 3 'a mark twice' sp installning 'måluppfyllelse.symboler=● ● ▲ □'
expect err 'a mark twice' 'en gång var'
finish
