import ArgumentParser
import LedgerCore
import LedgerKit

/// `ledger same-show`.
struct SameShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "same-show",
    abstract: "Record that two shows are one, under two keys",
    usage: """
      ledger same-show [<options>] <key> <other-key>
      ledger same-show [<options>] --proposed
      """,
    discussion: """
      Examples:
        ledger same-show tiktok-7512345678901234567 spring-2026-03-05
        ledger same-show --proposed --note "our sheet, and TikTok's export"

      The show is listed once, under the first key, with the counts recorded for it; what either \
      sold is added up. The counts of the other stay, as those of a second observer. `ledger \
      same-shows` lists the pairs that look like one show, and --proposed records all of them. \
      A void makes two shows of them again.
      """)

  @OptionGroup var book: BookOptions
  @Argument(
    help: ArgumentHelp("The show to list, and the one that is the same.", valueName: "key"),
    completion: .events)
  var shows: [String] = []
  @Flag(help: "Record all pairs that look like one show.") var proposed = false
  @OptionGroup var entry: EntryOptions

  func validate() throws {
    guard shows.count == (proposed ? 0 : 2) else {
      throw ValidationError(
        proposed
          ? "--proposed records all pairs: leave the keys out" : "name two shows by their keys")
    }
  }

  func run() throws {
    guard proposed else {
      try book.record { book in
        let show = try book.sameShow(shows[0], shows[1], citation: entry.cited)
        return (show, try book.ledger.record([show], as: entry.draft("same-show", in: book)))
      }
      return
    }
    try book.recording { book in
      let pairs = try book.possibleSameShows()
      guard !pairs.isEmpty else {
        Messages.remark("no two shows look like one")
        return nil
      }
      for pair in pairs { Messages.remark("\(pair.event) is the same show as \(pair.other)") }
      return try book.ledger.record(pairs, as: entry.draft("same-show", in: book)).receipt
    }
  }
}
