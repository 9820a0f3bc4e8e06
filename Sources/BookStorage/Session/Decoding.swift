import LedgerCore
package import Rows

extension Row {
  /// The instant in a column of milliseconds.
  func instant(_ column: Int) throws(StorageError) -> Instant {
    guard let instant = Instant(milliseconds: try integer(column)) else {
      throw .damaged("an instant is outside the years 1 to 9999")
    }
    return instant
  }

  /// The instant in a column of milliseconds, or `nil` for null.
  func optionalInstant(_ column: Int) throws(StorageError) -> Instant? {
    try optionalInteger(column) == nil ? nil : try instant(column)
  }

  /// The date in a column, as it was stated.
  func date(_ column: Int) throws(StorageError) -> PartialDate {
    guard let date = PartialDate(try text(column)) else { throw .damaged("a date is none") }
    return date
  }

  /// The date in a column, or `nil` for null.
  func optionalDate(_ column: Int) throws(StorageError) -> PartialDate? {
    try optionalText(column) == nil ? nil : try date(column)
  }

  /// The day in a column of days since 1970.
  func day(_ column: Int) throws(StorageError) -> CalendarDay {
    guard let day = CalendarDay(daysSince1970: try integer(column)) else {
      throw .damaged("a day is outside the years 1 to 9999")
    }
    return day
  }

  /// The day in a column of days since 1970, or `nil` for null.
  func optionalDay(_ column: Int) throws(StorageError) -> CalendarDay? {
    try optionalInteger(column) == nil ? nil : try day(column)
  }

  /// The event's key in a column.
  func eventKey(_ column: Int) throws(StorageError) -> EventKey {
    let text = try text(column)
    guard let key = try? EventKey(text) else { throw .damaged("a key of an event is none") }
    return key
  }
}

extension StorageError {
  /// The error for a row that this program would never have written.
  package static func damaged(_ detail: String) -> StorageError {
    StorageError(.damaged, detail)
  }
}
