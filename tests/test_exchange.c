/*
 * test_exchange.c - CSV in: encodings, headers, cells, lines, and what is refused.
 *
 * Expected values are read off the written text by hand, and rules off product.md
 * section 6.
 */
#include "t.h"

#include "base/error.h"
#include "exchange/csv_read.h"

#define SAVINGS "id;period;belopp mkr;kommentar\n"

struct got {
	GString *rows; /* "line id period|number öre text" and so on, '/' between rows */
	const struct kind_info *kind;
};

static void
append_row(GString *out, const struct kind_info *kind, const struct row *row)
{
	g_string_append_printf(out, "%s%d", out->len ? "/" : "", row->line);
	for (int i = 0; i < kind->n_columns; i++) {
		const struct value *value = &row->values[i];

		if (!value->present)
			continue;
		g_string_append_printf(out, " %s=", kind->columns[i].name);
		if (kind->columns[i].type == COLUMN_AMOUNT && value->amount.known)
			g_string_append_printf(
			    out, "%" G_GINT64_FORMAT, value->amount.ore);
		else if (value->number)
			g_string_append_printf(out, "%s(%d)", value->text, value->number);
		else
			g_string_append(out, value->given ? value->text : "-");
	}
	for (int i = 0; i < row->n_years; i++) {
		g_string_append_printf(out, " %d=", row->years[i].year);
		if (row->years[i].amount.known)
			g_string_append_printf(
			    out, "%" G_GINT64_FORMAT, row->years[i].amount.ore);
		else
			g_string_append_c(out, '-');
	}
}

static bool
collect(void *user, const struct row *row, struct rejects *rejects, GError **error)
{
	struct got *got = user;

	if (g_strcmp0(row->values[0].text, "AVBRYT") == 0) {
		g_set_error_literal(error, SPARPLAN_ERROR, SPARPLAN_ERROR_RANGE, "stopp");
		return false;
	}
	if (g_strcmp0(row->values[0].text, "OKÄND") == 0)
		rejects_add(rejects, row->file, row->line, row->headers[0],
		    "åtgärden finns inte");
	append_row(got->rows, got->kind, row);
	return true;
}

/* The rows and, after " ! ", the rejects as "line[column]text"; g_free. */
static char *
read_bytes(enum exchange_kind kind, const char *data, size_t size,
    const struct read_options *options, struct read_stats *stats)
{
	struct got got = { g_string_new(NULL), &exchange_kinds[kind] };
	struct rejects *rejects = rejects_new();
	const GPtrArray *kept = rejects_kept(rejects);
	GError *error = NULL;

	T_OK(csv_read_data(data, size, "fil.csv", got.kind, options, collect, &got,
	         rejects, stats, &error),
	    error);
	for (guint i = 0; i < kept->len; i++) {
		const struct reject *reject = g_ptr_array_index(kept, i);

		T_TEXT(reject->file, "fil.csv");
		g_string_append_printf(got.rows, " ! %d[%s]%s", reject->line,
		    reject->column ? reject->column : "", reject->text);
	}
	rejects_free(rejects);
	return g_string_free(got.rows, FALSE);
}

static char *
read_text(enum exchange_kind kind, const char *text)
{
	return read_bytes(kind, text, strlen(text), NULL, NULL);
}

static char *
read_savings(const char *text)
{
	return read_text(EXCHANGE_SAVINGS, text);
}

/* That the outcome holds each of the parts, given as one text with '|' between. */
static void
expect_parts(const char *file_text, enum exchange_kind kind, const char *parts)
{
	g_autofree char *got = read_text(kind, file_text);
	g_auto(GStrv) want = g_strsplit(parts, "|", -1);

	for (char **part = want; *part; part++)
		if (!strstr(got, *part)) {
			g_printerr("\"%s\" lacks \"%s\"\n", got, *part);
			CU_FAIL("a part is missing");
		}
}

static void
test_kinds(void)
{
	enum exchange_kind kind = EXCHANGE_KIND__N;

	CU_ASSERT_TRUE(exchange_kind_find("UTFALL", &kind));
	CU_ASSERT_EQUAL(kind, EXCHANGE_SAVINGS);
	CU_ASSERT_TRUE(exchange_kind_find("överlapp", &kind));
	CU_ASSERT_EQUAL(kind, EXCHANGE_OVERLAPS);
	CU_ASSERT_FALSE(exchange_kind_find("plane", &kind));
	for (int i = 0; i < EXCHANGE_KIND__N; i++) {
		const struct kind_info *info = &exchange_kinds[i];

		for (int j = 0; j < info->n_columns; j++)
			CU_ASSERT_PTR_NOT_NULL(info->columns[j].name);
		CU_ASSERT_PTR_NULL(info->columns[info->n_columns].name);
	}
}

