/// Splits an input into records and fields according to RFC 4180, without regard to headers.
///
/// The current record is always whole in `buffer`, so that it can be returned as it was.
/// <https://www.rfc-editor.org/rfc/rfc4180>
@usableFromInline
struct RecordScanner: ~Copyable {
  static let recordLimit = 8 << 20

  @usableFromInline var buffer: [UInt8]
  /// The current record begins at `buffer[start]`; positions of its fields count from there.
  @usableFromInline var start = 0
  @usableFromInline var splitter: RecordSplitter
  /// The physical line on which the current record begins.
  private(set) var line = 1
  private(set) var fault: RecordFault?
  /// Whether the input may pause; no caller expects that before the header.
  var mayPause = false
  /// Whether it has paused, so that there is no record yet.
  private(set) var isPaused = false
  /// Whether blank lines stand before the current record.
  private(set) var hasSkippedLines = false
  /// How many lines after the first began with a byte order mark.
  private(set) var strayMarks = 0

  private let source: ByteSource
  /// `buffer[next..<end]` has been read but not yet split.
  private var next = 0
  private var end = 0
  /// The physical line that `next` is on.
  private var nextLine = 1
  /// Whether the byte before `next` was a CR, so that an LF belongs to the same line end.
  private var isAfterCR = false
  private var hasEnded = false

  init(_ source: ByteSource, delimiter: UInt8, bufferSize: Int, fieldLimit: Int) {
    self.source = source
    splitter = RecordSplitter(delimiter: delimiter, fieldLimit: fieldLimit)
    buffer = [UInt8](repeating: 0, count: max(FileKind.prefixLength, bufferSize))
  }

  var bytesRead: Int { source.position }

  /// The bytes of the current record, without its line end.
  var record: ArraySlice<UInt8> { buffer[start..<start + splitter.length] }

  /// The text of a field of a record that has no fault.
  func text(_ index: Int) -> String {
    let field = splitter.fields[index]
    // The bytes are known to be UTF-8, so nothing is replaced.
    if field.isUnescaped {
      return String(decoding: splitter.unescaped[field.start..<field.end], as: UTF8.self)
    }
    return String(decoding: record[start + field.start..<start + field.end], as: UTF8.self)
  }

  /// Reads enough to determine the kind of file, and drops a byte order mark.
  mutating func open() throws(TabularError) {
    // A line end is enough, so that rows that arrive slowly through a pipe are not held back.
    while !FileKind.isDecided(by: buffer[..<end]), try refill() {}
    if end == 0 { throw TabularError(reason: "is empty") }
    while FileKind.isZip(buffer[..<end]), end < FileKind.zipLength, try refill() {}
    if let kind = FileKind(buffer[..<end].prefix(FileKind.zipLength)) {
      throw TabularError(reason: kind.advice)
    }
    if buffer[..<end].starts(with: byteOrderMark) { next = byteOrderMark.count }
    start = next
  }

  /// Goes to the next record that is not a blank line; false at the end, or at a pause.
  ///
  /// - Throws: `TabularError` for a quote that is never closed, and beyond the limits of length.
  mutating func advance() throws(TabularError) -> Bool {
    isPaused = false
    hasSkippedLines = false
    var hasMore = try skipBlankLines()
    while hasMore, try dropByteOrderMark() { hasMore = try skipBlankLines() }
    if isPaused { return false }
    line = nextLine
    splitter.begin(line: line)
    if !hasMore { return false }
    var step = splitter.scan(buffer, from: start, to: end)
    while step == .needsMore, splitter.length <= Self.recordLimit {
      if try refill() {
        step = splitter.scan(buffer, from: start, to: end)
      } else if isPaused {
        // The part of the record that has arrived is scanned again with the rest.
        next = start
        return false
      } else {
        step = splitter.finish(buffer, from: start, to: end)
        if step == .needsMore { throw unclosedQuote() }
      }
    }
    if step == .quotedFieldTooLong { throw longQuotedField() }
    if splitter.length > Self.recordLimit {
      throw TabularError(line: line, byteOffset: offset(0), reason: "the row is longer than 8 MiB")
    }
    nextLine = splitter.line
    next = start + splitter.length
    if next < end {
      isAfterCR = buffer[next] == cr
      nextLine += 1
      next += 1
    }
    fault = splitter.fault ?? (splitter.nul == nil && splitter.isASCII ? nil : textFault())
    return true
  }

  /// Drops a byte order mark at `start`, which a file has there that was put behind another.
  private mutating func dropByteOrderMark() throws(TabularError) -> Bool {
    guard buffer[start] == 0xEF else { return false }
    while end - start < byteOrderMark.count, try refill() {}
    next = start
    guard buffer[start..<end].starts(with: byteOrderMark) else { return false }
    start += byteOrderMark.count
    next = start
    strayMarks += 1
    return true
  }

  /// Moves `start` to the next byte that is not part of a line end; false if there is none.
  private mutating func skipBlankLines() throws(TabularError) -> Bool {
    start = next
    while true {
      if start == end {
        let hasMore = try refill()
        next = start
        if !hasMore { return false }
      }
      switch buffer[start] {
      case lf:
        if !isAfterCR {
          nextLine += 1
          hasSkippedLines = true
        }
        isAfterCR = false
      case cr:
        nextLine += 1
        hasSkippedLines = true
        isAfterCR = true
      default:
        isAfterCR = false
        return true
      }
      start += 1
      next = start
    }
  }

  /// Reads more after `end`, keeping what is at `start` and after; false at the end or a pause.
  private mutating func refill() throws(TabularError) -> Bool {
    if hasEnded { return false }
    if start == end {
      start = 0
      end = 0
    } else if end == buffer.count {
      makeRoom()
    }
    guard let count = try source.read(into: &buffer, at: end, mayPause: mayPause) else {
      isPaused = true
      return false
    }
    end += count
    hasEnded = count == 0
    return !hasEnded
  }

  private mutating func makeRoom() {
    if start > 0 {
      for index in start..<end { buffer[index - start] = buffer[index] }
      end -= start
      start = 0
    }
    // Doubled when half full, so that a long record is not moved again for every few bytes.
    if end > buffer.count / 2 {
      buffer += [UInt8](repeating: 0, count: buffer.count)
    }
  }

  /// The fault in the text of a record that has a NUL or bytes beyond ASCII.
  private func textFault() -> RecordFault? {
    if let nul = splitter.nul { return .nul(offset: offset(nul)) }
    do {
      _ = try UTF8Span(validating: buffer.span.extracting(start..<start + splitter.length))
      return nil
    } catch {
      let index = error.byteOffsets.lowerBound
      return source.textFault(
        record, at: start + index, field: field(at: index), offset: offset(index))
    }
  }

  /// The number of the field that a byte of the current record is in.
  private func field(at index: Int) -> Int {
    var (field, isQuoted) = (1, false)
    for byte in record.prefix(index) {
      if byte == quote { isQuoted.toggle() }
      if byte == splitter.delimiter, !isQuoted { field += 1 }
    }
    return field
  }

  /// The offset in the file of a byte of the current record.
  private func offset(_ index: Int) -> Int { source.delivered - end + start + index }

  private func unclosedQuote() -> TabularError {
    TabularError(
      line: splitter.quoteLine, byteOffset: offset(splitter.fieldStart),
      reason: "the quote that is opened here is never closed")
  }

  private func longQuotedField() -> TabularError {
    TabularError(
      line: splitter.quoteLine, byteOffset: offset(splitter.fieldStart),
      reason: "the quoted field that begins here is longer than 1 MiB: is its quote never closed?")
  }
}
