/*
 * workbook.h - workbooks (XLSX) written part by part, so that a test says exactly what
 * stands in the file.
 */
#ifndef WORKBOOK_H
#define WORKBOOK_H

#include <minizip/zip.h>

#include "kit.h"

/* Cells; PLACE as "B2". */
#define TEXT(place, text)                                                                \
	"<c r=\"" place "\" t=\"inlineStr\"><is><t>" text "</t></is></c>"
#define NUMBER(place, text) "<c r=\"" place "\"><v>" text "</v></c>"
#define STYLED(place, style, text)                                                       \
	"<c r=\"" place "\" s=\"" style "\"><v>" text "</v></c>"
#define OF_TYPE(place, type, text) "<c r=\"" place "\" t=\"" type "\"><v>" text "</v></c>"
#define ROW(number, cells)         "<row r=\"" number "\">" cells "</row>"

#define WORKBOOK_SHEETS            3

struct workbook {
	const char
	    *sheets[WORKBOOK_SHEETS];       /* what stands in sheetData; NULL ends them */
	const char *names[WORKBOOK_SHEETS]; /* NULL: Blad1, Blad2, Blad3 */
	const char *strings;                /* what stands in sst; NULL: no such part */
	const char *styles;                 /* what stands in styleSheet */
	const char *settings;               /* before sheets in workbook */
	const char *prologue;               /* before worksheet in each */
};

static inline void
workbook_part(zipFile zip, const char *name, const char *text, size_t size)
{
	if (zipOpenNewFileInZip64(
	        zip, name, NULL, NULL, 0, NULL, 0, NULL, Z_DEFLATED, 6, 0) != ZIP_OK ||
	    zipWriteInFileInZip(zip, text, (unsigned)size) != ZIP_OK ||
	    zipCloseFileInZip(zip) != ZIP_OK)
		CU_FAIL("a part cannot be written");
}

static inline void
workbook_text(zipFile zip, const char *name, char *text)
{
	workbook_part(zip, name, text, strlen(text));
	g_free(text);
}

#define WORKBOOK_XML  "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define WORKBOOK_MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define WORKBOOK_REL  "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define WORKBOOK_RELS                                                                    \
	WORKBOOK_XML "<Relationships "                                                   \
	             "xmlns=\"http://schemas.openxmlformats.org/package/2006/"           \
	             "relationships\">"
#define WORKBOOK_LINK(id, type, target)                                                  \
	"<Relationship Id=\"" id "\" Type=\"" WORKBOOK_REL "/" type                      \
	"\" Target=\"" target "\"/>"

static inline void
workbook_frame(zipFile zip, const struct workbook *b)
{
	g_autoptr(GString) sheets = g_string_new(NULL);

	for (int i = 0; i < WORKBOOK_SHEETS && b->sheets[i]; i++) {
		g_autofree char *own = g_strdup_printf("Blad%d", i + 1);

		g_string_append_printf(sheets,
		    "<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%d\"/>",
		    b->names[i] ? b->names[i] : own, i + 1, i + 1);
	}
	workbook_text(zip, "_rels/.rels",
	    g_strdup(WORKBOOK_RELS WORKBOOK_LINK(
	        "rId1", "officeDocument", "xl/workbook.xml") "</Relationships>"));
	workbook_text(zip, "xl/_rels/workbook.xml.rels",
	    g_strdup(
	        WORKBOOK_RELS WORKBOOK_LINK("rId1", "worksheet", "worksheets/sheet1.xml")
	            WORKBOOK_LINK("rId2", "worksheet", "/xl/worksheets/sheet2.xml")
	                WORKBOOK_LINK("rId3", "worksheet", "worksheets/sheet3.xml")
	                    WORKBOOK_LINK("rId4", "sharedStrings", "sharedStrings.xml")
	                        WORKBOOK_LINK(
	                            "rId5", "styles", "styles.xml") "</Relationships>"));
	workbook_text(zip, "xl/workbook.xml",
	    g_strdup_printf(WORKBOOK_XML "<workbook xmlns=\"" WORKBOOK_MAIN
	                                 "\" xmlns:r=\"" WORKBOOK_REL
	                                 "\">%s<sheets>%s</sheets></workbook>",
	        b->settings ? b->settings : "", sheets->str));
}

/* The whole as a file of that name in the test's folder; borrowed. */
static inline const char *
workbook_make(const struct workbook *b, const char *name)
{
	const char *path = kit_fresh(name);
	zipFile zip = zipOpen64(path, APPEND_STATUS_CREATE);

	workbook_frame(zip, b);
	for (int i = 0; i < WORKBOOK_SHEETS && b->sheets[i]; i++) {
		g_autofree char *part =
		    g_strdup_printf("xl/worksheets/sheet%d.xml", i + 1);

		workbook_text(zip, part,
		    g_strdup_printf(WORKBOOK_XML
		        "%s<worksheet xmlns=\"" WORKBOOK_MAIN
		        "\"><sheetData>%s</sheetData></worksheet>",
		        b->prologue ? b->prologue : "", b->sheets[i]));
	}
	workbook_text(zip, "xl/sharedStrings.xml",
	    g_strdup_printf(WORKBOOK_XML "<sst xmlns=\"" WORKBOOK_MAIN "\">%s</sst>",
	        b->strings ? b->strings : ""));
	workbook_text(zip, "xl/styles.xml",
	    g_strdup_printf(WORKBOOK_XML "<styleSheet xmlns=\"" WORKBOOK_MAIN
	                                 "\">%s</styleSheet>",
	        b->styles ? b->styles : ""));
	zipClose(zip, NULL);
	return path;
}

#endif
