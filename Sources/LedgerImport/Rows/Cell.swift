import LedgerCore
import Tabular

/// Where a field's text comes from in every row.
struct Cell {
  enum Origin {
    case column(Int, name: String)
    case constant(String)
    case joined(JoinedCell)
  }

  let origin: Origin
  /// Spaces and tabs around the text are no part of it.
  var trims = false
  /// What an empty cell repeats of the rows before, where it does.
  var carried: CarriedCells?
  /// What keeps a spreadsheet from reading a key as a number is no part of it: `'1001`, `="1001"`.
  var isKey = false

  /// The same cell, of a key.
  var asKey: Cell {
    if case .joined(let joined) = origin { return Cell(origin: .joined(joined.asKey)) }
    var cell = self
    cell.isKey = true
    return cell
  }

  /// The column's name, as the file writes it.
  var column: String? {
    switch origin {
    case .column(_, let name): name
    case .joined(let joined): joined.name
    case .constant: nil
    }
  }

  /// The place of the column, where nothing but the row itself says what stands there.
  var plainColumn: Int? {
    if case .column(let index, _) = origin, carried == nil { index } else { nil }
  }

  /// Whether several columns make it.
  var isJoined: Bool { if case .joined = origin { true } else { false } }

  /// The text that is the same in all rows.
  var constant: String? {
    if case .constant(let text) = origin { text } else { nil }
  }

  func text(_ row: borrowing some RecordReader & ~Copyable) -> String {
    switch origin {
    case .column(let index, _):
      if trims || carried != nil || isKey {
        withBytes(row) { bytes in String(decoding: bytes.bytesArray, as: UTF8.self) }
      } else {
        row.text(index)
      }
    case .constant(let text): text
    case .joined(let joined): String(decoding: joined.bytes(row), as: UTF8.self)
    }
  }

  @inline(__always)
  func withBytes<Result, Failure>(
    _ row: borrowing some RecordReader & ~Copyable, _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    switch origin {
    case .column(let index, _):
      guard trims || carried != nil || isKey else { return try row.withField(index, body) }
      return try row.withField(index) { (bytes) throws(Failure) -> Result in
        let text = bytes.extracting(trims ? bytes.trimmedRange : 0..<bytes.count)
        let own = isKey ? text.extracting(text.keyRange) : text
        if own.isEmpty, let text = carried?.texts[index] { return try body(text.utf8Span.span) }
        return try body(own)
      }
    case .constant(let text): return try body(text.utf8Span.span)
    case .joined(let joined):
      let bytes = joined.bytes(row)
      return try body(bytes.span)
    }
  }

  /// How a number in it is written: as text is, unless the file knows that it is one.
  @inline(__always)
  func numbers(
    _ row: borrowing some RecordReader & ~Copyable, asText format: NumberFormat
  ) -> NumberFormat {
    guard case .column(let index, _) = origin, row.type(index) == .number else { return format }
    return .plain
  }

  /// Whether the file knows that it is a number, or a time.
  @inline(__always)
  func isTyped(_ type: FieldType, _ row: borrowing some RecordReader & ~Copyable) -> Bool {
    switch origin {
    case .column(let index, _): return row.type(index) == type
    case .constant: return false
    case .joined(let joined): return joined.parts.contains { $0.isTyped(type, row) }
    }
  }

  /// Refuses a key that has lost digits: other keys may begin with the same ones.
  func checkExact(_ row: borrowing some RecordReader & ~Copyable) throws(RowFault) {
    if case .joined(let joined) = origin {
      for part in joined.parts { try part.checkExact(row) }
      return
    }
    guard case .column(let index, _) = origin,
      row.isRounded(index) || isKey && looksRounded(text(row))
    else { return }
    throw fault(row, .roundedKey)
  }

  /// A text that is one line: line breaks become a space, and spaces at the ends are dropped.
  ///
  /// `count`: of the texts that were not so.
  func line(
    _ row: borrowing some RecordReader & ~Copyable, counting count: inout Int
  ) -> String {
    let text = text(row).onOneLine
    if case .column(let index, _) = origin, carried == nil, row.text(index) != text { count += 1 }
    return text
  }

  /// Where it is in the file; `nil` for a text that is the same in all rows.
  func place(_ row: borrowing some RecordReader & ~Copyable) -> FileEvidence.Place? {
    switch origin {
    case .column(let index, let name):
      FileEvidence.Place(line: row.line, column: index, name: name, value: text(row))
    case .constant: nil
    case .joined(let joined): joined.parts.first?.place(row)
    }
  }

  func fault(
    _ row: borrowing some RecordReader & ~Copyable, _ reason: RejectionReason
  ) -> RowFault {
    RowFault(column: column, value: text(row), reason: reason)
  }
}

extension String {
  /// The text with a space for each run of line breaks and tabs, and none at the ends.
  var onOneLine: String {
    let isBreak = { (scalar: Unicode.Scalar) in
      (0x09...0x0D).contains(scalar.value) || [0x85, 0x2028, 0x2029].contains(scalar.value)
    }
    guard utf8.contains(where: { $0 < 0x20 || $0 >= 0x80 }) else { return trimmed }
    let parts = unicodeScalars.split(whereSeparator: isBreak).map { String($0).trimmed }
    return parts.filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension Span where Element == UInt8 {
  /// Where the text is, without the spaces, tabs and line breaks at both ends.
  var trimmedRange: Range<Int> {
    var (start, end) = (0, count)
    while start < end {
      if isSpace(start) {
        start += 1
      } else if end - start >= 2, self[start] == 0xC2, self[start + 1] == 0xA0 {
        start += 2
      } else {
        break
      }
    }
    while end > start {
      if isSpace(end - 1) {
        end -= 1
      } else if end - start >= 2, self[end - 2] == 0xC2, self[end - 1] == 0xA0 {
        end -= 2
      } else {
        break
      }
    }
    return start..<end
  }

  /// Where the key is, without what marks it as text in a spreadsheet.
  var keyRange: Range<Int> {
    if count > 1, self[0] == UInt8(ascii: "'"), self[count - 1] != self[0] { return 1..<count }
    let isFormula =
      count > 3 && self[0] == UInt8(ascii: "=") && self[1] == UInt8(ascii: "\"")
      && self[count - 1] == self[1]
    return isFormula ? 2..<count - 1 : 0..<count
  }

  private func isSpace(_ index: Int) -> Bool {
    self[index] == 0x20 || (0x09...0x0D).contains(self[index])
  }

  var bytesArray: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    for index in indices { bytes.append(self[index]) }
    return bytes
  }
}
