import Foundation

/// Files of the tests: in a folder that goes away with the process.
enum Scratch {
  private static let folder: URL = {
    // In memory, where there is such a folder: the tests sync thousands of times.
    let memory = URL(fileURLWithPath: "/dev/shm")
    let files = FileManager.default
    let base = files.isWritableFile(atPath: memory.path) ? memory : files.temporaryDirectory
    let folder = base.appendingPathComponent("ledger-sqlite-tests-\(UUID().uuidString)")
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
  static func newPath() throws -> String { try newFolder() + "/test.db" }
}
