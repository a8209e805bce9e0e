noinst_LIBRARIES += libstore.a
libstore_a_CPPFLAGS = $(AM_CPPFLAGS) $(SQLITE3_CFLAGS)
libstore_a_SOURCES = \
	%D%/batch.c %D%/batch.h \
	%D%/db.c %D%/db.h %D%/db_schema.c %D%/db_schema.h \
	%D%/db_public.c %D%/db_public.h \
	%D%/digest.c %D%/digest.h \
	%D%/fact_list.h \
	%D%/path.c %D%/path.h \
	%D%/postings.h \
	%D%/statement.c %D%/statement.h %D%/statement_list.h \
	%D%/store.c %D%/store.h \
	%D%/store_balance.c \
	%D%/store_check.c \
	%D%/store_facts.c \
	%D%/store_followup.c \
	%D%/store_goals.c \
	%D%/store_issued.c \
	%D%/store_ledger.c \
	%D%/store_plan.c %D%/store_beside.c %D%/plan_rows.h \
	%D%/store_steering.c \
	%D%/store_undo.c \
	%D%/store_write.c \
	%D%/undo_list.h
