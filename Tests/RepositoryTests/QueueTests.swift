import Foundation
import LedgerCore
import LedgerTesting
import SQLite
import TestSupport
import Testing

@testable import BookStorage
@testable import SQLiteStorage

/// The queue of those who want to record.
@Suite struct QueueTests {
  @Test func `those who wait go in the order in which they came`() async throws {
    let path = try Scratch.newPath()
    let holder = try LockFile(besideBookAt: path)
    try holder.acquire(waitingSeconds: 0)
    let (turns, turn) = AsyncStream.makeStream(of: Int.self)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<4 {
        group.addTask {
          try await Thread.run {
            let lock = try LockFile(besideBookAt: path)
            try lock.acquire(waitingSeconds: 60)
            turn.yield(number)
            lock.release()
          }
        }
        // In the queue before the next one comes.
        try await queue(at: path, has: number + 1)
      }
      holder.release()
      try await group.waitForAll()
    }
    turn.finish()
    var order: [Int] = []
    for await number in turns { order.append(number) }
    #expect(order == [0, 1, 2, 3])
  }

  @Test func `a waiter that is killed leaves the queue`() async throws {
    let path = try Scenario.bookFile()
    let holder = try LockFile(besideBookAt: path)
    try holder.acquire(waitingSeconds: 0)
    let waiter = try await queuedProgram(at: path)
    kill(waiter.processIdentifier, SIGKILL)
    waiter.waitUntilExit()
    #expect(waiter.terminationReason == .uncaughtSignal)
    holder.release()
    let next = try LockFile(besideBookAt: path)
    try next.acquire(waitingSeconds: 0)
    next.release()
  }

  @Test func `a waiter that is stopped holds up nobody for long`() async throws {
    let path = try Scenario.bookFile()
    let holder = try LockFile(besideBookAt: path)
    try holder.acquire(waitingSeconds: 0)
    let waiter = try await queuedProgram(at: path)
    kill(waiter.processIdentifier, SIGSTOP)
    holder.release()
    let next = try LockFile(besideBookAt: path)
    #expect(throws: LockFile.Failure.self) { try next.acquire(waitingSeconds: 0) }
    try next.acquire(waitingSeconds: 60)
    next.release()
    kill(waiter.processIdentifier, SIGKILL)
    waiter.waitUntilExit()
  }

  @Test func `a lock file that was deleted meanwhile is not the lock`() throws {
    let path = try Scratch.newPath()
    let early = try LockFile(besideBookAt: path)
    try FileManager.default.removeItem(atPath: path + "-lock")
    let holder = try LockFile(besideBookAt: path)
    try holder.acquire(waitingSeconds: 0)
    #expect(throws: LockFile.Failure.self) { try early.acquire(waitingSeconds: 0) }
    holder.release()
    try early.acquire(waitingSeconds: 0)
  }

  @Test func `who gives up leaves the queue`() throws {
    let path = try Scratch.newPath()
    let holder = try LockFile(besideBookAt: path)
    try holder.acquire(waitingSeconds: 0)
    let waiter = try LockFile(besideBookAt: path)
    #expect(throws: LockFile.Failure.self) { try waiter.acquire(waitingSeconds: 0.01) }
    holder.release()
    let next = try LockFile(besideBookAt: path)
    try next.acquire(waitingSeconds: 0)
    next.release()
  }

  @Test(arguments: [Data(repeating: 0xff, count: 8), Data(repeating: 0x7f, count: 8), Data([1])])
  func `whatever the lock file holds, the lock can be taken`(content: Data) throws {
    let path = try Scratch.newPath()
    try content.write(to: URL(fileURLWithPath: path + "-lock"))
    let lock = try LockFile(besideBookAt: path)
    for _ in 0..<3 {
      try lock.acquire(waitingSeconds: 0)
      lock.release()
    }
  }

  /// A program that waits for the lock; one that ends before it is in the queue is started again.
  private func queuedProgram(at path: String) async throws -> Process {
    for _ in 0..<5 {
      let waiter = Process()
      waiter.executableURL = Program.url
      waiter.arguments = ["void", "1", "--reason", "x", "--db", path, "--wait", "600"]
      try waiter.run()
      if try await queue(at: path, has: 1, while: { waiter.isRunning }) { return waiter }
    }
    return try #require(nil as Process?, "the program ends before it waits")
  }

  /// Waits until so many wait for the lock, as long as a condition holds.
  @discardableResult
  private func queue(
    at path: String, has count: Int, while mayCome: () -> Bool = { true }
  ) async throws -> Bool {
    let file = try FileSystem.LockableFile(path: path + "-lock", sharing: true)
    let start = try LockFile(besideBookAt: path).number()
    while file.waiting(upTo: start + 100) < count {
      guard mayCome() else { return false }
      try await Task.sleep(for: .milliseconds(2))
    }
    return true
  }
}

extension FileSystem.LockableFile {
  /// How many bytes of tickets are locked, of those drawn so far.
  fileprivate func waiting(upTo ticket: Int64) -> Int {
    (0..<ticket).count { firstLocked(of: 64 + $0..<65 + $0) != nil }
  }
}

/// The program that was built with the tests.
enum Program {
  static let url = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appending(path: "ledger")
}
