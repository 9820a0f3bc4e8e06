import Foundation
import Tabular
import Testing

struct JSONTests {
  private let value = JSON.object([
    ("z", .integer(.min)), ("a", .array([.bool(true), .bool(false), .null])),
    ("empty", .array([.object([]), .array([])])), ("n", .number("0.10")),
  ])

  @Test func `compact text has no space and keeps the order of names`() {
    #expect(
      value.text(pretty: false)
        == #"{"z":-9223372036854775808,"a":[true,false,null],"empty":[{},[]],"n":0.10}"#)
  }

  @Test func `pretty text is indented by two spaces`() {
    #expect(
      value.text(pretty: true) == """
        {
          "z": -9223372036854775808,
          "a": [
            true,
            false,
            null
          ],
          "empty": [
            {},
            []
          ],
          "n": 0.10
        }
        """)
  }

  @Test func `strings are escaped as they must be, and otherwise left as they are`() {
    let text = "\"\\/\u{8}\u{C}\n\r\t\u{0}\u{1F}\u{7F}\u{9B}\u{2028}é👍e\u{301}\r\n"
    #expect(
      JSON.string(text).text(pretty: false)
        == "\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0000\\u001f\\u007f\\u009b\u{2028}é👍e\u{301}\\r\\n\"")
  }

  @Test func `every scalar is read back by another program's reader`() throws {
    let text = String(
      String.UnicodeScalarView((0..<0x11_0000).lazy.compactMap { Unicode.Scalar($0) }))
    let json = JSON.object([(text, .string(text))]).text(pretty: true)
    let read = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: String]
    #expect(read?.keys.first.map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
    #expect(read?.values.first.map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
  }

  @Test(arguments: ["0", "-0", "12", "19.99", "1e5", "-1.5E+10", "0.1e-7", "18446744073709551616"])
  func `a number is written as it was given`(_ text: String) {
    #expect(JSON.number(text).text(pretty: false) == text)
  }

  @Test(arguments: ["", "-", "+1", "01", ".5", "1.", "1e", "1e+", "nan", "0x10", "1 ", "1,2", "٣"])
  func `what is no JSON number becomes a string`(_ text: String) {
    #expect(JSON.number(text).text(pretty: false) == "\"\(text)\"")
  }
}
