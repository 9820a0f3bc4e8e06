/// A statement that a show sold an order, or one line of it.
///
/// It may be recorded before the order or the show that it names.
public struct Credit: Equatable, Sendable {
  /// The system that numbered the order.
  public let source: String
  /// The order's number there.
  public let order: String
  /// The line within the order; `nil` for all of its lines that no other credit names.
  public let line: Int64?
  /// The show that sold it.
  public let event: EventKey
  /// When this was seen, if known: of several credits of a line, the one seen last stands.
  public let observedAt: Instant?
  /// Who says so, or where, if known.
  public let citation: String?

  /// Makes a credit.
  ///
  /// - Throws: ``LedgerError/invalid(field:value:reason:)`` for an invalid text, an invisible
  ///   character in the source or order, and a line below 0.
  public init(
    source: String = Sale.defaultSource, order: String, line: Int64? = nil, event: EventKey,
    observedAt: Instant? = nil, citation: String? = nil
  ) throws(LedgerError) {
    if let line, line < 0 {
      throw .invalid(field: "line", value: "\(line)", reason: "is below 0")
    }
    self.source = try checkedText(source, field: "source")
    self.order = try checkedText(order, field: "order")
    try checkVisible(source, field: "source")
    try checkVisible(order, field: "order")
    self.line = line
    self.event = event
    self.observedAt = observedAt
    self.citation = if let citation { try checkedText(citation, field: "citation") } else { nil }
  }
}

extension Credit: Fact {
  /// `credit of order "1001", line 2, of source "ledger" to event "spring"`.
  public var subject: String {
    "credit of order \(quoted(order)), " + (line.map { "line \($0), " } ?? "")
      + "of source \(quoted(source)) to event \"\(event)\""
  }

  /// When it was seen, and who says so; all else is its key.
  public var values: [(field: String, text: String)] {
    [("observed_at", observedAt?.description ?? "–"), ("citation", citation ?? "–")]
  }

  /// Two credits of a line to one event say the same.
  public var remedy: LedgerError.ConflictRemedy { .restate }
}
