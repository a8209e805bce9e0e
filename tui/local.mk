noinst_LIBRARIES += libtui.a
libtui_a_SOURCES = \
	%D%/command_list.h %D%/command.c %D%/command.h \
	%D%/move.c %D%/move.h \
	%D%/event.c %D%/event.h \
	%D%/paste.c %D%/paste.h \
	%D%/style.c %D%/style.h \
	%D%/grid.c %D%/grid.h \
	%D%/spoken.c %D%/spoken.h \
	%D%/term.h %D%/term_curses.c %D%/term_type.c %D%/term_type.h %D%/terminal_test.c %D%/terminal_test.h \
	%D%/failure.c \
	%D%/field.c %D%/field.h %D%/typed.c %D%/typed.h \
	%D%/form.c %D%/form.h \
	%D%/dialog.c %D%/dialog.h %D%/prompt.c \
	%D%/chart.c %D%/chart.h \
	%D%/app.c %D%/app.h %D%/app_draw.c %D%/app_event.c %D%/app_stack.c %D%/app_undo.c %D%/run.c %D%/screen.h \
	%D%/draft.c %D%/draft.h %D%/draft_form.c %D%/draft_open.c %D%/wait.c %D%/wait.h \
	%D%/list.h %D%/list_rows.c %D%/list_draw.c %D%/list_pane.c %D%/screen_list.c \
	%D%/list_columns.c %D%/list_columns.h %D%/list_layout.c %D%/list_cells.c \
	%D%/list_filter.c %D%/list_marks.c %D%/list_search.c %D%/list_ask.c \
	%D%/list_choose.c %D%/list_bulk.c \
	%D%/memory.c %D%/memory.h \
	%D%/keys.c %D%/key_names.c %D%/key_names.h %D%/keys.h %D%/key_names_list.h \
	%D%/verbs.c %D%/verbs.h %D%/verb_post.c %D%/verb_import.c %D%/import.h %D%/screen_import.c %D%/programme.c \
	%D%/edit.h %D%/edit_fill.c %D%/edit_figures.c %D%/edit_links.c %D%/edit_steps.c %D%/edit_save.c %D%/conflict.c %D%/conflict.h %D%/conflict_text.c %D%/conflict_fields.c %D%/screen_action.c \
	%D%/screen_overview.c %D%/overview.h %D%/overview_column.c %D%/overview_drill.c %D%/screen_help.c %D%/screen_log.c \
	%D%/goals.h %D%/goal_lists.c %D%/goal_lists.h %D%/goals_rows.c %D%/goals_tell.c %D%/goals_draw.c %D%/screen_goals.c \
	%D%/assignments.h %D%/assignments_rows.c %D%/assignments_draw.c %D%/assignments_write.c \
	%D%/screen_assignments.c \
	%D%/empty.c %D%/empty.h %D%/table.c %D%/table.h %D%/steer.c %D%/steer.h %D%/list_only.c \
	%D%/screen_rounds.c %D%/screen_verify.c %D%/screen_settings.c \
	%D%/screen_decisions.c %D%/decision_write.c %D%/decisions.h \
	%D%/sheet.h %D%/sheet_rows.c %D%/sheet_draw.c %D%/sheet_pane.c %D%/sheet_cell.c %D%/sheet_check.c \
	%D%/sheet_write.c %D%/sheet_ask.c %D%/sheet_filter.c %D%/sheet_draft.c %D%/sheet_paste.c %D%/screen_report.c \
	%D%/export.c %D%/export.h %D%/screen_export.c
libtui_a_CPPFLAGS = $(AM_CPPFLAGS) $(NCURSES_CFLAGS)
