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
    let session: QuerySession
    do { session = try ledger.session() } catch {
      throw Finding(description: "a book can be asked: \(error)")
    }
    let before = try? session.writings()
    for sql in statements { try checkAnswer(to: sql, by: session) }
    try expect(
      before != nil && (try? session.writings()) == before, "a book that was asked is as before")
  }
}

private func checkAnswer(to sql: String, by session: QuerySession) throws(Finding) {
  let patience = Patience()
  var answer = Answer()
  do {
    _ = try session.ask(
      Query(sql, limit: 100), to: &answer, isCancelled: { patience.isOver })
  } catch let fault as QueryFault {
    try expect(!fault.sentence.isEmpty, "a refusal says something")
    let place = fault.offset ?? 0
    try expect((0...fault.sql.utf8.count).contains(place), "a place is in the statement: \(sql)")
  } catch {
    try expect(!"\(error)".isEmpty, "an error says something")
  }
  let width = answer.columns.count
  try expect(
    answer.rows.allSatisfy { $0.count == width },
    "all rows have the columns that were named: \(sql)")
}
