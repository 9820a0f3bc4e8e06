@testable import Tabular

/// CSV read in the plainest way, from an array, to compare with.
struct ReferenceParser {
  let bytes: [UInt8]
  var position = 0

  private var isAtLineEnd: Bool { bytes[position] == 0x0A || bytes[position] == 0x0D }

  private func line(of position: Int) -> Int {
    let before = Array(bytes[..<position])
    let lines = before.indices.filter { index in
      before[index] == 0x0D || before[index] == 0x0A && (index == 0 || before[index - 1] != 0x0D)
    }
    return 1 + lines.count
  }

  /// The rows after a header of as many columns as `header` has.
  static func read(_ header: String, _ body: [UInt8]) -> Reading {
    let columns = header.split(separator: ",")
    var parser = ReferenceParser(bytes: Array("\(header)\n".utf8) + body)
    parser.position = header.utf8.count
    var reading = Reading("\(header)\n")
    while parser.position < parser.bytes.count {
      if parser.isAtLineEnd {
        parser.position += 1
        continue
      }
      let start = parser.position
      var fields = parser.record()
      if case .failure(let unclosed) = fields {
        reading.error = TabularError(
          line: parser.line(of: unclosed.position), byteOffset: unclosed.position,
          reason: "the quote that is opened here is never closed")
        return reading
      }
      let raw = Array(parser.bytes[start..<parser.position])
      let isText = !raw.contains(0) && String(validating: raw, as: UTF8.self) != nil
      if !isText || raw == Array(header.utf8) { fields = .success(nil) }
      let line = parser.line(of: start)
      if case .success(let fields?) = fields, fields.count == columns.count {
        let texts = fields.map { String(decoding: $0, as: UTF8.self) }
        reading.rows.append(.record(texts, line: line))
      } else {
        reading.rows.append(.malformed(raw: String(decoding: raw, as: UTF8.self), line: line))
      }
    }
    return reading
  }

  struct Unclosed: Error { let position: Int }

  /// The fields of a record; nil if it is malformed.
  private mutating func record() -> Result<[[UInt8]]?, Unclosed> {
    var fields: [[UInt8]] = []
    while true {
      var field: [UInt8] = []
      if position < bytes.count, bytes[position] == 0x22 {
        let opening = position
        position += 1
        while true {
          if position >= bytes.count { return .failure(Unclosed(position: opening)) }
          if bytes[position...].starts(with: [0x22, 0x22]) {
            field.append(0x22)
            position += 2
          } else if bytes[position] == 0x22 {
            break
          } else {
            field.append(bytes[position])
            position += 1
          }
        }
        position += 1
      } else {
        while position < bytes.count, !isAtLineEnd, ![0x2C, 0x22].contains(bytes[position]) {
          field.append(bytes[position])
          position += 1
        }
      }
      fields.append(field)
      if position >= bytes.count || isAtLineEnd { return .success(fields) }
      guard bytes[position] == 0x2C else {
        while position < bytes.count, !isAtLineEnd { position += 1 }
        return .success(nil)
      }
      position += 1
    }
  }
}
