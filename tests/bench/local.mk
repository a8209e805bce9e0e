# Speed against its targets: takes minutes, needs python3, sqlite3, valgrind; not part of check.
EXTRA_DIST += %D%/bench.sh %D%/bench_insn.sh %D%/gen.py %D%/cost.py %D%/bench.py %D%/screen.py \
	%D%/rawpass.c %D%/sums.sql %D%/sums_after.sql %D%/sums_trigger.sql
BENCH_ENV = SRCDIR='$(abs_srcdir)' BUILDDIR='$(abs_builddir)' CC='$(CC)' LC_ALL=C.UTF-8 \
	TZ=Europe/Stockholm

.PHONY: bench bench-insn
bench: sparplan$(EXEEXT)
	$(BENCH_ENV) $(SHELL) $(srcdir)/%D%/bench.sh
bench-insn: sparplan$(EXEEXT)
	$(BENCH_ENV) $(SHELL) $(srcdir)/%D%/bench_insn.sh
