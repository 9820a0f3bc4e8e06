import ArgumentParser
import LedgerCore
import SQLiteStorage

/// `ledger report`.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Report on a market: its shows, their audience, the sales, and how sure it is.",
    discussion: """
      Examples:
        ledger report --market UK --from 2021-12-01 --to 2021-12-31 --compare previous
        ledger report --market UK,DE --by month --format json
      Shows count that start in the period, and sales that are dated in it. The days are those of
      the market's zone, or of --tz; a market with several zones has days of UTC.
      `ledger explain` tells what each figure means.
      """)

  @OptionGroup var book: BookOptions
  @OptionGroup var question: ReportOptions
  @Option(help: "text, json, csv or markdown; else what --output's name says, else text.")
  var format: ReportFormat?
  @Option(help: ArgumentHelp("Write to a file, which must not be there yet.", valueName: "file"))
  var output: String?

  func run() throws {
    let format = try chosenFormat()
    let report = try book.reading { ledger in
      try question.report(ledger, listing: format == .text ? 20 : nil)
    }
    let text = format.render(report)
    guard let path = output else {
      let output = Output()
      try output.write(text)
      return try output.flush()
    }
    do throws(System.WriteFailure) {
      let descriptor = try System.make(path)
      defer { System.close(descriptor) }
      try System.write(Array(text.utf8), to: descriptor)
    } catch {
      throw CommandFailure("\(quoted(path)) cannot be written: \(error.reason)")
    }
  }

  private func chosenFormat() throws -> ReportFormat {
    if let format { return format }
    guard let output else { return .text }
    guard let format = ReportFormat(path: output) else {
      throw CommandFailure(
        "the extension of \(quoted(output)) names no form: --format says which",
        status: 64)
    }
    return format
  }
}
