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
    layout: FileLayout, words: CellWords, open: () throws(TabularError) -> ByteSource
  ) throws(TabularError) {
    let vocabulary = words.vocabulary
    let format: FileFormat
    if let given = layout.format { format = given } else { format = try FileFormat(of: try open()) }
    switch format {
    case .csv:
      let found = try Self.delimiter(layout, vocabulary, open)
      delimiter = found.delimiter
      var place = 0
      let reader = try CSVReader(try open(), delimiter: delimiter) { _ in
        place += 1
        return place > found.place
      }
      hasRowsAbove = found.place > 0
      sample = try SampledRows(reader)
      sheet = nil
    case .jsonl:
      delimiter = UInt8(ascii: ",")
      hasRowsAbove = false
      sample = try SampledRows(try JSONLinesReader(try open()))
      sheet = nil
    case .xlsx:
      delimiter = UInt8(ascii: ",")
      let workbook = try Workbook(try open())
      let choice = layout.sheet.map(SheetChoice.named) ?? .first
      var heads: [[String]] = []
      _ = try? XLSXReader(
        workbook, sheet: choice,
        headerRow: .matching { row in
          heads.append(row)
          return false
        })
      let place = Self.place(of: heads, vocabulary)
      var seen = 0
      let reader = try XLSXReader(
        workbook, sheet: choice,
        headerRow: .matching { _ in
          seen += 1
          return seen > place
        })
      hasRowsAbove = place > 0
      sheet = reader.sheetName
      sample = try SampledRows(reader)
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
