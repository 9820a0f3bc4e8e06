import LedgerCore

/// A readiness as text for a terminal.
struct TextReadiness {
  private let readiness: Readiness
  private let hints: Hints

  init(_ readiness: Readiness, _ hints: Hints) {
    self.readiness = readiness
    self.hints = hints
  }

  var text: String { [heading, criteria, reasons].joined(separator: "\n") }

  private var heading: String {
    let policy = readiness.policy
    let entry = readiness.book.lastEntry.map { "entry \($0.number)" } ?? "an empty book"
    return
      "\(readiness.market.name) (\(readiness.market.code)): \(ReadinessText.headline(readiness))\n"
      + "policy \(quoted(policy.name)), version \(policy.version); as of \(entry)\n"
      + readiness.remarks.map { "\($0)\n" }.joined()
  }

  private var criteria: String {
    let rows = readiness.findings.map { finding -> [String] in
      let criterion = finding.criterion
      return [
        "  \(criterion.measure.rawValue)", ReadinessText.value(finding),
        ReadinessText.interval(finding), ReadinessText.threshold(criterion),
        finding.isReasonToStop ? "stop" : finding.result.rawValue, finding.basis,
      ]
    }
    return TextTable.aligned(
      [["", "value", "95 % interval", "threshold", "", "evidence"]] + rows,
      right: [false, true, true, true, false, false])
  }

  private var reasons: String {
    let changes = ReadinessText.changes(readiness, hints)
    return "Decided by: "
      + readiness.deciding.map(\.criterion.measure.rawValue).joined(separator: ", ") + "\n"
      + (changes.isEmpty
        ? "" : "What would change the verdict\n" + changes.map { "  \($0)\n" }.joined())
  }
}

/// The wording of a readiness, the same in every format.
enum ReadinessText {
  static func headline(_ readiness: Readiness) -> String {
    readiness.isWithoutData ? "wait: not enough data" : readiness.verdict.rawValue
  }

  static func value(_ finding: ReadinessFinding) -> String {
    if let value = finding.value { return number(value, finding.criterion) }
    if let least = finding.atLeast { return "≥ " + number(least, finding.criterion) }
    return finding.atMost.map { "≤ " + number($0, finding.criterion) } ?? TextTable.missing
  }

  static func interval(_ finding: ReadinessFinding) -> String {
    guard let interval = finding.interval, interval.lower < interval.upper else { return "" }
    return "\(number(interval.lower, finding.criterion)) to "
      + number(interval.upper, finding.criterion)
  }

  static func threshold(_ criterion: ReadinessCriterion) -> String {
    (criterion.measure.isBetterSmall ? "≤ " : "≥ ") + number(criterion.pass, criterion)
  }

  /// What would have to be recorded, or to change, for a different verdict.
  static func changes(_ readiness: Readiness, _ hints: Hints) -> [String] {
    readiness.deciding.compactMap {
      coverage($0, readiness.market, hints) ?? change($0, hints)
    }
  }

  /// What a finding is either way, if shows may have sold nothing, and how to know that.
  private static func coverage(
    _ finding: ReadinessFinding, _ market: Market, _ hints: Hints
  ) -> String? {
    guard finding.result == .notEnoughData, let doubt = finding.doubt else { return nil }
    func text(_ value: Double?) -> String {
      value.map { number($0, finding.criterion) } ?? TextTable.missing
    }
    let shows = doubt.shows
    return "\(finding.criterion.measure.rawValue): \(text(doubt.ifUnsold)) if the \(shows.shows) "
      + "show\(shows.shows == 1 ? "" : "s") of unknown sales sold nothing, "
      + "\(text(doubt.overKnown)) over the others: "
      + shows.remedies(hints, market).joined(separator: "; ")
  }

  private static func change(_ finding: ReadinessFinding, _ hints: Hints) -> String? {
    let name = finding.criterion.measure.rawValue
    switch finding.result {
    case .pass: return nil
    case .fail:
      let subject = finding.interval == nil ? "the value" : "the whole interval"
      return "\(name): \(subject) would have to be \(threshold(finding.criterion)) "
        + "(\(value(finding)) now)"
    case .notEnoughData:
      guard finding.interval != nil else {
        let criterion = finding.criterion.measure
        return finding.value == nil || !criterion.isOverShows
          ? "\(name): record \(hints.evidence(criterion))"
          : "\(name): too few shows to tell how they differ: \(finding.basis) "
            + "(at least \(Bootstrap.fewestShows) shows are needed)"
      }
      guard let factor = finding.dataNeeded else {
        return "\(name): the value equals the threshold; more data would show on which side it lies"
      }
      let times = factor < 1_000_000 ? Decimal(nearest: factor).grouped(decimals: 1) : "1,000,000"
      let (data, quantity) = words(finding.criterion.measure)
      return
        "\(name): a decision needs \(factor < 1_000_000 ? "about" : "more than") \(times) times as "
        + "many \(data) (\(Decimal(nearest: finding.size).grouped(decimals: 0)) now) if the "
        + "\(quantity) stays the same"
    }
  }

  /// What a measure counts as evidence, and what it computes from it.
  private static func words(
    _ measure: ReadinessCriterion.Measure
  ) -> (data: String, quantity: String) {
    switch measure {
    case .audience, .clickToOrder, .gmvPerHour, .gmvTrend, .refundRate: ("shows", "value")
    case .creatorRetention: ("creators", "share")
    case .targetAttainment: ("targets", "share")
    case .awareness, .adoption: ("answers", "share")
    }
  }

  static func number(_ number: Double, _ criterion: ReadinessCriterion) -> String {
    let decimal = Decimal(nearest: number)
    switch criterion.measure {
    case .audience: return decimal.grouped(decimals: 1)
    case .gmvPerHour: return decimal.grouped(decimals: 2)
    case .gmvTrend: return "× " + decimal.grouped(decimals: 2)
    default:
      let percent = Decimal(micros: decimal.micros * 100)
      return percent.grouped(decimals: percent.micros.magnitude < 1_000_000 ? 2 : 1) + " %"
    }
  }
}

extension UnknownSales {
  /// What would make the sales known, and how.
  fileprivate func remedies(_ hints: Hints, _ market: Market) -> [String] {
    reasons.map { reason in
      let days = first == last ? "of \(first)" : "from \(first) to \(last)"
      let remedy =
        switch reason {
        case .notCovered: "record that the sales \(days) are complete, if they are"
        case .sourceNotCovered(let source):
          "record that the sales of \(source) \(days) are complete, if they are"
        case .creditedToNone: "\(reason); credit them to shows"
        }
      return remedy + (hints.know(market, self, reason).map { " (\($0))" } ?? "")
    }
  }
}
