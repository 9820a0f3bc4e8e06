package import LedgerCore

extension Listing {
  /// Saved queries, each in its newest version.
  package static func savedQueries(_ records: [SavedQueryRecord]) -> Listing {
    Listing(
      records,
      [
        "name": { .text($0.query.name) },
        "description": { .optional($0.query.description) },
        "parameters": { .optional($0.query.parameterText) },
        "from": { .text($0.origin) },
        "version": { .optional($0.entry == nil ? nil : Int64($0.version)) },
        "entry": { .optional($0.entry) },
      ])
  }

  /// The versions of a saved query.
  package static func versions(_ records: [SavedQueryRecord]) -> Listing {
    Listing(
      records,
      [
        "name": { .text($0.query.name) },
        "version": { .integer(Int64($0.version)) },
        "entry": { .optional($0.entry) },
        "recorded_at": { .optional($0.recordedAt?.description) },
        "voided_by": { .optional($0.voidedBy) },
        "description": { .optional($0.query.description) },
        "parameters": { .optional($0.query.parameterText) },
        "statement": { .optional($0.query.statement) },
      ])
  }
}
