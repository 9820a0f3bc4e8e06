/// A number of people or actions at an instant of an event.
public struct AudienceCount: Equatable, Sendable {
  /// What identifies a count.
  public struct Key: Hashable, Sendable {
    /// The event.
    public let event: EventKey
    /// What was counted.
    public let metric: Metric
    /// When it was counted.
    public let at: Instant
  }

  /// The event.
  public let event: EventKey
  /// What was counted.
  public let metric: Metric
  /// When it was counted.
  public let at: Instant
  /// How many.
  public let count: Int64

  /// The most that can be counted: ten billion, more than there are people.
  public static let maximum: Int64 = 10_000_000_000

  /// Makes a count.
  ///
  /// - Throws: ``LedgerError/invalid(field:value:reason:)`` below 0 or above ``maximum``.
  public init(
    event: EventKey, metric: Metric, at: Instant, count: Int64
  ) throws(LedgerError) {
    guard count >= 0 else {
      throw .invalid(field: "count", value: "\(count)", reason: "is below 0")
    }
    guard count <= Self.maximum else {
      throw .invalid(field: "count", value: "\(count)", reason: "is more than 10,000,000,000")
    }
    self.event = event
    self.metric = metric
    self.at = at
    self.count = count
  }

  /// Makes a count from values that are known to be valid.
  init(valid event: EventKey, metric: Metric, at: Instant, count: Int64) {
    self.event = event
    self.metric = metric
    self.at = at
    self.count = count
  }

  /// What identifies this count.
  public var key: Key { Key(event: event, metric: metric, at: at) }
}
