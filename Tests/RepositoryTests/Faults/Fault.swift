import CFaultyVFS
import TestSupport
import Testing

/// Something below SQLite that fails: once, or from then on.
enum Fault: CaseIterable, CustomTestStringConvertible, Sendable {
  case file, fileForEver, memory, memoryForEver

  var testDescription: String {
    switch self {
    case .file: "one call of the file system fails"
    case .fileForEver: "the file system fails from one call on"
    case .memory: "one allocation fails"
    case .memoryForEver: "allocations fail from one on"
    }
  }

  /// Fails the call or allocation of this number from now on; 0 fails none, and counts them.
  func arm(_ number: Int) {
    switch self {
    case .file, .fileForEver: faulty_vfs_arm(Int32(number), self == .fileForEver ? 1 : 0)
    case .memory, .memoryForEver: faulty_memory_arm(number, self == .memoryForEver ? 1 : 0)
    }
  }

  /// The calls or allocations since it was armed.
  var calls: Int {
    switch self {
    case .file, .fileForEver: Int(faulty_vfs_calls())
    case .memory, .memoryForEver: faulty_memory_allocations()
    }
  }

  /// Numbers of calls to fail, one of which `run` does not come to: each call of the file system,
  /// and `samples` of the allocations, which are many.
  func numbers(
    of run: () throws -> Void, samples: Int, using generator: inout SeededGenerator
  ) rethrows -> [Int] {
    arm(0)
    try run()
    let calls = self.calls
    switch self {
    case .file, .fileForEver: return Array(1...calls + 1)
    case .memory, .memoryForEver:
      let sample = (0..<samples).map { _ in Int.random(in: 1...calls, using: &generator) }
      return Set(sample).sorted() + [2 * calls]
    }
  }
}
