import LedgerCore
import Tabular

extension Cell {
  /// The day in this row, written like 2021-12-08.
  func day(_ row: borrowing some RecordReader & ~Copyable) throws(RowFault) -> CalendarDay {
    let text = text(row)
    if let day = CalendarDay(text) { return day }
    throw fault(row, text.isEmpty ? .missingDay : .noDay)
  }

  /// The text in this row; `nil` where it is empty.
  func optionalText(_ row: borrowing some RecordReader & ~Copyable) -> String? {
    let text = text(row)
    return text.isEmpty ? nil : text
  }
}
