/// What a market's shows came to: a value, which renderings show.
public struct MarketReport: Equatable, Sendable {
  /// An event as a report lists it, with all that was ever counted of it or credited to it.
  public struct Line: Equatable, Sendable {
    /// The event; without its brands and creators, unless the question was of those.
    public let event: Event
    /// The sales credited to it, by currency.
    public let sales: [SaleFigures]
    /// What platforms reported of it last; never added to the sales.
    public let reported: [ReportedFigure]
    /// Its metrics.
    public let figures: FigureSet
    /// Its refunds may still come.
    public let isProvisional: Bool
  }

  /// The market's sales of one currency.
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
  /// What was asked.
  public let question: ReportQuestion
  /// How many events start in the period.
  public let eventCount: Int
  /// How many of them may still see refunds.
  public let provisional: Int
  /// The newest of them.
  public let lines: [Line]
  /// The sales, by currency; empty where none are recorded.
  public let sales: [Sales]
  /// All metrics of all of them.
  public let figures: FigureSet
  /// How numbers that are skewed differ from show to show.
  public let spreads: [ShowSpread]
  /// The groups of the cut.
  public let groups: [ReportGroup]
  /// How far the targets were reached whose period touches that of the report.
  public let targets: [TargetStanding]
  /// By which rates amounts were converted; `nil` where currencies stay apart.
  public let conversion: ReportConversion?
  /// What is not known, in sentences.
  public let missing: [String]

  /// The days that it is about.
  public var period: ReportPeriod { question.period }

  /// Computes a report.
  ///
  /// `totals`: the answer to ``ReportQuestion/totals(of:)``.
  /// `rates`: what converts them, where the question wants one currency.
  public init(
    market: Market, question: ReportQuestion, totals given: MarketTotals,
    rates: ExchangeRates? = nil, targets: [TargetStanding] = []
  ) {
    self.market = market
    self.question = question
    self.targets = targets
    let converted = question.currency.map {
      ConvertedTotals(
        given, to: $0, by: rates ?? ExchangeRates([]), zone: question.period.zone)
    }
    conversion = converted?.conversion
    let totals = converted?.totals ?? given
    let shows =
      question.filter.isAll
      ? totals.events : totals.events.filter { question.filter.matches($0.event) }
    let dated = DatedSales(question, totals, shows: shows)
    eventCount = shows.count
    provisional = shows.count { question.isProvisional($0.event) }
    lines = shows.prefix(question.limit ?? .max).map { show in
      Line(
        event: show.event, sales: show.sales.map(SaleFigures.init),
        reported: ReportedFigure.figures(show),
        figures: FigureSet(shows: [show], sales: show.sales),
        isProvisional: question.isProvisional(show.event))
    }
    sales = Self.sales(dated)
    figures = FigureSet(shows: shows, sales: dated.all, bootstrap: question.bootstrap)
    spreads = ShowSpread.spreads(shows)
    groups = ReportGroup.groups(question, shows: shows, sales: dated, totals: totals)
    missing = MissingFacts(shows, hasSales: !dated.all.isEmpty).sentences
  }

  private static func sales(_ sales: DatedSales) -> [Sales] {
    sales.all.map { all in
      func part(_ totals: [SaleTotals]) -> SaleFigures {
        SaleFigures(
          totals.first { $0.currency == all.currency } ?? SaleTotals(currency: all.currency))
      }
      return Sales(
        all: SaleFigures(all), credited: part(sales.credited), uncredited: part(sales.uncredited))
    }
  }
}
