noinst_LIBRARIES += libledger.a
libledger_a_SOURCES = %D%/balance.c %D%/balance.h %D%/saving.h
