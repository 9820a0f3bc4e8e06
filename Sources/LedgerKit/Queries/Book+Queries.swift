public import LedgerCore
import SQLiteStorage

extension Book {
  /// A query that the book keeps, with the values of its parameters.
  ///
  /// `values`: the given ones; the others have their defaults.
  ///
  /// - Throws: ``LedgerError/unknownName(_:_:near:)``, ``LedgerError/invalid(field:value:reason:)``
  ///   for a value that is not of its parameter's type.
  public func savedQuery(
    _ name: String, _ values: [QueryParameter] = []
  ) throws(LedgerError) -> Query {
    let saved = try sql().savedQuery(name).query
    return Query(
      saved.statement ?? "",
      values: try QueryParameter.values(values, declared: saved.parameters))
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
