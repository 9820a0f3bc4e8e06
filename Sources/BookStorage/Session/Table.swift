import Rows

/// A table as this program reads and writes it.
package protocol Table {
  /// Its name.
  static var name: String { get }
  /// Its columns, in order. A test compares them with the migrated schema.
  static var columns: [Column] { get }
  /// The columns of its primary key, in order.
  static var key: [String] { get }
  /// By columns of sums: the columns that carry what passes 64 bits.
  static var highs: [String: String] { get }
  /// The statements that are run on it.
  static var statements: [String] { get }
}

extension Table {
  package static var highs: [String: String] { [:] }
  static var statements: [String] { [] }
  package static var key: [String] { columns.prefix(1).map(\.name) }
}

/// A column of a table.
package struct Column: Equatable {
  package enum ColumnType: String { case integer = "INTEGER", text = "TEXT" }

  /// What a column is to a digest.
  package enum Role {
    /// A value that stands as it is.
    case value
    /// The entry that recorded the row.
    case entry
    /// A number of the row that the engine gave.
    case id
    /// The row of an event, which has another number in another engine.
    case event
    /// The row of a source of sales, which has another number in another engine.
    case source
    /// The hash of a person's words; in an entry of recipe 1, the words themselves.
    case words
  }

  package let name: String
  package let type: ColumnType
  package let isNullable: Bool
  /// The value in rows from before the column was added.
  package var defaultValue: Int64?
  package var role = Role.value
  /// Which rows have words, by an expression, where not all do.
  package var holder: String?
  /// What it means, where the comment of its migration does not say so well.
  package var meaning: String?

  static func integer(
    _ name: String, _ meaning: String? = nil, nullable: Bool = false, defaultValue: Int64? = nil
  ) -> Column {
    Column(
      name: name, type: .integer, isNullable: nullable, defaultValue: defaultValue,
      meaning: meaning)
  }

  static func text(
    _ name: String, _ meaning: String? = nil, nullable: Bool = false
  ) -> Column {
    Column(name: name, type: .text, isNullable: nullable, meaning: meaning)
  }

  static func words(
    _ name: String, _ meaning: String? = nil, nullable: Bool = false
  ) -> Column {
    Column(name: name, type: .text, isNullable: nullable, role: .words, meaning: meaning)
  }

  /// Says in which rows the column has words; in others it has what stands there.
  func holdingWords(where holder: String) -> Column {
    var column = self
    column.holder = holder
    return column
  }

  func meaning(_ meaning: String?) -> Column {
    var column = self
    column.meaning = meaning ?? column.meaning
    return column
  }

  static let id = Column(name: "id", type: .integer, isNullable: false, role: .id)
  static let entry = Column(name: "entry", type: .integer, isNullable: false, role: .entry)
  static let event = Column(name: "event", type: .integer, isNullable: false, role: .event)
  static let other = Column(name: "other", type: .integer, isNullable: false, role: .event)
  static let optionalEvent = Column(name: "event", type: .integer, isNullable: true, role: .event)
  static let source = Column(name: "source", type: .integer, isNullable: false, role: .source)
}
