import Foundation
import Testing

@testable import Tabular

struct ByteSourceTests: ~Copyable {
  private let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "tabular-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private func reason(_ path: String) -> String {
    do throws(TabularError) {
      _ = try ByteSource(path: path)
      return "no error"
    } catch {
      return error.description
    }
  }

  private func records(_ source: ByteSource) throws -> [String] {
    var reader = try CSVReader(source)
    var records: [String] = []
    while try reader.next() != nil {
      records.append(String(decoding: reader.rawRecord, as: UTF8.self))
    }
    return records
  }

  @Test func `a file is read, with its size and position`() throws {
    let path = folder + "/a\nb\u{1B}.csv"
    try Data("a,b\n1,2\n".utf8).write(to: URL(fileURLWithPath: path))
    let source = try ByteSource(path: path)
    #expect(source.name == folder + "/a\\nb\\u{1b}.csv")
    #expect(source.size == 8)
    #expect(source.position == 0)
    #expect(try records(source) == ["1,2"])
    #expect(source.position == 8)
  }

  @Test func `what cannot be opened is refused with the reason`() throws {
    let manager = FileManager.default
    try manager.createSymbolicLink(atPath: folder + "/dangling", withDestinationPath: "nothing")
    try manager.createSymbolicLink(atPath: folder + "/loop", withDestinationPath: "loop")
    try Data().write(to: URL(fileURLWithPath: folder + "/file"))
    #expect(reason(folder + "/none") == "does not exist")
    #expect(reason("") == "names no file")
    #expect(reason(folder) == "is a folder, not a file")
    #expect(reason(folder + "/dangling") == "is a link to something that does not exist")
    #expect(reason(folder + "/loop") == "is a link that leads back to itself")
    #expect(
      reason(folder + "/file/x") == "does not exist: a part of the path is a file, not a folder")
    #expect(reason(folder + "/file\0.csv") == "the path contains a NUL")
    #expect(InputFile.reason(EACCES) == "may not be read: no permission")
    #expect(
      InputFile.reason(EMFILE)
        == "cannot be read: this process has too many files open (ulimit -n)")
  }

  @Test(.enabled(if: geteuid() != 0, "root may read everything"))
  func `a file without permission is refused`() throws {
    let path = folder + "/secret"
    try Data().write(to: URL(fileURLWithPath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
    #expect(reason(path) == "may not be read: no permission")
  }

  @Test func `a FIFO is read`() async throws {
    let path = folder + "/fifo"
    #expect(unsafe mkfifo(path, 0o600) == 0)
    let writer = Process()
    writer.executableURL = URL(fileURLWithPath: "/bin/sh")
    writer.arguments = ["-c", "{ printf 'a,b\\n1,'; sleep 0.05; printf '2\\n'; } > \"$0\"", path]
    try writer.run()
    let source = try ByteSource(path: path)
    #expect(source.size == nil)
    #expect(try records(source) == ["1,2"])
    writer.waitUntilExit()
  }

  @Test func `reading of any input stops where it is to stop`() throws {
    let stop = Pipe()
    let path = folder + "/file.csv"
    try Data("a,b\n1,2\n".utf8).write(to: URL(fileURLWithPath: path))
    let fifo = folder + "/silent"
    #expect(unsafe mkfifo(fifo, 0o600) == 0)
    let sources = [try ByteSource(path: path), try ByteSource(path: fifo)]
    for source in sources {
      source.pauses(after: nil, stoppedBy: stop.fileHandleForReading.fileDescriptor)
    }
    try stop.fileHandleForWriting.write(contentsOf: Data([0]))
    for source in sources {
      #expect {
        _ = try CSVReader(source)
      } throws: { "\($0)" == "was not read to its end: reading was stopped" }
    }
    #expect(throws: TabularError.self) { try sources[0].checkWhole() }
    var buffer: [UInt8] = [0]
    #expect(throws: TabularError.self) { try sources[0].read(1, from: 0, into: &buffer) }
  }

  @Test func `a FIFO that nobody writes to can be told`() throws {
    let fifo = folder + "/silent"
    #expect(unsafe mkfifo(fifo, 0o600) == 0)
    #expect(try !ByteSource(path: fifo).comes(within: 10))
    #expect(try ByteSource(path: "/dev/null").comes(within: 10))
  }

  @Test func `the path of an open pipe is read`() throws {
    let pipe = Pipe()
    try pipe.fileHandleForWriting.write(contentsOf: Data("a,b\n1,2\n".utf8))
    try pipe.fileHandleForWriting.close()
    let source = try ByteSource(path: "/dev/fd/\(pipe.fileHandleForReading.fileDescriptor)")
    #expect(source.size == nil)
    #expect(try records(source) == ["1,2"])
  }

  @Test func `devices are refused by what they yield`() {
    for (path, reason) in [("/dev/null", "is empty"), ("/dev/zero", "holds NUL bytes")] {
      do throws(TabularError) {
        _ = try CSVReader(try ByteSource(path: path))
        Issue.record("no error")
      } catch {
        #expect(error.description.hasPrefix(reason))
      }
    }
  }

  @Test func `standard input has a name`() {
    #expect(ByteSource.standardInput().name == "standard input")
  }

  @Test func `an error tells its place`() {
    #expect(TabularError(line: 2, byteOffset: 9, reason: "x").description == "line 2, byte 9: x")
    #expect(TabularError(byteOffset: 9, reason: "x").description == "byte 9: x")
  }
}
