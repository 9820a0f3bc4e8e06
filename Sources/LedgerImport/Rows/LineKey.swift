import LedgerCore
import Tabular

/// The lines of orders, which a number or the texts of some columns tell apart.
struct LineKey {
  let cell: Cell
  let numbers: NumberReading

  /// The line of a row.
  func line(_ row: borrowing some RecordReader & ~Copyable) throws(RowFault) -> Int64 {
    guard case .joined(let joined) = cell.origin else { return try numbers.integer(cell, row) }
    try cell.checkExact(row)
    let key = joined.bytes(row)
    if key.isEmpty { throw cell.fault(row, .missingNumber) }
    return Self.line(of: key)
  }

  /// The line of a key that is no number: the same in every file, and another for each key of an
  /// order.
  private static func line(of key: [UInt8]) -> Int64 {
    // FNV-1a, by Fowler, Noll and Vo: http://www.isthe.com/chongo/tech/comp/fnv/
    var word: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in key { word = (word ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return RepeatedLines.line(Int64(bitPattern: word), repeated: 2)
  }
}
