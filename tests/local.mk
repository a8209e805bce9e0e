# One program per layer: each links only what its layer may use, so a forbidden call upwards
# is a link error, not a review remark.
LAWS = %D%/check_layers.sh %D%/check_headers.sh %D%/check_format.sh %D%/check_screens.sh
TESTS += $(LAWS)
dist_check_SCRIPTS += $(LAWS)
EXTRA_DIST += %D%/lsan.supp %D%/valgrind.supp %D%/layers.txt %D%/golden %D%/screens %D%/data
CLI_TESTS = %D%/cli/usage.sh %D%/cli/init.sh %D%/cli/overview.sh %D%/cli/edit.sh \
	%D%/cli/stage.sh %D%/cli/steering.sh %D%/cli/what_if.sh %D%/cli/import.sh \
	%D%/cli/goal_files.sh %D%/cli/refuse.sh %D%/cli/post.sh %D%/cli/report.sh \
	%D%/cli/issue.sh %D%/cli/pdf.sh %D%/cli/files.sh %D%/cli/xlsx.sh %D%/cli/xlsx_office.sh \
	%D%/cli/check.sh %D%/cli/goals.sh %D%/cli/strategic.sh %D%/cli/nothing_lost.sh \
	%D%/cli/document_files.sh %D%/cli/documents.sh %D%/cli/mall.sh %D%/cli/mall_office.sh \
	%D%/cli/public.sh
TESTS += %D%/check_cli.sh $(CLI_TESTS)
dist_check_SCRIPTS += %D%/check_cli.sh $(CLI_TESTS)
EXTRA_DIST += %D%/cli/lib.sh
TESTS += %D%/html_axe.sh
dist_check_SCRIPTS += %D%/html_axe.sh
EXTRA_DIST += %D%/html_axe.js
# what html_axe.sh fetches
clean-local:
	rm -rf %D%/axe-core-*
AM_TESTS_ENVIRONMENT = LSAN_OPTIONS='suppressions=$(abs_srcdir)/tests/lsan.supp print_suppressions=0'; \
	export LSAN_OPTIONS; SRCDIR='$(abs_srcdir)'; export SRCDIR; BUILDDIR='$(abs_builddir)'; \
	export BUILDDIR; CC='$(CC)'; export CC; GLIB_CFLAGS='$(GLIB_CFLAGS)'; \
	export GLIB_CFLAGS; PDF_CFLAGS='$(PDF_CFLAGS)'; export PDF_CFLAGS; \
	JSON_CFLAGS='$(JSON_CFLAGS)'; export JSON_CFLAGS; \
	PKGLIBDIR='$(pkglibdir)'; export PKGLIBDIR; LC_ALL=C.UTF-8; export LC_ALL; TZ=Europe/Stockholm; export TZ;

# Screens without a terminal: the kit and all that the program is made of; see LDADD.
TUI_TESTS = %D%/test_keys %D%/test_memory %D%/test_tui %D%/test_tui_conflict %D%/test_tui_draft \
	%D%/test_tui_export %D%/test_tui_goals %D%/test_tui_grid %D%/test_tui_grid_look \
	%D%/test_tui_grid_states %D%/test_tui_import %D%/test_tui_list %D%/test_tui_overview %D%/test_tui_random \
	%D%/test_tui_robust %D%/test_tui_sizes %D%/test_tui_states %D%/test_tui_steering
