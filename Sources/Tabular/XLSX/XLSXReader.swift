/// Reads a sheet of an Excel workbook (xlsx, ECMA-376) row by row.
///
/// The sheet itself is never held in memory; the texts that its cells share are, up to 256 MiB. In
/// most exports they take a few MiB.
///
/// Text is returned as it is. A number is returned in plain decimal notation with the 15 digits
/// that a spreadsheet shows, even if the file has 17 (`19.989999999999998` is 19.99). A number with
/// more than 15 digits before the point is returned as it is in the file, and is rounded: see
/// ``isRounded(_:)``. A number in a date format is returned as `2026-04-18 22:14:00` or
/// `2026-04-18`, without a zone, and one in a time format as `22:14:00`. True and false are words,
/// an error is its own text (`#N/A`), and a formula is its last result; a row with a formula that
/// was never computed is malformed, if its column is needed. Rows without any text are skipped.
public struct XLSXReader: RecordReader, ~Copyable {
  /// The names of the columns, as they are in the sheet.
  public let header: [String]

  /// The number of the header's row.
  public let headerLine: Int

  /// The name of the sheet.
  public let sheetName: String

  /// The names of all sheets.
  public let sheetNames: [String]

  private let workbook: Workbook
  /// By column: whether a formula there must have been computed.
  private let isNeeded: [Bool]
  private let rows: XMLStream
  private let sheet: SheetHandler
  private var failure: TabularError?
  private var hasEnded = false

  /// Reads everything that the sheets share, and the header.
  ///
  /// - Parameters:
  ///   - source: A file; the contents of a pipe or of gzip data are held in memory, up to 32 MiB.
  ///   - sheet: Which sheet to read.
  ///   - headerRow: Where its header is.
  ///   - isNeeded: Whether the column of a name is read.
  /// - Throws: `TabularError` if it is not a workbook, is protected by a password or damaged, if
  ///   there is no such sheet or no such header, if the header has a name twice, or if the texts
  ///   are more than can be held.
  public init(
    _ source: ByteSource, sheet: SheetChoice = .first, headerRow: HeaderRow = .first,
    isNeeded: (String) -> Bool = { _ in true }
  ) throws(TabularError) {
    try self.init(try Workbook(source), sheet: sheet, headerRow: headerRow, isNeeded: isNeeded)
  }

  /// Reads the header of a sheet of a workbook, of which others may be read as well.
  ///
  /// - Throws: `TabularError`, as the initializer of a file.
  package init(
    _ workbook: Workbook, sheet: SheetChoice = .first, headerRow: HeaderRow = .first,
    isNeeded: (String) -> Bool = { _ in true }
  ) throws(TabularError) {
    let found = try Self.find(sheet, headerRow, in: workbook)
    let row = found.sheet.row
    if let fault = row.fault {
      throw TabularError(line: row.number, reason: "in the header, it \(fault)")
    }
    try Header.check(row.texts, line: row.number)
    header = row.texts
    headerLine = row.number
    sheetName = found.name
    sheetNames = workbook.sheets.map(\.name)
    self.workbook = workbook
    self.isNeeded = row.texts.map(isNeeded)
    rows = found.rows
    self.sheet = found.sheet
  }

  /// Decompresses the sheet to its end, which compares its checksum.
  ///
  /// - Throws: `TabularError` if it is damaged.
  public func checkWhole() throws(TabularError) { try workbook.checkWhole(sheet: sheetName) }

  /// How many bytes of the file have been read so far, in any order.
  public var bytesRead: Int { workbook.source.position }

  /// Goes to the next row that has any text; nil at the end.
  ///
  /// - Throws: `TabularError` if the rest cannot be read; later calls throw the same error.
  public mutating func next() throws(TabularError) -> TabularRow? {
    if let failure { throw failure }
    let before = line
    do throws(TabularError) {
      repeat {
        if hasEnded { return nil }
        hasEnded = try !rows.advance()
        if hasEnded { return nil }
      } while sheet.row.isBlank
    } catch {
      failure = error
      throw error
    }
    followsBlankRow = line > before + 1
    if let fault = sheet.row.fault { return .malformed(fault) }
    if let column = sheet.row.uncomputed.first(where: { $0 < header.count && isNeeded[$0] }) {
      return .malformed(
        "the formula in \(SheetRow.name(column))\(line) was never computed: open the workbook in a "
          + "spreadsheet program, and save it")
    }
    let count = sheet.row.places.count
    if count > header.count {
      return .malformed(
        "too long: has a value in column \(SheetRow.name(count - 1)), while the header ends at "
          + SheetRow.name(header.count - 1))
    }
    if count == header.count, count > 1, sheet.row.texts == header {
      return .malformed("the header again: were two files joined?")
    }
    return .record
  }

