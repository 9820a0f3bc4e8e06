/// Reads JSON Lines, one flat object per line, or one array of such objects, in memory that does
/// not grow with the file.
///
/// The keys of the first object are the columns. A key that an object lacks is an empty field; a
/// key that only later objects have is not read, and ``laterColumns`` names it. Text is returned
/// without its escapes, a number as it is written (`0.1` stays `0.1`), true and false as words, and
/// null as an empty field. Lines end with LF or CRLF; blank ones are skipped, and a byte order mark
/// is dropped. A line has 8 MiB at most, and there may be 10,000 keys. <https://jsonlines.org>,
/// <https://www.rfc-editor.org/rfc/rfc8259>
public struct JSONLinesReader: RecordReader, ~Copyable {
  /// The keys of the first object.
  public var header: [String] { columns.header }

  /// The keys that later objects have had so far and the first one lacks.
  public var laterColumns: [String] { columns.later }

  @usableFromInline var lines: LineScanner
  private let isNeeded: (String) -> Bool
  private var columns = JSONColumns()
  @usableFromInline var members = JSONMemberReader()
  @usableFromInline var places: [JSONMemberReader.Place] = []
  /// The first object is read with the header, and is a row as well.
  private var isAtFirst = true
  private var failure: TabularError?

  /// Reads the first object.
  ///
  /// - Parameters:
  ///   - source: The input.
  ///   - isNeeded: Whether a key must not be missed: an object that has it is malformed if the
  ///     first object lacks it.
  /// - Throws: `TabularError` if the input is empty, is not text, or does not begin with an object
  ///   that can be a row.
  public init(
    _ source: ByteSource, isNeeded: @escaping (String) -> Bool = { _ in false }
  ) throws(TabularError) {
    try self.init(source, isNeeded: isNeeded, bufferSize: 256 * 1024)
  }

  /// Like the initializer above, with a buffer that tests can make small.
  package init(
    _ source: ByteSource, isNeeded: @escaping (String) -> Bool, bufferSize: Int
  ) throws(TabularError) {
    self.isNeeded = isNeeded
    lines = LineScanner(source, bufferSize: bufferSize)
    try lines.open()
    guard try lines.advance() else {
      throw TabularError(
        reason: "has no object: "
          + (lines.isArray ? "its array is empty" : "there are only blank lines in it"))
    }
    if let reason = try fault() {
      throw TabularError(
        line: lines.line, reason: "the first object gives the columns, but it \(reason)")
    }
    if places.isEmpty {
      throw TabularError(
        line: lines.line, reason: "the first object gives the columns, but it has no keys")
    }
    lines.mayPause = true
  }

  /// Goes to the next object; nil at the end.
  ///
  /// - Throws: `TabularError` if the rest cannot be read: a line or keys beyond the limits, a
  ///   failure of the system. Later calls throw the same error.
  public mutating func next() throws(TabularError) -> TabularRow? {
    if let failure { throw failure }
    if isAtFirst {
      isAtFirst = false
      return .record
    }
    do throws(TabularError) {
      guard try lines.advance() else { return lines.isPaused ? .pause : nil }
      for index in places.indices { places[index] = .empty }
      if let reason = try fault() { return .malformed(reason) }
    } catch {
      failure = error
      throw error
    }
    return .record
  }

  /// The line of the object, counted from 1.
  public var line: Int { lines.line }

  /// How many bytes of the file have been read so far, before decompression.
  public var bytesRead: Int { lines.bytesRead }

  /// The number of columns; a key that an object lacks is an empty field.
  public var fieldCount: Int { header.count }

  /// The line as it is in the file, without its line end, even if it is malformed.
  public var rawRecord: [UInt8] { Array(lines.record) }

  /// Appends the row as it is in the file.
  public func appendRawRecord(to bytes: inout [UInt8]) { bytes += lines.record }

  /// How many bytes the line has.
  public var rawLength: Int { lines.record.count }

  /// Lends the bytes of a field, which are UTF-8.
  ///
  /// Only for a `record`, and for an index below the number of columns.
  @inlinable
  public func withField<Result, Failure>(
    _ index: Int, _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let place = places[index]
    if place.isDecoded {
      return try body(members.decoded.span.extracting(place.start..<place.end))
    }
    let start = lines.start
    return try body(lines.buffer.span.extracting(start + place.start..<start + place.end))
  }

  /// The text of a field.
  ///
  /// Only for a `record`, and for an index below the number of columns.
  public func text(_ index: Int) -> String { text(places[index]) }

  /// Whether a field is a number or text.
  ///
  /// Only for a `record`, and for an index below the number of columns.
  @inlinable
  public func type(_ index: Int) -> FieldType { places[index].isNumber ? .number : .text }

  private func text(_ place: JSONMemberReader.Place) -> String {
    // The bytes are known to be UTF-8, so nothing is replaced.
    if place.isDecoded {
      return String(decoding: members.decoded[place.start..<place.end], as: UTF8.self)
    }
    let start = lines.start
    return String(
      decoding: lines.buffer[start + place.start..<start + place.end], as: UTF8.self)
  }

  /// Reads the current line; returns why it is not a row, or nil if it is one.
  private mutating func fault() throws(TabularError) -> String? {
    if !lines.isASCII, let fault = lines.textFault() { return fault.reason() }
    columns.begin()
    do throws(JSONFault) {
      try readMembers()
      return nil
    } catch {
      if columns.isFull {
        throw TabularError(
          line: line, reason: "more than 10,000 different keys so far, or more than 1 MiB of them")
      }
      return error.reason + (error.index.map { " (byte \(lines.offset($0)))" } ?? "")
    }
  }

  private mutating func readMembers() throws(JSONFault) {
    let buffer = lines.buffer
    let bytes = buffer.span.extracting(lines.range)
    try members.begin(bytes)
    while let key = try members.nextKey(bytes) {
      let column: Int?
      if key.isDecoded {
        let decoded = members.decoded
        column = columns.column(of: decoded.span.extracting(key.start..<key.end))
      } else {
        column = columns.column(of: bytes.extracting(key.start..<key.end))
      }
      guard let column else { throw JSONFault("has the key \(quoted(key)) twice") }
      switch try members.value(bytes) {
      case .flat(let place):
        if column == places.count, columns.header.count > places.count {
          places.append(place)
        } else if column < places.count {
          places[column] = place
        } else if isNeeded(columns.name(column)) {
          throw JSONFault(
            "has the key \(quoted(key)), which the first object has not, though that gives the "
              + "columns: put it there as well, as null")
        }
      case .nested(let isObject):
        throw JSONFault(
          "has an \(isObject ? "object" : "array") under the key \(quoted(key)): only text, "
            + "numbers, true, false and null can be read")
      }
    }
  }

  private func quoted(_ key: JSONMemberReader.Place) -> String {
    JSON.string(text(key)).text(pretty: false)
  }
}
