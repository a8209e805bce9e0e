/*
 * encoding.h - which encoding a CSV file is in, found by one pass over its bytes.
 *
 * Rules   BOM (UTF-8, UTF-16LE, UTF-16BE); else valid UTF-8; else Windows-1252.  A file
 *         with both well-formed multibyte UTF-8 and malformed bytes, bytes that are not
 *         in the encoding, and NUL are refused, with the first bad line.
 * Source  product.md section 6.
 */
#ifndef EXCHANGE_ENCODING_H
#define EXCHANGE_ENCODING_H

#include "exchange/source.h"

enum encoding { ENCODING_UTF8, ENCODING_UTF16LE, ENCODING_UTF16BE, ENCODING_CP1252 };

/*
 * UTF-8 checked piece by piece: start with UTF8_SCAN, add pieces, end.  Offsets are
 * counted from the first byte added; -1 is none.
 */
struct utf8_scan {
	int64_t offset; /* bytes added */
	int64_t first_bad;
	int64_t first_nul;
	int64_t first_undefined; /* a malformed byte that Windows-1252 lacks too */
	bool multibyte;          /* a well-formed character beyond ASCII was seen */
	unsigned char undefined; /* the byte at first_undefined */
	unsigned char tail[4];   /* the start of a character cut by the piece's end */
	size_t n_tail;
};
#define UTF8_SCAN ((struct utf8_scan){ 0, -1, -1, -1, false, 0, { 0 }, 0 })
void utf8_scan_add(struct utf8_scan *scan, const char *data, size_t size);
void utf8_scan_end(struct utf8_scan *scan);

/*
 * The encoding of `source` and how many bytes its BOM takes.  Content that is refused is
 * one reject and *ret_refused.  Errors: SPARPLAN_ERROR_FILE when it cannot be read.
 */
bool encoding_find(struct source *source, struct rejects *rejects, enum encoding *ret,
    int *ret_bom, bool *ret_refused, GError **error);

#endif
