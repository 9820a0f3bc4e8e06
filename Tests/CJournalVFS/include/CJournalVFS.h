#pragma once

#include <stdint.h>

// A file system named "journal" for SQLite: the default one, which writes down all that changes a
// file, in order, so that a test can ask what a disk holds when the power fails in between. The
// shared memory beside the log, which does not survive a restart, is no part of it.
//
// There is one journal in the process, so only one test at a time may write it.

/// What was done to a file.
typedef enum {
  JOURNAL_CREATE,
  /// A file was opened that was there.
  JOURNAL_OPEN,
  JOURNAL_WRITE,
  /// To `offset` bytes.
  JOURNAL_TRUNCATE,
  JOURNAL_SYNC,
  /// The names in the folder were synced.
  JOURNAL_SYNC_FOLDER,
  JOURNAL_DELETE,
  /// No file: the test was told that what it did is recorded.
  JOURNAL_ACKNOWLEDGE,
} journal_kind;

typedef struct {
  journal_kind kind;
  /// A number for each file, counted from 0.
  int file;
  int64_t offset;
  int64_t count;
  /// `count` bytes of a write.
  const void *bytes;
} journal_step;

/// Registers "journal". Returns an SQLite result code.
int journal_vfs_register(void);

/// Begins an empty journal.
void journal_vfs_start(void);

/// Writes an acknowledgement down.
void journal_vfs_acknowledge(void);

/// How many steps there are.
int64_t journal_vfs_count(void);

/// A step by its number from 0; it lives until the next `journal_vfs_start`.
const journal_step *journal_vfs_step(int64_t number);

/// The path of a file; it lives until the next `journal_vfs_start`.
const char *journal_vfs_path(int file);

/// The pages of the book at `path` as SQLite's default file system recovers them, to be freed by the
/// caller; null where there are none or they cannot be read. The book's files may be changed.
void *journal_vfs_image(const char *path, int64_t *size);
