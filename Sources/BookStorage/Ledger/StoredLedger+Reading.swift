package import LedgerCore
import Rows

extension StoredLedger {
  /// Returns the event with a key, and its totals.
  ///
  /// - Throws: ``LedgerError/unknownEvent(_:near:count:)``
  package func event(_ key: EventKey) throws(LedgerError) -> EventRecord {
    let found = try read { () throws(StorageError) -> EventRecord? in
      guard let record = try EventTable(session: session).record(key),
        let totals = try StoredEvents(session: session).totals(record)
      else { return nil }
      let uneven = try UnevenOrders(
        of: record.market, splits: totals.sales.count > 1, session: session,
        try Currencies(session: session))
      return EventRecord(
        totals: uneven.corrected(totals, id: record.id),
        entry: try recordedEntry(record.entry),
        amendment: try record.amendment.map { number throws(StorageError) in
          try recordedEntry(number)
        })
    }
    if let found { return found }
    throw try read { () throws(StorageError) in
      var identities = try EventIdentities(of: [], session: session)
      return try identities.refusal(key)
    }
  }

  /// Returns the events of a market, or of all, that start in a period; newest first.
  ///
  /// - Throws: ``LedgerError``
  package func events(
    in market: Market.Code?, during period: InstantRange, limit: Int?
  ) throws(LedgerError) -> [Event] {
    try read { () throws(StorageError) in
      try StoredEvents(session: session).events(
        EventTable(session: session).records(in: market, during: period, limit: limit))
    }
  }

  /// Returns the entries, newest first.
  ///
  /// - Throws: ``LedgerError``
  package func entries(limit: Int?) throws(LedgerError) -> [Entry] {
    try read { () throws(StorageError) in
      try EntryTable(session: session).newest(limit: limit)
    }
  }

  /// Returns the entry with a number.
  ///
  /// - Throws: ``LedgerError``
  package func entry(_ number: Int64) throws(LedgerError) -> Entry? {
    try read { () throws(StorageError) in try EntryTable(session: session).entry(number) }
  }

  /// Returns the last entry that had been recorded at an instant.
  ///
  /// - Throws: ``LedgerError``
  package func lastEntry(at instant: Instant) throws(LedgerError) -> Int64? {
    try read { () throws(StorageError) in try EntryTable(session: session).last(at: instant) }
  }

  /// Returns the markets and currencies that the book knows.
  ///
  /// - Throws: ``LedgerError``
  package func reference() throws(LedgerError) -> Reference {
    try read { () throws(StorageError) in
      Reference(
        markets: try MarketTable(session: session).all(),
        currencies: try CurrencyTable(session: session).all())
    }
  }

  /// Returns the markets that have events or sales.
  ///
  /// - Throws: ``LedgerError``
  package func markets() throws(LedgerError) -> Set<Market.Code> {
    try read { () throws(StorageError) in
      Set(try MarketTable(session: session).used())
    }
  }

  /// Returns the codes of the currencies that the book has sales in.
  ///
  /// - Throws: ``LedgerError``
  package func currencies() throws(LedgerError) -> Set<String> {
    try read { () throws(StorageError) in
      Set(try MarketTable(session: session).currencies())
    }
  }

  /// Returns the totals that a market's report needs, all from one state of the book.
  ///
  /// - Throws: ``LedgerError``
  package func totals(_ request: TotalsRequest) throws(LedgerError) -> MarketTotals {
    // Only the facts have the past, the events that a rule credits, and the days of products.
    let isOfFacts =
      request.asOf != nil || request.credit != nil || request.channels
      || (request.products && request.period != .always)
    return try read { () throws(StorageError) in
      let aliases =
        request.isAsRecorded
        ? Aliases([]) : try AliasTable(session: session).aliases(asOf: request.asOf)
      // The stored totals by product do not say which orders have both of two names.
      return isOfFacts || (request.products && aliases.has(.product))
        ? try FactTotals(session: session, request: request, aliases: aliases).totals()
        : aliases.shown(try KeptTotals(session: session).totals(request))
    }
  }
}
