/*
 * rawpass.c - the bound that a rollup is compared with: one pass over packed savings.
 *
 * usage: rawpass POST.BIN
 * Adds up the 16-byte records that gen.py writes per unit and year, and prints the sums
 * as "unit year kronor".  Nothing is parsed, looked up or checked.
 */
#include <fcntl.h>
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define UNITS 1024
#define YEARS 32

struct record {
	uint32_t action;
	uint16_t unit;
	uint16_t month;
	int64_t kronor;
};

static int64_t sums[UNITS][YEARS];

static void
add_up(const struct record *records, size_t n)
{
	for (size_t i = 0; i < n; i++)
		sums[records[i].unit][records[i].month / 12] += records[i].kronor;
}

int
main(int argc, char **argv)
{
	struct stat st;
	const struct record *records;
	int fd;

	if (argc != 2 || (fd = open(argv[1], O_RDONLY)) < 0 || fstat(fd, &st) != 0) {
		(void)fprintf(stderr, "usage: rawpass POST.BIN\n");
		return 1;
	}
	if (st.st_size > 0) {
		records = mmap(NULL, (size_t)st.st_size, PROT_READ,
		    MAP_PRIVATE | MAP_POPULATE, fd, 0);
		if (records == MAP_FAILED)
			return 1;
		add_up(records, (size_t)st.st_size / sizeof(*records));
	}
	for (int unit = 0; unit < UNITS; unit++)
		for (int year = 0; year < YEARS; year++)
			if (sums[unit][year] != 0)
				printf("%d %d %" PRId64 "\n", unit, 2020 + year,
				    sums[unit][year]);
	return 0;
}
