/*
 * pdf_text.c - widths kept per sign, lines broken from them, drawn by pango.
 */
#include "reports/backend/pdf_text.h"

#include <pango/pangocairo.h>
#include <string.h>

#include "base/error.h"
#include "base/text.h"

/* Signs are measured this large, so that what is lost to whole units is not seen. */
enum { MEASURE_POINTS = 200, PAGE_SIGNS = 0x250 };

struct face {
	PangoFontDescription *description;
	int narrow[PAGE_SIGNS]; /* Latin letters; -1: not measured yet */
	GHashTable *others;     /* sign to width */
};

struct pdf_fonts {
	PangoFontMap *map; /* our own, to be given back */
	PangoContext *context;
	PangoLayout *layout;
	struct face faces[2]; /* plain, bold */
	GHashTable *drawn;    /* sign to the sign that is drawn for it */
};

static void
face_init(struct face *face, bool bold)
{
	face->description = pango_font_description_from_string(PDF_FAMILY);
	pango_font_description_set_weight(
	    face->description, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
	for (int i = 0; i < PAGE_SIGNS; i++)
		face->narrow[i] = -1;
	face->others = g_hash_table_new(NULL, NULL);
}

/* Pango takes another family without a word; then every width and page would differ. */
static bool
face_is_there(PangoContext *context, const struct face *face)
{
	PangoFont *font = pango_context_load_font(context, face->description);
	PangoFontDescription *got;
	bool same;

	if (!font)
		return false;
	got = pango_font_describe(font);
	same = g_strcmp0(pango_font_description_get_family(got), PDF_FAMILY) == 0;
	pango_font_description_free(got);
	g_object_unref(font);
	return same;
}

bool
pdf_fonts_new(struct pdf_fonts **ret, GError **error)
{
	struct pdf_fonts *fonts = g_new0(struct pdf_fonts, 1);
	cairo_font_options_t *options = cairo_font_options_create();
	PangoAttrList *attributes = pango_attr_list_new();

	cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
	fonts->map = pango_cairo_font_map_new();
	fonts->context = pango_font_map_create_context(fonts->map);
	pango_cairo_context_set_font_options(fonts->context, options);
	pango_cairo_context_set_resolution(fonts->context, 72);
	pango_context_set_round_glyph_positions(fonts->context, FALSE);
	pango_context_set_language(fonts->context, pango_language_from_string("sv-se"));
	cairo_font_options_destroy(options);
	fonts->layout = pango_layout_new(fonts->context);
	pango_layout_set_single_paragraph_mode(fonts->layout, TRUE);
	pango_attr_list_insert(attributes, pango_attr_font_features_new("kern=0,liga=0"));
	pango_layout_set_attributes(fonts->layout, attributes);
	pango_attr_list_unref(attributes);
	fonts->drawn = g_hash_table_new(NULL, NULL);
	face_init(&fonts->faces[0], false);
	face_init(&fonts->faces[1], true);
	if (!face_is_there(fonts->context, &fonts->faces[0]) ||
	    !face_is_there(fonts->context, &fonts->faces[1])) {
		pdf_fonts_free(fonts);
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_FILE,
		    "PDF kan inte skrivas: typsnittet %s saknas. Installera paketet "
		    "fonts-liberation, eller välj ett annat format.",
		    PDF_FAMILY);
		return false;
	}
	*ret = fonts;
	return true;
}

void
pdf_fonts_free(struct pdf_fonts *fonts)
{
	if (!fonts)
		return;
	for (int i = 0; i < 2; i++) {
		pango_font_description_free(fonts->faces[i].description);
		g_hash_table_destroy(fonts->faces[i].others);
	}
	g_hash_table_destroy(fonts->drawn);
	g_object_unref(fonts->layout);
	g_object_unref(fonts->context);
	g_object_unref(fonts->map);
	g_free(fonts);
}

