import LedgerCore
import Rows

/// What happens to each sale of a batch, order by order: recorded, known already, or refused.
struct SaleFates {
  private let orders: SaleOrders
  private(set) var names: SaleNames
  private(set) var outcomes: Outcomes<Sale>
  /// The positions of the new sales, in the order of the table's key; below 0, the complement of
  /// an index in ``parts``.
  private(set) var new: [Int] = []
  private(set) var changes = SaleOrderChanges()
  /// What the book lacked of sums so far and of movements of whole orders.
  private(set) var parts: [Part] = []

  /// A line that is made of a sale of the batch.
  struct Part {
    let place: Int
    let line: SaleLine
    let hasProduct: Bool
  }
  /// Whether someone else computes what changes in the totals with the current order.
  var leavesTotals = false
  /// The new lines of the current order.
  private var fresh: [SaleLine] = []

  init(_ orders: SaleOrders, _ names: consuming SaleNames) {
    self.orders = orders
    self.names = names
    outcomes = Outcomes(recorded: orders.sales.count)
    new.reserveCapacity(orders.places.count)
  }

  /// Refuses the sales whose market, currency or event is not known.
  mutating func refuse(_ resolved: [Result<SaleResolver.Resolved, LedgerError>]) {
    let refusals = resolved.map { common in
      if case .failure(let refusal) = common { refusal } else { nil as LedgerError? }
    }
    guard refusals.contains(where: { $0 != nil }) else { return }
    for (place, row) in orders.sales.rows.enumerated() {
      if let refusal = refusals[row.shared] { outcomes[place] = .refused(refusal) }
    }
  }

  /// Takes an order that the book does not know, if all its lines are movements and differ.
  mutating func takePlainOrder(_ range: Range<Int>, isKnown: Bool) -> Bool {
    guard !isKnown, orders.plainLines(range, into: &fresh) else { return false }
    new.append(contentsOf: orders.places[range])
    if !leavesTotals { changes.add(fresh, toKnown: []) }
    return true
  }

  /// Takes an order line by line, given what the book has of it.
  mutating func takeOrder(
    _ range: Range<Int>, known rows: [SaleTable.Row], by resolver: SaleResolver
  ) throws(StorageError) {
    let recorded = rows.map { names.line($0.movement) }
    fresh.removeAll(keepingCapacity: true)
    let firstNew = new.count
    let stated =
      orders.areMovements(range)
      ? nil : orders.stated(range, known: recorded, lastObserved: rows.lastObserved)
    for place in orders.places[range] {
      guard let line = orders.line(place) else { continue }
      let extent = orders.extent(place)
      if let stated, extent == .orderSoFar || extent == .refundsTakenBack {
        take(place, names.lacking(line, extent, known: recorded + fresh, stated))
      } else if let row = recorded.firstIndex(where: { $0.isLine(line) }) {
        outcomes[place] =
          isSame(recorded[row], line, extent)
          ? .alreadyRecorded
          : .conflicting(recorded: try resolver.sale(rows[row], of: orders.sales[place]))
      } else if let twin = fresh.firstIndex(where: { $0.isLine(line) }) {
        outcomes[place] =
          isSame(fresh[twin], line, extent)
          ? .alreadyRecorded : .conflicting(recorded: orders.sales[self.place(firstNew + twin)])
      } else if let stated, extent == .wholeOrder {
        take(place, names.lacking(line, extent, known: [], stated))
      } else {
        new.append(place)
        fresh.append(line)
      }
    }
    if !leavesTotals { changes.add(fresh, toKnown: recorded) }
    sortNew(from: firstNew)
  }

  /// Takes the rest of the batch, whose orders come after all that the book has.
  mutating func takeAll(from first: Int) {
    new.append(contentsOf: orders.places[first...])
    changes.addAll(of: orders, from: first)
  }

  private func isSame(_ known: SaleLine, _ line: SaleLine, _ extent: Sale.Extent) -> Bool {
    extent == .wholeOrder ? names.isSameOfOrder(known, line) : names.isSame(known, line)
  }

  /// The position in the batch of a new sale, by its index in ``new``.
  private func place(_ index: Int) -> Int {
    new[index] < 0 ? parts[~new[index]].place : new[index]
  }

  /// Takes what the book lacks of a sale, if it lacks any.
  private mutating func take(_ place: Int, _ lines: [SaleLine]) {
    if lines.isEmpty { outcomes[place] = .alreadyRecorded }
    for line in lines {
      new.append(~parts.count)
      parts.append(Part(place: place, line: line, hasProduct: names.products[line.product] != nil))
      fresh.append(line)
    }
  }

  /// Sorts the last positions by the table's key, in which order lines mostly are.
  private mutating func sortNew(from first: Int) {
    guard zip(fresh, fresh.dropFirst()).contains(where: { $1.isBefore($0) }) else { return }
    let sorted = zip(new[first...], fresh).sorted { $0.1.isBefore($1.1) }
    new.replaceSubrange(first..., with: sorted.map(\.0))
  }
}

extension [SaleTable.Row] {
  /// The last instant of which a source showed the state of the order.
  fileprivate var lastObserved: Instant? { compactMap(\.observedAt).max() }
}
