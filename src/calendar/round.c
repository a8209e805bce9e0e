/*
 * round.c - reading the names that reporting rounds go by.
 */
#include "calendar/round.h"

#include <string.h>

#include "base/text.h"
#include "calendar/month.h"
#include "calendar/scan.h"

/* What a folded name begins with, and the round it means. */
static const struct {
	const char *key, *label;
	int of_year;
} rounds[] = {
	{ "da04 ", "DÅ04", 4 },
	{ "da08 ", "DÅ08", 8 },
	{ "ar ", "ÅR", 12 },
};

/* The year that is all of `p`; 0 when it is something else. */
static int
whole_year(const char *p)
{
	return strlen(p) == 4 ? MAX(scan_number(p, 4), 0) : 0;
}

/* The index in `rounds`, or -1 when the key is no round of a year. */
static int
find_round(const char *key, int *ret_cutoff)
{
	for (size_t i = 0; i < G_N_ELEMENTS(rounds); i++)
		if (g_str_has_prefix(key, rounds[i].key)) {
			*ret_cutoff = month_make(
			    whole_year(key + strlen(rounds[i].key)), rounds[i].of_year);
			return (int)i;
		}
	return -1;
}

/* "2021 03" or "manad 2021 03"; 0 when it is something else. */
static int
read_month(const char *key)
{
	int year, of_year;

	if (g_str_has_prefix(key, "manad "))
		key += strlen("manad ");
	if (strlen(key) != 7 || key[4] != ' ')
		return 0;
	year = scan_number(key, 4);
	of_year = scan_number(key + 5, 2);
	return year < 0 || of_year < 0 ? 0 : month_make(year, of_year);
}

bool
round_parse(const char *text, char **ret_label, int *ret_cutoff, GError **error)
{
	size_t bytes;
	const char *start = text_trim(text, &bytes);
	g_autofree char *copy = g_strndup(start, bytes);
	g_autofree char *key = text_fold(copy);
	int cutoff = 0, found = find_round(key, &cutoff);

	if (found < 0)
		cutoff = read_month(key);
	if (!month_valid(cutoff)) {
		scan_set_error(start, bytes, month_year(cutoff), "rapporteringsomgång",
		    "DÅ04-2021, DÅ08-2021, ÅR-2021 eller 2021-03", error);
		return false;
	}
	if (found < 0)
		*ret_label = month_text(cutoff);
	else
		*ret_label =
		    g_strdup_printf("%s-%04d", rounds[found].label, month_year(cutoff));
	*ret_cutoff = cutoff;
	return true;
}
