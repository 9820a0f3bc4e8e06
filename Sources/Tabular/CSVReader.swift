/// Reads CSV (RFC 4180) row by row, in memory that does not grow with the file.
///
/// Lines end with LF, CRLF or CR, even mixed; blank lines are skipped, and a byte order mark at the
/// start of a line is dropped. Text must be UTF-8 and is returned as it is: nothing is trimmed,
/// replaced or normalised. A quoted field has 1 MiB at most, a row 8 MiB.
public struct CSVReader: RecordReader, ~Copyable {
  /// The names of the columns, as they are in the file.
  public let header: [String]

  /// The physical line of the header: 1, unless blank lines precede it.
  public let headerLine: Int

  @usableFromInline var scanner: RecordScanner
  private let rawHeader: [UInt8]
  private var failure: TabularError?

  /// Reads the header.
  ///
  /// - Throws: `TabularError` if the input is empty or not CSV, if the header is missing, cannot be
  ///   read, or has a name twice or more than 10,000 columns, and if the columns seem to have
  ///   another delimiter.
  public init(
    _ source: ByteSource, delimiter: UInt8 = UInt8(ascii: ",")
  ) throws(TabularError) {
    try self.init(source, delimiter: delimiter, bufferSize: 256 * 1024)
  }

  /// Reads up to the header, which is the first of ten rows that `isHeader` accepts.
  ///
  /// - Throws: `TabularError`, as without `isHeader`, and if none of the ten rows is accepted.
  public init(
    _ source: ByteSource, delimiter: UInt8 = UInt8(ascii: ","), isHeader: ([String]) -> Bool
  ) throws(TabularError) {
    try self.init(
      source, delimiter: delimiter, bufferSize: 256 * 1024, headerLimit: 10, isHeader: isHeader)
  }

  /// Like the initializers above, with a buffer that tests can make small.
  package init(
    _ source: ByteSource, delimiter: UInt8, bufferSize: Int,
    headerLimit: Int = 1, isHeader: ([String]) -> Bool = { _ in true }
  ) throws(TabularError) {
    try Header.check(delimiter: delimiter)
    var scanner = RecordScanner(
      source, delimiter: delimiter, bufferSize: bufferSize, fieldLimit: Header.columnLimit)
    try scanner.open()
    guard try scanner.advance() else {
      throw TabularError(reason: "has no header: there are only blank lines in it")
    }
    header = try Header.names(of: &scanner, among: headerLimit, where: isHeader)
    headerLine = scanner.line
    rawHeader = Array(scanner.record)
    scanner.splitter.fieldLimit = header.count
    scanner.mayPause = true
    self.scanner = scanner
  }

  /// Goes to the next row; nil at the end.
  ///
  /// - Throws: `TabularError` if the rest cannot be read: a quote that is never closed, a field or
  ///   row beyond the limits, a failure of the system. Later calls throw the same error.
  public mutating func next() throws(TabularError) -> TabularRow? {
    if let failure { throw failure }
    do {
      guard try scanner.advance() else { return scanner.isPaused ? .pause : nil }
    } catch {
      failure = error
      throw error
    }
    if let fault = scanner.fault { return .malformed(fault.reason(header)) }
    guard fieldCount == header.count else { return .malformed(wrongCount) }
    if header.count > 1, scanner.splitter.length == rawHeader.count,
      scanner.record.elementsEqual(rawHeader)
    {
      return .malformed("the header again: were two files joined?")
    }
    return .record
  }

  /// The name of a delimiter in messages: `a semicolon`.
  public static func name(ofDelimiter delimiter: UInt8) -> String { Header.name(of: delimiter) }

  /// Whether the row only has fewer fields than the header.
  public var isShort: Bool { scanner.fault == nil && fieldCount < header.count }

  /// Whether a blank line stands right before the row.
  public var followsBlankRow: Bool { scanner.hasSkippedLines }

  private var wrongCount: String {
    let fields = fieldCount == 1 ? "1 field" : "\(fieldCount) fields"
    return "too \(fieldCount < header.count ? "short" : "long"): \(fields), "
      + "while the header has \(header.count)"
  }

  /// The physical line on which the row begins, counted from 1; a quoted newline counts, too.
  public var line: Int { scanner.line }

  /// How many bytes of the file have been read so far, before decompression.
  public var bytesRead: Int { scanner.bytesRead }

  /// The number of fields found in the row.
  public var fieldCount: Int { scanner.splitter.fieldCount }

  /// How many lines after the first began with a byte order mark, which was dropped.
  public var strayMarks: Int { scanner.strayMarks }

  /// The row as it is in the file, without its line end, even if it is malformed.
  public var rawRecord: [UInt8] { Array(scanner.record) }

  /// Appends the row as it is in the file.
  public func appendRawRecord(to bytes: inout [UInt8]) { bytes += scanner.record }

  /// How many bytes the row has.
  public var rawLength: Int { scanner.record.count }

  /// Lends the bytes of a field, without its quotes.
  ///
  /// They are UTF-8, and nothing is allocated. Only for a `record`, and for an index below the
  /// number of columns.
  @inlinable
  public func withField<Result, Failure>(
    _ index: Int, _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let field = scanner.splitter.fields[index]
    if field.isUnescaped {
      return try body(scanner.splitter.unescaped.span.extracting(field.start..<field.end))
    }
    let start = scanner.start
    return try body(scanner.buffer.span.extracting(start + field.start..<start + field.end))
  }

  /// The text of a field, exactly as in the file, without its quotes.
  ///
  /// Only for a `record`, and for an index below the number of columns.
  public func text(_ index: Int) -> String {
    scanner.text(index)
  }
}
