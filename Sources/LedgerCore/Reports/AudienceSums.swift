/// The counts of some shows, added up metric by metric.
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

  /// What the counts of one metric come to.
  struct Sum {
    /// How many shows have at least one count.
    var shows = 0
    /// The latest counts, added up.
    var latest: Int128 = 0
    /// The largest of the latest counts.
    var largest: Int64 = 0
    var peak: Peak?
    /// Twice the area under the curves by the trapezoidal rule, in counts × milliseconds.
    var twiceArea: Int128 = 0
    /// From each first count to each last, in milliseconds.
    var span: Int64 = 0

    /// The time-weighted mean: over several shows a ratio of sums, never a mean of means; `nil`
    /// unless some show has two counts.
    var average: Decimal? {
      guard span > 0 else { return nil }
      return Decimal(micros: roundedQuotient(twiceArea * 1_000_000, 2 * Int128(span)))
    }

    fileprivate mutating func add(_ counts: AudienceTotals, of event: EventKey) {
      shows += 1
      latest += Int128(counts.latest)
      largest = max(largest, counts.latest)
      guard counts.metric.kind == .gauge else { return }
      let found = Peak(count: counts.peak, event: event, at: counts.peakAt)
      if peak.map(found.isHigher(than:)) ?? true { peak = found }
      twiceArea += Int128(counts.twiceArea)
      span += counts.span
    }
  }

  /// There are few metrics, so that a list is faster than a dictionary.
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
        sums[index].sum.add(counts, of: show.event.key)
      }
    }
  }

  /// What the counts of a metric come to; `nil` where no show has any.
  subscript(metric: Metric) -> Sum? { sums.first { $0.metric == metric }?.sum }
}
