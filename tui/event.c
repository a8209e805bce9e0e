/*
 * event.c - names of keys, and escape sequences decoded sign by sign.
 */
#include "tui/event.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"

void
event_clear(struct event *event)
{
	if (event->paste != NULL)
		g_string_free(event->paste, TRUE);
	memset(event, 0, sizeof(*event));
}

void
event_key(struct event *ret, const char *name)
{
	ret->kind = EVENT_KEY;
	g_strlcpy(ret->key, name, sizeof(ret->key));
	ret->text[0] = '\0';
	if (strcmp(name, "Space") == 0)
		g_strlcpy(ret->text, " ", sizeof(ret->text));
	else if (name[0] != '\0' && *text_next(name) == '\0')
		g_strlcpy(ret->text, name, sizeof(ret->text));
}

void
event_sign(struct event *ret, gunichar sign)
{
	char name[8] = "Ctrl-";
	char text[8] = "";

	switch (sign) {
	case '\r':
	case '\n':
		event_key(ret, "Enter");
		return;
	case '\t':
		event_key(ret, "Tab");
		return;
	case 0x08:
	case 0x7f:
		event_key(ret, "Back");
		return;
	case 0x1b:
		event_key(ret, "Esc");
		return;
	case ' ':
	case 0xA0:
		event_key(ret, "Space");
		return;
	default:
		break;
	}
	if (sign >= 1 && sign <= 26) {
		name[5] = (char)('A' + sign - 1);
		event_key(ret, name);
		return;
	}
	if (sign < 0x20 || (sign >= 0x80 && sign < 0xA0) || !g_unichar_validate(sign)) {
		event_key(ret, "");
		return;
	}
	g_unichar_to_utf8(sign, text);
	event_key(ret, text);
}

void
escape_start(struct escape *escape)
{
	memset(escape, 0, sizeof(*escape));
}

/* xterm, PuTTY, rxvt, the Linux console: what follows ESC, and the key it is. */
static const struct {
	const char *bytes, *key;
} sequences[] = { { "[A", "Up" }, { "[B", "Down" }, { "[C", "Right" }, { "[D", "Left" },
	{ "OA", "Up" }, { "OB", "Down" }, { "OC", "Right" }, { "OD", "Left" },
	{ "[H", "Home" }, { "[F", "End" }, { "OH", "Home" }, { "OF", "End" },
	{ "[1;5H", "Ctrl-Home" }, { "[1;5F", "Ctrl-End" }, { "[7^", "Ctrl-Home" },
	{ "[8^", "Ctrl-End" }, { "[1~", "Home" }, { "[4~", "End" }, { "[7~", "Home" },
	{ "[8~", "End" }, { "[2~", "Insert" }, { "[3~", "Del" }, { "[5~", "PgUp" },
	{ "[6~", "PgDn" }, { "[Z", "Shift-Tab" }, { "OM", "Enter" }, { "OP", "F1" },
	{ "OQ", "F2" }, { "OR", "F3" }, { "OS", "F4" }, { "[11~", "F1" },
	{ "[12~", "F2" }, { "[13~", "F3" }, { "[14~", "F4" }, { "[[A", "F1" },
	{ "[[B", "F2" }, { "[[C", "F3" }, { "[[D", "F4" }, { "[[E", "F5" },
	{ "[15~", "F5" }, { "[17~", "F6" }, { "[18~", "F7" }, { "[19~", "F8" },
	{ "[20~", "F9" }, { "[21~", "F10" } };

const char *
escape_key(const struct escape *escape)
{
	for (size_t i = 0; i < G_N_ELEMENTS(sequences); i++)
		if (strcmp(sequences[i].bytes, escape->bytes) == 0)
			return sequences[i].key;
	return NULL;
}

int
escape_width(const struct escape *escape)
{
	int column = 0;
	char end = '\0';

	return sscanf(escape->bytes, "[2;%3d%c", &column, &end) == 2 && end == 'R'
	           ? column - 1
	           : 0;
}

/* Does the sign end the sequence?  CSI: parameters 0x30-0x3F, then 0x20-0x2F, then one
 * final 0x40-0x7E; the Linux console's ESC [[A has one sign more. */
static bool
is_final(const struct escape *escape, gunichar sign)
{
	if (escape->bytes[0] == 'O')
		return sign < '0' || sign > '9';
	if (escape->n == 2 && sign == '[')
		return false;
	return sign >= 0x40 || sign < 0x20;
}

enum escape_step
escape_feed(struct escape *escape, gunichar sign)
{
	if (escape->n == 0 && sign != '[' && sign != 'O')
		return ESCAPE_ALONE;
	/* a sequence that never ends is dropped from its 30th sign on */
	if (escape->n < (int)sizeof(escape->bytes) - 1)
		escape->bytes[escape->n] = sign < 0x80 ? (char)sign : '?';
	escape->n = MIN(escape->n + 1, (int)sizeof(escape->bytes) - 1);
	if (escape->n == 1 || !is_final(escape, sign))
		return ESCAPE_MORE;
	if (strcmp(escape->bytes, "[200~") == 0)
		return ESCAPE_PASTE;
	return escape_key(escape) != NULL ? ESCAPE_KEY : ESCAPE_IGNORE;
}
