import ArgumentParser
import LedgerCore
import LedgerRenderings
import SQLiteStorage

/// `ledger log`.
struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "List entries: what was recorded, when, from where",
    usage: "ledger log [<options>]",
    discussion: """
      Example:
        ledger log --limit 10

      An imported file is one line, even if it was recorded in several entries; --entries lists \
      each of them.
      """)

  @OptionGroup var book: BookOptions
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The most lines to list, 0 or more (default: all).", valueName: "number"))
  var limit: RowLimit?
  @Flag(name: .customLong("entries"), help: "List each entry of an imported file.")
  var listsEntries = false
  // The former name of --entries.
  @Flag(name: .customLong("chunks"), help: .hidden) var listsChunks = false
  @OptionGroup var listing: ListingOptions

  func run() throws {
    let isEach = listsEntries || listsChunks
    let entries = try book.reading { ledger in
      try ledger.entries(limit: isEach ? limit?.count : nil)
    }
    let lines = isEach ? entries.map(LogLine.init) : LogLine.lines(entries)
    let types = FactType.allCases
    let counted = listing.format == .table ? ["recorded"] : types.map(\.rawValue)
    try listing.show(
      ["entry", "last_entry", "recorded_at", "command"] + counted
        + ["voided_by", "source", "source_digest", "note", "digest"],
      lines.prefix(limit?.count ?? .max).map { line in
        let draft = line.first.draft
        let counts: [AnswerValue] =
          listing.format == .table
          ? [.text(line.counts.phrase)] : types.map { .integer(line.counts[$0]) }
        let place: [AnswerValue] = [
          .integer(line.first.number), .integer(line.last.number),
          .text(clockText(draft.recordedAt)), .text(draft.command),
        ]
        return place + counts + [
          .optional(line.first.voidedBy), .optional(draft.source),
          .optional(shownDigest(draft.sourceDigest)), .optional(draft.note),
          .optional(shownDigest(line.last.digest)),
        ]
      })
  }

  /// A table shows as much of a digest as tells two files apart.
  private func shownDigest(_ digest: String?) -> String? {
    listing.format == .table ? digest.map { String($0.prefix(12)) } : digest
  }
}
