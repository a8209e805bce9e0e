/*
 * test_formats.c - a random programme out and in again: every kind, as every format, into
 * an empty database gives the same content.
 */
#include "exchange/module.h"
#include "figures_kit.h"
#include "random_goals.h"

enum { PROGRAMMES = 12 };

static const struct {
	const char *name;
	row_writer_func make;
} formats[] = { { "csv", csv_rows }, { "json", json_rows }, { "xlsx", xlsx_rows } };

/* Read a file in, as what it is called; what was refused is shown. */
static void
read_file(struct session *s, enum exchange_kind kind, const char *data, size_t size,
    const char *name)
{
	const char *path = kit_path(name);
	const struct read_options options = { 0 };
	struct rejects *rejects = rejects_new();
	struct import_result result;
	g_autoptr(GString) printed = g_string_new(NULL);
	GError *error = NULL;

	kit_write(path, data, size);
	if (!session_import(
	        s, kind, &path, 1, &options, false, rejects, &result, &error)) {
		rejects_print(rejects, printed);
		g_printerr("%s %s: %s", exchange_kinds[kind].name, name, printed->str);
	}
	T_OK(error == NULL, error);
	rejects_free(rejects);
}

static void
make_programme(struct session *s, GRand *r)
{
	struct files *f = files_new(r);

	goals_add(f);
	for (int k = 0; k < EXCHANGE_KIND__N; k++) {
		g_autoptr(GString) text = g_string_new(NULL);

		kit_header(text, (enum exchange_kind)k);
		for (guint i = 0; i < f->rows[k]->len; i++)
			g_string_append(text, f->rows[k]->pdata[i]);
		read_file(s, (enum exchange_kind)k, text->str, text->len, "in.csv");
	}
	files_free(f);
}

static void
there_and_back(struct session *s, size_t format)
{
	struct session *copy = kit_create("copy.db");

	for (int k = 0; k < EXCHANGE_KIND__N; k++) {
		g_autoptr(GString) out = g_string_new(NULL);
		struct row_writer writer = { NULL, NULL };
		GError *error = NULL;

		T_OK(formats[format].make((enum exchange_kind)k, out, &writer, &error),
		    error);
		T_OK(session_export(s, (enum exchange_kind)k, &writer, &error), error);
		row_writer_clear(&writer);
		read_file(copy, (enum exchange_kind)k, out->str, out->len,
		    formats[format].name);
	}
	for (int k = 0; k < EXCHANGE_KIND__N; k++) {
		g_autofree char *want =
		    figures_sorted(kit_export(s, (enum exchange_kind)k), "\r\n");

		T_TAKE(figures_sorted(kit_export(copy, (enum exchange_kind)k), "\r\n"),
		    want);
	}
	kit_sound(copy);
	session_free(copy);
}

static void
same_content(void)
{
	guint32 seed = kit_number("SEED", g_random_int());
	guint32 programmes = kit_number("PROGRAMMES", PROGRAMMES);

	printf("(seed %u) ", seed);
	fflush(stdout);
	for (guint32 i = 0; i < programmes && CU_get_number_of_failures() == 0; i++) {
		GRand *r = g_rand_new_with_seed(seed + i);
		struct session *s = kit_create("random.db");

		make_programme(s, r);
		for (size_t k = 0; k < G_N_ELEMENTS(formats); k++)
			there_and_back(s, k);
		if (CU_get_number_of_failures())
			g_printerr("SEED=%u repeats it first\n", seed + i);
		session_free(s);
		g_rand_free(r);
	}
}

/* A kind without rows is an empty list, and nothing is read from it. */
static void
no_rows(void)
{
	struct session *s = kit_create("none.db");
	g_autoptr(GString) out = g_string_new(NULL);
	struct row_writer writer = { NULL, NULL };
	GError *error = NULL;

	T_OK(json_rows(EXCHANGE_SAVINGS, out, &writer, &error), error);
	T_OK(session_export(s, EXCHANGE_SAVINGS, &writer, &error), error);
	row_writer_clear(&writer);
	T_TEXT(out->str, "{\"slag\": \"utfall\", \"rader\": [\n]}\n");
	T_INT(kit_import(s, EXCHANGE_SAVINGS, out->str).rows, 0);
	session_free(s);
}

/* Keys as people write them, numbers from their digits, and what a row lacks is blank. */
static void
json_by_hand(void)
{
	struct session *s = kit_create("hand.db");

	struct import_result result = kit_import(s, EXCHANGE_PLAN,
	    "\xef\xbb\xbf {\"rader\": [{\"ID\": \"A\", \"åtgärd\": \"Loka\\u006cer\",\n"
	    "\"förvaltning\": \"Vård\", \"2021_mkr\": 0.01234567, \"räknas\": false},"
	    "{}, {\"ID\": \"B\", \"förvaltning\": \"IT\", \"åtgärd\": \"\\\"Resor\\\"\", "
	    "\"2021_mkr\": "
	    "\"-1.5\"}]}");
	g_autofree char *csv = kit_export(s, EXCHANGE_PLAN);

	T_INT(result.rows, 2);
	T_INT(result.empty, 1);
	CU_ASSERT(strstr(csv, "\r\nA;Lokaler;Vård;Vård;;;nej;;;1;period;"
	                      "ospecificerat;12345,67;;") != NULL);
	CU_ASSERT(strstr(csv, "\r\nB;\"\"\"Resor\"\"\";IT;IT;") != NULL);
	CU_ASSERT(strstr(csv, ";-1500000,00;") != NULL);
	session_free(s);
}

