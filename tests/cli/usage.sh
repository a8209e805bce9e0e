#!/bin/sh
# usage.sh - the command line itself: help, version, and every kind of wrong usage.
. "${SRCDIR:-.}/tests/cli/lib.sh"
commands="init demo import export mall oversikt rapport jamfor kontroll visa andra utfall verifiera lage koppla omgang installning program logg kopia tangenter"

ok 'version' "$SPARPLAN" --version
expect out 'version' 'sparplan 0.1.0'
ok 'help' "$SPARPLAN" --help
for c in $commands; do
	expect out 'help names every command' "  $c "
done
for c in person; do
	refute out 'help names no command of later versions' "  $c "
done
for c in $commands; do
	ok "help of $c" "$SPARPLAN" "$c" --help
	expect out "help of $c" "sparplan $c" '--databas FIL'
	ok "help before $c" "$SPARPLAN" --help "$c"
	expect out "help before $c" "sparplan $c"
done

fails 2 'no terminal' "$SPARPLAN"
expect err 'no terminal names oversikt' 'oversikt'
fails 2 'unknown command' "$SPARPLAN" overskt
expect err 'unknown command, nearest' '"oversikt"'
fails 2 'unknown command far from all' "$SPARPLAN" qqqqqqqqqqqq
expect err 'unknown command, list' 'kontroll, visa'
fails 2 'a command of a later version' "$SPARPLAN" person ann
fails 2 'unknown option' "$SPARPLAN" oversikt --eftr typ
expect err 'unknown option, nearest' '"--efter"'
fails 2 'unknown short option' "$SPARPLAN" oversikt -x
fails 2 'unknown option before the command' "$SPARPLAN" --qqqqqqq oversikt
fails 2 'option of a command before it' "$SPARPLAN" --efter typ oversikt
expect err 'option of a command before it' 'oversikt --efter'
fails 2 'missing value' "$SPARPLAN" oversikt --efter
expect err 'missing value' '--efter GRUPP'
fails 2 'value for a flag' "$SPARPLAN" oversikt --skriv-over=ja
fails 2 'unknown --tecken' "$SPARPLAN" --tecken=utf --version
fails 2 'a word too many' "$SPARPLAN" oversikt typ
fails 2 'too few words' "$SPARPLAN" utfall HS-01 2021-04
expect err 'too few words' 'BELOPP kr|tkr|mkr'
fails 2 'no words' "$SPARPLAN" visa
fails 2 'an argument that is not UTF-8' "$SPARPLAN" visa "$(printf 'HS\374')"
# What was typed reaches the terminal without its control characters.
fails 2 'escape in a word' "$SPARPLAN" "$(printf 'a\033[31mb')"
expect err 'escape in a word' 'a¤[31mb'

example
for words in '--efter foo' '--urval foo' '--format foo' '--avser 2021' '--avser 2021-13' \
	'--avser 202104' '--per igår' '--per #x'; do
	# shellcheck disable=SC2086  # two words are meant
	fails 2 "oversikt $words" sp oversikt $words
done
fails 2 'kontroll --bara foo' sp kontroll --bara foo
fails 2 'visa --format foo' sp visa HS-01 --format foo
fails 2 'import of an unknown kind' sp import utfal x.csv
expect err 'import of an unknown kind' '"utfall"'
fails 2 'import without a file' sp import plan
fails 2 'import --decimal foo' sp import plan x.csv --decimal foo
fails 2 'import --enhet foo' sp import plan x.csv --enhet euro
fails 2 'export --format foo' sp export plan --format foo
fails 2 'rapport of no such name' sp rapport uppfolning
expect err 'rapport of no such name' '"uppfoljning"'
fails 2 'rapport --format docx' sp rapport uppfoljning --format docx

ok 'global options after the command' "$SPARPLAN" oversikt --databas "$DB" --som A
ok 'global options before and =' "$SPARPLAN" --databas="$DB" oversikt --efter=typ
ok '-- ends the options' sp oversikt --efter typ --
fails 3 'unknown programme' sp --program XX oversikt
fails 3 'unknown action' sp visa HS-1
expect err 'unknown action, nearest' 'HS-'
finish
