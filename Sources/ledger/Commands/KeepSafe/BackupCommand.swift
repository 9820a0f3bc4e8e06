import ArgumentParser
import LedgerCore
import LedgerRenderings
import LedgerKit

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
    Messages.show("backed up to " + rotation.made.text)
    for path in rotation.left {
      Messages.show(
        "left \(quoted(path)) alone: it is named like a backup of this book, but is not one")
    }
    for path in rotation.removed { Messages.show("removed \(quoted(path))") }
    Messages.show(rotation.made.lastEntry?.receipt)
  }
}

extension BookCopy {
  /// How far the copy goes, and where it is.
  var text: String {
    let extent =
      lastEntry.map { "up to entry \($0.number), recorded at \(clockText($0.recordedAt))" }
      ?? "an empty book"
    return "\(quoted(path)): \(extent); \(grouped(bytes)) bytes, checked"
  }
}
