noinst_LIBRARIES += libcalendar.a
libcalendar_a_SOURCES = \
	%D%/month.c %D%/month.h \
	%D%/date.c %D%/date.h \
	%D%/period.c %D%/period.h \
	%D%/round.c %D%/round.h \
	%D%/instant.c %D%/instant.h \
	%D%/scan.c %D%/scan.h
