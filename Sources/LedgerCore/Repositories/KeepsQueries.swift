/// A ledger that keeps queries in SQL under names.
///
/// A query of the book takes precedence over one of the same name that the program ships.
public protocol KeepsQueries: AnswersSQL {
  /// Saves a query as the newest version of its name, unless it equals the current one.
  ///
  /// Check its statement with ``AnswersSQL/parameters(of:)`` first.
  ///
  /// - Throws: ``LedgerError`` if it could not be recorded.
  func record(
    _ query: SavedQuery, as draft: Entry.Draft
  ) throws(LedgerError) -> Recording<SavedQuery>

  /// Retires the name of a query of the book; returns the receipt of the entry that does.
  ///
  /// - Throws: ``LedgerError/unknownName(_:_:near:)``, ``LedgerError/cannotRetire(query:)``
  func retireQuery(_ name: String, as draft: Entry.Draft) throws(LedgerError) -> Receipt

  /// The queries that can be run, by name: the current ones of the book, and those that ship.
  ///
  /// - Throws: ``LedgerError``
  func savedQueries() throws(LedgerError) -> [SavedQueryRecord]

  /// The current query of a name.
  ///
  /// - Throws: ``LedgerError/unknownName(_:_:near:)``
  func savedQuery(_ name: String) throws(LedgerError) -> SavedQueryRecord

  /// All versions of a name, oldest first: what the program ships, and what the book has had.
  ///
  /// - Throws: ``LedgerError/unknownName(_:_:near:)``
  func versions(ofQuery name: String) throws(LedgerError) -> [SavedQueryRecord]
}
