/* t.h - the whole test frame: a table of cases and one main. */
#ifndef T_H
#define T_H

#include <CUnit/Basic.h>
#include <glib.h>
#include <stdbool.h>
#include <string.h>

/* Equal texts; prints both when they differ. */
static inline void
t_text_at(const char *file, int line, const char *got, const char *want)
{
	bool same = g_strcmp0(got, want) == 0;

	if (!same)
		g_printerr("%s:%d: got  \"%s\"\n%s:%d: want \"%s\"\n", file, line,
		    got ? got : "(null)", file, line, want ? want : "(null)");
	CU_assertImplementation(same, (unsigned)line, want, file, "", CU_FALSE);
}
#define T_TEXT(got, want) t_text_at(__FILE__, __LINE__, got, want)

/* A text that the test owns, compared and freed. */
static inline void
t_take_at(const char *file, int line, char *got, const char *want)
{
	t_text_at(file, line, got, want);
	g_free(got);
}
#define T_TAKE(got, want) t_take_at(__FILE__, __LINE__, got, want)

/* Does `text` have `part`?  Prints both when it does not. */
static inline bool
has(const char *text, const char *part)
{
	if (strstr(text, part) != NULL)
		return true;
	g_printerr("missing: \"%s\" in\n%s\n", part, text);
	return false;
}

/* A call that must succeed, and its error printed when it does not. */
static inline void
t_ok_at(const char *file, int line, bool ok, GError **error)
{
	if (!ok)
		g_printerr("%s:%d: %s\n", file, line,
		    *error ? (*error)->message : "(no message)");
	CU_assertImplementation(ok, (unsigned)line, "ok", file, "", CU_FALSE);
	g_clear_error(error);
}
#define T_OK(call, error) t_ok_at(__FILE__, __LINE__, (call), &(error))

static inline int
t_run(const char *suite, CU_TestInfo *cases)
{
	CU_SuiteInfo suites[] = { { suite, NULL, NULL, NULL, NULL, cases },
		CU_SUITE_INFO_NULL };
	unsigned bad;

	if (CU_initialize_registry() != CUE_SUCCESS ||
	    CU_register_suites(suites) != CUE_SUCCESS)
		return 99;
	CU_basic_set_mode(CU_BRM_VERBOSE);
	CU_basic_run_tests();
	bad = CU_get_number_of_failures();
	CU_cleanup_registry();
	return bad != 0;
}

#endif
