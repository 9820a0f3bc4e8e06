import LedgerCore
import SQLite
import Synchronization

/// Decides when a running query stops: by its caller, its time or its memory.
///
/// SQLite counts the memory of all its connections together, so that what others take meanwhile
/// counts too; and it checks only from time to time. A limit that always holds is the process's,
/// ``SQLiteLedger/limitMemoryOfProcess(bytes:)``.
final class QueryStop: Sendable {
  private let isCancelled: @Sendable () -> Bool
  private let begun = ContinuousClock.now
  private let timeLimit: Duration?
  private let mostMemory = Connection.memoryInUse + Query.memoryLimit
  /// Nanoseconds that the receiver of the rows has taken.
  private let received = Atomic<Int64>(0)
  private let isLate = Atomic<Bool>(false)
  private let isLarge = Atomic<Bool>(false)

  init(timeLimit: Duration?, isCancelled: @escaping @Sendable () -> Bool) {
    self.timeLimit = timeLimit
    self.isCancelled = isCancelled
  }

  /// Whether the query has to stop.
  var isOver: Bool {
    if isCancelled() { return true }
    if Connection.memoryInUse > mostMemory { isLarge.store(true, ordering: .relaxed) }
    if let timeLimit, begun.duration(to: .now) - taken > timeLimit {
      isLate.store(true, ordering: .relaxed)
    }
    return isLate.load(ordering: .relaxed) || isLarge.load(ordering: .relaxed)
  }

  /// Why it was stopped.
  var reason: QueryFault.Reason {
    if isLarge.load(ordering: .relaxed) { return .tooMuchMemory(limit: Int(Query.memoryLimit)) }
    if let timeLimit, isLate.load(ordering: .relaxed) { return .tooLate(limit: timeLimit) }
    return .stopped
  }

  /// Runs what the receiver does with a row, which does not count.
  func receiving<T>(_ body: () throws -> T) rethrows -> T {
    guard timeLimit != nil else { return try body() }
    let start = ContinuousClock.now
    defer {
      let (seconds, attoseconds) = start.duration(to: .now).components
      let nanoseconds = seconds * 1_000_000_000 + attoseconds / 1_000_000_000
      received.wrappingAdd(nanoseconds, ordering: .relaxed)
    }
    return try body()
  }

  private var taken: Duration { .nanoseconds(received.load(ordering: .relaxed)) }
}
