/// The result of judging one criterion.
public struct ReadinessFinding: Equatable, Sendable {
  /// How a criterion came out.
  public enum Result: String, Sendable {
    /// The whole interval clears the threshold.
    case pass
    /// The whole interval falls short of the threshold.
    case fail
    /// Nothing is known, or the interval contains the threshold.
    case notEnoughData = "not enough data"
  }

  /// The criterion.
  public let criterion: ReadinessCriterion
  /// The value; `nil` if nothing is known.
  public let value: Double?
  /// Its 95 % interval; the value itself if it is counted and not estimated.
  public let interval: Interval?
  /// The evidence in words: `12 shows`, `1,002 people asked`.
  public let basis: String
  /// The amount of evidence: how many shows, creators, targets or people asked.
  public let size: Double
  /// How it came out.
  public let result: Result
  /// What else it may be, if it is not known of some shows whether they sold anything.
  public let doubt: Doubt?

  /// What a finding comes to if shows sold nothing of which that is not known.
  public struct Doubt: Equatable, Sendable {
    /// Those shows.
    public let shows: UnknownSales
    /// The value over the shows whose sales are known; `nil` if nothing is known.
    public let overKnown: Double?
    /// The value if the others sold nothing.
    public let ifUnsold: Double?
  }

  /// Judges a value.
  public init(
    _ criterion: ReadinessCriterion, value: Double?, interval: Interval?, basis: String,
    size: Double
  ) {
    self.criterion = criterion
    self.value = value
    self.interval = interval
    self.basis = basis
    self.size = size
    doubt = nil
    result = Self.result(criterion, interval)
  }

  /// Judges a value that depends on whether some shows sold nothing: it has to pass either way.
  ///
  /// `known`: the finding over the other shows.
  /// `unsold`: the finding if those shows sold nothing.
  init(
    _ known: ReadinessFinding, unlessUnsold shows: UnknownSales, then unsold: ReadinessFinding
  ) {
    criterion = known.criterion
    value = known.value == unsold.value ? known.value : nil
    interval =
      if let one = known.interval, let other = unsold.interval {
        Interval(lower: min(one.lower, other.lower), upper: max(one.upper, other.upper))
      } else { nil }
    basis = known.basis + ", and \(shows.shows) of unknown sales"
    size = known.size
    doubt = Doubt(shows: shows, overKnown: known.value, ifUnsold: unsold.value)
    result = Self.result(criterion, interval)
  }

  private static func result(_ criterion: ReadinessCriterion, _ interval: Interval?) -> Result {
    switch interval {
    case nil: .notEnoughData
    case let interval? where criterion.isCleared(interval): .pass
    case let interval? where criterion.isMissed(interval): .fail
    default: .notEnoughData
    }
  }

  /// The least that it may be, if that is all that is known; `nil` otherwise.
  public var atLeast: Double? {
    switch criterion.measure {
    case .clickToOrder, .gmvPerHour: value == nil ? doubt?.ifUnsold : nil
    default: nil
    }
  }

  /// The most that it may be, if that is all that is known; `nil` otherwise.
  public var atMost: Double? {
    criterion.measure == .refundRate && value == nil ? doubt?.ifUnsold : nil
  }

  /// Whether it is a reason to stop: the whole interval lies beyond the stop.
  public var isReasonToStop: Bool {
    guard let stop = criterion.stop, let interval else { return false }
    return criterion.measure.isBetterSmall ? interval.lower > stop : interval.upper < stop
  }

  /// How many times as much data a decision needs, if the value stays the same.
  ///
  /// `nil` if it is decided, if nothing is known, or if the value equals the threshold. The width
  /// of an interval shrinks with the square root of the data.
  public var dataNeeded: Double? {
    guard result == .notEnoughData, let value, let interval else { return nil }
    let distance = abs(value - criterion.pass)
    guard distance > 0, interval.halfWidth > 0 else { return nil }
    let ratio = interval.halfWidth / distance
    return max(1, ratio * ratio)
  }
}

extension ReadinessCriterion {
  fileprivate func isCleared(_ interval: Interval) -> Bool {
    measure.isBetterSmall ? interval.upper <= pass : interval.lower >= pass
  }

  fileprivate func isMissed(_ interval: Interval) -> Bool {
    measure.isBetterSmall ? interval.lower > pass : interval.upper < pass
  }
}
