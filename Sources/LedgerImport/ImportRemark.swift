import LedgerCore
public import Tabular

/// What an import finds out about a file's format and is worth telling.
public enum ImportRemark: Equatable, Sendable, CustomStringConvertible {
  /// The file is read by the profile of a known export, which its header decides.
  case readAs(profile: String)
  /// The file is read by the profile of a known export, though its columns have changed.
  case readAsChanged(ChangedColumns)
  /// Figures of a known export are not in the file, by the columns that it has lost.
  case withoutFigures(profile: String, columns: [String])
  /// The fields are delimited by this byte and not by commas.
  case delimiter(UInt8)
  /// The text is not in UTF-8 but in this encoding, which was not stated for this file.
  case encoding(TextEncoding)
  /// The rows are those of this sheet, below the header in this row.
  case sheet(String, headerRow: Int)
  /// A hidden sheet with such columns is not read, because it was not named.
  case hiddenSheet(String)
  /// A file in a zip file is read.
  case member(String)
  /// A file in a zip file is not read, because it is no such table.
  case memberNotRead(String)
  /// What becomes of the cells of a row.
  case explained(String)
  /// A file of a folder is left out, for the reason that was given.
  case fileLeftOut
  /// A sheet was named, which a file that is no workbook does not have.
  case sheetIgnored(String)

  /// The remark in words, to follow the file's name.
  public var description: String {
    switch self {
    case .readAs(let profile): "read as \(profile)"
    case .readAsChanged(let changed):
      "read as \(changed.profile), whose columns have changed: \(changed.difference)"
    case .withoutFigures(let profile, let columns):
      "does not have the figures of \(columns.map(quoted).joined(separator: ", ")), which "
        + "\(quoted(profile)) is read for"
    case .delimiter(let byte):
      "its fields are delimited by \(CSVReader.name(ofDelimiter: byte))"
    case .encoding(let encoding): "its text is read as \(encoding.rawValue)"
    case .sheet(let name, let row): "sheet \(quoted(name)), header in row \(row)"
    case .hiddenSheet(let name):
      "its hidden sheet \(quoted(name)), which has such columns, is not read: name it to read it"
    case .member(let name): "reads \(quoted(name)) in it"
    case .memberNotRead(let name):
      "does not read \(quoted(name)) in it, which is no table with known columns"
    case .explained(let text): text
    case .fileLeftOut: "is left out; the other files are read"
    case .sheetIgnored(let name):
      "is no workbook, so it has no sheet \(quoted(name)) and is read as a whole"
    }
  }
}
