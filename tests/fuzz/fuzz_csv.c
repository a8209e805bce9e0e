/*
 * fuzz_csv.c - CSV of every kind.
 */
#include "exchange/csv_read.h"
#include "tests/fuzz/fuzz_rows.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	fuzz_read(data, size, csv_read_source);
	return 0;
}