static void
test_match(void)
{
	static const struct {
		const char *header;
		int column, year, unit; /* unit -1: none */
	} cases[] = {
		{ "2020 mkr", -1, 2020, MONEY_MKR },
		{ "mkr_2020", -1, 2020, MONEY_MKR },
		{ "tkr 2021", -1, 2021, MONEY_TKR },
		{ "2020", -1, 2020, -1 },
		{ "Hela Perioden MKR", PLAN_WHOLE, 0, MONEY_MKR },
		{ "kontrollsumma mkr", PLAN_CHECKSUM, 0, MONEY_MKR },
		{ "ATGARD", PLAN_NAME, 0, -1 },
		{ "Plan_Klar", PLAN_PLAN_READY, 0, -1 },
		{ " uppfoljningsmatt ", PLAN_INDICATOR, 0, -1 },
	};
	static const struct {
		const char *header, *message;
	} wrong[] = {
		{ "ansvrig", "finns inte i plan; närmaste namn är \"ansvarig\"" },
		{ "kontrolsumma tkr",
		    "finns inte i plan; närmaste namn är \"kontrollsumma tkr\"" },
		{ "1999 mkr", "året ligger utanför 2000–2099; rätta året" },
		{ "status mkr", "är inget belopp och har ingen enhet; skriv \"status\"" },
	};
	const struct kind_info *plan = &exchange_kinds[EXCHANGE_PLAN];
	struct column_match match;
	GError *error = NULL;

	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		T_OK(column_match(plan, cases[i].header, &match, &error), error);
		CU_ASSERT_EQUAL(match.column, cases[i].column);
		CU_ASSERT_EQUAL(match.year, cases[i].year);
		CU_ASSERT_EQUAL(match.has_unit ? match.unit : -1, cases[i].unit);
	}
	for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++) {
		CU_ASSERT_FALSE(column_match(plan, wrong[i].header, &match, &error));
		CU_ASSERT_TRUE(
		    g_error_matches(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT));
		T_TEXT(error ? error->message : NULL, wrong[i].message);
		g_clear_error(&error);
	}
}

static void
test_rows(void)
{
	T_TAKE(read_savings("ID;Period;Belopp_tkr;förvaltning\r\n"
	                    "HS-01;2020-04;1 250,5;Regionförvaltningen \r\n"
	                    "\r\n"
	                    ";;;\r\n"
	                    " HS-02;T1 2021;;\r\n"),
	    "2 id=HS-01 period=2020-04(202004) belopp=125050000 "
	    "förvaltning=Regionförvaltningen"
	    "/5 id= HS-02 period=T1 2021(202104) belopp=- förvaltning=-");
	/* any order, a column without header that is empty, cells beyond the header */
	T_TAKE(read_savings("belopp kr;;period;id;;\n\"-5\";;202004;A;;;\n"),
	    "2 id=A period=202004(202004) belopp=-500");
	/* line breaks in quotes: CRLF, LF and CR each count as one line and are LF; CR
	 * ends a line
	 */
	T_TAKE(
	    read_savings(SAVINGS "A;2020-01;1;\"x\r\ny\nz\rå \"\"q\"\"\"\rB;2020-01;2;t"),
	    "2 id=A period=2020-01(202001) belopp=100000000 kommentar=x\ny\nz\nå \"q\""
	    "/6 id=B period=2020-01(202001) belopp=200000000 kommentar=t");
	T_TAKE(read_text(
	           EXCHANGE_PLAN, "id;2021 mkr;2020 mkr;hela perioden mkr\nA;7,5;;80\n"),
	    "2 id=A hela perioden=8000000000 2021=750000000 2020=-");
	T_TAKE(read_text(EXCHANGE_REPORTS,
	           "id;omgång;prognos mkr\nA;da04 2021;0\nB;2021-03;\n"),
	    "2 id=A omgång=DÅ04-2021(202104) prognos=0"
	    "/3 id=B omgång=2021-03(202103) prognos=-");
	T_TAKE(read_text(EXCHANGE_REQUIREMENTS, "år;typ;belopp mkr\n;;565\n2020;;225\n"),
	    "2 år=- typ=- belopp=56500000000/3 år=2020(2020) typ=- belopp=22500000000");
}

