/// The combined share of the top creators in the sales and the audience.
public struct CreatorConcentration: Equatable, Sendable {
  /// Their share of the sales in one currency.
  public struct Sales: Equatable, Sendable {
    /// The currency.
    public let currency: Currency
    /// The share of all events' gross that the creators with the most gross have, 0 to 1.
    public let share: Decimal
  }

  /// How many creators.
  public let count: Int
  /// Their share of the gross, by currency; empty if there is none.
  public let sales: [Sales]
  /// The share of all views that the events of the creators with the most views have, 0 to 1.
  ///
  /// An event counts once, even if several of them appear in it. `nil` without views.
  public let viewShare: Decimal?

  /// The shares of the top one, three and ten creators, if there are more creators than that.
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
