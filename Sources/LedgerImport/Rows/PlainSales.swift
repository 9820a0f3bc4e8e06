import LedgerCore
import Tabular

/// Sales in the plainest form, which most rows of large files have: numbers and times that are
/// written in one way, and a source, an event, a market and a currency like those of a row before.
///
/// What a row of another form is, or what is wrong with it, ``SaleRowReader`` says.
struct PlainSales {
  private let order: Int
  private let product: Int?
  private let line: Int
  private let quantity: Int
  private let amount: Int
  private let at: Int
  private let kind: Int?
  /// The columns that say what sales have in common, and what stood there.
  private var common: [(column: Int, text: [UInt8])]
  private var shared: SaleBatch.Shared?
  /// Where the batch in hand has that; `nil` where it has to be looked up.
  private var place: Int?
  private var time = PlainTime()

  private static let kinds = Sale.Kind.allCases.map { (kind: $0, text: Array($0.rawValue.utf8)) }

  /// `nil` where a profile has rows say more than their own columns do.
  init?(_ mapping: Mapping, times: TimeReading) {
    let profile = mapping.profile
    guard mapping.rules.isEmpty, mapping.movements.isEmpty, mapping.kindCells.isEmpty,
      mapping.kindCell == nil, mapping.carried == nil, !profile.countsPositions,
      !profile.separatesRepeats, mapping.discounts.isEmpty,
      !profile.signsByKind, profile.eventKey == nil, profile.nameAliases.isEmpty,
      !profile.hasCurrencyMarks,
      !profile.detectsDecimalMark, profile.numbers == .plain, times.beginsWithISO8601,
      let order = mapping.cells[.order]?.plainColumn, let line = mapping.cells[.line]?.plainColumn,
      let quantity = mapping.cells[.quantity]?.plainColumn,
      let amount = mapping.cells[.amount]?.plainColumn, let at = mapping.cells[.at]?.plainColumn,
      mapping.cells[.quantityUnknown] == nil, mapping.cells[.notBefore] == nil,
      mapping.cells[.observedAt] == nil, profile.nameTimes.isEmpty,
      !mapping.cells.values.contains(where: \.isJoined),
      mapping.cells[.product]?.constant == nil, mapping.cells[.kind]?.constant == nil
    else { return nil }
    self.order = order
    self.line = line
    self.quantity = quantity
    self.amount = amount
    self.at = at
    product = mapping.cells[.product]?.plainColumn
    kind = mapping.cells[.kind]?.plainColumn
    common = [Field.source, .event, .market, .currency].compactMap { field in
      mapping.cells[field]?.plainColumn.map { (column: $0, text: []) }
    }
  }

  /// Remembers what a row that was read otherwise has in common with those after it.
  mutating func remember(_ sale: Sale, _ row: borrowing some RecordReader & ~Copyable) {
    for index in common.indices {
      common[index].text = row.withField(common[index].column) { $0.bytesArray }
    }
    shared = SaleBatch.Shared(
      source: sale.key.source, currency: sale.amount.currency, event: sale.event,
      market: sale.market)
    place = nil
  }

  /// Adds the sale of a row, if the row is of the plainest form.
  mutating func add(
    _ row: borrowing some RecordReader & ~Copyable, to sales: inout SaleBatch
  ) -> Bool {
    guard shared != nil, isCommon(row), let kind = kind(row), !row.isRounded(order),
      row.withField(order, { $0.keyRange.count == $0.count }),
      let line = row.withField(line, { PlainText.integer($0) }),
      let quantity = row.withField(quantity, { PlainText.integer($0) }),
      let micros = row.withField(amount, { PlainText.micros($0) }),
      let instant = row.withField(at, { time.instant($0) })
    else { return false }
    let place = placeOfShared(in: &sales)
    return row.withField(order) { order in
      guard let product else {
        return sales.appendPlain(
          order: order, product: Span(), line: line, kind: kind, quantity: quantity,
          micros: micros, at: instant, shared: place)
      }
      return row.withField(product) { product in
        sales.appendPlain(
          order: order, product: product, line: line, kind: kind, quantity: quantity,
          micros: micros, at: instant, shared: place)
      }
    }
  }

  private mutating func placeOfShared(in sales: inout SaleBatch) -> Int {
    // A batch that has nothing yet is another one than before.
    if let place, !sales.shared.isEmpty { return place }
    let found = shared.map { sales.place(of: $0) } ?? 0
    place = found
    return found
  }

  private func isCommon(_ row: borrowing some RecordReader & ~Copyable) -> Bool {
    for (column, text) in common {
      let isEqual = row.withField(column) { $0.isEqual(to: text.span) }
      if !isEqual { return false }
    }
    return true
  }

  private func kind(_ row: borrowing some RecordReader & ~Copyable) -> Sale.Kind? {
    guard let kind else { return .sale }
    return row.withField(kind) { text in
      if text.isEmpty { return .sale }
      for known in Self.kinds where text.isEqual(to: known.text.span) { return known.kind }
      return nil
    }
  }
}
