/// What a page shows of a market beside its report.
public struct ReportIllustration: Equatable, Sendable {
  /// Whether the market is ready.
  public let readiness: Readiness
  /// The audience of the newest listed shows that have one, thinned.
  public let curves: [EventKey: AudienceCurve]
  /// The stretches of time by which ``overTime`` is cut.
  public let cut: Cut
  /// The report's figures over time.
  public let overTime: [ReportGroup]

  /// The most shows whose audience is drawn.
  public static let showLimit = 12
  /// The most counts of one show that are drawn.
  public static let pointLimit = 300

  /// Makes an illustration.
  public init(
    readiness: Readiness, curves: [EventKey: AudienceCurve], cut: Cut, overTime: [ReportGroup]
  ) {
    self.readiness = readiness
    self.curves = curves
    self.cut = cut
    self.overTime = overTime
  }

  /// Asks a ledger for what belongs to a report, by month unless the report is cut by time itself.
  ///
  /// - Throws: ``LedgerError``
  public init(
    of report: MarketReport, in ledger: any LedgerRepository, by policy: ReadinessPolicy,
    book: Report.Book
  ) throws(LedgerError) {
    var question = report.question
    if question.asOf != nil, let last = book.lastEntry {
      // What was known in the past is judged by the clock of the past.
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
      // A picture of time is in the order of time.
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
  /// Whether its groups are stretches of time that follow on each other.
  var isStretch: Bool { isOfTime && self != .weekday && self != .hour }
}
