/*
 * session_kit.h - short ways to do what a person does, and to look at what came of it.
 */
#ifndef SESSION_KIT_H
#define SESSION_KIT_H

#include "exchange/csv_write.h"
#include "kit.h"
#include "rollup/check.h"
#include "session/session.h"
#include "session/upkeep.h"

#define KR(x)  (INT64_C(x) * 100)
#define NOW    "2021-07-05T12:00"
#define VARD   "Vård"
#define COL(y) ((y)-2020) /* with the years 2020-2022; 3 ej årsfördelat, 4 totalt */

static inline struct session *
kit_open(const char *path, bool write)
{
	const struct session_options options = {
		.path = path, .who = "Ann", .now = NOW, .write = write
	};
	struct session *s = NULL;
	GError *error = NULL;

	T_OK(session_open(&options, &s, &error), error);
	if (!s)
		exit(98);
	return s;
}

static inline struct session *
kit_create(const char *name)
{
	const struct session_options options = {
		.path = kit_fresh(name), .who = "Ann", .now = NOW, .write = true
	};
	struct session *s = NULL;
	GError *error = NULL;

	T_OK(session_create(&options, "P", "Programmet", &s, &error), error);
	if (!s)
		exit(98);
	return s;
}

/* Import text as a file; what was refused, as printed, in *ret_rejects (may be NULL). */
static inline bool
kit_try_import(struct session *s, enum exchange_kind kind, const char *text, bool dry,
    struct import_result *ret, char **ret_rejects, GError **error)
{
	const char *file = kit_path("in.csv");
	const struct read_options options = { 0 };
	struct rejects *rejects = rejects_new();
	GString *printed = g_string_new(NULL);
	struct import_result result = { 0 };
	bool ok;

	kit_write_text(file, text);
	ok = session_import(s, kind, &file, 1, &options, dry, rejects, &result, error);
	rejects_print(rejects, printed);
	rejects_free(rejects);
	if (ret)
		*ret = result;
	if (ret_rejects)
		*ret_rejects = g_string_free(printed, FALSE);
	else
		g_string_free(printed, TRUE);
	return ok;
}

static inline struct import_result
kit_import_at(const char *file, int line, struct session *s, enum exchange_kind kind,
    const char *text)
{
	struct import_result result = { 0 };
	g_autofree char *rejects = NULL;
	GError *error = NULL;
	bool ok = kit_try_import(s, kind, text, false, &result, &rejects, &error);

	if (!ok)
		g_printerr("%s", rejects);
	t_ok_at(file, line, ok, &error);
	return result;
}
#define kit_import(s, kind, text) kit_import_at(__FILE__, __LINE__, (s), (kind), (text))

/* The import is refused, with this in what is printed; and nothing has changed. */
static inline void
kit_refuse_at(const char *file, int line, struct session *s, enum exchange_kind kind,
    const char *text, const char *word)
{
	g_autoptr(GBytes) before = kit_read(session_path(s));
	g_autoptr(GBytes) after = NULL;
	g_autofree char *rejects = NULL;
	GError *error = NULL;
	bool ok = kit_try_import(s, kind, text, false, NULL, &rejects, &error);

	kit_refused_at(
	    file, line, ok, &error, SPARPLAN_ERROR_INPUT, "ingenting är inläst");
	if (!strstr(rejects, word))
		t_text_at(file, line, rejects, word);
	after = kit_read(session_path(s));
	CU_assertImplementation(g_bytes_equal(before, after), (unsigned)line, "same file",
	    file, "", CU_FALSE);
}
#define kit_refuse(s, kind, text, word)                                                  \
	kit_refuse_at(__FILE__, __LINE__, (s), (kind), (text), (word))

/* The header of a kind's file: amounts in kr, and of a plan the years 2020-2022. */
static inline void
kit_header(GString *out, enum exchange_kind kind)
{
	const struct kind_info *info = &exchange_kinds[kind];
	struct csv_writer w;

	csv_writer_init(&w, out);
	for (int i = 0; i < info->n_columns; i++) {
		g_autofree char *amount = g_strconcat(info->columns[i].name, " kr", NULL);

		if (!info->years && !column_is_written(&info->columns[i]))
			continue;
		csv_plain(&w, info->columns[i].type == COLUMN_AMOUNT
		                  ? amount
		                  : info->columns[i].name);
	}
	for (int year = 2020; info->years && year < 2023; year++) {
		g_autofree char *amount = g_strdup_printf("%d kr", year);

		csv_plain(&w, amount);
	}
	csv_end_row(&w);
}

static inline char *
kit_export(struct session *s, enum exchange_kind kind)
{
	GString *out = g_string_new(NULL);
	struct row_writer writer;
	GError *error = NULL;

	T_OK(csv_rows(kind, out, &writer, &error), error);
	T_OK(session_export(s, kind, &writer, &error), error);
	row_writer_clear(&writer);
	return g_string_free(out, FALSE);
}

static inline struct saved
kit_post_at(const char *file, int line, struct session *s, const char *code, int month,
    int64_t ore)
{
	const struct saving_entry entry = {
		.action = code, .month = month, .ore = ore, .cost_kind = -1
	};
	struct saved saved = { 0 };
	GError *error = NULL;

	t_ok_at(file, line, session_post(s, &entry, false, &saved, &error), &error);
	return saved;
}
#define kit_post(s, code, month, ore)                                                    \
	kit_post_at(__FILE__, __LINE__, (s), (code), (month), (ore))

