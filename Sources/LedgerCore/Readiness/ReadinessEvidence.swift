/// What is known about a market, as far as it matters for readiness.
public struct ReadinessEvidence: Sendable {
  /// The last shows, newest first.
  public let shows: [EventTotals]
  /// Those of them whose refund window is over.
  public let settledShows: [EventTotals]
  /// The memberships of the market's programme.
  public let memberships: [Membership]
  /// How far its targets were reached.
  public let targets: [TargetStanding]
  /// The latest survey of awareness.
  public let awareness: Survey?
  /// The latest survey of adoption.
  public let adoption: Survey?
  /// The current day in the market's time zone.
  public let today: CalendarDay
  /// The time zone that decides the days of shows.
  public let zone: TimeZone

  /// Creates the evidence on a market.
  public init(
    shows: [EventTotals], settledShows: [EventTotals], memberships: [Membership],
    targets: [TargetStanding], awareness: Survey?, adoption: Survey?, today: CalendarDay,
    zone: TimeZone = .utc
  ) {
    self.shows = shows
    self.settledShows = settledShows
    self.memberships = memberships
    self.targets = targets
    self.awareness = awareness
    self.adoption = adoption
    self.today = today
    self.zone = zone
  }

  /// How long a creator has to stay to count as retained, in months.
  private static let retentionMonths = 3

  /// Judges a criterion by the evidence.
  ///
  /// Where it is not known whether shows sold anything, it is judged twice: by the other shows, and
  /// as if these had sold nothing. Where no show has order lines, it is judged by what platforms
  /// report.
  public func finding(
    _ criterion: ReadinessCriterion, in currency: Currency, bootstrap: Bootstrap
  ) -> ReadinessFinding {
    let reported = findingOfReported(criterion, in: currency, bootstrap: bootstrap)
    if let reported { return reported }
    let known = findingOfKnown(criterion, in: currency, bootstrap: bootstrap)
    guard criterion.measure.isOfSales, let unsold = unsold(in: currency, of: criterion.measure)
    else { return known }
    let other = unsold.evidence.findingOfKnown(criterion, in: currency, bootstrap: bootstrap)
    return ReadinessFinding(known, unlessUnsold: unsold.shows, then: other)
  }

  private func findingOfKnown(
    _ criterion: ReadinessCriterion, in currency: Currency, bootstrap: Bootstrap
  ) -> ReadinessFinding {
    switch criterion.measure {
    case .audience:
      overShows(criterion, shows, bootstrap) { show in
        show.audience(.concurrent).flatMap {
          $0.observedSpan > 0
            ? (Double($0.observedTwiceArea) / 2, Double($0.observedSpan)) : nil
        }
      }
    case .clickToOrder: clickToOrder(criterion, bootstrap)
    case .gmvPerHour:
      overShows(criterion, shows, bootstrap) { Self.gmvPerHour($0, currency) }
    case .gmvTrend:
      trend(criterion, shows.compactMap { Self.gmvPerHour($0, currency) }, bootstrap)
    case .refundRate:
      overShows(criterion, settledShows, bootstrap) { show in
        Self.refunds(show, currency)
      }
    case .creatorRetention: retention(criterion)
    case .targetAttainment: attainment(criterion)
    case .awareness: survey(criterion, awareness)
    case .adoption: survey(criterion, adoption)
    }
  }

  typealias Parts = (above: Double, below: Double)

  /// Gross in units of the currency, and hours; `nil` if either is unknown.
  static func gmvPerHour(_ show: EventTotals, _ currency: Currency) -> Parts? {
    guard let gross = show.gross(in: currency), let duration = show.event.duration
    else { return nil }
    return (Double(gross) / 1_000_000, Double(duration) / 3_600_000)
  }

  private func overShows(
    _ criterion: ReadinessCriterion, _ shows: [EventTotals], _ bootstrap: Bootstrap,
    _ parts: (EventTotals) -> Parts?
  ) -> ReadinessFinding {
    overShows(criterion, shows.compactMap(parts), bootstrap)
  }

