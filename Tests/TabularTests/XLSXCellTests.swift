import Testing

@testable import Tabular

struct XLSXCellTests {
  /// A column of cells under the header `a`.
  private func column(_ cells: String..., strings: [String] = []) -> Reading {
    var workbook = MadeWorkbook(
      "<row><c t=\"str\"><v>a</v></c><c t=\"str\"><v>end</v></c></row>"
        + cells.map { "<row>\($0)<c><v>1</v></c></row>" }.joined())
    workbook.strings = strings
    workbook.styles = """
      <numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd hh:mm:ss"/>\
      <numFmt numFmtId="165" formatCode="[$-409]d\\-mmm\\-yy;@"/>\
      <numFmt numFmtId="166" formatCode="[Red]#,##0.00&quot; days&quot;"/></numFmts>\
      <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>\
      <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="46"/>\
      <xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="20"/></cellXfs>
      """
    return Reading(workbook: workbook.bytes)
  }

  @Test func `texts are shared, within the cell, or of a formula`() {
    let reading = column(
      "<c t=\"s\"><v>1</v></c>",
      "<c t=\"inlineStr\"><is><t xml:space=\"preserve\"> x </t></is></c>",
      "<c t=\"str\"><f>A1&amp;\"y\"</f><v>ay</v></c>", "<c t=\"s\"><v>0</v></c>",
      strings: ["é&lt;", "<si><r><t>two</t></r><rPh><t>toku</t></rPh><r><t> runs</t></r></si>"])
    #expect(reading.error == nil)
    #expect(reading.records.map { $0[0] } == ["two runs", " x ", "ay", "é<"])
  }

  @Test func `escapes of control characters are resolved`() {
    let reading = column(
      "<c t=\"s\"><v>0</v></c>", "<c t=\"str\"><v>_x0000__x_x005F_x</v></c>",
      strings: ["a_x000D_\nb_xD83D_"])
    #expect(reading.records.map { $0[0] } == ["a\r\nb_xD83D_", "_x0000__x_x"])
  }

