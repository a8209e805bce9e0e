#!/bin/sh
# public.sh - vyer: what v_public_* show another program is what export writes.
. "${SRCDIR:-.}/tests/cli/lib.sh"
command -v sqlite3 >/dev/null 2>&1 || exit 77
example
for k in utfall lage; do
	ok "import $k" sp import $k "$SRCDIR/data/exempel_utfall/$k.csv"
done
cat >beslut.csv <<'EOF'
nr;id;datum;instans;utfall;beslut
1;HS-01;2019-06-12;Regionstyrelsen;bifall;Att genomföra
2;;våren 2019;Regionfullmäktige;;Programmet
EOF
cat >milstolpar.csv <<'EOF'
id;milstolpe;datum;klar
HS-01;Avtal tecknat;Q1 2020;2020-04-02
HS-02;Driftstart;hösten 2020;
EOF
cat >prognos.csv <<'EOF'
id;omgång;år;prognos mkr
HS-01;DÅ04-2021;2021;2,5
HS-02;DÅ04-2021;2022;-0,01
EOF
for k in beslut milstolpar prognos; do
	ok "import $k" sp import $k $k.csv
done
# a correction, a target that was taken back, a text with quotes, and an attest
ok 'a saving' sp utfall HS-02 2021-04 7 kr --ref R
ok 'its correction' sp utfall HS-02 2021-04 5,25 kr --ref R --ratta
ok 'another' sp utfall HS-02 2021-05 3 kr --ref BORT
ok 'a change' sp andra HS-03 '2021 mkr=' 'ansvarig=Åsa "Å" Ek'
ok 'attested' "$SPARPLAN" --databas "$DB" --som Granskare verifiera HS-02 2021-04

view() { # SQL: rows as CSV cells without quotes
	sqlite3 -noheader -separator ';' "$DB" "$1" | tr -d '"' | sort
}
written() { # KIND COLUMNS
	sp export "$1" | tail -n +2 | tr -d '\r"' | cut -d';' -f"$2" | sort
}
kr() {
	echo "CASE WHEN $1 IS NULL THEN '' ELSE printf('%s%d,%02d', CASE WHEN $1 < 0 THEN '-' ELSE '' END, abs($1) / 100, abs($1) % 100) END"
}
same_rows() { # KIND COLUMNS SQL
	written "$1" "$2" >want
	view "$3" >got
	[ -s want ]
	verdict $? "$1: there is something to compare" 'nothing is exported'
	same "$1: the view shows what export writes" want got
}
if sqlite3 "$DB" 'SELECT * FROM v_public_mal' >/dev/null 2>&1; then
	verdict 1 'no views unasked' 'there are'
fi
ok 'vyer' sp vyer
expect out 'vyer' '12 vyer'
cp "$DB" before.db
ok 'vyer again' sp vyer
ok 'the database is sound' sp kontroll --bara databas
# what the handbook promises is there, and nothing else
sqlite3 "$DB" "SELECT '| \`' || name || '\` | ' || (SELECT group_concat('\`' || i.name || '\`', ' ')
	FROM pragma_table_info(s.name) i) || ' |' FROM sqlite_schema s WHERE name GLOB 'v_public_*'" | sort >want
sed -n 's/^\(| `v_public_[a-z]*` | \).* | \(`.* |\)$/\1\2/p' "$SRCDIR/docs/handbok.md" | sort >got
same 'the columns of the handbook' want got
P="program = 'VB2020'"
same_rows utfall 1-5,7 "SELECT id, period, $(kr belopp_ore), mottagare, kostnadsslag,
	coalesce(kommentar, '') FROM v_public_utfall WHERE $P"
same_rows lage 1-4,6 "SELECT id, omgang, coalesce(status, ''), coalesce(ljus, ''),
	coalesce(inget_nytt, '') FROM v_public_lagen WHERE $P"
same_rows prognos 1-4 "SELECT id, omgang, ar, $(kr prognos_ore) FROM v_public_prognoser WHERE $P"
same_rows krav 1-5 "SELECT coalesce(ar, ''), coalesce(typ, ''), $(kr belopp_ore), $(kr skillnad_ore),
	coalesce(skal, '') FROM v_public_krav WHERE $P"
