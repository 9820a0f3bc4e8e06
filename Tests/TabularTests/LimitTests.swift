import Testing

@testable import Tabular

struct LimitTests {
  private let limit = 1 << 20

  private func quoted(_ length: Int) -> [UInt8] {
    Array("a,b\n1,2\n3,\"".utf8) + [UInt8](repeating: 0x78, count: length) + Array("\"\n5,6".utf8)
  }

  @Test func `a quoted field of 1 MiB is read`() {
    let reading = Reading(quoted(limit), readSize: 65_536)
    #expect(reading.error == nil)
    #expect(reading.records.map { $0[1].utf8.count } == [1, limit, 1])
  }

  @Test(arguments: [1 << 12, 1 << 16, Int.max])
  func `a longer quoted field is refused with the line it began on`(_ readSize: Int) {
    let reading = Reading(quoted(limit + 1), readSize: readSize, bufferSize: 1 << 14)
    #expect(reading.records == [["1", "2"]])
    #expect(
      reading.error
        == TabularError(
          line: 3, byteOffset: 10,
          reason: "the quoted field that begins here is longer than 1 MiB: "
            + "is its quote never closed?"))
  }

  @Test func `a quote that is never closed is found without reading the rest`() throws {
    let bytes = Array("a\n\"".utf8) + [UInt8](repeating: 0x78, count: 20 << 20)
    let source = ByteSource(bytes: bytes)
    var reader = try CSVReader(source)
    #expect(throws: TabularError.self) { _ = try reader.next() }
    #expect(source.position <= 3 << 20)
  }

  @Test func `a row of more than 8 MiB is refused`() throws {
    for length in [8 << 20, (8 << 20) + 1] {
      let bytes = Array("a\n".utf8) + [UInt8](repeating: 0x78, count: length) + Array("\n".utf8)
      var reader = try CSVReader(ByteSource(bytes: bytes))
      if length == 8 << 20 {
        #expect(try reader.next() == .record)
      } else {
        #expect(
          throws: TabularError(line: 2, byteOffset: 2, reason: "the row is longer than 8 MiB")
        ) {
          _ = try reader.next()
        }
      }
    }
  }

  @Test func `a row without end is refused without reading the rest`() throws {
    for start in ["", "x\"", "\"x\"y"] {
      let bytes = Array("a\n\(start)".utf8) + [UInt8](repeating: 0x78, count: 40 << 20)
      let source = ByteSource(bytes: bytes)
      var reader = try CSVReader(source)
      #expect(throws: TabularError.self) { _ = try reader.next() }
      #expect(source.position <= 18 << 20)
    }
  }
}
