import Synchronization

/// Ends a statement after some hundred thousand of SQLite's steps, which no clock counts.
final class Patience: Sendable {
  private let asked = Atomic<Int>(0)

  var isOver: Bool { asked.wrappingAdd(1, ordering: .relaxed).newValue > 300 }
}
