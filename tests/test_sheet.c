/*
 * test_sheet.c - XLSX in: what people and programs do to a sheet before it comes back,
 * and what an archive may hold that nobody means well with.
 *
 * Expected values are read off the cells by hand; serial days off the calendar: 44287 is
 * 2021-04-01 counted from 1899-12-30.
 */
#include "workbook.h"

#include "exchange/file_read.h"
#include "exchange/module.h"

/* The header of utfall in row 1. */
#define HEAD                                                                             \
	ROW("1", TEXT("A1", "id") TEXT("B1", "period") TEXT("C1", "belopp mkr")          \
	             TEXT("D1", "kommentar"))

/* Columns 0 to 3 of lage are of the same types as far as they are looked at here. */
static enum exchange_kind kind = EXCHANGE_SAVINGS;

static bool
collect(void *user, const struct row *row, struct rejects *rejects, GError **error)
{
	GString *out = user;

	(void)rejects;
	(void)error;
	g_string_append_printf(out, "%s%d %s %d ", out->len ? "/" : "", row->line,
	    row->values[SAVING_ID].text, row->values[SAVING_PERIOD].number);
	if (row->values[SAVING_AMOUNT].amount.known)
		g_string_append_printf(
		    out, "%" G_GINT64_FORMAT, row->values[SAVING_AMOUNT].amount.ore);
	else
		g_string_append_c(out, '-');
	if (row->values[SAVING_COMMENT].given)
		g_string_append_printf(out, " %s", row->values[SAVING_COMMENT].text);
	return true;
}

/* "row id month öre comment/…" and the rejects after " ! " with their cells; g_free. */
static char *
read_file(const char *path, struct read_stats *stats)
{
	GString *out = g_string_new(NULL);
	struct rejects *rejects = rejects_new();
	const GPtrArray *kept = rejects_kept(rejects);
	GError *error = NULL;

	T_OK(file_read(
	         path, &exchange_kinds[kind], NULL, collect, out, rejects, stats, &error),
	    error);
	for (guint i = 0; i < kept->len; i++) {
		const struct reject *reject = g_ptr_array_index(kept, i);

		g_string_append_printf(out, " ! %s[%s]%s",
		    reject->cell ? reject->cell : "",
		    reject->column ? reject->column : "", reject->text);
	}
	rejects_free(rejects);
	return g_string_free(out, FALSE);
}

static char *
read_book(const struct workbook *b)
{
	return read_file(workbook_make(b, "bok.xlsx"), NULL);
}

/* One sheet and nothing else. */
static char *
read_sheet(const char *rows)
{
	const struct workbook b = { .sheets = { rows } };

	return read_book(&b);
}

/* The row below HEAD with one cell of C. */
static char *
read_amount(const char *cell)
{
	g_autofree char *rows =
	    g_strconcat(HEAD "<row r=\"2\">" TEXT("A2", "A-1") TEXT("B2", "2021-04"),
	        cell, "</row>", NULL);

	return read_sheet(rows);
}

static void
expect(char *got, const char *part)
{
	if (!strstr(got, part)) {
		g_printerr("\"%s\" lacks \"%s\"\n", got, part);
		CU_FAIL("a part is missing");
	}
	g_free(got);
}

/* ---- what people do to a sheet ------------------------------------------------------
 */

static void
test_moved(void)
{
	struct read_stats stats;
	struct workbook b = { .names = { "Uppföljning '21" },
		.sheets = { ROW("1", TEXT("A1", "Uppföljning 2021")) ROW("3",
		    TEXT("B3", "Belopp  MKR") TEXT("C3", "Kommentar") TEXT("D3", "Period")
		        TEXT("F3", "ID")) ROW("4",
		    NUMBER("B4", "1.5") TEXT("D4", "2021-04")
		        TEXT("F4", "A-1")) "<row r=\"5\" hidden=\"1\">" NUMBER("B5", "2")
		        TEXT("D5", "2021-05") TEXT("F5", "A-2") "</row>" ROW("9",
		            NUMBER("B9", "-3") TEXT("C9", "sist") TEXT("D9", "2021-06")
		                TEXT("F9", "A-1")) } };

	/* a renamed sheet, a title above, columns moved, a hidden row, empty rows */
	T_TAKE(read_file(workbook_make(&b, "bok.xlsx"), &stats),
	    "4 A-1 202104 150000000/5 A-2 202105 200000000/9 A-1 202106 -300000000 sist");
	CU_ASSERT_EQUAL(stats.rows, 3);
	CU_ASSERT_EQUAL(stats.hidden, 1);
	CU_ASSERT_EQUAL(stats.empty, 3);
	CU_ASSERT_EQUAL(stats.header, 3);
	T_TEXT(stats.sheet, "Uppföljning '21");
	/* a row below the table is no row of it; the sheet's name is quoted as in Excel
	 */
	b.sheets[0] = HEAD ROW("2", TEXT("A2", "A-1") TEXT("B2", "2021-04")
	                                NUMBER("C2", "1")) ROW("4", TEXT("B4", "Summa"));
	expect(read_book(&b), "! 'Uppföljning ''21'!A4[id]cellen är tom; fyll i den");
	expect(read_sheet(HEAD ROW("2", TEXT("A2", "A-1") TEXT("B2", "2021-04")
	                                    NUMBER("C2", "1") TEXT("F2", "se nedan"))),
	    "! Blad1!2[]raden har innehåll till höger om rubrikens sista kolumn");
}

