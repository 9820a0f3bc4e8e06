/// What a reader asks of a market.
public struct ReportQuestion: Equatable, Sendable {
  /// The days that it is about.
  public var period: ReportPeriod
  /// The shows that it is about.
  public var filter: EventFilter
  /// What it is cut by.
  public var cut: Cut?
  /// To which period refunds belong.
  public var refunds: RefundDating
  /// By which rule sales without an event are credited to one.
  public var credit: CreditRule?
  /// The currency into which all amounts are converted; `nil` to keep them apart.
  public var currency: Currency?
  /// The last entry that counts; `nil` for all.
  public var asOf: Int64?
  /// The clock: shows whose refund window is still open are provisional.
  public var now: Instant
  /// How many days after a show its refunds may come.
  public var refundDays: Int64
  /// How shows are drawn anew for the intervals over shows.
  public var bootstrap: Bootstrap
  /// The most events to list; `nil` for all.
  public var limit: Int?
  /// The metric by which the groups are sorted, largest first; `nil` for their own order.
  public var sort: ReportMetric?

  /// How many days after a show its refunds may come, unless something else is said.
  ///
  /// The longest of the windows in use: 24 hours, 7, 14 and 30 days.
  public static let refundDays: Int64 = 30

  /// Makes a question.
  public init(
    period: ReportPeriod, filter: EventFilter = EventFilter(), cut: Cut? = nil,
    refunds: RefundDating = .processed, credit: CreditRule? = nil, currency: Currency? = nil,
    asOf: Int64? = nil,
    now: Instant, refundDays: Int64 = ReportQuestion.refundDays,
    bootstrap: Bootstrap = Bootstrap(seed: 1), limit: Int? = nil, sort: ReportMetric? = nil
  ) {
    self.period = period
    self.filter = filter
    self.cut = cut
    self.refunds = refunds
    self.credit = credit
    self.currency = currency
    self.asOf = asOf
    self.now = now
    self.refundDays = refundDays
    self.bootstrap = bootstrap
    self.limit = limit
    self.sort = sort
  }

  /// The totals that its answer is made of.
  public func totals(of market: Market.Code) -> TotalsQuestion {
    TotalsQuestion(
      market: market, period: period.range, sales: grain, products: cut == .product,
      names: filter.isOfNames || cut == .brand || cut == .creator, asOf: asOf, credit: credit)
  }

  private var grain: TotalsQuestion.SaleGrain {
    // A movement is converted at the rate of its day, and a show's movements have many.
    if currency != nil { return .eventQuarters }
    if refunds == .processed, !filter.isAll || cut?.isOfShows ?? false { return .eventQuarters }
    if let cut, cut.isOfTime { return .groups(of: cut, in: period.zone) }
    return .sums
  }

  /// Whether a show's refunds may still come.
  func isProvisional(_ show: Event) -> Bool {
    let end = (show.endsAt ?? show.startsAt).milliseconds
    return now.milliseconds < end + refundDays * 86_400_000
  }
}
