public import Tabular

/// What is stated of a file's format and of how its values are written; the rest is detected from
/// the file, or said by a profile.
public struct FileLayout: Sendable {
  /// What a format may not have.
  public enum Part: Equatable, Sendable, CaseIterable {
    /// Sheets.
    case sheets
    /// Text in one of several encodings.
    case encoding
  }

  /// The format.
  public var format: FileFormat?
  /// What delimits the fields of CSV; the profile's delimiter where this is `nil`.
  public var delimiter: UInt8?
  /// How text is written; the profile's encoding where this is `nil`, else UTF-8, or UTF-16 if the
  /// first bytes show it.
  public var encoding: TextEncoding?
  /// The sheet of a workbook; the visible ones with the columns that are looked for where this is
  /// `nil`.
  public var sheet: String?
  /// Whether hidden sheets with these columns are read, too.
  public var allSheets = false
  /// How times are written, as a profile says it; that of the profile where this is `nil`.
  public var timeFormat: String?
  /// Which mark parts the decimals of numbers; that of the profile where this is `nil`.
  public var decimalMark: DecimalMark?

  /// The encodings that can be stated, as a sentence lists them.
  public static var encodings: String { TextEncoding.names }

  /// The encoding of one of its usual names.
  public static func encoding(_ name: String) -> TextEncoding? { TextEncoding(name: name) }

  /// Makes a layout.
  public init(format: FileFormat? = nil, delimiter: UInt8? = nil, sheet: String? = nil) {
    self.format = format
    self.delimiter = delimiter
    self.sheet = sheet
  }
}

/// Which mark parts the decimals of a number.
public enum DecimalMark: String, CaseIterable, Sendable {
  /// 1,234.56
  case point = "."
  /// 1.234,56
  case comma = ","
  /// What each number says itself, or else the whole file.
  case auto
}

/// Something was stated of a file that its format does not have.
public struct InapplicableLayout: Equatable, Sendable, CustomStringConvertible {
  /// What was stated.
  public let part: FileLayout.Part
  /// What the file is.
  public let format: FileFormat

  /// Makes the description of what was stated of a file.
  public init(_ part: FileLayout.Part, of format: FileFormat) {
    self.part = part
    self.format = format
  }

  /// What the file lacks.
  public var description: String {
    switch part {
    case .sheets: "is \(format.words), which has no sheets"
    case .encoding: "is \(format.words), which says itself how its text is written"
    }
  }
}
