import ArgumentParser

/// `ledger import`, where the header decides what the rows are.
struct ImportFilesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "files",
    abstract: "Load files that are known by their headers (default).",
    discussion: """
      Example:
        ledger import --market UK --tz Europe/London --currency GBP orders.csv
      `ledger profiles` lists the exports that are known. Options that do not fit what the rows turn
      out to be are refused.
      """)

  @OptionGroup var options: ImportOptions
  @OptionGroup var export: ConstantOptions
  @Option(
    name: .customLong("export"),
    help: ArgumentHelp(
      "Make the book again that `ledger export` wrote, in an empty one.", valueName: "folder"))
  var exported: String?

  func run() throws {
    guard let exported else {
      return try ImportRun(nil, options, constants: export.constants).run()
    }
    guard options.input.paths.isEmpty else {
      throw ValidationError("--export is imported by itself: leave the files out")
    }
    try BookImport(folder: exported).run(options.book)
  }
}
