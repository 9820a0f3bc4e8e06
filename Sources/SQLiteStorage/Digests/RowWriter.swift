/// Bytes that are put together piece by piece, a word at a time.
struct RowWriter {
  /// What comes before a value, as words, each its first byte first, and filled up with zeros.
  struct Head {
    fileprivate let words: [UInt64]
    fileprivate let length: Int

    init(_ bytes: [UInt8]) {
      let filled = bytes + Array(repeating: 0, count: (8 - bytes.count % 8) % 8)
      words = stride(from: 0, to: filled.count, by: 8).map { start in
        filled[start..<start + 8].reduce(0) { $0 << 8 | UInt64($1) }
      }
      length = bytes.count
    }
  }

  private var bytes: [UInt8] = []
  private(set) var count = 0

  /// What was written.
  var written: ArraySlice<UInt8> { bytes[..<count] }

  mutating func removeAll() { count = 0 }

  /// Adds a head, and a number, its first byte first.
  mutating func append(_ head: Head, bigEndian number: UInt64) {
    makeRoom(head.words.count * 8 + 8)
    var place = count
    for word in head.words {
      write(word, at: place)
      place += 8
    }
    write(number, at: count + head.length)
    count += head.length + 8
  }

  private mutating func write(_ word: UInt64, at place: Int) {
    var span = bytes.mutableSpan
    // With one check of bounds for all, the compiler writes them at once.
    guard place >= 0, place <= span.count - 8 else { return }
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

  mutating func append(_ text: Span<UInt8>) {
    makeRoom(text.count)
    let start = count
    var span = bytes.mutableSpan
    for index in text.indices { span[start + index] = text[index] }
    count += text.count
  }

  private mutating func makeRoom(_ length: Int) {
    let lacking = count + length - bytes.count
    if lacking > 0 {
      bytes.append(contentsOf: repeatElement(0, count: max(lacking, bytes.count, 96)))
    }
  }
}
