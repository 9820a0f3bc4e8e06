import Foundation
import LedgerCore
import LedgerTesting
import TestSupport
import Testing

/// The queries about conversion, creators, claims and the past, on random books, against the facts
/// in plain arrays.
@Suite struct AskedProgrammeTests {
  let book: AskedBook
  let seed: UInt64

  init() throws {
    seed = SeededGenerator(for: "queries about the programme").seed
    book = try AskedBook(seed: seed)
  }

  private func expect(
    _ sql: String, is rows: [String], isOrdered: Bool = false,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    RepositoryTests.expect(
      try AskedQueries.rows(sql, book), are: rows, isOrdered: isOrdered, seed: seed,
      sourceLocation: sourceLocation)
  }

  private func orders(_ show: Event) -> Double {
    book.orders(book.sales.filter { $0.event == show.key })
  }

  /// The two shares between which 95 % of all samples lie that have the observed one.
  ///
  /// Wilson's interval has every share whose distance from the observed one is at most 1.96 of its
  /// own standard deviations. Each end is found by halving.
  private func wilson(_ share: Double, of trials: Double) -> (low: Double, high: Double)? {
    guard share <= 1 else { return nil }
    func isNear(_ other: Double) -> Bool {
      (share - other) * (share - other) <= 1.96 * 1.96 * other * (1 - other) / trials
    }
    func edge(_ outside: Double) -> Double {
      var (inside, outside) = (share, outside)
      for _ in 0..<100 {
        let middle = (inside + outside) / 2
        if isNear(middle) { inside = middle } else { outside = middle }
      }
      return inside
    }
    return (edge(0), edge(1))
  }

  private func percent(_ share: Double?) -> String {
    shown(share.map { (10_000 * $0).rounded() / 100 })
  }

  @Test func `7: how sure the conversion rate is`() throws {
    let rows = book.shows.compactMap { show -> String? in
      let orders = orders(show)
      guard orders > 0, let clicks = book.latest(.productClicks, of: show), clicks > 0 else {
        return nil
      }
      let share = orders / Double(clicks)
      let interval = wilson(share, of: Double(clicks))
      return "\(show.key) \(shown(orders)) \(shown(Double(clicks))) \(percent(share)) "
        + "\(percent(interval?.low)) \(percent(interval?.high))"
    }
    try expect(AskedQueries.cookbook(7), is: rows)
  }

  @Test func `8: what is clicked and not bought`() throws {
    let rows = book.shows.compactMap { show -> (rate: Double, key: String, row: String)? in
      guard let clicks = book.latest(.productClicks, of: show), clicks > 0 else { return nil }
      let isSold = book.sales.contains { $0.event == show.key }
      let brands = show.brands.isEmpty ? "-" : show.brands.joined(separator: "; ")
      let values = [
        book.latest(.productImpressions, of: show).map(Double.init), Double(clicks),
        isSold ? orders(show) : nil,
      ]
      return (
        orders(show) / Double(clicks), "\(show.key)",
        "\(show.key) \(brands) " + values.map(shown).joined(separator: " ")
      )
    }
    try expect(
      AskedQueries.cookbook(8),
      is: rows.sorted { ($0.rate, $0.key) < ($1.rate, $1.key) }.prefix(3).map(\.row),
      isOrdered: true)
  }

  @Test func `11: which creators bring buyers`() throws {
    let rows = book.creators.flatMap { creator in
      creator.sold.filter { $0.orders > 0 }.map { sold in
        let rate = creator.views.flatMap { $0 == 0 ? nil : 1000 * sold.orders / $0 }
        let values = [
          Double(creator.shows), creator.views, sold.orders,
          rate.map { ($0 * 100).rounded() / 100 },
          sold.net,
        ]
        return "\(creator.name) \(values.map(shown).joined(separator: " ")) \(sold.currency)"
      }
    }
    try expect(AskedQueries.cookbook(11), is: rows)
  }

  @Test func `12: who left, and how many shows they had`() throws {
    let programme = try AskedProgramme(book, seed: seed)
    let rows = programme.memberships.map { member in
      let shows = book.shows.filter { show in
        show.market == member.market && show.creators.contains { $0.name == member.creator }
      }
      return [
        member.creator, "\(member.market)", "\(member.joined)", member.left?.description ?? "-",
        member.leaving?.reason ?? "-", shown(Double(shows.count)),
      ].joined(separator: " ")
    }
    try expect(AskedQueries.cookbook(12), is: rows)
  }

  @Test func `16: what was said of a market, in the order of the reports`() throws {
    let claims = try AskedProgramme(book, seed: seed).claims.filter { $0.market == germany }
      .sorted { ($0.reported.firstDay, "\($0.key)") < ($1.reported.firstDay, "\($1.key)") }
    try expect(
      AskedQueries.cookbook(16),
      is: claims.map { claim in
        [
          "\(claim.reported)", claim.stage?.rawValue ?? "-", claim.effective?.description ?? "-",
          claim.source, claim.disputes?.description ?? "-",
        ].joined(separator: " ")
      }, isOrdered: true)
  }

  @Test func `17: which claims dispute others`() throws {
    let claims = try AskedProgramme(book, seed: seed).claims
    let pairs = claims.compactMap { other in
      claims.first { $0.key == other.disputes }.map { (said: $0, other: other) }
    }.sorted {
      ($0.other.reported.firstDay, "\($0.said.key)", "\($0.other.key)")
        < ($1.other.reported.firstDay, "\($1.said.key)", "\($1.other.key)")
    }
    try expect(
      AskedQueries.cookbook(17),
      is: pairs.map { said, other in
        [
          said.market?.description ?? "-", said.stage?.rawValue ?? "-", said.source,
          "\(other.reported)", other.source,
        ].joined(separator: " ")
      }, isOrdered: true)
  }

  @Test func `18: what was known after an entry, and what is known now`() throws {
    let groups = Dictionary(
      grouping: book.versions.filter { book.market(of: $0.sale) == uk && $0.sale.event != nil }
    ) { "\($0.sale.event.map { "\($0)" } ?? "")/\($0.sale.amount.currency.code)" }
    for entry in Set(book.versions.flatMap { [$0.entry - 1, $0.entry] }) {
      let rows = groups.map { key, versions in
        func net(_ isKnown: (Int64, Int64?) -> Bool) -> String {
          let known = versions.filter { isKnown($0.entry, $0.voidedBy) }.map(\.sale)
          return shown(known.isEmpty ? nil : book.net(known))
        }
        let parts = key.split(separator: "/")
        return "\(parts[0]) \(net { $0 <= entry && $1 ?? .max > entry }) \(net { $1 == nil }) "
          + "\(parts[1])"
      }
      try expect(
        AskedQueries.cookbook(18).replacingOccurrences(of: ":entry", with: "\(entry)"), is: rows)
    }
  }
}
