/// The amounts that are left out of totals, because they could not be converted.
public struct UnconvertedAmounts: Equatable, Sendable {
  /// What the amounts are part of.
  struct Parts: OptionSet, Sendable {
    let rawValue: UInt8

    static let gross = Parts(rawValue: 1)
    static let cancelled = Parts(rawValue: 2)
    static let refunded = Parts(rawValue: 4)
    /// Adjustments up, and adjustments down.
    static let raises = Parts(rawValue: 8)
    static let lowers = Parts(rawValue: 16)
  }

  /// The parts of which something is left out.
  private(set) var parts: Parts = []
  /// How many movements are left out.
  public private(set) var movements: Int64 = 0

  init() {}

  /// All amounts of totals that are not 0.
  init(all totals: SaleTotals) {
    if totals.gross != 0 { parts.insert(.gross) }
    if totals.cancelled != 0 { parts.insert(.cancelled) }
    if totals.refunded != 0 { parts.insert(.refunded) }
    if totals.adjusted != 0 { parts.insert(totals.adjusted > 0 ? .raises : .lowers) }
    movements = parts.isEmpty ? 0 : totals.lines
  }

  static func += (left: inout UnconvertedAmounts, right: UnconvertedAmounts) {
    left.parts.formUnion(right.parts)
    left.movements += right.movements
  }
}

extension ShowPart {
  /// Of how many shows the number could not be converted.
  func unconverted(_ shows: [EventTotals]) -> Int {
    guard case .reported(let measure) = self else { return 0 }
    return shows.count { $0.unconverted.contains(measure) }
  }
}

extension SalePart {
  /// Whether something that would raise or lower the number is left out of totals.
  func missing(in totals: SaleTotals) -> (raises: Bool, lowers: Bool) {
    let parts = totals.unconverted.parts
    return switch self {
    case .gross: (parts.contains(.gross), false)
    case .cancelled: (parts.contains(.cancelled), false)
    case .refunded: (parts.contains(.refunded), false)
    case .adjusted: (parts.contains(.raises), parts.contains(.lowers))
    case .net:
      (
        !parts.isDisjoint(with: [.gross, .raises]),
        !parts.isDisjoint(with: [.cancelled, .refunded, .lowers])
      )
    case .orders, .paidOrders, .units, .unitsCancelled, .unitsRefunded: (false, false)
    }
  }

  /// The number, if it is known exactly.
  func wholeValue(_ totals: SaleTotals) -> Int128? {
    range(totals).doubts.isEmpty ? value(totals) : nil
  }
}
