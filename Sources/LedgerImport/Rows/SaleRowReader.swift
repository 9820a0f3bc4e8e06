import LedgerCore
import Tabular

/// Rows that are movements of units and money.
struct SaleRowReader: RowReader {
  private let mapping: Mapping
  private let filter: RowFilter
  private let times: TimeReading
  private let amounts: AmountReading
  private let movements: MovementReading
  private let observation: ObservationReading
  private let key: KeyReading?
  private let order: Cell
  private let at: Cell
  private var event: EventKeyReading?
  private var market: MarketReading?
  /// Made with the first row, so that who copies this before does not copy the room for it.
  private var positions: OrderPositions?
  private(set) var isFull = false
  private(set) var foldedTexts = 0
  private var plain: PlainSales?
  /// The statuses of a known export's orders.
  private var statuses: StatusColumns?

  init?(
    _ mapping: Mapping, times: TimeReading, reference: Reference, file: String,
    now: @escaping () -> Instant
  ) {
    guard let order = mapping.cells[.order], let at = mapping.cells[.at],
      let amounts = AmountReading(mapping, reference: reference)
    else { return nil }
    self.mapping = mapping
    self.times = times
    self.amounts = amounts
    self.order = order
    self.at = at
    let numbers = NumberReading(mapping, reference: reference)
    filter = RowFilter(mapping, numbers)
    observation = ObservationReading(mapping, times: times, file: file, now: now)
    movements = MovementReading(
      mapping: mapping, filter: filter, times: times, numbers: numbers, observation: observation)
    key = KeyReading(mapping)
    plain = PlainSales(mapping, times: times)
    statuses = mapping.profile.isOwn ? nil : StatusColumns(mapping.header)
    event = mapping.cells[.event].map(EventKeyReading.init)
    market = mapping.cells[.market].map {
      MarketReading($0, mapping: mapping, reference: reference)
    }
  }

  var isOfManyStatuses: Bool { statuses.map { !$0.areOfOneStatus } ?? false }

  func columnName(_ field: Field, of fact: Sale) -> String? { mapping.columnName(field) }

  mutating func read(
    _ row: borrowing some RecordReader & ~Copyable, into batch: inout Batch<Sale>
  ) throws(RowFault) -> RowFilter.Verdict {
    if plain?.add(row, to: &batch.facts) == true {
      statuses?.add(row)
      return .read
    }
    mapping.carried?.update(row)
    // Every row of the order counts, so that a rule can change and the positions stay.
    let position = try nextPosition(row)
    let known = kind(row)
    guard try filter.verdict(row, kind: try? known.get()) == .read else { return .skip }
    let kind = try known.get()
    try order.checkExact(row)
    let line = if let position { position } else { try amounts.line(row) }
    var (quantity, amount) = try amounts.quantityAndAmount(row)
    if mapping.profile.signsByKind { (quantity, amount) = signed(quantity, amount, kind) }
    var instant: Instant?
    do throws(RowFault) { instant = try times.instant(mapping.kindTimes[kind] ?? at, row) } catch {
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
        try times.instant(mapping.kindTimes[kind] ?? at, row) {
          $0.zone(of: credited) ?? $0.zone(of: code)
        }
      }
    let notBefore = try self.notBefore(row, credited, code)
    let observedAt = try observation.stated(row) {
      $0.zone(of: credited) ?? $0.zone(of: code)
    }
    let product = mapping.cells[.product]?.line(row, counting: &foldedTexts) ?? ""
    let sale: Sale
    do throws(LedgerError) {
      sale = try Sale(
        source: mapping.cells[.source]?.text(row).nonEmpty ?? mapping.profile.source,
        order: order.text(row), line: line, kind: kind, product: product.nonEmpty,
        quantity: quantity, amount: amount, at: time, notBefore: notBefore,
        observedAt: observedAt, event: credited, market: code)
    } catch {
      throw RowFault(error, in: mapping)
    }
    batch.add(sale)
    statuses?.add(row)
    plain?.remember(sale, row)
    for movement in try movements.movements(beside: sale, row) { batch.add(movement) }
    return .read
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
