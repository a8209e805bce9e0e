/*
 * style.c - signs: their ASCII stand-ins, and those of statuses and lights.
 */
#include "tui/style.h"

gunichar
style_ascii(gunichar sign)
{
	static const struct {
		gunichar sign;
		char ascii;
	} table[] = { { 0x00B7, '-' }, { 0x00D7, '-' }, { 0x2013, '-' }, { 0x2014, '-' },
		{ 0x2018, '\'' }, { 0x2019, '\'' }, { 0x201C, '"' }, { 0x201D, '"' },
		{ 0x2022, '*' }, { 0x2026, '~' }, { 0x2190, '<' }, { 0x2191, '^' },
		{ 0x2192, '>' }, { 0x2193, 'v' }, { 0x2195, '|' }, { 0x2212, '-' },
		{ 0x221A, 'x' }, { 0x2264, '<' }, { 0x2265, '>' }, { 0x2500, '-' },
		{ 0x2502, '|' }, { 0x2550, '=' }, { 0x2580, '=' }, { 0x2584, '-' },
		{ 0x2588, '=' }, { 0x2591, '.' }, { 0x2592, ':' }, { 0x2593, '#' },
		{ 0x25A0, '#' }, { 0x25A1, '#' }, { 0x25B2, '!' }, { 0x25BA, '>' },
		{ 0x25BC, 'v' }, { 0x25C4, '<' }, { 0x25C6, '*' }, { 0x25CB, 'o' },
		{ 0x25CF, '*' }, { 0x2666, '*' } };

	if (sign < 0x80)
		return sign;
	for (size_t i = 0; i < G_N_ELEMENTS(table); i++)
		if (table[i].sign == sign)
			return (gunichar)table[i].ascii;
	if (sign >= 0x2500 && sign < 0x2580)
		return '+';
	return g_unichar_isalpha(sign) || sign < 0x100 ? sign : '?';
}

const char *
style_or_dash(const char *text)
{
	return text[0] != '\0' ? text : "–";
}

const char *
style_or_empty(const char *text)
{
	return text[0] != '\0' ? text : "(tomt)";
}

const char *
status_glyph(enum status status, enum role *ret_role)
{
	switch (status) {
	case STATUS_NOT_STARTED:
	case STATUS_PLANNED:
		*ret_role = ROLE_TEXT;
		return "○";
	case STATUS_ONGOING:
		*ret_role = ROLE_OK;
		return "●";
	case STATUS_DELAYED:
	case STATUS_PAUSED:
		*ret_role = ROLE_WARNING;
		return "▲";
	case STATUS_RETURNED:
		*ret_role = ROLE_ERROR;
		return "■";
	case STATUS_DONE:
		*ret_role = ROLE_OK;
		return "√";
	case STATUS_CANCELLED:
	case STATUS_STRUCK:
	case STATUS_MOVED:
		*ret_role = ROLE_TEXT;
		return "×";
	case STATUS_NONE:
	case STATUS__N:
		break;
	}
	*ret_role = ROLE_TEXT;
	return " ";
}

const char *
light_glyph(enum light light, enum role *ret_role)
{
	switch (light) {
	case LIGHT_GREEN:
		*ret_role = ROLE_OK;
		return "●";
	case LIGHT_YELLOW:
		*ret_role = ROLE_WARNING;
		return "▲";
	case LIGHT_RED:
		*ret_role = ROLE_ERROR;
		return "■";
	case LIGHT_GREY:
		*ret_role = ROLE_TEXT;
		return "○";
	case LIGHT_NONE:
	case LIGHT__N:
		break;
	}
	*ret_role = ROLE_TEXT;
	return " ";
}
