/// What can be said of the audience of one event, or of several.
public struct AudienceFigures: Equatable, Sendable {
  /// The most people who watched at once, as far as was counted.
  public struct Peak: Equatable, Sendable {
    /// People.
    public let count: Int64
    /// The event.
    public let event: EventKey
    /// The first instant at which they were counted.
    public let at: Instant
  }

  /// What is known of a number of different people.
  public struct Bounds: Equatable, Sendable {
    /// At least so many: the largest number of any one event.
    public let lower: Int64
    /// At most so many: the sum over the events, as if nobody came twice.
    public let upper: Int64
  }

  /// The largest concurrent count; `nil` where there is none.
  public let peakConcurrent: Peak?
  /// People watching at once, on average over the time that was observed; `nil` unless some event
  /// has two counts.
  ///
  /// The area under the curves by the trapezoidal rule, divided by the time from each first count
  /// to each last: over several events a ratio of sums, never a mean of means.
  public let averageConcurrent: Decimal?
  /// The time that the average is over, in milliseconds.
  public let observedMilliseconds: Int64
  /// The latest count of each running total, summed over the events that have one.
  public let runningTotals: [Metric: Int64]
  /// Different viewers; over several events only bounds, since people come back.
  public let uniqueViewers: Bounds?
  /// How many events have at least one count of a metric.
  public let eventsCounted: [Metric: Int]

  /// Draws up the figures of events.
  public init(_ events: some Sequence<EventTotals>) {
    var peak: Peak?
    var twiceArea: Int128 = 0
    var span: Int64 = 0
    var viewers: Bounds?
    // There are few metrics, so that a list is faster than a dictionary.
    var tallies: [(metric: Metric, events: Int, latest: Int64)] = []
    for event in events {
      for audience in event.audience {
        if let place = tallies.firstIndex(where: { $0.metric == audience.metric }) {
          tallies[place].events += 1
          tallies[place].latest += audience.latest
        } else {
          tallies.append((audience.metric, 1, audience.latest))
        }
        switch audience.metric.kind {
        case .gauge:
          let found = Peak(count: audience.peak, event: event.event.key, at: audience.peakAt)
          if peak.map(found.isHigher(than:)) ?? true { peak = found }
          twiceArea += Int128(audience.twiceArea)
          span += audience.span
        case .runningTotal: break
        case .distinctPeople:
          viewers = Bounds(
            lower: max(viewers?.lower ?? 0, audience.latest),
            upper: (viewers?.upper ?? 0) + audience.latest)
        }
      }
    }
    peakConcurrent = peak
    averageConcurrent =
      span > 0
      ? Decimal(micros: roundedQuotient(twiceArea * 1_000_000, 2 * Int128(span))) : nil
    observedMilliseconds = span
    runningTotals = Dictionary(
      uniqueKeysWithValues: tallies.lazy.filter { $0.metric.kind == .runningTotal }
        .map { ($0.metric, $0.latest) })
    uniqueViewers = viewers
    eventsCounted = Dictionary(uniqueKeysWithValues: tallies.lazy.map { ($0.metric, $0.events) })
  }

  /// Entries to the room, summed; `nil` where no event has them.
  public var views: Int64? { runningTotals[.views] }
}

extension AudienceFigures.Peak {
  fileprivate func isHigher(than other: Self) -> Bool {
    (count, other.at) > (other.count, at)
  }
}
