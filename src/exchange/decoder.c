/*
 * decoder.c - UTF-8 is checked and passed on; the others go through iconv.
 */
#include "exchange/decoder.h"

#include <errno.h>
#include <string.h>

/* A byte of Windows-1252 is at most three bytes of UTF-8. */
#define OUT_SIZE  (3 * SOURCE_BLOCK + 64)
#define TAIL_SIZE 8

struct decoder {
	enum encoding encoding;
	struct utf8_scan scan;
	GIConv iconv;
	char *in; /* the tail of the last piece, then this one */
	size_t n_tail;
	char *out;
};

static const char *const charsets[] = { "UTF-8", "UTF-16LE", "UTF-16BE", "CP1252" };

struct decoder *
decoder_new(enum encoding encoding)
{
	struct decoder *decoder = g_new0(struct decoder, 1);

	decoder->encoding = encoding;
	decoder->scan = UTF8_SCAN;
	if (encoding != ENCODING_UTF8) {
		decoder->iconv = g_iconv_open("UTF-8", charsets[encoding]);
		decoder->in = g_malloc(SOURCE_BLOCK + TAIL_SIZE);
		decoder->out = g_malloc(OUT_SIZE);
	}
	return decoder;
}

void
decoder_free(struct decoder *decoder)
{
	if (!decoder)
		return;
	if (decoder->encoding != ENCODING_UTF8 && decoder->iconv != (GIConv)-1)
		g_iconv_close(decoder->iconv);
	g_free(decoder->in);
	g_free(decoder->out);
	g_free(decoder);
}

static bool
next_utf8(struct decoder *decoder, const char *data, size_t size, bool last)
{
	utf8_scan_add(&decoder->scan, data, size);
	if (last)
		utf8_scan_end(&decoder->scan);
	return decoder->scan.first_bad < 0 && decoder->scan.first_nul < 0;
}

bool
decoder_next(struct decoder *decoder, const char *data, size_t size, bool last,
    const char **ret, size_t *ret_size)
{
	char *in = decoder->in;
	char *out = decoder->out;
	size_t n_in = decoder->n_tail + size;
	size_t n_out = OUT_SIZE;
	bool ok = true;

	if (decoder->encoding == ENCODING_UTF8) {
		*ret = data;
		*ret_size = size;
		return next_utf8(decoder, data, size, last);
	}
	*ret = out;
	*ret_size = 0;
	if (decoder->iconv == (GIConv)-1)
		return false;
	memcpy(in + decoder->n_tail, data, size);
	if (n_in > 0 && g_iconv(decoder->iconv, &in, &n_in, &out, &n_out) == (gsize)-1)
		ok = errno == EINVAL && !last && n_in < TAIL_SIZE;
	*ret_size = OUT_SIZE - n_out;
	decoder->n_tail = ok ? n_in : 0;
	memmove(decoder->in, in, decoder->n_tail);
	return ok;
}
