/*
 * export.h - the writers of export, one per kind, for src/session only.
 */
#ifndef SESSION_EXPORT_H
#define SESSION_EXPORT_H

#include "exchange/row_write.h"
#include "session/state.h"

/* Writes the kind's header and rows; the plan has STORE_ALL. */
typedef bool (*export_func)(
    struct session *s, const struct plan *plan, struct row_writer *w, GError **error);

/* The columns of a kind without columns of years; amounts in kr. */
void export_header(struct row_writer *w, enum exchange_kind kind);

/* A year or other number, blank for 0. */
void export_number(struct row_writer *w, int value);

bool export_decisions(
    struct session *s, const struct plan *plan, struct row_writer *w, GError **error);
bool export_assessments(
    struct session *s, const struct plan *plan, struct row_writer *w, GError **error);
bool export_milestones(
    struct session *s, const struct plan *plan, struct row_writer *w, GError **error);
/* Every forecast in force, those of the rounds' own years too. */
bool export_forecasts(
    struct session *s, const struct plan *plan, struct row_writer *w, GError **error);

/* the kinds of kinds_goals.h */
bool export_goals(
    struct session *s, const struct plan *plan, struct row_writer *w, GError **error);
bool export_indicators(
    struct session *s, const struct plan *plan, struct row_writer *w, GError **error);
bool export_measurements(
    struct session *s, const struct plan *plan, struct row_writer *w, GError **error);
bool export_assignments(
    struct session *s, const struct plan *plan, struct row_writer *w, GError **error);
bool export_preconditions(
    struct session *s, const struct plan *plan, struct row_writer *w, GError **error);
bool export_links(
    struct session *s, const struct plan *plan, struct row_writer *w, GError **error);

#endif
