/// Sales that are recorded together.
///
/// What many of them share is kept once, and the texts that each has of its own in one piece of
/// memory.
public struct SaleBatch: Sendable {
  /// A sale, by places in the batch's lists; its texts are parts of ``SaleBatch/text``.
  public struct Row: Sendable {
    /// The order's number.
    public let order: Range<Int>
    /// The place of what was sold in ``SaleBatch/products``; `nil` for nothing.
    public let product: Int?
    /// The line within the order.
    public let line: Int64
    /// What moved.
    public let kind: Sale.Kind
    /// Units.
    public let quantity: Int64
    /// Millionths of the currency's unit.
    public let micros: Int64
    /// When it moved.
    public let at: Instant
    /// The place of what the other parts are shared with.
    public let shared: Int

    /// The sale of another line and amount.
    public func with(line: Int64, micros: Int64) -> Row {
      Row(
        order: order, product: product, line: line, kind: kind, quantity: quantity, micros: micros,
        at: at, shared: shared)
    }
  }

  /// What a sale has in common with many.
  public struct Shared: Hashable, Sendable {
    /// The system that numbered the order.
    public let source: String
    /// The currency of the amount.
    public let currency: Currency
    /// The event it is credited to, if any.
    public let event: EventKey?
    /// The market, if it is named.
    public let market: Market.Code?
    /// What the amount is of all that has moved on the order.
    public let extent: Sale.Extent

    /// Makes what sales have in common.
    public init(
      source: String, currency: Currency, event: EventKey?, market: Market.Code?,
      extent: Sale.Extent = .movement
    ) {
      self.source = source
      self.currency = currency
      self.event = event
      self.market = market
      self.extent = extent
    }

    /// Whether all is the same; of the source's name, every byte.
    public static func == (left: Shared, right: Shared) -> Bool {
      left.event == right.event && left.market == right.market && left.currency == right.currency
        && left.extent == right.extent && left.source.utf8.elementsEqual(right.source.utf8)
    }

    /// What mostly differs.
    public func hash(into hasher: inout Hasher) {
      hasher.combine(event)
      hasher.combine(market)
    }
  }

  /// The sales, in the order in which they were added.
  public private(set) var rows: [Row] = []
  /// What they have in common, each once.
  public private(set) var shared: [Shared] = []
  /// The names of products, as parts of the text; one may be there several times.
  public private(set) var products: [Range<Int>] = []
  /// Numbers of orders and names of products, in UTF-8.
  public private(set) var text: [UInt8] = []
  /// By a few bits of a hash, the last product that has them: a product mostly comes again.
  private var recentProducts: [Int] = []
  private var places: [Shared: Int] = [:]
  private var lastPlace = 0

  /// Makes a batch of nothing.
  public init() {}

  /// Makes a batch of sales.
  public init(_ sales: [Sale]) {
    for sale in sales { append(sale) }
  }

  /// How many sales there are.
  public var count: Int { rows.count }

  /// Makes room for so many sales, of numbers as long as most are.
  public mutating func reserveCapacity(_ count: Int) {
    rows.reserveCapacity(count)
    text.reserveCapacity(count * 8)
  }

  /// Adds a sale.
  public mutating func append(_ sale: Sale) {
    let place = place(
      of: Shared(
        source: sale.key.source, currency: sale.amount.currency, event: sale.event,
        market: sale.market, extent: sale.extent))
    append(
      order: keep(sale.key.order.utf8Span.span),
      product: sale.product.map { keepProduct($0.utf8Span.span) }, line: sale.key.line,
      kind: sale.key.kind, quantity: sale.quantity, micros: Int64(clamping: sale.amount.micros),
      at: sale.at, shared: place)
  }

  /// The place of what sales have in common.
  public mutating func place(of common: Shared) -> Int {
    if lastPlace < shared.count, shared[lastPlace] == common { return lastPlace }
    if let place = places[common] {
      lastPlace = place
    } else {
      lastPlace = shared.count
      places[common] = lastPlace
      shared.append(common)
    }
    return lastPlace
  }

