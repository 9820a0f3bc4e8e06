#pragma once
#include <linux/stat.h>

// Linux's numbers, whose headers declare again what glibc declares.
enum { CFILE_HERE = -100, CFILE_NO_FOLLOW = 0x100, CFILE_NO_REPLACE = 1 };

// glibc declares these only to those who define _GNU_SOURCE, which Swift does not.
int statx(int folder, const char *path, int flags, unsigned mask, struct statx *status);
int renameat2(int folder, const char *path, int newFolder, const char *newPath, unsigned flags);

// When a file was made, in nanoseconds; 0 where the file system does not say.
static inline long long cfile_birth(const char *path, int follows) {
  struct statx status;
  int flags = follows ? 0 : CFILE_NO_FOLLOW;
  if (statx(CFILE_HERE, path, flags, STATX_BTIME, &status)) return 0;
  if (!(status.stx_mask & STATX_BTIME)) return 0;
  return status.stx_btime.tv_sec * 1000000000ll + status.stx_btime.tv_nsec;
}

// Renames a file to a name that is not in use.
static inline int cfile_rename_new(const char *path, const char *newPath) {
  return renameat2(CFILE_HERE, path, CFILE_HERE, newPath, CFILE_NO_REPLACE);
}
