import Foundation
import Testing

@testable import Tabular

struct XLSXSheetTests {
  private static func cells(_ texts: String...) -> String {
    "<row>" + texts.map { "<c t=\"str\"><v>\($0)</v></c>" }.joined() + "</row>"
  }

  private func error(_ bytes: [UInt8], sheet: SheetChoice = .first) -> String {
    Reading(workbook: bytes, sheet: sheet).error?.description ?? "no error"
  }

  @Test func `cells stand where they say, and rows too`() {
    let rows = """
      <row r="3"><c r="B3" t="str"><v>b</v></c><c r="D3" t="str"><v>d</v></c></row>
      <row r="4"><c r="D4"><v>1</v></c></row><row r="5"/><row r="6"><c r="A6"/></row>
      <row r="9"><c r="B9"><v>2</v></c><c r="Z9" t="str"><v></v></c></row>
      <row><c/><c><v>3</v></c></row>
      """
    let reading = Reading(workbook: MadeWorkbook(rows).bytes)
    #expect(reading.error == nil)
    #expect(reading.header == ["", "b", "", "d"])
    #expect(
      reading.rows == [
        .record(["", "", "", "1"], line: 4), .record(["", "2", "", ""], line: 9),
        .record(["", "3", "", ""], line: 10),
      ])
  }

  @Test(arguments: [
    ("<c r=\"C2\"><v>1</v></c>", "too long: has a value in column C, while the header ends at B"),
    ("<c r=\"A2\"><v>1</v></c><c r=\"A2\"><v>2</v></c>", "has the cell A2 twice"),
    ("<c r=\"12\"><v>1</v></c>", "has a cell at a place that is none"),
    ("<c r=\"ZZZZ2\"><v>1</v></c>", "has a cell at a place that is none"),
    ("<c r=\"XFD2\"><v>1</v></c><c><v>1</v></c>", "has more columns than a sheet can have"),
    ("<c t=\"s\"><v>0</v></c>", "has a cell that refers to a text that is not there"),
    ("<c t=\"s\"><v>-1</v></c>", "has a cell that refers to a text that is not there"),
    ("<c t=\"s\"><v>x</v></c>", "has a cell that refers to a text that is not there"),
    (
      "<c t=\"str\"><v>a</v></c><c t=\"str\"><v>b</v></c>",
      "the header again: were two files joined?"
    ),
  ])
  func `a row that cannot be one is malformed`(_ row: String, _ reason: String) {
    let rows = Self.cells("a", "b") + "<row>\(row)</row>" + Self.cells("x", "y")
    let reading = Reading(workbook: MadeWorkbook(rows).bytes)
    #expect(reading.error == nil)
    #expect(reading.reasons == [reason])
    #expect(reading.records == [["x", "y"]])
  }

  @Test(arguments: [
    "<c><v>1</v></c><c><f>A2*2</f><v/></c>", "<c><v>1</v></c><c><f>A2*2</f></c>",
    "<c><v>1</v></c><c t=\"n\"><f t=\"shared\" si=\"0\"/><v></v></c>", "<c r=\"B2\"><f>1/0</f></c>",
  ])
  func `a row with a formula that was never computed is malformed, if it is needed`(
    _ row: String
  ) throws {
    let bytes = MadeWorkbook(Self.cells("a", "b") + "<row>\(row)</row>").bytes
    let reading = Reading(workbook: bytes)
    #expect(
      reading.reasons == [
        "the formula in B2 was never computed: open the workbook in a spreadsheet program, and "
          + "save it"
      ])
    var reader = try XLSXReader(ByteSource(bytes: bytes)) { $0 == "a" }
    let next = try reader.next()
    #expect(next == .record)
  }

  @Test func `a formula has its last result, which may be an empty text`() {
    let rows =
      Self.cells("a", "b", "c")
      + "<row><c><f>1+1</f><v>2</v></c><c t=\"str\"><f>\"\"</f><v></v></c><c><v>3</v></c></row>"
    #expect(Reading(workbook: MadeWorkbook(rows).bytes).records == [["2", "", "3"]])
  }

  @Test func `the checksum of a sheet is compared before its rows are read`() throws {
    let workbook = MadeWorkbook(Self.cells("a") + Self.cells("1999") + Self.cells("3"))
    try XLSXReader(ByteSource(bytes: workbook.bytes)).checkWhole()
    var bytes = workbook.bytes
    let digit = try #require(bytes.firstRange(of: Array("1999".utf8))).lowerBound
    bytes[digit + 1] ^= 1
    // A small sheet is decompressed whole for its header; a large one is not.
    #expect(throws: TabularError.self) { try XLSXReader(ByteSource(bytes: bytes)).checkWhole() }
  }

  @Test func `a row that goes back is malformed`() {
    let rows =
      Self.cells("a") + "<row r=\"9\"><c><v>1</v></c></row><row r=\"9\"><c><v>2</v></c></row>"
    let reading = Reading(workbook: MadeWorkbook(rows).bytes)
    #expect(reading.records == [["1"]])
    #expect(reading.reasons == ["has the number 9, which cannot be"])
  }

  @Test(arguments: ["9223372036854775807", "1048577", "0", "-9223372036854775808"])
  func `a row with a number that cannot be is malformed`(_ number: String) {
    let rows =
      Self.cells("a") + "<row r=\"\(number)\"><c><v>1</v></c></row><row><c><v>2</v></c></row>"
    let reading = Reading(workbook: MadeWorkbook(rows).bytes)
    #expect(reading.reasons == ["has the number \(number), which cannot be"])
    #expect(reading.rows.last == .record(["2"], line: 3))
  }

  @Test func `a malformed row is given as CSV`() {
    let rows = Self.cells("a") + Self.cells("x", "say &quot;hi&quot;")
    let reading = Reading(workbook: MadeWorkbook(rows).bytes)
    #expect(reading.rows == [.malformed(raw: "x,\"say \"\"hi\"\"\"", line: 2)])
  }

  private var book: MadeWorkbook {
    var book = MadeWorkbook(sheets: [
      ("Hidden", Self.cells("h") + Self.cells("1")),
      ("Notes", Self.cells("n") + Self.cells("2")),
      ("Sales", Self.cells("2026") + "<row/>" + Self.cells("id", "at") + Self.cells("3", "4")),
    ])
    book.isHidden = ["Hidden"]
    return book
  }

  @Test func `the first sheet is the first that is not hidden`() {
    #expect(Reading(workbook: book.bytes).records == [["2"]])
  }

  @Test func `a sheet is found by its name`() {
    #expect(Reading(workbook: book.bytes, sheet: .named("Hidden")).records == [["1"]])
    #expect(
      error(book.bytes, sheet: .named("sales"))
        == "has no sheet of that name; its sheets are \"Hidden\", \"Notes\", \"Sales\"")
  }

  @Test func `a sheet and its header are found by what the header must have`() throws {
    let isHeader = { (names: [String]) in names.contains("id") }
    let reading = Reading(
      workbook: book.bytes, sheet: .matching(isHeader), headerRow: .matching(isHeader))
    #expect(reading.header == ["id", "at"])
    #expect(reading.rows == [.record(["3", "4"], line: 4)])
    let reader = try XLSXReader(
      ByteSource(bytes: book.bytes), sheet: .named("Sales"), headerRow: .number(3))
    #expect(reader.headerLine == 3)
    #expect(reader.sheetName == "Sales")
    #expect(reader.sheetNames == ["Hidden", "Notes", "Sales"])
    #expect(
      error(book.bytes, sheet: .matching { $0.contains("none") })
        == "has no sheet with such a header; its sheets are \"Hidden\", \"Notes\", \"Sales\"")
  }

  @Test func `a header is looked for in the first 20 rows`() {
    for titles in [19, 20] {
      let rows =
        String(repeating: Self.cells("title"), count: titles) + Self.cells("id") + Self.cells("7")
      let reading = Reading(
        workbook: MadeWorkbook(rows).bytes, headerRow: .matching { $0 == ["id"] })
      #expect(reading.records == (titles == 19 ? [["7"]] : []))
      #expect((reading.error == nil) == (titles == 19))
    }
  }

  @Test func `a sheet without a header is refused`() {
    #expect(
      error(MadeWorkbook("").bytes)
        == "has no header in the sheet \"Sheet1\"; its sheets are \"Sheet1\"")
    #expect(
      error(MadeWorkbook("<row><c><v>1</v></c></row>").bytes)
        == "line 1: no header: the first line holds values, not the names of columns")
    #expect(
      error(MadeWorkbook(Self.cells("a", "a")).bytes)
        == "line 1: two columns are named \"a\": columns 1 and 2")
  }

  @Test(arguments: ["openpyxl", "xlsxwriter"])
  func `files of other programs are read`(_ name: String) throws {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures/\(name).xlsx").path
    let isHeader = { (names: [String]) in names.contains("Order ID") }
    func read(_ source: ByteSource) throws -> Reading {
      var reading = Reading([])
      reading.error = nil
      var reader = try XLSXReader(
        source, sheet: .matching(isHeader), headerRow: .matching(isHeader))
      try reading.read(&reader)
      return reading
    }
    let reading = try read(ByteSource(path: path))
    if name == "openpyxl" {
      #expect(
        reading.rows == [
          .record(
            [
              "576461234567890123", "19.99", "2026-04-18 22:14:00", "true",
              "Lip & <tint>\n\"Zoë\" 👍",
            ], line: 4),
          .record(["5.764612345678902e+17", "0.025", "2026-04-18", "false", ""], line: 6),
        ])
    } else {
      #expect(
        reading.rows == [
          .record(
            ["576461234567890123", "19.99", "2026-04-18 22:14:00", "36:00:00", "rich bold text"],
            line: 2),
          .record(["A1", "#DIV/0!", "", "true", ""], line: 3),
        ])
    }
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    #expect(try read(ByteSource(bytes: bytes, readSize: 5)) == reading)
  }
}
