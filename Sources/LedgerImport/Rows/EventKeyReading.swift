import LedgerCore
import Tabular

/// Reads event keys, which are mostly those of the row before.
struct EventKeyReading {
  private let cell: Cell
  private var lastBytes: [UInt8] = []
  private var lastKey: EventKey?

  init(_ cell: Cell) { self.cell = cell }

  /// The key of this row.
  @inline(__always)
  mutating func key(
    _ row: borrowing some RecordReader & ~Copyable, in mapping: Mapping
  ) throws(RowFault) -> EventKey {
    if let lastKey, cell.withBytes(row, { $0.isEqual(to: lastBytes.span) }) { return lastKey }
    return try newKey(row, in: mapping)
  }

  private mutating func newKey(
    _ row: borrowing some RecordReader & ~Copyable, in mapping: Mapping
  ) throws(RowFault) -> EventKey {
    try cell.checkExact(row)
    let text = cell.text(row)
    do throws(LedgerError) {
      let key = try EventKey(text)
      lastBytes = Array(text.utf8)
      lastKey = key
      return key
    } catch {
      throw RowFault(error, in: mapping)
    }
  }
}
