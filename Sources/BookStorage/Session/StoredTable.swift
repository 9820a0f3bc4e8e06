import Rows

/// A table as a book has it, whatever the version of the book.
package struct StoredTable: Equatable, Sendable {
  /// Its name.
  package let name: String
  /// The names of its columns, in order.
  package var columns: [String] { fields.map(\.name) }

  package let fields: [Field]

  package struct Field: Equatable, Sendable {
    package let name: String
    package let type: String
    package let isNullable: Bool
    /// Its position in the primary key, from 1 on; 0 if it is not part of that.
    package let place: Int64
    /// Its default value, if that is an integer.
    package let defaultValue: Int64?

    package init(
      name: String, type: String, isNullable: Bool, place: Int64, defaultValue: Int64?
    ) {
      self.name = name
      self.type = type
      self.isNullable = isNullable
      self.place = place
      self.defaultValue = defaultValue
    }
  }

  package init(name: String, fields: [Field]) {
    self.name = name
    self.fields = fields
  }

  /// The index of the column that names the entry of a row; `nil` if there is none.
  var entryColumn: Int? {
    columns.firstIndex(of: name == "entry" ? "number" : "entry")
  }

  /// The columns of the primary key, in its order.
  package var key: [String] {
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
