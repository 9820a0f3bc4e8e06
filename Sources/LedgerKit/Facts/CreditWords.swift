public import LedgerCore

/// A credit of an order to a show, a channel or a creator, in words.
public struct CreditWords: Equatable, Sendable {
  /// The system that numbered the order.
  public var source: String
  /// The order's number.
  public var order: String
  /// The line's number in the order; `nil` for all of its lines.
  public var line: Int64?
  /// The key of the show; `nil` if it is not known.
  public var event: String?
  /// The channel, such as `live` or `video`; `nil` if it is not known.
  public var channel: String?
  /// The creator who sold it; `nil` if not known.
  public var creator: String?
  /// When it was seen, in ISO 8601; `nil` for now.
  public var observedAt: String?
  /// The zone of a time without one; `nil` for the setting of the show's market.
  public var zone: String?
  /// Who says so, or where.
  public var citation: String?

  /// Makes a credit.
  public init(
    source: String = Sale.defaultSource, order: String, line: Int64? = nil,
    event: String? = nil, channel: String? = nil, creator: String? = nil, observedAt: String? = nil,
    zone: String? = nil, citation: String? = nil
  ) {
    self.source = source
    self.order = order
    self.line = line
    self.event = event
    self.channel = channel
    self.creator = creator
    self.observedAt = observedAt
    self.zone = zone
    self.citation = citation
  }
}

extension Book {
  /// The credit that words describe; ``Ledger`` records it.
  ///
  /// - Throws: ``LedgerError/unknownEvent(_:near:count:)``, and ``LedgerError`` that names the word
  ///   that is wrong.
  public func credit(_ words: CreditWords) throws(LedgerError) -> Credit {
    // A file may come before its show; who writes a key by hand means one that is there.
    let event = try words.event.map { key throws(LedgerError) in
      try ledger.event(EventKey(key)).totals.event
    }
    let observedAt =
      if let text = words.observedAt {
        try instant(text, zone: words.zone, field: "observed_at") { event?.market }
      } else { clock.now() }
    return try Credit(
      source: words.source, order: words.order, line: words.line, event: event?.key,
      channel: words.channel.map { name throws(LedgerError) in try Channel(name: name) },
      creator: words.creator, observedAt: observedAt, citation: words.citation)
  }

  /// The credits of orders to shows, and what each comes to.
  ///
  /// `event`: only those to the show with this key. `order`: only those of this order. `state`:
  /// only those that come to this. `asOf`: as for the other lists.
  ///
  /// - Throws: ``LedgerError``
  public func credits(
    event: String? = nil, order: String? = nil, state: CreditState? = nil, limit: Int? = nil,
    asOf: String? = nil
  ) throws(LedgerError) -> [CreditRecord] {
    let key = try event.map { text throws(LedgerError) in try EventKey(text) }
    return try ledger.credits(
      CreditFilter(event: key, order: order, state: state), limit: limit,
      asOf: lastEntry(asOf: asOf, in: .utc))
  }
}
