noinst_LIBRARIES += libexchange.a
libexchange_a_CPPFLAGS = $(AM_CPPFLAGS) $(JSON_CFLAGS) -DPKGLIBDIR='"$(pkglibdir)"'
libexchange_a_SOURCES = \
	%D%/kinds.c %D%/kinds.h \
	%D%/kinds_goals.c %D%/kinds_goals.h \
	%D%/rejects.c %D%/rejects.h \
	%D%/file_reason.c %D%/file_reason.h \
	%D%/module.c %D%/module.h \
	%D%/source.c %D%/source.h \
	%D%/encoding.c %D%/encoding.h \
	%D%/decoder.c %D%/decoder.h \
	%D%/csv_split.c %D%/csv_split.h \
	%D%/csv_header.c %D%/csv_header.h \
	%D%/csv_cells.c %D%/csv_cells.h \
	%D%/row_reader.c %D%/row_reader.h \
	%D%/csv_read.c %D%/csv_read.h \
	%D%/template.c %D%/template.h %D%/template_module.h \
	%D%/xlsx_cells.c %D%/xlsx_cells.h %D%/xlsx_read.c %D%/xlsx_read.h %D%/sheet.h \
	%D%/file_read.c %D%/file_read.h \
	%D%/csv_write.c %D%/csv_write.h \
	%D%/rows_module.c %D%/rows_module.h \
	%D%/row_write.h %D%/csv_rows.c %D%/json_rows.c \
	%D%/json_lib.c %D%/json_lib.h \
	%D%/json_scan.c %D%/json_scan.h %D%/json_read.c %D%/json_read.h \
	%D%/json_write.c %D%/json_write.h \
	%D%/outfile.c %D%/outfile.h

# Reading workbooks, loaded on demand (module.h).
module_PROGRAMS += sparplan-sheet.so
sparplan_sheet_so_SOURCES = %D%/sheet_book.c %D%/sheet_parts.c %D%/sheet_parts.h %D%/sheet_rows.c \
	%D%/sheet_format.c %D%/sheet_format.h %D%/sheet_xml.c %D%/sheet_xml.h %D%/sheet_zip.c %D%/sheet_zip.h
sparplan_sheet_so_CPPFLAGS = $(AM_CPPFLAGS) $(SHEET_CFLAGS)
sparplan_sheet_so_CFLAGS = $(AM_CFLAGS) -fPIC
sparplan_sheet_so_LDFLAGS = $(MODULE_LDFLAGS)
sparplan_sheet_so_LDADD = libmodule.a $(SHEET_LIBS) $(GLIB_LIBS)