  func overShows(
    _ criterion: ReadinessCriterion, _ known: [Parts], _ bootstrap: Bootstrap,
    by source: String = ""
  ) -> ReadinessFinding {
    let (above, below) = known.reduce((0, 0)) { ($0.0 + $1.above, $0.1 + $1.below) }
    return ReadinessFinding(
      criterion, value: below > 0 ? above / below : nil,
      interval: bootstrap.intervals(of: [known.map { $0 }])[0],
      basis: Self.count(known.count, "show") + source, size: Double(known.count))
  }

  private func clickToOrder(
    _ criterion: ReadinessCriterion, _ bootstrap: Bootstrap
  ) -> ReadinessFinding {
    let known = shows.filter { !$0.isOfUnknownSales }
    return clickToOrder(criterion, known, bootstrap)
  }

  func clickToOrder(
    _ criterion: ReadinessCriterion, _ shows: [EventTotals], _ bootstrap: Bootstrap,
    by source: String = ""
  ) -> ReadinessFinding {
    let figure = FigureSet([.ordersPerClick], shows: shows, sales: [], bootstrap: bootstrap)
      .figure(.ordersPerClick)
    let count = figure?.shows ?? 0
    // Clicks of one show are not independent, so fewer than five shows say too little.
    return ReadinessFinding(
      criterion, value: figure?.number,
      interval: figure?.intervalOverShows == nil ? nil : figure?.cautiousInterval,
      basis: "\(Self.count(count, "show")), \(grouped(figure?.trials ?? 0)) clicks" + source,
      size: Double(count))
  }

  func trend(
    _ criterion: ReadinessCriterion, _ known: [Parts], _ bootstrap: Bootstrap,
    by source: String = ""
  ) -> ReadinessFinding {
    let newer = Array(known.prefix(known.count / 2))
    let older = Array(known.suffix(known.count / 2))
    let ratio = bootstrap.ratio(of: newer, to: older)
    return ReadinessFinding(
      criterion, value: ratio?.value, interval: ratio?.interval,
      basis: "\(newer.count) newer and \(older.count) older shows" + source,
      size: Double(known.count))
  }

  private func retention(_ criterion: ReadinessCriterion) -> ReadinessFinding {
    var (asked, stayed): (Int64, Int64) = (0, 0)
    for creator in memberships.byCreator {
      guard let mark = creator.firstJoined.adding(months: Self.retentionMonths), mark <= today
      else { continue }
      asked += 1
      if creator.isActive(on: mark) { stayed += 1 }
    }
    return ReadinessFinding(
      criterion, value: asked > 0 ? Double(stayed) / Double(asked) : nil,
      interval: Interval.wilson(successes: stayed, trials: asked),
      basis: Self.count(Int(asked), "creator"), size: Double(asked))
  }

  private func attainment(_ criterion: ReadinessCriterion) -> ReadinessFinding {
    let over = targets.filter(\.isOver)
    let known = over.filter { $0.state != .unknown }
    // A target of 0 has no attainment; it is reached in full or not at all.
    let least = known.map { $0.attainment ?? ($0.state == .met ? 1 : 0) }.min()
    let unknown = over.count - known.count
    return ReadinessFinding(
      criterion, value: least,
      // Counted, not estimated; one that is not known may be the worst.
      interval: least.map { Interval(lower: unknown > 0 ? 0 : $0, upper: $0) },
      basis: Self.count(over.count, "target") + " whose period is over"
        + (unknown > 0 ? ", \(grouped(Int64(unknown))) of them not known" : ""),
      size: Double(over.count))
  }

  private func survey(_ criterion: ReadinessCriterion, _ survey: Survey?) -> ReadinessFinding {
    let answer = survey?.positive
    let share = answer.flatMap { survey?.share(of: $0) }
    return ReadinessFinding(
      criterion, value: share.map { Double($0.micros) / 100_000_000 },
      interval: answer.flatMap { survey?.interval(of: $0) },
      basis: survey.map { survey in
        let asked = survey.sampleSize.map { "\(grouped($0)) people asked" } ?? "no sample size"
        let counted = answer == nil ? ", not stated which answer counts" : ""
        return "\(survey.date), \(survey.source), \(asked)\(counted)"
      } ?? "no survey", size: Double(survey?.sampleSize ?? 0))
  }

  private static func count(_ number: Int, _ thing: String) -> String {
    "\(grouped(Int64(number))) \(thing)\(number == 1 ? "" : "s")"
  }
}