#define PLAN_ROW "{\"slag\": \"plan\", \"rader\": [{\"id\": \"A\", \"atgard\": \"a\""

static void
json_refused(void)
{
	static const struct {
		const char *text, *word;
	} cases[] = {
		{ "{", "filen slutar mitt i" },
		{ "[]", "ska vara ett enda objekt" },
		{ "{\"rader\": []} {}", "ska vara ett enda objekt" },
		{ "{\"rader\": []}, 1", "ska vara ett enda objekt" },
		{ "{\"rader\": 1}", "ingen lista" },
		{ "{}", "ingen lista" },
		{ "{\"rader\": [], \"x\": 1}", "kolumn \"x\": är okänd" },
		{ "{\"slag\": \"utfall\", \"rader\": []}", "ett annat slag än plan" },
		{ "{\"rader\": [], \"rader\": []}", "två listor" },
		{ "{\"rader\": [], \"rader\": 1}", "två gånger" },
		{ "{\"rader\": [[]]}", ":1: raden är inget objekt" },
		{ "{\"rader\": [,{}]}", "ett komma står där en rad ska vara" },
		{ "{\"rader\": [{},,{}]}", "ett komma står där en rad ska vara" },
		{ "{\"rader\": [{},]}", "ett komma står efter den sista raden" },
		{ "{\"rader\": []; 1}", "utan citattecken" },
		{ "{\"rader\" []}", "utanför raderna" },
		{ "{\"rader\": [{}:{}]}", "fel skriven" },
		{ "{\"rader\": [1]}", ":1: raden är inget objekt" },
		{ "{\"rader\": [1, 1, 1, {}]}", ":3: raden är inget objekt" },
		{ PLAN_ROW ", \"id\": \"B\"}]}", ":1: en nyckel står två gånger" },
		{ PLAN_ROW ", \"2020_kr\": 1, \"2020 kr\": 2}]}", "står två gånger" },
		{ PLAN_ROW ", \"2020_kr\": [1]}]}", "en lista eller ett objekt" },
		{ PLAN_ROW ", \"2020_kr\": 1.005}]}", ":1: kolumn \"2020_kr\"" },
		{ PLAN_ROW ", \"2020_kr\": 1.0000000000000000001}]}",
		    ":1: kolumn \"2020_kr\"" },
		{ PLAN_ROW ", \"2020_kr\": 1e3}]}", "exponent" },
		{ PLAN_ROW ", \"2020_kr\": 01}]}", "fel skrivet" },
		{ PLAN_ROW ", \"2020_kr\": \"1,5\"}]}", ":1: kolumn \"2020_kr\"" },
		{ PLAN_ROW ", \"2020\": 1}]}", "enheten saknas" },
		{ PLAN_ROW ", \"status\": \"okej\"}]}", ":1: kolumn \"status\"" },
		{ PLAN_ROW ",}]}", ":1: JSON är fel skriven i raden" },
		{ PLAN_ROW "}, {\"id\" \"B\"}]}", ":2: JSON är fel skriven i raden" },
		{ PLAN_ROW "} {}]}", "ett komma saknas mellan två rader" },
		{ "{\"rader\": [\n\n{'id': 1}]}", "filens rad 3" },
		{ "{\"rader\": [\n/* */]}", "filens rad 2" },
		{ PLAN_ROW ", \"status\": NaN}]}", "utan citattecken" },
		{ PLAN_ROW ", \"status\": \"\\u0000\"}]}", "\\u0000" },
		{ PLAN_ROW ", \"status\": \"\\q\"}]}", "JSON känner" },
		{ PLAN_ROW ", \"status\": \"a\tb\"}]}", "styrtecken" },
		{ PLAN_ROW ", \"\": 1}]}", "en nyckel är tom" },
		{ "{\"rader\": [{\"id\": \"A\"}, {\"id\": \"\xe5\"}]}", "inte UTF-8" },
	};
	struct session *s = kit_create("refused.db");

	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
		kit_refuse(s, EXCHANGE_PLAN, cases[i].text, cases[i].word);
	session_free(s);
}

int
main(void)
{
	CU_TestInfo cases[] = { { "same content", same_content }, { "no rows", no_rows },
		{ "json by hand", json_by_hand }, { "json refused", json_refused },
		CU_TEST_INFO_NULL };

	module_folder(g_getenv("BUILDDIR"));
	return kit_run("formats", cases);
}
