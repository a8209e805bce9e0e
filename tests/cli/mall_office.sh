#!/bin/sh
# mall_office.sh - the follow-up template filled in and saved by LibreOffice: as XLSX, and as
# CSV in UTF-8, UTF-8 with BOM and Windows-1252, it gives the same content each way.  Skipped
# where LibreOffice is not installed.
. "${SRCDIR:-.}/tests/cli/lib.sh"
office=$(command -v soffice || command -v libreoffice) || {
	echo 'LibreOffice is not installed: skipped'
	exit 77
}
HS='Hälso- och sjukvårdsförvaltningen'

# ---- a profile of our own, in Swedish, with a macro that fills in and saves ---------------
profile=$T/office/user
mkdir -p "$profile" || exit 99
cat >"$profile/registrymodifications.xcu" <<'END'
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>sv-SE</value></prop></item>
</oor:items>
END
# the first start makes the rest of the profile, and looks at no macro
"$office" -env:UserInstallation="file://$T/office" --headless --terminate_after_init \
	>"$T/out" 2>"$T/err" && mkdir -p "$profile/basic/Standard" || exit 99
cat >"$profile/basic/script.xlc" <<'END'
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink">
 <library:library library:name="Standard" library:link="false"/>
</library:libraries>
END
cat >"$profile/basic/Standard/script.xlb" <<'END'
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Module1"/>
</library:library>
END
# Cells: a line each, "column,row=value" counted from 0, "#" before a number.
cat >"$profile/basic/Standard/Module1.xba" <<'END'
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Save(doc, target As String, filter As String, options As String)
	Dim how(1) As New com.sun.star.beans.PropertyValue
	how(0).Name = "FilterName"
	how(0).Value = filter
	how(1).Name = "FilterOptions"
	how(1).Value = options
	doc.storeToURL(ConvertToURL(target), how())
End Sub

Sub Fill(folder As String)
	Dim how(0) As New com.sun.star.beans.PropertyValue
	how(0).Name = "Hidden"
	how(0).Value = True
	doc = StarDesktop.loadComponentFromURL(ConvertToURL(folder &amp; "/mall.xlsx"), "_blank", 0, how())
	sheet = doc.Sheets.getByIndex(0)
	files = createUnoService("com.sun.star.ucb.SimpleFileAccess")
	cells = createUnoService("com.sun.star.io.TextInputStream")
	cells.setInputStream(files.openFileRead(ConvertToURL(folder &amp; "/cells")))
	cells.setEncoding("UTF-8")
	Do While Not cells.isEOF()
		cell = Replace(cells.readLine(), Chr(10), "")
		at = InStr(cell, "=")
		If at &gt; 0 Then
			place = Split(Left(cell, at - 1), ",")
			value = Mid(cell, at + 1)
			If Left(value, 1) = "#" Then
				sheet.getCellByPosition(CInt(place(0)), CInt(place(1))).setValue(Val(Mid(value, 2)))
			Else
				sheet.getCellByPosition(CInt(place(0)), CInt(place(1))).setString(value)
			End If
		End If
	Loop
	Save(doc, folder &amp; "/office.xlsx", "Calc MS Excel 2007 XML", "")
	Save(doc, folder &amp; "/utf8.csv", "Text - txt - csv (StarCalc)", "59,34,76,1")
	Save(doc, folder &amp; "/win.csv", "Text - txt - csv (StarCalc)", "59,34,1,1")
	doc.close(True)
End Sub
</script:module>
END
run_macro() {
	"$office" -env:UserInstallation="file://$T/office" --headless \
		"macro:///Standard.Module1.Fill(\"$T\")" >"$T/out" 2>"$T/err"
}

# ---- the template, filled in -------------------------------------------------------------
fresh() {
	example
	sp import utfall "$SRCDIR/data/exempel_utfall/utfall.csv" >/dev/null || exit 99
	sp import lage "$SRCDIR/data/exempel_utfall/lage.csv" >/dev/null || exit 99
}
fresh
ok 'the template is made' sp mall --omgang DÅ08-2021 --forvaltning "$HS" --ut mall.xlsx
# utfall nu, prognos, status, ljus, kommentar, inget nytt are columns 4 to 9; HS-01 is row 1
cat >cells <<'END'
4,1=#9.75
5,1=#20
6,1=pågående
8,1=Avtalet är omförhandlat; "klart" – å
4,2=#30.12345678
7,2=gul
8,2==1+1 är ingen formel
9,3=ja
6,4=försenad
8,4=Väntar på beslut
END
run_macro
for file in office.xlsx utf8.csv win.csv; do
	test -s $file
	verdict $? "LibreOffice saves $file" "$(cat "$T/err")"
done
{ printf '\357\273\277' && cat utf8.csv; } >bom.csv
# the encodings are what they are called: å in each
grep -q 'å' utf8.csv && grep -q "$(printf '\345')" win.csv && ! grep -q 'å' win.csv
verdict $? 'the files are in the encodings they are called by'

# ---- the same content each way -----------------------------------------------------------
content() { # NAME: what the database holds of it
	for kind in utfall lage prognos plan; do
		sp export $kind --ut "$1.$kind" || exit 99
	done
}
fresh
ok 'the workbook is tried' sp import lage office.xlsx --prova
expect out 'and says where it read' 'Bladet Mall har rubriken på rad 1.' \
	'utfall nu: 1,52 mkr → 9,75 mkr (ändras), office.xlsx'
number=0
for file in office.xlsx utf8.csv bom.csv win.csv; do
	fresh
	ok "$file is read" sp import lage $file
	expect out "$file: the outcome" '4 åtgärder rapporterade, 0 ändrade och 0 oförändrade.' \
		'11 rader sade ingenting.'
	content "got$number"
	for kind in utfall lage prognos plan; do
		[ $number -gt 0 ] && same "$file: $kind" got0.$kind got$number.$kind
	done
	ok "$file is read again" sp import utfall $file
	expect out "$file: nothing is new" 'Allt fanns redan, så ingenting är skrivet.'
	number=$((number + 1))
done
has() { # KIND LINE: what was filled in stands in what the last one gave
	grep -qxF -e "$2" "got3.$1"
	verdict $? "$1: $2" "$(tail -30 "got3.$1")"
}
# HS-01 had 1.52 mkr this year and HS-02 14.43: the differences are posted
tr -d '\r' <got3.utfall >lines && mv lines got3.utfall
tr -d '\r' <got3.lage >lines && mv lines got3.lage
grep -q '^HS-01;2021-08;8230000,00;' got3.utfall
verdict $? 'the difference is posted, 9.75 - 1.52' "$(grep '^HS-01;2021' got3.utfall)"
grep -q '^HS-02;2021-08;15693456,78;' got3.utfall
verdict $? 'to the öre, 30.12345678 - 14.43' "$(grep '^HS-02;2021' got3.utfall)"
grep -qF "Avtalet är omförhandlat; \"\"klart\"\" – å" got3.lage
verdict $? 'the comment is as it was written' "$(grep '^HS-01;DÅ08' got3.lage)"
grep '^HS-02;' got3.lage | grep -qF "'=1+1 är ingen formel"
verdict $? 'what looks like a formula is text' "$(grep '^HS-02;' got3.lage | tail -1)"
finish
