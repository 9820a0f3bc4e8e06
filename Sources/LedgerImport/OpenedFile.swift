import LedgerCore
import Tabular

/// A table of a file that can be read once more.
enum OpenedTable {
  case csv(OpenedFile)
  case aligned(OpenedFile, Alignment)
  case jsonl(OpenedFile)
  case sheet(String?, Workbook, OpenedFile)
}

/// A file that is to be read by a profile that its header may decide, whatever its format.
struct OpenedFile {
  let source: ByteSource
  let choice: ProfileChoice
  let layout: FileLayout
  let onRemark: (ImportRemark) -> Void

  /// The same file from its beginning, about which nothing is reported.
  ///
  /// `nil` if it can be read only once.
  func again() throws(ImportError.Reason) -> OpenedFile? {
    do throws(TabularError) { return try source.again().map(untold) } catch {
      throw .unreadable(error)
    }
  }

  /// A file that is read like this one, about which nothing is reported.
  func untold(_ source: ByteSource) -> OpenedFile {
    OpenedFile(source: source, choice: choice, layout: layout, onRemark: { _ in })
  }

  func format() throws(ImportError.Reason) -> FileFormat {
    if let format = layout.format { return format }
    do throws(TabularError) {
      return try FileFormat(of: source, in: try encoding())
    } catch { throw .unreadable(error) }
  }

  /// How the text is written: as it is stated, else as its first bytes show.
  private func encoding() throws(TabularError) -> TextEncoding {
    if let stated = layout.encoding ?? choice.encoding { return stated }
    return try source.evidentEncoding() ?? .utf8
  }

  /// Has the text of the file decoded, if that is needed.
  private func decode() throws(TabularError) {
    let encoding = try encoding()
    if layout.encoding == nil, encoding != .utf8 { onRemark(.encoding(encoding)) }
    source.decode(encoding)
  }

  /// The file with the delimiter of the known export that it is of, where that has another one.
  func delimited() throws(ImportError.Reason) -> OpenedFile {
    guard layout.delimiter == nil, !choice.otherDelimiters.isEmpty else { return self }
    do throws(TabularError) {
      let head = try source.peek()
      for delimiter in choice.otherDelimiters.sorted() where head.contains(delimiter) {
        guard let again = try source.again() else { return self }
        let isOfIt = try? CSVReader(again, delimiter: delimiter) { names in
          choice.isHeader(names, delimitedBy: delimiter)
        }.headerLine
        guard isOfIt != nil else { continue }
        var layout = layout
        layout.delimiter = delimiter
        return OpenedFile(source: source, choice: choice, layout: layout, onRemark: onRemark)
      }
      return self
    } catch {
      throw .unreadable(error)
    }
  }

  /// What delimits the fields of CSV.
  var delimiter: UInt8 { layout.delimiter ?? choice.delimiter }

  /// Refuses what was stated of a file that its format does not have.
  func check(_ format: FileFormat) throws(ImportError.Reason) {
    if layout.allSheets, format != .xlsx {
      throw .inapplicable(InapplicableLayout(.sheets, of: format))
    }
    if layout.encoding != nil, format == .xlsx {
      throw .inapplicable(InapplicableLayout(.encoding, of: format))
    }
  }

  func csv() throws(ImportError.Reason) -> CSVReader {
    if delimiter != UInt8(ascii: ",") {
      onRemark(.delimiter(delimiter))
    }
    if let sheet = layout.sheet { onRemark(.sheetIgnored(sheet)) }
    var rows: [[String]] = []
    do throws(TabularError) {
      try decode()
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

  /// How columns are found that stand under one another; a delimiter that is stated goes before.
  var alignment: Alignment? { layout.delimiter == nil ? choice.alignment : nil }

  func aligned(_ alignment: Alignment) throws(ImportError.Reason) -> AlignedReader {
    if let sheet = layout.sheet { onRemark(.sheetIgnored(sheet)) }
    var rows: [[String]] = []
    do throws(TabularError) {
      return try AlignedReader(source, alignment) { names in
        rows.append(names)
        return !choice.searchesHeader || choice.isHeader(names)
      }
    } catch {
      if !rows.isEmpty, error.kind == .header { throw try choice.refusal(of: rows) }
      throw .unreadable(error)
    }
  }

  func jsonLines() throws(ImportError.Reason) -> JSONLinesReader {
    if let sheet = layout.sheet { onRemark(.sheetIgnored(sheet)) }
    do throws(TabularError) {
      try decode()
      return try JSONLinesReader(source, isNeeded: choice.reads)
    } catch { throw .unreadable(error) }
  }

  func workbook() throws(ImportError.Reason) -> Workbook {
    do throws(TabularError) { return try Workbook(source) } catch { throw .unreadable(error) }
  }

  /// The sheets to read: the named one, else all that are visible and have the columns that are
  /// looked for; and the hidden ones with these columns, unless they are to be read, too.
  ///
  /// - Throws: the refusal of a sheet that is damaged.
  func sheets(
    of workbook: Workbook
  ) throws(ImportError.Reason) -> (read: [String], hidden: [String]) {
    if let sheet = layout.sheet { return ([sheet], []) }
    do throws(TabularError) {
      let found = try workbook.sheets { choice.isHeader($0) }
      let read = found.filter { layout.allSheets || !$0.isHidden }.map(\.name)
      let hidden = found.filter { $0.isHidden && !layout.allSheets }.map(\.name)
      if read.isEmpty, let name = hidden.first {
        throw TabularError(
          reason: "has such columns only in its hidden sheet \(quoted(name)): name it to read it")
      }
      for name in read { try workbook.checkWhole(sheet: name) }
      return (read, hidden)
    } catch { throw .unreadable(error) }
  }

  /// A sheet, below the row where the profile's columns are; the first one without a name, so that
  /// it can be said which columns are missing.
  func sheet(
    _ name: String?, of workbook: Workbook
  ) throws(ImportError.Reason) -> XLSXReader {
    do throws(TabularError) {
      let reader = try opened(workbook, name.map(SheetChoice.named) ?? .first)
      try reader.checkWhole()
      onRemark(.sheet(reader.sheetName, headerRow: reader.headerLine))
      return reader
    } catch {
      if error.kind == .header { throw try choice.refusal(of: []) }
      throw .unreadable(error)
    }
  }

  private func opened(
    _ workbook: Workbook, _ sheet: SheetChoice
  ) throws(TabularError) -> XLSXReader {
    do throws(TabularError) {
      return try XLSXReader(
        workbook, sheet: sheet, headerRow: .matching { choice.isHeader($0) },
        isNeeded: choice.reads)
    } catch {
      return try XLSXReader(workbook, sheet: sheet, isNeeded: choice.reads)
    }
  }
}
