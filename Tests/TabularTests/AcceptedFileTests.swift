import Testing

@testable import Tabular

struct AcceptedFileTests {
  @Test(arguments: AcceptedCase.all)
  func `a file is read to the rows it holds`(_ accepted: AcceptedCase) {
    let reading = Reading(accepted.text)
    #expect(reading.error == nil)
    #expect(reading.reasons == [])
    #expect(reading.header == accepted.header)
    #expect(reading.records.map(bytes) == accepted.records.map(bytes))
  }

  @Test(arguments: AcceptedCase.all)
  func `the size of the reads makes no difference`(_ accepted: AcceptedCase) {
    let whole = Reading(accepted.text)
    for readSize in 1...7 {
      for bufferSize in [16, 17, 4096] {
        let pieces = Reading(
          Array(accepted.text.utf8), readSize: readSize, bufferSize: bufferSize)
        #expect(pieces == whole, "read size \(readSize), buffer size \(bufferSize)")
      }
    }
  }

  @Test func `lines are physical lines, counted from 1`() {
    let reading = Reading("a,b\r\n\r\n\"x\r\ny\rz\n\",2\r\n3\n\n\"p\n\n\",6\r7,8")
    #expect(
      reading.rows == [
        .record(["x\r\ny\rz\n", "2"], line: 3), .malformed(raw: "3", line: 7),
        .record(["p\n\n", "6"], line: 9), .record(["7", "8"], line: 12),
      ])
  }

  @Test(arguments: [";", "\t", "|"])
  func `another delimiter is used if stated`(_ delimiter: String) {
    let byte = delimiter.utf8.first ?? 0
    let reading = Reading("a\(delimiter)b\n1,5\(delimiter)\"2\(delimiter)3\"\n", delimiter: byte)
    #expect(reading.error == nil)
    #expect(reading.header == ["a", "b"])
    #expect(reading.records == [["1,5", "2\(delimiter)3"]])
  }

  @Test func `the first rows of a slow pipe are not held back`() throws {
    let source = ByteSource(bytes: Array("a,b\n1,2\n3,4\n".utf8), readSize: 4)
    var reader = try CSVReader(source)
    #expect(source.position == 4)
    #expect(try reader.next() == .record)
    #expect(source.position == 8)
  }

  @Test func `after the end there is still nothing`() throws {
    var reader = try CSVReader(ByteSource(bytes: Array("a\n1\n".utf8)))
    #expect(try reader.next() == .record)
    #expect(try reader.next() == nil)
    #expect(try reader.next() == nil)
    #expect(reader.rawRecord == [])
  }

  private func bytes(_ record: [String]) -> [[UInt8]] { record.map { Array($0.utf8) } }
}
