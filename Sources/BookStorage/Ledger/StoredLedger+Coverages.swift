package import LedgerCore
import Rows

extension StoredLedger {
  /// Records the new coverages of the batch, all in one entry.
  ///
  /// - Throws: ``LedgerError`` if nothing of the batch could be recorded.
  package func record(
    _ coverages: [Coverage], as draft: Entry.Draft
  ) throws(LedgerError) -> Recording<Coverage> {
    try write { () throws(StorageError) in
      var recorder = KeyedRecorder(session: session, facts: CoverageFacts(session: session))
      return try recorder.record(coverages, as: draft)
    }
  }

  /// Returns the coverages of a market, or of all markets, by market and start.
  ///
  /// - Throws: ``LedgerError``
  package func coverages(
    in market: Market.Code?, asOf entry: Int64?
  ) throws(LedgerError) -> [CoverageRecord] {
    try read { () throws(StorageError) in
      try CoverageTable(session: session).coverages(in: market, asOf: entry ?? .max)
    }
  }

  /// Returns how many orders each source of a market sold in a period, and how many name an event.
  ///
  /// - Throws: ``LedgerError``
  package func sourceOrders(
    in market: Market.Code, during period: InstantRange, asOf entry: Int64?
  ) throws(LedgerError) -> [SourceOrders] {
    try read { () throws(StorageError) in
      try SaleSourceTable(session: session).orders(
        in: market, during: period, asOf: entry ?? .max)
    }
  }
}