static void
test_separators(void)
{
	struct read_options options = { .has_decimal = true, .decimal = DECIMAL_COMMA };
	struct read_options unit = { .has_unit = true, .unit = MONEY_TKR };
	const char *comma = "id,period,belopp mkr\nA,2020-01,\"1,5\"\n";
	const char *bare = "id;period;belopp\nA;2020-01;1,5\n";

	T_TAKE(read_savings("id\tperiod\tbelopp mkr\nA\t2020-01\t1,5\n"),
	    "2 id=A period=2020-01(202001) belopp=150000000");
	T_TAKE(read_savings("id,period,belopp mkr\nA,2020-01,1.5\n"),
	    "2 id=A period=2020-01(202001) belopp=150000000");
	T_TAKE(read_savings(
	           "\xef\xbb\xbfsep=,\r\nid,period,belopp mkr\r\nA,2020-01,1.5\r\n"),
	    "3 id=A period=2020-01(202001) belopp=150000000");
	T_TAKE(read_savings("sep=\t\nid\tperiod\tbelopp mkr\nA\t2020-01\t1,5\n"),
	    "3 id=A period=2020-01(202001) belopp=150000000");
	T_TAKE(
	    read_text(EXCHANGE_REQUIREMENTS, "belopp mkr\n1,5\n"), "2 belopp=150000000");
	T_TAKE(read_savings("sep=;;;;\nid;period;belopp mkr;\nA;2020-01;1,5;\n"),
	    "3 id=A period=2020-01(202001) belopp=150000000");
	T_TAKE(read_savings("sep=|\nid|period\n"),
	    " ! 1[]separatorn \"|\" i sep-raden går inte; skriv sep=; eller spara filen "
	    "med "
	    "semikolon");
	T_TAKE(read_bytes(EXCHANGE_SAVINGS, comma, strlen(comma), &options, NULL),
	    "2 id=A period=2020-01(202001) belopp=150000000");
	T_TAKE(read_bytes(EXCHANGE_SAVINGS, bare, strlen(bare), &unit, NULL),
	    "2 id=A period=2020-01(202001) belopp=150000");
	expect_parts(bare, EXCHANGE_SAVINGS, "! 1[belopp]enheten saknas|--enhet kr, tkr");
	expect_parts(comma, EXCHANGE_SAVINGS, "! 2[belopp mkr]|--decimal komma");
	expect_parts(SAVINGS "A;2020-01;1.5;\n", EXCHANGE_SAVINGS,
	    "! 2[belopp mkr]|--decimal punkt");
}

static void
test_encodings(void)
{
	static const char latin[] = SAVINGS "\xc5;2020-01;\x96"
	                                    "5;R\xe4tt\x85\n";
	static const char *const forms[] = { "UTF-16LE", "UTF-16BE", "UTF-8" };
	const char *text = "\xef\xbb\xbf" SAVINGS "Å;2020-01;−5;Rätt…😀\n";
	const char *want =
	    "2 id=Å period=2020-01(202001) belopp=-500000000 kommentar=Rätt…😀";

	T_TAKE(read_savings(latin),
	    "2 id=Å period=2020-01(202001) belopp=-500000000 kommentar=Rätt…");
	for (size_t i = 0; i < G_N_ELEMENTS(forms); i++) {
		gsize size;
		g_autofree char *data =
		    g_convert(text, -1, forms[i], "UTF-8", NULL, &size, NULL);

		T_TAKE(read_bytes(EXCHANGE_SAVINGS, data, size, NULL, NULL), want);
	}
	T_TAKE(read_savings(text + 3), want);
}

static void
test_refused_content(void)
{
	static const struct {
		const char *data;
		size_t size;
		int line;
		const char *says;
	} cases[] = {
		{ "", 0, 0, "tom; den ska börja med en rubrikrad" },
		{ "\xef\xbb\xbf\r\n \n", 7, 0, "rubrikrad" },
		{ "PK\3\4xxxx", 8, 0, "packad (zip)" },
		{ "id;kod\nA\0;x\n", 12, 2, "NUL" },
		{ "i\0d\0;\0", 6, 1, "UTF-16 utan BOM" },
		{ "id\r\n\xc3\xa5\r\n\xe5 x\n", 11, 3, "spara den på nytt" },
		{ "\xef\xbb\xbfid\n\xe5\n", 8, 2, "UTF-8" },
		{ "id\nr\xe5\rx\x81\n", 9, 3, "0x81" },
		{ "\xff\xfei\0d\0\n\0\0\xd8x\0", 12, 2, "UTF-16" },
		{ "\xff\xfei\0d\0\n\0x\0y", 11, 2, "UTF-16" },
		{ "\xff\xfei\0\n\0\0\0x\0", 10, 2, "NUL" },
	};

	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *got = read_bytes(
		    EXCHANGE_SAVINGS, cases[i].data, cases[i].size, NULL, NULL);
		g_autofree char *start = g_strdup_printf(" ! %d[]", cases[i].line);

		if (!g_str_has_prefix(got, start) || !strstr(got, cases[i].says)) {
			g_printerr("case %zu: %s\n", i, got);
			CU_FAIL("refused otherwise");
		}
		CU_ASSERT_PTR_NULL(strstr(got + 3, " ! "));
	}
}

