/*
 * pdf_tags.c - the tree of tags completed, the pages' decoration marked, by qpdf.
 */
#include "reports/backend/pdf_tags.h"

#include <qpdf/qpdf-c.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "reports/backend/pdf_asked.h"
#include "reports/backend/pdf_marks.h"

/* A tree deeper than any document of ours is not ours. */
enum { DEPTH_MAX = 32 };

struct tags_job {
	qpdf_data qpdf;
	const GArray *tags;
	guint next;                        /* of tags */
	qpdf_oh scopes[PDF_SCOPE_ROW + 1]; /* one object for all cells of a kind */
};

static bool
fail(GError **error, const char *why)
{
	g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_FILE,
	    "PDF kan inte skrivas: %s. Välj ett annat format och anmäl felet.", why);
	return false;
}

/* Put a new object under a key, and let go of its handle. */
static void
put(qpdf_data qpdf, qpdf_oh dict, const char *key, qpdf_oh value)
{
	qpdf_oh_replace_key(qpdf, dict, key, value);
	qpdf_oh_release(qpdf, value);
}

static void
put_parsed(qpdf_data qpdf, qpdf_oh dict, const char *key, const char *object)
{
	put(qpdf, dict, key, qpdf_oh_parse(qpdf, object));
}

/* ---- the tree ---- */

static const char *
scope_object(enum pdf_scope scope)
{
	return scope == PDF_SCOPE_COLUMN ? "/Column" : "/Row";
}

static void
complete_cell(struct tags_job *job, qpdf_oh element, const struct pdf_tag *tag)
{
	g_autoptr(GString) object = NULL;

	if (tag->span == 0 && tag->scope == PDF_SCOPE_NONE)
		return;
	if (tag->span == 0) {
		qpdf_oh_replace_key(job->qpdf, element, "/A", job->scopes[tag->scope]);
		return;
	}
	object = g_string_new("<< /O /Table ");
	g_string_append_printf(object, "/ColSpan %d ", tag->span);
	if (tag->scope != PDF_SCOPE_NONE)
		g_string_append_printf(object, "/Scope %s ", scope_object(tag->scope));
	g_string_append(object, ">>");
	put_parsed(job->qpdf, element, "/A", object->str);
}

static void
append_hundredths(GString *out, int number)
{
	g_string_append_printf(out, "%s%d.%02d ", number < 0 ? "-" : "",
	    abs(number) / 100, abs(number) % 100);
}

static void
complete_element(struct tags_job *job, qpdf_oh element, const struct pdf_tag *tag)
{
	g_autoptr(GString) box = NULL;

	complete_cell(job, element, tag);
	if (!tag->alt)
		return;
	put(job->qpdf, element, "/Alt", qpdf_oh_new_unicode_string(job->qpdf, tag->alt));
	box = g_string_new("<< /O /Layout /Placement /Block /BBox [ ");
	for (int i = 0; i < 4; i++)
		append_hundredths(box, tag->box[i]);
	g_string_append(box, "] >>");
	put_parsed(job->qpdf, element, "/A", box->str);
}

static bool walk(struct tags_job *job, qpdf_oh kids, int depth, GError **error);

static bool
walk_element(struct tags_job *job, qpdf_oh element, int depth, GError **error)
{
	const struct pdf_tag *tag;
	qpdf_oh name, kids;
	bool ok;

	if (!qpdf_oh_is_dictionary(job->qpdf, element) ||
	    !qpdf_oh_has_key(job->qpdf, element, "/S"))
		return true; /* content of the element above */
	if (job->next >= job->tags->len || depth > DEPTH_MAX)
		return fail(error, "strukturen blev en annan än dokumentets");
	tag = &g_array_index(job->tags, struct pdf_tag, job->next++);
	name = qpdf_oh_get_key(job->qpdf, element, "/S");
	ok = g_strcmp0(qpdf_oh_get_name(job->qpdf, name) + 1, tag->name) == 0;
	qpdf_oh_release(job->qpdf, name);
	if (!ok)
		return fail(error, "strukturen blev en annan än dokumentets");
	complete_element(job, element, tag);
	kids = qpdf_oh_get_key(job->qpdf, element, "/K");
	ok = walk(job, kids, depth + 1, error);
	qpdf_oh_release(job->qpdf, kids);
	return ok;
}

static bool
walk(struct tags_job *job, qpdf_oh kids, int depth, GError **error)
{
	int n;

	if (!qpdf_oh_is_array(job->qpdf, kids))
		return walk_element(job, kids, depth, error);
	n = qpdf_oh_get_array_n_items(job->qpdf, kids);
	for (int i = 0; i < n; i++) {
		qpdf_oh kid = qpdf_oh_get_array_item(job->qpdf, kids, i);
		bool ok = walk_element(job, kid, depth, error);

		qpdf_oh_release(job->qpdf, kid);
		if (!ok)
			return false;
	}
	return true;
}

