#include "CFaultyVFS.h"

#include <sqlite3.h>
#include <string.h>

// An open file: SQLite allocates `szOsFile` bytes, ours first and the default file system's after.
typedef struct {
  sqlite3_file ours;
} faulty_file;

static sqlite3_vfs faulty;
static sqlite3_vfs *plain;
static int calls;
static int failing;
static int is_lasting;

static sqlite3_file *inner(sqlite3_file *file) { return (sqlite3_file *)((faulty_file *)file + 1); }

static int is_failing(void) {
  calls += 1;
  return calls == failing || (is_lasting && failing && calls > failing);
}

// The calls that can fail.

static int faulty_write(sqlite3_file *f, const void *bytes, int count, sqlite3_int64 offset) {
  if (is_failing()) {
    // What a full disk does: the first half arrives.
    inner(f)->pMethods->xWrite(inner(f), bytes, count / 2, offset);
    return SQLITE_IOERR_WRITE;
  }
  return inner(f)->pMethods->xWrite(inner(f), bytes, count, offset);
}

static int faulty_truncate(sqlite3_file *f, sqlite3_int64 size) {
  return is_failing() ? SQLITE_IOERR_TRUNCATE : inner(f)->pMethods->xTruncate(inner(f), size);
}

// Nothing is read after a power cut here, so no disk is waited for.
static int faulty_sync(sqlite3_file *f, int flags) {
  (void)f, (void)flags;
  return is_failing() ? SQLITE_IOERR_FSYNC : SQLITE_OK;
}

static int faulty_shm_map(sqlite3_file *f, int page, int size, int extend, void volatile **at) {
  if (is_failing()) return SQLITE_IOERR_SHMMAP;
  return inner(f)->pMethods->xShmMap(inner(f), page, size, extend, at);
}

static int faulty_shm_lock(sqlite3_file *f, int offset, int count, int flags) {
  // To give a lock back does not fail: SQLite takes no notice.
  if (!(flags & SQLITE_SHM_UNLOCK) && is_failing()) return SQLITE_IOERR_SHMLOCK;
  return inner(f)->pMethods->xShmLock(inner(f), offset, count, flags);
}

// The calls that are passed on.

static int faulty_close(sqlite3_file *f) { return inner(f)->pMethods->xClose(inner(f)); }
static int faulty_read(sqlite3_file *f, void *bytes, int count, sqlite3_int64 offset) {
  return inner(f)->pMethods->xRead(inner(f), bytes, count, offset);
}
static int faulty_size(sqlite3_file *f, sqlite3_int64 *size) {
  return inner(f)->pMethods->xFileSize(inner(f), size);
}
static int faulty_lock(sqlite3_file *f, int level) {
  return inner(f)->pMethods->xLock(inner(f), level);
}
static int faulty_unlock(sqlite3_file *f, int level) {
  return inner(f)->pMethods->xUnlock(inner(f), level);
}
static int faulty_check_reserved(sqlite3_file *f, int *is_reserved) {
  return inner(f)->pMethods->xCheckReservedLock(inner(f), is_reserved);
}
static int faulty_control(sqlite3_file *f, int operation, void *argument) {
  return inner(f)->pMethods->xFileControl(inner(f), operation, argument);
}
static int faulty_sector_size(sqlite3_file *f) {
  return inner(f)->pMethods->xSectorSize(inner(f));
}
static int faulty_characteristics(sqlite3_file *f) {
  return inner(f)->pMethods->xDeviceCharacteristics(inner(f));
}
static void faulty_shm_barrier(sqlite3_file *f) { inner(f)->pMethods->xShmBarrier(inner(f)); }
static int faulty_shm_unmap(sqlite3_file *f, int is_deleting) {
  return inner(f)->pMethods->xShmUnmap(inner(f), is_deleting);
}

// Version 2: with the shared memory that a write-ahead log needs, without memory-mapped files.
static const sqlite3_io_methods methods = {
  .iVersion = 2,
  .xClose = faulty_close,
  .xRead = faulty_read,
  .xWrite = faulty_write,
  .xTruncate = faulty_truncate,
  .xSync = faulty_sync,
  .xFileSize = faulty_size,
  .xLock = faulty_lock,
  .xUnlock = faulty_unlock,
  .xCheckReservedLock = faulty_check_reserved,
  .xFileControl = faulty_control,
  .xSectorSize = faulty_sector_size,
  .xDeviceCharacteristics = faulty_characteristics,
  .xShmMap = faulty_shm_map,
  .xShmLock = faulty_shm_lock,
  .xShmBarrier = faulty_shm_barrier,
  .xShmUnmap = faulty_shm_unmap,
};

static int faulty_open(
    sqlite3_vfs *vfs, sqlite3_filename name, sqlite3_file *f, int flags, int *opened_flags) {
  (void)vfs;
  memset(f, 0, (size_t)faulty.szOsFile);
  if (is_failing()) return SQLITE_CANTOPEN;
  int code = plain->xOpen(plain, name, inner(f), flags, opened_flags);
  // SQLite closes the file if, and only if, it has methods.
  f->pMethods = inner(f)->pMethods ? &methods : 0;
  return code;
}

int faulty_vfs_register(void) {
  if (plain) return SQLITE_OK;
  plain = sqlite3_vfs_find(0);
  if (!plain) return SQLITE_ERROR;
  faulty = *plain;
  faulty.zName = "faulty";
  faulty.szOsFile = (int)sizeof(faulty_file) + plain->szOsFile;
  faulty.xOpen = faulty_open;
  return sqlite3_vfs_register(&faulty, 0);
}

void faulty_vfs_arm(int failing_call, int lasting) {
  calls = 0;
  failing = failing_call;
  is_lasting = lasting;
}

int faulty_vfs_calls(void) { return calls; }
