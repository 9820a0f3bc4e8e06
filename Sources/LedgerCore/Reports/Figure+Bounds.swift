extension Figure {
  /// The values that a figure may have, if it is not known exactly.
  public struct Bounds: Equatable, Sendable {
    /// The least value that it may have; `nil` if that is not known either.
    public let lower: Value?
    /// The largest value that it may have; `nil` if that is not known either.
    public let upper: Value?
    /// The value over the shows of which everything is known; `nil` if it is not about shows.
    public let overKnown: Value?
    /// Why the figure is not known exactly.
    public let reasons: [Doubt]

    /// Creates bounds; `nil` if neither is known.
    public init?(lower: Value?, upper: Value?, overKnown: Value? = nil, _ reasons: [Doubt]) {
      guard lower != nil || upper != nil else { return nil }
      self.lower = lower
      self.upper = upper
      self.overKnown = overKnown
      self.reasons = reasons
    }
  }

  /// What a figure depends on and the book does not say.
  public enum Doubt: Equatable, Hashable, Sendable, CustomStringConvertible {
    /// Whether shows without sales sold nothing, or their sales were not recorded.
    case salesOfShows(Int)
    /// The worth of movements in a currency without an exchange rate.
    case rates(movements: Int64)
    /// The days on which movements happened.
    case days(movements: Int64)
    /// How many units movements are about.
    case units(movements: Int64)

    /// The missing facts, such as `the sales of 15 shows`.
    public var description: String {
      switch self {
      case .salesOfShows(let shows): "the sales of \(shows) show\(shows == 1 ? "" : "s")"
      case .rates(let movements): "the exchange rates of \(Self.phrase(movements))"
      case .days(let movements): "the days of \(Self.phrase(movements))"
      case .units(let movements): "the units of \(Self.phrase(movements))"
      }
    }

    private static func phrase(_ movements: Int64) -> String {
      "\(grouped(movements)) movement\(movements == 1 ? "" : "s")"
    }
  }
}
