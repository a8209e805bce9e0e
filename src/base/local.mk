noinst_LIBRARIES += libbase.a
libbase_a_SOURCES = \
	%D%/error.c %D%/error.h \
	%D%/rows.c %D%/rows.h \
	%D%/text.c %D%/text.h \
	%D%/text_columns.c
