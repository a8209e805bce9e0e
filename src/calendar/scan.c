/*
 * scan.c - fixed digits, and errors that name the accepted forms.
 */
#include "calendar/scan.h"

#include "base/error.h"
#include "base/text.h"
#include "calendar/month.h"

int
scan_number(const char *p, int digits)
{
	int number = 0;

	for (; digits > 0; digits--, p++) {
		if (!g_ascii_isdigit(*p))
			return -1;
		number = number * 10 + (*p - '0');
	}
	return number;
}

void
scan_set_error(const char *start, size_t bytes, int year, const char *what,
    const char *forms, GError **error)
{
	g_autofree char *quoted = text_quote(start, bytes);

	if (bytes == 0)
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT,
		    "värdet saknas; skriv %s", forms);
	else if (year > 0 && (year < YEAR_MIN || year > YEAR_MAX))
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT,
		    "%s ligger utanför åren %d–%d; skriv %s", quoted, YEAR_MIN, YEAR_MAX,
		    forms);
	else
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT,
		    "%s går inte att läsa som %s; skriv %s", quoted, what, forms);
}
