import LedgerCore
import SQLite

extension SQLiteLedger {
  /// A value in an answer.
  public enum Answer: Equatable, Sendable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case blob([UInt8])
  }

  /// Asks one question in SQL, and hands over the names of the columns, then each row.
  ///
  /// - Throws: ``LedgerError/query(_:)`` where the statement is wrong, is not one, or would write;
  ///   else what `columns` and `row` throw.
  public func ask(
    _ sql: String, columns: ([String]) throws -> Void, row: ([Answer]) throws -> Void
  ) throws {
    do {
      var statement = try connection.uncachedStatement(sql)
      // A statement without columns, as ATTACH is, answers nothing even if it writes nothing.
      guard statement.isReadOnly, !statement.columnNames.isEmpty else {
        throw LedgerError.query(
          "`ledger sql` only reads: record facts with `ledger add-…` or `ledger import`")
      }
      let names = statement.columnNames
      try columns(names)
      var failure: (any Error)?
      do {
        try statement.forEach { current throws(SQLiteError) in
          var answers: [Answer] = []
          for column in names.indices { answers.append(Answer(try current.value(column))) }
          do { try row(answers) } catch {
            failure = error
            throw SQLiteError(code: .interrupt, message: "stopped by the caller")
          }
        }
      } catch {
        // What `row` threw comes out as it is.
        throw failure ?? error
      }
    } catch let error as SQLiteError {
      throw LedgerError(question: error, path: path)
    }
  }
}

extension SQLiteLedger.Answer {
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

extension LedgerError {
  fileprivate init(question error: SQLiteError, path: String) {
    switch error.code.primary {
    case .error, .misuse, .mismatch, .interrupt: self = .query("SQL: \(error.message)")
    default: self.init(error, path: path)
    }
  }
}
