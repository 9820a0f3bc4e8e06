import LedgerCore
import SQLiteStorage

/// Statements, a line each, written out or a word a byte: all that they can do to a book is read.
@Sendable func checkSQL(_ bytes: [UInt8]) throws(Finding) {
  var input = FuzzInput(bytes)
  let isSpelt = input.byte() & 1 == 0
  var statements: [String] = []
  for _ in 0..<20 where !input.rest.isEmpty {
    let line = input.line()
    statements.append(isSpelt ? String(decoding: line, as: UTF8.self) : SQLWords.statement(line))
  }
  // In memory the file is not read-only: one layer less that keeps the book from harm.
  try AskedBook.withBook { [statements] ledger throws(Finding) in
    let before = try? ledger.writings()
    for sql in statements { try checkAnswer(to: sql, of: ledger) }
    try expect(
      before != nil && (try? ledger.writings()) == before, "a book that was asked is as before")
  }
}

private func checkAnswer(to sql: String, of ledger: SQLiteLedger) throws(Finding) {
  let patience = Patience()
  var width = 0
  var isEven = true
  do {
    _ = try ledger.ask(
      Query(sql, limit: 100), isOver: { patience.isOver },
      columns: { width = $0.count }, row: { row in isEven = isEven && row.count == width })
  } catch let fault as QueryFault {
    try expect(!fault.sentence.isEmpty, "a refusal says something")
    let place = fault.offset ?? 0
    try expect((0...fault.sql.utf8.count).contains(place), "a place is in the statement: \(sql)")
  } catch {
    try expect(!"\(error)".isEmpty, "an error says something")
  }
  try expect(isEven, "all rows have the columns that were named: \(sql)")
}
