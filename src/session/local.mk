# session: the verbs, and the bundled example as bytes.
noinst_LIBRARIES += libsession.a
EXAMPLE_FILES = \
	data/vasterbotten_2019/plan.csv \
	data/vasterbotten_2019/krav.csv \
	data/vasterbotten_2019/omfordelning.csv \
	data/vasterbotten_2019/referens.csv \
	data/vasterbotten_2019/overlapp.csv \
	data/vasterbotten_2019/kalkyl.csv \
	data/exempel_utfall/ansvariga.csv \
	data/exempel_utfall/utfall.csv \
	data/exempel_utfall/lage.csv \
	data/exempel_utfall/beslut.csv \
	data/exempel_utfall/riskanalys.csv \
	data/exempel_utfall/milstolpar.csv \
	data/halland_2015/plan.csv \
	data/halland_2015/utfall.csv \
	data/halland_2015/beslut.csv \
	data/halland_2015/forutsattningar.csv \
	data/norrbotten_2017/matt.csv \
	data/norrbotten_2017/mattvarden.csv \
	data/norrbotten_2017/uppdrag.csv \
	data/norrbotten_2017/koppling.csv \
	data/norrbotten_2022/matt.csv \
	data/norrbotten_2022/produktion.csv \
	data/norrbotten_2022/uppdrag.csv \
	data/skane_2021/mal.csv
libsession_a_SOURCES = \
	%D%/footing.c %D%/footing.h %D%/followup.c \
	%D%/ahead.c %D%/ahead.h \
	%D%/progress.c %D%/progress_read.c %D%/progress.h \
	%D%/check.c \
	%D%/narrow.c %D%/narrow.h %D%/issue.c \
	%D%/doubt.c %D%/doubt.h \
	%D%/detail.c %D%/detail_figures.c %D%/detail.h \
	%D%/edit.c %D%/edit.h \
	%D%/example.c %D%/example.h \
	%D%/export.c %D%/export.h \
	%D%/export_steps.c \
	%D%/import.c %D%/import.h \
	%D%/export_goals.c \
	%D%/goal_set.c %D%/goal_set.h \
	%D%/import_assignments.c \
	%D%/import_goals.c \
	%D%/import_indicators.c \
	%D%/import_links.c \
	%D%/import_measurements.c \
	%D%/measure_set.c %D%/measure_set.h \
	%D%/import_plan.c \
	%D%/import_rows.c \
	%D%/import_savings.c \
	%D%/import_steps.c \
	%D%/import_template.c %D%/import_template.h %D%/import_fields.c %D%/import_identity.c %D%/import_tell.c \
	%D%/import_choose.c %D%/imported.h \
	%D%/template.c %D%/template.h \
	%D%/link.c %D%/link.h \
	%D%/list.c \
	%D%/log.c \
	%D%/names.c \
	%D%/programmes.c \
	%D%/post.c %D%/post.h \
	%D%/report.c %D%/report.h \
	%D%/reports.c %D%/reports.h \
	%D%/rounds.c %D%/rounds_over.c %D%/rounds.h \
	%D%/session.c %D%/session.h %D%/upkeep.h \
	%D%/setting.c \
	%D%/stages.c %D%/stages.h \
	%D%/state.c %D%/state.h \
	%D%/steps.c %D%/steps.h \
	%D%/undo.c \
	%D%/verify.c \
	%D%/views.c
nodist_libsession_a_SOURCES = src/session/example_data.c
EXTRA_DIST += $(EXAMPLE_FILES) data/vasterbotten_2019/KALLA.md data/exempel_utfall/LAS.md \
	data/halland_2015/KALLA.md data/norrbotten_2017/KALLA.md data/norrbotten_2022/KALLA.md \
	data/skane_2021/KALLA.md
CLEANFILES += src/session/example_data.c

src/session/example_data.c: $(EXAMPLE_FILES) schema/embed.sh
	@$(MKDIR_P) src/session
	$(AM_V_EMBED)(cd $(srcdir) && OD=$(OD) SED=$(SED) $(SHELL) schema/embed.sh \
		session/example.h example_files $(EXAMPLE_FILES)) > $@.tmp && mv $@.tmp $@
