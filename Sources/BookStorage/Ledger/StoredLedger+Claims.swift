package import LedgerCore
import Rows

extension StoredLedger {
  /// Records the new claims of the batch, all in one entry.
  ///
  /// - Throws: ``LedgerError`` if nothing of the batch could be recorded.
  package func record(
    _ claims: [Claim], as draft: Entry.Draft
  ) throws(LedgerError) -> Recording<Claim> {
    try write { () throws(StorageError) in
      var recorder = KeyedRecorder(session: session, facts: ClaimFacts(session: session))
      return try recorder.record(claims, as: draft)
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
    try read { () throws(StorageError) in
      try ClaimTable(session: session).claims(in: market, asOf: entry ?? .max)
    }
  }

  /// Returns the claim with a key, and its entry.
  ///
  /// - Throws: ``LedgerError``
  package func claim(_ key: ClaimKey) throws(LedgerError) -> FactRecord<Claim>? {
    try read { () throws(StorageError) in
      guard let found = try ClaimTable(session: session).claim(key) else { return nil }
      return FactRecord(fact: found.claim, entry: try recordedEntry(found.entry))
    }
  }

  /// The entry that a fact names.
  func recordedEntry(_ number: Int64) throws(StorageError) -> Entry {
    guard let entry = try EntryTable(session: session).entry(number) else {
      throw .damaged("a fact's entry is not there")
    }
    return entry
  }
}
