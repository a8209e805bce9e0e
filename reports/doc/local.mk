noinst_LIBRARIES += libdoc.a
libdoc_a_SOURCES = \
	%D%/chart.c %D%/chart.h %D%/doc.c %D%/doc.h
