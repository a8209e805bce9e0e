#!/bin/sh
# stage.sh - each step of a genomförandegrad: refused with its rule, allowed when the rule
# is met, and back again whenever.
. "${SRCDIR:-.}/tests/cli/lib.sh"
example

refused() { # NAME TEXT FIELD...: exit 3 with the text, and nothing is written
	name=$1 text=$2
	shift 2
	dump "$T/before"
	fails 3 "$name" sp andra "$@"
	expect err "$name" "$text"
	dump "$T/after"
	same "$name: nothing is written" "$T/before" "$T/after"
}
take() { # KIND FILE-FORMAT: an import that goes well
	printf "$2" >fil.csv
	ok "import $1" sp import "$1" fil.csv
}

# HS-02 comes with 86, 40 and 39 mkr (165) in stage 1, without an owner or an indicator.
refused 'no owner' 'HS-02 kan inte få grad 2: ansvarig saknas. Ange den med' HS-02 grad=2
refused 'a jump asks for what it passes' \
	'HS-02 kan inte få grad 4, för grad 2 är inte uppfylld: ansvarig saknas.' HS-02 grad=4
refused 'no indicator' 'HS-02 kan inte få grad 2: uppföljningsmått saknas.' HS-02 grad=2 ansvarig=Eva
ok 'stage 2 with what it asks for' sp andra HS-02 grad=2 ansvarig=Eva 'uppföljningsmått=Vårddygn'
refused 'no decision' 'HS-02 kan inte få grad 3: beslut saknas.' HS-02 grad=3
take beslut 'nr;id;utfall\n1;HS-02;återremiss\n'
refused 'a decision that does not approve' 'inget beslut om den har utfallet bifall' HS-02 grad=3
take beslut 'nr;id;utfall\n1;HS-02;bifall\n'
refused 'no assessment' 'HS-02 kan inte få grad 3: risk- och konsekvensanalys saknas. Läs in den med "sparplan import riskanalys FIL".' HS-02 grad=3
take riskanalys 'id;slutsats\nHS-02;låg risk\n'
ok 'stage 3' sp andra HS-02 grad=3
take milstolpar 'id;milstolpe;datum\nHS-02;Avtal tecknat;2020-03\n'
refused 'an open milestone' 'HS-02 kan inte få grad 4: milstolpen "Avtal tecknat" är inte nådd.' HS-02 grad=4
take milstolpar 'id;milstolpe;datum;klar\nHS-02;Avtal tecknat;2020-03;2020-04\n'
ok 'stage 4' sp andra HS-02 grad=4
refused 'nothing realised' 'HS-02 kan inte få grad 5: inget utfall är bokfört.' HS-02 grad=5
ok 'all but a krona' sp utfall HS-02 2021-04 164,999999 mkr
refused 'all but a krona' 'realiserat är 164,999999 mkr av målet 165,0 mkr, och 100 % av målet krävs' HS-02 grad=5
ok 'a krona' sp utfall HS-02 2021-05 1 kr
ok 'stage 5' sp andra HS-02 grad=5

# Going back asks for nothing and is in the log; so is a state beside.
ok 'going back' sp andra HS-02 grad=1 ansvarig=
ok 'the log' sp logg HS-02
expect out 'the log tells of it' '5 → 1' '4 → 5'
refused 'up again' 'HS-02 kan inte få grad 2: ansvarig saknas.' HS-02 grad=2
ok 'a state beside' sp andra HS-02 status=pausad
ok 'the stage stays' sp visa HS-02 --format json
expect out 'the stage stays' '"grad" : "1"' '"status" : "pausad"'

# A target without a year is no year; the same command may give one.
refused 'no year' 'RF-D1 kan inte få grad 2: inget mål är satt för ett år.' RF-D1 grad=2 ansvarig=Eva
ok 'a year in the same command' sp andra RF-D1 grad=2 ansvarig=Eva '2021 mkr=1'
# A decision of the whole programme is one of every action.
take beslut 'nr;utfall\nP;bifall\n'
take riskanalys 'id\nRF-D1\n'
refused 'an assessment that says nothing' 'risk- och konsekvensanalys saknas' RF-D1 grad=3
take riskanalys 'id;datum\nRF-D1;2020-01-15\n'
ok 'decided with the programme' sp andra RF-D1 grad=3
# A file may carry any stage: what it breaks is for kontroll to remark on.
take plan 'id;grad\nRF-05;5\n'
ok 'a stage from a file' sp visa RF-05 --format json
expect out 'a stage from a file' '"grad" : "5"'
finish
