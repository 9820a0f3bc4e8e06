import Foundation

/// The shell, with the program in its path.
enum Shell {
  /// The author of what the tests record.
  static let author = "Mia Doe"

  /// A new, empty folder.
  static func newFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  /// Runs a command, and returns what it printed on both outputs.
  static func run(_ command: String, in folder: URL) throws -> (status: Int32, output: String) {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", "exec 2>&1\n" + command]
    process.currentDirectoryURL = folder
    process.environment = [
      "PATH": Project.products.path() + ":/usr/bin:/bin", "COLUMNS": "100", "LC_ALL": "C.UTF-8",
      "LEDGER_AUTHOR": author,
    ]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }
}
