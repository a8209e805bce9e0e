/* fingerprint.c - what the latest schema looks like; test_store says when it is out of
 * date. */
#include "store/db.h"

const char db_latest_fingerprint[] =
    "389e3c393ee983d91a3363c051ea4932051568a53bbd55927cd450147aa4b1b5";
