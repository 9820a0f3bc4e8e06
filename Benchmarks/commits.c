// Records one count after the other in a book, each in a transaction of its own, for some seconds,
// as durably as the ledger does: in WAL mode, each commit synced. Others are waited for by SQLite's
// own busy_timeout, and the log is merged by SQLite's own checkpoints.
//
//   commits BOOK SECONDS WRITER
//
// Nothing is checked. Prints how many, the seconds, and the most milliseconds that one took.
#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static sqlite3 *database;

static void fail(const char *what) {
  fprintf(stderr, "commits: %s\n", what);
  exit(1);
}

static void execute(const char *sql) {
  if (sqlite3_exec(database, sql, NULL, NULL, NULL)) fail(sqlite3_errmsg(database));
}

static sqlite3_stmt *prepared(const char *sql) {
  sqlite3_stmt *statement;
  if (sqlite3_prepare_v3(database, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL)) {
    fail(sqlite3_errmsg(database));
  }
  return statement;
}

static void run(sqlite3_stmt *statement) {
  while (sqlite3_step(statement) == SQLITE_ROW) {
  }
  if (sqlite3_reset(statement)) fail(sqlite3_errmsg(database));
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec + time.tv_nsec / 1e9;
}

int main(int count, char **words) {
  if (count != 4) fail("usage: commits BOOK SECONDS WRITER");
  double seconds = atof(words[2]);
  int64_t writer = atoll(words[3]);
  if (sqlite3_open(words[1], &database)) fail("the book cannot be opened");
  sqlite3_busy_timeout(database, 600000);
  execute("PRAGMA journal_mode = wal; PRAGMA synchronous = full");
  sqlite3_stmt *begin = prepared("BEGIN IMMEDIATE"), *commit = prepared("COMMIT");
  sqlite3_stmt *entry = prepared(
      "INSERT INTO entry (number, recorded_at, command, events, audience_counts, sales)"
      " SELECT ifnull(max(number), 0) + 1, 1900000000000, 'commits', 0, 1, 0 FROM entry");
  sqlite3_stmt *fact = prepared(
      "INSERT INTO audience_count (event, metric, at, entry, count)"
      " VALUES (1, 1, ?1, last_insert_rowid(), ?2)");
  sqlite3_stmt *total = prepared(
      "INSERT INTO audience_total"
      " (event, metric, counts, first_at, last_at, latest, peak, peak_at, twice_area)"
      " VALUES (1, 1, 1, ?1, ?1, ?2, ?2, ?1, 0) ON CONFLICT DO UPDATE SET counts = counts + 1,"
      " last_at = max(last_at, excluded.last_at), peak = max(peak, excluded.peak)");
  double start = now(), last = start, longest = 0;
  int64_t number = 0;
  while (last < start + seconds) {
    int64_t at = (writer * 31536000 + number) * 1000;
    run(begin);
    run(entry);
    sqlite3_bind_int64(fact, 1, at);
    sqlite3_bind_int64(fact, 2, number % 1000);
    run(fact);
    sqlite3_bind_int64(total, 1, at);
    sqlite3_bind_int64(total, 2, number % 1000);
    run(total);
    run(commit);
    number++;
    double end = now();
    if (end - last > longest) longest = end - last;
    last = end;
  }
  printf("%lld %f %f\n", (long long)number, last - start, longest * 1000);
}
