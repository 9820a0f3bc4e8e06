import LedgerCore

/// The numbers of a readiness: what is shown is on the same side of a threshold as the number.
extension ReadinessText {
  private static let mostDecimals = 6

  /// A threshold, with as many decimals as it has.
  static func exact(_ threshold: Double, _ criterion: ReadinessCriterion) -> String {
    let decimal = scaled(Decimal(nearest: threshold), criterion)
    return text(decimal, criterion) { decimal.rounded(decimals: $0) == decimal }
  }

  /// A value, or the end of an interval, with so many decimals that it is not rounded onto or
  /// across a threshold.
  static func bound(_ number: Double, _ criterion: ReadinessCriterion) -> String {
    let thresholds = [criterion.pass, criterion.stop].compactMap(\.self)
    var near = Decimal(nearest: number)
    for threshold in thresholds where number != threshold && near == Decimal(nearest: threshold) {
      near = Decimal(micros: near.micros + (number > threshold ? 1 : -1))
    }
    let decimal = scaled(near, criterion)
    let marks = thresholds.map { scaled(Decimal(nearest: $0), criterion).micros }
    return text(decimal, criterion) { decimals in
      let shown = decimal.rounded(decimals: decimals).micros
      return marks.allSatisfy { ($0 - decimal.micros).signum() == ($0 - shown).signum() }
    }
  }

  /// The text with the fewest decimals, from the usual number on, that are enough.
  private static func text(
    _ decimal: Decimal, _ criterion: ReadinessCriterion, isEnough: (Int) -> Bool
  ) -> String {
    let usual: Int
    var (before, after) = ("", "")
    switch criterion.measure {
    case .audience: usual = 1
    case .gmvPerHour: usual = 2
    case .gmvTrend: (usual, before) = (2, "× ")
    default: (usual, after) = (decimal.micros.magnitude < 1_000_000 ? 2 : 1, " %")
    }
    let decimals = (usual..<mostDecimals).first(where: isEnough) ?? mostDecimals
    return before + decimal.grouped(decimals: decimals) + after
  }

  /// In the unit that is shown: percent for a share.
  private static func scaled(_ decimal: Decimal, _ criterion: ReadinessCriterion) -> Decimal {
    switch criterion.measure {
    case .audience, .gmvPerHour, .gmvTrend: decimal
    default: Decimal(micros: decimal.micros * 100)
    }
  }
}
