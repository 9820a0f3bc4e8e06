import Testing

@testable import Tabular

struct CSVWriterTests {
  private func text(_ rows: [String?]..., spreadsheetSafe: Bool = false) -> String {
    var writer = CSVWriter(spreadsheetSafe: spreadsheetSafe)
    for row in rows { writer.append(row) }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test func `fields are quoted only where they must be`() {
    #expect(
      text(["a b", "a,b", "a\"b", "a\nb", "a\rb", "'é;"])
        == "a b,\"a,b\",\"a\"\"b\",\"a\nb\",\"a\rb\",'é;\n")
  }

  @Test func `nil is an empty field, and a lone empty field is no blank line`() {
    #expect(text(["a", nil, ""], [nil, nil]) == "a,,\n,\n")
    #expect(text([nil], [""]) == "\"\"\n\"\"\n")
  }

  @Test func `the delimiter that is used is quoted`() {
    var writer = CSVWriter(delimiter: UInt8(ascii: ";"))
    writer.append(["a,b", "c;d"])
    #expect(writer.bytes == Array("a,b;\"c;d\"\n".utf8))
  }

  @Test func `what has been taken is not kept`() {
    var writer = CSVWriter()
    writer.append(["a"])
    writer.append(raw: Array("1,\"x\"y".utf8))
    #expect(writer.take() == Array("a\n1,\"x\"y\n".utf8))
    #expect(writer.bytes == [])
  }

  @Test(arguments: ["=1+1", "+A1", "-1+1", "-", "@SUM(A1)", "\tx", "--1", "-1.", "+1.2.3"])
  func `text like a formula is guarded where a spreadsheet will read it`(_ field: String) {
    #expect(text(["x", field], spreadsheetSafe: true) == "x,'\(field)\n")
    #expect(text(["x", field]) == "x,\(field)\n")
  }

  @Test func `a guarded field is quoted if need be`() {
    #expect(text(["\r", "=\"a\""], spreadsheetSafe: true) == "\"'\r\",\"'=\"\"a\"\"\"\n")
  }

  @Test(arguments: ["-19.98", "+5", "a=b", "", "'", "1e5"])
  func `numbers and other text are not guarded`(_ field: String) {
    #expect(text(["x", field], spreadsheetSafe: true) == "x,\(field)\n")
  }
}
