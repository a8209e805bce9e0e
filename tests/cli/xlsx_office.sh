#!/bin/sh
# xlsx_office.sh - a workbook opened by LibreOffice, which computes its formulas anew: the
# figures that every build must give.  Skipped where LibreOffice is not installed.
. "${SRCDIR:-.}/tests/cli/lib.sh"
office=$(command -v soffice || command -v libreoffice) || {
	echo 'LibreOffice is not installed: skipped'
	exit 77
}
example
sp import utfall "$SRCDIR/data/exempel_utfall/utfall.csv" >/dev/null || exit 99
sp rapport uppfoljning --avser 2021-06 --ut a.xlsx || exit 99

# 59: ';', 76: UTF-8, -1: every sheet to a file of its own.
"$office" -env:UserInstallation="file://$T/office" --headless --convert-to \
	'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,-1' \
	a.xlsx >"$T/out" 2>"$T/err"
verdict $? 'LibreOffice opens the workbook' "$(cat "$T/err")"

sheet() { # NAME LINE...: the sheet has each of the lines
	name=$1
	shift
	for line; do
		grep -qxF -e "$line" "a-$name.csv"
		verdict $? "$name: $line" "$(cat "a-$name.csv")"
	done
}
# product.md, section 4
sheet 'Mål per typ och år' 'Typ;2020;2021;2022;Ej årsfördelat;Totalt' \
	'Budgetreducering;100;50;50;–;200' 'Underskottshantering;125;125.5;114.5;–;365' \
	'Totalt;225;175.5;164.5;–;565'
sheet 'Mål per förvaltning och år' \
	'Hälso- och sjukvårdsförvaltningen;213;163;152;–;528' \
	'Regionförvaltningen;12;12.5;12.5;–;37' 'Totalt;225;175.5;164.5;–;565'
sheet 'Mål per åtgärd och år, räknas…' \
	';Summa Hälso- och sjukvårdsförvaltningen;213;163;152;–;528' \
	';Totalt;225;175.5;164.5;–;565'
sheet 'Mål per åtgärd och år, utanför…' ';Totalt;10;18;22;80;130'
grep -q 'Tabell: Mål per typ och år, mkr' a-Bilaga.csv
verdict $? 'the first sheet leads to the tables' "$(head -30 a-Bilaga.csv)"
finish
