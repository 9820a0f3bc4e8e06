import LedgerCore
import Testing

extension Contract {
  /// What a storage promises of what only some can do; a promise holds where it cannot.
  public static let capabilities: [Promise] = [
    Promise("a query answers, and the ledger records as before") { backend in
      guard let ledger = try backend.open() as? any AnswersSQL else { return }
      let query = Query("SELECT :n AS n, 'a' AS text", values: ["n": .integer(7)])
      let answer = try ledger.answer(query)
      #expect(answer.columns == ["n", "text"])
      #expect(answer.rows == [[.integer(7), .text("a")]])
      #expect(try ledger.parameters(of: query) == [":n"])
      try ledger.recordEvents("a")
      #expect(try ledger.answer(query) == answer)
      #expect(try ledger.verify(VerificationPlan()).flaws == [])
    },

    Promise("a query returns no more rows than its limit, and says that there are more") {
      backend in
      guard let ledger = try backend.open() as? any AnswersSQL else { return }
      let two = "SELECT 1 AS n UNION ALL SELECT 2"
      let cut = try ledger.answer(Query(two, limit: 1))
      #expect(cut.rows == [[.integer(1)]])
      #expect(cut.isCut)
      #expect(try !ledger.answer(Query(two, limit: 2)).isCut)
    },

    Promise("a query that would write is refused, and leaves the book as it was") { backend in
      guard let ledger = try backend.open() as? any AnswersSQL else { return }
      try ledger.recordEvents("a")
      let receipt = try ledger.entries(limit: 1).first?.receipt
      for sql in ["CREATE TABLE t (n INTEGER)", "DELETE FROM event", "COMMIT"] {
        #expect(throws: QueryFault.self) { try ledger.answer(Query(sql)) }
      }
      #expect(try ledger.entries(limit: 1).first?.receipt == receipt)
      #expect(try ledger.verify(VerificationPlan()).flaws == [])
    },

    Promise("a query is stopped by its caller and by its time, and the next one runs") { backend in
      guard let ledger = try backend.open() as? any AnswersSQL else { return }
      let endless =
        "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x FROM c) SELECT count(*) FROM c"
      #expect(throws: QueryFault(.stopped)) {
        try ledger.answer(Query(endless), isCancelled: { true })
      }
      let limit = Duration.milliseconds(20)
      #expect(throws: QueryFault(.tooLate(limit: limit))) {
        try ledger.answer(Query(endless, timeLimit: limit))
      }
      #expect(try ledger.answer(Query("SELECT 1 AS n")).rows == [[.integer(1)]])
    },

    Promise("a saved query has versions, and a retired one is gone") { backend in
      guard let ledger = try backend.open() as? any KeepsQueries else { return }
      func query(_ statement: String) throws -> SavedQuery {
        try SavedQuery(name: "mine", statement: statement, description: nil, parameters: [])
      }
      let first = try ledger.record(query("SELECT 1 AS n"), as: draft())
      #expect(first.outcomes == [.recorded])
      #expect(first.receipt == (try ledger.entries(limit: 1).first?.receipt))
      #expect(try ledger.record(query("SELECT 1 AS n"), as: draft()).outcomes == [.alreadyRecorded])
      _ = try ledger.record(query("SELECT 2 AS n"), as: draft())
      #expect(try ledger.savedQuery("mine").query.statement == "SELECT 2 AS n")
      #expect(try ledger.retireQuery("mine", as: draft()).entry == 3)
      #expect(try ledger.versions(ofQuery: "mine").count == 3)
      #expect(throws: LedgerError.self) { try ledger.savedQuery("mine") }
    },

    Promise("the rows of a book make it again in an empty one, with the same receipts") { backend in
      guard let ledger = try backend.open() as? any Portable,
        let again = try backend.open() as? any Portable
      else { return }
      try ledger.recordEvents("a", "b")
      _ = try ledger.record([count(5)], as: draft())
      _ = try ledger.record([sale()], as: draft())
      _ = try ledger.void(2, reason: "x", as: draft())
      var rows: [String: [[AnswerValue]]] = [:]
      let version = try ledger.readContents { contents in
        for table in contents.tables {
          try contents.forEachRow(of: table) { rows[table.name, default: []].append($0) }
        }
        return contents.schemaVersion
      }
      try again.fill(schemaVersion: version) { filling in
        for table in filling.contents.tables {
          var rest = (rows[table.name] ?? [])[...]
          try filling.fill(table) { rest.popFirst()?.map(\.exported) }
        }
      }
      #expect(try again.entries(limit: nil) == ledger.entries(limit: nil))
      #expect(try again.totals("a").sales == ledger.totals("a").sales)
      #expect(try again.verify(VerificationPlan()).flaws == [])
      #expect(throws: LedgerError.self) { try again.fill(schemaVersion: version) { _ in } }
    },
  ]
}

extension AnswerValue {
  /// The text of a value, as a table is filled with.
  fileprivate var exported: String {
    switch self {
    case .null: ""
    case .integer(let integer): "\(integer)"
    case .real(let real): "\(real)"
    case .text(let text): text
    case .blob(let bytes): hexadecimal(bytes)
    }
  }
}
