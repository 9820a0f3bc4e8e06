/// The names in sales, each with an index: numbers are compared and hashed faster than texts.
package struct SaleNames {
  /// What many sales have in common.
  package struct Group: Hashable {
    /// The row of the event, if the sales are credited to one.
    package let event: Int64?
    package let market: Market.Code
    package let currency: Currency

    package init(event: Int64?, market: Market.Code, currency: Currency) {
      self.event = event
      self.market = market
      self.currency = currency
    }

    /// Hashes what differs most often, which is faster than hashing everything.
    package func hash(into hasher: inout Hasher) {
      hasher.combine(event)
      hasher.combine(market)
    }
  }

  package private(set) var groups: [Group] = []
  package private(set) var products: [ByteText?] = []
  private var groupPlaces: [Group: Int] = [:]
  private var productPlaces: [ByteText?: Int] = [:]

  package init() {}

  package mutating func place(of group: Group) -> Int {
    // Neighbouring sales mostly have the same group.
    if let last = groups.indices.last, groups[last] == group { return last }
    if let place = groupPlaces[group] { return place }
    groupPlaces[group] = groups.count
    groups.append(group)
    return groups.count - 1
  }

  package mutating func place(ofProduct name: String?) -> Int {
    let name = name.map(ByteText.init)
    if let place = productPlaces[name] { return place }
    productPlaces[name] = products.count
    products.append(name)
    return products.count - 1
  }

  /// A movement with indices for names.
  package mutating func line(_ movement: Movement) -> SaleLine {
    SaleLine(
      group: place(
        of: Group(
          event: movement.event, market: movement.market, currency: movement.currency)),
      product: place(ofProduct: movement.product), kind: movement.kind, line: movement.line,
      at: movement.at, notBefore: movement.notBefore, quantity: movement.quantity,
      isQuantityUnknown: movement.isQuantityUnknown, micros: movement.micros)
  }

  /// A line with its names.
  package func movement(_ line: SaleLine) -> Movement {
    let group = groups[line.group]
    return Movement(
      event: group.event, market: group.market, currency: group.currency,
      product: products[line.product]?.text, kind: line.kind, line: line.line, at: line.at,
      notBefore: line.notBefore, quantity: line.quantity,
      isQuantityUnknown: line.isQuantityUnknown, micros: line.micros)
  }

  /// Whether orders of two groups count as one in a market.
  package func isSameMarket(_ one: Int, _ other: Int) -> Bool {
    one == other
      || groups[one].market == groups[other].market
        && groups[one].currency == groups[other].currency
  }

  /// Whether orders of two groups count as one in an event.
  package func isSameEvent(_ one: Int, _ other: Int) -> Bool {
    one == other
      || groups[one].event == groups[other].event
        && groups[one].currency == groups[other].currency
  }

  /// Whether two lines have equal values; product names may differ in their Unicode encoding.
  package func isSame(_ left: SaleLine, _ right: SaleLine) -> Bool {
    left.with(product: right.product) == right
      && products[left.product]?.text == products[right.product]?.text
  }

  /// Whether two movements of a whole order are one.
  ///
  /// An older program recorded neither its product nor its units.
  package func isSameOfOrder(_ recorded: SaleLine, _ line: SaleLine) -> Bool {
    recorded.ofOrder(like: line) == line
  }

  /// The lines that bring what the book has to the stated extent; none if nothing is lacking.
  package mutating func lacking(
    _ line: SaleLine, _ extent: Sale.Extent, known: [SaleLine], _ order: Sale.StatedOrder
  ) -> [SaleLine] {
    let parts = extent.lacking(of: part(line), known: known.map(part), order)
    guard !parts.isEmpty else { return [] }
    let noProduct = place(ofProduct: nil)
    return parts.map { line.with($0, noProduct: noProduct) }
  }

  private func part(_ line: SaleLine) -> Sale.Part {
    Sale.Part(
      kind: line.kind, line: line.line, product: products[line.product]?.text,
      currency: groups[line.group].currency, micros: line.micros,
      quantity: line.isQuantityUnknown ? nil : line.quantity, at: line.at,
      notBefore: line.notBefore)
  }
}
