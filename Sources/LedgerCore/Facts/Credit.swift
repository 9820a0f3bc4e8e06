/// A statement of what sold an order, or one line of it: a show, a channel, a creator.
///
/// It may be recorded before the order or the show that it names.
public struct Credit: Equatable, Sendable {
  /// The system that numbered the order.
  public let source: String
  /// The order's number there.
  public let order: String
  /// The line within the order; `nil` for all of its lines that no other credit names.
  public let line: Int64?
  /// The show that sold it; `nil` if only a channel or a creator is known.
  public let event: EventKey?
  /// The channel by which it was sold, if known.
  public let channel: Channel?
  /// The creator who sold it, if known.
  public let creator: String?
  /// When this was seen, if known: of several credits of a line, the one seen last stands.
  public let observedAt: Instant?
  /// Who says so, or where, if known.
  public let citation: String?

  /// Makes a credit.
  ///
  /// - Throws: ``LedgerError/invalid(field:value:reason:)`` for an invalid text, an invisible
  ///   character in the source or order, a line below 0, a show with a channel that is not live,
  ///   and if neither a show nor a channel nor a creator is named.
  public init(
    source: String = Sale.defaultSource, order: String, line: Int64? = nil, event: EventKey?,
    channel: Channel? = nil, creator: String? = nil, observedAt: Instant? = nil,
    citation: String? = nil
  ) throws(LedgerError) {
    guard event != nil || channel != nil || creator != nil else {
      throw .invalid(
        field: "event", value: "",
        reason: "is missing: a credit names a show, a channel or a creator")
    }
    if event != nil, let channel, channel != .live {
      throw .invalid(
        field: "channel", value: channel.rawValue, reason: "is not live, and a show is named")
    }
    if let line, line < 0 {
      throw .invalid(field: "line", value: "\(line)", reason: "is below 0")
    }
    self.source = try checkedText(source, field: "source")
    self.order = try checkedText(order, field: "order")
    try checkVisible(source, field: "source")
    try checkVisible(order, field: "order")
    self.line = line
    self.event = event
    self.channel = channel
    self.creator = if let creator { try checkedText(creator, field: "creator") } else { nil }
    self.observedAt = observedAt
    self.citation = if let citation { try checkedText(citation, field: "citation") } else { nil }
  }
}

extension Credit: Fact {
  /// `credit of order "1001", line 2, of source "ledger" to event "spring"`.
  public var subject: String {
    "credit of order \(quoted(order)), " + (line.map { "line \($0), " } ?? "")
      + "of source \(quoted(source))" + (event.map { " to event \"\($0)\"" } ?? "")
      + (channel.map { " to channel \($0.rawValue)" } ?? "")
  }

  /// When it was seen, and who says so; all else is its key.
  public var values: [(field: String, text: String)] {
    [
      ("creator", creator ?? "–"), ("observed_at", observedAt?.description ?? "–"),
      ("citation", citation ?? "–"),
    ]
  }

  /// Two credits of a line to one event say the same.
  public var remedy: LedgerError.ConflictRemedy { .restate }
}
