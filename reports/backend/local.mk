noinst_LIBRARIES += libbackend.a
libbackend_a_SOURCES = %D%/backend.c %D%/backend.h %D%/cells.h %D%/text.c %D%/md.c %D%/csv.c \
	%D%/canvas.h %D%/chart.c %D%/chart_plot.c %D%/chart_plot.h %D%/chart_curve.c \
	%D%/chart_bars.c %D%/chart_steps.c
