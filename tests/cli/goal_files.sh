#!/bin/sh
# goal_files.sh - the follow-up documents as files: each read as it stands, all of it, once; and
# there and back again.  The numbers are counted by hand in the documents.
. "${SRCDIR:-.}/tests/cli/lib.sh"
D=$SRCDIR/tests/data
sp init >/dev/null || exit 99

take() { # KIND COUNT FILE...: so many new, and the second time none
	kind=$1 count=$2
	shift 2
	ok "import $kind" sp import "$kind" "$@"
	expect out "import $kind" ": $count ny" 'Sparat som ändring'
	dump "$T/before"
	ok "import $kind again" sp import "$kind" "$@"
	expect out "import $kind again" ' 0 ändrade' "och $count oförändrade" \
		'ingenting är skrivet'
	dump "$T/after"
	same "import $kind twice adds nothing" "$T/before" "$T/after"
}
rows() { # COUNT NAME PATTERN KIND: rows of the export that match
	sp export "$4" >"$T/out" 2>"$T/err"
	got=$(tail -n +2 "$T/out" | grep -c "$3")
	verdict "$((got != $1))" "$2" "$got, not $1"
}

# 7 insatsområden, 6 målbilder, 18 viljeinriktningar, 21 punkter, 5 förflyttningar, 5 begrepp
take mal 62 "$D/skane_2021_malbilder.csv" "$D/skane_2021_begrepp.csv" \
	"$D/skane_2021_viljeinriktningar.csv" "$D/skane_2021_insatsomraden.csv" \
	"$D/skane_2021_forflyttningar.csv"
rows 7 'insatsområden' '^I[1-7];' mal
rows 18 'viljeinriktningar' '^V' mal
rows 21 'målbildspunkter' '^M[1-6][.]' mal
rows 6 'målbilder: fysisk infrastruktur has none' '^M[1-6];' mal
rows 5 'förflyttningar' '^R' mal
rows 5 'begrepp' '^B' mal
printf 'nr;insatsområde;antal_viljeinriktningar\n1;Personcentrerat arbetssätt;4\n' >fler.csv
fails 3 'a count that does not hold' sp import mal fler.csv
expect err 'a count that does not hold' 'fler.csv:2: kolumn "antal_viljeinriktningar": det finns 3'

# 15 styrmått under 4 perspektiv, 4 strategiska mål and 9 framgångsfaktorer; 15 values and
# the 4 they are compared with; 2 of the 15 are "Data saknas"
take matt 15 "$D/norrbotten_2022_04_styrmatt.csv"
rows 15 'styrmått' '^SM' matt
rows 4 'perspektiv' ';perspektiv;' mal
rows 4 'strategiska mål' ';strategiskt mål;' mal
rows 9 'framgångsfaktorer' ';framgångsfaktor;' mal
rows 19 'values of the styrmått' '^SM' mattvarden
rows 2 'values that are missing' 'Data saknas' mattvarden
rows 1 'the row that kept its signs' 'K: □ M: ▲;↕' mattvarden

# 3 places x 24 months, 14 filled in each
take mattvarden 72 "$D/norrbotten_2017_medelvardtid.csv"
sp export mattvarden >"$T/out"
n=$(awk -F';' '$1 == "medelvårdtid" && $7 != ""' "$T/out" | wc -l)
verdict "$((n != 42))" 'filled values' "$n, not 42"
n=$(awk -F';' '$1 == "medelvårdtid" && $7 == ""' "$T/out" | wc -l)
verdict "$((n != 30))" 'values known to be missing' "$n, not 30"

# 23 ärenden in 8 avsnitt, 7 with nothing new
take uppdrag 23 "$D/norrbotten_2017_rd_uppdrag.csv"
expect out 'the round is told' 'Rader utan omgång gäller 2021-06.'
rows 23 'ärenden' ';uppdrag;' uppdrag
n=$(sp export plan | tail -n +2 | cut -d';' -f5 | sort -u | wc -l)
verdict "$((n != 8))" 'avsnitt' "$n, not 8"
rows 7 'nothing new' ';ja;' lage
rows 23 'reports' '^U' lage

# 40 strategiska åtgärder; 7 framgångsfaktorer are theirs alone
take uppdrag 40 "$D/norrbotten_2022_04_atgarder.csv"
rows 40 'strategiska åtgärder' ';strategisk åtgärd;' uppdrag
rows 40 'what they serve' ';mål;F' koppling
rows 16 'framgångsfaktorer of both' ';framgångsfaktor;' mal

take forutsattningar 11 "$D/halland_2015_2018_forutsattningar.csv"
rows 11 'förutsättningar' . forutsattningar
take beslut 13 "$D/halland_2015_2018_historik.csv"
rows 13 'events' . beslut
rows 1 'promised' ';403000000,00;' beslut
rows 1 'realised' ';145000000,00;' beslut

there_and_back 'plan mal matt mattvarden uppdrag forutsattningar beslut milstolpar lage koppling'
finish
