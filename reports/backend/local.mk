noinst_LIBRARIES += libbackend.a
libbackend_a_SOURCES = %D%/backend.c %D%/backend.h %D%/cells.c %D%/cells.h %D%/backend_module.c \
	%D%/backend_module.h %D%/text.c %D%/md.c %D%/csv.c %D%/json.c \
	%D%/canvas.h %D%/chart.c %D%/chart_plot.c %D%/chart_plot.h %D%/chart_curve.c \
	%D%/chart_bars.c %D%/chart_steps.c \
	%D%/html.c %D%/html.h %D%/html_table.c %D%/svg.c
nodist_libbackend_a_SOURCES = reports/backend/html_data.c
EXTRA_DIST += %D%/html.css
CLEANFILES += reports/backend/html_data.c

reports/backend/html_data.c: %D%/html.css schema/embed.sh
	@$(MKDIR_P) reports/backend
	$(AM_V_EMBED)(cd $(srcdir) && OD=$(OD) SED=$(SED) $(SHELL) schema/embed.sh \
		reports/backend/html.h html_files reports/backend/html.css) > $@.tmp && mv $@.tmp $@
libbackend_a_CPPFLAGS = $(AM_CPPFLAGS) $(JSON_CFLAGS) -DPKGLIBDIR='"$(pkglibdir)"'
