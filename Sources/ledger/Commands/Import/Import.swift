import ArgumentParser
import LedgerCore
import LedgerImport

/// `ledger import`.
struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract:
      "Load files of events, audience counts, sales, claims or surveys, and exports of platforms.",
    discussion: """
      Example:
        ledger import sales --profile examples/profiles/online-retail.toml 2010-12-01.csv
        ledger import --market UK --tz Europe/London orders.csv
      Good rows are recorded, bad ones are named with line, column, value and reason, and make the
      exit status 2. A file may be loaded again: what is recorded already is not recorded twice.
      Exports that `ledger profiles` lists are known by their headers; other columns than the
      ledger's own need a profile. docs/import.md describes both.
      --export FOLDER makes a book again that `ledger export` wrote.
      """,
    subcommands: [
      ImportEvents.self, ImportAudience.self, ImportSales.self, ImportShows.self,
      ImportClaims.self, ImportSurveys.self, ImportRates.self,
      ImportTargets.self, ImportCreators.self, ImportExport.self,
    ], defaultSubcommand: ImportExport.self)
}

/// `ledger import events`.
struct ImportEvents: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "events",
    abstract: "Load shows.",
    discussion: """
      Example:
        ledger import events examples/on-trend/events.csv
      The ledger's own columns are event, market, platform, title, starts_at, and perhaps ends_at,
      brands, hosts, guests and creators, with several names separated by semicolons.
      """)

  @OptionGroup var options: ImportOptions
  @OptionGroup var follow: FollowOptions
  @Option(help: "The market of all rows.", completion: .markets) var market: String?
  @Option(help: "The platform of all rows.") var platform: String?
  @Flag(help: "Amend shows that are recorded with other values; their market stays.")
  var restate = false

  func run() throws {
    try options.run(
      .events, constants: [("market", market), ("platform", platform)],
      onConflict: restate ? .restate : .refuse, follow: follow)
  }
}

/// `ledger import audience`.
struct ImportAudience: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audience",
    abstract: "Load audience counts.",
    discussion: """
      Example:
        ledger import audience --event on-trend-2021-12-08 --metric concurrent minutes.csv
      The ledger's own columns are event, at, metric and count; --event and --metric stand for a
      column that the file has not.
      """)

  @OptionGroup var options: ImportOptions
  @OptionGroup var follow: FollowOptions
  @Option(help: ArgumentHelp("The event of all rows.", valueName: "key"), completion: .events)
  var event: String?
  @Option(help: "The metric of all rows.") var metric: String?
  @Flag(help: "Record other values of counts that are recorded, in place of the old ones.")
  var restate = false

  func run() throws {
    try options.run(
      .audience, constants: [("event", event), ("metric", metric)],
      onConflict: restate ? .restate : .refuse, follow: follow)
  }
}

/// `ledger import sales`.
struct ImportSales: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sales",
    abstract: "Load sales, cancellations, refunds and adjustments.",
    discussion: """
      Example:
        ledger import sales --currency GBP --market UK orders.csv
      The ledger's own columns are order, line, product, quantity, amount, currency, at, one of
      event and market, and perhaps kind and source.
      """)

  @OptionGroup var options: ImportOptions
  @OptionGroup var follow: FollowOptions
  @Option(help: ArgumentHelp("The event of all rows.", valueName: "key"), completion: .events)
  var event: String?
  @Option(help: "The market of all rows.", completion: .markets) var market: String?
  @Option(help: ArgumentHelp("The currency of all rows.", valueName: "code"))
  var currency: String?

  func run() throws {
    try options.run(
      .sales, constants: [("event", event), ("market", market), ("currency", currency)],
      follow: follow)
  }
}

/// `ledger import shows`.
struct ImportShows: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shows",
    abstract:
      "Load LIVE exports: shows, their audience counts and what the platform reports of them.",
    discussion: """
      Example:
        ledger import shows --market BR --tz America/Sao_Paulo --creator Ana \\
          --observed-at 2026-05-02T09:00Z Creator-Live-Performance.csv
      Counts and reported totals are dated when they were seen: --observed-at, else the show's end.
      """)

  @OptionGroup var options: ImportOptions
  @OptionGroup var export: ExportOptions
  @Flag(help: "Record other values of counts that are recorded, in place of the old ones.")
  var restate = false

  func run() throws {
    try options.run(.shows, constants: export.constants, onConflict: restate ? .restate : .refuse)
  }
}

/// `ledger import claims`.
struct ImportClaims: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "claims",
    abstract: "Load what sources said of the rollout.",
    discussion: """
      Example:
        ledger import claims examples/rollout/claims.csv
      The ledger's own columns are stage, reported, source, one or both of market and platform, and
      perhaps claim, effective, url, quote and disputes.
      """)

  @OptionGroup var options: ImportOptions
  @Option(help: "The market of all rows.", completion: .markets) var market: String?
  @Option(help: "The platform of all rows.") var platform: String?

  func run() throws {
    try options.run(.claims, constants: [("market", market), ("platform", platform)])
  }
}

/// `ledger import surveys`.
struct ImportSurveys: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "surveys",
    abstract: "Load surveys of awareness and adoption.",
    discussion: """
      Example:
        ledger import surveys --market UK surveys.csv
      The ledger's own columns are market, kind, date, answers, source, and perhaps survey,
      question, until, sample_size and url. Answers are separated by semicolons, as in
      yes=24.5%; no=75.5%.
      """)

  @OptionGroup var options: ImportOptions
  @Option(help: "The market of all rows.", completion: .markets) var market: String?

  func run() throws { try options.run(.surveys, constants: [("market", market)]) }
}

/// `ledger import`, where the header decides what the rows are.
struct ImportExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Load files that are known by their headers (default).",
    discussion: """
      Example:
        ledger import --market UK --tz Europe/London --currency GBP orders.csv
      `ledger profiles` lists the exports that are known. Options that do not fit what the rows turn
      out to be are refused.
      """)

  @OptionGroup var options: ImportOptions
  @OptionGroup var export: ExportOptions
  @Option(
    name: .customLong("export"),
    help: ArgumentHelp(
      "Make the book again that `ledger export` wrote, in an empty one.", valueName: "folder"))
  var exported: String?

  func run() throws {
    guard let exported else { return try options.run(nil, constants: export.constants) }
    guard options.input.paths.isEmpty else {
      throw ValidationError("--export is imported by itself: leave the files out")
    }
    try BookImport(folder: exported).run(options.book)
  }
}

/// What exports do not say themselves.
struct ExportOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The event of all rows.", valueName: "key"), completion: .events)
  var event: String?
  @Option(help: "The market of all rows.", completion: .markets) var market: String?
  @Option(help: ArgumentHelp("The currency of all rows.", valueName: "code")) var currency: String?
  @Option(help: ArgumentHelp("The creator of all shows.", valueName: "name")) var creator: String?
  @Option(
    help: ArgumentHelp(
      "When the figures were seen; else the show's end. In ISO 8601.", valueName: "time"))
  var observedAt: String?

  var constants: [(field: String, value: String?)] {
    [
      ("event", event), ("market", market), ("currency", currency), ("creators", creator),
      ("observed_at", observedAt),
    ]
  }
}
