public import LedgerCore

/// An audience count in words.
public struct AudienceWords: Equatable, Sendable {
  /// The key of the event.
  public var event: String
  /// What was counted, such as `concurrent`.
  public var metric: String
  /// When: `now`, a time of the show's clock such as `20:15`, or ISO 8601.
  public var at: String
  /// The zone of a time without one; `nil` for the setting of the event's market.
  public var zone: String?
  /// How many.
  public var count: Int64

  /// Makes a count.
  public init(event: String, metric: String, at: String, zone: String? = nil, count: Int64) {
    self.event = event
    self.metric = metric
    self.at = at
    self.zone = zone
    self.count = count
  }
}

extension Book {
  /// The count that words describe; ``Ledger`` records it.
  ///
  /// - Throws: ``LedgerError`` that names the word that is wrong.
  public func audienceCount(_ words: AudienceWords) throws(LedgerError) -> AudienceCount {
    let event = try EventKey(words.event)
    let metric = try Metric(name: words.metric)
    let at =
      if words.at.lowercased() == "now" || ShowClock(words.at) != nil {
        try instant(
          words.at, zone: words.zone, field: "at", of: ledger.event(event).totals.event)
      } else {
        try instant(words.at, zone: words.zone, field: "at") { () throws(LedgerError) in
          try ledger.event(event).totals.event.market
        }
      }
    return try AudienceCount(event: event, metric: metric, at: at, count: words.count)
  }
}
