/// Advice on what would make a report more precise.
public enum ReportAdvice: Equatable, Sendable {
  /// There are too few shows to tell how they differ.
  case tooFewShows(shows: Int, needed: Int)
  /// An interval extends more than a quarter of its figure to each side; `shows` would halve it.
  ///
  /// `currency`: which of the metric's figures it is; `nil` if there is only one.
  case wideInterval(ReportMetric, currency: Currency?, shows: Int)
}

extension ReportAdvice: CustomStringConvertible {
  /// The advice as a sentence.
  public var description: String {
    switch self {
    case .tooFewShows(let shows, let needed):
      "too few shows to tell how they differ: \(shows) (at least \(needed) are needed)"
    case .wideInterval(let metric, let currency, let shows):
      metric.title + (currency.map { " (\($0.code))" } ?? "")
        + " is uncertain by more than a quarter of its value; four times as many shows "
        + "(\(grouped(Int64(shows)))) would halve its interval"
    }
  }
}

extension MarketReport {
  /// What more data would do, if shows are few or an interval is wide.
  public var advice: [ReportAdvice] {
    if eventCount > 0, eventCount < Bootstrap.fewestShows {
      return [.tooFewShows(shows: eventCount, needed: Bootstrap.fewestShows)]
    }
    return Self.advised.flatMap { figures[$0] }.compactMap { figure in
      guard let number = figure.number, number > 0, let interval = figure.cautiousInterval,
        interval.halfWidth > number / 4
      else { return nil }
      // The width of an interval shrinks with the square root of the data.
      return .wideInterval(
        figure.metric, currency: figures[figure.metric].count > 1 ? figure.currency : nil,
        shows: 4 * (figure.shows ?? eventCount))
    }
  }

  private static let advised: [ReportMetric] = [.gmvPerHour, .ordersPerClick, .buyersPerViewer]
}
