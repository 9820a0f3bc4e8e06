import ArgumentParser
import LedgerCore

/// What an entry says besides its facts; every command that records takes it.
struct EntryOptions: ParsableArguments {
  @OptionGroup var citation: CitationOptions

  @Option(help: ArgumentHelp("A remark, which `ledger log` shows.", valueName: "text"))
  var note: String?

  func draft(_ command: String) throws(LedgerError) -> Entry.Draft {
    try Self.draft(command, source: citation.text, field: "--citation", note: note)
  }

  /// The draft of an entry; `field`: the option that gave its source.
  static func draft(
    _ command: String, source: String?, field: String = "--source", note: String?
  ) throws(LedgerError) -> Entry.Draft {
    if let source { _ = try checkedText(source, field: field) }
    if let note { _ = try checkedText(note, field: "--note") }
    return Entry.Draft(recordedAt: System.now(), command: command, source: source, note: note)
  }
}
