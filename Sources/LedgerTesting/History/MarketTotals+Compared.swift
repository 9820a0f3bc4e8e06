package import LedgerCore

extension MarketTotals {
  /// The same in an order of its own, to compare what came in any.
  package var sorted: MarketTotals {
    MarketTotals(
      events: events, others: others.sorted { $0.key < $1.key },
      sales: sales.sorted { "\($0)" < "\($1)" },
      spans: spans.sorted { "\($0)" < "\($1)" },
      products: products.sorted { "\($0)" < "\($1)" },
      splitOrders: splitOrders.sorted { "\($0)" < "\($1)" }, unsettled: unsettled,
      bases: bases.sorted { "\($0)" < "\($1)" })
  }

  /// To compare answers to a request: a group of time may come in one row or in several, and names
  /// that nobody asked for may be left out.
  package func compared(for request: TotalsRequest) throws -> (
    totals: MarketTotals, groups: [String]
  ) {
    guard request.names else {
      let unnamed = try events.map { try $0.withoutNames }
      var request = request
      request.names = true
      return try MarketTotals(
        events: unnamed, others: others, sales: sales, spans: spans, products: products,
        splitOrders: splitOrders, unsettled: unsettled, bases: bases
      ).compared(for: request)
    }
    guard case .groups(let grouping, let zone) = request.sales else { return (sorted, []) }
    let groups = Dictionary(grouping: sales) { row in
      "\(row.isCredited) \(row.at.map { grouping.key(at: $0, zone).label } ?? "")"
    }
    let rest = MarketTotals(
      events: events, others: others, sales: [], spans: spans, products: products,
      splitOrders: splitOrders,
      unsettled: unsettled, bases: bases
    ).sorted
    // Rows of a group may come to nothing.
    let sums = groups.mapValues { $0.map(\.totals).byCurrency().filter { $0.lines != 0 } }
    return (rest, sums.filter { !$0.value.isEmpty }.map { "\($0) \($1)" }.sorted())
  }
}

extension EventTotals {
  fileprivate var withoutNames: EventTotals {
    get throws {
      EventTotals(
        event: try Event(
          key: event.key, market: event.market, platform: event.platform, title: event.title,
          startsAt: event.startsAt, endsAt: event.endsAt),
        audience: audience, sales: sales, orders: orders,
        reported: reported, retained: retained, watched: watched)
    }
  }
}
