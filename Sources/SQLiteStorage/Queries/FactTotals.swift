import LedgerCore
import SQLite

/// A market's totals as they were when an entry was the last, drawn up from the facts themselves.
///
/// It costs as much as there are facts of the market, where the kept totals cost as much as there
/// are events.
struct FactTotals {
  let connection: Connection
  /// The last entry that counts.
  let entry: Int64

  func totals(
    of market: Market.Code, during period: InstantRange
  ) throws(SQLiteError) -> MarketTotals {
    let sales = try saleTotals(of: market)
    let ofEvents = Dictionary(grouping: sales.ofEvents.all, by: \.key.event)
      .mapValues { $0.map(\.totals) }
    let events = try EventTable(connection: connection)
      .records(in: market, during: period, limit: nil, asOf: entry)
      .map { record throws(SQLiteError) in
        EventTotals(
          event: try StoredEvents(connection: connection).event(record),
          audience: try audience(of: record.id),
          sales: (ofEvents[record.id] ?? []).sorted { $0.currency.code < $1.currency.code },
          reported: try ReportedTotalTable(connection: connection)
            .latest(of: record.id, key: record.key, asOf: entry))
      }
    return MarketTotals(
      events: events, credited: marketTotals(sales, isCredited: true, during: period),
      uncredited: marketTotals(sales, isCredited: false, during: period))
  }

  private func audience(of event: Int64) throws(SQLiteError) -> [AudienceTotals] {
    let points = try AudienceCountTable(connection: connection).points(event: event, asOf: entry)
    return points.sorted { $0.key < $1.key }.compactMap { id, points in
      Metric(id: id).flatMap { Curve.totals(points, metric: $0) }
    }
  }

  private func saleTotals(of market: Market.Code) throws(SQLiteError) -> SaleTotalChanges {
    var totals = SaleTotalChanges()
    var order: (source: Int64, number: ByteText)?
    var movements: [Movement] = []
    let table = SaleTable(
      connection: connection, currencies: try Currencies(connection: connection))
    try table.forEachRow(of: market, asOf: entry) { row in
      if row.source != order?.source || ByteText(row.order) != order?.number {
        totals.add(movements[...], toKnown: [])
        movements.removeAll(keepingCapacity: true)
        order = (row.source, ByteText(row.order))
      }
      movements.append(row.movement)
    }
    totals.add(movements[...], toKnown: [])
    return totals
  }

  private func marketTotals(
    _ sales: SaleTotalChanges, isCredited: Bool, during period: InstantRange
  ) -> [SaleTotals] {
    var sums: [Currency: SaleTotals] = [:]
    for (key, totals) in sales.ofMarkets.all
    where key.isCredited == isCredited && period.contains(quarter: key.quarter) {
      sums[key.currency] = (sums[key.currency] ?? SaleTotals(currency: key.currency)) + totals
    }
    return sums.values.sorted { $0.currency.code < $1.currency.code }
  }
}

extension InstantRange {
  fileprivate func contains(quarter: Int64) -> Bool {
    (start.map { quarter >= $0.quarter } ?? true) && (end.map { quarter < $0.quarter } ?? true)
  }
}