static void
set_layout(struct pdf_fonts *fonts, int points_hundredths, bool bold, const char *text,
    int bytes)
{
	PangoFontDescription *description = fonts->faces[bold ? 1 : 0].description;

	pango_font_description_set_size(
	    description, points_hundredths * PANGO_SCALE / CANVAS_POINT);
	pango_layout_set_font_description(fonts->layout, description);
	pango_layout_set_text(fonts->layout, text, bytes);
}

static bool
has_sign(struct pdf_fonts *fonts, gunichar sign)
{
	char text[6];
	int bytes = g_unichar_to_utf8(sign, text);

	set_layout(fonts, MEASURE_POINTS * CANVAS_POINT, false, text, bytes);
	return pango_layout_get_unknown_glyphs_count(fonts->layout) == 0;
}

/* A sign that no font of the machine has would be a box with its number, outside the
 * text that readers hear. */
static gunichar
drawn_for(struct pdf_fonts *fonts, gunichar sign)
{
	const gunichar filled_diamond = 0x25C6, diamond_suit = 0x2666;

	/* a mark of our own (settings.h): from the same font on every machine */
	if (sign == filled_diamond)
		return diamond_suit;
	return has_sign(fonts, sign) ? sign : g_utf8_get_char(TEXT_MARK);
}

static gunichar
drawn_sign(struct pdf_fonts *fonts, gunichar sign)
{
	gpointer key = GUINT_TO_POINTER(sign), known;

	if (sign < PAGE_SIGNS || g_unichar_iszerowidth(sign) || g_unichar_ismark(sign))
		return sign;
	if (!g_hash_table_lookup_extended(fonts->drawn, key, NULL, &known)) {
		known = GUINT_TO_POINTER(drawn_for(fonts, sign));
		g_hash_table_insert(fonts->drawn, key, known);
	}
	return GPOINTER_TO_UINT(known);
}

/* Of one sign at MEASURE_POINTS, in Pango's units. */
static int
measure_sign(struct pdf_fonts *fonts, bool bold, gunichar sign)
{
	char text[6];
	int width, bytes = g_unichar_to_utf8(drawn_sign(fonts, sign), text);

	if (g_unichar_iszerowidth(sign) || g_unichar_ismark(sign))
		return 0;
	set_layout(fonts, MEASURE_POINTS * CANVAS_POINT, bold, text, bytes);
	pango_layout_get_size(fonts->layout, &width, NULL);
	return width;
}

static int
sign_width(struct pdf_fonts *fonts, bool bold, gunichar sign)
{
	struct face *face = &fonts->faces[bold ? 1 : 0];
	gpointer key = GUINT_TO_POINTER(sign), known;

	if (sign < PAGE_SIGNS) {
		if (face->narrow[sign] < 0)
			face->narrow[sign] = measure_sign(fonts, bold, sign);
		return face->narrow[sign];
	}
	if (!g_hash_table_lookup_extended(face->others, key, NULL, &known)) {
		known = GINT_TO_POINTER(measure_sign(fonts, bold, sign));
		g_hash_table_insert(face->others, key, known);
	}
	return GPOINTER_TO_INT(known);
}

/* From the sum of signs to hundredths of a point, rounded up. */
static int
to_size(int64_t sum, int size)
{
	const int64_t unit = (int64_t)MEASURE_POINTS * PANGO_SCALE;

	return (int)((sum * size + unit - 1) / unit);
}

int
pdf_text_width(struct pdf_fonts *fonts, int size, bool bold, const char *text, int bytes)
{
	const char *end = bytes < 0 ? text + strlen(text) : text + bytes;
	int64_t sum = 0;

	for (const char *p = text; p < end; p = text_next(p))
		sum += sign_width(fonts, bold, g_utf8_get_char(p));
	return to_size(sum, size);
}

/* A line may end after this sign; `next` follows it. */
static bool
breaks_after(gunichar sign, gunichar next)
{
	if (next == 0 || next == ' ')
		return false;
	return sign == ' ' || sign == '/' || sign == 0x2013 ||
	       (sign == '-' && g_unichar_isalpha(next));
}

