import LedgerCore
import Tabular

/// Rows that are movements of units and money.
struct SaleRowReader: RowReader {
  private let mapping: Mapping
  private let filter: RowFilter
  private let times: TimeReading
  private let amounts: AmountReading
  private let numbers: NumberReading
  private let movements: MovementReading
  private let observation: ObservationReading
  private let key: KeyReading?
  private let order: Cell
  private let at: Cell
  private var event: EventKeyReading?
  private var market: MarketReading?
  /// Made with the first row, so that who copies this before does not copy the room for it.
  private var positions: OrderPositions?
  private var repeats: RepeatedLines?
  /// The last order of the file before, until the first row of this one.
  private var continuing: OpenOrder?
  private var lastPosition: Int64 = 0
  private(set) var isFull = false
  private(set) var foldedTexts = 0
  private let hasProductAliases: Bool
  private var plain: PlainSales?
  /// The statuses of a known export's orders.
  private var statuses: StatusColumns?

  init?(
    _ mapping: Mapping, times: TimeReading, reference: Reference, file: String,
    continuing: OpenOrder?, now: @escaping () -> Instant
  ) {
    guard let order = mapping.cells[.order], let at = mapping.cells[.at],
      let amounts = AmountReading(mapping, reference: reference)
    else { return nil }
    let numbers = NumberReading(mapping, reference: reference)
    self.mapping = mapping
    self.times = times
    self.amounts = amounts
    self.order = order
    self.at = at
    self.continuing = continuing
    self.numbers = numbers
    filter = RowFilter(mapping, numbers)
    observation = ObservationReading(mapping, times: times, file: file, now: now)
    movements = MovementReading(
      mapping: mapping, filter: filter, times: times, numbers: numbers, observation: observation)
    hasProductAliases = mapping.profile.nameAliases[.product] != nil
    key = KeyReading(mapping)
    plain = PlainSales(mapping, times: times)
    statuses = mapping.profile.isOwn ? nil : StatusColumns(mapping.header)
    event = mapping.cells[.event].map(EventKeyReading.init)
    market = mapping.cells[.market].map {
      MarketReading($0, mapping: mapping, reference: reference)
    }
  }

  var isOfManyStatuses: Bool { statuses.map { !$0.areOfOneStatus } ?? false }

  var lastOrder: OpenOrder? {
    guard let carried = mapping.carried, let order = carried.order else { return nil }
    let texts = carried.texts.map { (mapping.header[$0.key], $0.value) }
    return OpenOrder(
      profile: mapping.profile.name, order: order,
      texts: Dictionary(texts, uniquingKeysWith: { first, _ in first }), rows: lastPosition)
  }

  func columnName(_ field: Field, of fact: Sale) -> String? { mapping.columnName(field) }

  mutating func read(
    _ row: borrowing some RecordReader & ~Copyable, into batch: inout Batch<Sale>
  ) throws(RowFault) -> RowFilter.Verdict {
    if plain?.add(row, to: &batch.facts) == true {
      statuses?.add(row)
      return .read
    }
    resume(row)
    mapping.carried?.update(row)
    // Every row of the order counts, so that a rule can change and the positions stay.
    let position = try nextPosition(row)
    let known = kind(row)
    if case .skip(let name) = try filter.verdict(row, kind: try? known.get()) {
      return .skip(name)
    }
    let kind = try known.get()
    try checkOrder(row)
    let line = if let position { position } else { try self.line(row, kind) }
    let own = mapping.kindCells.isEmpty ? nil : mapping.kindCells[kind]
    var (quantity, amount) = try amounts.quantityAndAmount(row, own)
    amount = try discounted(amount, row, kind)
    if mapping.profile.signsByKind { (quantity, amount) = signed(quantity, amount, kind) }
    var instant: Instant?
    do throws(RowFault) { instant = try times.instant(own?.at ?? at, row) } catch {
      // A local time that needs the zone of its market is read again below.
      guard times.needsMarket(error) else { throw error }
    }
    let credited: EventKey? =
      if let cell = mapping.cells[.event], !cell.withBytes(row, { $0.isEmpty }) {
        try event?.key(row, in: mapping)
      } else { try key?.key(row, startsAt: nil) }
    let code: Market.Code? =
      if let market, !market.isEmpty(row) { try self.market?.code(row, in: mapping) } else { nil }
    let time =
      if let instant { instant } else {
        try times.instant(own?.at ?? at, row) {
          $0.zone(of: credited) ?? $0.zone(of: code)
        }
      }
    let notBefore = try self.notBefore(row, credited, code)
    let observedAt = try observation.stated(row) {
      $0.zone(of: credited) ?? $0.zone(of: code)
    }
    let product = try self.product(own?.product ?? mapping.cells[.product], row)
    let sale: Sale
    do throws(LedgerError) {
      sale = try Sale(
        source: mapping.cells[.source]?.text(row).nonEmpty ?? mapping.profile.source,
        order: order.text(row), line: line, kind: kind, product: product,
        quantity: quantity, amount: amount, at: time, notBefore: notBefore,
        observedAt: observedAt, event: credited, market: code)
    } catch {
      throw RowFault(error, in: mapping)
    }
    try add(sale, row, to: &batch)
    return .read
  }

  /// Adds a sale, what sold it, and what else the row says of its order.
  private mutating func add(
    _ sale: Sale, _ row: borrowing some RecordReader & ~Copyable, to batch: inout Batch<Sale>
  ) throws(RowFault) {
    let credit = try self.credit(of: sale, row)
    batch.add(sale)
    if let credit { batch.addSeller(credit) }
    statuses?.add(row)
    plain?.remember(sale, row)
    for movement in try movements.movements(beside: sale, row) { batch.add(movement) }
  }

