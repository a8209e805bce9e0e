/*
 * cli_action.c - andra: change an action's fields and targets.
 *
 * Fields are named as in the plan file.  Which line an amount belongs to is decided here,
 * because a person at a command line leaves out what can be understood.
 */
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "cli/cli_open.h"
#include "cli/cli_table.h"

static struct {
	char *version;
} given;

const GOptionEntry edit_options[] = {
	{ "om-version", 0, 0, G_OPTION_ARG_FILENAME, &given.version,
	    "ändra bara om detta fortfarande är den gällande versionen", "N" },
	{ NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL }
};

/* What the arguments say, before the action is read. */
struct changes {
	GArray *texts;         /* struct text_change */
	GArray *targets;       /* struct target_edit, without their line */
	const char *recipient; /* NULL: not given */
	const char *cost_text; /* NULL: not given */
	int cost_kind;
};
struct text_change {
	enum action_field field;
	const char *name, *value; /* as written */
};

static bool
refuse_value(GError **error, const char *name, GError *cause)
{
	g_propagate_prefixed_error(error, cause, "Fältet \"%s\": ", name);
	return false;
}

static bool
take_amount(struct changes *changes, const struct column_match *match, const char *name,
    const char *value, GError **error)
{
	struct target_edit target = { .year = match->year };
	GError *cause = NULL;

	if (!match->has_unit)
		return cli_usage(error,
		    "Beloppet \"%s\" saknar enhet. Skriv till exempel \"%s mkr=%s\".",
		    name, name, value);
	if (!money_parse(value, (enum money_unit)match->unit, DECIMAL_EITHER,
	        &target.amount, &cause))
		return refuse_value(error, name, cause);
	for (guint i = 0; i < changes->targets->len; i++)
		if (g_array_index(changes->targets, struct target_edit, i).year ==
		    match->year)
			return cli_usage(error,
			    "Beloppet \"%s\" ges två gånger. Ge det en gång.", name);
	g_array_append_val(changes->targets, target);
	return true;
}

static bool
take_column(struct changes *changes, const struct column_match *match, const char *name,
    const char *value, GError **error)
{
	enum action_field field;
	GError *cause = NULL;

	if (match->column < 0 || match->column == PLAN_WHOLE)
		return take_amount(changes, match, name, value, error);
	if (match->column == PLAN_CHECKSUM)
		return cli_usage(error, "En kontrollsumma räknas fram och kan inte "
		                        "ändras. Ändra årens belopp.");
	if (match->column == PLAN_ID)
		return cli_usage(
		    error, "En åtgärds id ändras aldrig. Ta bort \"%s=\".", name);
	if (match->column == PLAN_RECIPIENT) {
		changes->recipient = value;
		return true;
	}
	if (match->column == PLAN_COST_KIND) {
		changes->cost_text = value;
		return word_parse(cost_kind_words, value, &changes->cost_kind, &cause) ||
		       refuse_value(error, name, cause);
	}
	if (plan_column_field(match->column, &field)) {
		struct text_change change = { field, name, value };

		for (guint i = 0; i < changes->texts->len; i++)
			if (g_array_index(changes->texts, struct text_change, i).field ==
			    field)
				return cli_usage(error,
				    "Fältet \"%s\" ges två gånger. Ge det en gång.",
				    name);

		g_array_append_val(changes->texts, change);
		return true;
	}
	return cli_usage(error, "Fältet \"%s\" kan inte ändras.", name);
}

/* FÄLT=VÄRDE; `word` is cut at the '='. */
static bool
take_word(struct changes *changes, char *word, GError **error)
{
	struct column_match match = { .column = -1 };
	char *equals = strchr(word, '=');
	GError *cause = NULL;

	if (!equals)
		return cli_usage(error,
		    "\"%s\" saknar likhetstecken. Skriv FÄLT=VÄRDE, till exempel "
		    "status=pågående.",
		    word);
	*equals = '\0';
	if (!column_match(&exchange_kinds[EXCHANGE_PLAN], word, &match, &cause)) {
		g_autofree char *prefix = g_strdup_printf("Fältet \"%s\"", word);

		return cli_usage_from(error, cause, prefix);
	}
	return take_column(changes, &match, word, equals + 1, error);
}

/* ---- which line an amount belongs to ----------------------------------------------- */

/* "" and "ej fördelad" are the same recipient. */
static bool
same_recipient(const char *a, const char *b)
{
	g_autofree char *x = text_fold(text_is_blank(a) ? "ej fördelad" : a);
	g_autofree char *y = text_fold(text_is_blank(b) ? "ej fördelad" : b);

	return strcmp(x, y) == 0;
}

/* The action's lines: distinct (recipient, cost kind) of its targets. */
static GArray *
lines_of(const struct detail *detail)
{
	GArray *lines = g_array_new(FALSE, TRUE, sizeof(struct detail_target));

	for (guint i = 0; i < detail->targets->len; i++) {
		const struct detail_target *t =
		    &g_array_index(detail->targets, struct detail_target, i);
		bool known = false;

		for (guint k = 0; k < lines->len && !known; k++) {
			const struct detail_target *l =
			    &g_array_index(lines, struct detail_target, k);

			known = l->cost_kind == t->cost_kind &&
			        same_recipient(l->recipient, t->recipient);
		}
		if (!known)
			g_array_append_val(lines, *t);
	}
	return lines;
}

