# Fuzz targets (fuzz.h): with --enable-fuzzers `make fuzz` runs each for FUZZ_SECONDS; in
# any other build make check runs the corpus.
FUZZ = %D%/fuzz_amount %D%/fuzz_dates %D%/fuzz_csv %D%/fuzz_json %D%/fuzz_xlsx %D%/fuzz_keys
FUZZ_FILES = %D%/fuzz.h $(FUZZ_MAIN)
FUZZ_ROW_LIBS = libexchange.a libledger.a libplan.a libcalendar.a libmoney.a libbase.a \
	$(CSV_LIBS) $(GLIB_LIBS)
if FUZZERS
FUZZ_MAIN =
else
FUZZ_MAIN = %D%/replay.c
TESTS += $(FUZZ)
endif
check_PROGRAMS += $(FUZZ)
EXTRA_DIST += %D%/corpus %D%/replay.c

tests_fuzz_fuzz_amount_SOURCES = %D%/fuzz_amount.c $(FUZZ_FILES)
tests_fuzz_fuzz_amount_LDFLAGS = $(AM_LDFLAGS) $(FUZZ_LDFLAGS)
tests_fuzz_fuzz_amount_LDADD = libmoney.a libbase.a $(GLIB_LIBS)
tests_fuzz_fuzz_dates_SOURCES = %D%/fuzz_dates.c $(FUZZ_FILES)
tests_fuzz_fuzz_dates_LDFLAGS = $(AM_LDFLAGS) $(FUZZ_LDFLAGS)
tests_fuzz_fuzz_dates_LDADD = libcalendar.a libbase.a $(GLIB_LIBS)
tests_fuzz_fuzz_csv_SOURCES = %D%/fuzz_csv.c %D%/fuzz_rows.h $(FUZZ_FILES)
tests_fuzz_fuzz_csv_LDFLAGS = $(AM_LDFLAGS) $(FUZZ_LDFLAGS)
tests_fuzz_fuzz_csv_LDADD = $(FUZZ_ROW_LIBS)
tests_fuzz_fuzz_json_SOURCES = %D%/fuzz_json.c %D%/fuzz_rows.h $(FUZZ_FILES)
tests_fuzz_fuzz_json_LDFLAGS = $(AM_LDFLAGS) $(FUZZ_LDFLAGS)
tests_fuzz_fuzz_json_LDADD = $(FUZZ_ROW_LIBS)
tests_fuzz_fuzz_xlsx_SOURCES = %D%/fuzz_xlsx.c %D%/fuzz_rows.h $(FUZZ_FILES) \
	$(sparplan_sheet_so_SOURCES)
tests_fuzz_fuzz_xlsx_CPPFLAGS = $(AM_CPPFLAGS) $(SHEET_CFLAGS)
tests_fuzz_fuzz_xlsx_LDFLAGS = $(AM_LDFLAGS) $(FUZZ_LDFLAGS)
tests_fuzz_fuzz_xlsx_LDADD = $(FUZZ_ROW_LIBS) $(SHEET_LIBS)
tests_fuzz_fuzz_keys_SOURCES = %D%/fuzz_keys.c $(FUZZ_FILES)
tests_fuzz_fuzz_keys_LDFLAGS = $(AM_LDFLAGS) $(FUZZ_LDFLAGS)
tests_fuzz_fuzz_keys_LDADD = libtui.a libedition.a libbook.a libbackend.a libdoc.a $(SESSION_LIBS) \
	$(PURE_LIBS) $(NCURSES_LIBS) $(SQLITE3_LIBS) $(CSV_LIBS) $(GLIB_LIBS)

# What is found is kept in fuzz-found: new inputs that reach further, and crashes.
FUZZ_SECONDS = 600
.PHONY: fuzz
fuzz: $(FUZZ)
	@rc=0; $(AM_TESTS_ENVIRONMENT) for f in $(FUZZ); do \
		n=$$(basename $$f); mkdir -p fuzz-found/$$n; \
		echo "$$n: $(FUZZ_SECONDS) s"; \
		nice ./$$f $(FUZZ_FLAGS) -max_total_time=$(FUZZ_SECONDS) -timeout=10 -rss_limit_mb=1024 \
			-artifact_prefix=fuzz-found/$$n- fuzz-found/$$n \
			$(srcdir)/tests/fuzz/corpus/$$n >fuzz-found/$$n.log 2>&1 || rc=1; \
		tail -n 3 fuzz-found/$$n.log; \
	done; exit $$rc
