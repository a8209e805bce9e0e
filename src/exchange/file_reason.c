/*
 * file_reason.c - the system's file errors in Swedish, with the remedy.
 */
#include "exchange/file_reason.h"

#include <errno.h>

#include "base/error.h"
#include "base/text.h"

static const struct reason {
	int code;
	const char *text;
} reasons[] = {
	{ ENOENT, "den finns inte; kontrollera namnet och mappen" },
	{ ENOTDIR, "en del av sökvägen är ingen mapp; kontrollera namnet" },
	{ EACCES, "du saknar rättighet; be ägaren av filen eller mappen" },
	{ EPERM, "du saknar rättighet; be ägaren av filen eller mappen" },
	{ EISDIR, "den är en mapp; ange en fil" },
	{ ELOOP, "de symboliska länkarna går runt; ange filen själv" },
	{ ENAMETOOLONG, "namnet är för långt; välj ett kortare" },
	{ EMFILE, "för många filer är öppna; stäng några program och försök igen" },
	{ ENFILE, "för många filer är öppna; stäng några program och försök igen" },
	{ ENOSPC, "disken är full; frigör utrymme och försök igen" },
	{ EDQUOT, "din tilldelade plats på disken är slut; frigör utrymme" },
	{ EFBIG, "filen blir större än vad som är tillåtet; välj en annan disk" },
	{ EROFS, "disken är skrivskyddad; välj en annan mapp" },
	{ EIO, "disken svarar med fel; be driften kontrollera den" },
	{ EPIPE, "mottagaren slutade läsa" },
	{ EEXIST, "den finns redan; välj ett annat namn eller ange --skriv-over" },
};

char *
file_reason(int code)
{
	for (size_t i = 0; i < G_N_ELEMENTS(reasons); i++)
		if (reasons[i].code == code)
			return g_strdup(reasons[i].text);
	return g_strdup_printf("systemet svarar med fel %d (%s)", code, g_strerror(code));
}

bool
file_fail(GError **error, const char *path, const char *what, int code)
{
	g_autofree char *safe = text_display(path);
	g_autofree char *reason = file_reason(code);

	g_set_error(error, SPARPLAN_ERROR, SPARPLAN_ERROR_FILE, "Filen \"%s\" %s: %s.",
	    safe, what, reason);
	return false;
}
