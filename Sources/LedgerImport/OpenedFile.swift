import LedgerCore
import Tabular

/// A file that is to be read by a profile that its header may decide, whatever its format.
struct OpenedFile {
  let source: ByteSource
  let choice: ProfileChoice
  let layout: FileLayout
  let onRemark: (ImportRemark) -> Void

  /// The same file from its beginning, of which nothing is told; `nil` if it can be read once only.
  func again() throws(ImportError.Reason) -> OpenedFile? {
    let source: ByteSource?
    do throws(TabularError) { source = try self.source.again() } catch { throw .unreadable(error) }
    return source.map { OpenedFile(source: $0, choice: choice, layout: layout, onRemark: { _ in }) }
  }

  func format() throws(ImportError.Reason) -> FileFormat {
    if let format = layout.format { return format }
    do { return try FileFormat(of: source) } catch { throw .unreadable(error) }
  }

  /// What delimits the fields of CSV.
  var delimiter: UInt8 { layout.delimiter ?? choice.delimiter }

  func csv() throws(ImportError.Reason) -> CSVReader {
    if delimiter != UInt8(ascii: ",") {
      onRemark(.delimiter(delimiter))
    }
    if let sheet = layout.sheet { onRemark(.sheetIgnored(sheet)) }
    var rows: [[String]] = []
    do throws(TabularError) {
      guard choice.searchesHeader else { return try CSVReader(source, delimiter: delimiter) }
      return try CSVReader(source, delimiter: delimiter) { names in
        rows.append(names)
        return choice.isHeader(names)
      }
    } catch {
      if !rows.isEmpty || error.kind == .header { throw try choice.refusal(of: rows) }
      throw .unreadable(error)
    }
  }

  func jsonLines() throws(ImportError.Reason) -> JSONLinesReader {
    if let sheet = layout.sheet { onRemark(.sheetIgnored(sheet)) }
    do { return try JSONLinesReader(source, isNeeded: choice.reads) } catch {
      throw .unreadable(error)
    }
  }

  /// The sheet and the row where the profile's columns are; if they are nowhere, the first, so that
  /// it can be said which are missing.
  func workbook() throws(ImportError.Reason) -> XLSXReader {
    let isHeader = { (names: [String]) in choice.isHeader(names) }
    do throws(TabularError) {
      let source = try source.seekable()
      let reader = try opened(source, isHeader)
      try reader.checkWhole()
      onRemark(.sheet(reader.sheetName, headerRow: reader.headerLine))
      return reader
    } catch {
      if error.kind == .header { throw try choice.refusal(of: []) }
      throw .unreadable(error)
    }
  }

  private func opened(
    _ source: ByteSource, _ isHeader: @escaping ([String]) -> Bool
  ) throws(TabularError) -> XLSXReader {
    let sheet = layout.sheet.map(SheetChoice.named)
    do throws(TabularError) {
      return try XLSXReader(
        source, sheet: sheet ?? .matching(isHeader), headerRow: .matching(isHeader),
        isNeeded: choice.reads)
    } catch {
      return try XLSXReader(source, sheet: sheet ?? .first, isNeeded: choice.reads)
    }
  }
}
