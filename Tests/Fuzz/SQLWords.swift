/// Statements made of words, of which a byte is one.
enum SQLWords {
  static func statement(_ bytes: [UInt8]) -> String {
    bytes.map { all[Int($0) % all.count] }.joined(separator: " ")
  }

  /// What may do harm, what it may be done to, and what may hide it.
  private static let all =
    """
    SELECT FROM WHERE event sale events sale_total sqlite_schema sqlite_master entry digest main temp
    . , ( ) * = < || -> ; ? :a ?1 @b 'x' '' "x" [x] x'00' NULL 0 1 -1 9223372036854775807 1e308 0.5
    INSERT INTO VALUES REPLACE OR IGNORE UPDATE SET DELETE RETURNING ON CONFLICT DO NOTHING
    CREATE TABLE VIEW INDEX TRIGGER TEMP VIRTUAL USING fts3 fts4 fts5 rtree dbstat IF NOT EXISTS
    BEGIN EXCLUSIVE IMMEDIATE COMMIT END ROLLBACK SAVEPOINT s RELEASE AFTER BEFORE INSTEAD OF FOR EACH
    DROP ALTER RENAME TO ADD COLUMN VACUUM REINDEX ANALYZE ATTACH DETACH DATABASE AS ':memory:'
    'file:x?mode=rwc' EXPLAIN QUERY PLAN WITH RECURSIVE c MATERIALIZED UNION ALL EXCEPT INTERSECT
    JOIN LEFT NATURAL CROSS ON USING GROUP BY HAVING ORDER ASC DESC NULLS LIMIT OFFSET OVER
    PARTITION ROWS RANGE UNBOUNDED PRECEDING FOLLOWING CURRENT ROW FILTER WINDOW w DISTINCT CASE
    WHEN THEN ELSE CAST TEXT INTEGER BLOB COLLATE NOCASE LIKE GLOB MATCH REGEXP IN BETWEEN AND IS
    count(*) sum( max( min( avg( group_concat( total( row_number() lag( nth_value( abs( char( hex(
    quote( instr( replace( substr( printf('%d', format('%s%.*c', zeroblob( randomblob(9) length(
    typeof( round( strftime('%Y', datetime( julianday( json( json_extract( json_each( json_tree(
    json_group_array( json_set( load_extension( fts3_tokenizer( readfile( writefile( edit(
    sqlite_source_id() sqlite_compileoption_get( total_changes() last_insert_rowid() rtreedepth(
    PRAGMA query_only journal_mode wal_checkpoint locking_mode writable_schema user_version
    table_info(event) database_list pragma_table_info('event') pragma_database_list temp_store
    integrity_check foreign_keys trusted_schema key id title market currency at amount_micros
    """.split { $0 == " " || $0 == "\n" }.map(String.init)
}