int
pdf_word_width(struct pdf_fonts *fonts, int size, bool bold, const char *text)
{
	int64_t sum = 0, widest = 0;

	for (const char *p = text; *p; p = text_next(p)) {
		gunichar sign = g_utf8_get_char(p);

		if (sign != ' ')
			sum += sign_width(fonts, bold, sign);
		widest = MAX(widest, sum);
		if (sign == ' ' || breaks_after(sign, g_utf8_get_char(text_next(p))))
			sum = 0;
	}
	return to_size(widest, size);
}

static void
add_line(struct pdf_fonts *fonts, int size, bool bold, const char *from, const char *to,
    GArray *lines)
{
	bool joined = *to && to > from && to[-1] != ' ';
	struct pdf_line line;

	while (from < to && *from == ' ')
		from++;
	while (to > from && to[-1] == ' ')
		to--;
	line = (struct pdf_line){ from, (int)(to - from),
		pdf_text_width(fonts, size, bold, from, (int)(to - from)), joined };
	if (line.bytes > 0)
		g_array_append_val(lines, line);
}

void
pdf_text_break(struct pdf_fonts *fonts, int size, bool bold, const char *text, int width,
    GArray *lines)
{
	const char *start = text, *may = NULL;
	int64_t sum = 0, since = 0; /* of the line; of what stands after `may` */

	for (const char *p = text; *p;) {
		const char *next = text_next(p);
		gunichar sign = g_utf8_get_char(p);
		int own = sign_width(fonts, bold, sign);

		/* a mark stays with its letter, a blank may hang over the edge */
		if (own > 0 && sign != ' ' && p > start &&
		    to_size(sum + own, size) > width) {
			const char *cut = may ? may : p;

			add_line(fonts, size, bold, start, cut, lines);
			sum = may ? since : 0;
			since = sum;
			start = cut;
			may = NULL;
			continue;
		}
		sum += own;
		since += own;
		p = next;
		if (breaks_after(sign, g_utf8_get_char(p))) {
			may = p;
			since = 0;
		}
	}
	add_line(fonts, size, bold, start, start + strlen(start), lines);
}

void
pdf_text_draw(struct pdf_fonts *fonts, cairo_t *cr, int size, bool bold, int x, int y,
    const char *text, int bytes, bool blank)
{
	g_autoptr(GString) drawn = g_string_sized_new((gsize)bytes + 1);

	for (const char *p = text; p < text + bytes; p = text_next(p))
		g_string_append_unichar(drawn, drawn_sign(fonts, g_utf8_get_char(p)));
	if (blank)
		g_string_append_c(drawn, ' ');
	set_layout(fonts, size, bold, drawn->str, (int)drawn->len);
	cairo_move_to(cr, x / (double)CANVAS_POINT, y / (double)CANVAS_POINT);
	pango_cairo_show_layout_line(
	    cr, pango_layout_get_line_readonly(fonts->layout, 0));
	cairo_new_path(cr);
}

/* The print palette of the design. */
static const guint32 inks[] = {
	[INK_TEXT] = 0x1b2733,
	[INK_MUTED] = 0x4c5963,
	[INK_HEAD] = 0x16323f,
	[INK_PAPER] = 0xffffff,
	[INK_GRID] = 0xdfe5ea,
	[INK_RULE] = 0x7f8d99,
	[INK_PLAN] = 0x5c7385,
	[INK_PLAN_FILL] = 0xc8d5df,
	[INK_REALISED] = 0x0b5c6b,
	[INK_FORECAST] = 0x4f9dab,
	[INK_GAP] = 0xb4471f,
	[INK_NONE] = 0xffffff,
};

void
pdf_ink(cairo_t *cr, enum ink ink)
{
	guint32 rgb = inks[ink];

	cairo_set_source_rgb(
	    cr, (rgb >> 16) / 255.0, (rgb >> 8 & 0xff) / 255.0, (rgb & 0xff) / 255.0);
}