static bool
complete_tree(qpdf_data qpdf, qpdf_oh root, const GArray *tags, GError **error)
{
	struct tags_job job = { .qpdf = qpdf, .tags = tags };
	qpdf_oh tree = qpdf_oh_get_key(qpdf, root, "/StructTreeRoot");
	qpdf_oh kids = qpdf_oh_get_key_if_dict(qpdf, tree, "/K");

	for (int scope = PDF_SCOPE_COLUMN; scope <= PDF_SCOPE_ROW; scope++) {
		g_autofree char *object = g_strdup_printf(
		    "<< /O /Table /Scope %s >>", scope_object((enum pdf_scope)scope));

		job.scopes[scope] =
		    qpdf_make_indirect_object(qpdf, qpdf_oh_parse(qpdf, object));
	}
	if (!walk(&job, kids, 0, error))
		return false;
	if (job.next != tags->len)
		return fail(error, "strukturen blev en annan än dokumentets");
	return true;
}

/* ---- pages, fonts, metadata ---- */

static bool
mark_page(qpdf_data qpdf, qpdf_oh page, GError **error)
{
	g_autoptr(GString) marked = NULL;
	qpdf_oh contents = qpdf_oh_get_key(qpdf, page, "/Contents");
	qpdf_oh null = qpdf_oh_new_null(qpdf);
	unsigned char *data = NULL;
	size_t size = 0;
	bool ok;

	ok = qpdf_oh_is_stream(qpdf, contents) &&
	     !(qpdf_oh_get_page_content_data(qpdf, page, &data, &size) & QPDF_ERRORS);
	if (ok) {
		marked = pdf_marks_complete((const char *)data, size);
		ok = marked != NULL;
	}
	if (ok)
		qpdf_oh_replace_stream_data(qpdf, contents,
		    (const unsigned char *)marked->str, marked->len, null, null);
	free(data);
	qpdf_oh_release(qpdf, contents);
	qpdf_oh_release(qpdf, null);
	return ok || fail(error, "sidornas innehåll kan inte läsas");
}

/* cairo leaves out how the letters of a composite font are numbered: as in its file. */
static void
complete_font(qpdf_data qpdf, qpdf_oh font)
{
	qpdf_oh below = qpdf_oh_get_key_if_dict(qpdf, font, "/DescendantFonts");

	if (qpdf_oh_is_array(qpdf, below) && qpdf_oh_get_array_n_items(qpdf, below) > 0) {
		qpdf_oh inner = qpdf_oh_get_array_item(qpdf, below, 0);

		if (qpdf_oh_is_dictionary_of_type(qpdf, inner, "", "/CIDFontType2") &&
		    !qpdf_oh_has_key(qpdf, inner, "/CIDToGIDMap"))
			put(qpdf, inner, "/CIDToGIDMap",
			    qpdf_oh_new_name(qpdf, "/Identity"));
		qpdf_oh_release(qpdf, inner);
	}
	qpdf_oh_release(qpdf, below);
}

static void
complete_fonts(qpdf_data qpdf, qpdf_oh page)
{
	qpdf_oh resources = qpdf_oh_get_key(qpdf, page, "/Resources");
	qpdf_oh fonts = qpdf_oh_get_key_if_dict(qpdf, resources, "/Font");

	if (qpdf_oh_is_dictionary(qpdf, fonts)) {
		qpdf_oh_begin_dict_key_iter(qpdf, fonts);
		while (qpdf_oh_dict_more_keys(qpdf)) {
			qpdf_oh font =
			    qpdf_oh_get_key(qpdf, fonts, qpdf_oh_dict_next_key(qpdf));

			complete_font(qpdf, font);
			qpdf_oh_release(qpdf, font);
		}
	}
	qpdf_oh_release(qpdf, fonts);
	qpdf_oh_release(qpdf, resources);
}

static void
append_dc(GString *out, const char *element, const char *kind, const char *text)
{
	g_autofree char *safe = g_markup_escape_text(text, -1);

	if (*text)
		g_string_append_printf(out,
		    "<dc:%s><rdf:%s><rdf:li%s>%s</rdf:li></rdf:%s></dc:%s>\n", element,
		    kind, strcmp(kind, "Alt") == 0 ? " xml:lang=\"x-default\"" : "", safe,
		    kind, element);
}

static GString *
xmp(const struct pdf_meta *meta)
{
	GString *out = g_string_new(
	    "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
	    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
	    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
	    "<rdf:Description rdf:about=\"\""
	    " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
	    " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
	    " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
	    "<pdfuaid:part>1</pdfuaid:part>\n");

	append_dc(out, "title", "Alt", meta->title);
	append_dc(out, "creator", "Seq", meta->author);
	append_dc(out, "language", "Bag", "sv-SE");
	if (*meta->date)
		g_string_append_printf(
		    out, "<xmp:CreateDate>%sT00:00:00Z</xmp:CreateDate>\n", meta->date);
	g_string_append(out, "<xmp:CreatorTool>sparplan</xmp:CreatorTool>\n"
	                     "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n"
	                     "<?xpacket end=\"w\"?>\n");
	return out;
}

