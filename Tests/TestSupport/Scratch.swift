import Foundation

/// Files of the tests, in a folder that goes away with the process.
public enum Scratch {
  private static let folder: URL = {
    // In memory, where there is such a folder: the tests sync thousands of times.
    let memory = URL(fileURLWithPath: "/dev/shm")
    let files = FileManager.default
    let base = files.isWritableFile(atPath: memory.path) ? memory : files.temporaryDirectory
    let folder = base.appendingPathComponent("ledger-tests-\(UUID().uuidString)")
    atexit { try? FileManager.default.removeItem(at: Scratch.folder) }
    return folder
  }()

  /// Creates an empty folder, and returns its path.
  public static func newFolder() throws -> String {
    let new = folder.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: new, withIntermediateDirectories: true)
    return new.path
  }

  /// Returns the path of a file that does not exist, in a folder of its own.
  public static func newPath() throws -> String { try newFolder() + "/book.db" }

  /// Removes a file of ``newPath()`` with everything in its folder.
  public static func remove(_ path: String) {
    try? FileManager.default.removeItem(at: URL(fileURLWithPath: path).deletingLastPathComponent())
  }
}
