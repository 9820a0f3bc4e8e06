import Tabular

/// Any bytes as a workbook.
@Sendable func checkZip(_ bytes: [UInt8]) throws(Finding) {
  try check(try TableContent(workbook: bytes))
}

/// A byte of options, then the XML of the parts, with lines `%` between them: the sheet, the shared
/// strings, the styles, the workbook, its relations.
///
/// Those that are left out are the usual ones.
@Sendable func checkWorkbook(_ bytes: [UInt8]) throws(Finding) {
  var input = FuzzInput(bytes)
  let options = input.byte()
  let names = ["worksheets/s.xml", "sharedStrings.xml", "styles.xml", "workbook.xml"]
  var parts = names.map { (name: "xl/" + $0, bytes: input.part(before: "%")) }
  parts.append(("xl/_rels/workbook.xml.rels", Array(input.rest)))
  for (index, usual) in [(3, usualWorkbook), (4, usualRelations)] where parts[index].bytes.isEmpty {
    parts[index].bytes = Array(usual.utf8)
  }
  let isHeader: ([String]) -> Bool = { $0.contains("b") }
  let sheet: SheetChoice =
    options & 1 == 0 ? .first : options & 2 == 0 ? .named("S") : .matching(isHeader)
  let headerRow: HeaderRow =
    options & 4 == 0 ? .first : options & 8 == 0 ? .number(2) : .matching(isHeader)
  let content = try TableContent(
    workbook: StoredData.zip(parts), sheet: sheet, headerRow: headerRow)
  try check(content)
}

private let usualWorkbook =
  "<workbook xmlns:r=\"r\"><sheets><sheet name=\"S\" r:id=\"s\"/></sheets></workbook>"

private let usualRelations = """
  <Relationships><Relationship Id="s" Type="worksheet" Target="worksheets/s.xml"/>\
  <Relationship Id="a" Type="styles" Target="styles.xml"/>\
  <Relationship Id="b" Type="sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>
  """

/// A row that is given as CSV has the row's texts.
private func check(_ content: TableContent) throws(Finding) {
  let records = content.rows.filter { $0.fields != nil }
  // No text of a workbook has a control character other than these.
  var writer = CSVWriter()
  writer.append(content.header.indices.map { "c\($0)\u{1}" })
  for row in records { writer.append(raw: row.raw) }
  let again = try TableContent(csv: writer.take(), delimiter: UInt8(ascii: ","))
  try expect(
    content.header.isEmpty || again.records == records.compactMap(\.fields),
    "a row that is given as CSV has the row's texts")
}
