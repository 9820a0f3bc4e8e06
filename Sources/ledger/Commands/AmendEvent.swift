import ArgumentParser
import LedgerCore
import SQLiteStorage

/// `ledger amend-event`.
struct AmendEvent: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "amend-event",
    abstract: "Correct what is recorded of a show.",
    discussion: """
      Example:
        ledger amend-event --event on-trend-2021-12-08 --ends 2021-12-08T18:30 \\
          --tz Europe/London --reason "the end was not known"
      What is not named stays as it is; brands are replaced as a whole, and so is who appears.
      Nothing is changed in what was recorded: `ledger show --history` tells both, and reports
      --as-of an entry before it answer as they did. `ledger void` takes the correction back. The
      market and the key stay: of a show in the wrong market, void the entry and record it again.
      """)

  @OptionGroup var book: BookOptions
  @Option(help: ArgumentHelp("The show.", valueName: "key"), completion: .events) var event: String
  @Option(help: "Where it is shown: tiktok, instagram, …") var platform: String?
  @Option(help: "What it is called.") var title: String?
  @Option(help: ArgumentHelp("When it starts, in ISO 8601.", valueName: "time"))
  var starts: String?
  @Option(help: ArgumentHelp("When it ends.", valueName: "time")) var ends: String?
  @Flag(help: "Its end is not known after all.") var noEnd = false
  @OptionGroup var times: TimeOptions
  @Option(help: ArgumentHelp("A brand that it shows; may be repeated.", valueName: "name"))
  var brand: [String] = []
  @Flag(help: "It shows no brand.") var noBrand = false
  @OptionGroup var appearing: CreatorOptions
  @Flag(help: "Nobody is known to appear in it.") var noCreator = false
  @Option(help: "Why it is corrected.") var reason: String
  @Option(help: "Where the correction comes from: a link, a document, a person.")
  var source: String?

  private var creators: [String] { appearing.host + appearing.guest + appearing.creator }

  func validate() throws {
    let isAny = [platform, title, starts, ends].contains { $0 != nil }
    guard isAny || noEnd || noBrand || noCreator || !brand.isEmpty || !creators.isEmpty else {
      throw ValidationError(
        "say what to correct: --platform, --title, --starts, --ends, --brand, --host, --guest or "
          + "--creator; of a show in the wrong market, void the entry and record it again")
    }
    for (flag, isGiven, other) in [
      ("--no-end", noEnd && ends != nil, "--ends"),
      ("--no-brand", noBrand && !brand.isEmpty, "--brand"),
      ("--no-creator", noCreator && !creators.isEmpty, "--host, --guest and --creator"),
    ] where isGiven {
      throw ValidationError("\(flag) cannot be given with \(other)")
    }
  }

  func run() throws {
    _ = try checkedText(reason, field: "--reason")
    let amendment = try amendment()
    let key = try EventKey(event)
    let draft = try CitationOptions.draft("amend-event", source: source, note: reason)
    let amended = try book.recording { ledger in try ledger.amend(key, amendment, as: draft) }
    guard let entry = amended.entry else {
      return Talk.say("\(amended.after.subject) is so already; nothing was added")
    }
    Talk.say(
      "amended \(amended.after.subject) in entry \(entry): "
        + amended.after.differences(from: amended.before))
  }

  private func amendment() throws -> EventAmendment {
    var amendment = EventAmendment()
    amendment.platform = platform
    amendment.title = title
    amendment.startsAt = try starts.map { try times.instant($0, flag: "--starts") }
    if let ends { amendment.endsAt = .some(try times.instant(ends, flag: "--ends")) }
    if noEnd { amendment.endsAt = .some(nil) }
    if noBrand || !brand.isEmpty { amendment.brands = brand }
    let creators = try appearing.creators()
    if noCreator || !creators.isEmpty { amendment.creators = creators }
    return amendment
  }
}
