#include "CJournalVFS.h"

#include <pthread.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// An open file: SQLite allocates `szOsFile` bytes, ours first and the default file system's after.
typedef struct {
  sqlite3_file ours;
  int number;
  // SQLite syncs the folder with the first sync of a log or journal that it has created.
  int syncs_folder;
} journal_file;

static sqlite3_vfs journal;
static sqlite3_vfs *plain;
static journal_step *steps;
static int64_t step_count, step_capacity;
static char **paths;
static int path_count;
// The log may be merged on a thread beside the one that records.
static pthread_mutex_t noting = PTHREAD_MUTEX_INITIALIZER;

static journal_file *outer(sqlite3_file *file) { return (journal_file *)file; }
static sqlite3_file *inner(sqlite3_file *file) { return (sqlite3_file *)(outer(file) + 1); }

// Where there is no memory a test cannot go on.
static void *grown(void *memory, size_t size) {
  void *larger = realloc(memory, size);
  if (!larger) abort();
  return larger;
}

static void note(journal_kind kind, int file, int64_t offset, const void *bytes, int64_t count) {
  pthread_mutex_lock(&noting);
  if (step_count == step_capacity) {
    step_capacity = step_capacity ? 2 * step_capacity : 4096;
    steps = grown(steps, (size_t)step_capacity * sizeof *steps);
  }
  void *copy = 0;
  if (bytes) {
    copy = grown(0, (size_t)count + 1);
    memcpy(copy, bytes, (size_t)count);
  }
  steps[step_count++] = (journal_step){kind, file, offset, count, copy};
  pthread_mutex_unlock(&noting);
}

static int number_of(const char *path) {
  for (int number = path_count - 1; number >= 0; number--) {
    if (!strcmp(paths[number], path)) return number;
  }
  return -1;
}

static int new_number(const char *path) {
  paths = grown(paths, (size_t)(path_count + 1) * sizeof *paths);
  paths[path_count] = grown(0, strlen(path) + 1);
  strcpy(paths[path_count], path);
  return path_count++;
}

// The calls that are written down, once they have succeeded.

static int journal_write(sqlite3_file *f, const void *bytes, int count, sqlite3_int64 offset) {
  int code = inner(f)->pMethods->xWrite(inner(f), bytes, count, offset);
  if (!code) note(JOURNAL_WRITE, outer(f)->number, offset, bytes, count);
  return code;
}

static int journal_truncate(sqlite3_file *f, sqlite3_int64 size) {
  int code = inner(f)->pMethods->xTruncate(inner(f), size);
  if (!code) note(JOURNAL_TRUNCATE, outer(f)->number, size, 0, 0);
  return code;
}

static int journal_sync(sqlite3_file *f, int flags) {
  int code = inner(f)->pMethods->xSync(inner(f), flags);
  if (code) return code;
  note(JOURNAL_SYNC, outer(f)->number, 0, 0, 0);
  if (outer(f)->syncs_folder) note(JOURNAL_SYNC_FOLDER, outer(f)->number, 0, 0, 0);
  outer(f)->syncs_folder = 0;
  return code;
}

static int journal_delete(sqlite3_vfs *vfs, const char *path, int syncs_folder) {
  (void)vfs;
  int code = plain->xDelete(plain, path, syncs_folder);
  int number = number_of(path);
  if (code || number < 0) return code;
  note(JOURNAL_DELETE, number, 0, 0, 0);
  if (syncs_folder) note(JOURNAL_SYNC_FOLDER, number, 0, 0, 0);
  return code;
}

// The calls that are passed on.

static int journal_close(sqlite3_file *f) { return inner(f)->pMethods->xClose(inner(f)); }
static int journal_read(sqlite3_file *f, void *bytes, int count, sqlite3_int64 offset) {
  return inner(f)->pMethods->xRead(inner(f), bytes, count, offset);
}
static int journal_size(sqlite3_file *f, sqlite3_int64 *size) {
  return inner(f)->pMethods->xFileSize(inner(f), size);
}
static int journal_lock(sqlite3_file *f, int level) {
  return inner(f)->pMethods->xLock(inner(f), level);
}
static int journal_unlock(sqlite3_file *f, int level) {
  return inner(f)->pMethods->xUnlock(inner(f), level);
}
static int journal_check_reserved(sqlite3_file *f, int *is_reserved) {
  return inner(f)->pMethods->xCheckReservedLock(inner(f), is_reserved);
}
static int journal_control(sqlite3_file *f, int operation, void *argument) {
  return inner(f)->pMethods->xFileControl(inner(f), operation, argument);
}
static int journal_sector_size(sqlite3_file *f) {
  return inner(f)->pMethods->xSectorSize(inner(f));
}
static int journal_characteristics(sqlite3_file *f) {
  return inner(f)->pMethods->xDeviceCharacteristics(inner(f));
}
static int journal_shm_map(sqlite3_file *f, int page, int size, int extend, void volatile **at) {
  return inner(f)->pMethods->xShmMap(inner(f), page, size, extend, at);
}
static int journal_shm_lock(sqlite3_file *f, int offset, int count, int flags) {
  return inner(f)->pMethods->xShmLock(inner(f), offset, count, flags);
}
static void journal_shm_barrier(sqlite3_file *f) { inner(f)->pMethods->xShmBarrier(inner(f)); }
static int journal_shm_unmap(sqlite3_file *f, int is_deleting) {
  return inner(f)->pMethods->xShmUnmap(inner(f), is_deleting);
}

