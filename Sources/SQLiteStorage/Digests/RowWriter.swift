/// Bytes that are put together piece by piece, a word at a time.
struct RowWriter {
  private var bytes: [UInt8] = []
  private(set) var count = 0

  /// What was written.
  var written: ArraySlice<UInt8> { bytes[..<count] }

  mutating func removeAll() { count = 0 }

  /// Adds the beginning of some words, each its first byte first.
  mutating func append(_ words: [UInt64], count length: Int) {
    makeRoom(words.count * 8)
    var place = count
    for word in words {
      write(bigEndian: word, at: place)
      place += 8
    }
    count += length
  }

  /// Adds a number, its first byte first.
  mutating func append(bigEndian number: UInt64) {
    makeRoom(8)
    write(bigEndian: number, at: count)
    count += 8
  }

  private mutating func write(bigEndian word: UInt64, at place: Int) {
    var span = bytes.mutableSpan
    for index in 0..<8 {
      span[place + index] = UInt8(truncatingIfNeeded: word >> UInt64(56 - 8 * index))
    }
  }

  mutating func append(_ byte: UInt8) {
    makeRoom(1)
    bytes[count] = byte
    count += 1
  }

  /// Adds bytes that `copy` writes into an array from a place on.
  mutating func append(length: Int, copy: (inout [UInt8], Int) -> Swift.Void) {
    makeRoom(length)
    copy(&bytes, count)
    count += length
  }

  mutating func append(_ text: some Collection<UInt8>) {
    makeRoom(text.count)
    for byte in text {
      bytes[count] = byte
      count += 1
    }
  }

  private mutating func makeRoom(_ length: Int) {
    let lacking = count + length - bytes.count
    if lacking > 0 {
      bytes.append(contentsOf: repeatElement(0, count: max(lacking, bytes.count, 96)))
    }
  }
}
