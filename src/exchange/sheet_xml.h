/*
 * sheet_xml.h - one part of a workbook as XML events.
 *
 * Names come without their prefix.  A DOCTYPE, and so every entity of the file's own, is
 * refused; nothing outside the part is ever opened.
 */
#ifndef EXCHANGE_SHEET_XML_H
#define EXCHANGE_SHEET_XML_H

#include "exchange/sheet_zip.h"

struct sheet_xml;

struct sheet_xml_events {
	/* attributes: name, value, ..., NULL; names with their prefixes */
	void (*start)(
	    struct sheet_xml *xml, void *user, const char *name, const char **attributes);
	void (*end)(
	    struct sheet_xml *xml, void *user, const char *name); /* may be NULL */
	void (*text)(void *user, const char *text, int size);     /* may be NULL */
};

/* Errors: as sheet.h. */
bool sheet_xml_read(struct sheet_zip *zip, const char *part,
    const struct sheet_xml_events *events, void *user, GError **error);

/* Within an event: read no more.  With `why` (a static clause) the reading fails. */
void sheet_xml_stop(struct sheet_xml *xml, const char *why);

/* The attribute of that name, prefix left out of account; NULL when there is none. */
const char *sheet_xml_get(const char **attributes, const char *name);
/* A whole number, 0 or more: `otherwise` when there is no such attribute, -1 when it is
 * no number or larger than an int. */
int sheet_xml_get_int(const char **attributes, const char *name, int otherwise);

#endif
