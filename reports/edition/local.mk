noinst_LIBRARIES += libedition.a
libedition_a_SOURCES = %D%/edition.c %D%/edition.h
