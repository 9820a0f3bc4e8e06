import LedgerCore
import Tabular

/// A file may hold several tables: files in a zip file, sheets of a workbook.
extension Importer {
  /// Reads a file, or all tables of a zip file.
  func readAll(
    _ source: ByteSource, _ plan: Plan, _ summary: inout ImportSummary
  ) throws(ImportError.Reason) {
    let all = try reading { () throws(TabularError) in try source.members() }
    let members = all.filter { member in
      FileFormat.mayRead(String(member.name.split(separator: "/").last ?? ""))
    }
    if members.isEmpty {
      return try read(reading { () throws(TabularError) in try source.unzipped() }, plan, &summary)
    }
    var plan = plan
    var refusal: ImportError.Reason?
    var readCount = 0
    for member in members where !summary.isStopped {
      let file = try reading { () throws(TabularError) in try member.extracted() }
      (plan.file, plan.name) = (file.name, file.name)
      do throws(ImportError.Reason) {
        plan.onRemark(.member(member.name))
        try read(file, plan, &summary)
        readCount += 1
      } catch {
        guard error.isOfOtherTable else { throw error }
        plan.onRemark(.memberNotRead(member.name))
        refusal = refusal ?? error
      }
      plan.goOn(after: summary)
    }
    if readCount == 0, let refusal { throw refusal }
    for other in all where !members.contains(where: { $0.name == other.name }) {
      plan.onRemark(.memberNotRead(other.name))
    }
  }

  /// Reads a file that is one table, or a workbook.
  private func read(
    _ source: ByteSource, _ plan: Plan, _ summary: inout ImportSummary
  ) throws(ImportError.Reason) {
    let opened = OpenedFile(
      source: source, choice: plan.choice, layout: plan.layout, onRemark: plan.onRemark)
    let format = try opened.format()
    let file = format == .csv ? try opened.delimited() : opened
    try file.check(format)
    let again = format == .xlsx ? nil : try file.again()
    switch format {
    case .csv where file.alignment != nil:
      guard let alignment = file.alignment else { return }
      let reader = try file.aligned(alignment)
      plan.onHeader(TableHead(names: reader.header, delimiter: UInt8(ascii: ",")))
      let table = again.map { OpenedTable.aligned($0, alignment) }
      try loadInOneForm(reader, plan, again: table, &summary)
    case .csv:
      let reader = try file.csv()
      plan.onHeader(TableHead(names: reader.header, delimiter: file.delimiter))
      try load(reader, plan, again: again.map(OpenedTable.csv), &summary)
    case .jsonl:
      let reader = try file.jsonLines()
      try load(reader, plan, again: again.map(OpenedTable.jsonl), &summary)
    case .xlsx: try readSheets(file, plan, &summary)
    }
  }

  /// Loads a table of a format that is rare; in one form for all kinds of rows.
  @_semantics("optimize.sil.specialize.generic.never")
  private func loadInOneForm(
    _ reader: consuming some RecordReader & ~Copyable, _ plan: Plan, again: OpenedTable?,
    _ summary: inout ImportSummary
  ) throws(ImportError.Reason) {
    try load(reader, plan, again: again, &summary)
  }

  private func readSheets(
    _ file: OpenedFile, _ plan: Plan, _ summary: inout ImportSummary
  ) throws(ImportError.Reason) {
    let workbook = try file.workbook()
    let sheets = try file.sheets(of: workbook)
    summary.omissions += sheets.hidden.map(ImportRemark.hiddenSheet)
    let names: [String?] = sheets.read.isEmpty ? [nil] : sheets.read
    var plan = plan
    let whole = plan.file
    for name in names where !summary.isStopped {
      let reader = try file.sheet(name, of: workbook)
      if names.count > 1 { plan.file = "\(whole), sheet \(quoted(reader.sheetName))" }
      plan.onHeader(TableHead(names: reader.header, delimiter: UInt8(ascii: ",")))
      let again = OpenedTable.sheet(name, workbook, file.untold(file.source))
      try load(reader, plan, again: again, &summary)
      plan.goOn(after: summary)
    }
  }

  private func reading<Result>(
    _ body: () throws(TabularError) -> Result
  ) throws(ImportError.Reason) -> Result {
    do throws(TabularError) { return try body() } catch { throw .unreadable(error) }
  }
}

extension Importer.Plan {
  /// Goes to the next table of the same file.
  fileprivate mutating func goOn(after summary: ImportSummary) {
    continuing = summary.lastOrder
    if summary.rows > 0 { beforeFirst = {} }
  }
}

extension ImportError.Reason {
  /// Whether a table has other columns, and nothing is wrong with it.
  fileprivate var isOfOtherTable: Bool {
    switch self {
    case .unknownFile, .missingColumns: true
    default: false
    }
  }
}
