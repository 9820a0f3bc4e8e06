import LedgerCore
import Tabular

/// A text that several columns of a row make.
final class JoinedCell {
  enum Form {
    /// A date and its time of day, with a space between them.
    case time
    /// What stands there, with a text between them.
    case text(separator: [UInt8])
    /// Other texts make another key: where one has the separator's first byte or a backslash, a
    /// backslash stands before it.
    case key(separator: [UInt8])
  }

  let name: String
  let parts: [Cell]
  let form: Form
  /// The cell of a time's zone.
  let zone: Cell?

  init(name: String, parts: [Cell], form: Form, zone: Cell?) {
    self.name = name
    self.parts = parts
    self.form = form
    self.zone = zone
  }

  /// The same cell, of a key.
  var asKey: JoinedCell {
    guard case .text(let separator) = form else { return self }
    return JoinedCell(
      name: name, parts: parts.map(\.asKey), form: .key(separator: separator), zone: zone)
  }

  func bytes(_ row: borrowing some RecordReader & ~Copyable) -> [UInt8] {
    switch form {
    case .time: timeBytes(row)
    case .text(let separator): textBytes(row, separator)
    case .key(let separator): keyBytes(row, separator)
    }
  }

  private func timeBytes(_ row: borrowing some RecordReader & ~Copyable) -> [UInt8] {
    var text: [UInt8] = []
    for (place, part) in parts.enumerated() {
      let isTyped = part.isTyped(.time, row) && parts.count > 1
      part.withBytes(row) { bytes in
        if bytes.isEmpty { return }
        if !text.isEmpty { text.append(0x20) }
        var range = 0..<bytes.count
        // A spreadsheet may keep a date as its midnight, and a time of day as one of its first day.
        if isTyped, bytes.count > 11, bytes[10] == 0x20 {
          range = place == 0 ? 0..<10 : 11..<bytes.count
        }
        for index in range { text.append(bytes[index]) }
      }
    }
    return text
  }

  private func textBytes(
    _ row: borrowing some RecordReader & ~Copyable, _ separator: [UInt8]
  ) -> [UInt8] {
    var text: [UInt8] = []
    for part in parts {
      part.withBytes(row) { bytes in
        if bytes.isEmpty { return }
        if !text.isEmpty { text += separator }
        for index in bytes.indices { text.append(bytes[index]) }
      }
    }
    return text
  }

  private func keyBytes(
    _ row: borrowing some RecordReader & ~Copyable, _ separator: [UInt8]
  ) -> [UInt8] {
    let backslash = UInt8(ascii: "\\")
    var text: [UInt8] = []
    var isEmpty = true
    for (place, part) in parts.enumerated() {
      if place > 0 { text += separator }
      part.withBytes(row) { bytes in
        if !bytes.isEmpty { isEmpty = false }
        for index in bytes.indices {
          if bytes[index] == separator.first || bytes[index] == backslash { text.append(backslash) }
          text.append(bytes[index])
        }
      }
    }
    return isEmpty ? [] : text
  }
}
