/*
 * error.c - the error domain and its exit statuses.
 */
#include "base/error.h"

GQuark
sparplan_error_quark(void)
{
	return g_quark_from_static_string("sparplan-error");
}

int
error_exit_status(const GError *error)
{
	enum {
		STATUS_USAGE = 2,
		STATUS_REFUSED = 3,
		STATUS_FILE = 4,
		STATUS_CONFLICT = 5
	};

	if (error == NULL)
		return 0;
	if (error->domain != SPARPLAN_ERROR)
		return STATUS_FILE;
	switch ((enum sparplan_error)error->code) {
	case SPARPLAN_ERROR_USAGE:
		return STATUS_USAGE;
	case SPARPLAN_ERROR_INPUT:
	case SPARPLAN_ERROR_NOT_FOUND:
	case SPARPLAN_ERROR_RANGE:
	case SPARPLAN_ERROR_EXISTS:
		return STATUS_REFUSED;
	case SPARPLAN_ERROR_CONFLICT:
		return STATUS_CONFLICT;
	case SPARPLAN_ERROR_FILE:
	case SPARPLAN_ERROR_BUSY:
		break;
	}
	return STATUS_FILE;
}
