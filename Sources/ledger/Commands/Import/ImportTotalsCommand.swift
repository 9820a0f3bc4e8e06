import ArgumentParser
import LedgerCore
import LedgerImport

/// `ledger import totals`.
struct ImportTotalsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "totals",
    abstract:
      "Load LIVE exports: shows, their audience counts and what the platform reports of them.",
    discussion: """
      Example:
        ledger import totals --market BR --tz America/Sao_Paulo --creator Ana \\
          --observed-at 2026-05-02T09:00Z Creator-Live-Performance.csv
      Counts and reported totals are dated when they were seen: --observed-at, else the show's end.
      """)

  @OptionGroup var options: ImportOptions
  @OptionGroup var export: ConstantOptions
  @Flag(help: "Record other values of counts that are recorded, in place of the old ones.")
  var restate = false

  func run() throws {
    try ImportRun(
      .shows, options, constants: export.constants, onConflict: restate ? .restate : .refuse
    ).run()
  }
}
