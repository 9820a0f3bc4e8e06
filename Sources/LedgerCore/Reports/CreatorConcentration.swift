/// What the first few creators have together of the sales and the audience.
public struct CreatorConcentration: Equatable, Sendable {
  /// A part of the sales of one currency.
  public struct Sales: Equatable, Sendable {
    /// The currency.
    public let currency: Currency
    /// The part of all events' gross that those with most of it have.
    public let share: Decimal
  }

  /// How many creators.
  public let count: Int
  /// Their part of the gross, by currency; empty where there is none.
  public let sales: [Sales]
  /// The part of all views that are those of events in which one of the creators with most views
  /// appears: an event counts once, whoever appears in it.
  public let viewShare: Decimal?

  /// Those of one, three and ten creators, as long as there are more than that.
  static func all(
    _ appearances: [CreatorAppearances], _ events: [EventTotals]
  ) -> [CreatorConcentration] {
    let byViews = appearances.sorted {
      ($1.views ?? -1, $0.creator) < ($0.views ?? -1, $1.creator)
    }
    let shares = Dictionary(
      grouping: appearances.flatMap(\.sales).filter { $0.share != nil }, by: \.gross.currency
    ).mapValues { $0.compactMap(\.share?.micros).sorted(by: >) }
    let views = AudienceSums(events)[.views]?.latest ?? 0
    return [1, 3, 10].filter { $0 < appearances.count }.map { count in
      let keys = byViews.prefix(count).reduce(into: Set<EventKey>()) { $0.formUnion($1.events) }
      let seen = AudienceSums(events.filter { keys.contains($0.event.key) })[.views]?.latest
      return CreatorConcentration(
        count: count,
        sales: shares.map { currency, shares in
          Sales(currency: currency, share: Decimal(micros: shares.prefix(count).reduce(0, +)))
        }.sorted { $0.currency.code < $1.currency.code },
        viewShare: seen.flatMap { Decimal($0, of: views) })
    }
  }
}
