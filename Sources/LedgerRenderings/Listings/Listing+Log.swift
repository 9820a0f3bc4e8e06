package import LedgerCore

extension Listing {
  /// Lines of the log; for a table they are shorter.
  package static func log(_ lines: some Sequence<LogLine>, for format: ListingFormat) -> Listing {
    let isTable = format == .table
    let types = FactType.allCases
    let counted = isTable ? ["recorded"] : types.map(\.rawValue)
    // As much of a digest as tells two files apart.
    func shown(_ digest: String?) -> AnswerValue {
      .optional(isTable ? digest.map { String($0.prefix(12)) } : digest)
    }
    return Listing(
      columns: ["entry", "last_entry", "recorded_at", "author", "command"] + counted
        + ["voided_by", "source", "source_digest", "note", "digest"],
      rows: lines.map { line in
        let draft = line.first.draft
        let counts: [AnswerValue] =
          isTable ? [.text(line.counts.phrase)] : types.map { .integer(line.counts[$0]) }
        return [
          .integer(line.first.number), .integer(line.last.number),
          .text(clockText(draft.recordedAt)), .optional(draft.author), .text(draft.command),
        ] + counts + [
          .optional(line.first.voidedBy), .optional(draft.source), shown(draft.sourceDigest),
          .optional(draft.note), shown(line.last.digest),
        ]
      })
  }
}
