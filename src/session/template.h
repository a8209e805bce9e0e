/*
 * template.h - the follow-up template of a round, as a förvaltning gets it.
 */
#ifndef SESSION_TEMPLATE_H
#define SESSION_TEMPLATE_H

#include "exchange/template.h"
#include "session/session.h"

struct template_query {
	const char *round; /* NULL: the one to report in now */
	const char
	    *unit; /* NULL: every action; else those of the förvaltning and below it */
};

/* template_free.  Errors: INPUT, a round that cannot be read or is closed; NOT_FOUND, no
 * such förvaltning, or one without actions. */
bool session_template(struct session *session, const struct template_query *query,
    struct template_file **ret, GError **error);

/* The förvaltningar with actions of their own in it, in its order, "" for actions that
 * have none: GPtrArray of borrowed texts. */
GPtrArray *template_units(const struct template_file *form);
/* Only the rows of one of them; shares the texts of `form`, so it must not outlive it.
 * Free its rows alone. */
struct template_file template_of_unit(const struct template_file *form, const char *unit);

#endif
