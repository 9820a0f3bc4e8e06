import ArgumentParser
import LedgerCore
import LedgerImport

/// `ledger import totals`.
struct ImportTotalsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "totals",
    abstract: "Load LIVE exports: shows, counts and reported totals",
    discussion: """
      Example:
        ledger import totals --market BR --tz America/Sao_Paulo --creator Ana \\
          --observed-at 2026-05-02T09:00Z Creator-Live-Performance.csv

      A row is a show, with its audience counts and the totals that its platform reports. Counts \
      and totals are dated when they were observed: at --observed-at, else at the end of the show.
      """)

  @OptionGroup var options: ImportOptions
  @OptionGroup var export: ConstantOptions
  @Flag(help: "Restate counts that are recorded with other values.")
  var restate = false

  func run() throws {
    try ImportRun(
      .shows, options, constants: export.constants, onConflict: restate ? .restate : .refuse
    ).run()
  }
}
