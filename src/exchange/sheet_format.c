/*
 * sheet_format.c - number formats read as far as it matters what a cell shows.
 */
#include "exchange/sheet_format.h"

#include <string.h>

#include "base/text.h"

enum sheet_format
sheet_format_of_id(int id)
{
	static const struct {
		int from, to;
		enum sheet_format format;
	} built_in[] = {
		{ 9, 10, FORMAT_SHARE },
		{ 14, 16, FORMAT_DAY },
		{ 17, 17, FORMAT_MONTH },
		{ 18, 21, FORMAT_TIME },
		{ 22, 22, FORMAT_DAY },
		{ 27, 31, FORMAT_DAY },
		{ 32, 35, FORMAT_TIME },
		{ 36, 36, FORMAT_DAY },
		{ 45, 47, FORMAT_TIME },
		{ 50, 58, FORMAT_DAY },
	};

	for (size_t i = 0; i < G_N_ELEMENTS(built_in); i++)
		if (id >= built_in[i].from && id <= built_in[i].to)
			return built_in[i].format;
	return FORMAT_NUMBER;
}

/* Is "[" the first of hours, minutes or seconds that are counted on: "[h]", "[mm]"? */
static bool
is_elapsed(const char *code)
{
	const char *end = code + 1;

	while (*end && g_ascii_tolower(*end) == g_ascii_tolower(code[1]))
		end++;
	return strchr("hHmMsS", code[1]) && end > code + 1 && *end == ']';
}

/* Past one part of the code that says nothing of what kind the number is: the word
 * General, what is quoted or escaped, a fill, a space as wide as a sign, or something in
 * brackets that is no elapsed time.  The same pointer when it is none of them. */
static const char *
skip_literal(const char *code)
{
	static const char general[] = "general";
	const char *end;

	if (g_ascii_strncasecmp(code, general, sizeof(general) - 1) == 0)
		return code + sizeof(general) - 1;
	switch (*code) {
	case '"':
		end = strchr(code + 1, '"');
		return end ? end + 1 : code + strlen(code);
	case '\\':
	case '_':
	case '*':
		return code[1] ? text_next(code + 1) : code + 1;
	case '[':
		end = strchr(code, ']');
		if (!end)
			return code + strlen(code);
		return is_elapsed(code) ? code : end + 1;
	default:
		return code;
	}
}

enum sheet_format
sheet_format_of_code(const char *code)
{
	bool year = false, month = false, day = false, time = false, share = false;
	bool scaled = false, first = true;
	char last = ' ';

	/* the first section says what kind it is; in how it shows a number any may
	 * differ, as "[<1000]0;0.0," does */
	while (*code) {
		const char *next = skip_literal(code);
		char c = g_ascii_tolower(*code);

		if (next != code) {
			code = next;
			continue;
		}
		first = first && c != ';';
		year |= first && (c == 'y' || c == 'e');
		month |= first && c == 'm';
		day |= first && c == 'd';
		time |= first && (c == 'h' || c == 's' || c == '[');
		share |= c == '%';
		/* a comma after the last digit is a thousand each */
		scaled |= c == ',' && strchr("0#?,", last) &&
		          (!code[1] || !strchr("0#?", code[1]));
		/* an exponent is a number's */
		if (first && c == 'e' && strchr("+-", code[1]) && code[1])
			year = false;
		last = c;
		code++;
	}
	if (day)
		return FORMAT_DAY;
	if (time)
		return year ? FORMAT_DAY : FORMAT_TIME;
	if (month)
		return FORMAT_MONTH;
	if (year)
		return FORMAT_YEAR;
	return share ? FORMAT_SHARE : scaled ? FORMAT_SCALED : FORMAT_NUMBER;
}

bool
sheet_format_date(int64_t serial, bool from_1904, enum sheet_format format, GString *out)
{
	GDate date;
	int year, month;

	if (serial < 1 || serial > 120000)
		return false;
	g_date_clear(&date, 1);
	if (from_1904)
		g_date_set_dmy(&date, 1, G_DATE_JANUARY, 1904);
	else
		g_date_set_dmy(&date, 30, G_DATE_DECEMBER, 1899);
	/* 60 is the 29th of February 1900, which never was */
	if (!from_1904 && serial < 60)
		serial++;
	g_date_add_days(&date, (guint)serial);
	year = g_date_get_year(&date);
	month = (int)g_date_get_month(&date);
	if (year > 2199)
		return false;
	g_string_append_printf(out, "%04d", year);
	if (format != FORMAT_YEAR)
		g_string_append_printf(out, "-%02d", month);
	if (format == FORMAT_DAY)
		g_string_append_printf(out, "-%02d", g_date_get_day(&date));
	return true;
}
