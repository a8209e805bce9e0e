/* import.c - files read into one transaction, all of them or nothing. */
#include "session/import.h"

#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "exchange/file_read.h"

static const struct import_kind *const kinds[EXCHANGE_KIND__N] = {
	[EXCHANGE_PLAN] = &import_plan_kind,
	[EXCHANGE_SAVINGS] = &import_savings_kind,
	[EXCHANGE_REPORTS] = &import_reports_kind,
	[EXCHANGE_REQUIREMENTS] = &import_requirements_kind,
	[EXCHANGE_REALLOCATIONS] = &import_reallocations_kind,
	[EXCHANGE_BENCHMARKS] = &import_benchmarks_kind,
	[EXCHANGE_OVERLAPS] = &import_overlaps_kind,
	[EXCHANGE_CALCULATIONS] = &import_calculations_kind,
	[EXCHANGE_DECISIONS] = &import_decisions_kind,
	[EXCHANGE_ASSESSMENTS] = &import_assessments_kind,
	[EXCHANGE_MILESTONES] = &import_milestones_kind,
	[EXCHANGE_FORECASTS] = &import_forecasts_kind,
	[EXCHANGE_GOALS] = &import_goals_kind,
	[EXCHANGE_INDICATORS] = &import_indicators_kind,
	[EXCHANGE_MEASUREMENTS] = &import_measurements_kind,
	[EXCHANGE_ASSIGNMENTS] = &import_assignments_kind,
	[EXCHANGE_PRECONDITIONS] = &import_preconditions_kind,
	[EXCHANGE_LINKS] = &import_links_kind,
};

const char *
import_column(const struct row *row, const struct kind_info *kind, int column)
{
	return row->headers[column] ? row->headers[column] : kind->columns[column].name;
}

void
import_refuse(
    struct importer *im, const struct row *row, const char *column, GError **error)
{
	rejects_add(im->rejects, row->file, row->line, column, "%s", (*error)->message);
	g_clear_error(error);
}

struct action *
import_action(
    struct importer *im, const struct row *row, const struct kind_info *kind, int column)
{
	const char *code = row->values[column].text;
	struct action *action = plan_action(im->plan, code);
	GError *error = NULL;

	if (!row->values[column].given)
		return NULL; /* refused already */
	if (!action) {
		session_no_action_on(im->plan, code, im->session->screen, &error);
		import_refuse(im, row, import_column(row, kind, column), &error);
	}
	return action;
}

const char *
import_text(const struct value *value)
{
	return value->given ? value->text : "";
}

const char *
import_keep(struct importer *im, const struct value *value)
{
	return g_string_chunk_insert_const(im->text, import_text(value));
}

void
import_say(struct importer *im, const struct row *row, int column, const char **field)
{
	if (row->values[column].given)
		*field = import_keep(im, &row->values[column]);
}

bool
import_word(struct importer *im, const struct row *row, const struct kind_info *kind,
    int column, const struct word *words, int *ret)
{
	GError *error = NULL;

	if (!row->values[column].given ||
	    word_parse(words, row->values[column].text, ret, &error))
		return true;
	import_refuse(im, row, import_column(row, kind, column), &error);
	return false;
}

bool
import_once(struct importer *im, const struct row *row, const struct kind_info *kind,
    int column, char *key)
{
	gpointer line = g_hash_table_lookup(im->seen, key);

	if (line) {
		rejects_add(im->rejects, row->file, row->line,
		    import_column(row, kind, column),
		    "raden upprepar rad %d; ta bort den ena", GPOINTER_TO_INT(line));
		g_free(key);
		return false;
	}
	g_hash_table_insert(im->seen, key, GINT_TO_POINTER(MAX(row->line, 1)));
	return true;
}

void
import_count(struct importer *im, bool known, bool same)
{
	if (!known)
		im->result->added++;
	else if (same)
		im->result->same++;
	else
		im->result->changed++;
}

/* A source of rows: a file, or bytes in the program. */
struct import_source {
	const char *name;
	const char *data; /* NULL: a file */
	size_t size;
};

static bool
read_source(struct importer *im, const struct import_source *source,
    enum exchange_kind kind, const struct read_options *options, GError **error)
{
	const struct kind_info *info = &exchange_kinds[kind];
	struct read_stats stats = { 0 };
	bool ok = source->data
	              ? csv_read_data(source->data, source->size, source->name, info,
	                    options, import_choose, im, im->rejects, &stats, error)
	              : file_read(source->name, info, options, import_choose, im,
	                    im->rejects, &stats, error);

	im->result->rows += stats.rows;
	im->result->empty += stats.empty;
	im->result->hidden += stats.hidden;
	im->result->header = stats.header;
	memcpy(im->result->sheet, stats.sheet, sizeof(stats.sheet));
	return ok;
}

