/*
 * fuzz_json.c - JSON of every kind.
 */
#include "exchange/json_read.h"
#include "tests/fuzz/fuzz_rows.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	fuzz_read(data, size, json_read_source);
	return 0;
}
