/*
 * encoding.c - the pass over a file that finds its encoding.
 */
#include "exchange/encoding.h"

#include <string.h>

#include "exchange/decoder.h"

#define SAVE_AGAIN "spara den på nytt som \"CSV UTF-8\""

/* Length of the leading part that is ASCII without NUL; eight bytes a step, as nearly
 * all of a plan or ledger file is. */
static size_t
ascii_span(const char *data, size_t size)
{
	const uint64_t ones = UINT64_C(0x0101010101010101);
	const uint64_t tops = UINT64_C(0x8080808080808080);
	uint64_t word;
	size_t i = 0;

	for (; i + sizeof word <= size; i += sizeof word) {
		memcpy(&word, data + i, sizeof word);
		/* a byte of 0 borrows, a byte of 128 and more has the top bit itself */
		if (((word - ones) | word) & tops)
			break;
	}
	while (i < size && data[i] != 0 && ((unsigned char)data[i] & 0x80) == 0)
		i++;
	return i;
}

/* How many bytes the character that starts with `lead` takes; 0 when none starts so. */
static size_t
sequence_length(unsigned char lead)
{
	if (lead >= 0xc2 && lead <= 0xdf)
		return 2;
	if (lead >= 0xe0 && lead <= 0xef)
		return 3;
	return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

static void
note_bad(struct utf8_scan *scan, int64_t offset, unsigned char byte)
{
	if (scan->first_bad < 0)
		scan->first_bad = offset;
	if (scan->first_undefined < 0 && byte >= 0x80 &&
	    strchr("\x81\x8d\x8f\x90\x9d", byte)) {
		scan->first_undefined = offset;
		scan->undefined = byte;
	}
}

static void
note_bad_tail(struct utf8_scan *scan)
{
	for (size_t i = 0; i < scan->n_tail; i++)
		note_bad(scan, scan->offset - (int64_t)(scan->n_tail - i), scan->tail[i]);
	scan->n_tail = 0;
}

/* Complete the character that the last piece cut; how many bytes of this one it took. */
static size_t
finish_tail(struct utf8_scan *scan, const char *data, size_t size)
{
	size_t had = scan->n_tail;
	size_t need = sequence_length(scan->tail[0]);
	size_t take = MIN(need - had, size);

	for (size_t i = 0; i < take; i++) {
		if (((unsigned char)data[i] & 0xc0) != 0x80) {
			note_bad_tail(scan);
			return 0;
		}
		scan->tail[had + i] = (unsigned char)data[i];
	}
	if (had + take < need) {
		scan->n_tail = had + take;
		return take;
	}
	if (!g_utf8_validate_len((const char *)scan->tail, need, NULL)) {
		note_bad_tail(scan);
		return 0;
	}
	scan->multibyte = true;
	scan->n_tail = 0;
	return need - had;
}

/* One character that does not begin with ASCII; how many bytes it takes.  The start of
 * one that the piece cuts is put in the tail. */
static size_t
scan_character(struct utf8_scan *scan, const char *data, size_t size, int64_t offset)
{
	size_t need = sequence_length((unsigned char)data[0]);
	size_t have = 1;

	while (have < MIN(need, size) && ((unsigned char)data[have] & 0xc0) == 0x80)
		have++;
	if (need > 0 && have == size && have < need) {
		memcpy(scan->tail, data, have);
		scan->n_tail = have;
		return have;
	}
	if (have == need && g_utf8_validate_len(data, need, NULL)) {
		scan->multibyte = true;
		return need;
	}
	note_bad(scan, offset, (unsigned char)data[0]);
	return 1;
}

void
utf8_scan_add(struct utf8_scan *scan, const char *data, size_t size)
{
	size_t i = 0;

	if (scan->n_tail > 0 && size > 0)
		i = finish_tail(scan, data, size);
	while (i < size) {
		i += ascii_span(data + i, size - i);
		if (i == size)
			break;
		if (data[i] == '\0') {
			if (scan->first_nul < 0)
				scan->first_nul = scan->offset + (int64_t)i;
			i++;
			continue;
		}
		i += scan_character(scan, data + i, size - i, scan->offset + (int64_t)i);
	}
	scan->offset += (int64_t)size;
}

void
utf8_scan_end(struct utf8_scan *scan)
{
	note_bad_tail(scan);
}

/* Line breaks in a piece: LF, CR, CRLF as one; `last` is the last byte before it. */
static int64_t
count_breaks(const char *data, size_t size, char *last)
{
	int64_t breaks = 0;

	for (size_t i = 0; i < size; i++) {
		if (data[i] == '\r' || (data[i] == '\n' && *last != '\r'))
			breaks++;
		*last = data[i];
	}
	return breaks;
}

/* The 1-based line that holds the byte at `offset` of a bytewise encoding. */
static bool
line_at(struct source *source, int64_t offset, int *ret, GError **error)
{
	int64_t line = 1;
	char last = '\0';
	const char *data;
	size_t size;

	for (int64_t at = 0; at < offset; at += (int64_t)size) {
		if (!source_read(source, at, &data, &size, error))
			return false;
		if (size == 0)
			break;
		size = MIN(size, (size_t)(offset - at));
		line += count_breaks(data, size, &last);
	}
	*ret = (int)MIN(line, G_MAXINT);
	return true;
}

static bool
check_bytes(struct source *source, int bom, struct rejects *rejects, enum encoding *ret,
    bool *ret_refused, GError **error)
{
	struct utf8_scan scan = UTF8_SCAN;
	const char *data;
	size_t size;
	int64_t bad;
	int line;

	for (int64_t at = bom; at < source->size; at += (int64_t)size) {
		if (!source_read(source, at, &data, &size, error))
			return false;
		utf8_scan_add(&scan, data, size);
	}
	utf8_scan_end(&scan);
	bad = scan.first_nul;
	if (bad < 0 && scan.first_bad >= 0)
		bad = bom > 0 || scan.multibyte ? scan.first_bad : scan.first_undefined;
	if (bad < 0) {
		*ret = scan.first_bad < 0 ? ENCODING_UTF8 : ENCODING_CP1252;
		return true;
	}
	if (!line_at(source, bom + bad, &line, error))
		return false;
	*ret_refused = true;
	if (scan.first_nul >= 0)
		rejects_add(rejects, source->name, line, NULL,
		    "NUL-tecken: filen är inte text, eller UTF-16 utan BOM; " SAVE_AGAIN);
	else if (bom > 0 || scan.multibyte)
		rejects_add(rejects, source->name, line, NULL,
		    "tecken som inte är UTF-8 i en fil som annars är det; " SAVE_AGAIN);
	else
		rejects_add(rejects, source->name, line, NULL,
		    "byten 0x%02X finns varken i UTF-8 eller Windows-1252; " SAVE_AGAIN,
		    scan.undefined);
	return true;
}

static bool
check_utf16(struct source *source, int bom, enum encoding encoding,
    struct rejects *rejects, bool *ret_refused, GError **error)
{
	struct decoder *decoder = decoder_new(encoding);
	const char *problem = NULL;
	char last = '\0';
	int64_t line = 1;
	const char *data, *text, *nul;
	size_t size, n_text;
	bool ok = true;

	for (int64_t at = bom; at < source->size && !problem; at += (int64_t)size) {
		ok = source_read(source, at, &data, &size, error);
		if (!ok)
			break;
		if (!decoder_next(decoder, data, size, at + (int64_t)size >= source->size,
		        &text, &n_text))
			problem = "tecken som inte är UTF-16; " SAVE_AGAIN;
		nul = memchr(text, '\0', n_text);
		if (nul)
			problem = "NUL-tecken: filen är inte text; " SAVE_AGAIN;
		line += count_breaks(text, nul ? (size_t)(nul - text) : n_text, &last);
	}
	decoder_free(decoder);
	if (ok && problem) {
		rejects_add(
		    rejects, source->name, (int)MIN(line, G_MAXINT), NULL, "%s", problem);
		*ret_refused = true;
	}
	return ok;
}

/* Formats that people mistake for CSV, by their first bytes. */
static bool
refuse_workbook(
    const struct source *source, const char *data, size_t size, struct rejects *rejects)
{
	const char *what = NULL;

	if (size >= 4 && memcmp(data, "PK\3\4", 4) == 0)
		what = "packad (zip)";
	else if (size >= 4 && memcmp(data, "\xd0\xcf\x11\xe0", 4) == 0)
		what = "en Excel-arbetsbok i äldre format (XLS), eller en med lösenord";
	if (what)
		rejects_add(rejects, source->name, 0, NULL,
		    "filen är %s; öppna den i Excel, spara den som .xlsx utan lösenord "
		    "och läs in den filen",
		    what);
	return what != NULL;
}

bool
encoding_find(struct source *source, struct rejects *rejects, enum encoding *ret,
    int *ret_bom, bool *ret_refused, GError **error)
{
	const char *data;
	size_t size;

	*ret_refused = false;
	if (!source_read(source, 0, &data, &size, error))
		return false;
	if (size == 0 || refuse_workbook(source, data, size, rejects)) {
		if (size == 0)
			rejects_add(rejects, source->name, 0, NULL,
			    "filen är tom; den ska börja med en rubrikrad");
		*ret_refused = true;
		return true;
	}
	*ret_bom = 0;
	if (size >= 3 && memcmp(data, "\xef\xbb\xbf", 3) == 0)
		*ret_bom = 3;
	else if (size >= 2 && memcmp(data, "\xff\xfe", 2) == 0)
		*ret = ENCODING_UTF16LE, *ret_bom = 2;
	else if (size >= 2 && memcmp(data, "\xfe\xff", 2) == 0)
		*ret = ENCODING_UTF16BE, *ret_bom = 2;
	if (*ret_bom == 2)
		return check_utf16(source, *ret_bom, *ret, rejects, ret_refused, error);
	return check_bytes(source, *ret_bom, rejects, ret, ret_refused, error);
}
