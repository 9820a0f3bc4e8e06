public import ArgumentParser
import LedgerCore
public import LedgerImport

/// Which files to read, and what is known of their format.
struct InputOptions: ParsableArguments {
  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "The format of the files (default: detected).", valueName: "format")
  )
  var format: FileFormat?
  @Option(help: ArgumentHelp("The sheet of an Excel workbook.", valueName: "name"))
  var sheet: String?
  @Flag(help: "Read hidden sheets of a workbook, too.") var allSheets = false
  @Option(
    help: ArgumentHelp(
      "What separates the fields of CSV: , ; | or tab.", valueName: "character"))
  var delimiter: Delimiter?
  @Option(help: "How text is written (default: utf-8, or utf-16 if it is that).")
  var encoding: String?
  @Option(
    help: ArgumentHelp(
      "How times are written, as in a profile: dd/MM/yyyy HH:mm.", valueName: "format"))
  var timeFormat: String?
  @Option(
    help: ArgumentHelp(
      "Which mark has the decimals behind it: . or , or auto.", valueName: "mark"))
  var decimalMark: DecimalMark?
  @Argument(
    help: ArgumentHelp(
      "Files of CSV, JSON Lines or Excel (xlsx), or folders of them; - is standard input.",
      valueName: "file"))
  var paths: [String] = []

  /// The options about the format.
  var layout: FileLayout {
    var layout = FileLayout(format: format, delimiter: delimiter?.byte, sheet: sheet)
    layout.allSheets = allSheets
    layout.encoding = encoding.flatMap(FileLayout.encoding)
    (layout.timeFormat, layout.decimalMark) = (timeFormat, decimalMark)
    return layout
  }

  static func check(encoding: String) throws {
    guard FileLayout.encoding(encoding) == nil else { return }
    throw ValidationError(
      "--encoding \(quoted(encoding)): is not one of \(FileLayout.encodings)")
  }

  func validate() throws {
    if let encoding { try Self.check(encoding: encoding) }
    if allSheets, sheet != nil {
      throw ValidationError("--sheet names one sheet: leave --all-sheets out")
    }
  }
}

extension DecimalMark: ExpressibleByArgument {}

extension FileFormat: ExpressibleByArgument {}
