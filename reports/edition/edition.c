/*
 * edition.c - what an appendix rests on, its digest, and the file it becomes.
 */
#include "reports/edition/edition.h"

#include <string.h>

#include "exchange/outfile.h"

static char *
instant_words(const struct overview *overview, GTimeZone *zone)
{
	g_autofree char *at = instant_text(overview->at_ms, zone);

	return overview->change > 0 ? g_strdup_printf("%s (ändring %" G_GINT64_FORMAT ")",
	                                  at, overview->change)
	                            : g_strdup("starten (ändring 0)");
}

/* The same programme, at the cut-off that was shown then. */
static bool
read_before(struct session *session, const struct edition_query *query, struct edition *e,
    GError **error)
{
	const struct instant then = { .change = query->since, .is_change = true };
	const struct view view = { .as_of = &then,
		/* before the first change no month had been shown */
		.cutoff = query->since > 0 ? 0 : e->overview->cutoff,
		.unit = query->view.unit };

	if (!session_overview(session, &view, &e->before, error))
		return false;
	e->since = instant_words(e->before, session_zone(session));
	e->changes = compare_overviews(e->before, e->overview);
	return true;
}

static struct doc *
document(const struct edition *e, const char *as_of, const char *digest,
    const struct doc_head *page)
{
	const struct book_head head = { .as_of = as_of,
		.digest = digest,
		.page = page,
		.since = e->since,
		.changes = e->changes,
		.detail = e->detail };

	return e->book->make(e->overview, &head);
}

static bool
render(const struct doc *doc, const char *format, const struct render_options *options,
    GString *out, GError **error)
{
	return backend_find(format)->render(doc, options, out, error);
}

static bool
make_digest(struct edition *e, GError **error)
{
	g_autoptr(GString) text = g_string_new(NULL);
	const struct render_options options = { 0 };
	struct doc *doc = document(e, NULL, "", NULL);
	bool ok = doc_check(doc, error) && render(doc, "csv", &options, text, error);

	doc_free(doc);
	if (ok)
		e->digest = g_compute_checksum_for_data(
		    G_CHECKSUM_SHA256, (const guchar *)text->str, text->len);
	return ok;
}

bool
edition_since_issued(
    struct session *session, const struct view *view, int64_t *ret, GError **error)
{
	g_autoptr(GArray) all = NULL;

	if (!session_issued(session, view, &all, error))
		return false;
	*ret = all->len > 0 ? g_array_index(all, struct issued, all->len - 1).as_of : -1;
	return true;
}

bool
edition_make(struct session *session, const struct edition_query *query,
    struct edition *e, GError **error)
{
	GTimeZone *zone = session_zone(session);
	g_autofree char *at = NULL;

	*e = (struct edition){ .book = query->book };
	if (!session_overview(session, &query->view, &e->overview, error))
		return false;
	at = instant_text(e->overview->at_ms, zone);
	e->as_of = instant_words(e->overview, zone);
	e->date =
	    e->overview->change > 0 ? g_strndup(at, strlen("2021-07-01")) : g_strdup("");
	if (query->book->matter == BOOK_CHANGES && !read_before(session, query, e, error))
		return false;
	if (query->book->matter == BOOK_ACTION &&
	    !session_detail(session, query->action, &query->view, &e->detail, error))
		return false;
	return make_digest(e, error);
}

void
edition_clear(struct edition *e)
{
	comparison_free(e->changes);
	overview_free(e->before);
	overview_free(e->overview);
	detail_free(e->detail);
	g_free(e->as_of);
	g_free(e->since);
	g_free(e->date);
	g_free(e->digest);
	*e = (struct edition){ 0 };
}

static bool
draw(const struct edition *e, const char *appendix, const char *format,
    const struct render_options *options, GString *out, GError **error)
{
	const struct settings *settings = &e->overview->settings;
	const struct doc_head page = { settings->text[SETTING_REGION],
		settings->text[SETTING_BODY], settings->text[SETTING_JOURNAL], appendix,
		e->date,
		strstr(e->overview->plan->programme.name, "Exempeldata") != NULL };
	struct doc *doc = document(e, e->as_of, e->digest, &page);
	bool ok = render(doc, format, options, out, error);

	doc_free(doc);
	return ok;
}

bool
edition_draw(const struct edition *e, const char *appendix, const char *format,
    GString *out, GError **error)
{
	const struct render_options options = { 0 };

	return draw(e, appendix, format, &options, out, error);
}

bool
edition_preview(const struct edition *e, const char *appendix, int width, GString *out,
    GError **error)
{
	const struct render_options options = { .width = width };

	return draw(e, appendix, "text", &options, out, error);
}

bool
edition_write(const struct edition *e, const char *appendix,
    const struct edition_target *to, GError **error)
{
	const struct render_options options = { .goes_on = to->goes_on,
		.user = to->user };
	g_autoptr(GString) text = g_string_new(NULL);

	return draw(e, appendix, to->backend->name, &options, text, error) &&
	       outfile_write(to->path, text->str, text->len, to->overwrite,
	           to->backend->binary, error);
}
