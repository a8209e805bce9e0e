/*
 * verb_import.c - which file to read in, and reading it: as a trial, and for good.
 */
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "exchange/rejects.h"
#include "tui/dialog.h"
#include "tui/import.h"
#include "tui/typed.h"
#include "tui/verbs.h"
#include "tui/wait.h"

/* ---- a trial ----------------------------------------------------------------------- */

static void
group_free(void *data)
{
	struct import_group *group = data;

	g_array_unref(group->changes);
	g_free(group);
}

static struct import_trial *
trial_new(enum exchange_kind kind, const char *path)
{
	struct import_trial *trial = g_new0(struct import_trial, 1);

	trial->kind = kind;
	trial->path = g_strdup(path);
	trial->groups = g_ptr_array_new_with_free_func(group_free);
	trial->wrong = g_ptr_array_new_with_free_func(g_free);
	trial->by_code = g_hash_table_new(g_str_hash, g_str_equal);
	trial->text = g_string_chunk_new(4096);
	return trial;
}

void
import_trial_free(struct import_trial *trial)
{
	if (trial == NULL)
		return;
	g_hash_table_unref(trial->by_code);
	g_ptr_array_unref(trial->groups);
	g_ptr_array_unref(trial->wrong);
	g_string_chunk_free(trial->text);
	g_free(trial->path);
	g_free(trial);
}

static struct import_group *
group_of(struct import_trial *trial, const char *code)
{
	struct import_group *group = g_hash_table_lookup(trial->by_code, code);

	if (group != NULL)
		return group;
	group = g_new0(struct import_group, 1);
	group->code = g_string_chunk_insert(trial->text, code);
	group->changes = g_array_new(FALSE, FALSE, sizeof(struct import_change));
	g_ptr_array_add(trial->groups, group);
	g_hash_table_insert(trial->by_code, (void *)(uintptr_t)group->code, group);
	return group;
}

static const char *
keep(struct import_trial *trial, const char *text)
{
	g_autofree char *safe = text_display(text);

	return g_string_chunk_insert_const(trial->text, safe);
}

static void
take_told(void *user, const struct import_told *told)
{
	struct import_trial *trial = user;
	struct import_group *group;
	struct import_change change;

	if (trial->told >= IMPORT_FACTS_TOLD) {
		trial->more = true;
		return;
	}
	trial->told++;
	group = group_of(trial, told->action);
	change = (struct import_change){ .fate = told->fate,
		.field = keep(trial, told->field),
		.before = keep(trial, told->before),
		.after = keep(trial, told->after),
		.who = keep(trial, told->who != NULL ? told->who : ""),
		.doubt = keep(trial, told->doubt) };
	g_array_append_val(group->changes, change);
	/* what somebody else has written stays, unless it is chosen */
	if (told->fate == IMPORT_LATER)
		group->later = group->left = true;
}

static gint
by_code(gconstpointer a, gconstpointer b)
{
	const struct import_group *const *x = a, *const *y = b;

	return strcmp((*x)->code, (*y)->code);
}

/* ---- reading ----------------------------------------------------------------------- */

/* `Mall!E2: kolumn …`: the screen says which file it is. */
static GPtrArray *
reject_lines(const struct rejects *rejects)
{
	const GPtrArray *kept = rejects_kept(rejects);
	GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);
	int all = rejects_count(rejects);

	for (guint i = 0; i < kept->len; i++)
		g_ptr_array_add(lines, reject_text(g_ptr_array_index(kept, i)));
	if (all > (int)kept->len)
		g_ptr_array_add(
		    lines, g_strdup_printf(
		               "%d fel i allt; de %u första visas.", all, kept->len));
	return lines;
}

