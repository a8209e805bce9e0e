#!/bin/sh
# files.sh - the database and the output when something stands in the way.
. "${SRCDIR:-.}/tests/cli/lib.sh"
example

# Two writers at a time: none lost, none doubled, none refused; a reader beside them.
writer() {
	i=0
	while [ $i -lt 10 ]; do
		i=$((i + 1))
		sp utfall HS-02 2021-05 1 kr --ref "$1-$i" >>"$1.out" 2>&1 || echo FEL >>"$1.out"
	done
}
writer A & a=$!
writer B & b=$!
i=0 read_bad=0
while [ $i -lt 5 ]; do
	i=$((i + 1))
	sp oversikt --format csv >/dev/null 2>&1 || read_bad=1
done
wait $a $b
verdict $read_bad 'a reader beside two writers' 'a read failed'
[ "$(cat A.out B.out | grep -c '^ok [0-9]*$')" -eq 20 ]
verdict $? 'no writer was refused' "$(cat A.out B.out)"
ok 'every saving is there once' sp visa HS-02 --format json
expect out 'every saving is there once' '"realiserat_kr" : 20'
# Two that save the same version: the second is told.
version=$(sp visa HS-02 --format json | sed -n 's/.*"version" : \([0-9]*\).*/\1/p')
ok 'the first of two' sp andra HS-02 status=pågående --om-version "$version"
fails 5 'the second of two' sp andra HS-02 status=försenad --om-version "$version"
ok 'the history is whole' sp kontroll --bara databas

if [ -w /dev/full ]; then
	for c in --help --version 'oversikt --format csv' 'export plan' 'visa HS-02'; do
		# shellcheck disable=SC2086  # several words are meant
		sp $c >/dev/full 2>"$T/err"
		[ $? -eq 4 ] && grep -q '^sparplan: .*\.$' "$T/err"
		verdict $? "a full disk: $c" "$(cat "$T/err")"
	done
	sp utfall HS-02 2021-06 1 kr --ref full >/dev/full 2>"$T/err"
	: >"$T/out"
	expect err 'a full disk after a commit' 'sparad'
fi
cp "$DB" before.db
sp export plan >&- 2>"$T/err"
[ $? -eq 4 ]
verdict $? 'a closed stdout' "$(cat "$T/err")"
sp export plan <&- >out.csv 2>&-
verdict $? 'closed stdin and stderr' "exit $?"
same 'the database got none of the output' "$DB" before.db
{ sp export plan; echo $? >status; } 2>"$T/err" | true
[ "$(cat status)" -eq 4 ] || [ "$(cat status)" -eq 0 ]
verdict $? 'a reader that has gone away is not a crash' "exit $(cat status)"

# Another process holds the lock for longer than the wait of ten seconds.
if command -v sqlite3 >/dev/null 2>&1; then
	mkfifo hold
	sqlite3 "$DB" <hold >/dev/null 2>&1 &
	holder=$!
	exec 9>hold
	echo 'BEGIN EXCLUSIVE; SELECT count(*) FROM sqlite_schema;' >&9
	sleep 1
	fails 4 'a database that is busy' sp utfall HS-02 2021-06 1 kr
	exec 9>&-
	wait $holder
	ok 'and when it is free again' sp utfall HS-02 2021-06 1 kr
fi

if [ "$(id -u)" -ne 0 ]; then
	chmod 440 "$DB"
	ok 'reading a file that may only be read' sp oversikt
	fails 4 'writing to it' sp utfall HS-02 2021-06 2 kr --ref R
	chmod 660 "$DB"
	chmod 000 "$DB"
	fails 4 'a file that may not be read' sp oversikt
	chmod 660 "$DB"
	mkdir -m 500 last
	fails 4 'a folder that may not be written' "$SPARPLAN" --databas last/x.db init
fi

head -c 3000 "$DB" >trasig.db
fails 4 'a cut file' "$SPARPLAN" --databas trasig.db oversikt
: >tom.db
fails 4 'an empty file' "$SPARPLAN" --databas tom.db oversikt
ln -s saknas.db lank.db
fails 4 'a link to nothing' "$SPARPLAN" --databas lank.db oversikt
mkfifo ror.db
fails 4 'a pipe' "$SPARPLAN" --databas ror.db oversikt
if command -v sqlite3 >/dev/null 2>&1; then
	sqlite3 frammande.db 'CREATE TABLE t(x)'
	fails 4 'a foreign database' "$SPARPLAN" --databas frammande.db oversikt
	cp "$DB" nyare.db
	sqlite3 nyare.db 'PRAGMA user_version=9999'
	fails 4 'a newer database' "$SPARPLAN" --databas nyare.db oversikt
	sqlite3 "$DB" 'UPDATE saving SET ore = 1' 2>/dev/null && status=1 || status=0
	verdict $status 'history cannot be changed from outside' 'an UPDATE went through'
fi
finish
