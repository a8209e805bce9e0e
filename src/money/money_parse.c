/*
 * money_parse.c - amounts as Swedes write them, read in one pass without allocation.
 */
#include "money/money_parse.h"

#include <string.h>

#include "base/error.h"
#include "base/text.h"

enum fault {
	FAULT_NONE,
	FAULT_OTHER_MARK,
	FAULT_TWO_MARKS,
	FAULT_NO_DECIMALS,
	FAULT_GROUPS,
	FAULT_THOUSANDS,
	FAULT_PLUS,
	FAULT_PLUS_MINUS,
	FAULT_MINUS,
	FAULT_QUESTION,
	FAULT_UNIT,
	FAULT_NO_NUMBER,
	FAULT_TOO_FINE,
	FAULT_TOO_LARGE
};

/* a number that is not money */
#define PLAIN MONEY_UNIT__N

static const char *const unit_names[MONEY_UNIT__N] = { "kr", "tkr", "mkr" };

static const struct {
	int64_t ore;
	const char *max, *finest;
} units[MONEY_UNIT__N + 1] = {
	[MONEY_KR] = { ORE_PER_KR, "1 000 000 000 000 kr", "två decimaler i kr" },
	[MONEY_TKR] = { ORE_PER_TKR, "1 000 000 000 tkr", "fem decimaler i tkr" },
	[MONEY_MKR] = { ORE_PER_MKR, "1 000 000 mkr", "åtta decimaler i mkr" },
	[PLAIN] = { ORE_PER_KR, "1 000 000 000 000", "två decimaler" },
};

bool
money_unit_from_name(const char *name, enum money_unit *ret)
{
	if (name == NULL)
		return false;
	for (int i = 0; i < MONEY_UNIT__N; i++)
		if (g_ascii_strcasecmp(name, unit_names[i]) == 0) {
			*ret = (enum money_unit)i;
			return true;
		}
	return false;
}

const char *
money_unit_name(enum money_unit unit)
{
	return unit_names[unit];
}

/* Bytes of the thousands mark that `p` starts with. */
static size_t
thousand_bytes(const char *p)
{
	return *p == '\t' || *p == '\r' || *p == '\n' ? 0 : text_blank_bytes(p);
}

static bool
is_decimal_mark(char c, enum decimal_mark mark)
{
	return (c == ',' && mark != DECIMAL_POINT) || (c == '.' && mark != DECIMAL_COMMA);
}

/* What is wrong at `p`, where a number should have gone on or begun. */
static enum fault
fault_at(const char *p, const char *end, bool after_mark)
{
	if (p == end)
		return FAULT_NO_NUMBER;
	if ((*p == ',' || *p == '.') && p + 1 == end)
		return FAULT_NO_DECIMALS;
	if (*p == ',' || *p == '.')
		return after_mark ? FAULT_TWO_MARKS : FAULT_OTHER_MARK;
	if (*p == '+')
		return FAULT_PLUS;
	if (*p == '?')
		return FAULT_QUESTION;
	if (text_blank_bytes(p) > 0) {
		while (p < end && text_blank_bytes(p) > 0)
			p += text_blank_bytes(p);
		return p < end && (*p == '%' || g_ascii_isalpha(*p)) ? FAULT_UNIT
		                                                     : FAULT_GROUPS;
	}
	return *p == '%' || g_ascii_isalpha(*p) ? FAULT_UNIT : FAULT_NO_NUMBER;
}

/* The digits and their groups before the decimal mark; *whole stops growing far above
 * every limit. */
static enum fault
read_whole(const char **at, const char *end, int64_t *whole, int *ret_digits)
{
	const char *p = *at;
	int digits = 0, group = 0;
	bool grouped = false;

	for (;;) {
		size_t gap;

		while (p < end && g_ascii_isdigit(*p)) {
			if (*whole < MONEY_MAX_ORE)
				*whole = *whole * 10 + (*p - '0');
			digits++;
			group++;
			p++;
		}
		if (grouped && group != 3)
			return FAULT_GROUPS;
		gap = p < end ? thousand_bytes(p) : 0;
		if (gap == 0 || group == 0 || !g_ascii_isdigit(p[gap]))
			break;
		if (group > 3)
			return FAULT_GROUPS;
		grouped = true;
		group = 0;
		p += gap;
	}
	*at = p;
	*ret_digits = digits;
	return FAULT_NONE;
}

