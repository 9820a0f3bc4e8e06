/// How far a target has been reached.
public struct TargetStanding: Equatable, Sendable {
  /// How a target stands.
  public enum State: String, Sendable {
    /// It has been reached.
    case met
    /// Its period is over, and it has not been reached.
    case missed
    /// Its period is not over, and progress keeps up with the time.
    case onPace = "on pace"
    /// Its period is not over, and progress falls behind the time.
    case behind
    /// Its period is not over.
    case open
    /// The actual value is not known.
    case unknown = "not known"
  }

  /// The target.
  public let target: Target
  /// What was reached; `nil` if a report does not have its metric.
  public let actual: Figure?
  /// Actual ÷ target, or target ÷ actual for a target that is a ceiling: from 1 on it is reached.
  ///
  /// `nil` if either is missing, or if the denominator is not above 0.
  public let attainment: Double?
  /// The share of the period that has passed, 0 to 1; `nil` for an event's target without a period.
  public let elapsed: Double?
  /// Attainment ÷ the share of the period that has passed: 1 is on pace.
  ///
  /// Only for sums, and only while the period runs; otherwise `nil`.
  public let pace: Double?
  /// Whether its period is over; for an event's target without a period, whether the event is.
  public let isOver: Bool
  /// How a target stands.
  public let state: State

  /// Judges a target.
  ///
  /// `now`: the time by which it is judged; `zone`: the time zone of the days of its period.
  /// `isEventOver`: whether the event of an event's target is over.
  public init(
    _ target: Target, actual: Figure?, now: Instant, zone: TimeZone, isEventOver: Bool
  ) {
    self.target = target
    self.actual = actual
    let wanted = target.number
    let reached = actual?.number
    attainment =
      if let reached {
        Self.attainment(of: reached, wanted, isCeiling: target.isCeiling)
      } else {
        nil
      }
    elapsed = target.period.map { $0.elapsed(at: now, in: zone) }
    isOver = elapsed.map { $0 >= 1 } ?? isEventOver
    let isSum = actual?.metric.isSum ?? false
    pace =
      if let attainment, let elapsed, isSum, !isOver, elapsed > 0 { attainment / elapsed } else {
        nil
      }
    state =
      if let reached {
        Self.state(
          isMet: !target.isMissed(by: reached),
          isOver: isOver, canStillRise: isSum, pace: pace)
      } else {
        .unknown
      }
  }

  private static func attainment(
    of reached: Double, _ wanted: Double, isCeiling: Bool
  ) -> Double? {
    let (above, below) = isCeiling ? (wanted, reached) : (reached, wanted)
    return below > 0 ? above / below : nil
  }

  /// The state of a target whose actual value is known.
  ///
  /// A sum that has reached its target keeps it; a ratio may fall again before the period is over.
  private static func state(
    isMet: Bool, isOver: Bool, canStillRise: Bool, pace: Double?
  ) -> State {
    if isOver { return isMet ? .met : .missed }
    if isMet, canStillRise { return .met }
    guard let pace else { return .open }
    return pace >= 1 ? .onPace : .behind
  }
}

extension Target {
  /// Whether it is reached by staying at or below its value.
  public var isCeiling: Bool { metric.isBetterSmall }

  /// Its value: units of a currency, or a number.
  fileprivate var number: Double { Double(micros) / 1_000_000 }

  /// Whether a number does not reach it.
  func isMissed(by reached: Double) -> Bool {
    isCeiling ? reached > number : reached < number
  }
}

extension Period {
  /// The share of its time that has passed, 0 to 1.
  fileprivate func elapsed(at now: Instant, in zone: TimeZone) -> Double {
    let start = zone.start(of: first).milliseconds
    let end = CalendarDay(daysSince1970: last.daysSince1970 + 1).map(zone.start(of:)) ?? .latest
    return min(1, max(0, Double(now.milliseconds - start) / Double(end.milliseconds - start)))
  }
}

extension ReportMetric {
  /// Whether it grows while a period runs.
  public var isSum: Bool {
    switch definition.computation {
    case .sales(let part):
      if case .cancelled = part { false } else if case .refunded = part { false } else { true }
    case .shows: true
    default: false
    }
  }

  /// Whether a smaller value is better.
  public var isBetterSmall: Bool {
    switch self {
    case .refunded, .cancelled, .refundRateByValue, .refundRateByUnits, .cancellationRateByValue,
      .cancellationRateByUnits:
      true
    default: false
    }
  }
}
