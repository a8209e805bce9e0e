/*
 * verb_post.c - post a realised saving: asks for month, amount and plan line, and what to
 * do when the month has one already.
 */
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "calendar/month.h"
#include "tui/dialog.h"
#include "tui/verbs.h"

enum { POST_MONTH, POST_AMOUNT, POST_COMMENT, POST_LINE };

struct post {
	char *code;
	enum money_unit unit;
	GPtrArray *recipients; /* char *, by plan line */
	GArray *cost_kinds;    /* int */
	struct prompt *prompt; /* while it is open */
};

static void
post_free(gpointer data)
{
	struct post *post = data;

	g_free(post->code);
	g_ptr_array_unref(post->recipients);
	g_array_unref(post->cost_kinds);
	g_free(post);
}

static bool
read_amount(const struct post *post, struct prompt *prompt, struct amount *ret)
{
	GError *error = NULL;

	if (!money_parse(prompt_text(prompt, POST_AMOUNT), post->unit, DECIMAL_EITHER,
	        ret, &error)) {
		prompt_refuse(
		    prompt, POST_AMOUNT, g_strdup_printf("Belopp: %s.", error->message));
		g_error_free(error);
		return false;
	}
	if (!ret->known)
		prompt_refuse(prompt, POST_AMOUNT,
		    g_strdup_printf("Beloppet saknas. Skriv det i %s, till exempel 1,3.",
		        money_unit_name(post->unit)));
	return ret->known;
}

static bool
read_entry(const struct post *post, struct prompt *prompt, struct saving_entry *ret)
{
	struct amount amount;
	GError *error = NULL;

	memset(ret, 0, sizeof(*ret));
	ret->action = post->code;
	ret->cost_kind = -1;
	ret->comment = prompt_text(prompt, POST_COMMENT);
	if (!month_parse(prompt_text(prompt, POST_MONTH), &ret->month, &error)) {
		prompt_refuse(
		    prompt, POST_MONTH, g_strdup_printf("Månad: %s.", error->message));
		g_error_free(error);
		return false;
	}
	if (!read_amount(post, prompt, &amount))
		return false;
	ret->ore = amount.ore;
	if (post->recipients->len > 1) {
		guint line = (guint)MAX(prompt_chosen(prompt, POST_LINE), 0);

		ret->unit = g_ptr_array_index(post->recipients, line);
		ret->cost_kind = g_array_index(post->cost_kinds, int, line);
	}
	return true;
}

static void
tell(struct app *app, const struct post *post, const struct saving_entry *entry,
    const struct saved *saved)
{
	g_autofree char *month = month_words(entry->month);
	g_autofree char *amount = amount_text(
	    amount_of(entry->ore), post->unit, money_unit_decimals(post->unit));

	if (saved->change == 0)
		app_did(app, saved,
		    g_strdup_printf("%s %s: %s %s fanns redan. Inget är ändrat.",
		        post->code, month, amount, money_unit_name(post->unit)));
	else
		app_did(app, saved,
		    g_strdup_printf("%s %s: %s %s bokfört. u ångrar.", post->code, month,
		        amount, money_unit_name(post->unit)));
}

static void
refuse(struct app *app, struct prompt *prompt, GError *error)
{
	prompt_fail(app, prompt, POST_AMOUNT, "Utfallet är INTE sparat.", error);
}

/* Over the prompt, which is still open: post the difference after all. */
static void
difference_done(struct app *app, void *user, int index)
{
	struct post *post = user;
	struct saving_entry entry;
	struct saved saved = { 0 };
	GError *error = NULL;

	if (index != 0 || !read_entry(post, post->prompt, &entry))
		return;
	if (!session_post(app->session, &entry, true, &saved, &error)) {
		refuse(app, post->prompt, error);
		return;
	}
	app_pop(app);
	tell(app, post, &entry, &saved);
}