static void
test_refused_header(void)
{
	T_TAKE(read_text(EXCHANGE_PLAN, "\nid;ansvrig;2020 mkr;2020 tkr;id\nA;B;1;1;A\n"),
	    " ! 2[ansvrig]finns inte i plan; närmaste namn är \"ansvarig\"; rätta "
	    "rubriken, "
	    "eller ta bort kolumnen"
	    " ! 2[2020 tkr]står två gånger i rubriken; ta bort den ena kolumnen"
	    " ! 2[id]står två gånger i rubriken; ta bort den ena kolumnen");
	T_TAKE(read_savings("id;kommentar\nA;x\n"),
	    " ! 1[period]saknas; lägg till kolumnen \"period\" i rubrikraden"
	    " ! 1[belopp]saknas; lägg till kolumnen \"belopp mkr\" i rubrikraden");
	T_TAKE(read_savings("id;;period;belopp mkr\nA;x;2020-01;1\n"),
	    "2 id=A period=2020-01(202001) belopp=100000000 ! 2[]cell 2 har innehåll men "
	    "ingen rubrik; ge kolumnen en rubrik eller töm "
	    "den");
}

static void
test_refused_cells(void)
{
	g_autofree char *wide = g_strnfill(600, ';');
	g_autofree char *wide_file =
	    g_strconcat("id;period;belopp mkr", wide, "\n", NULL);

	/* every bad cell of a row, and the rows after it */
	expect_parts(SAVINGS ";2020-13;1?5;x\nB;2020-01;2;\n", EXCHANGE_SAVINGS,
	    "! 2[id]cellen är tom; fyll i den|! 2[period]|! 2[belopp mkr]|3 id=B");
	T_TAKE(read_savings(SAVINGS "A;2020-01\nB;2020-01;1;x;y\nC;2020-01;1;x;;\n"),
	    "4 id=C period=2020-01(202001) belopp=100000000 kommentar=x"
	    " ! 2[]raden har 2 celler men rubriken 4; fyll på med tomma celler"
	    " ! 3[]raden har 5 celler men rubriken 4; text med semikolon i ska stå inom "
	    "citattecken");
	/* a bad quote ends at its line; rows after it are still read */
	expect_parts(SAVINGS "A;2020-01;1;5\" rör\r\n\"B\"x;2020-01;1;\nC;2020-01;1;\n"
	                     "D;2020-01;1;\"öppen\n",
	    EXCHANGE_SAVINGS,
	    "! 2[kommentar]ett citattecken står fel|\"5\"\" rör\"|! 3[id]|4 id=C|"
	    "! 5[kommentar]ett citattecken öppnas men stängs aldrig");
	expect_parts(
	    SAVINGS "OKÄND;2020-01;1;\n", EXCHANGE_SAVINGS, "! 2[id]åtgärden finns inte");
	/* a mark within a text is a text's; one that begins a row is of a file put after
	 */
	expect_parts(SAVINGS "A;2020-01;1;\ufeffx\n\ufeffB;2020-01;1;\nC;2020-01;1;\n",
	    EXCHANGE_SAVINGS,
	    "2 id=A|kommentar=\ufeffx|4 id=C|! 3[]raden börjar med ett filmärke");
	expect_parts("\ufeff\ufeffid;period\n", EXCHANGE_SAVINGS,
	    "! 1[]raden börjar med ett filmärke");
	expect_parts(
	    wide_file, EXCHANGE_SAVINGS, "! 1[]rubriken har 603 kolumner men högst 512");
}

