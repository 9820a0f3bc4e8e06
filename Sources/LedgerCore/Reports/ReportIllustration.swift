/// What a page shows of a market in addition to its report.
public struct ReportIllustration: Equatable, Sendable {
  /// Whether the market is ready.
  public let readiness: Readiness
  /// The audience curves of the newest listed shows that have one, thinned.
  public let curves: [EventKey: AudienceCurve]
  /// The periods of time that ``overTime`` is grouped by.
  public let grouping: Grouping
  /// The report's figures over time.
  public let overTime: [ReportGroup]

  /// How many shows have their audience drawn, at most.
  public static let showLimit = 12
  /// How many counts of one show are drawn, at most.
  public static let pointLimit = 300

  /// Creates an illustration of a market.
  public init(
    readiness: Readiness, curves: [EventKey: AudienceCurve], grouping: Grouping,
    overTime: [ReportGroup]
  ) {
    self.readiness = readiness
    self.curves = curves
    self.grouping = grouping
    self.overTime = overTime
  }

  /// Reads the illustration of a report from a ledger.
  ///
  /// Figures over time are by month, unless the report itself is grouped by time.
  /// - Throws: ``LedgerError`` if the ledger cannot answer.
  public init(
    of report: MarketReport, in ledger: any Ledger, by policy: ReadinessPolicy,
    book: Report.Book
  ) throws(LedgerError) {
    let request = report.request
    readiness = try Readiness(
      of: report.market, in: ledger, by: policy,
      MarketReport.Request(
        period: request.period, credit: request.credit, asOf: request.asOf, now: request.now,
        refundDays: request.refundDays, bootstrap: request.bootstrap),
      book: book)
    var curves: [EventKey: AudienceCurve] = [:]
    let shown = report.lines.filter { $0.figures.count(.peakConcurrent) != nil }.prefix(
      Self.showLimit)
    for line in shown {
      curves[line.event.key] = try ledger.curve(of: line.event.key, asOf: request.asOf)
        .thinned(to: Self.pointLimit)
    }
    self.curves = curves
    if let grouping = report.request.grouping, grouping.isStretch {
      self.grouping = grouping
      // A chart over time is in chronological order.
      overTime = report.groups.sorted { $0.key < $1.key }
    } else {
      grouping = .month
      var byMonth = request
      byMonth.grouping = .month
      byMonth.sort = nil
      byMonth.isCompared = false
      overTime = try MarketReport(of: report.market, in: ledger, byMonth).groups
    }
  }
}

extension Grouping {
  /// Whether its groups are periods of time that follow each other.
  var isStretch: Bool { isOfTime && self != .weekday && self != .hour }
}
