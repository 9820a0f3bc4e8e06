@testable import Tabular

/// What a reader makes of a file: its rows, and the error that stopped it, if one did.
struct Reading: Equatable {
  enum Row: Equatable {
    case record([String], line: Int)
    case malformed(raw: String, line: Int)
  }

  var header: [String] = []
  var rows: [Row] = []
  var reasons: [String] = []
  var error: TabularError?

  /// The fields of the rows that can be used.
  var records: [[String]] {
    rows.compactMap { row in if case .record(let fields, _) = row { fields } else { nil } }
  }

  init(
    _ bytes: [UInt8], delimiter: UInt8 = UInt8(ascii: ","), readSize: Int = .max,
    bufferSize: Int = 4096
  ) {
    do throws(TabularError) {
      let source = ByteSource(bytes: bytes, readSize: readSize)
      var reader = try CSVReader(source, delimiter: delimiter, bufferSize: bufferSize)
      try read(&reader)
    } catch {
      self.error = error
    }
  }

  init(
    jsonLines bytes: [UInt8], isNeeded: @escaping (String) -> Bool = { _ in false },
    readSize: Int = .max, bufferSize: Int = 4096
  ) {
    do throws(TabularError) {
      let source = ByteSource(bytes: bytes, readSize: readSize)
      var reader = try JSONLinesReader(source, isNeeded: isNeeded, bufferSize: bufferSize)
      try read(&reader)
    } catch {
      self.error = error
    }
  }

  init(jsonLines text: String, isNeeded: @escaping (String) -> Bool = { _ in false }) {
    self.init(jsonLines: Array(text.utf8), isNeeded: isNeeded)
  }

  init(workbook bytes: [UInt8], sheet: SheetChoice = .first, headerRow: HeaderRow = .first) {
    do throws(TabularError) {
      var reader = try XLSXReader(ByteSource(bytes: bytes), sheet: sheet, headerRow: headerRow)
      try read(&reader)
    } catch {
      self.error = error
    }
  }

  /// Adds what a reader of any format finds.
  mutating func read(_ reader: inout some RecordReader & ~Copyable) throws(TabularError) {
    header = reader.header
    while let row = try reader.next() {
      switch row {
      case .record:
        var fields: [String] = []
        for index in 0..<reader.fieldCount {
          fields.append(reader.text(index))
          let lent = reader.withField(index) { bytes in bytes.indices.map { bytes[$0] } }
          if lent != Array(reader.text(index).utf8) { reasons.append("bytes differ from text") }
        }
        rows.append(.record(fields, line: reader.line))
      case .malformed(let reason):
        let raw = String(decoding: reader.rawRecord, as: UTF8.self)
        rows.append(.malformed(raw: raw, line: reader.line))
        reasons.append(reason)
      case .pause: reasons.append("pause")
      }
    }
  }

  init(_ text: String, delimiter: UInt8 = UInt8(ascii: ",")) {
    self.init(Array(text.utf8), delimiter: delimiter)
  }
}
