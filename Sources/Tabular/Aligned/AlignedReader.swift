/// How the columns of lines are found that have no delimiter.
public enum Alignment: Hashable, Sendable {
  /// Two spaces or more, or a tab, are between two fields.
  case spaces
  /// The characters at which the columns begin, from 0 on, in ascending order.
  case starts([Int])
}

/// Reads lines whose fields stand under one another, in memory that does not grow with the file.
///
/// Lines end with LF or CRLF, and have 8 MiB at most; blank ones are skipped. Text must be UTF-8.
/// Spaces around a field are no part of it, and there are no quotes. Characters are Unicode
/// scalars.
public struct AlignedReader: RecordReader, ~Copyable {
  /// The names of the columns.
  public private(set) var header: [String] = []

  private var lines: LineScanner
  private let alignment: Alignment
  /// Where the fields of the current line are in it.
  private var fields: [Range<Int>] = []
  private var failure: TabularError?

  /// Reads the header, which is the first of ten lines that `isHeader` accepts.
  ///
  /// - Throws: `TabularError` if the input is empty, is not text or has no such header, and if the
  ///   header has a name twice.
  public init(
    _ source: ByteSource, _ alignment: Alignment, isHeader: ([String]) -> Bool = { _ in true }
  ) throws(TabularError) {
    self.alignment = alignment
    lines = LineScanner(source, bufferSize: 256 * 1024)
    try lines.open()
    for _ in 0..<10 where try lines.advance() {
      guard textFault == nil else { continue }
      split()
      let names = texts
      guard isHeader(names) else { continue }
      try Header.check(names, line: lines.line)
      header = names
      break
    }
    guard !header.isEmpty else {
      throw TabularError(.header, reason: "has no header that is known, in its first ten lines")
    }
    lines.mayPause = true
  }

  /// Goes to the next line; nil at the end.
  ///
  /// - Throws: `TabularError` if the rest cannot be read; later calls throw the same error.
  public mutating func next() throws(TabularError) -> TabularRow? {
    if let failure { throw failure }
    let before = lines.line
    do throws(TabularError) {
      guard try lines.advance() else { return lines.isPaused ? .pause : nil }
    } catch {
      failure = error
      throw error
    }
    followsBlankRow = lines.line > before + 1
    if let textFault { return .malformed(textFault) }
    split()
    guard fields.count == header.count else {
      let count = fields.count == 1 ? "1 field" : "\(fields.count) fields"
      return .malformed(
        "too \(fields.count < header.count ? "short" : "long"): \(count), while the header has "
          + "\(header.count)")
    }
    return .record
  }

  /// Whether the line only has fewer fields than the header.
  public var isShort: Bool { textFault == nil && fields.count < header.count }

  /// Whether a blank line stands right before it.
  public private(set) var followsBlankRow = false

  private var textFault: String? {
    if lines.isASCII { return nil }
    do {
      _ = try UTF8Span(validating: lines.buffer.span.extracting(place..<place + length))
      return nil
    } catch {
      return "not UTF-8: convert the file first (iconv -f WINDOWS-1252 -t UTF-8)"
    }
  }

  private var place: Int { lines.start }
  private var length: Int { lines.record.count }

  private mutating func split() {
    let found = split(alignment)
    fields = found
  }

  private func split(_ alignment: Alignment) -> [Range<Int>] {
    let bytes = lines.buffer.span.extracting(place..<place + length)
    return switch alignment {
    case .spaces: Self.fieldsAtSpaces(bytes)
    case .starts(let starts): Self.fields(bytes, at: starts)
    }
  }

  private static func fieldsAtSpaces(_ bytes: Span<UInt8>) -> [Range<Int>] {
    var fields: [Range<Int>] = []
    var start: Int?
    var fieldEnd = 0
    var spaces = 0
    for index in bytes.indices {
      switch bytes[index] {
      case 0x09: spaces += 2
      case 0x20: spaces += 1
      default:
        if let known = start, spaces > 1 {
          fields.append(known..<fieldEnd)
          start = index
        } else if start == nil {
          start = index
        }
        spaces = 0
        fieldEnd = index + 1
      }
    }
    if let start { fields.append(start..<fieldEnd) }
    return fields
  }

  private static func fields(_ bytes: Span<UInt8>, at starts: [Int]) -> [Range<Int>] {
    var fields: [Range<Int>] = []
    // Where the characters begin at which columns do; a short line ends before some.
    var bounds: [Int] = []
    var character = 0
    for index in bytes.indices where bytes[index] & 0xC0 != 0x80 {
      if bounds.count < starts.count, character == starts[bounds.count] { bounds.append(index) }
      character += 1
    }
    while bounds.count < starts.count { bounds.append(bytes.count) }
    bounds.append(bytes.count)
    for (from, to) in zip(bounds, bounds.dropFirst()) {
      var range = from..<to
      while !range.isEmpty, bytes[range.lowerBound] == 0x20 || bytes[range.lowerBound] == 0x09 {
        range = range.lowerBound + 1..<to
      }
      while !range.isEmpty, [0x20, 0x09].contains(bytes[range.upperBound - 1]) {
        range = range.lowerBound..<range.upperBound - 1
      }
      fields.append(range)
    }
    return fields
  }

  /// The number of the line, counted from 1.
  public var line: Int { lines.line }

  /// The number of fields found in the line.
  public var fieldCount: Int { fields.count }

  /// How many bytes of the file have been read so far, before decompression.
  public var bytesRead: Int { lines.bytesRead }

  /// The line as CSV, because its fields have no delimiter.
  public var rawRecord: [UInt8] {
    var writer = CSVWriter()
    writer.append(texts)
    return writer.bytes.dropLast()
  }

  /// How many bytes the line has.
  public var rawLength: Int { length }

  /// Lends the bytes of a field, which are UTF-8.
  public func withField<Result, Failure>(
    _ index: Int, _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let start = place
    let range = fields[index]
    return try body(
      lines.buffer.span.extracting(start + range.lowerBound..<start + range.upperBound))
  }

  private var texts: [String] {
    var texts: [String] = []
    for index in fields.indices { texts.append(text(index)) }
    return texts
  }

  /// The text of a field.
  public func text(_ index: Int) -> String {
    let range = fields[index]
    return String(
      decoding: lines.record.dropFirst(range.lowerBound).prefix(range.count), as: UTF8.self)
  }
}
