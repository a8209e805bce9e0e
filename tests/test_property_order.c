/*
 * test_property_order.c - the order in which a programme's files are read in, after its
 * plan, changes neither what is exported nor any figure; and as of now is now.
 *
 * SEED in the environment repeats a run, PROGRAMMES says how many are made.
 */
#include "figures_kit.h"
#include "random_files.h"

#define PROGRAMMES 100
#define CUTOFFS    2

static const int cutoffs[CUTOFFS] = { 202106, 202112 };

/* One file: a kind, and which of its rows, in which order. */
struct file {
	enum exchange_kind kind;
	GPtrArray *rows; /* borrowed texts */
};

/* What is compared. */
struct content {
	char *exports[EXCHANGE_KIND__N];
	char *figures[CUTOFFS];
};

static void
shuffle(GRand *r, gpointer *items, guint n)
{
	for (guint i = n; i > 1; i--) {
		guint k = (guint)g_rand_int_range(r, 0, (gint32)i);
		gpointer item = items[i - 1];

		items[i - 1] = items[k];
		items[k] = item;
	}
}

static void
file_free(gpointer pointer)
{
	struct file *file = pointer;

	g_ptr_array_unref(file->rows);
	g_free(file);
}

static struct file *
add_file(GPtrArray *order, enum exchange_kind kind)
{
	struct file *file = g_new0(struct file, 1);

	file->kind = kind;
	file->rows = g_ptr_array_new();
	g_ptr_array_add(order, file);
	return file;
}

/* The kinds as they are listed, each as one file. */
static GPtrArray *
listed_order(const struct files *f)
{
	GPtrArray *order = g_ptr_array_new_with_free_func(file_free);

	for (int k = 0; k < EXCHANGE_KIND__N; k++) {
		struct file *file = add_file(order, (enum exchange_kind)k);

		for (guint i = 0; i < f->rows[k]->len; i++)
			g_ptr_array_add(file->rows, f->rows[k]->pdata[i]);
	}
	return order;
}

/* The plan; then files and their rows as they come, utfall and lage in two each. */
static GPtrArray *
random_order(const struct files *f, GRand *r)
{
	GPtrArray *order = listed_order(f);

	for (guint k = EXCHANGE_PLAN + 1; k < EXCHANGE_KIND__N; k++) {
		struct file *file = order->pdata[k], *second;

		shuffle(r, file->rows->pdata, file->rows->len);
		if (k != EXCHANGE_SAVINGS && k != EXCHANGE_REPORTS)
			continue;
		second = add_file(order, file->kind);
		for (guint n = file->rows->len / 2; n > 0; n--)
			g_ptr_array_add(
			    second->rows, g_ptr_array_remove_index_fast(
			                      file->rows, file->rows->len - 1));
	}
	shuffle(r, order->pdata + 1, order->len - 1);
	return order;
}

/* A copy of an empty database: making one takes longer than all the rest. */
static struct session *
open_empty(GBytes *empty, const char *name)
{
	const char *path = kit_fresh(name);

	kit_write(path, g_bytes_get_data(empty, NULL), g_bytes_get_size(empty));
	return kit_open(path, true);
}

/* The last change. */
static int64_t
read_in(struct session *s, const GPtrArray *order)
{
	int64_t last = 0;

	for (guint i = 0; i < order->len; i++) {
		const struct file *file = order->pdata[i];
		g_autoptr(GString) text = g_string_new(NULL);
		struct import_result result;

		if (file->rows->len == 0)
			continue;
		kit_header(text, file->kind);
		for (guint k = 0; k < file->rows->len; k++)
			g_string_append(text, file->rows->pdata[k]);
		result = kit_import(s, file->kind, text->str);
		last = MAX(last, result.change);
	}
	return last;
}

static void
figures_of(struct session *s, const struct instant *as_of, char **ret)
{
	for (int i = 0; i < CUTOFFS; i++) {
		const struct view view = {
			.cutoff = cutoffs[i], .as_of = as_of, .weighted = true
		};

		ret[i] = figures_text(s, &view);
	}
}

static void
content_clear(struct content *c)
{
	for (int k = 0; k < EXCHANGE_KIND__N; k++)
		g_free(c->exports[k]);
	for (int i = 0; i < CUTOFFS; i++)
		g_free(c->figures[i]);
}

static struct content
content_of(struct session *s)
{
	struct content c;

	for (int k = 0; k < EXCHANGE_KIND__N; k++)
		c.exports[k] =
		    figures_sorted(kit_export(s, (enum exchange_kind)k), "\r\n");
	figures_of(s, NULL, c.figures);
	return c;
}

/* What is shown as of the latest change is what is shown now. */
static void
as_of_now(struct session *s, int64_t last, const struct content *now)
{
	const struct instant at = { .change = last, .is_change = true };
	char *figures[CUTOFFS];

	figures_of(s, &at, figures);
	for (int i = 0; i < CUTOFFS; i++)
		FIGURES_SAME(figures[i], now->figures[i]);
}

static void
one_programme(GRand *r, GBytes *empty)
{
	struct files *f = files_new(r);
	g_autoptr(GPtrArray) listed = listed_order(f);
	g_autoptr(GPtrArray) mixed = random_order(f, r);
	struct session *one = open_empty(empty, "one.db");
	struct session *other = open_empty(empty, "other.db");
	struct content want, got;
	int64_t last;

	read_in(one, listed);
	last = read_in(other, mixed);
	want = content_of(one);
	got = content_of(other);
	as_of_now(other, last, &got);
	for (int k = 0; k < EXCHANGE_KIND__N; k++)
		FIGURES_SAME(g_steal_pointer(&got.exports[k]), want.exports[k]);
	for (int i = 0; i < CUTOFFS; i++)
		FIGURES_SAME(g_steal_pointer(&got.figures[i]), want.figures[i]);
	content_clear(&want);
	content_clear(&got);
	session_free(one);
	session_free(other);
	files_free(f);
}

static GBytes *
make_empty(void)
{
	struct session *s = kit_create("empty.db");
	g_autofree char *path = g_strdup(session_path(s));

	session_free(s);
	return kit_read(path);
}

static void
any_order(void)
{
	guint32 seed = kit_number("SEED", g_random_int());
	guint32 programmes = kit_number("PROGRAMMES", PROGRAMMES);
	g_autoptr(GBytes) empty = make_empty();

	printf("(seed %u) ", seed);
	fflush(stdout);
	for (guint32 i = 0; i < programmes && CU_get_number_of_failures() == 0; i++) {
		GRand *r = g_rand_new_with_seed(seed + i);

		one_programme(r, empty);
		if (CU_get_number_of_failures())
			g_printerr("SEED=%u repeats it first\n", seed + i);
		g_rand_free(r);
	}
}

int
main(void)
{
	CU_TestInfo cases[] = { { "any order", any_order }, CU_TEST_INFO_NULL };

	return kit_run("property order", cases);
}
