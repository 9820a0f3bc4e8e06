#include "CFaultyVFS.h"

#include <sqlite3.h>
#include <stdlib.h>

static sqlite3_mem_methods plain;
// Other tests run beside it, on threads of their own.
static _Thread_local long allocations, failing;
static _Thread_local int is_lasting;

static int is_failing(void) {
  allocations += 1;
  return failing && (allocations == failing || (is_lasting && allocations > failing));
}

static void *faulty_malloc(int size) { return is_failing() ? 0 : plain.xMalloc(size); }

static void *faulty_realloc(void *memory, int size) {
  return is_failing() ? 0 : plain.xRealloc(memory, size);
}

// SQLite takes another allocator only before it is first used.
__attribute__((constructor)) static void install(void) {
  if (sqlite3_config(SQLITE_CONFIG_GETMALLOC, &plain)) abort();
  sqlite3_mem_methods faulty = plain;
  faulty.xMalloc = faulty_malloc;
  faulty.xRealloc = faulty_realloc;
  if (sqlite3_config(SQLITE_CONFIG_MALLOC, &faulty)) abort();
}

void faulty_memory_arm(long failing_allocation, int lasting) {
  allocations = 0;
  failing = failing_allocation;
  is_lasting = lasting;
}

long faulty_memory_allocations(void) { return allocations; }
