import BookStorage
import LedgerCore
import Rows
import SQLite

/// Compares a book's schema, and the rows that migrations fill in, with what the migrations up to
/// its version make.
struct SchemaCheck {
  let connection: Connection

  private struct Object: Equatable {
    let type: String
    let sql: String?
  }

  func run(_ result: inout Verification) throws(StorageError) {
    let fresh = try Connection(inMemory: ())
    let version = Int(try Book(connection: connection).pragma("user_version"))
    try Book(connection: fresh).migrate(Array(Migration.all.prefix(version)))
    let (found, made) = (try Self.objects(connection), try Self.objects(fresh))
    result.count(.schema, Int64(made.count))
    for name in Set(found.keys).union(made.keys).sorted() {
      switch (found[name], made[name]) {
      case (let own?, let other?) where own == other: break
      case (let own?, nil):
        result.add(.init(.schema, table: name, reason: "is a \(own.type) of others' making"))
      case (nil, let other?):
        result.add(.init(.schema, table: name, reason: "is a \(other.type) that is missing"))
      default:
        result.add(.init(.schema, table: name, reason: "is not as this program makes it"))
      }
    }
    let hasOwnZones = try Self.release(connection) == Self.release(fresh)
    for table in Schema.filled where made[table.name] != nil {
      // The book keeps the zones of another release: `ledger upgrade` brings them up to date.
      if !hasOwnZones, ZoneRows.tables.contains(where: { $0 == table }) { continue }
      let rows = try Self.rows(of: table, in: fresh)
      let own = try Self.rows(of: table, in: connection)
      result.count(.schema, Int64(rows.count))
      for (key, row) in rows.sorted(by: { $0.key < $1.key }) where own[key] != row {
        result.add(
          .init(
            .schema, table: table.name, row: key,
            reason: own[key] == nil ? "is missing" : "is not as this program makes it"))
      }
      guard Schema.clocks.contains(where: { $0 == table }) else { continue }
      // One more change of a clock would alter what the views show for the time after it.
      let known = Set(rows.values.map { $0[0].shown })
      for (key, row) in own.sorted(by: { $0.key < $1.key })
      where rows[key] == nil && known.contains(row[0].shown) {
        result.add(.init(.schema, table: table.name, row: key, reason: "is of others' making"))
      }
    }
  }

  private static func release(_ connection: Connection) throws(StorageError) -> String? {
    guard try objects(connection)["zone_release"] != nil else { return nil }
    return try SQLiteSession(connection).zoneRelease()
  }

  private static func objects(_ connection: Connection) throws(StorageError) -> [String: Object] {
    var statement = try connection.uncachedStatement(
      "SELECT type, name, sql FROM sqlite_schema WHERE name NOT GLOB 'sqlite_stat[0-9]'")
    let rows = try statement.rows { row throws(StorageError) in
      (try row.text(1), Object(type: try row.text(0), sql: try row.optionalText(2)))
    }
    return Dictionary(rows, uniquingKeysWith: { first, _ in first })
  }

  /// The rows of a table, by their key.
  private static func rows(
    of table: any Table.Type, in connection: Connection
  ) throws(StorageError) -> [String: [Value]] {
    let names = table.columns.map(\.name).joined(separator: ", ")
    var statement = try connection.uncachedStatement("SELECT \(names) FROM \(table.name)")
    var rows: [String: [Value]] = [:]
    try statement.forEach { row throws(StorageError) in
      var values: [Value] = []
      for column in 0..<row.columnCount { values.append(try row.value(column)) }
      let key = zip(table.columns, values).filter { table.key.contains($0.0.name) }
      rows[key.map { "\($0.0.name) \($0.1.shown)" }.joined(separator: ", ")] = values
    }
    return rows
  }
}
