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

# Loaded on demand (exchange/module.h): shared objects that contain what they use of ours,
# which libmodule.a has as code that can be loaded anywhere.
noinst_LIBRARIES += libmodule.a
libmodule_a_SOURCES = %D%/cells.c src/exchange/csv_write.c $(libdoc_a_SOURCES) \
	%D%/chart.c %D%/chart_plot.c %D%/chart_curve.c \
	%D%/chart_bars.c %D%/chart_steps.c \
	$(libcalendar_a_SOURCES) $(libmoney_a_SOURCES) $(libbase_a_SOURCES)
libmodule_a_CFLAGS = $(AM_CFLAGS) -fPIC

module_PROGRAMS += sparplan-pdf.so sparplan-xlsx.so
sparplan_xlsx_so_SOURCES = %D%/xlsx.c %D%/xlsx_style.c %D%/xlsx_style.h %D%/xlsx_table.c \
	%D%/xlsx_table.h %D%/xlsx_text.c %D%/xlsx_text.h %D%/xlsx_chart.c %D%/xlsx_chart.h \
	%D%/xlsx_whole.c %D%/xlsx_whole.h %D%/xlsx_file.c %D%/xlsx_file.h %D%/xlsx_rows.c \
	%D%/xlsx_template.c
sparplan_xlsx_so_CPPFLAGS = $(AM_CPPFLAGS) $(XLSX_CFLAGS)
sparplan_xlsx_so_CFLAGS = $(AM_CFLAGS) -fPIC
sparplan_xlsx_so_LDFLAGS = $(MODULE_LDFLAGS)
sparplan_xlsx_so_LDADD = libmodule.a $(XLSX_LIBS) $(CSV_LIBS) $(GLIB_LIBS)
sparplan_pdf_so_SOURCES = %D%/pdf.c %D%/pdf_text.c %D%/pdf_text.h %D%/pdf_draw.c %D%/pdf_draw.h \
	%D%/pdf_table.c %D%/pdf_table.h %D%/pdf_cards.c %D%/pdf_cards.h \
	%D%/pdf_cut.c %D%/pdf_cut.h %D%/pdf_pages.c %D%/pdf_pages.h %D%/pdf_frame.c %D%/pdf_frame.h \
	%D%/pdf_asked.c %D%/pdf_asked.h %D%/pdf_tags.c %D%/pdf_tags.h %D%/pdf_marks.c %D%/pdf_marks.h
sparplan_pdf_so_CPPFLAGS = $(AM_CPPFLAGS) $(PDF_CFLAGS)
sparplan_pdf_so_CFLAGS = $(AM_CFLAGS) -fPIC
sparplan_pdf_so_LDFLAGS = $(MODULE_LDFLAGS)
sparplan_pdf_so_LDADD = libmodule.a $(PDF_LIBS) $(CSV_LIBS) $(GLIB_LIBS)
