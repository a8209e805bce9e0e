/*
 * round.h - names of reporting rounds (rapporteringsomgångar) and the month they end
 * with.
 *
 * "DÅ04-2021" and "DÅ04 2021" end 2021-04, "DÅ08-2021" 2021-08, "ÅR-2021" and "ÅR 2021"
 * 2021-12, "2021-03" and "månad 2021-03" 2021-03.  Any case; "DA04-2021", "AR-2021" too.
 */
#ifndef CALENDAR_ROUND_H
#define CALENDAR_ROUND_H

#include <glib.h>
#include <stdbool.h>

/* The canonical label ("DÅ04-2021", "ÅR-2021", "2021-03"; g_free) and the cut-off month.
 */
bool round_parse(const char *text, char **ret_label, int *ret_cutoff, GError **error);

#endif
