public import LedgerCore
import SQLite

extension SQLiteLedger {
  /// Runs one query in SQL, and passes on the names of the columns, then each row.
  ///
  /// The statement can read the book and those attached to it, and do nothing else; from then on,
  /// the same holds for all other uses of this value. `isOver` is called from time to time and
  /// returns whether to stop; a single call of a function may take long without calling it.
  ///
  /// - Throws: ``QueryFault`` if the statement is wrong, is not one statement, would do more
  ///   than read, or exceeds a limit; otherwise what `columns` and `row` throw.
  public func ask(
    _ query: Query, isOver: @escaping @Sendable () -> Bool = { false },
    columns: ([String]) throws -> Void, row: (borrowing StoredAnswer) throws -> Void
  ) throws -> Query.Result {
    var isRunning = false
    do {
      try restrict()
      connection.interrupt(when: isOver)
      var statement = try prepare(query)
      try columns(statement.columnNames)
      isRunning = true
      return try rows(of: &statement, limit: query.limit, row)
    } catch let error as SQLiteError {
      throw fault(error, in: query, isRunning: isRunning)
    }
  }

  /// Sentences about comparisons in a statement that never mean what they seem to mean.
  ///
  /// - Throws: ``LedgerError``
  public func hints(on sql: String) throws(LedgerError) -> [String] {
    guard RawColumnHints.isWorthwhile(sql) else { return [] }
    return RawColumnHints(sql, names: try names()).hints
  }

  /// The parameters of a statement, in the order of their first use, with their prefix.
  ///
  /// - Throws: ``QueryFault`` if it is not a statement that reads, or has a parameter without a
  ///   name.
  public func parameters(of sql: String) throws -> [String] {
    do {
      try restrict()
      return try checked(sql).parameterNames.map(Self.named)
    } catch let error as SQLiteError {
      throw fault(error, in: Query(sql))
    }
  }

  /// The tables and views, and their columns.
  ///
  /// - Throws: ``LedgerError``
  package func names() throws(LedgerError) -> SchemaNames {
    if let knownNames { return knownNames }
    do {
      let names = try SchemaNames(connection, schemas: schemas)
      // From here on, no other book can be attached.
      if isRestricted { knownNames = names }
      return names
    } catch {
      throw LedgerError(error, path: path)
    }
  }

  /// What a query leaves as it is.
  ///
  /// It returns how many rows were changed so far, the version of the schema, and whether a
  /// transaction is open.
  ///
  /// - Throws: ``LedgerError``
  package func writings() throws(LedgerError) -> [Int64] {
    try mapped { () throws(SQLiteError) in
      var version = try connection.uncachedStatement("PRAGMA schema_version")
      let number = try version.first { row throws(SQLiteError) in try row.integer(0) }
      return [Int64(connection.totalChanges), number ?? 0, connection.isInTransaction ? 1 : 0]
    }
  }

  private var schemas: [String] { ["main"] + attached.map(\.name) }

  /// From here on, the connection does only what untrusted statements may.
  private func restrict() throws(SQLiteError) {
    guard !isRestricted else { return }
    var tables: [String: Set<String>] = [:]
    for schema in schemas {
      tables[schema] = try SchemaNames.readable(connection, schema: schema)
    }
    var limits = StatementLimits()
    limits.attached = Int32(clamping: attached.count)
    Connection.limitMemory(bytes: Query.memoryLimit)
    try connection.restrict(
      to: Permission(tables: tables), limits: limits, by: restrictions)
    isRestricted = true
  }

  private func prepare(_ query: Query) throws -> Statement {
    let statement = try checked((query.asksForPlan ? Self.planPrefix : "") + query.sql)
    var unused = Set(query.values.keys)
    for (index, parameter) in statement.parameterNames.enumerated() {
      let parameter = try Self.named(parameter)
      let name = String(parameter.dropFirst())
      guard let value = query.values[name] else {
        throw QueryFault(
          .valueMissing(parameter: parameter), sql: query.sql,
          offset: SQLToken.all(of: query.sql).first { $0.text == parameter }?.range.lowerBound)
      }
      unused.remove(name)
      try statement.bind(Value(value), at: index + 1)
    }
    if let name = unused.min() {
      throw QueryFault(.unknownParameter(name))
    }
    return statement
  }

  private static func named(_ parameter: String?) throws -> String {
    guard let parameter else {
      throw QueryFault(.unnamedParameter)
    }
    return parameter
  }

  private func checked(_ sql: String) throws -> Statement {
    guard sql.utf8.count <= Query.sizeLimit + Self.planPrefix.utf8.count else {
      throw QueryFault(.tooLong(limit: Query.sizeLimit))
    }
    // SQLite takes a NUL for the end.
    guard !sql.utf8.contains(0) else {
      throw QueryFault(.holdsNUL)
    }
    let statement = try connection.uncachedStatement(sql)
    // A statement without columns, such as BEGIN, returns nothing even if it writes nothing.
    guard statement.isReadOnly, !statement.columnNames.isEmpty else {
      throw QueryFault(.onlyReads)
    }
    return statement
  }

  /// Calls `row` with each row of a statement, up to a limit.
  func rows(
    of statement: inout Statement, limit: Int?, _ row: (borrowing StoredAnswer) throws -> Void
  ) throws -> Query.Result {
    var result = Query.Result()
    var buffer = StoredAnswer()
    var failure: (any Error)?
    let stop = SQLiteError(code: .interrupt, message: "stopped by the caller")
    do {
      try statement.forEach { current throws(SQLiteError) in
        if let limit, result.rows >= limit {
          result.isCut = true
          throw stop
        }
        try current.read(into: &buffer.buffer)
        do { try row(buffer) } catch {
          failure = error
          throw stop
        }
        result.rows += 1
      }
    } catch {
      // What `row` threw is thrown as it is.
      if let failure { throw failure }
      guard result.isCut else { throw error }
    }
    return result
  }

  private static let planPrefix = "EXPLAIN QUERY PLAN "

  private func fault(
    _ error: SQLiteError, in query: Query, isRunning: Bool = false
  ) -> any Error {
    var error = error
    if query.asksForPlan {
      error.offset = error.offset.map { $0 - Self.planPrefix.utf8.count }
    }
    switch error.code.primary {
    case .error, .misuse, .mismatch, .authorization, .tooBig:
      // A second statement is refused because it is there, not for what it does.
      if error.code != .misuse, let refusal = connection.refusal {
        let isWriting = refusal == Connection.writingRefusal
        return QueryFault(isWriting ? .onlyReads : .forbidden(refusal), sql: query.sql)
      }
      if isRunning { return QueryFault(.failed(error.message), sql: query.sql) }
      let advice = (try? names()).map {
        QueryAdvice(names: $0).advice(on: error, in: query.sql)
      }
      return QueryFault(
        .statement(error.message, advice: advice ?? ""), sql: query.sql,
        offset: QueryAdvice.offset(of: error, in: query.sql))
    case .interrupt: return QueryFault(.stopped)
    case .outOfMemory:
      return QueryFault(.tooMuchMemory(limit: Int(Query.memoryLimit)))
    default: return LedgerError(error, path: path)
    }
  }
}

extension Value {
  fileprivate init(_ answer: AnswerValue) {
    self =
      switch answer {
      case .null: .null
      case .integer(let integer): .integer(integer)
      case .real(let real): .real(real)
      case .text(let text): .text(text)
      case .blob(let bytes): .blob(bytes)
      }
  }
}
