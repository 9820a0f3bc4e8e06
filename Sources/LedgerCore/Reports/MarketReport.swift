/// What a market's shows came to: a value, which renderings show.
public struct MarketReport: Equatable, Sendable {
  /// An event as a report lists it, with all that was ever counted of it or credited to it.
  public struct Line: Equatable, Sendable {
    /// The event.
    public let event: Event
    /// Its audience.
    public let audience: AudienceFigures
    /// The sales credited to it, by currency.
    public let sales: [SaleFigures]
    /// What platforms reported of it last; never added to the sales.
    public let reported: [ReportedFigure]
  }

  /// The market's sales of one currency that are dated in the period.
  public struct Sales: Equatable, Sendable {
    /// All of them.
    public let all: SaleFigures
    /// Those credited to an event; an order counts where its earliest line is.
    public let credited: SaleFigures
    /// Those credited to none.
    public let uncredited: SaleFigures
  }

  /// The market.
  public let market: Market
  /// The days that it is about.
  public let period: ReportPeriod
  /// How many events start in the period.
  public let eventCount: Int
  /// The newest of them.
  public let lines: [Line]
  /// The audience of all of them.
  public let audience: AudienceFigures
  /// The sales, by currency; empty where none are recorded.
  public let sales: [Sales]
  /// What is not known, in sentences.
  public let missing: [String]

  /// Draws up a report.
  ///
  /// `limit`: the most events to list; `nil` for all.
  public init(market: Market, period: ReportPeriod, totals: MarketTotals, limit: Int?) {
    self.market = market
    self.period = period
    eventCount = totals.events.count
    lines = totals.events.prefix(limit ?? .max).map { event in
      Line(
        event: event.event, audience: AudienceFigures([event]),
        sales: event.sales.map(SaleFigures.init), reported: ReportedFigure.figures(event))
    }
    audience = AudienceFigures(totals.events)
    sales = Self.sales(totals)
    missing = MissingFacts(totals, audience: audience).sentences
  }

  private static func sales(_ totals: MarketTotals) -> [Sales] {
    let currencies = Set((totals.credited + totals.uncredited).map(\.currency))
    return currencies.sorted { $0.code < $1.code }.map { currency in
      let none = SaleTotals(currency: currency)
      let credited = totals.credited.first { $0.currency == currency } ?? none
      let uncredited = totals.uncredited.first { $0.currency == currency } ?? none
      return Sales(
        all: SaleFigures(credited + uncredited), credited: SaleFigures(credited),
        uncredited: SaleFigures(uncredited))
    }
  }
}
