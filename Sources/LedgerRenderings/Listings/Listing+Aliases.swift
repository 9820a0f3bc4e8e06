package import LedgerCore

extension Listing {
  /// A row of aliases: one that is recorded, or one that is proposed.
  package struct AliasLine {
    let alias: Alias
    let shows: Int64?
    let sales: Int64?
    let entry: Int64?

    package init(_ alias: Alias, shows: Int64?, sales: Int64?, entry: Int64?) {
      self.alias = alias
      self.shows = shows
      self.sales = sales
      self.entry = entry
    }
  }

  /// Aliases, and how many shows or lines of sales name each.
  package static func aliases(_ lines: [AliasLine]) -> Listing {
    Listing(
      lines,
      [
        "kind": { .text($0.alias.kind.rawValue) },
        "name": { .text($0.alias.name) },
        "as": { .text($0.alias.canonical) },
        "state": { .text($0.entry == nil ? "proposed" : "recorded") },
        "shows": { $0.shows.map { .integer($0) } ?? .null },
        "sales": { $0.sales.map { .integer($0) } ?? .null },
        "citation": { .optional($0.alias.citation) },
        "entry": { $0.entry.map { .integer($0) } ?? .null },
      ])
  }
}
