import LedgerCore
import Tabular

/// The first rows of a file, of which nothing is known.
struct SampledTable {
  /// The name of the sheet, if it is a workbook.
  let sheet: String?
  let delimiter: UInt8
  let columns: [SampledColumn]
  private let sample: SampledRows
  /// What says that a row is a sum of others, by its column.
  let totalTexts: [Int: Set<String>]
  /// How many rows are no sums.
  let factCount: Int
  /// Whether rows stand before the header.
  let hasRowsAbove: Bool

  /// How many rows are looked at.
  static let limit = 1_000

  /// Reads the first rows of the first sheet, or of the one that the layout names.
  ///
  /// `open`: opens the file from its beginning.
  /// - Throws: `TabularError`, as the readers do, and if no row can be a header.
  init(
    layout: FileLayout, words: CellWords, open source: () throws(TabularError) -> ByteSource
  ) throws(TabularError) {
    let vocabulary = words.vocabulary
    let encoding: TextEncoding
    if let stated = layout.encoding {
      encoding = stated
    } else {
      encoding = try source().evidentEncoding() ?? .utf8
    }
    func open() throws(TabularError) -> ByteSource {
      let file = try source()
      file.decode(encoding)
      return file
    }
    let format: FileFormat
    if let stated = layout.format {
      format = stated
    } else {
      format = try FileFormat(of: try source(), in: encoding)
    }
    switch format {
    case .csv:
      let found = try Self.delimiter(layout, vocabulary, open)
      (delimiter, hasRowsAbove, sheet) = (found.delimiter, found.place > 0, nil)
      var place = 0
      sample = try SampledRows(
        try CSVReader(try open(), delimiter: delimiter) { _ in
          place += 1
          return place > found.place
        })
    case .jsonl:
      (delimiter, hasRowsAbove, sheet) = (UInt8(ascii: ","), false, nil)
      sample = try SampledRows(try JSONLinesReader(try open()))
    case .xlsx:
      let found = try Self.sheet(layout, vocabulary, Workbook(try source()))
      (delimiter, hasRowsAbove, sheet) = (UInt8(ascii: ","), found.place > 0, found.name)
      sample = found.rows
    }
    let rows = sample
    var totals: [Int: Set<String>] = [:]
    var facts: [[String]] = []
    for row in rows.rows {
      let place = row.indices.prefix(3).first { vocabulary.meaning(of: row[$0]) == .total }
      if let place { totals[place, default: []].insert(row[place]) } else { facts.append(row) }
    }
    (totalTexts, factCount) = (totals, facts.count)
    columns = rows.header.indices.map { index in
      SampledColumn(
        rows.header[index], texts: facts.map { $0[index] }, typedTimes: rows.timeCount(index),
        words: words)
    }
  }

  /// The rows of a sheet, and how many stand before its header.
  private static func sheet(
    _ layout: FileLayout, _ vocabulary: Vocabulary, _ workbook: Workbook
  ) throws(TabularError) -> (name: String, place: Int, rows: SampledRows) {
    let choice = layout.sheet.map(SheetChoice.named) ?? .first
    var heads: [[String]] = []
    // It always ends with an error, as no row is taken.
    _ = try? XLSXReader(
      workbook, sheet: choice,
      headerRow: .matching { row in
        heads.append(row)
        return false
      })
    let place = place(of: heads, vocabulary)
    var seen = 0
    let reader = try XLSXReader(
      workbook, sheet: choice,
      headerRow: .matching { _ in
        seen += 1
        return seen > place
      })
    let name = reader.sheetName
    return (name, place, try SampledRows(reader))
  }

  /// What delimits the fields, and how many rows stand before the header.
  private static func delimiter(
    _ layout: FileLayout, _ vocabulary: Vocabulary, _ open: () throws(TabularError) -> ByteSource
  ) throws(TabularError) -> (delimiter: UInt8, place: Int) {
    var best: (delimiter: UInt8, place: Int, width: Int)?
    let known = Array(",;\t|".utf8)
    for delimiter in layout.delimiter.map({ [$0] }) ?? known {
      var heads: [[String]] = []
      // It always ends with an error, as no row is taken.
      _ = try? CSVReader(try open(), delimiter: delimiter) { row in
        heads.append(row)
        return false
      }
      let place = place(of: heads, vocabulary)
      let width = heads.isEmpty ? 0 : heads[place].count
      if width > best?.width ?? 0 { best = (delimiter, place, width) }
    }
    if let best { return (best.delimiter, best.place) }
    // So that the reader says what is wrong.
    return (layout.delimiter ?? UInt8(ascii: ","), 0)
  }

  /// Which of the first rows is the header: that in which most names are known, or else the one
  /// with most texts that are no values.
  private static func place(of heads: [[String]], _ vocabulary: Vocabulary) -> Int {
    let scores = heads.map { row in
      let names = row.filter { !$0.trimmed.isEmpty && !looksLikeValue($0) }
      let known = names.count { vocabulary.knows(ColumnWords($0)) }
      return names.count < 2 ? 0 : names.count + 3 * known
    }
    return scores.indices.max { scores[$0] < scores[$1] || scores[$0] == scores[$1] && $0 > $1 }
      ?? 0
  }

  var header: [String] { sample.header }

  /// The texts of the rows, by column.
  var rows: [[String]] { sample.rows }

  /// The rows, to be read from the first.
  var reader: SampledRows { sample }
}

/// The first rows of a table, in memory.
struct SampledRows: RecordReader {
  let header: [String]
  private(set) var rows: [[String]] = []
  /// The first rows that cannot be read, and why.
  private(set) var malformed: [(line: Int, reason: String)] = []
  private var types: [[FieldType]] = []
  private var rounded: [[Bool]] = []
  private var lines: [Int] = []
  private var place = -1

  /// Reads the first rows that can be read.
  init(
    _ reader: consuming some RecordReader & ~Copyable, limit: Int = SampledTable.limit
  ) throws(TabularError) {
    header = reader.header
    while rows.count < limit, let row = try reader.next() {
      if case .malformed(let reason) = row, malformed.count < 3 {
        malformed.append((reader.line, reason))
      }
      guard row == .record else { continue }
      rows.append(header.indices.map { reader.text($0) })
      types.append(header.indices.map { reader.type($0) })
      rounded.append(header.indices.map { reader.isRounded($0) })
      lines.append(reader.line)
    }
  }

  /// How many cells of a column the file knows to be times.
  func timeCount(_ column: Int) -> Int { types.count { $0[column] == .time } }

  mutating func next() -> TabularRow? {
    guard place + 1 < rows.count else { return nil }
    place += 1
    return .record
  }

  var line: Int { lines[place] }
  var fieldCount: Int { header.count }
  var rawRecord: [UInt8] { [] }
  var rawLength: Int { 0 }
  var laterColumns: [String] { [] }
  var strayMarks: Int { 0 }
  var bytesRead: Int { 0 }

  func withField<Result, Failure>(
    _ index: Int, _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(rows[place][index].utf8Span.span)
  }

  func text(_ index: Int) -> String { rows[place][index] }
  func type(_ index: Int) -> FieldType { types[place][index] }
  func isRounded(_ index: Int) -> Bool { rounded[place][index] }
}
