/*
 * import_measurements.c - series of what indicators showed, per place and period.
 */
#include <string.h>

#include "base/text.h"
#include "calendar/month.h"
#include "exchange/kinds_goals.h"
#include "session/measure_set.h"

static const struct kind_info *const info = &exchange_kinds[EXCHANGE_MEASUREMENTS];

static void
start(struct importer *im)
{
	im->state = measure_set_new(im);
}

static void
end(struct importer *im)
{
	measure_set_free(im->state);
}

static void
refuse(struct importer *im, const struct row *row, int column, const char *why)
{
	rejects_add(im->rejects, row->file, row->line, import_column(row, info, column),
	    "%s", why);
}

/* ---- which measure ------------------------------------------------------------------
 */

/* The header of the values where it is the measure's name; NULL where it is "värde". */
static const char *
named_by_header(struct importer *im, const struct row *row)
{
	const char *header = row->headers[MEASUREMENT_VALUE];
	g_autofree char *key = text_fold(header);
	g_autofree char *own = text_fold(info->columns[MEASUREMENT_VALUE].name);
	g_autofree char *name = NULL;
	const char *start_of;
	size_t bytes;

	if (!header || strcmp(key, own) == 0)
		return NULL;
	start_of = text_trim(header, &bytes);
	name = g_strndup(start_of, bytes);
	return g_string_chunk_insert_const(im->text, name);
}

static const char *
nearest_code(const struct plan *plan, const char *code)
{
	g_autoptr(GPtrArray) codes = g_ptr_array_new();

	for (guint i = 0; i < plan->indicators->len; i++)
		g_ptr_array_add(codes, (gpointer)(uintptr_t)g_array_index(
		                           plan->indicators, struct indicator, i)
		                           .code);
	g_ptr_array_add(codes, NULL);
	return text_nearest_any(code, (const char *const *)codes->pdata);
}

static void
refuse_code(struct importer *im, const struct row *row)
{
	const char *near = nearest_code(im->plan, row->values[MEASUREMENT_CODE].text);
	const char *column = import_column(row, info, MEASUREMENT_CODE);

	if (near)
		rejects_add(im->rejects, row->file, row->line, column,
		    "måttet finns inte; närmaste kod är %s", near);
	else
		rejects_add(im->rejects, row->file, row->line, column,
		    "måttet finns inte; läs in det med slaget matt först");
}

/* By code, which must be there; else by name, and a new measure is called by it.  NULL
 * after a reject. */
static struct indicator_entry *
measure_of_row(struct importer *im, const struct row *row)
{
	const struct value *v = row->values;
	const char *header = named_by_header(im, row);
	const char *name = header ? header : import_text(&v[MEASUREMENT_NAME]);
	struct indicator_entry *entry;

	if (v[MEASUREMENT_CODE].given) {
		entry = measure_set_code(im->state, v[MEASUREMENT_CODE].text);
		if (!entry)
			refuse_code(im, row);
		return entry;
	}
	if (!*name) {
		refuse(im, row, MEASUREMENT_CODE,
		    "raden säger inte vilket mått den gäller; fyll i kod eller mått");
		return NULL;
	}
	entry = measure_set_code(im->state, name);
	if (!entry)
		entry = measure_set_name(im->state, name, "");
	if (!entry && measure_set_many(im->state, name)) {
		refuse(im, row, header ? MEASUREMENT_VALUE : MEASUREMENT_NAME,
		    "flera mått heter så; ange koden i kolumnen \"kod\"");
		return NULL;
	}
	return entry ? entry : measure_set_add(im->state, name, "", name);
}

/* ---- which period -------------------------------------------------------------------
 */

/* 1..12 from a number or a month's name; 0 for neither. */
static int
month_of_text(const char *text)
{
	g_autofree char *key = text_fold(text);
	size_t n = strspn(key, "0123456789");

	if (n > 0 && n <= 2 && key[n] == '\0')
		return (int)g_ascii_strtoll(key, NULL, 10);
	for (int m = 1; m <= 12; m++)
		if (strcmp(key, month_name(month_make(2000, m))) == 0)
			return m;
	return 0;
}

static bool
period_of(struct importer *im, const struct row *row, struct period *ret)
{
	const struct value *v = row->values;
	int month = 12;

	if (v[MEASUREMENT_PERIOD].given) {
		if (v[MEASUREMENT_YEAR].given || v[MEASUREMENT_MONTH].given) {
			refuse(im, row, MEASUREMENT_PERIOD,
			    "raden säger perioden två gånger; töm period eller år och "
			    "månad");
			return false;
		}
		*ret = v[MEASUREMENT_PERIOD].period;
		return true;
	}
	if (!v[MEASUREMENT_YEAR].given) {
		refuse(im, row, MEASUREMENT_PERIOD,
		    "perioden saknas; fyll i den, eller år och månad");
		return false;
	}
	if (v[MEASUREMENT_MONTH].given)
		month = month_of_text(v[MEASUREMENT_MONTH].text);
	*ret = (struct period){ month_make(v[MEASUREMENT_YEAR].number, month),
		v[MEASUREMENT_MONTH].given ? 1 : 12 };
	if (month_valid(ret->month))
		return true;
	refuse(im, row, MEASUREMENT_MONTH, "är ingen månad; skriv 1–12 eller dess namn");
	return false;
}

/* ---- rows ---------------------------------------------------------------------------
 */

static bool
measurement_row(
    void *user, const struct row *row, struct rejects *rejects, GError **error)
{
	struct importer *im = user;
	const struct value *v = row->values;
	struct indicator_entry *indicator;
	struct measurement_entry *entry;
	struct period period;

	(void)rejects;
	(void)error;
	if (row->refused)
		return true;
	if (v[MEASUREMENT_VALUE].given && v[MEASUREMENT_TOTAL].given) {
		refuse(im, row, MEASUREMENT_VALUE,
		    "raden säger värdet två gånger; töm värde eller totalt");
		return true;
	}
	indicator = measure_of_row(im, row);
	if (!indicator || !period_of(im, row, &period))
		return true;
	entry = measure_set_need(im->state, indicator->indicator.code,
	    import_text(&v[MEASUREMENT_PLACE]), period);
	if (!import_once(im, row, info, MEASUREMENT_PERIOD,
	        g_strdup_printf("%s\n%s\n%d %d", indicator->indicator.code,
	            entry->measurement.place, period.month, period.span)))
		return true;
	entry->said = true;
	measure_say(&v[MEASUREMENT_WOMEN], &entry->measurement.value.women);
	measure_say(&v[MEASUREMENT_MEN], &entry->measurement.value.men);
	measure_say(&v[MEASUREMENT_TOTAL], &entry->measurement.value.total);
	measure_say(&v[MEASUREMENT_VALUE], &entry->measurement.value.total);
	import_say(im, row, MEASUREMENT_TEXT, &entry->measurement.text);
	import_say(im, row, MEASUREMENT_ATTAINED, &entry->measurement.attained);
	import_say(im, row, MEASUREMENT_TREND, &entry->measurement.trend);
	import_say(im, row, MEASUREMENT_NOTE, &entry->measurement.note);
	return true;
}

static bool
finish(struct importer *im, GError **error)
{
	int64_t written = 0;

	return rejects_count(im->rejects) ||
	       measure_set_write(im->state, false, true, &written, error);
}

const struct import_kind import_measurements_kind = { STORE_GOALS, start, measurement_row,
	finish, end };
