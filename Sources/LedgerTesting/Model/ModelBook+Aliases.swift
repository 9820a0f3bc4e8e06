import LedgerCore

/// Which names stand for others, and how that is recorded.
extension ModelBook {
  func aliases(asOf entry: Int64?) -> [AliasRecord] {
    func place(_ alias: Alias) -> [[UInt8]] {
      [alias.kind.rawValue, alias.canonical, alias.name].map { Array($0.utf8) }
    }
    return current(aliases, asOf: entry).map { AliasRecord(alias: $0.fact, entry: $0.entry) }
      .sorted {
        place($0.alias).lexicographicallyPrecedes(place($1.alias)) {
          $0.lexicographicallyPrecedes($1)
        }
      }
  }

  mutating func record(
    _ batch: [Alias], as draft: Entry.Draft
  ) throws(LedgerError) -> [Outcome<Alias>] {
    var known = current(aliases).map(\.fact)
    let entry = lastEntry + 1
    var outcomes: [Outcome<Alias>] = []
    for alias in batch {
      let own = known.filter { $0.kind == alias.kind }
      if let recorded = own.first(where: { $0.name == alias.name }) {
        outcomes.append(
          recorded.canonical == alias.canonical
            ? .alreadyRecorded : .conflicting(recorded: recorded))
      } else if let refusal = refusal(of: alias, own) {
        outcomes.append(.refused(refusal))
      } else {
        known.append(alias)
        aliases.append(Recorded(fact: alias, entry: entry))
        outcomes.append(.recorded)
      }
    }
    return try close(outcomes, draft)
  }

  private func refusal(of alias: Alias, _ known: [Alias]) -> LedgerError? {
    if let other = known.first(where: { $0.name == alias.canonical }) {
      return .contradicts(
        field: "as", value: alias.canonical,
        reason: "is an alias of \"\(other.canonical)\": name that one")
    }
    guard let first = known.filter({ $0.canonical == alias.name }).map(\.name).min() else {
      return nil
    }
    return .contradicts(
      field: "name", value: alias.name,
      reason: "is the name that \"\(first)\" stands for: void that alias first, or name them the "
        + "other way round")
  }
}

extension Model {
  /// The facts under the names that stand for none.
  func renamed() -> Model {
    var model = self
    model.aliases = []
    model.events = events.map(renamed)
    model.sales = sales.map { movement in
      guard let product = movement.sale.product else { return movement }
      return movement.with(movement.sale.renamed(shown(product, .product)))
    }
    return model
  }

  /// The request with a rule that also names the creators for whom its own stand.
  func renamed(_ request: TotalsRequest) -> TotalsRequest {
    guard let rule = request.credit else { return request }
    let own = aliases.filter {
      $0.kind == .creator && rule.candidates.creators.contains($0.name.lowercased())
    }
    let others = Set(own.map { ",creator=" + $0.canonical }).sorted().joined()
    var request = request
    request.credit = (try? CreditRule(rule.description + others)) ?? rule
    return request
  }

  func shown(_ name: String, _ kind: Alias.Kind) -> String {
    aliases.first { $0.kind == kind && $0.name == name }?.canonical ?? name
  }

  private func renamed(_ event: Event) -> Event {
    var brands: [String] = []
    for brand in event.brands.map({ shown($0, .brand) }) where !brands.contains(brand) {
      brands.append(brand)
    }
    var creators: [Creator] = []
    for creator in event.creators {
      let name = shown(creator.name, .creator)
      guard !creators.contains(where: { $0.name == name }) else { continue }
      creators.append((try? Creator(name: name, role: creator.role)) ?? creator)
    }
    let renamed = try? Event(
      key: event.key, market: event.market, platform: event.platform, title: event.title,
      startsAt: event.startsAt, endsAt: event.endsAt, brands: brands, creators: creators)
    return renamed ?? event
  }
}

extension Sale {
  fileprivate func renamed(_ product: String) -> Sale {
    let sale = try? Sale(
      source: key.source, order: key.order, line: key.line, kind: key.kind, product: product,
      quantity: isQuantityUnknown ? nil : quantity, amount: amount, at: at, notBefore: notBefore,
      observedAt: observedAt, event: event, market: market)
    return sale ?? self
  }
}
