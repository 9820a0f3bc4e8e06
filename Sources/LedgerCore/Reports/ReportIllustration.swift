/// What a page shows of a market in addition to its report.
public struct ReportIllustration: Equatable, Sendable {
  /// Whether the market is ready.
  public let readiness: Readiness
  /// The audience curves of the newest listed shows that have one, thinned.
  public let curves: [EventKey: AudienceCurve]
  /// The periods of time that ``overTime`` is grouped by.
  public let cut: Cut
  /// The report's figures over time.
  public let overTime: [ReportGroup]

  /// How many shows have their audience drawn, at most.
  public static let showLimit = 12
  /// How many counts of one show are drawn, at most.
  public static let pointLimit = 300

  /// Creates an illustration of a market.
  public init(
    readiness: Readiness, curves: [EventKey: AudienceCurve], cut: Cut, overTime: [ReportGroup]
  ) {
    self.readiness = readiness
    self.curves = curves
    self.cut = cut
    self.overTime = overTime
  }

  /// Reads the illustration of a report from a ledger.
  ///
  /// Figures over time are by month, unless the report itself is grouped by time.
  /// - Throws: ``LedgerError`` if the ledger cannot answer.
  public init(
    of report: MarketReport, in ledger: any LedgerRepository, by policy: ReadinessPolicy,
    book: Report.Book
  ) throws(LedgerError) {
    var question = report.question
    if question.asOf != nil, let last = book.lastEntry {
      // A past state of the book is judged by the time of its last entry.
      question.now = last.draft.recordedAt
    }
    readiness = try Readiness(
      of: report.market, in: ledger, by: policy,
      ReportQuestion(
        period: question.period, asOf: question.asOf, now: question.now,
        refundDays: question.refundDays, bootstrap: question.bootstrap),
      book: book)
    var curves: [EventKey: AudienceCurve] = [:]
    let shown = report.lines.filter { $0.figures.count(.peakConcurrent) != nil }.prefix(
      Self.showLimit)
    for line in shown {
      curves[line.event.key] = try ledger.curve(of: line.event.key, asOf: question.asOf)
        .thinned(to: Self.pointLimit)
    }
    self.curves = curves
    if let cut = report.question.cut, cut.isStretch {
      self.cut = cut
      // A chart over time is in chronological order.
      overTime = report.groups.sorted { $0.key < $1.key }
    } else {
      cut = .month
      question = report.question
      question.cut = .month
      question.sort = nil
      overTime = try MarketReport(of: report.market, in: ledger, question).groups
    }
  }
}

extension Cut {
  /// Whether its groups are periods of time that follow each other.
  var isStretch: Bool { isOfTime && self != .weekday && self != .hour }
}
