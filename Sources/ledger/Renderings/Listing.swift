import ArgumentParser
import SQLiteStorage
import Tabular

/// How rows are shown.
enum ListingFormat: String, CaseIterable, ExpressibleByArgument {
  case table, csv, tsv, json, jsonl, markdown, html, box, line

  static let list = allCases.map(\.rawValue).joined(separator: ", ")
}

/// A value in a row.
typealias Cell = SQLiteLedger.Answer

/// Shows rows as they come.
struct Listing {
  private var writer: any RowWriter
  private let output: Output
  private var isFirst = true
  private var tick = 0

  init(_ style: RowStyle, to output: Output) {
    writer = style.writer
    self.output = output
  }

  mutating func begin(_ names: [String]) throws {
    writer.begin(names)
    try push()
  }

  mutating func add(_ row: AnswerRow) throws {
    writer.add(row)
    // The first row at once, and slow ones as they come.
    let now = StatementTimer.ticks
    guard isFirst || writer.bytes.count > 1 << 15 || now != tick else { return }
    if now - tick > 10 { writer.release() }
    isFirst = false
    tick = now
    try push()
  }

  mutating func end() throws {
    writer.end()
    try push()
  }

  private mutating func push() throws {
    try output.write(writer.take())
    try output.offer()
  }
}

extension Cell {
  /// The value as data, `nil` for null.
  var plainText: String? {
    switch self {
    case .null: nil
    case .integer(let integer): String(integer)
    case .real(let real): real.description
    case .text(let text): text
    case .blob(let bytes): hexadecimal(bytes)
    }
  }

  var json: JSON {
    switch self {
    case .null: .null
    case .integer(let integer): .integer(integer)
    case .real(let real): real.isFinite ? .number(real.description) : .null
    case .text(let text): .string(text)
    case .blob(let bytes): .string(hexadecimal(bytes))
    }
  }

  var isNumber: Bool {
    switch self {
    case .integer, .real: true
    case .null, .text, .blob: false
    }
  }

  static func optional(_ text: String?) -> Cell { text.map(Cell.text) ?? .null }
  static func optional(_ integer: Int64?) -> Cell { integer.map(Cell.integer) ?? .null }
}

/// Bytes as lower-case hexadecimal digits.
func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  var text = ""
  for byte in bytes {
    text += String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
  }
  return text
}
