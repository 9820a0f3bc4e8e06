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
  /// Everything that was ever recorded as sold, with the entries that recorded it and took it back.
  private(set) var versions: [(sale: Sale, entry: Int64, voidedBy: Int64?)] = []
  /// What each entry recorded, oldest first.
  private(set) var entries: [Recorded] = []
  /// Every version of every count, in the order in which they were recorded.
  private(set) var counts: [(count: AudienceCount, entry: Int64)] = []
  /// What a euro was worth in pounds, by day.
  private(set) var rates: [String: Double] = [:]
  private let zones: [Market.Code: LedgerCore.TimeZone]
  private var random: SeededGenerator

  /// An entry: when it was recorded, and how many facts of each kind.
  struct Recorded {
    let number: Int64
    let at: Instant
    var (shows, counts, sales) = (0, 0, 0)
    var voidedBy: Int64?
  }

  init(seed: UInt64) throws {
    random = SeededGenerator(seed: seed)
    ledger = try SQLiteLedger.inMemory()
    let name = random.pick(["Europe/London", "America/Los_Angeles", "Asia/Kathmandu"])
    zones = [
      uk: try #require(ZoneDatabase.zone(name)),
      germany: try #require(ZoneDatabase.zone("Europe/Berlin")),
    ]
    try add(ledger.record([Setting(.zone(uk), to: name)], as: nextDraft()).entry)
    try addShows()
    try addSales()
    try addCounts()
    try addRates()
  }

  /// A draft of the next entry, some hours after the last one.
  private func nextDraft() throws -> Entry.Draft {
    let hours = Int64(entries.count) * 7
    let at = try #require(Instant(milliseconds: 1_648_771_200_000 + hours * 3_600_000))
    return Entry.Draft(recordedAt: at, command: "test")
  }

  /// Notes an entry and what it recorded.
  private mutating func add(
    _ entry: Int64?, shows: Int = 0, counts: Int = 0, sales: Int = 0
  ) throws {
    guard let entry else { return }
    entries.append(
      Recorded(
        number: entry, at: try nextDraft().recordedAt, shows: shows, counts: counts, sales: sales))
  }

  /// What the clocks of a market show.
  func civil(_ at: Instant, in market: Market.Code) throws -> CivilTime {
    try #require(zones[market]).civil(at)
  }

  /// The market of a sale.
  func market(of sale: Sale) -> Market.Code {
    sale.market ?? shows.first { $0.key == sale.event }?.market ?? uk
  }

  /// What movements add up to, in units of their currency.
  func net(_ sales: [Sale]) -> Double {
    Double(sales.reduce(0) { $0 + $1.amount.micros }) / 1e6
  }

  /// The number of different orders with a line of kind `sale`.
  func orders(_ sales: [Sale]) -> Double {
    let sold = sales.filter { $0.key.kind == .sale }
    return Double(Set(sold.map { "\($0.key.source)/\($0.key.order)" }).count)
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
          title: "a", startsAt: start, endsAt: end, brands: some(of: ["Aurora", "Borealis"]),
          creators: some(of: ["Amy", "Bob", "Cat"]).map {
            try Creator(name: $0, role: random.pick(Creator.Role.allCases))
          }))
    }
    try add(ledger.record(shows, as: nextDraft()).entry, shows: shows.count)
  }

  /// Some of a few names, or none, in any order.
  private mutating func some(of names: [String]) -> [String] {
    Array(names.shuffled(using: &random).prefix(Int(random.number(0...Int64(names.count)))))
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
        let kind = random.pick([.sale, .sale, .sale, .sale, .refund] + Sale.Kind.allCases)
        let sign: Int64 = kind == .refund || kind == .cancellation ? -1 : 1
        let quantity = kind == .adjustment ? 0 : sign * random.number(1...3)
        sales.append(
          try Sale(
            source: source, order: "\(order / 2)", line: Int64(order % 2) * 10 + line, kind: kind,
            product: random.pick(["p", "q", "r", nil]),
            quantity: random.chance(3) ? nil : quantity,
            // Whole pennies, also for each of two or three creators.
            amount: Money(
              micros: Int128(sign * random.number(1...1666)) * 60_000, currency: currency),
            at: at, event: show?.key, market: show == nil ? market : nil))
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
    let third = sales.count / 3
    for part in [sales[..<third], sales[third..<(2 * third)], sales[(2 * third)...]] {
      if random.chance(50) {
        var mistakes: [Sale] = []
        for sale in part { mistakes.append(try mistake(about: sale)) }
        try recordSales(mistakes, isWrong: true)
      }
      try recordSales(Array(part), isWrong: false)
    }
  }

  /// A sale as it was recorded by mistake: of twice the amount, and some of them never made.
  private mutating func mistake(about sale: Sale) throws -> Sale {
    let isMade = random.chance(70)
    return try Sale(
      source: sale.key.source, order: isMade ? sale.key.order : "wrong \(sale.key.order)",
      line: sale.key.line, kind: sale.key.kind, product: sale.product,
      quantity: isMade ? sale.quantity : nil,
      amount: Money(micros: 2 * sale.amount.micros, currency: sale.amount.currency), at: sale.at,
      event: isMade ? sale.event : random.pick(shows).key, market: isMade ? sale.market : nil)
  }

  /// Records sales in an entry, which is taken back if they are wrong.
  private mutating func recordSales(_ sales: [Sale], isWrong: Bool) throws {
    guard let entry = try ledger.record(sales, as: nextDraft()).entry else { return }
    try add(entry, sales: sales.count)
    var voidedBy: Int64?
    if isWrong {
      voidedBy = try ledger.void(entry, reason: "wrong", as: nextDraft()).entry
      entries[entries.count - 1].voidedBy = voidedBy
      try add(voidedBy)
    }
    versions += sales.map { ($0, entry, voidedBy) }
  }

  private static let metrics: [Metric] = [
    .concurrent, .views, .uniqueViewers, .addToCart, .productImpressions, .productClicks,
  ]

  private mutating func addCounts() throws {
    for show in shows where random.chance(70) {
      for metric in Self.metrics where random.chance(70) {
        // Some shows are small, and some are counted twice within a second.
        let most = random.pick([5, 5000] as [Int64])
        for step in 0...random.number(0...3) {
          let after = step * random.pick([60_000, 60_000, 500])
          let at = try #require(Instant(milliseconds: show.startsAt.milliseconds + after))
          for _ in 0...random.number(0...2) {
            let count = try AudienceCount(
              event: show.key, metric: metric, at: at, count: random.number(0...most))
            let recording = try ledger.record([count], as: nextDraft(), onConflict: .restate)
            guard let entry = recording.entry else { continue }
            counts.append((count, entry))
            try add(entry, counts: 1)
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
      try add(
        ledger.record([rate(text, on: date)], as: nextDraft(), onConflict: .restate).entry)
    }
  }
}