static void
test_sheets(void)
{
	const struct workbook two = { .sheets = { HEAD, HEAD } };
	const struct workbook second = { .sheets = { ROW("1", TEXT("A1", "Så gör du")),
		                             HEAD ROW("2",
		                                 TEXT("A2", "A-1") TEXT("B2", "2021-04")
		                                     NUMBER("C2", "1")) } };

	expect(read_book(&two), "bladen \"Blad1\" och \"Blad2\" har båda rubriker för "
	                        "slaget utfall");
	T_TAKE(read_book(&second), "2 A-1 202104 100000000");
	expect(read_sheet(ROW("1", TEXT("A1", "hej"))), "inget blad har en rubrikrad för "
	                                                "slaget utfall");
	/* the nearest to a header is told what it lacks */
	expect(read_sheet(ROW("1", TEXT("A1", "id") TEXT("B1", "belopp mkr"))),
	    "! Blad1!1[period]saknas; lägg till kolumnen \"period\"");
}

static void
test_numbers(void)
{
	T_TAKE(read_amount(NUMBER("C2", "1.25")), "2 A-1 202104 125000000");
	T_TAKE(read_amount(NUMBER("C2", "1.2500000000000002")), "2 A-1 202104 125000000");
	T_TAKE(read_amount(NUMBER("C2", "0.30000000000000004")), "2 A-1 202104 30000000");
	T_TAKE(read_amount(NUMBER("C2", "1E-3")), "2 A-1 202104 100000");
	T_TAKE(read_amount(NUMBER("C2", "-0")), "2 A-1 202104 0");
	/* finer than an öre, and not by noise */
	expect(read_amount(NUMBER("C2", "1.234567895")), "! Blad1!C2[belopp mkr]");
	expect(read_amount(NUMBER("C2", "1E400")), "! Blad1!C2[belopp mkr]");
	expect(read_amount(NUMBER("C2", "1e9")), "! Blad1!C2[belopp mkr]");
	/* typed as text it is read as in CSV */
	T_TAKE(read_amount(TEXT("C2", "8,4")), "2 A-1 202104 840000000");
	T_TAKE(read_amount(TEXT("C2", " 1\u00a0234,5 ")), "2 A-1 202104 123450000000");
	expect(read_amount(TEXT("C2", "8.4")), "! Blad1!C2[belopp mkr]");
	/* the guard of the apostrophe is text's alone; a formula's kept value counts */
	T_TAKE(read_amount("<c r=\"C2\"><f>SUM(C9:C10)</f><v>2.5</v></c>"),
	    "2 A-1 202104 250000000");
	expect(read_amount("<c r=\"C2\"><f>SUM(C9:C10)</f></c>"),
	    "! Blad1!C2[belopp mkr]formeln har inget sparat värde");
	expect(read_amount("<c r=\"C2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>"),
	    "! Blad1!C2[belopp mkr]cellen visar felet #DIV/0!");
	expect(read_amount(OF_TYPE("C2", "b", "1")), "! Blad1!C2[belopp mkr]");
	T_TAKE(read_amount(""), "2 A-1 202104 -");
}

/* Cell formats: 0 as it is, then what the codes below say. */
#define STYLES                                                                           \
	"<numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/>"              \
	"<numFmt numFmtId=\"165\" formatCode=\"#,##0,\"/><numFmt numFmtId=\"166\" "      \
	"formatCode=\"[$-41D]mmm\\ yy;@\"/><numFmt numFmtId=\"167\" "                    \
	"formatCode=\"#,##0.0#######\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf "     \
	"numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"17\"/><xf "               \
	"numFmtId=\"166\"/><xf numFmtId=\"9\"/><xf numFmtId=\"21\"/><xf "                \
	"numFmtId=\"165\"/><xf numFmtId=\"167\"/></cellXfs>"

