noinst_LIBRARIES += libdoc.a
libdoc_a_SOURCES = \
	%D%/doc.c %D%/doc.h
