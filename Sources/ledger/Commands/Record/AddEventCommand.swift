import ArgumentParser
import LedgerCore
import SQLiteStorage

/// `ledger add-event`.
struct AddEventCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add-event",
    abstract: "Record a show",
    usage: """
      ledger add-event [<options>] --market <market> --platform <platform>
      --title <title> --starts <time>
      """,
    discussion: """
      Example:
        ledger add-event --market UK --platform tiktok --title "On Trend" \\
          --starts 2021-12-08T17:00 --tz Europe/London --brand NutriBullet \\
          --host "Rylan Clark-Neal"

      Without --event, a key is made from the title and the day, and printed.
      """)

  @OptionGroup var book: BookOptions
  @Option(help: ArgumentHelp("The show's key: short, and unique in the book.", valueName: "key"))
  var event: String?
  @Option(help: "The country, such as UK or DE.", completion: .markets) var market: String
  @Option(help: "The platform, such as tiktok or instagram.") var platform: String
  @Option(help: "The show's title.") var title: String
  @Option(help: ArgumentHelp("When it starts, in ISO 8601.", valueName: "time"))
  var starts: String
  @Option(help: ArgumentHelp("When it ends, if that is known.", valueName: "time"))
  var ends: String?
  @OptionGroup var times: TimeOptions
  @Option(help: ArgumentHelp("A brand in the show; may be repeated.", valueName: "name"))
  var brand: [String] = []
  @OptionGroup var appearing: CreatorOptions
  @OptionGroup var entry: EntryOptions

  func run() throws {
    try book.recording { ledger in
      let market = try ledger.reference().market(market)
      let startsAt = try times.instant(starts, flag: "--starts")
      let given = EventKeyChoice(key: event, title: title, platform: platform)
      // A country with several zones has no day of its own, but --tz may say one.
      let zone = try market.timeZone.map(TimeZones.zone) ?? times.zone() ?? .utc
      let day = zone.day(of: startsAt)
      let endsAt = try ends.map { try times.instant($0, flag: "--ends") }
      let creators = try appearing.creators()
      for number in 1... {
        let key = try given.key(day: day, number: number)
        let event = try Event(
          key: key, market: market.code, platform: platform, title: title, startsAt: startsAt,
          endsAt: endsAt, brands: brand, creators: creators)
        let recording = try ledger.record([event], as: entry.draft("add-event"))
        // A key that was made, not given, gives way to one that is in use.
        if given.isMade, case .conflicting = recording.outcomes.first { continue }
        let receipt = try Messages.show(recording, of: event)
        if given.isMade {
          let output = Output()
          try output.write("\(key)\n")
          try output.flush()
        }
        return receipt
      }
      return nil
    }
  }
}

/// The key that the user gave, or those that a title makes.
private struct EventKeyChoice {
  let key: String?
  let title: String
  let platform: String

  var isMade: Bool { key == nil }

  func key(day: CalendarDay, number: Int) throws(LedgerError) -> EventKey {
    if let key { return try EventKey(key) }
    return try EventKey(title: title, platform: platform, day: day, number: number)
  }
}
