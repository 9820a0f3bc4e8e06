/// What is known of a sum of sales, or of a quotient of two, that is not known exactly.
struct SaleRange {
  /// The least that it can be; `nil` if that is not known.
  var lower: Int128?
  /// The most that it can be; `nil` if that is not known.
  var upper: Int128?
  /// What is not known.
  var doubts: [Figure.Doubt] = []

  /// The bounds of a figure; `nil` if nothing is known.
  func bounds(_ unit: MetricUnit, _ currency: Currency) -> Figure.Bounds? {
    Figure.Bounds(
      lower: lower.flatMap { Figure.Value(unit, sum: $0, currency) },
      upper: upper.flatMap { Figure.Value(unit, sum: $0, currency) }, doubts)
  }

  /// The bounds of a quotient; `nil` if nothing is known, and if its denominator may be 0.
  static func bounds(
    _ unit: MetricUnit, above: SaleRange, below: SaleRange, times: Int128, _ currency: Currency
  ) -> Figure.Bounds? {
    func quotient(_ above: Int128?, _ below: Int128?) -> Figure.Value? {
      guard let above, let below else { return nil }
      return Figure.Value(unit, above: above, below: below, times: times, currency)
    }
    guard let least = below.lower, least > 0 || below.upper == nil else { return nil }
    return Figure.Bounds(
      lower: quotient(above.lower, below.upper), upper: quotient(above.upper, least),
      above.doubts + below.doubts.filter { !above.doubts.contains($0) })
  }
}

extension SalePart {
  /// What is known of the number, also if that is all of it.
  func range(_ totals: SaleTotals) -> SaleRange {
    var range = recordedRange(totals)
    let missing = missing(in: totals)
    guard missing.raises || missing.lowers else { return range }
    if missing.raises { range.upper = nil }
    if missing.lowers { range.lower = nil }
    range.doubts.append(.rates(of: totals))
    return range
  }

  private func recordedRange(_ totals: SaleTotals) -> SaleRange {
    let value = value(totals)
    let possible = totals.possible
    switch self {
    case .refunded where possible.refunded != 0:
      return SaleRange(
        lower: value, upper: value - possible.refunded, doubts: [.days(movements: possible.lines)])
    case .net where possible.refunded != 0:
      return SaleRange(
        lower: value + possible.refunded, upper: value, doubts: [.days(movements: possible.lines)])
    case .units: return Self.units(value, unknown: totals.salesWithoutUnits)
    case .unitsCancelled: return Self.units(value, unknown: totals.cancellationsWithoutUnits)
    case .unitsRefunded:
      var range = Self.units(value, unknown: totals.refundsWithoutUnits)
      guard possible.units != 0 || possible.withoutUnits != 0 else { return range }
      range.upper =
        possible.withoutUnits > 0 ? nil : range.upper.map { $0 - Int128(possible.units) }
      range.doubts.append(.days(movements: possible.lines))
      return range
    default: return SaleRange(lower: value, upper: value)
    }
  }

  private static func units(_ known: Int128, unknown: Int64) -> SaleRange {
    unknown == 0
      ? SaleRange(lower: known, upper: known)
      : SaleRange(lower: known, upper: nil, doubts: [.units(movements: unknown)])
  }
}
