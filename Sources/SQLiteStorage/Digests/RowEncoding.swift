import SQLite

/// The bytes that stand for a row in a digest, as docs/digest.md says.
///
/// Columns are named, and one that is null or has its default is left out: a column that is added
/// later changes nothing of older rows.
struct RowEncoding {
  private struct Column {
    /// The name and `=`.
    let head: [UInt8]
    let defaultValue: Int64?
  }

  private let columns: [Column]

  init(_ columns: [(name: String, defaultValue: Int64?)]) {
    self.columns = columns.map {
      Column(head: Array($0.name.utf8) + [UInt8(ascii: "=")], defaultValue: $0.defaultValue)
    }
  }

  init(_ table: any Table.Type) { self.init(table.columns.map { ($0.name, $0.defaultValue) }) }

  /// Adds a row that a statement stands on, which selects the columns in order.
  func append(_ row: borrowing Row, to bytes: inout [UInt8]) throws(SQLiteError) {
    for column in columns.indices {
      switch row.kind(column) {
      case .null: break
      case .integer: append(try row.integer(column), in: column, to: &bytes)
      case .text: append(row, in: column, as: "t", to: &bytes)
      // No column is of these types; a row that has them is damaged, and has its digest too.
      case .blob: append(row, in: column, as: "b", to: &bytes)
      case .real:
        let value = try row.value(column)
        guard case .real(let real) = value else { break }
        begin(column, "r", &bytes)
        bytes.append(bigEndian: real.bitPattern)
      }
    }
    end(&bytes)
  }

  /// Adds a row of values in the order of the columns.
  func append(_ values: [Value], to bytes: inout [UInt8]) {
    for (column, value) in values.enumerated() {
      switch value {
      case .null: break
      case .integer(let integer): append(integer, in: column, to: &bytes)
      case .text(let text):
        begin(column, "t", &bytes)
        bytes.append(bigEndian: UInt64(text.utf8.count))
        bytes += text.utf8
      case .blob(let blob):
        begin(column, "b", &bytes)
        bytes.append(bigEndian: UInt64(blob.count))
        bytes += blob
      case .real(let real):
        begin(column, "r", &bytes)
        bytes.append(bigEndian: real.bitPattern)
      }
    }
    end(&bytes)
  }

  func append(_ integer: Int64, in column: Int, to bytes: inout [UInt8]) {
    if integer == columns[column].defaultValue { return }
    begin(column, "i", &bytes)
    bytes.append(bigEndian: UInt64(bitPattern: integer))
  }

  func append(_ text: ArraySlice<UInt8>, in column: Int, to bytes: inout [UInt8]) {
    begin(column, "t", &bytes)
    bytes.append(bigEndian: UInt64(text.count))
    bytes += text
  }

  /// Ends a row.
  func end(_ bytes: inout [UInt8]) { bytes.append(UInt8(ascii: "\n")) }

  private func append(
    _ row: borrowing Row, in column: Int, as type: Unicode.Scalar, to bytes: inout [UInt8]
  ) {
    begin(column, type, &bytes)
    bytes.append(bigEndian: UInt64(row.byteCount(column)))
    row.append(column, to: &bytes)
  }

  private func begin(_ column: Int, _ type: Unicode.Scalar, _ bytes: inout [UInt8]) {
    bytes += columns[column].head
    bytes.append(UInt8(truncatingIfNeeded: type.value))
  }
}

extension [UInt8] {
  fileprivate mutating func append(bigEndian word: UInt64) {
    for shift in stride(from: 56, through: 0, by: -8) {
      append(UInt8(truncatingIfNeeded: word >> UInt64(shift)))
    }
  }
}