/* The digits after the decimal mark, in öre of a unit of `unit_ore`. */
static enum fault
read_decimals(const char **at, const char *end, int64_t unit_ore, int64_t *ore)
{
	const char *p = *at;

	if (p == end || !g_ascii_isdigit(*p))
		return p == end ? FAULT_NO_DECIMALS : fault_at(p, end, true);
	for (; p < end && g_ascii_isdigit(*p); p++) {
		unit_ore /= 10;
		if (unit_ore == 0 && *p != '0')
			return FAULT_TOO_FINE;
		*ore += (*p - '0') * unit_ore;
	}
	*at = p;
	return FAULT_NONE;
}

enum sign { SIGN_NONE, SIGN_MINUS, SIGN_PLUS_MINUS };

static enum sign
read_sign(const char **at, const char *end)
{
	const char *p = *at;

	if (p < end && *p == '-') {
		*at += 1;
		return SIGN_MINUS;
	}
	/* A lone en dash is how "no amount" is printed, so only a digit makes it a minus.
	 */
	if (end - p >= 3 &&
	    (memcmp(p, "\xE2\x88\x92", 3) == 0 ||
	        (memcmp(p, "\xE2\x80\x93", 3) == 0 && g_ascii_isdigit(p[3])))) {
		*at += 3;
		return SIGN_MINUS;
	}
	if (end - p >= 2 && memcmp(p, "\xC2\xB1", 2) == 0) { /* U+00B1 */
		*at += 2;
		return SIGN_PLUS_MINUS;
	}
	return SIGN_NONE;
}

/* "1.250" typed by a person may mean 1 250 as well as 1,25: not to be guessed. */
static bool
may_be_thousands(const char *p, const char *end, enum decimal_mark mark, int64_t whole)
{
	return mark == DECIMAL_EITHER && *p == '.' && whole != 0 && end - p == 4 &&
	       g_ascii_isdigit(p[1]) && g_ascii_isdigit(p[2]) && g_ascii_isdigit(p[3]);
}

static enum fault
read_number(
    const char *p, const char *end, int unit, enum decimal_mark mark, int64_t *ret)
{
	enum sign sign = read_sign(&p, end);
	int64_t whole = 0, ore = 0;
	int digits = 0;
	enum fault fault;

	if (sign != SIGN_NONE &&
	    (p == end || (!g_ascii_isdigit(*p) && *p != ',' && *p != '.')))
		return sign == SIGN_MINUS ? FAULT_MINUS : FAULT_PLUS_MINUS;
	fault = read_whole(&p, end, &whole, &digits);
	if (fault == FAULT_NONE && p < end && may_be_thousands(p, end, mark, whole))
		return FAULT_THOUSANDS;
	if (fault == FAULT_NONE && p < end && is_decimal_mark(*p, mark)) {
		p++;
		fault = read_decimals(&p, end, units[unit].ore, &ore);
		if (fault == FAULT_NONE && p < end)
			fault = fault_at(p, end, true);
	} else if (fault == FAULT_NONE && (p < end || digits == 0)) {
		fault = fault_at(p, end, false);
	}
	if (fault != FAULT_NONE)
		return fault;
	if (whole > MONEY_MAX_ORE / units[unit].ore)
		return FAULT_TOO_LARGE;
	ore += whole * units[unit].ore;
	if (ore > MONEY_MAX_ORE)
		return FAULT_TOO_LARGE;
	if (sign == SIGN_PLUS_MINUS && ore != 0)
		return FAULT_PLUS_MINUS;
	*ret = sign == SIGN_MINUS ? -ore : ore;
	return FAULT_NONE;
}

/* The same text with comma for point and the other way round. */
static char *
with_marks_swapped(const char *text, size_t bytes)
{
	char *copy = g_strndup(text, bytes);

	for (char *p = copy; *p != '\0'; p++)
		*p = *p == '.' ? ',' : *p == ',' ? '.' : *p;
	return copy;
}

static bool
has_one_mark(const char *text, size_t bytes)
{
	size_t marks = 0;

	for (size_t i = 0; i < bytes; i++)
		marks += text[i] == '.' || text[i] == ',';
	return marks == 1;
}