static bool
ambiguous(const char *code, const GArray *lines, GError **error)
{
	g_autoptr(GString) list = g_string_new(NULL);

	for (guint i = 0; i < lines->len; i++) {
		const struct detail_target *l =
		    &g_array_index(lines, struct detail_target, i);

		g_string_append_printf(list, "%smottagare=\"%s\" kostnadsslag=%s",
		    i ? "; " : "", l->recipient,
		    word_text(cost_kind_words, (int)l->cost_kind));
	}
	return cli_usage(error,
	    "Åtgärden %s har flera mållinjer. Säg vilken av dem beloppet hör till: %s.",
	    code, list->str);
}

/*
 * The line that the given words single out among the action's own.  When none fits it is
 * a new one: of an action with several lines both words must then be given; with one line
 * (or none) what is not said is as there.
 */
static bool
choose_line(const struct changes *changes, const struct detail *detail,
    struct target_edit *ret, GError **error)
{
	g_autoptr(GArray) lines = lines_of(detail);
	const struct detail_target *fit = NULL;
	bool whole = changes->recipient && changes->cost_text;
	guint n_fit = 0;

	for (guint i = 0; i < lines->len; i++) {
		const struct detail_target *l =
		    &g_array_index(lines, struct detail_target, i);

		if ((changes->recipient &&
		        !same_recipient(l->recipient, changes->recipient)) ||
		    (changes->cost_text && (int)l->cost_kind != changes->cost_kind))
			continue;
		fit = l;
		n_fit++;
	}
	if (n_fit > 1 || (n_fit == 0 && lines->len > 1 && !whole))
		return ambiguous(detail->action.code, lines, error);
	if (!fit && lines->len == 1)
		fit = &g_array_index(lines, struct detail_target, 0);
	ret->recipient = changes->recipient ? changes->recipient
	                 : fit              ? fit->recipient
	                                    : NULL;
	ret->cost_kind = changes->cost_text ? (enum cost_kind)changes->cost_kind
	                 : fit              ? fit->cost_kind
	                                    : COST_UNSPECIFIED;
	return true;
}

static bool
place_targets(struct changes *changes, const struct detail *detail, GError **error)
{
	struct target_edit line = { 0 };

	if (changes->targets->len == 0) {
		if (!changes->recipient && !changes->cost_text)
			return true;
		return cli_usage(error,
		    "%s= säger vilken mållinje ett belopp hör till. Ge också beloppet, "
		    "till "
		    "exempel \"2020 mkr=3\".",
		    changes->recipient ? "mottagare" : "kostnadsslag");
	}
	if (!choose_line(changes, detail, &line, error))
		return false;
	for (guint i = 0; i < changes->targets->len; i++) {
		struct target_edit *t =
		    &g_array_index(changes->targets, struct target_edit, i);

		t->recipient = line.recipient;
		t->cost_kind = line.cost_kind;
	}
	return true;
}

/* ---- the command ------------------------------------------------------------------- */

static bool
parse_version(int *ret, GError **error)
{
	guint64 number = 0;

	*ret = 0;
	if (given.version &&
	    !g_ascii_string_to_unsigned(given.version, 10, 1, G_MAXINT, &number, NULL))
		return cli_usage(error,
		    "Värdet för --om-version är inte ett versionsnummer: \"%s\". Skriv "
		    "ett heltal "
		    "från 1.",
		    given.version);
	*ret = (int)number;
	return true;
}

static bool
edit_action(struct cli *cli, struct session *session, struct changes *changes,
    int version, GError **error)
{
	struct view view = { 0 };
	struct detail *detail = NULL;
	struct action_edit edit = { .expected_version = version };
	struct saved saved = { 0 };
	bool ok;

	if (!session_detail(session, cli->words[0], &view, &detail, error))
		return false;
	edit.action = &detail->action;
	ok = place_targets(changes, detail, error);
	for (guint i = 0; ok && i < changes->texts->len; i++) {
		const struct text_change *t =
		    &g_array_index(changes->texts, struct text_change, i);
		GError *cause = NULL;

		ok = action_set(
		         &detail->action, t->field, t->value, detail->text, &cause) ||
		     refuse_value(error, t->name, cause);
	}
	if (ok) {
		edit.targets =
		    (const struct target_edit *)(gconstpointer)changes->targets->data;
		edit.n_targets = changes->targets->len;
		ok = session_edit(session, &edit, &saved, error);
	}
	cli->saved = ok && saved.change != 0;
	if (cli->saved)
		g_string_append_printf(
		    cli->out, "ok %s version %d\n", detail->action.code, saved.version);
	else if (ok)
		g_string_append(cli->out, "oförändrad\n");
	detail_free(detail);
	return ok;
}

bool
edit_run(struct cli *cli, GError **error)
{
	g_autoptr(GArray) texts = g_array_new(FALSE, TRUE, sizeof(struct text_change));
	g_autoptr(GArray) targets = g_array_new(FALSE, TRUE, sizeof(struct target_edit));
	struct changes changes = { .texts = texts, .targets = targets };
	struct session *session = NULL;
	int version;
	bool ok;

	if (!parse_version(&version, error))
		return false;
	for (int i = 1; i < cli->n_words; i++)
		if (!take_word(&changes, cli->words[i], error))
			return false;
	if (!open_session(cli, true, &session, error))
		return false;
	ok = edit_action(cli, session, &changes, version, error);
	session_free(session);
	return ok;
}
