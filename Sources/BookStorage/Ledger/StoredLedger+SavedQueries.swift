package import LedgerCore
import Rows

extension StoredLedger {
  /// Saves a query as the newest version of its name, unless it equals the current one.
  ///
  /// Check its statement with ``parameters(of:)`` first.
  ///
  /// - Throws: ``LedgerError`` if it could not be recorded.
  package func record(
    _ query: SavedQuery, as draft: Entry.Draft
  ) throws(LedgerError) -> Recording<SavedQuery> {
    try write { () throws(StorageError) in
      let table = QuestionTable(session: session)
      let current = Self.current(try table.versions())[query.name]
      guard current != query else {
        return Recording(receipt: nil, outcomes: [.alreadyRecorded])
      }
      return Recording(
        receipt: try append(query, to: table, as: draft),
        outcomes: [current.map { .restated(from: $0) } ?? .recorded])
    }
  }

  /// Retires the name of a query of the book; returns the receipt of the entry that does.
  ///
  /// - Throws: ``LedgerError`` if the book has no query of that name.
  package func retireQuery(
    _ name: String, as draft: Entry.Draft
  ) throws(LedgerError) -> Receipt {
    let known = try savedQueries()
    let receipt = try write { () throws(StorageError) -> Receipt? in
      let table = QuestionTable(session: session)
      guard Self.current(try table.versions())[name]?.statement != nil else { return nil }
      let retired = SavedQuery(
        recorded: name, statement: nil, description: nil, parameters: [])
      return try append(retired, to: table, as: draft)
    }
    if let receipt { return receipt }
    guard known.contains(where: { $0.query.name == name }) else {
      throw Self.unknown(name, among: known)
    }
    throw .cannotRetire(query: name)
  }

  /// The queries that can be run, by name.
  ///
  /// These are the current queries of the book, and those that the program ships.
  ///
  /// - Throws: ``LedgerError``
  package func savedQueries() throws(LedgerError) -> [SavedQueryRecord] {
    let versions = try read { () throws(StorageError) in
      try QuestionTable(session: session).versions()
    }
    var current: [String: SavedQueryRecord] = [:]
    for version in versions where version.voidedBy == nil {
      current[version.query.name] = version
    }
    let own = current.values.filter { $0.query.statement != nil }
    let names = Set(own.map(\.query.name))
    return (own + Self.shipped.filter { !names.contains($0.query.name) })
      .sorted { $0.query.name < $1.query.name }
  }

  /// The current query of a name.
  ///
  /// - Throws: ``LedgerError`` that names similar ones, if there is none.
  package func savedQuery(_ name: String) throws(LedgerError) -> SavedQueryRecord {
    let all = try savedQueries()
    guard let found = all.first(where: { $0.query.name == name }) else {
      throw Self.unknown(name, among: all)
    }
    return found
  }

  /// All versions of a name, oldest first: what the program ships, and what the book has had.
  ///
  /// - Throws: ``LedgerError`` if there is none.
  package func versions(ofQuery name: String) throws(LedgerError) -> [SavedQueryRecord] {
    let own = try mapped { () throws(StorageError) in
      try QuestionTable(session: session).versions()
    }
    let all = (Self.shipped + own).filter { $0.query.name == name }
    guard !all.isEmpty else { throw Self.unknown(name, among: try savedQueries()) }
    return all
  }

  private static var shipped: [SavedQueryRecord] {
    shippedQueries.map { query in
      SavedQueryRecord(query: query, version: 0, entry: nil, recordedAt: nil, voidedBy: nil)
    }
  }

  /// What each name stands for in the book, retired or not.
  private static func current(_ versions: [SavedQueryRecord]) -> [String: SavedQuery] {
    var current: [String: SavedQuery] = [:]
    for version in versions where version.voidedBy == nil {
      current[version.query.name] = version.query
    }
    return current
  }

  private func append(
    _ query: SavedQuery, to table: QuestionTable, as draft: Entry.Draft
  ) throws(StorageError) -> Receipt {
    let entry = try OpenEntry(
      draft, recording: Entry.Counts(.questions, 1), session: session)
    try table.insert(query, entry: entry)
    return try entry.close()
  }

  private static func unknown(_ name: String, among known: [SavedQueryRecord]) -> LedgerError {
    .unknownName(.query, name, near: nearest(to: name, among: known.map(\.query.name)))
  }
}