static char *
read_styled(const char *period, const char *amount, const char *settings)
{
	g_autofree char *rows = g_strconcat(
	    HEAD "<row r=\"2\">" TEXT("A2", "A-1"), period, amount, "</row>", NULL);
	const struct workbook b = {
		.sheets = { rows }, .styles = STYLES, .settings = settings
	};

	return read_book(&b);
}

static void
test_dates(void)
{
	static const char one[] = NUMBER("C2", "1");

	T_TAKE(read_styled(TEXT("B2", "2021-04"), one, NULL), "2 A-1 202104 100000000");
	T_TAKE(
	    read_styled(STYLED("B2", "1", "44287"), one, NULL), "2 A-1 202104 100000000");
	T_TAKE(read_styled(STYLED("B2", "2", "44316.5"), one, NULL),
	    "2 A-1 202104 100000000"); /* the 30th, at noon */
	T_TAKE(
	    read_styled(STYLED("B2", "3", "44287"), one, NULL), "2 A-1 202104 100000000");
	T_TAKE(
	    read_styled(STYLED("B2", "4", "44287"), one, NULL), "2 A-1 202104 100000000");
	T_TAKE(read_styled(OF_TYPE("B2", "d", "2021-04-30T00:00:00"), one, NULL),
	    "2 A-1 202104 100000000");
	/* 42825 days after 1904-01-01 */
	T_TAKE(
	    read_styled(STYLED("B2", "1", "42825"), one, "<workbookPr date1904=\"1\"/>"),
	    "2 A-1 202104 100000000");
	T_TAKE(read_styled(NUMBER("B2", "202104"), one, NULL), "2 A-1 202104 100000000");
	/* a serial number that shows as a number is none that we guess at */
	expect(read_styled(NUMBER("B2", "44287"), one, NULL), "! Blad1!B2[period]");
	expect(read_styled(STYLED("B2", "1", "-5"), one, NULL), "! Blad1!B2[period]");
	/* 44287 and 2 to the power of 32 is not the 1st of April 2021 */
	expect(read_styled(STYLED("B2", "1", "4295011583"), one, NULL),
	    "! Blad1!B2[period]");
	expect(read_styled(STYLED("B2", "4294967297", "44287"), one, NULL),
	    "arbetsboken är skadad");
	/* amounts that do not show as what they are */
	expect(read_styled(TEXT("B2", "2021-04"), STYLED("C2", "1", "44287"), NULL),
	    "! Blad1!C2[belopp mkr]");
	expect(read_styled(TEXT("B2", "2021-04"), STYLED("C2", "5", "0.5"), NULL),
	    "! Blad1!C2[belopp mkr]cellen visas i procent");
	expect(read_styled(TEXT("B2", "2021-04"), STYLED("C2", "6", "0.5"), NULL),
	    "! Blad1!C2[belopp mkr]cellen visas som ett klockslag");
	expect(read_styled(TEXT("B2", "2021-04"), STYLED("C2", "7", "1500"), NULL),
	    "! Blad1!C2[belopp mkr]cellen visas i tusental");
	T_TAKE(read_styled(TEXT("B2", "2021-04"), STYLED("C2", "8", "1.5"), NULL),
	    "2 A-1 202104 150000000");
}

/* An amount that is read in a cell with a format of that code. */
static char *
read_format(const char *code)
{
	g_autofree char *styles = g_strdup_printf(
	    "<numFmts><numFmt numFmtId=\"164\" formatCode=\"%s\"/></numFmts>"
	    "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs>",
	    code);
	const struct workbook b = { .styles = styles,
		.sheets = { HEAD ROW("2",
		    TEXT("A2", "A-1") TEXT("B2", "2021-04") STYLED("C2", "1", "12")) } };

	return read_book(&b);
}

/* No letter of what is shown beside the number makes a date of it: 12 is never 1900. */
static void
test_formats(void)
{
	static const char *const plain[] = { "General;[Red]\\-General", "General_)",
		"General&quot; mkr&quot;", "[Red]General", "[Magenta]0", "[Yellow]#,##0",
		"[$kr-41D]0", "0.00E+00", "@", "#,##0;[Red]-#,##0;&quot;0%&quot;;@" };

	for (size_t i = 0; i < G_N_ELEMENTS(plain); i++)
		T_TAKE(read_format(plain[i]), "2 A-1 202104 1200000000");
	expect(
	    read_format("[&lt;10]0;0.0,"), "! Blad1!C2[belopp mkr]cellen visas i tusen");
	expect(
	    read_format("[&lt;10]0;0%"), "! Blad1!C2[belopp mkr]cellen visas i procent");
	expect(read_format("[mm]"), "! Blad1!C2[belopp mkr]cellen visas som ett klocksl");
	expect(read_format("[h]:mm"), "! Blad1!C2[belopp mkr]cellen visas som ett klock");
	expect(read_format("yyyy"), "! Blad1!C2[belopp mkr]cellen visas som ett datum");
}

