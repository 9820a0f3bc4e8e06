/// Splits an input into lines that end with LF, and skips blank ones.
///
/// The current line is always whole in `buffer`.
@usableFromInline
struct LineScanner: ~Copyable {
  static let lengthLimit = 8 << 20

  @usableFromInline var buffer: [UInt8]
  /// The current line begins at `buffer[start]`.
  @usableFromInline private(set) var start = 0
  /// The length of the current line, without its LF.
  private(set) var length = 0
  /// The number of the current line, from 1 on.
  private(set) var line = 0
  private(set) var isASCII = true
  /// Whether the input may pause; no caller expects that before the first line.
  var mayPause = false
  /// Whether it has paused, so that there is no line yet.
  private(set) var isPaused = false

  private let source: ByteSource
  /// `buffer[next..<end]` has been read but not yet returned.
  private var next = 0
  private var end = 0
  private var hasEnded = false

  init(_ source: ByteSource, bufferSize: Int) {
    self.source = source
    buffer = [UInt8](repeating: 0, count: max(FileKind.prefixLength, bufferSize))
  }

  var bytesRead: Int { source.position }

  /// The bytes of the current line, without its line end.
  var record: ArraySlice<UInt8> {
    let bytes = buffer[start..<start + length]
    return bytes.last == cr ? bytes.dropLast() : bytes
  }

  /// Refuses other kinds of file, and drops a byte order mark.
  mutating func open() throws(TabularError) {
    let head = try source.peek()
    if head.isEmpty { throw TabularError(reason: "is empty") }
    if let kind = FileKind(head) { throw TabularError(reason: kind.advice) }
    let hasMark = head.starts(with: byteOrderMark)
    while hasMark, end < byteOrderMark.count, try refill() {}
    if hasMark { next = byteOrderMark.count }
    start = next
  }

  /// Goes to the next line that is not blank; false at the end, or at a pause.
  ///
  /// - Throws: `TabularError` for a line of more than 8 MiB.
  mutating func advance() throws(TabularError) -> Bool {
    isPaused = false
    while true {
      start = next
      length = 0
      isASCII = true
      var isBlank = true
      var found = scan(&isBlank)
      while !found, length <= Self.lengthLimit, try refill() { found = scan(&isBlank) }
      if isPaused {
        // The part of the line that has arrived is scanned again with the rest.
        next = start
        return false
      }
      if length > Self.lengthLimit {
        throw TabularError(
          line: line + 1, byteOffset: offset(0), reason: "the line is longer than 8 MiB")
      }
      if !found && length == 0 { return false }
      line += 1
      next = start + length + (found ? 1 : 0)
      if !isBlank { return true }
      if !found { return false }
    }
  }

  /// Scans to the next LF; false if there is none in what has been read.
  private mutating func scan(_ isBlank: inout Bool) -> Bool {
    let held = buffer
    let bytes = held.span
    var index = start + length
    var all: UInt8 = 0
    var blank = isBlank
    defer {
      length = index - start
      isBlank = blank
      if all >= 0x80 { isASCII = false }
    }
    while index < end {
      let byte = bytes[index]
      if byte == lf { return true }
      all |= byte
      if byte > 0x20 { blank = false }
      index += 1
    }
    return false
  }

  /// Reads more after `end`, keeping what is at `start` and after; false at the end or a pause.
  private mutating func refill() throws(TabularError) -> Bool {
    if hasEnded { return false }
    if start == end {
      start = 0
      end = 0
    } else if end == buffer.count {
      if start > 0 {
        for index in start..<end { buffer[index - start] = buffer[index] }
        end -= start
        start = 0
      }
      if end > buffer.count / 2 { buffer += [UInt8](repeating: 0, count: buffer.count) }
    }
    guard let count = try source.read(into: &buffer, at: end, mayPause: mayPause) else {
      isPaused = true
      return false
    }
    end += count
    hasEnded = count == 0
    return !hasEnded
  }

  /// The range of the current line in `buffer`; a CR at its end does no harm.
  var range: Range<Int> { start..<start + length }

  /// The fault of the first byte of the line that is not UTF-8, if there is one.
  func textFault() -> RecordFault? {
    do {
      _ = try UTF8Span(validating: buffer.span.extracting(range))
      return nil
    } catch {
      let index = error.byteOffsets.lowerBound
      return .notUTF8(buffer[start + index], offset: offset(index))
    }
  }

  /// The offset in the file of a byte of the current line.
  func offset(_ index: Int) -> Int { source.delivered - end + start + index }
}
