/// Finds the fields and the end of one record in bytes that may arrive in pieces.
///
/// Positions count from the record's first byte, so the bytes may move between two pieces.
@usableFromInline
struct RecordSplitter {
  /// The range of a field's bytes: in the record, or in `unescaped` if it had doubled quotes.
  @usableFromInline
  struct Field {
    @usableFromInline var start: Int
    @usableFromInline var end: Int
    @usableFromInline var isUnescaped: Bool
  }

  enum Step {
    case needsMore
    case found
    case quotedFieldTooLong
  }

  enum State {
    case fieldStart
    case unquoted
    case quoted
    /// After a quote in a quoted field: it closes the field, or is the first of a doubled one.
    case quoteInQuoted
    /// In the rest of a line that cannot be parsed.
    case skipping
  }

  static let quotedFieldLimit = 1 << 20

  let delimiter: UInt8
  /// The ranges of the fields, up to `fieldLimit`; further fields are only counted.
  ///
  /// Elements beyond `fieldCount` are left from an earlier record.
  @usableFromInline var fields: [Field] = []
  var fieldLimit: Int
  /// The fields that had doubled quotes, with the doubling removed.
  @usableFromInline var unescaped: [UInt8] = []

  private(set) var state = State.fieldStart
  private(set) var fieldCount = 0
  /// How many of the record's bytes have been scanned; once the record is found, its length.
  private(set) var length = 0
  private(set) var fieldStart = 0
  /// The line of the last byte scanned, and the line of the last opening quote.
  private(set) var line = 1
  private(set) var quoteLine = 1
  private(set) var fault: RecordFault?
  private(set) var nul: Int?
  private(set) var isASCII = true

  init(delimiter: UInt8, fieldLimit: Int) {
    self.delimiter = delimiter
    self.fieldLimit = fieldLimit
  }

  mutating func begin(line: Int) {
    state = .fieldStart
    fieldCount = 0
    length = 0
    self.line = line
    fault = nil
    nul = nil
    isASCII = true
    if !unescaped.isEmpty { unescaped.removeAll(keepingCapacity: true) }
  }

  /// Continues the record that begins at `start`, up to `end`.
  mutating func scan(_ buffer: [UInt8], from start: Int, to end: Int) -> Step {
    let bytes = buffer.span.extracting(start..<end)
    while length < bytes.count {
      switch state {
      case .fieldStart:
        fieldStart = length
        if bytes[length] == quote {
          quoteLine = line
          length += 1
          state = .quoted
        } else {
          state = .unquoted
        }
      case .unquoted:
        if scanUnquoted(bytes) { return .found }
      case .quoted:
        scanQuoted(bytes)
      case .quoteInQuoted:
        let byte = bytes[length]
        if byte == quote {
          length += 1
          state = .quoted
          continue
        }
        if quotedLength > Self.quotedFieldLimit { return .quotedFieldTooLong }
        guard byte == delimiter || byte == lf || byte == cr else {
          fault = .textAfterQuote(field: fieldCount + 1, opened: quoteLine, closed: line)
          state = .skipping
          continue
        }
        closeQuoted(bytes)
        if byte != delimiter { return .found }
        length += 1
        state = .fieldStart
      case .skipping:
        while length < bytes.count {
          if bytes[length] == lf || bytes[length] == cr { return .found }
          length += 1
        }
      }
    }
    return state == .quoted && quotedLength > Self.quotedFieldLimit
      ? .quotedFieldTooLong : .needsMore
  }

  /// Takes the end of the file for the end of the record, unless it is within quotes.
  mutating func finish(_ buffer: [UInt8], from start: Int, to end: Int) -> Step {
    switch state {
    case .fieldStart: add(Field(start: length, end: length, isUnescaped: false))
    case .unquoted: add(Field(start: fieldStart, end: length, isUnescaped: false))
    case .quoteInQuoted:
      if quotedLength > Self.quotedFieldLimit { return .quotedFieldTooLong }
      closeQuoted(buffer.span.extracting(start..<end))
    case .quoted: return .needsMore
    case .skipping: break
    }
    return .found
  }

  /// Scans unquoted fields in turn; true at the end of the record.
  private mutating func scanUnquoted(_ bytes: Span<UInt8>) -> Bool {
    // Locals, because what `self` holds is kept in memory.
    let delimiter = delimiter
    var index = length
    var first = fieldStart
    defer {
      length = index
      fieldStart = first
    }
    while index < bytes.count {
      let byte = bytes[index]
      if byte == delimiter {
        add(Field(start: first, end: index, isUnescaped: false))
        index += 1
        guard index < bytes.count, bytes[index] != quote else {
          state = .fieldStart
          return false
        }
        first = index
      } else if byte &- 0x20 < 0x60 && byte != quote {
        index += 1
      } else if byte == lf || byte == cr {
        add(Field(start: first, end: index, isUnescaped: false))
        return true
      } else if byte == quote {
        fault = .quoteInField(fieldCount + 1)
        state = .skipping
        return false
      } else {
        if byte >= 0x80 { isASCII = false }
        if byte == 0, nul == nil { nul = index }
        index += 1
      }
    }
    return false
  }

  /// Scans a quoted field up to the next quote.
  private mutating func scanQuoted(_ bytes: Span<UInt8>) {
    var index = length
    defer { length = index }
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte &- 0x20 < 0x60 && byte != quote { continue }
      if byte == quote {
        state = .quoteInQuoted
        return
      }
      if byte == cr || byte == lf && bytes[index - 2] != cr { line += 1 }
      if byte >= 0x80 { isASCII = false }
      if byte == 0, nul == nil { nul = index - 1 }
    }
  }

  /// The length of the quoted field so far, with its doubled quotes but without the outer ones.
  private var quotedLength: Int {
    state == .quoteInQuoted ? length - 1 - (fieldStart + 1) : length - (fieldStart + 1)
  }

  /// Adds the quoted field that the previous byte closed.
  private mutating func closeQuoted(_ bytes: Span<UInt8>) {
    let start = fieldStart + 1
    let end = length - 1
    var index = start
    while index < end, bytes[index] != quote { index += 1 }
    guard index < end, fieldCount < fieldLimit else {
      add(Field(start: start, end: end, isUnescaped: false))
      return
    }
    let first = unescaped.count
    index = start
    while index < end {
      unescaped.append(bytes[index])
      index += bytes[index] == quote ? 2 : 1
    }
    add(Field(start: first, end: unescaped.count, isUnescaped: true))
  }

  @inline(__always)
  private mutating func add(_ field: Field) {
    if fieldCount < fields.count {
      fields[fieldCount] = field
    } else {
      addPlace(field)
    }
    fieldCount += 1
  }

  /// Kept out of line, because it happens for few records.
  @inline(never)
  private mutating func addPlace(_ field: Field) {
    if fieldCount < fieldLimit { fields.append(field) }
  }
}
