public import LedgerCore

/// An alias, and how much of the book names the name that stands for another one.
public struct ListedAlias: Equatable, Sendable {
  /// The alias.
  public let alias: Alias
  /// How many listed shows name the creator or the brand; `nil` for a product.
  public let shows: Int64?
  /// How many lines of sales name the product; `nil` for a creator or a brand.
  public let sales: Int64?
  /// The entry that recorded it; `nil` for one that is only proposed.
  public let entry: Int64?
}

/// Names that stand for others.
extension Book {
  /// The alias that words describe; ``Ledger`` records it.
  ///
  /// - Throws: ``LedgerError`` that names the word that is wrong.
  public func alias(
    _ kind: String, _ name: String, as canonical: String, citation: String? = nil
  ) throws(LedgerError) -> Alias {
    try Alias(kind: Alias.Kind(kind), name: name, canonical: canonical, citation: citation)
  }

  /// The aliases, and how much of the book they concern, from one state of the book.
  ///
  /// `asOf`: an entry's number, a day or a time; `nil` for now.
  /// - Throws: ``LedgerError``
  public func aliases(asOf: String? = nil) throws -> [ListedAlias] {
    try ledger.reading {
      let entry = try lastEntry(asOf: asOf, in: .utc)
      let records = try ledger.aliases(asOf: entry)
      let uses = try NameUses(
        in: ledger, products: records.contains { $0.alias.kind == .product }, asOf: entry)
      return records.map { uses.listed($0.alias, entry: $0.entry) }
    }
  }

  /// How much of the book an alias concerns.
  ///
  /// - Throws: ``LedgerError``
  public func uses(of alias: Alias) throws(LedgerError) -> ListedAlias {
    try NameUses(in: ledger, products: alias.kind == .product, asOf: nil).listed(alias, entry: nil)
  }

  /// The names of creators that may be one, each in one pair at most; products are not compared.
  ///
  /// They differ only by case, spaces and marks, or one is the beginning of the other. The name
  /// that others stand for already, else the one that more shows name, comes second.
  /// - Throws: ``LedgerError``
  public func possibleAliases() throws -> [ListedAlias] {
    try ledger.reading {
      let uses = try NameUses(in: ledger, products: false, asOf: nil)
      let known = try ledger.aliases(asOf: nil).map(\.alias).filter { $0.kind == .creator }
      let shown = Set(known.map(\.canonical))
      let names = Set(uses.creators.keys).union(shown).subtracting(known.map(\.name))
      func rank(_ name: String) -> (Int, Int64, Int) {
        (shown.contains(name) ? 1 : 0, uses.creators[name] ?? 0, -name.count)
      }
      let best = names.sorted { rank($0) == rank($1) ? $0 < $1 : rank($0) > rank($1) }
      var possible: [ListedAlias] = []
      var taken: Set<String> = []
      for (place, name) in best.enumerated() where !taken.contains(name) {
        for other in best[(place + 1)...]
        where !taken.contains(other) && !shown.contains(other) && areAlike(name, other) {
          taken.insert(other)
          possible.append(
            uses.listed(try Alias(kind: .creator, name: other, canonical: name), entry: nil))
        }
      }
      return possible
    }
  }
}

/// How often names are recorded, whatever stands for them.
private struct NameUses {
  private(set) var creators: [String: Int64] = [:]
  private var brands: [String: Int64] = [:]
  private var products: [String: Int64] = [:]

  init(in ledger: any Ledger, products: Bool, asOf entry: Int64?) throws(LedgerError) {
    for market in try ledger.markets() {
      let totals = try ledger.totals(
        TotalsRequest(
          market: market, period: .always, products: products, asOf: entry, isAsRecorded: true))
      for event in totals.events.map(\.event) {
        for creator in event.creators { creators[creator.name, default: 0] += 1 }
        for brand in event.brands { brands[brand, default: 0] += 1 }
      }
      for product in totals.products {
        if let name = product.name { self.products[name, default: 0] += product.totals.lines }
      }
    }
  }

  func listed(_ alias: Alias, entry: Int64?) -> ListedAlias {
    let uses: Int64 =
      switch alias.kind {
      case .creator: creators[alias.name] ?? 0
      case .brand: brands[alias.name] ?? 0
      case .product: products[alias.name] ?? 0
      }
    let isProduct = alias.kind == .product
    return ListedAlias(
      alias: alias, shows: isProduct ? nil : uses, sales: isProduct ? uses : nil, entry: entry)
  }
}
