#pragma once
#include <malloc.h>

// One pool for all threads: by default glibc keeps a pool for each, and in each what the largest
// blocks took. Giving large blocks back to the system at once would cost a fourth of an import.
static inline void cmemory_share_pool(void) { mallopt(M_ARENA_MAX, 1); }
