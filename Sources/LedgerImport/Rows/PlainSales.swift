import LedgerCore
import Tabular

/// Sales in the plainest form, which most rows of large files have: numbers and times that are
/// written in one way, and a source, an event, a market and a currency like those of an earlier
/// row.
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
  /// The columns that say what sales have in common.
  private let common: [Int]
  private var known = KnownTexts()
  /// What each combination of texts there says.
  private var shared: [SaleBatch.Shared] = []
  /// Where the current batch has that; -1 where it has to be looked up.
  private var places: [Int] = []
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
      mapping.cells[.observedAt] == nil, mapping.cells[.channel] == nil,
      mapping.cells[.creator] == nil, profile.nameTimes.isEmpty,
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
      mapping.cells[field]?.plainColumn
    }
  }

  /// Remembers what a row that was read otherwise has in common with those after it.
  mutating func remember(_ sale: Sale, _ row: borrowing some RecordReader & ~Copyable) {
    guard known.place(in: common, row) == nil else { return }
    known.add(common, row)
    if known.count == 1 {
      shared.removeAll()
      places.removeAll()
    }
    shared.append(
      SaleBatch.Shared(
        source: sale.key.source, currency: sale.amount.currency, event: sale.event,
        market: sale.market))
    places.append(-1)
  }

  /// Adds the sale of a row, if the row is of the plainest form.
  mutating func add(
    _ row: borrowing some RecordReader & ~Copyable, to sales: inout SaleBatch
  ) -> Bool {
    // A batch that has nothing yet is another one than before.
    if sales.shared.isEmpty { for index in places.indices { places[index] = -1 } }
    guard let common = known.place(in: common, row), let kind = kind(row), !row.isRounded(order),
      row.withField(order, { $0.keyRange.count == $0.count }),
      let line = row.withField(line, { PlainText.integer($0) }),
      let quantity = row.withField(quantity, { PlainText.integer($0) }),
      let micros = row.withField(amount, { PlainText.micros($0) }),
      let instant = row.withField(at, { time.instant($0) })
    else { return false }
    let place = place(of: common, in: &sales)
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

  private mutating func place(of common: Int, in sales: inout SaleBatch) -> Int {
    if places[common] < 0 { places[common] = sales.place(of: shared[common]) }
    return places[common]
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
