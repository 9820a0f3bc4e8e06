import Foundation
import TestSupport
import Testing

@testable import Tabular

struct GzipTests {
  /// What the `gzip` command makes of bytes.
  private func gzip(_ bytes: [UInt8]) throws -> [UInt8] {
    let path = NSTemporaryDirectory() + "tabular-" + UUID().uuidString
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try output(of: "/bin/gzip -c -n '\(path)'")
  }

  private func output(of command: String) throws -> [UInt8] {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", command]
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Array(data)
  }

  private func error(_ bytes: [UInt8]) -> String {
    let reading = Reading(bytes)
    #expect(Reading(bytes, readSize: 1, bufferSize: 16).error == reading.error)
    return reading.error?.description ?? "no error"
  }

  private let csv = Array("a,b\n1,2\n3,\"four\nfive\"\n6\n".utf8)

  @Test(arguments: [1, 2, 3, 64, Int.max])
  func `a gzip file is read to the rows in it`(_ readSize: Int) throws {
    let reading = Reading(try gzip(csv), readSize: readSize, bufferSize: 16)
    #expect(reading == Reading(csv))
  }

  @Test func `several members are read as one file`() throws {
    let parts = [csv[..<9], csv[9..<9], csv[9...]]
    let bytes = try parts.flatMap { try gzip(Array($0)) }
    for readSize in [1, 7, Int.max] {
      #expect(Reading(bytes, readSize: readSize) == Reading(csv))
    }
    #expect(Reading(bytes + [0, 0, 0, 0]) == Reading(csv))
  }

  @Test func `position and size are those of the compressed file`() throws {
    let bytes = try gzip(csv)
    let source = ByteSource(bytes: bytes)
    var reader = try CSVReader(source)
    while try reader.next() != nil {}
    #expect(source.size == bytes.count)
    #expect(source.position == bytes.count)
  }

  @Test func `a byte is named by its place in what was compressed`() throws {
    let bytes = try gzip(Array("a,b\n1,2\n3,\0\n".utf8))
    #expect(Reading(bytes, readSize: 3).reasons == ["a NUL at byte 10"])
  }

  @Test func `a gzip file cut short anywhere is refused`() throws {
    let whole = try gzip(csv)
    for count in 2..<whole.count {
      let reason = error(Array(whole[..<count]))
      #expect(reason == "the gzip file is cut short: it ends in the middle of its data")
    }
  }

  @Test func `a damaged gzip file is refused`() throws {
    let whole = try gzip(csv)
    for index in whole.indices.suffix(8) {
      var bytes = whole
      bytes[index] ^= 1
      #expect(
        error(bytes)
          == "the gzip file is damaged: its data does not have its checksum, or cannot be "
          + "decompressed; get the file again", "\(index)")
    }
    #expect(
      error(whole + Array("more".utf8))
        == "the gzip file is damaged: something else follows its data")
  }

  @Test func `a gzip file in a gzip file is refused`() throws {
    #expect(error(try gzip(try gzip(csv))).hasPrefix("is a gzip file in a gzip file"))
  }

  @Test func `an empty file in gzip is empty`() throws {
    #expect(error(try gzip([])) == "is empty")
  }

  @Test func `the whole is checked beside the reading of its rows`() throws {
    let whole = try gzip(csv) + gzip(csv)
    var taken: [UInt8] = []
    let source = ByteSource(bytes: whole)
    try source.checkWhole { taken += $0 }
    #expect(taken == whole)
    #expect(source.position == 0)
    for index in [whole.count - 8, whole.count / 2 - 8] {
      var bytes = whole
      bytes[index] ^= 1
      let damaged = ByteSource(bytes: bytes)
      #expect(throws: TabularError.self) { try damaged.checkWhole() }
      #expect(damaged.position == 0)
    }
  }

  @Test func `gzip data of a pipe can be read twice once it has been checked`() throws {
    let large = Array("a,b\n".utf8) + Array(repeating: Array("1,2\n".utf8), count: 9999).joined()
    for bytes in [large, csv] {
      let source = try piped(gzip(bytes)).rereadable()
      #expect(source.size != nil)
      var first: [UInt8] = []
      var buffer = [UInt8](repeating: 0, count: 5000)
      while case let count = try source.read(into: &buffer, at: 0), count > 0 {
        first += buffer[..<count]
      }
      #expect(first == bytes)
      var size = 0
      try source.checkWhole { size += $0.count }
      #expect(size == source.size)
    }
    var damaged = try gzip(csv)
    damaged[damaged.count - 8] ^= 1
    let bytes = damaged
    #expect(throws: TabularError.self) { try piped(bytes).rereadable() }
    let plain = try piped(csv).rereadable()
    #expect(plain.size == nil)
    #expect(try plain.peek().elementsEqual(csv))
  }

  /// A pipe to which all has been written.
  private func piped(_ bytes: [UInt8]) throws -> ByteSource {
    let pipe = Pipe()
    let source = try ByteSource(path: "/dev/fd/\(pipe.fileHandleForReading.fileDescriptor)")
    try pipe.fileHandleForWriting.write(contentsOf: Data(bytes))
    try pipe.fileHandleForWriting.close()
    return source
  }

  @Test func `whoever digests a file gets it as it is`() throws {
    let bytes = try gzip(csv)
    let path = NSTemporaryDirectory() + "tabular-" + UUID().uuidString
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let source = try ByteSource(path: path, inflatesGzip: false)
    var read: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 16)
    while case let count = try source.read(into: &buffer, at: 0), count > 0 {
      read += buffer[..<count]
    }
    #expect(read == bytes)
  }

  @Test func `much that was little is read no further than a row may be long`() throws {
    let bytes = try output(of: "{ printf 'a,b\\n'; head -c 300000000 /dev/zero; } | gzip -1c")
    let source = ByteSource(bytes: bytes, readSize: 4096)
    var reader = try CSVReader(source)
    #expect(throws: TabularError.self) { _ = try reader.next() }
    #expect(source.position < bytes.count / 10)
  }

  @Test func `any bytes after the mark of gzip give rows or an error`() throws {
    let whole = try gzip(csv)
    var random = SeededGenerator(seed: 7)
    var errors = 0
    for _ in 0..<2_000 {
      var bytes = whole
      for _ in 0...Int.random(in: 0...3, using: &random) {
        let index = Int.random(in: 2..<bytes.count, using: &random)
        bytes[index] = .random(in: 0...255, using: &random)
      }
      if Reading(bytes).error != nil { errors += 1 }
    }
    #expect(errors > 1_000)
  }
}
