import ArgumentParser
import LedgerCore
import LedgerKit
import LedgerRenderings

/// `ledger forget`.
struct ForgetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget",
    abstract: "Forget the name of a person, or a note, for good",
    usage: "ledger forget [<options>] (creator <name> | note <entry> | author <name>)",
    discussion: """
      Examples:
        ledger forget creator "Mia Doe" --dry-run
        ledger forget creator "Mia Doe" --note "asked for by e-mail on 3 May"
        ledger forget note 12
        ledger forget author "Mia Doe"

      The name is taken letter for letter, and the creator's reasons for leaving go with \
      it. A text is forgotten wherever the same text stands: a reason that several gave, \
      or the note of several entries, is one. Facts and receipts stay, and `ledger verify` \
      says how many texts were forgotten. Backups, exports and imported files from before \
      still hold the words. What an older program recorded cannot be forgotten: then the \
      exit status is 2.
      """)

  /// What can be forgotten.
  enum Kind: String, CaseIterable, ExpressibleByArgument { case creator, note, author }

  @OptionGroup var book: BookOptions
  @Argument(help: "What to forget: creator, note or author.") var kind: Kind
  @Argument(
    help: ArgumentHelp("The name, or the number of the entry.", valueName: "name"))
  var name: String
  @Flag(help: "Only say what would be forgotten.") var dryRun = false
  @OptionGroup var entry: EntryOptions

  func run() throws {
    var isWhole = true
    var opened: Book?
    try book.recording { book in
      opened = book
      let draft = try entry.draft("forget", in: book)
      let forgetting = try book.forget(words(), as: draft, isTrial: dryRun)
      for sentence in forgetting.sentences(isTrial: dryRun) { Messages.show(sentence) }
      isWhole = forgetting.plain.isEmpty
      return dryRun ? nil : forgetting.receipt
    }
    if !dryRun, opened?.isMerged == false {
      Messages.show(
        "ledger: another process reads the book: the file holds the words until it ends and a "
          + "command records")
      isWhole = false
    }
    if !isWhole { throw ExitCode(2) }
  }

  private func words() throws(LedgerError) -> PersonalWords {
    if kind == .creator { return .creator(name) }
    if kind == .author { return .author(name) }
    guard let entry = Int64(name) else {
      throw .invalid(field: "entry", value: name, reason: "is not a number")
    }
    return .note(ofEntry: entry)
  }
}
