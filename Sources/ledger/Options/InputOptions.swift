public import ArgumentParser
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
  @Option(
    help: ArgumentHelp(
      "What separates the fields of CSV: , ; | or tab.", valueName: "character"))
  var delimiter: Delimiter?
  @Argument(
    help: ArgumentHelp(
      "Files of CSV, JSON Lines or Excel (xlsx), or folders of them; - is standard input.",
      valueName: "file"))
  var paths: [String] = []

  /// The options about the format.
  var layout: FileLayout {
    FileLayout(format: format, delimiter: delimiter?.byte, sheet: sheet)
  }
}

extension FileFormat: ExpressibleByArgument {}
