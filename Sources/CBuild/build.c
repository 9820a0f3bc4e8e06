#include "build.h"
#include <stddef.h>

#ifndef LEDGER_COMMIT
#define LEDGER_COMMIT NULL
#endif
#ifndef LEDGER_COMMIT_TIME
#define LEDGER_COMMIT_TIME NULL
#endif

const char *const ledger_commit = LEDGER_COMMIT;
const char *const ledger_commit_time = LEDGER_COMMIT_TIME;