  @Test func `truth, errors and ISO dates are words`() {
    let reading = column(
      "<c t=\"b\"><v>1</v></c>", "<c t=\"b\"><v>0</v></c>", "<c t=\"e\"><v>#N/A</v></c>",
      "<c t=\"d\"><v>2026-04-18T22:14:00</v></c>", "<c/>", "<c t=\"s\"/>")
    #expect(
      reading.records.map { $0[0] } == ["true", "false", "#N/A", "2026-04-18T22:14:00", "", ""])
  }

  @Test(arguments: [
    ("19.989999999999998", "19.99"), ("2.5000000000000001E-2", "0.025"), ("1E-3", "0.001"),
    ("0.30000000000000004", "0.3"), ("-1234.5600000000001", "-1234.56"), ("1.10", "1.10"),
    ("999.99999999999999", "1000"), ("1.2345678E7", "12345678"), ("1.5e+3", "1500"),
    ("0", "0"), ("-0.0", "-0.0"), ("0E0", "0"), ("100000000000000.4", "100000000000000"),
    ("123456789012345", "123456789012345"), ("9.99999999999999999E14", "1000000000000000"),
    ("", ""), ("-", "-"), ("0x10", "0x10"), ("1E999", "1E999"), ("1E-300", "1E-300"),
    ("1E", "1E"), ("1e99999999999999999999", "1e99999999999999999999"),
    ("12e-9223372036854775808", "12e-9223372036854775808"),
  ])
  func `a number is given as it is shown`(_ stored: String, _ shown: String) {
    #expect(CellNumber(stored).text == shown)
    #expect(!CellNumber(stored).isRounded)
  }

  @Test(arguments: ["5.76E+17", "576461234567890123", "5.7646123456789E+17", "1E15", "-1e300"])
  func `a number of more than 15 digits stays as it is written and is rounded`(_ stored: String) {
    #expect(CellNumber(stored).text == stored)
    #expect(CellNumber(stored).isRounded)
  }

  @Test func `a text of 18 digits is exact, a number is not`() throws {
    let workbook = MadeWorkbook(
      "<row><c t=\"str\"><v>id</v></c></row><row><c t=\"str\"><v>576461234567890123</v></c></row>"
        + "<row><c><v>576461234567890123</v></c></row><row><c t=\"str\"><v>5.76E+17</v></c></row>")
    var reader = try XLSXReader(ByteSource(bytes: workbook.bytes))
    var answers: [Bool] = []
    while try reader.next() != nil { answers.append(reader.isRounded(0)) }
    #expect(answers == [false, true, true])
  }

  @Test func `a number in the format of a date is a time`() {
    let reading = column(
      "<c s=\"2\"><v>46130.926388888889</v></c>", "<c s=\"1\"><v>46130</v></c>",
      "<c s=\"1\"><v>46130.5</v></c>", "<c s=\"3\"><v>1.5</v></c>",
      "<c s=\"4\"><v>46130.926388888889</v></c>", "<c s=\"5\"><v>46130</v></c>",
      "<c s=\"6\"><v>46130</v></c>", "<c s=\"7\"><v>0.75</v></c>", "<c s=\"7\"><v>46130.75</v></c>",
      "<c s=\"2\"><v>46130</v></c>", "<c s=\"2\"><v>-1</v></c>", "<c s=\"99\"><v>46130</v></c>",
      "<c s=\"2\" t=\"str\"><v>46130</v></c>")
    #expect(
      reading.records.map { $0[0] } == [
        "2026-04-18 22:14:00", "2026-04-18", "2026-04-18 12:00:00", "36:00:00",
        "2026-04-18 22:14:00", "2026-04-18", "46130", "18:00:00", "2026-04-18 18:00:00",
        "2026-04-18 00:00:00", "-1", "46130", "46130",
      ])
  }

  @Test(arguments: [
    ("1", "1900-01-01"), ("59", "1900-02-28"), ("60", "1900-02-29"), ("61", "1900-03-01"),
    ("36526", "2000-01-01"), ("36585", "2000-02-29"), ("2958465", "9999-12-31"),
  ])
  func `days are counted from 1900, with the leap day that never was`(
    _ serial: String, _ day: String
  ) {
    #expect(SerialTime.text(serial, .date, is1904: false) == day)
  }

  @Test func `days may be counted from 1904`() {
    #expect(SerialTime.text("0", .date, is1904: true) == "1904-01-01")
    #expect(SerialTime.text("44668.5", .dateTime, is1904: true) == "2026-04-18 12:00:00")
    #expect(SerialTime.text("2957003", .date, is1904: true) == "9999-12-31")
    #expect(SerialTime.text("2957004", .date, is1904: true) == nil)
    var workbook = MadeWorkbook(
      "<row><c t=\"str\"><v>a</v></c></row><row><c s=\"0\"><v>44668</v></c></row>")
    workbook.is1904 = true
    workbook.styles = "<cellXfs><xf numFmtId=\"14\"/></cellXfs>"
    #expect(Reading(workbook: workbook.bytes).records == [["2026-04-18"]])
  }

  @Test(arguments: ["0", "0.5", "2958466", "1e309", "nan", "0x10", "-1", ""])
  func `what is no date is none`(_ serial: String) {
    #expect(SerialTime.text(serial, .dateTime, is1904: false) == nil)
  }

  @Test func `the last moment of a day is not rounded into the next year`() {
    #expect(SerialTime.text("46130.999999999", .dateTime, is1904: false) == "2026-04-19 00:00:00")
    #expect(SerialTime.text("0.9999999999", .time, is1904: false) == "23:59:59.999")
    #expect(SerialTime.text("2958465.9999999999", .dateTime, is1904: false) == nil)
    #expect(
      SerialTime.text("46130.926389", .dateTime, is1904: false) == "2026-04-18 22:14:00.010")
  }

  @Test(arguments: [
    ("General", NumberStyle.number), ("0.00", .number), ("#,##0.00", .number), ("@", .number),
    ("0.00E+00", .number), ("[Red]0", .number), ("\"day\" 0", .number), ("0\\d", .number),
    ("yyyy-mm-dd", .date), ("d/m/yy", .date), ("mmm", .date), ("[$-409]d mmm yyyy;@", .date),
    ("yyyy\"年\"m\"月\"d\"日\"", .date), ("dd/mm/yyyy hh:mm", .dateTime),
    ("yyyy\\-mm\\-dd\\ hh:mm:ss.000", .dateTime), ("m/d/yy h:mm AM/PM", .dateTime),
    ("h:mm", .time), ("mm:ss.0", .time), ("[h]:mm:ss", .elapsed), ("[mm]:ss", .elapsed),
    ("[h]", .elapsed), ("", .number), ("[", .number), ("\"", .number), ("_-* #,##0 _€", .number),
    ("0;yyyy", .number),
  ])
  func `a format of a date is told by its code`(_ code: String, _ style: NumberStyle) {
    #expect(NumberStyle(code: code) == style)
  }
}