static void
ask_difference(
    struct app *app, struct post *post, const struct saving_entry *entry, GError *error)
{
	static const struct answer answers[] = { { "j", "Bokför skillnaden" },
		{ NULL, NULL } };
	/* after the last semicolon it says what to write on a command line; an id before
	 * it may hold any mark */
	const char *remedy = strrchr(error->message, ';');
	g_autofree char *known = g_strndup(error->message,
	    remedy ? (gsize)(remedy - error->message) : strlen(error->message));
	/* in kr, as what is known is: the two are to be compared */
	g_autofree char *amount = amount_text(amount_of(entry->ore), MONEY_KR, 2);
	g_autofree char *body = g_strdup_printf("%s.\n\nSka skillnaden bokföras, så att "
	                                        "månaden får %s kr?",
	    known, amount);

	g_error_free(error);
	dialog_ask(app, "Månaden har redan ett utfall", body, answers, difference_done,
	    post, NULL);
}

static bool
post_done(struct app *app, struct prompt *prompt, void *user)
{
	struct post *post = user;
	struct saving_entry entry;
	struct saved saved = { 0 };
	GError *error = NULL;

	if (!read_entry(post, prompt, &entry))
		return false;
	if (session_post(app->session, &entry, false, &saved, &error)) {
		tell(app, post, &entry, &saved);
		return true;
	}
	if (g_error_matches(error, SPARPLAN_ERROR, SPARPLAN_ERROR_EXISTS)) {
		app_refresh(app);
		ask_difference(app, post, &entry, error);
	} else {
		refuse(app, prompt, error);
	}
	return false;
}

/* The plan lines an action has: where and in which cost kind a saving can fall. */
static void
find_lines(struct post *post, const struct detail *detail)
{
	for (guint i = 0; i < detail->targets->len; i++) {
		const struct detail_target *target =
		    &g_array_index(detail->targets, struct detail_target, i);
		int cost_kind = (int)target->cost_kind;
		bool known = false;

		for (guint j = 0; j < post->recipients->len; j++)
			if (g_array_index(post->cost_kinds, int, j) == cost_kind &&
			    strcmp(g_ptr_array_index(post->recipients, j),
			        target->recipient) == 0)
				known = true;
		if (known)
			continue;
		g_ptr_array_add(post->recipients, g_strdup(target->recipient));
		g_array_append_val(post->cost_kinds, cost_kind);
	}
}

static GPtrArray *
line_options(const struct post *post)
{
	GPtrArray *options = g_ptr_array_new_with_free_func(g_free);

	for (guint i = 0; i < post->recipients->len; i++)
		g_ptr_array_add(
		    options, g_strdup_printf("%s · %s",
		                 (const char *)g_ptr_array_index(post->recipients, i),
		                 word_text(cost_kind_words,
		                     g_array_index(post->cost_kinds, int, i))));
	return options;
}

void
verb_post(struct app *app, const char *code, int cutoff)
{
	struct view view = app_view(app);
	struct detail *detail = NULL;
	struct post *post;
	g_autofree char *title = NULL;
	g_autofree char *label = NULL;
	g_autofree char *month = month_text(cutoff);
	GError *error = NULL;

	if (!session_detail(app->session, code, &view, &detail, &error)) {
		app_fail(app, NULL, error);
		return;
	}
	post = g_new0(struct post, 1);
	post->code = g_strdup(code);
	post->unit = app->unit;
	post->recipients = g_ptr_array_new_with_free_func(g_free);
	post->cost_kinds = g_array_new(FALSE, FALSE, sizeof(int));
	find_lines(post, detail);
	title = g_strdup_printf("Bokför utfall: %s %s", code, detail->action.name);
	label = g_strdup_printf("Belopp, %s", money_unit_name(post->unit));
	post->prompt = prompt_new(title, NULL, post_done, post, post_free);
	prompt_add_text(post->prompt, "Månad", month);
	prompt_add_amount(post->prompt, label, "");
	prompt_add_text(post->prompt, "Kommentar", "");
	if (post->recipients->len > 1)
		prompt_add_choice(post->prompt, "Mållinje", line_options(post), 0);
	prompt_focus(post->prompt, POST_AMOUNT);
	prompt_keep(post->prompt, "utfall", code);
	prompt_open(app, post->prompt);
	detail_free(detail);
}