/* Takes `lines`.  `choosable`: the actions they are about can be left out. */
static void
show_wrong(struct app *app, const char *path, GPtrArray *lines, bool choosable)
{
	g_autofree char *base = g_path_get_basename(path);
	g_autofree char *safe = text_display(base);

	g_ptr_array_insert(
	    lines, 0, g_strdup_printf("#Ingenting är inläst. Rätta detta i %s:", safe));
	if (choosable)
		g_ptr_array_add(lines,
		    g_strdup(
		        "Eller tryck q, lämna de åtgärderna med Blanksteg och läs in "
		        "resten med F2."));
	dialog_read(app, "Inläsningen stoppades", lines);
}

/* What stands there as it is tried: what is written later is not what was looked at. */
static bool
note_state(struct app *app, struct import_trial *trial, GError **error)
{
	struct last_change last = { 0 };

	if (!session_last_change(app->session, &last, error))
		return false;
	trial->seen = last.number;
	last_change_clear(&last);
	/* what cannot be looked at cannot be read, and is told then */
	if (g_stat(trial->path, &trial->file) != 0)
		memset(&trial->file, 0, sizeof(trial->file));
	return true;
}

bool
import_is_same(const struct import_trial *trial)
{
	const GStatBuf *was = &trial->file;
	GStatBuf now;

	return g_stat(trial->path, &now) == 0 && now.st_dev == was->st_dev &&
	       now.st_ino == was->st_ino && now.st_size == was->st_size &&
	       now.st_mtim.tv_sec == was->st_mtim.tv_sec &&
	       now.st_mtim.tv_nsec == was->st_mtim.tv_nsec;
}

/* Keys are not looked at meanwhile, but for Esc.  What is refused is added to `wrong`. */
static bool
read_file(struct app *app, const struct import_trial *trial, const char *doing,
    const struct import_choice *choice, bool dry_run, struct import_result *ret,
    GPtrArray **wrong, GError **error)
{
	const char *path = trial->path;
	struct work work;
	struct read_options options = { .progress = work_on, .progress_user = &work };
	struct rejects *rejects = rejects_new();
	GError *why = NULL;
	bool ok;

	work_start(&work, app, doing, path);
	ok = session_import_chosen(app->session, trial->kind, &path, 1, &options, choice,
	    dry_run, rejects, ret, &why);
	work_end(&work);
	*wrong = reject_lines(rejects);
	rejects_free(rejects);
	if (!ok && work.cancelled) {
		g_clear_error(&why);
		g_ptr_array_set_size(*wrong, 0);
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT,
		    "Inläsningen är avbruten. Ingenting är inläst.");
	} else if (!ok)
		g_propagate_error(error, why);
	return ok;
}

struct import_trial *
import_try(struct app *app, enum exchange_kind kind, const char *path, GError **error)
{
	struct import_trial *trial = trial_new(kind, path);
	const struct import_choice choice = { .tell = take_told, .user = trial };
	g_autoptr(GPtrArray) wrong = NULL;
	GError *why = NULL;

	if (!note_state(app, trial, error)) {
		import_trial_free(trial);
		return NULL;
	}
	if (!read_file(
	        app, trial, "Prövar", &choice, true, &trial->result, &wrong, &why)) {
		bool later =
		    g_error_matches(why, SPARPLAN_ERROR, SPARPLAN_ERROR_CONFLICT);

		/* where the rest can be read in, what is refused is a part of the picture
		 */
		if (trial->groups->len == 0 || (!later && wrong->len == 0)) {
			if (wrong->len > 0)
				show_wrong(
				    app, trial->path, g_steal_pointer(&wrong), false);
			import_trial_free(trial);
			g_propagate_error(error, why);
			return NULL;
		}
		g_error_free(why);
		/* what others have written is told of its own */
		if (!later) {
			g_ptr_array_unref(trial->wrong);
			trial->wrong = g_steal_pointer(&wrong);
		}
	}
	g_ptr_array_sort(trial->groups, by_code);
	return trial;
}

bool
import_choosable(const struct import_trial *trial)
{
	return !trial->more && !g_hash_table_contains(trial->by_code, "");
}

