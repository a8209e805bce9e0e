/*
 * cells.c - cells and captions as the formats for people show them.
 */
#include "reports/backend/cells.h"

#include "base/text.h"

/* A hundredth is to one as an öre to a krona: "17,2", "45 467".  Never fewer decimals
 * than the column has. */
static char *
measure_show(struct amount hundredths, int decimals)
{
	GString *out = g_string_new(NULL);

	if (hundredths.known)
		amount_append_full(out, hundredths, MONEY_KR, decimals);
	else
		amount_append(out, hundredths, MONEY_KR, 0);
	return g_string_free(out, FALSE);
}

char *
cell_show(const struct cell *cell, const struct column *column)
{
	switch (cell->type) {
	case CELL_EMPTY:
		break;
	case CELL_TEXT:
		return text_display(cell->u.text);
	case CELL_INT:
		return g_strdup_printf("%" G_GINT64_FORMAT, cell->u.number);
	case CELL_MONEY:
		return amount_text(cell->u.money, column->unit, column->decimals);
	case CELL_SHARE:
		return share_text(cell->u.share);
	case CELL_MEASURE:
		return measure_show(cell->u.hundredths, column->decimals);
	}
	return g_strdup("");
}

bool
column_is_number(const struct column *column)
{
	return column->type == CELL_INT || column->type == CELL_MONEY ||
	       column->type == CELL_SHARE || column->type == CELL_MEASURE;
}

char *
caption_show(const struct table *table)
{
	g_autofree char *safe = text_display(table->caption);
	int unit = -1;

	for (guint c = 0; c < table->columns->len; c++) {
		const struct column *column =
		    &g_array_index(table->columns, struct column, c);

		if (column->type != CELL_MONEY)
			continue;
		if (unit >= 0 && unit != (int)column->unit)
			return g_strdup(safe);
		unit = (int)column->unit;
	}
	if (!*safe || unit < 0)
		return g_strdup(safe);
	return g_strdup_printf("%s, %s", safe, money_unit_name((enum money_unit)unit));
}
