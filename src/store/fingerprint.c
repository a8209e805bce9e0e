/* fingerprint.c - what the latest schema looks like; test_store says when it is out of
 * date. */
#include "store/db.h"

const char db_latest_fingerprint[] =
    "af7ca392d61a8dfd4aa6cb74708ae9d2d364b3d451eab12892a974a82ba7a471";
