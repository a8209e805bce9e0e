#!/bin/sh
# import.sh - import and export of every kind; twice adds nothing; there and back again.
. "${SRCDIR:-.}/tests/cli/lib.sh"
kinds="plan krav overlapp omfordelning referens kalkyl utfall lage beslut riskanalys milstolpar prognos"
example

for k in plan krav overlapp omfordelning referens kalkyl; do
	dump "$T/before"
	ok "import $k of what is there" sp import $k "$EXAMPLE/$k.csv"
	expect out "import $k of what is there" 'ingenting är skrivet'
	dump "$T/after"
	same "import $k twice adds nothing" "$T/before" "$T/after"
done
for k in utfall lage; do
	f=$SRCDIR/data/exempel_utfall/$k.csv
	dump "$T/before"
	ok "import $k --prova" sp import $k "$f" --prova
	expect out "import $k --prova" '--prova'
	dump "$T/after"
	same "import $k --prova writes nothing" "$T/before" "$T/after"
	ok "import $k" sp import $k "$f"
	expect out "import $k" 'Sparat som ändring'
	dump "$T/before"
	ok "import $k again" sp import $k "$f"
	expect out "import $k again" 'ingenting är skrivet'
	dump "$T/after"
	same "import $k twice adds nothing" "$T/before" "$T/after"
done

# Kinds that the bundled plan has none of: decided, assessed, planned step by step, foreseen.
cat >ny-beslut.csv <<'EOF'
nr;id;datum;instans;paragraf;diarienummer;utfall;beslut
1;HS-01;2019-06-12;Regionstyrelsen;98;RS 1-2019;Bifall;Att genomföra
1;HS-02;2019-06-12;Regionstyrelsen;98;RS 1-2019;bifall;Att genomföra
2;;våren 2019;Regionfullmäktige;;;;Programmet
EOF
cat >ny-riskanalys.csv <<'EOF'
id;datum;underlag;slutsats
HS-01;2019-05;RS 1-2019;"=Låg risk; gå vidare"
EOF
cat >ny-milstolpar.csv <<'EOF'
id;milstolpe;datum;klar
HS-01;Avtal tecknat;Q1 2020;2020-04-02
HS-01;Driftstart;hösten 2020;
EOF
cat >ny-prognos.csv <<'EOF'
id;omgång;år;prognos mkr
HS-01;DÅ04-2021;2021;2,5
HS-01;DÅ04-2021;2022;4
HS-02;DÅ04 2021;2022;-0,01
EOF
for k in beslut riskanalys milstolpar prognos; do
	dump "$T/before"
	ok "import $k --prova" sp import $k ny-$k.csv --prova
	dump "$T/after"
	same "import $k --prova writes nothing" "$T/before" "$T/after"
	ok "import $k" sp import $k ny-$k.csv
	expect out "import $k" 'Sparat som ändring'
	dump "$T/before"
	ok "import $k again" sp import $k ny-$k.csv
	expect out "import $k again" 'ingenting är skrivet'
	dump "$T/after"
	same "import $k twice adds nothing" "$T/before" "$T/after"
done
ok 'logg tells of them' sp logg HS-01
expect out 'logg tells of them' 'beslut 1' 'milstolpe Driftstart'

# Naughty texts go out as text and come back as they were.
ok 'texts that Excel would run' sp andra HS-06 'beskrivning==1+1' "ansvarig='Ek" \
	'uppföljningsmått=-5 platser; "två" rader'
there_and_back "$kinds"
grep -qF "'=1+1" csv/plan.csv
verdict $? 'a formula is guarded' 'it is not'
grep -qF '"beskrivning":"=1+1"' json/plan.json
verdict $? 'and a text as any in JSON' 'it is not'
for g in forvaltning mottagare typ omrade atgard kostnadsslag; do
	sp oversikt --efter $g --urval alla --format csv | sort >a.csv
	"$SPARPLAN" --databas "$T/whole.db" oversikt --efter $g --urval alla --format csv | sort >b.csv
	same "the same rollup by $g" a.csv b.csv
done
ok 'kontroll of the copy' sp kontroll

fails 4 'export does not replace a file' sp export plan --ut csv/plan.csv
ok 'export --skriv-over' sp export plan --ut csv/plan.csv --skriv-over
ok 'export on stdout' sp export plan
same 'export on stdout is the same' csv/plan.csv "$T/out"
fails 4 'import of a missing file' sp import plan saknas.csv

# The forms that section 6 takes.
form() { # NAME WANT-KR FILE-FORMAT ARGUMENTS...: one saving of HS-01 in a database of its own
	name=$1 want_kr=$2
	printf "$3" >form.csv
	shift 3
	example
	ok "$name" sp import utfall form.csv "$@"
	sp visa HS-01 --format json >"$T/out"
	expect out "$name" "\"realiserat_kr\" : $want_kr"
}
form 'semicolon and comma' 1500000 'id;period;belopp mkr\nHS-01;2021-04;1,5\n'
form 'comma and point' 1500000 'id,period,belopp mkr\nHS-01,2021-04,1.5\n'
form 'tab' 1500000 'id\tperiod\tbelopp mkr\nHS-01\t2021-04\t1,5\n'
form 'sep=' 1500000 'sep=;\r\nid;period;belopp mkr\r\nHS-01;2021-04;1,5\r\n'
form 'CR alone' 1500000 'id;period;belopp mkr\rHS-01;2021-04;1,5\r'
form 'BOM' 1500000 '\357\273\277id;period;belopp mkr\nHS-01;2021-04;1,5\n'
form 'Windows-1252' 1500000 'id;period;belopp mkr;f\366rvaltning\nHS-01;2021-04;1,5;H\344lso- och sjukv\345rdsf\366rvaltningen\n'
form 'UTF-16LE' 1000 '\377\376i\0d\0;\0p\0e\0r\0i\0o\0d\0;\0b\0e\0l\0o\0p\0p\0 \0k\0r\0\n\0H\0S\0-\0000\0001\0;\0002\0000\0002\0001\0-\0000\0004\0;\0001\0000\0000\0000\0\n\0'
form 'other header order and case' 1500000 'BELOPP MKR;Period;ID\n1,5;202104;HS-01\n'
form 'a thousands space' 61900000 'id;period;belopp tkr\nHS-01;2021-04;61 900\n'
form 'a no-break space' 61900000 'id;period;belopp tkr\nHS-01;2021-04;61\302\240900\n'
form 'U+2212' -1500000 'id;period;belopp mkr\nHS-01;2021-04;\342\210\2221,5\n'
form 'an en dash' -1500000 'id;period;belopp mkr\nHS-01;2021-04;\342\200\2231,5\n'
form 'a tertial' 1500000 'id;period;belopp mkr\nHS-01;T1 2021;1,5\n'
form '--enhet' 1500000 'id;period;belopp\nHS-01;2021-04;1,5\n' --enhet mkr
form '--decimal punkt' 1500000 'id;period;belopp mkr\nHS-01;2021-04;1.5\n' --decimal punkt
form 'a line break in quotes' 1500000 'id;period;belopp mkr;kommentar\nHS-01;2021-04;1,5;"tv\303\245\nrader"\n'
form 'empty rows and blank amounts' 1500000 'id;period;belopp mkr\n;;\nHS-01;2021-03;\nHS-01;2021-04;1,5\n'
finish
