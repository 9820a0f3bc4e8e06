import LedgerTesting
import TestSupport
import Testing

/// The storage against the model, through random histories.
///
/// `SEED=n` repeats the one that a failure names, and then others.
@Suite struct HistoryTests {
  @Test(arguments: [(Backend.memory, 24), (.file, 3)])
  func `after every batch of a random history the book agrees with a plain array`(
    backend: Backend, histories: Int
  ) throws {
    var random = SeededGenerator(for: "history, \(backend.name)")
    try History.run(on: backend, seed: random.seed)
    for _ in 1..<histories { try History.run(on: backend, seed: random.next()) }
  }
}