  /// Adds a sale if it is plainly one: what ``Sale`` might refuse is left to it.
  ///
  /// An empty product is none.
  /// - Returns: Whether it was added.
  public mutating func appendPlain(
    order: Span<UInt8>, product: Span<UInt8>, line: Int64, kind: Sale.Kind, quantity: Int64,
    micros: Int64, at: Instant, shared place: Int
  ) -> Bool {
    guard Self.isPlain(order), order.count > 0, Self.isPlain(product), line >= 0,
      quantity.magnitude <= Sale.maximumQuantity.magnitude
    else { return false }
    switch kind {
    case .sale: guard quantity >= 0, micros >= 0 else { return false }
    case .cancellation, .refund: guard quantity <= 0, micros <= 0 else { return false }
    case .adjustment: break
    }
    append(
      order: keep(order), product: product.isEmpty ? nil : keepProduct(product), line: line,
      kind: kind, quantity: quantity, micros: micros, at: at, shared: place)
    return true
  }

  /// The sale in a place.
  public subscript(place: Int) -> Sale {
    let row = rows[place]
    return Sale(row, shared[row.shared], row.product.map { products[$0] }, in: text)
  }

  /// Drops the sales after the first so many.
  public mutating func keep(_ count: Int) {
    if count < rows.count { rows.removeLast(rows.count - count) }
  }

  private mutating func append(
    order: Range<Int>, product: Int?, line: Int64, kind: Sale.Kind, quantity: Int64,
    micros: Int64, at: Instant, shared: Int
  ) {
    rows.append(
      Row(
        order: order, product: product, line: line, kind: kind, quantity: quantity, micros: micros,
        at: at, shared: shared))
  }

  /// Keeps a text, or finds it where the sale before has its order.
  private mutating func keep(_ bytes: Span<UInt8>) -> Range<Int> {
    if let last = rows.last?.order, last.count == bytes.count, isEqual(last, bytes) { return last }
    let start = text.count
    for index in bytes.indices { text.append(bytes[index]) }
    return start..<text.count
  }

  /// Keeps the name of a product, or finds it among the recent ones.
  private mutating func keepProduct(_ bytes: Span<UInt8>) -> Int {
    if recentProducts.isEmpty { recentProducts = Array(repeating: -1, count: 1 << 10) }
    // FNV-1a. Names made to collide are only kept more often.
    var hash: UInt32 = 2_166_136_261
    for index in bytes.indices { hash = (hash ^ UInt32(bytes[index])) &* 16_777_619 }
    let slot = Int((hash ^ hash >> 16) & 1023)
    let recent = recentProducts[slot]
    if recent >= 0, products[recent].count == bytes.count, isEqual(products[recent], bytes) {
      return recent
    }
    let start = text.count
    for index in bytes.indices { text.append(bytes[index]) }
    recentProducts[slot] = products.count
    products.append(start..<text.count)
    return products.count - 1
  }

  private func isEqual(_ range: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
    for index in bytes.indices where text[range.lowerBound + index] != bytes[index] { return false }
    return true
  }

  /// Whether a text is of printable ASCII without spaces, and of a length that any text may have.
  private static func isPlain(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count <= 1000 else { return false }
    for index in bytes.indices where bytes[index] &- 0x21 > 0x7E - 0x21 { return false }
    return true
  }
}

extension Sale {
  /// What was a sale before it became a row.
  fileprivate init(
    _ row: SaleBatch.Row, _ shared: SaleBatch.Shared, _ product: Range<Int>?, in text: [UInt8]
  ) {
    func part(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }
    self.init(
      valid: Key(
        source: shared.source, order: part(row.order), line: row.line, kind: row.kind),
      product: product.map(part), quantity: row.quantity,
      amount: Money(micros: Int128(row.micros), currency: shared.currency), at: row.at,
      event: shared.event, market: shared.market, extent: shared.extent)
  }
}
