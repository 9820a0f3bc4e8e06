/// Bytes that are put together row by row, and dropped when they have been digested.
struct RowWriter {
  private var bytes: [UInt8] = []
  private(set) var count = 0

  /// What was written.
  var written: ArraySlice<UInt8> { bytes[..<count] }

  mutating func removeAll() { count = 0 }

  /// Adds bytes.
  @inline(__always)
  mutating func append(_ row: [UInt8]) {
    if bytes.count > count { bytes.removeLast(bytes.count - count) }
    bytes += row
    count = bytes.count
  }

  /// Adds what `write` puts into the bytes from a position on.
  ///
  /// `write` returns the position after that, which is at most `room` further.
  @inline(__always)
  mutating func append(
    room: Int, _ write: (inout MutableSpan<UInt8>, Int) -> Int
  ) {
    let lacking = count + room - bytes.count
    if lacking > 0 {
      bytes.append(contentsOf: repeatElement(0, count: max(lacking, bytes.count, 96)))
    }
    let start = count
    var span = bytes.mutableSpan
    let end = write(&span, start)
    count = end
  }
}

extension MutableSpan where Element == UInt8 {
  /// Writes eight bytes, the highest first.
  @inline(__always)
  mutating func write(_ word: UInt64, at place: Int) {
    // With one bounds check for all of them, the compiler writes them at once.
    guard place >= 0, place <= count - 8 else { return }
    for index in 0..<8 {
      self[place + index] = UInt8(truncatingIfNeeded: word >> UInt64(56 - 8 * index))
    }
  }

  /// Writes bytes; returns the position after them.
  @inline(__always)
  mutating func write(_ text: Span<UInt8>, at place: Int) -> Int {
    let length = text.count
    guard place >= 0, place <= count - length else { return place }
    for index in 0..<length { self[place + index] = text[index] }
    return place + length
  }
}
