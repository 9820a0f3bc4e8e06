public import LedgerCore

/// What a file says in sum, to compare with the page of the platform that it comes from.
///
/// Facts count that are in the book in the end, also those that were there before.
public struct ImportSums: Equatable, Sendable {
  /// Sales of a currency.
  public struct Sales: Equatable, Sendable {
    /// Units of sales, without those that came back.
    public internal(set) var units: Int128 = 0
    /// Units that came back.
    public internal(set) var returnedUnits: Int128 = 0
    /// Whether the units of some are not known.
    public internal(set) var hasUnknownUnits = false
    /// Millionths of the currency's unit, by kind.
    public internal(set) var micros: [Sale.Kind: Int128] = [:]
    /// Hashes of sources and orders, which no file can make collide.
    var orders: Set<Int> = []
    /// The same with line and kind: rows of an order may each repeat what is of the whole order.
    var movements: Set<Int> = []
    /// Orders with a sale; `nil` for more than are kept apart.
    public var orderCount: Int? { orders.count < Self.orderLimit ? orders.count : nil }

    static let orderLimit = 1_000_000
  }

  /// Shows.
  public struct Shows: Equatable, Sendable {
    /// How many there are.
    public internal(set) var count: Int64 = 0
    /// How many of them do not say when they ended.
    public internal(set) var openCount: Int64 = 0
    /// The time of the others, in milliseconds.
    public internal(set) var milliseconds: Int64 = 0
  }

  /// Audience counts of a metric.
  public struct Counts: Equatable, Sendable {
    /// How many there are.
    public internal(set) var count: Int64 = 0
    /// Their sum, where each show has one: running totals of one show do not add up.
    public internal(set) var sum: Int128?
    /// The time of the first one.
    public internal(set) var first: Instant
    /// The time of the last one.
    public internal(set) var last: Instant
  }

  /// By the code of the currency.
  public internal(set) var sales: [String: Sales] = [:]
  /// The shows.
  public internal(set) var shows = Shows()
  /// By metric.
  public internal(set) var counts: [Metric: Counts] = [:]
  /// What platforms report, but for averages; by measure, and by currency if it is money.
  public internal(set) var totals: [Total: Int128] = [:]

  /// What a platform reports.
  public struct Total: Hashable, Sendable {
    let measure: Measure
    let currency: Currency?
  }

  private var currencies: [String: Currency] = [:]

  /// Adds the facts of a batch, but for those that the book does not take, and rows that repeat
  /// others.
  mutating func add<F: ImportedFact>(
    _ batch: Batch<F>, _ outcomes: Outcomes<F>, but repeats: [Int: Int]
  ) {
    let refused = outcomes.others.filter { other in
      if case .restated = other.outcome { false } else { true }
    }
    let left = Set(refused.map(\.place)).union(repeats.keys)
    add(batch.facts) { !left.contains($0) }
  }

  private mutating func add(_ facts: some FactList, where isInBook: (Int) -> Bool) {
    switch facts {
    case let sales as SaleBatch: add(sales, where: isInBook)
    case let batch as AudienceBatch:
      for index in batch.rows.indices where isInBook(index) {
        let row = batch.rows[index]
        add(row.metric, nil, at: row.at)
      }
    case let events as [Event]:
      for index in events.indices where isInBook(index) { add(events[index]) }
    case let facts as [ShowFact]:
      for index in facts.indices where isInBook(index) {
        switch facts[index] {
        case .event(let event): add(event)
        case .count(let count): add(count.metric, count.count, at: count.at)
        case .total(let total): add(total)
        }
      }
    default: break
    }
  }

  private mutating func add(_ batch: SaleBatch, where isInBook: (Int) -> Bool) {
    for (index, row) in batch.rows.enumerated() where isInBook(index) {
      let shared = batch.shared[row.shared]
      currencies[shared.currency.code] = shared.currency
      var sum = sales[shared.currency.code] ?? Sales()
      // One reference, so that the set of orders is not copied for each row.
      sales[shared.currency.code] = nil
      defer { sales[shared.currency.code] = sum }
      var hasher = Hasher()
      hasher.combine(shared.source)
      hasher.combine(batch.text[row.order])
      let order = hasher.finalize()
      hasher = Hasher()
      hasher.combine(order)
      hasher.combine(row.line)
      hasher.combine(row.kind)
      if sum.movements.count < Sales.orderLimit {
        guard sum.movements.insert(hasher.finalize()).inserted else { continue }
      }
      sum.micros[row.kind, default: 0] += Int128(row.micros)
      if row.isQuantityUnknown { sum.hasUnknownUnits = true }
      if row.quantity < 0 {
        sum.returnedUnits -= Int128(row.quantity)
      } else {
        sum.units += Int128(row.quantity)
      }
      if row.kind == .sale, sum.orders.count < Sales.orderLimit { sum.orders.insert(order) }
    }
  }

