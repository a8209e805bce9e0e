/*
 * session_small.h - a plan of three actions for the tests of the session.
 */
#ifndef SESSION_SMALL_H
#define SESSION_SMALL_H

#include "session_kit.h"

/* Three actions: A-1 counts, one line (Vård, ospecificerat) 2021 1200 kr and 2022 2400
 * kr; A-2 counts, lines Service and Vård, own unit Vård; A-3 does not count, no lines. */
static const char plan_csv[] = "id;åtgärd;förvaltning;mottagare;område;räknas;"
                               "kostnadsslag;start;slut;2021 kr;2022 kr\n"
                               "A-1;Ett;Vård;;Norr;ja;;;;1200;2400\n"
                               "A-2;Två;Vård;Service;Norr;ja;drift;2021-03;2021-06;100;\n"
                               "A-2;Två;Vård;Vård;Norr;ja;personal;;;;50\n"
                               "A-3;Tre;Service;;;nej;;;;;\n";

static inline struct session *
small(const char *name)
{
	struct session *s = kit_create(name);

	T_INT(kit_import(s, EXCHANGE_PLAN, plan_csv).added, 3);
	return s;
}

#endif
