import ArgumentParser
import LedgerCore
import LedgerKit

/// `ledger import`, where the header decides what the rows are.
struct ImportFilesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "files",
    abstract: "Load files that are recognized by their headers",
    discussion: """
      Example:
        ledger import --market UK --tz Europe/London --currency GBP orders.csv

      `ledger profiles` lists the exports. Options that do not fit the rows of a \
      file are refused.
      """)

  @OptionGroup var options: ImportOptions
  @OptionGroup var export: ConstantOptions
  @Option(
    name: .customLong("export"),
    help: ArgumentHelp(
      "Rebuild the book that `ledger export` wrote, in an empty one.", valueName: "folder"))
  var exported: String?

  func run() throws {
    guard let exported else {
      return try ImportRun(nil, options, constants: export.constants).run()
    }
    guard options.input.paths.isEmpty else {
      throw ValidationError("--export takes no files: leave them out")
    }
    guard options.author == nil else {
      throw ValidationError("--export keeps the authors of its entries: leave --author out")
    }
    var last: Int64 = 0
    try options.book.recording { book in
      last = try book.fill(fromExport: exported)
      return nil
    }
    Messages.show("rebuilt the book from \(quoted(exported)): entries 1 to \(last)")
  }

  /// The arguments and options as the help lists them; empty unless help is asked for, since
  /// listing them takes longer than all else at the program's start.
  static var optionList: String {
    let asking = ["-h", "--help", "help", "--experimental-dump-help"]
    guard CommandLine.arguments.contains(where: asking.contains) else { return "" }
    return helpMessage(columns: 73).split(separator: "\n")
      .filter { $0.hasPrefix("  ") && !$0.hasPrefix("  ledger") && !$0.hasPrefix("  -h, --help") }
      .joined(separator: "\n")
  }
}
