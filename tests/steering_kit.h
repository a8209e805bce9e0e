/*
 * steering_kit.h - a small plan, a second person, and a setting set.
 */
#ifndef STEERING_KIT_H
#define STEERING_KIT_H

#include "session_kit.h"

/* Two actions that count, of Vård, and one that does not. */
static inline struct session *
kit_small(const char *name)
{
	struct session *s = kit_create(name);

	T_INT(kit_import(s, EXCHANGE_PLAN,
	          "id;åtgärd;förvaltning;räknas;2021 kr\n"
	          "A-1;Ett;Vård;ja;1200\nA-2;Två;Vård;ja;600\nA-3;Tre;Vård;nej;\n")
	          .added,
	    3);
	return s;
}

/* The same file opened by another person. */
static inline struct session *
kit_open_as(struct session *s, const char *who, const char *programme)
{
	const struct session_options options = { .path = session_path(s),
		.who = who,
		.programme = programme,
		.now = NOW,
		.write = true };
	struct session *other = NULL;
	GError *error = NULL;

	T_OK(session_open(&options, &other, &error), error);
	if (!other)
		exit(98);
	return other;
}

/* One setting as `installning` sets it; the change, 0 when nothing differed. */
static inline int64_t
kit_setting(struct session *s, enum setting setting, const char *value)
{
	const struct setting_edit edit = { setting, value };
	struct saved saved = { 0 };
	GError *error = NULL;

	T_OK(session_set(s, &edit, 1, &saved, &error), error);
	return saved.change;
}

#endif
