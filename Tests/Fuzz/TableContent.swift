import Tabular

/// All that a reader finds in a file, as bytes: equal strings may differ in theirs.
struct TableContent: Equatable {
  enum Row: Equatable {
    case record([[UInt8]], raw: [UInt8])
    case malformed(reason: String, raw: [UInt8])

    var fields: [[UInt8]]? { if case .record(let fields, _) = self { fields } else { nil } }

    var raw: [UInt8] {
      switch self {
      case .record(_, let raw), .malformed(_, let raw): raw
      }
    }
  }

  var header: [[UInt8]] = []
  var rows: [Row] = []
  var lines: [Int] = []
  /// Which fields of each record are numbers to the file.
  var numbers: [[Bool]] = []
  /// What ended it before its end.
  var error: TabularError?

  var records: [[[UInt8]]] { rows.compactMap(\.fields) }

  /// Reads a file of CSV.
  init(
    csv bytes: [UInt8], delimiter: UInt8, readSize: Int = .max, bufferSize: Int = 4096
  ) throws(Finding) {
    var opened: CSVReader?
    do throws(TabularError) {
      opened = try CSVReader(
        ByteSource(bytes: bytes, readSize: readSize), delimiter: delimiter, bufferSize: bufferSize)
    } catch { self.error = error }
    if var reader = opened.take() { try read(&reader) }
  }

  /// Reads a file of JSON Lines.
  init(
    jsonLines bytes: [UInt8], readSize: Int = .max, bufferSize: Int = 4096,
    isNeeded: @escaping (String) -> Bool = { _ in false }
  ) throws(Finding) {
    var opened: JSONLinesReader?
    do throws(TabularError) {
      opened = try JSONLinesReader(
        ByteSource(bytes: bytes, readSize: readSize), isNeeded: isNeeded, bufferSize: bufferSize)
    } catch { self.error = error }
    if var reader = opened.take() { try read(&reader) }
  }

  /// Reads a workbook.
  init(
    workbook bytes: [UInt8], sheet: SheetChoice = .first, headerRow: HeaderRow = .first
  ) throws(Finding) {
    var opened: XLSXReader?
    do throws(TabularError) {
      opened = try XLSXReader(ByteSource(bytes: bytes), sheet: sheet, headerRow: headerRow)
    } catch { self.error = error }
    if var reader = opened.take() { try read(&reader) }
  }

  /// The same file in pieces has the same content.
  func expectSame(as pieces: TableContent, of file: [UInt8]) throws(Finding) {
    // Of a damaged gzip file, more or less comes out before the damage is met.
    if file.starts(with: [0x1F, 0x8B]), error != nil, pieces.error != nil { return }
    try expect(pieces == self, "the size of the reads makes no difference")
  }

  private mutating func read(_ reader: inout some RecordReader & ~Copyable) throws(Finding) {
    header = reader.header.map { Array($0.utf8) }
    var step = Self.step(&reader)
    while case .success(let row?) = step {
      try expect(reader.line > lines.last ?? 0, "lines ascend")
      lines.append(reader.line)
      switch row {
      case .pause: throw Finding(description: "a source of bytes does not pause")
      case .malformed(let reason):
        rows.append(.malformed(reason: reason, raw: reader.rawRecord))
      case .record:
        try expect(reader.fieldCount == header.count, "a record has a field for each column")
        rows.append(.record(try Self.fields(of: reader), raw: reader.rawRecord))
        numbers.append(header.indices.map { reader.type($0) == .number })
      }
      step = Self.step(&reader)
    }
    if case .failure(let error) = step { self.error = error }
    try expect(Self.step(&reader) == step, "after the end or an error, the same comes again")
  }

  private static func step(
    _ reader: inout some RecordReader & ~Copyable
  ) -> Result<TabularRow?, TabularError> {
    do throws(TabularError) { return .success(try reader.next()) } catch { return .failure(error) }
  }

  private static func fields(
    of reader: borrowing some RecordReader & ~Copyable
  ) throws(Finding) -> [[UInt8]] {
    var fields: [[UInt8]] = []
    for index in 0..<reader.fieldCount {
      let lent = reader.withField(index) { bytes in bytes.indices.map { bytes[$0] } }
      try expect(lent == Array(reader.text(index).utf8), "the bytes of a field are its text")
      _ = reader.isRounded(index)
      fields.append(lent)
    }
    return fields
  }
}
