noinst_LIBRARIES += libcli.a
libcli_a_SOURCES = \
	%D%/cli.c %D%/cli.h \
	%D%/cli_table.c %D%/cli_table.h \
	%D%/cli_words.c %D%/cli_words.h \
	%D%/cli_help.c %D%/cli_help.h \
	%D%/cli_open.c %D%/cli_open.h \
	%D%/cli_progress.c %D%/cli_progress.h \
	%D%/cli_start.c %D%/cli_start.h %D%/cli_init.c \
	%D%/cli_import.c %D%/cli_export.c %D%/cli_template.c \
	%D%/cli_preview.c %D%/cli_preview.h \
	%D%/cli_overview.c %D%/cli_key_figures.c %D%/cli_key_figures.h \
	%D%/cli_scenario.c %D%/cli_scenario.h \
	%D%/cli_show.c %D%/cli_show_figures.c %D%/cli_show_json.c %D%/cli_show_figures.h \
	%D%/cli_show_links.c %D%/cli_show_links.h \
	%D%/cli_action.c \
	%D%/cli_post.c %D%/cli_link.c %D%/cli_programme.c %D%/cli_keys.c \
	%D%/cli_round.c %D%/cli_setting.c \
	%D%/cli_verify.c \
	%D%/cli_check.c \
	%D%/cli_report.c %D%/cli_edition.c %D%/cli_edition.h %D%/cli_compare.c \
	%D%/cli_issue.c %D%/cli_issue.h \
	%D%/cli_log.c %D%/cli_backup.c %D%/cli_public.c