static void
test_limits(void)
{
	g_autofree char *big = g_strnfill(1024 * 1024, 'x');
	g_autofree char *fits = g_strconcat(SAVINGS "A;2020-01;1;", big, "\n", NULL);
	g_autofree char *large =
	    g_strconcat(SAVINGS "A;2020-01;1;", big, "y\nB;2020-01;1;\n", NULL);
	g_autofree char *open =
	    g_strconcat(SAVINGS "A;2020-01;1;\"", big, big, "\n", NULL);
	g_autofree char *fits_row = read_savings(fits);

	CU_ASSERT_PTR_NULL(strchr(fits_row, '!'));
	expect_parts(large, EXCHANGE_SAVINGS, "! 2[]en cell är större än 1 MiB|3 id=B");
	expect_parts(open, EXCHANGE_SAVINGS, "! 2[kommentar]cellen är större än 1 MiB");
}

/* A character, a CRLF and a quoted break across the edge of each block. */
static void
test_blocks(void)
{
	struct read_stats stats = { 0 };
	/* g_convert's UTF-16 begins with a BOM */
	static const char *const forms[] = { "UTF-16", "CP1252" };
	GString *text = g_string_new(SAVINGS);
	g_autofree char *got = NULL;

	for (int i = 0; i < 40000; i++)
		g_string_append_printf(
		    text, "Å%d;2020-01;1;\"å\r\nö\"\r\n%s", i % 7, i % 3 ? "" : "\r\n");
	g_string_append(text, "Z;2020-01;fel;\r\n");
	got = read_bytes(EXCHANGE_SAVINGS, text->str, text->len, NULL, &stats);
	/* 1 + 2 · 40000 + ⌈40000 / 3⌉ lines stand before the last */
	CU_ASSERT_PTR_NOT_NULL(strstr(got, " ! 93336[belopp mkr]"));
	CU_ASSERT_EQUAL(stats.rows, 40001);
	CU_ASSERT_EQUAL(stats.empty, 13334);
	for (size_t i = 0; i < G_N_ELEMENTS(forms); i++) {
		gsize size;
		g_autofree char *data =
		    g_convert(text->str, -1, forms[i], "UTF-8", NULL, &size, NULL);

		T_TAKE(read_bytes(EXCHANGE_SAVINGS, data, size, NULL, NULL), got);
	}
	g_string_free(text, TRUE);
}

/* What the receiver of the rows says ends the reading. */
static void
test_stop(void)
{
	const char *text = SAVINGS "A;2020-01;1;\nAVBRYT;2020-01;1;\nB;2020-01;1;\n";
	struct got got = { g_string_new(NULL), &exchange_kinds[EXCHANGE_SAVINGS] };
	struct rejects *rejects = rejects_new();
	GError *error = NULL;

	CU_ASSERT_FALSE(csv_read_data(text, strlen(text), "fil.csv", got.kind, NULL,
	    collect, &got, rejects, NULL, &error));
	CU_ASSERT_TRUE(g_error_matches(error, SPARPLAN_ERROR, SPARPLAN_ERROR_RANGE));
	T_TEXT(
	    got.rows->str, "2 id=A period=2020-01(202001) belopp=100000000 kommentar=-");
	g_clear_error(&error);
	g_string_free(got.rows, TRUE);
	rejects_free(rejects);
}

static void
test_rejects(void)
{
	struct rejects *rejects = rejects_new();
	GString *out = g_string_new(NULL);

	rejects_add(rejects, "a\033.csv", 7, "be\nlopp", "%d fel", 3);
	rejects_add(rejects, "b.csv", 0, NULL, "är en mapp");
	rejects_print(rejects, out);
	T_TEXT(out->str, "sparplan: a¤.csv:7: kolumn \"be lopp\": 3 fel\nsparplan: "
	                 "b.csv: är en mapp\n");
	for (int i = 0; i < 58; i++)
		rejects_add(rejects, "c.csv", i, NULL, "x");
	CU_ASSERT_EQUAL(rejects_count(rejects), 60);
	CU_ASSERT_EQUAL(rejects_kept(rejects)->len, REJECTS_KEPT);
	g_string_truncate(out, 0);
	rejects_print(rejects, out);
	CU_ASSERT_PTR_NOT_NULL(
	    strstr(out->str, "\nsparplan: 60 fel i allt; de 50 första visas."));
	g_string_free(out, TRUE);
	rejects_free(rejects);
}

int
main(void)
{
	CU_TestInfo cases[] = { { "kinds", test_kinds }, { "match", test_match },
		{ "rows", test_rows }, { "separators", test_separators },
		{ "encodings", test_encodings },
		{ "refused content", test_refused_content },
		{ "refused header", test_refused_header },
		{ "refused cells", test_refused_cells }, { "limits", test_limits },
		{ "blocks", test_blocks }, { "stop", test_stop },
		{ "rejects", test_rejects }, CU_TEST_INFO_NULL };

	return t_run("exchange", cases);
}
