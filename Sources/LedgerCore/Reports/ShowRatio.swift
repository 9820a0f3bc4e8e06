/// A ratio over shows: the sums of its two parts over the shows that have both.
struct ShowRatio {
  let currency: Currency?
  /// How many shows have both.
  let shows: Int
  let above: Int128
  let below: Int128
  /// The denominator of other shows, of which it is not known whether they sold anything.
  let unknown: (shows: Int, below: Int128)
  /// What each show adds to the two parts; `nil` if it lacks one.
  let columns: [(above: Double, below: Double)?]
  let times: Int128
  /// Whether the numerator is in millionths, as reported numbers are.
  let isInMillionths: Bool

  init(
    _ part: ShowPart, per: ShowPart, times: Int128, over shows: [EventTotals],
    in currency: Currency?
  ) {
    var sums: (above: Int128, below: Int128) = (0, 0)
    var unknown: (shows: Int, below: Int128) = (0, 0)
    let factor = Double(times) / 1_000_000
    columns = shows.map { show in
      guard let below = per.value(show, in: currency) else { return nil }
      guard let above = part.value(show, in: currency) else {
        if part.isOfSales, show.isOfUnknownSales {
          unknown = (unknown.shows + 1, unknown.below + below)
        }
        return nil
      }
      sums.above += above
      sums.below += below
      return (above.rounded * factor, below.rounded)
    }
    (above, below) = sums
    self.unknown = unknown
    self.shows = columns.count { $0 != nil }
    self.times = times
    self.currency = currency
    isInMillionths = if case .reported = part { true } else { false }
  }
}
