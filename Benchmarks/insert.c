// Inserts rows that are in memory already, with one prepared statement a row, into a table of the
// ledger's columns and key, as durably: in WAL mode, each transaction synced.
//
//   insert audience|sales FILE DATABASE ROWS_PER_TRANSACTION
//
// Nothing of the file is checked but what reading needs. Prints the seconds from opening the
// database to closing it, with all of the log merged.
#define _GNU_SOURCE
#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

struct row {
  int64_t event, at, count;  // an audience count
  int64_t line, quantity, micros;
  const char *order, *product, *currency, *kind;
};

static struct row *rows;
static size_t rowCount, capacity;

static void fail(const char *what) {
  fprintf(stderr, "insert: %s\n", what);
  exit(1);
}

static int64_t instant(const char *text) {
  struct tm fields = {0};
  if (!strptime(text, "%Y-%m-%dT%H:%M:%SZ", &fields)) fail("a time is none");
  return (int64_t)timegm(&fields) * 1000;
}

static int64_t micros(const char *text) {
  int64_t sign = *text == '-' ? -1 : 1, number = 0, decimals = -1;
  for (text += sign < 0; *text; text++) {
    if (*text == '.') {
      decimals = 0;
    } else {
      number = number * 10 + (*text - '0');
      if (decimals >= 0) decimals++;
    }
  }
  for (decimals = decimals < 0 ? 0 : decimals; decimals < 6; decimals++) number *= 10;
  return sign * number;
}

// "show-0001" is the first event.
static int64_t event(const char *key) { return atoll(strrchr(key, '-') + 1); }

static void readRows(const char *path, int isAudience) {
  FILE *file = fopen(path, "r");
  if (!file) fail("the file cannot be opened");
  char *text = NULL;
  size_t room = 0;
  if (getline(&text, &room, file) < 0) fail("the file is empty");
  for (ssize_t length; (length = getline(&text, &room, file)) > 0;) {
    text[length - 1] = 0;
    char *kept = isAudience ? text : strdup(text), *fields[9] = {0};
    for (int field = 0; field < (isAudience ? 3 : 9); field++) fields[field] = strsep(&kept, ",");
    if (rowCount == capacity) {
      capacity = capacity ? capacity * 2 : 1 << 16;
      rows = realloc(rows, capacity * sizeof *rows);
    }
    struct row *row = &rows[rowCount++];
    if (isAudience) {
      *row = (struct row){
          .event = event(fields[0]), .at = instant(fields[1]), .count = atoll(fields[2])};
    } else {
      *row = (struct row){
          .order = fields[0], .line = atoll(fields[1]), .product = fields[2],
          .quantity = atoll(fields[3]), .micros = micros(fields[4]), .currency = fields[5],
          .at = instant(fields[6]), .event = event(fields[7]), .kind = fields[8]};
    }
  }
  fclose(file);
}

static void execute(sqlite3 *database, const char *sql) {
  if (sqlite3_exec(database, sql, NULL, NULL, NULL)) fail(sqlite3_errmsg(database));
}

static void bindText(sqlite3_stmt *statement, int place, const char *text) {
  sqlite3_bind_text(statement, place, text, -1, SQLITE_STATIC);
}

int main(int count, char **words) {
  if (count != 5) fail("usage: insert audience|sales FILE DATABASE ROWS_PER_TRANSACTION");
  int isAudience = !strcmp(words[1], "audience");
  size_t perTransaction = atoll(words[4]);
  readRows(words[2], isAudience);

  struct timespec start, end;
  clock_gettime(CLOCK_MONOTONIC, &start);
  sqlite3 *database;
  if (sqlite3_open(words[3], &database)) fail("the database cannot be opened");
  execute(database, "PRAGMA journal_mode = wal; PRAGMA synchronous = full");
  execute(database, isAudience
    ? "CREATE TABLE audience_count (event INTEGER NOT NULL, metric INTEGER NOT NULL,"
      " at INTEGER NOT NULL, entry INTEGER NOT NULL, count INTEGER NOT NULL,"
      " PRIMARY KEY (event, metric, at, entry)) WITHOUT ROWID"
    : "CREATE TABLE sale (source INTEGER NOT NULL, order_number TEXT NOT NULL,"
      " line INTEGER NOT NULL, kind TEXT NOT NULL, entry INTEGER NOT NULL, market TEXT NOT NULL,"
      " event INTEGER, product TEXT, quantity INTEGER NOT NULL, amount_micros INTEGER NOT NULL,"
      " currency TEXT NOT NULL, at INTEGER NOT NULL,"
      " PRIMARY KEY (source, order_number, line, kind, entry)) WITHOUT ROWID");
  sqlite3_stmt *statement;
  const char *insert = isAudience
    ? "INSERT INTO audience_count VALUES (?, 1, ?, ?, ?)"
    : "INSERT INTO sale VALUES (1, ?, ?, ?, ?, 'UK', ?, ?, ?, ?, ?, ?)";
  if (sqlite3_prepare_v2(database, insert, -1, &statement, NULL)) fail(sqlite3_errmsg(database));
  for (size_t index = 0; index < rowCount; index++) {
    if (index % perTransaction == 0) execute(database, index ? "COMMIT; BEGIN" : "BEGIN");
    struct row *row = &rows[index];
    int64_t entry = index / perTransaction + 1;
    if (isAudience) {
      sqlite3_bind_int64(statement, 1, row->event);
      sqlite3_bind_int64(statement, 2, row->at);
      sqlite3_bind_int64(statement, 3, entry);
      sqlite3_bind_int64(statement, 4, row->count);
    } else {
      bindText(statement, 1, row->order);
      sqlite3_bind_int64(statement, 2, row->line);
      bindText(statement, 3, row->kind);
      sqlite3_bind_int64(statement, 4, entry);
      sqlite3_bind_int64(statement, 5, row->event);
      bindText(statement, 6, row->product);
      sqlite3_bind_int64(statement, 7, row->quantity);
      sqlite3_bind_int64(statement, 8, row->micros);
      bindText(statement, 9, row->currency);
      sqlite3_bind_int64(statement, 10, row->at);
    }
    if (sqlite3_step(statement) != SQLITE_DONE) fail(sqlite3_errmsg(database));
    sqlite3_reset(statement);
  }
  execute(database, "COMMIT");
  sqlite3_finalize(statement);
  sqlite3_close(database);
  clock_gettime(CLOCK_MONOTONIC, &end);
  printf("seconds=%.3f\n", (end.tv_sec - start.tv_sec) + (end.tv_nsec - start.tv_nsec) / 1e9);
}
