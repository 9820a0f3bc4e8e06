package import LedgerCore
import Rows
import SQLite

/// A connection that one query has for itself, and that is closed after it.
///
/// It can read the book and those attached to it, and do nothing else.
package final class QuerySession {
  let connection: Connection
  private let path: String
  /// The attached books: while they are open, a file that is read as it is stays so.
  private let others: [(name: String, book: AnyObject)]

  /// Whether an older book has what it lacks over it.
  private let isOverlaid: Bool

  private var schemas: [String] {
    (isOverlaid ? [Overlay.schema, "main"] : ["main"]) + others.map(\.name)
  }

  /// Restricts a connection, and attaches other books to it.
  ///
  /// `restrictions`: only tests leave something out. `isOverlaid`: whether an ``Overlay`` lies over
  /// the book. `open` opens a book that is attached, and says
  /// whether nobody can write to it while it is open.
  ///
  /// - Throws: ``LedgerError`` if the name of an attachment is invalid, or its file is not a
  ///   readable book of this program's version.
  init(
    _ connection: Connection, path: String, attaching attachments: [Query.Attachment],
    restrictions: Set<Restriction>, isOverlaid: Bool,
    open: (String) throws(LedgerError) -> (book: AnyObject, isStill: Bool)
  ) throws(LedgerError) {
    self.connection = connection
    self.path = path
    self.isOverlaid = isOverlaid
    var others: [(name: String, book: AnyObject)] = []
    for attachment in attachments {
      try attachment.check(besides: others.map(\.name))
      let other = try open(attachment.path)
      do {
        try connection.attach(attachment.path, as: attachment.name, isStill: other.isStill)
      } catch {
        throw LedgerError(error, path: attachment.path)
      }
      others.append((name: attachment.name, book: other.book))
    }
    self.others = others
    do { try restrict(restrictions) } catch { throw LedgerError(error, path: path) }
  }

  private func restrict(_ restrictions: Set<Restriction>) throws(StorageError) {
    var tables: [String: Set<String>] = [:]
    for schema in schemas {
      tables[schema] = try SchemaNames.readable(connection, schema: schema)
    }
    var limits = StatementLimits()
    limits.attached = Int32(clamping: others.count)
    try connection.restrict(to: Permission(tables: tables), limits: limits, by: restrictions)
  }

  /// The tables and views, and their columns.
  func names() throws(LedgerError) -> SchemaNames {
    do { return try SchemaNames(connection, schemas: schemas) } catch {
      throw LedgerError(error, path: path)
    }
  }

  /// Runs a query; passes on the names of the columns, then each row.
  package func ask(
    _ query: Query, to receiver: inout some AnswerReceiver,
    isCancelled: @escaping @Sendable () -> Bool
  ) throws -> Query.Result {
    let stop = QueryStop(timeLimit: query.timeLimit, isCancelled: isCancelled)
    var isRunning = false
    do {
      connection.interrupt(when: { stop.isOver })
      var statement = try prepare(query)
      try receiver.begin(statement.columnNames)
      isRunning = true
      return try statement.forEachAnswer(limit: query.limit) { row in
        try stop.receiving { try receiver.add(row) }
      }
    } catch let error as StorageError {
      if error.code.primary == .interrupt { throw QueryFault(stop.reason) }
      throw fault(error, in: query, isRunning: isRunning)
    }
  }

  /// What a query leaves as it is.
  ///
  /// These are how many rows were changed so far, the version of the schema, and whether a
  /// transaction is open.
  package func writings() throws(LedgerError) -> [Int64] {
    do throws(StorageError) {
      var version = try connection.uncachedStatement("PRAGMA schema_version")
      let number = try version.first { row throws(StorageError) in try row.integer(0) }
      return [Int64(connection.totalChanges), number ?? 0, connection.isInTransaction ? 1 : 0]
    } catch {
      throw LedgerError(error, path: path)
    }
  }

  /// The parameters of a statement, in the order of their first use, with their prefix.
  func parameters(of sql: String) throws -> [String] {
    do { return try checked(sql).parameterNames.map(Self.named) } catch let error as StorageError {
      throw fault(error, in: Query(sql))
    }
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
    guard let parameter else { throw QueryFault(.unnamedParameter) }
    return parameter
  }

  private func checked(_ sql: String) throws -> Statement {
    guard sql.utf8.count <= Query.sizeLimit + Self.planPrefix.utf8.count else {
      throw QueryFault(.tooLong(limit: Query.sizeLimit))
    }
    // SQLite takes a NUL for the end.
    guard !sql.utf8.contains(0) else { throw QueryFault(.holdsNUL) }
    let statement = try connection.uncachedStatement(sql)
    // A statement without columns, such as BEGIN, returns nothing even if it writes nothing.
    guard statement.isReadOnly, !statement.columnNames.isEmpty else {
      throw QueryFault(.onlyReads)
    }
    return statement
  }

  private static let planPrefix = "EXPLAIN QUERY PLAN "

  private func fault(
    _ error: StorageError, in query: Query, isRunning: Bool = false
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
    case .outOfMemory: return QueryFault(.tooMuchMemory(limit: Int(Query.memoryLimit)))
    default: return LedgerError(error, path: path)
    }
  }
}

extension Query.Attachment {
  /// SQLite's own limit.
  private static let limit = 10

  /// Refuses a name that cannot precede those of tables, or that is taken.
  fileprivate func check(besides names: [String]) throws(LedgerError) {
    func refuse(_ reason: String) -> LedgerError {
      .invalid(field: "attachment", value: name, reason: reason)
    }
    let isName =
      name.utf8.count <= 64 && name.utf8.first.map { (0x61...0x7a).contains($0) } == true
      && name.utf8.allSatisfy { byte in
        (0x61...0x7a).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "_")
      }
    guard isName else {
      throw refuse("a name has lower-case letters, digits and _, and begins with a letter")
    }
    guard !["main", "temp", "sqlite_schema"].contains(name) else {
      throw refuse("this name has a meaning of its own: choose another")
    }
    guard !names.contains(name) else { throw refuse("is given to two books") }
    guard names.count < Self.limit else {
      throw refuse("no more than \(Self.limit) books are attached at once")
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
