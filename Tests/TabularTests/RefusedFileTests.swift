import Testing

@testable import Tabular

struct RefusedFileTests {
  private func error(_ bytes: [UInt8], delimiter: UInt8 = UInt8(ascii: ",")) -> String {
    let reading = Reading(bytes, delimiter: delimiter)
    #expect(Reading(bytes, delimiter: delimiter, readSize: 1, bufferSize: 16) == reading)
    return reading.error?.description ?? "no error"
  }

  private func error(_ text: String) -> String { error(Array(text.utf8)) }

  @Test func `an empty file is refused`() {
    #expect(error("") == "is empty")
  }

  @Test(arguments: ["\n", "\r\n\r\n", "\u{FEFF}", "\u{FEFF}\n"])
  func `a file of blank lines is refused`(_ text: String) {
    #expect(error(text) == "has no header: there are only blank lines in it")
  }

  @Test(arguments: [
    "1,2\n3,4\n", "2021-12-08,-5\n", ",,\n1,2,3\n", "\"1\",+2", "o1,1,1,9.99\n", "a,3.50,3.50\n",
  ])
  func `a file without a header is refused`(_ text: String) {
    #expect(
      error(text) == "line 1: no header: the first line holds values, not the names of columns")
  }

  @Test func `a header that has a name twice is refused`() {
    #expect(error("a,b,\"a\"\n") == "line 1: two columns are named \"a\": columns 1 and 3")
  }

  @Test func `a header that cannot be read is refused`() {
    #expect(error("\na,\"b\"c\n").hasPrefix("line 2: in the header, text after the quote"))
    #expect(error("a,\0\n") == "line 1: in the header, a NUL at byte 2")
    #expect(error([0x61, 0x2C, 0xE9, 0x0A]).hasPrefix("line 1: in the header, the byte 0xE9"))
  }

  @Test func `more than ten thousand columns are refused`() {
    func header(_ count: Int) -> String { (1...count).map { "c\($0)" }.joined(separator: ",") }
    #expect(error(header(10_000)) == "no error")
    #expect(error(header(10_001)) == "line 1: 10001 columns, while 10,000 is the most")
  }

  @Test(arguments: [
    ("a;b;c\n", "a semicolon"), ("a\tb\n", "a tab"), ("a|b\n", "a vertical bar"),
    ("\"a\";\"b\"\n", "a semicolon"), ("\"a,b\";c\n", "a semicolon"), ("sep=;\n", "a semicolon"),
    ("a|b;c|d\n", "a vertical bar"),
  ])
  func `the wrong delimiter is named`(_ text: String, _ found: String) {
    #expect(
      error(text) == "line 1: the columns seem to be delimited by \(found), not by a comma: "
        + "state it")
  }

  @Test func `a comma is named where another delimiter was stated`() {
    #expect(
      error(Array("a,b\n".utf8), delimiter: UInt8(ascii: ";"))
        == "line 1: the columns seem to be delimited by a comma, not by a semicolon: "
        + "state it")
  }

  @Test(arguments: [0, 0x0A, 0x0D, 0x22, 0x7F, 0xE9])
  func `a byte that cannot delimit fields is refused`(_ delimiter: UInt8) {
    #expect(error(Array("a,b\n".utf8), delimiter: delimiter).contains("cannot delimit fields"))
  }

  @Test(arguments: [
    (Array("PK\u{3}\u{4}\u{14}, notes.csv".utf8), "zip file"),
    (Array("PK\u{3}\u{4}\u{A}[Content_Types].xml".utf8), "xlsx"),
    (Array("PK\u{3}\u{4}mimetypeapplication/vnd.oasis.opendocument".utf8), "OpenDocument"),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0], "(xls)"),
    ([0xFF, 0xFE, 0x61, 0], "UTF-16"), ([0xFE, 0xFF, 0, 0x61], "UTF-16"),
    ([0x61, 0, 0x2C, 0, 0x0A, 0], "UTF-16"), ([0, 0x61, 0, 0x2C], "UTF-16"),
    ([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], "UTF-32"),
    (Array("SQLite format 3\0\u{10}".utf8), "SQLite database"),
    ([UInt8](repeating: 0, count: 100), "NUL bytes"),
  ])
  func `another kind of file is refused by its name`(_ bytes: [UInt8], _ name: String) {
    #expect(error(bytes).contains(name))
    #expect(error(bytes).hasPrefix("is ") || error(bytes).hasPrefix("holds "))
  }

  @Test(arguments: ["a,b\n1,\"2\n3,4\n", "a,b\n1,\"2\n3,\"\"4\n", "a,b\n1,\""])
  func `a quote that is never closed is refused with the line it began on`(_ text: String) {
    #expect(error(text) == "line 2, byte 6: the quote that is opened here is never closed")
  }

  @Test func `after a fatal error the same error comes again`() throws {
    var reader = try CSVReader(ByteSource(bytes: Array("a\n\"".utf8)))
    for _ in 0..<2 {
      do {
        _ = try reader.next()
        Issue.record("no error")
      } catch {
        #expect(error.line == 2)
      }
    }
  }
}
