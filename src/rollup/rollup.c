/*
 * rollup.c - balances added up into rows and columns.
 *
 * Sums are made in flat cells of plain integers first and turned into figures last: an
 * amount is known when its count ends above nothing, and corrections may take counts
 * back, so it cannot be decided row by row.
 */
#include "rollup/rollup.h"

#include "base/error.h"
#include "calendar/month.h"

const struct word selection_words[] = {
	{ "raknas", SELECT_COUNTED },
	{ "utanfor", SELECT_OUTSIDE },
	{ "alla", SELECT_ALL },
	{ NULL, 0 },
};

const struct word grouping_words[] = {
	{ "forvaltning", GROUPING_UNIT },
	{ "mottagare", GROUPING_RECIPIENT },
	{ "typ", GROUPING_KIND },
	{ "omrade", GROUPING_AREA },
	{ "atgard", GROUPING_ACTION },
	{ "kostnadsslag", GROUPING_COST_KIND },
	{ NULL, 0 },
};

const char *
selection_heading(enum selection selection)
{
	switch (selection) {
	case SELECT_COUNTED:
		return "Räknas mot kravet";
	case SELECT_OUTSIDE:
		return "Utanför kravet";
	case SELECT_ALL:
	case SELECTION__N:
		break;
	}
	return "Allt som listas";
}

const char *
grouping_heading(enum grouping grouping)
{
	switch (grouping) {
	case GROUPING_UNIT:
		return "Förvaltning";
	case GROUPING_RECIPIENT:
		return "Mottagare";
	case GROUPING_KIND:
		return "Typ";
	case GROUPING_AREA:
		return "Område";
	case GROUPING_ACTION:
		return "Åtgärd";
	case GROUPING_COST_KIND:
		return "Kostnadsslag";
	case GROUPING_MONTH:
		return "Månad";
	case GROUPING__N:
		break;
	}
	return "";
}

/* What one cell adds up before it is known which amounts exist. */
struct cell {
	int64_t target, plan, realised, unverified, forecast, weighted;
	int targets; /* target amounts behind `target` */
	int planned; /* target amounts, or phased lines, behind `plan` */
	int reports; /* savings behind `realised` */
	int unverifieds;
	int forecasts; /* amounts of any kind behind `forecast` */
	int weighteds;
	int assumed;
};

struct sums {
	const struct rollup_query *query;
	int n_years;
	size_t width;       /* cells per row: years, ej årsfördelat, years outside */
	GHashTable *places; /* &label.key -> index + 1 */
	struct cell *cells;
};

static size_t
cell_column(const struct sums *sums, int year)
{
	if (year == 0)
		return (size_t)sums->n_years;
	if (sums->n_years == 0 || year < sums->query->first_year ||
	    year > sums->query->last_year)
		return (size_t)sums->n_years + 1;
	return (size_t)(year - sums->query->first_year);
}

static bool
is_selected(const struct rollup_query *query, const struct balance *balance)
{
	if (balance->grouping != query->grouping)
		return false;
	switch (query->selection) {
	case SELECT_COUNTED:
		return balance->counts;
	case SELECT_OUTSIDE:
		return !balance->counts;
	case SELECT_ALL:
	case SELECTION__N:
		break;
	}
	return true;
}

/* What the year will come to: done, under way, or all of it yet to come. */
static bool
add_forecast(struct cell *cell, const struct balance *b, int cutoff_year)
{
	bool later = b->year > cutoff_year;
	int64_t base = later ? b->target_ore : b->realised_ore;
	int64_t weighed = later ? 0 : b->realised_ore;

	cell->forecasts += (later ? b->targets : b->reports) + b->rests;
	cell->weighteds += (later ? 0 : b->reports) + b->weighteds;
	return money_add(cell->forecast, base, &cell->forecast) &&
	       money_add(cell->forecast, b->rest_ore, &cell->forecast) &&
	       money_add(cell->weighted, weighed, &cell->weighted) &&
	       money_add(cell->weighted, b->weighted_ore, &cell->weighted);
}

