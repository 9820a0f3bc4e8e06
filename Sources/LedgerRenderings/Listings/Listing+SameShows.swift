package import LedgerCore

extension Listing {
  /// Events that are one show, then those that may be.
  package static func sameShows(
    _ records: [FactRecord<SameShow>], possible: [SameShow]
  ) -> Listing {
    let recorded = records.map { record -> [AnswerValue] in
      [
        .text(record.fact.event.description), .text(record.fact.other.description),
        .text("recorded"), .optional(record.fact.citation), .integer(record.entry.number),
      ]
    }
    let proposed = possible.map { show -> [AnswerValue] in
      [
        .text(show.event.description), .text(show.other.description), .text("proposed"), .null,
        .null,
      ]
    }
    return Listing(
      columns: ["event", "other", "state", "citation", "entry"], rows: recorded + proposed)
  }
}
