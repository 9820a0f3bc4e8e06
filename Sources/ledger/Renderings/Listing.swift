import ArgumentParser
import SQLiteStorage
import Tabular

/// How rows are shown.
enum ListingFormat: String, CaseIterable, ExpressibleByArgument {
  case table, csv, json, jsonl
}

/// A value in a row.
typealias Cell = SQLiteLedger.Answer

/// Shows rows as they come.
///
/// A table is held back until its last row, whose width may count.
struct Listing {
  private let format: ListingFormat
  private let output: Output
  private var names: [String] = []
  private var table: [[Cell]] = []
  private var csv: CSVWriter
  private var isFirst = true

  init(_ format: ListingFormat, to output: Output, csv: CSVWriter = CSVWriter()) {
    self.format = format
    self.output = output
    self.csv = csv
  }

  mutating func begin(_ names: [String]) throws {
    self.names = names
    switch format {
    case .table, .jsonl: break
    case .csv:
      csv.append(names)
      try output.write(csv.take())
    case .json: try output.write("[")
    }
  }

  mutating func add(_ row: [Cell]) throws {
    switch format {
    case .table: table.append(row)
    case .csv:
      csv.append(row.map(\.plainText))
      try output.write(csv.take())
    case .json:
      try output.write((isFirst ? "\n  " : ",\n  ") + object(row).text(pretty: false))
    case .jsonl: try output.write(object(row).text(pretty: false) + "\n")
    }
    isFirst = false
  }

  mutating func end() throws {
    switch format {
    case .table: try output.write(TextTable(names, table).text)
    case .csv, .jsonl: break
    case .json: try output.write(isFirst ? "]\n" : "\n]\n")
    }
  }

  private func object(_ row: [Cell]) -> JSON {
    .object(Array(zip(names, row.map(\.json))))
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
