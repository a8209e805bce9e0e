/*
 * settings.c - the table of settings, and reading their values.
 */
#include "plan/settings.h"

#include <limits.h>
#include <string.h>

#include "base/error.h"
#include "base/text.h"

#define WHOLE 10000 /* 100 % */

const struct setting_info setting_infos[SETTING__N] = {
	[SETTING_VERIFY] = { "verifiering", SETTING_YES_NO, "nej", 0, 1, false,
	    "bara verifierade utfall räknas som realiserade (ja eller nej)" },
	[SETTING_STAGE_0] = { "vikt.grad0", SETTING_PERCENT, "0 %", 0, WHOLE, false,
	    "riskvikt för det som återstår i grad 0, idé" },
	[SETTING_STAGE_1] = { "vikt.grad1", SETTING_PERCENT, "10 %", 0, WHOLE, false,
	    "riskvikt för det som återstår i grad 1, identifierad" },
	[SETTING_STAGE_2] = { "vikt.grad2", SETTING_PERCENT, "30 %", 0, WHOLE, false,
	    "riskvikt för det som återstår i grad 2, planerad" },
	[SETTING_STAGE_3] = { "vikt.grad3", SETTING_PERCENT, "60 %", 0, WHOLE, false,
	    "riskvikt för det som återstår i grad 3, beslutad" },
	[SETTING_STAGE_4] = { "vikt.grad4", SETTING_PERCENT, "90 %", 0, WHOLE, false,
	    "riskvikt för det som återstår i grad 4, genomförd" },
	[SETTING_STAGE_5] = { "vikt.grad5", SETTING_PERCENT, "100 %", 0, WHOLE, false,
	    "riskvikt för det som återstår i grad 5, effekt verifierad" },
	[SETTING_WEIGHT_GREEN] = { "vikt.grön", SETTING_PERCENT, "100 %", 0, WHOLE, false,
	    "riskvikten gånger detta när ljuset är grönt" },
	[SETTING_WEIGHT_YELLOW] = { "vikt.gul", SETTING_PERCENT, "75 %", 0, WHOLE, false,
	    "riskvikten gånger detta när ljuset är gult" },
	[SETTING_WEIGHT_RED] = { "vikt.röd", SETTING_PERCENT, "40 %", 0, WHOLE, false,
	    "riskvikten gånger detta när ljuset är rött" },
	[SETTING_WEIGHT_GREY] = { "vikt.grå", SETTING_PERCENT, "40 %", 0, WHOLE, false,
	    "riskvikten gånger detta när ljuset är grått" },
	[SETTING_EFFECT_GREEN] = { "effekt.grön", SETTING_PERCENT, "95 %", 0, 100 * WHOLE,
	    false, "effekten är grön när prognosen är minst så stor del av målet" },
	[SETTING_EFFECT_YELLOW] = { "effekt.gul", SETTING_PERCENT, "80 %", 0, 100 * WHOLE,
	    false, "effekten är gul när prognosen är minst så stor del av målet" },
	[SETTING_LATE_DAYS] = { "genomförande.dagar", SETTING_COUNT, "30", 0, 3650, false,
	    "genomförandet är gult vid högst så många dagars försening" },
	[SETTING_SILENT] = { "genomförande.tyst", SETTING_COUNT, "2", 1, 100, false,
	    "genomförandet är rött efter så många omgångar utan rapport" },
	[SETTING_EMPTY] = { "genomförande.tomma", SETTING_COUNT, "2", 1, 100, false,
	    "genomförandet kan inte vara grönt efter så många tomma rapporter" },
	[SETTING_AGREED] = { "grad5.andel", SETTING_PERCENT, "100 %", 0, 100 * WHOLE,
	    false, "grad 5 kräver att så stor del av målet är realiserat" },
	[SETTING_CEILING] = { "kontroll.tak", SETTING_PERCENT, "150 %", 0, 100 * WHOLE,
	    false, "kontroll anmärker när utfallet är större del av målet än så" },
	[SETTING_SAME_COMMENT] = { "kontroll.kommentar", SETTING_COUNT, "3", 2, 100,
	    false, "kontroll anmärker på samma kommentar så många omgångar i rad" },
	[SETTING_SYMBOLS] = { "måluppfyllelse.symboler", SETTING_MARKS, "● ▲ ◆ □", 0,
	    INT_MAX, false,
	    "symbolerna för uppnått, på väg, ej uppnått och data saknas, i den "
	    "ordningen" },
	[SETTING_REGION] = { "bilaga.region", SETTING_TEXT, "", 0, 0, false,
	    "regionens namn i bilagornas huvud" },
	[SETTING_BODY] = { "bilaga.instans", SETTING_TEXT, "", 0, 0, false,
	    "instansen som bilagorna är till, i huvudet" },
	[SETTING_JOURNAL] = { "bilaga.diarienummer", SETTING_TEXT, "", 0, 0, false,
	    "diarienumret i bilagornas huvud" },
	[SETTING_PROGRAMME] = { "program", SETTING_TEXT, "", 0, 0, true,
	    "programmet som används när --program inte anges" },
};

