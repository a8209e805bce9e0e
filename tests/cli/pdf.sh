#!/bin/sh
# pdf.sh - rapport as PDF: the same bytes again, what others read of it, and what is missing.
. "${SRCDIR:-.}/tests/cli/lib.sh"
example
sp import utfall "$SRCDIR/data/exempel_utfall/utfall.csv" >/dev/null || exit 99

ok 'rapport as PDF' sp rapport uppfoljning --format pdf --ut bilaga.pdf
ok 'rapport as PDF, again' sp rapport uppfoljning --format pdf --ut igen.pdf
same 'rapport as PDF is the same again' bilaga.pdf igen.pdf

if command -v qpdf >/dev/null 2>&1; then
	ok 'qpdf finds nothing' qpdf --check bilaga.pdf
fi
if command -v pdftotext >/dev/null 2>&1; then
	ok 'the text of the PDF' pdftotext -layout bilaga.pdf -
	expect out 'the text of the PDF' 565,0 528,0 37,0 130,0 203,3 'Sida 1 ('
fi

# Without the font every line and page would be another: refused, not replaced.
echo '<fontconfig><dir>/finns/inte</dir></fontconfig>' >inga.conf
fails 4 'PDF without its font' env FONTCONFIG_FILE="$PWD/inga.conf" "$SPARPLAN" --databas "$DB" \
	rapport uppfoljning --format pdf --ut utan.pdf
expect err 'PDF without its font' 'Liberation Sans' 'fonts-liberation'
if [ -e utan.pdf ]; then
	ok 'no file is left' false
fi

# The program alone, without its module beside it or installed.
mkdir ensam && cp "$SPARPLAN" ensam/
if [ ! -e "${PKGLIBDIR:-/usr/local/lib/sparplan}/sparplan-pdf.so" ]; then
	fails 4 'PDF without its module' ensam/sparplan --databas "$DB" rapport uppfoljning \
		--format pdf --ut utan.pdf
	expect err 'PDF without its module' 'programdelen saknas' 'Installera om'
	ok 'text without the module' ensam/sparplan --databas "$DB" rapport uppfoljning
fi
finish
