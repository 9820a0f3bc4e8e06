import SQLite

/// A table as a book has it, whatever the version of the book.
struct StoredTable: Equatable, Sendable {
  /// Its name.
  let name: String
  /// The names of its columns, in order.
  var columns: [String] { fields.map(\.name) }

  let fields: [Field]

  struct Field: Equatable, Sendable {
    let name: String
    let type: String
    let isNullable: Bool
    /// Its position in the primary key, from 1 on; 0 if it is not part of that.
    let place: Int64
    /// Its default value, if that is an integer.
    let defaultValue: Int64?
  }

  /// All tables, in the order in which they were created.
  static func all(_ connection: Connection) throws(SQLiteError) -> [StoredTable] {
    var names = try connection.uncachedStatement(
      """
      SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*'
      ORDER BY rowid
      """)
    return try names.rows { row throws(SQLiteError) in try row.text(0) }
      .map { name throws(SQLiteError) in
        var info = try connection.uncachedStatement(
          #"SELECT name, type, "notnull", pk, dflt_value FROM pragma_table_info(?1) ORDER BY cid"#)
        let fields = try info.rows(.text(name)) { row throws(SQLiteError) in
          let place = try row.integer(3)
          return Field(
            name: try row.text(0), type: try row.text(1),
            isNullable: try row.integer(2) == 0 && place == 0, place: place,
            defaultValue: try row.optionalText(4).flatMap { Int64($0) })
        }
        return StoredTable(name: name, fields: fields)
      }
  }

  /// The index of the column that names the entry of a row; `nil` if there is none.
  var entryColumn: Int? {
    columns.firstIndex(of: name == EntryTable.name ? "number" : "entry")
  }

  /// The columns of the primary key, in its order.
  var key: [String] {
    fields.filter { $0.place > 0 }.sorted { $0.place < $1.place }.map(\.name)
  }

  /// A query for all rows, in the order of the key.
  var select: String {
    let key = key.map { #""\#($0)""# }
    return """
      SELECT \(list) FROM "\(name)" ORDER BY \(key.isEmpty ? "rowid" : key.joined(separator: ", "))
      """
  }

  /// A statement that adds a row; `isFilled` if a new book already has rows, which are the same.
  func insert(isFilled: Bool) -> String {
    let values = fields.indices.map { "?\($0 + 1)" }.joined(separator: ", ")
    return """
      INSERT \(isFilled ? "OR IGNORE " : "")INTO "\(name)" (\(list)) VALUES (\(values))
      """
  }

  var selectAny: String { #"SELECT 1 FROM "\#(name)" LIMIT 1"# }

  private var list: String { fields.map(\.quotedName).joined(separator: ", ") }

  /// The value that a text of ``BookContents`` stands for; `nil` if the text is invalid.
  static func value(_ text: String, of field: Field) -> Value? {
    if text.isEmpty, field.isNullable { return .null }
    switch field.type {
    case "INTEGER": return Int64(text).map(Value.integer)
    case "TEXT": return .text(text)
    case "BLOB":
      return bytes(hexadecimal: text).map(Value.blob)
    default: return nil
    }
  }
}

extension StoredTable.Field {
  fileprivate var quotedName: String { #""\#(name)""# }
}