if HAVE_CUNIT
CUNIT_TESTS = %D%/test_base %D%/test_money %D%/test_stored_number %D%/test_calendar %D%/test_plan \
	%D%/test_stage %D%/test_ledger %D%/test_rollup %D%/test_figures %D%/test_attain %D%/test_scorecard \
	%D%/test_outlook %D%/test_outlook_lines %D%/test_lights %D%/test_ladder \
	%D%/test_property_pure %D%/test_compare %D%/test_check_goals %D%/test_check_indicators \
	%D%/test_detail_links %D%/test_adjust %D%/test_check %D%/test_check_followup \
	%D%/test_vasterbotten %D%/test_store %D%/test_exchange %D%/test_exchange_files \
	%D%/test_formats %D%/test_sheet %D%/test_store_changes %D%/test_session_verbs \
	%D%/test_import_beside %D%/test_template %D%/test_session %D%/test_steering %D%/test_attest \
	%D%/test_progress %D%/test_issue %D%/test_import %D%/test_import_goals %D%/test_steps \
	%D%/test_link %D%/test_check_view %D%/test_property %D%/test_property_order \
	%D%/test_documents %D%/test_overview_book %D%/test_pdf_pages %D%/test_reports %D%/test_charts \
	%D%/test_books %D%/test_book_goals %D%/test_html %D%/test_xlsx %D%/test_pdf \
	%D%/test_tui_parts %D%/test_pty %D%/test_pty_others $(TUI_TESTS)
check_PROGRAMS += $(CUNIT_TESTS)
TESTS += $(CUNIT_TESTS)
endif
TEST_LIBS = $(CUNIT_LIBS) $(GLIB_LIBS)
tests_test_base_SOURCES     = %D%/test_base.c %D%/t.h
tests_test_base_LDADD       = libbase.a $(TEST_LIBS)
tests_test_money_SOURCES    = %D%/test_money.c %D%/t.h
tests_test_money_LDADD      = libmoney.a libbase.a $(TEST_LIBS)
tests_test_stored_number_SOURCES = %D%/test_stored_number.c %D%/t.h
tests_test_stored_number_LDADD = libmoney.a libbase.a $(TEST_LIBS)
tests_test_calendar_SOURCES = %D%/test_calendar.c %D%/t.h
tests_test_calendar_LDADD   = libcalendar.a libbase.a $(TEST_LIBS)
tests_test_plan_SOURCES     = %D%/test_plan.c %D%/t.h
tests_test_plan_LDADD       = libplan.a libcalendar.a libmoney.a libbase.a $(TEST_LIBS)
tests_test_stage_SOURCES    = %D%/test_stage.c %D%/t.h
tests_test_stage_LDADD      = libplan.a libcalendar.a libmoney.a libbase.a $(TEST_LIBS)
tests_test_ledger_SOURCES   = %D%/test_ledger.c %D%/t.h
tests_test_ledger_LDADD     = libledger.a libplan.a libcalendar.a libmoney.a libbase.a $(TEST_LIBS)
tests_test_rollup_SOURCES   = %D%/test_rollup.c %D%/t.h
tests_test_rollup_LDADD     = $(PURE_LIBS) $(TEST_LIBS)
tests_test_figures_SOURCES  = %D%/test_figures.c %D%/t.h
tests_test_figures_LDADD    = $(PURE_LIBS) $(TEST_LIBS)
tests_test_attain_SOURCES   = %D%/test_attain.c %D%/t.h
tests_test_attain_LDADD     = $(PURE_LIBS) $(TEST_LIBS)
tests_test_scorecard_SOURCES = %D%/test_scorecard.c %D%/t.h
tests_test_scorecard_LDADD  = $(PURE_LIBS) $(TEST_LIBS)
tests_test_outlook_SOURCES  = %D%/test_outlook.c %D%/outlook_kit.h %D%/t.h
tests_test_outlook_LDADD    = $(PURE_LIBS) $(TEST_LIBS)
tests_test_lights_SOURCES   = %D%/test_lights.c %D%/outlook_kit.h %D%/t.h
tests_test_lights_LDADD     = $(PURE_LIBS) $(TEST_LIBS)
tests_test_ladder_SOURCES   = %D%/test_ladder.c %D%/outlook_kit.h %D%/t.h
tests_test_ladder_LDADD     = $(PURE_LIBS) $(TEST_LIBS)
tests_test_outlook_lines_SOURCES = %D%/test_outlook_lines.c %D%/t.h
tests_test_outlook_lines_LDADD = $(PURE_LIBS) $(TEST_LIBS)
tests_test_property_pure_SOURCES = %D%/test_property_pure.c %D%/sample.h %D%/t.h
tests_test_property_pure_LDADD = $(PURE_LIBS) $(TEST_LIBS)
tests_test_compare_SOURCES  = %D%/test_compare.c %D%/t.h
tests_test_compare_LDADD    = $(PURE_LIBS) $(TEST_LIBS)
tests_test_adjust_SOURCES   = %D%/test_adjust.c %D%/t.h
tests_test_adjust_LDADD     = $(PURE_LIBS) $(TEST_LIBS)
tests_test_check_SOURCES    = %D%/test_check.c %D%/check_kit.h %D%/t.h
tests_test_check_LDADD      = $(PURE_LIBS) $(TEST_LIBS)
tests_test_check_followup_SOURCES = %D%/test_check_followup.c %D%/check_kit.h %D%/t.h
tests_test_check_followup_LDADD = $(PURE_LIBS) $(TEST_LIBS)
tests_test_check_goals_SOURCES = %D%/test_check_goals.c %D%/goals_kit.h %D%/check_kit.h %D%/t.h
tests_test_check_goals_LDADD = $(PURE_LIBS) $(TEST_LIBS)
tests_test_check_indicators_SOURCES = %D%/test_check_indicators.c %D%/goals_kit.h %D%/check_kit.h \
	%D%/t.h
