import Foundation
import Testing

/// A command on a terminal of 24 lines and 100 columns, and somebody who types.
///
/// `script`, which every Debian has, makes the terminal. Nothing is a matter of time: what is typed
/// waits for what was to be read before, and only a session that is stuck is ended, after minutes.
final class TerminalSession {
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private var unread = ""
  private var bytes: [UInt8] = []

  init(_ command: String, in folder: URL, environment: [String: String] = [:]) throws {
    process.executableURL = URL(filePath: "/usr/bin/timeout")
    process.arguments = [
      "--foreground", "180", "script", "-qec", "stty rows 24 cols 100; exec \(command)",
      "/dev/null",
    ]
    process.currentDirectoryURL = folder
    process.environment = [
      "PATH": Project.products.path() + ":/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TERM": "xterm",
      "LEDGER_AUTHOR": Shell.author, "SHELL": "/bin/bash",
      "HOME": folder.appending(path: "home").path(),
    ].merging(environment) { $1 }
    process.standardInput = input
    process.standardOutput = output
    try process.run()
  }

  func type(_ keys: String) throws {
    try input.fileHandleForWriting.write(contentsOf: Data(keys.utf8))
  }

  /// What the terminal shows until it shows `text`, with that.
  @discardableResult func read(until text: String) throws -> String {
    while true {
      if let found = unread.firstRange(of: text) {
        defer { unread = String(unread[found.upperBound...]) }
        return String(unread[..<found.upperBound])
      }
      let data = output.fileHandleForReading.availableData
      try #require(!data.isEmpty, "\(text) was not shown, but \(unread.debugDescription)")
      unread += take(data)
    }
  }

  /// Types a line and returns what is shown before the next prompt.
  @discardableResult func ask(_ line: String) throws -> String {
    try type(line + "\n")
    return try read(until: "ledger> ")
  }

  /// The rest that is shown, and the command's status.
  func end() throws -> (status: Int32, rest: String) {
    // At the end of its input, `script` would type Ctrl-D.
    defer { try? input.fileHandleForWriting.close() }
    let rest = unread + take(output.fileHandleForReading.readDataToEndOfFile())
    process.waitUntilExit()
    return (process.terminationStatus, rest)
  }

  /// Bytes as text with plain newlines; a character that is not whole yet stays for the next time.
  private func take(_ data: Data) -> String {
    bytes += data.filter { $0 != UInt8(ascii: "\r") }
    var whole = bytes.count
    while whole > 0, String(validating: bytes[..<whole], as: UTF8.self) == nil { whole -= 1 }
    defer { bytes.removeFirst(whole) }
    return String(decoding: bytes[..<whole], as: UTF8.self)
  }
}
