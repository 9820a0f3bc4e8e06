#pragma once
#include <malloc.h>

// Gives blocks of 256 KiB and more back to the system once they are freed, and keeps one pool for
// all threads. By default glibc keeps what the largest blocks took, for each thread.
static inline void cmemory_give_back(void) {
  mallopt(M_MMAP_THRESHOLD, 1 << 18);
  mallopt(M_TRIM_THRESHOLD, 1 << 18);
  mallopt(M_ARENA_MAX, 1);
}