tests_test_check_indicators_LDADD = $(PURE_LIBS) $(TEST_LIBS)
tests_test_detail_links_SOURCES = %D%/test_detail_links.c %D%/goals_kit.h %D%/t.h
tests_test_detail_links_LDADD = $(PURE_LIBS) $(TEST_LIBS)
tests_test_vasterbotten_SOURCES = %D%/test_vasterbotten.c %D%/t.h
tests_test_vasterbotten_LDADD = $(PURE_LIBS) $(TEST_LIBS)
tests_test_store_SOURCES    = %D%/test_store.c %D%/store_kit.h %D%/kit.h %D%/t.h
tests_test_store_LDADD      = $(STORE_LIBS) libledger.a libplan.a libcalendar.a libmoney.a libbase.a \
	$(SQLITE3_LIBS) $(TEST_LIBS)
tests_test_store_changes_SOURCES = %D%/test_store_changes.c %D%/store_kit.h %D%/kit.h %D%/t.h
tests_test_store_changes_LDADD = $(tests_test_store_LDADD)
tests_test_exchange_SOURCES = %D%/test_exchange.c %D%/t.h
tests_test_exchange_LDADD   = libexchange.a libledger.a libplan.a libcalendar.a libmoney.a libbase.a \
	$(CSV_LIBS) $(TEST_LIBS)
tests_test_exchange_files_SOURCES = %D%/test_exchange_files.c %D%/t.h
tests_test_exchange_files_LDADD = libexchange.a libledger.a libplan.a libcalendar.a libmoney.a \
	libbase.a $(CSV_LIBS) $(TEST_LIBS)
tests_test_session_SOURCES  = %D%/test_session.c %D%/session_small.h %D%/session_kit.h %D%/kit.h \
	%D%/t.h
tests_test_session_LDADD    = $(SESSION_LIBS) $(PURE_LIBS) $(SQLITE3_LIBS) $(CSV_LIBS) $(TEST_LIBS)
tests_test_session_verbs_SOURCES = %D%/test_session_verbs.c %D%/session_small.h %D%/session_kit.h \
	%D%/kit.h %D%/t.h
