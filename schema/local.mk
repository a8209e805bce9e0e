# schema: SQL text only.  embed.sh makes it one C file; nothing else is here.
noinst_LIBRARIES += libschema.a
SQL_FILES = \
	%D%/001_core.sql \
	%D%/002_ledger.sql \
	%D%/003_followup.sql \
	%D%/004_adjustments.sql \
	%D%/005_reference.sql \
	%D%/006_steering.sql \
	%D%/007_issued.sql \
	%D%/008_goals.sql \
	%D%/009_keys.sql \
	%D%/010_ref.sql
# The views for other programs; not numbered, because they are made on demand.
PUBLIC_FILES = %D%/public.sql %D%/public_drop.sql
libschema_a_SOURCES = %D%/schema.h %D%/public.h %D%/embed.h
nodist_libschema_a_SOURCES = schema/sql_data.c schema/public_data.c
EXTRA_DIST += $(SQL_FILES) $(PUBLIC_FILES) %D%/embed.sh
CLEANFILES += schema/sql_data.c schema/public_data.c

schema/sql_data.c: $(SQL_FILES) %D%/embed.sh
	@$(MKDIR_P) schema
	$(AM_V_EMBED)(cd $(srcdir) && OD=$(OD) SED=$(SED) $(SHELL) schema/embed.sh \
		schema/schema.h schema_files $(SQL_FILES)) > $@.tmp && mv $@.tmp $@

schema/public_data.c: $(PUBLIC_FILES) %D%/embed.sh
	@$(MKDIR_P) schema
	$(AM_V_EMBED)(cd $(srcdir) && OD=$(OD) SED=$(SED) $(SHELL) schema/embed.sh \
		schema/public.h public_files $(PUBLIC_FILES)) > $@.tmp && mv $@.tmp $@
