/// What the audience counts of one metric of one event add up to.
public struct AudienceTotals: Equatable, Sendable {
  /// What was counted.
  public let metric: Metric
  /// How many counts there are.
  public let counts: Int64
  /// The first instant at which it was counted.
  public let firstAt: Instant
  /// The last instant at which it was counted.
  public let lastAt: Instant
  /// The count at that instant.
  public let latest: Int64
  /// The largest count.
  public let peak: Int64
  /// The first instant of the largest count.
  public let peakAt: Instant
  /// Twice the area under the curve, by the trapezoidal rule, in counts × milliseconds: an integer.
  public let twiceArea: Int64

  /// Makes totals.
  public init(
    metric: Metric, counts: Int64, firstAt: Instant, lastAt: Instant, latest: Int64, peak: Int64,
    peakAt: Instant, twiceArea: Int64
  ) {
    self.metric = metric
    self.counts = counts
    self.firstAt = firstAt
    self.lastAt = lastAt
    self.latest = latest
    self.peak = peak
    self.peakAt = peakAt
    self.twiceArea = twiceArea
  }

  /// From the first count to the last, in milliseconds.
  public var span: Int64 { lastAt.milliseconds - firstAt.milliseconds }
}

/// What sales of one currency add up to.
public struct SaleTotals: Equatable, Sendable {
  /// The currency.
  public let currency: Currency
  /// Different orders that have a line of kind `sale`.
  public var orders: Int64
  /// Movements of any kind.
  public var lines: Int64
  /// Units of kind `sale`.
  public var units: Int64
  /// Millionths of kind `sale`.
  public var gross: Int128
  /// Millionths of kind `cancellation`, 0 or below.
  public var cancelled: Int128
  /// Millionths of kind `refund`, 0 or below.
  public var refunded: Int128
  /// Millionths of kind `adjustment`.
  public var adjusted: Int128

  /// Makes totals.
  public init(
    currency: Currency, orders: Int64 = 0, lines: Int64 = 0, units: Int64 = 0, gross: Int128 = 0,
    cancelled: Int128 = 0, refunded: Int128 = 0, adjusted: Int128 = 0
  ) {
    self.currency = currency
    self.orders = orders
    self.lines = lines
    self.units = units
    self.gross = gross
    self.cancelled = cancelled
    self.refunded = refunded
    self.adjusted = adjusted
  }
}

/// An event with its totals.
public struct EventTotals: Equatable, Sendable {
  /// The event.
  public let event: Event
  /// Its audience, one for each metric that was counted.
  public let audience: [AudienceTotals]
  /// The sales credited to it, one for each currency.
  public let sales: [SaleTotals]
  /// What was reported of it last, by measure and source.
  public let reported: [ReportedTotal]

  /// Makes totals.
  public init(
    event: Event, audience: [AudienceTotals], sales: [SaleTotals], reported: [ReportedTotal] = []
  ) {
    self.event = event
    self.audience = audience
    self.sales = sales
    self.reported = reported
  }
}

/// An event as the book has it.
public struct EventRecord: Equatable, Sendable {
  /// The event and its totals.
  public let totals: EventTotals
  /// The entry that recorded it.
  public let entry: Entry

  /// Makes a record.
  public init(totals: EventTotals, entry: Entry) {
    self.totals = totals
    self.entry = entry
  }
}

/// What a market's report is made of.
public struct MarketTotals: Equatable, Sendable {
  /// The events, newest first, each with all that was ever counted of it or credited to it.
  public let events: [EventTotals]
  /// The sales credited to an event, by currency.
  public let credited: [SaleTotals]
  /// The sales credited to none, by currency.
  public let uncredited: [SaleTotals]

  /// Makes totals.
  public init(events: [EventTotals], credited: [SaleTotals], uncredited: [SaleTotals]) {
    self.events = events
    self.credited = credited
    self.uncredited = uncredited
  }
}
