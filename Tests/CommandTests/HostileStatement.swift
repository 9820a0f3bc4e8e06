import Testing

/// A statement that somebody might try on a book that is not his.
struct HostileStatement: CustomTestStringConvertible {
  /// What becomes of it.
  enum Verdict: String {
    /// It is said why not.
    case refused
    /// It reads, and its answer harms nobody.
    case answers
    /// It is ended when its time is over, or its memory is used up.
    case stopped
  }

  let verdict: Verdict
  /// Why: words of what is said, or of the answer.
  let reason: String
  let sql: String

  var testDescription: String { sql }

  /// The table: verdict, reason and statement.
  static let all: [HostileStatement] = table.split(separator: "\n").compactMap { line in
    let parts = line.split(separator: " | ", maxSplits: 2).map(String.init)
    guard parts.count == 3, let verdict = Verdict(rawValue: parts[0]) else { return nil }
    return HostileStatement(verdict: verdict, reason: parts[1], sql: parts[2])
  }

  static let lines = table.split(separator: "\n").filter { !$0.hasPrefix("#") }.count

  private static let table = #"""
    # Writing facts.
    refused | only reads | INSERT INTO market VALUES ('XX', 'XX', 'X', 'GBP', NULL)
    refused | only reads | INSERT INTO market VALUES ('XX', 'XX', 'X', 'GBP', NULL) RETURNING code
    refused | only reads | INSERT OR REPLACE INTO event (id) VALUES (1)
    refused | only reads | INSERT INTO metric (id) VALUES (1) ON CONFLICT DO UPDATE SET name = 'x'
    refused | only reads | REPLACE INTO metric VALUES (1, 'x', 'gauge', 'x')
    refused | only reads | UPDATE event SET title = 'x'
    refused | only reads | UPDATE event SET title = 'x' RETURNING *
    refused | only reads | UPDATE OR IGNORE event SET title = 'x' FROM market
    refused | only reads | DELETE FROM event
    refused | only reads | DELETE FROM event RETURNING key
    refused | only reads | DELETE FROM audience_total
    refused | only reads | WITH w AS (SELECT 1) DELETE FROM event
    refused | only reads | WITH w AS (SELECT 1) INSERT INTO sale_source SELECT 9, 'x', 1 FROM w
    refused | only reads | WITH w AS (SELECT 1) UPDATE event SET title = 'x'
    refused | only reads | EXPLAIN DELETE FROM event
    refused | only reads | EXPLAIN QUERY PLAN DELETE FROM event
    # Writing the schema.
    refused | only reads | CREATE TABLE t (n)
    refused | only reads | CREATE TABLE IF NOT EXISTS t AS SELECT * FROM event
    refused | only reads | CREATE TEMP TABLE t AS SELECT * FROM event
    refused | only reads | CREATE TABLE temp.event (key)
    refused | only reads | CREATE TEMP VIEW event AS SELECT 1 AS id
    refused | only reads | CREATE VIEW v AS SELECT 1
    refused | only reads | CREATE INDEX i ON event (title)
    refused | only reads | CREATE UNIQUE INDEX i ON event (title)
    refused | only reads | CREATE TRIGGER r AFTER INSERT ON event BEGIN DELETE FROM sale; END
    refused | only reads | CREATE TEMP TRIGGER r AFTER INSERT ON event BEGIN SELECT 1; END
    refused | only reads | CREATE VIRTUAL TABLE temp.f USING fts3(a)
    refused | only reads | CREATE VIRTUAL TABLE temp.f USING fts3(tokenize=evil)
    refused | only reads | CREATE VIRTUAL TABLE f USING fts5(a)
    refused | only reads | CREATE VIRTUAL TABLE f USING rtree(a, b, c)
    refused | only reads | CREATE VIRTUAL TABLE f USING csv(filename='/etc/passwd')
    refused | only reads | DROP TABLE event
    refused | only reads | DROP TABLE IF EXISTS event
    refused | only reads | DROP VIEW events
    refused | only reads | DROP INDEX event_by_start
    refused | only reads | DROP TRIGGER event_is_never_deleted
    refused | only reads | ALTER TABLE event RENAME TO show
    refused | only reads | ALTER TABLE event ADD COLUMN x
    refused | only reads | ALTER TABLE event DROP COLUMN title
    refused | only reads | ALTER TABLE event RENAME COLUMN title TO name
    refused | sqlite_master | UPDATE sqlite_schema SET sql = ''
    refused | sqlite_master | DELETE FROM sqlite_master
    refused | only reads | INSERT INTO sqlite_schema VALUES ('table', 't', 't', 2, '')
    # The file as a whole.
    refused | only reads | VACUUM
    refused | only reads | VACUUM INTO 'stolen.db'
    refused | only reads | VACUUM main INTO '/tmp/ledger-stolen.db'
    refused | only reads | EXPLAIN VACUUM INTO 'stolen.db'
    refused | only reads | REINDEX
    refused | only reads | REINDEX event_by_start
    refused | only reads | ANALYZE
    refused | only reads | ANALYZE event
    # Other files.
    refused | only reads | ATTACH 'other.db' AS other
    refused | only reads | ATTACH ':memory:' AS other
    refused | only reads | ATTACH '' AS other
    refused | only reads | ATTACH 'file:made.db?mode=rwc' AS other
    refused | only reads | ATTACH 'file:ledger.db?mode=rw' AS again
    refused | only reads | ATTACH DATABASE '/etc/passwd' AS passwords
    refused | only reads | DETACH main
    refused | no such table | SELECT * FROM other.secret
    refused | readfile | SELECT readfile('secret.txt')
    refused | writefile | SELECT writefile('made.txt', 'x')
    refused | edit | SELECT edit('x', 'vi')
    refused | fsdir | SELECT * FROM fsdir('.')
    refused | lsdir | SELECT lsdir('.')
    refused | zipfile | SELECT * FROM zipfile('secret.zip')
    # Code from elsewhere.
    refused | load_extension | SELECT load_extension('evil')
    refused | load_extension | SELECT load_extension('evil', 'sqlite3_evil_init')
    refused | load_extension | SELECT * FROM event WHERE load_extension('evil') IS NULL
    refused | fts3_tokenizer | SELECT fts3_tokenizer('simple')
    refused | fts3_tokenizer | SELECT hex(fts3_tokenizer('simple'))
    refused | fts3_tokenizer | SELECT fts3_tokenizer('evil', x'4141414141414141')
    refused | fts5 | SELECT fts5(NULL)
    refused | rtreedepth | SELECT rtreedepth(x'00010000')
    refused | rtreenode | SELECT rtreenode(2, x'0000')
    refused | rtreecheck | SELECT rtreecheck('event')
    refused | shell_add_schema | SELECT shell_add_schema('x')
    refused | sqlite_log | SELECT sqlite_log(1, 'x')
    refused | sqlite_compileoption_get | SELECT sqlite_compileoption_get(0)
    refused | sqlite_source_id | SELECT sqlite_source_id()
    refused | last_insert_rowid | SELECT last_insert_rowid()
    refused | total_changes | SELECT total_changes()
    refused | sqlite_rename_table | SELECT sqlite_rename_table('', '', '', '', '', '', '')
    refused | bound | SELECT * FROM bound
    refused | dbstat | SELECT * FROM dbstat
    refused | sqlite_dbpage | SELECT * FROM sqlite_dbpage
    refused | sqlite_stmt | SELECT * FROM sqlite_stmt
    refused | bytecode | SELECT * FROM bytecode('SELECT 1')
    # Transactions and locks.
    refused | only reads | BEGIN
    refused | only reads | BEGIN IMMEDIATE
    refused | only reads | BEGIN EXCLUSIVE
    refused | only reads | COMMIT
    refused | only reads | ROLLBACK
    refused | only reads | SAVEPOINT s
    refused | only reads | RELEASE s
    # Settings.
    refused | PRAGMA query_only | PRAGMA query_only = OFF
    refused | PRAGMA query_only | PRAGMA main.query_only(0)
    refused | PRAGMA locking_mode | PRAGMA locking_mode = EXCLUSIVE
    refused | PRAGMA journal_mode | PRAGMA journal_mode = DELETE
    refused | PRAGMA journal_mode | PRAGMA journal_mode
    refused | PRAGMA wal_checkpoint | PRAGMA wal_checkpoint(TRUNCATE)
    refused | PRAGMA user_version | PRAGMA user_version = 99
    refused | PRAGMA application_id | PRAGMA application_id = 1
    refused | PRAGMA schema_version | PRAGMA schema_version = 1
    refused | PRAGMA writable_schema | PRAGMA writable_schema = ON
    refused | PRAGMA trusted_schema | PRAGMA trusted_schema = ON
    refused | PRAGMA temp_store | PRAGMA temp_store = FILE
    refused | PRAGMA temp_store_directory | PRAGMA temp_store_directory = '.'
    refused | PRAGMA mmap_size | PRAGMA mmap_size = 1000000000
    refused | PRAGMA cache_size | PRAGMA cache_size = 1000000
    refused | PRAGMA hard_heap_limit | PRAGMA hard_heap_limit = 0
    refused | PRAGMA soft_heap_limit | PRAGMA soft_heap_limit = 0
    refused | PRAGMA threads | PRAGMA threads = 8
    refused | PRAGMA auto_vacuum | PRAGMA auto_vacuum = FULL
    refused | PRAGMA incremental_vacuum | PRAGMA incremental_vacuum
    refused | PRAGMA encoding | PRAGMA encoding = 'UTF-16'
    refused | PRAGMA page_size | PRAGMA page_size = 512
    refused | PRAGMA optimize | PRAGMA optimize
    refused | PRAGMA integrity_check | PRAGMA integrity_check
    refused | PRAGMA database_list | PRAGMA database_list
    refused | only reads | SELECT file FROM pragma_database_list
    refused | PRAGMA compile_options | PRAGMA compile_options
    refused | PRAGMA function_list | PRAGMA function_list
    refused | PRAGMA busy_timeout | PRAGMA busy_timeout = 100000000
    refused | PRAGMA synchronous | PRAGMA synchronous = OFF
    refused | PRAGMA shrink_memory | PRAGMA shrink_memory
    refused | PRAGMA case_sensitive_like | PRAGMA case_sensitive_like = ON
    # Several statements, and none.
    refused | more than one statement | SELECT 1; DROP TABLE event
    refused | more than one statement | SELECT 1; SELECT 2
    refused | more than one statement | SELECT 1; VACUUM INTO 'stolen.db'
    refused | more than one statement | SELECT 1; this is no SQL
    refused | no statement | /* SELECT 1 */
    refused | no statement | ;
    # Mistakes that would go unseen.
    refused | no such column | SELECT "no such column" FROM event
    refused | UTF-8 | SELECT CAST(x'ff' AS TEXT)
    # Sizes.
    refused | too big | SELECT length(zeroblob(10000001))
    refused | too big | SELECT length(randomblob(2000000000))
    refused | too big | SELECT length(replace(hex(zeroblob(4000000)), '0', '000'))
    refused | too complex | SELECT count(*) FROM event WHERE 'x' LIKE printf('%0200d', 0)
    refused | larger than | SELECT zeroblob(9000000), zeroblob(9000000)
    # Time and memory.
    stopped | was stopped | WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x FROM c) SELECT count(*) FROM c
    stopped | was stopped | SELECT count(*) FROM market a, market b, market c, market d, market e
    stopped | longer than | WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT 1 FROM c) SELECT max(randomblob(9999999)) FROM c
    stopped | could not be stopped | SELECT instr(zeroblob(9999999), CAST(zeroblob(4999999) AS BLOB) || x'01')
    stopped | memory | WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c LIMIT 90) SELECT count(*) FROM (SELECT randomblob(4999999) AS b FROM c ORDER BY b)
    # What reads, and only that.
    answers | 1 | SELECT 1
    answers | \u{1B}[2J | SELECT char(27) || '[2J'
    answers | DROP TABLE event | SELECT 'DROP TABLE event; --'
    answers | on-trend | SELECT key FROM event ORDER BY id LIMIT 1; -- DROP TABLE event
    answers | shadow | WITH event AS (SELECT 'shadow' AS key) SELECT key FROM event
    answers | event | SELECT name FROM sqlite_schema WHERE name = 'event'
    answers | event | SELECT name FROM sqlite_master WHERE name = 'event'
    answers | starts_at | PRAGMA table_info(event)
    answers | starts_at | SELECT name FROM pragma_table_info('event')
    answers | UTF-8 | PRAGMA encoding
    answers | SCAN | EXPLAIN QUERY PLAN SELECT * FROM event
    answers | 9999999 | SELECT length(zeroblob(9999999))
    answers | 7 | SELECT value FROM json_each('[7]')
    """#
}
