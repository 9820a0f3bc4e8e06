public import LedgerCore

/// A clock, by which entries are dated and reports are judged.
public struct Clock: Sendable {
  private let time: @Sendable () -> Instant

  /// Makes a clock from a function; a test may pass one that stands still.
  public init(_ time: @escaping @Sendable () -> Instant) { self.time = time }

  /// The system's clock.
  public static let system = Clock(Host.now)

  /// The time now.
  public func now() -> Instant { time() }
}
