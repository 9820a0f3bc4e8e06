import ArgumentParser
import LedgerCore
import LedgerKit
import LedgerRenderings

/// `ledger amend-event`.
struct AmendEventCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "amend-event",
    abstract: "Correct what is recorded about a show",
    discussion: """
      Example:
        ledger amend-event --event on-trend-2021-12-08 \\
          --ends 2021-12-08T18:30 --tz Europe/London \\
          --reason "the end was not known"

      Anything you leave out stays as it is. Brands are replaced as a whole, and so are hosts, \
      guests and creators together.

      Recorded facts are kept: `ledger show --history` lists both, and a report --as-of an earlier \
      entry does not change. `ledger void` takes the correction back. The market and the key \
      cannot be amended: if a show is in the wrong market, void its entry and record it again.
      """)

  @OptionGroup var book: BookOptions
  @Option(help: ArgumentHelp("The show's key.", valueName: "key"), completion: .events) var event:
    String
  @Option(help: "The platform, such as tiktok or instagram.") var platform: String?
  @Option(help: "The show's title.") var title: String?
  @Option(help: ArgumentHelp("When it starts, in ISO 8601.", valueName: "time"))
  var starts: String?
  @Option(help: ArgumentHelp("When it ends.", valueName: "time")) var ends: String?
  @Flag(help: "The end is not known after all.") var noEnd = false
  @OptionGroup var times: TimeOptions
  @Option(help: ArgumentHelp("A brand in the show; may be repeated.", valueName: "name"))
  var brand: [String] = []
  @Flag(help: "There is no brand in the show.") var noBrand = false
  @OptionGroup var appearing: CreatorOptions
  @Flag(help: "There are no known hosts, guests or creators.") var noCreator = false
  @Option(help: "Why it is corrected.") var reason: String
  @OptionGroup var citation: CitationOptions
  @OptionGroup var author: AuthorOptions

  private var creators: [String] { appearing.host + appearing.guest + appearing.creator }

  func validate() throws {
    let isAny = [platform, title, starts, ends].contains { $0 != nil }
    guard isAny || noEnd || noBrand || noCreator || !brand.isEmpty || !creators.isEmpty else {
      throw ValidationError(
        "say what to correct: --platform, --title, --starts, --ends, --brand, --host, --guest or "
          + "--creator; if the show is in the wrong market, void its entry and record it again")
    }
    for (flag, isGiven, other) in [
      ("--no-end", noEnd && ends != nil, "--ends"),
      ("--no-brand", noBrand && !brand.isEmpty, "--brand"),
      ("--no-creator", noCreator && !creators.isEmpty, "--host, --guest and --creator"),
    ] where isGiven {
      throw ValidationError("\(flag) cannot be combined with \(other)")
    }
  }

  func run() throws {
    var words = AmendmentWords()
    words.platform = platform
    words.title = title
    words.starts = starts
    words.ends = noEnd ? .unknown : ends.map { .at($0) }
    words.zone = times.zoneName
    if noBrand || !brand.isEmpty { words.brands = brand }
    if noCreator || !creators.isEmpty { words.creators = try appearing.creators() }
    try book.recording { book in
      let key = try EventKey(event)
      let amended = try book.ledger.amend(
        key, book.amendment(words, of: key),
        as: book.draft(
          "amend-event", because: reason, citation: citation.text, author: author.name()))
      Messages.show(amended.sentence)
      return amended.receipt
    }
  }
}
