import BookStorage
import LedgerCore
import Rows
import SQLite

/// The figures that a book's views show, to tell which of them a step of the schema changes.
struct FigureSheet: Equatable {
  /// The figures of each row, by the view and what the row is about.
  private let rows: [String: [String: String]]

  /// The columns that say what a row is about.
  private static let subjects: Set = [
    "market", "event", "product", "creator", "brand", "platform", "currency", "month", "role",
  ]

  init(_ connection: Connection) throws(StorageError) {
    var rows: [String: [String: String]] = [:]
    var views = try connection.uncachedStatement(
      """
      SELECT name FROM sqlite_schema
      WHERE type = 'view' AND (name GLOB '*_summary' OR name = 'market_month') ORDER BY name
      """)
    let names = try views.rows { row throws(StorageError) in try row.text(0) }
    for name in names {
      var statement = try connection.uncachedStatement(#"SELECT * FROM "\#(name)""#)
      let columns = statement.columnNames
      try statement.forEach { row throws(StorageError) in
        var (subject, figures): (String, [String: String]) = (name, [:])
        for (index, column) in columns.enumerated() {
          let value = try row.value(index).shown
          if Self.subjects.contains(column) {
            subject += " \(value)"
          } else {
            figures[column] = value
          }
        }
        rows[subject] = figures
      }
    }
    self.rows = rows
  }

  /// What another sheet shows otherwise; new views and new columns change no figure.
  func changes(to other: FigureSheet, by rule: String) -> [Upgrade.Change] {
    let views = Set(other.rows.keys.map(Self.view))
    var changes: [Upgrade.Change] = []
    for (row, figures) in rows.sorted(by: { $0.key < $1.key }) where views.contains(Self.view(row))
    {
      guard let now = other.rows[row] else {
        changes.append(.init(row: row, figure: "row", before: "shown", after: nil, rule: rule))
        continue
      }
      for (figure, value) in figures.sorted(by: { $0.key < $1.key }) {
        guard let after = now[figure], after != value else { continue }
        changes.append(.init(row: row, figure: figure, before: value, after: after, rule: rule))
      }
    }
    let before = Set(rows.keys.map(Self.view))
    for row in other.rows.keys.sorted() where rows[row] == nil && before.contains(Self.view(row)) {
      changes.append(.init(row: row, figure: "row", before: nil, after: "shown", rule: rule))
    }
    return changes
  }

  private static func view(_ row: String) -> Substring { row.prefix { $0 != " " } }
}
