import LedgerCore
import SQLite
import Threads

/// Runs all checks of a book; each one runs even if another cannot read.
struct Verifier {
  let connection: Connection
  let plan: VerificationPlan
  private(set) var result: Verification
  /// What SQLite's own check finds, on another thread.
  private let fileFlaws: Handover<Result<[String], SQLiteError>>?

  /// `other`: a second connection to the book, which makes this faster.
  init(connection: Connection, plan: VerificationPlan, beside other: Connection? = nil) {
    self.connection = connection
    self.plan = plan
    fileFlaws = other.flatMap { Self.fileFlawsBeside($0) }
    result = Verification(findingLimit: plan.findingLimit)
  }

  mutating func run() {
    attempt(.audit) { verifier throws(SQLiteError) in
      verifier.result.acceptances =
        try AcceptanceTable(connection: verifier.connection).current()
    }
    attempt(.schema) { verifier throws(SQLiteError) in
      try SchemaCheck(connection: verifier.connection).run(&verifier.result)
    }
    let facts = FactsCheck(connection: connection, plan: plan)
    facts.run(&result)
    attempt(.totals) { verifier throws(SQLiteError) in
      try RetentionCheck(connection: verifier.connection).run(&verifier.result)
    }
    attempt(.audit) { verifier throws(SQLiteError) in
      try Audit(connection: verifier.connection).run(&verifier.result)
    }
    attempt(.references) { verifier throws(SQLiteError) in try verifier.checkReferences() }
    attempt(.file) { verifier throws(SQLiteError) in try verifier.checkFile() }
  }

  private mutating func attempt(
    _ check: Verification.Check, _ body: (inout Verifier) throws(SQLiteError) -> Swift.Void
  ) {
    do throws(SQLiteError) { try body(&self) } catch {
      result.add(.init(check, reason: "cannot be read: \(error.message)"))
    }
  }

  /// Runs SQLite's own check.
  private mutating func checkFile() throws(SQLiteError) {
    result.count(.file, try Book(connection: connection).pragma("page_count"))
    // What keeps the other connection from reading may not affect this one.
    let flaws =
      if case .success(let found)? = fileFlaws?.take() { found } else {
        try Self.fileFlaws(connection)
      }
    for flaw in flaws { result.add(.init(.file, reason: flaw)) }
  }

  private static func fileFlawsBeside(
    _ other: Connection
  ) -> Handover<Result<[String], SQLiteError>>? {
    var own: Connection? = other
    return Handover.making {
      guard let connection = own.take() else { return nil }
      return Result { () throws(SQLiteError) in try fileFlaws(connection) }
    }
  }

  private static func fileFlaws(_ connection: Connection) throws(SQLiteError) -> [String] {
    // A fact's digest proves more than a CHECK, and the CHECKs of sales take longest of all.
    try connection.check(.foreignKeys)
    var check = try connection.uncachedStatement(
      "PRAGMA integrity_check(\(Verification.flawLimit))")
    let found = try check.rows { row throws(SQLiteError) in try row.text(0) }
    return found.flatMap { $0.split(separator: "\n") }
      .filter { $0 != "ok" && !$0.hasPrefix("***") }.map(String.init)
  }

  /// Checks the foreign keys of all tables except those that ``FactsCheck`` covers.
  private mutating func checkReferences() throws(SQLiteError) {
    for table in try StoredTable.all(connection) where !FactsCheck.large.contains(table.name) {
      let keys = table.key
      var check = try connection.uncachedStatement(
        #"PRAGMA foreign_key_check("\#(table.name)")"#)
      let broken = try check.rows { row throws(SQLiteError) in
        (rowid: try row.optionalInteger(1), parent: try row.text(2))
      }
      for (rowid, parent) in broken {
        result.add(
          .init(
            .references, table: table.name,
            row: rowid.map { "\(keys.count == 1 ? keys[0] : "rowid") \($0)" },
            reason: "names a row of \(parent) that is not there"))
      }
      var count = try connection.uncachedStatement(#"SELECT count(*) FROM "\#(table.name)""#)
      try count.forEach { row throws(SQLiteError) in
        result.count(.references, try row.integer(0))
      }
    }
  }
}
