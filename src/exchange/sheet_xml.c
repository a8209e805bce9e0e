/*
 * sheet_xml.c - expat, with a lid on what it may be made to do.
 */
#include "exchange/sheet_xml.h"

#include <expat.h>
#include <string.h>

#include "base/error.h"

#define MAX_DEPTH 64
/* what may be waiting for the end of a tag; no tag of a workbook is near it */
#define MAX_TAG (INT64_C(4) * 1024 * 1024)

struct sheet_xml {
	XML_Parser parser;
	const struct sheet_xml_events *events;
	void *user;
	int depth;
	int64_t fed;
	bool stopped;
	const char *why; /* static */
};

static const char *
local_name(const char *name)
{
	const char *colon = strrchr(name, ':');

	return colon ? colon + 1 : name;
}

const char *
sheet_xml_get(const char **attributes, const char *name)
{
	for (; *attributes; attributes += 2)
		if (strcmp(local_name(attributes[0]), name) == 0)
			return attributes[1];
	return NULL;
}

int
sheet_xml_get_int(const char **attributes, const char *name, int otherwise)
{
	const char *text = sheet_xml_get(attributes, name);
	guint64 number;

	if (!text)
		return otherwise;
	return g_ascii_string_to_unsigned(text, 10, 0, G_MAXINT, &number, NULL)
	           ? (int)number
	           : -1;
}

void
sheet_xml_stop(struct sheet_xml *xml, const char *why)
{
	if (xml->stopped)
		return;
	xml->stopped = true;
	xml->why = why;
	XML_StopParser(xml->parser, XML_FALSE);
}

static void XMLCALL
on_start(void *data, const XML_Char *name, const XML_Char **attributes)
{
	struct sheet_xml *xml = data;

	if (++xml->depth > MAX_DEPTH)
		sheet_xml_stop(xml, sheet_damaged);
	else
		xml->events->start(xml, xml->user, local_name(name), attributes);
}

static void XMLCALL
on_end(void *data, const XML_Char *name)
{
	struct sheet_xml *xml = data;

	xml->depth--;
	/* expat may tell of the end of an empty element that was stopped at */
	if (xml->events->end && !xml->stopped)
		xml->events->end(xml, xml->user, local_name(name));
}

static void XMLCALL
on_text(void *data, const XML_Char *text, int size)
{
	struct sheet_xml *xml = data;

	if (!xml->stopped)
		xml->events->text(xml->user, text, size);
}

static void XMLCALL
on_doctype(void *data, const XML_Char *name, const XML_Char *system,
    const XML_Char *public, int internal)
{
	(void)name;
	(void)system;
	(void)public;
	(void)internal;
	sheet_xml_stop(data,
	    "arbetsboken innehåller en DOCTYPE, som ingen arbetsbok har; "
	    "öppna den i Excel eller LibreOffice och spara den på nytt");
}

static bool
on_piece(void *user, const char *data, int size)
{
	struct sheet_xml *xml = user;

	xml->fed += size;
	if (XML_Parse(xml->parser, data, size, XML_FALSE) != XML_STATUS_OK) {
		if (!xml->stopped)
			xml->why = sheet_damaged;
		xml->stopped = true;
	} else if (xml->fed - XML_GetCurrentByteIndex(xml->parser) > MAX_TAG) {
		xml->why = sheet_damaged;
		xml->stopped = true;
	}
	return !xml->stopped;
}

bool
sheet_xml_read(struct sheet_zip *zip, const char *part,
    const struct sheet_xml_events *events, void *user, GError **error)
{
	struct sheet_xml xml = {
		.parser = XML_ParserCreate(NULL), .events = events, .user = user
	};
	bool ok;

	XML_SetUserData(xml.parser, &xml);
	XML_SetElementHandler(xml.parser, on_start, on_end);
	if (events->text)
		XML_SetCharacterDataHandler(xml.parser, on_text);
	XML_SetStartDoctypeDeclHandler(xml.parser, on_doctype);
	ok = sheet_zip_read(zip, part, on_piece, &xml, error);
	if (ok && !xml.stopped &&
	    XML_Parse(xml.parser, "", 0, XML_TRUE) != XML_STATUS_OK && !xml.stopped)
		xml.why = sheet_damaged;
	if (ok && xml.why) {
		g_set_error_literal(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT, xml.why);
		ok = false;
	}
	XML_ParserFree(xml.parser);
	return ok;
}
