#!/bin/sh
# report.sh - rapport, visa in words, logg, kopia, and the same bytes when printed again.
. "${SRCDIR:-.}/tests/cli/lib.sh"
example
sp import utfall "$SRCDIR/data/exempel_utfall/utfall.csv" >/dev/null || exit 99

ok 'rapport lists the reports' sp rapport
expect out 'rapport lists the reports' uppfoljning
for f in text md csv html; do
	ok "rapport as $f" sp rapport uppfoljning --format $f
	cp "$T/out" "first.$f"
	ok "rapport as $f, again" sp rapport uppfoljning --format $f
	same "rapport as $f is the same again" "first.$f" "$T/out"
done
ok 'rapport' sp rapport uppfoljning
expect out 'rapport' 565,0 528,0 37,0 130,0 203,3
ok 'rapport later' env SPARPLAN_NOW=2022-01-01T00:00 "$SPARPLAN" --databas "$DB" rapport \
	uppfoljning --format csv --avser 2021-06 --per '#1'
cp "$T/out" ett.csv
sp andra HS-01 '2020 mkr=4' >/dev/null
ok 'rapport of the same instant, later' sp rapport uppfoljning --format csv --avser 2021-06 \
	--per '#1'
same 'rapport of one instant is the same for ever' ett.csv "$T/out"
ok 'rapport --ut' sp rapport uppfoljning --format md --ut bilaga.md
fails 4 'rapport --ut does not replace' sp rapport uppfoljning --format md --ut bilaga.md
ok 'rapport --skriv-over' sp rapport uppfoljning --format md --ut bilaga.md --skriv-over

ok 'visa' sp visa RF-04
expect out 'visa' 'RF-04' 'ej fördelad' '7,0 mkr' '0,5 mkr' 'hösten 2019' 'Mål' 'Utfall'
ok 'visa without amounts' sp visa HS-06
expect out 'visa without amounts' 'Inget belopp'
ok 'logg' sp logg
expect out 'logg' Testare 2021-07-05

ok 'kopia' sp kopia kopia.db
ok 'the copy is whole' "$SPARPLAN" --databas kopia.db kontroll --bara databas
sp export plan >a.csv
"$SPARPLAN" --databas kopia.db export plan >b.csv
same 'the copy says the same' a.csv b.csv
fails 4 'kopia does not replace' sp kopia kopia.db
expect err 'kopia does not replace' '--skriv-over'
ok 'kopia --skriv-over' sp kopia kopia.db --skriv-over
fails 4 'kopia in a missing folder' sp kopia saknas/kopia.db

# A saved text cannot drive the terminal.
sp andra HS-06 "beskrivning=$(printf 'a\033[2Jb')" >/dev/null
ok 'an escape in a text' sp visa HS-06
refute out 'an escape in a text' "$(printf '\033')"
expect out 'an escape in a text' 'a¤[2Jb'
finish
