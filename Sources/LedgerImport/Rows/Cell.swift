import LedgerCore
import Tabular

/// Where a field's text comes from in every row.
struct Cell {
  enum Origin {
    case column(Int, name: String)
    case constant(String)
  }

  let origin: Origin

  /// The column's name, as the file writes it.
  var column: String? {
    if case .column(_, let name) = origin { name } else { nil }
  }

  /// The text that is the same in all rows.
  var constant: String? {
    if case .constant(let text) = origin { text } else { nil }
  }

  func text(_ row: borrowing some RecordReader & ~Copyable) -> String {
    switch origin {
    case .column(let index, _): row.text(index)
    case .constant(let text): text
    }
  }

  @inline(__always)
  func withBytes<Result, Failure>(
    _ row: borrowing some RecordReader & ~Copyable, _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    switch origin {
    case .column(let index, _): try row.withField(index, body)
    case .constant(let text): try body(text.utf8Span.span)
    }
  }

  /// How a number in it is written: as text is, unless the file knows that it is one.
  @inline(__always)
  func numbers(
    _ row: borrowing some RecordReader & ~Copyable, asText format: NumberFormat
  ) -> NumberFormat {
    guard case .column(let index, _) = origin, row.type(index) == .number else { return format }
    return .plain
  }

  /// How a time in it is written: as text is, unless the file knows that it is one.
  @inline(__always)
  func times(
    _ row: borrowing some RecordReader & ~Copyable, asText format: TimeFormat
  ) -> TimeFormat {
    guard case .column(let index, _) = origin, row.type(index) == .time else { return format }
    return .iso8601
  }

  /// Refuses a key that has lost digits: other keys may begin with the same ones.
  func checkExact(_ row: borrowing some RecordReader & ~Copyable) throws(RowFault) {
    guard case .column(let index, _) = origin, row.isRounded(index) else { return }
    throw fault(
      row,
      "is a number of which a spreadsheet keeps 15 digits only: format the column as text there, "
        + "and export it again")
  }

  func fault(_ row: borrowing some RecordReader & ~Copyable, _ reason: String) -> RowFault {
    RowFault(column: column, value: text(row), reason: reason)
  }
}
