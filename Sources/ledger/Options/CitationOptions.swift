import ArgumentParser
import LedgerCore

/// Who says so: what every recording command takes.
struct CitationOptions: ParsableArguments {
  @Option(help: "Where the fact comes from: a link, a document, a person.")
  var source: String?

  @Option(help: "Anything else worth saying; `ledger log` shows it.")
  var note: String?

  func draft(_ command: String) throws(LedgerError) -> Entry.Draft {
    try Self.draft(command, source: source, note: note)
  }

  /// What is said of an entry whose fact names its source itself.
  static func draft(
    _ command: String, source: String?, note: String?
  ) throws(LedgerError) -> Entry.Draft {
    if let source { _ = try checkedText(source, field: "--source") }
    if let note { _ = try checkedText(note, field: "--note") }
    return Entry.Draft(recordedAt: System.now(), command: command, source: source, note: note)
  }
}