bool
import_take(struct app *app, const struct import_trial *trial, struct import_result *ret,
    GError **error)
{
	g_autoptr(GPtrArray) chosen = g_ptr_array_new();
	g_autoptr(GPtrArray) wrong = NULL;
	struct import_choice choice = { .seen = trial->seen };
	bool ok, some = trial->wrong->len > 0;

	for (guint i = 0; i < trial->groups->len; i++) {
		const struct import_group *group = g_ptr_array_index(trial->groups, i);

		if (!group->left)
			g_ptr_array_add(chosen, (void *)(uintptr_t)group->code);
		some = some || group->left;
		choice.replace = choice.replace || (group->later && !group->left);
	}
	g_ptr_array_add(chosen, NULL);
	if (some)
		choice.only = (const char *const *)chosen->pdata;
	ok = read_file(app, trial, "Läser in", &choice, false, ret, &wrong, error);
	if (!ok && wrong->len > 0 &&
	    !g_error_matches(*error, SPARPLAN_ERROR, SPARPLAN_ERROR_CONFLICT)) {
		g_clear_error(error); /* it only counts what is shown */
		show_wrong(
		    app, trial->path, g_steal_pointer(&wrong), import_choosable(trial));
	}
	return ok;
}

/* ---- which file -------------------------------------------------------------------- */

/* The order of the choice: what is read in most days first. */
static const enum exchange_kind offered[] = { EXCHANGE_REPORTS, EXCHANGE_SAVINGS,
	EXCHANGE_PLAN, EXCHANGE_FORECASTS, EXCHANGE_REQUIREMENTS, EXCHANGE_REALLOCATIONS,
	EXCHANGE_BENCHMARKS, EXCHANGE_OVERLAPS, EXCHANGE_CALCULATIONS, EXCHANGE_DECISIONS,
	EXCHANGE_ASSESSMENTS, EXCHANGE_MILESTONES, EXCHANGE_GOALS, EXCHANGE_INDICATORS,
	EXCHANGE_MEASUREMENTS, EXCHANGE_ASSIGNMENTS, EXCHANGE_PRECONDITIONS,
	EXCHANGE_LINKS };
G_STATIC_ASSERT(G_N_ELEMENTS(offered) == EXCHANGE_KIND__N);

static bool
import_done(struct app *app, struct prompt *prompt, void *user)
{
	g_autofree char *path = typed_path(prompt_text(prompt, 1));
	GError *error = NULL;
	struct import_trial *trial;

	(void)user;
	if (path[0] == '\0') {
		prompt_refuse(prompt, 1, g_strdup("Skriv namnet på filen."));
		return false;
	}
	trial = import_try(app, offered[prompt_chosen(prompt, 0)], path, &error);
	if (trial == NULL) {
		prompt_refuse(prompt, 1, g_strdup(error->message));
		g_error_free(error);
		return false;
	}
	screen_import_open(app, trial);
	return true;
}

void
verb_import(struct app *app, bool plan)
{
	struct prompt *prompt = prompt_new("Läs in en fil",
	    "CSV, JSON eller XLSX; en ifylld uppföljningsmall är ett läge. Först visas "
	    "vad "
	    "som skulle ändras, och ingenting skrivs förrän du godkänner det.",
	    import_done, NULL, NULL);
	GPtrArray *kinds = g_ptr_array_new_with_free_func(g_free);
	int chosen = 0;

	for (size_t i = 0; i < G_N_ELEMENTS(offered); i++) {
		const struct kind_info *info = &exchange_kinds[offered[i]];

		g_ptr_array_add(
		    kinds, g_strdup_printf("%s (%s)", info->title, info->name));
		if (plan && offered[i] == EXCHANGE_PLAN)
			chosen = (int)i;
	}
	prompt_add_choice(prompt, "Slag", kinds, chosen);
	prompt_add_text(prompt, "Fil", "");
	prompt_focus(prompt, 1);
	prompt_open_query(app, prompt);
}
