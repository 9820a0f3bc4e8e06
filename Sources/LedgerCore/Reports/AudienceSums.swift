/// The audience counts of some shows, summed by metric.
struct AudienceSums {
  /// The largest count of a gauge.
  struct Peak {
    let count: Int64
    let event: EventKey
    /// The first instant at which it was counted.
    let at: Instant

    fileprivate func isHigher(than other: Self) -> Bool {
      (count, other.at) > (other.count, at)
    }
  }

  /// The summed counts of one metric.
  struct Sum {
    /// How many shows have at least one count.
    var shows = 0
    /// The sum of the latest counts.
    var latest: Int128 = 0
    /// The largest of the latest counts.
    var largest: Int64 = 0
    var peak: Peak?
    /// Twice the area under the observed curves, in counts × milliseconds.
    var twiceArea: Int128 = 0
    /// The observed time of each show, summed, in milliseconds.
    var span: Int64 = 0
    /// From the start of each show with counts to its end, or to its last count, summed.
    var whole: Int64 = 0

    /// The time-weighted mean; `nil` unless some show has two counts.
    ///
    /// Over several shows it is a ratio of sums, never a mean of means.
    var average: Decimal? {
      guard span > 0 else { return nil }
      return Decimal(micros: roundedQuotient(twiceArea * 1_000_000, 2 * Int128(span)))
    }

    fileprivate mutating func add(_ counts: AudienceTotals, of event: Event) {
      shows += 1
      latest += Int128(counts.latest)
      largest = max(largest, counts.latest)
      guard counts.metric.kind == .gauge else { return }
      let found = Peak(count: counts.peak, event: event.key, at: counts.peakAt)
      if peak.map(found.isHigher(than:)) ?? true { peak = found }
      twiceArea += Int128(counts.observedTwiceArea)
      span += counts.observedSpan
      let end = max(event.endsAt ?? counts.lastAt, counts.lastAt)
      whole += end.milliseconds - min(event.startsAt, counts.firstAt).milliseconds
    }
  }

  /// A list, because there are few metrics and it is faster than a dictionary.
  private var sums: [(metric: Metric, sum: Sum)] = []

  init(_ shows: some Sequence<EventTotals>) {
    for show in shows {
      for counts in show.audience {
        let index =
          sums.firstIndex { $0.metric == counts.metric }
          ?? {
            sums.append((counts.metric, Sum()))
            return sums.endIndex - 1
          }()
        sums[index].sum.add(counts, of: show.event)
      }
    }
  }

  /// The summed counts of a metric; `nil` if no show has any.
  subscript(metric: Metric) -> Sum? { sums.first { $0.metric == metric }?.sum }
}
