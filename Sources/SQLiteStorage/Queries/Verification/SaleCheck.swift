import LedgerCore
import SQLite

/// Adds up sales, order by order, and compares with the totals that are kept.
struct SaleCheck {
  private let connection: Connection
  private let known: KnownRows
  private let currencies: Currencies
  private var changes = SaleTotalChanges()
  private var movements: [Movement] = []
  private var source: Int64 = .min
  private var order = ""
  private var flaws: [Verification.Flaw] = []
  private var findings: [AuditFinding] = []
  private var lastEntry: Int64 = .min
  private var rows: Int64 = 0
  /// Neighbours are mostly of one market, which is looked up once.
  private var lastMarket = ""
  /// Of all quantities, so that none of their sums can pass 64 bits.
  private var magnitude: UInt64 = 0

  init(connection: Connection, known: KnownRows) throws(SQLiteError) {
    self.connection = connection
    self.known = known
    currencies = try Currencies(connection: connection)
  }

  /// Takes the next row of `sale`.
  mutating func take(_ row: borrowing Row) throws(SQLiteError) {
    rows += 1
    let (source, order) = (try row.integer(0), try row.text(1))
    if source != self.source || !order.utf8.elementsEqual(self.order.utf8) {
      addOrder()
      (self.source, self.order) = (source, order)
    }
    let line = try row.integer(2)
    func refuse(_ reason: String) {
      flaws.append(
        .init(
          .references, entry: try? row.integer(4), table: SaleTable.name,
          row: "source \(source), order \(order), line \(line)", reason: reason))
    }
    let (market, event) = (try row.text(5), try row.optionalInteger(6))
    if known.sources[source] == nil { refuse("names a row of sale_source that is not there") }
    if market != lastMarket, !known.markets.contains(market) {
      refuse("names a row of market that is not there")
    }
    lastMarket = market
    if let event, known.events[event] == nil {
      refuse("names a row of event that is not there")
    }
    let entry = try row.integer(4)
    if known.voided.contains(entry) { return }
    guard let currency = currencies[try row.text(10)] else {
      return refuse("names a row of currency that is not there")
    }
    let quantity = try row.integer(8)
    let (sum, overflow) = magnitude.addingReportingOverflow(quantity.magnitude)
    guard let kind = Sale.Kind(rawValue: try row.text(3)), !overflow, sum <= UInt64(Int64.max),
      let at = Instant(milliseconds: try row.integer(11))
    else { return refuse("is none that this program records, and is not added up") }
    magnitude = sum
    lastEntry = max(lastEntry, entry)
    movements.append(
      Movement(
        event: event, market: Market.Code(market), currency: currency,
        product: try row.optionalText(7), kind: kind, line: line, at: at, quantity: quantity,
        micros: try row.integer(9)))
  }

  mutating func end(_ result: inout Verification) throws(SQLiteError) {
    addOrder()
    for flaw in flaws { result.add(flaw) }
    for finding in findings { result.add(finding) }
    result.count(.references, rows)
    try compare(
      EventSaleTotalTable.self,
      changes.ofEvents.map { (["\($0.event)", $0.currency.code], $1) }, &result)
    try compare(
      EventSaleQuarterTable.self,
      changes.ofEventQuarters.map {
        (["\($0.event)", $0.currency.code, "\($0.quarter)"], $1)
      }, &result)
    try compare(
      MarketSaleTotalTable.self,
      changes.ofMarkets.map {
        (
          ["\($0.market)", $0.currency.code, "\($0.quarter)", $0.isCredited ? "1" : "0"], $1
        )
      }, &result)
    try compare(
      ProductSaleTotalTable.self,
      changes.ofProducts.map {
        (
          ["\($0.market)", "\($0.event ?? 0)", $0.product?.text ?? "", $0.currency.code], $1
        )
      }, &result)
  }

  private mutating func addOrder() {
    changes.add(movements)
    auditOrder()
    movements.removeAll(keepingCapacity: true)
    lastEntry = .min
  }

  /// Whether more came back than the order came to, in one of its currencies.
  private mutating func auditOrder() {
    let isBack: Set<Sale.Kind> = [.cancellation, .refund]
    guard movements.contains(where: { isBack.contains($0.kind) }) else { return }
    for currency in Set(movements.map(\.currency.code)).sorted() {
      let own = movements.filter { $0.currency.code == currency }
      let sold = own.filter { $0.kind == .sale }
      guard let first = sold.first else { continue }
      let gross = sold.reduce(into: Int128(0)) { $0 += Int128($1.micros) }
      let back = own.filter { isBack.contains($0.kind) }
        .reduce(into: Int128(0)) { $0 -= Int128($1.micros) }
      guard back > gross else { continue }
      func text(_ micros: Int128) -> String {
        Money(micros: micros, currency: first.currency).exactText
      }
      findings.append(
        AuditFinding(
          rule: .refundAboveSale, subject: "\(known.sources[source] ?? "?")/\(order)",
          entry: lastEntry,
          detail: "\(text(back)) \(currency) came back of \(text(gross)) \(currency)"))
    }
  }

  /// Compares totals by the texts of their keys.
  private func compare(
    _ table: any Table.Type, _ totals: [([String], SaleTotals)], _ result: inout Verification
  ) throws(SQLiteError) {
    var own: [[ByteText]: [Int128]] = [:]
    for (key, totals) in totals { own[key.map(ByteText.init)] = totals.columns }
    let names = table.columns.map(\.name)
    let width = table.key.count
    var statement = try connection.uncachedStatement(
      "SELECT \(names.joined(separator: ", ")) FROM \(table.name)")
    try statement.forEach { row throws(SQLiteError) in
      var key: [ByteText] = []
      for column in 0..<width { key.append(ByteText(try row.value(column).shown)) }
      var kept: [Int128] = []
      for column in width..<names.count { kept.append(Int128(try row.integer(column))) }
      result.count(.totals, 1)
      // What was taken back leaves a total of nothing.
      let sums = own.removeValue(forKey: key) ?? kept.map { _ in 0 }
      if sums != kept {
        result.add(
          .init(
            .totals, table: table.name, row: Self.named(table.key, key),
            reason: "is not what the sales add up to"))
      }
    }
    for key in own.keys {
      result.add(
        .init(
          .totals, table: table.name, row: Self.named(table.key, key),
          reason: "is missing, and there are sales that add up to it"))
    }
  }

  private static func named(_ names: [String], _ values: [ByteText]) -> String {
    zip(names, values).map { "\($0) \($1.text)" }.joined(separator: ", ")
  }
}

extension SaleTotals {
  /// In the order of ``SaleTotalColumns``.
  fileprivate var columns: [Int128] {
    [
      Int128(orders), Int128(paidOrders), Int128(lines), Int128(units), Int128(unitsCancelled),
      Int128(unitsRefunded), gross, cancelled, refunded, adjusted,
    ]
  }
}
