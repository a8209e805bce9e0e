/* fingerprint.c - what the latest schema looks like; test_store says when it is out of
 * date. */
#include "store/db.h"

const char db_latest_fingerprint[] =
    "5648c1848d38ad772eb4eef4ea9707c0a8674e9ee41178e582556235f42c1398";
