import Rows

/// An entry that is being recorded, as tables see it; what is inserted here is in its digest.
protocol EntryWriter: AnyObject {
  /// The number of the entry.
  var number: Int64 { get }

  /// Looks words up, all at once, and records those that are new.
  func learn(_ texts: some Sequence<String>) throws(StorageError)

  /// The hash that stands for words in a row.
  func hash(of text: String) throws(StorageError) -> String

  /// Inserts a row with a value for each column, in order.
  func insert(_ values: [Value], into table: any Table.Type) throws(StorageError)

  /// Inserts a row with a value for each column but the first, a number that the session assigns.
  func insertNumbered(
    _ values: [Value], into table: any Table.Type
  ) throws(StorageError) -> Int64

  /// Inserts rows with a value for each column but the entry's, in order, some at a time.
  ///
  /// `events`: those that rows name. `next`: some of the rows, which come after those before them
  /// in the table's key, and the values of columns that are the same in them; `nil` at the end.
  func insert(
    into table: any Table.Type, naming events: Set<Int64>,
    _ next: () throws(StorageError) -> (rows: BoundRows, alike: [String: Value])?
  ) throws(StorageError)
}

extension EntryWriter {
  /// Inserts rows with a value for each column but the entry's, in order.
  ///
  /// `alike`: values of columns that are the same in all rows. `events`: those that rows name.
  func insert(
    _ bound: BoundRows, alike: [String: Value], naming events: Set<Int64>,
    into table: any Table.Type
  ) throws(StorageError) {
    var all: (rows: BoundRows, alike: [String: Value])? = (bound, alike)
    try insert(into: table, naming: events) { () throws(StorageError) in all.take() }
  }
}
