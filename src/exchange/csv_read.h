/*
 * csv_read.h - a CSV file as Swedish Excel writes it, to checked rows.
 *
 * Finds encoding (BOM; else valid UTF-8; else Windows-1252), separator (header line,
 * `sep=`) and columns; parses each cell by its column's type; hands over one row at a
 * time.  Memory does not grow with the file.  libcsv does the splitting.  Source:
 * product.md section 6.
 */
#ifndef EXCHANGE_CSV_READ_H
#define EXCHANGE_CSV_READ_H

#include "calendar/period.h"
#include "exchange/kinds.h"
#include "exchange/source.h"
#include "money/money_parse.h"

struct read_options {
	bool has_decimal;
	enum decimal_mark decimal; /* --decimal */
	bool has_unit;
	enum money_unit unit; /* --enhet, for headers without a unit */
	bool late;   /* --sent, for the importer: a closed round takes the rows too */
	bool screen; /* what is refused names no options: it is read on a screen */
	/* called now and then with bytes done and in all; may be NULL; false cancels */
	bool (*progress)(void *user, int64_t done, int64_t size);
	void *progress_user;
};

struct value {
	bool present;     /* the file has the column */
	bool given;       /* and the cell is not blank */
	bool refused;     /* it is not, but could not be taken: that is told already */
	const char *text; /* never NULL; the cell's text, a round's canonical label */
	int number;       /* month, year, round cut-off */
	struct amount amount;
	struct period period;
};

struct year_amount {
	int year;
	struct amount amount;
	const char *header; /* for rejects */
};

/* Borrowed for the call. */
struct row {
	const char *file;
	int line;
	const struct value *values; /* by column index of the kind */
	const char *const
	    *headers; /* by column index: the header as it stands, NULL if absent */
	/* every year column of the file, in its order; a blank cell is a missing amount
	 */
	const struct year_amount *years;
	int n_years;
	bool refused; /* a cell was: it counts as not given; check the rest, keep nothing
	               */
	const struct kind_info *kind; /* what the columns are of */
};

struct read_stats {
	int64_t rows;  /* handed over or refused, the header not among them */
	int64_t empty; /* skipped: blank lines and rows with every cell empty */
	/* of a workbook; 0 and "" else */
	int64_t hidden;  /* rows that were hidden, and read as the others */
	int header;      /* the row where the header stands */
	char sheet[128]; /* the sheet that was read; may be cut */
};

/* One row.  It may add rejects.  A row with a refused cell is handed over too
 * (row.refused), so that every fault is listed.  false stops reading with *error. */
typedef bool (*row_func)(
    void *user, const struct row *row, struct rejects *rejects, GError **error);

/*
 * Refused cells go to `rejects`; reading goes on to the end so that all are listed.  A
 * header that cannot be understood ends the file with rejects.  false, with *error, when
 * the file cannot be read (SPARPLAN_ERROR_FILE), changed while it was read or was
 * cancelled (the same code), or `func` failed.  Wrong encoding, NUL bytes and other
 * content that is refused are rejects with line 0 or the line. `stats` may be NULL.
 */
bool csv_read_source(struct source *source, const struct kind_info *kind,
    const struct read_options *options, row_func func, void *user,
    struct rejects *rejects, struct read_stats *stats, GError **error);

/* The same from memory; `name` stands in rejects. */
bool csv_read_data(const char *data, size_t size, const char *name,
    const struct kind_info *kind, const struct read_options *options, row_func func,
    void *user, struct rejects *rejects, struct read_stats *stats, GError **error);

#endif
