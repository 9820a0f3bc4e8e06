import ArgumentParser
import LedgerCore
import LedgerKit

/// `ledger add-mark`.
struct AddMarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add-mark",
    abstract: "Record what happened in a show, or who led it",
    usage: """
      ledger add-mark [<options>] --event <key> --at <time> [<text>]
      """,
    discussion: """
      Examples:
        ledger add-mark --event on-trend-2021-12-08 --at now "host change"
        ledger add-mark --event on-trend-2021-12-08 --at 20:15 --until 21:00 \\
          --kind host --creator "Rylan Clark-Neal"

      The kinds are \(Mark.Kind.allCases.map(\.rawValue).joined(separator: ", ")). A mark of kind \
      host is a shift: without --until, it lasts until the next host's begins, or the show ends.

      A time such as 20:15 is by the market's clocks, on the day on which it is in the show or \
      nearest to it.
      """)

  @OptionGroup var book: BookOptions
  @Option(help: ArgumentHelp("The show's key.", valueName: "key"), completion: .events) var event:
    String
  @Option(help: ArgumentHelp("When: now, 20:15, or in ISO 8601.", valueName: "time")) var at: String
  @Option(help: ArgumentHelp("When it ends, if it lasts.", valueName: "time")) var until: String?
  @OptionGroup var times: TimeOptions
  @Option(help: "What it is about, such as host or offer.") var kind = Mark.Kind.note.rawValue
  @Option(help: ArgumentHelp("Whom it is about.", valueName: "name")) var creator: String?
  @Argument(help: "What happened.") var text: String?
  @OptionGroup var entry: EntryOptions

  func run() throws {
    let words = MarkWords(
      event: event, at: at, until: until, zone: times.zoneName, kind: kind, text: text,
      creator: creator)
    try book.record { book in
      let (mark, show) = try book.mark(words)
      if !mark.isInside(show) {
        let end = show.endsAt.map { " to \($0)" } ?? ""
        Messages.remark(
          "the mark at \(mark.startsAt) is outside of the show, from \(show.startsAt)\(end)"
        )
      }
      return (mark, try book.ledger.record([mark], as: entry.draft("add-mark", in: book)))
    }
  }
}
