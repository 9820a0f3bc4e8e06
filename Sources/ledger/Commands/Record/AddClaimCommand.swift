import ArgumentParser
import LedgerCore
import LedgerKit

/// `ledger add-claim`.
struct AddClaimCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add-claim",
    abstract: "Record what a source says about the rollout",
    discussion: """
      Example:
        ledger add-claim --market DE --platform tiktok --stage planned \\
          --effective 2022-H1 --reported 2022-07-05 --source "Financial Times"

      The stages are \(Claim.Stage.allCases.map(\.rawValue).joined(separator: ", ")).

      A date is a day, month, quarter, half or year: 2022-07-05, 2022-07, 2022-Q3, 2022-H2 or \
      2022.

      Without --key, a key is made from the claim and printed. Another claim can dispute it by \
      that key.
      """)

  @OptionGroup var book: BookOptions
  @Option(help: ArgumentHelp("The claim's key: short, and unique in the book.", valueName: "key"))
  var key: String?
  @Option(
    help: "The country; may be left out if --platform is given.",
    completion: .markets)
  var market: String?
  @Option(help: "The platform, such as tiktok or instagram.") var platform: String?
  @Option(help: "The stage; may be left out if --disputes is given.")
  var stage: String?
  @Option(help: ArgumentHelp("When the stage begins or began.", valueName: "date"))
  var effective: String?
  @Option(help: ArgumentHelp("When the source said it.", valueName: "date")) var reported: String
  @Option(help: "Who said it.") var source: String
  @Option(help: ArgumentHelp("Where it can be read.", valueName: "link")) var url: String?
  @Option(help: "The words of the source.") var quote: String?
  @Option(help: ArgumentHelp("The key of the claim that the source disputes.", valueName: "key"))
  var disputes: String?
  @Option(help: "A remark, which `ledger log` shows.") var note: String?
  @OptionGroup var author: AuthorOptions

  func validate() throws {
    if market == nil, platform == nil {
      throw ValidationError(
        "a claim is about a market or a platform: add --market DE or --platform tiktok")
    }
    if stage == nil, disputes == nil {
      throw ValidationError(
        "a claim has a stage, or disputes another claim: add --stage or --disputes KEY")
    }
  }

  func run() throws {
    let words = ClaimWords(
      key: key, market: market, platform: platform, stage: stage, effective: effective,
      reported: reported, source: source, url: url, quote: quote, disputes: disputes)
    let claim = try book.record { book in
      let claim = try book.claim(words)
      let draft = try book.draft(
        "add-claim", citation: claim.source, note: note, author: author.name())
      return (claim, try book.ledger.record([claim], as: draft))
    }
    if key == nil { try Output.show("\(claim.key)\n") }
  }
}
