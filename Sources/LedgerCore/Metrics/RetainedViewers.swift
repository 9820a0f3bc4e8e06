/// How many people were watching at a quarter, half and three quarters of a show's length.
///
/// Each mark is known or not for itself.
public struct RetainedViewers: Equatable, Sendable {
  /// A mark of the show's length, in percent.
  public enum Mark: Int, CaseIterable, Sendable {
    case quarter = 25
    case half = 50
    case threeQuarters = 75
  }

  private let micros: [Int64?]

  /// Creates the numbers in the order of ``Mark``, in millionths of a person.
  ///
  /// `nil` unless there is a number, or `nil`, for each mark, and if none is known.
  public init?(micros: [Int64?]) {
    guard micros.count == Mark.allCases.count, micros.contains(where: { $0 != nil }) else {
      return nil
    }
    self.micros = micros
  }

  /// The viewers at a mark, in millionths, interpolated linearly between two counts; `nil` if the
  /// mark does not have a count on both sides.
  public subscript(mark: Mark) -> Int64? {
    switch mark {
    case .quarter: micros[0]
    case .half: micros[1]
    case .threeQuarters: micros[2]
    }
  }

  /// Whether all marks are known.
  package var isComplete: Bool { !micros.contains(nil) }

  /// The instant of a mark in a show.
  public static func instant(_ mark: Mark, from start: Instant, to end: Instant) -> Instant {
    let length = end.milliseconds - start.milliseconds
    return Instant(milliseconds: start.milliseconds + length * Int64(mark.rawValue) / 100) ?? end
  }

  /// The count at an instant, in millionths, interpolated linearly between two counts.
  ///
  /// Instants are UTC milliseconds.
  public static func interpolated(
    at instant: Int64, before: (at: Int64, count: Int64), after: (at: Int64, count: Int64)
  ) -> Int64 {
    let span = Int128(after.at - before.at)
    guard span > 0 else { return before.count * 1_000_000 }
    let rise = Int128(after.count - before.count) * 1_000_000
    return before.count * 1_000_000
      + Int64(clamping: roundedQuotient(rise * Int128(instant - before.at), span))
  }
}
