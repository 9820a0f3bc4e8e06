/// The results of the events in which a creator appears.
///
/// An event's audience counts in full for each of its creators, because each of them reached it.
/// Its sales are divided equally between them, so that the parts add up to the whole; the remainder
/// goes to those who are named first, a millionth each.
public struct CreatorAppearances: Equatable, Sendable {
  /// A creator's standing in the market's programme.
  public enum Standing: Equatable, Sendable {
    /// A member, without a gap since this day.
    case member(since: CalendarDay)
    /// No longer a member, since this day.
    case left(CalendarDay)
    /// Never a member, as far as the book knows.
    case stranger
  }

  /// A creator's part of the sales in one currency.
  public struct Sales: Equatable, Sendable {
    /// Amounts of kind `sale`.
    public var gross: Money
    /// The sum of all movements.
    public var net: Money
    /// The share of all events' gross in the currency, 0 to 1; `nil` if that is not above 0.
    public internal(set) var share: Decimal?
  }

  /// The creator's name.
  public let creator: String
  /// Whether they are a member of the market's programme.
  public let standing: Standing
  /// The events in which they appear.
  public let events: Set<EventKey>
  /// The views of these events; `nil` if none of them has a count.
  public let views: Int64?
  /// The most people who watched one of these events at once; `nil` if none has a count.
  public let peakConcurrent: Int64?
  /// The share of all events' views that these events have, 0 to 1; `nil` without views.
  ///
  /// Creators who appear together share views, so these shares may add up to more than 1.
  public let viewShare: Decimal?
  /// The creator's part of the sales credited to these events, by currency.
  public let sales: [Sales]

  /// The appearances of the creators of events, the one with the most gross first.
  static func all(
    _ events: [EventTotals], memberships: [Membership], through: CalendarDay, currency: Currency
  ) -> [CreatorAppearances] {
    var byCreator: [String: [EventTotals]] = [:]
    var parts: [String: [Currency: Sales]] = [:]
    var gross: [Currency: Int128] = [:]
    for event in events {
      for totals in event.sales { gross[totals.currency, default: 0] += totals.gross }
      let names = event.event.creators.map(\.name)
      for (place, name) in names.enumerated() {
        byCreator[name, default: []].append(event)
        for figures in event.sales.map(SaleFigures.init) {
          let money = figures.currency
          let none = Money(micros: 0, currency: money)
          let sum = parts[name]?[money] ?? Sales(gross: none, net: none, share: nil)
          parts[name, default: [:]][money] = Sales(
            gross: sum.gross + figures.gross.part(place, of: names.count),
            net: sum.net + figures.net.part(place, of: names.count), share: nil)
        }
      }
    }
    let views = AudienceSums(events)[.views]?.latest
    let members = Dictionary(
      memberships.byCreator.map { ($0.creator, $0) }, uniquingKeysWith: { first, _ in first })
    return byCreator.map { name, events in
      let audience = AudienceSums(events)
      let seen = audience[.views]?.latest
      let sales = (parts[name] ?? [:]).map { money, sales in
        var sales = sales
        sales.share = Decimal(sales.gross.micros, of: gross[money] ?? 0)
        return sales
      }
      return CreatorAppearances(
        creator: name, standing: Standing(members[name], on: through),
        events: Set(events.map(\.event.key)), views: seen.map { Int64(clamping: $0) },
        peakConcurrent: audience[.concurrent]?.peak?.count,
        viewShare: seen.flatMap { Decimal($0, of: views ?? 0) },
        sales: sales.sorted { $0.gross.currency.code < $1.gross.currency.code })
    }.sorted { $0.comes(before: $1, by: currency) }
  }

  private func comes(before other: CreatorAppearances, by currency: Currency) -> Bool {
    func rank(_ line: CreatorAppearances) -> (Int128, Int64, Int) {
      let sales = line.sales.first { $0.gross.currency == currency }
      return (sales?.gross.micros ?? 0, line.views ?? -1, line.events.count)
    }
    let (own, others) = (rank(self), rank(other))
    return own == others ? creator < other.creator : own > others
  }
}

extension CreatorAppearances.Standing {
  fileprivate init(_ memberships: CreatorMemberships?, on day: CalendarDay) {
    guard let memberships else {
      self = .stranger
      return
    }
    if memberships.isActive(on: day), let joined = memberships.joinings.filter({ $0 <= day }).max()
    {
      self = .member(since: joined)
    } else if let left = memberships.leavings.map(\.day).filter({ $0 <= day }).max() {
      self = .left(left)
    } else {
      self = .stranger
    }
  }
}

extension Decimal {
  /// Creates a ratio with six decimals; `nil` if the whole is not above 0.
  init?(_ part: Int128, of whole: Int128) {
    guard whole > 0 else { return nil }
    self.init(micros: roundedQuotient(part * 1_000_000, whole))
  }
}

extension Money {
  fileprivate static func + (left: Money, right: Money) -> Money {
    Money(micros: left.micros + right.micros, currency: left.currency)
  }

  /// One of `count` equal parts that add up to the amount; the first ones take the remainder.
  fileprivate func part(_ place: Int, of count: Int) -> Money {
    let (quotient, rest) = micros.quotientAndRemainder(dividingBy: Int128(count))
    let isLarger = Int128(place) < Int128(rest.magnitude)
    return Money(micros: quotient + (isLarger ? rest.signum() : 0), currency: currency)
  }
}
