package import LedgerCore
import Rows

extension StoredLedger {
  /// Returns the counts and sales that some entries recorded, whether or not they are current.
  ///
  /// - Throws: ``LedgerError``
  package func facts(ofEntries entries: Set<Int64>) throws(LedgerError) -> [Int64: EntryFacts] {
    try read { () throws(StorageError) in
      let counts = try AudienceCountTable(session: session).recorded(by: entries)
      let sales = try SaleTable(
        session: session, currencies: try Currencies(session: session)
      ).recorded(by: entries)
      var facts: [Int64: EntryFacts] = [:]
      for entry in Set(counts.keys).union(sales.keys) {
        facts[entry] = EntryFacts(counts: counts[entry] ?? [], sales: sales[entry] ?? [])
      }
      return facts
    }
  }
}
