noinst_LIBRARIES += librollup.a
librollup_a_SOURCES = \
	%D%/phase.c %D%/phase.h \
	%D%/rollup.c %D%/rollup.h \
	%D%/adjust.c %D%/adjust.h \
	%D%/check_data.c %D%/check_sums.c \
	%D%/check_overlaps.c \
	%D%/overview.c %D%/overview.h