// Version 2: with the shared memory that a write-ahead log needs, without memory-mapped files.
static const sqlite3_io_methods methods = {
  .iVersion = 2,
  .xClose = journal_close,
  .xRead = journal_read,
  .xWrite = journal_write,
  .xTruncate = journal_truncate,
  .xSync = journal_sync,
  .xFileSize = journal_size,
  .xLock = journal_lock,
  .xUnlock = journal_unlock,
  .xCheckReservedLock = journal_check_reserved,
  .xFileControl = journal_control,
  .xSectorSize = journal_sector_size,
  .xDeviceCharacteristics = journal_characteristics,
  .xShmMap = journal_shm_map,
  .xShmLock = journal_shm_lock,
  .xShmBarrier = journal_shm_barrier,
  .xShmUnmap = journal_shm_unmap,
};

static int journal_open(
    sqlite3_vfs *vfs, sqlite3_filename name, sqlite3_file *f, int flags, int *opened_flags) {
  (void)vfs;
  memset(f, 0, (size_t)journal.szOsFile);
  // For SQLite a file that is empty is not there.
  int is_there = name && !access(name, F_OK);
  int code = plain->xOpen(plain, name, inner(f), flags, opened_flags);
  // SQLite closes the file if, and only if, it has methods.
  f->pMethods = inner(f)->pMethods ? &methods : 0;
  if (code) return code;
  outer(f)->syncs_folder =
      !is_there && flags & (SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL);
  // A file of an earlier name is another file.
  outer(f)->number = name && is_there ? number_of(name) : -1;
  if (outer(f)->number < 0) {
    outer(f)->number = new_number(name ? name : "");
    note(is_there ? JOURNAL_OPEN : JOURNAL_CREATE, outer(f)->number, 0, 0, 0);
  }
  return code;
}

int journal_vfs_register(void) {
  if (plain) return SQLITE_OK;
  plain = sqlite3_vfs_find(0);
  if (!plain) return SQLITE_ERROR;
  journal = *plain;
  journal.zName = "journal";
  journal.szOsFile = (int)sizeof(journal_file) + plain->szOsFile;
  journal.xOpen = journal_open;
  journal.xDelete = journal_delete;
  return sqlite3_vfs_register(&journal, 0);
}

void journal_vfs_start(void) {
  for (int64_t number = 0; number < step_count; number++) free((void *)steps[number].bytes);
  for (int number = 0; number < path_count; number++) free(paths[number]);
  step_count = 0;
  path_count = 0;
}

void journal_vfs_acknowledge(void) { note(JOURNAL_ACKNOWLEDGE, -1, 0, 0, 0); }
int64_t journal_vfs_count(void) { return step_count; }
const journal_step *journal_vfs_step(int64_t number) { return &steps[number]; }
const char *journal_vfs_path(int file) { return paths[file]; }

// A backup reads the pages alone; what is in them is not looked at.
void *journal_vfs_image(const char *path, int64_t *size) {
  sqlite3 *book = 0, *copy = 0;
  unsigned char *image = 0;
  int code = sqlite3_open_v2(path, &book, SQLITE_OPEN_READWRITE, 0);
  int made = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  if (!code) code = sqlite3_open_v2("image", &copy, made, "memdb");
  if (!code) sqlite3_db_config(book, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, (int *)0);
  sqlite3_backup *backup = code ? 0 : sqlite3_backup_init(copy, "main", book, "main");
  if (backup && sqlite3_backup_step(backup, -1) == SQLITE_DONE) {
    sqlite3_int64 bytes = 0;
    const unsigned char *shared = sqlite3_serialize(copy, "main", &bytes, SQLITE_SERIALIZE_NOCOPY);
    if (shared && bytes) {
      image = grown(0, (size_t)bytes);
      memcpy(image, shared, (size_t)bytes);
      *size = bytes;
    }
  }
  sqlite3_backup_finish(backup);
  sqlite3_close(copy);
  sqlite3_close(book);
  return image;
}
