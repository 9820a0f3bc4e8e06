import TestSupport
import Testing

@testable import Tabular

struct JSONLinesTests {
  @Test func `the first object gives the columns`() {
    let reading = Reading(jsonLines: "{\"a\":\"x\",\"b\":1}\n{\"b\":2,\"a\":\"y\"}\n")
    #expect(reading.error == nil)
    #expect(reading.header == ["a", "b"])
    #expect(reading.rows == [.record(["x", "1"], line: 1), .record(["y", "2"], line: 2)])
  }

  @Test func `a number stays as it is written`() {
    let numbers = ["0.1", "-0", "1e309", "5.76E+17", "576461234567890123", "1.10", "0e-7"]
    let reading = Reading(jsonLines: numbers.map { "{\"n\": \($0) }\n" }.joined())
    #expect(reading.records == numbers.map { [$0] })
  }

  @Test func `true and false are words, and null is an empty field`() {
    let reading = Reading(jsonLines: "{\"a\":true,\"b\":false,\"c\":null,\"d\":\"\"}")
    #expect(reading.records == [["true", "false", "", ""]])
  }

  /// Spaces and line breaks within and between elements, brackets in texts, in pieces of any size.
  @Test(arguments: [1, 2, 3, 7, 100]) func `an array of objects is read as its objects are`(
    size: Int
  ) throws {
    let text =
      "\u{FEFF}\r\n [\n {\"a\":\"[x,\\\"}\",\n  \"b\": 1},{\"b\":2\n} ,\n\n{\"a\":{\"c\":[1]}},7,\n[8],"
      + "{\"a\":\"\u{e9}\"}\n]\n"
    let source = ByteSource(bytes: Array(text.utf8), readSize: size)
    var reader = try JSONLinesReader(source, isNeeded: { _ in false }, bufferSize: 16)
    #expect(reader.header == ["a", "b"])
    var rows: [String] = []
    while let row = try reader.next() {
      switch row {
      case .record: rows.append("\(reader.line) \(reader.text(0))|\(reader.text(1))")
      case .malformed(let reason): rows.append("\(reader.line) \(reason.prefix(12))")
      case .pause: break
      }
    }
    #expect(
      rows == [
        "3 [x,\"}|1", "4 |2", "7 has an objec", "7 is no JSON o", "8 is an array,", "8 \u{e9}|",
      ])
  }

  @Test(arguments: [
    ("[{\"a\":1}", "line 1: the array is not closed"), ("[{\"a\":1", "line 1: the array is not"),
    ("[{\"a\":1}{\"a\":2}]", "line 1: a comma is missing"),
    ("[{\"a\":1}]\n{\"a\":2}", "line 1: something follows"),
    ("[]", "has no object: its array is empty"),
  ]) func `an array that is cut short, or is none, is refused`(text: String, reason: String) {
    let reading = Reading(jsonLines: text)
    #expect(reading.error?.description.hasPrefix(reason) == true)
  }

  @Test func `escapes are resolved`() {
    let reading = Reading(
      jsonLines: #"{"a":"\"\\\/\b\f\n\r\t","b":"\u00e9\u6771\ud83d\udc4D","\u0063":"é👍"}"#)
    #expect(reading.error == nil)
    #expect(reading.header == ["a", "b", "c"])
    #expect(reading.records == [["\"\\/\u{8}\u{C}\n\r\t", "é東👍", "é👍"]])
  }

  @Test func `blank lines, CRLF, spaces, a byte order mark and no final newline do no harm`() {
    let reading = Reading(
      jsonLines: "\u{FEFF}\r\n \t\n\t{ \"a\" : 1 , \"b\" : 2 } \r\n\n\n{\"a\":3}\r\n{\"b\":4}")
    #expect(reading.error == nil)
    #expect(
      reading.rows == [
        .record(["1", "2"], line: 3), .record(["3", ""], line: 6), .record(["", "4"], line: 7),
      ])
  }

  @Test func `keys that come later are named once`() throws {
    let text = "{\"a\":1}\n{\"b\":2,\"a\":3}\n{\"c\":4,\"b\":5}\n"
    var reader = try JSONLinesReader(ByteSource(bytes: Array(text.utf8)))
    while try reader.next() != nil {}
    #expect(reader.header == ["a"])
    #expect(reader.laterColumns == ["b", "c"])
  }

  @Test func `an object is malformed that has a needed key which the first has not`() {
    let reading = Reading(
      jsonLines: "{\"a\":1}\n{\"a\":2,\"kind\":\"refund\"}\n{\"a\":3,\"other\":1}\n",
      isNeeded: { $0 == "kind" })
    #expect(reading.records == [["1"], ["3"]])
    #expect(
      reading.reasons == [
        "has the key \"kind\", which the first object has not, though that gives the columns: "
          + "put it there as well, as null"
      ])
  }

  @Test(arguments: [
    ("{\"a\":1,\"a\":2}", "has the key \"a\" twice"),
    ("{\"a\":1,\"\\u0061\":2}", "has the key \"a\" twice"),
    ("{\"z\":1,\"z\":2}", "has the key \"z\" twice"),
    ("{\"a\":\"\\ud800\"}", "has half of a surrogate pair (byte 19)"),
    ("{\"a\":\"\\udc00\\ud800\"}", "has half of a surrogate pair (byte 19)"),
    ("{\"a\":\"\\ud800x\"}", "has half of a surrogate pair (byte 19)"),
    ("{\"a\":\"x\\u0000\"}", "has a \\u0000 (byte 20)"),
    ("{\"a\":\"\\x\"}", "has an escape that JSON does not know (byte 19)"),
    ("{\"a\":\"\\u00g0\"}", "has an escape that JSON does not know (byte 19)"),
    ("{\"a\":\"\t\"}", "has a control character in a string, not escaped (byte 19)"),
    ("{\"a\":1", "is cut short: it ends within the object"),
    ("{\"a\":\"x", "is cut short: it ends within the object"),
    ("{\"a\":tr", "is cut short: it ends within the object"),
    ("{", "is cut short: it ends within the object"),
    ("{\"a\":1} x", "something follows the object (byte 21)"),
    ("{\"a\":1}{\"a\":1}", "something follows the object (byte 20)"),
    ("{\"a\":1,}", "has no key in quotes (byte 20)"),
    ("{,}", "has no key in quotes (byte 14)"), ("{a:1}", "has no key in quotes (byte 14)"),
    ("{\"a\" 1}", "has no colon after a key (byte 18)"),
    ("{\"a\":1 \"b\":2}", "has no comma before the next key (byte 20)"),
    ("{\"a\":01}", "has no JSON value (byte 18)"), ("{\"a\":+1}", "has no JSON value (byte 18)"),
    ("{\"a\":NaN}", "has no JSON value (byte 18)"), ("{\"a\":-}", "has no JSON value (byte 18)"),
    ("{\"a\":1.}", "has a number without decimals (byte 18)"),
    ("{\"a\":1e}", "has a number without exponent (byte 18)"),
    ("{\"a\":nul}", "has no JSON value (byte 18)"), ("{\"a\":}", "has no JSON value (byte 18)"),
    ("1", "is no JSON object (byte 13)"),
    ("[{\"a\":1}]", "is an array, not an object: put one object on each line"),
    (
      "{\"a\":{}}",
      "has an object under the key \"a\": only text, numbers, true, false and null can be read"
    ),
    (
      "{\"\\u001b\":[]}",
      "has an array under the key \"\\u001b\": only text, numbers, true, false and null can be read"
    ),
  ])
  func `an object that cannot be a row is malformed`(_ line: String, _ reason: String) {
    let reading = Reading(jsonLines: "{\"a\":\"four\"}\n\(line)\n{\"a\":2}")
    #expect(reading.error == nil)
    #expect(reading.records == [["four"], ["2"]])
    #expect(reading.rows.dropFirst().first == .malformed(raw: line, line: 2))
    #expect(reading.reasons == [reason])
  }

  @Test func `bytes that are not UTF-8 are refused with their place`() {
    let reading = Reading(
      jsonLines: Array("{\"a\":1}\n{\"a\":\"".utf8) + [0xE9] + Array("\"}".utf8))
    #expect(reading.reasons.first?.hasPrefix("the byte 0xE9 at byte 14 is not UTF-8") == true)
  }

  @Test func `a nesting of any depth is refused at once`() {
    let deep = String(repeating: "[", count: 100_000)
    let reading = Reading(jsonLines: "{\"a\":1}\n{\"a\":\(deep)\n{\"a\":2}")
    #expect(reading.records == [["1"], ["2"]])
    #expect(reading.reasons.first?.hasPrefix("has an array under the key") == true)
  }

  @Test(arguments: [
    ("", "is empty"), ("\n \n", "has no object: there are only blank lines in it"),
    ("{}\n", "line 1: the first object gives the columns, but it has no keys"),
    (
      "\n{\n  \"a\": 1\n}\n",
      "line 2: the first object gives the columns, but it is cut short: it ends within the object"
    ),
    ("PK\u{3}\u{4}\u{14}, notes", "zip"),
  ])
  func `a file that does not begin with an object is refused`(_ text: String, _ reason: String) {
    let error = Reading(jsonLines: text).error?.description ?? "no error"
    #expect(error == reason || reason == "zip" && error.hasPrefix("is a zip file"))
  }

  @Test func `a line of more than 8 MiB is refused without reading the rest`() throws {
    for length in [8 << 20, (8 << 20) + 1, 40 << 20] {
      let filler = [UInt8](repeating: 0x78, count: length - 8)
      let bytes = Array("{\"a\":1}\n{\"a\":\"".utf8) + filler + Array("\"}".utf8)
      let source = ByteSource(bytes: bytes)
      var reader = try JSONLinesReader(source)
      #expect(try reader.next() == .record)
      if length == 8 << 20 {
        #expect(try reader.next() == .record)
      } else {
        for _ in 0..<2 {
          #expect(
            throws: TabularError(line: 2, byteOffset: 8, reason: "the line is longer than 8 MiB")
          ) {
            _ = try reader.next()
          }
        }
        #expect(source.position <= 18 << 20)
      }
    }
  }

  @Test func `more keys than can be kept apart are refused`() throws {
    let lines = (0...10_000).map { "{\"k\($0)\":1}\n" }.joined()
    #expect(
      Reading(jsonLines: lines).error
        == TabularError(
          line: 10_001,
          reason: "more than 10,000 different keys so far, or more than 1 MiB of them"))
  }

  @Test func `the size of the reads makes no difference, whatever the bytes`() {
    let pieces: [[UInt8]] =
      [
        "{", "}", "\"a\"", "\"b\"", ":", ",", "1", "-2.5e3", "\"x\\n\"", "\\u00e9", "null", "true",
        " ", "\n", "\r\n", "\n{\"a\":1}\n", "\n{\"a\":1,\"b\":\"y\"}\n", "[", "é", "\"", "\\",
      ].map { Array($0.utf8) } + [[0], [0xE9]]
    var random = SeededGenerator(seed: 11)
    var records = 0
    for _ in 0..<4_000 {
      let body = (0..<Int.random(in: 0...20, using: &random)).flatMap { _ in
        pieces.randomElement(using: &random) ?? []
      }
      let bytes = Array("{\"a\":1,\"b\":\"\\u00e9\"}\n".utf8) + body
      let whole = Reading(jsonLines: bytes)
      let parts = Reading(
        jsonLines: bytes, readSize: Int.random(in: 1...9, using: &random),
        bufferSize: Int.random(in: 16...40, using: &random))
      #expect(parts == whole)
      records += whole.records.count - 1
    }
    #expect(records > 300)
  }

  @Test func `a file cut short anywhere gives rows and then an error or the end`() {
    let bytes = Array("{\"a\":\"\\ud83d\\udc4d\",\"b\":-1.5e+3,\"c\":null,\"d\":true}\n".utf8)
    for count in 1..<bytes.count - 1 {
      let second = Reading(jsonLines: bytes + bytes[..<count])
      #expect(second.records.count == 1)
      #expect(second.reasons == ["is cut short: it ends within the object"])
    }
  }
}
