import LedgerCore

extension Listing {
  /// The exports of platforms that are recognized: their profiles, and what each gives.
  package static func profiles(
    _ profiles: [(name: String, records: String, description: String?)]
  ) -> Listing {
    Listing(
      profiles,
      [
        "profile": { .text($0.name) },
        "records": { .text($0.records) },
        "description": { .optional($0.description) },
      ])
  }
}
