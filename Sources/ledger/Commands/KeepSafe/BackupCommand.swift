import ArgumentParser
import LedgerCore
import LedgerKit
import LedgerRenderings

/// `ledger backup`.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copy the book to another file, while others record",
    discussion: """
      Examples:
        ledger backup /mnt/usb/shows.db
        ledger backup --keep 14 /var/backups/ledger

      The copy is one state of the book. It is checked and on the disk before it gets its name; a \
      file that exists is never overwritten. `ledger restore` restores it.
      """)

  @OptionGroup var book: BookOptions
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Name copies by the time in a folder, and keep this many.",
      valueName: "number"))
  var keep: Int?
  @Argument(help: ArgumentHelp("The new file, or with --keep the folder.", valueName: "file"))
  var destination: String

  func validate() throws {
    if let keep, keep < 1 { throw ValidationError("--keep is 1 or more") }
    if destination.isEmpty { throw ValidationError("\"\" is not the name of a file") }
  }

  func run() throws {
    guard let keep else {
      let copy = try book.reading { book in try book.backUp(to: destination) }
      Messages.show("backed up to " + copy.text)
      return Messages.show(copy.lastEntry?.receipt)
    }
    let rotation = try book.reading { book in
      try book.backUp(inFolder: destination, keeping: keep)
    }
    for line in rotation.lines { Messages.show(line) }
    Messages.show(rotation.made.lastEntry?.receipt)
  }
}
