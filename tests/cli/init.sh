#!/bin/sh
# init.sh - where the database is, how it is made, and the demo.
. "${SRCDIR:-.}/tests/cli/lib.sh"

fails 4 'a missing default database' "$SPARPLAN" oversikt
expect err 'a missing default database' '"sparplan init"'
ok 'init of the default database' "$SPARPLAN" init
test -f "$XDG_DATA_HOME/sparplan/sparplan.db"
verdict $? 'the default database is in the data folder' 'it is not'
[ "$(stat -c %a "$XDG_DATA_HOME/sparplan")" = 700 ]
verdict $? 'the data folder is private' "$(stat -c %a "$XDG_DATA_HOME/sparplan")"
[ "$(stat -c %a "$XDG_DATA_HOME/sparplan/sparplan.db")" = 660 ]
verdict $? 'the database is 0660' "$(stat -c %a "$XDG_DATA_HOME/sparplan/sparplan.db")"
ok 'an empty programme has an overview' "$SPARPLAN" oversikt --format csv
ok 'an empty programme passes kontroll' "$SPARPLAN" kontroll
export SPARPLAN_DB="$T/miljo.db"
fails 4 'SPARPLAN_DB is asked before the data folder' "$SPARPLAN" oversikt
ok 'init of SPARPLAN_DB' "$SPARPLAN" init --program EGEN
ok 'the programme got the code' "$SPARPLAN" --program EGEN oversikt
unset SPARPLAN_DB

fails 4 'a missing named database' sp oversikt
expect err 'a missing named database' "sparplan --databas $DB init"
fails 4 'a missing folder' "$SPARPLAN" --databas "$T/finns/inte.db" init
ok 'init --exempel' sp init --exempel
expect out 'init --exempel' 'VB2020' 'oversikt'
cp "$DB" "$T/before.db"
fails 4 'an existing file' sp init
fails 4 'an existing file, with the example' sp init --exempel
same 'an existing file is left untouched' "$DB" "$T/before.db"
echo 'inte en databas' >"$T/text.db"
fails 4 'a file that is no database' "$SPARPLAN" --databas "$T/text.db" oversikt
fails 4 'a file that is no database is not made one' "$SPARPLAN" --databas "$T/text.db" init
fails 4 'a folder' "$SPARPLAN" --databas "$T" oversikt

# The figures that the first screen of the program must show (product.md section 4).
ok 'demo' "$SPARPLAN" demo
expect out 'demo' 565,0 528,0 37,0 225,0 175,5 164,5 200,0 365,0 130,0 203,3 Exempeldata
[ -z "$(ls -A "$TMPDIR")" ]
verdict $? 'demo leaves nothing behind' "$(ls -A "$TMPDIR")"
fails 4 'demo without a temporary folder' env TMPDIR="$T/saknas" "$SPARPLAN" demo
finish