  /// What sold a line, if the row says so.
  private func credit(
    of sale: Sale, _ row: borrowing some RecordReader & ~Copyable
  ) throws(RowFault) -> Credit? {
    guard sale.key.kind == .sale else { return nil }
    let channel = try mapping.channel(row)
    let creator = try mapping.creator(row)
    guard channel != nil || creator != nil else { return nil }
    do {
      return try Credit(
        source: sale.key.source, order: sale.key.order, line: sale.key.line, event: nil,
        channel: channel, creator: creator, observedAt: sale.observedAt)
    } catch { throw RowFault(error, in: mapping) }
  }

  /// What was sold, by the name that the profile has for it.
  private mutating func product(
    _ cell: Cell?, _ row: borrowing some RecordReader & ~Copyable
  ) throws(RowFault) -> String? {
    guard let cell else { return nil }
    let text = cell.line(row, counting: &foldedTexts)
    if !hasProductAliases { return text.nonEmpty }
    return try mapping.name(text, of: .product, in: cell.column).nonEmpty
  }

  /// The earliest that a refund can have been made; `nil` if its time is exact.
  private func notBefore(
    _ row: borrowing some RecordReader & ~Copyable, _ event: EventKey?, _ market: Market.Code?
  ) throws(RowFault) -> Instant? {
    guard let cell = mapping.cells[.notBefore], !cell.withBytes(row, { $0.isEmpty }) else {
      return nil
    }
    return try times.instant(cell, row) { $0.zone(of: event) ?? $0.zone(of: market) }
  }

  /// The line, of which each further row gets one of its own if the profile says so.
  private mutating func line(
    _ row: borrowing some RecordReader & ~Copyable, _ kind: Sale.Kind
  ) throws(RowFault) -> Int64 {
    let line = try amounts.line(row)
    guard mapping.profile.separatesRepeats, line >= 0 else { return line }
    if repeats == nil { repeats = RepeatedLines() }
    let own = order.withBytes(row) { bytes in repeats?.line(line, of: bytes, kind) }
    guard let own else {
      isFull = true
      throw order.fault(row, .tooManyOrders)
    }
    return own
  }

  /// Refuses a row of an order whose first row is in another file, and a number that lost digits.
  private func checkOrder(_ row: borrowing some RecordReader & ~Copyable) throws(RowFault) {
    if let column = mapping.carried?.missing {
      throw RowFault(column: mapping.header[column], value: "", reason: .continuedOrder)
    }
    try order.checkExact(row)
  }

  /// The amount without the discounts that it does not yet take into account.
  private func discounted(
    _ amount: Money, _ row: borrowing some RecordReader & ~Copyable, _ kind: Sale.Kind
  ) throws(RowFault) -> Money {
    var micros = amount.micros
    for (cell, tests) in mapping.discounts where try filter.holds(tests, row, kind) {
      let text = cell.text(row)
      if text.isEmpty || mapping.profile.noValue.contains(text) { continue }
      let off = try numbers.money(cell, row, columnMark: nil, stated: amount.currency)
      // It lowers what was paid and what is paid back alike.
      micros -= micros.signum() * Int128(off.micros.magnitude)
    }
    return Money(micros: micros, currency: amount.currency)
  }

  /// Takes up the last order of the file before, if the first row continues it.
  private mutating func resume(_ row: borrowing some RecordReader & ~Copyable) {
    guard let open = continuing.take(), open.profile == mapping.profile.name,
      mapping.carried?.resume(open, in: mapping.header, row) == true,
      mapping.profile.countsPositions
    else { return }
    var positions = OrderPositions()
    order.withBytes(row) { bytes in
      for _ in 0..<open.rows { _ = positions.next(bytes) }
    }
    self.positions = positions
  }

  private func signed(
    _ quantity: Int64?, _ amount: Money, _ kind: Sale.Kind
  ) -> (Int64?, Money) {
    guard kind != .adjustment else { return (quantity, amount) }
    let sign: Int64 = kind == .sale ? 1 : -1
    let micros = Int128(amount.micros.magnitude) * Int128(sign)
    return (
      quantity.map { Int64($0.magnitude) * sign }, Money(micros: micros, currency: amount.currency)
    )
  }

  private mutating func nextPosition(_ row: borrowing some RecordReader & ~Copyable)
    throws(RowFault) -> Int64?
  {
    guard mapping.profile.countsPositions else { return nil }
    if positions == nil { positions = OrderPositions() }
    let next = order.withBytes(row) { bytes in positions?.next(bytes) }
    if next == nil {
      isFull = true
      throw order.fault(row, .tooManyOrders)
    }
    lastPosition = next ?? 0
    return next
  }

  /// The kind, or why there is none: a rule may skip rows that have none.
  private func kind(
    _ row: borrowing some RecordReader & ~Copyable
  ) -> Result<Sale.Kind, RowFault> {
    if let rule = mapping.profile.kind, let cell = mapping.kindCell {
      if let kind = rule.kind(of: cell.text(row)) { return .success(kind) }
      return .failure(cell.fault(row, .noKind(profile: mapping.profile.name)))
    }
    guard let cell = mapping.cells[.kind], let text = cell.text(row).nonEmpty else {
      return .success(.sale)
    }
    if let kind = Sale.Kind(rawValue: text.lowercased()) { return .success(kind) }
    return .failure(cell.fault(row, .unknownKind(text)))
  }
}

extension String {
  var nonEmpty: String? { isEmpty ? nil : self }
}
