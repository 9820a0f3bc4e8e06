import LedgerCore
import Rows

/// Checks what entries say of themselves: how many facts they recorded, and when.
struct EntriesCheck {
  let session: any BookSession
  /// How many rows each entry has, from entry 1 on, in the tables that could be read.
  let rows: [String: [Int64]]

  func run(_ result: inout Verification) throws(StorageError) {
    let types = EntryTable.counted
    let columns = types.map(\.rawValue).joined(separator: ", ")
    var last = Int64.min
    try session.forEach("SELECT number, recorded_at, \(columns) FROM entry ORDER BY number") {
      row throws(StorageError) in
      let (number, recordedAt) = (try row.integer(0), try row.integer(1))
      func refuse(_ reason: String) {
        result.add(.init(.entries, entry: number, table: EntryTable.name, reason: reason))
      }
      result.count(.entries, 1)
      if Instant(milliseconds: recordedAt) == nil {
        refuse("its time of recording is not in the years 1 to 9999")
      }
      if recordedAt < last { refuse("it was recorded before the entry before it") }
      last = recordedAt
      for (index, type) in types.enumerated() {
        guard let rows = rows[type.table.name], number >= 1 else { continue }
        let said = try row.integer(2 + index)
        let found = number <= rows.count ? rows[Int(number) - 1] : 0
        guard said != found else { continue }
        refuse("it says that it recorded \(type.phrase(said)); the book has \(grouped(found))")
      }
    }
  }
}
