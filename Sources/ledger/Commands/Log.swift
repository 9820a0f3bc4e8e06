import ArgumentParser
import LedgerCore
import SQLiteStorage

/// `ledger log`
/// .
struct Log: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List what was recorded, when, and from where; newest first.",
    discussion: """
      Example:
        ledger log --limit 10
      An import is recorded in chunks, each an entry of its own.
      """)

  @OptionGroup var book: BookOptions
  @Option(help: ArgumentHelp("The most entries to list; else all.", valueName: "number"))
  var limit: Int?
  @Option(help: "table, csv, json or jsonl.") var format = ListingFormat.table

  func run() throws {
    let entries = try book.reading { ledger in try ledger.entries(limit: limit) }
    try Listing.show(
      [
        "entry", "recorded_at", "command", "events", "audience_counts", "sales", "source",
        "source_digest", "note",
      ],
      entries.map { entry in
        [
          .integer(entry.number), .text(clockText(entry.draft.recordedAt)),
          .text(entry.draft.command), .integer(entry.counts.events),
          .integer(entry.counts.audienceCounts), .integer(entry.counts.sales),
          .optional(entry.draft.source), .optional(shownDigest(entry.draft.sourceDigest)),
          .optional(entry.draft.note),
        ]
      }, as: format)
  }

  /// A table shows as much of a digest as tells two files apart.
  private func shownDigest(_ digest: String?) -> String? {
    format == .table ? digest.map { String($0.prefix(12)) } : digest
  }
}
