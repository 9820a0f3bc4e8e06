/// Sales that are recorded together.
///
/// What many of them share is stored once; the texts of each share one piece of memory.
public struct SaleBatch: Sendable {
  /// A sale, as indices into the batch's lists; its texts are parts of ``SaleBatch/text``.
  public struct Row: Sendable {
    /// The line within the order.
    public let line: Int64
    /// Units; 0 if they are not known.
    public let quantity: Int64
    /// Millionths of the currency's unit.
    public let micros: Int64
    /// When the movement took place, or the latest that it can have.
    public let at: Instant
    /// The earliest that it can have; the same if ``at`` is exact.
    public let notBefore: Instant
    // Many rows are in memory at once, so they are kept small.
    private let orderStart: UInt64
    private let productPlace: Int32
    private let sharedPlace: Int32
    private let orderLength: Int32
    /// The kind of movement.
    public let kind: Sale.Kind
    /// Whether the units are not known.
    public let isQuantityUnknown: Bool

    /// The order's number.
    public var order: Range<Int> { Int(orderStart)..<Int(orderStart) + Int(orderLength) }
    /// The index of the product in ``SaleBatch/products``; `nil` if there is none.
    public var product: Int? { productPlace < 0 ? nil : Int(productPlace) }
    /// The index of what it has in common with others in ``SaleBatch/shared``.
    public var shared: Int { Int(sharedPlace) }

    fileprivate init(
      order: Range<Int>, product: Int?, line: Int64, kind: Sale.Kind, quantity: Int64,
      isQuantityUnknown: Bool, micros: Int64, at: Instant, notBefore: Instant, shared: Int
    ) {
      self.line = line
      self.quantity = quantity
      self.micros = micros
      self.at = at
      self.notBefore = notBefore
      self.kind = kind
      self.isQuantityUnknown = isQuantityUnknown
      orderStart = UInt64(order.lowerBound)
      orderLength = Int32(order.count)
      productPlace = product.map(Int32.init) ?? -1
      sharedPlace = Int32(shared)
    }

    /// The same sale with what a part of it has.
    package func with(_ part: SaleLine, hasProduct: Bool) -> Row {
      Row(
        order: order, product: hasProduct ? product : nil, line: part.line, kind: kind,
        quantity: part.quantity, isQuantityUnknown: part.isQuantityUnknown, micros: part.micros,
        at: part.at, notBefore: part.notBefore, shared: shared)
    }
  }

  /// What a sale has in common with many others.
  public struct Shared: Hashable, Sendable {
    /// The system that numbered the order.
    public let source: String
    /// The currency of the amount.
    public let currency: Currency
    /// The event it is credited to, if any.
    public let event: EventKey?
    /// The market, if one is named.
    public let market: Market.Code?
    /// How the amount relates to everything that has moved on the order.
    public let extent: Sale.Extent
    /// The instant of which the source shows the state of the order, if it says so.
    public let observedAt: Instant?

    /// Makes what sales have in common.
    public init(
      source: String, currency: Currency, event: EventKey?, market: Market.Code?,
      extent: Sale.Extent = .movement, observedAt: Instant? = nil
    ) {
      self.source = source
      self.currency = currency
      self.event = event
      self.market = market
      self.extent = extent
      self.observedAt = observedAt
    }

    /// Whether everything is equal, and the source's name in every byte.
    public static func == (left: Shared, right: Shared) -> Bool {
      left.event == right.event && left.market == right.market && left.currency == right.currency
        && left.extent == right.extent && left.observedAt == right.observedAt
        && left.source.utf8.elementsEqual(right.source.utf8)
    }

    /// Hashes what differs most often.
    public func hash(into hasher: inout Hasher) {
      hasher.combine(event)
      hasher.combine(market)
    }
  }

  /// The sales, in the order in which they were added.
  public private(set) var rows: [Row] = []
  /// What sales have in common, each combination once.
  public private(set) var shared: [Shared] = []
  /// The names of products, as parts of the text; a name may be there several times.
  public private(set) var products: [Range<Int>] = []
  /// Order numbers and product names, in UTF-8.
  public private(set) var text: [UInt8] = []
  /// The last product for each value of a few bits of its hash: most products come again.
  private var recentProducts: [Int] = []
  private var places: [Shared: Int] = [:]
  private var lastPlace = 0

  /// Makes an empty batch.
  public init() {}

  /// Makes a batch of sales.
  public init(_ sales: [Sale]) {
    for sale in sales { append(sale) }
  }

  /// How many sales there are.
  public var count: Int { rows.count }

  /// Reserves memory for this many sales with order numbers of the usual length.
  public mutating func reserveCapacity(_ count: Int) {
    rows.reserveCapacity(count)
    text.reserveCapacity(count * 8)
  }