static void
complete_root(qpdf_data qpdf, qpdf_oh root, const struct pdf_meta *meta)
{
	g_autoptr(GString) text = xmp(meta);
	qpdf_oh stream = qpdf_oh_new_stream(qpdf);
	qpdf_oh dict = qpdf_oh_get_dict(qpdf, stream);
	qpdf_oh null = qpdf_oh_new_null(qpdf);

	put(qpdf, root, "/Lang", qpdf_oh_new_string(qpdf, "sv-SE"));
	put_parsed(qpdf, root, "/MarkInfo", "<< /Marked true >>");
	put_parsed(qpdf, root, "/ViewerPreferences", "<< /DisplayDocTitle true >>");
	put(qpdf, dict, "/Type", qpdf_oh_new_name(qpdf, "/Metadata"));
	put(qpdf, dict, "/Subtype", qpdf_oh_new_name(qpdf, "/XML"));
	qpdf_oh_replace_stream_data(
	    qpdf, stream, (const unsigned char *)text->str, text->len, null, null);
	put(qpdf, root, "/Metadata", stream);
	qpdf_oh_release(qpdf, dict);
	qpdf_oh_release(qpdf, null);
	if (!*meta->date) /* else when it was made, which is another each time */
		qpdf_set_info_key(qpdf, "/CreationDate", NULL);
}

struct asked {
	const struct render_options *options;
	GError **error;
	bool stopped;
};

/* It cannot be stopped from here: the file is thrown away when it is made. */
static void
tell(int percent, void *user)
{
	struct asked *asked = user;

	asked->stopped =
	    asked->stopped || !pdf_goes_on(asked->options, PDF_TAGGED, PDF_WRITTEN,
	                          (guint)percent, 100, asked->error);
}

static bool
write_out(
    qpdf_data qpdf, const struct render_options *options, GString *out, GError **error)
{
	struct asked asked = { options, error, false };

	if (qpdf_init_write_memory(qpdf) & QPDF_ERRORS)
		return fail(error, "filen kan inte byggas");
	qpdf_set_object_stream_mode(qpdf, qpdf_o_generate);
	qpdf_set_compress_streams(qpdf, QPDF_TRUE);
	qpdf_set_deterministic_ID(qpdf, QPDF_TRUE);
	qpdf_set_minimum_pdf_version(qpdf, "1.7");
	if (options != NULL && options->goes_on != NULL)
		qpdf_register_progress_reporter(qpdf, tell, &asked);
	if ((qpdf_write(qpdf) & QPDF_ERRORS) && !asked.stopped)
		return fail(error, "filen kan inte byggas");
	if (asked.stopped)
		return false;
	g_string_append_len(out, (const char *)qpdf_get_buffer(qpdf),
	    (gssize)qpdf_get_buffer_length(qpdf));
	return true;
}

static bool
complete(qpdf_data qpdf, const struct pdf_meta *meta, const GArray *tags,
    const struct render_options *options, GError **error)
{
	qpdf_oh root = qpdf_get_root(qpdf);
	int n = qpdf_get_num_pages(qpdf);

	if (!complete_tree(qpdf, root, tags, error))
		return false;
	for (int i = 0; i < n; i++) {
		qpdf_oh page = qpdf_get_page_n(qpdf, (size_t)i);
		bool ok = mark_page(qpdf, page, error);

		complete_fonts(qpdf, page);
		qpdf_oh_release(qpdf, page);
		if (!ok || !pdf_goes_on(options, PDF_DRAWN, PDF_TAGGED, (guint)i + 1,
		               (guint)n, error))
			return false;
	}
	complete_root(qpdf, root, meta);
	return true;
}

bool
pdf_tags_complete(const GByteArray *data, const struct pdf_meta *meta, const GArray *tags,
    const struct render_options *options, GString *out, GError **error)
{
	qpdf_data qpdf = qpdf_init();
	bool ok;

	qpdf_silence_errors(qpdf);
	qpdf_set_suppress_warnings(qpdf, QPDF_TRUE);
	if (qpdf_read_memory(qpdf, "pdf", (const char *)data->data, data->len, NULL) &
	    QPDF_ERRORS)
		ok = fail(error, "cairos fil kan inte läsas");
	else
		ok = complete(qpdf, meta, tags, options, error);
	/* an error of any call above is kept there */
	if (ok && qpdf_has_error(qpdf))
		ok = fail(error, "filen kan inte byggas");
	ok = ok && write_out(qpdf, options, out, error);
	qpdf_cleanup(&qpdf);
	return ok;
}
