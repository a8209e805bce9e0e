/*
 * csv_rows.c - rows of a kind as CSV.
 */
#include "exchange/row_write.h"

static void
put_column(void *to, const char *name, enum column_type type)
{
	(void)type;
	csv_plain(to, name);
}

static void
put_text(void *to, const char *text)
{
	csv_text(to, text);
}

static void
put_word(void *to, const char *word)
{
	csv_plain(to, word);
}

static void
put_amount(void *to, struct amount amount)
{
	csv_amount(to, amount);
}

static void
put_measure(void *to, struct amount hundredths)
{
	csv_measure(to, hundredths);
}

static void
put_number(void *to, int64_t number)
{
	csv_int(to, number);
}

static void
end_row(void *to)
{
	csv_end_row(to);
}

static bool
finish(void *to, GError **error)
{
	(void)to;
	(void)error;
	return true;
}

static const struct row_format format = { put_column, put_text, put_word, put_amount,
	put_measure, put_number, end_row, finish, g_free };

bool
csv_rows(enum exchange_kind kind, GString *out, struct row_writer *ret, GError **error)
{
	struct csv_writer *writer = g_new0(struct csv_writer, 1);

	(void)kind;
	(void)error;
	csv_writer_init(writer, out);
	*ret = (struct row_writer){ &format, writer };
	return true;
}
