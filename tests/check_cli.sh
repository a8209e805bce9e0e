#!/bin/sh
# check_cli.sh - the table of commands against what is written about it: every command and
# every option that --help names stands in the manual page, and no other command does.
: "${BUILDDIR:=$PWD}" "${SRCDIR:=$PWD}"
page=$SRCDIR/src/sparplan.1.in
program=$BUILDDIR/sparplan
if [ ! -x "$program" ] || [ ! -f "$page" ]; then
	echo "missing $program or $page"
	exit 99
fi
rc=0
# groff writes a hyphen as \- and marks words with fonts
text=$(sed 's/\\-/-/g; s/\\f[A-Z]//g; s/\\~/ /g' "$page")
has() { # WORD
	printf '%s\n' "$text" | grep -qE -e "(^|[^a-z-])$1([^a-z-]|\$)" && return
	echo "the manual page does not name $1"
	rc=1
}
commands=$("$program" --help | sed -n '/^Kommandon$/,/^$/s/^  \([a-z]*\) .*/\1/p')
[ -n "$commands" ] || { echo 'no commands in --help'; exit 1; }
for command in $commands; do
	has "$command"
	options=$("$program" "$command" --help | sed -n 's/^  \(--[a-z-]*\).*/\1/p')
	[ -n "$options" ] || { echo "no options in $command --help"; rc=1; }
	for option in $options; do
		has "$option"
	done
done
named=$(printf '%s\n' "$text" | sed -n '/^\.SH KOMMANDON/,/^\.SH TIDPUNKT/p' |
	sed -n '/^\.TP/{n;s/^\.[BRI]* *"\{0,1\}\([a-z]*\).*/\1/p}')
for word in $named; do
	printf '%s\n' "$commands" | grep -qx "$word" && continue
	echo "the manual page names $word, which is no command"
	rc=1
done
exit $rc
