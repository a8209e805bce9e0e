# src: one library per layer; main.c and cli stand above reports and tui.
include src/base/local.mk
include src/money/local.mk
include src/calendar/local.mk
include src/plan/local.mk
include src/ledger/local.mk
include src/rollup/local.mk
include src/store/local.mk
include src/exchange/local.mk
include src/session/local.mk
include src/cli/local.mk

PURE_LIBS = librollup.a libledger.a libplan.a libcalendar.a libmoney.a libbase.a
STORE_LIBS = libstore.a libschema.a
SESSION_LIBS = libsession.a libexchange.a $(STORE_LIBS)

bin_PROGRAMS += sparplan
sparplan_SOURCES = %D%/main.c
sparplan_LDADD = libcli.a libtui.a libedition.a libbook.a libbackend.a libdoc.a $(SESSION_LIBS) $(PURE_LIBS) \
	$(NCURSES_LIBS) $(SQLITE3_LIBS) $(CSV_LIBS) $(GLIB_LIBS)
