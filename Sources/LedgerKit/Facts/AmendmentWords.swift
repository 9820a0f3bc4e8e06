public import LedgerCore

/// Corrections to an event in words; what is `nil` stays as it is.
public struct AmendmentWords: Equatable, Sendable {
  /// When an event ends.
  public enum End: Equatable, Sendable {
    /// At a time in ISO 8601.
    case at(String)
    /// That is not known after all.
    case unknown
  }

  /// The platform that shows it.
  public var platform: String?
  /// Its title.
  public var title: String?
  /// When it starts, in ISO 8601.
  public var starts: String?
  /// When it ends.
  public var ends: End?
  /// The zone of times without one; `nil` for the setting of the event's market.
  public var zone: String?
  /// All brands whose products it shows.
  public var brands: [String]?
  /// Everyone who appears in it.
  public var creators: [Creator]?

  /// Makes an amendment that leaves everything as it is.
  public init() {}
}

extension Book {
  /// The amendment that words describe; ``Ledger`` records it.
  ///
  /// `key`: that of the event, whose market's setting is the zone of times without one.
  /// - Throws: ``LedgerError`` that names the word that is wrong.
  public func amendment(
    _ words: AmendmentWords, of key: EventKey? = nil
  ) throws(LedgerError) -> EventAmendment {
    func instant(_ text: String, _ field: String) throws(LedgerError) -> Instant {
      try self.instant(text, zone: words.zone, field: field) { () throws(LedgerError) in
        if let key { try ledger.event(key).totals.event.market } else { nil }
      }
    }
    var amendment = EventAmendment()
    amendment.platform = words.platform
    amendment.title = words.title
    if let starts = words.starts {
      amendment.startsAt = try instant(starts, "starts")
    }
    switch words.ends {
    case nil: break
    case .unknown: amendment.endsAt = .some(nil)
    case .at(let ends): amendment.endsAt = .some(try instant(ends, "ends"))
    }
    amendment.brands = words.brands
    amendment.creators = words.creators
    return amendment
  }
}
