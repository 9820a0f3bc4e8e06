extension MarketReport {
  /// What a report on a market is asked for.
  public struct Request: Equatable, Sendable {
    /// The days that the report covers.
    public var period: ReportPeriod
    /// The shows that the report covers.
    public var filter: EventFilter
    /// What the report is grouped by; `nil` for no groups.
    public var grouping: Grouping?
    /// The period that refunds belong to.
    public var refunds: RefundDating
    /// The rule that credits sales without an event to one; `nil` for none.
    public var credit: CreditRule?
    /// The currency that all amounts are converted to; `nil` to keep currencies separate.
    public var currency: Currency?
    /// The last entry that counts; `nil` for all.
    public var asOf: Int64?
    /// The current time: shows whose refund window is still open are provisional.
    public var now: Instant
    /// How many days after a show its refunds may arrive.
    public var refundDays: Int64
    /// How shows are resampled for the intervals over shows.
    public var bootstrap: Bootstrap
    /// How many events to list at most; `nil` for all.
    public var limit: Int?
    /// The metric by which the groups are sorted, largest first; `nil` for their own order.
    public var sort: ReportMetric?

    /// Whether the report is compared with that on another period.
    public var isCompared = false
    /// The settings of the book that decided what the request left open.
    public var settings: [SettingRecord] = []

    /// The default number of days after a show in which its refunds may arrive.
    ///
    /// This is the longest of the refund windows in use: 24 hours, 7, 14 and 30 days.
    public static let refundDays: Int64 = 30

    /// Creates a report request.
    public init(
      period: ReportPeriod, filter: EventFilter = EventFilter(), grouping: Grouping? = nil,
      refunds: RefundDating = .processed, credit: CreditRule? = nil, currency: Currency? = nil,
      asOf: Int64? = nil,
      now: Instant, refundDays: Int64 = Request.refundDays,
      bootstrap: Bootstrap = Bootstrap(seed: 1), limit: Int? = nil, sort: ReportMetric? = nil
    ) {
      self.period = period
      self.filter = filter
      self.grouping = grouping
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

    /// The request for the totals that the report is computed from.
    public func totals(of market: Market.Code) -> TotalsRequest {
      TotalsRequest(
        market: market, period: period.range, sales: grain, products: grouping == .product,
        names: filter.isOfNames || grouping == .brand || grouping == .creator, asOf: asOf,
        credit: credit, refunds: refunds, bases: true,
        channels: grouping == .channel)
    }

    private var grain: TotalsRequest.SaleGrain {
      // A movement is converted at the exchange rate of its day, and a show's are of many days.
      if currency != nil { return .eventQuarters }
      if refunds == .processed, !filter.isAll || grouping?.isOfShows ?? false {
        return .eventQuarters
      }
      // Changes are estimated from days.
      if isCompared, grouping != .hour { return .groups(of: .day, in: period.zone) }
      if let grouping, grouping.isOfTime { return .groups(of: grouping, in: period.zone) }
      return .sums
    }

    /// Whether a show's refunds may still arrive.
    func isProvisional(_ show: Event) -> Bool {
      let end = (show.endsAt ?? show.startsAt).milliseconds
      return Int128(now.milliseconds) < Int128(end) + Int128(refundDays) * 86_400_000
    }
  }
}
