package import LedgerCore
import SQLite

extension SQLiteLedger {
  /// Records the new claims of the batch, all in one entry.
  ///
  /// - Throws: ``LedgerError`` if nothing of the batch could be recorded.
  package func record(
    _ claims: [Claim], as draft: Entry.Draft
  ) throws(LedgerError) -> Recording<Claim> {
    try write { () throws(SQLiteError) in
      try ClaimRecorder(connection: connection).record(claims, as: draft)
    }
  }

  /// Returns the current claims on a market, or on all markets, as of an entry.
  ///
  /// The claim reported latest comes last.
  ///
  /// - Throws: ``LedgerError``
  package func claims(
    in market: Market.Code?, asOf entry: Int64?
  ) throws(LedgerError) -> [Claim] {
    try read { () throws(SQLiteError) in
      try ClaimTable(connection: connection).claims(in: market, asOf: entry ?? .max)
    }
  }

  /// Returns the claim with a key, and its entry.
  ///
  /// - Throws: ``LedgerError``
  package func claim(_ key: ClaimKey) throws(LedgerError) -> FactRecord<Claim>? {
    try read { () throws(SQLiteError) in
      guard let found = try ClaimTable(connection: connection).claim(key) else { return nil }
      return FactRecord(fact: found.claim, entry: try recordedEntry(found.entry))
    }
  }

  /// The entry that a fact names.
  func recordedEntry(_ number: Int64) throws(SQLiteError) -> Entry {
    guard let entry = try EntryTable(connection: connection).entry(number) else {
      throw .damaged("a fact's entry is not there")
    }
    return entry
  }
}
