import ArgumentParser
import LedgerCore
import LedgerRenderings
import SQLiteStorage

/// `ledger surveys`.
struct SurveysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "surveys",
    abstract: "List surveys, with 95% confidence intervals",
    usage: "ledger surveys [<options>]",
    discussion: """
      Example:
        ledger surveys --market UK --kind awareness

      Shares and intervals are in percent, latest survey first. The intervals are Wilson's, and \
      need a known sample size.
      """)

  @OptionGroup var book: BookOptions
  @Option(help: "Only surveys of this country.", completion: .markets) var market: String?
  @Option(help: "Only surveys of this kind, such as awareness.") var kind: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Answer from what was recorded by then: an entry's number, a day or a time, in UTC.",
      valueName: "when"))
  var asOf: String?
  @OptionGroup var listing: ListingOptions

  func run() throws {
    let kind = try kind.map { text in try Survey.Kind(text) }
    let surveys = try book.reading { ledger in
      let market = try market.map { text in try ledger.reference().market(text).code }
      let entry = try asOf.map { text in try ledger.lastEntry(asOf: text, .utc) }
      if let kind { try Self.check(kind, among: ledger.surveys(in: nil, asOf: entry)) }
      return try ledger.surveys(in: market, asOf: entry)
        .filter { survey in kind.map { $0 == survey.kind } ?? true }
    }
    try listing.show(.surveys(surveys.reversed()))
  }

  /// Refuses a kind that no survey of the book has, but for those that the program knows.
  private static func check(_ kind: Survey.Kind, among surveys: [Survey]) throws(LedgerError) {
    let known = Set(surveys.map(\.kind)).union([.awareness, .adoption])
    guard !known.contains(kind) else { return }
    let near = nearest(to: kind.description, among: known.map(\.description).sorted())
    throw .unknownName(.surveyKind, kind.description, near: near)
  }
}
