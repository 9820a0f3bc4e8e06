package import LedgerCore
package import Rows

/// What keeps a book's rows: one connection of an engine, which one thread uses at a time.
///
/// An engine provides this; everything that makes a book of the rows stands above it. Statements
/// are in the SQL that engines have in common, with the parameters `?1`, `?2` and so on. A session
/// keeps them ready for their next use.
package protocol BookSession: AnyObject {
  /// Where the salts of new words come from.
  var salts: Salts { get }

  /// Runs a query, and lends each row to `body` until that returns false.
  ///
  /// - Throws: what `body` throws, or ``StorageError``.
  func query(
    _ sql: String, _ values: [Value], _ body: (borrowing Row) throws(StorageError) -> Bool
  ) throws(StorageError)

  /// Runs a query that selects from `rows` as the table `bound`, and lends each row to `body`.
  ///
  /// - Throws: what `body` throws, or ``StorageError``.
  func query(
    _ sql: String, over rows: BoundRows, _ values: [Value],
    _ body: (borrowing Row) throws(StorageError) -> Void
  ) throws(StorageError)

  /// Runs a statement that returns nothing.
  ///
  /// - Throws: ``StorageError``
  func run(_ sql: String, _ values: [Value]) throws(StorageError)

  /// Inserts a row with a value for each column, in order.
  ///
  /// - Throws: ``StorageError``
  func insert(_ values: [Value], into table: any Table.Type) throws(StorageError)

  /// Inserts a row with a value for each column but the first; returns the number in the first.
  ///
  /// - Throws: ``StorageError``
  func insertNumbered(
    _ values: [Value], into table: any Table.Type
  ) throws(StorageError) -> Int64

  /// Inserts the facts of an entry, with a cell for each column but `entry`, in order.
  ///
  /// `alike`: the values of columns that are the same in all rows.
  ///
  /// - Throws: ``StorageError``
  func insert(
    _ rows: BoundRows, alike: [String: Value], into table: any Table.Type, entry: Int64
  ) throws(StorageError)

  /// Inserts a row, or puts its values in place of those of the row with the same key.
  ///
  /// - Throws: ``StorageError``
  func put(_ values: [Value], into table: any Table.Type) throws(StorageError)

  /// Adds the numbers behind the key of each row to those of the row with the same key.
  ///
  /// The columns of ``Table/highs`` stay as they are.
  ///
  /// - Throws: ``StorageError``, with ``StorageError/Condition/overflow`` if a sum exceeds 64 bits;
  ///   then none was added.
  func add(_ rows: BoundRows, to table: any Table.Type) throws(StorageError)

  /// The same, where rows also have the columns of ``Table/highs``, to which each sum carries its
  /// whole 10¹⁸.
  ///
  /// - Throws: ``StorageError``
  func addCarrying(_ rows: BoundRows, to table: any Table.Type) throws(StorageError)

  /// Empties words in `person_text`, so that nothing of them is left in what keeps the rows.
  ///
  /// - Throws: ``StorageError``
  func empty(_ hashes: [String]) throws(StorageError)

  /// The tables of the book, whatever its version, in the order in which they were created.
  ///
  /// - Throws: ``StorageError``
  func tables() throws(StorageError) -> [StoredTable]

  /// The version of the book's schema.
  ///
  /// - Throws: ``StorageError``
  func schemaVersion() throws(StorageError) -> Int

  /// The statements that make the book's schema.
  ///
  /// - Throws: ``StorageError``
  func schemaStatements() throws(StorageError) -> [String]
}

extension BookSession {
  /// Runs a statement that returns nothing.
  func run(_ sql: String, _ values: Value...) throws(StorageError) { try run(sql, values) }

  /// Lends each row of a query in turn to `body`.
  func forEach(
    _ sql: String, _ values: Value..., body: (borrowing Row) throws(StorageError) -> Void
  ) throws(StorageError) {
    try query(sql, values) { row throws(StorageError) in
      try body(row)
      return true
    }
  }

  /// All rows of a query, decoded.
  package func rows<T>(
    _ sql: String, _ values: Value..., decode: (borrowing Row) throws(StorageError) -> T
  ) throws(StorageError) -> [T] {
    var rows: [T] = []
    try query(sql, values) { row throws(StorageError) in
      rows.append(try decode(row))
      return true
    }
    return rows
  }

  /// The first row of a query, decoded; `nil` if there is none.
  package func first<T>(
    _ sql: String, _ values: [Value], decode: (borrowing Row) throws(StorageError) -> T
  ) throws(StorageError) -> T? {
    var first: T?
    try query(sql, values) { row throws(StorageError) in
      first = try decode(row)
      return false
    }
    return first
  }

  /// The first row of a query, decoded; `nil` if there is none.
  func first<T>(
    _ sql: String, _ values: Value..., decode: (borrowing Row) throws(StorageError) -> T
  ) throws(StorageError) -> T? {
    try first(sql, values, decode: decode)
  }
}
