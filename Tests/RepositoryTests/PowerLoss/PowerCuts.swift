import Foundation
import LedgerTesting
import TestSupport

/// What was found after power cuts.
struct PowerCuts {
  private(set) var cuts = 0
  /// After which something that was acknowledged was not there.
  private(set) var lost = 0
  /// After which the book was in none of the states that it was ever acknowledged in.
  private(set) var broken = 0

  /// Cuts the power after each step, with what was not synced lost, kept, and torn.
  mutating func cut(
    _ workload: Workload, tearings: Int, using generator: inout SeededGenerator
  ) throws {
    var disk = Disk(before: workload.journal)
    var recoveries = Recoveries(states: workload.states)
    for step in workload.journal.steps {
      disk.run(step)
      for unsynced in [Disk.Unsynced.lost, .kept] + Array(repeating: .torn, count: tearings) {
        cuts += 1
        let files = disk.afterPowerCut(unsynced, using: &generator)
        if let found = try recoveries.state(of: files) {
          lost += found < disk.acknowledged ? 1 : 0
        } else {
          broken += 1
        }
      }
    }
  }

  /// Writes files of a book into a new folder, and returns the path of the book.
  static func write(_ files: [String: [UInt8]]) throws -> String {
    let path = try Scratch.newPath()
    let folder = URL(filePath: path).deletingLastPathComponent()
    for (name, bytes) in files { try Data(bytes).write(to: folder.appending(path: name)) }
    return path
  }
}
