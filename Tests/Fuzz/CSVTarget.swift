import Tabular

private let delimiters = [",", ";", "\t", "|"].map { $0.utf8.first ?? 0 }

/// A byte of options, then a file.
@Sendable func checkCSV(_ bytes: [UInt8]) throws(Finding) {
  var input = FuzzInput(bytes)
  let options = input.byte()
  let delimiter = delimiters[options & 3]
  let file = Array(input.rest)
  let content = try TableContent(csv: file, delimiter: delimiter)
  let pieces = try TableContent(
    csv: file, delimiter: delimiter, readSize: 1 + options >> 2 & 7, bufferSize: 16 + options >> 5)
  try content.expectSame(as: pieces, of: file)
  // Such a name is quoted in the file, and need not be after that.
  guard let name = content.header.first, !name.starts(with: "PK".utf8) else { return }
  try checkWriting(content, delimiter)
  try checkGuarding(content, delimiter)
  try checkRejects(content, delimiter)
}

/// What is written is read back.
private func checkWriting(_ content: TableContent, _ delimiter: UInt8) throws(Finding) {
  // A row of these would be taken for the header again.
  let records = content.records.filter { $0 != content.header }
  let again = try written([content.header] + records, CSVWriter(delimiter: delimiter), delimiter)
  try expect(again.error == nil, "what is written can be read: \(again.error?.reason ?? "")")
  try expect(again.header == content.header, "a header that is written is read back")
  try expect(again.records == records, "rows that are written are read back")
}

/// What is written for a spreadsheet is no formula, and else the same.
private func checkGuarding(_ content: TableContent, _ delimiter: UInt8) throws(Finding) {
  let header = content.header.indices.map { Array("column \($0)".utf8) }
  let records = content.records.filter { $0 != header }
  let again = try written(
    [header] + records, CSVWriter(delimiter: delimiter, spreadsheetSafe: true), delimiter)
  try expect(again.records.count == records.count, "as many rows are read as were written")
  for (text, written) in zip(records.joined(), again.records.joined()) where text != written {
    try expect([UInt8(ascii: "'")] + text == written, "only an apostrophe is put before a text")
  }
  for first in again.records.joined().compactMap(\.first) {
    try expect(!"=@\t\r".utf8.contains(first), "nothing begins like a formula")
  }
}

private func written(
  _ rows: [[[UInt8]]], _ writer: CSVWriter, _ delimiter: UInt8
) throws(Finding) -> TableContent {
  var writer = writer
  for fields in rows { writer.append(fields.map { String(decoding: $0, as: UTF8.self) }) }
  return try TableContent(csv: writer.take(), delimiter: delimiter)
}

/// A row as it stood in its file stays what it was in another file with such a header.
private func checkRejects(_ content: TableContent, _ delimiter: UInt8) throws(Finding) {
  let rows = content.rows.filter { row in
    if case .malformed(let reason, _) = row { return !reason.hasPrefix("the header again") }
    return row.fields != content.header
  }
  var writer = CSVWriter(delimiter: delimiter)
  writer.append(content.header.map { String(decoding: $0, as: UTF8.self) })
  for row in rows { writer.append(raw: row.raw) }
  let again = try TableContent(csv: writer.take(), delimiter: delimiter)
  try expect(again.rows.map(\.raw) == rows.map(\.raw), "a raw row is read back")
  try expect(again.rows.map(\.fields) == rows.map(\.fields), "a raw row stays what it was")
}