same_rows milstolpar 1-4 "SELECT coalesce(id, ''), milstolpe, coalesce(datum, ''), coalesce(klar, '')
	FROM v_public_milstolpar WHERE $P"
same_rows beslut 1-4,7,8 "SELECT nr, coalesce(id, ''), coalesce(datum, ''), coalesce(instans, ''),
	coalesce(utfall, ''), coalesce(beslut, '') FROM v_public_beslut WHERE $P"
written plan 1,3,6,7,9-11 | sort -u >want
view "SELECT id, forvaltning, coalesce(typ, 'ingen'), raknas, coalesce(status, ''), grad, bas
	FROM v_public_atgarder WHERE $P" | sed 's/;ingen;/;;/' >got
same 'plan: the actions' want got
for year in 2020:13 2021:14 2022:15; do
	written plan "1,4,12,${year#*:}" | grep -v ';$' >want
	view "SELECT id, coalesce(mottagare, 'ej fördelad'), kostnadsslag, $(kr belopp_ore) FROM v_public_mal
		WHERE $P AND ar = ${year%:*}" >got
	same "plan: the targets of ${year%:*}" want got
done
written plan 1,4,12,16 | grep -v ';$' >want
view "SELECT id, coalesce(mottagare, 'ej fördelad'), kostnadsslag, $(kr belopp_ore) FROM v_public_mal
	WHERE $P AND ar IS NULL" >got
same 'plan: what falls in no year' want got
# the figures of the plan, in kronor
view "SELECT printf('%.2f', sum(belopp_kr)) FROM v_public_mal JOIN v_public_atgarder USING (program, id)
	WHERE $P AND raknas = 'nej'" >got
echo 130000000.00 >want
same 'utanför' want got
view "SELECT sum(verifierat_ore), count(verifierat_ore) FROM v_public_utfall WHERE id = 'HS-02' AND period = '2021-04'
	AND ref = 'R'" >got
echo '525;1' >want
same 'what is attested' want got
view "SELECT count(*) FROM v_public_andringar WHERE vem = 'Granskare' AND vad = 'verifiera'" >got
echo 1 >want
same 'who changed what' want got
view "SELECT count(*) FROM v_public_program" >got
sqlite3 "$DB" 'SELECT count(*) FROM programme' >want
same 'every programme' want got
# measurements of a document
ok 'import mattvarden' sp import mattvarden "$SRCDIR/tests/data/norrbotten_2017_medelvardtid.csv"
written mattvarden 1,3,7 >want
view "SELECT kod, coalesce(ort, ''), CASE WHEN totalt IS NULL THEN '' ELSE replace(printf('%g', totalt), '.', ',') END
	FROM v_public_matvarden WHERE $P" >got
same 'mattvarden' want got

# a saving that became none
ok 'corrected to nothing' sp utfall HS-02 2021-05 0 kr --ref BORT --ratta
same_rows utfall 1-3 "SELECT id, period, $(kr belopp_ore) FROM v_public_utfall WHERE $P"

# they follow the file, and are taken away
ok 'a copy' sp kopia copy.db
[ "$(sqlite3 copy.db 'SELECT count(*) FROM v_public_atgarder')" -gt 0 ]
verdict $? 'a copy has them' 'it has not'
ok 'the copy is used' "$SPARPLAN" --databas copy.db oversikt
ok 'vyer --ta-bort' sp vyer --ta-bort
sqlite3 "$DB" 'SELECT * FROM v_public_mal' >/dev/null 2>&1 && status=1 || status=0
verdict $status 'taken away' 'they are there'
ok 'without views again' sp oversikt
sqlite3 copy.db 'DROP VIEW v_public_mal; CREATE VIEW v_public_mal AS SELECT 1 AS program'
fails 4 'a view that is not ours' "$SPARPLAN" --databas copy.db oversikt
chmod 440 before.db
[ "$(id -u)" -eq 0 ] || fails 4 'a file that may only be read' "$SPARPLAN" --databas before.db vyer
finish