/* An id that Excel has made a day or a truth value of is not the id. */
static void
test_ids(void)
{
	const struct workbook b = { .styles = STYLES,
		.sheets = { HEAD ROW("2", STYLED("A2", "1", "44287") TEXT("B2", "2021-04")
		                              NUMBER("C2", "1")) ROW("3",
		    OF_TYPE("A3", "b", "1") TEXT("B3", "2021-04") NUMBER("C3", "1")) } };
	g_autofree char *text = read_book(&b);

	if (!strstr(text, "! Blad1!A2[id]cellen är ett datum") ||
	    !strstr(text, "! Blad1!A3[id]cellen är sant eller falskt"))
		T_TEXT(text, "both refused");
	/* and what is no truth value is not one */
	T_TAKE(read_sheet(HEAD ROW("2", TEXT("A2", "A-1") TEXT("B2", "2021-04") NUMBER(
	                                    "C2", "1") OF_TYPE("D2", "b", "false"))),
	    "2 A-1 202104 100000000 nej");
	expect(read_sheet(HEAD ROW("2", TEXT("A2", "A-1") TEXT("B2", "2021-04")
	                                    NUMBER("C2", "1") OF_TYPE("D2", "b", "2"))),
	    "! Blad1!D2[kommentar]cellen ska vara sant eller falskt");
}

/* Excel makes a day of "2021-04": as a round it is the month again. */
static void
test_rounds(void)
{
	const struct workbook b = { .styles = STYLES,
		.sheets = { ROW("1", TEXT("A1", "id") TEXT("B1", "omgång"))
		        ROW("2", TEXT("A2", "A-1") STYLED("B2", "1", "44287"))
		            ROW("3", TEXT("A3", "A-1") TEXT("B3", "DÅ08 2021")) } };

	kind = EXCHANGE_REPORTS;
	T_TAKE(read_book(&b), "2 A-1 202104 -/3 A-1 202108 -");
	kind = EXCHANGE_SAVINGS;
}

static void
test_texts(void)
{
	struct workbook b = {
		.strings = "<si><t>A-1</t></si><si><r><t>för</t></r><r><t "
		           "xml:space=\"preserve\">senad </t></r><rPh><t>x</t></rPh>"
		           "</si><si><t>_x0041__x005F_x0041_</t></si>",
		.sheets = { HEAD ROW("2", OF_TYPE("A2", "s", "0") TEXT("B2", "2021-04")
		                              OF_TYPE("D2", "s", "1")) ROW("3",
		    OF_TYPE("A3", "s", "0") TEXT("B3", "2021-05") OF_TYPE("D3", "s", "2"))
		        ROW("4", OF_TYPE("A4", "s", "0") TEXT("B4", "2021-06")
		                     OF_TYPE("D4", "str", "&lt;b&gt; &amp;c"))
		            ROW("5", OF_TYPE("A5", "s", "0") TEXT("B5", "2021-07")
		                         TEXT("D5", "'=1")) }
	};

	T_TAKE(read_book(&b),
	    "2 A-1 202104 - försenad/3 A-1 202105 - A_x0041_/4 A-1 202106 "
	    "- <b> &c/5 A-1 202107 - =1");
	b.sheets[0] = HEAD ROW("2", OF_TYPE("A2", "s", "9") TEXT("B2", "2021-04"));
	expect(read_book(&b), "! Blad1!A2[id]cellen hör till en text som saknas");
}

/* ---- what nobody means well with ----------------------------------------------------
 */

static void
test_entities(void)
{
	struct workbook b = { .sheets = { HEAD },
		.prologue = "<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;\">]>" };

	expect(read_book(&b), "arbetsboken innehåller en DOCTYPE");
	b.prologue = "<!DOCTYPE a SYSTEM \"file:///etc/passwd\">";
	expect(read_book(&b), "arbetsboken innehåller en DOCTYPE");
	b.prologue = NULL;
	b.sheets[0] = HEAD ROW("2", TEXT("A2", "&inget;"));
	expect(read_book(&b), "arbetsboken är skadad");
	b.sheets[0] = HEAD "<row r=\"2\"><c r=\"A2\">";
	expect(read_book(&b), "arbetsboken är skadad");
	/* rows and cells that go backwards */
	b.sheets[0] = ROW("9", TEXT("A9", "x")) HEAD;
	expect(read_book(&b), "arbetsboken är skadad");
}

