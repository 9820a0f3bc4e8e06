import LedgerCore
import LedgerTesting
import TestSupport
import Testing

@testable import BookStorage
@testable import SQLiteStorage

/// A random book, and its facts in plain arrays, to answer questions by other means than SQL.
struct AskedBook {
  let ledger: SQLiteLedger
  private(set) var shows: [Event] = []
  private(set) var sales: [Sale] = []
  /// Every version of every count, in the order in which they were recorded.
  private(set) var counts: [(count: AudienceCount, entry: Int64)] = []
  /// What a euro was worth in pounds, by day.
  private(set) var rates: [String: Double] = [:]
  private let zones: [Market.Code: LedgerCore.TimeZone]
  private var random: SeededGenerator

  init(seed: UInt64) throws {
    random = SeededGenerator(seed: seed)
    ledger = try SQLiteLedger.inMemory()
    let name = random.pick(["Europe/London", "America/Los_Angeles", "Asia/Kathmandu"])
    zones = [
      uk: try #require(ZoneDatabase.zone(name)),
      germany: try #require(ZoneDatabase.zone("Europe/Berlin")),
    ]
    _ = try ledger.record([Setting(.zone(uk), to: name)], as: draft())
    try addShows()
    try addSales()
    try addCounts()
    try addRates()
  }

  /// What the clocks of a market show.
  func civil(_ at: Instant, in market: Market.Code) throws -> CivilTime {
    try #require(zones[market]).civil(at)
  }

  /// The market of a sale.
  func market(of sale: Sale) -> Market.Code {
    sale.market ?? shows.first { $0.key == sale.event }?.market ?? uk
  }

  /// An instant of the first quarter of 2022, often at the edge of something.
  private mutating func instant() throws -> Instant {
    let day = random.number(-2...92) * 86_400_000
    let step = random.pick([600_000, 3_600_000, 1, 1000] as [Int64])
    let within = random.number(0...(86_400_000 / step - 1)) * step
    return try #require(Instant(milliseconds: 1_640_995_200_000 + day + within))
  }

  private mutating func addShows() throws {
    for index in 0..<8 {
      let start = try instant()
      let end = random.chance(25) ? nil : Instant(milliseconds: start.milliseconds + 7_200_000)
      shows.append(
        try Event(
          key: EventKey("show-\(index)"), market: index < 6 ? uk : germany, platform: "tiktok",
          title: "a", startsAt: start, endsAt: end))
    }
    _ = try ledger.record(shows, as: draft())
  }

  /// Each order is of one show, or of none, and of one currency; its lines are of any time.
  private mutating func addSales() throws {
    for order in 0..<20 {
      let show = random.chance(30) ? nil : random.pick(shows)
      let market = random.pick([uk, germany])
      let currency = random.pick([gbp, gbp, eur])
      // The same number under another source is another order.
      let source = random.pick(["shop", "till"])
      for line in 1...random.number(1...4) {
        // Half of the lines stand at a whole number of ten minutes from the start of their show.
        let minutes = random.number(-2...11) * 600_000
        let near = show.flatMap { Instant(milliseconds: $0.startsAt.milliseconds + minutes) }
        let at = try random.chance(50) ? near ?? instant() : instant()
        let isBack = random.chance(25)
        let micros = Int128(random.number(1...9999)) * (isBack ? -10_000 : 10_000)
        sales.append(
          try Sale(
            source: source, order: "\(order / 2)", line: Int64(order % 2) * 10 + line,
            kind: isBack ? .refund : .sale, product: random.pick(["p", "q"]),
            quantity: isBack ? -1 : 1,
            amount: Money(micros: micros, currency: currency), at: at, event: show?.key,
            market: show == nil ? market : nil))
      }
    }
    // Two halves of one number and one source would be one order of two shows.
    var owners: [String: Sale] = [:]
    sales = sales.filter { sale in
      let owner = owners["\(sale.key.source)/\(sale.key.order)"] ?? sale
      owners["\(sale.key.source)/\(sale.key.order)"] = owner
      return owner.event == sale.event && owner.market == sale.market
        && owner.amount.currency == sale.amount.currency
    }
    _ = try ledger.record(sales, as: draft())
  }

  private static let metrics: [Metric] = [
    .concurrent, .uniqueViewers, .addToCart, .productImpressions, .productClicks,
  ]

  private mutating func addCounts() throws {
    for show in shows where random.chance(70) {
      for metric in Self.metrics where random.chance(70) {
        for minute in 0...random.number(0...3) {
          let at = try #require(Instant(milliseconds: show.startsAt.milliseconds + minute * 60_000))
          for _ in 0...random.number(0...2) {
            let count = try AudienceCount(
              event: show.key, metric: metric, at: at, count: random.number(0...5000))
            let recording = try ledger.record([count], as: draft(), onConflict: .restate)
            if let entry = recording.entry { counts.append((count, entry)) }
          }
        }
      }
    }
  }

  /// The counts as they were last restated.
  var current: [AudienceCount] {
    counts.enumerated().filter { index, version in
      !counts[(index + 1)...].contains { $0.count.subject == version.count.subject }
    }.map(\.element.count)
  }

  /// The last count of a show; `nil` without one.
  func latest(_ metric: Metric, of show: Event) -> Int64? {
    current.filter { $0.event == show.key && $0.metric == metric }.max { $0.at < $1.at }?.count
  }

  private mutating func addRates() throws {
    for day in 1...28 where random.chance(30) {
      let text = "0.8\(random.number(1000...9999))"
      let date = "2022-0\(random.pick([1, 2, 3]))-\(day < 10 ? "0" : "")\(day)"
      guard rates.updateValue(Double(text) ?? 0, forKey: date) == nil else { continue }
      _ = try ledger.record([rate(text, on: date)], as: draft(), onConflict: .restate)
    }
  }
}