static const struct word yes_no_words[] = {
	{ "nej", 0 },
	{ "ja", 1 },
	{ NULL, 0 },
};

/* Our own canonical writing, or what a person wrote: digits, at most two decimals. */
static bool
read_percent(const char *text, int *ret)
{
	char *end;
	gint64 whole;
	int part = 0, digits = 0;

	if (!g_ascii_isdigit(text[0]) || strlen(text) > 12)
		return false;
	whole = g_ascii_strtoll(text, &end, 10);
	if (*end == ',')
		for (end++; digits < 2 && g_ascii_isdigit(*end); end++, digits++)
			part = part * 10 + g_ascii_digit_value(*end);
	if (end[-1] == ',')
		return false;
	while (*end == ' ' || g_str_has_prefix(end, "\xc2\xa0"))
		end += *end == ' ' ? 1 : 2;
	end += *end == '%';
	if (*end != '\0' || whole > 1000000)
		return false;
	*ret = (int)whole * 100 + (digits == 1 ? part * 10 : part);
	return true;
}

static char *
write_percent(int bp)
{
	if (bp % 100 == 0)
		return g_strdup_printf("%d %%", bp / 100);
	if (bp % 10 == 0)
		return g_strdup_printf("%d,%d %%", bp / 100, bp % 100 / 10);
	return g_strdup_printf("%d,%02d %%", bp / 100, bp % 100);
}

static bool
read_count(const char *text, int *ret)
{
	if (!text[0] || strlen(text) > 6 || strspn(text, "0123456789") != strlen(text))
		return false;
	*ret = (int)g_ascii_strtoll(text, NULL, 10);
	return true;
}

static const char *const marks[] = { "●", "▲", "◆", "□" };

/* Each mark once, with or without blanks between; two bits say which stands where. */
static bool
read_marks(const char *text, int *ret)
{
	unsigned seen = 0, order = 0;

	for (unsigned place = 0; place < G_N_ELEMENTS(marks); place++) {
		unsigned m = 0;

		while (text_blank_bytes(text) > 0)
			text += text_blank_bytes(text);
		while (m < G_N_ELEMENTS(marks) && !g_str_has_prefix(text, marks[m]))
			m++;
		if (m == G_N_ELEMENTS(marks) || (seen & 1u << m))
			return false;
		seen |= 1u << m;
		order |= m << 2 * place;
		text += strlen(marks[m]);
	}
	if (!text_is_blank(text))
		return false;
	*ret = (int)order;
	return true;
}

static const char *
mark_at(int order, unsigned place)
{
	return marks[(unsigned)order >> 2 * place & 3u];
}

static char *
write_marks(int order)
{
	return g_strdup_printf("%s %s %s %s", mark_at(order, 0), mark_at(order, 1),
	    mark_at(order, 2), mark_at(order, 3));
}

const char *
settings_mark(const struct settings *settings, enum light light)
{
	static const unsigned places[LIGHT__N] = { [LIGHT_NONE] = 3,
		[LIGHT_GREEN] = 0,
		[LIGHT_YELLOW] = 1,
		[LIGHT_RED] = 2,
		[LIGHT_GREY] = 3 };

	int order = settings->number[SETTING_SYMBOLS];

	/* settings that were never read are all zero */
	if (settings->text[SETTING_SYMBOLS] == NULL)
		read_marks(setting_infos[SETTING_SYMBOLS].otherwise, &order);
	return mark_at(order, places[light]);
}

static bool
read_number(const struct setting_info *info, const char *text, int *ret)
{
	bool ok = false;

	switch (info->type) {
	case SETTING_PERCENT:
		ok = read_percent(text, ret);
		break;
	case SETTING_COUNT:
		ok = read_count(text, ret);
		break;
	case SETTING_YES_NO:
		ok = word_parse(yes_no_words, text, ret, NULL);
		break;
	case SETTING_MARKS:
		ok = read_marks(text, ret);
		break;
	case SETTING_TEXT:
		*ret = 0;
		return true;
	}
	return ok && *ret >= info->min && *ret <= info->max;
}

