import Foundation
import LedgerCore
import SQLiteStorage

/// The storages that have to keep the promises of the repositories.
enum Backend: CaseIterable {
  case file, memory

  /// A new, empty ledger.
  func open() throws -> any Ledger {
    switch self {
    case .file: try SQLiteLedger.make(at: Scratch.newPath())
    case .memory: try SQLiteLedger.inMemory()
    }
  }
}

/// Files of the tests: in a folder that goes away with the process.
enum Scratch {
  private static let folder: URL = {
    // In memory, where there is such a folder: the tests sync thousands of times.
    let memory = URL(fileURLWithPath: "/dev/shm")
    let files = FileManager.default
    let base = files.isWritableFile(atPath: memory.path) ? memory : files.temporaryDirectory
    let folder = base.appendingPathComponent("ledger-repository-tests-\(UUID().uuidString)")
    atexit { try? FileManager.default.removeItem(at: Scratch.folder) }
    return folder
  }()

  /// A new, empty folder.
  static func newFolder() throws -> String {
    let new = folder.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: new, withIntermediateDirectories: true)
    return new.path
  }

  /// The path of a file that is not there.
  static func newPath() throws -> String { try newFolder() + "/book.db" }

  /// Removes a file with all that stands beside it.
  static func remove(_ path: String) {
    try? FileManager.default.removeItem(at: URL(fileURLWithPath: path).deletingLastPathComponent())
  }
}
