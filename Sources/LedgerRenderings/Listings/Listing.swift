package import LedgerCore

/// Facts as rows, to be written in any of the formats of rows.
package struct Listing: Equatable, Sendable {
  /// The names of the columns.
  package let columns: [String]
  /// The rows, each with a value for each column.
  package let rows: [[AnswerValue]]

  init(columns: [String], rows: [[AnswerValue]]) {
    self.columns = columns
    self.rows = rows
  }

  /// Makes a row of each item; a column has a name, and takes its value from the item.
  init<Item>(_ items: some Sequence<Item>, _ columns: KeyValuePairs<String, (Item) -> AnswerValue>)
  {
    self.columns = columns.map(\.key)
    rows = items.map { item in columns.map { column in column.value(item) } }
  }

  /// The listing as bytes.
  package func bytes(_ style: AnswerStyle) -> [UInt8] {
    var writer = style.writer
    writer.begin(columns)
    for row in rows { writer.add(ListedRow(row)) }
    writer.end()
    return writer.take()
  }
}