tests_test_session_verbs_LDADD = $(tests_test_session_LDADD)
tests_test_steering_SOURCES = %D%/test_steering.c %D%/steering_kit.h %D%/session_kit.h %D%/kit.h %D%/t.h
tests_test_steering_LDADD   = $(SESSION_LIBS) $(PURE_LIBS) $(SQLITE3_LIBS) $(CSV_LIBS) $(TEST_LIBS)
tests_test_attest_SOURCES   = %D%/test_attest.c %D%/steering_kit.h %D%/session_kit.h %D%/kit.h %D%/t.h
tests_test_attest_LDADD     = $(SESSION_LIBS) $(PURE_LIBS) $(SQLITE3_LIBS) $(CSV_LIBS) $(TEST_LIBS)
tests_test_progress_SOURCES = %D%/test_progress.c %D%/steering_kit.h %D%/session_kit.h %D%/kit.h %D%/t.h
tests_test_progress_LDADD   = $(tests_test_attest_LDADD)
tests_test_issue_SOURCES    = %D%/test_issue.c %D%/steering_kit.h %D%/session_kit.h %D%/kit.h %D%/t.h
tests_test_issue_LDADD      = $(SESSION_LIBS) $(PURE_LIBS) $(SQLITE3_LIBS) $(CSV_LIBS) $(TEST_LIBS)
tests_test_import_SOURCES   = %D%/test_import.c %D%/session_kit.h %D%/kit.h %D%/t.h
tests_test_import_LDADD     = $(SESSION_LIBS) $(PURE_LIBS) $(SQLITE3_LIBS) $(CSV_LIBS) $(TEST_LIBS)
tests_test_check_view_SOURCES = %D%/test_check_view.c %D%/view_kit.h %D%/session_kit.h %D%/kit.h \
	%D%/t.h
tests_test_check_view_LDADD = $(SESSION_LIBS) $(PURE_LIBS) $(SQLITE3_LIBS) $(CSV_LIBS) $(TEST_LIBS)
tests_test_property_SOURCES = %D%/test_property.c %D%/figures_kit.h %D%/view_kit.h \
	%D%/session_kit.h %D%/kit.h %D%/t.h
tests_test_property_order_SOURCES = %D%/test_property_order.c %D%/random_files.h %D%/figures_kit.h \
	%D%/session_kit.h %D%/kit.h %D%/t.h
tests_test_property_order_LDADD = $(SESSION_LIBS) $(PURE_LIBS) $(SQLITE3_LIBS) $(CSV_LIBS) $(TEST_LIBS)
tests_test_formats_SOURCES  = %D%/test_formats.c %D%/random_goals.h %D%/random_files.h \
	%D%/figures_kit.h %D%/session_kit.h %D%/kit.h %D%/t.h
tests_test_formats_LDADD    = $(SESSION_LIBS) $(PURE_LIBS) $(SQLITE3_LIBS) $(CSV_LIBS) $(TEST_LIBS)
tests_test_steps_SOURCES    = %D%/test_steps.c %D%/session_kit.h %D%/kit.h %D%/t.h
tests_test_steps_LDADD      = $(SESSION_LIBS) $(PURE_LIBS) $(SQLITE3_LIBS) $(CSV_LIBS) $(TEST_LIBS)
tests_test_import_goals_SOURCES = %D%/test_import_goals.c %D%/import_kit.h %D%/session_kit.h \
	%D%/kit.h %D%/t.h
tests_test_import_goals_LDADD = $(SESSION_LIBS) $(PURE_LIBS) $(SQLITE3_LIBS) $(CSV_LIBS) $(TEST_LIBS)
tests_test_import_beside_SOURCES = %D%/test_import_beside.c %D%/import_kit.h %D%/session_kit.h \
	%D%/kit.h %D%/t.h
