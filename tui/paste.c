/*
 * paste.c - reading a paste to its end, and making it safe.
 */
#include "tui/paste.h"

#include <string.h>

#include "base/text.h"

#define END "\033[201~"

void
paste_start(struct paste *paste)
{
	paste->text = g_string_new(NULL);
	paste->large = false;
}

bool
paste_feed(struct paste *paste, gunichar sign)
{
	const gsize n = sizeof(END) - 1;
	GString *text = paste->text;

	if (sign != 0)
		g_string_append_unichar(text, g_unichar_validate(sign) ? sign : 0xFFFD);
	if (text->len >= n && memcmp(text->str + text->len - n, END, n) == 0) {
		g_string_truncate(text, text->len - n);
		return true;
	}
	if (text->len > PASTE_MAX)
		paste->large = true;
	/* only as much as its end may stand in */
	if (paste->large && text->len > 2 * n)
		g_string_erase(text, 0, (gssize)(text->len - n));
	return false;
}

/* Excel parts lines by CR LF, PuTTY sends CR; both are one '\n'. */
static void
append_safe(GString *out, const char *text)
{
	for (const char *p = text; *p != '\0'; p = text_next(p)) {
		gunichar sign = g_utf8_get_char(p);

		if (sign == '\r') {
			if (p[1] != '\n')
				g_string_append_c(out, '\n');
		} else if (sign == '\n' || sign == '\t') {
			g_string_append_c(out, (char)sign);
		} else if (!g_unichar_iscntrl(sign) &&
		           g_unichar_type(sign) != G_UNICODE_FORMAT) {
			g_string_append_unichar(out, sign);
		}
	}
}

void
event_paste(struct event *ret, GString *text)
{
	g_autofree char *valid = g_utf8_make_valid(text->str, (gssize)text->len);
	g_autofree char *normal = g_utf8_normalize(valid, -1, G_NORMALIZE_NFC);

	ret->kind = EVENT_PASTE;
	ret->paste = text;
	g_string_truncate(text, 0);
	append_safe(text, normal);
}

void
paste_finish(struct paste *paste, bool ended, struct event *ret)
{
	if (paste->large || !ended)
		g_string_truncate(paste->text, 0);
	event_paste(ret, paste->text);
	ret->fault = paste->large ? PASTE_LARGE : ended ? PASTE_WHOLE : PASTE_CUT;
	paste->text = NULL;
}
