/// The totals of the audience counts of one metric of one event.
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
  /// The stretches of a gauge between counts that are too far apart, in the order of time.
  public let gaps: [UnobservedTime]

  /// Creates totals of an event.
  public init(
    metric: Metric, counts: Int64, firstAt: Instant, lastAt: Instant, latest: Int64, peak: Int64,
    peakAt: Instant, twiceArea: Int64, gaps: [UnobservedTime] = []
  ) {
    self.metric = metric
    self.counts = counts
    self.firstAt = firstAt
    self.lastAt = lastAt
    self.latest = latest
    self.peak = peak
    self.peakAt = peakAt
    self.twiceArea = twiceArea
    self.gaps = gaps
  }

  /// The time from the first count to the last, in milliseconds.
  public var span: Int64 { lastAt.milliseconds - firstAt.milliseconds }

  /// The part of it that was observed, in milliseconds.
  public var observedSpan: Int64 { gaps.reduce(span) { $0 - $1.length } }

  /// ``twiceArea`` of the time that was observed.
  public var observedTwiceArea: Int64 { gaps.reduce(twiceArea) { $0 - $1.twiceArea } }
}

/// An event with its totals.
///
/// A class, although it is a value: a report reads thousands of them dozens of times, and copying
/// one would take as long as using it.
public final class EventTotals: Equatable, Sendable {
  /// The event.
  public let event: Event
  /// Its audience, one for each metric that was counted.
  public let audience: [AudienceTotals]
  /// The sales credited to it, one for each currency.
  public let sales: [SaleTotals]
  /// Its different orders, of whatever currencies.
  public let orders: Int64
  /// The latest totals that were reported for it, by measure and source.
  public let reported: [ReportedTotal]
  /// How many watched at a quarter, half and three quarters of its length.
  ///
  /// `nil` if the counts do not reach any of them, or if its end is not known.
  public let retained: RetainedViewers?
  /// How long people watched, and how many views that was.
  ///
  /// `nil` if people and views were not observed at the same time.
  public let watched: WatchTime?
  /// The measures of which a reported total could not be converted, and is not in ``reported``.
  public let unconverted: [Measure]
  /// What is known of its sales.
  public let knowledge: SalesKnowledge

  /// Creates totals of an event.
  ///
  /// `orders`: its different orders; `nil` if none of them is in several currencies.
  /// `knowledge`: what is known of its sales; `nil` if only its sales tell.
  public init(
    event: Event, audience: [AudienceTotals], sales: [SaleTotals], orders: Int64? = nil,
    reported: [ReportedTotal] = [], retained: RetainedViewers? = nil,
    watched: WatchTime? = nil, unconverted: [Measure] = [], knowledge: SalesKnowledge? = nil
  ) {
    self.event = event
    self.audience = audience
    self.sales = sales
    self.orders = orders ?? sales.reduce(0) { $0 + $1.orders }
    self.reported = reported
    self.retained = retained
    self.watched = watched
    self.unconverted = unconverted
    self.knowledge =
      knowledge ?? (sales.contains(where: \.hasSold) ? .sold : .unknown(.notCovered))
  }

  /// The same totals with something else known of the sales.
  func with(knowledge: SalesKnowledge) -> EventTotals {
    EventTotals(
      event: event, audience: audience, sales: sales, orders: orders, reported: reported,
      retained: retained, watched: watched, unconverted: unconverted, knowledge: knowledge)
  }

  /// The same totals of the event under other names.
  func with(event: Event) -> EventTotals {
    EventTotals(
      event: event, audience: audience, sales: sales, orders: orders, reported: reported,
      retained: retained, watched: watched, unconverted: unconverted, knowledge: knowledge)
  }

  /// Whether two events and their totals are the same.
  public static func == (left: EventTotals, right: EventTotals) -> Bool {
    left.event == right.event && left.audience == right.audience && left.sales == right.sales
      && left.orders == right.orders && left.reported == right.reported
      && left.retained == right.retained && left.watched == right.watched
      && left.unconverted == right.unconverted
      && left.knowledge == right.knowledge
  }
}

/// An event as recorded in the book.
public struct EventRecord: Equatable, Sendable {
  /// The event and its totals.
  public let totals: EventTotals
  /// The entry that recorded it.
  public let entry: Entry
  /// The entry that amended it last, if one did.
  public let amendment: Entry?

  /// Creates a record of an event.
  public init(totals: EventTotals, entry: Entry, amendment: Entry? = nil) {
    self.totals = totals
    self.entry = entry
    self.amendment = amendment
  }
}