tests_test_import_beside_LDADD = $(tests_test_import_goals_LDADD)
tests_test_link_SOURCES     = %D%/test_link.c %D%/steering_kit.h %D%/session_kit.h %D%/kit.h %D%/t.h
tests_test_link_LDADD       = $(SESSION_LIBS) $(PURE_LIBS) $(SQLITE3_LIBS) $(CSV_LIBS) $(TEST_LIBS)
tests_test_property_LDADD   = $(SESSION_LIBS) $(PURE_LIBS) $(SQLITE3_LIBS) $(CSV_LIBS) $(TEST_LIBS)
tests_test_charts_SOURCES   = %D%/test_charts.c %D%/t.h
tests_test_charts_LDADD     = libbackend.a libdoc.a libcalendar.a libmoney.a libbase.a $(TEST_LIBS)
tests_test_html_SOURCES     = %D%/test_html.c %D%/doc_example.h %D%/t.h
tests_test_html_LDADD       = libbackend.a libdoc.a libexchange.a libcalendar.a libmoney.a libbase.a \
	$(CSV_LIBS) $(TEST_LIBS)
tests_test_reports_SOURCES  = %D%/test_reports.c %D%/book_kit.h %D%/golden_kit.h %D%/reports_example.h \
	%D%/doc_example.h %D%/t.h
tests_test_reports_LDADD    = libbook.a libbackend.a libdoc.a libexchange.a $(PURE_LIBS) $(CSV_LIBS) \
	$(TEST_LIBS)
tests_test_template_SOURCES = %D%/test_template.c %D%/session_kit.h %D%/kit.h %D%/t.h
tests_test_template_LDADD   = $(SESSION_LIBS) $(PURE_LIBS) $(SQLITE3_LIBS) $(CSV_LIBS) $(TEST_LIBS)
tests_test_sheet_SOURCES    = %D%/test_sheet.c %D%/workbook.h %D%/kit.h %D%/t.h
tests_test_sheet_CPPFLAGS   = $(AM_CPPFLAGS) $(SHEET_CFLAGS)
tests_test_sheet_LDADD      = libexchange.a $(PURE_LIBS) $(CSV_LIBS) $(SHEET_LIBS) $(TEST_LIBS)
tests_test_overview_book_SOURCES = %D%/test_overview_book.c %D%/book_kit.h %D%/golden_kit.h %D%/reports_example.h \
	%D%/doc_example.h %D%/t.h
tests_test_overview_book_LDADD = $(tests_test_reports_LDADD)
tests_test_xlsx_SOURCES     = %D%/test_xlsx.c %D%/golden_kit.h %D%/xlsx_read.h %D%/books_example.h %D%/goals_example.h %D%/documents_example.h \
	%D%/reports_example.h %D%/doc_example.h %D%/t.h \
	reports/backend/xlsx_text.c reports/backend/xlsx_whole.c
tests_test_xlsx_CPPFLAGS    = $(AM_CPPFLAGS) $(XLSX_CFLAGS)
tests_test_xlsx_LDADD       = libbook.a libbackend.a libdoc.a libexchange.a $(PURE_LIBS) $(CSV_LIBS) \
	$(XLSX_LIBS) $(TEST_LIBS)
tests_test_pdf_pages_SOURCES = %D%/test_pdf_pages.c %D%/pdf_kit.h %D%/pdf_read.h %D%/doc_example.h %D%/t.h
tests_test_pdf_pages_CPPFLAGS = $(AM_CPPFLAGS) $(PDF_CFLAGS)
tests_test_pdf_pages_LDADD  = $(tests_test_pdf_LDADD)
tests_test_pdf_SOURCES      = %D%/test_pdf.c %D%/golden_kit.h %D%/pdf_kit.h %D%/pdf_read.h %D%/books_example.h %D%/goals_example.h %D%/documents_example.h \
	%D%/reports_example.h %D%/doc_example.h %D%/t.h
tests_test_pdf_CPPFLAGS     = $(AM_CPPFLAGS) $(PDF_CFLAGS)
tests_test_pdf_LDADD        = libbook.a libbackend.a libdoc.a libexchange.a $(PURE_LIBS) $(CSV_LIBS) \
	$(PDF_LIBS) $(TEST_LIBS)
