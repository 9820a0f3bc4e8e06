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
  /// The zone of times without one; `nil` if they all have one.
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
  /// - Throws: ``LedgerError`` that names the word that is wrong.
  public func amendment(_ words: AmendmentWords) throws(LedgerError) -> EventAmendment {
    var amendment = EventAmendment()
    amendment.platform = words.platform
    amendment.title = words.title
    if let starts = words.starts {
      amendment.startsAt = try zones.instant(starts, zone: words.zone, field: "starts")
    }
    switch words.ends {
    case nil: break
    case .unknown: amendment.endsAt = .some(nil)
    case .at(let ends):
      amendment.endsAt = .some(try zones.instant(ends, zone: words.zone, field: "ends"))
    }
    amendment.brands = words.brands
    amendment.creators = words.creators
    return amendment
  }
}
