/*
 * decoder.h - the bytes of a file, piece by piece, as UTF-8.
 */
#ifndef EXCHANGE_DECODER_H
#define EXCHANGE_DECODER_H

#include "exchange/encoding.h"

struct decoder;
struct decoder *decoder_new(enum encoding encoding);
void decoder_free(struct decoder *decoder);

/*
 * The next piece (at most SOURCE_BLOCK bytes) as UTF-8, borrowed until the next call: the
 * piece itself where nothing needs converting, so it may end inside a character.  `last`
 * says that nothing follows.  False when the bytes are not in the encoding; *ret then
 * holds what came before them.
 */
bool decoder_next(struct decoder *decoder, const char *data, size_t size, bool last,
    const char **ret, size_t *ret_size);

#endif
