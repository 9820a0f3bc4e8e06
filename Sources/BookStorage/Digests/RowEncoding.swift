import Rows

/// The bytes that stand for a row in a digest, as specified in docs/digest.md.
///
/// Columns are named, and a column that is null or has its default value is left out. So a column
/// that is added later changes nothing in older rows.
struct RowEncoding {
  /// The type of a value; the raw value is its position among the words of a ``Column``.
  enum ValueType: Int {
    case integer, text, blob, real

    var letter: UInt8 {
      switch self {
      case .integer: UInt8(ascii: "i")
      case .text: UInt8(ascii: "t")
      case .blob: UInt8(ascii: "b")
      case .real: UInt8(ascii: "r")
      }
    }
  }

  /// What precedes a value: the name, `=` and the type, as words padded with zeros.
  struct Column {
    /// The index of the first word for an integer; the words for the other types follow.
    let first: Int
    let wordCount: Int
    let length: Int
    let defaultValue: Int64?
  }

  let columns: [Column]
  /// Each is big-endian.
  let words: [UInt64]
  /// The maximum size of a row in bytes, without its texts and blobs.
  let room: Int

  init(_ columns: [(name: String, defaultValue: Int64?)]) {
    var heads: [Column] = []
    var words: [UInt64] = []
    var room = 1
    for (name, defaultValue) in columns {
      let head = Array("\(name)=".utf8)
      let length = head.count + 1
      let first = words.count
      for type in [ValueType.integer, .text, .blob, .real] {
        words += stride(from: 0, to: length, by: 8).map { start in
          (start..<start + 8).reduce(0) { word, place in
            word << 8
              | UInt64(place < head.count ? head[place] : place == head.count ? type.letter : 0)
          }
        }
      }
      heads.append(
        Column(
          first: first, wordCount: (words.count - first) / 4, length: length,
          defaultValue: defaultValue))
      room += length + 8
    }
    self.columns = heads
    self.words = words
    self.room = room
  }

  /// Adds a row of values in the order of the columns.
  func append(_ row: RowBuffer, to bytes: inout RowWriter) {
    let (columns, words, text) = (columns.span, words.span, row.bytes.span)
    bytes.append(room: room + row.size) { bytes, start in
      var place = start
      for index in 0..<min(columns.count, row.count) {
        let column = columns[index]
        switch row.type(index) {
        case .null: break
        case .integer:
          let integer = row.integer(index)
          if integer == column.defaultValue { break }
          place = bytes.write(
            column, .integer, UInt64(bitPattern: integer), words, at: place)
        case .text:
          place = bytes.write(column, .text, text.extracting(row.range(index)), words, at: place)
        // No column has these types; a row that has them is damaged, and still gets a digest.
        case .blob:
          place = bytes.write(column, .blob, text.extracting(row.range(index)), words, at: place)
        case .real:
          place = bytes.write(column, .real, row.real(index).bitPattern, words, at: place)
        }
      }
      return bytes.endRow(at: place)
    }
  }
}

extension MutableSpan where Element == UInt8 {
  /// Writes what precedes a value, and a number; returns the position after them.
  @inline(__always)
  mutating func write(
    _ column: RowEncoding.Column, _ type: RowEncoding.ValueType, _ number: UInt64,
    _ words: Span<UInt64>, at place: Int
  ) -> Int {
    let first = column.first + type.rawValue * column.wordCount
    for index in 0..<column.wordCount { write(words[first + index], at: place + 8 * index) }
    write(number, at: place + column.length)
    return place + column.length + 8
  }

  /// Writes what precedes a text or blob, its length, and its bytes.
  @inline(__always)
  mutating func write(
    _ column: RowEncoding.Column, _ type: RowEncoding.ValueType, _ text: Span<UInt8>,
    _ words: Span<UInt64>, at place: Int
  ) -> Int {
    write(text, at: write(column, type, UInt64(text.count), words, at: place))
  }

  /// Ends a row.
  @inline(__always)
  mutating func endRow(at place: Int) -> Int {
    guard place >= 0, place < count else { return place }
    self[place] = UInt8(ascii: "\n")
    return place + 1
  }
}