static inline struct detail *
kit_detail(struct session *s, const char *code)
{
	struct detail *d = NULL;
	GError *error = NULL;

	T_OK(session_detail(s, code, NULL, &d, &error), error);
	if (!d)
		exit(97);
	return d;
}

/* How many reports an action has. */
static inline int
kit_reports(struct session *s, const char *code)
{
	struct detail *d = kit_detail(s, code);
	int n = (int)d->reports->len;

	detail_free(d);
	return n;
}

/* One action with some fields (name, value, ..., NULL) set as `andra` sets them. */
static inline bool
kit_edit(struct session *s, const char *code, const char *const *fields,
    const struct target_edit *targets, size_t n, int version, struct saved *ret,
    GError **error)
{
	g_autoptr(GStringChunk) pool = g_string_chunk_new(100);
	const struct plan *plan = NULL;
	const struct action *have;
	struct action action;
	struct action_edit edit = { .action = &action,
		.expected_version = version,
		.targets = targets,
		.n_targets = n };

	if (!session_plan(s, &plan, error))
		return false;
	have = plan_action(plan, code);
	action_init(&action, code);
	if (have)
		action = *have;
	for (; fields && fields[0]; fields += 2)
		for (int f = 0; f < ACTION_FIELD__N; f++)
			if (strcmp(action_fields[f].name, fields[0]) == 0 &&
			    !action_set(
			        &action, (enum action_field)f, fields[1], pool, error))
				return false;
	return session_edit(s, &edit, ret, error);
}

static inline struct saved
kit_set_at(const char *file, int line, struct session *s, const char *code,
    const char *field, const char *value)
{
	const char *const fields[] = { field, value, NULL };
	struct saved saved = { 0 };
	GError *error = NULL;

	t_ok_at(
	    file, line, kit_edit(s, code, fields, NULL, 0, 0, &saved, &error), &error);
	return saved;
}
#define kit_set(s, code, field, value)                                                   \
	kit_set_at(__FILE__, __LINE__, (s), (code), (field), (value))

static inline struct saved
kit_target_at(const char *file, int line, struct session *s, const char *code,
    struct target_edit target)
{
	struct saved saved = { 0 };
	GError *error = NULL;

	t_ok_at(
	    file, line, kit_edit(s, code, NULL, &target, 1, 0, &saved, &error), &error);
	return saved;
}
#define kit_target(s, code, ...)                                                         \
	kit_target_at(                                                                   \
	    __FILE__, __LINE__, (s), (code), (struct target_edit){ __VA_ARGS__ })

static inline struct saved
kit_undo_at(const char *file, int line, struct session *s, int64_t change)
{
	struct saved saved = { 0 };
	GError *error = NULL;

	t_ok_at(file, line, session_undo(s, change, &saved, &error), &error);
	return saved;
}
#define kit_undo(s, change) kit_undo_at(__FILE__, __LINE__, (s), (change))

/* File, chain, balances: nothing to remark on. */
static inline void
kit_sound_at(const char *file, int line, struct session *s)
{
	GPtrArray *remarks = remarks_new();
	GError *error = NULL;

	t_ok_at(file, line, session_check(s, CHECK_DATABASE, remarks, &error), &error);
	for (guint i = 0; i < remarks->len; i++)
		t_text_at(
		    file, line, ((struct remark *)remarks->pdata[i])->text, "no remark");
	g_ptr_array_unref(remarks);
}
#define kit_sound(s) kit_sound_at(__FILE__, __LINE__, (s))

/* The cell of a row (NULL: the total) by its heading; all missing when there is none. */
static inline struct figure
kit_cell(struct session *s, const struct view *view, enum grouping grouping,
    enum selection selection, const char *text, int column)
{
	struct rollup *r = NULL;
	struct figure figure = { 0 };
	GError *error = NULL;

	T_OK(session_rollup(s, view, grouping, selection, &r, &error), error);
	if (!r)
		return figure;
	if (!text)
		figure = r->total.cells[column];
	for (guint i = 0; text && i < r->rows->len; i++) {
		const struct rollup_row *row =
		    &g_array_index(r->rows, struct rollup_row, i);

		if (strcmp(row->text, text) == 0)
			figure = row->cells[column];
	}
	rollup_free(r);
	return figure;
}

/* A year's counted sum of a förvaltning, with the years of the rollup as they are. */
static inline void
kit_unit_at(const char *file, int line, struct session *s, const char *unit,
    int64_t target, int64_t realised)
{
	struct rollup *r = NULL;
	struct figure f = { 0 };
	GError *error = NULL;

	t_ok_at(file, line,
	    session_rollup(s, NULL, GROUPING_UNIT, SELECT_ALL, &r, &error), &error);
	for (guint i = 0; r && i < r->rows->len; i++) {
		const struct rollup_row *row =
		    &g_array_index(r->rows, struct rollup_row, i);

		if (strcmp(row->text, unit) == 0)
			f = row->cells[ROLLUP_TOTAL(r)];
	}
	rollup_free(r);
	kit_int_at(file, line, f.target.known ? f.target.ore : -1, target);
	kit_int_at(file, line, f.realised.known ? f.realised.ore : -1, realised);
}
/* -1: no amount */
#define kit_unit(s, unit, target, realised)                                              \
	kit_unit_at(__FILE__, __LINE__, (s), (unit), (target), (realised))

#endif
