import Foundation
import LedgerCore
import TestSupport
import Testing

@testable import BookStorage
@testable import SQLiteStorage

/// The power goes at each step of what is done to a book: nothing that was acknowledged is lost,
/// and nothing is recorded by half.
@Suite struct PowerLossTests {
  /// How many times what was not synced is torn at each step; the environment variable `TEARINGS`
  /// says more.
  private static let tearings =
    ProcessInfo.processInfo.environment["TEARINGS"].flatMap { Int($0) } ?? 1

  @Test func `while a book is made`() throws {
    try check(.making(), named: "making")
  }

  @Test func `while an older book is brought up to date`() throws {
    try check(.migrating(), named: "migrating")
  }

  @Test(arguments: 1...2)
  func `while facts are recorded and taken back, and the log is merged`(time: Int) throws {
    try check(.recording(rounds: 2), named: "recording \(time)")
  }

  @Test func `again, while the book recovers from the first time`() throws {
    let workload = try Workload.recording(rounds: 1)
    var outcome = PowerCuts()
    var generator = SeededGenerator(for: "recovering")
    var disk = Disk(before: workload.journal)
    for step in workload.journal.steps {
      disk.run(step)
      guard generator.chance(5) else { continue }
      let path = try PowerCuts.write(disk.afterPowerCut(.torn, using: &generator))
      defer { Scratch.remove(path) }
      let recovery = try Workload(on: path) { part in
        try part {
          let ledger = try SQLiteLedger.open(path, for: .recording, vfs: "journal")
          ledger.needsCheckpoint = true
          try ledger.close()
        }
      }
      #expect(recovery.states[0] == recovery.states[1])
      try outcome.cut(recovery, tearings: 2, using: &generator)
    }
    #expect(outcome.cuts > 100)
    #expect(outcome.lost == 0)
    #expect(outcome.broken == 0)
  }

  @Test func `acknowledging before the commit is found`() throws {
    let outcome = try cut(.recording(rounds: 1, acknowledgesEarly: true))
    #expect(outcome.lost > 0)
    #expect(outcome.broken == 0)
  }

  @Test(arguments: ["normal", "off"])
  func `syncing less is found`(synchronous: String) throws {
    #expect(try cut(.recording(rounds: 1, synchronous: synchronous)).lost > 0)
  }

  private func cut(_ workload: Workload) throws -> PowerCuts {
    var outcome = PowerCuts()
    var generator = SeededGenerator(for: "a planted fault")
    try outcome.cut(workload, tearings: 2, using: &generator)
    return outcome
  }

  private func check(_ workload: Workload, named name: String) throws {
    var outcome = PowerCuts()
    var generator = SeededGenerator(for: name)
    try outcome.cut(workload, tearings: Self.tearings, using: &generator)
    print("\(name): \(outcome.cuts) power cuts")
    #expect(outcome.lost == 0)
    #expect(outcome.broken == 0)
  }
}
