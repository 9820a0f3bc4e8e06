/// A stretch between two counts of a show that are too far apart to say what was between them.
public struct UnobservedTime: Hashable, Sendable {
  /// The instant of the count before it.
  public let from: Instant
  /// The instant of the count after it.
  public let to: Instant
  /// Twice the area of the line from one count to the other, in counts × milliseconds.
  public let twiceArea: Int64

  /// Creates a stretch between two counts.
  public init(from: Instant, to: Instant, twiceArea: Int64) {
    self.from = from
    self.to = to
    self.twiceArea = twiceArea
  }

  /// Its length in milliseconds.
  public var length: Int64 { to.milliseconds - from.milliseconds }

  /// Whether an instant lies between the two counts, and is neither of them.
  func contains(_ instant: Instant) -> Bool { from < instant && instant < to }
}
