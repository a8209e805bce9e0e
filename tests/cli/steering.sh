#!/bin/sh
# steering.sh - installning, omgang and verifiera: how a programme is steered.
. "${SRCDIR:-.}/tests/cli/lib.sh"
example

# installning
ok 'all settings' sp installning
expect out 'all settings' 'NAMN' 'BETYDELSE' 'vikt.grad3' '60 %' 'effekt.grön' '95 %'
ok 'set two' sp installning effekt.gul=70 'Effekt.Grön=90,5 %'
expect out 'set two' ok
ok 'the same again' sp installning effekt.gul=70
expect out 'the same again' 'oförändrad'
ok 'one and its history' sp installning effekt.gul
expect out 'one and its history' 'effekt.gul = 70 %' 'Testare  80 % → 70 %' '2021-07-05 09:00'
ok 'one as JSON' sp installning effekt.gul --format json
expect out 'one as JSON' '"varde" : "70 %"' '"standard" : "80 %"' '"ar_standard" : false' \
	'"fran" : "80 %"'
ok 'all as JSON' sp installning --format json
expect out 'all as JSON' '"namn" : "verifiering"' '"varde" : null' '"ar_standard" : true'
dump "$T/before"
fails 3 'gult above grönt' sp installning effekt.gul=91
fails 3 'an unknown setting' sp installning effekt.guld
expect err 'an unknown setting' '"effekt.gul"'
fails 3 'an unknown setting set' sp installning vikt.blå=10
fails 3 'a value that is none' sp installning vikt.gul=mycket
fails 3 'an unknown programme' sp installning program=XX
expect err 'an unknown programme' 'VB2020'
fails 2 'two without a value' sp installning vikt.gul vikt.röd
fails 2 'the same twice' sp installning vikt.gul=1 vikt.gul=2
fails 2 'unknown --format' sp installning --format xml
dump "$T/after"
same 'nothing of that was written' "$T/before" "$T/after"
ok 'back to the default' sp installning effekt.gul=
ok 'the log tells of it' sp logg
expect out 'the log tells of it' 'inställning effekt.gul: 70 % → 80 %'
chmod a-w "$DB" "$T"
ok 'shown from a file that is not ours to write' sp installning vikt.gul
[ -w "$DB" ] || fails 4 'not changed there' sp installning vikt.gul=1
chmod u+w "$DB" "$T"
finish
