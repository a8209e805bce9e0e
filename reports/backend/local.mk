noinst_LIBRARIES += libbackend.a
libbackend_a_SOURCES = %D%/backend.c %D%/backend.h %D%/cells.h %D%/text.c %D%/md.c %D%/csv.c
