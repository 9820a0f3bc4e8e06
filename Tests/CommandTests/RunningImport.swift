import Foundation

/// A `ledger import` that runs beside a test, in a folder with a book.
final class RunningImport {
  let folder: URL
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private let errors = Pipe()

  /// Starts it, after `ledger init`, the example's events and what else is wanted in the folder.
  init(_ arguments: String..., after prepare: (URL) throws -> Void = { _ in }) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    _ = try Self.shell("ledger init", in: folder)
    let events = Project.root.appending(path: "examples/on-trend/events.csv").path()
    _ = try Self.shell("ledger import events \(events)", in: folder)
    try prepare(folder)
    // Or another program that a test starts meanwhile keeps the pipe open.
    _ = fcntl(input.fileHandleForWriting.fileDescriptor, F_SETFD, FD_CLOEXEC)
    process.executableURL = Project.products.appending(path: "ledger")
    process.arguments = ["import"] + arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["LEDGER_AUTHOR": Shell.author]) { $1 }
    process.standardInput = input
    process.standardOutput = output
    process.standardError = errors
    try process.run()
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func write(_ text: String) throws { try write(Array(text.utf8)) }

  func write(_ bytes: [UInt8]) throws {
    try input.fileHandleForWriting.write(contentsOf: Data(bytes))
  }

  func closeInput() throws { try input.fileHandleForWriting.close() }

  /// Waits for so many lines on standard output.
  func lines(_ count: Int) -> [String] {
    var bytes: [UInt8] = []
    while bytes.count(where: { $0 == 0x0A }) < count {
      let more = output.fileHandleForReading.availableData
      if more.isEmpty { break }
      bytes += more
    }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

  /// Waits for its end: the exit status, or the signal that ended it, and what it said.
  func end() -> (status: Int32, said: String) {
    let said = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: said, as: UTF8.self))
  }

  /// What the book answers to a question.
  func sql(_ question: String) throws -> String {
    try Self.shell("ledger sql --format csv \"\(question)\" | tail -n +2", in: folder)
  }

  /// Runs a command and gives all that it prints.
  static func shell(_ command: String, in folder: URL) throws -> String {
    try Shell.run(command, in: folder).output
  }
}