static bool
add_balance(struct cell *cell, const struct balance *b, int cutoff)
{
	int cutoff_year = month_year(cutoff);
	bool whole =
	    b->year != 0 && (b->year < cutoff_year ||
	                        (b->year == cutoff_year && month_of_year(cutoff) == 12));
	bool ok = money_add(cell->target, b->target_ore, &cell->target);

	cell->targets += b->targets;
	if (whole) {
		ok = ok && money_add(cell->plan, b->target_ore, &cell->plan);
		cell->planned += b->targets;
	} else if (b->year != 0 && b->year == cutoff_year) {
		ok = ok && money_add(cell->plan, b->plan_ore, &cell->plan);
		cell->planned += b->targets;
		if (b->plan_ore != 0 || b->assumed != 0)
			cell->planned++;
		cell->assumed += b->assumed;
	}
	if (b->year <= cutoff_year) {
		ok = ok && money_add(cell->realised, b->realised_ore, &cell->realised);
		ok = ok &&
		     money_add(cell->unverified, b->unverified_ore, &cell->unverified);
		cell->reports += b->reports;
		cell->unverifieds += b->unverifieds;
	}
	return ok && (b->year == 0 || add_forecast(cell, b, cutoff_year));
}

static bool
set_too_large(GError **error)
{
	g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_RANGE,
	    "Summan blir för stor för att räknas exakt. "
	    "Kontrollera om något belopp är orimligt.");
	return false;
}

static bool
add_balances(struct sums *sums, const GArray *balances, GError **error)
{
	const struct balance *last = NULL;
	size_t row = 0;

	for (guint i = 0; i < balances->len; i++) {
		const struct balance *b = &g_array_index(balances, struct balance, i);

		if (!is_selected(sums->query, b))
			continue;
		/* Balances come sorted: one look-up serves all years of a key. */
		if (last == NULL || last->key != b->key) {
			row =
			    GPOINTER_TO_SIZE(g_hash_table_lookup(sums->places, &b->key));
			if (row == 0) {
				g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_RANGE,
				    "Summorna kan inte visas: grupp %" G_GINT64_FORMAT
				    " saknar namn. Kör sparplan kontroll.",
				    b->key);
				return false;
			}
			last = b;
		}
		if (!add_balance(&sums->cells[(row - 1) * sums->width +
		                              cell_column(sums, b->year)],
		        b, sums->query->cutoff))
			return set_too_large(error);
	}
	return true;
}

static struct amount
counted_amount(int64_t ore, int count)
{
	return count > 0 ? amount_of(ore) : AMOUNT_NONE;
}

static struct figure
figure_of_cell(const struct cell *cell, bool weighted)
{
	return (struct figure){
		.target = counted_amount(cell->target, cell->targets),
		.plan = counted_amount(cell->plan, cell->planned),
		.realised = counted_amount(cell->realised, cell->reports),
		.unverified = counted_amount(cell->unverified, cell->unverifieds),
		.forecast = counted_amount(cell->forecast, cell->forecasts),
		.weighted =
		    counted_amount(cell->weighted, weighted ? cell->weighteds : 0),
		.assumed = cell->assumed,
	};
}

static bool
figure_add(struct figure *sum, const struct figure *term)
{
	sum->assumed += term->assumed;
	return amount_add(&sum->target, term->target) &&
	       amount_add(&sum->plan, term->plan) &&
	       amount_add(&sum->realised, term->realised) &&
	       amount_add(&sum->unverified, term->unverified) &&
	       amount_add(&sum->forecast, term->forecast) &&
	       amount_add(&sum->weighted, term->weighted);
}

static bool
figure_has_amount(const struct figure *figure)
{
	return figure->target.known || figure->plan.known || figure->realised.known ||
	       figure->forecast.known || figure->unverified.known;
}

/* The row's figures from its cells: the years outside the columns reach only "totalt". */
static bool
fill_row(const struct rollup *rollup, const struct cell *cells, struct figure *figures)
{
	struct figure *total = &figures[ROLLUP_TOTAL(rollup)];

	for (int c = 0; c <= rollup->n_years + 1; c++) {
		struct figure figure = figure_of_cell(&cells[c], rollup->query.weighted);

		if (!figure_add(total, &figure))
			return false;
		if (c < ROLLUP_TOTAL(rollup))
			figures[c] = figure;
	}
	return true;
}

