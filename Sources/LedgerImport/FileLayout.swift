/// What is known about a file's format beforehand; the rest is detected from the file.
public struct FileLayout: Sendable {
  /// The format.
  public var format: FileFormat?
  /// What delimits the fields of CSV; the profile's delimiter where this is `nil`.
  public var delimiter: UInt8?
  /// The sheet of a workbook; the first with the columns that are looked for where this is `nil`.
  public var sheet: String?

  /// Makes a layout.
  public init(format: FileFormat? = nil, delimiter: UInt8? = nil, sheet: String? = nil) {
    self.format = format
    self.delimiter = delimiter
    self.sheet = sheet
  }
}