  private mutating func add(_ event: Event) {
    shows.count += 1
    if let duration = event.duration {
      shows.milliseconds += duration
    } else {
      shows.openCount += 1
    }
  }

  private mutating func add(_ metric: Metric, _ number: Int64?, at: Instant) {
    var sum = counts[metric] ?? Counts(first: at, last: at)
    sum.count += 1
    if let number { sum.sum = (sum.sum ?? 0) + Int128(number) }
    (sum.first, sum.last) = (min(sum.first, at), max(sum.last, at))
    counts[metric] = sum
  }

  private mutating func add(_ total: ReportedTotal) {
    switch total.measure {
    // Averages of shows do not add up.
    case .averageConcurrent, .averageWatchSeconds, .averageWatchSecondsPerViewer: return
    default: break
    }
    let key = Total(measure: total.measure, currency: total.money?.currency)
    switch total.amount {
    case .money(let money): totals[key, default: 0] += money.micros
    case .number(let number): totals[key, default: 0] += number.micros
    }
  }

  /// The sums of both files together.
  static func + (left: ImportSums, right: ImportSums) -> ImportSums {
    var sum = left
    sum.currencies.merge(right.currencies) { first, _ in first }
    for (code, other) in right.sales {
      var own = sum.sales[code] ?? Sales()
      own.units += other.units
      own.returnedUnits += other.returnedUnits
      own.hasUnknownUnits = own.hasUnknownUnits || other.hasUnknownUnits
      own.micros.merge(other.micros, uniquingKeysWith: +)
      own.orders.formUnion(other.orders)
      own.movements.formUnion(other.movements)
      sum.sales[code] = own
    }
    sum.shows.count += right.shows.count
    sum.shows.openCount += right.shows.openCount
    sum.shows.milliseconds += right.shows.milliseconds
    sum.counts.merge(right.counts) { own, other in
      Counts(
        count: own.count + other.count,
        sum: own.sum == nil && other.sum == nil ? nil : (own.sum ?? 0) + (other.sum ?? 0),
        first: min(own.first, other.first), last: max(own.last, other.last))
    }
    sum.totals.merge(right.totals, uniquingKeysWith: +)
    return sum
  }
}

// MARK: In words

extension ImportSums {
  /// A line for the sales of each currency, one for the shows, and one for each metric and measure.
  public var lines: [String] {
    var lines = sales.keys.sorted().compactMap { code in
      sales[code].flatMap { sum in currencies[code].map { line(sum, $0) } }
    }
    if shows.count > 0 {
      let hours = Decimal(micros: Int128(shows.milliseconds) * 1000 / 3600).grouped(decimals: 2)
      let open = shows.openCount == 0 ? "" : ", \(grouped(shows.openCount)) without an end"
      lines.append("shows \(grouped(shows.count)), hours \(hours)\(open)")
    }
    for (metric, sum) in counts.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      let total = sum.sum.map { Decimal(micros: $0 * 1_000_000).grouped(decimals: 0) }
      lines.append(
        "\(metric.rawValue): \(grouped(sum.count)) \(sum.count == 1 ? "count" : "counts")"
          + (total.map { ", in sum \($0)" } ?? "") + ", first at \(sum.first), last at \(sum.last)")
    }
    let sorted = totals.sorted {
      ($0.key.measure.rawValue, $0.key.currency?.code ?? "")
        < ($1.key.measure.rawValue, $1.key.currency?.code ?? "")
    }
    for (total, micros) in sorted {
      let decimals = total.currency?.digits ?? (micros.isMultiple(of: 1_000_000) ? 0 : 2)
      let text = Decimal(micros: micros).grouped(decimals: decimals)
      let code = total.currency.map { " \($0.code)" } ?? ""
      lines.append("\(total.measure.rawValue) as reported: \(text)\(code)")
    }
    return lines
  }

  private func line(_ sum: Sales, _ currency: Currency) -> String {
    func money(_ micros: Int128) -> String {
      Decimal(micros: micros).grouped(decimals: currency.digits)
    }
    let orders = sum.orderCount.map { grouped(Int64($0)) } ?? "more than 1,000,000"
    var parts = [
      "orders \(orders)",
      "units \(sum.units)" + (sum.hasUnknownUnits ? " and some unknown" : ""),
      "gross \(money(sum.micros[.sale] ?? 0))",
    ]
    let words: [(kind: Sale.Kind, word: String)] = [
      (.cancellation, "cancellations"), (.refund, "refunds"), (.adjustment, "adjustments"),
    ]
    for (kind, word) in words {
      if let micros = sum.micros[kind] { parts.append("\(word) \(money(micros))") }
    }
    if sum.returnedUnits > 0 { parts.append("units that came back \(sum.returnedUnits)") }
    parts.append("net \(money(sum.micros.values.reduce(0, +)))")
    return "\(currency.code): \(parts.joined(separator: ", "))"
  }
}
