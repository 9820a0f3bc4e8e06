import SQLite

/// The bytes that stand for a row in a digest, as docs/digest.md says.
///
/// Columns are named, and one that is null or has its default is left out: a column that is added
/// later changes nothing of older rows.
struct RowEncoding {
  private struct Column {
    /// The name, `=`, and the type of an integer, in words.
    let head: [UInt64]
    let length: Int
    let defaultValue: Int64?

    init(_ name: String, _ defaultValue: Int64?) {
      var bytes = Array(name.utf8) + Array("=i".utf8)
      length = bytes.count
      bytes += repeatElement(0, count: (8 - length % 8) % 8)
      head = stride(from: 0, to: bytes.count, by: 8).map { start in
        bytes[start..<start + 8].reduce(0) { $0 << 8 | UInt64($1) }
      }
      self.defaultValue = defaultValue
    }
  }

  private let columns: [Column]

  init(_ columns: [(name: String, defaultValue: Int64?)]) {
    self.columns = columns.map { Column($0.name, $0.defaultValue) }
  }

  init(_ table: any Table.Type) { self.init(table.columns.map { ($0.name, $0.defaultValue) }) }

  /// Adds a row that a statement stands on, which selects the columns in order.
  func append(_ row: borrowing Row, to bytes: inout RowWriter) throws(SQLiteError) {
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
  func append(_ values: [Value], to bytes: inout RowWriter) {
    for (column, value) in values.enumerated() {
      switch value {
      case .null: break
      case .integer(let integer): append(integer, in: column, to: &bytes)
      case .text(let text): append(Array(text.utf8)[...], in: column, to: &bytes)
      case .blob(let blob):
        begin(column, "b", &bytes)
        bytes.append(bigEndian: UInt64(blob.count))
        bytes.append(blob)
      case .real(let real):
        begin(column, "r", &bytes)
        bytes.append(bigEndian: real.bitPattern)
      }
    }
    end(&bytes)
  }

  func append(_ integer: Int64, in column: Int, to bytes: inout RowWriter) {
    if integer == columns[column].defaultValue { return }
    bytes.append(columns[column].head, count: columns[column].length)
    bytes.append(bigEndian: UInt64(bitPattern: integer))
  }

  func append(_ text: ArraySlice<UInt8>, in column: Int, to bytes: inout RowWriter) {
    begin(column, "t", &bytes)
    bytes.append(bigEndian: UInt64(text.count))
    bytes.append(text)
  }

  /// Ends a row.
  func end(_ bytes: inout RowWriter) { bytes.append(UInt8(ascii: "\n")) }

  private func append(
    _ row: borrowing Row, in column: Int, as type: Unicode.Scalar, to bytes: inout RowWriter
  ) {
    begin(column, type, &bytes)
    let length = row.byteCount(column)
    bytes.append(bigEndian: UInt64(length))
    bytes.append(length: length) { row.copy(column, to: &$0, at: $1) }
  }

  private func begin(_ column: Int, _ type: Unicode.Scalar, _ bytes: inout RowWriter) {
    bytes.append(columns[column].head, count: columns[column].length - 1)
    bytes.append(UInt8(truncatingIfNeeded: type.value))
  }
}
