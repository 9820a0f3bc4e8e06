package import LedgerCore
package import Rows

/// Everything that a book holds, table by table.
package struct StoredContents: BookContents {
  package let schemaVersion: Int
  package let schema: [String]
  package var tables: [BookTable] {
    stored.map { BookTable(name: $0.name, columns: $0.columns) }
  }

  private let ledger: any StoredLedger
  private let stored: [StoredTable]

  /// Reads what tables there are.
  ///
  /// - Throws: ``StorageError``
  package init(of ledger: any StoredLedger) throws(StorageError) {
    self.ledger = ledger
    schemaVersion = try ledger.session.schemaVersion()
    stored = try ledger.session.tables()
    schema = try ledger.session.schemaStatements()
  }

  package func forEachRow(of table: BookTable, _ body: ([AnswerValue]) throws -> Void) throws {
    let select = try stored(table).select
    var failure: (any Error)?
    try ledger.mapped { () throws(StorageError) in
      try ledger.session.query(select, []) { row throws(StorageError) in
        var values: [AnswerValue] = []
        for column in 0..<row.columnCount { values.append(AnswerValue(try row.value(column))) }
        do { try body(values) } catch { failure = error }
        return failure == nil
      }
    }
    if let failure { throw failure }
  }

  func stored(_ table: BookTable) throws(LedgerError) -> StoredTable {
    if let stored = stored.first(where: { $0.name == table.name }) { return stored }
    throw .invalid(field: "table", value: table.name, reason: "is not in this book")
  }
}

extension AnswerValue {
  fileprivate init(_ value: Value) {
    self =
      switch value {
      case .null: .null
      case .integer(let integer): .integer(integer)
      case .real(let real): .real(real)
      case .text(let text): .text(text)
      case .blob(let bytes): .blob(bytes)
      }
  }
}
