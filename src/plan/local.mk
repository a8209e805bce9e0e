noinst_LIBRARIES += libplan.a
libplan_a_SOURCES = \
	%D%/words.c %D%/words.h \
	%D%/action.c %D%/action.h \
	%D%/plan.c %D%/plan.h \
	%D%/stage.c %D%/stage.h \
	%D%/settings.c %D%/settings.h \
	%D%/followup.c %D%/followup.h %D%/issued.h
