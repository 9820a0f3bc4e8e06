/// Splits an input into lines that end with LF, and skips blank ones; an input that is one array,
/// into its elements.
///
/// The current line, or element, is always whole in `buffer`.
@usableFromInline
struct LineScanner: ~Copyable {
  static let lengthLimit = 8 << 20

  @usableFromInline var buffer: [UInt8]
  /// The current line begins at `buffer[start]`.
  @usableFromInline private(set) var start = 0
  /// The length of the current line, without its LF.
  private(set) var length = 0
  /// The number of the current line, or of that on which the element begins, from 1 on.
  private(set) var line = 0
  /// Where the input is one array: the line that `next` is on.
  private var arrayLine: Int?
  /// Whether the input is one array.
  var isArray: Bool { arrayLine != nil }
  private var hasArrayEnded = false
  /// Whether an element has been read, so that a comma comes before the next.
  private var isAfterElement = false
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
    if source.encoding == .utf8 {
      let head = try source.peek()
      if head.isEmpty { throw TabularError(reason: "is empty") }
      if let kind = FileKind(head) { throw TabularError(reason: kind.advice) }
    }
    while end < byteOrderMark.count, try refill() {}
    if buffer[..<end].starts(with: byteOrderMark) { next = byteOrderMark.count }
    start = next
    try beginArray()
  }

  /// Finds out whether the input is one array, and goes behind its bracket.
  private mutating func beginArray() throws(TabularError) {
    var (length, lines) = (0, 1)
    while true {
      if start + length == end {
        let hasMore = try refill()
        next = start
        if !hasMore { return }
        continue
      }
      switch buffer[start + length] {
      case 0x20, 0x09, cr: break
      case lf: lines += 1
      case UInt8(ascii: "["):
        next = start + length + 1
        start = next
        arrayLine = lines
        return
      default: return
      }
      length += 1
    }
  }

  /// Goes to the next line that is not blank; false at the end, or at a pause.
  ///
  /// - Throws: `TabularError` for a line of more than 8 MiB.
  mutating func advance() throws(TabularError) -> Bool {
    isPaused = false
    if let arrayLine { return try advance(fromLine: arrayLine) }
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

  // MARK: Arrays

  /// Goes to the next element of the array; false at its end, or at a pause.
  private mutating func advance(fromLine first: Int) throws(TabularError) -> Bool {
    (start, length, isASCII) = (next, 0, true)
    if hasArrayEnded { return false }
    var lines = first
    var hasComma = !isAfterElement
    while true {
      if start == end {
        guard try refill() else {
          next = start
          if isPaused { return false }
          throw Self.unclosed(line: lines)
        }
        next = start
        continue
      }
      switch buffer[start] {
      case 0x20, 0x09, cr: break
      case lf: lines += 1
      case UInt8(ascii: ",") where !hasComma: hasComma = true
      case UInt8(ascii: "]"):
        next = start + 1
        arrayLine = lines
        hasArrayEnded = true
        try checkEnd()
        return false
      default:
        guard hasComma else {
          throw TabularError(line: lines, reason: "a comma is missing between two objects")
        }
        return try scanElement(fromLine: lines)
      }
      start += 1
      // What stands between elements is gone once it is passed.
      (next, arrayLine, isAfterElement) = (start, lines, !hasComma)
    }
  }

  /// Scans to the end of the element that begins at `start`.
  private mutating func scanElement(fromLine first: Int) throws(TabularError) -> Bool {
    var (depth, lines) = (0, first)
    var (isQuoted, isEscaped) = (false, false)
    while true {
      while start + length < end {
        let byte = buffer[start + length]
        if byte == lf { lines += 1 }
        if byte >= 0x80 { isASCII = false }
        if isQuoted {
          if isEscaped {
            isEscaped = false
          } else if byte == UInt8(ascii: "\\") {
            isEscaped = true
          } else if byte == quote {
            isQuoted = false
          }
        } else {
          switch byte {
          case quote: isQuoted = true
          case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
          case UInt8(ascii: ",") where depth == 0, UInt8(ascii: "]") where depth == 0:
            return endElement(fromLine: first, to: lines)
          case UInt8(ascii: "}"), UInt8(ascii: "]"):
            depth -= 1
            if depth <= 0 {
              length += 1
              return endElement(fromLine: first, to: lines)
            }
          default: break
          }
        }
        length += 1
      }
      guard length <= Self.lengthLimit else {
        throw TabularError(line: first, reason: "the object is longer than 8 MiB")
      }
      guard try refill() else {
        if isPaused {
          // What has come of it is scanned again with the rest.
          next = start
          return false
        }
        throw Self.unclosed(line: first)
      }
    }
  }

  private mutating func endElement(fromLine first: Int, to last: Int) -> Bool {
    next = start + length
    (line, arrayLine, isAfterElement) = (first, last, true)
    return true
  }

  /// Refuses what follows the array.
  private mutating func checkEnd() throws(TabularError) {
    start = next
    while true {
      if start == end {
        guard try refill() else {
          next = start
          return
        }
        continue
      }
      guard [0x20, 0x09, cr, lf].contains(buffer[start]) else {
        throw TabularError(line: arrayLine, reason: "something follows the array")
      }
      start += 1
    }
  }

  private static func unclosed(line: Int) -> TabularError {
    TabularError(
      line: line, reason: "the array is not closed: the file is cut short, or a quote is missing")
  }

  // MARK: Lines

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
      return source.textFault(
        buffer[range], at: start + index, field: nil, offset: offset(index))
    }
  }

  /// The offset in the file of a byte of the current line.
  func offset(_ index: Int) -> Int { source.delivered - end + start + index }
}
