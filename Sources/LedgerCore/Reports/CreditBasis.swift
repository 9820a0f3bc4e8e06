/// Why a sale is credited to an event.
public enum CreditBasis: String, CaseIterable, Sendable {
  /// A recorded credit says so.
  case credit
  /// The sale itself names the event.
  case sale
  /// A rule credits it, and nothing that is recorded does; a show is known to have sold it.
  case rule
  /// A rule credits it, and it is not known by which channel it was sold.
  case ruleOfUnknownChannel = "rule_of_unknown_channel"

  /// Whether a rule credits it.
  public var isOfRule: Bool { self == .rule || self == .ruleOfUnknownChannel }
}

/// Sales of an event in a quarter of an hour that are credited for one reason.
public struct CreditedGross: Equatable, Sendable {
  /// Why; never ``CreditBasis/sale``, which is what is left of the event's sales.
  public let basis: CreditBasis
  /// The event.
  public let event: EventKey
  /// The start of the quarter of an hour.
  public let at: Instant
  /// Amounts of kind `sale`.
  public let gross: Money

  /// Creates the sales.
  public init(basis: CreditBasis, event: EventKey, at: Instant, gross: Money) {
    self.basis = basis
    self.event = event
    self.at = at
    self.gross = gross
  }
}