static bool
refuse_all(struct importer *im, GError **error)
{
	int n = rejects_count(im->rejects);

	if (n == 0)
		return true;
	g_set_error(error, SPARPLAN_ERROR,
	    n == import_template_later(im) ? SPARPLAN_ERROR_CONFLICT
	                                   : SPARPLAN_ERROR_INPUT,
	    n == 1
	        ? "%d fel hittades och ingenting är inläst. Rätta det och läs in igen."
	        : "%d fel hittades och ingenting är inläst. Rätta dem och läs in igen.",
	    n);
	return false;
}

static bool
read_all(struct importer *im, enum exchange_kind kind,
    const struct import_source *sources, size_t n, const struct read_options *options,
    GError **error)
{
	const struct import_kind *how = kinds[kind];
	bool ok = names_init(&im->names, im->session, im->plan, error);

	if (how->start)
		how->start(im);
	for (size_t i = 0; ok && i < n; i++)
		ok = read_source(im, &sources[i], kind, options, error);
	if (ok && how->finish)
		ok = how->finish(im, error);
	ok = ok && import_template_since(im, error) && refuse_all(im, error) &&
	     import_check_chosen(im, error) && import_tell(im, error);
	if (how->end)
		how->end(im);
	names_clear(&im->names);
	return ok;
}

static char *
note_of(const struct import_source *sources, size_t n)
{
	GString *note = g_string_new(NULL);

	for (size_t i = 0; i < n; i++) {
		g_autofree char *base = g_path_get_basename(sources[i].name);
		g_autofree char *shown = text_display(base);

		g_string_append_printf(note, "%s%s", i ? ", " : "", shown);
	}
	return g_string_free(note, FALSE);
}

/* Within a transaction that the caller ends. */
static bool
import_sources(struct session *s, struct plan *plan, enum exchange_kind kind,
    const struct import_source *sources, size_t n, const struct read_options *options,
    const struct import_choice *choice, struct rejects *rejects,
    struct import_result *ret, GError **error)
{
	struct importer im = { .session = s,
		.plan = plan,
		.rejects = rejects,
		.result = ret,
		.late = options->late,
		.choice = choice,
		.row = kinds[kind]->row };
	bool ok;

	im.text = g_string_chunk_new(16384);
	im.seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	im.chosen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	ok = read_all(&im, kind, sources, n, options, error);
	import_template_clear(&im);
	g_hash_table_destroy(im.chosen);
	g_hash_table_destroy(im.seen);
	g_string_chunk_free(im.text);
	return ok;
}

bool
session_import(struct session *s, enum exchange_kind kind, const char *const *files,
    size_t n_files, const struct read_options *options, bool dry_run,
    struct rejects *rejects, struct import_result *ret, GError **error)
{
	const struct import_choice all = { 0 };

	return session_import_chosen(
	    s, kind, files, n_files, options, &all, dry_run, rejects, ret, error);
}

bool
session_import_chosen(struct session *s, enum exchange_kind kind,
    const char *const *files, size_t n_files, const struct read_options *options,
    const struct import_choice *choice, bool dry_run, struct rejects *rejects,
    struct import_result *ret, GError **error)
{
	g_autofree struct import_source *sources =
	    g_new0(struct import_source, n_files + 1);
	g_autofree char *verb = g_strdup_printf("import %s", exchange_kinds[kind].name);
	g_autofree char *note = NULL;
	struct import_result result = { 0 };
	struct read_options own = *options;
	struct plan *plan;
	bool ok;

	own.screen = s->screen;
	for (size_t i = 0; i < n_files; i++)
		sources[i].name = files[i];
	note = note_of(sources, n_files);
	if (!import_check_kind(choice, &exchange_kinds[kind], error) ||
	    !session_begin(s, kinds[kind]->parts, &plan, error))
		return false;
	ok = import_sources(
	    s, plan, kind, sources, n_files, &own, choice, rejects, &result, error);
	if (!session_end(s, ok, !dry_run, verb, note, &result.change, error))
		return false;
	*ret = result;
	return true;
}

bool
import_embedded(struct session *s, enum exchange_kind kind,
    const struct embedded_file *file, GError **error)
{
	struct import_source source = { file->name, file->data, file->size };
	g_autofree char *verb = g_strdup_printf("import %s", exchange_kinds[kind].name);
	g_autofree char *note = note_of(&source, 1);
	struct rejects *rejects = rejects_new();
	struct read_options options = { 0 };
	struct import_choice all = { 0 };
	struct import_result result = { 0 };
	struct plan *plan;
	int64_t change;
	bool ok = session_begin(s, kinds[kind]->parts, &plan, error);

	if (ok && !import_sources(s, plan, kind, &source, 1, &options, &all, rejects,
	              &result, error)) {
		g_autoptr(GString) lines = g_string_new(NULL);

		rejects_print(rejects, lines);
		g_prefix_error(error, "%s", lines->str);
		session_cancel(s);
		ok = false;
	} else if (ok) {
		ok = session_commit(s, verb, note, 0, &change, error);
	}
	rejects_free(rejects);
	return ok;
}