static void
set_mark_error(const char *text, size_t bytes, enum decimal_mark mark, GError **error)
{
	g_autofree char *quoted = text_quote(text, bytes);
	g_autofree char *swapped = with_marks_swapped(text, bytes);
	g_autofree char *remedy = text_quote(swapped, strlen(swapped));
	bool comma = mark != DECIMAL_POINT;

	if (has_one_mark(text, bytes))
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT,
		    "%s har %s som decimaltecken men här gäller %s; skriv %s", quoted,
		    comma ? "punkt" : "komma", comma ? "komma" : "punkt", remedy);
	else
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT,
		    "%s har både punkt och komma eller flera av dem; skriv tusental med "
		    "mellanslag och decimaler med %s, till exempel %s",
		    quoted, comma ? "komma" : "punkt", comma ? "1 250,5" : "1 250.5");
}

static void
set_error(const char *text, size_t bytes, int unit, enum fault fault, GError **error)
{
	static const char *const clauses[] = {
		[FAULT_NO_DECIMALS] =
		    "slutar med ett decimaltecken; skriv decimalerna efter "
		    "det eller ta bort det",
		[FAULT_GROUPS] =
		    "har mellanslag på fel ställe; skriv tusental i grupper om "
		    "tre siffror, till exempel 1 250 000",
		[FAULT_THOUSANDS] =
		    "kan vara tusental eller decimaler; skriv 1 250 eller 1,25",
		[FAULT_PLUS] = "har ett plustecken; skriv talet utan det",
		[FAULT_PLUS_MINUS] =
		    "har tecknet ±, som bara kan stå framför 0; skriv talet "
		    "med minus eller utan tecken",
		[FAULT_MINUS] =
		    "har ett minustecken som inte står direkt före en siffra; "
		    "skriv till exempel -5, eller lämna tomt om belopp saknas",
		[FAULT_QUESTION] = "har ett frågetecken, som ofta är ett minus eller ett "
		                   "mellanslag som gått förlorat; skriv talet på nytt",
		[FAULT_UNIT] = "har annat än ett tal; skriv bara talet, utan enhet och "
		               "bokstäver",
		[FAULT_NO_NUMBER] = "är inget belopp; skriv ett tal som 1 250 eller -5, "
		                    "eller lämna tomt om belopp saknas",
	};
	g_autofree char *quoted = text_quote(text, bytes);

	if (unit == PLAIN && fault == FAULT_NO_NUMBER)
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT,
		    "%s är inget tal; skriv ett tal som 8,4 eller -5, eller lämna tomt "
		    "om värdet saknas",
		    quoted);
	else if (unit == PLAIN && fault == FAULT_TOO_FINE)
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT,
		    "%s har för många decimaler; avrunda till högst %s", quoted,
		    units[unit].finest);
	else if (unit == PLAIN && fault == FAULT_TOO_LARGE)
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT,
		    "%s är mer än %s; kontrollera talet", quoted, units[unit].max);
	else if (fault == FAULT_TOO_FINE)
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT,
		    "%s är finare än ett öre; avrunda till högst %s", quoted,
		    units[unit].finest);
	else if (fault == FAULT_TOO_LARGE)
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT,
		    "%s är mer än %s; kontrollera talet och enheten", quoted,
		    units[unit].max);
	else
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT, "%s %s", quoted,
		    clauses[fault]);
}

static bool
parse(const char *text, int unit, enum decimal_mark mark, struct amount *ret,
    GError **error)
{
	size_t bytes;
	const char *start = text_trim(text, &bytes);
	int64_t ore = 0;
	enum fault fault;

	if (bytes == 0) {
		*ret = AMOUNT_NONE;
		return true;
	}
	fault = read_number(start, start + bytes, unit, mark, &ore);
	if (fault == FAULT_NONE) {
		*ret = amount_of(ore);
		return true;
	}
	if (fault == FAULT_OTHER_MARK || fault == FAULT_TWO_MARKS)
		set_mark_error(start, bytes, mark, error);
	else
		set_error(start, bytes, unit, fault, error);
	return false;
}

bool
money_parse(const char *text, enum money_unit unit, enum decimal_mark mark,
    struct amount *ret, GError **error)
{
	return parse(text, (int)unit, mark, ret, error);
}

bool
number_parse(const char *text, enum decimal_mark mark, struct amount *ret, GError **error)
{
	return parse(text, PLAIN, mark, ret, error);
}
