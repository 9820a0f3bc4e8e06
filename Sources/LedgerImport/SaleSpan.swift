public import LedgerCore

/// The time between the first and the last sale of a source in a file.
public struct SaleSpan: Equatable, Sendable {
  /// Whose sales these are.
  struct Key: Hashable {
    let source: String
    let market: Market.Code?
    let event: EventKey?
  }

  let key: Key
  /// When the first line of kind `sale` was sold.
  public internal(set) var first: Instant
  /// When the last one was sold.
  public internal(set) var last: Instant

  /// The system that numbers the orders.
  public var source: String { key.source }
  /// The market that rows name; `nil` if they name only an event.
  public var market: Market.Code? { key.market }
  /// The event that rows name, if they name no market.
  public var event: EventKey? { key.event }
}

/// The times of the sales in files, by source and market.
struct SaleSpans: Equatable, Sendable {
  private var spans: [SaleSpan.Key: SaleSpan] = [:]

  /// The spans, in the order of their starts.
  var all: [SaleSpan] {
    spans.values.sorted { ($0.first, $0.source) < ($1.first, $1.source) }
  }

  /// Adds the time of the sales of a batch.
  mutating func add(_ sales: SaleBatch) {
    var times = [(first: Instant, last: Instant)?](repeating: nil, count: sales.shared.count)
    for row in sales.rows where row.kind == .sale {
      let known = times[row.shared] ?? (row.at, row.at)
      times[row.shared] = (min(known.first, row.at), max(known.last, row.at))
    }
    for (shared, time) in zip(sales.shared, times) {
      guard let time else { continue }
      let key = SaleSpan.Key(
        source: shared.source, market: shared.market,
        event: shared.market == nil ? shared.event : nil)
      add(SaleSpan(key: key, first: time.first, last: time.last))
    }
  }

  /// Adds the times of another file.
  mutating func add(_ other: SaleSpans) {
    for span in other.spans.values { add(span) }
  }

  private mutating func add(_ span: SaleSpan) {
    var sum = spans[span.key] ?? span
    sum.first = min(sum.first, span.first)
    sum.last = max(sum.last, span.last)
    spans[span.key] = sum
  }
}
