/// The sales of a batch that can be recorded, order by order, sorted by the table's key.
package struct SaleOrders {
  package let sales: SaleBatch
  /// For each common part of sales, what the book has for it.
  package let resolved: [SaleNames.Group?]
  /// The sources of orders, in the order of their bytes.
  package let sources: [String]
  /// For each common part of sales, the index of its source.
  private let sourceOf: [Int]
  /// For each common part of sales, and for each product, the index among the names.
  private let groups: [Int?]
  private let products: [Int]
  private let noProduct: Int
  /// How far a sale is moved back among those before it; beyond that, sorting all is faster.
  private static let farthest = 16
  /// The positions of the sales in the batch, sorted by source and order, movements by key.
  package private(set) var places: [Int] = []
  /// Whether all are movements, and none is there twice.
  package private(set) var isPlain = false

  package init(_ sales: SaleBatch, _ resolved: [SaleNames.Group?], _ names: inout SaleNames) {
    self.sales = sales
    self.resolved = resolved
    var groups: [Int?] = []
    for common in resolved { groups.append(common.map { names.place(of: $0) }) }
    self.groups = groups
    var products: [Int] = []
    for product in sales.products {
      products.append(
        names.place(ofProduct: String(decoding: sales.text[product], as: UTF8.self)))
    }
    self.products = products
    noProduct = names.place(ofProduct: nil)
    var sources: [String] = []
    for name in sales.shared.map(\.source)
    where !sources.contains(where: { ByteText($0) == ByteText(name) }) {
      sources.append(name)
    }
    sources.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    self.sources = sources
    sourceOf = sales.shared.map { common in
      sources.firstIndex { ByteText($0) == ByteText(common.source) } ?? 0
    }
    (places, isPlain) = sorted()
  }

  /// All positions in order, and whether the batch is plain.
  private func sorted() -> (places: [Int], isPlain: Bool) {
    var places: [Int] = []
    places.reserveCapacity(sales.count)
    let areMovements = sales.shared.allSatisfy { $0.extent == .movement }
    var (isSorted, hasTwins) = (true, false)
    for place in sales.rows.indices where groups[sales.rows[place].shared] != nil {
      var slot = places.count
      places.append(place)
      while isSorted, slot > 0 {
        let difference = compare(place, places[slot - 1], byLine: areMovements)
        if difference == 0 { hasTwins = true }
        if difference >= 0 { break }
        if places.count - slot > Self.farthest { isSorted = false }
        places.swapAt(slot - 1, slot)
        slot -= 1
      }
    }
    if !isSorted {
      places = sorted(places, byLine: areMovements)
      hasTwins = zip(places, places.dropFirst()).contains {
        compare($0, $1, byLine: areMovements) == 0
      }
    }
    return (places, areMovements && !hasTwins)
  }

  /// A sale with the first bytes of what it is sorted by, so that few texts are looked up.
  private struct SortKey {
    let source: Int32
    let place: Int32
    let first: UInt64
    let second: UInt64
  }

  private func sorted(_ places: [Int], byLine: Bool) -> [Int] {
    var keys: [SortKey] = []
    keys.reserveCapacity(places.count)
    for place in places {
      let order = sales.text.span.extracting(sales.rows[place].order)
      keys.append(
        SortKey(
          source: Int32(source(place)), place: Int32(place), first: bytes(of: order, from: 0),
          second: bytes(of: order, from: 8)))
    }
    keys.sort { left, right in
      if left.source != right.source { return left.source < right.source }
      if left.first != right.first { return left.first < right.first }
      if left.second != right.second { return left.second < right.second }
      let difference = compare(Int(left.place), Int(right.place), byLine: byLine)
      return difference < 0 || difference == 0 && left.place < right.place
    }
    return keys.map { Int($0.place) }
  }

  /// Eight bytes of a text as a number that is in the order of the bytes; 0 behind its end.
  private func bytes(of text: Span<UInt8>, from start: Int) -> UInt64 {
    var number: UInt64 = 0
    for index in start..<start + 8 {
      number = number << 8 | (index < text.count ? UInt64(text[index]) : 0)
    }
    return number
  }

  /// The index of a sale's source in `sources`.
  package func source(_ place: Int) -> Int { sourceOf[sales.rows[place].shared] }

  /// How a sale's amount relates to everything that has moved on its order.
  package func extent(_ place: Int) -> Sale.Extent { sales.shared[sales.rows[place].shared].extent }

  /// Whether all sales of an order, by its range in ``places``, are movements.
  package func areMovements(_ range: Range<Int>) -> Bool {
    places[range].allSatisfy { extent($0) == .movement }
  }

  /// What the batch and the book say of an order, by its range in ``places``.
  package func stated(
    _ range: Range<Int>, known: [SaleLine], lastObserved: Instant?
  ) -> Sale.StatedOrder {
    let rows = places[range].map { (row: sales.rows[$0], extent: extent($0)) }
    var sold = Set(known.filter { $0.kind == .sale }.map(\.line))
    sold.formUnion(rows.filter { $0.row.kind == .sale }.map(\.row.line))
    return Sale.StatedOrder(
      hasOneLine: sold.count == 1,
      hasQuantities: !rows.contains { $0.extent == .orderSoFar && $0.row.isQuantityUnknown },
      lastObserved: lastObserved)
  }

  /// The number of a sale's order.
  package func order(_ place: Int) -> String {
    String(decoding: sales.text[sales.rows[place].order], as: UTF8.self)
  }

  /// A sale in the form from which totals are computed.
  package func line(_ place: Int) -> SaleLine? {
    let row = sales.rows[place]
    guard let group = groups[row.shared] else { return nil }
    return SaleLine(
      group: group, product: row.product.map { products[$0] } ?? noProduct, kind: row.kind,
      line: row.line, at: row.at, notBefore: row.notBefore, quantity: row.quantity,
      isQuantityUnknown: row.isQuantityUnknown, micros: row.micros)
  }

  /// The lines of an order, by its range in ``places``; false if they are not plain.
  ///
  /// They are plain if all are movements, and each comes after the previous one in the table's key,
  /// as most do: then none is there twice.
  package func plainLines(_ range: Range<Int>, into lines: inout [SaleLine]) -> Bool {
    lines.removeAll(keepingCapacity: true)
    for place in places[range] {
      guard extent(place) == .movement, let line = line(place) else { return false }
      if let last = lines.last, !last.isBefore(line) { return false }
      lines.append(line)
    }
    return true
  }

  /// Calls `body` with the lines of each order from a position in ``places`` on, if ``isPlain``.
  package func forEachPlainOrder(from first: Int, _ body: (ArraySlice<SaleLine>) -> Void) {
    var lines: [SaleLine] = []
    var start = first
    while start < places.count {
      let end = end(ofOrderAt: start)
      if plainLines(start..<end, into: &lines) { body(lines[...]) }
      start = end
    }
  }

  /// The end of the order that begins at `places[start]`.
  package func end(ofOrderAt start: Int) -> Int {
    var end = start + 1
    while end < places.count, compare(places[end], places[start]) == 0 { end += 1 }
    return end
  }

  /// Whether the number of a sale's order is from `first` to `last`, by bytes.
  package func isOrder(_ place: Int, from first: String, to last: String) -> Bool {
    let number = sales.text.span.extracting(sales.rows[place].order)
    return difference(number, first.utf8Span.span) >= 0
      && difference(number, last.utf8Span.span) <= 0
  }

  /// Whether the number of a sale's order is after another, by bytes.
  package func isOrder(_ place: Int, after last: String) -> Bool {
    difference(sales.text.span.extracting(sales.rows[place].order), last.utf8Span.span) > 0
  }

  /// Below 0 if the left sale, or its order, comes first in the table's key; 0 if both are one.
  ///
  /// It compares sources first, then bytes.
  private func compare(_ left: Int, _ right: Int, byLine: Bool = false) -> Int {
    let (first, second) = (sales.rows[left], sales.rows[right])
    if first.shared != second.shared {
      let difference = sourceOf[first.shared] - sourceOf[second.shared]
      if difference != 0 { return difference }
    }
    if first.order != second.order {
      let text = sales.text.span
      let difference = difference(text.extracting(first.order), text.extracting(second.order))
      if difference != 0 { return difference }
    }
    guard byLine else { return 0 }
    if first.line != second.line { return first.line < second.line ? -1 : 1 }
    if first.kind == second.kind { return 0 }
    return first.kind.rawValue < second.kind.rawValue ? -1 : 1
  }

  /// Below 0 if the left bytes come first, 0 if both are the same.
  private func difference(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Int {
    for index in 0..<min(left.count, right.count) where left[index] != right[index] {
      return left[index] < right[index] ? -1 : 1
    }
    return left.count - right.count
  }
}
