#pragma once

// A file system named "faulty" for SQLite: the default one, in which one call that changes a file
// fails. Write, truncate and sync count as such calls, of the database and of its log alike; the
// shared memory beside the log, which is no part of what must survive, does not.
//
// There is one counter in the process, so only one test at a time may use it.

/// Registers "faulty". Returns an SQLite result code.
int faulty_vfs_register(void);

/// Counts anew from 1, and fails the call of that number, once; with 0, none.
void faulty_vfs_arm(int failing_call);

/// How many calls there were since the last `faulty_vfs_arm`.
int faulty_vfs_calls(void);
