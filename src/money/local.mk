noinst_LIBRARIES += libmoney.a
libmoney_a_SOURCES = \
	%D%/amount.c %D%/amount.h \
	%D%/digits.c %D%/digits.h \
	%D%/money_parse.c %D%/money_parse.h \
	%D%/stored_number.c %D%/stored_number.h \
	%D%/money_format.c %D%/money_format.h \
	%D%/split.c %D%/split.h \
	%D%/share.c %D%/share.h
