#pragma once

// A file system named "faulty" for SQLite: the default one, in which calls fail: to open a file, to
// write, truncate and sync the database or its log, and to map and lock the memory beside the log.
//
// There is one counter in the process, so only one test at a time may use it.

/// Registers "faulty". Returns an SQLite result code.
int faulty_vfs_register(void);

/// Counts anew from 1, and fails the call of that number, and those after it if it is lasting; with
/// 0, none.
void faulty_vfs_arm(int failing_call, int is_lasting);

/// How many calls there were since the last `faulty_vfs_arm`.
int faulty_vfs_calls(void);

/// Counts SQLite's allocations on this thread anew from 1, and fails that of this number, and those
/// after it if it is lasting; with 0, none.
void faulty_memory_arm(long failing_allocation, int is_lasting);

/// How many allocations there were on this thread since the last `faulty_memory_arm`.
long faulty_memory_allocations(void);
