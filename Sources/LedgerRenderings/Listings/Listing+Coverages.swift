package import LedgerCore

extension Listing {
  /// Coverages, then the weeks of each market in which sales of shows are not known.
  package static func coverages(_ records: [CoverageRecord], gaps: [CoverageGap]) -> Listing {
    let covered = records.map { record -> [AnswerValue] in
      let coverage = record.coverage
      return [
        .text(coverage.market.description), .text("complete"),
        .text(coverage.startsAt.description), .text(coverage.endsAt.description),
        .optional(coverage.platform), .optional(coverage.source), .optional(coverage.creator),
        .null, .optional(coverage.citation), .integer(record.entry),
      ]
    }
    let missing = gaps.map { gap -> [AnswerValue] in
      [
        .text(gap.market.description), .text("gap in \(gap.week)"),
        .text(gap.unknown.first.description), .text(gap.unknown.last.description),
        .null, .null, .null, .text("\(gap.unknown.shows) of \(gap.shows)"),
        .text(gap.unknown.reasons.map(\.description).joined(separator: "; ")), .null,
      ]
    }
    return Listing(
      columns: [
        "market", "sales", "from", "to", "platform", "source", "creator", "shows", "because",
        "entry",
      ], rows: covered + missing)
  }
}