static bool
fill_rows(struct rollup *rollup, const GArray *labels, const struct sums *sums)
{
	size_t columns = (size_t)rollup_columns(rollup);

	for (guint i = 0; i < labels->len; i++) {
		const struct rollup_label *label =
		    &g_array_index(labels, struct rollup_label, i);
		struct rollup_row row = {
			.key = label->key,
			.text = label->text,
			.cells = rollup->total.cells + (i + 1) * columns,
		};

		if (!fill_row(rollup, sums->cells + i * sums->width, row.cells))
			return false;
		for (size_t c = 0; c < columns; c++)
			if (!figure_add(&rollup->total.cells[c], &row.cells[c]))
				return false;
		if (label->always || figure_has_amount(&row.cells[columns - 1]))
			g_array_append_val(rollup->rows, row);
	}
	return true;
}

static struct rollup *
rollup_new(const struct rollup_query *query, int n_years, guint n_labels)
{
	struct rollup *rollup = g_new0(struct rollup, 1);

	rollup->query = *query;
	rollup->n_years = n_years;
	rollup->rows =
	    g_array_sized_new(FALSE, FALSE, sizeof(struct rollup_row), n_labels);
	rollup->total.text = "Totalt";
	/* One block: the total's cells first, then every label's. */
	rollup->total.cells =
	    g_new0(struct figure, ((gsize)n_labels + 1) * (gsize)(n_years + 2));
	return rollup;
}

static GHashTable *
places_of(const GArray *labels)
{
	GHashTable *places = g_hash_table_new(g_int64_hash, g_int64_equal);

	for (guint i = 0; i < labels->len; i++) {
		struct rollup_label *label =
		    &g_array_index(labels, struct rollup_label, i);

		g_hash_table_insert(places, &label->key, GSIZE_TO_POINTER((gsize)i + 1));
	}
	return places;
}

bool
rollup_build(const struct rollup_query *query, const GArray *labels,
    const GArray *const *balances, size_t n_balances, struct rollup **ret, GError **error)
{
	bool has_years = query->first_year != 0 && query->last_year >= query->first_year;
	int n_years = has_years ? query->last_year - query->first_year + 1 : 0;
	g_autoptr(GHashTable) places = places_of(labels);
	g_autofree struct cell *cells =
	    g_new0(struct cell, ((gsize)labels->len + 1) * (gsize)(n_years + 2));
	struct sums sums = { query, n_years, (size_t)(n_years + 2), places, cells };
	struct rollup *rollup;

	for (size_t i = 0; i < n_balances; i++)
		if (!add_balances(&sums, balances[i], error))
			return false;
	rollup = rollup_new(query, n_years, labels->len);
	if (!fill_rows(rollup, labels, &sums)) {
		rollup_free(rollup);
		return set_too_large(error);
	}
	*ret = rollup;
	return true;
}

void
rollup_free(struct rollup *rollup)
{
	if (rollup == NULL)
		return;
	g_array_unref(rollup->rows);
	g_free(rollup->total.cells);
	g_clear_pointer(&rollup->without, g_array_unref);
	g_free(rollup);
}

int
rollup_columns(const struct rollup *rollup)
{
	return rollup->n_years + 2;
}

char *
rollup_column_name(const struct rollup *rollup, int column)
{
	if (column == ROLLUP_UNPHASED(rollup))
		return g_strdup("ej årsfördelat");
	if (column == ROLLUP_TOTAL(rollup))
		return g_strdup("totalt");
	return g_strdup_printf("%d", rollup->query.first_year + column);
}

const struct rollup_row *
rollup_find(const struct rollup *rollup, int64_t key)
{
	for (guint i = 0; i < rollup->rows->len; i++) {
		const struct rollup_row *row =
		    &g_array_index(rollup->rows, struct rollup_row, i);

		if (row->key == key)
			return row;
	}
	return NULL;
}

struct share
figure_of_plan(const struct figure *figure)
{
	return share_of(figure->realised, figure->plan);
}

struct share
figure_of_target(const struct figure *figure)
{
	return share_of(figure->realised, figure->target);
}

struct amount
figure_deviation(const struct figure *figure)
{
	if (!figure->plan.known)
		return AMOUNT_NONE;
	return amount_minus(
	    figure->realised.known ? figure->realised : amount_of(0), figure->plan);
}

struct amount
figure_behind(const struct figure *figure)
{
	return amount_minus(amount_of(0), figure_deviation(figure));
}