  /// Adds a sale.
  public mutating func append(_ sale: Sale) {
    let place = place(
      of: Shared(
        source: sale.key.source, currency: sale.amount.currency, event: sale.event,
        market: sale.market, extent: sale.extent, observedAt: sale.observedAt))
    append(
      order: keep(sale.key.order.utf8Span.span),
      product: sale.product.map { keepProduct($0.utf8Span.span) }, line: sale.key.line,
      kind: sale.key.kind, quantity: sale.quantity, isQuantityUnknown: sale.isQuantityUnknown,
      micros: Int64(clamping: sale.amount.micros), at: sale.at,
      notBefore: sale.notBefore ?? sale.at, shared: place)
  }

  /// The index of what sales have in common, which is added if it is new.
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

  /// Adds a sale if it is clearly valid; leave any other to ``Sale``, which may refuse it.
  ///
  /// An empty product counts as none.
  /// - Returns: Whether it was added.
  public mutating func appendPlain(
    order: Span<UInt8>, product: Span<UInt8>, line: Int64, kind: Sale.Kind, quantity: Int64,
    micros: Int64, at: Instant, shared place: Int
  ) -> Bool {
    guard Self.isPlain(order), order.count > 0, Self.isPlain(product), line >= 0,
      quantity.magnitude <= Sale.maximumQuantity.magnitude,
      micros.magnitude <= Sale.maximumMicros.magnitude
    else { return false }
    switch kind {
    case .sale: guard quantity >= 0, micros >= 0 else { return false }
    case .cancellation, .refund: guard quantity <= 0, micros <= 0 else { return false }
    case .adjustment: break
    }
    append(
      order: keep(order), product: product.isEmpty ? nil : keepProduct(product), line: line,
      kind: kind, quantity: quantity, isQuantityUnknown: false, micros: micros, at: at,
      notBefore: at, shared: place)
    return true
  }

  /// The sale at an index.
  public subscript(place: Int) -> Sale {
    let row = rows[place]
    return Sale(row, shared[row.shared], row.product.map { products[$0] }, in: text)
  }

  /// The sales at some indices, as a batch of their own.
  public subscript(places: Range<Int>) -> SaleBatch {
    var part = SaleBatch()
    for place in places { part.append(self[place]) }
    return part
  }

  /// Keeps the first `count` sales and drops the others.
  public mutating func keep(_ count: Int) {
    if count < rows.count { rows.removeLast(rows.count - count) }
  }

  private mutating func append(
    order: Range<Int>, product: Int?, line: Int64, kind: Sale.Kind, quantity: Int64,
    isQuantityUnknown: Bool, micros: Int64, at: Instant, notBefore: Instant, shared: Int
  ) {
    rows.append(
      Row(
        order: order, product: product, line: line, kind: kind, quantity: quantity,
        isQuantityUnknown: isQuantityUnknown, micros: micros, at: at, notBefore: notBefore,
        shared: shared))
  }

  /// Stores a text, or reuses it if the previous sale is of the same order.
  private mutating func keep(_ bytes: Span<UInt8>) -> Range<Int> {
    if let last = rows.last?.order, last.count == bytes.count, isEqual(last, bytes) { return last }
    let start = text.count
    for index in bytes.indices { text.append(bytes[index]) }
    return start..<text.count
  }

  /// Stores the name of a product, or finds it among the recent ones.
  private mutating func keepProduct(_ bytes: Span<UInt8>) -> Int {
    if recentProducts.isEmpty { recentProducts = Array(repeating: -1, count: 1 << 10) }
    // FNV-1a. Names made to collide are only stored more often.
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

  /// Whether a text is printable ASCII without spaces and no longer than any text may be.
  private static func isPlain(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count <= 1000 else { return false }
    for index in bytes.indices where bytes[index] &- 0x21 > 0x7E - 0x21 { return false }
    return true
  }
}

extension Sale {
  /// Makes a sale from a row, which was made from a valid sale.
  fileprivate init(
    _ row: SaleBatch.Row, _ shared: SaleBatch.Shared, _ product: Range<Int>?, in text: [UInt8]
  ) {
    func part(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }
    self.init(
      valid: Key(
        source: shared.source, order: part(row.order), line: row.line, kind: row.kind),
      product: product.map(part), quantity: row.quantity,
      isQuantityUnknown: row.isQuantityUnknown,
      amount: Money(micros: Int128(row.micros), currency: shared.currency), at: row.at,
      notBefore: row.notBefore, observedAt: shared.observedAt, event: shared.event,
      market: shared.market, extent: shared.extent)
  }
}
