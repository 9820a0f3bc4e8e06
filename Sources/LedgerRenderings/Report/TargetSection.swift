import LedgerCore

/// A table of targets and what was reached.
struct TargetSection {
  let text: String

  static let heading = ["", "", "actual", "target", "attained", "pace", ""]

  init(_ targets: [TargetStanding], _ width: Int?) {
    let rows = Self.rows(targets).map { ["  \($0[0])"] + $0.dropFirst() }
    text =
      rows.isEmpty
      ? ""
      : "Targets\n"
        + TextTable.aligned(
          [Self.heading] + rows, right: [false, false, true, true, true, true, false], names: 2,
          width: width)
  }

  static func rows(_ targets: [TargetStanding]) -> [[String]] {
    let missing = TextTable.missing
    return targets.map { standing in
      let target = standing.target
      return [
        target.event?.description ?? target.period?.description ?? missing,
        target.metric.title, standing.actual.map(FigureText.value) ?? missing,
        amount(target), standing.attainment.map(percent) ?? missing,
        standing.pace.map(percent) ?? "", standing.state.rawValue,
      ]
    }
  }

  private static func amount(_ target: Target) -> String {
    (target.isCeiling ? "≤ " : "") + value(target)
  }

  private static func value(_ target: Target) -> String {
    switch target.amount {
    case .money(let money): "\(money.shownText) \(money.currency.code)"
    case .number(let number):
      target.metric.unit == .share
        ? Decimal(micros: number.micros * 100).grouped(decimals: 1) + " %"
        : number.micros.isMultiple(of: 1_000_000) ? number.grouped(decimals: 0) : number.text()
    }
  }

  /// A share in percent, never rounded to 100 % if it is not.
  static func percent(_ share: Double) -> String {
    let percent = Decimal(nearest: share * 100)
    let whole = Decimal(micros: 100_000_000)
    let decimals = (0..<6).first { (percent.rounded(decimals: $0) == whole) == (percent == whole) }
    return percent.grouped(decimals: decimals ?? 6) + " %"
  }
}
