/// Records what happened in shows, and never changes what is recorded.
public protocol MarkRepository {
  /// Records the new marks of the batch, all in one entry.
  ///
  /// A mark with the event, start, kind, text and creator of a recorded one is known; one with
  /// another end is a conflict.
  ///
  /// - Throws: ``LedgerError`` if nothing of the batch could be recorded.
  func record(_ marks: [Mark], as draft: Entry.Draft) throws(LedgerError) -> Recording<Mark>

  /// Returns the current marks, by event, start, kind and order of recording.
  ///
  /// `entry`: the last entry that counts; `nil` for the newest.
  /// - Throws: ``LedgerError``
  func marks(_ filter: MarkFilter, asOf entry: Int64?) throws(LedgerError) -> [MarkRecord]

  /// Returns the current movements of all orders of which some events sold a line.
  ///
  /// They are in the order of sources, order numbers, lines and times. Reads all sales of the
  /// market.
  ///
  /// `entry`: the last entry that counts; `nil` for the newest.
  /// - Throws: ``LedgerError``
  func soldLines(
    in market: Market.Code, of events: Set<EventKey>, asOf entry: Int64?
  ) throws(LedgerError) -> [SoldLine]
}

/// Which marks are asked for.
public struct MarkFilter: Equatable, Sendable {
  /// Only those of this event.
  public var event: EventKey?
  /// Only those of events in this market.
  public var market: Market.Code?
  /// Only those of this kind.
  public var kind: Mark.Kind?

  /// Makes a filter that lets everything through that it does not name.
  public init(event: EventKey? = nil, market: Market.Code? = nil, kind: Mark.Kind? = nil) {
    self.event = event
    self.market = market
    self.kind = kind
  }
}

/// A mark as the book has it.
public struct MarkRecord: Equatable, Sendable {
  /// The mark.
  public let mark: Mark
  /// The market of its event.
  public let market: Market.Code
  /// The entry that recorded it.
  public let entry: Int64

  /// Makes a record.
  public init(mark: Mark, market: Market.Code, entry: Int64) {
    self.mark = mark
    self.market = market
    self.entry = entry
  }
}

/// A movement of an order's line, with the event that it counts for.
public struct SoldLine: Equatable, Sendable {
  /// The system that numbers the orders.
  public let source: String
  /// The order's number.
  public let order: String
  /// The line.
  public let line: Int64
  /// Whether it sells, cancels, refunds or adjusts.
  public let kind: Sale.Kind
  /// The event that it counts for; `nil` for none.
  public let event: EventKey?
  /// The amount.
  public let amount: Money
  /// When it happened.
  public let at: Instant

  /// Makes a movement.
  public init(
    source: String, order: String, line: Int64, kind: Sale.Kind, event: EventKey?, amount: Money,
    at: Instant
  ) {
    self.source = source
    self.order = order
    self.line = line
    self.kind = kind
    self.event = event
    self.amount = amount
    self.at = at
  }

  /// The place of a movement in a list of them; texts by their bytes.
  package func isBefore(_ other: SoldLine) -> Bool {
    (source, order, line, at, kind.rawValue, amount.micros)
      < (other.source, other.order, other.line, other.at, other.kind.rawValue, other.amount.micros)
  }
}

extension MarkFilter {
  /// Whether a mark is asked for.
  package func includes(_ record: MarkRecord) -> Bool {
    (event == nil || record.mark.event == event) && (market == nil || record.market == market)
      && (kind == nil || record.mark.kind == kind)
  }
}