static void
put(struct settings *settings, int setting, const char *value)
{
	const struct setting_info *info = &setting_infos[setting];
	int number;

	if (value[0] == '\0')
		value = info->otherwise;
	if (!read_number(info, value, &number))
		return;
	settings->number[setting] = number;
	settings->text[setting] = value;
}

void
settings_init(struct settings *settings)
{
	for (int i = 0; i < SETTING__N; i++)
		put(settings, i, setting_infos[i].otherwise);
}

void
settings_take(struct settings *settings, const char *name, const char *value)
{
	for (int i = 0; i < SETTING__N; i++)
		if (strcmp(setting_infos[i].name, name) == 0)
			put(settings, i, value);
}

bool
setting_find(const char *name, enum setting *ret, GError **error)
{
	g_autofree char *key = text_fold(name);
	g_autofree char *shown = NULL;
	const char *names[SETTING__N + 1] = { 0 };

	for (int i = 0; i < SETTING__N; i++) {
		g_autofree char *own = text_fold(setting_infos[i].name);

		names[i] = setting_infos[i].name;
		if (strcmp(own, key) == 0) {
			*ret = (enum setting)i;
			return true;
		}
	}
	shown = text_display(name);
	g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT,
	    "Inställningen \"%s\" finns inte; närmaste namn är \"%s\". "
	    "\"sparplan installning\" visar alla.",
	    shown, text_nearest_any(name, names));
	return false;
}

static bool
set_wrong(const struct setting_info *info, const char *text, GError **error)
{
	g_autofree char *shown = text_display(text);
	g_autofree char *least = NULL;
	g_autofree char *most = NULL;

	if (info->type == SETTING_YES_NO) {
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT,
		    "\"%s\" går inte att använda; skriv ja eller nej", shown);
		return false;
	}
	if (info->type == SETTING_MARKS) {
		g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT,
		    "\"%s\" går inte att använda; skriv de fyra symbolerna ● ▲ ◆ □ en "
		    "gång var, i den ordning de betyder uppnått, på väg, ej uppnått och "
		    "data saknas",
		    shown);
		return false;
	}
	least = info->type == SETTING_PERCENT ? write_percent(info->min)
	                                      : g_strdup_printf("%d", info->min);
	most = info->type == SETTING_PERCENT ? write_percent(info->max)
	                                     : g_strdup_printf("%d", info->max);
	g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_INPUT,
	    info->type == SETTING_PERCENT
	        ? "\"%s\" går inte att använda; skriv en andel mellan %s och %s, "
	          "till exempel 67,5"
	        : "\"%s\" går inte att använda; skriv ett heltal mellan %s och %s",
	    shown, least, most);
	return false;
}

bool
setting_parse(enum setting setting, const char *text, char **ret, GError **error)
{
	const struct setting_info *info = &setting_infos[setting];
	size_t size;
	const char *start = text_trim(text, &size);
	g_autofree char *value = g_strndup(start, size);
	int number;

	if (value[0] == '\0') {
		*ret = g_strdup("");
		return true;
	}
	if (!read_number(info, value, &number))
		return set_wrong(info, value, error);
	if (info->type == SETTING_PERCENT)
		*ret = write_percent(number);
	else if (info->type == SETTING_COUNT)
		*ret = g_strdup_printf("%d", number);
	else if (info->type == SETTING_MARKS)
		*ret = write_marks(number);
	else if (info->type == SETTING_YES_NO)
		*ret = g_strdup(word_text(yes_no_words, number));
	else
		*ret = g_steal_pointer(&value);
	return true;
}

bool
setting_is_default(const struct settings *settings, enum setting setting)
{
	return strcmp(settings->text[setting], setting_infos[setting].otherwise) == 0;
}

int64_t
settings_weight(const struct settings *settings, int stage, enum light light)
{
	int of_light = light == LIGHT_NONE ? SETTING_WEIGHT_GREY
	                                   : SETTING_WEIGHT_GREEN + (int)light - 1;

	return (int64_t)settings->number[SETTING_STAGE_0 + CLAMP(stage, 0, STAGE_MAX)] *
	       settings->number[of_light];
}

char *
settings_clause(const struct settings *settings, enum setting from, enum setting to)
{
	GString *out = g_string_new(NULL);

	for (int i = (int)from; i <= (int)to; i++)
		g_string_append_printf(out, "%s%s %s", out->len ? ", " : "",
		    setting_infos[i].name, settings->text[i]);
	return g_string_free(out, FALSE);
}
