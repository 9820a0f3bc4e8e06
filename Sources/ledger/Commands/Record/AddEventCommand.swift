import ArgumentParser
import LedgerCore
import LedgerKit

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
    let words = EventWords(
      key: event, market: market, platform: platform, title: title, starts: starts, ends: ends,
      zone: times.zoneName, brands: brand, creators: try appearing.creators())
    let show = try book.record { book in
      try book.record(words, as: entry.draft("add-event", in: book))
    }
    if event == nil { try Output.show("\(show.key)\n") }
  }
}
