package import LedgerCore
import SQLite

/// An empty book that is being filled with the rows of another.
struct StoredFilling: BookFilling {
  private let stored: StoredContents
  private let connection: Connection

  var contents: any BookContents { stored }

  fileprivate init(_ stored: StoredContents, connection: Connection) {
    self.stored = stored
    self.connection = connection
  }

  func fill(_ table: BookTable, next: () throws -> [String]?) throws {
    let table = try stored.stored(table)
    let isFilled = try stored.ledger.mapped { () throws(SQLiteError) in
      var any = try connection.uncachedStatement(table.selectAny)
      return try any.first { _ throws(SQLiteError) in true } ?? false
    }
    let sql = table.insert(isFilled: isFilled)
    while let texts = try next() {
      var values: [Value] = []
      for (text, field) in zip(texts, table.fields) {
        guard let value = StoredTable.value(text, of: field) else {
          throw LedgerError.invalid(
            field: "\(table.name).\(field.name)", value: text,
            reason: "is not of type \(field.type)")
        }
        values.append(value)
      }
      try stored.ledger.mapped { () throws(SQLiteError) in
        var statement = try connection.statement(sql)
        try statement.bind(values)
        try statement.run()
      }
    }
  }
}

extension SQLiteLedger {
  /// Turns this empty book into another one, from that one's rows: all of it, or nothing.
  ///
  /// `schemaVersion` is the version of the other book, which an older program may have made; the
  /// schema is brought up to date afterwards. `body` adds the rows of every table.
  ///
  /// - Throws: ``LedgerError/notEmpty(path:entries:)``, ``LedgerError``, or what `body` throws.
  package func fill(schemaVersion: Int, _ body: (any BookFilling) throws -> Void) throws {
    let supported = Migration.all.count
    guard (1...supported).contains(schemaVersion) else {
      throw LedgerError.newerBook(path: path, version: schemaVersion, supported: supported)
    }
    try acquire()
    defer { lock?.release() }
    try mapped { () throws(SQLiteError) in
      try connection.check(.constraints)
      try connection.execute("BEGIN IMMEDIATE")
    }
    do {
      try refuseUnlessEmpty()
      let book = Book(connection: connection)
      let triggers = try mapped { () throws(SQLiteError) in
        try book.remake(version: schemaVersion)
        return try takeAwayTriggers()
      }
      let contents = try mapped { () throws(SQLiteError) in try StoredContents(of: self) }
      try body(StoredFilling(contents, connection: connection))
      let flaw = try mapped { () throws(SQLiteError) -> String? in
        for trigger in triggers { try connection.execute(trigger) }
        try book.apply(Migration.all)
        if let broken = try book.brokenReference() { return broken }
        return try book.flaw()
      }
      if let flaw { throw LedgerError.damaged(path: path, detail: flaw) }
      try mapped { () throws(SQLiteError) in try connection.execute("COMMIT") }
      needsCheckpoint = lock != nil
    } catch {
      connection.rollBack()
      throw error
    }
  }

  private func refuseUnlessEmpty() throws(LedgerError) {
    let last = try mapped { () throws(SQLiteError) in
      try EntryTable(connection: connection).last()?.number
    }
    if let last { throw .notEmpty(path: path, entries: last) }
  }

  /// Drops all triggers, and returns their statements.
  ///
  /// Triggers guard facts that are recorded one by one; here whole tables arrive in any order, and
  /// are checked as a whole.
  private func takeAwayTriggers() throws(SQLiteError) -> [String] {
    var statement = try connection.uncachedStatement(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY rowid")
    let triggers = try statement.rows { row throws(SQLiteError) in
      (name: try row.text(0), sql: try row.text(1))
    }
    for trigger in triggers { try connection.execute(#"DROP TRIGGER "\#(trigger.name)""#) }
    return triggers.map(\.sql)
  }
}
