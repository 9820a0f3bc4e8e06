import ArgumentParser
import LedgerRenderings
import Terminal

/// How an answer is shown.
struct SQLAnswerOptions: ParsableArguments {
  @Option(help: "The format of the rows.")
  var format = ListingFormat.table

  @Option(help: ArgumentHelp("Write to a new file.", valueName: "path"))
  var output: String?

  @Flag(inversion: .prefixedNo, help: "Whether to begin with the names of the columns.")
  var header = true

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The text for a missing value.", valueName: "text"))
  var null: String?

  // Not the group of the other commands: a group within a group is a hundredth of a small query.
  @Flag(
    help: "In CSV, put an apostrophe before text that a spreadsheet would run as a formula.")
  var spreadsheetSafe = false

  @Flag(help: "Show the execution plan, and do not run the statement.")
  var explain = false

  @Flag(help: "Show how long it took.")
  var timing = false

  func validate() throws {
    if !header, [.json, .jsonl, .line].contains(format) {
      throw ValidationError("\(format.rawValue) has no header: leave --no-header out")
    }
    if null != nil, [.json, .jsonl].contains(format) {
      throw ValidationError("JSON has its own null: leave --null out")
    }
    if spreadsheetSafe, format != .csv, format != .tsv {
      throw ValidationError("--spreadsheet-safe is for --format csv or tsv")
    }
  }

  /// Whether any of these options is given.
  var isGiven: Bool {
    format != .table || output != nil || !header || null != nil || spreadsheetSafe || explain
      || timing
  }

  /// The options as arguments of the program, as far as they fit the format.
  var arguments: [String] {
    var arguments = ["--format=" + format.rawValue]
    if !header, ![.json, .jsonl, .line].contains(format) { arguments.append("--no-header") }
    if let null, ![.json, .jsonl].contains(format) { arguments += ["--null", null] }
    if spreadsheetSafe, format == .csv || format == .tsv {
      arguments.append("--spreadsheet-safe")
    }
    if explain { arguments.append("--explain") }
    if timing { arguments.append("--timing") }
    return arguments
  }

  var style: AnswerStyle {
    AnswerStyle(
      format: format, hasHeader: header, null: null, isSpreadsheetSafe: spreadsheetSafe,
      isForScreen: output == nil && System.isScreen(1))
  }

  /// Where the answer is written.
  func destination() throws -> Output {
    if let output { return try Output(toNewFile: output) }
    return Output(paging: true)
  }
}
