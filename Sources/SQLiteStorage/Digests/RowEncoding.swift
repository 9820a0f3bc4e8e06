import SQLite

/// The bytes that stand for a row in a digest, as docs/digest.md says.
///
/// Columns are named, and one that is null or has its default is left out: a column that is added
/// later changes nothing of older rows.
struct RowEncoding {
  private struct Column {
    /// The name, `=`, and the type.
    let integer, text, blob, real: RowWriter.Head
    let defaultValue: Int64?

    init(_ name: String, _ defaultValue: Int64?) {
      func head(_ type: String) -> RowWriter.Head { .init(Array("\(name)=\(type)".utf8)) }
      (integer, text, blob, real) = (head("i"), head("t"), head("b"), head("r"))
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
      case .text: append(row, column, after: columns[column].text, to: &bytes)
      // No column is of these types; a row that has them is damaged, and has its digest too.
      case .blob: append(row, column, after: columns[column].blob, to: &bytes)
      case .real:
        let value = try row.value(column)
        guard case .real(let real) = value else { break }
        bytes.append(columns[column].real, bigEndian: real.bitPattern)
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
      case .text(let text): append(text.utf8Span.span, in: column, to: &bytes)
      case .blob(let blob):
        bytes.append(columns[column].blob, bigEndian: UInt64(blob.count))
        bytes.append(blob.span)
      case .real(let real): bytes.append(columns[column].real, bigEndian: real.bitPattern)
      }
    }
    end(&bytes)
  }

  func append(_ integer: Int64, in column: Int, to bytes: inout RowWriter) {
    if integer == columns[column].defaultValue { return }
    bytes.append(columns[column].integer, bigEndian: UInt64(bitPattern: integer))
  }

  func append(_ text: Span<UInt8>, in column: Int, to bytes: inout RowWriter) {
    bytes.append(columns[column].text, bigEndian: UInt64(text.count))
    bytes.append(text)
  }

  /// Ends a row.
  func end(_ bytes: inout RowWriter) { bytes.append(UInt8(ascii: "\n")) }

  private func append(
    _ row: borrowing Row, _ column: Int, after head: RowWriter.Head, to bytes: inout RowWriter
  ) {
    let length = row.byteCount(column)
    bytes.append(head, bigEndian: UInt64(length))
    bytes.append(length: length) { row.copy(column, to: &$0, at: $1) }
  }
}
