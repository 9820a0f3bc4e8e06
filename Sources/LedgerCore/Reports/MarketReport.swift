/// The results of a market's shows, as a value that renderings show.
public struct MarketReport: Equatable, Sendable {
  /// An event that a report lists, with everything ever counted for it or credited to it.
  public struct Line: Equatable, Sendable {
    /// The event; without its brands and creators, unless the report request needs them.
    public let event: Event
    /// The sales credited to it, by currency.
    public let sales: [SaleFigures]
    /// The latest totals that platforms reported for it; never added to the sales.
    public let reported: [ReportedFigure]
    /// Its metrics.
    public let figures: FigureSet
    /// Whether its refunds may still arrive.
    public let isProvisional: Bool
  }

  /// The market's sales in one currency.
  public struct Sales: Equatable, Sendable {
    /// All sales.
    public let all: SaleFigures
    /// Sales credited to an event; an order counts where its earliest line is.
    public let credited: SaleFigures
    /// Sales credited to no event.
    public let uncredited: SaleFigures
    /// The gross of ``credited`` by why it is; no reason that nothing has.
    public let bases: [CreditBasis: Money]
  }

  /// The market.
  public let market: Market
  /// The report request.
  public let request: MarketReport.Request
  /// How many events start in the period.
  public let eventCount: Int
  /// For how many of them refunds may still arrive.
  public let provisional: Int
  /// The newest of them, up to the limit of the report request.
  public let lines: [Line]
  /// The sales, by currency; empty if none are recorded.
  public let sales: [Sales]
  /// What platforms report of the shows, added up; never added to the sales.
  public let reported: [ReportedSum]
  /// The figures of all shows and sales.
  public let figures: FigureSet
  /// How skewed metrics differ from show to show.
  public let spreads: [ShowSpread]
  /// The groups; empty if the report request does not group.
  public let groups: [ReportGroup]
  /// How far targets were reached, for those whose period overlaps that of the report.
  public let targets: [TargetStanding]
  /// How amounts were converted; `nil` if currencies stay separate.
  public let conversion: ReportConversion?
  /// Where the net differs from what the net of the shows adds up to.
  public let netOfShows: [NetOfShows]
  /// What the figures are made of, if the report is compared.
  let samples: ChangeSamples?
  /// What is not known, one sentence each.
  public let missing: [String]

  /// The days that the report covers.
  public var period: ReportPeriod { request.period }

  /// Computes a report.
  ///
  /// `totals`: the totals that ``MarketReport.Request/totals(of:)`` requests.
  /// `rates`: the exchange rates, if the report request asks for one currency.
  public init(
    market: Market, request: MarketReport.Request, totals given: MarketTotals,
    rates: ExchangeRates? = nil, targets: [TargetStanding] = []
  ) {
    self.market = market
    self.request = request
    self.targets = targets
    let converted = request.currency.map {
      ConvertedTotals(
        given, to: $0, by: rates ?? ExchangeRates([]), zone: request.period.zone)
    }
    conversion = converted?.conversion
    let totals = converted?.totals ?? given
    var shows =
      request.filter.isAll
      ? totals.events : totals.events.filter { request.filter.matches($0.event) }
    let dated = DatedSales(
      request, totals, shows: shows, parts: converted == nil ? 1 : ConvertedTotals.parts)
    if converted != nil { shows = shows.map(ConvertedTotals.rounded) }
    eventCount = shows.count
    provisional = shows.count { request.isProvisional($0.event) }
    lines = shows.prefix(most(request.limit)).map { show in
      Line(
        event: show.event, sales: show.knownSales.map(SaleFigures.init),
        reported: ReportedFigure.figures(show),
        figures: FigureSet(shows: [show], sales: show.knownSales),
        isProvisional: request.isProvisional(show.event))
    }
    sales = Self.sales(dated)
    reported = ReportedSum.sums(shows)
    figures = FigureSet(shows: shows, sales: dated.all, bootstrap: request.bootstrap)
    spreads = ShowSpread.spreads(shows)
    groups = ReportGroup.groups(request, shows: shows, sales: dated)
    netOfShows = NetOfShows.differences(
      shows, dated, isConverted: converted != nil)
    samples = request.isCompared ? ChangeSamples(shows, days: dated.byDay.values) : nil
    missing =
      MissingFacts(
        shows, hasSales: !dated.all.isEmpty,
        unsettled: request.filter.isAll ? totals.unsettled : []
      ).sentences
  }

  private static func sales(_ sales: DatedSales) -> [Sales] {
    sales.all.map { all in
      func part(_ totals: [SaleTotals]) -> SaleFigures {
        SaleFigures(
          totals.first { $0.currency == all.currency } ?? SaleTotals(currency: all.currency))
      }
      let bases = sales.byBasis.compactMapValues { sums in
        sums.first { $0.currency == all.currency && $0.gross != 0 }
          .map { Money(micros: $0.gross, currency: all.currency) }
      }
      return Sales(
        all: SaleFigures(all), credited: part(sales.credited), uncredited: part(sales.uncredited),
        bases: bases)
    }
  }
}
