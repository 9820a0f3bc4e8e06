import ArgumentParser
import LedgerCore
import SQLiteStorage

/// `ledger queries`.
struct Queries: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "queries",
    abstract: "List the questions that are kept under names.",
    discussion: """
      Examples:
        ledger queries
        ledger queries show best-shows
        ledger sql --run best-shows --param market=UK
        ledger queries retire sold
      Some ship with the program; `ledger sql --save NAME` keeps more of them in the book, and one \
      of the same name goes before what ships.
      """,
    subcommands: [ListQueries.self, ShowQuery.self, RetireQuery.self],
    defaultSubcommand: ListQueries.self)
}

/// `ledger queries list`.
struct ListQueries: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the questions that are kept under names.")

  @OptionGroup var book: BookOptions
  @OptionGroup var listing: ListingOptions

  func run() throws {
    let records = try book.reading { ledger in try ledger.savedQuestions() }
    try listing.show(
      ["name", "description", "parameters", "from", "version", "entry"],
      records.map { record in
        [
          .text(record.question.name), .optional(record.question.description),
          .optional(record.question.parameterText), .text(record.origin),
          .optional(record.entry == nil ? nil : Int64(record.version)), .optional(record.entry),
        ]
      })
  }
}

/// `ledger queries show`.
struct ShowQuery: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print a saved question, and what it was before.",
    discussion: """
      Examples:
        ledger queries show best-shows
        ledger queries show best-shows --version 1 > old.sql
        ledger queries show best-shows --format csv
      What is printed is a file for `ledger sql --file`; with --format, each version is a row.
      """)

  @Argument(help: "The name, as `ledger queries` lists it.", completion: .questions) var name:
    String
  @OptionGroup var book: BookOptions
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "An earlier version, from 1 on; 0 for what ships with the program.", valueName: "number"))
  var version: Int?
  @Option(help: "How versions are shown; else the statement is printed.")
  var format: ListingFormat?
  @OptionGroup var csv: CSVOptions

  func validate() throws {
    if version != nil, format != nil {
      throw ValidationError("--format has all versions: leave --version out")
    }
  }

  func run() throws {
    let versions = try book.reading { ledger in try ledger.versions(ofQuestion: name) }
    if let format {
      var listing = ListingOptions()
      listing.format = format
      listing.csv = csv
      return try show(versions, listing)
    }
    let chosen = try version.map { number in
      guard let found = versions.first(where: { $0.version == number }) else {
        throw CommandFailure(
          "question \(quoted(name)) has no version \(number); it has "
            + versions.map { "\($0.version)" }.joined(separator: ", "))
      }
      return found
    }
    let output = Output()
    try output.write(QuestionText.page(chosen ?? current(versions), of: versions))
    try output.flush()
  }

  /// The newest that was not taken back; a retired name has what was retired to show.
  private func current(_ versions: [SavedQuestionRecord]) -> SavedQuestionRecord? {
    versions.last { $0.voidedBy == nil && $0.question.statement != nil } ?? versions.last
  }

  private func show(_ versions: [SavedQuestionRecord], _ listing: ListingOptions) throws {
    try listing.show(
      [
        "name", "version", "entry", "recorded_at", "voided_by", "description", "parameters",
        "statement",
      ],
      versions.map { record in
        [
          .text(record.question.name), .integer(Int64(record.version)), .optional(record.entry),
          .optional(record.recordedAt?.description), .optional(record.voidedBy),
          .optional(record.question.description), .optional(record.question.parameterText),
          .optional(record.question.statement),
        ]
      })
  }
}

/// `ledger queries retire`.
struct RetireQuery: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retire", abstract: "Take a saved question off the list; its versions stay.",
    discussion: """
      Example:
        ledger queries retire sold
      What it was can still be shown; saving a question under the name again brings it back.
      """)

  @Argument(help: "The name, as `ledger queries` lists it.", completion: .questions) var name:
    String
  @OptionGroup var book: BookOptions
  @OptionGroup var citation: CitationOptions

  func run() throws {
    try book.recording { ledger in
      let entry = try ledger.retireQuestion(name, as: citation.draft("queries retire"))
      Talk.say("retired question \(quoted(name)) in entry \(entry)")
      if try ledger.savedQuestions().contains(where: { $0.question.name == name }) {
        Talk.remark("the one of that name that ships with the program is there again")
      }
    }
  }
}