tests_test_books_SOURCES    = %D%/test_books.c %D%/book_kit.h %D%/golden_kit.h %D%/books_example.h %D%/goals_example.h %D%/documents_example.h \
	%D%/reports_example.h %D%/doc_example.h %D%/t.h
tests_test_books_LDADD      = libbook.a libbackend.a libdoc.a libexchange.a $(PURE_LIBS) $(CSV_LIBS) \
	$(TEST_LIBS)
tests_test_book_goals_SOURCES = %D%/test_book_goals.c %D%/book_kit.h %D%/golden_kit.h %D%/books_example.h %D%/goals_example.h %D%/documents_example.h \
	%D%/reports_example.h %D%/doc_example.h %D%/t.h
tests_test_book_goals_LDADD = libbook.a libbackend.a libdoc.a libexchange.a $(PURE_LIBS) $(CSV_LIBS) \
	$(TEST_LIBS)
tests_test_documents_SOURCES = %D%/test_documents.c %D%/book_kit.h %D%/golden_kit.h %D%/books_example.h \
	%D%/goals_example.h %D%/documents_example.h %D%/reports_example.h %D%/doc_example.h %D%/t.h
tests_test_documents_LDADD  = libbook.a libbackend.a libdoc.a libexchange.a $(PURE_LIBS) $(CSV_LIBS) \
	$(TEST_LIBS)
tests_test_tui_parts_SOURCES = %D%/test_tui_parts.c %D%/t.h
tests_test_tui_parts_LDADD  = libtui.a libplan.a libcalendar.a libmoney.a libbase.a $(TEST_LIBS)
# For every program without libraries of its own, which is those of TUI_TESTS.
check_LIBRARIES = %D%/libdrive.a
tests_libdrive_a_SOURCES    = %D%/tui_drive.c %D%/tui_drive.h
LDADD = %D%/libdrive.a libtui.a libedition.a libbook.a libbackend.a libdoc.a $(SESSION_LIBS) $(PURE_LIBS) \
	$(NCURSES_LIBS) $(SQLITE3_LIBS) $(CSV_LIBS) $(TEST_LIBS)
EXTRA_DIST += %D%/t.h %D%/grid_kit.h %D%/goals_sample.h
tests_test_pty_SOURCES      = %D%/test_pty.c %D%/t.h
tests_test_pty_others_SOURCES = %D%/test_pty_others.c %D%/t.h
if HAVE_VTERM
tests_test_pty_SOURCES     += %D%/pty_drive.c %D%/pty_drive.h
tests_test_pty_others_SOURCES += %D%/pty_drive.c %D%/pty_drive.h
endif
tests_test_pty_others_CPPFLAGS = $(AM_CPPFLAGS) $(VTERM_CFLAGS)
tests_test_pty_others_LDADD = $(VTERM_LIBS) $(SQLITE3_LIBS) $(TEST_LIBS)
tests_test_pty_CPPFLAGS     = $(AM_CPPFLAGS) $(VTERM_CFLAGS)
tests_test_pty_LDADD        = $(VTERM_LIBS) $(SQLITE3_LIBS) $(TEST_LIBS)

# The suite under valgrind; slow, so not part of check.  test_property forks and kills.
.PHONY: valgrind
valgrind: $(CUNIT_TESTS)
	@rc=0; $(AM_TESTS_ENVIRONMENT) for t in $(CUNIT_TESTS); do \
		case $$t in */test_property) continue;; esac; \
		echo "valgrind $$t"; \
		valgrind -q --error-exitcode=9 --leak-check=full --errors-for-leak-kinds=definite \
			--show-leak-kinds=definite --suppressions=$(srcdir)/tests/valgrind.supp \
			./$$t >$$t.valgrind.log 2>&1 || { rc=1; echo "  see $$t.valgrind.log"; }; \
	done; exit $$rc
