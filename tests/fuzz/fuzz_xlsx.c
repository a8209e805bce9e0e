/*
 * fuzz_xlsx.c - workbooks.  Bytes that are changed at random seldom are an archive any
 * more, so parts are also given as text and packed here.
 *
 * Shape   after the two bytes of fuzz_read either an archive ("PK"), or parts: a line
 *         "@name", then what the part holds.  A name of one letter is one of ours.
 */
#include <minizip/zip.h>
#include <sys/mman.h>
#include <unistd.h>

#include "exchange/module.h"
#include "exchange/sheet.h"
#include "exchange/xlsx_read.h"
#include "tests/fuzz/fuzz_rows.h"

#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define RELS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PKG  "http://schemas.openxmlformats.org/package/2006/"

/* Linked in instead of loaded, so that the fuzzer sees its branches too. */
bool
module_symbol(const char *name, const char *symbol, void **ret, char **ret_why)
{
	(void)name;
	(void)symbol;
	(void)ret_why;
	*ret = (void *)(uintptr_t)&sheet_module;
	return true;
}

static const struct {
	char letter;
	const char *name;
	const char *text; /* when the input has none */
} parts[] = {
	{ 'w', "xl/workbook.xml",
	    "<workbook xmlns='" MAIN "' xmlns:r='" RELS "'><sheets>"
	    "<sheet name='Blad1' sheetId='1' r:id='r1'/></sheets></workbook>" },
	{ 's', "xl/worksheets/sheet1.xml", NULL },
	{ 't', "xl/sharedStrings.xml", NULL },
	{ 'f', "xl/styles.xml", NULL },
	{ 'r', "xl/_rels/workbook.xml.rels",
	    "<Relationships xmlns='" PKG "relationships'>"
	    "<Relationship Id='r1' Type='" RELS
	    "/worksheet' Target='worksheets/sheet1.xml'/>"
	    "<Relationship Id='r2' Type='" RELS
	    "/sharedStrings' Target='sharedStrings.xml'/>"
	    "<Relationship Id='r3' Type='" RELS "/styles' Target='styles.xml'/>"
	    "</Relationships>" },
	{ 'p', "_rels/.rels",
	    "<Relationships xmlns='" PKG "relationships'>"
	    "<Relationship Id='r1' Type='" RELS
	    "/officeDocument' Target='xl/workbook.xml'/>"
	    "</Relationships>" },
	{ 'c', "[Content_Types].xml", "<Types xmlns='" PKG "content-types'/>" },
	{ 'd', "docProps/custom.xml", NULL },
};

static void
add_part(zipFile zip, const char *name, const char *text, size_t size)
{
	zipOpenNewFileInZip(zip, name, NULL, NULL, 0, NULL, 0, NULL, 0, Z_NO_COMPRESSION);
	zipWriteInFileInZip(zip, text, (unsigned)size);
	zipCloseFileInZip(zip);
}

/* The parts of the input, then ours of those that it has not. */
static void
add_parts(zipFile zip, const char *text)
{
	bool given[G_N_ELEMENTS(parts)] = { false };
	g_auto(GStrv) pieces = g_strsplit(text, "@", -1);

	for (guint i = 1; text[0] && pieces[0] && pieces[i]; i++) {
		char *end = strchr(pieces[i], '\n');
		const char *name = pieces[i];

		if (!end)
			continue;
		*end = '\0';
		for (size_t k = 0; k < G_N_ELEMENTS(parts); k++)
			if (name[0] == parts[k].letter && name[1] == '\0') {
				name = parts[k].name;
				given[k] = true;
				break;
			}
		add_part(zip, name, end + 1, strlen(end + 1));
	}
	for (size_t k = 0; k < G_N_ELEMENTS(parts); k++)
		if (!given[k] && parts[k].text)
			add_part(
			    zip, parts[k].name, parts[k].text, strlen(parts[k].text));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static int file = -1;
	g_autofree char *text = NULL;
	g_autofree char *path = NULL;
	g_autofree uint8_t *packed = NULL;
	off_t end;
	zipFile zip;

	if (size < 4 || memcmp(data + 2, "PK", 2) == 0) {
		fuzz_read(data, size, xlsx_read_source);
		return 0;
	}
	if (file < 0)
		file = memfd_create("fuzz", MFD_CLOEXEC);
	g_assert_true(ftruncate(file, 0) == 0);
	path = g_strdup_printf("/proc/self/fd/%d", file);
	text = g_strndup((const char *)data + 2, size - 2);
	zip = zipOpen(path, APPEND_STATUS_CREATE);
	add_parts(zip, text);
	zipClose(zip, NULL);
	end = lseek(file, 0, SEEK_END);
	g_assert_true(end > 0);
	packed = g_malloc((gsize)end + 2);
	packed[0] = data[0];
	packed[1] = data[1];
	g_assert_true(pread(file, packed + 2, (size_t)end, 0) == end);
	fuzz_read(packed, (size_t)end + 2, xlsx_read_source);
	return 0;
}
