import Testing

@testable import Tabular

struct RefusedRowTests {
  /// A bad row between two good ones, which are read all the same.
  private func reason(_ row: [UInt8], _ location: SourceLocation = #_sourceLocation) -> String {
    let text = Array("a,b\n1,2\n".utf8) + row + Array("\n3,4\n".utf8)
    let reading = Reading(text)
    #expect(reading.error == nil, sourceLocation: location)
    #expect(reading.records == [["1", "2"], ["3", "4"]], sourceLocation: location)
    #expect(reading.rows.count == 3, sourceLocation: location)
    let expected = Reading.Row.malformed(raw: String(decoding: row, as: UTF8.self), line: 3)
    #expect(reading.rows.dropFirst().first == expected, sourceLocation: location)
    for readSize in 1...7 {
      #expect(
        Reading(text, readSize: readSize, bufferSize: 16) == reading, sourceLocation: location)
    }
    return reading.reasons.first ?? ""
  }

  @Test func `a row with too few fields is refused`() {
    #expect(reason(Array("x".utf8)) == "too short: 1 field, while the header has 2")
  }

  @Test func `a row with too many fields is refused`() {
    #expect(reason(Array("x,y,\"z\"\"\"".utf8)) == "too long: 3 fields, while the header has 2")
  }

  @Test func `text after a closing quote is refused`() {
    #expect(
      reason(Array("\"x\" ,y".utf8))
        == "text after the quote that closes field 1: double a quote that belongs to the text")
  }

  @Test func `text after a quote that was opened lines before is refused with both lines`() {
    #expect(
      reason(Array("x,\"y\nz,\"w\"".utf8))
        == "text after the quote that closes field 2 on line 4 (opened on line 3): "
        + "double a quote that belongs to the text")
  }

  @Test func `a quote within an unquoted field is refused`() {
    #expect(
      reason(Array("x,5\" screen, \"new\"".utf8))
        == "field 2 has a quote in it but does not begin with one: "
        + "quote the whole field and double the quote")
  }

  @Test(arguments: ["x,y\0", "\"x\0\",y", "\0,"])
  func `a NUL is refused`(_ row: String) {
    let index = Array(row.utf8).firstIndex(of: 0) ?? 0
    #expect(reason(Array(row.utf8)) == "a NUL at byte \(8 + index)")
  }

  @Test(arguments: [
    [0x78, 0x2C, 0xE9], [0x22, 0xE9, 0x22, 0x2C], [0xC0, 0xAF, 0x2C], [0xED, 0xA0, 0x80, 0x2C],
    [0xF4, 0x90, 0x80, 0x80, 0x2C], [0xE6, 0x9D, 0x2C],
  ])
  func `bytes that are not UTF-8 are refused`(_ row: [UInt8]) {
    let index = row.firstIndex { $0 >= 0x80 } ?? 0
    let value = String(row[index], radix: 16, uppercase: true)
    let column = row.prefix(index).contains(0x2C) ? "b" : "a"
    let said = reason(row)
    let place = "the byte 0x\(value) at byte \(8 + index) in column \"\(column)\" is not UTF-8"
    #expect(said.hasPrefix("\(place) but may be windows-1252"))
    #expect(said.hasSuffix(": state its encoding"))
  }

  @Test func `the header repeated is refused`() {
    #expect(reason(Array("a,b".utf8)) == "the header again: were two files joined?")
  }

  @Test func `a row with a million fields is refused`() {
    let row = [UInt8](repeating: UInt8(ascii: ","), count: 999_999)
    let reading = Reading(Array("a,b\n".utf8) + row + Array("\n1,2\n".utf8))
    #expect(reading.reasons == ["too long: 1000000 fields, while the header has 2"])
    #expect(reading.records == [["1", "2"]])
  }
}
