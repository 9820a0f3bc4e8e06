import LedgerCore
import Tabular

/// What stood in some columns of earlier rows, each combination with an index of its own.
///
/// Rows of many shows at once name few of them again and again: finding one by its bytes takes a
/// tenth of reading it anew.
struct KnownTexts {
  /// The texts of a combination, one after another, each with a byte behind it that no text has.
  private var texts: [[UInt8]] = []
  /// By some bits of a hash, or in one of the next slots: a combination, or -1.
  private var slots = Array(repeating: -1, count: Self.slotCount)
  private var last = -1
  private var scratch: [UInt8] = []

  private static let limit = 1 << 12
  private static let slotCount = 4 * limit
  /// Texts made to have one hash are read anew; looking for them takes no longer.
  private static let probes = 8
  private static let end: UInt8 = 0xFF

  /// How many combinations there are.
  var count: Int { texts.count }

  /// The index of what stands in the columns; `nil` if it is not known.
  @inline(__always)
  mutating func place(
    in columns: [Int], _ row: borrowing some RecordReader & ~Copyable
  ) -> Int? {
    if last >= 0, isLast(columns, row) { return last }
    take(columns, row)
    for slot in slots(of: scratch) {
      let place = slots[slot]
      if place < 0 { return nil }
      if texts[place] == scratch {
        last = place
        return place
      }
    }
    return nil
  }

  /// Keeps what stands in the columns, as the last index.
  ///
  /// Forgets all others once there are too many.
  mutating func add(_ columns: [Int], _ row: borrowing some RecordReader & ~Copyable) {
    if texts.count == Self.limit { self = KnownTexts() }
    take(columns, row)
    last = texts.count
    let places = slots(of: scratch)
    slots[places.first { slots[$0] < 0 } ?? places.first ?? 0] = last
    texts.append(scratch)
  }

  private func isLast(_ columns: [Int], _ row: borrowing some RecordReader & ~Copyable) -> Bool {
    var start = 0
    for column in columns {
      let end = row.withField(column) { text in
        let end = start + text.count
        guard end < texts[last].count, texts[last][end] == Self.end else { return -1 }
        for index in text.indices where texts[last][start + index] != text[index] { return -1 }
        return end + 1
      }
      if end < 0 { return false }
      start = end
    }
    return start == texts[last].count
  }

  private mutating func take(_ columns: [Int], _ row: borrowing some RecordReader & ~Copyable) {
    scratch.removeAll(keepingCapacity: true)
    for column in columns {
      row.withField(column) { text in
        for index in text.indices { scratch.append(text[index]) }
      }
      scratch.append(Self.end)
    }
  }

  /// The slots where a text may be, by FNV-1a of Fowler, Noll and Vo.
  private func slots(of text: [UInt8]) -> some RandomAccessCollection<Int> {
    var hash: UInt32 = 2_166_136_261
    for byte in text { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    let first = Int(hash ^ hash >> 15)
    return (0..<Self.probes).lazy.map { (first + $0) & (Self.slotCount - 1) }
  }
}
