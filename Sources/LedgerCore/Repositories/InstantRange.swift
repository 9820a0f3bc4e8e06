/// A period [start, end); a bound that is `nil` is open.
public struct InstantRange: Equatable, Sendable {
  /// The first instant in it.
  public let start: Instant?
  /// The first instant after it.
  public let end: Instant?

  /// All time.
  public static let always = InstantRange(start: nil, end: nil)

  /// Makes a range.
  public init(start: Instant?, end: Instant?) {
    self.start = start
    self.end = end
  }

  /// Whether an instant is in it.
  public func contains(_ instant: Instant) -> Bool {
    if let start, instant < start { return false }
    if let end, instant >= end { return false }
    return true
  }
}
