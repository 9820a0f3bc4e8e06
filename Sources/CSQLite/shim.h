#pragma once
#include <sqlite3.h>

// SQLITE_TRANSIENT casts -1 to a function pointer, which Swift cannot import.
static inline int csqlite_bind_text(sqlite3_stmt *s, int i, const void *p, sqlite3_uint64 n) {
  return sqlite3_bind_text64(s, i, (const char *)p, n, SQLITE_TRANSIENT, SQLITE_UTF8);
}
static inline int csqlite_bind_blob(sqlite3_stmt *s, int i, const void *p, sqlite3_uint64 n) {
  return sqlite3_bind_blob64(s, i, p, n, SQLITE_TRANSIENT);
}
// sqlite3_db_config is variadic, which Swift cannot call.
static inline int csqlite_db_config(sqlite3 *db, int option, int on) {
  return sqlite3_db_config(db, option, on, (int *)0);
}
static inline int csqlite_db_config_is_on(sqlite3 *db, int option) {
  int on = -1;
  sqlite3_db_config(db, option, -1, &on);
  return on;
}
