import LedgerCore
import Tabular

/// How a profile's times are read.
struct TimeReading {
  let format: TimeFormat
  let zone: TimeZone?

  @inline(__always)
  func instant(_ cell: Cell, _ row: borrowing some RecordReader & ~Copyable) throws(RowFault)
    -> Instant
  {
    let format = cell.times(row, asText: format)
    do throws(TimeError) {
      return try cell.withBytes(row) { bytes throws(TimeError) in
        try format.instant(bytes, zone: zone)
      }
    } catch {
      throw cell.fault(row, error.description)
    }
  }
}
