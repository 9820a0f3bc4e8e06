import Foundation
import LedgerCore
import Testing

@testable import LedgerKit

/// Small files of a user, which may be no files.
struct TextFileTests: ~Copyable {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func read(_ path: String, stop: Int32? = nil) -> String {
    do throws(LedgerError) {
      return try Host.text(of: path, for: .policy, stoppedBy: stop, patience: 20)
    } catch { return error.description.replacing(folder.path() + "/", with: "") }
  }

  @Test func `a text is read from a file or a pipe`() throws {
    let file = folder.appending(path: "a.toml")
    try Data("\u{FEFF}a = 1\n".utf8).write(to: file)
    #expect(read(file.path()) == "a = 1\n")
    let pipe = Pipe()
    try pipe.fileHandleForWriting.write(contentsOf: Data("b = 2\n".utf8))
    try pipe.fileHandleForWriting.close()
    #expect(read("/dev/fd/\(pipe.fileHandleForReading.fileDescriptor)") == "b = 2\n")
  }

  @Test func `what is wrong with a file is said`() throws {
    try Data(count: 1 << 20).write(to: folder.appending(path: "full"))
    try Data(count: 1 << 20 + 1).write(to: folder.appending(path: "large"))
    #expect(read(folder.appending(path: "full").path()).utf8.count == 1 << 20)
    #expect(
      read(folder.appending(path: "large").path())
        == "policy \"large\" is too large: a policy has at most 1 MB")
    #expect(read("/dev/zero") == "policy \"/dev/zero\" is too large: a policy has at most 1 MB")
    #expect(read(folder.appending(path: "none").path()) == "policy \"none\" does not exist")
    #expect(read("/tmp") == "policy \"/tmp\" is a folder, not a file")
  }

  @Test func `a pipe that nobody writes to is not waited for`() throws {
    let fifo = folder.appending(path: "fifo").path()
    #expect(unsafe mkfifo(fifo, 0o600) == 0)
    #expect(read(fifo) == "policy \"fifo\" is a pipe from which nothing came for 20 ms")
    let stop = Pipe()
    try stop.fileHandleForWriting.write(contentsOf: Data([0]))
    #expect(
      read(fifo, stop: stop.fileHandleForReading.fileDescriptor)
        == "policy \"fifo\" was not read to its end: reading was stopped")
  }
}