static void
test_depth(void)
{
	GString *rows = g_string_new(HEAD);
	struct workbook b = { 0 };

	for (int i = 0; i < 100000; i++)
		g_string_append(rows, "<a>");
	b.sheets[0] = rows->str;
	expect(read_book(&b), "arbetsboken är skadad");
	g_string_free(rows, TRUE);
}

/* A sheet that is small packed and huge unpacked: the same blank again and again. */
static void
test_bomb(void)
{
	const size_t size = (size_t)64 * 1024 * 1024;
	GString *rows = g_string_new(HEAD);
	struct workbook b = { 0 };

	g_string_set_size(rows, sizeof(HEAD) - 1 + size);
	memset(rows->str + sizeof(HEAD) - 1, ' ', size);
	b.sheets[0] = rows->str;
	expect(read_book(&b),
	    "arbetsboken packas upp till mer än den rimligen kan innehålla");
	g_string_free(rows, TRUE);
}

/* Parts are names in the archive, never paths. */
static void
test_paths(void)
{
	const char *path = kit_fresh("bok.xlsx");
	zipFile zip = zipOpen64(path, APPEND_STATUS_CREATE);

	workbook_text(zip, "_rels/.rels",
	    g_strdup(WORKBOOK_RELS WORKBOOK_LINK(
	        "rId1", "officeDocument", "../../../../etc/passwd") "</Relationships>"));
	zipClose(zip, NULL);
	expect(read_file(path, NULL), "filen är ingen arbetsbok i Excelformat");
	path = kit_fresh("bok.ods");
	zip = zipOpen64(path, APPEND_STATUS_CREATE);
	workbook_text(zip, "content.xml", g_strdup("<a/>"));
	zipClose(zip, NULL);
	expect(read_file(path, NULL), "filen är ett OpenDocument-kalkylark (.ods)");
}

/* No bytes make it crash, and each damaged file is refused or read in sentences. */
static void
test_damaged(void)
{
	const struct workbook b = { .styles = STYLES,
		.strings = "<si><t>A-1</t></si>",
		.sheets = { HEAD ROW("2", OF_TYPE("A2", "s", "0") TEXT("B2", "2021-04")
		                              STYLED("C2", "8", "1.5")) } };
	g_autoptr(GBytes) whole = kit_read(workbook_make(&b, "bok.xlsx"));
	GRand *rand = g_rand_new_with_seed(7);
	gsize size;
	const char *bytes = g_bytes_get_data(whole, &size);

	for (int i = 0; i < 600; i++) {
		g_autofree char *bad = g_memdup2(bytes, size);
		gsize kept =
		    i % 3 == 0 ? (gsize)g_rand_int_range(rand, 4, (gint32)size) : size;

		for (int k = 0; i % 3 && k < 1 + i % 7; k++)
			bad[g_rand_int_range(rand, 4, (gint32)size)] =
			    (char)g_rand_int_range(rand, 0, 256);
		kit_write(kit_path("skadad.xlsx"), bad, kept);
		g_free(read_file(kit_path("skadad.xlsx"), NULL));
	}
	g_rand_free(rand);
	kit_write(kit_path("skadad.xlsx"), bytes, size / 2);
	expect(read_file(kit_path("skadad.xlsx"), NULL), "filen är ingen hel arbetsbok");
}

int
main(void)
{
	CU_TestInfo cases[] = {
		{ "titles, columns, hidden and empty rows", test_moved },
		{ "which sheet", test_sheets },
		{ "numbers and formulas", test_numbers },
		{ "dates and formats", test_dates },
		{ "formats of numbers", test_formats },
		{ "ids that are none", test_ids },
		{ "rounds", test_rounds },
		{ "texts", test_texts },
		{ "entities and damage in XML", test_entities },
		{ "depth", test_depth },
		{ "a bomb", test_bomb },
		{ "paths", test_paths },
		{ "damaged files", test_damaged },
		CU_TEST_INFO_NULL,
	};
	const char *build = g_getenv("BUILDDIR");
	int rc;

	module_folder(build ? build : ".");
	rc = t_run("sheet", cases);
	kit_remove(kit_folder());
	return rc;
}
