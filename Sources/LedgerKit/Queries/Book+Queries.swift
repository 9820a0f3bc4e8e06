public import LedgerCore
import SQLiteStorage

extension Book {
  /// A query that the book keeps, with the values of its parameters.
  ///
  /// `values`: the given ones; the others have their defaults.
  ///
  /// - Throws: ``LedgerError/unknownName(_:_:near:)``,
  ///   ``LedgerError/wrongType(parameter:type:)`` for a value that is not of its parameter's type,
  ///   ``LedgerError/invalid(field:value:reason:)`` for a parameter that is given twice.
  public func savedQuery(
    _ name: String, _ values: [QueryParameter] = []
  ) throws(LedgerError) -> Query {
    let saved = try queries().savedQuery(name).query
    return Query(
      saved.statement ?? "",
      values: try QueryParameter.values(values, declared: saved.parameters))
  }

  /// A version of a saved query: from 1 on in the book, 0 of one that ships with the library.
  ///
  /// - Throws: ``LedgerError/unknownName(_:_:near:)``,
  ///   ``LedgerError/unknownVersion(_:query:known:)``
  public func version(
    _ number: Int, ofQuery name: String
  ) throws(LedgerError) -> SavedQueryRecord {
    let versions = try queries().versions(ofQuery: name)
    guard let found = versions.first(where: { $0.version == number }) else {
      throw .unknownVersion(number, query: name, known: versions.map(\.version))
    }
    return found
  }

  /// The text of a statement in a file; `-` is standard input.
  ///
  /// - Throws: ``LedgerError/file(_:)`` for a file that cannot be read, is not UTF-8 text, or has
  ///   more bytes than a statement may have.
  public static func statement(inFile path: String) throws(LedgerError) -> String {
    try Host.text(of: path, for: .statement)
  }

  /// Limits the memory that queries may use in this whole process, in bytes.
  ///
  /// The limit of a query that is one of many in a process is checked only from time to time, and
  /// SQLite has no limit for a single connection. A program that runs statements of strangers runs
  /// each in a process of its own, with this limit.
  public static func limitMemoryOfProcess(bytes: Int64 = Query.memoryLimit) {
    SQLiteLedger.limitMemoryOfProcess(bytes: bytes)
  }
}
