noinst_LIBRARIES += libexchange.a
libexchange_a_CPPFLAGS = $(AM_CPPFLAGS) $(JSON_CFLAGS)
libexchange_a_SOURCES = \
	%D%/kinds.c %D%/kinds.h \
	%D%/kinds_goals.c %D%/kinds_goals.h \
	%D%/rejects.c %D%/rejects.h \
	%D%/file_reason.c %D%/file_reason.h \
	%D%/source.c %D%/source.h \
	%D%/encoding.c %D%/encoding.h \
	%D%/decoder.c %D%/decoder.h \
	%D%/csv_split.c %D%/csv_split.h \
	%D%/csv_header.c %D%/csv_header.h \
	%D%/csv_cells.c %D%/csv_cells.h \
	%D%/row_reader.c %D%/row_reader.h \
	%D%/csv_read.c %D%/csv_read.h \
	%D%/csv_write.c %D%/csv_write.h \
	%D%/json_write.c %D%/json_write.h \
	%D%/outfile.c %D%/outfile.h
