noinst_LIBRARIES += libbook.a
libbook_a_SOURCES = %D%/book.c %D%/book.h %D%/books.h %D%/overview.c %D%/uppfoljning.c %D%/slutredovisning.c \
	%D%/atgard.c %D%/forandringar.c %D%/basis.c %D%/decisions.c \
	%D%/uppdrag.c %D%/errands.c %D%/errands.h %D%/series.c %D%/series.h %D%/malkarta.c %D%/map.h %D%/map_beside.c \
	%D%/phases.c %D%/preconditions.c %D%/cards.c \
	%D%/actions.c %D%/actions.h %D%/adjustments.c %D%/overlaps.c %D%/followup.c %D%/steering.c %D%/charts.c %D%/parts.c %D%/parts.h \
	%D%/strategiska.c %D%/strategic.h %D%/strategic_tree.c %D%/strategic_summary.c %D%/strategic_actions.c \
	%D%/indicators.c %D%/production.c
