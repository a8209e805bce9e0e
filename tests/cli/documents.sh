#!/bin/sh
# documents.sh - the five documents that come with the program: every row of each is in its
# appendix, as text, HTML, PDF and workbook, and kontroll finds what is wrong in the sources.
# The numbers of rows are counted by hand in the documents.
. "${SRCDIR:-.}/tests/cli/lib.sh"
D=$SRCDIR/data
SPARPLAN_NOW=2026-11-23T09:00
export SPARPLAN_NOW
example

# Names are compared without blanks, because lines and cells are broken where they are.
bare() {
	tr -d ' \n\r\f\302\240'
}
column() { # FILE NUMBER: that column of every row, up to a semicolon of its own
	tail -n +2 "$D/$1" | cut -d';' -f"$2" | tr -d '"'
}
text_of() { # FORMAT FILE: what somebody reads of it
	case $1 in
	html) sed -e 's/<[^>]*>//g' -e 's/&amp;/\&/g' "$2" ;;
	xlsx) unzip -p "$2" 'xl/sharedStrings.xml' 'xl/worksheets/*.xml' |
		sed -e 's/<[^>]*>//g' -e 's/&amp;/\&/g' -e 's/&lt;/</g' -e 's/&gt;/>/g' ;;
	pdf) pdftotext -raw "$2" - ;;
	*) cat "$2" ;;
	esac
}

# A row of text is laid out in columns, so there only what is not broken is looked for.
holds() { # PROGRAMME BOOK: every line of the file `names`, and in text of `codes`
	for format in html pdf xlsx text; do
		name="$1 $2 $format"
		list=names
		case $format in
		pdf) command -v pdftotext >/dev/null 2>&1 || continue ;;
		xlsx) command -v unzip >/dev/null 2>&1 || continue ;;
		text) list=codes ;;
		esac
		ok "$name" sp --program "$1" rapport "$2" --format "$format" --ut "a.$format" --skriv-over
		text_of "$format" "a.$format" | bare >read
		lost=0
		while IFS= read -r line; do
			grep -qF -- "$(printf '%s' "$line" | bare)" read || {
				echo "lost: $line"
				lost=$((lost + 1))
			}
		done <"$list"
		verdict "$lost" "$name" "$lost of $(wc -l <"$list") are lost"
	done
}
counted() { # NAME NUMBER FILE: so many lines
	got=$(wc -l <"$3")
	verdict "$((got != $2))" "$1" "$got, not $2"
}

# Norrbotten 2022: 40 åtgärder, 15 styrmått, 12 rows of production.
column norrbotten_2022/uppdrag.csv 6 >names
counted 'åtgärder' 40 names
column norrbotten_2022/matt.csv 5 >>names
counted 'styrmått' 55 names
column norrbotten_2022/uppdrag.csv 7 >>names
column norrbotten_2022/uppdrag.csv 14 >>names
printf '%s\n' '45 467' '42 401' '42 393' '36 530' '87 860' '78 931' '10 797' '11 341' \
	'4 192' '4 421' '7,2 %' '16,0 %' '11,3 %' '−4,8 %' '12,3 %' '−5,2 %' >production
column norrbotten_2022/uppdrag.csv 1 >codes
cat production >>codes
cp names all
holds NB2022 strategiska
ok 'production as CSV' sp --program NB2022 rapport strategiska --format csv
for share in 7,2 16,0 11,3 -4,8 12,3 -5,2; do
	grep -q -- "$share" "$T/out"
	verdict $? 'production as CSV' "no $share"
done

# Norrbotten 2017: 23 ärenden, 72 månadsvärden of which 42 are filled in.
column norrbotten_2017/uppdrag.csv 4 >names
counted 'ärenden' 23 names
column norrbotten_2017/uppdrag.csv 1 >codes
column norrbotten_2017/mattvarden.csv 4 >values
counted 'månadsvärden' 72 values
holds NB2017 uppdrag
ok 'the series as CSV' sp --program NB2017 rapport uppdrag --format csv
cp "$T/out" series.csv
months='januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december'
tr -d '\r' <series.csv | grep -E "^($months);" >series
counted 'twelve months in three places' 36 series
verdict "$(($(cut -d';' -f2- series | tr ';' '\n' | grep -c '[0-9]') != 42))" \
	'the values that there are' "$(cut -d';' -f2- series | tr ';' '\n' | grep -c '[0-9]')"
expect series.csv 'nothing new' 'Inget nytt att redovisa'
verdict "$(($(grep -c 'Inget nytt att redovisa' series.csv) != 7))" 'seven times' \
	"$(grep -c 'Inget nytt att redovisa' series.csv)"

# Halland: 13 händelser, 11 förutsättningar, 403 and 145.
tail -n +2 "$D/halland_2015/beslut.csv" | cut -d';' -f5 | tr -d '"' >names
column halland_2015/forutsattningar.csv 1 >>names
counted 'händelser and förutsättningar' 24 names
printf '%s\n' '403,0' '145,0' '36,0 %' återremiss >>names
printf '%s\n' '403,0' '145,0' '36,0 %' återremiss 2015-04-29 RS170382 §73 >codes
holds HA2015 slutredovisning

# Skåne: 7 insatsområden, 18 viljeinriktningar, 6 målbilder, 21 punkter, 5 förflyttningar.
column skane_2021/mal.csv 5 >names
for level in insatsområde:7 viljeinriktning:18 målbild:6 målbildspunkt:21 förflyttning:5; do
	column skane_2021/mal.csv 3 | grep -x "${level%:*}" >level
	counted "${level%:*}" "${level#*:}" level
done
echo 'Målbild saknas i underlaget' >>names
grep -E '^(insatsområde|.{0,24})$' names >codes
holds SK2021 malkarta

# Västerbotten has a final report too.
column vasterbotten_2019/plan.csv 1 | sort -u >codes
cp codes names
holds VB2020 slutredovisning

# What a program can find of what is wrong in the sources.
found() { # PROGRAMME TEXT...
	name="kontroll $1"
	ok "$name" sp --program "$1" kontroll --bara data
	shift
	expect out "$name" "$@"
}
found HA2015 'BESLUT' '11 "Återremiss' 'Produktionsstyrning (PKS), regiongemensam'
found NB2017 'SERIE' 'Kiruna och Kalix (14 värden)' '2017-02' 'saknar enhet'
found NB2022 '↕' 'SM8' 'SM10' '7 framgångsfaktorer har åtgärder men inget mått' \
	'1 framgångsfaktor har mått men ingen åtgärd' 'sammanhållen och samordnad' \
	'SÅ-10 och SÅ-13' '40 strategiska åtgärder saknar status'
found SK2021 'I7 "Fysisk infrastruktur"' 'milstolpe'
ok 'the log' sp --program SK2021 logg
ok 'the file is whole' sp kontroll --bara databas
finish
