import LedgerCore
import Rows

/// Adds up sales, order by order, and compares them with the stored totals.
struct SaleCheck {
  private let session: any BookSession
  private let known: KnownRows
  private let currencies: Currencies
  private let credits: StandingCredits
  private var changes = SaleTotalChanges()
  private var lines: [SaleLine] = []
  private var source: Int64 = .min
  private var order: [UInt8] = []
  private var flaws: [Verification.Flaw] = []
  private var findings: [AuditFinding] = []
  private var twice = TwiceRecordedSales()
  /// Findings about a market that count only if some of its movements name an event.
  private var openReturns: [(market: Market.Code, finding: AuditFinding)] = []
  private var lastEntry: Int64 = .min
  private var rows: Int64 = 0
  // Neighbouring rows mostly name the same value, which is looked up once.
  private var markets = LastText<(code: Market.Code, isKnown: Bool)>()
  private var currency = LastText<Currency>()
  private var kind = LastText<Sale.Kind>()
  private var products: [[UInt8]: Int] = [:]
  private var noProduct: Int?
  /// The sum of all quantities without signs, so that no sum of quantities can exceed 64 bits.
  private var magnitude: UInt64 = 0

  init(session: any BookSession, known: KnownRows) throws(StorageError) {
    self.session = session
    self.known = known
    currencies = try Currencies(session: session)
    credits = try StandingCredits(session: session)
  }

  /// Takes the next row of `sale`.
  mutating func take(_ row: borrowing RowBuffer) throws(StorageError) {
    rows += 1
    let source = try row.known(0)
    let number = try row.knownText(1)
    if source != self.source || number != order[...] {
      addOrder()
      (self.source, order) = (source, Array(number))
    }
    let (line, entry) = (try row.known(2), try row.known(4))
    var refusals: [String] = []
    defer {
      for reason in refusals {
        let order = String(decoding: number, as: UTF8.self)
        flaws.append(
          .init(
            .references, entry: entry, table: SaleTable.name,
            row: "source \(source), order \(order), line \(line)", reason: reason))
      }
    }
    let known = known
    let market = markets.value(of: try row.knownText(5)) { text in
      (Market.Code(text), known.markets.contains(text))
    }
    let event = row.type(6) == .null ? nil : try row.known(6)
    if known.sources[source] == nil {
      refusals.append("names a row of sale_source that is not there")
    }
    if market?.isKnown != true { refusals.append("names a row of market that is not there") }
    if let event, known.events[event] == nil {
      refusals.append("names a row of event that is not there")
    }
    if known.voided.contains(entry) { return }
    let currencies = currencies
    guard let market, let currency = currency.value(of: try row.knownText(10), { currencies[$0] })
    else { return refusals.append("names a row of currency that is not there") }
    let quantity = try row.known(8)
    let (sum, overflow) = magnitude.addingReportingOverflow(quantity.magnitude)
    guard let kind = kind.value(of: try row.knownText(3), { Sale.Kind(rawValue: $0) }),
      !overflow, sum <= UInt64(Int64.max), let at = Instant(milliseconds: try row.known(11))
    else { return refusals.append("is none that this program records, and is not added up") }
    magnitude = sum
    lastEntry = max(lastEntry, entry)
    let credit = credits.credit(source, number, line, in: market.code)
    let credited = (credit ?? event).map(credits.listed)
    let own = SaleLine(
      group: changes.names.place(
        of: SaleNames.Group(event: credited, market: market.code, currency: currency)),
      product: try product(row), kind: kind, line: line, at: at,
      notBefore: row.type(13) == .null ? at : Instant(milliseconds: try row.known(13)) ?? at,
      quantity: quantity, isQuantityUnknown: try row.known(12) != 0, micros: try row.known(9))
    lines.append(own)
    if credit != nil { changes.addCredited(own) }
    twice.take(order, own)
  }

  /// The index of the product among the names.
  private mutating func product(_ row: borrowing RowBuffer) throws(StorageError) -> Int {
    if row.type(7) == .null {
      let place = noProduct ?? changes.names.place(ofProduct: nil)
      noProduct = place
      return place
    }
    let text = Array(try row.knownText(7))
    if let place = products[text] { return place }
    let place = changes.names.place(ofProduct: String(decoding: text, as: UTF8.self))
    products[text] = place
    return place
  }

