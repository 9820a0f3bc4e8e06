package import LedgerCore
package import Rows

/// An empty book that is being filled with the rows of another.
package struct StoredFilling: BookFilling {
  private let stored: StoredContents
  private let ledger: any StoredLedger

  package var contents: any BookContents { stored }

  /// Fills the tables that an empty book has now.
  ///
  /// - Throws: ``StorageError``
  package init(of ledger: any StoredLedger) throws(StorageError) {
    self.ledger = ledger
    stored = try StoredContents(of: ledger)
  }

  package func fill(_ table: BookTable, next: () throws -> [String]?) throws {
    let table = try stored.stored(table)
    let session = ledger.session
    let isFilled = try ledger.mapped { () throws(StorageError) in
      try session.first(table.selectAny) { _ throws(StorageError) in true } ?? false
    }
    let sql = table.insert(isFilled: isFilled)
    // Another program's zones may be of another release: the book keeps its own.
    let isOfProgram = ZoneRows.tables.contains { $0.name == table.name }
    while let texts = try next() {
      if isOfProgram { continue }
      var values: [Value] = []
      for (text, field) in zip(texts, table.fields) {
        guard let value = StoredTable.value(text, of: field) else {
          throw LedgerError.invalid(
            field: "\(table.name).\(field.name)", value: text,
            reason: "is not of type \(field.type)")
        }
        values.append(value)
      }
      try ledger.mapped { () throws(StorageError) in try session.run(sql, values) }
    }
  }
}

extension StoredLedger {
  /// Calls `body` with everything that the book holds, in one state of it.
  ///
  /// - Throws: ``LedgerError``, or what `body` throws.
  package func readContents<T>(_ body: (any BookContents) throws -> T) throws -> T {
    try reading { try body(try mapped { () throws(StorageError) in try StoredContents(of: self) }) }
  }
}
