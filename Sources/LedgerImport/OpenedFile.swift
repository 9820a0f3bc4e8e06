import LedgerCore
import Tabular

/// A file that is to be read by a profile, whatever its format.
struct OpenedFile {
  let source: ByteSource
  let profile: Profile
  let layout: FileLayout
  let onRemark: (String) -> Void

  func format() throws(ImportError.Reason) -> FileFormat {
    if let format = layout.format { return format }
    do { return try FileFormat(of: source) } catch { throw .unreadable(error) }
  }

  /// What delimits the fields of CSV.
  var delimiter: UInt8 { layout.delimiter ?? profile.delimiter }

  func csv() throws(ImportError.Reason) -> CSVReader {
    if delimiter != UInt8(ascii: ",") {
      onRemark("its fields are delimited by \(CSVReader.name(ofDelimiter: delimiter))")
    }
    if layout.sheet != nil { onRemark("is no workbook, so that --sheet means nothing for it") }
    do { return try CSVReader(source, delimiter: delimiter) } catch { throw .unreadable(error) }
  }

  func jsonLines() throws(ImportError.Reason) -> JSONLinesReader {
    if layout.sheet != nil { onRemark("is no workbook, so that --sheet means nothing for it") }
    do { return try JSONLinesReader(source, isNeeded: profile.reads) } catch {
      throw .unreadable(error)
    }
  }

  /// The sheet and the row where the profile's columns are; if they are nowhere, the first, so that
  /// it can be said which are missing.
  func workbook() throws(ImportError.Reason) -> XLSXReader {
    let required = profile.requiredColumns
    let isHeader = { (names: [String]) in
      required.allSatisfy { ColumnName.index(of: $0, in: names) != nil }
    }
    do throws(TabularError) {
      let source = try source.seekable()
      let reader = try opened(source, isHeader)
      onRemark("sheet \(quoted(reader.sheetName)), header in row \(reader.headerLine)")
      return reader
    } catch {
      throw .unreadable(error)
    }
  }

  private func opened(
    _ source: ByteSource, _ isHeader: @escaping ([String]) -> Bool
  ) throws(TabularError) -> XLSXReader {
    let sheet = layout.sheet.map(SheetChoice.named)
    do throws(TabularError) {
      return try XLSXReader(
        source, sheet: sheet ?? .matching(isHeader), headerRow: .matching(isHeader))
    } catch {
      return try XLSXReader(source, sheet: sheet ?? .first)
    }
  }
}