  /// Whether a row without any text stands right before the row.
  public private(set) var followsBlankRow = false

  /// The number of the row, counted from 1.
  public var line: Int { sheet.row.number }

  /// The number of columns; a missing cell is an empty field.
  public var fieldCount: Int { header.count }

  /// The row as CSV, because the file does not hold it as text.
  public var rawRecord: [UInt8] {
    if hasEnded { return [] }
    var writer = CSVWriter()
    writer.append((0..<max(header.count, sheet.row.places.count)).map(sheet.row.text))
    return writer.bytes.dropLast()
  }

  /// How many bytes its fields have.
  public var rawLength: Int { sheet.row.bytes.count }

  /// Lends the bytes of a field, which are UTF-8.
  ///
  /// Only for a `record`, and for an index below the number of columns.
  public func withField<Result, Failure>(
    _ index: Int, _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let row = sheet.row
    guard index < row.places.count else { return try body(row.bytes.span.extracting(0..<0)) }
    return try body(row.bytes.span.extracting(row.places[index].start..<row.places[index].end))
  }

  /// The text of a field.
  ///
  /// Only for a `record`, and for an index below the number of columns.
  public func text(_ index: Int) -> String { sheet.row.text(index) }

  /// Whether a field is a number, a date or time, or text.
  ///
  /// Only for a `record`, and for an index below the number of columns.
  public func type(_ index: Int) -> FieldType {
    index < sheet.row.places.count ? sheet.row.places[index].type : .text
  }

  /// Whether a field is a number that lost digits.
  ///
  /// It has more digits before the point than a spreadsheet keeps, or its text
  /// ``looksRounded(_:)``. Only for a `record`, and for an index below the number of columns.
  public func isRounded(_ index: Int) -> Bool {
    guard index < sheet.row.places.count else { return false }
    return sheet.row.places[index].isRounded || looksRounded(sheet.row.text(index))
  }

  private typealias Found = (name: String, rows: XMLStream, sheet: SheetHandler)

  private static func find(
    _ choice: SheetChoice, _ headerRow: HeaderRow, in workbook: Workbook
  ) throws(TabularError) -> Found {
    let names = workbook.sheets.map { "\"\($0.name)\"" }.joined(separator: ", ")
    switch choice {
    case .matching(let matches):
      for sheet in workbook.sheets {
        let (rows, handler) = try workbook.open(sheet.entry)
        if try seek(headerRow, rows, handler), matches(handler.row.texts) {
          return (sheet.name, rows, handler)
        }
      }
      throw TabularError(reason: "has no sheet with such a header; its sheets are \(names)")
    case .first, .named:
      let chosen =
        if case .named(let name) = choice {
          workbook.sheets.first { $0.name == name }
        } else {
          workbook.sheets.first { !$0.isHidden } ?? workbook.sheets.first
        }
      guard let chosen else {
        throw TabularError(reason: "has no sheet of that name; its sheets are \(names)")
      }
      let (rows, handler) = try workbook.open(chosen.entry)
      guard try seek(headerRow, rows, handler) else {
        throw TabularError(
          reason: "has no header in the sheet \"\(chosen.name)\"; its sheets are \(names)")
      }
      return (chosen.name, rows, handler)
    }
  }

  /// Goes to the row of the header; false if there is none.
  static func seek(
    _ headerRow: HeaderRow, _ rows: XMLStream, _ sheet: SheetHandler
  ) throws(TabularError) -> Bool {
    var seen = 0
    while seen < HeaderRow.searchLimit, try rows.advance() {
      if sheet.row.places.isEmpty && sheet.row.fault == nil { continue }
      seen += 1
      switch headerRow {
      case .first: return true
      case .number(let number):
        if sheet.row.number == number { return true }
        if sheet.row.number > number { return false }
        // Any number of rows may come before it.
        seen = 0
      case .matching(let matches): if matches(sheet.row.texts) { return true }
      }
    }
    return false
  }
}