  mutating func end(_ result: inout Verification) throws(StorageError) {
    addOrder()
    for flaw in flaws { result.add(flaw) }
    let ofShows = Set(changes.names.groups.filter { $0.event != nil }.map(\.market))
    for (market, finding) in openReturns where ofShows.contains(market) { result.add(finding) }
    for finding in findings { result.add(finding) }
    try twice.end(session, &result)
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
      EventCreditQuarterTable.self,
      changes.ofCredits.map {
        (["\($0.event)", $0.currency.code, "\($0.quarter)"], [Int128($1.lines), $1.gross])
      }, joined: { [$0[0], $0[1] + $0[2] * SaleTotalColumns.base] }, &result)
    let ofMarkets = changes.ofMarkets
    try compare(
      MarketSaleTotalTable.self,
      ofMarkets.map {
        (
          ["\($0.market)", $0.currency.code, "\($0.quarter)", $0.isCredited ? "1" : "0"], $1
        )
      }, &result)
    try compare(
      MarketSaleDayTable.self,
      SaleTotalChanges.byDay(ofMarkets).map {
        (["\($0.market)", $0.currency.code, "\($0.day)", $0.isCredited ? "1" : "0"], $1)
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
    changes.add(lines[...], toKnown: [])
    auditOrder()
    auditNumber()
    auditReturns()
    lines.removeAll(keepingCapacity: true)
    lastEntry = .min
  }

  /// Reports if nobody can see how the number of an order, or its source, is written.
  private mutating func auditNumber() {
    guard !lines.isEmpty else { return }
    let source = known.sources[source] ?? "?"
    // Most numbers are plain, and need no text.
    let isPlain = order.allSatisfy { $0 < 0x80 } && source.utf8.allSatisfy { $0 < 0x80 }
    let subject = isPlain ? "" : "\(source)/\(String(decoding: order, as: UTF8.self))"
    guard let character = subject.invisibleCharacter else { return }
    findings.append(
      AuditFinding(
        rule: .invisibleCharacter, subject: subject, entry: lastEntry,
        detail: "has the invisible character \(character.name)"))
  }

  /// Reports if more came back than the order amounted to, in one of its currencies.
  private mutating func auditOrder() {
    guard lines.contains(where: \.comesBack) else { return }
    let groups = changes.names.groups
    for currency in Set(lines.map { groups[$0.group].currency }).sorted(by: { $0.code < $1.code }) {
      let own = lines.filter { groups[$0.group].currency == currency }
      let sold = own.filter { $0.kind == .sale }
      guard !sold.isEmpty else { continue }
      let gross = sold.reduce(into: Int128(0)) { $0 += Int128($1.micros) }
      let back = own.filter(\.comesBack).reduce(into: Int128(0)) { $0 -= Int128($1.micros) }
      guard back > gross else { continue }
      func text(_ micros: Int128) -> String {
        Money(micros: micros, currency: currency).exactText
      }
      let number = String(decoding: order, as: UTF8.self)
      findings.append(
        AuditFinding(
          rule: .refundAboveSale, subject: "\(known.sources[source] ?? "?")/\(number)",
          entry: lastEntry,
          detail: "\(text(back)) \(currency.code) came back of \(text(gross)) \(currency.code)"))
    }
  }

  /// Reports cancellations and refunds that name no event, if their order does not say which.
  private mutating func auditReturns() {
    let names = changes.names
    guard lines.contains(where: { $0.comesBack && names.groups[$0.group].event == nil })
    else { return }
    let open = RecordedCredit.unsettled(lines.map(names.movement))
    let number = String(decoding: order, as: UTF8.self)
    struct Part: Hashable {
      let market: Market.Code
      let currency: Currency
    }
    let parts = Dictionary(grouping: open) { Part(market: $0.market, currency: $0.currency) }
    for (part, own) in parts.sorted(by: { "\($0.key)" < "\($1.key)" }) {
      let back = Money(
        micros: own.reduce(0) { $0 - Int128($1.micros) }, currency: part.currency)
      let finding = AuditFinding(
        rule: .refundWithoutShow, subject: "\(known.sources[source] ?? "?")/\(number)",
        entry: lastEntry,
        detail: "\(back.exactText) \(part.currency.code) came back and names no show, "
          + "nor do the lines sold say which")
      openReturns.append((part.market, finding))
    }
  }

  /// Compares totals by the texts of their keys.
  private func compare(
    _ table: any Table.Type, _ totals: [([String], SaleTotals)], _ result: inout Verification
  ) throws(StorageError) {
    try compare(
      table, totals.map { ($0, $1.columns) }, joined: SaleTotalColumns.joined, &result)
  }

  /// `joined`: makes the sums of the columns that a row has.
  private func compare(
    _ table: any Table.Type, _ totals: [([String], [Int128])],
    joined: ([Int128]) -> [Int128], _ result: inout Verification
  ) throws(StorageError) {
    var own: [[ByteText]: [Int128]] = [:]
    for (key, sums) in totals { own[key.map(ByteText.init)] = sums }
    let names = table.columns.map(\.name)
    let width = table.key.count
    try session.forEach("SELECT \(names.joined(separator: ", ")) FROM \(table.name)") {
      row throws(StorageError) in
      var key: [ByteText] = []
      for column in 0..<width { key.append(ByteText(try row.value(column).shown)) }
      var kept: [Int128] = []
      for column in width..<names.count { kept.append(Int128(try row.integer(column))) }
      kept = joined(kept)
      result.count(.totals, 1)
      // Sales that were all taken back leave a total of zero.
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

/// What a text stands for, looked up again only if the text differs from the last one.
private struct LastText<Value> {
  private var text: [UInt8] = []
  private var last: Value?

  mutating func value(of text: ArraySlice<UInt8>, _ lookUp: (String) -> Value?) -> Value? {
    if last != nil, text == self.text[...] { return last }
    self.text = Array(text)
    last = lookUp(String(decoding: text, as: UTF8.self))
    return last
  }
}

extension SaleLine {
  fileprivate var comesBack: Bool { kind == .cancellation || kind == .refund }
}

extension RowBuffer {
  /// The bytes of the text in a column.
  fileprivate func knownText(_ column: Int) throws(StorageError) -> ArraySlice<UInt8> {
    guard column < count, type(column) == .text else {
      throw StorageError(.mismatch, "column \(column) is not text")
    }
    return bytes(column)
  }
}

extension SaleTotals {
  /// The totals in the order of ``SaleTotalColumns``.
  fileprivate var columns: [Int128] {
    [
      Int128(orders), Int128(paidOrders), Int128(lines), Int128(units), Int128(unitsCancelled),
      Int128(unitsRefunded), gross, cancelled, refunded, adjusted,
      Int128(salesWithoutUnits), Int128(cancellationsWithoutUnits), Int128(refundsWithoutUnits),
    ]
  }
}
