/// The figures of metrics for some shows and some sales.
public struct FigureSet: Equatable, Sendable {
  private let figures: [ReportMetric: [Figure]]

  /// Computes the figures.
  ///
  /// `shows`: the shows for figures about shows, each with everything credited to it.
  /// `sales`: the sales for figures about sales, by currency.
  /// `bootstrap`: computes the intervals over shows; `nil` for none.
  public init(
    _ metrics: [ReportMetric] = ReportMetric.allCases, shows: [EventTotals], sales: [SaleTotals],
    bootstrap: Bootstrap? = nil
  ) {
    let facts = FigureFacts(shows, sales)
    var rates: [(metric: ReportMetric, rate: ShowRatio)] = []
    var figures: [ReportMetric: [Figure]] = [:]
    for metric in metrics {
      if case .showsRatio(let part, let per, let times) = metric.definition.computation {
        rates += facts.rates(part, per: per, times: times).map { (metric, $0) }
      } else {
        figures[metric] = facts.figures(of: metric)
      }
    }
    let intervals = bootstrap?.intervals(of: rates.map(\.rate.columns))
    for (index, rate) in rates.enumerated() {
      figures[rate.metric, default: []].append(
        Figure(rate.metric, rate.rate, overShows: intervals?[index]))
    }
    self.figures = figures
  }

  /// The figures of a metric: one, or one for each currency.
  public subscript(metric: ReportMetric) -> [Figure] { figures[metric] ?? [] }

  /// The title of a figure's metric, with the currency where the metric has several.
  public func title(of figure: Figure) -> String {
    guard self[figure.metric].count > 1, let currency = figure.currency else {
      return figure.metric.title
    }
    return "\(figure.metric.title) (\(currency.code))"
  }

  /// All figures that have a value or bounds, in the order of the catalogue.
  public var known: [Figure] { ReportMetric.allCases.flatMap { self[$0] }.filter(\.isKnown) }

  /// The number of a metric that is counted and has no currency; `nil` if it is unknown.
  public func count(_ metric: ReportMetric) -> Int64? {
    guard case .count(let count)? = figure(metric)?.value else { return nil }
    return count
  }

  /// The figure of a metric in a currency, or the figure without a currency.
  public func figure(_ metric: ReportMetric, in currency: Currency? = nil) -> Figure? {
    self[metric].first { $0.currency == currency || $0.currency == nil }
  }
}
