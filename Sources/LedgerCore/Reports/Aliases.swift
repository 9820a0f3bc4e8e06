/// The aliases that are current, which put one name in place of each that stands for it.
///
/// Names are compared byte by byte, as the book compares them; those of filters in any case.
public struct Aliases: Equatable, Sendable {
  private var names: [Alias.Kind: [ByteText: String]] = [:]

  /// Makes a set of aliases.
  public init(_ aliases: some Sequence<Alias>) {
    for alias in aliases { names[alias.kind, default: [:]][ByteText(alias.name)] = alias.canonical }
  }

  /// Whether there are none.
  public var isEmpty: Bool { names.isEmpty }

  /// Whether there are some of a kind.
  public func has(_ kind: Alias.Kind) -> Bool { names[kind] != nil }

  /// The name that is shown for a name; the name itself if it stands for no other.
  public func shown(_ name: String, _ kind: Alias.Kind) -> String {
    names[kind]?[ByteText(name)] ?? name
  }

  /// The event with the names that are shown; who is named twice then is listed once, as first.
  public func shown(_ event: Event) -> Event {
    guard has(.creator) || has(.brand) else { return event }
    var event = event
    event.brands = event.brands.map { shown($0, .brand) }.once
    var seen: Set<String> = []
    event.creators = event.creators.compactMap { creator in
      let name = shown(creator.name, .creator)
      guard seen.insert(name).inserted else { return nil }
      var shown = creator
      shown.name = name
      return shown
    }
    return event
  }

  /// The membership under the name that is shown.
  package func shown(_ membership: Membership) -> Membership {
    membership.renamed { shown($0, .creator) }
  }

  /// The coverage with the name that is shown.
  func shown(_ coverage: Coverage) -> Coverage {
    var shown = coverage
    shown.creator = coverage.creator.map { self.shown($0, .creator) }
    return shown
  }

  /// A filter that also matches the names that are shown for its own.
  package func shown(_ filter: EventFilter) -> EventFilter {
    var shown = filter
    shown.brands = self.shown(filter.brands, .brand)
    shown.creators = self.shown(filter.creators, .creator)
    return shown
  }

  /// A rule that also credits to the shows of the names that are shown for its own.
  package func shown(_ rule: CreditRule) -> CreditRule {
    var shown = rule
    shown.candidates = self.shown(rule.candidates)
    return shown
  }

  private func shown(_ filtered: [String], _ kind: Alias.Kind) -> [String] {
    guard !filtered.isEmpty, let names = names[kind] else { return filtered }
    let wanted = Set(filtered)
    let others = names.filter { wanted.contains($0.key.text.lowercased()) }
    return filtered + Set(others.values.map { $0.lowercased() }).subtracting(wanted).sorted()
  }

  /// The names among some, and those that are shown for them.
  package func added(to all: Set<String>, _ kind: Alias.Kind) -> Set<String> {
    guard has(kind) else { return all }
    return all.union(all.map { shown($0, kind) })
  }
}

extension Aliases {
  /// Totals with the names that are shown; those by product have to be added up under them before.
  package func shown(_ totals: MarketTotals) -> MarketTotals {
    guard !isEmpty else { return totals }
    var totals = totals
    totals.events = totals.events.map { $0.with(event: shown($0.event)) }
    totals.others = totals.others.map(shown)
    if has(.product) {
      totals.splitOrders = totals.splitOrders.map { order in
        SplitOrder(
          lines: order.lines.map { line in
            var line = line
            line.product = line.product.map { shown($0, .product) }
            return line
          })
      }
    }
    return totals
  }
}

extension [String] {
  /// Each text once, where it comes first.
  fileprivate var once: [String] {
    guard count > 1 else { return self }
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
